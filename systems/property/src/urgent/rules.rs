//! When the maintenance fund may be used without a vote, and what its account must say; pure. 民法典 281 lets it be applied for in
//! an emergency; how, the region says.

use crate::refusal::Refusal;
use crate::refusal_votes;
use lianxin_base::{Day, Fen, vocabulary};
use lianxin_store::Stop;

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

vocabulary! {
    /// What is put right.
    Part {
        /// 记的险情
        Entry = "entry",
        /// 账
        Account = "account",
    }
}

/// What is to be put right.
pub(crate) struct Mending<'a> {
    pub(crate) part: Part,
    pub(crate) off: bool,
    /// Its account: when it was repaired, and what it cost.
    pub(crate) account: Option<(Day, Fen)>,
    pub(crate) found: Day,
    pub(crate) most: Fen,
    pub(crate) today: Day,
    pub(crate) day: Day,
    pub(crate) sum: Fen,
    pub(crate) words: &'a str,
    pub(crate) reason: &'a str,
}

/// May it be put right? A correction never lets more be used than was announced, nor leaves an account that does not fit.
pub(crate) fn may_mend(m: &Mending<'_>) -> Result<(), Stop> {
    use refusal_votes::Refusal as No;
    if m.off {
        return Err(No::UrgentIsOff.into());
    }
    if m.reason.is_empty() {
        return Err(No::UrgentReason.into());
    }
    if m.part == Part::Account {
        if m.account.is_none() {
            return Err(No::UrgentNoAccount.into());
        }
        let (found, today, most, cost) = (m.found, m.today, m.most, m.sum);
        return Ok(may_settle(&Settling { done: false, found, day: m.day, today, most, cost, words: m.words })?);
    }
    may_note(&Noting { today: m.today, day: m.day, most: m.sum, words: m.words, allowed: true })?;
    if m.sum > m.most {
        return Err(No::UrgentRaise.into());
    }
    match m.account {
        Some((repaired, _)) if repaired < m.day => Err(Refusal::UrgentDoneDay.into()),
        Some((_, cost)) if cost > m.sum => Err(No::UrgentBelow.into()),
        _ => Ok(()),
    }
}

/// An entry is to be withdrawn.
#[derive(Clone, Copy)]
pub(crate) struct Withdrawing<'a> {
    pub(crate) off: bool,
    pub(crate) settled: bool,
    pub(crate) reason: &'a str,
}

/// May it be withdrawn? What has an account is no mistake any more; the account is put right.
pub(crate) fn may_withdraw(w: Withdrawing<'_>) -> Result<(), Stop> {
    use refusal_votes::Refusal as No;
    match w {
        Withdrawing { off: true, .. } => Err(No::UrgentIsOff.into()),
        Withdrawing { settled: true, .. } => Err(Refusal::UrgentOver.into()),
        Withdrawing { reason: "", .. } => Err(No::UrgentReason.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(may: Result<(), Stop>) -> &'static str {
        may.err().map_or("", |why| why.code())
    }

    #[test]
    fn a_correction_gives_its_reason_and_never_raises_the_sum() {
        let usual = || Mending {
            part: Part::Entry,
            off: false,
            account: None,
            found: day("2026-06-10"),
            most: Fen(500),
            today: day("2026-06-18"),
            day: day("2026-06-09"),
            sum: Fen(400),
            words: "漏水",
            reason: "日子写错了",
        };
        let settled = Some((day("2026-06-12"), Fen(300)));
        let account =
            || Mending { part: Part::Account, account: settled, day: day("2026-06-13"), sum: Fen(500), ..usual() };
        for (what, m, no) in [
            ("an entry", usual(), ""),
            ("the same sum", Mending { sum: Fen(500), ..usual() }, ""),
            ("a fen more", Mending { sum: Fen(501), ..usual() }, "property.urgent_raise"),
            ("no reason", Mending { reason: "", ..usual() }, "property.urgent_reason"),
            ("nothing shown", Mending { words: "", ..usual() }, "property.no_evidence"),
            ("tomorrow", Mending { day: day("2026-06-19"), ..usual() }, "property.step_day"),
            ("withdrawn", Mending { off: true, ..usual() }, "property.urgent_is_off"),
            ("below what it cost", Mending { account: settled, sum: Fen(299), ..usual() }, "property.urgent_below"),
            (
                "found after it was repaired",
                Mending { account: settled, day: day("2026-06-13"), ..usual() },
                "property.urgent_done_day",
            ),
            ("an account", account(), ""),
            ("more than was announced", Mending { sum: Fen(501), ..account() }, "property.urgent_more"),
            ("repaired before", Mending { day: day("2026-06-09"), ..account() }, "property.urgent_done_day"),
            ("no account yet", Mending { account: None, ..account() }, "property.urgent_no_account"),
        ] {
            assert_eq!(code(may_mend(&m)), no, "{what}");
        }
        let open = Withdrawing { off: false, settled: false, reason: "记重了" };
        assert_eq!(code(may_withdraw(open)), "");
        assert_eq!(code(may_withdraw(Withdrawing { settled: true, ..open })), "property.urgent_over");
        assert_eq!(code(may_withdraw(Withdrawing { off: true, ..open })), "property.urgent_is_off");
        assert_eq!(code(may_withdraw(Withdrawing { reason: "", ..open })), "property.urgent_reason");
    }

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
