use crate::second::{self, Second};
use crate::session::{self, SEAT_DAYS, SessionToken};
use crate::{Limit, Limits, Powers, Refusal, Wait, device, password, sql};
use lianxin_base::{MINUTE, Moment, PersonId, SECOND, SeatId};
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};
use std::fmt;

/// After so many wrong passwords a name waits, even across a restart of the program.
const WRONG: i64 = 5;
const LOCKED: i64 = 15 * MINUTE;

/// A sign-in name: 2 to 40 characters without spaces, small letters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Login(String);

impl Login {
    /// Reads a name as typed.
    ///
    /// # Errors
    /// Empty, too short or long, or with a space or control character in it.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let name = typed.trim().to_lowercase();
        let fits = (2..=40).contains(&name.chars().count());
        if fits && !name.chars().any(|c| c.is_whitespace() || c.is_control()) {
            Ok(Self(name))
        } else {
            Err(Refusal::LoginShape)
        }
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a sign-in name opens.
pub(crate) struct Credential {
    hash: String,
    pub(crate) seat: SeatId,
    pub(crate) person: Option<PersonId>,
    locked_until: Option<Moment>,
    good_until: Option<Moment>,
}

pub(crate) fn credential(r: &mut Read<'_>, login: &str) -> Result<Option<Credential>, Fault> {
    r.row(sql::CREDENTIAL, params![login], |row| {
        let (locked_until, good_until) = (row.opt_moment(3)?, row.opt_moment(4)?);
        Ok(Credential { hash: row.text(0)?, seat: row.id(1)?, person: row.opt_id(2)?, locked_until, good_until })
    })
}

/// A password was right.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session that has begun.
    pub token: SessionToken,
    /// What comes next.
    pub next: Next,
}

/// What comes after a right password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    /// In.
    In,
    /// In, and the second step should be set up within so many days.
    Ask(i64),
    /// The session waits for the code of the second step.
    Code,
    /// The session waits until the second step is set up.
    Enrol,
}

/// Signs a seat in. Takes the tens of milliseconds a password needs, so it runs on a thread that may wait.
/// A name nobody has gets the same answers after the same work as one with a wrong password.
///
/// # Errors
/// [`Refusal::TooOften`], [`Refusal::WrongLogin`], [`Refusal::SeatEnded`] (told only to who knows the password),
/// or the database's trouble.
pub fn sign_in_wait(db: &Db, limits: &Limits, powers: &Powers, typed: &str, password: &str) -> Result<SignedIn, Stop> {
    sign_in_on_wait(db, limits, powers, (typed, password), None)
}

/// The same on a desk or phone that may be known: where this seat was signed in to before, tries are counted apart, so
/// that nobody who guesses from elsewhere locks its holder out.
///
/// # Errors
/// As [`sign_in_wait`].
pub fn sign_in_on_wait(
    db: &Db,
    limits: &Limits,
    powers: &Powers,
    (typed, password): (&str, &str),
    device: Option<&str>,
) -> Result<SignedIn, Stop> {
    let now = db.clock().now();
    let login = Login::read(typed).map_err(|_| Refusal::WrongLogin)?.0;
    let (asked, device) = (login.clone(), device.map(ToOwned::to_owned));
    let (found, known) = db.read_wait(move |r| {
        let found = credential(r, &asked)?;
        let known = match (&found, &device) {
            (Some(c), Some(device)) => device::knows_seat(r, device, c.seat)?.then(|| device.clone()),
            _ => None,
        };
        Ok((found, known))
    })?;
    let counted = known.as_ref().map_or_else(|| login.clone(), |device| format!("{login} {device}"));
    limits.take(Limit::LOGIN, &counted, now).map_err(Refusal::from)?;
    let fits = password::fits(password, found.as_ref().map(|c| c.hash.as_str()))
        && found.as_ref().and_then(|c| c.good_until).is_none_or(|until| now < until);
    let locked = found.as_ref().and_then(|c| c.locked_until).filter(|until| *until > now && known.is_none());
    if let Some(until) = locked {
        let seconds = u32::try_from(until.since(now) / SECOND + 1).unwrap_or(u32::MAX);
        return Err(Refusal::TooOften(Wait { seconds }).into());
    }
    let Some(found) = found.filter(|_| fits) else {
        if known.is_none() {
            db.keep_wait(move |tx| Ok(wrong(tx, &login)?))?;
        }
        return Err(Refusal::WrongLogin.into());
    };
    limits.forget(Limit::LOGIN, &counted);
    begin(db, powers, login, &found)
}

