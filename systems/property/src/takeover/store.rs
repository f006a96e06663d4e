//! The statements of take-overs.

use super::Step;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT k.id, k.area, a.name, k.org, o.name, k.since, k.begun_at, k.ended_at, w.value, k.off, f.value \
             FROM property_takeover k JOIN register_area a ON a.id = k.area JOIN register_org o ON o.id = k.org \
             LEFT JOIN journal_text w ON w.act = k.id AND w.field = 'words' \
             LEFT JOIN journal_text f ON f.act = k.off AND f.field = 'words' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE k.id = $1");
const ALL: &str = columns!("ORDER BY k.begun_at DESC, k.id DESC LIMIT $1");
const OPEN_IN: &str = "SELECT id FROM property_takeover WHERE area = $1 AND ended_at IS NULL";
const ADD: &str = "INSERT INTO property_takeover(id, area, org, since, begun_at) VALUES($1, $2, $3, $4, $5)";
const END: &str = "UPDATE property_takeover SET ended_at = $2 WHERE id = $1";
const UNDO: &str = "DELETE FROM property_takeover_step WHERE takeover = $1 AND step = $2";
const GOES_ON: &str = "UPDATE property_takeover SET ended_at = NULL WHERE id = $1";
const OFF: &str = "UPDATE property_takeover SET ended_at = $2, off = $3 WHERE id = $1";
const ADD_STEP: &str =
    "INSERT INTO property_takeover_step(takeover, step, area, act, day, vote) VALUES($1, $2, $3, $4, $5, $6)";
const STEPS: &str = "SELECT s.step, s.day, s.vote, w.value, p.value FROM property_takeover_step s \
                     LEFT JOIN journal_text w ON w.act = s.act AND w.field = 'words' \
                     LEFT JOIN journal_text p ON p.act = s.act AND p.field = 'who' WHERE s.takeover = $1";
const PASSED: &str = "SELECT v.id FROM property_vote v JOIN property_vote_matter m ON m.vote = v.id \
                      WHERE v.area = $1 AND v.state = 'counted' AND m.kind = 'manager' AND m.passed = 1 \
                      AND v.opens_at >= $2 ORDER BY v.closes_at DESC, v.id DESC LIMIT 1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("takeover_one", ONE),
    ("takeover_list", ALL),
    ("takeover_open_in", OPEN_IN),
    ("takeover_add", ADD),
    ("takeover_end", END),
    ("takeover_undo", UNDO),
    ("takeover_goes_on", GOES_ON),
    ("takeover_off", OFF),
    ("takeover_add_step", ADD_STEP),
    ("takeover_steps", STEPS),
    ("takeover_passed", PASSED),
];

/// A take-over as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Takeover {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) area_name: String,
    pub(crate) org_name: String,
    /// Since when nobody manages the compound.
    pub(crate) since: Day,
    pub(crate) begun: Moment,
    pub(crate) ended: Option<Moment>,
    /// How it stands there.
    pub(crate) words: String,
    /// It was given up, and why.
    pub(crate) off: bool,
    pub(crate) why: String,
}

fn takeover(row: &Row<'_>) -> Result<Takeover, Fault> {
    let _: OrgId = row.id(3)?;
    Ok(Takeover {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org_name: row.text(4)?,
        since: row.day(5)?,
        begun: row.moment(6)?,
        ended: row.opt_moment(7)?,
        words: row.opt_text(8)?.unwrap_or_default(),
        off: row.opt_text(9)?.is_some(),
        why: row.opt_text(10)?.unwrap_or_default(),
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Takeover>, Fault> {
    r.row(ONE, params![id], takeover)
}

/// The newest ones.
pub(crate) fn all(r: &mut Read<'_>, n: i64) -> Result<Vec<Takeover>, Fault> {
    r.rows(ALL, params![n], takeover)
}

/// Whether one goes on in a compound.
pub(crate) fn open_in(r: &mut Read<'_>, area: AreaId) -> Result<bool, Fault> {
    Ok(r.row(OPEN_IN, params![area], |row| row.id::<ActId>(0))?.is_some())
}

/// A step that is done.
#[derive(Clone, Debug)]
pub(crate) struct StepDone {
    pub(crate) step: Step,
    pub(crate) day: Day,
    pub(crate) vote: Option<ActId>,
    pub(crate) words: String,
    pub(crate) who: String,
}

/// The steps of a take-over that are done, in order.
pub(crate) fn steps(r: &mut Read<'_>, id: ActId) -> Result<Vec<StepDone>, Fault> {
    let mut all = r.rows(STEPS, params![id], |row| {
        Ok(StepDone {
            step: row.word(0)?,
            day: row.day(1)?,
            vote: row.opt_id(2)?,
            words: row.opt_text(3)?.unwrap_or_default(),
            who: row.opt_text(4)?.unwrap_or_default(),
        })
    })?;
    all.sort_by_key(|s| s.step);
    Ok(all)
}

/// The newest vote of a compound that engages a company and passed, opened from a moment on: one that engaged the company
/// of years ago takes nothing over.
pub(crate) fn passed(r: &mut Read<'_>, area: AreaId, from: Moment) -> Result<Option<ActId>, Fault> {
    r.row(PASSED, params![area, from], |row| row.id(0))
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId, since: Day) -> Result<(), Fault> {
    tx.exec(ADD, params![rec.id(), rec.area(), org, since, rec.at()]).map(|_| ())
}

pub(super) fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, (step, day): (Step, Day)) -> Result<(), Fault> {
    let vote: Option<ActId> = rec.opt_id_of("vote")?;
    tx.exec(ADD_STEP, params![id, step.name(), rec.area(), rec.id(), day, vote]).map(|_| ())
}

/// From an apply: a step is not done any more, and the whole goes on.
pub(super) fn undo(tx: &mut Tx<'_>, id: ActId, step: &str) -> Result<(), Fault> {
    tx.exec(UNDO, params![id, step])?;
    tx.exec(GOES_ON, params![id]).map(|_| ())
}

pub(super) fn off(tx: &mut Tx<'_>, id: ActId, rec: &Recorded) -> Result<(), Fault> {
    tx.exec(OFF, params![id, rec.at(), rec.id()]).map(|_| ())
}

pub(super) fn end(tx: &mut Tx<'_>, id: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(END, params![id, at]).map(|_| ())
}
