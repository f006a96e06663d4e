//! The short number of a door: printed under the poster's QR, typed or told by telephone when the QR is blurred.

use crate::sql;
use lianxin_base::{AreaId, BuildingId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Tx, params};

/// The first number: four digits from the beginning, so that a missing one is noticed.
const FIRST: i64 = 1001;

/// A door got its short number. It stays for ever: what hangs on a wall must not lead elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// The number.
    pub number: i64,
    /// The building whose door it is; without one the compound's gate.
    pub building: Option<BuildingId>,
}

impl Act for Door {
    const KIND: &'static str = "gate.door";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("number", self.number);
        leaf.opt_text("building", self.building);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (number, building) = (rec.int("number")?, rec.opt_id_of::<BuildingId>("building")?);
        tx.exec(sql::DOOR_NEW, params![number, rec.area(), building])?;
        Ok(())
    }
}

/// The number of a door: the one it has, or the next, recorded now.
pub fn door_number(tx: &mut Tx<'_>, head: Head, building: Option<BuildingId>) -> Result<(i64, Option<Receipt>), Fault> {
    if let Some(number) = door_of(tx, head.area, building)? {
        return Ok((number, None));
    }
    let last = tx.row(sql::DOOR_LAST, &[], |row| row.opt_int(0))?.flatten();
    let number = last.map_or(FIRST, |n| n + 1);
    let receipt = record(tx, head, &Door { number, building })?;
    Ok((number, Some(receipt)))
}

/// The number a door has.
pub fn door_of(r: &mut Read<'_>, area: AreaId, building: Option<BuildingId>) -> Result<Option<i64>, Fault> {
    let all = r.rows(sql::DOORS_OF, params![area], |row| Ok((row.int(0)?, row.opt_id::<BuildingId>(1)?)))?;
    Ok(all.into_iter().find(|(_, b)| *b == building).map(|(number, _)| number))
}

/// Which door has a number.
pub fn door(r: &mut Read<'_>, number: i64) -> Result<Option<(AreaId, Option<BuildingId>)>, Fault> {
    r.row(sql::DOOR, params![number], |row| Ok((row.id(0)?, row.opt_id(1)?)))
}
