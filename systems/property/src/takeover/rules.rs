//! The steps by which a compound nobody manages is taken over, who is responsible for each, its article, and what each waits
//! for; pure. 民法典 278, 281, 938, 949; 物业管理条例; 274号 arts. 8 to 15; the rest is local.

use super::Takeover;
use crate::procedure::rules::{may_note, of};
use crate::refusal::Refusal;
use lianxin_base::{Day, vocabulary};
use lianxin_calendar::{Calendar, Term};

/// From entering to looking back.
const LOOK_BACK_MONTHS: u32 = 3;
/// How long what is chosen from hangs out before the vote.
const POSTED_DAYS: i32 = 15;

vocabulary! {
    /// A step, in order.
    Step {
        /// 摸底
        Survey = "survey",
        /// 街道认定、公告
        Recognised = "recognised",
        /// 应急托管
        Custody = "custody",
        /// 旧企业交接，或者缺席清点
        HandOver = "hand_over",
        /// 意向征询（不是表决）
        Intent = "intent",
        /// 筹备组或者物管会
        Group = "group",
        /// 名册公示
        Roll = "roll",
        /// 选聘方案公示
        Plan = "plan",
        /// 表决
        Vote = "vote",
        /// 结果公示
        Result = "result",
        /// 合同
        Contract = "contract",
        /// 承接查验
        Inspection = "inspection",
        /// 进场公告和起算日
        Entry = "entry",
        /// 备案
        Filing = "filing",
        /// 修缮美化
        Repair = "repair",
        /// 三个月回头看
        LookBack = "look_back",
    }
}

vocabulary! {
    /// Who is responsible for a step.
    Party {
        /// 社区
        Community = "community",
        /// 街道
        Street = "street",
        /// 筹备组、物管会
        Group = "group",
        /// 业主
        Owners = "owners",
        /// 新来的物业公司
        Company = "company",
    }
}

impl Step {
    /// Who sees to it.
    pub(crate) const fn party(self) -> Party {
        match self {
            Self::Survey | Self::Intent | Self::LookBack => Party::Community,
            Self::Recognised | Self::Custody | Self::HandOver => Party::Street,
            Self::Group | Self::Roll | Self::Plan | Self::Result | Self::Contract | Self::Filing => Party::Group,
            Self::Vote => Party::Owners,
            Self::Inspection | Self::Entry | Self::Repair => Party::Company,
        }
    }

    /// The article it stands on; empty where that is local.
    pub(crate) const fn article(self) -> &'static str {
        match self {
            Self::Survey | Self::Recognised | Self::Custody | Self::Intent | Self::Entry | Self::LookBack => "",
            Self::HandOver => "民法典 949",
            Self::Group | Self::Roll => "274号 8-15",
            Self::Plan => "物业管理条例 14",
            Self::Vote => "民法典 278 (4)",
            Self::Result => "民法典 280",
            Self::Contract => "民法典 938",
            Self::Inspection => "物业管理条例 28",
            Self::Filing => "物业管理条例 16",
            Self::Repair => "民法典 281",
        }
    }
}

/// The steps that are done, each with its day, in order.
pub(crate) type Done = Vec<(Step, Day)>;

/// The first day on which a step may be: some wait for the one before.
pub(crate) fn earliest(step: Step, done: &[(Step, Day)]) -> Option<Day> {
    match step {
        Step::Vote => of(done, Step::Plan).map(|day| day.plus(POSTED_DAYS)),
        Step::LookBack => {
            let term = Term::Months { n: LOOK_BACK_MONTHS };
            of(done, Step::Entry).and_then(|day| term.last_day(&Calendar::official(), day)).map(|last| last.counted)
        }
        _ => done.last().map(|(_, day)| *day),
    }
}

/// Somebody says that a step is done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing<'a> {
    pub(crate) step: Step,
    pub(crate) day: Day,
    pub(crate) today: Day,
    pub(crate) words: &'a str,
    /// A vote of the compound that engages a company, counted and passed, is named.
    pub(crate) passed: bool,
}

/// May it be? In order, not in the future, not before what it waits for, with what shows it.
pub(crate) fn may_do(done: &[(Step, Day)], d: Doing<'_>) -> Result<(), Refusal> {
    may_note::<Takeover>(done, (d.step, d.day), d.today, d.words)?;
    if d.step == Step::Vote && !d.passed {
        return Err(Refusal::NoPassedVote);
    }
    match earliest(d.step, done) {
        Some(first) if d.day < first => Err(Refusal::StepEarly),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::rules::next;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// Everything before a step, each on the same day.
    fn before(step: Step, on: &str) -> Done {
        Step::ALL.iter().take_while(|s| **s != step).map(|s| (*s, day(on))).collect()
    }

    #[test]
    fn steps_are_done_in_order_and_not_before_what_they_wait_for() {
        let today = day("2026-06-18");
        for (what, step, done, on, words, passed, may) in [
            ("the first", Step::Survey, vec![], "2026-06-01", "走访 64 户", false, Ok(())),
            ("the third first", Step::Custody, vec![], "2026-06-01", "街道托管", false, Err(Refusal::StepOrder)),
            ("nothing shown", Step::Survey, vec![], "2026-06-01", "", false, Err(Refusal::NoEvidence)),
            ("tomorrow", Step::Survey, vec![], "2026-06-19", "走访", false, Err(Refusal::StepDay)),
            (
                "before the last",
                Step::Recognised,
                before(Step::Recognised, "2026-06-02"),
                "2026-06-01",
                "公告",
                false,
                Err(Refusal::StepEarly),
            ),
            ("the vote", Step::Vote, before(Step::Vote, "2026-06-01"), "2026-06-16", "过了", true, Ok(())),
            (
                "the vote too early",
                Step::Vote,
                before(Step::Vote, "2026-06-01"),
                "2026-06-15",
                "过了",
                true,
                Err(Refusal::StepEarly),
            ),
            (
                "no vote that passed",
                Step::Vote,
                before(Step::Vote, "2026-06-01"),
                "2026-06-16",
                "过了",
                false,
                Err(Refusal::NoPassedVote),
            ),
            ("looked back", Step::LookBack, before(Step::LookBack, "2026-03-18"), "2026-06-18", "看了", false, Ok(())),
            (
                "looked back too early",
                Step::LookBack,
                before(Step::LookBack, "2026-03-18"),
                "2026-06-17",
                "看了",
                false,
                Err(Refusal::StepEarly),
            ),
        ] {
            let doing = Doing { step, day: day(on), today, words, passed };
            assert_eq!(may_do(&done, doing), may, "{what}");
        }
        let all: Done = Step::ALL.iter().map(|s| (*s, today)).collect();
        let again = Doing { step: Step::LookBack, day: today, today, words: "再看", passed: false };
        assert_eq!((next(&all), may_do(&all, again)), (None, Err(Refusal::TakenOver)));
    }
}
