//! The statements of making matters one.

use lianxin_base::{ActId, MatterId, Moment, WayId};
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str =
    "INSERT INTO council_merged(matter, into_matter, act, joins, counts, at) VALUES($1, $2, $3, $4, $5, $6)";
const REMOVE: &str = "DELETE FROM council_merged WHERE matter = $1";
const OF: &str = "SELECT g.into_matter, m.no, g.act, g.joins FROM council_merged g \
                  JOIN council_matter m ON m.id = g.into_matter WHERE g.matter = $1";
const PARTS: &str = "SELECT m.no FROM council_merged g JOIN council_matter m ON m.id = g.matter \
                     WHERE g.into_matter = $1 ORDER BY g.at, m.no LIMIT 500";
const ANEW: &str =
    "UPDATE council_matter SET way = $2, outcome = NULL, late_at = NULL, executor = NULL, moved_at = $3 WHERE id = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("merge_add", ADD), ("merge_remove", REMOVE), ("merge_of", OF), ("merge_parts", PARTS), ("merge_anew", ANEW)];

/// What a matter was made part of.
#[derive(Clone, Debug)]
pub(crate) struct Merged {
    /// The matter that leads.
    pub(crate) into: MatterId,
    /// Its number.
    pub(crate) no: String,
    /// The act that made them one.
    pub(crate) act: ActId,
    /// Whether its reporter is counted among those who joined.
    pub(crate) joins: bool,
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    (matter, into): (MatterId, MatterId),
    act: ActId,
    (joins, counts): (bool, bool),
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(ADD, params![matter, into, act, joins, counts, at]).map(|_| ())
}

pub(crate) fn remove(tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    tx.exec(REMOVE, params![matter]).map(|_| ())
}

/// What a matter was made part of, if it was.
pub(crate) fn of(r: &mut Read<'_>, matter: MatterId) -> Result<Option<Merged>, Fault> {
    r.row(OF, params![matter], |row| {
        Ok(Merged { into: row.id(0)?, no: row.text(1)?, act: row.id(2)?, joins: row.flag(3)? })
    })
}

/// The numbers of what was made part of a matter.
pub(crate) fn parts(r: &mut Read<'_>, into: MatterId) -> Result<Vec<String>, Fault> {
    r.rows(PARTS, params![into], |row| row.text(0))
}

/// A matter begins anew on a way of its own.
pub(crate) fn anew(tx: &mut Tx<'_>, matter: MatterId, way: WayId, at: Moment) -> Result<(), Fault> {
    tx.exec(ANEW, params![matter, way, at]).map(|_| ())
}
