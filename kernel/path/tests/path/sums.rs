//! What is kept of many ways equals what is counted from their hops, after any history, and of any day in it.

use crate::help::*;
use crate::store::{AREA, Began, Hopped, act_at, all};
use lianxin_base::{HOUR, Moment};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_path::sums::{Sums, by, counted, kept, month, plus, walk};
use lianxin_path::{Hop, Watch, bucket, way};
use lianxin_store::Db;
use proptest::prelude::*;

const FLOW: &str = "demo.matter";

/// A move a drawn number stands for.
fn chosen(step: &str, pick: u8) -> Option<&'static str> {
    let flow = matter();
    let may: Vec<&'static str> =
        MOVES.iter().copied().filter(|name| flow.find_move(step, name, &facts(&[])).is_ok()).collect();
    (!may.is_empty()).then(|| may[usize::from(pick) % may.len()])
}

/// Ways that begin and hop as drawn, one act after another, hours or days apart.
fn lived(db: &Db, drawn: &[(u8, u8, u16)]) {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    for (id, pick, later) in drawn {
        let now = db.clock().now().plus(i64::from(*later) * HOUR / 4);
        db.clock().set(now);
        let id = way_id(id % 6 + 1);
        let found = db.read_wait(move |r| Ok(way(r, id)?)).expect("read");
        let Some(found) = found else {
            let (begin, _) = flow.begin(id, "general", &everyone).expect("begins");
            act_at(db, Began(begin)).expect("recorded");
            continue;
        };
        let Some(name) = chosen(&found.step, *pick).filter(|_| found.ended.is_none()) else { continue };
        let (hop, _) = flow.hop(id, &found.step, name, &facts(&[]), &everyone).expect("may be made");
        let watch = Watch { flow: &flow, cal: &cal, hours: &hours, now };
        let took = watch.took(&found, &hop, now);
        act_at(db, Hopped(Hop { took, ..hop })).expect("recorded");
    }
}

fn compared(db: &Db, begun: Moment) {
    let now = db.clock().now();
    let (first, last) = (month(begun), month(now));
    let read = move |from, to| db.read_wait(move |r| Ok(counted(r, AREA, FLOW, (from, to))?)).expect("counted");
    let all = db.read_wait(move |r| Ok(kept(r, AREA, FLOW, (first, last))?)).expect("kept");
    assert_eq!(all, read(begun, now.plus(1)));
    // As it stood on some days in between.
    for part in 1..4 {
        let until = begun.plus(now.since(begun) / 4 * part);
        let then = db.read_wait(move |r| Ok(by(r, AREA, FLOW, first, until, now)?)).expect("by then");
        assert_eq!(then, read(begun, until), "as of {until:?}");
    }
    assert_eq!(told(db), all, "the same again from the ways as they are told");
}

