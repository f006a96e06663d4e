//! Ways begin and hop through recorded acts on each database, are read back whole, and replay to the same rows.

use crate::help::*;
use lianxin_base::{ActId, AreaId, HOUR, MINUTE, Moment};
use lianxin_journal::{Act, By, Head, Kind, Leaf, Recorded, record, verify};
use lianxin_path::{Begin, Hop, SQL, Watch, Way, begin, migrations, stays, take, way};
use lianxin_store::testing::{open, places};
use lianxin_store::{Db, Fault, Migrations, Stop, Tx};

#[derive(Clone)]
pub(crate) struct Began(pub(crate) Begin);
impl Act for Began {
    const KIND: &'static str = "demo.began";
    fn leaf(&self, leaf: &mut Leaf) {
        self.0.leaf(leaf);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        begin(rec, tx)
    }
}

#[derive(Clone)]
pub(crate) struct Hopped(pub(crate) Hop);
impl Act for Hopped {
    const KIND: &'static str = "demo.hopped";
    fn leaf(&self, leaf: &mut Leaf) {
        self.0.leaf(leaf);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        take(rec, tx)
    }
}

pub(crate) fn all() -> Vec<Migrations> {
    vec![lianxin_journal::migrations(), migrations()]
}
pub(crate) const AREA: AreaId = AreaId::from_bytes([7; 16]);

/// Records an act; the next one comes ten minutes later.
fn act<A: Act + Clone + 'static>(db: &Db, act: A) -> Result<Moment, Stop> {
    let at = db.clock().now();
    let head = Head { id: ActId::new(db.chance(), at), area: AREA, by: By::Office, no: None, token: None };
    let done = db.act_wait(AREA, move |tx| Ok(record(tx, head.clone(), &act)?.at));
    db.clock().set(at.plus(10 * MINUTE));
    done
}

/// Records an act now; the clock stands where it stood.
pub(crate) fn act_at<A: Act + Clone + 'static>(db: &Db, act: A) -> Result<Moment, Stop> {
    let at = db.clock().now();
    let head = Head { id: ActId::new(db.chance(), at), area: AREA, by: By::Office, no: None, token: None };
    db.act_wait(AREA, move |tx| Ok(record(tx, head.clone(), &act)?.at))
}

/// Begins a way and makes these moves; the due time is two hours after each.
pub(crate) fn walked(db: &Db, id: u8, moves: &[&str]) -> Way {
    let flow = matter();
    let (mut begun, _) = flow.begin(way_id(id), "general", &everyone).expect("begins");
    begun.due = Some(db.clock().now().plus(2 * HOUR));
    let mut step = begun.step.clone();
    act(db, Began(begun)).expect("recorded");
    for name in moves {
        let (mut hop, _) = flow.hop(way_id(id), &step, name, &facts(&[]), &everyone).expect("may be made");
        hop.due = (!hop.ends).then(|| db.clock().now().plus(2 * HOUR));
        hop.kind = (*name == "dispatch").then(|| "complex".to_owned());
        step.clone_from(&hop.to);
        act(db, Hopped(hop)).expect("recorded");
    }
    db.read_wait(move |r| Ok(way(r, way_id(id))?)).expect("read").expect("is there")
}

#[test]
fn a_way_is_written_by_its_acts_and_read_back_whole() {
    let (places, _folder) = places();
    for place in places {
        let db = open(place, all(), vec![], lianxin_journal::log()).expect("opens");
        let began = db.clock().now();
        let moves = ["dispatch", "decision", "extension", "completion", "objection", "completion", "confirmation"];
        let found = walked(&db, 1, &moves);
        assert_eq!((found.began, found.first.holder, found.first.due), (began, org(1), Some(began.plus(2 * HOUR))));
        assert_eq!((found.step.as_str(), found.stage.as_str(), found.kind.as_str()), ("closed", "feedback", "complex"));
        assert_eq!(found.hops.iter().map(|h| h.mv.as_str()).collect::<Vec<_>>(), moves);
        assert_eq!(found.ended, Some(began.plus(70 * MINUTE)));
        assert_eq!((found.due, found.handovers()), (None, 5));
        assert!(found.hops.windows(2).all(|w| w[0].to == w[1].from && w[0].holder_after == w[1].holder_before));

        let open = walked(&db, 2, &["direct_dispatch"]);
        assert_eq!((open.step.as_str(), open.holder, open.ended), ("work", org(4), None));
        assert!(db.read_wait(|r| Ok(way(r, way_id(9))?)).expect("read").is_none());

        let kinds = [Kind::of::<Began>(), Kind::of::<Hopped>()];
        let replayed = db.read_wait(move |r| Ok(verify(r, &kinds, &all(), &[], &mut |_, _| true)?)).expect("runs");
        assert_eq!(replayed.findings, vec![], "replay ends in the same rows");
    }
}

