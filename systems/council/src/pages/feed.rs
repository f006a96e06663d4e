//! 公开栏 as an Atom feed (RFC 4287): what stands on the board, for readers and for other sites.

use super::Address;
use super::board::{compound, open_category};
use crate::lists::{Line, Which, board};
use crate::say::outcome;
use crate::texts::t;
use crate::view::{category_name, public_title, stage_name};
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_web::{Feed, FeedEntry, Trouble, Visit};
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
    let feed = Feed {
        title: t.msg_feed_title(place),
        own: format!("{origin}/board/feed{code}"),
        page: format!("{origin}/board{code}"),
        entries: lines.iter().map(|l| entry(lang, &origin, l)).collect(),
    };
    Ok(feed.answer(&visit))
}

fn entry(lang: Lang, origin: &str, l: &Line) -> FeedEntry {
    let category = open_category(l);
    let stands = match &l.outcome {
        Some(how) => outcome(lang, Some(how)),
        None => t(lang).msg_feed_stands(stage_name(lang, &l.stage), &l.holder_name),
    };
    FeedEntry {
        title: public_title(lang, l),
        url: format!("{origin}{}", Address(&l.no)),
        published: Some(l.reported_at),
        updated: l.moved_at,
        category: (category.name(), category_name(lang, category)),
        summary: t(lang).msg_feed_summary(&l.no, &l.area_name, stands),
    }
}
