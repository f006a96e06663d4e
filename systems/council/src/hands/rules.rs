//! What can be tapped, and when it counts; pure.

use crate::texts::t;
use lianxin_base::vocabulary;
use lianxin_base::{HOUR, Lang, Moment, Refuse};

/// Who is there need not say so again for so long: a second tap is a slip of the finger.
const AGAIN: i64 = HOUR;

vocabulary! {
    /// What was done.
    Did {
        /// 换了零件
        Parts = "parts",
        /// 疏通了
        Cleared = "cleared",
        /// 修好了
        Fixed = "fixed",
        /// 清理干净了
        Cleaned = "cleaned",
    }
}

vocabulary! {
    /// Why it is not done yet.
    Later {
        /// 要等配件
        Parts = "wait",
        /// 家里没人
        Home = "home",
        /// 不归我们管
        NotOurs = "other",
    }
}

impl Later {
    /// After how many working days it goes on.
    pub(crate) const fn days(self) -> u32 {
        match self {
            Self::Parts => 5,
            Self::Home | Self::NotOurs => 1,
        }
    }
}

/// Why a tap was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Neither tapped nor written what was done.
    Nothing,
    /// Said a moment ago.
    There,
    /// It is not being worked at.
    NotWorking,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[Refusal::Nothing, Refusal::There, Refusal::NotWorking];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "council.did_nothing",
            Self::There => "council.there_already",
            Self::NotWorking => "council.not_working",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Nothing => t.msg_hands_nothing(),
            Self::There => t.msg_hands_there(),
            Self::NotWorking => t.msg_hands_not_working(),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::Nothing { 422 } else { 409 }
    }

    fn field(&self) -> Option<&'static str> {
        (*self == Self::Nothing).then_some("did")
    }
}

/// Whether 到了 counts.
pub(super) fn may_arrive(works: bool, last: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    match last {
        _ if !works => Err(Refusal::NotWorking),
        Some(last) if now.micros() - last.micros() < AGAIN => Err(Refusal::There),
        _ => Ok(()),
    }
}

/// What was tapped and what was written, as one sentence; a refusal if it is neither.
pub(crate) fn words(lang: Lang, tapped: &[Did], written: &str) -> Result<String, Refusal> {
    let t = t(lang);
    let named: Vec<String> =
        Did::ALL.iter().filter(|did| tapped.contains(did)).map(|did| did_name(lang, *did)).collect();
    match (named.is_empty(), written.is_empty()) {
        (true, true) => Err(Refusal::Nothing),
        (true, false) => Ok(written.to_owned()),
        (false, true) => Ok(t.msg_hands_did(named.join(&t.msg_hands_comma()))),
        (false, false) => Ok(t.msg_hands_did_and(named.join(&t.msg_hands_comma()), written)),
    }
}

/// What was done, in words.
pub(crate) fn did_name(lang: Lang, did: Did) -> String {
    let t = t(lang);
    match did {
        Did::Parts => t.msg_hands_parts(),
        Did::Cleared => t.msg_hands_cleared(),
        Did::Fixed => t.msg_hands_fixed(),
        Did::Cleaned => t.msg_hands_cleaned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{Day, MINUTE};

    #[test]
    fn who_is_there_says_so_once() {
        let now = Day::from_number(20_000).at(10, 0);
        for (what, works, last, want) in [
            ("the first time", true, None, Ok(())),
            ("a moment later", true, Some(now.plus(-1)), Err(Refusal::There)),
            ("59 minutes later", true, Some(now.plus(-59 * MINUTE)), Err(Refusal::There)),
            ("an hour later", true, Some(now.plus(-HOUR)), Ok(())),
            ("of what is done", false, None, Err(Refusal::NotWorking)),
        ] {
            assert_eq!(may_arrive(works, last, now), want, "{what}");
        }
    }

    #[test]
    fn chips_give_the_words_in_their_own_order() {
        for (tapped, written, want) in [
            (&[][..], "", Err(Refusal::Nothing)),
            (&[], "接头也换了", Ok("接头也换了")),
            (&[Did::Fixed], "", Ok("修好了。")),
            (&[Did::Fixed, Did::Parts], "", Ok("换了零件，修好了。")),
            (&[Did::Cleared], "楼下也查过", Ok("疏通了。楼下也查过")),
        ] {
            assert_eq!(words(Lang::Zh, tapped, written), want.map(ToOwned::to_owned), "{tapped:?} {written}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
