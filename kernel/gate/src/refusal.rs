use crate::Wait;
use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why somebody does not come in, in order of precedence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Tried too often: so many seconds to wait.
    TooOften(Wait),
    /// Login or password is wrong; which of the two is not said.
    WrongLogin,
    /// The seat this login belongs to has ended.
    SeatEnded,
    /// No entry slip has this code.
    SlipUnknown,
    /// The slip has been used.
    SlipUsed,
    /// The slip's sixty days are over.
    SlipExpired,
    /// The password has fewer than eight characters.
    PasswordShort,
    /// The password has more than 128 characters.
    PasswordLong,
    /// The login is taken by another seat.
    LoginTaken,
    /// The login is empty, too long or has a space in it.
    LoginShape,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[
        Self::TooOften(Wait { seconds: 900 }),
        Self::WrongLogin,
        Self::SeatEnded,
        Self::SlipUnknown,
        Self::SlipUsed,
        Self::SlipExpired,
        Self::PasswordShort,
        Self::PasswordLong,
        Self::LoginTaken,
        Self::LoginShape,
    ];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooOften(_) => "gate.too_often",
            Self::WrongLogin => "gate.wrong_login",
            Self::SeatEnded => "gate.seat_ended",
            Self::SlipUnknown => "gate.slip_unknown",
            Self::SlipUsed => "gate.slip_used",
            Self::SlipExpired => "gate.slip_expired",
            Self::PasswordShort => "gate.password_short",
            Self::PasswordLong => "gate.password_long",
            Self::LoginTaken => "gate.login_taken",
            Self::LoginShape => "gate.login_shape",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::TooOften(wait) => t.msg_too_often(wait.minutes()),
            Self::WrongLogin => t.msg_wrong_login(),
            Self::SeatEnded => t.msg_seat_ended(),
            Self::SlipUnknown => t.msg_slip_unknown(),
            Self::SlipUsed => t.msg_slip_used(),
            Self::SlipExpired => t.msg_slip_expired(),
            Self::PasswordShort => t.msg_password_short(),
            Self::PasswordLong => t.msg_password_long(),
            Self::LoginTaken => t.msg_login_taken(),
            Self::LoginShape => t.msg_login_shape(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::TooOften(_) => 429,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::SlipUnknown | Self::SlipUsed | Self::SlipExpired => Some("code"),
            Self::PasswordShort | Self::PasswordLong => Some("password"),
            Self::LoginTaken | Self::LoginShape => Some("login"),
            Self::TooOften(_) | Self::WrongLogin | Self::SeatEnded => None,
        }
    }
}

impl From<Wait> for Refusal {
    fn from(wait: Wait) -> Self {
        Self::TooOften(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = Refusal::ALL.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert!(refusal.say(Lang::Zh).ends_with('。'), "{refusal:?}");
            assert!(refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
        assert_eq!(Refusal::from(Wait { seconds: 61 }).say(Lang::Zh), "试的次数太多了，请过 2 分钟再试。");
    }
}
