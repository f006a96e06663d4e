//! Who is told of a vote: its owners when it is called, opens, is counted or called off, and three days before the close those
//! who have not voted; its convener when something waits. Everybody on the list has a number of their own, known or not: a replay
//! without the erased gives the others the same ones.

use crate::assembly::store as votes;
use crate::ballot::store as ballots;
use lianxin_base::{ActId, AreaId, Day, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};
use std::collections::BTreeSet;

const OF_AREA: &str = "SELECT o.person FROM register_owner o JOIN register_owner_set s ON s.id = o.owner_set \
                       WHERE o.area = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) \
                       ORDER BY o.owner_set, o.n";
const OF_ROLL: &str = "SELECT o.person, x.no FROM property_roll_set x JOIN register_owner o ON o.owner_set = x.owner_set \
                       WHERE x.vote = $1 ORDER BY x.no, o.owner_set, o.n";

// Of one building, or of one entrance of it.
const OF_HOUSE: &str = "SELECT o.person FROM register_unit u JOIN register_owner_unit x ON x.unit = u.id \
                        JOIN register_owner_set s ON s.id = x.owner_set JOIN register_owner o ON o.owner_set = s.id \
                        WHERE u.building = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) \
                        AND ($3 = '' OR u.entrance = $3) ORDER BY o.owner_set, o.n, u.id";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] =
    &[("told_of_area", OF_AREA), ("told_of_house", OF_HOUSE), ("told_of_roll", OF_ROLL)];

/// The first number of the messages to owners: the lower ones are for organisations.
const FIRST: u32 = 100;

/// Whether a record tells anybody: those made before there were messages do not, and a replay keeps to that.
pub(crate) fn tells(rec: &Recorded) -> Result<bool, Fault> {
    Ok(rec.opt_int("tells")? == Some(1))
}

/// One message each, however much somebody owns.
fn tell(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    (vote, kind): (ActId, &'static str),
    all: Vec<Option<PersonId>>,
) -> Result<(), Fault> {
    let mut told = BTreeSet::new();
    for (n, person) in (FIRST..).zip(all) {
        if let Some(person) = person.filter(|person| told.insert(*person)) {
            lianxin_outbox::to_person(tx, rec, n, person, kind, vote)?;
        }
    }
    Ok(())
}

/// From an apply: the owners a vote asks, as the register has them that day; for before there is a roll.
pub(crate) fn owners(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, kind: &'static str) -> Result<(), Fault> {
    let on: Day = rec.at().day();
    let scope = votes::one(tx, vote)?.map(|v| v.voting.scope).unwrap_or_default();
    let entrance = scope.entrance().map(|id| id.to_string()).unwrap_or_default();
    let all = match scope.building() {
        Some(building) => tx.rows(OF_HOUSE, params![building, on, entrance], |row| row.opt_id(0))?,
        None => tx.rows(OF_AREA, params![rec.area(), on], |row| row.opt_id(0))?,
    };
    tell(tx, rec, (vote, kind), all)
}

/// From an apply: every owner of the act's compound, as the register has them that day.
pub(crate) fn compound(tx: &mut Tx<'_>, rec: &Recorded, subject: ActId, kind: &'static str) -> Result<(), Fault> {
    let all = tx.rows(OF_AREA, params![rec.area(), rec.at().day()], |row| row.opt_id(0))?;
    tell(tx, rec, (subject, kind), all)
}

/// Who owns something in a compound on a day, wherever they live.
pub(crate) fn owners_of(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<BTreeSet<PersonId>, Fault> {
    let all = r.rows(OF_AREA, params![area, on], |row| row.opt_id(0))?;
    Ok(all.into_iter().flatten().collect())
}

fn of_roll(r: &mut Read<'_>, vote: ActId) -> Result<Vec<(Option<PersonId>, i64)>, Fault> {
    r.rows(OF_ROLL, params![vote], |row| Ok((row.opt_id(0)?, row.int(1)?)))
}

/// From an apply: everybody on the roll.
pub(crate) fn roll(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, kind: &'static str) -> Result<(), Fault> {
    let all = of_roll(tx, vote)?.into_iter().map(|(person, _)| person).collect();
    tell(tx, rec, (vote, kind), all)
}

/// From an apply: those on the roll for whose number nothing came yet. They are told that, and nobody else is.
pub(crate) fn silent(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, kind: &'static str) -> Result<(), Fault> {
    let came: BTreeSet<i64> = ballots::all(tx, vote)?.into_iter().map(|b| b.no).collect();
    let all = of_roll(tx, vote)?.into_iter().map(|(person, no)| person.filter(|_| !came.contains(&no))).collect();
    tell(tx, rec, (vote, kind), all)
}
