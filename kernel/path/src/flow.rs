use crate::hop::{Begin, Hop};
use lianxin_base::{MINUTE, Moment, OrgId, WayId};
use lianxin_calendar::{Calendar, OfficeHours, Term};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Deref;

/// The facts that hold for a way: `vote_needed`, `over_limit`. What is not in it does not hold.
pub type Facts = BTreeSet<String>;

/// A word of a flow and the line it stands in, so that a fault can name the line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Its line in the file, from 1.
    pub line: u32,
}

impl Deref for Word {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}
impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

/// A flow: the steps a system's noun goes through and the moves that lead from one to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// `system.noun`.
    pub name: String,
    /// From 1. A way keeps the version it began with.
    pub version: u32,
    /// The stages of the bridge, in order.
    pub stages: Vec<Word>,
    /// What may be asked of a way by a `when`.
    pub facts: Vec<Word>,
    /// The kinds each clock has a limit for.
    pub kinds: Vec<Word>,
    /// In order; the first is where every way begins.
    pub steps: Vec<Step>,
    /// In order.
    pub moves: Vec<Move>,
    /// By name, then by kind.
    pub clocks: BTreeMap<Word, BTreeMap<Word, Limit>>,
}

/// A step: somebody holds the way and has to do something until a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: Word,
    /// The stage it belongs to.
    pub stage: Word,
    /// Who holds it; the system says which organisation that is for a way.
    pub party: Word,
    /// Its clock; none only where `closed` or `paused`.
    pub clock: Option<Word>,
    /// The least working time it takes in µs, where nothing better is known.
    pub least: i64,
    /// The way ends here.
    pub closed: bool,
    /// The clock stands: what is waited for lies with nobody who holds the way.
    pub paused: bool,
    /// What happens where its party does not exist.
    pub absent: Option<Absent>,
}

/// Where a step falls to when its party does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Another party holds it…
    pub party: Option<Word>,
    /// …or the way stands in another step instead.
    pub step: Option<Word>,
    /// The key of the sentence that says why.
    pub reason: Word,
}

/// A move: an act that leads from some steps to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its name, one of the system's moves. The same name may stand twice under conditions that exclude each other.
    pub name: Word,
    /// The steps it may be made from.
    pub from: Vec<Word>,
    /// The step it leads to.
    pub to: Word,
    /// Who may make it.
    pub capability: Word,
    /// What must be given.
    pub needs: Vec<Word>,
    /// All of these must hold.
    pub when: Vec<When>,
    /// Why it leads back, if it does.
    pub back: Option<Back>,
}

/// A condition of a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The fact.
    pub fact: Word,
    /// Whether it must hold or must not.
    pub is: bool,
}

/// Why a move leads back to a step that stands earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// The work has to be done again.
    Rework,
    /// It went to the wrong party.
    Wrong,
    /// What it waited for has come.
    Resume,
}

/// How long a step may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// By the clock on the wall, holidays too.
    NaturalMinutes(u32),
    /// Minutes inside office hours of working days.
    WorkingMinutes(u32),
    /// Whole working days; ends at close of business of the last (Civil Code 203).
    WorkingDays(u32),
}

/// Where a move truly leads: the step, who holds it, and what fell away on the way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing<'f> {
    /// The step.
    pub step: &'f Step,
    /// Who holds it.
    pub holder: OrgId,
    /// Parties that do not exist here.
    pub fell: Vec<Fell>,
}

/// A step whose party does not exist here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fell {
    /// The step.
    pub step: String,
    /// The party that does not exist.
    pub party: String,
    /// The key of the sentence that says why.
    pub reason: String,
}

/// Why a move cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWay {
    /// It does not lead from this step.
    NotFromHere,
    /// It does, but this fact stands against it.
    Fact(String),
    /// Nobody would hold the step it leads to.
    Nobody {
        /// The step.
        step: String,
        /// The party that does not exist.
        party: String,
    },
}

impl Limit {
    pub(crate) const fn is_nothing(self) -> bool {
        matches!(self, Self::NaturalMinutes(0) | Self::WorkingMinutes(0) | Self::WorkingDays(0))
    }
    /// The term of the calendar it stands for.
    pub fn term(self) -> Term {
        match self {
            Self::NaturalMinutes(n) => Term::Natural { micros: i64::from(n) * MINUTE },
            Self::WorkingMinutes(n) => Term::WorkingTime { micros: i64::from(n) * MINUTE },
            Self::WorkingDays(n) => Term::WorkingDays { n },
        }
    }
}

impl Move {
    /// Whether its conditions hold.
    pub fn fits(&self, facts: &Facts) -> bool {
        self.against(facts).is_none()
    }
    fn against(&self, facts: &Facts) -> Option<&When> {
        self.when.iter().find(|w| facts.contains(&w.fact.text) != w.is)
    }
    /// Whether it leads from this step.
    pub fn leads_from(&self, step: &str) -> bool {
        self.from.iter().any(|f| *f == step)
    }
}

