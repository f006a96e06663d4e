//! The SQL of this system and nothing else.

use lianxin_base::{ActId, AreaId, BuildingId, Day, GridId, Moment, OrgId};
use lianxin_store::{Fault, Read, Tx, Value, params};

const LEAF: &str = "SELECT seq, id, kind, no, area, org, at, body, hash, CASE WHEN inner_leaf IS NULL THEN 0 ELSE 1 END \
                    FROM journal_act WHERE id = $1";
const BY_HASH: &str = "SELECT id FROM journal_act WHERE hash >= $1 AND hash <= $2 ORDER BY hash LIMIT 2";

const EXPORTED: &str = "INSERT INTO office_export(act, area, kind, n, at) VALUES($1, $2, $3, $4, $5)";
const BUILDINGS_N: &str = "SELECT COUNT(*) FROM register_building WHERE area = $1";
const UNITS_N: &str = "SELECT COUNT(*) FROM register_unit WHERE area = $1 AND until IS NULL";
const HOUSEHOLDS_N: &str = "SELECT COUNT(*) FROM register_household WHERE area = $1";
const PEOPLE_N: &str = "SELECT COUNT(DISTINCT person) FROM register_relation \
                        WHERE area = $1 AND since <= $2 AND (until IS NULL OR until >= $2)";
const DOORS_N: &str = "SELECT COUNT(*) FROM register_unit WHERE building = $1 AND until IS NULL";
const HOMES_N: &str = "SELECT COUNT(*) FROM register_unit u CROSS JOIN register_household h \
                       WHERE u.building = $1 AND h.unit = u.id";
const GRID_N: &str = "SELECT COUNT(*) FROM register_building WHERE grid = $1";

/// Every statement of this file, by name; with those of the hand-overs they are all of this system.
pub const SQL: &[(&str, &str)] = &[
    ("leaf", LEAF),
    ("by_hash", BY_HASH),
    ("exported", EXPORTED),
    ("buildings_n", BUILDINGS_N),
    ("units_n", UNITS_N),
    ("households_n", HOUSEHOLDS_N),
    ("people_n", PEOPLE_N),
    ("doors_n", DOORS_N),
    ("homes_n", HOMES_N),
    ("grid_n", GRID_N),
];

/// A list left the office.
pub(crate) fn exported(tx: &mut Tx<'_>, act: ActId, area: AreaId, kind: &str, n: i64, at: Moment) -> Result<(), Fault> {
    tx.exec(EXPORTED, params![act, area, kind, n, at])?;
    Ok(())
}

fn count(r: &mut Read<'_>, sql: &'static str, values: &[Value<'_>]) -> Result<i64, Fault> {
    Ok(r.row(sql, values, |row| row.int(0))?.unwrap_or(0))
}

/// How many buildings, units, households and people an area itself has.
pub(crate) fn counts(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<[i64; 4], Fault> {
    Ok([
        count(r, BUILDINGS_N, params![area])?,
        count(r, UNITS_N, params![area])?,
        count(r, HOUSEHOLDS_N, params![area])?,
        count(r, PEOPLE_N, params![area, on])?,
    ])
}

/// How many units and households a building has.
pub(crate) fn building_counts(r: &mut Read<'_>, building: BuildingId) -> Result<[i64; 2], Fault> {
    Ok([count(r, DOORS_N, params![building])?, count(r, HOMES_N, params![building])?])
}

/// How many buildings belong to a grid.
pub(crate) fn buildings_of_grid(r: &mut Read<'_>, grid: GridId) -> Result<i64, Fault> {
    count(r, GRID_N, params![grid])
}

/// One act with its public leaf.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    /// Place in the record, from 1.
    pub(crate) seq: i64,
    pub(crate) act: ActId,
    pub(crate) kind: String,
    pub(crate) no: Option<String>,
    pub(crate) area: AreaId,
    pub(crate) org: Option<OrgId>,
    pub(crate) at: Moment,
    /// The public leaf, as it is hashed.
    pub(crate) body: String,
    pub(crate) hash: Vec<u8>,
    /// Its kind is wrapped: nobody is shown more than act, hash and time.
    pub(crate) hidden: bool,
}

/// The act with this id.
pub(crate) fn leaf(r: &mut Read<'_>, act: ActId) -> Result<Option<Recorded>, Fault> {
    r.row(LEAF, params![act], |row| {
        Ok(Recorded {
            seq: row.int(0)?,
            act: row.id(1)?,
            kind: row.text(2)?,
            no: row.opt_text(3)?,
            area: row.id(4)?,
            org: row.opt_id(5)?,
            at: row.moment(6)?,
            body: row.text(7)?,
            hash: row.blob(8)?,
            hidden: row.flag(9)?,
        })
    })
}

/// The acts whose hash lies between these two, at most two of them: one is an answer, two say the number is too short.
pub(crate) fn by_hash(r: &mut Read<'_>, from: &[u8; 32], to: &[u8; 32]) -> Result<Vec<ActId>, Fault> {
    r.rows(BY_HASH, params![from, to], |row| row.id(0))
}
