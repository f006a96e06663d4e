//! The two things everybody may choose: how large, and in which language. A cookie each, no account.

use crate::cookies::Cookie;
use crate::shell::Size;
use crate::visit::local;
use crate::{Fields, Trouble, Visit};
use axum::http::HeaderMap;
use axum::http::header::REFERER;
use axum::response::Response;
use lianxin_base::Lang;

pub(crate) async fn size(visit: Visit, headers: HeaderMap, fields: Fields) -> Result<Response, Trouble> {
    let size = Size::from_name(fields.raw("size")).ok_or(Trouble::Unreadable)?;
    Ok(visit.to_with(back(&visit, &headers, &fields), [Cookie::Size.set(size.name(), visit.secure())]))
}

pub(crate) async fn lang(visit: Visit, headers: HeaderMap, fields: Fields) -> Result<Response, Trouble> {
    let lang = Lang::from_tag(fields.raw("lang")).ok_or(Trouble::Unreadable)?;
    Ok(visit.to_with(back(&visit, &headers, &fields), [Cookie::Lang.set(lang.tag(), visit.secure())]))
}

/// Where the form says, else the page it stood on, else home.
fn back<'a>(visit: &Visit, headers: &'a HeaderMap, fields: &'a Fields) -> &'a str {
    if fields.has("back") {
        return local(fields.raw("back"));
    }
    let referer = headers.get(REFERER).and_then(|v| v.to_str().ok()).unwrap_or("");
    referer.strip_prefix(visit.house.settings().origin.as_str()).map_or("/", local)
}
