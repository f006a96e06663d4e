//! The rules of how a matter came in, pure.

use crate::about::Whom;
use crate::rules::{Need, Source};
use crate::texts::t;
use lianxin_base::{DAY, Day, Lang, Moment, Refuse};

/// Longest number of an outside order.
pub(crate) const OUTER_NO_MAX: usize = 40;
/// What is written down later than so many days after it was said belongs into the old ledger.
const BACK: i64 = 92;
/// No outside deadline is further away.
const AHEAD: i64 = 366;

/// How something came in, besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What is wanted.
    pub need: Option<Need>,
    /// When it was said, if it stood on paper first.
    pub happened: Option<Moment>,
    /// The number of the order at 12345 or a superior's.
    pub outer_no: Option<String>,
    /// By when they want an answer.
    pub outer_due: Option<Moment>,
    /// Whether who it is said of agreed that what is sensitive in it is kept.
    pub agreed: bool,
    /// Whom an opinion is about, as whoever brings it in says it.
    pub about: Option<Whom>,
}

impl Origin {
    /// Whether it can have come in like this: said before it is written down, wanted after; and only who has a number and
    /// a day of their own gives them.
    pub fn check(&self, source: Source, now: Moment) -> Result<(), Refusal> {
        if self.happened.is_some_and(|at| at > now || at < now.plus(-BACK * DAY)) {
            return Err(Refusal::Happened);
        }
        if self.outer_due.is_some_and(|due| due < now || due > now.plus(AHEAD * DAY)) {
            return Err(Refusal::OuterDue);
        }
        let outside = self.outer_no.is_some() || self.outer_due.is_some();
        if outside && !source.is_outside() {
            return Err(Refusal::OuterSource);
        }
        Ok(())
    }
}

/// When whoever has it is reminded of an outside day: the morning before.
pub(super) fn eve(due: Moment) -> Moment {
    Day::from_number(due.day().number() - 1).at(9, 0)
}

/// Why something cannot have come in like this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Said later than it is written down, or too long ago.
    Happened,
    /// An outside day that is over, or too far.
    OuterDue,
    /// An outside number or day, and it did not come from outside.
    OuterSource,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[Refusal::Happened, Refusal::OuterDue, Refusal::OuterSource];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Happened => "council.happened",
            Self::OuterDue => "council.outer_due",
            Self::OuterSource => "council.outer_source",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Happened => t.msg_no_happened(),
            Self::OuterDue => t.msg_no_outer_due(),
            Self::OuterSource => t.msg_no_outer_source(),
        }
    }

    fn status(&self) -> u16 {
        422
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Happened => "happened",
            Self::OuterDue => "outer_due",
            Self::OuterSource => "source",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_was_said_before_it_is_written_down_and_is_wanted_after() {
        let now = Day::from_number(20_000).at(16, 0);
        let of = |happened, outer_due| Origin { happened, outer_due, ..Origin::default() };
        let no = Origin { outer_no: Some("20261125-0017".into()), ..Origin::default() };
        for (what, origin, source, want) in [
            ("nothing more to say", Origin::default(), Source::Counter, Ok(())),
            ("this very moment", of(Some(now), None), Source::Counter, Ok(())),
            ("a moment later", of(Some(now.plus(1)), None), Source::Counter, Err(Refusal::Happened)),
            ("92 days ago", of(Some(now.plus(-92 * DAY)), None), Source::Patrol, Ok(())),
            ("before that", of(Some(now.plus(-92 * DAY - 1)), None), Source::Patrol, Err(Refusal::Happened)),
            ("wanted now", of(None, Some(now)), Source::Hotline, Ok(())),
            ("wanted before", of(None, Some(now.plus(-1))), Source::Hotline, Err(Refusal::OuterDue)),
            ("wanted in a year", of(None, Some(now.plus(366 * DAY))), Source::Superior, Ok(())),
            ("and later", of(None, Some(now.plus(366 * DAY + 1))), Source::Superior, Err(Refusal::OuterDue)),
            ("a day, but nobody outside", of(None, Some(now.plus(DAY))), Source::Counter, Err(Refusal::OuterSource)),
            ("a number, but nobody outside", no.clone(), Source::Phone, Err(Refusal::OuterSource)),
            ("a number from 12345", no, Source::Hotline, Ok(())),
        ] {
            assert_eq!(origin.check(source, now), want, "{what}");
        }
    }

    #[test]
    fn every_refusal_has_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
