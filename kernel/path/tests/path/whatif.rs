//! What would have been: rules changed on a copy, ways walked once more; and the map of many ways.

use crate::help::*;
use lianxin_base::{Day, HOUR, MINUTE, Moment};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_path::map::{LEAST, Map};
use lianxin_path::sums::{Arc, Count, Sums};
use lianxin_path::whatif::{Case, Change, Outcome, Saved, What, what_if};
use lianxin_path::{Limit, Stretch, Watch, bucket};

/// Monday, 2026-06-15, 09:00.
fn monday() -> Moment {
    Day::from_number(20_619).at(9, 0)
}

fn case(no: &str, about: &str, sum: Option<i64>, stays: &[(&str, u8, i64)]) -> Case {
    let (cal, hours) = (Calendar::official(), OfficeHours::default());
    let mut from = monday();
    let stay = |(step, holder, minutes): &(&str, u8, i64)| {
        let to = from.plus(minutes * MINUTE);
        let stretch = Stretch {
            step: (*step).into(),
            stage: "solve".into(),
            holder: org(*holder),
            from,
            to,
            open: false,
            due: None,
            working: cal.working_time(&hours, from, to),
            natural: minutes * MINUTE,
            paused: *step == "waiting",
            rework: false,
            bounced: false,
        };
        from = to;
        stretch
    };
    Case { no: no.into(), about: about.into(), kind: "general".into(), sum, stays: stays.iter().map(stay).collect() }
}

fn run(cases: &[Case], changes: &[What]) -> Outcome {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    what_if(cases, changes, &Watch { flow: &flow, cal: &cal, hours: &hours, now: monday() })
}

fn what(change: Change) -> What {
    What { change, about: None, kind: None }
}
fn saved(no: &str, handovers: i64, minutes: i64) -> Saved {
    Saved { no: no.into(), handovers, working: minutes * MINUTE }
}

#[test]
fn each_change_saves_what_it_says_and_no_more() {
    let talked = case("a", "light", Some(80_000), &[("look", 1, 30), ("deliberate", 2, 60), ("work", 4, 60)]);
    let passed = case(
        "b",
        "lift",
        None,
        &[("look", 1, 10), ("work", 3, 20), ("look", 1, 10), ("work", 4, 30), ("waiting", 4, 40), ("work", 4, 10)],
    );
    let cases = [talked, passed];
    let skip = || Change::Skip { step: "deliberate".into() };
    let under = |fen| Change::Under { step: "deliberate".into(), fen };
    let straight = |to| Change::Straight { step: "work".into(), to: org(to) };
    let limit = |minutes| Change::Limit { step: "work".into(), limit: Limit::WorkingMinutes(minutes) };
    for (name, changes, is) in [
        ("nothing", vec![], vec![]),
        ("a step left out", vec![what(skip())], vec![saved("a", 1, 60)]),
        ("the first step cannot be", vec![what(Change::Skip { step: "look".into() })], vec![saved("b", 1, 10)]),
        ("a step that is not there", vec![what(Change::Skip { step: "nowhere".into() })], vec![]),
        ("of another category", vec![What { about: Some("lift".into()), ..what(skip()) }], vec![]),
        ("of another kind", vec![What { kind: Some("urgent".into()), ..what(skip()) }], vec![]),
        ("the limit itself is under it", vec![what(under(80_000))], vec![saved("a", 1, 60)]),
        ("over it, or without a sum", vec![what(under(79_999))], vec![]),
        ("straight to who had it in the end", vec![what(straight(4))], vec![saved("b", 2, 30)]),
        ("to who had it first, or never", vec![what(straight(3)), what(straight(9))], vec![]),
        ("a shorter time", vec![what(limit(25))], vec![saved("a", 0, 35), saved("b", 0, 5)]),
        ("a longer one saves nothing", vec![what(limit(600))], vec![]),
        ("two at once", vec![what(skip()), what(limit(25))], vec![saved("a", 1, 95), saved("b", 0, 5)]),
    ] {
        let outcome = run(&cases, &changes);
        assert_eq!((outcome.cases, outcome.saved), (2, is), "{name}");
    }
    assert_eq!(run(&cases, &[]).before, (5, (150 + 80) * MINUTE), "pauses left out");
    assert_eq!(run(&[], &[what(skip())]), Outcome::default());
    let mut both = run(&cases[..1], &[what(skip())]);
    both.add(run(&cases[1..], &[what(straight(4))]));
    assert_eq!((both.cases, both.total()), (2, (3, 90 * MINUTE)));
}

#[test]
fn a_way_of_a_thousand_hops_is_walked_too() {
    let stays: Vec<(&str, u8, i64)> =
        (0..1000).map(|n| if n % 2 == 0 { ("look", 1, 1) } else { ("work", 4, 1) }).collect();
    let outcome = run(&[case("a", "light", None, &stays)], &[what(Change::Skip { step: "look".into() })]);
    assert_eq!(outcome.saved[0].handovers, 998);
}

#[test]
fn the_map_is_drawn_from_sums_and_knows_what_a_changed_flow_forgot() {
    let arc = |from: &str, mv: &str, to: &str| Arc { from: from.into(), mv: mv.into(), to: to.into() };
    let mut sums = Sums::default();
    for (month, arc, n, handed) in [
        (202_605, arc("", "", "look"), 9, 0),
        (202_605, arc("look", "direct_dispatch", "work"), 8, 8),
        (202_606, arc("work", "return", "look"), 2, 2),
        (202_606, arc("work", "completion", "feedback"), 6, 6),
        (202_606, arc("work", "extension", "work"), 3, 0),
        (202_606, arc("feedback", "objection", "work"), 1, 1),
        (202_606, arc("feedback", "confirmation", "closed"), 5, 0),
        (202_606, arc("survey", "surveyed", "work"), 4, 4),
    ] {
        sums.moves.insert((month, arc), Count { n, handed });
    }
    for (minutes, n) in [(10, 4), (40, 1)] {
        let all = sums.stays.entry((202_606, "work".into())).or_default();
        *all.entry(bucket(minutes * MINUTE)).or_default() += n;
    }
    sums.stays.insert((202_606, "look".into()), [(bucket(HOUR), LEAST - 1)].into());
    sums.walks.insert((202_605, "look>declined".into()), 1);
    sums.walks.insert((202_606, "look>work>feedback>closed".into()), 4);
    let map = Map::of(&sums, &matter());
    assert_eq!((map.begun, map.ended), (9, 5));
    let months: Vec<_> = map.months.iter().map(|m| (m.month, m.begun, m.ended, m.back, m.handed)).collect();
    assert_eq!(months, [(202_605, 9, 0, 0, 8), (202_606, 0, 5, 3, 13)]);
    let step = |name: &str| map.steps.iter().find(|s| s.step == name).map(|s| (s.n, s.median, s.measured));
    assert_eq!(step("work"), Some((8, Some(10 * MINUTE), 5)), "a longer term leaves no step");
    assert_eq!(step("look"), Some((8, None, 4)), "nothing of fewer than five");
    assert_eq!(step("survey"), Some((4, None, 0)), "a step the flow had once");
    assert_eq!(step("closed"), None);
    assert_eq!(map.moves[0].arc.mv, "direct_dispatch");
    assert_eq!(map.walks[0], ("look>work>feedback>closed".into(), 4));
    assert_eq!(Map::of(&Sums::default(), &matter()).moves, []);
}
