//! Coming back on another phone: where one lives, and one's own six digits.

use crate::session::{self, ADMITTED_DAYS, SessionToken};
use crate::tries::Try;
use crate::{Keys, Refusal, Six, Whence, password, sql};
use lianxin_base::{Day, PersonId, UnitId};
use lianxin_register::find;
use lianxin_store::{Db, Fault, Read, Stop, params};

/// The units somebody belongs to on a day, each once: what they may name at the door.
pub fn units_of(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<UnitId>, Fault> {
    let mut units = Vec::new();
    for relation in find::relations(r, person, on)? {
        let home = relation.household.map(|h| find::household(r, h)).transpose()?.flatten();
        units.extend(relation.unit.or(home.map(|h| h.unit)));
    }
    units.sort_unstable();
    units.dedup();
    Ok(units)
}

/// Whether somebody has a code of their own.
pub fn has_code(r: &mut Read<'_>, person: PersonId) -> Result<bool, Fault> {
    Ok(r.row(sql::CODE_OF, params![person], |row| row.text(0))?.is_some())
}

/// The code with the office's key, hashed with a salt that follows from the unit: one hash a try, however many live
/// there, and a stolen database without the key lets nobody try.
fn hashed(keys: &Keys, unit: UnitId, code: &Six) -> String {
    password::hashed(&keys.own_code(code.digits()), &keys.unit_salt(unit))
}

/// Sets somebody's own code for every unit they belong to. It hashes, so it runs on a thread that may wait.
///
/// # Errors
/// [`Refusal::Child`], [`Refusal::CodeNoHome`], [`Refusal::CodeTaken`] if somebody of the unit has the same, or the database's trouble.
pub fn set_code_wait(db: &Db, keys: &Keys, person: PersonId, code: &Six) -> Result<(), Stop> {
    let today = db.clock().now().day();
    let (units, child) = db.read_wait(move |r| Ok((units_of(r, person, today)?, find::is_child(r, person)?)))?;
    if child {
        return Err(Refusal::Child.into());
    }
    if units.is_empty() {
        return Err(Refusal::CodeNoHome.into());
    }
    let rows: Vec<(UnitId, String)> = units.into_iter().map(|unit| (unit, hashed(keys, unit, code))).collect();
    db.keep_wait(move |tx| {
        let now = tx.now();
        for (unit, hash) in &rows {
            let holder = tx.row(sql::CODE_HOLDER, params![unit, hash], |row| row.id::<PersonId>(0))?;
            if holder.is_some_and(|holder| holder != person) {
                return Err(Refusal::CodeTaken.into());
            }
        }
        tx.exec(sql::CODE_DROP, params![person])?;
        for (unit, hash) in &rows {
            tx.exec(sql::CODE_SET, params![person, unit, hash, now])?;
        }
        Ok(())
    })
}

/// Lets somebody come back with their unit and their own code. Wrong tries count where they come from.
/// A unit where nobody has a code answers like a wrong one, after the same work.
///
/// # Errors
/// [`Refusal::DayOver`], [`Refusal::CodeWrong`], [`Refusal::Child`] (told only to who knows the code), or the database's
/// trouble.
pub fn come_back_wait(db: &Db, keys: &Keys, unit: UnitId, code: &Six, whence: &Whence) -> Result<SessionToken, Stop> {
    let day = db.clock().now().day();
    let attempt = Try { whence: whence.clone(), unit, day };
    let asked = attempt.clone();
    if db.read_wait(move |r| Ok(asked.is_over(r)?))? {
        return Err(Refusal::DayOver.into());
    }
    let hash = hashed(keys, unit, code);
    let found = db.read_wait(move |r| Ok(resident(r, unit, &hash, day)?))?;
    let Some(person) = found else {
        db.keep_wait(move |tx| Ok(attempt.was_wrong(tx)?))?;
        return Err(Refusal::CodeWrong.into());
    };
    if db.read_wait(move |r| Ok(find::is_child(r, person)?))? {
        return Err(Refusal::Child.into());
    }
    let token = SessionToken::make();
    let made = token.clone();
    db.keep_wait(move |tx| Ok(session::begin(tx, &made, Some(person), None, ADMITTED_DAYS)?))?;
    Ok(token)
}

/// Whose code it is, if they still belong to the unit.
fn resident(r: &mut Read<'_>, unit: UnitId, hash: &str, on: Day) -> Result<Option<PersonId>, Fault> {
    let holder = r.row(sql::CODE_HOLDER, params![unit, hash], |row| row.id::<PersonId>(0))?;
    match holder {
        Some(person) if units_of(r, person, on)?.contains(&unit) => Ok(Some(person)),
        _ => Ok(None),
    }
}
