//! The steps to a compound's first assembly, who sees to each, its article, from when and until when it is done, and what the
//! application and the group must be; pure. 274号 arts. 8 to 15; 物业管理条例 14 and 16; 民法典 278, 280.

use super::First;
use crate::procedure::rules::{may_note, next, of};
use crate::refusal::{FirstEarly, FirstLate, Refusal};
use lianxin_base::{Day, Moment, vocabulary};
use lianxin_calendar::{Calendar, LastDay, Term};
use lianxin_store::Stop;

/// Longest list of a group's members, in letters and in lines.
pub(crate) const MEMBERS_MAX: usize = 1_000;
const MEMBERS: usize = 31;
/// More owners than live anywhere do not sign.
const SIGNERS_MAX: i64 = 100_000;
/// 0.01 m²: more than any compound has.
const SIZE_MAX: i64 = 10_000_000_000;
/// What is voted on hangs out so long before the first paper (274号 8-15).
const POSTED_DAYS: i32 = 15;
/// The street has set up the group so many days after the application.
const GROUP_DAYS: u32 = 60;
/// The group holds the assembly within so many days.
const ASSEMBLY_DAYS: u32 = 90;

vocabulary! {
    /// A step, in order; the application comes before all of them.
    Step {
        /// 街道答复
        Answered = "answered",
        /// 成立筹备组，或者物业管理委员会
        Formed = "formed",
        /// 成员名单公示
        Posted = "posted",
        /// 名册、议事规则、管理规约公示
        Roll = "roll",
        /// 异议都答复了
        Objections = "objections",
        /// 通知、召集会议
        Called = "called",
        /// 候选人名单公示
        Candidates = "candidates",
        /// 表决
        Vote = "vote",
        /// 结果公示
        Result = "result",
        /// 备案
        Filing = "filing",
    }
}

vocabulary! {
    /// Who sees to a step.
    Party {
        /// 街道
        Street = "street",
        /// 筹备组
        Group = "group",
        /// 业主
        Owners = "owners",
        /// 新选的业委会
        Committee = "committee",
    }
}

vocabulary! {
    /// Who applies.
    Applicant {
        /// 业主
        Owners = "owners",
        /// 建设单位
        Developer = "developer",
    }
}

vocabulary! {
    /// What prepares the assembly.
    Body {
        /// 筹备组
        Group = "group",
        /// 物业管理委员会
        Interim = "interim",
    }
}

impl Step {
    /// Who sees to it.
    pub(crate) const fn party(self) -> Party {
        match self {
            Self::Answered | Self::Formed => Party::Street,
            Self::Posted | Self::Roll | Self::Objections | Self::Called | Self::Candidates | Self::Result => {
                Party::Group
            }
            Self::Vote => Party::Owners,
            Self::Filing => Party::Committee,
        }
    }

    /// The article it stands on.
    pub(crate) const fn article(self) -> &'static str {
        match self {
            Self::Called => "物业管理条例 14",
            Self::Vote => "民法典 278 (3)",
            Self::Result => "民法典 280",
            Self::Filing => "物业管理条例 16",
            _ => "274号 8-15",
        }
    }

    /// It stands on a vote that is held here: its day is the vote's.
    pub(crate) const fn of_vote(self) -> bool {
        matches!(self, Self::Called | Self::Candidates | Self::Vote | Self::Filing)
    }
}

/// The first day on which a step may be: none is before those before it, and what stands on a vote not before there is a group;
/// who is notified while objections still come is notified in time.
pub(crate) fn earliest(step: Step, applied: Day, done: &[(Step, Day)]) -> Day {
    let last = if step.of_vote() { of(done, Step::Formed) } else { done.iter().map(|(_, day)| *day).max() };
    last.unwrap_or(applied)
}

/// The first day on which the first paper may be cast: what is voted on has hung out long enough.
pub(crate) fn opens_from(done: &[(Step, Day)]) -> Option<Day> {
    of(done, Step::Roll).map(|day| day.plus(POSTED_DAYS))
}

/// Until when a step is done, with its article; the last day of filing comes from the count ([`crate::filing`]).
pub(crate) fn due(step: Step, applied: Day, done: &[(Step, Day)]) -> Option<(LastDay, &'static str)> {
    let (from, n, article) = match step {
        Step::Answered | Step::Formed => (applied, GROUP_DAYS, "274号 9"),
        Step::Posted | Step::Roll | Step::Objections | Step::Called | Step::Candidates | Step::Vote => {
            (of(done, Step::Formed)?, ASSEMBLY_DAYS, "274号 15")
        }
        Step::Result | Step::Filing => return None,
    };
    Some((Term::Days { n }.last_day(&Calendar::official(), from)?, article))
}

/// When the community's desk is reminded: in the morning after the last day of the step that comes next, or the next
/// morning where that is over already. What stands on a count has its own reminder ([`crate::filing`]).
pub(crate) fn reminds(applied: Day, done: &[(Step, Day)], today: Day) -> Option<Moment> {
    let (last, _) = due(next(done)?, applied, done)?;
    Some(last.moved.max(today).plus(1).at(9, 0))
}

