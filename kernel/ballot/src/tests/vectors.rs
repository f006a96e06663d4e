//! The tables of the law, as a lawyer may read them: each line a vote and what the law makes of it.

use crate::*;
use lianxin_base::{Area, Day};
use lianxin_calendar::Calendar;

/// Area in m² and persons.
pub(super) type Part = (&'static str, u64);

const ALL: Part = ("30000.00", 300);

/// See [`EDGES`].
type Edge = (&'static str, Part, Part, Part, bool, bool);

/// Kind of matter, everybody, who took part, who said yes; whether enough took part, whether enough said yes.
pub(super) const EDGES: &[Edge] = &[
    ("fund-raise", ALL, ("20000.00", 200), ("15000.00", 150), true, true), // exactly 2/3, exactly 3/4
    ("rebuild", ALL, ("20000.00", 200), ("14999.99", 150), true, false),
    ("common-use", ALL, ("20000.00", 200), ("15000.00", 149), true, false),
    ("covenant", ALL, ("20000.00", 200), ("10000.00", 100), true, false), // exactly half is not more than half
    ("covenant", ALL, ("20000.00", 200), ("10000.01", 101), true, true),
    ("covenant", ALL, ("20000.00", 200), ("10000.01", 100), true, false),
    ("covenant", ALL, ("19999.99", 200), ("19999.99", 200), false, true), // short by 0.01 m²
    ("covenant", ALL, ("20000.00", 199), ("20000.00", 199), false, true), // short by one person
    ("manager", ("30000.00", 241), ("22000.00", 181), ("10000.00", 1), true, false), // neither half
    ("covenant", ("30000.00", 257), ("20000.00", 172), ("10000.01", 87), true, true),
    ("covenant", ("30000.00", 257), ("20000.00", 171), ("10000.01", 87), false, true),
    ("covenant", ("30000.00", 257), ("20000.00", 172), ("10000.01", 86), true, false),
    ("rebuild", ("30000.00", 257), ("20000.00", 172), ("15000.00", 129), true, true),
    ("rebuild", ("30000.00", 257), ("20000.00", 172), ("15000.00", 128), true, false),
    ("covenant", ALL, ("0.00", 0), ("0.00", 0), false, false),
];

/// The fund before 2021, of 30,000.00 m² and 300 persons: who took part, who said yes, and both hurdles.
pub(super) const FUND_2020: &[(Part, Part, (bool, bool))] = &[
    (("20000.00", 200), ("20000.00", 200), (true, true)),
    (("30000.00", 300), ("19999.99", 200), (true, false)),
    (("15000.01", 151), ("15000.01", 151), (true, false)),
    (("15000.00", 150), ("15000.00", 150), (false, false)), // exactly half does not take part by more than half
];

/// Whose vote, on which day, by which rule set.
pub(super) const IN_FORCE: &[(Body, &str, Option<&str>)] = &[
    (Body::Owners, "2020-12-31", Some("cn.owners.before-2021")),
    (Body::Owners, "2021-01-01", Some("cn.owners.civil-code-278")),
    (Body::Owners, "2026-11-24", Some("cn.owners.civil-code-278")),
    (Body::Owners, "2001-01-01", None),
    (Body::Residents, "2025-12-31", Some("cn.residents.2018")),
    (Body::Residents, "2026-01-01", Some("cn.residents.2026")),
    (Body::Committee, "2026-06-01", Some("cn.committee.274")),
    (Body::Members, "2026-06-01", None), // only what their charter says
];

/// See [`MEETINGS`].
type Meeting = (Body, u64, u64, u64, (bool, bool));

/// Meetings by persons: everybody, present, yes, and both hurdles.
pub(super) const MEETINGS: &[Meeting] = &[
    (Body::Residents, 1000, 501, 251, (true, true)),
    (Body::Residents, 1000, 500, 500, (false, true)), // half is not more than half
    (Body::Residents, 1000, 502, 251, (true, false)),
    (Body::Committee, 7, 4, 4, (true, true)),
    (Body::Committee, 7, 4, 3, (true, false)), // more than half of all members, not of those there
    (Body::Committee, 7, 3, 3, (false, false)),
];

/// What for, from which day, the day as counted and as moved to a working day.
pub(super) const PERIODS: &[(PeriodKind, &str, &str, &str)] = &[
    (PeriodKind::MeetingNotice, "2026-06-01", "2026-06-16", "2026-06-16"), // the earliest day of the meeting
    (PeriodKind::Filing, "2026-03-10", "2026-04-09", "2026-04-09"),
    (PeriodKind::Filing, "2026-09-02", "2026-10-02", "2026-10-08"),
    (PeriodKind::PreparatoryGroup, "2026-06-01", "2026-07-31", "2026-07-31"),
    (PeriodKind::CommitteeFirstMeeting, "2026-06-01", "2026-06-08", "2026-06-08"),
    (PeriodKind::Rescission, "2026-06-16", "2027-06-16", "2027-06-16"),
];

pub(super) fn day(text: &str) -> Day {
    text.parse().expect(text)
}

fn weight((area, persons): Part) -> Weight {
    let area = Area::parse(area).expect(area).0;
    Weight { area: u64::try_from(area).expect("positive"), persons }
}

pub(super) fn civil_code() -> &'static RuleSet {
    rule_set(day("2026-06-01"), Body::Owners).expect("in force")
}

pub(super) fn kind(text: &str) -> MatterKind {
    MatterKind::new(text).expect(text)
}

/// Quorum and majority of a kind of matter.
fn tested(set: &RuleSet, name: &str, all: Part, participants: Part, yes: Part) -> (bool, bool) {
    let rule = set.matter(&kind(name)).expect(name);
    let (all, participants, yes) = (weight(all), weight(participants), weight(yes));
    (rule.quorum.test(participants, participants, all).holds, rule.majority.test(yes, participants, all).holds)
}

#[test]
fn civil_code_278_at_its_edges() {
    for (name, all, participants, yes, quorum, majority) in EDGES.iter().copied() {
        let found = tested(civil_code(), name, all, participants, yes);
        assert_eq!(found, (quorum, majority), "{name}: {participants:?} of {all:?}, yes {yes:?}");
    }
}

#[test]
fn what_each_item_of_civil_code_278_needs() {
    let names = [
        "rules-of-procedure",
        "covenant",
        "committee",
        "manager",
        "fund-use", // item 5: using the fund is ordinary, only raising it is special
        "fund-raise",
        "rebuild",
        "common-use",
        "other",
    ];
    assert_eq!(civil_code().matters.iter().filter(|m| m.item.is_some()).count(), names.len());
    for (i, name) in names.into_iter().enumerate() {
        let rule = civil_code().matter(&kind(name)).expect(name);
        let special = (6..=8).contains(&(i + 1));
        let majority = if special { ">= 3/4" } else { "> 1/2" };
        assert_eq!(rule.item.map(usize::from), Some(i + 1), "{name}");
        for (bar, of, share) in [(rule.quorum, Of::All, ">= 2/3"), (rule.majority, Of::Participants, majority)] {
            assert_eq!((bar.of, bar.persons.to_string().as_str()), (of, share), "{name}");
            assert_eq!(bar.area, Some(bar.persons), "{name}: area and persons alike");
        }
        assert_eq!((rule.follow, rule.seen), (!special, Seen::V), "{name}");
    }
}

#[test]
fn a_home_becomes_a_business_only_if_all_of_the_building_agree() {
    let all = ("2000.00", 20);
    for (yes, both) in
        [(("2000.00", 20), (true, true)), (("1999.99", 20), (true, false)), (("2000.00", 19), (true, false))]
    {
        assert_eq!(tested(civil_code(), "home-to-business", all, all, yes), both, "yes {yes:?}");
    }
}

#[test]
fn which_rules_were_in_force() {
    for (body, on, id) in IN_FORCE.iter().copied() {
        assert_eq!(rule_set(day(on), body).map(|set| set.id.as_str()), id, "{body:?} on {on}");
    }
    for (i, a) in built_in().iter().enumerate() {
        let overlaps = |b: &RuleSet| a.body == b.body && (a.in_force(b.from) || b.in_force(a.from));
        assert!(!built_in()[i + 1..].iter().any(overlaps), "{} and another at once", a.id);
        assert_eq!(a.sha256.len(), 64);
    }
}

#[test]
fn before_2021_the_fund_needed_two_thirds_of_all() {
    let set = rule_set(day("2020-06-01"), Body::Owners).expect("in force");
    for (participants, yes, both) in FUND_2020.iter().copied() {
        assert_eq!(tested(set, "fund-use", ALL, participants, yes), both, "{participants:?}, yes {yes:?}");
    }
    assert!(set.matter(&kind("covenant")).is_none(), "what no text was read for is not decided");
}

#[test]
fn meetings_by_persons() {
    for (body, all, present, yes, both) in MEETINGS.iter().copied() {
        let set = rule_set(day("2026-06-01"), body).expect("in force");
        let found = tested(set, "resolution", ("0.00", all), ("0.00", present), ("0.00", yes));
        assert_eq!(found, both, "{body:?}: {yes} yes of {present} of {all}");
    }
}

#[test]
fn periods_of_the_procedure() {
    let cal = Calendar::official();
    for (period, from, counted, moved) in PERIODS.iter().copied() {
        let last = civil_code().period(period).expect("stated").last_day(&cal, day(from));
        assert_eq!((last.counted.to_string(), last.moved.to_string()), (counted.into(), moved.into()), "{period:?}");
    }
    assert!(PeriodKind::MeetingNotice.at_least() && !PeriodKind::Filing.at_least());
}

#[test]
fn who_may_demand_a_meeting() {
    let residents = rule_set(day("2025-06-01"), Body::Residents).expect("in force");
    for (set, by, all, least) in [
        (civil_code(), CallBy::Owners, 257, 52),
        (civil_code(), CallBy::DeliveredArea, 3_000_000, 1_500_001),
        (civil_code(), CallBy::CommitteeMembers, 7, 3),
        (residents, CallBy::Residents, 1001, 201),
        (residents, CallBy::Households, 500, 100),
        (residents, CallBy::Groups, 10, 4),
    ] {
        assert_eq!(set.call(by).expect("stated").share.least(all), least, "{by:?}");
    }
}
