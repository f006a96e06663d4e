use crate::check::{FlowFault, Wrong};
use crate::flow::{Absent, Back, Flow, Limit, Move, Step, When, Word};
use lianxin_base::MINUTE;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The file as it is written; [`Flow`] is made from it with the lines kept.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    flow: String,
    version: u32,
    stages: Vec<Spanned<String>>,
    #[serde(default)]
    facts: Vec<Spanned<String>>,
    kinds: Vec<Spanned<String>>,
    #[serde(default)]
    step: Vec<StepFile>,
    #[serde(default, rename = "move")]
    moves: Vec<MoveFile>,
    #[serde(default)]
    clock: Clocks<Spanned<String>>,
}

pub(crate) type Clocks<K> = BTreeMap<K, BTreeMap<K, LimitFile>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    name: Spanned<String>,
    stage: Spanned<String>,
    party: Spanned<String>,
    clock: Option<Spanned<String>>,
    #[serde(default)]
    least_minutes: u32,
    #[serde(default)]
    closed: bool,
    #[serde(default)]
    paused: bool,
    absent: Option<AbsentFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AbsentFile {
    party: Option<Spanned<String>>,
    step: Option<Spanned<String>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveFile {
    name: Spanned<String>,
    from: Vec<Spanned<String>>,
    to: Spanned<String>,
    #[serde(default)]
    capability: Option<Spanned<String>>,
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    when: Option<Spanned<WhenFile>>,
    back: Option<BackFile>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WhenFile {
    One(Condition),
    All(Vec<Condition>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    fact: String,
    is: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BackFile {
    Rework,
    Wrong,
    Resume,
}

/// `{ working_days = 5 }`: exactly one of the three.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LimitFile {
    NaturalMinutes(u32),
    WorkingMinutes(u32),
    WorkingDays(u32),
}

impl From<LimitFile> for Limit {
    fn from(file: LimitFile) -> Self {
        match file {
            LimitFile::NaturalMinutes(n) => Self::NaturalMinutes(n),
            LimitFile::WorkingMinutes(n) => Self::WorkingMinutes(n),
            LimitFile::WorkingDays(n) => Self::WorkingDays(n),
        }
    }
}

impl Flow {
    /// Reads a flow. Only what is no flow at all is a fault here; [`Flow::check`] looks at what it says.
    pub fn read(text: &str) -> Result<Self, FlowFault> {
        let file: File = toml::from_str(text).map_err(|e| unreadable(text, &e))?;
        Ok(Lines(text).flow(file))
    }
}

pub(crate) fn unreadable(text: &str, e: &toml::de::Error) -> FlowFault {
    let line = e.span().map_or(1, |span| Lines(text).at(span.start));
    FlowFault { line, what: Wrong::Unreadable(e.message().to_owned()) }
}

/// The text a span points into.
struct Lines<'t>(&'t str);

impl Lines<'_> {
    fn at(&self, byte: usize) -> u32 {
        let before = &self.0.as_bytes()[..byte.min(self.0.len())];
        let ends = before.iter().filter(|b| **b == b'\n').count();
        u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1)
    }
    fn word(&self, w: Spanned<String>) -> Word {
        Word { line: self.at(w.span().start), text: w.into_inner() }
    }
    fn words(&self, all: Vec<Spanned<String>>) -> Vec<Word> {
        all.into_iter().map(|w| self.word(w)).collect()
    }
    fn flow(&self, file: File) -> Flow {
        Flow {
            name: file.flow,
            version: file.version,
            stages: self.words(file.stages),
            facts: self.words(file.facts),
            kinds: self.words(file.kinds),
            steps: file.step.into_iter().map(|s| self.step(s)).collect(),
            moves: file.moves.into_iter().map(|m| self.a_move(m)).collect(),
            clocks: file.clock.into_iter().map(|(name, limits)| (self.word(name), self.limits(limits))).collect(),
        }
    }
    fn limits(&self, limits: BTreeMap<Spanned<String>, LimitFile>) -> BTreeMap<Word, Limit> {
        limits.into_iter().map(|(kind, limit)| (self.word(kind), limit.into())).collect()
    }
    fn step(&self, s: StepFile) -> Step {
        Step {
            name: self.word(s.name),
            stage: self.word(s.stage),
            party: self.word(s.party),
            clock: s.clock.map(|c| self.word(c)),
            least: i64::from(s.least_minutes) * MINUTE,
            closed: s.closed,
            paused: s.paused,
            absent: s.absent.map(|a| Absent {
                party: a.party.map(|p| self.word(p)),
                step: a.step.map(|s| self.word(s)),
                reason: self.word(a.reason),
            }),
        }
    }
    fn a_move(&self, m: MoveFile) -> Move {
        let name = self.word(m.name);
        let none = Word { text: String::new(), line: name.line };
        Move {
            from: self.words(m.from),
            to: self.word(m.to),
            capability: m.capability.map_or(none, |c| self.word(c)),
            needs: self.words(m.needs),
            when: m.when.map_or_else(Vec::new, |w| self.when(w)),
            back: m.back.map(|b| match b {
                BackFile::Rework => Back::Rework,
                BackFile::Wrong => Back::Wrong,
                BackFile::Resume => Back::Resume,
            }),
            name,
        }
    }
    fn when(&self, w: Spanned<WhenFile>) -> Vec<When> {
        let line = self.at(w.span().start);
        let all = match w.into_inner() {
            WhenFile::One(c) => vec![c],
            WhenFile::All(all) => all,
        };
        all.into_iter().map(|c| When { fact: Word { text: c.fact, line }, is: c.is }).collect()
    }
}
