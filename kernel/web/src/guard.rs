//! Stands before every route: finds out who comes, and lets through whom the route's gate admits.

use crate::cookies::Cookie;
use crate::fields::FORM_LIMIT;
use crate::urlencoded::encode;
use crate::visit::{Inner, Reader};
use crate::{House, Source, Trouble, Visit, body, form, paper, urlencoded};
use axum::RequestExt as _;
use axum::extract::{RawPathParams, Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::ActId;
use lianxin_gate::{Capability, Gate, Limit, SessionToken, Signed, remember, seen, signed};
use std::sync::{Arc, OnceLock};

pub(crate) async fn guard(State((house, gate)): State<(House, Gate)>, mut request: Request, next: Next) -> Response {
    let visit = match begin(&house, gate, &mut request).await {
        Ok(visit) => visit,
        Err(Trouble::SignIn) if request.method() == Method::GET && !program(&house, &request) => {
            return to_login(&request);
        }
        Err(trouble) => {
            if matches!(trouble, Trouble::SeatEnded(_)) {
                keep_typed(request).await;
            }
            return trouble.into_response();
        }
    };
    let renewed = renewed(&visit, request.headers()).await;
    request.extensions_mut().insert(visit.clone());
    let mut response = paper::set(&visit, next.run(request).await).await;
    if !response.headers().contains_key(SET_COOKIE) {
        for cookie in renewed.into_iter().flatten() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response.extensions_mut().insert(visit);
    response
}

/// A form sent after the seat has ended is not taken; what was typed is kept for the answer, to be copied.
async fn keep_typed(request: Request) {
    let (parts, body) = request.into_parts();
    let Some(kept) = parts.extensions.get::<form::Kept>() else { return };
    let plain =
        parts.headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_none_or(|t| !t.starts_with("multipart/"));
    if !plain {
        return; // a form with files is long, and its files would have to be chosen again
    }
    if let Ok(bytes) = body::read(body, FORM_LIMIT).await
        && let Ok(pairs) = urlencoded::pairs(&bytes)
    {
        kept.put(&pairs, false);
    }
}

fn program(house: &House, request: &Request) -> bool {
    Reader::of(request.headers(), request.uri().path(), house.settings().origin.secure()).program
}

fn to_login(request: &Request) -> Response {
    let here = request.uri().path_and_query().map_or("/", |p| p.as_str());
    axum::response::Redirect::to(&format!("/login?next={}", encode(here))).into_response()
}

async fn begin(house: &House, gate: Gate, request: &mut Request) -> Result<Visit, Trouble> {
    let (headers, path) = (request.headers(), request.uri().path());
    let reader = Reader::of(headers, path, house.settings().origin.secure());
    let source = Source::of(headers, request.extensions(), &house.settings().proxies);
    let (waiting, signed) = match session(house, headers).await? {
        Some(signed) if signed.waits.is_some() => (Some(signed), None),
        signed => (None, signed),
    };
    let link = if gate == Gate::Link { Some(linked(house, request).await?) } else { None };
    let headers = request.headers();
    let inner = Inner {
        signed,
        waiting,
        gate,
        source,
        here: request.uri().path_and_query().map_or_else(|| "/".to_owned(), |p| p.as_str().to_owned()),
        fragment: fragment(request.headers()),
        program: reader.program,
        link,
        device: Cookie::Device.read(headers, house.settings().origin.secure()).and_then(SessionToken::read),
        token: OnceLock::new(),
    };
    let visit = Visit { lang: reader.lang, size: reader.size, house: house.clone(), inner: Arc::new(inner) };
    admit(&visit, gate)?;
    if request.method() == Method::POST {
        visit.take(Limit::FORM)?;
    }
    Ok(visit)
}

/// Only a session's cookie makes the store look; strangers cost it nothing here.
async fn session(house: &House, headers: &HeaderMap) -> Result<Option<Signed>, Trouble> {
    let cookie = Cookie::Session.read(headers, house.settings().origin.secure());
    let Some(token) = cookie.and_then(SessionToken::read) else { return Ok(None) };
    let (hash, now) = (token.hash(), house.now());
    let signed = house.db().read(move |r| Ok(signed(r, &hash, now)?)).await?;
    Ok(signed.map(|signed| signed.stepped(house.powers())))
}

fn admit(visit: &Visit, gate: Gate) -> Result<(), Trouble> {
    match gate {
        Gate::Anyone | Gate::Link => Ok(()),
        Gate::SignedIn | Gate::Can(_) if !visit.is_signed_in() => Err(Trouble::SignIn),
        Gate::SignedIn => Ok(()),
        Gate::Can(cap) if visit.can(cap) => Ok(()),
        Gate::Can(cap) => Err(ended(visit, cap).unwrap_or(Trouble::NotFound)),
    }
}

/// What was this visitor's page until their seat ended says whom to ask now; any other is no page for them.
fn ended(visit: &Visit, cap: Capability) -> Option<Trouble> {
    let seat = visit.inner.signed.as_ref()?.ended.as_ref()?;
    visit.house.powers().allow(seat.role, cap).then(|| Trouble::SeatEnded(Box::new(seat.clone())))
}

/// The act whose link this is; a wrong link reads like no page at all.
async fn linked(house: &House, request: &mut Request) -> Result<ActId, Trouble> {
    let params = request.extract_parts::<RawPathParams>().await.map_err(|_| Trouble::NotFound)?;
    let value = |name: &str| params.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_owned());
    let act = value("act").and_then(|act| act.parse::<ActId>().ok());
    match (act, value("link")) {
        (Some(act), Some(link)) if house.keys().opens(act, &link) => Ok(act),
        _ => Err(Trouble::NotFound),
    }
}

/// An element's id as our own pages write them.
fn fragment(headers: &HeaderMap) -> Option<String> {
    let id = headers.get("x-fragment")?.to_str().ok()?;
    let plain = (1..=80).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    plain.then(|| id.to_owned())
}

/// Once a day the session is noted as used and the phone as known, and their cookies are set anew for as long again.
async fn renewed(visit: &Visit, headers: &HeaderMap) -> Option<[axum::http::HeaderValue; 2]> {
    let signed = visit.inner.signed.as_ref().filter(|s| s.is_due(visit.now()))?;
    let (hash, days, device) = (signed.session.clone(), signed.days, visit.device());
    let known = device.hash();
    // If it fails the page is answered all the same, and the next one tries again.
    let noted = visit.house.db().keep(move |tx| {
        seen(tx, &hash, days)?;
        Ok(remember(tx, &hash, &known)?)
    });
    noted.await.ok()?;
    let token = Cookie::Session.read(headers, visit.secure())?;
    let cookie = |of: Cookie, value: &str| of.set(value, visit.secure());
    Some([cookie(Cookie::Session, token), cookie(Cookie::Device, device.value())])
}
