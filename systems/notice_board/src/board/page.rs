//! `/notice-board/{area}`: the board of an area, by section and year; what other systems' acts hang out stands first.

use crate::caps;
use crate::needs::{Hung, Needs};
use crate::notice::pages::{board, board_url, encode, url};
use crate::notice::{Look, Notice, list};
use crate::say::{self, date};
use crate::texts::{L10nLanguage, t};
use crate::words::{Section, Sheet};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Day, Lang, Moment};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Empty, Filters, Pick, Row, Rows, TabItem, Tabs};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;
use std::sync::Arc;

/// So many a page.
const PAGE: i64 = 20;
/// The archive is offered for so many years.
const YEARS: i32 = 5;

/// What the address says.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Asked {
    /// A section.
    #[serde(default)]
    section: String,
    /// A year.
    #[serde(default)]
    year: String,
    /// Where the page begins: `day.id`.
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "board.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    lead: String,
    tabs: Tabs<'static>,
    filters: Filters<'static>,
    hung: Option<Rows<'static>>,
    rows: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
    next: Option<String>,
    feed: String,
    screen: String,
    above: Option<(String, String)>,
    matters: String,
    posting: bool,
}

struct Found {
    at: AreaRow,
    hung: Vec<Hung>,
    notices: Vec<Notice>,
    above: Option<AreaRow>,
}

fn after(text: &str) -> Option<(Day, String)> {
    let (day, id) = text.split_once('.')?;
    Some((day.parse().ok()?, id.to_owned()))
}

/// The first and the last day that are looked at.
fn span(year: &str, today: Day) -> (Day, Day) {
    let bounds = year.parse::<i32>().ok().and_then(|y| Day::ymd(y, 1, 1).zip(Day::ymd(y, 12, 31)));
    match bounds {
        Some((first, last)) => (first, last.min(today)),
        None => (Day::from_number(0), today),
    }
}

fn look(
    r: &mut Read<'_>,
    needs: &dyn Needs,
    code: &str,
    asked: &Asked,
    now: (Lang, Moment),
) -> Result<Option<Found>, Fault> {
    let Some(at) = board(r, code)? else { return Ok(None) };
    let (lang, now) = now;
    let section: Option<Section> = asked.section.parse().ok();
    let (from, to) = span(&asked.year, now.day());
    let first = asked.after.is_empty() && asked.year.is_empty();
    let mut hung = if first { needs.hung(r, at.id, lang, now)? } else { Vec::new() };
    hung.retain(|h| section.is_none_or(|s| s == h.section));
    let wanted = Look { area: at.id, section, from, to, after: after(&asked.after), n: PAGE + 1 };
    let notices = list(r, &wanted)?;
    let above = find::ancestors(r, at.id)?.into_iter().find(|a| a.kind.is_place());
    Ok(Some(Found { at, hung, notices, above }))
}

/// `GET /notice-board/{area}`
pub(super) async fn page(
    needs: Arc<dyn Needs>,
    visit: Visit,
    Path(area): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let own = visit.clone();
    // Drawn where it was read, as the board of matters is.
    let page = visit.read(move |r| {
        let found = look(r, &*needs, &area, &asked, (own.lang, own.now()))?;
        Ok(found.map(|found| drawn(&own, &asked, found)))
    });
    page.await?.ok_or(Trouble::NotFound)
}

/// The address of a board, narrowed.
fn address(code: &str, section: &str, year: &str, after: &str) -> String {
    let mut parts = Vec::new();
    for (name, value) in [("section", section), ("year", year), ("after", after)] {
        if !value.is_empty() {
            parts.push(format!("{name}={}", encode(value)));
        }
    }
    let at = board_url(code);
    if parts.is_empty() { at } else { format!("{at}?{}", parts.join("&")) }
}

