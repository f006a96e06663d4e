//! The way taken: stays that add up, marks of work done again and of passing back and forth, the stages of the bridge.

use crate::help::*;
use lianxin_base::{ActId, AreaId, Day, HOUR, MINUTE, Moment, OrgId};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_path::{Difference, First, Flow, Samples, Shortest, Stage, State, Stretch, Taken, Watch, Way};
use proptest::prelude::*;

/// Monday, 2026-06-15, 09:00.
fn monday() -> Moment {
    Day::from_number(20_619).at(9, 0)
}

/// A way with these hops: minutes since the beginning, move, step, holder.
fn way(hops: &[(i64, &str, &str, u8)]) -> Way {
    let flow = matter();
    let act = ActId::from_bytes([9; 16]);
    let stage = |step: &str| flow.step(step).map_or_else(String::new, |s| s.stage.text.clone());
    let first = First { step: "look".into(), stage: "collect".into(), holder: org(1), due: None, act };
    let (mut step, mut holder, mut taken) = ("look".to_owned(), org(1), Vec::new());
    for (minutes, mv, to, after) in hops {
        taken.push(Taken {
            mv: (*mv).into(),
            from: std::mem::replace(&mut step, (*to).into()),
            to: (*to).into(),
            stage: stage(to),
            holder_before: std::mem::replace(&mut holder, org(*after)),
            holder_after: org(*after),
            at: monday().plus(minutes * MINUTE),
            act,
            due: Some(monday().plus(HOUR)),
        });
    }
    let ended = taken.last().filter(|t| flow.step(&t.to).is_some_and(|s| s.closed)).map(|t| t.at);
    Way {
        id: way_id(1),
        area: AreaId::from_bytes([7; 16]),
        flow: flow.name.clone(),
        version: flow.version,
        kind: "general".into(),
        began: monday(),
        ended,
        stage: stage(&step),
        due: taken.last().and_then(|t| t.due),
        step,
        holder,
        first,
        hops: taken,
    }
}

