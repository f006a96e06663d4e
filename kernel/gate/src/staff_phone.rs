//! The phones of field staff: the office shows a QR once, the phone is remembered, a PIN opens it after a rest.

use crate::session::{self, SessionToken};
use crate::{Keys, Refusal, Role, Six, password, sql};
use lianxin_base::{HOUR, MINUTE, Moment, OrgId, SeatId};
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};

/// How long the QR is good.
pub const PAIRING_MINUTES: i64 = 10;
/// How long a paired phone is remembered without being used, in days.
pub const PHONE_DAYS: i64 = 90;
/// After so long a rest the PIN is asked: in the morning, and after a long break, not before every job.
pub const PIN_REST: i64 = 4 * HOUR;
/// After so many wrong PINs in a row the phone is forgotten.
pub const PIN_WRONG: i64 = 5;

/// Shows a seat's QR: the token goes into its link. A QR shown earlier for the seat is good no longer; inside a `keep`.
///
/// # Errors
/// [`Refusal::NotField`] if the seat is none of field staff, or has ended.
pub fn pairing(tx: &mut Tx<'_>, token: &SessionToken, seat: SeatId) -> Result<Moment, Stop> {
    let now = tx.now();
    field_seat(tx, seat, now)?.ok_or(Refusal::NotField)?;
    let expires = now.plus(PAIRING_MINUTES * MINUTE);
    tx.exec(sql::PAIRING_DROP, params![seat, now])?;
    tx.exec(sql::PAIRING_NEW, params![token.hash(), seat, expires])?;
    Ok(expires)
}

/// A seat of field staff today, as a phone page calls it: its title and its organisation's name.
fn field_seat(r: &mut Read<'_>, seat: SeatId, now: Moment) -> Result<Option<(String, String)>, Fault> {
    let row = r.row(sql::SEAT, params![seat, now.day()], |row| Ok((row.text(2)?, row.opt_text(4)?, row.text(5)?)))?;
    let Some((role, title, org)) = row else { return Ok(None) };
    let role = role.parse::<Role>().ok().filter(|role| role.is_field());
    Ok(role.map(|_| (title.unwrap_or_default(), org)))
}

struct Pairing {
    seat: SeatId,
    expires: Moment,
    form: Option<String>,
}

fn found(r: &mut Read<'_>, hash: &str) -> Result<Option<Pairing>, Fault> {
    r.row(sql::PAIRING, params![hash], |row| {
        Ok(Pairing { seat: row.id(0)?, expires: row.moment(1)?, form: row.opt_text(2)? })
    })
}

/// Whose phone a QR pairs: the seat's title and organisation. `None`: it was used, is past, or was never made.
pub fn pairing_for(r: &mut Read<'_>, hash: &str, now: Moment) -> Result<Option<(String, String)>, Fault> {
    match found(r, hash)? {
        Some(p) if p.form.is_none() && p.expires > now => field_seat(r, p.seat, now),
        _ => Ok(None),
    }
}

/// Pairs this phone: takes the QR's token and the PIN its owner chose. The same form sent twice pairs it once.
/// It hashes, so it runs on a thread that may wait.
///
/// # Errors
/// [`Refusal::PairingOver`], or the database's trouble.
pub fn pair_wait(db: &Db, keys: &Keys, token: &SessionToken, pin: &Six, form: &str) -> Result<SessionToken, Stop> {
    let (id, form) = (token.hash(), form.to_owned());
    let hash = password::hashed(&keys.phone_pin(&id, pin.digits()), &db.chance().bytes::<16>());
    let session = SessionToken::make();
    let made = session.clone();
    db.keep_wait(move |tx| {
        let now = tx.now();
        let open = |p: &Pairing| p.expires > now && p.form.as_ref().is_none_or(|f| *f == form);
        let pairing = found(tx, &id)?.filter(open).ok_or(Refusal::PairingOver)?;
        field_seat(tx, pairing.seat, now)?.ok_or(Refusal::PairingOver)?;
        if let Some(before) = tx.row(sql::PHONE_SESSION, params![&id], |row| row.text(0))? {
            session::end(tx, &before)?;
        }
        let person = tx.row(sql::SEAT_PERSON, params![pairing.seat], |row| row.opt_id(0))?.flatten();
        session::begin_phone(tx, &made, person, pairing.seat)?;
        tx.exec(sql::PAIRING_USED, params![&id, &form])?;
        tx.exec(sql::PHONE_SET, params![&id, pairing.seat, made.hash(), &hash, now])?;
        Ok(())
    })?;
    Ok(session)
}

/// Opens a resting phone with its PIN. It hashes, so it runs on a thread that may wait.
///
/// # Errors
/// [`Refusal::PinWrong`] with the tries left, [`Refusal::PhoneEnded`] after the last, or the database's trouble.
pub fn unlock_wait(db: &Db, keys: &Keys, session: &str, pin: &Six) -> Result<(), Stop> {
    let asked = session.to_owned();
    let row = db.read_wait(move |r| {
        let phone = r.row(sql::PHONE_PIN, params![&asked], |row| Ok((row.text(0)?, row.text(1)?)))?;
        Ok(phone)
    })?;
    let (id, hash) = row.ok_or(Refusal::PhoneEnded)?;
    let fits = password::fits(&keys.phone_pin(&id, pin.digits()), Some(&hash));
    let session = session.to_owned();
    let left = db.keep_wait(move |tx| {
        if fits {
            tx.exec(sql::PHONE_RIGHT, params![&id])?;
            session::seen(tx, &session, PHONE_DAYS)?;
            return Ok(None);
        }
        tx.exec(sql::PHONE_WRONG, params![&id])?;
        let wrong = tx.row(sql::PHONE_TRIES, params![&id], |row| row.int(0))?.unwrap_or(PIN_WRONG);
        if wrong >= PIN_WRONG {
            forget(tx, &id)?;
        }
        Ok(Some(PIN_WRONG - wrong))
    })?;
    match left {
        None => Ok(()),
        Some(left) if left > 0 => Err(Refusal::PinWrong(u32::try_from(left).unwrap_or(1)).into()),
        Some(_) => Err(Refusal::PhoneEnded.into()),
    }
}

/// A paired phone, for the office's list.
#[derive(Clone, Debug)]
pub struct PhoneRow {
    /// The phone.
    pub id: String,
    /// Its seat.
    pub seat: SeatId,
    /// Since when.
    pub paired_at: Moment,
    /// When it was last used.
    pub seen: Moment,
}

/// The paired phones of an organisation's seats, the newest first.
pub fn phones(r: &mut Read<'_>, org: OrgId, now: Moment) -> Result<Vec<PhoneRow>, Fault> {
    r.rows(sql::PHONES_OF_ORG, params![org, now], |row| {
        Ok(PhoneRow { id: row.text(0)?, seat: row.id(1)?, paired_at: row.moment(2)?, seen: row.moment(3)? })
    })
}

/// The seat of a paired phone.
pub fn phone_seat(r: &mut Read<'_>, id: &str) -> Result<Option<SeatId>, Fault> {
    r.row(sql::PHONE_SEAT, params![id], |row| row.id(0))
}

/// Forgets a paired phone at once; inside a `keep`.
pub fn forget(tx: &mut Tx<'_>, id: &str) -> Result<(), Fault> {
    if let Some(session) = tx.row(sql::PHONE_SESSION, params![id], |row| row.text(0))? {
        session::end(tx, &session)?;
    }
    tx.exec(sql::PHONE_END, params![id])?;
    Ok(())
}
