//! Coming in and going out, for the pages that ask for a password, a slip, a code or a PIN.

use crate::cookies::Cookie;
use crate::urlencoded::encode;
use crate::{House, Trouble, Visit};
use axum::response::Response;
use lianxin_base::{Chance, PersonId, SeatId, UnitId};
use lianxin_gate::{
    Enrolment, Limit, Login, Next, Refusal, SessionToken, Signed, Six, SlipCode, Waits, Whence, admit_wait,
    come_back_wait, end, end_all, enrol_wait, knows_anyone, knows_home, pair_wait, password, remember, second_wait,
    set_code_wait, set_password, sign_in_on_wait, signed, unlock_wait,
};
use lianxin_store::{Fault, Stop};

/// Signs a seat in and sends it on to `next` (a path of this office, else home).
///
/// # Errors
/// A [`Refusal`] for [`crate::Fields::absorb`], or trouble of the database.
pub async fn sign_in(visit: &Visit, login: &str, password: &str, next: &str) -> Result<Response, Trouble> {
    visit.house.take(Limit::LOGIN_SOURCE, &key(visit).await?, visit.source())?;
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    let (login, password) = (login.to_owned(), password.to_owned());
    let device = visit.device();
    let known = device.hash();
    let work = move |h: &House| sign_in_on_wait(h.db(), h.limits(), h.powers(), (&login, &password), Some(&known));
    let done = waiting(&visit.house, work).await?;
    let leads = match done.next {
        Next::In => next.to_owned(),
        Next::Ask(_) | Next::Enrol => step(Waits::Enrol, next),
        Next::Code => step(Waits::Code, next),
    };
    welcome(visit, &done.token, &device, &leads).await
}

/// The page a session that is not whole leads to, and from there to `next`.
pub fn step(waits: Waits, next: &str) -> String {
    let page = match waits {
        Waits::Pin => "/pin",
        Waits::Code => "/login/code",
        Waits::Enrol => "/me/totp",
        Waits::Consent => "/consent",
    };
    format!("{page}?next={}", encode(next))
}

/// Finishes a sign-in with the code of the second step.
///
/// # Errors
/// As [`sign_in`]; [`Trouble::SignIn`] if no session waits for a code.
pub async fn second(visit: &Visit, code: &str, next: &str) -> Result<Response, Trouble> {
    let (signed, seat) = match visit.waiting() {
        Some((signed, Waits::Code)) => (signed.session.clone(), seat_of(signed)?),
        _ => return Err(Trouble::SignIn),
    };
    let (person, code) = (visit.waiting().and_then(|(s, _)| s.person), code.to_owned());
    let work = move |h: &House| second_wait(h.db(), h.keys(), &signed, seat, person, &code);
    let token = waiting(&visit.house, work).await?;
    welcome(visit, &token, &visit.device(), next).await
}

/// The seat a session was opened for: the first of it.
fn seat_of(signed: &Signed) -> Result<SeatId, Trouble> {
    signed.seats.first().map(|s| s.seat).ok_or(Trouble::SignIn)
}

/// The seat whose second step may be set up here: the one that is signed in, or that waits for just this.
///
/// # Errors
/// [`Trouble::SignIn`].
pub fn enrols(visit: &Visit) -> Result<SeatId, Trouble> {
    match visit.waiting() {
        Some((signed, Waits::Enrol)) => seat_of(signed),
        _ => visit.inner.signed.as_ref().map_or(Err(Trouble::SignIn), seat_of),
    }
}

/// Sets the second step up; gives the recovery codes, to be shown once. A session that waited for it is over: who
/// signs in anew needs the code already.
///
/// # Errors
/// As [`sign_in`].
pub async fn enrol(visit: &Visit, new: Enrolment) -> Result<Vec<SlipCode>, Trouble> {
    let codes = waiting(&visit.house, move |h| enrol_wait(h.db(), h.keys(), &new)).await?;
    if visit.waiting().is_some() {
        let session = visit.bound().to_owned();
        visit.keep(move |tx| Ok(end(tx, &session)?)).await?;
    }
    Ok(codes)
}

