//! The statements of the responsibility list.

use crate::rules::Category;
use lianxin_base::{AreaId, OrgId};
use lianxin_register::find::ancestors;
use lianxin_store::{Fault, Read, Tx, params};
use std::collections::BTreeMap;

const SET: &str = "INSERT INTO council_responsible(area, category, org) VALUES($1, $2, $3) \
                   ON CONFLICT(area, category) DO UPDATE SET org = $3";
const DROP: &str = "DELETE FROM council_responsible WHERE area = $1 AND category = $2";
const OF: &str = "SELECT category, org FROM council_responsible WHERE area = $1 ORDER BY category";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("responsible_set", SET), ("responsible_drop", DROP), ("responsible_of", OF)];

pub(super) fn set(tx: &mut Tx<'_>, area: AreaId, category: &str, org: Option<OrgId>) -> Result<(), Fault> {
    match org {
        Some(org) => tx.exec(SET, params![area, category, org]).map(|_| ()),
        None => tx.exec(DROP, params![area, category]).map(|_| ()),
    }
}

/// What an area itself says, by category.
///
/// # Errors
/// The database's trouble.
pub fn own(r: &mut Read<'_>, area: AreaId) -> Result<BTreeMap<&'static str, OrgId>, Fault> {
    let rows = r.rows(OF, params![area], |row| Ok((row.word::<Category>(0)?, row.id::<OrgId>(1)?)))?;
    Ok(rows.into_iter().map(|(category, org)| (category.name(), org)).collect())
}

/// Who does what in an area: what it says itself, else the nearest above it.
///
/// # Errors
/// The database's trouble.
pub fn responsible(r: &mut Read<'_>, area: AreaId) -> Result<BTreeMap<&'static str, OrgId>, Fault> {
    let mut all = own(r, area)?;
    for above in ancestors(r, area)? {
        for (category, org) in own(r, above.id)? {
            all.entry(category).or_insert(org);
        }
    }
    Ok(all)
}
