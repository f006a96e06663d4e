//! What was tried in vain today. It stands in the database, so that a restart forgives nothing.

use crate::sql;
use lianxin_base::{Day, UnitId};
use lianxin_store::{Fault, Read, Tx, params};

/// So many wrong codes a day from one address.
pub const WRONG_BY_SOURCE: i64 = 5;
/// So many wrong codes a day for one unit, from wherever: four neighbours must conspire to use them up.
pub const WRONG_BY_UNIT: i64 = 20;

/// Where a try comes from and where it leads. An address that is not counted (this machine's own, in the demo) is `None`.
#[derive(Clone, Debug)]
pub(crate) struct Try {
    pub(crate) source: Option<String>,
    pub(crate) unit: UnitId,
    pub(crate) day: Day,
}

impl Try {
    /// Whether today's tries are used up.
    pub(crate) fn is_over(&self, r: &mut Read<'_>) -> Result<bool, Fault> {
        let Some(source) = &self.source else { return Ok(false) };
        let by_source = used(r, "source", source, self.day)?;
        Ok(by_source >= WRONG_BY_SOURCE || used(r, "unit", &self.unit.to_string(), self.day)? >= WRONG_BY_UNIT)
    }

    /// Counts a wrong one; inside a `keep`.
    pub(crate) fn was_wrong(&self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let Some(source) = &self.source else { return Ok(()) };
        tx.exec(sql::TRY_NOTE, params!["source", source, self.day])?;
        tx.exec(sql::TRY_NOTE, params!["unit", self.unit.to_string(), self.day])?;
        tx.exec(sql::TRY_PAST, params![self.day])?;
        Ok(())
    }
}

fn used(r: &mut Read<'_>, what: &str, key: &str, day: Day) -> Result<i64, Fault> {
    Ok(r.row(sql::TRY_USED, params![what, key, day], |row| row.int(0))?.unwrap_or(0))
}
