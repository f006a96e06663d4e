//! Ways, many of them: the map of half a million from what is kept, and a rule changed for a hundred thousand.

use crate::bench::{Asked, fresh};
use crate::drive::median;
use crate::product::{file, found_at, open};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no, told};
use lianxin_base::{ActId, AreaId, Clock, Day, HOUR, MINUTE, Moment, OrgId, WayId};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_council::course::flow;
use lianxin_council::path::map::json;
use lianxin_path::sums::{counted, kept, month};
use lianxin_path::whatif::{Case, Change, What, what_if};
use lianxin_path::{Limit, Stretch, Watch, bucket};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const WAYS: u64 = 500_000;
const AREAS: u64 = 20;
const CASES: u64 = 100_000;
const MAP: &str = "the map of 500,000 matters (3,000,000 hops) in 20 compounds over a year, one thread: the rows that are \
                   kept of them read by plain SQL and added up; asked: under 300 ms";
const WHATIF: &str = "three changed rules over 100,000 matters of six stays, one core: asked, under 5 s";

/// The hops of every planted way: step before, move, step after, who holds it then.
const HOPS: [(&str, &str, &str, u8); 6] = [
    ("", "", "look", 1),
    ("look", "direct", "work", 2),
    ("work", "completion", "feedback", 1),
    ("feedback", "objection", "work", 2),
    ("work", "completion", "feedback", 1),
    ("feedback", "confirmation", "closed", 1),
];

fn org(n: u8) -> OrgId {
    OrgId::from_bytes([n; 16])
}

fn id(n: u64, kind: u8) -> [u8; 16] {
    let mut bytes = [kind; 16];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    bytes
}

/// A number that looks drawn.
const fn drawn(n: u64) -> u64 {
    n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33
}

fn minutes(n: u64, at: usize) -> i64 {
    let most = [1, 240, 2400, 900, 1200, 700][at];
    i64::try_from(drawn(n * 7 + at as u64) % most).unwrap_or(0) + 1
}

pub(crate) fn map(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = fresh(asked, "map")?;
    let end = Clock::system().now();
    found_at(&dir, Clock::by_hand(end))?;
    plant(&dir, end)?;
    let db = open(&dir, None, Clock::by_hand(end))?;
    let areas: Vec<AreaId> = (0..AREAS).map(|n| AreaId::from_bytes(id(n, 7))).collect();
    equal(&db, areas[0], end)?;
    let conn = Connection::open(file(&dir))?;
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..asked.rounds {
        let (these, begun) = (areas.clone(), Instant::now());
        let out = db.read_wait(move |r| Ok(json(r, &these, 13, (end.plus(1), end))?)).map_err(told)?;
        ours.push(u64::try_from(begun.elapsed().as_micros())?);
        if out["begun"].as_u64() != Some(WAYS) {
            return no(format!("the map says {} matters", out["begun"]));
        }
        let begun = Instant::now();
        black_box(plainly(&conn)?);
        limit.push(u64::try_from(begun.elapsed().as_micros())?);
    }
    let n = ours.len() as u64;
    let (ours, limit) = (median(ours.into_iter()), median(limit.into_iter()));
    sheet.add(&Line { name: "map".into(), unit: "µs", ours, limit, what: MAP.into(), n, ..Line::default() });
    Ok(())
}

/// What is kept of an area equals what is counted from its hops.
fn equal(db: &lianxin_store::Db, area: AreaId, end: Moment) -> Done<()> {
    let begin = end.plus(-400 * 24 * HOUR);
    let both = db.read_wait(move |r| {
        let flow = &flow().name;
        Ok((kept(r, area, flow, (month(begin), month(end)))?, counted(r, area, flow, (begin, end.plus(1)))?))
    });
    let (kept, counted) = both.map_err(told)?;
    if kept == counted { Ok(()) } else { no("what is kept is not what is counted") }
}

/// The same sums by plain SQL.
fn plainly(conn: &Connection) -> Done<i64> {
    let mut n = 0;
    for sql in [
        "SELECT from_step, move, to_step, SUM(n), SUM(handed) FROM path_sum_move GROUP BY from_step, move, to_step",
        "SELECT step, '', '', SUM(n), bucket FROM path_sum_stay GROUP BY step, bucket",
        "SELECT walk, '', '', SUM(n), 0 FROM path_sum_walk GROUP BY walk",
    ] {
        let mut all = conn.prepare_cached(sql)?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            n += row.get::<_, i64>(3)?;
        }
    }
    Ok(n)
}

type Key = (u64, i64, usize);

