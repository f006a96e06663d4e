//! The two forms that the press sets: the PDF for the printer and the archive, and the long picture for the group.

use super::Made;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_paper::press::{self, Paper};
use lianxin_web::photos::bytes_of;
use lianxin_web::{Trouble, Visit, paper};

/// For the printer and the archive.
pub(super) async fn pdf(visit: &Visit, m: &Made) -> Result<Response, Trouble> {
    let set = paper::pdf(visit, &[set(visit, m).await?]).await?;
    Ok(answer(m, set, press::PDF, "pdf"))
}

/// For the group, where a file would not be opened.
pub(super) async fn png(visit: &Visit, m: &Made) -> Result<Response, Trouble> {
    let set = paper::png(visit, set(visit, m).await?).await?;
    Ok(answer(m, set, press::PNG, "png"))
}

async fn set<'a>(visit: &Visit, m: &'a Made) -> Result<Paper<'a>, Trouble> {
    let second = match m.second {
        Some(photo) => Some(bytes_of(&visit.house, photo.large).await?),
        None => None,
    };
    Ok(Paper::new(&m.doc).second(second.as_deref()).note(visit.demo_note()))
}

fn answer(m: &Made, bytes: Vec<u8>, kind: &'static str, end: &str) -> Response {
    let name = HeaderValue::try_from(format!("inline; filename=\"notice-{}.{end}\"", m.n.from));
    let name = name.unwrap_or(HeaderValue::from_static("inline"));
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CONTENT_DISPOSITION, name)], bytes).into_response()
}
