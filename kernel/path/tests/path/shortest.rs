//! The shortest way: on the sample, with parties that do not exist, and against trying every walk.

use crate::help::*;
use lianxin_base::{HOUR, MINUTE, Moment, OrgId};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_path::{Absent, Facts, Flow, Move, Samples, Shortest, Stay, Step, Watch, When, Word, fastest_tenth};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn find(holds: &[&str], party: &dyn Fn(&str) -> Option<OrgId>, samples: &Samples) -> Shortest {
    Shortest::find(&matter(), "closed", &facts(holds), party, samples).expect("there is one")
}

#[test]
fn the_shortest_way_of_the_sample_depends_on_its_facts() {
    for (holds, moves, handovers, minutes) in [
        (&[][..], "direct_dispatch completion confirmation", 2, 10 + 120 + 15),
        (&["discuss"], "dispatch decision completion confirmation", 3, 10 + 60 + 120 + 15),
        (&["discuss", "vote_needed"], "dispatch resolution completion confirmation", 3, 10 + 60 + 120 + 15),
    ] {
        let found = find(holds, &everyone, &Samples::new());
        assert_eq!(found.moves.join(" "), moves, "{holds:?}");
        assert_eq!((found.handovers, found.micros), (handovers, minutes * MINUTE), "{holds:?}");
    }
    let steps = find(&[], &everyone, &Samples::new()).steps;
    let named: Vec<_> = steps.iter().map(|(step, holder)| (step.as_str(), *holder)).collect();
    assert_eq!(named, [("look", org(1)), ("work", org(4)), ("feedback", org(1)), ("closed", org(1))]);
}

#[test]
fn a_party_that_does_not_exist_costs_no_handover_and_is_told() {
    for (absent, handovers, fell) in [("", 3, vec![]), ("council", 2, vec!["no_council"]), ("committee", 3, vec![])] {
        let party = |p: &str| if p == absent { None } else { everyone(p) };
        let found = find(&["discuss"], &party, &Samples::new());
        assert_eq!(found.handovers, handovers, "without {absent}");
        assert_eq!(found.fell.into_iter().map(|f| f.reason).collect::<Vec<_>>(), fell, "without {absent}");
    }
    let nobody_works = |p: &str| if p == "executor" { None } else { everyone(p) };
    let flow = matter();
    for (goal, party) in
        [("closed", &nobody_works as &dyn Fn(&str) -> Option<OrgId>), ("closed", &|_| None), ("nowhere", &everyone)]
    {
        assert_eq!(Shortest::find(&flow, goal, &facts(&[]), party, &Samples::new()), None);
    }
    let declined = Shortest::find(&flow, "declined", &facts(&[]), &nobody_works, &Samples::new()).expect("one move");
    assert_eq!((declined.handovers, declined.moves), (0, vec!["decline".to_owned()]));
}

#[test]
fn the_fastest_tenth_counts_from_five_stays_on() {
    for (stays, found) in [
        (vec![], None),
        (vec![1, 2, 3, 4], None),
        (vec![9, 5, 7, 6, 8], Some(5)),
        ((1..=10).collect(), Some(1)),
        ((1..=11).rev().collect(), Some(2)),
        ((1..=100).collect::<Vec<_>>(), Some(10)),
    ] {
        assert_eq!(fastest_tenth(&stays), found, "{stays:?}");
    }
    let known = Samples::from([("work".to_owned(), vec![HOUR; 5]), ("look".to_owned(), vec![1; 4])]);
    assert_eq!(find(&[], &everyone, &known).micros, (10 + 60 + 15) * MINUTE);
}

#[test]
fn a_stay_that_ended_by_going_back_says_nothing_about_how_fast_it_can_go() {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    let monday = lianxin_base::Day::from_number(20_619).at(9, 0);
    let watch = Watch { flow: &flow, cal: &cal, hours: &hours, now: Moment::default() };
    let stay = |mv: &str| Stay { step: "work".into(), from: monday, to: monday.plus(HOUR), mv: mv.into() };
    let samples = watch.samples(&[stay("return"), stay("completion"), stay("pause")]);
    assert_eq!(samples.get("work"), Some(&vec![HOUR, HOUR]));
}

/// A small flow as proptest draws it: party, least and fall of each step, and moves with a condition.
type Drawn = (Vec<(u8, i64, Option<usize>)>, Vec<(usize, usize, u8)>);