/// Counted once more by another road: from each way's stretches.
fn told(db: &Db) -> Sums {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    let watch = Watch { flow: &flow, cal: &cal, hours: &hours, now: db.clock().now() };
    let mut sums = Sums::default();
    for id in 1..=6 {
        let Some(way) = db.read_wait(move |r| Ok(way(r, way_id(id))?)).expect("read") else { continue };
        let arc = |from: &str, mv: &str, to: &str| lianxin_path::sums::Arc {
            from: from.into(),
            mv: mv.into(),
            to: to.into(),
        };
        sums.moves.entry((month(way.began), arc("", "", &way.first.step))).or_default().n += 1;
        for (i, hop) in way.hops.iter().enumerate() {
            let count = sums.moves.entry((month(hop.at), arc(&hop.from, &hop.mv, &hop.to))).or_default();
            count.n += 1;
            let ends = way.ended.is_some() && i + 1 == way.hops.len();
            count.handed += i64::from(hop.holder_before != hop.holder_after && !ends);
        }
        for s in watch.stretches(&way).iter().filter(|s| !s.open) {
            *sums.stays.entry((month(s.to), s.step.clone())).or_default().entry(bucket(s.working)).or_default() += 1;
        }
        if let Some(ended) = way.ended {
            let steps = std::iter::once(way.first.step.as_str()).chain(way.hops.iter().map(|h| h.to.as_str()));
            *sums.walks.entry((month(ended), walk(steps))).or_default() += 1;
        }
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_kept_equals_what_is_counted(drawn in proptest::collection::vec((0u8..6, any::<u8>(), 0u16..700), 1..60)) {
        let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
        let begun = db.clock().now();
        lived(&db, &drawn);
        compared(&db, begun);
    }
}

#[test]
fn on_each_database_the_same() {
    let (places, _folder) = lianxin_store::testing::places();
    let drawn: Vec<(u8, u8, u16)> = (0..150u16).map(|n| ((n % 7) as u8, (n * 37 % 251) as u8, n * 13 % 200)).collect();
    for place in places {
        let db = lianxin_store::testing::open(place, all(), vec![], lianxin_journal::log()).expect("opens");
        let begun = db.clock().now();
        lived(&db, &drawn);
        compared(&db, begun);
        let kinds = [lianxin_journal::Kind::of::<Began>(), lianxin_journal::Kind::of::<Hopped>()];
        let done = db.read_wait(move |r| Ok(lianxin_journal::verify(r, &kinds, &all(), &[], &mut |_, _| true)?));
        assert_eq!(done.expect("runs").findings, vec![], "replay ends in the same sums");
    }
}

#[test]
fn a_thousand_hops_are_one_walk_and_all_are_counted() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    let begun = db.clock().now();
    let flow = matter();
    let (begin, _) = flow.begin(way_id(1), "general", &everyone).expect("begins");
    act_at(&db, Began(begin)).expect("recorded");
    let mut step = "look".to_owned();
    let mut hops = 0;
    while hops < 1000 {
        let name = if step == "look" { "direct_dispatch" } else { "return" };
        let (hop, _) = flow.hop(way_id(1), &step, name, &facts(&[]), &everyone).expect("may be made");
        step.clone_from(&hop.to);
        act_at(&db, Hopped(Hop { took: Some(1), ..hop })).expect("recorded");
        hops += 1;
    }
    let (hop, _) = flow.hop(way_id(1), "look", "decline", &facts(&[]), &everyone).expect("may be made");
    act_at(&db, Hopped(hop)).expect("recorded");
    let now = db.clock().now();
    let sums = db.read_wait(move |r| Ok(kept(r, AREA, FLOW, (month(begun), month(now)))?)).expect("kept");
    assert_eq!(sums.moves.values().map(|c| c.n).sum::<i64>(), 1002);
    assert_eq!(sums.walks.len(), 1);
    assert!(sums.walks.keys().all(|(_, walk)| walk.ends_with(">…")));
}

#[test]
fn what_was_recorded_without_its_time_is_counted_and_in_no_median() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    let begun = db.clock().now();
    crate::store::walked(&db, 1, &["direct_dispatch", "completion", "confirmation"]);
    let now = db.clock().now();
    let sums = db.read_wait(move |r| Ok(kept(r, AREA, FLOW, (month(begun), plus(month(now), 1)))?)).expect("kept");
    assert_eq!((sums.moves.len(), sums.stays.len(), sums.walks.len()), (4, 0, 1));
}

#[test]
fn the_shortest_that_was_taken_is_told_from_five_on() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    let monday = db.clock().now();
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    let found = |n: u32| {
        let watch = Watch { flow: &flow, cal: &cal, hours: &hours, now: db.clock().now() };
        let ways = db.read_wait(move |r| Ok(lianxin_path::ended(r, AREA, FLOW, "general", n)?)).expect("read");
        let stays = db.read_wait(move |r| Ok(lianxin_path::stays(r, AREA, FLOW, "general", n)?)).expect("read");
        assert_eq!(watch.samples_of(&ways), sorted(watch.samples(&stays), &ways, &watch), "by either road");
        watch.achieved(&ways, "closed", &|_| true)
    };
    for id in 1..=4 {
        db.clock().set(monday.plus(i64::from(id) * 7 * 24 * HOUR));
        crate::store::walked(&db, id, &["direct_dispatch", "completion", "confirmation"]);
    }
    crate::store::walked(&db, 5, &["decline"]);
    assert_eq!(found(100), None, "four, and one that came to no solution");
    crate::store::walked(&db, 6, &["direct_dispatch", "return", "direct_dispatch", "completion", "confirmation"]);
    let best = found(100).expect("five");
    assert_eq!((best.n, best.handovers, best.working), (5, 2, HOUR / 2));
}

/// Samples of the statement in the order of the ways.
fn sorted(mut all: lianxin_path::Samples, ways: &[lianxin_path::Way], watch: &Watch<'_>) -> lianxin_path::Samples {
    let own = watch.samples_of(ways);
    for (step, stays) in &mut all {
        stays.sort_unstable();
        let mut mine = own.get(step).cloned().unwrap_or_default();
        mine.sort_unstable();
        if *stays == mine {
            *stays = own.get(step).cloned().unwrap_or_default();
        }
    }
    all
}
