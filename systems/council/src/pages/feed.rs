//! 公开栏 as an Atom feed (RFC 4287): what stands on the board, for readers and for other sites.

use super::Address;
use super::board::{compound, open_category};
use crate::lists::{Line, Which, board};
use crate::say::outcome;
use crate::texts::{L10nLanguage, t};
use crate::view::{category_name, public_title, stage_name};
use askama::Template;
use axum::extract::Query;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Lang, Moment};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// So many matters, newest first.
const ENTRIES: i64 = 50;

/// Which compound.
#[derive(Deserialize, Default)]
pub struct Asked {
    /// Its code; empty for all.
    #[serde(default)]
    area: String,
}

#[derive(Template)]
#[template(path = "feed.xml")]
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
    published: String,
    updated: String,
    category: (&'static str, String),
    summary: String,
}

/// `GET /board/feed?area=CODE`
pub async fn feed(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let code = asked.area;
    let wanted = code.clone();
    let (place, lines) = visit
        .read(move |r| {
            let place = compound(r, &wanted)?;
            Ok((place.clone(), board(r, place.map(|(id, _)| id), Which::All, None, ENTRIES)?))
        })
        .await?;
    let (place, code) = match place {
        Some((_, name)) => (name, format!("?area={}", super::encode(&code))),
        None if code.is_empty() => (t.msg_board_everywhere(), String::new()),
        None => return Err(Trouble::NotFound),
    };
    let origin = visit.house.settings().origin.to_string();
    // An empty board has not moved yet.
    let newest = lines.iter().map(|l| l.moved_at).max().unwrap_or(Moment::from_micros(0));
    let view = View {
        t,
        lang,
        title: t.msg_feed_title(place),
        own: format!("{origin}/board/feed{code}"),
        board: format!("{origin}/board{code}"),
        updated: newest.rfc3339(),
        entries: lines.iter().map(|l| entry(lang, &origin, l)).collect(),
    };
    let text = view.render().unwrap_or_default();
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/atom+xml; charset=utf-8"))], text).into_response())
}

fn entry(lang: Lang, origin: &str, l: &Line) -> Entry {
    let category = open_category(l);
    let stands = match &l.outcome {
        Some(how) => outcome(lang, Some(how)),
        None => t(lang).msg_feed_stands(stage_name(lang, &l.stage), &l.holder_name),
    };
    Entry {
        title: public_title(lang, l),
        url: format!("{origin}{}", Address(&l.no)),
        published: l.reported_at.rfc3339(),
        updated: l.moved_at.rfc3339(),
        category: (category.name(), category_name(lang, category)),
        summary: t(lang).msg_feed_summary(&l.no, &l.area_name, stands),
    }
}
