//! The statements that only take-overs have.

use crate::procedure::store::statements;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO property_takeover(id, area, org, since, begun_at) VALUES($1, $2, $3, $4, $5)";
const ADD_STEP: &str =
    "INSERT INTO property_takeover_step(takeover, step, area, act, day, vote) VALUES($1, $2, $3, $4, $5, $6)";
const PASSED: &str = "SELECT v.id FROM property_vote v JOIN property_vote_matter m ON m.vote = v.id \
                      WHERE v.area = $1 AND v.state = 'counted' AND m.kind = 'manager' AND m.passed = 1 \
                      AND v.opens_at >= $2 ORDER BY v.closes_at DESC, v.id DESC LIMIT 1";

statements!(
    "takeover",
    ", k.since",
    ", p.value",
    "LEFT JOIN journal_text p ON p.act = s.act AND p.field = 'who'",
    [("takeover_add", ADD), ("takeover_add_step", ADD_STEP), ("takeover_passed", PASSED)]
);

/// The newest vote of a compound that engages a company and passed, opened from a moment on: one that engaged the company
/// of years ago takes nothing over.
pub(crate) fn passed(r: &mut Read<'_>, area: AreaId, from: Moment) -> Result<Option<ActId>, Fault> {
    r.row(PASSED, params![area, from], |row| row.id(0))
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId, since: Day) -> Result<(), Fault> {
    tx.exec(ADD, params![rec.id(), rec.area(), org, since, rec.at()]).map(|_| ())
}

pub(super) fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault> {
    let vote: Option<ActId> = rec.opt_id_of("vote")?;
    tx.exec(ADD_STEP, params![id, rec.text("step")?, rec.area(), rec.id(), day, vote]).map(|_| ())
}
