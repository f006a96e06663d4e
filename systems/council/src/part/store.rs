//! The statements of parts.

use super::State;
use crate::store::Matter;
use lianxin_base::{ActId, MatterId, Moment, OrgId};
use lianxin_store::{Fault, Read, Row as Cells, Tx, params};

macro_rules! part {
    ($tail:literal) => {
        concat!(
            "SELECT p.act, p.matter, p.org, o.name, p.by_org, p.due_at, p.state, p.at, p.taken_at, p.ended_at, w.value \
             FROM council_part p LEFT JOIN register_org o ON o.id = p.org \
             LEFT JOIN journal_text w ON w.act = p.act AND w.field = 'words' ",
            $tail
        )
    };
}

const ADD: &str = "INSERT INTO council_part(act, matter, area, org, by_org, due_at, state, at) \
                   VALUES($1, $2, $3, $4, $5, $6, 'given', $7)";
const TAKEN: &str = "UPDATE council_part SET state = $2, taken_at = $3 WHERE act = $1";
const ENDED: &str = "UPDATE council_part SET state = $2, ended_at = $3 WHERE act = $1";
const ONE: &str = part!("WHERE p.act = $1");
const ALL: &str = part!("WHERE p.matter = $1 ORDER BY p.at, p.act");
const OF_ORG: &str = part!("WHERE p.org = $1 AND p.ended_at IS NULL ORDER BY p.due_at, p.act LIMIT $2");
const OPEN: &str = "SELECT COUNT(*) FROM council_part WHERE matter = $1 AND ended_at IS NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("part_add", ADD),
    ("part_taken", TAKEN),
    ("part_ended", ENDED),
    ("part_one", ONE),
    ("part_all", ALL),
    ("part_of_org", OF_ORG),
    ("part_open", OPEN),
];

/// A part of a matter's work.
#[derive(Clone, Debug)]
pub struct Row {
    /// The act that gave it.
    pub act: ActId,
    /// The matter.
    pub matter: MatterId,
    /// Who does it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// Who gave it.
    pub by_org: OrgId,
    /// By when.
    pub due_at: Moment,
    /// How it stands.
    pub state: State,
    /// When it was given.
    pub at: Moment,
    /// When it was taken.
    pub taken_at: Option<Moment>,
    /// When it was done, sent back or called off.
    pub ended_at: Option<Moment>,
    /// What it is; none once the text is gone.
    pub words: Option<String>,
}

fn row(row: &Cells<'_>) -> Result<Row, Fault> {
    Ok(Row {
        act: row.id(0)?,
        matter: row.id(1)?,
        org: row.id(2)?,
        org_name: row.opt_text(3)?.unwrap_or_default(),
        by_org: row.id(4)?,
        due_at: row.moment(5)?,
        state: row.word(6)?,
        at: row.moment(7)?,
        taken_at: row.opt_moment(8)?,
        ended_at: row.opt_moment(9)?,
        words: row.opt_text(10)?,
    })
}

pub(super) fn add(
    tx: &mut Tx<'_>,
    act: ActId,
    m: &Matter,
    (org, by): (OrgId, OrgId),
    due: Moment,
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(ADD, params![act, m.id, m.area, org, by, due, at]).map(|_| ())
}

pub(super) fn step(tx: &mut Tx<'_>, act: ActId, state: State, at: Moment) -> Result<(), Fault> {
    let sql = if state.is_open() { TAKEN } else { ENDED };
    tx.exec(sql, params![act, state.name(), at]).map(|_| ())
}

/// A part.
///
/// # Errors
/// The database's trouble.
pub fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<Row>, Fault> {
    r.row(ONE, params![act], row)
}

/// Every part of a matter, the first one first.
///
/// # Errors
/// The database's trouble.
pub fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Row>, Fault> {
    r.rows(ALL, params![matter], row)
}

/// What lies before an organisation, what is due first on top.
///
/// # Errors
/// The database's trouble.
pub fn of_org(r: &mut Read<'_>, org: OrgId, n: i64) -> Result<Vec<Row>, Fault> {
    r.rows(OF_ORG, params![org, n], row)
}

/// How many parts of a matter are open.
pub(crate) fn open_of(r: &mut Read<'_>, matter: MatterId) -> Result<usize, Fault> {
    let n = r.row(OPEN, params![matter], |row| row.int(0))?.unwrap_or(0);
    Ok(usize::try_from(n).unwrap_or(0))
}
