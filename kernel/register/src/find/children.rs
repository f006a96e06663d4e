use crate::store;
use lianxin_base::{AreaId, PersonId};
use lianxin_store::{Fault, Read, params};

/// Whether somebody is registered as under 14.
pub fn is_child(r: &mut Read<'_>, person: PersonId) -> Result<bool, Fault> {
    Ok(r.row(store::CHILD, params![person], |_| Ok(()))?.is_some())
}

/// Who acts for a child; `None` too if the guardian was erased.
pub fn guardian(r: &mut Read<'_>, person: PersonId) -> Result<Option<PersonId>, Fault> {
    Ok(r.row(store::CHILD, params![person], |row| row.opt_id(0))?.flatten())
}

/// The children somebody acts for.
pub fn wards(r: &mut Read<'_>, guardian: PersonId) -> Result<Vec<PersonId>, Fault> {
    r.rows(store::CHILDREN_OF, params![guardian], |row| row.id(0))
}

/// The children of an area whose guardian was erased: somebody else is to be asked.
pub fn unguarded(r: &mut Read<'_>, area: AreaId, most: i64) -> Result<Vec<PersonId>, Fault> {
    r.rows(store::UNGUARDED, params![area, most], |row| row.id(0))
}
