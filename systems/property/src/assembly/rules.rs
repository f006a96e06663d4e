//! When and on what a vote may be called; pure. Civil Code 278; 物业管理条例 14: fifteen days' notice.

use super::NewVote;
use super::asked::may_ask;
use crate::election::rules::{CANDIDATE, COMMITTEE};
use crate::refusal::{Refusal, TooEarly};
use crate::ruleset::allows;
use lianxin_ballot::{Body, MatterKind, MatterRule, PeriodKind, RuleSet, rule_set};
use lianxin_base::vocabulary;
use lianxin_base::{Day, Moment};
use lianxin_store::Stop;

/// Longest title.
pub(crate) const TITLE_MAX: usize = 40;
/// Longest words of a matter, and of a reason.
pub const WORDS_MAX: usize = 300;
/// More matters do not go on one paper.
pub const MATTERS_MAX: usize = 5;
/// Nobody calls a vote further ahead, or lets it stand open longer.
const FAR_DAYS: i32 = 365;
const OPEN_DAYS: i32 = 183;
/// Categories that are no matter of yes and no for the whole compound: members are elected from a list, and a home
/// becomes a business only if everybody concerned agrees (Civil Code 279).
const OTHER_VOTES: [&str; 2] = ["committee", "home-to-business"];

vocabulary! {
    /// Whether one may vote on the phone: a matter of the region and of the rules adopted.
    Online {
        /// 手机、纸票都行
        Allowed = "allowed",
        /// 只能用主管部门的电子投票系统，或者纸票
        OnlyOfficialSystem = "only_official_system",
        /// 只用纸票
        PaperOnly = "paper_only",
    }
}

vocabulary! {
    /// Where a vote stands.
    State {
        /// 召集了，名册还没定
        Called = "called",
        /// 正在投
        Open = "open",
        /// 投完了，等计票
        Closed = "closed",
        /// 有结果
        Counted = "counted",
        /// 到点没开成
        Missed = "missed",
        /// 不开了
        Off = "off",
    }
}

/// The rules for owners in force on the day a vote opens.
pub(crate) fn rules_on(day: Day) -> Result<&'static RuleSet, Refusal> {
    rule_set(day, Body::Owners).ok_or(Refusal::NoRules)
}

/// The categories a matter may have.
pub(crate) fn kinds(set: &RuleSet) -> impl Iterator<Item = &str> {
    set.matters.iter().map(|m| m.kind.as_str()).filter(|kind| !OTHER_VOTES.contains(kind))
}

/// What a category needs. Whoever stands is measured as the law measures a member of a committee.
pub(crate) fn rule_of<'a>(set: &'a RuleSet, kind: &str) -> Option<&'a MatterRule> {
    let kind = if kind == CANDIDATE { COMMITTEE } else { kind };
    set.matters.iter().find(|rule| rule.kind.as_str() == kind)
}

/// A vote that is about to be called.
pub(crate) struct Calling<'a> {
    pub(crate) now: Moment,
    pub(crate) new: &'a NewVote,
    /// It may have no matter yet.
    pub(crate) bare: bool,
}

/// The first day on which a vote called today may open.
pub(crate) fn earliest(set: &RuleSet, today: Day) -> Option<TooEarly> {
    let period = set.period(PeriodKind::MeetingNotice)?;
    let days = period.days?;
    let earliest = today.plus(i32::try_from(days).unwrap_or(FAR_DAYS));
    Some(TooEarly { earliest, days, article: period.article.clone() })
}

/// May it be called so? Its matters, each with a category these rules know.
pub(crate) fn may_call(set: &RuleSet, c: &Calling<'_>) -> Result<Vec<(MatterKind, String)>, Stop> {
    let new = c.new;
    if new.title.is_empty() {
        return Err(Refusal::NoTitle.into());
    }
    if new.matters.is_empty() && !c.bare {
        return Err(Refusal::NoMatter.into());
    }
    if new.matters.len() > MATTERS_MAX {
        return Err(Refusal::TooMany.into());
    }
    let matters: Vec<(MatterKind, String)> =
        new.matters.iter().map(|(kind, words)| matter(set, kind, words)).collect::<Result<_, _>>()?;
    let kinds: Vec<MatterKind> = matters.iter().map(|(kind, _)| kind.clone()).collect();
    may_ask(set, &new.asked, &kinds)?;
    if !allows(set, new.online) {
        return Err(Refusal::OnlineRule.into());
    }
    window(set, c)?;
    Ok(matters)
}

fn matter(set: &RuleSet, kind: &str, words: &str) -> Result<(MatterKind, String), Refusal> {
    if kind.is_empty() || words.is_empty() {
        return Err(Refusal::HalfMatter);
    }
    let known = kinds(set).any(|known| known == kind);
    let kind = MatterKind::new(kind).ok().filter(|_| known).ok_or(Refusal::BadKind)?;
    Ok((kind, words.to_owned()))
}

fn window(set: &RuleSet, c: &Calling<'_>) -> Result<(), Stop> {
    let (today, opens, closes) = (c.now.day(), c.new.opens, c.new.closes);
    if let Some(early) = earliest(set, today).filter(|early| opens.day() < early.earliest) {
        return Err(early.into());
    }
    if closes <= opens {
        return Err(Refusal::BadWindow.into());
    }
    let (ahead, long) = (opens.day().number() - today.number(), closes.day().number() - opens.day().number());
    if ahead > FAR_DAYS || long > OPEN_DAYS { Err(Refusal::TooFar.into()) } else { Ok(()) }
}