fn wrong(tx: &mut Tx<'_>, login: &str) -> Result<(), Fault> {
    let until = tx.now().plus(LOCKED);
    tx.exec(sql::CREDENTIAL_FAILED, params![login])?;
    tx.exec(sql::CREDENTIAL_LOCK, params![login, until, WRONG])?;
    Ok(())
}

fn begin(db: &Db, powers: &Powers, login: String, found: &Credential) -> Result<SignedIn, Stop> {
    let (seat, person) = (found.seat, found.person);
    let (token, powers) = (SessionToken::make(), powers.clone());
    let made = token.clone();
    let next = db.keep_wait(move |tx| {
        let now = tx.now();
        let seats = session::seats_today(tx, None, Some(seat), now.day())?;
        let Some(held) = seats.first() else { return Err(Refusal::SeatEnded.into()) };
        tx.exec(sql::CREDENTIAL_GOOD, params![login.as_str()])?;
        let is = second::second(tx, seat)?;
        let is = if powers.needs_second(held.role) { Some(second::asked(tx, seat)?) } else { is };
        let next = next(is.as_ref(), powers.needs_second(held.role), now);
        match next {
            Next::In | Next::Ask(_) => session::begin(tx, &made, person, Some(seat), SEAT_DAYS)?,
            Next::Code => session::begin_waiting(tx, &made, person, seat, true)?,
            Next::Enrol => session::begin_waiting(tx, &made, person, seat, false)?,
        }
        Ok(next)
    })?;
    Ok(SignedIn { token, next })
}

/// What follows: who has a second step takes it, who must have one is asked, and after the days of grace made to.
fn next(is: Option<&Second>, needed: bool, now: Moment) -> Next {
    match is {
        Some(is) if is.seed.is_some() => Next::Code,
        Some(is) if needed && is.days_left(now) > 0 => Next::Ask(is.days_left(now)),
        Some(_) if needed => Next::Enrol,
        _ => Next::In,
    }
}

/// The sign-in name of a seat, if it has one.
///
/// # Errors
/// The database's trouble.
pub fn login_of(r: &mut Read<'_>, seat: SeatId) -> Result<Option<String>, Fault> {
    r.row(sql::LOGIN_OF_SEAT, params![seat], |row| row.text(0))
}

/// Gives a seat its one sign-in name and password (a hash from [`password::hash`]) and signs it out everywhere;
/// inside a `keep`.
///
/// # Errors
/// [`Refusal::LoginTaken`] if another seat has the name.
pub fn set_password(
    tx: &mut Tx<'_>,
    login: &Login,
    seat: SeatId,
    person: Option<PersonId>,
    hash: &str,
) -> Result<(), Stop> {
    let holder = tx.row(sql::CREDENTIAL_SEAT, params![login.0.as_str()], |row| row.id::<SeatId>(0))?;
    if holder.is_some_and(|holder| holder != seat) {
        return Err(Refusal::LoginTaken.into());
    }
    tx.exec(sql::CREDENTIAL_DROP, params![seat, login.0.as_str()])?;
    tx.exec(sql::CREDENTIAL_SET, params![login.0.as_str(), seat, person, hash])?;
    tx.exec(sql::SESSION_END_SEAT, params![seat])?;
    Ok(())
}
