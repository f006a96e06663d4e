//! 公开栏 as an Atom feed (RFC 4287): what stands on the board, for readers and for other sites.

use super::Address;
use super::board::{address as narrowed, compound, open_category};
use crate::lists::{Line, Which, about, board};
use crate::rules::Category;
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

/// Which compound, and what about.
#[derive(Deserialize, Default)]
pub struct Asked {
    /// Its code; empty for all.
    #[serde(default)]
    area: String,
    /// The category; empty for all.
    #[serde(default)]
    category: String,
}

/// The address of the feed of a board at this address.
pub(super) fn address(board: &str) -> String {
    board.replacen("/board", "/board/feed", 1)
}

/// `GET /board/feed?area=CODE&category=NAME`
pub async fn feed(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let (code, category) = (asked.area, asked.category.parse::<Category>().ok());
    if category.is_none() && !asked.category.is_empty() {
        return Err(Trouble::NotFound);
    }
    let wanted = code.clone();
    let (place, lines) = visit
        .read(move |r| {
            let place = compound(r, &wanted)?;
            let at = place.as_ref().map(|(id, _)| *id);
            let lines = match category {
                Some(category) => about::board(r, category, at, Which::All, None, ENTRIES as usize)?,
                None => board(r, at, Which::All, None, ENTRIES)?,
            };
            Ok((place, lines))
        })
        .await?;
    let place = match place {
        Some((_, name)) => name,
        None if code.is_empty() => t.msg_board_everywhere(),
        None => return Err(Trouble::NotFound),
    };
    let place = category.map_or(place.clone(), |c| t.msg_feed_about(place, category_name(lang, c)));
    let page = narrowed([&code, "", category.map_or("", Category::name), "", ""]);
    let origin = visit.house.settings().origin.to_string();
    let feed = Feed {
        title: t.msg_feed_title(place),
        own: format!("{origin}{}", address(&page)),
        page: format!("{origin}{page}"),
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
