//! Ways that ended: how fast it can go here, and the shortest that was truly taken.

use crate::shortest::{ENOUGH, Samples};
use crate::store::{Stay, begun, hopped};
use crate::walk::{Watch, Way};
use lianxin_base::{AreaId, Moment, OrgId, WayId};
use lianxin_store::{Fault, Read, Row, params};

/// A way of more hops is no example of anything, and would be long to read.
pub const MOST_HOPS: u32 = 60;

const ENDED: &str = "SELECT h.move, h.from_step, h.to_step, h.stage, h.holder, h.at, h.act, h.due_at, w.id, w.began_at, \
    w.ended_at, w.flow_version, w.step, w.stage, w.holder FROM (SELECT id, began_at, ended_at, flow_version, step, stage, \
    holder FROM path_way WHERE area = $1 AND flow = $2 AND kind = $3 AND ended_at IS NOT NULL AND hops <= $5 \
    ORDER BY ended_at DESC LIMIT $4) w JOIN path_hop h ON h.way = w.id ORDER BY w.ended_at DESC, w.id, h.n";

const ENDED_IN: &str = "SELECT h.move, h.from_step, h.to_step, h.stage, h.holder, h.at, h.act, h.due_at, w.id, \
    w.began_at, w.ended_at, w.flow_version, w.step, w.stage, w.holder, w.kind FROM (SELECT id, began_at, ended_at, \
    flow_version, step, stage, holder, kind FROM path_way WHERE area = $1 AND flow = $2 AND ended_at IS NOT NULL \
    AND ended_at >= $3 AND ended_at < $4 ORDER BY ended_at DESC LIMIT $5) w JOIN path_hop h ON h.way = w.id \
    ORDER BY w.ended_at DESC, w.id, h.n";

pub(crate) const SQL: [(&str, &str); 2] = [("ENDED", ENDED), ("ENDED_IN", ENDED_IN)];

/// The ways of this area, flow and kind that ended last, at most `ways` of them, the latest first.
pub fn ended(r: &mut Read<'_>, area: AreaId, flow: &str, kind: &str, ways: u32) -> Result<Vec<Way>, Fault> {
    let mut read = Reading::of(area, flow);
    r.each(ENDED, params![area, flow, kind, ways, MOST_HOPS], |row| read.row(row, || Ok(kind.to_owned())))?;
    Ok(read.all)
}

/// The ways of this area and flow that ended from `from` on and before `to`, at most `ways` of them, the latest first.
pub fn ended_in(
    r: &mut Read<'_>,
    area: AreaId,
    flow: &str,
    (from, to): (Moment, Moment),
    ways: i64,
) -> Result<Vec<Way>, Fault> {
    let mut read = Reading::of(area, flow);
    r.each(ENDED_IN, params![area, flow, from, to, ways], |row| read.row(row, || row.text(15)))?;
    Ok(read.all)
}

/// Ways as their hops are read, one after the other.
struct Reading<'f> {
    area: AreaId,
    flow: &'f str,
    all: Vec<Way>,
    before: Option<OrgId>,
}

impl<'f> Reading<'f> {
    const fn of(area: AreaId, flow: &'f str) -> Self {
        Self { area, flow, all: Vec::new(), before: None }
    }

    fn row(&mut self, row: &Row<'_>, kind: impl FnOnce() -> Result<String, Fault>) -> Result<(), Fault> {
        let (id, holder) = (row.id::<WayId>(8)?, row.id::<OrgId>(4)?);
        if let (Some(way), Some(before)) = (self.all.last_mut().filter(|way| way.id == id), self.before) {
            way.hops.push(hopped(row, before, holder)?);
        } else {
            let odd = |_| Fault::Damaged(format!("way {id} has an odd version"));
            self.all.push(Way {
                id,
                area: self.area,
                flow: self.flow.to_owned(),
                version: u32::try_from(row.int(11)?).map_err(odd)?,
                kind: kind()?,
                began: row.moment(9)?,
                ended: row.opt_moment(10)?,
                step: row.text(12)?,
                stage: row.text(13)?,
                holder: row.id(14)?,
                due: None,
                first: begun(row, holder)?,
                hops: Vec::new(),
            });
        }
        self.before = Some(holder);
        Ok(())
    }
}

/// The shortest of the ways that came to their goal here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Achieved {
    /// Of so many.
    pub n: usize,
    /// Its hand-overs.
    pub handovers: i64,
    /// Its working time in µs, pauses left out.
    pub working: i64,
}

impl Way {
    /// Its stays from their beginning until a move led out of them; those with a transfer or a longer term inside are
    /// left out: they say nothing about how fast it can go.
    pub fn stays(&self) -> Vec<Stay> {
        let mut all = Vec::new();
        let (mut step, mut from, mut within) = (self.first.step.as_str(), self.began, false);
        for hop in &self.hops {
            if hop.to != step && !within {
                all.push(Stay { step: step.to_owned(), from, to: hop.at, mv: hop.mv.clone() });
            }
            (step, from, within) = (&hop.to, hop.at, hop.from == hop.to);
        }
        all
    }
}

impl Watch<'_> {
    /// How long stays of these ways took.
    pub fn samples_of(&self, ways: &[Way]) -> Samples {
        let stays: Vec<Stay> = ways.iter().flat_map(Way::stays).collect();
        self.samples(&stays)
    }

    /// The shortest of the ways that ended in `goal` and `fit`: fewest hand-overs, then least working time. Nothing where
    /// there are fewer than five.
    pub fn achieved(&self, ways: &[Way], goal: &str, fit: &dyn Fn(&Way) -> bool) -> Option<Achieved> {
        let these: Vec<&Way> = ways.iter().filter(|way| way.step == goal && fit(way)).collect();
        let cost = |way: &&Way| {
            let working = self.stretches(way).iter().filter(|s| !s.paused).map(|s| s.working).sum::<i64>();
            (way.handovers(), working)
        };
        let (handovers, working) = these.iter().map(cost).min().filter(|_| these.len() >= ENOUGH)?;
        Some(Achieved { n: these.len(), handovers, working })
    }
}
