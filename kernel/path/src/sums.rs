//! The map of many ways: moves, stays and walks by area and month, kept as they happen, and the same counted from the
//! hops for a day in the past or to be compared.

use crate::bucket::{Buckets, bucket};
use crate::hop::Hop;
use lianxin_base::{AreaId, Day, Moment, OrgId, WayId};
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;

/// A walk is told to so many steps.
pub const WALK: usize = 24;

const ADD_MOVE: &str = "INSERT INTO path_sum_move(area, flow, month, from_step, move, to_step, n, handed) \
    VALUES($1, $2, $3, $4, $5, $6, 1, $7) ON CONFLICT(area, flow, month, from_step, move, to_step) \
    DO UPDATE SET n = path_sum_move.n + 1, handed = path_sum_move.handed + $7";
const ADD_STAY: &str = "INSERT INTO path_sum_stay(area, flow, month, step, bucket, n) VALUES($1, $2, $3, $4, $5, 1) \
    ON CONFLICT(area, flow, month, step, bucket) DO UPDATE SET n = path_sum_stay.n + 1";
const ADD_WALK: &str = "INSERT INTO path_sum_walk(area, flow, month, walk, n) VALUES($1, $2, $3, $4, 1) \
    ON CONFLICT(area, flow, month, walk) DO UPDATE SET n = path_sum_walk.n + 1";
const STEPS: &str = "SELECT to_step FROM path_hop WHERE way = $1 ORDER BY n";
const MOVES: &str = "SELECT month, from_step, move, to_step, n, handed FROM path_sum_move \
    WHERE area = $1 AND flow = $2 AND month >= $3 AND month <= $4";
const STAYS: &str = "SELECT month, step, bucket, n FROM path_sum_stay \
    WHERE area = $1 AND flow = $2 AND month >= $3 AND month <= $4";
const WALKS: &str = "SELECT month, walk, n FROM path_sum_walk \
    WHERE area = $1 AND flow = $2 AND month >= $3 AND month <= $4";
const HAPPENED: &str = "SELECT h.way, h.n, h.at, h.from_step, h.move, h.to_step, h.holder, h.took, p.holder, \
    w.ended_at, w.hops FROM path_hop h JOIN path_way w ON w.id = h.way \
    LEFT JOIN path_hop p ON p.way = h.way AND p.n = h.n - 1 \
    WHERE h.area = $1 AND h.at >= $3 AND h.at < $4 AND w.flow = $2";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[
    ("ADD_MOVE", ADD_MOVE),
    ("ADD_STAY", ADD_STAY),
    ("ADD_WALK", ADD_WALK),
    ("STEPS", STEPS),
    ("MOVES", MOVES),
    ("SUM_STAYS", STAYS),
    ("WALKS", WALKS),
    ("HAPPENED", HAPPENED),
];

/// A month: year * 100 + month, by the civil time of the place.
pub type Month = i64;

/// The month of a moment.
pub fn month(at: Moment) -> Month {
    month_of(at.day())
}

/// The month of a day.
pub fn month_of(day: Day) -> Month {
    let (year, month, _) = day.parts();
    i64::from(year) * 100 + i64::from(month)
}

/// The first day of a month.
pub fn begins(month: Month) -> Option<Day> {
    Day::ymd(i32::try_from(month / 100).ok()?, u8::try_from(month % 100).ok()?, 1)
}

/// So many months later, or earlier.
pub const fn plus(month: Month, n: i64) -> Month {
    let months = month / 100 * 12 + month % 100 - 1 + n;
    months.div_euclid(12) * 100 + months.rem_euclid(12) + 1
}

/// A move between two steps; a beginning has neither a first step nor a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arc {
    /// The step it leaves.
    pub from: String,
    /// Its name.
    pub mv: String,
    /// The step it leads to.
    pub to: String,
}

/// How often a move was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// So often.
    pub n: i64,
    /// So often to another organisation.
    pub handed: i64,
}

/// What happened to many ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Moves by month.
    pub moves: BTreeMap<(Month, Arc), Count>,
    /// Measured stays by month of their end, and by step.
    pub stays: BTreeMap<(Month, String), Buckets>,
    /// Walks of ways that ended, by month: steps joined by `>`.
    pub walks: BTreeMap<(Month, String), i64>,
}

impl Sums {
    fn add_move(&mut self, month: Month, arc: Arc, n: i64, handed: i64) {
        let count = self.moves.entry((month, arc)).or_default();
        count.n += n;
        count.handed += handed;
    }

    /// Adds another area's.
    pub fn add(&mut self, other: Self) {
        self.all(other, 1);
    }

    /// Takes off what happened later.
    pub fn without(&mut self, later: Self) {
        self.all(later, -1);
        self.moves.retain(|_, count| count.n != 0);
        self.stays.values_mut().for_each(|buckets| buckets.retain(|_, n| *n != 0));
        self.stays.retain(|_, buckets| !buckets.is_empty());
        self.walks.retain(|_, n| *n != 0);
    }

    fn all(&mut self, other: Self, times: i64) {
        for ((month, arc), count) in other.moves {
            self.add_move(month, arc, times * count.n, times * count.handed);
        }
        for (key, buckets) in other.stays {
            let own = self.stays.entry(key).or_default();
            buckets.into_iter().for_each(|(bucket, n)| *own.entry(bucket).or_default() += times * n);
        }
        for (key, n) in other.walks {
            *self.walks.entry(key).or_default() += times * n;
        }
    }
}

