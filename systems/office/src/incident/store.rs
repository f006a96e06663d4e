//! The statements of incidents.

use super::rules::{Standing, Step};
use lianxin_base::{ActId, AreaId, IncidentId, Moment, OrgId};
use lianxin_store::{Fault, Read, Row as Found, Tx, params};

macro_rules! columns {
    () => {
        "id, area, org, act, noticed_at, kinds, people, authority_at, residents_at, spared_at, closed_at"
    };
}

const ADD: &str = "INSERT INTO office_incident(id, area, org, act, noticed_at, kinds, people) \
                   VALUES($1, $2, $3, $4, $5, $6, $7)";
const STEP: &str = "INSERT INTO office_incident_step(act, incident, area, kind, at) VALUES($1, $2, $3, $4, $5)";
const AUTHORITY: &str = "UPDATE office_incident SET authority_at = $2 WHERE id = $1";
const RESIDENTS: &str = "UPDATE office_incident SET residents_at = $2 WHERE id = $1";
const SPARED: &str = "UPDATE office_incident SET spared_at = $2 WHERE id = $1";
const CLOSED: &str = "UPDATE office_incident SET closed_at = $2 WHERE id = $1";
const ONE: &str = concat!("SELECT ", columns!(), " FROM office_incident WHERE id = $1");
const OF_AREA: &str =
    concat!("SELECT ", columns!(), " FROM office_incident WHERE area = $1 ORDER BY noticed_at DESC, id DESC LIMIT $2");
const STEPS: &str = "SELECT s.kind, s.at, t.value FROM office_incident_step s \
                     LEFT JOIN journal_text t ON t.act = s.act AND t.field = 'words' \
                     WHERE s.incident = $1 ORDER BY s.at, s.act";

const CLOSED_BEFORE: &str = "SELECT t.act, t.field FROM office_incident i JOIN journal_text t ON t.act = i.act \
                             AND t.field IN ('what', 'harm', 'done', 'by') WHERE i.closed_at < $1 \
                             UNION ALL SELECT t.act, t.field FROM office_incident i \
                             JOIN office_incident_step s ON s.incident = i.id \
                             JOIN journal_text t ON t.act = s.act AND t.field IN ('words', 'by') \
                             WHERE i.closed_at < $1 ORDER BY 1, 2 LIMIT $2";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("incident_add", ADD),
    ("incident_step_add", STEP),
    ("incident_authority", AUTHORITY),
    ("incident_residents", RESIDENTS),
    ("incident_spared", SPARED),
    ("incident_closed", CLOSED),
    ("incident", ONE),
    ("incidents_of_area", OF_AREA),
    ("incident_steps", STEPS),
    ("incidents_closed_before", CLOSED_BEFORE),
];

/// An incident as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: IncidentId,
    pub(crate) area: AreaId,
    pub(crate) org: OrgId,
    pub(crate) act: ActId,
    pub(crate) kinds: String,
    pub(crate) people: i64,
    pub(crate) standing: Standing,
}

fn row(r: &Found<'_>) -> Result<Row, Fault> {
    let standing = Standing {
        noticed_at: r.moment(4)?,
        authority_at: r.opt_moment(7)?,
        residents_at: r.opt_moment(8)?,
        spared_at: r.opt_moment(9)?,
        closed_at: r.opt_moment(10)?,
    };
    let (id, area, org, act) = (r.id(0)?, r.id(1)?, r.id(2)?, r.id(3)?);
    Ok(Row { id, area, org, act, kinds: r.text(5)?, people: r.int(6)?, standing })
}

#[expect(clippy::too_many_arguments, reason = "one per column")]
pub(super) fn add(
    tx: &mut Tx<'_>,
    id: IncidentId,
    area: AreaId,
    org: OrgId,
    act: ActId,
    noticed: Moment,
    kinds: &str,
    people: i64,
) -> Result<(), Fault> {
    tx.exec(ADD, params![id, area, org, act, noticed, kinds, people]).map(|_| ())
}

pub(super) fn step(
    tx: &mut Tx<'_>,
    act: ActId,
    id: IncidentId,
    area: AreaId,
    kind: &str,
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(STEP, params![act, id, area, kind, at])?;
    let sql = match Step::named(kind) {
        Some(Step::Authority) => AUTHORITY,
        Some(Step::Residents) => RESIDENTS,
        Some(Step::Spared) => SPARED,
        Some(Step::Closed) => CLOSED,
        Some(Step::Done) => return Ok(()),
        None => return Err(Fault::Damaged(format!("{act} takes no known step"))),
    };
    tx.exec(sql, params![id, at]).map(|_| ())
}

/// An incident.
pub(crate) fn one(r: &mut Read<'_>, id: IncidentId) -> Result<Option<Row>, Fault> {
    r.row(ONE, params![id], row)
}

/// The newest of an area.
pub(crate) fn of_area(r: &mut Read<'_>, area: AreaId, limit: i64) -> Result<Vec<Row>, Fault> {
    r.rows(OF_AREA, params![area, limit], row)
}

/// What was done about one: the step's name, when, in whose words.
pub(super) fn steps(r: &mut Read<'_>, id: IncidentId) -> Result<Vec<(String, Moment, String)>, Fault> {
    r.rows(STEPS, params![id], |r| Ok((r.text(0)?, r.moment(1)?, r.opt_text(2)?.unwrap_or_default())))
}

/// What was written about incidents that were closed before a moment, at most `n` texts.
pub(crate) fn closed_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(CLOSED_BEFORE, params![closed, n], |r| Ok((r.id(0)?, r.text(1)?)))
}
