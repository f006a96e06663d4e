//! `/path/map`: steps and moves with how often and how long, the walks most taken, where it comes back, month by month.

use super::ask::{Asked, Far, Ground, before, filters, ground};
use super::chart::{ARCS, Line as Arc, Station, chart};
use super::words::{mv, step, walk};
use crate::course::flow;
use crate::pages::encode;
use crate::say::span;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Moment};
use lianxin_path::map::{LEAST, MonthSum, MoveSum};
use lianxin_path::sums::{Month, Sums, begins, by, month, plus};
use lianxin_path::{Back as Leads, Map};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Empty, Filters, Html};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use serde_json::{Value, json};

/// So many walks are told.
const WALKS: usize = 10;
/// What is counted of a month, as an address names it.
pub(super) const WHATS: [&str; 4] = ["begun", "ended", "back", "handed"];

/// The sums of these areas as they stood just before a moment.
pub(super) fn sums(
    r: &mut Read<'_>,
    areas: &[AreaId],
    from: Month,
    (until, now): (Moment, Moment),
) -> Result<Sums, Fault> {
    let mut all = Sums::default();
    for area in areas {
        all.add(by(r, *area, &flow().name, from, until, now)?);
    }
    Ok(all)
}

/// A figure, and where what it is made of is listed; nowhere if it is nought or of too few.
struct Cell {
    text: String,
    url: String,
}

struct Step {
    name: String,
    n: Cell,
    median: String,
    measured: String,
}

struct Move {
    from: String,
    by: String,
    to: String,
    n: Cell,
    handed: Cell,
    back: String,
}

#[derive(Template)]
#[template(path = "path_map.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    of: String,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    drawn: Html,
    undrawn: Option<String>,
    steps: Vec<Step>,
    moves: Vec<Move>,
    few: Option<String>,
    backs: Vec<Move>,
    walks: Vec<(String, Cell)>,
    months: Vec<(String, [Cell; 4])>,
}

/// `GET /path/map?area=&months=&on=`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let until = before(on, now);
    let from = plus(month(until.plus(-1)), 1 - asked.months());
    let (scope, area) = (visit.scope(), asked.area.clone());
    let (ground, sums): (Ground, Sums) = visit
        .read(move |r| {
            let ground = ground(r, &scope, &area)?;
            let sums = sums(r, &ground.areas, from, (until, now))?;
            Ok((ground, sums))
        })
        .await?;
    let map = Map::of(&sums, flow());
    let kept = format!("{}&months={}", asked.kept(on), asked.months());
    let shown: Vec<&MoveSum> = map.moves.iter().filter(|m| m.count.n >= LEAST).collect();
    let few = map.moves.len() - shown.len();
    let (drawn, undrawn) = draw(lang, &map, &shown);
    let first = begins(from).map_or_else(String::new, |day| day.to_string());
    let view = View {
        t,
        back: Back::new(format!("/path?{}", asked.kept(on)), t.msg_path_title()),
        of: t.msg_path_map_of(first, on.to_string(), map.begun, map.ended),
        filters: filters(&visit, &asked, &ground, "/path/map", &Far::Months),
        empty: (map.begun < LEAST).then(|| Empty {
            icon: Icon::Route,
            text: t.msg_path_map_empty(LEAST).into(),
            action: None,
        }),
        drawn,
        undrawn: (undrawn > 0).then(|| t.msg_path_undrawn(undrawn)),
        steps: map.steps.iter().filter(|s| s.n >= LEAST).map(|s| step_row(lang, &kept, s)).collect(),
        moves: shown.iter().map(|m| move_row(lang, &kept, m)).collect(),
        few: (few > 0).then(|| t.msg_path_few(LEAST, few)),
        backs: shown
            .iter()
            .filter(|m| m.back.is_some_and(|b| b != Leads::Resume))
            .map(|m| move_row(lang, &kept, m))
            .collect(),
        walks: walks(lang, &kept, &map),
        months: months(t, &kept, &map),
    };
    Ok(visit.page(&t.msg_path_map_title(), Kind::Desk).view(&view))
}

/// How often, opening what it is made of; of fewer than five only that there were some.
fn cell(t: &L10nLanguage, n: i64, url: String) -> Cell {
    match n {
        0 => Cell { text: "0".into(), url: String::new() },
        n if n < LEAST => Cell { text: t.msg_path_week_few(LEAST), url: String::new() },
        n => Cell { text: n.to_string(), url },
    }
}

/// A row a month, and one of them all.
fn months(t: &L10nLanguage, kept: &str, map: &Map) -> Vec<(String, [Cell; 4])> {
    let row = |name: String, month: &str, m: &MonthSum| {
        let one = |what: &str, n: i64| cell(t, n, format!("/path/rows?{kept}{month}&what={what}"));
        let [begun, ended, back, handed] = WHATS;
        (name, [one(begun, m.begun), one(ended, m.ended), one(back, m.back), one(handed, m.handed)])
    };
    let mut all = MonthSum::default();
    let mut rows = Vec::new();
    for m in &map.months {
        let name = format!("{}-{:02}", m.month / 100, m.month % 100);
        let month = format!("&month={name}");
        rows.push(row(name, &month, m));
        all.begun += m.begun;
        all.ended += m.ended;
        all.back += m.back;
        all.handed += m.handed;
    }
    rows.push(row(t.msg_path_months_all(), "", &all));
    rows
}

