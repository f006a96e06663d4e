//! The statements of first assemblies.

use super::rules::{Application, Body, Done};
use super::{Applicant, Step};
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT k.id, k.area, a.name, o.name, k.applied, k.applicant, k.signers, k.size, k.delivered, k.begun_at, \
             k.ended_at, w.value, k.off, f.value, k.org \
             FROM property_first k JOIN register_area a ON a.id = k.area JOIN register_org o ON o.id = k.org \
             LEFT JOIN journal_text w ON w.act = k.id AND w.field = 'words' \
             LEFT JOIN journal_text f ON f.act = k.off AND f.field = 'words' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE k.id = $1");
const ALL: &str = columns!("ORDER BY k.begun_at DESC, k.id DESC LIMIT $1");
const OPEN_IN: &str = "SELECT id FROM property_first WHERE area = $1 AND ended_at IS NULL";
const ADD: &str = "INSERT INTO property_first(id, area, org, applied, applicant, signers, size, delivered, begun_at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const END: &str = "UPDATE property_first SET ended_at = $2 WHERE id = $1";
const UNDO: &str = "DELETE FROM property_first_step WHERE first = $1 AND step = $2";
const GOES_ON: &str = "UPDATE property_first SET ended_at = NULL WHERE id = $1";
const OFF: &str = "UPDATE property_first SET ended_at = $2, off = $3 WHERE id = $1";
const ADD_STEP: &str = "INSERT INTO property_first_step(first, step, area, act, day, vote, body, n, whole) \
                        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const STEPS: &str = "SELECT s.step, s.day, s.vote, s.body, s.n, s.whole, w.value, l.value, h.value, p.value, o.value \
                     FROM property_first_step s \
                     LEFT JOIN journal_text w ON w.act = s.act AND w.field = 'words' \
                     LEFT JOIN journal_text l ON l.act = s.act AND l.field = 'late' \
                     LEFT JOIN journal_text h ON h.act = s.act AND h.field = 'head' \
                     LEFT JOIN journal_text p ON p.act = s.act AND p.field = 'owners' \
                     LEFT JOIN journal_text o ON o.act = s.act AND o.field = 'others' WHERE s.first = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("first_one", ONE),
    ("first_list", ALL),
    ("first_open_in", OPEN_IN),
    ("first_add", ADD),
    ("first_end", END),
    ("first_undo", UNDO),
    ("first_goes_on", GOES_ON),
    ("first_off", OFF),
    ("first_add_step", ADD_STEP),
    ("first_steps", STEPS),
];

/// The way to a first assembly as it stands.
#[derive(Clone, Debug)]
pub(crate) struct First {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) area_name: String,
    pub(crate) org: OrgId,
    pub(crate) org_name: String,
    pub(crate) application: Application,
    pub(crate) begun: Moment,
    pub(crate) ended: Option<Moment>,
    /// What shows the application.
    pub(crate) words: String,
    /// It was given up, and why.
    pub(crate) off: bool,
    pub(crate) why: String,
}

fn first(row: &Row<'_>) -> Result<First, Fault> {
    let applicant: Applicant = row.word(5)?;
    Ok(First {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org: row.id(14)?,
        org_name: row.text(3)?,
        application: Application {
            day: row.day(4)?,
            applicant,
            signers: row.int(6)?,
            size: row.int(7)?,
            delivered: row.int(8)?,
        },
        begun: row.moment(9)?,
        ended: row.opt_moment(10)?,
        words: row.opt_text(11)?.unwrap_or_default(),
        off: row.opt_text(12)?.is_some(),
        why: row.opt_text(13)?.unwrap_or_default(),
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<First>, Fault> {
    r.row(ONE, params![id], first)
}

/// The newest ones.
pub(crate) fn all(r: &mut Read<'_>, n: i64) -> Result<Vec<First>, Fault> {
    r.rows(ALL, params![n], first)
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
    pub(crate) body: Option<Body>,
    /// Owners of the group and all of it, or objections answered and all of them.
    pub(crate) counts: Option<(i64, i64)>,
    pub(crate) words: String,
    /// Why it was late.
    pub(crate) late: String,
    /// The group's members as they hang out: head, owners, others.
    pub(crate) members: [String; 3],
}

/// The steps that are done, in order.
pub(crate) fn steps(r: &mut Read<'_>, id: ActId) -> Result<Vec<StepDone>, Fault> {
    let mut all = r.rows(STEPS, params![id], |row| {
        let text = |i: usize| Ok::<_, Fault>(row.opt_text(i)?.unwrap_or_default());
        let body = row.opt_text(3)?.map(|body| body.parse().map_err(|()| Fault::Damaged("an unknown group".into())));
        Ok(StepDone {
            step: row.word(0)?,
            day: row.day(1)?,
            vote: row.opt_id(2)?,
            body: body.transpose()?,
            counts: row.opt_int(4)?.zip(row.opt_int(5)?),
            words: text(6)?,
            late: text(7)?,
            members: [text(8)?, text(9)?, text(10)?],
        })
    })?;
    all.sort_by_key(|s| s.step);
    Ok(all)
}

/// What the rules want of them.
pub(crate) fn days(steps: &[StepDone]) -> Done {
    steps.iter().map(|s| (s.step, s.day)).collect()
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, (org, applied): (OrgId, Day)) -> Result<(), Fault> {
    let (signers, size, delivered) = (rec.int("signers")?, rec.int("size")?, rec.int("delivered")?);
    let values =
        params![rec.id(), rec.area(), org, applied, rec.text("applicant")?, signers, size, delivered, rec.at()];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault> {
    let vote: Option<ActId> = rec.opt_id_of("vote")?;
    let (body, n, whole) = (rec.opt_text("body")?, rec.opt_int("n")?, rec.opt_int("whole")?);
    tx.exec(ADD_STEP, params![id, rec.text("step")?, rec.area(), rec.id(), day, vote, body, n, whole]).map(|_| ())
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