impl Flow {
    /// The step every way begins with; a flow without one is a fault of [`Flow::check`].
    pub fn start(&self) -> Option<&Step> {
        self.steps.first()
    }
    /// A step by its name.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.name == name)
    }
    /// The place of a step in the file.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.steps.iter().position(|s| s.name == name)
    }
    /// The step that ends a way as it should: the first closed one.
    pub fn goal(&self) -> Option<&Step> {
        self.steps.iter().find(|s| s.closed)
    }
    /// The moves that may be made from a step under these facts, in order.
    pub fn moves_from<'f>(&'f self, step: &str, facts: &Facts) -> impl Iterator<Item = &'f Move> {
        self.moves.iter().filter(move |m| m.leads_from(step) && m.fits(facts))
    }
    /// The move of this name from this step under these facts.
    pub fn find_move(&self, from: &str, name: &str, facts: &Facts) -> Result<&Move, NoWay> {
        let mut no = NoWay::NotFromHere;
        for m in self.moves.iter().filter(|m| m.name == name && m.leads_from(from)) {
            match m.against(facts) {
                None => return Ok(m),
                Some(when) => no = NoWay::Fact(when.fact.text.clone()),
            }
        }
        Err(no)
    }

    /// Where entering `step` truly leads when parties may not exist. `party` says which organisation a party is.
    pub fn landing(&self, step: &str, party: &dyn Fn(&str) -> Option<OrgId>) -> Result<Landing<'_>, NoWay> {
        let mut fell = Vec::new();
        let mut name = step;
        loop {
            let nobody = |party: &str| NoWay::Nobody { step: name.to_owned(), party: party.to_owned() };
            let step = self.step(name).ok_or_else(|| nobody(""))?;
            if let Some(holder) = party(&step.party) {
                return Ok(Landing { step, holder, fell });
            }
            let absent = step.absent.as_ref().ok_or_else(|| nobody(&step.party))?;
            fell.push(Fell {
                step: step.name.text.clone(),
                party: step.party.text.clone(),
                reason: absent.reason.text.clone(),
            });
            if let Some(holder) = absent.party.as_deref().and_then(party) {
                return Ok(Landing { step, holder, fell });
            }
            match &absent.step {
                Some(next) if fell.len() < self.steps.len() => name = next,
                _ => return Err(nobody(absent.party.as_deref().unwrap_or(&step.party))),
            }
        }
    }

    /// The beginning of a way of this kind, without a due time: the caller sets `due`.
    pub fn begin(
        &self,
        way: WayId,
        kind: &str,
        party: &dyn Fn(&str) -> Option<OrgId>,
    ) -> Result<(Begin, Vec<Fell>), NoWay> {
        let start = self.start().map_or("", |s| &s.name);
        let Landing { step, holder, fell } = self.landing(start, party)?;
        let begin = Begin {
            way,
            flow: self.name.clone(),
            version: self.version,
            kind: kind.to_owned(),
            step: step.name.text.clone(),
            stage: step.stage.text.clone(),
            holder,
            due: None,
            at: None,
        };
        Ok((begin, fell))
    }

    /// The hop of a move, without a due time: the caller sets `due` from [`Flow::due`] or an outer deadline.
    pub fn hop(
        &self,
        way: WayId,
        from: &str,
        name: &str,
        facts: &Facts,
        party: &dyn Fn(&str) -> Option<OrgId>,
    ) -> Result<(Hop, Vec<Fell>), NoWay> {
        let m = self.find_move(from, name, facts)?;
        let Landing { step, holder, fell } = self.landing(&m.to, party)?;
        let hop = Hop {
            way,
            mv: m.name.text.clone(),
            from: from.to_owned(),
            to: step.name.text.clone(),
            stage: step.stage.text.clone(),
            holder,
            ends: step.closed,
            due: None,
            kind: None,
            took: None,
            at: None,
        };
        Ok((hop, fell))
    }

    /// The limit of a step for a kind.
    pub fn limit(&self, step: &str, kind: &str) -> Option<Limit> {
        let clock = self.step(step)?.clock.as_ref()?;
        let (_, limits) = self.clocks.iter().find(|(name, _)| ***name == **clock)?;
        limits.iter().find(|(k, _)| **k == kind).map(|(_, limit)| *limit)
    }
    /// When a step entered at `from` is due; `None` where no clock runs.
    pub fn due(&self, step: &str, kind: &str, cal: &Calendar, hours: &OfficeHours, from: Moment) -> Option<Moment> {
        self.limit(step, kind).map(|limit| limit.term().due(cal, hours, from))
    }
}
