//! What counts as near, and what is refused; pure.

use crate::texts::t;
use lianxin_base::{DAY, Lang, Moment, Refuse};

/// A poster was looked at lately if that was so many days ago at most: once a month, and a few days for the round.
pub(crate) const FRESH: i64 = 35;
/// So many doors at once.
pub(crate) const MOST: usize = 100;

/// How the poster of an entrance stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Poster {
    /// Nobody has ever looked.
    Never,
    /// It was gone or could not be read.
    Bad,
    /// It was there, too long ago.
    Old,
    /// It was there, lately.
    Good,
}

/// From who looked last, and what they saw.
pub(crate) fn poster(last: Option<(bool, Moment)>, now: Moment) -> Poster {
    match last {
        None => Poster::Never,
        Some((false, _)) => Poster::Bad,
        Some((true, at)) if now.micros() - at.micros() > FRESH * DAY => Poster::Old,
        Some((true, _)) => Poster::Good,
    }
}

/// So many of so many; whole hundredths, rounded down: a hundred is all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Part {
    pub(crate) of: i64,
    pub(crate) good: i64,
}

impl Part {
    pub(crate) const fn add(&mut self, of: i64, good: bool) {
        self.of += of;
        self.good += if good { of } else { 0 };
    }
    /// Nothing where there is nothing.
    pub(crate) const fn percent(self) -> Option<i64> {
        if self.of == 0 { None } else { Some(self.good * 100 / self.of) }
    }
}

/// Why a look at a poster was not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such entrance.
    None,
    /// No door is ticked.
    Nothing,
    /// Too many are.
    TooMany,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[Refusal::None, Refusal::Nothing, Refusal::TooMany];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "council.poster_none",
            Self::Nothing => "council.poster_nothing",
            Self::TooMany => "council.poster_too_many",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::None => t.msg_poster_none(),
            Self::Nothing => t.msg_poster_nothing(),
            Self::TooMany => t.msg_poster_too_many(MOST.to_string()),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::None { 404 } else { 422 }
    }

    fn field(&self) -> Option<&'static str> {
        if *self == Self::None { None } else { Some("door") }
    }
}

/// Whether so many doors are said at once.
pub(super) const fn enough(n: usize) -> Result<(), Refusal> {
    match n {
        0 => Err(Refusal::Nothing),
        1..=MOST => Ok(()),
        _ => Err(Refusal::TooMany),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn a_poster_counts_for_five_weeks_after_a_good_look() {
        let now = Day::from_number(20_000).at(10, 0);
        let ago = |days: i64| now.plus(-days * DAY);
        for (last, want) in [
            (None, Poster::Never),
            (Some((false, now)), Poster::Bad),
            (Some((false, ago(90))), Poster::Bad),
            (Some((true, now)), Poster::Good),
            (Some((true, ago(35))), Poster::Good),
            (Some((true, ago(35).plus(-1))), Poster::Old),
        ] {
            assert_eq!(poster(last, now), want, "{last:?}");
        }
    }

    #[test]
    fn a_hundred_is_all_of_them_and_nothing_has_no_share() {
        for (good, of, want) in
            [(0, 0, None), (0, 3, Some(0)), (299, 300, Some(99)), (300, 300, Some(100)), (1, 3, Some(33))]
        {
            assert_eq!(Part { of, good }.percent(), want, "{good} of {of}");
        }
        let mut part = Part::default();
        part.add(12, true);
        part.add(3, false);
        assert_eq!(part, Part { of: 15, good: 12 });
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert_eq!(REFUSALS.iter().filter(|other| other.code() == r.code()).count(), 1);
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
        for (n, want) in [(0, Err(Refusal::Nothing)), (1, Ok(())), (MOST, Ok(())), (MOST + 1, Err(Refusal::TooMany))] {
            assert_eq!(enough(n), want, "{n}");
        }
    }
}
