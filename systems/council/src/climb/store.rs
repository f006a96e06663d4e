//! The statements of climbing.

use lianxin_base::AreaId;
use lianxin_register::find::ancestors;
use lianxin_store::{Fault, Read, Tx, params};

const SET: &str = "INSERT INTO council_climb(area, party_days, street_days) VALUES($1, $2, $3) \
                   ON CONFLICT(area) DO UPDATE SET party_days = $2, street_days = $3";
const OF: &str = "SELECT party_days, street_days FROM council_climb WHERE area = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("climb_set", SET), ("climb_of", OF)];

/// After how many working days who hears of what is late.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Climbing {
    /// The party secretary.
    pub party_days: i64,
    /// The street.
    pub street_days: i64,
}

impl Default for Climbing {
    fn default() -> Self {
        Self { party_days: 0, street_days: 3 }
    }
}

/// What an area set, else the nearest above it, else the usual.
///
/// # Errors
/// The database's trouble.
pub fn climbing(r: &mut Read<'_>, area: AreaId) -> Result<Climbing, Fault> {
    let above = ancestors(r, area)?.into_iter().map(|a| a.id);
    for area in std::iter::once(area).chain(above) {
        let row = |row: &lianxin_store::Row<'_>| Ok(Climbing { party_days: row.int(0)?, street_days: row.int(1)? });
        if let Some(found) = r.row(OF, params![area], row)? {
            return Ok(found);
        }
    }
    Ok(Climbing::default())
}

pub(super) fn set(tx: &mut Tx<'_>, area: AreaId, days: Climbing) -> Result<(), Fault> {
    tx.exec(SET, params![area, days.party_days, days.street_days]).map(|_| ())
}