/// The steps of a way joined: neighbours once, to [`WALK`] steps.
pub fn walk<'s>(steps: impl IntoIterator<Item = &'s str>) -> String {
    let mut all: Vec<&str> = steps.into_iter().collect();
    all.dedup();
    let cut = all.len() > WALK;
    all.truncate(WALK);
    let joined = all.join(">");
    if cut { joined + ">…" } else { joined }
}

/// Counts a beginning.
pub(crate) fn begun(tx: &mut Tx<'_>, area: AreaId, flow: &str, step: &str, at: Moment) -> Result<(), Fault> {
    tx.exec(ADD_MOVE, params![area, flow, month(at), "", "", step, 0]).map(|_| ())
}

/// Counts a hop that was taken, and at the end of a way its walk.
pub(crate) fn taken(
    tx: &mut Tx<'_>,
    (area, flow): (AreaId, &str),
    hop: &Hop,
    before: OrgId,
    at: Moment,
) -> Result<(), Fault> {
    let (month, handed) = (month(at), i64::from(before != hop.holder && !hop.ends));
    tx.exec(ADD_MOVE, params![area, flow, month, &hop.from, &hop.mv, &hop.to, handed])?;
    if let Some(took) = hop.took {
        tx.exec(ADD_STAY, params![area, flow, month, &hop.from, bucket(took)])?;
    }
    if hop.ends {
        let walk = walked(tx, hop.way)?;
        tx.exec(ADD_WALK, params![area, flow, month, walk])?;
    }
    Ok(())
}

fn walked(r: &mut Read<'_>, way: WayId) -> Result<String, Fault> {
    let steps = r.rows(STEPS, params![way], |row| row.text(0))?;
    Ok(walk(steps.iter().map(String::as_str)))
}

/// What is kept of an area, a flow and these months, both included.
pub fn kept(r: &mut Read<'_>, area: AreaId, flow: &str, (from, to): (Month, Month)) -> Result<Sums, Fault> {
    let mut sums = Sums::default();
    r.each(MOVES, params![area, flow, from, to], |row| {
        let arc = Arc { from: row.text(1)?, mv: row.text(2)?, to: row.text(3)? };
        sums.add_move(row.int(0)?, arc, row.int(4)?, row.int(5)?);
        Ok(())
    })?;
    r.each(STAYS, params![area, flow, from, to], |row| {
        *sums.stays.entry((row.int(0)?, row.text(1)?)).or_default().entry(row.int(2)?).or_default() += row.int(3)?;
        Ok(())
    })?;
    r.each(WALKS, params![area, flow, from, to], |row| {
        *sums.walks.entry((row.int(0)?, row.text(1)?)).or_default() += row.int(2)?;
        Ok(())
    })?;
    Ok(sums)
}

/// What happened, counted from the hops from `from` on and before `to`.
pub fn counted(r: &mut Read<'_>, area: AreaId, flow: &str, (from, to): (Moment, Moment)) -> Result<Sums, Fault> {
    let mut sums = Sums::default();
    let mut ended = Vec::new();
    r.each(HAPPENED, params![area, flow, from, to], |row| happened(row, &mut sums, &mut ended))?;
    for (way, at) in ended {
        *sums.walks.entry((month(at), walked(r, way)?)).or_default() += 1;
    }
    Ok(sums)
}

fn happened(row: &Row<'_>, sums: &mut Sums, ended: &mut Vec<(WayId, Moment)>) -> Result<(), Fault> {
    let (n, at) = (row.int(1)?, row.moment(2)?);
    let (holder, before) = (row.id::<OrgId>(6)?, row.opt_id::<OrgId>(8)?);
    let ends = row.opt_moment(9)?.is_some() && n > 0 && n == row.int(10)?;
    let arc =
        Arc { from: row.opt_text(3)?.unwrap_or_default(), mv: row.opt_text(4)?.unwrap_or_default(), to: row.text(5)? };
    if let Some(took) = row.opt_int(7)? {
        let buckets = sums.stays.entry((month(at), arc.from.clone())).or_default();
        *buckets.entry(bucket(took)).or_default() += 1;
    }
    if ends {
        ended.push((row.id(0)?, at));
    }
    let handed = !ends && before.is_some_and(|before| before != holder);
    sums.add_move(month(at), arc, 1, i64::from(handed));
    Ok(())
}

/// What had happened in these months by a moment: what is kept, without what came later in the moment's own month.
pub fn by(r: &mut Read<'_>, area: AreaId, flow: &str, from: Month, until: Moment, now: Moment) -> Result<Sums, Fault> {
    let last = month(until);
    let mut sums = kept(r, area, flow, (from, last))?;
    let end = begins(plus(last, 1)).map_or(now, Day::start);
    if until <= now {
        sums.without(counted(r, area, flow, (until, end))?);
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_the_year() {
        let day = |y, m, d| Day::ymd(y, m, d).expect("a day");
        for (day, is) in [(day(2026, 1, 1), 202_601), (day(2025, 12, 31), 202_512), (day(2024, 2, 29), 202_402)] {
            assert_eq!(month_of(day), is);
        }
        for (from, n, is) in
            [(202_601, -1, 202_512), (202_512, 1, 202_601), (202_605, -17, 202_412), (202_601, 0, 202_601)]
        {
            assert_eq!(plus(from, n), is, "{from} {n}");
        }
        assert_eq!(begins(202_602), Some(day(2026, 2, 1)));
    }

    #[test]
    fn a_walk_has_neighbours_once_and_an_end() {
        assert_eq!(walk(["look", "work", "work", "feedback", "work"]), "look>work>feedback>work");
        let long: Vec<&str> = (0..1000).map(|n| if n % 2 == 0 { "work" } else { "feedback" }).collect();
        let told = walk(long);
        assert!(told.ends_with(">…") && told.matches('>').count() == WALK, "{told}");
    }
}
