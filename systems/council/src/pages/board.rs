//! 公开栏: what was brought in everywhere, for everybody. Words only where a worker has let them be read.

use super::Address;
use super::desk::list::categories;
use crate::banner::pages::{Shown, happening, strip};
use crate::lists::{After, Line, Which, about, board, one, tallies};
use crate::once::{Mark, Once};
use crate::rules::{Category, Publicity};
use crate::search::{Where, search};
use crate::store::public_by_no;
use crate::texts::{L10nLanguage, t};
use crate::view::category_name;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Moment, PersonId};
use lianxin_register::find::{self, Terms};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Empty, Filters, Html, Link, Meta, Pick, Search, TabItem, Tabs, Tag, Text};
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
    /// A category.
    #[serde(default)]
    category: String,
    /// Where the page begins: `µs.id`.
    #[serde(default)]
    after: String,
    /// Words that are looked for.
    #[serde(default)]
    q: String,
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
    happening: Option<Html>,
}

struct Found {
    /// The compound asked for is one.
    there: bool,
    compounds: Vec<(String, String)>,
    lines: Vec<Line>,
    /// How many are open and how many are closed, where that is known.
    counts: [Option<i64>; 2],
    terms: Terms,
    /// What is happening there now.
    happening: Vec<Shown>,
    /// What was looked for had no word that is long enough.
    short: bool,
}

fn look(r: &mut Read<'_>, asked: &Asked, who: Reader) -> Result<Found, Fault> {
    let at = compound(r, &asked.area)?.map(|(id, _)| id);
    let compounds = find::all_compounds(r)?.into_iter().map(|a| (a.code, a.name)).collect();
    let which = match asked.which.as_str() {
        "open" => Which::Open,
        "done" => Which::Done,
        _ => Which::All,
    };
    let category = asked.about();
    let (lines, short) = match (asked.q.trim(), category) {
        ("", None) => (board(r, at, which, after(&asked.after), PAGE + 1)?, false),
        ("", Some(c)) => (about::board(r, c, at, which, after(&asked.after), PAGE as usize + 1)?, false),
        (q, _) => found(r, at, (which, category), q)?.map_or((Vec::new(), true), |lines| (lines, false)),
    };
    Ok(Found {
        there: at.is_some(),
        compounds,
        lines,
        counts: match category {
            Some(c) => about::counts(r, c, at)?,
            None => by_stage(&tallies(r, at.as_ref().map(std::slice::from_ref))?),
        },
        terms: find::house_terms(r)?,
        happening: happening_there(r, asked, at, who)?,
        short,
    })
}

impl Asked {
    /// The category that is asked for; what is none narrows nothing.
    fn about(&self) -> Option<Category> {
        self.category.parse().ok()
    }
}

/// The open and the closed of what is tallied.
fn by_stage(tallies: &[(String, i64)]) -> [Option<i64>; 2] {
    let sum = |closed: bool| tallies.iter().filter(|(s, _)| (s == "closed") == closed).map(|(_, n)| *n).sum::<i64>();
    [Some(sum(false)), Some(sum(true))]
}

/// Who reads the board, in which language, when.
type Reader = (Option<PersonId>, Lang, Moment);

/// What is happening, above the first page of the board.
fn happening_there(
    r: &mut Read<'_>,
    asked: &Asked,
    area: Option<AreaId>,
    (person, lang, now): Reader,
) -> Result<Vec<Shown>, Fault> {
    if asked.after.is_empty() && asked.q.is_empty() { happening(r, area, person, lang, now) } else { Ok(Vec::new()) }
}

/// So many of what is found are shown; whoever wants less adds a word.
const FOUND: usize = 20;
/// So many are looked through where only one category is wanted of them.
const FOUND_OF: usize = 100;

/// What is found by words, or by a number; `None`: no word is long enough.
fn found(
    r: &mut Read<'_>,
    area: Option<AreaId>,
    (which, category): (Which, Option<Category>),
    q: &str,
) -> Result<Option<Vec<Line>>, Fault> {
    let at = area.map_or(Where::Everywhere, Where::In);
    let fits = |l: &Line| {
        (which == Which::All || l.outcome.is_some() == (which == Which::Done))
            && category.is_none_or(|c| open_category(l) == c)
    };
    if let Some(m) = public_by_no(r, q)? {
        return Ok(Some(one(r, m.id)?.into_iter().filter(fits).collect()));
    }
    let reach = if category.is_some() { FOUND_OF } else { FOUND };
    let Some(all) = search(r, &at, q, reach)? else { return Ok(None) };
    let mut lines = Vec::new();
    for m in all {
        if lines.len() < FOUND {
            lines.extend(one(r, m.id)?.filter(fits));
        }
    }
    Ok(Some(lines))
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
    let who = (visit.person(), visit.lang, visit.now());
    // Drawn where it was read: two hundred small texts that one thread makes and another throws away cost both of them.
    visit.read(move |r| Ok(drawn(&own, &asked, look(r, &asked, who)?))).await
}

