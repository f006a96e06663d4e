//! Where votes are listed, called, seen by everybody and run.

pub(crate) mod asked;
pub(crate) mod call;
mod desk;
mod list;
pub(crate) mod one;

pub(crate) use call::moment;
pub(crate) use one::strip;

use super::store::{self, Vote};
use crate::caps;
use crate::words::Author;
use axum::response::Response;
use lianxin_base::ActId;
use lianxin_gate::{Capability, Gate};
use lianxin_web::{Route, Trouble, Visit};

/// The routes of votes.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes", Gate::Anyone, list::page),
        Route::get("/votes/new", Gate::Can(caps::CONVENE), call::form),
        Route::post("/votes", Gate::Can(caps::CONVENE), call::send),
        Route::get("/votes/{vote}", Gate::Anyone, one::page),
        Route::get("/votes/{vote}/desk", Gate::Can(caps::CONVENE), desk::page),
        Route::post("/votes/{vote}/open", Gate::Can(caps::CONVENE), desk::open_now),
        Route::post("/votes/{vote}/off", Gate::Can(caps::CONVENE), desk::off),
        Route::post("/votes/{vote}/count", Gate::Can(caps::CONVENE), desk::count_now),
    ]
}

/// The address of a vote.
pub(crate) fn url(id: ActId) -> String {
    format!("/votes/{id}")
}

/// The address of one of its pages.
pub(crate) fn under(id: ActId, page: &str) -> String {
    format!("/votes/{id}/{page}")
}

/// Who sends a form.
pub(crate) fn author(visit: &Visit) -> Author {
    Author { act: visit.act_id(), by: visit.by(), token: None, scope: visit.scope() }
}

/// A vote for a page everybody has.
pub(crate) async fn any(visit: &Visit, text: &str) -> Result<Vote, Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    visit.read(move |r| Ok(store::one(r, id)?)).await?.ok_or(Trouble::NotFound)
}

/// A vote for a page of a seat with a capability, in a compound it looks after.
pub(crate) async fn own(visit: &Visit, text: &str) -> Result<Vote, Trouble> {
    let v = any(visit, text).await?;
    if visit.scope().covers(v.area) { Ok(v) } else { Err(Trouble::NotFound) }
}

/// Whether a seat of theirs has a capability where a vote is.
pub(crate) fn can(visit: &Visit, cap: Capability, v: &Vote) -> bool {
    visit.can(cap) && visit.scope_for(cap).covers(v.area)
}

/// On to the page that says what was done.
pub(crate) fn on(visit: &Visit, path: &str, said: &str) -> Response {
    visit.to(&format!("{path}?said={said}"))
}
