//! 表格进出: workbooks come in, tried first; lists go out, with what they are for.

mod board;
mod job;
mod send;
mod take;

use board::{page, template};
use job::{enter, faults, forget, one, resume, stop};
use send::send;
use take::take;

use crate::{ADMIN, Office};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_gate::{Capability, Gate};
use lianxin_paper::{Import, ListKind};
use lianxin_web::{Fields, FileLimits, Route, Visit};

/// Taking workbooks in.
pub(crate) const IMPORT: Capability = Capability("office.import");
/// Taking lists out.
pub(crate) const EXPORT: Capability = Capability("office.export");
/// One workbook a form.
const FILES: FileLimits = FileLimits { count: 1, each: lianxin_paper::FILE };
/// Where it all is.
pub(crate) const URL: &str = "/sheets";

pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let with = || office.clone();
    let (page_of, send_of, one_of, template_of, take_of) = (with(), with(), with(), with(), with());
    vec![
        Route::get("/sheets", Gate::Can(IMPORT), move |v: Visit| page(page_of.clone(), v)),
        Route::post("/sheets", Gate::Can(IMPORT), move |v: Visit, f: Fields| send(send_of.clone(), v, f)).files(FILES),
        Route::get("/sheets/{job}", Gate::Can(IMPORT), move |v: Visit, p| one(one_of.clone(), v, p)),
        Route::get("/sheets/{job}/faults", Gate::Can(IMPORT), faults),
        Route::post("/sheets/{job}/enter", Gate::Can(IMPORT), enter),
        Route::post("/sheets/{job}/stop", Gate::Can(IMPORT), stop),
        Route::post("/sheets/{job}/resume", Gate::Can(IMPORT), resume),
        Route::post("/sheets/{job}/forget", Gate::Can(IMPORT), forget),
        Route::get("/sheets/template/{kind}", Gate::Can(IMPORT), move |v: Visit, p| {
            template(template_of.clone(), v, p)
        }),
        Route::post("/sheets/export", Gate::Can(EXPORT), move |v: Visit, f: Fields| take(take_of.clone(), v, f)),
    ]
}

/// The kinds somebody may take in: who sits where, and which organisations there are, is the administrator's.
fn kinds<'o>(office: &'o Office, visit: &Visit) -> Vec<&'o Import> {
    let rights = |i: &&Import| matches!(i.schema.kind, "areas" | "grids" | "organisations" | "seats");
    office.imports.iter().filter(|i| !rights(i) || visit.can(ADMIN)).collect()
}

/// The lists somebody may take out.
fn lists<'o>(office: &'o Office, visit: &Visit) -> Vec<&'o ListKind> {
    office.lists.iter().filter(|l| l.may.is_none_or(|may| visit.can(Capability(may)))).collect()
}

/// A workbook as an answer.
fn workbook(name: &str, bytes: Vec<u8>) -> Response {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let mut response = bytes.into_response();
    let said = format!("attachment; filename=\"sheet.xlsx\"; filename*=UTF-8''{}", crate::asked::word(name));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(KIND));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(said).unwrap_or(HeaderValue::from_static("attachment")));
    response
}
