//! The second step of signing in, for seats that run the machine, hold money, votes or exports: a code that an
//! authenticator shows, or one of the recovery codes on paper.

use crate::session::{self, SEAT_DAYS, SessionToken};
use crate::{Keys, Refusal, Six, SlipCode, Wait, sql, totp};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use lianxin_base::{Chance, DAY, MINUTE, Moment, PersonId, SECOND, SeatId};
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};

/// So long after it was first asked for, the second step may be set up later.
pub const GRACE_DAYS: i64 = 7;
/// Minutes in which the code must follow the password.
pub(crate) const PATIENCE: i64 = 10 * MINUTE;
const WRONG: i64 = 5;
const LOCKED: i64 = 15 * MINUTE;
const RECOVERY: usize = 8;

/// What a seat's secret follows from, together with the office's key: sixteen random bytes. Alone it opens nothing,
/// so it may travel through the form that sets the second step up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seed(String);

impl Seed {
    /// A new one.
    pub fn make(chance: &Chance) -> Self {
        Self(BASE64URL.encode(chance.bytes::<16>()))
    }
    /// Reads one back from a form.
    pub fn read(text: &str) -> Option<Self> {
        BASE64URL.decode(text).ok().filter(|b| b.len() == 16).map(|_| Self(text.to_owned()))
    }
    /// As it stands in the form.
    pub fn text(&self) -> &str {
        &self.0
    }
    /// The secret in letters and digits, for an authenticator without a camera.
    pub fn letters(&self, keys: &Keys, seat: SeatId) -> String {
        totp::base32(&keys.second(seat, &self.0))
    }
    /// What the QR holds. `label` names the account, `issuer` the office, both escaped for an address.
    pub fn uri(&self, keys: &Keys, seat: SeatId, issuer: &str, label: &str) -> String {
        format!("otpauth://totp/{issuer}:{label}?secret={}&issuer={issuer}", self.letters(keys, seat))
    }
}

/// How the second step of a seat stands.
#[derive(Clone, Debug)]
pub struct Second {
    pub(crate) asked_at: Moment,
    pub(crate) seed: Option<String>,
    /// Since when it is set up.
    pub since: Option<Moment>,
    step: i64,
    locked_until: Option<Moment>,
}

impl Second {
    /// Days left in which it may be set up later.
    pub fn days_left(&self, now: Moment) -> i64 {
        let left = self.asked_at.plus(GRACE_DAYS * DAY).since(now);
        (left + DAY - 1).div_euclid(DAY).max(0)
    }
}

/// How the second step of a seat stands; `None` if it was never asked for.
pub fn second(r: &mut Read<'_>, seat: SeatId) -> Result<Option<Second>, Fault> {
    r.row(sql::SECOND, params![seat], |row| {
        let (asked_at, seed, since) = (row.moment(0)?, row.opt_text(1)?, row.opt_moment(2)?);
        Ok(Second { asked_at, seed, since, step: row.int(3)?, locked_until: row.opt_moment(4)? })
    })
}

/// How many recovery codes are left.
pub fn recovery_left(r: &mut Read<'_>, seat: SeatId) -> Result<i64, Fault> {
    Ok(r.row(sql::RECOVERY_LEFT, params![seat], |row| row.int(0))?.unwrap_or(0))
}

/// Notes that the second step was asked for; the first time counts. Inside a `keep`.
pub(crate) fn asked(tx: &mut Tx<'_>, seat: SeatId) -> Result<Second, Fault> {
    let now = tx.now();
    tx.exec(sql::SECOND_ASKED, params![seat, now])?;
    second(tx, seat)?.ok_or_else(|| Fault::bug("a second step that was just asked for"))
}

/// Whether what was typed is the code of now or an unused recovery code. Inside a `keep`: both are used up by it.
fn opens(tx: &mut Tx<'_>, keys: &Keys, seat: SeatId, is: &Second, typed: &str) -> Result<bool, Fault> {
    let (Some(seed), now) = (&is.seed, tx.now()) else { return Ok(false) };
    if let Ok(six) = Six::read(typed) {
        let step = totp::fits(&keys.second(seat, seed), six.digits(), now, is.step);
        if let Some(step) = step {
            tx.exec(sql::SECOND_GOOD, params![seat, step])?;
        }
        return Ok(step.is_some());
    }
    let Some(code) = SlipCode::read(typed) else { return Ok(false) };
    Ok(tx.exec(sql::RECOVERY_USED, params![keys.recovery_hash(seat, code.plain()), seat])? > 0)
}