/// Somebody applies for the first assembly.
#[derive(Clone, Copy, Debug)]
pub struct Application {
    /// When the street had it.
    pub day: Day,
    /// By whom.
    pub applicant: Applicant,
    /// How many owners signed.
    pub signers: i64,
    /// Exclusive area of the compound, in 0.01 m².
    pub size: i64,
    /// How much of it is handed over.
    pub delivered: i64,
}

/// May it be? More than half of the area is handed over, and owners who apply have signed.
pub(crate) fn may_apply(a: &Application, today: Day, words: &str) -> Result<(), Refusal> {
    if a.day > today {
        return Err(Refusal::FirstDay);
    }
    if a.size <= 0 || a.size > SIZE_MAX || a.delivered < 0 || a.delivered > a.size {
        return Err(Refusal::FirstAreas);
    }
    if a.delivered * 2 <= a.size {
        return Err(Refusal::FirstDelivered);
    }
    let signed = match a.applicant {
        Applicant::Owners => (1..=SIGNERS_MAX).contains(&a.signers),
        Applicant::Developer => a.signers == 0,
    };
    if !signed {
        return Err(Refusal::FirstSigners);
    }
    if words.is_empty() { Err(Refusal::FirstWords) } else { Ok(()) }
}

/// A group: who leads it, its owners and its others, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its head, of the street.
    pub head: String,
    /// Owners, one a line.
    pub owners: String,
    /// Everybody else, one a line: the street, the residents' committee, the developer.
    pub others: String,
}