#[test]
fn a_way_that_stands_elsewhere_or_has_ended_takes_no_hop() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    walked(&db, 1, &["decline"]);
    walked(&db, 2, &["direct_dispatch"]);
    let (hop, _) = matter().hop(way_id(1), "look", "dispatch", &facts(&[]), &everyone).expect("may be made");
    for id in [1, 2, 3] {
        let hop = Hop { way: way_id(id), ..hop.clone() };
        assert!(matches!(act(&db, Hopped(hop)), Err(Stop::Failed(Fault::Bug(_)))), "way {id}");
    }
}

#[test]
fn what_is_entered_later_keeps_its_own_time_but_never_runs_backwards() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    let (flow, now) = (matter(), db.clock().now());
    let (mut begun, _) = flow.begin(way_id(1), "general", &everyone).expect("begins");
    begun.at = Some(now.plus(-48 * HOUR));
    act(&db, Began(begun)).expect("recorded");
    let (mut hop, _) = flow.hop(way_id(1), "look", "direct_dispatch", &facts(&[]), &everyone).expect("may be made");
    hop.at = Some(now.plus(-24 * HOUR));
    act(&db, Hopped(hop)).expect("recorded");
    for (given, name, from) in [(-72, "completion", "work"), (999, "confirmation", "feedback")] {
        let (mut hop, _) = flow.hop(way_id(1), from, name, &facts(&[]), &everyone).expect("may be made");
        hop.at = Some(now.plus(given * HOUR));
        act(&db, Hopped(hop)).expect("recorded");
    }
    let found = db.read_wait(|r| Ok(way(r, way_id(1))?)).expect("read").expect("is there");
    let at: Vec<_> = found.hops.iter().map(|h| h.at.since(now) / MINUTE).collect();
    assert_eq!((found.began.since(now) / HOUR, at), (-48, vec![-24 * 60, -24 * 60, 30]));
}

#[test]
fn stays_of_ended_ways_tell_how_fast_it_can_go() {
    let db = lianxin_store::testing::memory(all(), vec![], lianxin_journal::log());
    let monday = db.clock().now();
    for id in 1..=6 {
        db.clock().set(monday.plus(i64::from(id) * 7 * 24 * HOUR)); // 09:00, never on a holiday
        walked(&db, id, &["direct_dispatch", "completion", "confirmation"]);
    }
    walked(&db, 7, &["direct_dispatch", "extension", "completion", "confirmation"]);
    walked(&db, 8, &["direct_dispatch", "completion"]);
    let count = |kind: &'static str, ways: u32| {
        let found = db.read_wait(move |r| Ok(stays(r, AREA, "demo.matter", kind, ways)?)).expect("read");
        (found.len(), found.iter().filter(|s| s.step == "work").count(), found)
    };
    assert_eq!(
        (count("general", 100).0, count("general", 100).1),
        (7 * 3 - 1, 6),
        "not the extended, not the open one"
    );
    assert_eq!((count("general", 2).0, count("urgent", 100).0), (5, 0));
    let (flow, cal, hours) =
        (matter(), lianxin_calendar::Calendar::official(), lianxin_calendar::OfficeHours::default());
    let watch = Watch { flow: &flow, cal: &cal, hours: &hours, now: db.clock().now() };
    let samples = watch.samples(&count("general", 100).2);
    assert_eq!(lianxin_path::fastest_tenth(&samples["work"]), Some(10 * MINUTE));
}

#[test]
fn every_statement_prepares_and_none_scans() {
    let (places, _folder) = places();
    for place in places {
        let db = open(place, all(), vec![], lianxin_journal::log()).expect("opens");
        for (name, sql) in SQL {
            let plan = db.read_wait(|r| Ok(r.plan(sql)?)).unwrap_or_else(|e| panic!("{name}: {e:?}"));
            // w is the short list of ways that ended last, itself found by an index.
            let scan = |line: &String| line.starts_with("SCAN") && line != "SCAN w";
            assert!(!plan.iter().any(scan), "{name} scans: {plan:?}");
        }
    }
}
