//! When a line is hidden or shown again; pure.

use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why it is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// No line was chosen, or none of this deliberation.
    NoLine,
    /// It is hidden already.
    Hidden,
    /// Everybody reads it.
    Shown,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[Refusal::NoLine, Refusal::Hidden, Refusal::Shown];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoLine => "council.hide_no_line",
            Self::Hidden => "council.hide_hidden",
            Self::Shown => "council.hide_shown",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoLine => t.msg_hide_no_line(),
            Self::Hidden => t.msg_hide_hidden(),
            Self::Shown => t.msg_hide_shown(),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::NoLine { 422 } else { 409 }
    }

    fn field(&self) -> Option<&'static str> {
        (*self == Self::NoLine).then_some("entry")
    }
}

/// `hidden`: whether the line is, if it is one of this deliberation.
pub(super) fn may_change(hidden: Option<bool>, hides: bool) -> Result<(), Refusal> {
    match (hidden, hides) {
        (None, _) => Err(Refusal::NoLine),
        (Some(true), true) => Err(Refusal::Hidden),
        (Some(false), false) => Err(Refusal::Shown),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_hidden_once_and_shown_again_once() {
        for (what, hidden, hides, want) in [
            ("no line of this one", None, true, Err(Refusal::NoLine)),
            ("a line is hidden", Some(false), true, Ok(())),
            ("twice", Some(true), true, Err(Refusal::Hidden)),
            ("shown again", Some(true), false, Ok(())),
            ("what everybody reads", Some(false), false, Err(Refusal::Shown)),
        ] {
            assert_eq!(may_change(hidden, hides), want, "{what}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
