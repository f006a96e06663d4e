//! `/notice-board/{area}/feed`: a board as an Atom feed (RFC 4287).

use crate::notice::pages::{board, board_url, url};
use crate::notice::{Look, Notice, list};
use crate::say::{self, plain_day};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Lang};
use lianxin_web::{Feed, FeedEntry, Trouble, Visit};

/// So many, newest first.
const ENTRIES: i64 = 50;

fn entry(lang: Lang, origin: &str, n: &Notice) -> FeedEntry {
    FeedEntry {
        title: n.title.clone(),
        url: format!("{origin}{}", url(n.id)),
        published: None,
        updated: n.from.at(8, 0).max(n.posted),
        category: (n.section.name(), say::section(lang, n.section)),
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
    let here = format!("{origin}{}", board_url(&at.code));
    let feed = Feed {
        title: t.msg_board_of(at.name),
        own: format!("{here}/feed"),
        page: here,
        entries: notices.iter().map(|n| entry(lang, &origin, n)).collect(),
    };
    Ok(feed.answer(&visit))
}