/// Lets somebody come back with the unit they live in and their own code.
///
/// # Errors
/// As [`sign_in`].
pub async fn come_back(visit: &Visit, unit: UnitId, code: &str, next: &str) -> Result<Response, Trouble> {
    let (code, device, on) = (Six::read(code)?, visit.device(), visit.now().day());
    let known = device.hash();
    // A phone that is known there is counted by itself: what others of its network use up is not its own.
    let at_home = visit.read(move |r| Ok(knows_home(r, &known, unit, on)?)).await?;
    let source = counted(visit, &if at_home { device.hash() } else { visit.source().key() })?;
    let whence = Whence { source, device: Some(device.hash()) };
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    let token = waiting(&visit.house, move |h| come_back_wait(h.db(), h.keys(), unit, &code, &whence)).await?;
    resident_in(visit, &token, &device, next).await
}

/// Sets the signed-in person's own code.
///
/// # Errors
/// As [`sign_in`]; [`Trouble::SignIn`] if no person is known.
pub async fn set_code(visit: &Visit, code: &str) -> Result<(), Trouble> {
    let (person, code) = (visit.person().ok_or(Trouble::SignIn)?, Six::chosen(code)?);
    visit.take_for(Limit::CODE_SET, &person.to_string())?;
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    waiting(&visit.house, move |h| set_code_wait(h.db(), h.keys(), person, &code)).await
}

/// Pairs this phone with the token of a QR and the PIN its owner chose. `form` is the form's token.
///
/// # Errors
/// As [`sign_in`].
pub async fn pair(
    visit: &Visit,
    token: &str,
    pin: &str,
    form: Option<String>,
    next: &str,
) -> Result<Response, Trouble> {
    counted(visit, &key(visit).await?)?;
    let token = SessionToken::read(token).ok_or(Refusal::PairingOver)?;
    let (pin, form) = (Six::chosen(pin)?, form.unwrap_or_default());
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    let session = waiting(&visit.house, move |h| pair_wait(h.db(), h.keys(), &token, &pin, &form)).await?;
    welcome(visit, &session, &visit.device(), next).await
}

/// Opens a resting staff phone with its PIN.
///
/// # Errors
/// As [`sign_in`]; [`Trouble::SignIn`] if no phone waits for one.
pub async fn unlock(visit: &Visit, pin: &str, next: &str) -> Result<Response, Trouble> {
    let session = match visit.waiting() {
        Some((signed, Waits::Pin)) => signed.session.clone(),
        _ => return Err(Trouble::SignIn),
    };
    let pin = Six::read(pin)?;
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    waiting(&visit.house, move |h| unlock_wait(h.db(), h.keys(), &session, &pin)).await?;
    Ok(visit.to(next))
}

/// What tries from here are counted by: a phone somebody came in on before by itself, everything else by its address.
/// A neighbour on the same network uses up what strangers there have.
async fn key(visit: &Visit) -> Result<String, Trouble> {
    let Some(device) = visit.inner.device.as_ref().map(SessionToken::hash) else { return Ok(visit.source().key()) };
    let asked = device.clone();
    let known = visit.read(move |r| Ok(knows_anyone(r, &asked)?)).await?;
    Ok(if known { device } else { visit.source().key() })
}

/// Counts one try by this key; the address's own for counts of the day, where this machine counts it at all.
fn counted(visit: &Visit, key: &str) -> Result<Option<String>, Trouble> {
    let source = visit.source();
    visit.house.take(Limit::CODE_SOURCE, key, source)?;
    Ok(visit.house.counts(source).then(|| source.key()))
}

/// Lets a person in with the code on an entry slip. `form` is the form's token ([`crate::Fields::token`]).
///
/// # Errors
/// As [`sign_in`].
pub async fn admit(visit: &Visit, code: &str, form: Option<String>, next: &str) -> Result<Response, Trouble> {
    visit.house.take(Limit::SLIP, &key(visit).await?, visit.source())?;
    let code = SlipCode::read(code).ok_or(Refusal::SlipUnknown)?;
    let (act, form) = (visit.act_id(), form.unwrap_or_default());
    let token = waiting(&visit.house, move |h| admit_wait(h.db(), h.keys(), &code, act, &form)).await?;
    resident_in(visit, &token, &visit.device(), next).await
}