fn drawn(visit: &Visit, asked: &Asked, mut found: Found) -> Response {
    let more = found.notices.len() > PAGE as usize;
    found.notices.truncate(PAGE as usize);
    let (lang, t, now, code) = (visit.lang, t(visit.lang), visit.now(), found.at.code.clone());
    let last = found.notices.last().filter(|_| more);
    let next = last.map(|n| address(&code, &asked.section, &asked.year, &format!("{}.{}", n.from, n.id)));
    let hung: Vec<Row<'static>> = found.hung.into_iter().map(|h| drawn_from(lang, h, now)).collect();
    let rows: Vec<Row<'static>> = found.notices.iter().map(|n| row(lang, n, now)).collect();
    let nothing = rows.is_empty() && hung.is_empty();
    let rows_of = |items: Vec<Row<'static>>| (!items.is_empty()).then_some(Rows { items });
    let title = t.msg_board_of(found.at.name.clone());
    let view = View {
        t,
        back: Back::new("/notice-board", t.msg_boards()),
        title: title.clone(),
        lead: t.msg_board_lead(),
        tabs: tabs(lang, &code, asked),
        filters: years(lang, &code, asked, now.day()),
        hung: rows_of(hung),
        rows: rows_of(rows),
        empty: nothing.then(|| Empty { icon: Icon::Speakerphone, text: t.msg_board_empty().into(), action: None }),
        next,
        feed: format!("{}/feed", board_url(&code)),
        screen: format!("{}/screen", board_url(&code)),
        above: found.above.map(|a| (board_url(&a.code), t.msg_board_of(a.name))),
        matters: format!("/board?area={}", encode(&code)),
        posting: visit.can(caps::POST),
    };
    visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view)
}

fn drawn_from(lang: Lang, h: Hung, now: Moment) -> Row<'static> {
    let line = [say::section(lang, h.section), date(lang, h.from, now)].into_iter().chain(h.line);
    Row::to(h.url, h.title).icon(Icon::FileText).line(line)
}

fn row(lang: Lang, n: &Notice, now: Moment) -> Row<'static> {
    let span = t(lang).msg_fact_span(date(lang, n.from, now), date(lang, n.to, now));
    let icon = match n.sheet {
        Sheet::News => Icon::Camera,
        Sheet::Week => Icon::CalendarEvent,
        Sheet::Notice => Icon::Speakerphone,
    };
    let line = [say::section(lang, n.section), span];
    Row::to(url(n.id), n.title.clone()).icon(icon).line(line).tag(say::tag(lang, n.standing(now.day())))
}

fn tabs(lang: Lang, code: &str, asked: &Asked) -> Tabs<'static> {
    let t = t(lang);
    let tab = |label: String, name: &str| TabItem {
        url: address(code, name, &asked.year, "").into(),
        label: label.into(),
        count: None,
        current: asked.section == name,
    };
    let sections = Section::ALL.iter().map(|s| tab(say::section(lang, *s), s.name()));
    let items = std::iter::once(tab(t.msg_section_all(), "")).chain(sections).collect();
    Tabs { label: t.msg_section().into(), items }
}

fn years(lang: Lang, code: &str, asked: &Asked, today: Day) -> Filters<'static> {
    let t = t(lang);
    let mut items = vec![Choice::new("", t.msg_year_all())];
    items.extend((0..YEARS).map(|n| (today.year() - n).to_string()).map(|y| Choice::new(y.clone(), t.msg_year(y))));
    let pick = Pick { name: "year".into(), label: t.msg_year_pick().into(), items, value: asked.year.clone().into() };
    let kept =
        if asked.section.is_empty() { Vec::new() } else { vec![("section".into(), asked.section.clone().into())] };
    Filters { lang, action: board_url(code).into(), search: None, picks: vec![pick], ticks: Vec::new(), kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_looked_at_up_to_today() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let today = day("2026-06-18");
        for (year, from, to) in [
            ("", "1970-01-01", "2026-06-18"),
            ("2025", "2025-01-01", "2025-12-31"),
            ("2026", "2026-01-01", "2026-06-18"),
            ("none", "1970-01-01", "2026-06-18"),
            ("99999", "1970-01-01", "2026-06-18"),
        ] {
            assert_eq!(span(year, today), (day(from), day(to)), "{year}");
        }
        assert_eq!(after("2026-06-18.x"), Some((today, "x".to_owned())));
        assert_eq!((after("x"), after("x.y")), (None, None));
    }
}
