//! 估算 What if: a rule is another on a copy, and the ways that were taken are walked once more under it. An estimate: it
//! assumes that all else took as long as it did.

use crate::flow::Limit;
use crate::walk::{Stretch, Watch};
use lianxin_base::OrgId;

/// What is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A step is not gone through.
    Skip {
        /// Which.
        step: String,
    },
    /// Nobody stays in a step longer than this.
    Limit {
        /// Which.
        step: String,
        /// How long.
        limit: Limit,
    },
    /// It goes to this organisation at once, not first to another that passes it on.
    Straight {
        /// The step in which it has it.
        step: String,
        /// Who.
        to: OrgId,
    },
    /// A step is not gone through where the sum is no more than this.
    Under {
        /// Which.
        step: String,
        /// In fen.
        fen: i64,
    },
}

/// A change and for what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// The change.
    pub change: Change,
    /// Only for what is about this.
    pub about: Option<String>,
    /// Only for this kind.
    pub kind: Option<String>,
}

/// A way that was taken, with what the system knows of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its number.
    pub no: String,
    /// What it was about.
    pub about: String,
    /// Its kind.
    pub kind: String,
    /// What it was allowed to cost, in fen.
    pub sum: Option<i64>,
    /// Its stays.
    pub stays: Vec<Stretch>,
}

/// What one way would have saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its number.
    pub no: String,
    /// Hand-overs.
    pub handovers: i64,
    /// Working µs.
    pub working: i64,
}

/// What would have been.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// So many ways were walked once more.
    pub cases: usize,
    /// Those that would have gone otherwise.
    pub saved: Vec<Saved>,
    /// Hand-overs and working µs of all as they were, pauses left out.
    pub before: (i64, i64),
}

impl Outcome {
    /// Hand-overs and working µs saved in all.
    pub fn total(&self) -> (i64, i64) {
        (self.saved.iter().map(|s| s.handovers).sum(), self.saved.iter().map(|s| s.working).sum())
    }
    /// Adds another area's.
    pub fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.saved.extend(other.saved);
        self.before = (self.before.0 + other.before.0, self.before.1 + other.before.1);
    }
}

/// A stay as it would be: its place in the case, and its working time.
type Piece = (usize, i64);

/// Walks these ways once more.
pub fn what_if(cases: &[Case], changes: &[What], watch: &Watch<'_>) -> Outcome {
    let mut outcome = Outcome { cases: cases.len(), ..Outcome::default() };
    for case in cases {
        let pieces: Vec<Piece> = case.stays.iter().enumerate().map(|(n, s)| (n, s.working)).collect();
        let before = cost(case, &pieces);
        let mut after = pieces;
        for what in changes.iter().filter(|what| what.holds(case)) {
            what.change.on(case, &mut after, watch);
        }
        let after = cost(case, &after);
        outcome.before = (outcome.before.0 + before.0, outcome.before.1 + before.1);
        let (handovers, working) = (before.0 - after.0, before.1 - after.1);
        if handovers != 0 || working != 0 {
            outcome.saved.push(Saved { no: case.no.clone(), handovers, working });
        }
    }
    outcome
}

/// Hand-overs and working µs, pauses left out.
fn cost(case: &Case, pieces: &[Piece]) -> (i64, i64) {
    let holder = |piece: &Piece| case.stays[piece.0].holder;
    let handed = pieces.windows(2).filter(|w| holder(&w[0]) != holder(&w[1])).count();
    let working = pieces.iter().filter(|p| !case.stays[p.0].paused).map(|p| p.1).sum();
    (i64::try_from(handed).unwrap_or(i64::MAX), working)
}

impl What {
    fn holds(&self, case: &Case) -> bool {
        self.about.as_ref().is_none_or(|about| *about == case.about)
            && self.kind.as_ref().is_none_or(|kind| *kind == case.kind)
    }
}

impl Change {
    fn on(&self, case: &Case, pieces: &mut Vec<Piece>, watch: &Watch<'_>) {
        let stay = |piece: &Piece| &case.stays[piece.0];
        match self {
            // Where a way began it has been; that cannot be skipped.
            Self::Skip { step } => pieces.retain(|p| p.0 == 0 || stay(p).step != *step),
            Self::Under { step, fen } => {
                if case.sum.is_some_and(|sum| sum <= *fen) {
                    pieces.retain(|p| p.0 == 0 || stay(p).step != *step);
                }
            }
            Self::Straight { step, to } => {
                let works = |p: &Piece| stay(p).step == *step;
                let first = pieces.iter().position(works);
                let theirs = pieces.iter().position(|p| works(p) && stay(p).holder == *to);
                if let (Some(first), Some(theirs)) = (first, theirs) {
                    pieces.drain(first..theirs);
                }
            }
            Self::Limit { step, limit } => {
                for piece in pieces.iter_mut().filter(|p| stay(p).step == *step && !stay(p).paused) {
                    let s = stay(piece);
                    let due = limit.term().due(watch.cal, watch.hours, s.from);
                    if due < s.to {
                        piece.1 = piece.1.min(watch.cal.working_time(watch.hours, s.from, due));
                    }
                }
            }
        }
    }
}
