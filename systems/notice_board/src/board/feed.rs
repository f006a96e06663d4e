//! `/notice-board/{area}/feed`: a board as an Atom feed (RFC 4287).

use crate::notice::pages::{board, board_url, url};
use crate::notice::{Look, Notice, list};
use crate::say::{self, plain_day};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Day, Lang, Moment};
use lianxin_web::{Trouble, Visit};

/// So many, newest first.
const ENTRIES: i64 = 50;

#[derive(Template)]
#[template(path = "notices.xml")]
struct View {
    t: &'static L10nLanguage,
    lang: Lang,
    title: String,
    own: String,
    board: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    title: String,
    url: String,
    updated: String,
    term: &'static str,
    label: String,
    summary: String,
}

fn entry(lang: Lang, origin: &str, n: &Notice) -> Entry {
    Entry {
        title: n.title.clone(),
        url: format!("{origin}{}", url(n.id)),
        updated: n.from.at(8, 0).max(n.posted).rfc3339(),
        term: n.section.name(),
        label: say::section(lang, n.section),
        summary: t(lang).msg_feed_summary(n.org_name.clone(), plain_day(lang, n.from), plain_day(lang, n.to)),
    }
}

/// `GET /notice-board/{area}/feed`
pub(super) async fn page(visit: Visit, Path(area): Path<String>) -> Result<Response, Trouble> {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let found = visit.read(move |r| {
        let Some(at) = board(r, &area)? else { return Ok(None) };
        let all = Look { area: at.id, section: None, from: Day::from_number(0), to: today, after: None, n: ENTRIES };
        Ok(Some((list(r, &all)?, at)))
    });
    let (notices, at) = found.await?.ok_or(Trouble::NotFound)?;
    let origin = visit.house.settings().origin.to_string();
    let newest = notices.iter().map(|n| n.from.at(8, 0).max(n.posted)).max().unwrap_or(Moment::from_micros(0));
    let here = format!("{origin}{}", board_url(&at.code));
    let view = View {
        t,
        lang,
        title: t.msg_board_of(at.name),
        own: format!("{here}/feed"),
        board: here,
        updated: newest.rfc3339(),
        entries: notices.iter().map(|n| entry(lang, &origin, n)).collect(),
    };
    let text = view.render().unwrap_or_default();
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/atom+xml; charset=utf-8"))], text).into_response())
}
