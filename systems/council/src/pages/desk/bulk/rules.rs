//! What may be done with several at once; pure.

use crate::pause::STEP;
use crate::texts::t;
use lianxin_base::{Lang, OrgId, Refuse};

/// So many at once.
pub(crate) const MOST: usize = 60;

/// Why it was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Nothing is ticked.
    Nothing,
    /// Too much is ticked.
    TooMany,
    /// Only one is ticked: it is the same as nothing.
    One,
    /// Somebody has decided already who may read it.
    Looked,
    /// It is with them already.
    There,
}

/// One of each, for the printed list.
pub(crate) const REFUSALS: &[Refusal] =
    &[Refusal::Nothing, Refusal::TooMany, Refusal::One, Refusal::Looked, Refusal::There];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "council.bulk_nothing",
            Self::TooMany => "council.bulk_too_many",
            Self::One => "council.bulk_one",
            Self::Looked => "council.bulk_looked",
            Self::There => "council.bulk_there",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Nothing => t.msg_bulk_nothing(),
            Self::TooMany => t.msg_bulk_too_many(MOST.to_string()),
            Self::One => t.msg_bulk_one(),
            Self::Looked => t.msg_bulk_looked(),
            Self::There => t.msg_bulk_there(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::Looked | Self::There => 409,
            _ => 422,
        }
    }
}

/// Whether so many can be done at once; to be one thing it takes two.
pub(super) fn enough(n: usize, one_thing: bool) -> Result<(), Refusal> {
    match n {
        0 => Err(Refusal::Nothing),
        1 if one_thing => Err(Refusal::One),
        n if n > MOST => Err(Refusal::TooMany),
        _ => Ok(()),
    }
}

/// How a matter comes to an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It has not been handed on yet.
    Dispatch,
    /// It is with another.
    Transfer,
}

/// How it comes to `to` from where it stands; where neither leads there the rules of the matter say so.
pub(super) fn way(step: &str, holder: OrgId, to: Option<OrgId>) -> Result<Way, Refusal> {
    match (step, to) {
        ("work" | STEP, Some(to)) if to == holder => Err(Refusal::There),
        ("work" | STEP, Some(_)) => Ok(Way::Transfer),
        _ => Ok(Way::Dispatch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_are_done_at_once() {
        for (n, one_thing, want) in [
            (0, false, Err(Refusal::Nothing)),
            (0, true, Err(Refusal::Nothing)),
            (1, false, Ok(())),
            (1, true, Err(Refusal::One)),
            (2, true, Ok(())),
            (MOST, true, Ok(())),
            (MOST + 1, false, Err(Refusal::TooMany)),
        ] {
            assert_eq!(enough(n, one_thing), want, "{n} {one_thing}");
        }
    }

    #[test]
    fn how_a_matter_comes_to_somebody() {
        let org = |n| OrgId::from_bytes([n; 16]);
        for (step, to, want) in [
            ("look", Some(org(1)), Ok(Way::Dispatch)),
            ("look", Some(org(2)), Ok(Way::Dispatch)),
            ("look", None, Ok(Way::Dispatch)),
            ("work", Some(org(1)), Err(Refusal::There)),
            ("work", Some(org(2)), Ok(Way::Transfer)),
            ("waiting", Some(org(1)), Err(Refusal::There)),
            ("waiting", Some(org(2)), Ok(Way::Transfer)),
            ("work", None, Ok(Way::Dispatch)),
            ("feedback", Some(org(2)), Ok(Way::Dispatch)),
        ] {
            assert_eq!(way(step, org(1), to), want, "{step} {to:?}");
        }
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert_eq!(REFUSALS.iter().filter(|other| other.code() == r.code()).count(), 1);
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
