//! Whom a question may be asked, and who answers it; pure.

use crate::texts::t;
use lianxin_base::{Lang, OrgId, Refuse};

/// So many working days a party has to answer before it is reminded.
pub(super) const DAYS: u32 = 2;

/// Why a question or an answer was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Whom it is asked is none of the parties of the matter.
    NoParty,
    /// Nobody asks themselves.
    Own,
    /// No question was chosen, or none of this matter that can be read.
    NoQuestion,
    /// Only the party asked answers.
    NotAsked,
    /// It has its answer.
    Answered,
    /// The matter has ended.
    Over,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] =
    &[Refusal::NoParty, Refusal::Own, Refusal::NoQuestion, Refusal::NotAsked, Refusal::Answered, Refusal::Over];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoParty => "council.question_no_party",
            Self::Own => "council.question_own",
            Self::NoQuestion => "council.question_none",
            Self::NotAsked => "council.question_not_asked",
            Self::Answered => "council.question_answered",
            Self::Over => "council.question_over",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoParty => t.msg_question_no_party(),
            Self::Own => t.msg_question_own(),
            Self::NoQuestion => t.msg_question_none(),
            Self::NotAsked => t.msg_question_not_asked(),
            Self::Answered => t.msg_question_is_answered(),
            Self::Over => t.msg_question_over(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NoParty | Self::Own | Self::NoQuestion => 422,
            Self::NotAsked => 403,
            Self::Answered | Self::Over => 409,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoParty | Self::Own => Some("to"),
            Self::NoQuestion => Some("question"),
            _ => None,
        }
    }
}

/// Whom a question goes to: whom it names, else the holder; to nobody where the holder itself asks.
pub(super) fn whom(
    named: Option<OrgId>,
    parties: &[OrgId],
    holder: OrgId,
    own: Option<OrgId>,
) -> Result<Option<OrgId>, Refusal> {
    match named {
        None => Ok(Some(holder).filter(|org| Some(*org) != own && parties.contains(org))),
        Some(org) if !parties.contains(&org) => Err(Refusal::NoParty),
        Some(org) if Some(org) == own => Err(Refusal::Own),
        Some(org) => Ok(Some(org)),
    }
}

/// Whether this organisation may answer now.
pub(super) fn may_answer(asked: OrgId, by: Option<OrgId>, answered: bool, over: bool) -> Result<(), Refusal> {
    match () {
        () if by != Some(asked) => Err(Refusal::NotAsked),
        () if answered => Err(Refusal::Answered),
        () if over => Err(Refusal::Over),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }

    #[test]
    fn a_question_goes_to_whom_it_names_else_to_the_holder_and_to_nobody_oneself() {
        let all = [org(1), org(2), org(3)];
        for (what, named, own, want) in [
            ("a resident names nobody", None, None, Ok(Some(org(1)))),
            ("a resident names the company", Some(org(2)), None, Ok(Some(org(2)))),
            ("a party asks the holder", None, Some(org(2)), Ok(Some(org(1)))),
            ("the holder names nobody", None, Some(org(1)), Ok(None)),
            ("the holder asks another", Some(org(3)), Some(org(1)), Ok(Some(org(3)))),
            ("the holder asks itself", Some(org(1)), Some(org(1)), Err(Refusal::Own)),
            ("a stranger is asked", Some(org(9)), None, Err(Refusal::NoParty)),
        ] {
            assert_eq!(whom(named, &all, org(1), own), want, "{what}");
        }
        assert_eq!(whom(None, &all, org(8), None), Ok(None), "a holder whom it is about is not asked");
    }

    #[test]
    fn only_who_was_asked_answers_and_once() {
        for (what, by, answered, over, want) in [
            ("who was asked", Some(org(1)), false, false, Ok(())),
            ("another", Some(org(2)), false, false, Err(Refusal::NotAsked)),
            ("a resident", None, false, false, Err(Refusal::NotAsked)),
            ("twice", Some(org(1)), true, false, Err(Refusal::Answered)),
            ("after the end", Some(org(1)), false, true, Err(Refusal::Over)),
            ("another after it was answered", Some(org(2)), true, true, Err(Refusal::NotAsked)),
        ] {
            assert_eq!(may_answer(org(1), by, answered, over), want, "{what}");
        }
    }

    #[test]
    fn every_refusal_has_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
