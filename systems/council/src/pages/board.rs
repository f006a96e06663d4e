//! 公开栏: what was brought in everywhere, for everybody. Words only where a worker has let them be read.

use super::Address;
use crate::lists::{After, Line, Which, board, tallies};
use crate::once::{Mark, Once};
use crate::rules::{Category, Publicity};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Moment};
use lianxin_register::find::{self, Terms};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Empty, Filters, Html, Link, Meta, Pick, TabItem, Tabs, Tag};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// So many a page.
const PAGE: i64 = 20;

/// What the address of the board may say.
#[derive(Deserialize, Default, Clone)]
pub struct Asked {
    /// A compound's code.
    #[serde(default)]
    area: String,
    /// `open`, `done`, or all.
    #[serde(default)]
    which: String,
    /// Where the page begins: `µs.id`.
    #[serde(default)]
    after: String,
}

struct Item<'a> {
    url: Address<'a>,
    title: &'a str,
    meta: Meta<'a>,
    bridge: &'a Html,
    holder: &'a str,
    tag: Option<&'a Tag<'static>>,
}

#[derive(Template)]
#[template(path = "board.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    tabs: Tabs<'static>,
    filters: Filters<'static>,
    items: Vec<Item<'a>>,
    empty: Option<Empty<'static>>,
    next: Option<String>,
    feed: String,
}

struct Found {
    area: Option<(AreaId, String)>,
    compounds: Vec<(String, String)>,
    lines: Vec<Line>,
    tallies: Vec<(String, i64)>,
    terms: Terms,
}

fn look(r: &mut Read<'_>, asked: &Asked) -> Result<Found, Fault> {
    let area = if asked.area.is_empty() { None } else { find::area_by_code(r, &asked.area)? };
    let area = area.map(|a| (a.id, a.code));
    let compounds = find::all_compounds(r)?.into_iter().map(|a| (a.code, a.name)).collect();
    let which = match asked.which.as_str() {
        "open" => Which::Open,
        "done" => Which::Done,
        _ => Which::All,
    };
    let at = area.as_ref().map(|(id, _)| *id);
    let lines = board(r, at, which, after(&asked.after), PAGE + 1)?;
    let tallies = tallies(r, at.as_ref().map(std::slice::from_ref))?;
    Ok(Found { area, compounds, lines, tallies, terms: find::house_terms(r)? })
}

/// The compound of a code, with its name.
pub(crate) fn compound(r: &mut Read<'_>, code: &str) -> Result<Option<(AreaId, String)>, Fault> {
    let area = if code.is_empty() { None } else { find::area_by_code(r, code)? };
    Ok(area.map(|a| (a.id, a.name)))
}

fn after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some((Moment::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// `GET /board`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let own = visit.clone();
    // Drawn where it was read: two hundred small texts that one thread makes and another throws away cost both of them.
    visit.read(move |r| Ok(drawn(&own, &asked, look(r, &asked)?))).await
}

fn drawn(visit: &Visit, asked: &Asked, mut found: Found) -> Response {
    let more = found.lines.len() > PAGE as usize;
    found.lines.truncate(PAGE as usize);
    let t = t(visit.lang);
    let code = found.area.as_ref().map_or("", |(_, code)| code).to_owned();
    let at = |which: &str, after: &str| address(&code, which, after);
    let next =
        found.lines.last().filter(|_| more).map(|l| at(&asked.which, &format!("{}.{}", l.reported_at.micros(), l.id)));
    let mut once = Once::new(visit.lang, &found.terms, visit.now());
    let marks: Vec<Mark> = found.lines.iter().map(|l| once.mark(l, open_category(l))).collect();
    let items: Vec<Item<'_>> = found.lines.iter().zip(&marks).map(|(l, mark)| item(&once, l, mark)).collect();
    let view = View {
        t,
        tabs: tabs(visit, &found, &asked.which, &at),
        filters: filters(visit, &found, &code, &asked.which),
        empty: items.is_empty().then(|| Empty {
            icon: Icon::Messages,
            text: t.msg_board_empty().into(),
            action: Some(Link::new("/report", t.msg_report_title())),
        }),
        items,
        next,
        feed: if code.is_empty() { "/board/feed".into() } else { format!("/board/feed?area={}", super::encode(&code)) },
    };
    visit.page(&t.msg_board_title(), Kind::Phone).tab(Tab::Board).view(&view)
}

fn address(area: &str, which: &str, after: &str) -> String {
    let mut parts = Vec::new();
    for (name, value) in [("area", area), ("which", which), ("after", after)] {
        if !value.is_empty() {
            parts.push(format!("{name}={}", super::encode(value)));
        }
    }
    if parts.is_empty() { "/board".into() } else { format!("/board?{}", parts.join("&")) }
}

fn tabs(visit: &Visit, found: &Found, which: &str, at: &dyn Fn(&str, &str) -> String) -> Tabs<'static> {
    let t = t(visit.lang);
    let sum =
        |closed: bool| found.tallies.iter().filter(|(s, _)| (s == "closed") == closed).map(|(_, n)| *n).sum::<i64>();
    let (open, done) = (sum(false), sum(true));
    let tab = |label: String, name: &str, n: i64| TabItem {
        url: at(name, "").into(),
        label: label.into(),
        count: u64::try_from(n).ok(),
        current: which == name,
    };
    let items = vec![
        tab(t.msg_board_all(), "", open + done),
        tab(t.msg_board_open(), "open", open),
        tab(t.msg_board_done(), "done", done),
    ];
    Tabs { label: t.msg_board_tabs().into(), items }
}

fn filters(visit: &Visit, found: &Found, code: &str, which: &str) -> Filters<'static> {
    let t = t(visit.lang);
    let mut items = vec![Choice::new("", t.msg_board_everywhere())];
    items.extend(found.compounds.iter().map(|(code, name)| Choice::new(code.clone(), name.clone())));
    let pick = Pick { name: "area".into(), label: t.msg_board_where().into(), items, value: code.to_owned().into() };
    let kept = if which.is_empty() { Vec::new() } else { vec![("which".into(), which.to_owned().into())] };
    Filters { lang: visit.lang, action: "/board".into(), search: None, picks: vec![pick], ticks: Vec::new(), kept }
}

/// What everybody may know it is about.
pub(crate) fn open_category(l: &Line) -> Category {
    if l.publicity == Publicity::Kept { Category::Other } else { l.category }
}

fn item<'a>(once: &'a Once<'_>, l: &'a Line, mark: &Mark) -> Item<'a> {
    let (name, plain) = once.category(mark);
    // Where there is no title everybody may read, the category is the title.
    let (title, about) = match l.public_title.as_deref() {
        Some(title) if l.publicity == Publicity::Shown && title != plain => (title, name),
        _ => (plain, ""),
    };
    Item {
        url: Address(&l.no),
        title,
        meta: Meta::of([l.no.as_str(), about, once.date(mark)]),
        bridge: once.bridge(mark),
        holder: if l.outcome.is_some() { "" } else { &l.holder_name },
        tag: once.tag(mark),
    }
}
