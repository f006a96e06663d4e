//! 表格进出: workbooks come in, tried first; lists go out, with what they are for.

mod board;
mod job;
mod send;
mod take;

pub(crate) use board::{page, template};
pub(crate) use job::{enter, faults, forget, one, resume, stop};
pub(crate) use send::send;
pub(crate) use take::take;

use crate::{ADMIN, Office};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_gate::Capability;
use lianxin_paper::Import;
use lianxin_web::{FileLimits, Visit};

/// Taking workbooks in.
pub(crate) const IMPORT: Capability = Capability("office.import");
/// Taking lists out.
pub(crate) const EXPORT: Capability = Capability("office.export");
/// One workbook a form.
pub(crate) const FILES: FileLimits = FileLimits { count: 1, each: lianxin_paper::FILE };
/// Where it all is.
pub(crate) const URL: &str = "/sheets";

/// The kinds somebody may take in: who sits where, and which organisations there are, is the administrator's.
fn kinds<'o>(office: &'o Office, visit: &Visit) -> Vec<&'o Import> {
    let rights = |i: &&Import| matches!(i.schema.kind, "organisations" | "seats");
    office.imports.iter().filter(|i| !rights(i) || visit.can(ADMIN)).collect()
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
