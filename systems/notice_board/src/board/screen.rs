//! `/notice-board/{area}/screen`: for the television in the hall. One sheet after the other in large type, anew by itself without a
//! script; a click or Enter anywhere on the sheet stops it. No sound, nothing moves.

use crate::needs::Needs;
use crate::notice::pages::{board, board_url};
use crate::notice::store;
use crate::say::{self, plain_day};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use lianxin_base::{Lang, Moment};
use lianxin_register::find::AreaRow;
use lianxin_store::{Fault, Read};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;
use std::sync::Arc;

/// So long a sheet stands, in seconds: time to read it aloud.
const SECONDS: u32 = 25;
/// So many of those in force go round: ten minutes.
const SHEETS: i64 = 24;
/// So much of the words fits.
const WORDS: usize = 160;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    n: usize,
    #[serde(default)]
    stop: String,
}

struct Slide {
    section: String,
    title: String,
    line: String,
    words: String,
}

#[derive(Template)]
#[template(path = "notice_screen.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    slide: Option<Slide>,
    at: String,
    stopped: bool,
    toggle: String,
    prev: String,
    next: String,
}

fn slides(r: &mut Read<'_>, needs: &dyn Needs, at: &AreaRow, lang: Lang, now: Moment) -> Result<Vec<Slide>, Fault> {
    let t = t(lang);
    let mut all: Vec<Slide> = Vec::new();
    for n in store::in_force(r, at.id, now.day(), SHEETS)? {
        let words = store::words(r, n.words_act)?.words;
        let cut: String = words.chars().take(WORDS).collect();
        let more = if words.chars().count() > WORDS { "……" } else { "" };
        all.push(Slide {
            section: say::section(lang, n.section),
            title: n.title.clone(),
            line: t.msg_screen_line(n.org_name.clone(), plain_day(lang, n.to)),
            words: format!("{cut}{more}"),
        });
    }
    let hung = needs.hung(r, at.id, lang, now)?.into_iter().map(|h| Slide {
        section: say::section(lang, h.section),
        title: h.title,
        line: h.line.join("　"),
        words: String::new(),
    });
    all.extend(hung);
    Ok(all)
}

/// `GET /notice-board/{area}/screen?n=&stop=`
pub(super) async fn page(
    needs: Arc<dyn Needs>,
    visit: Visit,
    Path(area): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let (lang, now) = (visit.lang, visit.now());
    let found = visit.read(move |r| {
        let Some(at) = board(r, &area)? else { return Ok(None) };
        Ok(Some((slides(r, &*needs, &at, lang, now)?, at)))
    });
    let (mut all, at) = found.await?.ok_or(Trouble::NotFound)?;
    let (t, count, stopped) = (t(lang), all.len().max(1), !asked.stop.is_empty());
    let n = asked.n % count;
    let here = |n: usize, stop: bool| {
        format!("{}/screen?n={}{}", board_url(&at.code), n % count, if stop { "&stop=1" } else { "" })
    };
    let view = View {
        t,
        title: t.msg_board_of(at.name.clone()),
        at: t.msg_screen_at(n + 1, count),
        slide: (n < all.len()).then(|| all.swap_remove(n)),
        stopped,
        toggle: here(n, !stopped),
        prev: here(n + count - 1, true),
        next: here(n + 1, true),
    };
    let name = view.title.clone();
    // A screen, no sheet: nothing of it is taken along.
    let mut page = visit.page(&name, Kind::Print).made().view(&view);
    if !stopped && let Ok(refresh) = HeaderValue::try_from(format!("{SECONDS}; url={}", here(n + 1, false))) {
        page.headers_mut().insert(REFRESH, refresh);
    }
    Ok(page)
}