/// Checks a code of the seat; five wrong ones in a row, and it waits, also across a restart. Inside a `keep`; the
/// refusal is the value, because a refused closure would take back what it counted.
fn check(tx: &mut Tx<'_>, keys: &Keys, seat: SeatId, typed: &str) -> Result<Option<Refusal>, Fault> {
    let now = tx.now();
    let Some(is) = second(tx, seat)? else { return Ok(Some(Refusal::SecondWrong)) };
    if let Some(until) = is.locked_until.filter(|until| *until > now) {
        let seconds = u32::try_from(until.since(now) / SECOND + 1).unwrap_or(u32::MAX);
        return Ok(Some(Refusal::TooOften(Wait { seconds })));
    }
    if opens(tx, keys, seat, &is, typed)? {
        tx.exec(sql::SECOND_FREE, params![seat])?;
        return Ok(None);
    }
    tx.exec(sql::SECOND_WRONG, params![seat])?;
    tx.exec(sql::SECOND_LOCK, params![seat, now.plus(LOCKED), WRONG])?;
    Ok(Some(Refusal::SecondWrong))
}

/// Finishes a sign-in with the code: the waiting session ends and a whole one begins.
///
/// # Errors
/// [`Refusal::SecondWrong`], [`Refusal::TooOften`], or the database's trouble.
pub fn second_wait(
    db: &Db,
    keys: &Keys,
    waiting: &str,
    seat: SeatId,
    person: Option<PersonId>,
    typed: &str,
) -> Result<SessionToken, Stop> {
    let (keys, waiting, typed) = (keys.clone(), waiting.to_owned(), typed.to_owned());
    let token = SessionToken::make();
    let made = token.clone();
    let refused = db.keep_wait(move |tx| {
        let refused = check(tx, &keys, seat, &typed)?;
        if refused.is_none() {
            session::end(tx, &waiting)?;
            session::begin(tx, &made, person, Some(seat), SEAT_DAYS)?;
        }
        Ok(refused)
    })?;
    refused.map_or(Ok(token), |no| Err(no.into()))
}

/// What setting the second step up needs.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The seat.
    pub seat: SeatId,
    /// What the page's QR was made from.
    pub seed: Seed,
    /// The code the authenticator shows now.
    pub code: String,
    /// A code of the authenticator used so far, or a recovery code; only when one is replaced.
    pub old: String,
}

/// Sets a seat's second step up, and gives the recovery codes, which are shown once and stand nowhere.
///
/// # Errors
/// [`Refusal::SecondOld`] if one is replaced and its code is wrong, [`Refusal::SecondWrong`] if the new authenticator
/// shows another code, [`Refusal::TooOften`], or the database's trouble.
pub fn enrol_wait(db: &Db, keys: &Keys, new: &Enrolment) -> Result<Vec<SlipCode>, Stop> {
    // Always the operating system's chance: in the demo a seed would repeat the codes.
    let codes: Vec<SlipCode> = (0..RECOVERY).map(|_| SlipCode::make(&Chance::system())).collect();
    let (keys, new, made) = (keys.clone(), new.clone(), codes.clone());
    let refused = db.keep_wait(move |tx| enrol(tx, &keys, &new, &made))?;
    refused.map_or(Ok(codes), |no| Err(no.into()))
}

fn enrol(tx: &mut Tx<'_>, keys: &Keys, new: &Enrolment, codes: &[SlipCode]) -> Result<Option<Refusal>, Stop> {
    let (seat, now) = (new.seat, tx.now());
    let step = Six::read(&new.code).ok().and_then(|six| {
        let secret = keys.second(seat, new.seed.text());
        totp::fits(&secret, six.digits(), now, 0)
    });
    let Some(step) = step else { return Ok(Some(Refusal::SecondWrong)) };
    if asked(tx, seat)?.seed.is_some() {
        match check(tx, keys, seat, &new.old)? {
            Some(Refusal::SecondWrong) => return Ok(Some(Refusal::SecondOld)),
            Some(other) => return Ok(Some(other)),
            None => {}
        }
    }
    tx.exec(sql::SECOND_SET, params![seat, new.seed.text(), now, step])?;
    tx.exec(sql::RECOVERY_DROP, params![seat])?;
    for code in codes {
        tx.exec(sql::RECOVERY_NEW, params![keys.recovery_hash(seat, code.plain()), seat])?;
    }
    Ok(None)
}