fn drawn(visit: &Visit, asked: &Asked, mut found: Found) -> Response {
    let more = found.lines.len() > PAGE as usize;
    found.lines.truncate(PAGE as usize);
    let t = t(visit.lang);
    let code = if found.there { asked.area.clone() } else { String::new() };
    let category = asked.about().map_or("", Category::name);
    let at = |which: &str, after: &str| address([&code, which, category, after, &asked.q]);
    let next =
        found.lines.last().filter(|_| more).map(|l| at(&asked.which, &format!("{}.{}", l.reported_at.micros(), l.id)));
    let happening = strip(visit.lang, visit.token(), std::mem::take(&mut found.happening));
    let mut once = Once::new(visit.lang, &found.terms, visit.now());
    let marks: Vec<Mark> = found.lines.iter().map(|l| once.mark(l, open_category(l))).collect();
    let items: Vec<Item<'_>> = found.lines.iter().zip(&marks).map(|(l, mark)| item(t, &once, l, mark)).collect();
    let view = View {
        t,
        happening,
        tabs: tabs(visit, &found, &asked.which, &at),
        filters: filters(visit, &found, &code, asked),
        empty: items.is_empty().then(|| nothing(visit.lang, asked, found.short)),
        items,
        next,
        feed: super::feed::address(&address([&code, "", category, "", ""])),
    };
    visit.page(&t.msg_board_title(), Kind::Phone).tab(Tab::Board).view(&view)
}

fn nothing(lang: Lang, asked: &Asked, short: bool) -> Empty<'static> {
    let t = t(lang);
    let (category, q) = (asked.about().map(|c| category_name(lang, c)), asked.q.trim());
    let text = match (q, category) {
        ("", None) => t.msg_board_empty(),
        ("", Some(category)) => t.msg_board_empty_category(category),
        _ if short => t.msg_search_short(),
        (_, Some(category)) => t.msg_search_nothing_category(category),
        (_, None) => t.msg_search_nothing(),
    };
    Empty { icon: Icon::Messages, text: text.into(), action: Some(Link::new("/report", t.msg_report_title())) }
}

/// The board's address: compound, tab, category, where the page begins, words.
pub(super) fn address(values: [&str; 5]) -> String {
    let mut parts = Vec::new();
    for (name, value) in ["area", "which", "category", "after", "q"].into_iter().zip(values) {
        if !value.is_empty() {
            parts.push(format!("{name}={}", super::encode(value)));
        }
    }
    if parts.is_empty() { "/board".into() } else { format!("/board?{}", parts.join("&")) }
}

fn tabs(visit: &Visit, found: &Found, which: &str, at: &dyn Fn(&str, &str) -> String) -> Tabs<'static> {
    let t = t(visit.lang);
    let [open, done] = found.counts;
    let tab = |label: String, name: &str, n: Option<i64>| TabItem {
        url: at(name, "").into(),
        label: label.into(),
        count: n.and_then(|n| u64::try_from(n).ok()),
        current: which == name,
    };
    let items = vec![
        tab(t.msg_board_all(), "", open.zip(done).map(|(open, done)| open + done)),
        tab(t.msg_board_open(), "open", open),
        tab(t.msg_board_done(), "done", done),
    ];
    Tabs { label: t.msg_board_tabs().into(), items }
}

fn filters(visit: &Visit, found: &Found, code: &str, asked: &Asked) -> Filters<'static> {
    let t = t(visit.lang);
    let mut items = vec![Choice::new("", t.msg_board_everywhere())];
    items.extend(found.compounds.iter().map(|(code, name)| Choice::new(code.clone(), name.clone())));
    let pick = Pick { name: "area".into(), label: t.msg_board_where().into(), items, value: code.to_owned().into() };
    let kept = if asked.which.is_empty() { Vec::new() } else { vec![("which".into(), asked.which.clone().into())] };
    let search = Search { name: "q".into(), example: t.msg_search_board().into(), value: asked.q.clone().into() };
    Filters {
        lang: visit.lang,
        action: "/board".into(),
        search: Some(search),
        picks: vec![pick, categories(visit.lang, asked.about().map_or("", Category::name))],
        ticks: Vec::new(),
        kept,
    }
}

/// What everybody may know it is about.
pub(crate) fn open_category(l: &Line) -> Category {
    if l.publicity == Publicity::Kept { Category::Other } else { l.category }
}

fn item<'a>(t: &L10nLanguage, once: &'a Once<'_>, l: &'a Line, mark: &Mark) -> Item<'a> {
    let (name, plain) = once.category(mark);
    // Where there is no title everybody may read, the category is the title.
    let (title, about) = match l.public_title.as_deref() {
        Some(title) if l.publicity == Publicity::Shown && title != plain => (title, name),
        _ => (plain, ""),
    };
    // How many live with the same says nothing about anybody.
    let joined = if l.joined > 0 { Text::from(t.msg_join_count(l.joined)) } else { Text::from("") };
    Item {
        url: Address(&l.no),
        title,
        meta: Meta::of([l.no.as_str().into(), about.into(), once.date(mark).into(), joined]),
        bridge: once.bridge(mark),
        holder: if l.outcome.is_some() { "" } else { &l.holder_name },
        tag: once.tag(mark),
    }
}
