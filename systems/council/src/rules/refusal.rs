//! Every reason for which a command about a matter is refused, each with its sentence.

use super::WORDS_MAX;
use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why a command about a matter was refused, in order of precedence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such matter, or not for you.
    NoMatter,
    /// Somebody else moved it meanwhile.
    MovedMeanwhile,
    /// It is not at a step where this can be done.
    WrongStep,
    /// Only who holds it may do this.
    NotHolder,
    /// The executor may not say that it is solved.
    ExecutorCannotConfirm,
    /// The link shows; confirming asks the phone's last four digits or the receipt's PIN.
    WrongProof,
    /// Nothing was said.
    NoWords,
    /// Too short to find the place.
    WhereIsIt,
    /// Words of danger: the emergency numbers first.
    Danger,
    /// Sensitive words, and no agreement to keeping them.
    Sensitive,
    /// Sensitive words are never published.
    SensitiveShown,
    /// Too long.
    TooLong {
        /// The form field.
        field: &'static str,
        /// The limit in characters.
        max: usize,
    },
    /// No such place.
    UnknownPlace,
    /// No such kind.
    UnknownCategory,
    /// No telephone number.
    BadPhone,
    /// They want to be rung up, and there is no number.
    NoPhone,
    /// Nobody to do it was named.
    NoExecutor,
    /// The organisation is none of those that may be asked here.
    UnknownExecutor,
    /// No day by which.
    NoDeadline,
    /// The day is over already.
    DeadlinePast,
    /// The day is too far.
    DeadlineFar,
    /// No sum of money.
    BadLimit,
    /// A reason is needed.
    NoReason,
    /// A title is needed.
    NoTitle,
    /// The reporter has not agreed to their words and photos being public.
    NotAgreed,
    /// More time has been asked for already.
    ExtendedBefore,
    /// The day by which it was to be done is over.
    TermOver,
    /// The new day is no later than the old one.
    NotLater,
    /// To wait until today is not to wait.
    PauseToday,
    /// It was handed on too long ago to be sent back.
    ReturnTooLate,
    /// Where somebody is in danger no clock stands still.
    UrgentWaitsForNothing,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoMatter => "council.no_matter",
            Self::MovedMeanwhile => "council.moved_meanwhile",
            Self::WrongStep => "council.wrong_step",
            Self::NotHolder => "council.not_holder",
            Self::ExecutorCannotConfirm => "council.executor_cannot_confirm",
            Self::WrongProof => "council.wrong_proof",
            Self::NoWords => "council.no_words",
            Self::WhereIsIt => "council.where_is_it",
            Self::Danger => "council.danger",
            Self::Sensitive => "council.sensitive",
            Self::SensitiveShown => "council.sensitive_shown",
            Self::TooLong { .. } => "council.too_long",
            Self::UnknownPlace => "council.unknown_place",
            Self::UnknownCategory => "council.unknown_category",
            Self::BadPhone => "council.bad_phone",
            Self::NoPhone => "council.no_phone",
            Self::NoExecutor => "council.no_executor",
            Self::UnknownExecutor => "council.unknown_executor",
            Self::NoDeadline => "council.no_deadline",
            Self::DeadlinePast => "council.deadline_past",
            Self::DeadlineFar => "council.deadline_far",
            Self::BadLimit => "council.bad_limit",
            Self::NoReason => "council.no_reason",
            Self::NoTitle => "council.no_title",
            Self::NotAgreed => "council.not_agreed",
            Self::ExtendedBefore => "council.extended_before",
            Self::TermOver => "council.term_over",
            Self::NotLater => "council.not_later",
            Self::PauseToday => "council.pause_today",
            Self::ReturnTooLate => "council.return_too_late",
            Self::UrgentWaitsForNothing => "council.urgent_waits",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoMatter => t.msg_no_matter(),
            Self::MovedMeanwhile => t.msg_moved_meanwhile(),
            Self::WrongStep => t.msg_wrong_step(),
            Self::NotHolder => t.msg_not_holder(),
            Self::ExecutorCannotConfirm => t.msg_executor_cannot_confirm(),
            Self::WrongProof => t.msg_wrong_proof(),
            Self::NoWords => t.msg_no_words(),
            Self::WhereIsIt => t.msg_where_is_it(),
            Self::Danger => t.msg_danger(),
            Self::Sensitive => t.msg_sensitive(),
            Self::SensitiveShown => t.msg_sensitive_shown(),
            Self::TooLong { max, .. } => t.msg_too_long(max.to_string()),
            Self::UnknownPlace => t.msg_unknown_place(),
            Self::UnknownCategory => t.msg_unknown_category(),
            Self::BadPhone => t.msg_bad_phone(),
            Self::NoPhone => t.msg_no_phone(),
            Self::NoExecutor => t.msg_no_executor(),
            Self::UnknownExecutor => t.msg_unknown_executor(),
            Self::NoDeadline => t.msg_no_deadline(),
            Self::DeadlinePast => t.msg_deadline_past(),
            Self::DeadlineFar => t.msg_deadline_far(),
            Self::BadLimit => t.msg_bad_limit(),
            Self::NoReason => t.msg_no_reason(),
            Self::NoTitle => t.msg_no_title(),
            Self::NotAgreed => t.msg_not_agreed(),
            Self::ExtendedBefore => t.msg_extended_before(),
            Self::TermOver => t.msg_term_over(),
            Self::NotLater => t.msg_not_later(),
            Self::PauseToday => t.msg_pause_today(),
            Self::ReturnTooLate => t.msg_return_too_late(),
            Self::UrgentWaitsForNothing => t.msg_urgent_waits(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NoMatter => 404,
            Self::MovedMeanwhile
            | Self::WrongStep
            | Self::ExtendedBefore
            | Self::TermOver
            | Self::ReturnTooLate
            | Self::UrgentWaitsForNothing => 409,
            Self::NotHolder | Self::ExecutorCannotConfirm | Self::WrongProof => 403,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoWords | Self::WhereIsIt | Self::NotAgreed | Self::SensitiveShown => Some("words"),
            Self::Sensitive => Some("agreed"),
            Self::TooLong { field, .. } => Some(field),
            Self::UnknownPlace => Some("place"),
            Self::UnknownCategory => Some("category"),
            Self::BadPhone | Self::NoPhone => Some("phone"),
            Self::NoExecutor | Self::UnknownExecutor => Some("executor"),
            Self::NoDeadline | Self::DeadlinePast | Self::DeadlineFar | Self::NotLater | Self::PauseToday => {
                Some("deadline")
            }
            Self::BadLimit => Some("limit"),
            Self::NoReason => Some("note"),
            Self::NoTitle => Some("title"),
            Self::WrongProof => Some("proof"),
            _ => None,
        }
    }
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[
    Refusal::NoMatter,
    Refusal::MovedMeanwhile,
    Refusal::WrongStep,
    Refusal::NotHolder,
    Refusal::ExecutorCannotConfirm,
    Refusal::WrongProof,
    Refusal::NoWords,
    Refusal::WhereIsIt,
    Refusal::Danger,
    Refusal::Sensitive,
    Refusal::SensitiveShown,
    Refusal::TooLong { field: "words", max: WORDS_MAX },
    Refusal::UnknownPlace,
    Refusal::UnknownCategory,
    Refusal::BadPhone,
    Refusal::NoPhone,
    Refusal::NoExecutor,
    Refusal::UnknownExecutor,
    Refusal::NoDeadline,
    Refusal::DeadlinePast,
    Refusal::DeadlineFar,
    Refusal::BadLimit,
    Refusal::NoReason,
    Refusal::NoTitle,
    Refusal::NotAgreed,
    Refusal::ExtendedBefore,
    Refusal::TermOver,
    Refusal::NotLater,
    Refusal::PauseToday,
    Refusal::ReturnTooLate,
    Refusal::UrgentWaitsForNothing,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