fn walks(lang: Lang, kept: &str, map: &Map) -> Vec<(String, Cell)> {
    let told = map.walks.iter().filter(|(_, n)| *n >= LEAST).take(WALKS);
    let url = |name: &str| format!("/path/rows?{kept}&walk={}", encode(name));
    told.map(|(name, n)| (walk(lang, name), Cell { text: t(lang).msg_path_n(*n), url: url(name) })).collect()
}

fn step_row(lang: Lang, kept: &str, s: &lianxin_path::map::StepSum) -> Step {
    let t = t(lang);
    Step {
        name: step(lang, &s.step),
        n: Cell { text: s.n.to_string(), url: format!("/path/rows?{kept}&from={}", encode(&s.step)) },
        median: s.median.map_or_else(String::new, |m| span(lang, m)),
        measured: if s.median.is_some() { t.msg_path_measured(s.measured) } else { t.msg_path_not_measured(LEAST) },
    }
}

fn move_row(lang: Lang, kept: &str, m: &MoveSum) -> Move {
    let t = t(lang);
    let (from, by, to) = (encode(&m.arc.from), encode(&m.arc.mv), encode(&m.arc.to));
    let url = format!("/path/rows?{kept}&from={from}&by={by}&to={to}");
    Move {
        from: step(lang, &m.arc.from),
        by: mv(lang, &m.arc.mv),
        to: step(lang, &m.arc.to),
        handed: cell(t, m.count.handed, format!("{url}&what=handed")),
        n: Cell { text: m.count.n.to_string(), url },
        back: match m.back {
            Some(Leads::Rework) => t.msg_path_rework(),
            Some(Leads::Wrong) => t.msg_path_bounced(),
            _ => String::new(),
        },
    }
}

/// The drawing of steps that were gone through, and the ends; and how many moves it has no place for.
fn draw(lang: Lang, map: &Map, shown: &[&MoveSum]) -> (Html, usize) {
    let t = t(lang);
    let ends = flow().steps.iter().filter(|s| s.closed).map(|s| s.name.text.as_str());
    let names: Vec<&str> = map.steps.iter().map(|s| s.step.as_str()).chain(ends).collect();
    let used = |name: &&str| shown.iter().any(|m| m.arc.from == **name || m.arc.to == **name);
    let names: Vec<&str> = names.into_iter().filter(used).collect();
    let says = |name: &str| match map.steps.iter().find(|s| s.step == name) {
        Some(s) => match s.median {
            Some(median) => t.msg_path_station(s.n, span(lang, median)),
            None => t.msg_path_n(s.n),
        },
        None => t.msg_path_n(shown.iter().filter(|m| m.arc.to == name).map(|m| m.count.n).sum::<i64>()),
    };
    let closed = |name: &str| flow().step(name).is_some_and(|s| s.closed);
    let stations: Vec<Station> =
        names.iter().map(|name| Station { name: step(lang, name), says: says(name), closed: closed(name) }).collect();
    let place = |name: &str| names.iter().position(|n| *n == name);
    let arc = |m: &&MoveSum| {
        let back = m.back.is_some_and(|b| b != Leads::Resume);
        Some(Arc { from: place(&m.arc.from)?, to: place(&m.arc.to)?, n: m.count.n, back })
    };
    let arcs: Vec<Arc> = shown.iter().filter_map(arc).filter(|a| a.from != a.to).collect();
    let beside = arcs.iter().filter(|a| a.to != a.from + 1).count();
    (chart(t.msg_path_map_title(), &stations, &arcs), beside.saturating_sub(ARCS))
}

/// `lianxin path map --json`: the map of these areas as of a moment. What is of fewer than five is told as `null`.
///
/// # Errors
/// The database's trouble.
pub fn json(r: &mut Read<'_>, areas: &[AreaId], months: i64, (until, now): (Moment, Moment)) -> Result<Value, Fault> {
    let from = plus(month(until.plus(-1)), 1 - months);
    let map = Map::of(&sums(r, areas, from, (until, now))?, flow());
    let told = |n: i64| (n == 0 || n >= LEAST).then_some(n);
    let steps = map.steps.iter().map(
        |s| json!({ "step": s.step, "n": told(s.n), "median_working_us": s.median, "measured": told(s.measured) }),
    );
    let moves = map.moves.iter().filter(|m| m.count.n >= LEAST).map(|m| {
        let back = m.back.map(|b| match b {
            Leads::Rework => "rework",
            Leads::Wrong => "wrong",
            Leads::Resume => "resume",
        });
        let (arc, handed) = (&m.arc, told(m.count.handed));
        json!({ "from": arc.from, "move": arc.mv, "to": arc.to, "n": m.count.n, "handed": handed, "back": back })
    });
    let walks = map.walks.iter().filter(|(_, n)| *n >= LEAST).map(|(walk, n)| json!({ "walk": walk, "n": n }));
    let by_month = map.months.iter().map(|m| {
        json!({ "month": format!("{}-{:02}", m.month / 100, m.month % 100), "begun": told(m.begun),
            "ended": told(m.ended), "back": told(m.back), "handed": told(m.handed) })
    });
    Ok(json!({
        "flow": flow().name, "as_of": until.plus(-1).rfc3339(), "months": months, "least_n": LEAST,
        "begun": told(map.begun), "ended": told(map.ended),
        "steps": steps.collect::<Vec<_>>(), "moves": moves.collect::<Vec<_>>(),
        "walks": walks.collect::<Vec<_>>(), "by_month": by_month.collect::<Vec<_>>(),
    }))
}