/// It may be called off until it is counted.
pub(crate) fn may_call_off(state: State, words: &str) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Counted => Err(Refusal::Counted),
        State::Missed => Err(Refusal::Over),
        State::Called | State::Open | State::Closed if words.is_empty() => Err(Refusal::NoReason),
        State::Called | State::Open | State::Closed => Ok(()),
    }
}

/// The first days of the lunar year; after the last of them nothing is warned of.
const SPRING: [(i32, u8, u8); 11] = [
    (2025, 1, 29),
    (2026, 2, 17),
    (2027, 2, 6),
    (2028, 1, 26),
    (2029, 2, 13),
    (2030, 2, 3),
    (2031, 1, 23),
    (2032, 2, 11),
    (2033, 1, 31),
    (2034, 2, 19),
    (2035, 2, 8),
];
/// People leave a week before and are back after the lanterns.
const LEAVE: i32 = -8;
const BACK: i32 = 14;

/// Whether days of the window lie in the weeks around Spring Festival, when half the doors are shut.
pub(crate) fn over_spring_festival(opens: Moment, closes: Moment) -> bool {
    SPRING.iter().filter_map(|(y, m, d)| Day::ymd(*y, *m, *d)).any(|first| {
        let (leave, back) = (first.plus(LEAVE), first.plus(BACK));
        opens.day() <= back && closes.day() >= leave
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{AreaId, Refuse as _};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn new(opens: &str, closes: &str) -> NewVote {
        NewVote {
            area: AreaId::from_bytes([1; 16]),
            title: "修屋顶".into(),
            matters: vec![("fund-use".into(), "用维修资金修 3 号楼屋顶".into())],
            opens: day(opens).at(9, 0),
            closes: day(closes).at(18, 0),
            online: Online::Allowed,
            asked: crate::assembly::Asked::default(),
        }
    }

    fn called(new: &NewVote) -> Result<(), &'static str> {
        let now = day("2026-06-01").at(23, 59);
        let set = rules_on(new.opens.day()).map_err(|r| r.code())?;
        may_call(set, &Calling { now, new, bare: false }).map(|_| ()).map_err(|stop| stop.code())
    }

    #[test]
    fn a_notice_of_fifteen_days_is_enough_and_one_day_less_is_not() {
        for (opens, closes, may) in [
            ("2026-06-16", "2026-06-30", Ok(())),
            ("2026-06-15", "2026-06-30", Err("property.too_early")),
            ("2026-06-01", "2026-06-30", Err("property.too_early")),
            ("2026-06-16", "2026-06-16", Ok(())),
            ("2026-06-16", "2026-06-15", Err("property.bad_window")),
            ("2027-06-02", "2027-06-30", Err("property.too_far")),
            ("2026-06-16", "2026-12-31", Err("property.too_far")),
        ] {
            assert_eq!(called(&new(opens, closes)), may, "{opens} to {closes}");
        }
        let early = earliest(rules_on(day("2026-06-16")).expect("rules"), day("2026-06-01")).expect("a period");
        assert_eq!((early.earliest, early.days, early.article.as_str()), (day("2026-06-16"), 15, "物业管理条例 14"));
    }

    #[test]
    fn what_may_be_voted_on() {
        let with = |matters: &[(&str, &str)]| NewVote {
            matters: matters.iter().map(|(k, w)| ((*k).to_owned(), (*w).to_owned())).collect(),
            ..new("2026-06-20", "2026-06-30")
        };
        for (what, matters, may) in [
            ("two matters", &[("manager", "换物业"), ("common-use", "地库口摆柜子")][..], Ok(())),
            ("nothing", &[], Err("property.no_matter")),
            ("no words", &[("manager", "")], Err("property.half_matter")),
            ("no category", &[("", "换物业")], Err("property.half_matter")),
            ("an election", &[("committee", "选业委会")], Err("property.bad_kind")),
            ("a home made a business", &[("home-to-business", "开茶馆")], Err("property.bad_kind")),
            ("nothing the law knows", &[("sparrows", "麻雀")], Err("property.bad_kind")),
            ("too much", &[("other", "一"); 6], Err("property.too_many")),
        ] {
            assert_eq!(called(&with(matters)), may, "{what}");
        }
        let untitled = NewVote { title: String::new(), ..new("2026-06-20", "2026-06-30") };
        assert_eq!(called(&untitled), Err("property.no_title"));
    }

    #[test]
    fn windows_over_spring_festival_are_known() {
        for (opens, closes, over) in [
            ("2027-01-10", "2027-01-25", false),
            ("2027-01-10", "2027-01-29", true),
            ("2027-02-20", "2027-03-01", true),
            ("2027-02-21", "2027-03-01", false),
            ("2026-01-01", "2026-04-01", true),
        ] {
            assert_eq!(over_spring_festival(day(opens).at(9, 0), day(closes).at(18, 0)), over, "{opens} to {closes}");
        }
    }

    #[test]
    fn it_may_be_called_off_until_it_is_counted() {
        for (state, words, may) in [
            (State::Called, "停电", Ok(())),
            (State::Open, "停电", Ok(())),
            (State::Closed, "停电", Ok(())),
            (State::Called, "", Err(Refusal::NoReason)),
            (State::Off, "停电", Err(Refusal::IsOff)),
            (State::Counted, "停电", Err(Refusal::Counted)),
            (State::Missed, "停电", Err(Refusal::Over)),
        ] {
            assert_eq!(may_call_off(state, words), may, "{state}");
        }
    }
}
