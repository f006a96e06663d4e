//! Where a notice is written, seen by everybody, and looked after.

mod desk;
mod form;
mod one;

use super::store::{self, Notice};
use crate::caps;
use crate::needs::Needs;
use crate::words::Author;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::ActId;
use lianxin_gate::Gate;
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};
use lianxin_web::photos::PHOTOS;
use lianxin_web::{Route, Trouble, Visit};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;

pub(crate) use desk::{Sent, page_of};
pub(crate) use one::facts;

/// The routes of notices.
pub(crate) fn routes(needs: &Arc<dyn Needs>) -> Vec<Route> {
    let needs = Arc::clone(needs);
    let photo = |large| move |v: Visit, p: Path<(String, usize)>, h: HeaderMap| one::photo(large, v, p, h);
    vec![
        Route::get("/posting", Gate::Can(caps::POST), desk::list),
        Route::get("/posting/new", Gate::Can(caps::POST), move |v: Visit, q| form::fresh(Arc::clone(&needs), v, q)),
        Route::post("/posting", Gate::Can(caps::POST), form::send).files(PHOTOS),
        Route::get("/posting/{notice}", Gate::Can(caps::POST), desk::page),
        Route::get("/posting/{notice}/edit", Gate::Can(caps::POST), form::edit),
        Route::post("/posting/{notice}/edit", Gate::Can(caps::POST), form::send_edit),
        Route::get("/posting/{notice}/correct", Gate::Can(caps::POST), form::correcting),
        Route::post("/posting/{notice}/correct", Gate::Can(caps::POST), form::send_correct).files(PHOTOS),
        Route::post("/posting/{notice}/down", Gate::Can(caps::POST), desk::down),
        Route::get("/notice/{notice}", Gate::Anyone, one::page),
        Route::get("/notice/{notice}/photo/{n}/small", Gate::Anyone, photo(false)),
        Route::get("/notice/{notice}/photo/{n}/large", Gate::Anyone, photo(true)),
    ]
}

/// What stands as it is in one segment of a path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One segment of a path, or a value in an address.
pub(crate) fn encode(segment: &str) -> String {
    utf8_percent_encode(segment, SEGMENT).to_string()
}

/// The address of a notice.
pub(crate) fn url(id: ActId) -> String {
    format!("/notice/{id}")
}

/// The address of its desk.
pub(crate) fn desk_url(id: ActId) -> String {
    format!("/posting/{id}")
}

/// The address of a board.
pub(crate) fn board_url(code: &str) -> String {
    format!("/notice-board/{}", encode(code))
}

/// Who sends a form.
pub(crate) fn author(visit: &Visit) -> Author {
    Author { act: visit.act_id(), by: visit.by(), token: None, scope: visit.scope() }
}

/// On to the page that says what was done.
pub(crate) fn on(visit: &Visit, path: &str, said: &str) -> Response {
    visit.to(&format!("{path}?said={said}"))
}

/// A notice for its desk.
pub(crate) async fn own(visit: &Visit, text: &str) -> Result<Notice, Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    let n = visit.read(move |r| Ok(store::one(r, id)?)).await?.ok_or(Trouble::NotFound)?;
    if visit.scope().covers(n.area) { Ok(n) } else { Err(Trouble::NotFound) }
}

/// Whether whoever is here looks after the board a notice hangs on.
pub(crate) fn posts(visit: &Visit, n: &Notice) -> bool {
    visit.can(caps::POST) && visit.scope_for(caps::POST).covers(n.area)
}

/// A notice for everybody: from its first day on; before that for whoever posts it.
pub(crate) async fn seen(visit: &Visit, text: &str) -> Result<Notice, Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    let n = visit.read(move |r| Ok(store::one(r, id)?)).await?.ok_or(Trouble::NotFound)?;
    if n.from <= visit.now().day() || posts(visit, &n) { Ok(n) } else { Err(Trouble::NotFound) }
}

/// So many boards one desk looks after at once.
const BOARDS: usize = 60;

/// The places with a board that a scope covers.
pub(crate) fn boards(r: &mut Read<'_>, visit: &Visit) -> Result<Vec<AreaRow>, Fault> {
    let scope = visit.scope();
    let mut all = every_board(r, visit.now().day())?;
    all.retain(|a| scope.covers(a.id));
    all.truncate(BOARDS);
    Ok(all)
}

/// Every place that has a board.
pub(crate) fn every_board(r: &mut Read<'_>, on: lianxin_base::Day) -> Result<Vec<AreaRow>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?.into_iter().filter(|a| a.kind.is_place() && a.holds(on)));
    }
    Ok(all)
}

/// A place with a board, by its code or its id.
pub(crate) fn board(r: &mut Read<'_>, text: &str) -> Result<Option<AreaRow>, Fault> {
    let found = match text.parse() {
        Ok(id) => find::area(r, id)?,
        Err(_) => find::area_by_code(r, text)?,
    };
    Ok(found.filter(|a| a.kind.is_place()))
}