/// Plants ways by plain SQL, and what is kept of them as `take` would have.
fn plant(dir: &Path, end: Moment) -> Done<()> {
    let mut conn = Connection::open(file(dir))?;
    let (mut moves, mut stays) = (BTreeMap::<Key, i64>::new(), BTreeMap::<(u64, i64, &str, i64), i64>::new());
    let mut walks = BTreeMap::<(u64, i64), i64>::new();
    let begin = end.plus(-365 * 24 * HOUR);
    let tx = conn.transaction()?;
    {
        let mut way = tx.prepare(
            "INSERT INTO path_way(id, area, flow, flow_version, kind, step, stage, holder, began_at, entered_at, due_at, \
             ended_at, hops) VALUES(?1, ?2, 'council.matter', 1, 'general', 'closed', 'feedback', ?3, ?4, ?5, NULL, ?5, 5)",
        )?;
        let mut hop = tx.prepare(
            "INSERT INTO path_hop(way, n, area, move, from_step, to_step, stage, holder, at, act, due_at, took) \
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, 'solve', ?7, ?8, ?9, NULL, ?10)",
        )?;
        for n in 0..WAYS {
            let area = n % AREAS;
            let (way_id, area_id) =
                (WayId::from_bytes(id(n, 9)).to_string(), AreaId::from_bytes(id(area, 7)).to_string());
            let mut at = begin.plus(i64::try_from(drawn(n) % (350 * 24 * 60)).unwrap_or(0) * MINUTE);
            let began = at;
            for (k, (from, mv, to, holder)) in HOPS.iter().enumerate() {
                let took = (k > 0).then(|| minutes(n, k) * MINUTE);
                at = at.plus(took.unwrap_or(0));
                let named = Some(*mv).filter(|mv| !mv.is_empty());
                let left = Some(*from).filter(|from| !from.is_empty());
                let act = ActId::from_bytes(id(n * 6 + k as u64, 8)).to_string();
                hop.execute(params![
                    way_id,
                    k as i64,
                    area_id,
                    named,
                    left,
                    to,
                    org(*holder).to_string(),
                    at.micros(),
                    act,
                    took
                ])?;
                *moves.entry((area, month(at), k)).or_default() += 1;
                if let Some(took) = took {
                    *stays.entry((area, month(at), *from, bucket(took))).or_default() += 1;
                }
            }
            *walks.entry((area, month(at))).or_default() += 1;
            way.execute(params![way_id, area_id, org(1).to_string(), began.micros(), at.micros()])?;
        }
        let area_id = |area: u64| AreaId::from_bytes(id(area, 7)).to_string();
        for ((area, month, k), n) in moves {
            let (from, mv, to, holder) = HOPS[k];
            let handed = if k > 0 && HOPS[k - 1].3 != holder { n } else { 0 };
            tx.execute(
                "INSERT INTO path_sum_move VALUES(?1, 'council.matter', ?2, ?3, ?4, ?5, ?6, ?7) \
                 ON CONFLICT DO UPDATE SET n = n + ?6, handed = handed + ?7",
                params![area_id(area), month, from, mv, to, n, handed],
            )?;
        }
        for ((area, month, step, bucket), n) in stays {
            let row = params![area_id(area), month, step, bucket, n];
            tx.execute("INSERT INTO path_sum_stay VALUES(?1, 'council.matter', ?2, ?3, ?4, ?5)", row)?;
        }
        for ((area, month), n) in walks {
            let row = params![area_id(area), month, "look>work>feedback>work>feedback>closed", n];
            tx.execute("INSERT INTO path_sum_walk VALUES(?1, 'council.matter', ?2, ?3, ?4)", row)?;
        }
    }
    tx.commit()?;
    Ok(())
}

pub(crate) fn whatif(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (cal, hours) = (Calendar::official(), OfficeHours::default());
    let watch = Watch { flow: flow(), cal: &cal, hours: &hours, now: Day::from_number(20_700).start() };
    let cases: Vec<Case> = (0..CASES).map(|n| case(n, &watch)).collect();
    let what = |change| What { change, about: None, kind: None };
    let changes = [
        What { about: Some("light".into()), ..what(Change::Skip { step: "deliberate".into() }) },
        what(Change::Limit { step: "work".into(), limit: Limit::WorkingDays(2) }),
        what(Change::Straight { step: "work".into(), to: org(3) }),
    ];
    let mut ours = Vec::new();
    for _ in 0..asked.rounds {
        let begun = Instant::now();
        let outcome = what_if(black_box(&cases), &changes, &watch);
        ours.push(u64::try_from(begun.elapsed().as_micros())?);
        if outcome.saved.is_empty() {
            return no("nothing would have been otherwise");
        }
    }
    let n = ours.len() as u64;
    let ours = median(ours.into_iter());
    sheet.add(&Line {
        name: "whatif".into(),
        unit: "µs",
        ours,
        limit: 5_000_000,
        what: WHATIF.into(),
        n,
        ..Line::default()
    });
    Ok(())
}

fn case(n: u64, watch: &Watch<'_>) -> Case {
    let mut from = Day::from_number(20_300 + i32::try_from(n % 365).unwrap_or(0)).at(9, 0);
    let steps = [("look", 1), ("deliberate", 1), ("work", 2), ("work", 3), ("waiting", 3), ("feedback", 1)];
    let stay = |(at, (step, holder)): (usize, (&str, u8))| {
        let to = from.plus(minutes(n, at) * MINUTE);
        let stay = Stretch {
            step: step.into(),
            stage: "solve".into(),
            holder: org(holder),
            from,
            to,
            open: false,
            due: None,
            working: watch.cal.working_time(watch.hours, from, to),
            natural: to.since(from),
            paused: step == "waiting",
            rework: false,
            bounced: false,
        };
        from = to;
        stay
    };
    let about = if n.is_multiple_of(3) { "light" } else { "lift" };
    let stays = steps.into_iter().enumerate().map(stay).collect();
    Case { no: n.to_string(), about: about.into(), kind: "general".into(), sum: None, stays }
}
