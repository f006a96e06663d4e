//! What a banner may say, and what is refused.

use crate::texts::t;
use lianxin_base::{HOUR, Lang, MINUTE, Moment, Refuse};
use std::fmt;
use std::str::FromStr;

/// Longest words of a banner, in characters.
pub(crate) const WORDS_MAX: usize = 100;
/// After how many hours it may be expected to be over.
pub(crate) const HOURS: &[i64] = &[1, 2, 4, 8, 24, 48];

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// 停水
    Water,
    /// 停电
    Power,
    /// 停暖
    Heat,
    /// 停气
    Gas,
    /// 电梯停了
    Lift,
    /// 别的
    Other,
}

impl What {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Water, Self::Power, Self::Heat, Self::Gas, Self::Lift, Self::Other];

    /// Its name in leaves, tables and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Water => "water",
            Self::Power => "power",
            Self::Heat => "heat",
            Self::Gas => "gas",
            Self::Lift => "lift",
            Self::Other => "other",
        }
    }

    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Water => t.msg_banner_water(),
            Self::Power => t.msg_banner_power(),
            Self::Heat => t.msg_banner_heat(),
            Self::Gas => t.msg_banner_gas(),
            Self::Lift => t.msg_banner_lift(),
            Self::Other => t.msg_banner_other(),
        }
    }
}

impl FromStr for What {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|x| x.name() == s).ok_or(())
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a banner was not opened, changed or tapped, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such banner.
    None,
    /// It is over.
    Over,
    /// They do not live there.
    NotHere,
    /// They tapped already.
    Already,
    /// Where is not said.
    NoPlace,
    /// What is not said.
    NoKind,
    /// What was done, or what is happening, is not said.
    NoWords,
    /// Too long.
    TooLong,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[
    Refusal::None,
    Refusal::Over,
    Refusal::NotHere,
    Refusal::Already,
    Refusal::NoPlace,
    Refusal::NoKind,
    Refusal::NoWords,
    Refusal::TooLong,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "council.banner_none",
            Self::Over => "council.banner_over",
            Self::NotHere => "council.banner_not_here",
            Self::Already => "council.banner_already",
            Self::NoPlace => "council.banner_no_place",
            Self::NoKind => "council.banner_no_kind",
            Self::NoWords => "council.banner_no_words",
            Self::TooLong => "council.banner_too_long",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::None => t.msg_banner_none(),
            Self::Over => t.msg_banner_over(),
            Self::NotHere => t.msg_banner_not_here(),
            Self::Already => t.msg_banner_already(),
            Self::NoPlace => t.msg_banner_no_place(),
            Self::NoKind => t.msg_banner_no_kind(),
            Self::NoWords => t.msg_banner_no_words(),
            Self::TooLong => t.msg_banner_too_long(WORDS_MAX.to_string()),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::None => 404,
            Self::NotHere => 403,
            Self::Over | Self::Already => 409,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoPlace => Some("place"),
            Self::NoKind => Some("kind"),
            Self::NoWords | Self::TooLong => Some("words"),
            _ => None,
        }
    }
}

/// What is said of it is there and not too long; a kind that says it all needs no words.
pub(crate) fn said(words: &str, needed: bool) -> Result<(), Refusal> {
    match words.chars().count() {
        0 if needed => Err(Refusal::NoWords),
        n if n > WORDS_MAX => Err(Refusal::TooLong),
        _ => Ok(()),
    }
}

/// What was said, as a sentence that another can follow: with its end mark, which few people write and nobody twice.
pub(crate) fn ended(words: &str) -> String {
    let words = words.trim_end();
    match words.chars().next_back() {
        None => String::new(),
        Some('。' | '！' | '？' | '…' | '.' | '!' | '?') => words.to_owned(),
        Some(last) if last.is_ascii() => format!("{words}."),
        Some(_) => format!("{words}。"),
    }
}

/// So many hours from now, on the next ten minutes; none for none of the offered.
pub(crate) fn until(now: Moment, hours: Option<i64>) -> Option<Moment> {
    const STEP: i64 = 10 * MINUTE;
    let hours = hours.filter(|h| HOURS.contains(h))?;
    let at = now.micros() + hours * HOUR;
    Some(Moment::from_micros((at + STEP - 1).div_euclid(STEP) * STEP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn when_it_is_expected_to_be_over_is_told_in_tens_of_minutes() {
        let now = Day::from_number(20_000).at(15, 51);
        for (hours, want) in [
            (Some(2), Some(Day::from_number(20_000).at(18, 0))),
            (Some(24), Some(Day::from_number(20_001).at(16, 0))),
            (Some(3), None),
            (Some(-1), None),
            (None, None),
        ] {
            assert_eq!(until(now, hours), want, "{hours:?}");
        }
    }

    #[test]
    fn what_was_said_ends_once() {
        for (words, want) in [
            ("", ""),
            (" ", ""),
            ("换了阀门", "换了阀门。"),
            ("换了阀门。", "换了阀门。"),
            ("修好了！ ", "修好了！"),
            ("The pump is being replaced", "The pump is being replaced."),
            ("换了 2 号泵（DN100）", "换了 2 号泵（DN100）。"),
        ] {
            assert_eq!(ended(words), want, "{words:?}");
        }
    }

    #[test]
    fn words_are_needed_where_the_kind_does_not_say_it() {
        for (words, needed, want) in
            [("", false, Ok(())), ("", true, Err(Refusal::NoWords)), ("换了阀门", true, Ok(()))]
        {
            assert_eq!(said(words, needed), want, "{words:?}");
        }
        assert_eq!(said(&"长".repeat(WORDS_MAX + 1), false), Err(Refusal::TooLong));
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
        for what in What::ALL {
            assert_eq!(what.name().parse(), Ok(*what));
            assert_ne!(what.say(Lang::Zh), what.say(Lang::En));
        }
    }
}