fn lines(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

impl Group {
    /// How many owners are in it, and how many members.
    pub(crate) fn sizes(&self) -> (usize, usize) {
        let owners = lines(&self.owners);
        (owners, 1 + owners + lines(&self.others))
    }
}

/// Is it one? Led by the street, an odd number, owners at least half.
pub(crate) fn may_form(group: &Group) -> Result<(), Refusal> {
    let (owners, all) = group.sizes();
    if group.head.is_empty() {
        return Err(Refusal::GroupHead);
    }
    if !(3..=MEMBERS).contains(&all) {
        return Err(Refusal::GroupSize);
    }
    if all.is_multiple_of(2) {
        return Err(Refusal::GroupEven);
    }
    if owners * 2 < all { Err(Refusal::GroupOwners) } else { Ok(()) }
}

/// Somebody says that a step is done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing<'a> {
    pub(crate) step: Step,
    pub(crate) day: Day,
    pub(crate) today: Day,
    pub(crate) words: &'a str,
    /// Why it is late, where it is.
    pub(crate) why: &'a str,
    /// Until when, where the vote it stands on says so.
    pub(crate) due: Option<(LastDay, &'static str)>,
}

/// May it be? In order, not to come, not before what it waits for, with what shows it; and late only with the reason: a step that
/// was done late was done, and whoever reads it sees why.
pub(crate) fn may_do(applied: Day, done: &[(Step, Day)], d: Doing<'_>) -> Result<(), Stop> {
    may_note::<First>(done, (d.step, d.day), d.today, d.words)?;
    let first = earliest(d.step, applied, done);
    if d.day < first {
        return Err(FirstEarly { earliest: first }.into());
    }
    match d.due.or_else(|| due(d.step, applied, done)) {
        Some((last, article)) if d.day > last.moved && d.why.is_empty() => {
            Err(FirstLate { last: last.moved, article: article.into() }.into())
        }
        _ => Ok(()),
    }
}

/// What was objected and what was answered.
pub(crate) const fn may_answer(came: i64, answered: i64) -> Result<(), Refusal> {
    if came < 0 || answered < 0 || answered > came {
        return Err(Refusal::ObjectionsCount);
    }
    if answered < came { Err(Refusal::ObjectionsWait) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Done = Vec<(Step, Day)>;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn it_is_applied_for_where_more_than_half_is_handed_over() {
        let usual = Application {
            day: day("2026-06-01"),
            applicant: Applicant::Owners,
            signers: 23,
            size: 3_000_000,
            delivered: 1_500_001,
        };
        let developer = Application { applicant: Applicant::Developer, signers: 0, ..usual };
        for (what, a, words, may) in [
            ("just over half", usual, "申请书", Ok(())),
            ("the developer", developer, "申请书", Ok(())),
            (
                "half is not more than half",
                Application { delivered: 1_500_000, ..usual },
                "申请书",
                Err(Refusal::FirstDelivered),
            ),
            ("more than there is", Application { delivered: 3_000_001, ..usual }, "申请书", Err(Refusal::FirstAreas)),
            ("no area", Application { size: 0, delivered: 0, ..usual }, "申请书", Err(Refusal::FirstAreas)),
            ("nobody signed", Application { signers: 0, ..usual }, "申请书", Err(Refusal::FirstSigners)),
            ("a developer with owners", Application { signers: 3, ..developer }, "申请书", Err(Refusal::FirstSigners)),
            ("tomorrow", Application { day: day("2026-06-19"), ..usual }, "申请书", Err(Refusal::FirstDay)),
            ("nothing shown", usual, "", Err(Refusal::FirstWords)),
        ] {
            assert_eq!(may_apply(&a, day("2026-06-18"), words), may, "{what}");
        }
    }

    #[test]
    fn a_group_is_odd_led_by_the_street_and_half_of_it_are_owners() {
        let group = |head: &str, owners: usize, others: usize| Group {
            head: head.into(),
            owners: "某某，业主\n".repeat(owners),
            others: "某某，社区\n\n".repeat(others),
        };
        for (what, g, may) in [
            ("four of seven", group("某某", 4, 2), Ok(())),
            ("three of seven", group("某某", 3, 3), Err(Refusal::GroupOwners)),
            ("two of three", group("某某", 2, 0), Ok(())),
            ("an even number", group("某某", 4, 1), Err(Refusal::GroupEven)),
            ("nobody of the street leads", group("", 4, 2), Err(Refusal::GroupHead)),
            ("one alone", group("某某", 0, 0), Err(Refusal::GroupSize)),
            ("a crowd", group("某某", 30, 2), Err(Refusal::GroupSize)),
        ] {
            assert_eq!(may_form(&g), may, "{what}");
        }
    }

    #[test]
    fn each_step_has_its_first_and_its_last_day_and_a_late_one_says_why() {
        let applied = day("2026-06-01");
        let formed: Done = vec![(Step::Answered, day("2026-06-10")), (Step::Formed, day("2026-07-01"))];
        let last = |step, done: &Done| due(step, applied, done).map(|(last, article)| (last.moved, article));
        // Sixty days after 1 June is 31 July; ninety after 1 July is 29 September.
        assert_eq!(last(Step::Answered, &vec![]), Some((day("2026-07-31"), "274号 9")));
        assert_eq!(last(Step::Called, &formed), Some((day("2026-09-29"), "274号 15")));
        assert_eq!(last(Step::Result, &formed), None);
        // Sixty days after 4 August is 3 October, a holiday: it moves to the 8th.
        let moved = due(Step::Formed, day("2026-08-04"), &[]).map(|(last, _)| (last.counted, last.moved));
        assert_eq!(moved, Some((day("2026-10-03"), day("2026-10-08"))));
        let (june, late) = (day("2026-06-18"), day("2026-08-03"));
        assert_eq!(reminds(applied, &[], june), Some(day("2026-08-01").at(9, 0)));
        let answered = [(Step::Answered, late)];
        assert_eq!(reminds(applied, &answered, late), Some(day("2026-08-04").at(9, 0)), "over already");
        assert_eq!(reminds(applied, &formed, june), Some(day("2026-09-30").at(9, 0)));
        let all: Done = Step::ALL.iter().map(|step| (*step, june)).collect();
        assert_eq!((reminds(applied, &all[..8], june), reminds(applied, &all, june)), (None, None));
        let posted: Done = vec![(Step::Roll, day("2026-06-18"))];
        assert_eq!(opens_from(&posted), Some(day("2026-07-03")));
        let today = day("2026-12-01");
        for (what, step, done, on, words, why, says) in [
            ("in time", Step::Answered, vec![], "2026-06-10", "同意", "", ""),
            ("on the last day", Step::Answered, vec![], "2026-07-31", "同意", "", ""),
            ("a day late", Step::Answered, vec![], "2026-08-01", "同意", "", "property.first_late"),
            ("a day late, and why", Step::Answered, vec![], "2026-08-01", "同意", "换了人", ""),
            ("before the application", Step::Answered, vec![], "2026-05-31", "同意", "", "property.first_early"),
            ("to come", Step::Answered, vec![], "2026-12-02", "同意", "", "property.first_step_day"),
            ("nothing shown", Step::Answered, vec![], "2026-06-10", "", "", "property.first_words"),
            ("out of order", Step::Roll, vec![], "2026-06-10", "贴了", "", "property.first_order"),
            ("the third", Step::Posted, formed.clone(), "2026-07-02", "贴了", "", ""),
            ("before the second", Step::Posted, formed, "2026-06-30", "贴了", "", "property.first_early"),
        ] {
            let doing = Doing { step, day: day(on), today, words, why, due: None };
            let code = match may_do(applied, &done, doing) {
                Ok(()) => "",
                Err(Stop::Refused(why)) => why.code(),
                Err(_) => "fault",
            };
            assert_eq!(code, says, "{what}");
        }
    }

    #[test]
    fn what_was_objected_is_answered_first() {
        for (came, answered, may) in [
            (0, 0, Ok(())),
            (3, 3, Ok(())),
            (3, 2, Err(Refusal::ObjectionsWait)),
            (2, 3, Err(Refusal::ObjectionsCount)),
            (-1, -1, Err(Refusal::ObjectionsCount)),
        ] {
            assert_eq!(may_answer(came, answered), may, "{came} {answered}");
        }
    }
}
