//! What is read of ways: who holds what at a moment, a week's hops, and the matters behind a figure of the map.

use super::rules::{Held, Hop};
use lianxin_base::{AreaId, Moment, OrgId, WayId};
use lianxin_store::{Fault, Read, params};
use std::collections::BTreeMap;

/// More matters are not read at once; for more a smaller place is chosen.
pub const MOST: i64 = 20_000;

// A longer term, a pause or a price does not make what somebody has any younger.
macro_rules! held {
    ($which:literal) => {
        concat!(
            "SELECT m.no, h.holder, h.to_step, h.due_at, (SELECT MAX(y.at) FROM path_hop y WHERE y.way = w.id \
             AND y.at < $2 AND (y.move IS NULL OR y.move NOT IN \
             ('extension', 'pause', 'resumption', 'quote', 'consent', 'dissent'))) FROM path_way w \
             JOIN council_matter m ON m.way = w.id JOIN path_hop h ON h.way = w.id \
             AND h.n = (SELECT MAX(x.n) FROM path_hop x WHERE x.way = w.id AND x.at < $2) \
             WHERE w.area = $1 AND w.began_at < $2 AND ",
            $which,
            " LIMIT $3"
        )
    };
}
const HELD: &str = held!("w.ended_at IS NULL");
const HELD_THEN: &str = held!("w.ended_at >= $2");

macro_rules! hops {
    ($which:literal) => {
        concat!(
            "SELECT m.no, h.move, h.to_step, h.holder, h.at, h.due_at, h.n FROM path_way w \
             JOIN council_matter m ON m.way = w.id JOIN path_hop h ON h.way = w.id \
             WHERE w.area = $1 AND w.began_at < $2 AND h.at < $2 AND ",
            $which,
            " ORDER BY w.id, h.n LIMIT $3"
        )
    };
}
const HOPS_OPEN: &str = hops!("w.ended_at IS NULL");
const HOPS_ENDED: &str = hops!("w.ended_at >= $4");

// A matter that was taken up again, or taken apart, began anew on another way. What its earlier ways were is found by the act
// that began them: its report, or a line in its course.
macro_rules! matter {
    () => {
        "JOIN path_hop f ON f.way = h.way AND f.n = 0 JOIN council_matter m ON m.id = COALESCE(\
         (SELECT a.id FROM council_matter a WHERE a.way = h.way), (SELECT b.id FROM council_matter b WHERE b.act = f.act), \
         (SELECT e.matter FROM council_entry e WHERE e.act = f.act))"
    };
}
macro_rules! matters {
    ($which:literal) => {
        concat!(
            "SELECT DISTINCT m.no FROM path_hop h JOIN path_way w ON w.id = h.way ",
            matter!(),
            " LEFT JOIN path_hop p ON p.way = h.way AND p.n = h.n - 1 \
             WHERE h.area = $1 AND h.at >= $2 AND h.at < $3 AND ",
            $which
        )
    };
}
const BY_MOVE: &str = matters!("h.from_step = $5 AND h.move = $6 AND h.to_step = $7 ORDER BY m.no LIMIT $4");
const BY_STEP: &str = matters!("h.from_step = $5 AND h.to_step <> $5 ORDER BY m.no LIMIT $4");
const BEGUN: &str = matters!("h.n = 0 ORDER BY m.no LIMIT $4");
const ENDED: &str = matters!("h.n > 0 AND h.n = w.hops AND w.ended_at IS NOT NULL ORDER BY m.no LIMIT $4");
const HANDED: &str = matters!("p.holder <> h.holder AND (w.ended_at IS NULL OR h.n < w.hops) ORDER BY m.no LIMIT $4");
const HANDED_BY: &str = matters!(
    "p.holder <> h.holder AND (w.ended_at IS NULL OR h.n < w.hops) AND h.from_step = $5 AND h.move = $6 \
     AND h.to_step = $7 ORDER BY m.no LIMIT $4"
);
// Of the ways that ended where the walk does and are long enough for it, the steps.
const WALKED: &str = concat!(
    "SELECT w.id, m.no, h.to_step FROM path_way w JOIN path_hop h ON h.way = w.id ",
    matter!(),
    " WHERE w.area = $1 AND w.ended_at >= $2 AND w.ended_at < $3 AND ($5 = '' OR w.step = $5) AND w.hops >= $6 \
     ORDER BY w.ended_at DESC, w.id, h.n LIMIT $4"
);
const ABOUT: &str = "SELECT w.id, m.no, m.category, e.detail FROM path_way w JOIN council_matter m ON m.way = w.id \
                     LEFT JOIN council_entry e ON e.act = m.decided \
                     WHERE w.area = $1 AND w.ended_at >= $2 AND w.ended_at < $3";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("path_held", HELD),
    ("path_held_then", HELD_THEN),
    ("path_hops_open", HOPS_OPEN),
    ("path_hops_ended", HOPS_ENDED),
    ("path_by_move", BY_MOVE),
    ("path_by_step", BY_STEP),
    ("path_begun", BEGUN),
    ("path_ended", ENDED),
    ("path_handed", HANDED),
    ("path_handed_by", HANDED_BY),
    ("path_walked", WALKED),
    ("path_about", ABOUT),
];

