//! The statements about who votes for which owner-set.

use super::{EndWhy, Shown};
use lianxin_base::{ActId, AreaId, Moment, OwnerSetId, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

const ADD: &str = "INSERT INTO property_voter(act, area, owner_set, person, shown, at) VALUES($1, $2, $3, $4, $5, $6)";
const REPLACE: &str =
    "UPDATE property_voter SET ended_at = $2, why = 'replaced' WHERE owner_set = $1 AND ended_at IS NULL";
const END: &str = "UPDATE property_voter SET ended_at = $2, why = $3 WHERE act = $1";
const ONE: &str = "SELECT act, area, owner_set, person, shown, at, ended_at, why FROM property_voter WHERE act = $1";
const OF_AREA: &str = "SELECT act, area, owner_set, person, shown, at, ended_at, why FROM property_voter \
                       WHERE area IN (SELECT m.id FROM register_area m \
                       WHERE m.id = $1 OR (m.parent = $1 AND m.successor IS NOT NULL)) \
                       AND ended_at IS NULL ORDER BY at DESC, act DESC LIMIT $2";
const OF_PERSON: &str = "SELECT act, area, owner_set, person, shown, at, ended_at, why FROM property_voter \
                         WHERE person = $1 AND ended_at IS NULL ORDER BY at, act";
const FORGET: &str = "UPDATE property_voter SET person = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("voter_add", ADD),
    ("voter_replace", REPLACE),
    ("voter_end", END),
    ("voter_one", ONE),
    ("voter_of_area", OF_AREA),
    ("voter_of_person", OF_PERSON),
    ("voter_forget", FORGET),
];

/// Somebody who votes, or voted, for an owner-set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoterRow {
    /// The act that made them so.
    pub act: ActId,
    /// The compound.
    pub area: AreaId,
    /// The owner-set.
    pub owner_set: OwnerSetId,
    /// Who; nobody once they are erased.
    pub person: Option<PersonId>,
    /// What they showed.
    pub shown: Shown,
    /// When.
    pub at: Moment,
    /// When it ended.
    pub ended: Option<Moment>,
    /// Why: one of [`EndWhy`], or somebody else was named.
    pub why: Option<EndWhy>,
}

fn voter(row: &Row<'_>) -> Result<VoterRow, Fault> {
    Ok(VoterRow {
        act: row.id(0)?,
        area: row.id(1)?,
        owner_set: row.id(2)?,
        person: row.opt_id(3)?,
        shown: row.word(4)?,
        at: row.moment(5)?,
        ended: row.opt_moment(6)?,
        why: row.opt_text(7)?.and_then(|why| why.parse().ok()),
    })
}

/// One.
pub fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<VoterRow>, Fault> {
    r.row(ONE, params![act], voter)
}

/// Those of a compound who vote now, the newest first.
pub fn of_area(r: &mut Read<'_>, area: AreaId, n: i64) -> Result<Vec<VoterRow>, Fault> {
    r.rows(OF_AREA, params![area, n], voter)
}

/// For which owner-sets somebody votes now.
pub fn of_person(r: &mut Read<'_>, person: PersonId) -> Result<Vec<VoterRow>, Fault> {
    r.rows(OF_PERSON, params![person], voter)
}

pub(super) fn add(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    set: OwnerSetId,
    person: Option<PersonId>,
    shown: &str,
) -> Result<(), Fault> {
    tx.exec(ADD, params![rec.id(), rec.area(), set, person, shown, rec.at()]).map(|_| ())
}

pub(super) fn replace(tx: &mut Tx<'_>, set: OwnerSetId, at: Moment) -> Result<(), Fault> {
    tx.exec(REPLACE, params![set, at]).map(|_| ())
}

pub(super) fn end(tx: &mut Tx<'_>, act: ActId, at: Moment, why: &str) -> Result<(), Fault> {
    tx.exec(END, params![act, at, why]).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
