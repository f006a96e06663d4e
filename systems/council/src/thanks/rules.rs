//! Who may thank, and when; pure.

use crate::texts::t;
use lianxin_base::{Lang, OrgId, Refuse};

/// Why a thanks was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Nobody has said yet that it is solved.
    NotYet,
    /// Neither brought it in nor joined it.
    NotTheirs,
    /// Once is enough.
    Twice,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[Refusal::NotYet, Refusal::NotTheirs, Refusal::Twice];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotYet => "council.thanks_not_yet",
            Self::NotTheirs => "council.thanks_not_theirs",
            Self::Twice => "council.thanks_twice",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NotYet => t.msg_thanks_not_yet(),
            Self::NotTheirs => t.msg_thanks_not_theirs(),
            Self::Twice => t.msg_thanks_twice(),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::NotTheirs { 403 } else { 409 }
    }
}

/// What the rules need to know.
pub(crate) struct Asking {
    /// The residents' side said that it is solved.
    pub(crate) solved: bool,
    /// Who did it.
    pub(crate) executor: Option<OrgId>,
    /// They brought it in, or joined it.
    pub(crate) theirs: bool,
    /// They have thanked before.
    pub(crate) before: bool,
}

/// Whether somebody may thank, and whom.
pub(crate) fn may_thank(a: &Asking) -> Result<OrgId, Refusal> {
    match a.executor.filter(|_| a.solved) {
        None => Err(Refusal::NotYet),
        Some(_) if !a.theirs => Err(Refusal::NotTheirs),
        Some(_) if a.before => Err(Refusal::Twice),
        Some(org) => Ok(org),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_had_the_trouble_thanks_once_when_it_is_solved() {
        let org = OrgId::from_bytes([1; 16]);
        let good = || Asking { solved: true, executor: Some(org), theirs: true, before: false };
        for (what, a, want) in [
            ("solved", good(), Ok(org)),
            ("not yet", Asking { solved: false, ..good() }, Err(Refusal::NotYet)),
            ("nobody did it", Asking { executor: None, ..good() }, Err(Refusal::NotYet)),
            ("a passer-by", Asking { theirs: false, ..good() }, Err(Refusal::NotTheirs)),
            ("a second time", Asking { before: true, ..good() }, Err(Refusal::Twice)),
        ] {
            assert_eq!(may_thank(&a), want, "{what}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
