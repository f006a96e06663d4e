use crate::flow::{Facts, Flow, Move, Step, Word};
use std::collections::BTreeSet;
use std::fmt;

/// A fault of a flow and the line it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowFault {
    /// The line of the file, from 1; 0 where a change of an area is at fault, which has no file.
    pub line: u32,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no TOML, or lacks or invents a field.
    Unreadable(String),
    /// There is no such step.
    UnknownStep(String),
    /// The system has no such move.
    UnknownMove(String),
    /// The system has no such capability.
    UnknownCapability(String),
    /// The system knows no such need.
    UnknownNeed(String),
    /// `stages` does not name it.
    UnknownStage(String),
    /// `facts` does not name it.
    UnknownFact(String),
    /// `kinds` does not name it.
    UnknownKind(String),
    /// There is no such clock.
    UnknownClock(String),
    /// It stands twice.
    Twice(String),
    /// A move that nobody is named for.
    NoCapability(String),
    /// A move that leads from no step.
    FromNowhere(String),
    /// No step at all.
    NoStep,
    /// No step that ends a way.
    NoEnd,
    /// More facts than can be checked in all their combinations.
    TooManyFacts,
    /// No move leads here.
    Unreachable(String),
    /// No move leads out, and it is not closed.
    DeadEnd(String),
    /// From this step no closed step can be reached.
    NeverCloses {
        /// The step.
        step: String,
        /// The facts that hold meanwhile.
        facts: Vec<String>,
    },
    /// A move leads out of a closed step.
    LeavesClosed(String),
    /// A step of an earlier stage stands after one of a later stage.
    StageOrder(String),
    /// No step belongs to this stage.
    EmptyStage(String),
    /// An open step without a clock that is not paused.
    NoClock(String),
    /// A closed or paused step with a clock.
    IdleClock(String),
    /// A clock without a limit for a kind.
    NoLimit {
        /// The clock.
        clock: String,
        /// The kind.
        kind: String,
    },
    /// A limit of nothing.
    ZeroLimit(String),
    /// A move that leads back to an earlier step and does not say why.
    BackUnsaid(String),
    /// A move that says it leads back and does not.
    NotBack(String),
    /// A step whose party may be absent falls to nothing, to itself or in a circle.
    FallsNowhere(String),
    /// The first step cannot be dropped.
    DropsStart(String),
    /// A changed flow needs a higher version than the one it changes.
    OldVersion(u32),
}

impl fmt::Display for FlowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(what) => write!(f, "not readable: {what}"),
            Self::UnknownStep(w) => write!(f, "there is no step {w}"),
            Self::UnknownMove(w) => write!(f, "the system has no move {w}"),
            Self::UnknownCapability(w) => write!(f, "the system has no capability {w}"),
            Self::UnknownNeed(w) => write!(f, "the system knows no need {w}"),
            Self::UnknownStage(w) => write!(f, "stages does not name {w}"),
            Self::UnknownFact(w) => write!(f, "facts does not name {w}"),
            Self::UnknownKind(w) => write!(f, "kinds does not name {w}"),
            Self::UnknownClock(w) => write!(f, "there is no clock {w}"),
            Self::Twice(w) => write!(f, "{w} stands twice"),
            Self::NoCapability(w) => write!(f, "move {w} names no capability"),
            Self::FromNowhere(w) => write!(f, "move {w} leads from no step"),
            Self::NoStep => f.write_str("there is no step"),
            Self::NoEnd => f.write_str("no step is closed"),
            Self::TooManyFacts => write!(f, "more than {MOST_FACTS} facts"),
            Self::Unreachable(w) => write!(f, "no move leads to step {w}"),
            Self::DeadEnd(w) => write!(f, "no move leads out of step {w}, which is not closed"),
            Self::NeverCloses { step, facts } if facts.is_empty() => {
                write!(f, "from step {step} no closed step can be reached when no fact holds")
            }
            Self::NeverCloses { step, facts } => {
                write!(f, "from step {step} no closed step can be reached when {} holds", facts.join(", "))
            }
            Self::LeavesClosed(w) => write!(f, "a move leads out of the closed step {w}"),
            Self::StageOrder(w) => write!(f, "step {w} stands after a step of a later stage"),
            Self::EmptyStage(w) => write!(f, "no step belongs to stage {w}"),
            Self::NoClock(w) => write!(f, "step {w} is open and has no clock"),
            Self::IdleClock(w) => write!(f, "step {w} is closed or paused, its clock would never run"),
            Self::NoLimit { clock, kind } => write!(f, "clock {clock} has no limit for {kind}"),
            Self::ZeroLimit(w) => write!(f, "the limit of {w} is nothing"),
            Self::BackUnsaid(w) => write!(f, "move {w} leads back and does not say why (back = …)"),
            Self::NotBack(w) => write!(f, "move {w} says it leads back and does not"),
            Self::FallsNowhere(w) => write!(f, "step {w} falls to nothing when its party is absent"),
            Self::DropsStart(w) => write!(f, "step {w} is the first and cannot be dropped"),
            Self::OldVersion(v) => write!(f, "a changed flow needs a version above {v}"),
        }
    }
}

