use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why a privacy request is not carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The person holds a seat.
    Seated,
    /// Nothing is kept of this person, or it is erased already.
    Unknown,
    /// What was typed to confirm is not what was asked for.
    Confirm,
    /// What shows that a report without an account is one's own does not match.
    Proof,
}

impl Refusal {
    /// All of them, for the printed list.
    pub const ALL: [Self; 4] = [Self::Seated, Self::Unknown, Self::Confirm, Self::Proof];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Seated => "privacy.seated",
            Self::Unknown => "privacy.unknown",
            Self::Confirm => "privacy.confirm",
            Self::Proof => "privacy.proof",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Seated => t.msg_erase_seated(),
            Self::Unknown => t.msg_erase_unknown(),
            Self::Confirm => t.msg_erase_confirm_wrong(),
            Self::Proof => t.msg_left_wrong(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Confirm | Self::Seated => Some("confirm"),
            Self::Proof => Some("proof"),
            Self::Unknown => None,
        }
    }
}
