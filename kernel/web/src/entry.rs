//! Coming in and going out, for the pages that ask for a password or a slip.

use crate::cookies::Cookie;
use crate::{House, Trouble, Visit};
use axum::response::Response;
use lianxin_base::{Chance, PersonId, SeatId};
use lianxin_gate::{
    Limit, Login, Refusal, SessionToken, SlipCode, admit_wait, end, end_all, password, set_password, sign_in_wait,
};
use lianxin_store::{Fault, Stop};

/// Signs a seat in and sends it on to `next` (a path of this office, else home).
///
/// # Errors
/// A [`Refusal`] for [`crate::Fields::absorb`], or trouble of the database.
pub async fn sign_in(visit: &Visit, login: &str, password: &str, next: &str) -> Result<Response, Trouble> {
    let (limit, source) = (Limit::LOGIN_SOURCE, visit.source());
    visit.house.take(limit, &source.key(), source)?;
    let _turn = visit.house.hashing().acquire().await.map_err(|_| Fault::Busy("closing".into()))?;
    let (login, password) = (login.to_owned(), password.to_owned());
    let token = waiting(&visit.house, move |h| sign_in_wait(h.db(), h.limits(), &login, &password)).await?;
    Ok(welcome(visit, &token, next))
}

/// Lets a person in with the code on an entry slip. `form` is the form's token ([`crate::Fields::token`]).
///
/// # Errors
/// As [`sign_in`].
pub async fn admit(visit: &Visit, code: &str, form: Option<String>, next: &str) -> Result<Response, Trouble> {
    let (limit, source) = (Limit::SLIP, visit.source());
    visit.house.take(limit, &source.key(), source)?;
    let code = SlipCode::read(code).ok_or(Refusal::SlipUnknown)?;
    let (act, form) = (visit.act_id(), form.unwrap_or_default());
    let token = waiting(&visit.house, move |h| admit_wait(h.db(), h.keys(), &code, act, &form)).await?;
    Ok(welcome(visit, &token, next))
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

fn welcome(visit: &Visit, token: &SessionToken, next: &str) -> Response {
    visit.to_with(next, Cookie::Session.set(token.value(), visit.secure()))
}

fn farewell(visit: &Visit) -> Response {
    visit.to_with("/", Cookie::Session.clear(visit.secure()))
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
