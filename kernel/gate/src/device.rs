//! Phones and desks that somebody came in on before. Such a one has tries of its own: who guesses from elsewhere uses up
//! what strangers have, and the household comes in all the same.

use crate::session::ADMITTED_DAYS;
use crate::{own_code, sql};
use lianxin_base::{DAY, Day, PersonId, SeatId, UnitId};
use lianxin_store::{Fault, Read, Tx, params};
use std::fmt::Display;

/// Where somebody tries from.
#[derive(Clone, Debug, Default)]
pub struct Whence {
    /// Their address as limits count it; `None` where this machine does not count it.
    pub source: Option<String>,
    /// The phone or desk, as the database knows it by its token.
    pub device: Option<String>,
}

/// Whether somebody who belongs to a unit on a day came in on this device before.
pub fn knows_home(r: &mut Read<'_>, device: &str, unit: UnitId, on: Day) -> Result<bool, Fault> {
    for who in r.rows(sql::DEVICE_WHO, params![device], |row| row.text(0))? {
        let Ok(person) = who.parse::<PersonId>() else { continue };
        if own_code::units_of(r, person, on)?.contains(&unit) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anybody at all came in on this device before.
pub fn knows_anyone(r: &mut Read<'_>, device: &str) -> Result<bool, Fault> {
    Ok(r.row(sql::DEVICE_WHO, params![device], |row| row.text(0))?.is_some())
}

/// Whether a seat was signed in to on this device before.
pub(crate) fn knows_seat(r: &mut Read<'_>, device: &str, seat: SeatId) -> Result<bool, Fault> {
    let all = r.rows(sql::DEVICE_WHO, params![device], |row| row.text(0))?;
    Ok(all.iter().any(|who| *who == seat.to_string()))
}

/// Notes that a session has begun or goes on on this device. One that still waits for a code counts for nothing. Inside
/// a `keep`.
///
/// # Errors
/// The database's trouble.
pub fn remember(tx: &mut Tx<'_>, session: &str, device: &str) -> Result<(), Fault> {
    let now = tx.now();
    let who = tx.row(sql::SESSION, params![session, now], |row| {
        let (person, seat) = (row.opt_id::<PersonId>(0)?, row.opt_id::<SeatId>(1)?);
        let whole = row.opt_text(4)?.is_none();
        Ok(seat.map(|s| s.to_string()).or(person.map(|p| p.to_string())).filter(|_| whole))
    })?;
    if let Some(who) = who.flatten() {
        tx.exec(sql::DEVICE_NOTE, params![device, who, now])?;
        tx.exec(sql::DEVICE_PAST, params![now.plus(-ADMITTED_DAYS * DAY)])?;
    }
    Ok(())
}

/// Whoever it was is a stranger on every device from now on.
pub(crate) fn forget_devices(tx: &mut Tx<'_>, who: impl Display) -> Result<(), Fault> {
    tx.exec(sql::DEVICE_END, params![who.to_string()])?;
    Ok(())
}
