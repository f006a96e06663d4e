use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// What this room refuses, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such message, or not for this visitor.
    NoErrand,
    /// Somebody was there already.
    ToldAlready,
    /// They want to be rung up, and there is no number.
    NoPhone,
    /// These are no hours of a day, or they leave too little of it.
    NoQuiet,
    /// That is no address for mail.
    NoAddress,
    /// That is no address a computer is called at.
    NoHook,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] =
        &[Self::NoErrand, Self::ToldAlready, Self::NoPhone, Self::NoQuiet, Self::NoAddress, Self::NoHook];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoErrand => "outbox.no_errand",
            Self::ToldAlready => "outbox.told_already",
            Self::NoPhone => "outbox.no_phone",
            Self::NoQuiet => "outbox.no_quiet",
            Self::NoAddress => "outbox.no_address",
            Self::NoHook => "outbox.no_hook",
        }
    }
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoErrand => t(lang).msg_no_errand(),
            Self::ToldAlready => t(lang).msg_told_already(),
            Self::NoPhone => t(lang).msg_no_phone(),
            Self::NoQuiet => t(lang).msg_no_quiet(),
            Self::NoAddress => t(lang).msg_no_address(),
            Self::NoHook => t(lang).msg_no_hook(),
        }
    }
    fn status(&self) -> u16 {
        match self {
            Self::NoErrand => 404,
            Self::ToldAlready => 409,
            Self::NoPhone | Self::NoQuiet | Self::NoAddress | Self::NoHook => 422,
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoPhone => Some("how"),
            Self::NoQuiet => Some("from"),
            Self::NoAddress => Some("mail"),
            Self::NoHook => Some("url"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_code_of_its_own_and_a_whole_sentence_in_each_language() {
        let codes: std::collections::BTreeSet<_> = Refusal::ALL.iter().map(Refuse::code).collect();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert!(refusal.say(Lang::Zh).ends_with('。') && refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
    }
}
