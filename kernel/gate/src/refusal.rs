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
    /// A newer slip took its place, or its person's phone was lost.
    SlipVoid,
    /// Six digits were asked for.
    CodeShape,
    /// A code that a stranger tries first.
    CodeWeak,
    /// Somebody at home has the same code.
    CodeTaken,
    /// Nobody knows where this person lives.
    CodeNoHome,
    /// The unit or the code is wrong; which of the two is not said.
    CodeWrong,
    /// Today's tries are used up.
    DayOver,
    /// The seat is none of field staff, or has ended.
    NotField,
    /// The QR was used or is past.
    PairingOver,
    /// The phone is no longer paired.
    PhoneEnded,
    /// The PIN is wrong; so many tries are left.
    PinWrong(u32),
    /// The code of the second step is wrong.
    SecondWrong,
    /// The code of the authenticator used so far is wrong.
    SecondOld,
    /// What was asked for is open only to a seat whose second step is set up.
    SecondFirst,
    /// No administrator has this sign-in name.
    NotAdmin,
    /// The person is under 14: somebody acts for them.
    Child,
    /// A newer version of the rules is in force than the one that was shown.
    RulesNewer,
    /// There is nothing to take back.
    NotAgreed,
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
        Self::SlipVoid,
        Self::CodeShape,
        Self::CodeWeak,
        Self::CodeTaken,
        Self::CodeNoHome,
        Self::CodeWrong,
        Self::DayOver,
        Self::NotField,
        Self::PairingOver,
        Self::PhoneEnded,
        Self::PinWrong(3),
        Self::SecondWrong,
        Self::SecondOld,
        Self::SecondFirst,
        Self::NotAdmin,
        Self::Child,
        Self::RulesNewer,
        Self::NotAgreed,
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
            Self::SlipVoid => "gate.slip_void",
            Self::CodeShape => "gate.code_shape",
            Self::CodeWeak => "gate.code_weak",
            Self::CodeTaken => "gate.code_taken",
            Self::CodeNoHome => "gate.code_no_home",
            Self::CodeWrong => "gate.code_wrong",
            Self::DayOver => "gate.day_over",
            Self::NotField => "gate.not_field",
            Self::PairingOver => "gate.pairing_over",
            Self::PhoneEnded => "gate.phone_ended",
            Self::PinWrong(_) => "gate.pin_wrong",
            Self::SecondWrong => "gate.second_wrong",
            Self::SecondOld => "gate.second_old",
            Self::SecondFirst => "gate.second_first",
            Self::NotAdmin => "gate.not_admin",
            Self::Child => "gate.child",
            Self::RulesNewer => "gate.rules_newer",
            Self::NotAgreed => "gate.not_agreed",
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
            Self::SlipVoid => t.msg_slip_void(),
            Self::CodeShape => t.msg_code_shape(),
            Self::CodeWeak => t.msg_code_weak(),
            Self::CodeTaken => t.msg_code_taken(),
            Self::CodeNoHome => t.msg_code_no_home(),
            Self::CodeWrong => t.msg_code_wrong(),
            Self::DayOver => t.msg_day_over(),
            Self::NotField => t.msg_not_field(),
            Self::PairingOver => t.msg_pairing_over(),
            Self::PhoneEnded => t.msg_phone_ended(),
            Self::PinWrong(left) => t.msg_pin_wrong(*left),
            Self::SecondWrong => t.msg_second_wrong(),
            Self::SecondOld => t.msg_second_old(),
            Self::SecondFirst => t.msg_second_first(),
            Self::NotAdmin => t.msg_not_admin(),
            Self::Child => t.msg_child(),
            Self::RulesNewer => t.msg_rules_newer(),
            Self::NotAgreed => t.msg_not_agreed(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::TooOften(_) | Self::DayOver => 429,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::SlipUnknown | Self::SlipUsed | Self::SlipExpired | Self::SlipVoid => Some("code"),
            Self::CodeShape | Self::CodeWeak | Self::CodeTaken | Self::CodeWrong | Self::SecondWrong => Some("code"),
            Self::PinWrong(_) => Some("pin"),
            Self::SecondOld => Some("old"),
            Self::NotField => Some("seat"),
            Self::PasswordShort | Self::PasswordLong => Some("password"),
            Self::LoginTaken | Self::LoginShape | Self::NotAdmin => Some("login"),
            Self::TooOften(_) | Self::WrongLogin | Self::SeatEnded | Self::CodeNoHome => None,
            Self::SecondFirst | Self::DayOver | Self::PairingOver | Self::PhoneEnded => None,
            Self::Child | Self::RulesNewer | Self::NotAgreed => None,
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
