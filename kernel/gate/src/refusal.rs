use crate::Wait;
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

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::TooOften(_) => ("试的次数太多了", "Too many tries"), // completed by `say`
            Self::WrongLogin => (
                "账号或密码不对，请再看一眼；忘了可以请社区管理员重设。",
                "The name or the password is wrong. Please check both; the office can set a new password.",
            ),
            Self::SeatEnded => (
                "这个岗位已经交接，不能再用它登录；请找社区管理员。",
                "This seat has been handed over and can no longer sign in. Please ask the office.",
            ),
            Self::SlipUnknown => (
                "没有找到这张入户卡，请对照卡上的 10 位字母数字再输一次。",
                "No entry slip has this code. Please compare the ten characters with the slip and type them again.",
            ),
            Self::SlipUsed => (
                "这张入户卡已经用过了；请家里已登录的人再开一张，或到社区窗口补一张。",
                "This entry slip has been used. Somebody at home who is signed in can make another, or ask at the counter.",
            ),
            Self::SlipExpired => (
                "这张入户卡过了 60 天，已经失效；请到社区窗口换一张。",
                "This entry slip is older than 60 days and no longer works. Please ask for a new one at the counter.",
            ),
            Self::PasswordShort => (
                "密码至少 8 个字，越长越好，汉字、空格都可以。",
                "A password needs at least 8 characters; longer is better, and any characters will do.",
            ),
            Self::PasswordLong => ("密码最多 128 个字。", "A password has at most 128 characters."),
            Self::LoginTaken => (
                "这个账号名已经有人用了，请换一个。",
                "This sign-in name belongs to another seat. Please choose another.",
            ),
            Self::LoginShape => (
                "账号名要 2 到 40 个字，中间不能有空格。",
                "A sign-in name has 2 to 40 characters and no spaces.",
            ),
        }
    }
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
        let (zh, en) = self.words();
        match (self, lang) {
            (Self::TooOften(wait), Lang::Zh) => format!("{zh}，请过 {} 分钟再试。", wait.minutes()),
            (Self::TooOften(wait), Lang::En) => format!("{en}. Please try again in {} min.", wait.minutes()),
            (_, Lang::Zh) => zh.to_owned(),
            (_, Lang::En) => en.to_owned(),
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
