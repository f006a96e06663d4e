//! The statements of joining.

use super::rules::In;
use lianxin_base::{ActId, AreaId, HouseholdId, MatterId, Moment, PersonId};
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO council_join(act, matter, area, person, household, told, counts, came, at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const COUNT: &str = "INSERT INTO council_joined(matter, n) VALUES($1, $2) \
                     ON CONFLICT(matter) DO UPDATE SET n = council_joined.n + $2";
const COUNTED: &str = "SELECT n FROM council_joined WHERE matter = $1";
const ALL: &str = "SELECT act, household, counts, person, told, voiced, came FROM council_join \
                   WHERE matter = $1 AND left_at IS NULL ORDER BY at, act";
const OF_PERSON: &str =
    "SELECT matter FROM council_join WHERE person = $1 AND left_at IS NULL ORDER BY at DESC LIMIT $2";
const LEAVE: &str = "UPDATE council_join SET left_at = $2, counts = 0 WHERE act = $1";
const HEIR: &str = "UPDATE council_join SET counts = 1 WHERE act = $1";
const VOICED: &str = "UPDATE council_join SET voiced = $2 WHERE act = $1";
const PERSONS: &str = "SELECT person, matter FROM council_join WHERE (act = $1 OR came = $1) AND person IS NOT NULL";
const FORGET_PERSON: &str = "UPDATE council_join SET person = NULL WHERE act = $1";
const FORGET_HOUSEHOLD: &str = "UPDATE council_join SET household = NULL WHERE act = $1";
const FORGET_CAME: &str = "UPDATE council_join SET person = NULL, household = NULL WHERE came = $1";
const CONTACTS_BEFORE: &str = "SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                               JOIN council_join j ON j.matter = m.id \
                               JOIN journal_text t ON t.act = j.act AND t.field IN ('name', 'phone', 'tell') \
                               WHERE w.ended_at < $1 ORDER BY w.ended_at, t.act, t.field LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("join_add", ADD),
    ("join_count", COUNT),
    ("join_counted", COUNTED),
    ("join_all", ALL),
    ("join_of_person", OF_PERSON),
    ("join_leave", LEAVE),
    ("join_heir", HEIR),
    ("join_voiced", VOICED),
    ("join_persons", PERSONS),
    ("join_forget_person", FORGET_PERSON),
    ("join_forget_household", FORGET_HOUSEHOLD),
    ("join_forget_came", FORGET_CAME),
    ("join_contacts_before", CONTACTS_BEFORE),
];

/// Somebody who is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joiner {
    /// As the counting sees them.
    pub(crate) counted: In,
    /// Who, if the register knows them and they were not erased.
    pub(crate) person: Option<PersonId>,
    /// Whether somebody who is not in the register said how they want to be told.
    pub(crate) told: bool,
    /// At how many hops of the matter they said that it is solved.
    pub(crate) voiced: Option<i64>,
    /// The report they came with, when theirs was made part of this matter.
    pub(crate) came: Option<ActId>,
}

/// A new row.
pub(crate) struct NewRow {
    pub(crate) act: ActId,
    pub(crate) matter: MatterId,
    pub(crate) area: AreaId,
    pub(crate) person: Option<PersonId>,
    pub(crate) household: Option<HouseholdId>,
    pub(crate) told: bool,
    pub(crate) counts: bool,
    pub(crate) came: Option<ActId>,
    pub(crate) at: Moment,
}

pub(crate) fn add(tx: &mut Tx<'_>, x: &NewRow) -> Result<(), Fault> {
    let values = params![x.act, x.matter, x.area, x.person, x.household, x.told, x.counts, x.came, x.at];
    tx.exec(ADD, values)?;
    count(tx, x.matter, i64::from(x.counts))
}

pub(crate) fn count(tx: &mut Tx<'_>, matter: MatterId, n: i64) -> Result<(), Fault> {
    tx.exec(COUNT, params![matter, n]).map(|_| ())
}

/// How many households joined a matter.
pub fn counted(r: &mut Read<'_>, matter: MatterId) -> Result<i64, Fault> {
    Ok(r.row(COUNTED, params![matter], |row| row.int(0))?.unwrap_or(0))
}

/// Everybody who is in, in the order they came.
pub(crate) fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Joiner>, Fault> {
    r.rows(ALL, params![matter], |row| {
        Ok(Joiner {
            counted: In { act: row.id(0)?, household: row.opt_id(1)?, counts: row.flag(2)? },
            person: row.opt_id(3)?,
            told: row.flag(4)?,
            voiced: row.opt_int(5)?,
            came: row.opt_id(6)?,
        })
    })
}

/// The matters somebody joined, the newest first.
pub fn of_person(r: &mut Read<'_>, person: PersonId, n: i64) -> Result<Vec<MatterId>, Fault> {
    r.rows(OF_PERSON, params![person, n], |row| row.id(0))
}

pub(crate) fn leave(tx: &mut Tx<'_>, act: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(LEAVE, params![act, at]).map(|_| ())
}
pub(crate) fn heir(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(HEIR, params![act]).map(|_| ())
}
pub(crate) fn voiced(tx: &mut Tx<'_>, act: ActId, hops: i64) -> Result<(), Fault> {
    tx.exec(VOICED, params![act, hops]).map(|_| ())
}

/// Who joined by this act, or came with the report it is, and what they joined.
pub(crate) fn persons(r: &mut Read<'_>, act: ActId) -> Result<Vec<(PersonId, MatterId)>, Fault> {
    r.rows(PERSONS, params![act], |row| Ok((row.id(0)?, row.id(1)?)))
}
pub(crate) fn forget_person(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_PERSON, params![act]).map(|_| ())
}
pub(crate) fn forget_household(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_HOUSEHOLD, params![act]).map(|_| ())
}
pub(crate) fn forget_came(tx: &mut Tx<'_>, report: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_CAME, params![report]).map(|_| ())
}

/// Act and field of names and phones of who joined matters that were closed before a moment.
pub(crate) fn contacts_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(CONTACTS_BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}
