//! 交接: ending a seat opens a list of what is to be handed over; who takes it looks at each line and accepts.

pub(crate) mod acts;
mod moves;
mod notice;
mod open;
mod page;
pub(crate) mod sheet;
pub(crate) mod store;

pub(crate) use notice::notices;
pub(crate) use store::{concerns, of_seat};

use crate::Office;
use crate::caps::SEATS;
use axum::extract::Path;
use lianxin_base::HandoverId;
use lianxin_gate::Gate;
use lianxin_web::{Fields, Route, Visit};

/// The address of a hand-over.
pub(crate) fn url(id: HandoverId) -> String {
    format!("/handovers/{id}")
}

/// The pages and forms of hand-overs. Who leaves may have no seat any more, so their pages ask for a person only.
pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let (form, send) = (office.clone(), office.clone());
    let (one, sheet) = (office.clone(), office.clone());
    let (item, check, all) = (office.clone(), office.clone(), office.clone());
    let (successor, accept) = (office.clone(), office.clone());
    let (seats, own) = (Gate::Can(SEATS), Gate::SignedIn);
    type Id = Path<String>;
    vec![
        Route::get("/seats/{seat}/end", seats, move |v: Visit, p: Id| open::form(form.clone(), v, p)),
        Route::post("/seats/{seat}/end", seats, move |v: Visit, p: Id, f: Fields| open::send(send.clone(), v, p, f)),
        Route::get("/handovers", own, page::list),
        Route::get("/handovers/{handover}", own, move |v: Visit, p: Id| page::one(one.clone(), v, p)),
        Route::get("/handovers/{handover}/sheet", own, move |v: Visit, p: Id| sheet::page(sheet.clone(), v, p)),
        Route::post("/handovers/{handover}/item", own, move |v: Visit, p: Id, f: Fields| {
            moves::item(item.clone(), v, p, f)
        }),
        Route::post("/handovers/{handover}/check", own, move |v: Visit, p: Id, f: Fields| {
            moves::check(check.clone(), v, p, f)
        }),
        Route::post("/handovers/{handover}/matters", own, move |v: Visit, p: Id, f: Fields| {
            moves::matters(all.clone(), v, p, f)
        }),
        Route::post("/handovers/{handover}/successor", own, move |v: Visit, p: Id, f: Fields| {
            moves::successor(successor.clone(), v, p, f)
        }),
        Route::post("/handovers/{handover}/accept", own, move |v: Visit, p: Id, f: Fields| {
            moves::accept(accept.clone(), v, p, f)
        }),
    ]
}