impl std::error::Error for FlowFault {}

/// All combinations of facts are walked through, so there must not be too many.
const MOST_FACTS: usize = 8;

type Faults = Vec<FlowFault>;

fn fault(word: &Word, what: fn(String) -> Wrong) -> FlowFault {
    FlowFault { line: word.line, what: what(word.text.clone()) }
}
fn unknown(word: &Word, known: &[&str], what: fn(String) -> Wrong) -> Option<FlowFault> {
    (!known.contains(&word.text.as_str())).then(|| fault(word, what))
}
fn twice<'w>(words: impl Iterator<Item = &'w Word>) -> Faults {
    let mut seen = BTreeSet::new();
    words.filter(|w| !seen.insert(w.text.as_str())).map(|w| fault(w, Wrong::Twice)).collect()
}
fn texts(words: &[Word]) -> Vec<&str> {
    words.iter().map(|w| w.text.as_str()).collect()
}

impl Flow {
    /// Everything that is wrong with it, by line. The words a system may use are the system's: its enum of moves, its
    /// capabilities, the needs its forms can ask for.
    pub fn check(&self, moves: &[&str], capabilities: &[&str], needs: &[&str]) -> Vec<FlowFault> {
        let mut all = self.graph();
        for m in &self.moves {
            all.extend(unknown(&m.name, moves, Wrong::UnknownMove));
            if m.capability.is_empty() {
                all.push(fault(&m.name, Wrong::NoCapability));
            } else {
                all.extend(unknown(&m.capability, capabilities, Wrong::UnknownCapability));
            }
            all.extend(m.needs.iter().filter_map(|n| unknown(n, needs, Wrong::UnknownNeed)));
        }
        all.sort_by_key(|f| f.line);
        all
    }

    /// What is wrong with it whatever words the system knows.
    pub(crate) fn graph(&self) -> Vec<FlowFault> {
        let mut all = self.words();
        all.extend(self.steps.iter().flat_map(|s| self.step_faults(s)));
        all.extend(self.stage_faults());
        all.extend(self.clock_faults());
        all.extend(self.moves.iter().flat_map(|m| self.move_faults(m)));
        // Walking a graph with holes in it would blame the wrong line.
        if all.is_empty() {
            all = self.walk_faults();
        }
        all
    }

    fn words(&self) -> Faults {
        let mut all = twice(self.stages.iter());
        all.extend(twice(self.facts.iter()));
        all.extend(twice(self.kinds.iter()));
        all.extend(twice(self.steps.iter().map(|s| &s.name)));
        for (i, m) in self.moves.iter().enumerate() {
            if self.moves[..i].iter().any(|earlier| collide(earlier, m)) {
                all.push(fault(&m.name, Wrong::Twice));
            }
            all.extend(twice(m.from.iter()));
            all.extend(twice(m.needs.iter()));
        }
        if self.steps.is_empty() {
            all.push(FlowFault { line: 1, what: Wrong::NoStep });
        } else if self.goal().is_none() {
            all.push(FlowFault { line: self.steps[0].name.line, what: Wrong::NoEnd });
        }
        if let Some(fact) = self.facts.get(MOST_FACTS) {
            all.push(FlowFault { line: fact.line, what: Wrong::TooManyFacts });
        }
        all
    }

    fn step_faults(&self, s: &Step) -> Faults {
        let mut all: Faults = unknown(&s.stage, &texts(&self.stages), Wrong::UnknownStage).into_iter().collect();
        let idle = s.closed || s.paused;
        match &s.clock {
            Some(clock) if idle => {
                all.push(FlowFault { line: clock.line, what: Wrong::IdleClock(s.name.text.clone()) });
            }
            Some(clock) if !self.clocks.keys().any(|c| c.text == clock.text) => {
                all.push(fault(clock, Wrong::UnknownClock));
            }
            None if !idle => all.push(fault(&s.name, Wrong::NoClock)),
            _ => {}
        }
        all.extend(self.absent_fault(s));
        all
    }

    fn absent_fault(&self, s: &Step) -> Option<FlowFault> {
        let absent = s.absent.as_ref()?;
        if let Some(step) = absent.step.as_ref().filter(|step| self.step(step).is_none()) {
            return Some(fault(step, Wrong::UnknownStep));
        }
        let mut seen = BTreeSet::new();
        let mut next = Some(s);
        while let Some(step) = next {
            if !seen.insert(step.name.text.as_str()) {
                return Some(fault(&s.name, Wrong::FallsNowhere));
            }
            next = step.absent.as_ref().and_then(|a| a.step.as_ref()).and_then(|name| self.step(name));
        }
        let nothing = absent.step.is_none() && absent.party.as_ref().is_none_or(|p| p.text == s.party.text);
        nothing.then(|| FlowFault { line: absent.reason.line, what: Wrong::FallsNowhere(s.name.text.clone()) })
    }

