use super::holds;
use crate::{Owner, store};
use lianxin_base::{AreaId, Day, OrgId, OwnerSetId, PersonId, UnitId};
use lianxin_store::{Fault, Read, Row, params};

/// An owner-set as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnerSetRow {
    /// The set.
    pub id: OwnerSetId,
    /// Its units' area.
    pub area: AreaId,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

impl OwnerSetRow {
    /// Whether it owns its units on a day.
    pub fn holds(&self, on: Day) -> bool {
        holds(self.since, self.until, on)
    }
}

fn owner_set_row(row: &Row<'_>) -> Result<OwnerSetRow, Fault> {
    Ok(OwnerSetRow { id: row.id(0)?, area: row.id(1)?, since: row.day(2)?, until: row.opt_day(3)? })
}

/// An owner-set.
pub fn owner_set(r: &mut Read<'_>, id: OwnerSetId) -> Result<Option<OwnerSetRow>, Fault> {
    r.row(store::OWNER_SET, params![id], owner_set_row)
}

/// Every owner-set a unit has or had, the earliest first.
pub fn owner_sets_of_unit(r: &mut Read<'_>, unit: UnitId) -> Result<Vec<OwnerSetRow>, Fault> {
    r.rows(store::OWNER_SETS_OF_UNIT, params![unit], owner_set_row)
}

/// The owner-set a unit belongs to on a day.
pub fn owner_set_of(r: &mut Read<'_>, unit: UnitId, on: Day) -> Result<Option<OwnerSetRow>, Fault> {
    Ok(owner_sets_of_unit(r, unit)?.into_iter().find(|s| s.holds(on)))
}

/// The owner-sets somebody is or was an owner of.
pub fn owner_sets_of(r: &mut Read<'_>, owner: Owner) -> Result<Vec<OwnerSetRow>, Fault> {
    match owner {
        Owner::Person(id) => r.rows(store::OWNER_SETS_OF_PERSON, params![id], owner_set_row),
        Owner::Org(id) => r.rows(store::OWNER_SETS_OF_ORG, params![id], owner_set_row),
    }
}

/// The owners of a set, the one that is written to first.
pub fn owners(r: &mut Read<'_>, set: OwnerSetId) -> Result<Vec<Owner>, Fault> {
    let rows = r.rows(store::OWNERS, params![set], |row| Ok((row.opt_id::<PersonId>(0)?, row.opt_id::<OrgId>(1)?)))?;
    Ok(rows.into_iter().filter_map(|(person, org)| person.map(Owner::Person).or(org.map(Owner::Org))).collect())
}

/// The units of a set.
pub fn owned(r: &mut Read<'_>, set: OwnerSetId) -> Result<Vec<UnitId>, Fault> {
    r.rows(store::OWNED, params![set], |row| row.id(0))
}
