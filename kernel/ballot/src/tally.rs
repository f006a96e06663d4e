//! Adding up what was marked, by area and by persons, and the rule by which the unreturned follow.

use crate::paper::Mark;
use crate::rules::{Bar, Of};
use crate::share::{Inequality, Measure};
use serde::Serialize;

/// Area and persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Weight {
    /// 0.01 m²; printed in m².
    #[serde(serialize_with = "crate::text::write_area")]
    pub area: u64,
    /// Persons.
    pub persons: u64,
}

impl Weight {
    /// Both sums.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { area: self.area.saturating_add(other.area), persons: self.persons.saturating_add(other.persons) }
    }
}

/// What was marked on the returned papers of one matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// 同意
    pub yes: Weight,
    /// 反对
    pub no: Weight,
    /// 弃权: took part, not yes.
    pub abstain: Weight,
    /// A mark that says nothing clear: took part, not yes.
    pub invalid: Weight,
    /// No mark on a returned paper: treated like an invalid one.
    pub blank: Weight,
}

impl Tally {
    /// Adds up in one pass; `marks[i]` is what the voter of `areas[i]` marked, `None` if no paper came back.
    pub fn of(areas: &[u64], marks: &[Option<Mark>]) -> Self {
        let mut sums = [Weight::default(); Mark::ALL.len() + 1];
        for (area, mark) in areas.iter().zip(marks) {
            let sum = &mut sums[mark.map_or(Mark::ALL.len(), |m| m as usize)];
            sum.area = sum.area.saturating_add(*area);
            sum.persons += 1;
        }
        let [yes, no, abstain, invalid, blank, _] = sums;
        Self { yes, no, abstain, invalid, blank }
    }
    /// Everybody whose paper came back.
    pub const fn participants(&self) -> Weight {
        self.yes.plus(self.no).plus(self.abstain).plus(self.invalid).plus(self.blank)
    }
    /// Whether yes leads no by area and by persons: only then do followers count as yes. Where area does not count
    /// nobody follows, so nothing is lost by asking for both.
    pub const fn yes_leads(&self) -> bool {
        self.yes.area > self.no.area && self.yes.persons > self.no.persons
    }
}

/// A hurdle and how it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tested {
    /// Of everybody, or of those who took part.
    pub of: Of,
    /// By area; `None` where area does not count.
    pub area: Option<Inequality>,
    /// By persons.
    pub persons: Inequality,
    /// Both hold.
    pub holds: bool,
}

impl Bar {
    /// Whether `part` takes the hurdle.
    pub fn test(&self, part: Weight, participants: Weight, all: Weight) -> Tested {
        let whole = match self.of {
            Of::All => all,
            Of::Participants => participants,
        };
        let area = self.area.map(|share| share.test(Measure::Area, part.area, whole.area));
        let persons = self.persons.test(Measure::Persons, part.persons, whole.persons);
        let holds = persons.holds && area.as_ref().is_none_or(|a| a.holds);
        Tested { of: self.of, area, persons, holds }
    }
}
