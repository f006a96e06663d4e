//! What was tried in vain today. It stands in the database, so that a restart forgives nothing.

use crate::device::{Whence, knows_home};
use crate::sql;
use lianxin_base::{Day, UnitId};
use lianxin_store::{Fault, Read, Tx, params};

/// So many wrong codes a day from one address.
pub const WRONG_BY_SOURCE: i64 = 5;
/// So many wrong codes a day for one unit, from wherever: four neighbours must conspire to use them up.
pub const WRONG_BY_UNIT: i64 = 20;
/// So many wrong codes a day from a phone that somebody of the unit came in on before. It has its own, whatever its
/// address and the unit have used up: a neighbour who guesses locks nobody out who was here before.
pub const WRONG_BY_DEVICE: i64 = 5;

/// Where a try comes from and where it leads. An address that is not counted (this machine's own, in the demo) is `None`.
#[derive(Clone, Debug)]
pub(crate) struct Try {
    pub(crate) whence: Whence,
    pub(crate) unit: UnitId,
    pub(crate) day: Day,
}

/// Today's wrong tries, as far as they count for one more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Used {
    /// From this phone, if it is known there.
    device: Option<i64>,
    source: i64,
    unit: i64,
}

impl Used {
    /// Whether one more is too many.
    const fn is_over(self) -> bool {
        match self.device {
            Some(wrong) => wrong >= WRONG_BY_DEVICE,
            None => self.source >= WRONG_BY_SOURCE || self.unit >= WRONG_BY_UNIT,
        }
    }
}

impl Try {
    /// The phone, if somebody of the unit came in on it before.
    fn known(&self, r: &mut Read<'_>) -> Result<Option<&str>, Fault> {
        let Some(device) = self.whence.device.as_deref() else { return Ok(None) };
        Ok(knows_home(r, device, self.unit, self.day)?.then_some(device))
    }

    /// Whether today's tries are used up.
    pub(crate) fn is_over(&self, r: &mut Read<'_>) -> Result<bool, Fault> {
        let Some(source) = &self.whence.source else { return Ok(false) };
        let device = match self.known(r)? {
            Some(device) => Some(used(r, "device", device, self.day)?),
            None => None,
        };
        let (source, unit) = (used(r, "source", source, self.day)?, self.unit.to_string());
        Ok(Used { device, source, unit: used(r, "unit", &unit, self.day)? }.is_over())
    }

    /// Counts a wrong one; inside a `keep`.
    pub(crate) fn was_wrong(&self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let Some(source) = &self.whence.source else { return Ok(()) };
        tx.exec(sql::TRY_PAST, params![self.day])?;
        if let Some(device) = self.known(tx)? {
            tx.exec(sql::TRY_NOTE, params!["device", device, self.day])?;
            return Ok(());
        }
        tx.exec(sql::TRY_NOTE, params!["source", source, self.day])?;
        tx.exec(sql::TRY_NOTE, params!["unit", self.unit.to_string(), self.day])?;
        Ok(())
    }
}

fn used(r: &mut Read<'_>, what: &str, key: &str, day: Day) -> Result<i64, Fault> {
    Ok(r.row(sql::TRY_USED, params![what, key, day], |row| row.int(0))?.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_share_what_they_have_and_a_known_phone_has_its_own() {
        for (device, source, unit, over, what) in [
            (None, 0, 0, false, "nobody tried yet"),
            (None, 4, 4, false, "one more from this address"),
            (None, 5, 5, true, "five from one address"),
            (None, 0, 19, false, "one more for the unit"),
            (None, 0, 20, true, "twenty for the unit, from wherever"),
            (None, 5, 20, true, "both"),
            (Some(0), 5, 20, false, "a neighbour used up everything, the old lady's phone comes in"),
            (Some(4), 5, 20, false, "her last one"),
            (Some(5), 0, 0, true, "five from her own phone"),
        ] {
            assert_eq!(Used { device, source, unit }.is_over(), over, "{what}");
        }
    }
}