/// What is in hand in an area just before a moment; `urges` says who presses whom.
pub fn held(
    r: &mut Read<'_>,
    area: AreaId,
    before: Moment,
    urges: &dyn Fn(OrgId) -> OrgId,
) -> Result<Vec<Held>, Fault> {
    let mut all = Vec::new();
    for sql in [HELD, HELD_THEN] {
        r.each(sql, params![area, before, MOST], |row| {
            let org = row.id(1)?;
            let (no, step) = (row.text(0)?, row.text(2)?);
            all.push(Held { no, org, step, due: row.opt_moment(3)?, since: row.moment(4)?, urges: urges(org) });
            Ok(())
        })?;
    }
    Ok(all)
}

/// The hops, before `to`, of the matters that were open at any moment from `from` on; by number.
pub fn walked(r: &mut Read<'_>, area: AreaId, from: Moment, to: Moment) -> Result<BTreeMap<String, Vec<Hop>>, Fault> {
    let mut all: BTreeMap<String, Vec<Hop>> = BTreeMap::new();
    let mut add = |row: &lianxin_store::Row<'_>| {
        let hop = Hop {
            mv: row.opt_text(1)?,
            to: row.text(2)?,
            holder: row.id(3)?,
            at: row.moment(4)?,
            due: row.opt_moment(5)?,
        };
        all.entry(row.text(0)?).or_default().push(hop);
        Ok(())
    };
    r.each(HOPS_OPEN, params![area, to, MOST * 10], &mut add)?;
    r.each(HOPS_ENDED, params![area, to, MOST * 10, from], &mut add)?;
    Ok(all)
}

/// From a moment on and before another.
pub type Period = (Moment, Moment);

/// The matters a move was made with.
pub fn by_move(
    r: &mut Read<'_>,
    area: AreaId,
    (from, to): Period,
    (step, mv, into): (&str, &str, &str),
    most: i64,
) -> Result<Vec<String>, Fault> {
    r.rows(BY_MOVE, params![area, from, to, most, step, mv, into], |row| row.text(0))
}

/// The matters a move took to another organisation.
pub fn handed_by(
    r: &mut Read<'_>,
    area: AreaId,
    (from, to): Period,
    (step, mv, into): (&str, &str, &str),
    most: i64,
) -> Result<Vec<String>, Fault> {
    r.rows(HANDED_BY, params![area, from, to, most, step, mv, into], |row| row.text(0))
}

/// The matters that left a step.
pub fn by_step(
    r: &mut Read<'_>,
    area: AreaId,
    (from, to): Period,
    step: &str,
    most: i64,
) -> Result<Vec<String>, Fault> {
    r.rows(BY_STEP, params![area, from, to, most, step], |row| row.text(0))
}

/// The matters that came in (`begun`), came to an end (`ended`), or went to another organisation (`handed`).
pub fn counted(
    r: &mut Read<'_>,
    area: AreaId,
    (from, to): Period,
    what: &str,
    most: i64,
) -> Result<Vec<String>, Fault> {
    let sql = match what {
        "begun" => BEGUN,
        "ended" => ENDED,
        _ => HANDED,
    };
    r.rows(sql, params![area, from, to, most], |row| row.text(0))
}

/// The matters that ended and went through just these steps, and whether only those that ended last were looked at.
pub fn by_walk(r: &mut Read<'_>, area: AreaId, (from, to): Period, walk: &str) -> Result<(Vec<String>, bool), Fault> {
    let (most, steps) = (MOST * 10, i64::try_from(walk.matches('>').count()).unwrap_or(i64::MAX));
    let end = walk.rsplit('>').next().filter(|end| *end != "…").unwrap_or_default();
    let (mut all, mut rows) = (Vec::new(), 0);
    let mut open: Option<(WayId, String, Vec<String>)> = None;
    let mut close = |way: Option<(WayId, String, Vec<String>)>| {
        let fits = way.filter(|(_, _, steps)| lianxin_path::sums::walk(steps.iter().map(String::as_str)) == walk);
        all.extend(fits.map(|(_, no, _)| no));
    };
    r.each(WALKED, params![area, from, to, most, end, steps], |row| {
        rows += 1;
        let (way, step) = (row.id::<WayId>(0)?, row.text(2)?);
        match &mut open {
            Some((id, _, steps)) if *id == way => steps.push(step),
            _ => close(open.replace((way, row.text(1)?, vec![step]))),
        }
        Ok(())
    })?;
    // The last one may have been cut in its middle.
    let cut = rows >= most;
    if !cut {
        close(open);
    }
    Ok((all, cut))
}

/// What a matter was about.
pub struct About {
    /// Its number.
    pub no: String,
    /// Its category.
    pub category: String,
    /// What it was allowed to cost, in fen, where a decision says so.
    pub sum: Option<i64>,
}

/// The matters that ended in an area in a time, by their way.
pub fn about(r: &mut Read<'_>, area: AreaId, (from, to): (Moment, Moment)) -> Result<BTreeMap<WayId, About>, Fault> {
    let rows = r.rows(ABOUT, params![area, from, to], |row| {
        // The detail of a decision is its day and, where one was named, its limit.
        let sum = row.opt_text(3)?.and_then(|detail| detail.split_once(' ')?.1.parse().ok());
        Ok((row.id::<WayId>(0)?, About { no: row.text(1)?, category: row.text(2)?, sum }))
    })?;
    Ok(rows.into_iter().collect())
}