fn drawn() -> impl Strategy<Value = Drawn> {
    (2usize..7).prop_flat_map(|n| {
        let steps = proptest::collection::vec((0u8..5, 0i64..4, proptest::option::of(0..n)), n);
        (steps, proptest::collection::vec((0..n, 0..n, 0u8..3), 0..16))
    })
}

fn word(text: impl ToString) -> Word {
    Word { text: text.to_string(), line: 1 }
}

fn built((steps, moves): &Drawn) -> Flow {
    let step = |(i, (party, least, fall)): (usize, &(u8, i64, Option<usize>))| Step {
        name: word(i),
        stage: word("s"),
        party: word(party),
        clock: None,
        least: *least,
        closed: i + 1 == steps.len(),
        paused: false,
        absent: fall.map(|to| Absent { party: None, step: Some(word(to)), reason: word("r") }),
    };
    let a_move = |(i, (from, to, when)): (usize, &(usize, usize, u8))| Move {
        name: word(format!("m{i}")),
        from: vec![word(from)],
        to: word(to),
        capability: word("c"),
        needs: vec![],
        when: if *when == 0 { vec![] } else { vec![When { fact: word("f"), is: *when == 1 }] },
        back: None,
    };
    Flow {
        name: "drawn".into(),
        version: 1,
        stages: vec![word("s")],
        facts: vec![word("f")],
        kinds: vec![],
        steps: steps.iter().enumerate().map(step).collect(),
        moves: moves.iter().enumerate().map(a_move).collect(),
        clocks: BTreeMap::new(),
    }
}

/// Five parties, three organisations, one party that does not exist.
fn some(party: &str) -> Option<OrgId> {
    match party {
        "0" | "1" => Some(org(1)),
        "2" => Some(org(2)),
        "3" => Some(org(3)),
        _ => None,
    }
}

/// Tries every walk that comes to no step twice; a walk with a circle in it is never shorter.
fn try_all(
    flow: &Flow,
    facts: &Facts,
    walk: &mut Vec<String>,
    cost: (i64, i64, i64),
    best: &mut Option<(i64, i64, i64)>,
) {
    let at = walk.last().expect("a walk has a step").clone();
    if flow.step(&at).expect("known").closed {
        if best.is_none_or(|b| cost < b) {
            *best = Some(cost);
        }
        return;
    }
    let holder = flow.landing(&at, &some).expect("somebody holds it").holder;
    for m in
        flow.moves.iter().filter(|m| m.from[0].text == at && m.when.iter().all(|w| facts.contains(&*w.fact) == w.is))
    {
        let Ok(to) = flow.landing(&m.to, &some) else { continue };
        let name = to.step.name.text.clone();
        if walk.contains(&name) {
            continue;
        }
        let (least, handed) = if to.step.closed { (0, 0) } else { (to.step.least, i64::from(to.holder != holder)) };
        walk.push(name);
        try_all(flow, facts, walk, (cost.0 + handed, cost.1 + 1, cost.2 + least), best);
        walk.pop();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn no_walk_is_shorter_than_the_one_found(drawn in drawn(), holds: bool) {
        let flow = built(&drawn);
        let facts = facts(if holds { &["f"] } else { &[] });
        let mut best = None;
        if let Ok(start) = flow.landing("0", &some) {
            let least = if start.step.closed { 0 } else { start.step.least };
            try_all(&flow, &facts, &mut vec![start.step.name.text.clone()], (0, 0, least), &mut best);
        }
        let goal = (flow.steps.len() - 1).to_string();
        let found = Shortest::find(&flow, &goal, &facts, &some, &Samples::new());
        let cost = found.as_ref().map(|s| (s.handovers, s.moves.len() as i64, s.micros));
        prop_assert_eq!(cost, best);
        let Some(found) = found else { return Ok(()) };
        // What was found is a walk of the flow.
        for (pair, name) in found.steps.windows(2).zip(&found.moves) {
            let m = flow.find_move(&pair[0].0, name, &facts).expect("the move may be made");
            let to = flow.landing(&m.to, &some).expect("somebody holds it");
            prop_assert_eq!((&to.step.name.text, to.holder), (&pair[1].0, pair[1].1));
        }
    }
}
