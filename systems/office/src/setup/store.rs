//! The SQL of setting an office up.

use super::acts::{Imprint, Situation};
use lianxin_base::{AreaId, Moment};
use lianxin_store::{Fault, Read, Tx, params};

const IMPRINT_SET: &str = "INSERT INTO office_imprint(area, operator, contact, phone, kept_at, filing) \
    VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT(area) DO UPDATE SET operator = excluded.operator, \
    contact = excluded.contact, phone = excluded.phone, kept_at = excluded.kept_at, filing = excluded.filing";
const IMPRINT: &str = "SELECT operator, contact, phone, kept_at, filing FROM office_imprint ORDER BY area LIMIT 1";
const REACH_SET: &str = "INSERT INTO office_reach(origin, area, situation, at) VALUES($1, $2, $3, $4) \
    ON CONFLICT(origin) DO UPDATE SET area = excluded.area, situation = excluded.situation, at = excluded.at";
const REACH: &str = "SELECT situation, at FROM office_reach WHERE origin = $1";
const SOME_UNIT: &str = "SELECT id FROM register_unit LIMIT 1";
const TWO_SEATS: &str = "SELECT id FROM register_seat WHERE until IS NULL ORDER BY id LIMIT 2";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("imprint_set", IMPRINT_SET),
    ("imprint", IMPRINT),
    ("reach_set", REACH_SET),
    ("reach", REACH),
    ("some_unit", SOME_UNIT),
    ("two_seats", TWO_SEATS),
];

pub(super) fn set_imprint(tx: &mut Tx<'_>, area: AreaId, i: &Imprint) -> Result<(), Fault> {
    let values = params![area, &i.operator, &i.contact, &i.phone, &i.kept_at, i.filing.clone()];
    tx.exec(IMPRINT_SET, values).map(drop)
}

pub(super) fn set_reach(tx: &mut Tx<'_>, area: AreaId, origin: &str, situation: &str, at: Moment) -> Result<(), Fault> {
    tx.exec(REACH_SET, params![origin, area, situation, at]).map(drop)
}

/// Who runs this office, if it was said.
pub(crate) fn imprint(r: &mut Read<'_>) -> Result<Option<Imprint>, Fault> {
    r.row(IMPRINT, &[], |row| {
        Ok(Imprint {
            operator: row.text(0)?,
            contact: row.text(1)?,
            phone: row.text(2)?,
            kept_at: row.text(3)?,
            filing: row.opt_text(4)?,
        })
    })
}

/// How far an address is known to carry, and since when.
pub(crate) fn reach(r: &mut Read<'_>, origin: &str) -> Result<Option<(Situation, Moment)>, Fault> {
    let found = r.row(REACH, params![origin], |row| Ok((row.text(0)?, row.moment(1)?)))?;
    Ok(found.and_then(|(name, at)| Some((Situation::from_name(&name)?, at))))
}

/// Whether any home is in the register.
pub(super) fn has_units(r: &mut Read<'_>) -> Result<bool, Fault> {
    Ok(r.row(SOME_UNIT, &[], |row| row.text(0))?.is_some())
}

/// Whether anybody besides the machine's administrator has a seat.
pub(super) fn has_colleagues(r: &mut Read<'_>) -> Result<bool, Fault> {
    Ok(r.rows(TWO_SEATS, &[], |row| row.text(0))?.len() > 1)
}
