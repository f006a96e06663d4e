//! When the maintenance fund may be used without a vote, and what its account must say; pure. 民法典 281 lets it be applied for in
//! an emergency; how, the region says.

use crate::refusal::Refusal;
use lianxin_base::{Day, Fen, vocabulary};

/// Longest description.
pub(crate) const WORDS_MAX: usize = 300;
/// Longest place and longest name of who found it.
pub(crate) const LINE_MAX: usize = 40;
/// No emergency of a compound costs more: ten million yuan is a rebuilding, and that is voted on.
pub(crate) const SUM_MAX: Fen = Fen(1_000_000_000);

vocabulary! {
    /// What is in danger.
    Danger {
        /// 屋面、外墙漏水
        Roof = "roof",
        /// 外墙、栏杆要掉
        Wall = "wall",
        /// 电梯停了、有危险
        Lift = "lift",
        /// 消防设施坏了
        Fire = "fire",
        /// 下水堵了往外冒
        Drain = "drain",
        /// 供水的泵、管坏了
        Water = "water",
        /// 公用的电坏了
        Power = "power",
        /// 别的危及人和房子的
        Other = "other",
    }
}

/// What is to be noted.
pub(crate) struct Noting<'a> {
    pub(crate) today: Day,
    /// When it was found.
    pub(crate) day: Day,
    pub(crate) most: Fen,
    pub(crate) words: &'a str,
    /// The rules of the region let the fund be used without a vote.
    pub(crate) allowed: bool,
}

/// May an emergency be noted?
pub(crate) fn may_note(n: &Noting<'_>) -> Result<(), Refusal> {
    if !n.allowed {
        return Err(Refusal::NoUrgentRule);
    }
    if n.day > n.today {
        return Err(Refusal::StepDay);
    }
    if n.most <= Fen(0) || n.most > SUM_MAX {
        return Err(Refusal::UrgentSum);
    }
    if n.words.is_empty() { Err(Refusal::NoEvidence) } else { Ok(()) }
}

/// What is to be settled.
pub(crate) struct Settling<'a> {
    pub(crate) done: bool,
    pub(crate) found: Day,
    pub(crate) day: Day,
    pub(crate) today: Day,
    pub(crate) most: Fen,
    pub(crate) cost: Fen,
    pub(crate) words: &'a str,
}

/// May its account be settled? Nothing may have been used; more than was noted needs a vote.
pub(crate) fn may_settle(s: &Settling<'_>) -> Result<(), Refusal> {
    if s.done {
        return Err(Refusal::UrgentOver);
    }
    if s.day < s.found || s.day > s.today {
        return Err(Refusal::UrgentDoneDay);
    }
    if s.cost < Fen(0) || s.cost > s.most {
        return Err(Refusal::UrgentMore);
    }
    if s.words.is_empty() { Err(Refusal::NoEvidence) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn it_is_noted_only_where_the_region_lets_it_and_with_a_sum() {
        for (what, allowed, on, most, words, may) in [
            ("today", true, "2026-06-18", 1, "漏水", Ok(())),
            ("the most", true, "2026-06-01", SUM_MAX.0, "漏水", Ok(())),
            ("no such rule", false, "2026-06-18", 1, "漏水", Err(Refusal::NoUrgentRule)),
            ("tomorrow", true, "2026-06-19", 1, "漏水", Err(Refusal::StepDay)),
            ("no sum", true, "2026-06-18", 0, "漏水", Err(Refusal::UrgentSum)),
            ("less than nothing", true, "2026-06-18", -1, "漏水", Err(Refusal::UrgentSum)),
            ("too much", true, "2026-06-18", SUM_MAX.0 + 1, "漏水", Err(Refusal::UrgentSum)),
            ("nothing shown", true, "2026-06-18", 1, "", Err(Refusal::NoEvidence)),
        ] {
            let noting = Noting { today: day("2026-06-18"), day: day(on), most: Fen(most), words, allowed };
            assert_eq!(may_note(&noting), may, "{what}");
        }
    }

    #[test]
    fn it_is_settled_once_within_what_was_noted() {
        for (what, done, on, cost, words, may) in [
            ("all of it", false, "2026-06-18", 500, "修好了", Ok(())),
            ("on the day it was found", false, "2026-06-10", 0, "没有动用", Ok(())),
            ("before it was found", false, "2026-06-09", 1, "修好了", Err(Refusal::UrgentDoneDay)),
            ("tomorrow", false, "2026-06-19", 1, "修好了", Err(Refusal::UrgentDoneDay)),
            ("a fen more", false, "2026-06-18", 501, "修好了", Err(Refusal::UrgentMore)),
            ("less than nothing", false, "2026-06-18", -1, "修好了", Err(Refusal::UrgentMore)),
            ("nothing shown", false, "2026-06-18", 1, "", Err(Refusal::NoEvidence)),
            ("twice", true, "2026-06-18", 1, "修好了", Err(Refusal::UrgentOver)),
        ] {
            let settling = Settling {
                done,
                found: day("2026-06-10"),
                day: day(on),
                today: day("2026-06-18"),
                most: Fen(500),
                cost: Fen(cost),
                words,
            };
            assert_eq!(may_settle(&settling), may, "{what}");
        }
    }
}