    fn stage_faults(&self) -> Faults {
        let mut all = Vec::new();
        let mut furthest = 0;
        for s in &self.steps {
            let Some(at) = self.stages.iter().position(|stage| stage.text == s.stage.text) else { continue };
            if at < furthest {
                all.push(fault(&s.name, Wrong::StageOrder));
            }
            furthest = furthest.max(at);
        }
        let empty = |stage: &&Word| !self.steps.iter().any(|s| s.stage.text == stage.text);
        all.extend(self.stages.iter().filter(empty).map(|stage| fault(stage, Wrong::EmptyStage)));
        all
    }

    fn clock_faults(&self) -> Faults {
        let mut all = Vec::new();
        for (clock, limits) in &self.clocks {
            for (kind, limit) in limits {
                all.extend(unknown(kind, &texts(&self.kinds), Wrong::UnknownKind));
                if limit.is_nothing() {
                    all.push(fault(kind, Wrong::ZeroLimit));
                }
            }
            for kind in self.kinds.iter().filter(|kind| !limits.keys().any(|k| k.text == kind.text)) {
                let what = Wrong::NoLimit { clock: clock.text.clone(), kind: kind.text.clone() };
                all.push(FlowFault { line: clock.line, what });
            }
        }
        all
    }

    fn move_faults(&self, m: &Move) -> Faults {
        let mut all: Faults =
            m.when.iter().filter_map(|w| unknown(&w.fact, &texts(&self.facts), Wrong::UnknownFact)).collect();
        let to = self.place(&m.to);
        if to.is_none() {
            all.push(fault(&m.to, Wrong::UnknownStep));
        }
        if m.from.is_empty() {
            all.push(fault(&m.name, Wrong::FromNowhere));
        }
        let mut back = false;
        for from in &m.from {
            let Some(at) = self.place(from) else {
                all.push(fault(from, Wrong::UnknownStep));
                continue;
            };
            back |= to.is_some_and(|to| to < at);
            if self.steps[at].closed {
                all.push(fault(from, Wrong::LeavesClosed));
            }
        }
        match (back, m.back) {
            (true, None) => all.push(fault(&m.name, Wrong::BackUnsaid)),
            (false, Some(_)) if to.is_some() => all.push(fault(&m.name, Wrong::NotBack)),
            _ => {}
        }
        all
    }

    /// Walks from the first step under every combination of facts.
    fn walk_faults(&self) -> Faults {
        let mut all = Vec::new();
        let mut ever = BTreeSet::new();
        for facts in self.combinations() {
            let reached = self.reached(&facts);
            for step in reached.iter().copied().filter(|s| !self.closes(*s, &facts)) {
                let name = &self.steps[step].name;
                let dead = !self.moves.iter().any(|m| m.leads_from(name));
                let facts = facts.iter().cloned().collect();
                let stuck = Wrong::NeverCloses { step: name.text.clone(), facts };
                let what = if dead { Wrong::DeadEnd(name.text.clone()) } else { stuck };
                all.push(FlowFault { line: name.line, what });
            }
            ever.extend(reached);
        }
        // One sentence a step is enough.
        let mut seen = BTreeSet::new();
        all.retain(|f: &FlowFault| seen.insert(f.line));
        let lost = self.steps.iter().enumerate().filter(|(i, _)| !ever.contains(i));
        all.extend(lost.map(|(_, s)| fault(&s.name, Wrong::Unreachable)));
        all
    }

    fn combinations(&self) -> impl Iterator<Item = Facts> {
        (0..1u32 << self.facts.len()).map(|bits| {
            let holds = self.facts.iter().enumerate().filter(move |(i, _)| bits >> i & 1 == 1);
            holds.map(|(_, fact)| fact.text.clone()).collect()
        })
    }
    fn reached(&self, facts: &Facts) -> BTreeSet<usize> {
        self.spread(0, facts)
    }
    fn closes(&self, step: usize, facts: &Facts) -> bool {
        self.spread(step, facts).iter().any(|s| self.steps[*s].closed)
    }
    /// All steps that can be come to from one, itself included, by moves and by falling.
    fn spread(&self, start: usize, facts: &Facts) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            let step = &self.steps[at];
            let fall = step.absent.as_ref().and_then(|a| a.step.as_ref());
            let next = self.moves_from(&step.name, facts).map(|m| &m.to).chain(fall);
            open.extend(next.filter_map(|name| self.place(name)).filter(|to| seen.insert(*to)));
        }
        seen
    }
}

/// Whether two moves of one name could both be meant: they share a step and no fact tells them apart.
fn collide(a: &Move, b: &Move) -> bool {
    let apart = a.when.iter().any(|w| b.when.iter().any(|v| w.fact.text == v.fact.text && w.is != v.is));
    a.name.text == b.name.text && !apart && a.from.iter().any(|f| b.leads_from(f))
}
