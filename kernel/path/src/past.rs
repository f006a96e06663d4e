//! Ways that ended: how fast it can go here, and the shortest that was truly taken.

use crate::shortest::{ENOUGH, Samples};
use crate::store::{Stay, begun, hopped};
use crate::walk::{Watch, Way};
use lianxin_base::{AreaId, OrgId, WayId};
use lianxin_store::{Fault, Read, params};

/// A way of more hops is no example of anything, and would be long to read.
pub const MOST_HOPS: u32 = 60;

const ENDED: &str = "SELECT h.move, h.from_step, h.to_step, h.stage, h.holder, h.at, h.act, h.due_at, w.id, w.began_at, \
    w.ended_at, w.flow_version, w.step, w.stage, w.holder FROM (SELECT id, began_at, ended_at, flow_version, step, stage, \
    holder FROM path_way WHERE area = $1 AND flow = $2 AND kind = $3 AND ended_at IS NOT NULL AND hops <= $5 \
    ORDER BY ended_at DESC LIMIT $4) w JOIN path_hop h ON h.way = w.id ORDER BY w.ended_at DESC, w.id, h.n";

pub(crate) const SQL: (&str, &str) = ("ENDED", ENDED);

/// The ways of this area, flow and kind that ended last, at most `ways` of them, the latest first.
pub fn ended(r: &mut Read<'_>, area: AreaId, flow: &str, kind: &str, ways: u32) -> Result<Vec<Way>, Fault> {
    let mut all: Vec<Way> = Vec::new();
    let mut before: Option<OrgId> = None;
    r.each(ENDED, params![area, flow, kind, ways, MOST_HOPS], |row| {
        let (id, holder) = (row.id::<WayId>(8)?, row.id::<OrgId>(4)?);
        if let (Some(way), Some(before)) = (all.last_mut().filter(|way| way.id == id), before) {
            way.hops.push(hopped(row, before, holder)?);
        } else {
            let odd = |_| Fault::Damaged(format!("way {id} has an odd version"));
            all.push(Way {
                id,
                area,
                flow: flow.to_owned(),
                version: u32::try_from(row.int(11)?).map_err(odd)?,
                kind: kind.to_owned(),
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
        before = Some(holder);
        Ok(())
    })?;
    Ok(all)
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