fn watch<R>(now: Moment, f: impl FnOnce(&Watch<'_>) -> R) -> R {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    f(&Watch { flow: &flow, cal: &cal, hours: &hours, now })
}
fn stretches(way: &Way, now: Moment) -> Vec<Stretch> {
    watch(now, |w| w.stretches(way))
}
fn stages(way: &Way, now: Moment) -> Vec<Stage> {
    watch(now, |w| w.stages(way, &w.stretches(way)))
}

#[test]
fn the_ordinary_way_is_told_in_stays() {
    let way = way(&[
        (30, "dispatch", "deliberate", 2),
        (90, "decision", "work", 4),
        (600, "completion", "feedback", 1),
        (1440, "confirmation", "closed", 1),
    ]);
    let told = stretches(&way, monday().plus(90 * 24 * HOUR));
    let short: Vec<_> =
        told.iter().map(|s| (s.step.as_str(), s.holder, s.natural / MINUTE, s.working / MINUTE, s.on_time())).collect();
    assert_eq!(
        short,
        [
            ("look", org(1), 30, 30, None),
            ("deliberate", org(2), 60, 60, Some(false)),
            ("work", org(4), 510, 270, Some(false)), // 10:30 to 19:00: the noon break and the evening are no work
            ("feedback", org(1), 840, 30, Some(false)),
        ]
    );
    assert!(told.iter().all(|s| !s.open && !s.rework && !s.bounced && !s.paused));
    assert_eq!(way.handovers(), 3);
    assert!(!way.overdue(monday().plus(90 * 24 * HOUR)), "what has ended is not overdue");
}

#[test]
fn stays_that_went_wrong_are_marked() {
    let marks = |hops: &[(i64, &str, &str, u8)]| {
        let told = stretches(&way(hops), monday().plus(24 * HOUR));
        told.iter().filter(|s| s.rework || s.bounced).map(|s| (s.step.clone(), s.rework, s.bounced)).collect::<Vec<_>>()
    };
    let sent = (10, "direct_dispatch", "work", 4);
    for (said, hops, marked) in [
        ("nothing went wrong", vec![sent, (20, "completion", "feedback", 1)], vec![]),
        (
            "not done well: done again",
            vec![sent, (20, "completion", "feedback", 1), (30, "objection", "work", 4)],
            vec![("work".to_owned(), true, false)],
        ),
        ("a wrong dispatch comes back", vec![sent, (20, "return", "look", 1)], vec![("look".to_owned(), false, true)]),
        ("a transfer to someone new", vec![sent, (20, "transfer", "work", 5)], vec![]),
        (
            "a transfer to someone new and back",
            vec![sent, (20, "transfer", "work", 5), (30, "transfer", "work", 4)],
            vec![("work".to_owned(), false, true)],
        ),
        ("waiting for a part", vec![sent, (20, "pause", "waiting", 4), (30, "resume", "work", 4)], vec![]),
    ] {
        assert_eq!(marks(&hops), marked, "{said}");
    }
}

#[test]
fn a_longer_term_opens_no_new_stay_and_a_pause_is_shown_apart() {
    let way = way(&[
        (10, "direct_dispatch", "work", 4),
        (20, "extension", "work", 4),
        (30, "pause", "waiting", 4),
        (90, "resume", "work", 4),
    ]);
    let told = stretches(&way, monday().plus(2 * HOUR));
    let short: Vec<_> = told.iter().map(|s| (s.step.as_str(), s.natural / MINUTE, s.paused, s.open)).collect();
    assert_eq!(
        short,
        [
            ("look", 10, false, false),
            ("work", 20, false, false),
            ("waiting", 60, true, false),
            ("work", 30, false, true)
        ]
    );
    assert_eq!(way.handovers(), 1);
    let solve = &stages(&way, monday().plus(2 * HOUR))[2];
    assert_eq!((solve.natural / MINUTE, solve.working / MINUTE, solve.left), (110, 50, None));
    assert!(way.overdue(monday().plus(HOUR + 1)) && !way.overdue(monday().plus(HOUR)));
}

#[test]
fn the_bridge_says_how_far_each_stage_is() {
    use State::*;
    let direct = (10, "direct_dispatch", "work", 4);
    let done = (20, "completion", "feedback", 1);
    for (said, hops, states) in [
        ("just begun", vec![], [Now, Todo, Todo, Todo]),
        ("in deliberation", vec![(10, "dispatch", "deliberate", 2)], [Done, Now, Todo, Todo]),
        ("sent straight to work", vec![direct], [Done, Skipped, Now, Todo]),
        ("sent back", vec![direct, (20, "return", "look", 1)], [Now, Todo, Todo, Todo]),
        ("at feedback", vec![direct, done], [Done, Skipped, Done, Now]),
        ("not good", vec![direct, done, (30, "objection", "work", 4)], [Done, Skipped, Now, Todo]),
        ("closed", vec![direct, done, (30, "confirmation", "closed", 1)], [Done, Skipped, Done, Done]),
        ("declined", vec![(30, "decline", "declined", 1)], [Done, Skipped, Skipped, Skipped]),
    ] {
        let found = stages(&way(&hops), monday().plus(HOUR));
        assert_eq!(found.iter().map(|s| s.state).collect::<Vec<_>>(), states, "{said}");
    }
    let twice = way(&[direct, done, (30, "objection", "work", 5), (50, "completion", "feedback", 1)]);
    let solve = &stages(&twice, monday().plus(HOUR))[2];
    assert_eq!((solve.natural / MINUTE, &solve.holders[..]), (30, &[org(4), org(5)][..]));
    assert_eq!((solve.entered, solve.left), (Some(monday().plus(10 * MINUTE)), Some(monday().plus(50 * MINUTE))));
}

#[test]
fn the_difference_to_the_shortest_way_is_told_in_handovers_and_working_time() {
    let way = way(&[
        (60, "dispatch", "deliberate", 2),
        (120, "decision", "work", 5),
        (150, "transfer", "work", 4),
        (1440, "pause", "waiting", 4),
        (1500, "resume", "work", 4),
        (1560, "completion", "feedback", 1),
        (1575, "confirmation", "closed", 1),
    ]);
    let flow = matter();
    let shortest = Shortest::find(&flow, "closed", &facts(&[]), &everyone, &Samples::new()).expect("there is one");
    let told = stretches(&way, monday().plus(90 * 24 * HOUR));
    let found = Difference::between(&told, &shortest);
    // 09:00 to 11:15 the next day is 6 h before it waited an hour and 1 h 15 after; 2 h 25 would have done.
    let working = told.iter().filter(|s| !s.paused).map(|s| s.working).sum::<i64>();
    assert_eq!(found.working, working - 145 * MINUTE);
    assert_eq!((found.handovers, found.paused), (4 - 2, HOUR));
}

fn any_hops() -> impl Strategy<Value = Vec<(i64, usize, u8)>> {
    proptest::collection::vec((-20_000_000i64..900_000_000_000, 0usize..5, 1u8..4), 0..12)
}

/// A way that jumps anywhere: even an odd record must be told without losing a microsecond.
fn odd_way(hops: &[(i64, usize, u8)], closes: bool) -> Way {
    let steps = ["look", "deliberate", "work", "waiting", "feedback"];
    let mut odd = way(&[]);
    let (mut at, mut holder, mut step): (Moment, OrgId, &str) = (monday(), org(1), "look");
    for (i, (gap, to, after)) in hops.iter().enumerate() {
        let ends = closes && i + 1 == hops.len();
        let to = if ends { "closed" } else { steps[*to] };
        at = at.plus(*gap);
        odd.hops.push(Taken {
            mv: "transfer".into(),
            from: std::mem::replace(&mut step, to).into(),
            to: to.into(),
            stage: matter().step(to).map_or_else(String::new, |s| s.stage.text.clone()),
            holder_before: std::mem::replace(&mut holder, org(*after)),
            holder_after: org(*after),
            at,
            act: ActId::from_bytes([1; 16]),
            due: None,
        });
        odd.ended = ends.then_some(at.max(monday()));
    }
    odd
}

proptest! {
    #[test]
    fn stays_follow_each_other_and_add_up_to_the_microsecond(hops in any_hops(), closes: bool, late in 0i64..900_000_000_000) {
        let way = odd_way(&hops, closes);
        let last = way.hops.iter().map(|h| h.at).max().unwrap_or(way.began).max(way.began);
        let now = last.plus(late);
        let told = stretches(&way, now);
        prop_assert_eq!(told[0].from, way.began);
        for pair in told.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
        }
        let end = told[told.len() - 1].to;
        prop_assert_eq!(told.iter().map(|s| s.natural).sum::<i64>(), end.since(way.began));
        prop_assert!(told.iter().all(|s| 0 <= s.working && s.working <= s.natural && s.to >= s.from));
        if way.ended.is_none() {
            prop_assert_eq!(end, now);
        }
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        prop_assert_eq!(told.iter().map(|s| s.working).sum::<i64>(), cal.working_time(&hours, way.began, end));
        let by_stage = watch(now, |w| w.stages(&way, &told));
        prop_assert_eq!(by_stage.iter().map(|s| s.natural).sum::<i64>(), end.since(way.began));
    }
}

#[test]
fn a_flow_that_no_longer_knows_the_step_still_tells_the_way() {
    let way = way(&[(10, "dispatch", "deliberate", 2)]);
    let flow = Flow::read("flow = \"x\"\nversion = 1\nstages = [\"solve\"]\nkinds = []").expect("reads");
    let (cal, hours) = (Calendar::official(), OfficeHours::default());
    let w = Watch { flow: &flow, cal: &cal, hours: &hours, now: monday().plus(HOUR) };
    let told = w.stretches(&way);
    assert_eq!(told.iter().map(|s| s.natural / MINUTE).collect::<Vec<_>>(), [10, 50]);
    assert_eq!(w.stages(&way, &told)[0].state, State::Todo);
}
