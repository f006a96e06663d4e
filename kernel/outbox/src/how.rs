//! 怎么告诉您: the ways somebody without a phone of their own can be told.

use crate::texts::t;
use lianxin_base::Lang;
use std::fmt;
use std::str::FromStr;

/// How somebody wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// 在手机上看: the inbox is enough.
    Inbox,
    /// 打电话.
    Call,
    /// 上门.
    Visit,
    /// 贴条: a note on the door.
    Slip,
    /// 告诉家人.
    Family,
    /// 来社区问: they come and ask.
    Ask,
}

impl How {
    /// All of them, in the order of the form.
    pub const ALL: &[Self] = &[Self::Inbox, Self::Call, Self::Visit, Self::Slip, Self::Family, Self::Ask];
    /// Those for somebody who stands at the counter without a phone of their own.
    pub const AT_COUNTER: &[Self] = &[Self::Call, Self::Visit, Self::Slip, Self::Family, Self::Ask];

    /// Its name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Call => "call",
            Self::Visit => "visit",
            Self::Slip => "slip",
            Self::Family => "family",
            Self::Ask => "ask",
        }
    }
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Inbox => t.msg_how_inbox(),
            Self::Call => t.msg_how_call(),
            Self::Visit => t.msg_how_visit(),
            Self::Slip => t.msg_how_slip(),
            Self::Family => t.msg_how_family(),
            Self::Ask => t.msg_how_ask(),
        }
    }
    /// Whether a worker has to do something for it.
    pub const fn sends_somebody(self) -> bool {
        !matches!(self, Self::Inbox | Self::Ask)
    }
    /// Whether it needs a telephone number.
    pub const fn needs_phone(self) -> bool {
        matches!(self, Self::Call | Self::Family)
    }
}

/// No such way of being told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHow;

impl FromStr for How {
    type Err = NoHow;
    fn from_str(name: &str) -> Result<Self, NoHow> {
        Self::ALL.iter().copied().find(|how| how.name() == name).ok_or(NoHow)
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_read_back_and_has_words_of_its_own_in_each_language() {
        for lang in Lang::ALL {
            let mut words: Vec<String> = How::ALL.iter().map(|how| how.say(lang)).collect();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), How::ALL.len());
        }
        for how in How::ALL {
            assert_eq!(how.name().parse(), Ok(*how));
        }
        assert_eq!("sms".parse::<How>(), Err(NoHow));
    }
}
