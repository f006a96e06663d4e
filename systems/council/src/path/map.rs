//! `/path/map`: steps and moves with how often and how long, the walks most taken, where it comes back, month by month.

use super::ask::{Asked, Behind, Far, Ground, LISTED, before, filters, ground, told};
use super::chart::{ARCS, Line as Arc, Station, chart};
use super::store::{by_move, by_step};
use super::words::{mv, step, walk};
use crate::course::flow;
use crate::pages::encode;
use crate::say::span;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Moment};
use lianxin_path::map::{LEAST, MoveSum};
use lianxin_path::sums::{Month, Sums, begins, by, month, plus};
use lianxin_path::{Back as Leads, Map};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Empty, Filters, Html, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use serde_json::{Value, json};

/// So many walks are told.
const WALKS: usize = 10;

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
    handed: String,
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
    walks: Vec<(String, String)>,
    months: Vec<[String; 5]>,
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
        walks: walks(lang, &map),
        months: map.months.iter().map(|m| month_row(t, m)).collect(),
    };
    Ok(visit.page(&t.msg_path_map_title(), Kind::Desk).view(&view))
}

fn month_row(t: &L10nLanguage, m: &lianxin_path::map::MonthSum) -> [String; 5] {
    let told = |n: i64| if n == 0 || n >= LEAST { n.to_string() } else { t.msg_path_week_few(LEAST) };
    let name = format!("{}-{:02}", m.month / 100, m.month % 100);
    [name, told(m.begun), told(m.ended), told(m.back), told(m.handed)]
}

fn walks(lang: Lang, map: &Map) -> Vec<(String, String)> {
    let told = map.walks.iter().filter(|(_, n)| *n >= LEAST).take(WALKS);
    told.map(|(name, n)| (walk(lang, name), t(lang).msg_path_n(*n))).collect()
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
    Move {
        from: step(lang, &m.arc.from),
        by: mv(lang, &m.arc.mv),
        to: step(lang, &m.arc.to),
        n: Cell { text: m.count.n.to_string(), url: format!("/path/rows?{kept}&from={from}&by={by}&to={to}") },
        handed: match m.count.handed {
            0 => "0".into(),
            n if n < LEAST => t.msg_path_week_few(LEAST),
            n => n.to_string(),
        },
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

/// `GET /path/rows?from=&by=&to=&months=&on=`: the matters that made a move, or left a step.
pub(super) async fn rows(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let until = before(on, now);
    let first = begins(plus(month(until.plus(-1)), 1 - asked.months())).ok_or(Trouble::NotFound)?;
    let (scope, asks, most) = (visit.scope(), asked.clone(), LISTED as i64 + 1);
    let mut all: Vec<String> = visit
        .read(move |r| {
            let mut all = Vec::new();
            for area in ground(r, &scope, &asks.area)?.areas {
                let time = (first.start(), until);
                all.extend(if asks.by.is_empty() {
                    by_step(r, area, time, &asks.from, most)?
                } else {
                    by_move(r, area, time, (&asks.from, &asks.by, &asks.to), most)?
                });
            }
            Ok(all)
        })
        .await?;
    all.sort_unstable();
    all.dedup();
    if all.is_empty() {
        return Err(Trouble::NotFound);
    }
    // Five moves may be those of one matter that went back and forth: a figure opens, but not onto so few.
    let few = (all.len() as i64) < LEAST;
    if few {
        all.clear();
    }
    let from = step(lang, &asked.from);
    let title =
        if asked.by.is_empty() { from } else { t.msg_path_arc(from, mv(lang, &asked.by), step(lang, &asked.to)) };
    let view = Behind {
        back: Back::new(format!("/path/map?{}&months={}", asked.kept(on), asked.months()), t.msg_path_map_title()),
        title,
        of: if few { t.msg_path_week_few(LEAST) } else { t.msg_path_so_many(all.len().min(LISTED)) },
        why: if few { t.msg_path_rows_few(LEAST) } else { t.msg_path_rows_why(first.to_string(), on.to_string()) },
        rows: Rows { items: told(&visit, all.clone(), |_| Vec::new()).await? },
        cut: (all.len() > LISTED).then(|| t.msg_path_cut(LISTED)),
    };
    Ok(visit.page(&t.msg_path_map_title(), Kind::Desk).view(&view))
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
