//! What a story is made of. Days are working days, so that nobody is made to work on a holiday.

use crate::about::Whom;
use crate::pause::Reason;
use crate::quote::Covers;
use crate::rules::{Category, EntryKind, Need, Pace, Source};

/// When in the year a story can happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Season {
    /// Always.
    Any,
    /// Heating is on: October to April.
    Cold,
    /// May to September.
    Warm,
    /// Snow lies: November to March.
    Snow,
    /// April to October.
    NoSnow,
}

impl Season {
    pub(super) const fn has(self, month: u8) -> bool {
        match self {
            Self::Any => true,
            Self::Cold => month >= 10 || month <= 4,
            Self::Warm => month >= 5 && month <= 9,
            Self::Snow => month >= 11 || month <= 3,
            Self::NoSnow => month >= 4 && month <= 10,
        }
    }
}

/// Who brings it in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Who {
    /// Somebody of the register, on their phone.
    Resident(&'static str),
    /// Somebody of the register, entered by a worker.
    Counter { name: &'static str, by: &'static str },
    /// Somebody who rang up and is not in the register.
    Caller { name: &'static str, phone: &'static str, by: &'static str },
    /// Somebody without an account.
    Anyone { phone: Option<&'static str> },
    /// Nobody: a worker saw it on patrol.
    Seen { by: &'static str },
    /// Nobody: it was in the newspaper.
    Told { by: &'static str },
}

/// What came with it from outside: the source, its number, within how many working days it wants an answer.
pub(super) type Outer = (Source, &'static str, u32);

/// A matter as it is brought in, and what becomes of it.
pub(super) struct Script {
    pub(super) area: &'static str,
    /// Empty: none.
    pub(super) building: &'static str,
    /// Where, more closely; empty: no more than the building.
    pub(super) spot: &'static str,
    pub(super) who: Who,
    /// What the reporter called it.
    pub(super) said: Option<Category>,
    pub(super) words: &'static str,
    pub(super) need: Option<Need>,
    /// Whom an opinion is about.
    pub(super) about: Option<Whom>,
    pub(super) outer: Option<Outer>,
    /// Whether the reporter wants it kept among those who handle it.
    pub(super) parties_only: bool,
    pub(super) season: Season,
    /// The day of the year on which it was brought in, month and day, where it comes with the season: then `back` is not asked.
    pub(super) date: Option<(u8, u8)>,
    /// How many working days before today it was brought in.
    pub(super) back: u32,
    /// Brought in on the rest day before that, if there is one.
    pub(super) rest_day: bool,
    pub(super) at: (u8, u8),
    /// What a worker called it; empty while nobody has looked.
    pub(super) title: &'static str,
    pub(super) category: Category,
    /// The scene of the photo it came with; empty: none.
    pub(super) photo: &'static str,
    /// The scene of the photo of the finished work; empty: none.
    pub(super) photo_done: &'static str,
    pub(super) events: &'static [Event],
}

/// A story to begin from; the tables change what differs.
pub(super) const BLANK: Script = Script {
    area: "芙蓉里",
    building: "",
    spot: "",
    who: Who::Anyone { phone: None },
    said: None,
    words: "",
    need: None,
    about: None,
    outer: None,
    parties_only: false,
    season: Season::Any,
    date: None,
    back: 0,
    rest_day: false,
    at: (9, 0),
    title: "",
    category: Category::Other,
    photo: "",
    photo_done: "",
    events: &[],
};

/// Something that happens to a matter: so many working days after it was brought in, at a time, by whom.
pub(super) struct Event {
    pub(super) day: u32,
    pub(super) at: (u8, u8),
    pub(super) by: &'static str,
    pub(super) step: Step,
}

pub(super) const fn on(day: u32, hour: u8, minute: u8, by: &'static str, step: Step) -> Event {
    Event { day, at: (hour, minute), by, step }
}

/// What happens.
pub(super) enum Step {
    /// 看过，交给大家商量.
    Dispatch(Pace),
    /// 看过，直接交给….
    Direct(Pace, &'static str),
    /// Who stands in the community's place does it itself.
    Take(Pace),
    /// 看过，可以公开, in these words; empty: as they were said.
    Show(&'static str),
    /// 只给办事的人看.
    Keep,
    /// 说一句.
    Say(EntryKind, &'static str),
    /// 遮住一句: the line with these words, and why.
    Hide(&'static str, &'static str),
    /// 提议: what, for how many fen, by whom.
    Plan(&'static str, Option<i64>, Option<&'static str>),
    /// 想问: of whom, what.
    Ask(&'static str, &'static str),
    /// 回答: to what was asked of them first and has no answer yet.
    Answer(&'static str),
    /// 议定: what, who does it, within how many working days.
    Decide(&'static str, &'static str, u32),
    /// 要多等几天: what for, and within how many working days from then.
    Wait(&'static str, u32),
    /// 先停一停: what for, in which words, and on which working day from then it goes on.
    Pause(Reason, &'static str, u32),
    /// 接着办.
    Resume,
    /// 干完了，请居民看.
    Done(&'static str),
    /// 报价: how many fen, what it covers, in which words.
    Quote(i64, Covers, &'static str),
    /// 我同意 or 我不同意, with how it was asked when a worker enters it.
    Reply(bool, &'static str, Option<&'static str>),
    /// 干完了，请居民看, with what it cost in fen.
    DoneFor(&'static str, i64),
    /// 到了.
    Arrive,
    /// 分一份给别家: to whom, what, within how many working days.
    Part(&'static str, &'static str, u32),
    /// What the organisation that was given a part says of it.
    OfPart(&'static str, crate::part::State, &'static str),
    /// 不归我们管.
    Return(&'static str),
    /// 改交….
    Transfer(&'static str, &'static str),
    /// 这事不在这儿办.
    Decline(&'static str),
    /// 办好了, with how it was asked when a worker enters it.
    Good(&'static str, Option<&'static str>),
    /// 没办好，接着办.
    Again(&'static str, Option<&'static str>),
    /// 谢谢.
    Thank,
    /// 我家也这样.
    Join,
    /// 是同一件事: what was reported in these words is part of it.
    Same(&'static str),
}