/// Who has not agreed to the rules in force reads them before anything else.
async fn resident_in(
    visit: &Visit,
    token: &SessionToken,
    device: &SessionToken,
    next: &str,
) -> Result<Response, Trouble> {
    let (hash, now) = (token.hash(), visit.now());
    let waits = visit.read(move |r| Ok(signed(r, &hash, now)?.and_then(|s| s.waits))).await?;
    let leads = waits.map_or_else(|| next.to_owned(), |waits| step(waits, next));
    welcome(visit, token, device, &leads).await
}

/// Gives a seat its sign-in name with a new password and signs it out everywhere; the password is what comes back. It is
/// shown once and stored nowhere.
///
/// # Errors
/// A [`Refusal`] for [`crate::Fields::absorb`], or trouble of the database.
pub async fn new_password(
    visit: &Visit,
    login: &str,
    seat: SeatId,
    person: Option<PersonId>,
) -> Result<String, Trouble> {
    let login = Login::read(login)?;
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    waiting(&visit.house, move |h| {
        // Always the operating system's chance: what a seeded one gives could be told in advance.
        let secret = Chance::system();
        let plain = SlipCode::make(&secret).plain().to_lowercase();
        let hash = password::hash(&plain, &secret)?;
        h.db().keep_wait(move |tx| set_password(tx, &login, seat, person, &hash))?;
        Ok(plain)
    })
    .await
}

/// Signs this phone or desk out and leads home.
///
/// # Errors
/// Trouble of the database.
pub async fn sign_out(visit: &Visit) -> Result<Response, Trouble> {
    let session = visit.bound().to_owned();
    visit.keep(move |tx| Ok(end(tx, &session)?)).await?;
    Ok(farewell(visit))
}

/// Signs this person and their seats out everywhere and leads home.
///
/// # Errors
/// Trouble of the database.
pub async fn sign_out_everywhere(visit: &Visit) -> Result<Response, Trouble> {
    let (person, session) = (visit.person(), visit.bound().to_owned());
    let seats: Vec<SeatId> = visit.seats().iter().map(|s| s.seat).collect();
    visit
        .keep(move |tx| {
            end(tx, &session)?;
            Ok(end_all(tx, person, &seats)?)
        })
        .await?;
    Ok(farewell(visit))
}

/// In: the session's cookie, and the one that makes this phone known from now on.
async fn welcome(visit: &Visit, token: &SessionToken, device: &SessionToken, next: &str) -> Result<Response, Trouble> {
    let (session, known) = (token.hash(), device.hash());
    visit.keep(move |tx| Ok(remember(tx, &session, &known)?)).await?;
    let cookie = |of: Cookie, value: &str| of.set(value, visit.secure());
    Ok(visit.to_with(next, [cookie(Cookie::Session, token.value()), cookie(Cookie::Device, device.value())]))
}

/// Out; the phone stays known.
fn farewell(visit: &Visit) -> Response {
    visit.to_with("/", [Cookie::Session.clear(visit.secure())])
}

/// Work that waits for the database or hashes, on a thread that may.
async fn waiting<T, F>(house: &House, work: F) -> Result<T, Trouble>
where
    F: FnOnce(&House) -> Result<T, Stop> + Send + 'static,
    T: Send + 'static,
{
    let house = house.clone();
    #[expect(clippy::disallowed_methods, reason = "the web's own waiting work; it ends with the request")]
    let done = tokio::task::spawn_blocking(move || work(&house)).await;
    let done = done.map_err(|_| Fault::bug("signing in panicked"))?;
    done.map_err(|stop| match stop {
        Stop::Refused(refusal) => Trouble::Refused(refusal.into()),
        failed => failed.into(),
    })
}
