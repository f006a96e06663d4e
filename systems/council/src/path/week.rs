//! `/path/week`: the weekly bulletin, to be printed: what each organisation had to do, and how it stands.

use super::ask::{Asked, Behind, Far, Ground, LISTED, before, filters, ground, names, shown, told};
use super::rules::{Answer, Column, Job, Week, column, jobs as jobs_of, week};
use super::store::walked;
use crate::example;
use crate::figures::rules::{LEAST, Share};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{Day, Lang, Moment, OrgId};
use lianxin_web::components::{Back, Empty, Filters, Html, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use std::collections::BTreeMap;

struct Cell {
    head: String,
    text: String,
    url: String,
}

struct Line {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "path_week.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    of: String,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    heads: Vec<String>,
    rows: Vec<Line>,
    /// Laid before the organisations, so that it can be published.
    lay: Option<Html>,
    /// The same on A4.
    sheet: String,
}

/// The bulletin on A4.
#[derive(Template)]
#[template(path = "path_week_sheet.html")]
struct Sheet {
    t: &'static L10nLanguage,
    of: String,
    where_: String,
    heads: Vec<String>,
    rows: Vec<Line>,
    back: String,
}

struct Found {
    ground: Ground,
    jobs: Vec<Job>,
    answers: Vec<Answer>,
    names: BTreeMap<OrgId, String>,
}

async fn found(visit: &Visit, asked: &Asked, (from, to): (Moment, Moment)) -> Result<Found, Trouble> {
    let (scope, area) = (visit.scope(), asked.area.clone());
    visit
        .read(move |r| {
            let ground = ground(r, &scope, &area)?;
            let (mut jobs, mut answers) = (Vec::new(), Vec::new());
            for area in &ground.areas {
                for (no, hops) in walked(r, *area, from, to)? {
                    let (some, said) = jobs_of(&no, &hops);
                    jobs.extend(some);
                    answers.extend(said);
                }
            }
            let names = names(r, jobs.iter().map(|job| job.org))?;
            Ok(Found { ground, jobs, answers, names })
        })
        .await
}

/// From the first day's beginning to just after the last's end, or now.
fn times(asked: &Asked, on: Day, now: Moment) -> (Moment, Moment) {
    (on.plus(1 - asked.span()).start(), before(on, now))
}

/// `GET /path/week?area=&span=&on=`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let (from, to) = times(&asked, on, now);
    let f = found(&visit, &asked, (from, to)).await?;
    let rows = lines(&visit, &f, (from, to));
    let heads = heads(t);
    let view = View {
        t,
        back: Back::new(format!("/path?{}", asked.kept(on)), t.msg_path_title()),
        of: t.msg_path_week_of(from.day().to_string(), on.to_string()),
        filters: filters(&visit, &asked, &f.ground, "/path/week", &Far::Days),
        empty: rows.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_path_week_empty().into(),
            action: None,
        }),
        lay: if rows.iter().any(|(_, _, week)| week.all() >= LEAST) {
            crate::bulletin::pages::form(&visit, asked.area.parse().ok(), asked.span(), on)
        } else {
            None
        },
        rows: rows.iter().map(|(name, org, week)| line(t, &asked, on, (name, *org), week, &heads)).collect(),
        heads,
        sheet: format!("/path/week/print?{}&span={}", asked.kept(on), asked.span()),
    };
    Ok(visit.page(&t.msg_path_week_title(), Kind::Desk).view(&view))
}

/// The weeks this seat sees, by the names of the organisations.
fn lines(visit: &Visit, f: &Found, (from, to): (Moment, Moment)) -> Vec<(String, OrgId, Week)> {
    let mut rows: Vec<(String, OrgId, Week)> = week(&f.jobs, &f.answers, from, to)
        .into_iter()
        .filter(|(org, _)| shown(visit, *org))
        .map(|(org, week)| (f.names.get(&org).cloned().unwrap_or_default(), org, week))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

/// `GET /path/week/print?area=&span=&on=`: the same on A4.
pub(super) async fn print(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let (from, to) = times(&asked, on, now);
    let f = found(&visit, &asked, (from, to)).await?;
    let heads = heads(t);
    let rows = lines(&visit, &f, (from, to));
    let place = asked.area.parse().ok().and_then(|id| f.ground.places.iter().find(|(place, _)| *place == id));
    let view = Sheet {
        t,
        of: t.msg_path_week_of(from.day().to_string(), on.to_string()),
        where_: place.map_or_else(|| t.msg_desk_area_all(), |(_, name)| name.clone()),
        rows: rows.iter().map(|(name, org, week)| line(t, &asked, on, (name, *org), week, &heads)).collect(),
        heads,
        back: format!("/path/week?{}&span={}", asked.kept(on), asked.span()),
    };
    Ok(visit.page(&t.msg_path_week_title(), Kind::Print).view(&view))
}

/// An invented example of the bulletin.
pub(crate) fn specimen(lang: Lang) -> Html {
    let (t, on) = (t(lang), example::NOW.day());
    let heads = heads(t);
    let week = Week { columns: [5, 1, 2, 0], answers: Share { of: 5, good: 4 } };
    let org = OrgId::from_bytes([0; 16]);
    Html::of(&Sheet {
        t,
        of: t.msg_path_week_of(on.plus(-6).to_string(), on.to_string()),
        where_: example::PLACE.into(),
        rows: vec![line(t, &Asked::default(), on, (example::ORG, org), &week, &heads)],
        heads,
        back: example::BACK.into(),
    })
}

fn heads(t: &L10nLanguage) -> Vec<String> {
    vec![
        t.msg_path_week_all(),
        word(t, Column::InTime),
        word(t, Column::Late),
        word(t, Column::Open),
        word(t, Column::Back),
        t.msg_path_week_solved(),
    ]
}

fn word(t: &L10nLanguage, column: Column) -> String {
    match column {
        Column::InTime => t.msg_path_week_in_time(),
        Column::Late => t.msg_path_week_late(),
        Column::Open => t.msg_path_week_open(),
        Column::Back => t.msg_path_week_back(),
    }
}

/// A row; of fewer than five jobs only that there were some.
fn line(t: &L10nLanguage, asked: &Asked, on: Day, (name, org): (&str, OrgId), week: &Week, heads: &[String]) -> Line {
    let few = week.all() < LEAST;
    let url = |column: &str| format!("/path/jobs?{}&span={}&org={org}&column={column}", asked.kept(on), asked.span());
    let plain = |head: &String, text: String| Cell { head: head.clone(), text, url: String::new() };
    let mut cells = vec![if few {
        plain(&heads[0], t.msg_path_week_few(LEAST))
    } else {
        Cell { head: heads[0].clone(), text: week.all().to_string(), url: url("") }
    }];
    for (column, head) in Column::ALL.into_iter().zip(&heads[1..]) {
        let n = week.columns[column as usize];
        cells.push(match (few, n) {
            (true, _) => plain(head, String::new()),
            (_, 0) => plain(head, "0".into()),
            _ => Cell { head: head.clone(), text: n.to_string(), url: url(column.name()) },
        });
    }
    let solved = match week.answers.percent() {
        Some(percent) => t.msg_path_week_share(percent, week.answers.of),
        None if week.answers.of == 0 => String::new(),
        None => t.msg_path_week_few(LEAST),
    };
    cells.push(plain(&heads[5], solved));
    Line { name: name.to_owned(), cells }
}

/// `GET /path/jobs?org=&column=&span=&on=`: what a figure of the bulletin is made of.
pub(super) async fn jobs(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let (from, to) = times(&asked, on, now);
    let org: OrgId = asked.org.parse().map_err(|_| Trouble::NotFound)?;
    let one = Column::ALL.into_iter().find(|c| c.name() == asked.column);
    if !shown(&visit, org) || (one.is_none() && !asked.column.is_empty()) {
        return Err(Trouble::NotFound);
    }
    let f = found(&visit, &asked, (from, to)).await?;
    let theirs = f.jobs.iter().filter(|job| job.org == org);
    let all: Vec<(Column, &Job)> = theirs.filter_map(|job| Some((column(job, from, to)?, job))).collect();
    if all.len() < LEAST {
        return Err(Trouble::NotFound);
    }
    let mut rows: Vec<(Column, &str)> =
        all.iter().filter(|(c, _)| one.is_none_or(|one| one == *c)).map(|(c, job)| (*c, job.no.as_str())).collect();
    rows.sort_unstable();
    let name = f.names.get(&org).cloned().unwrap_or_default();
    let nos = rows.iter().map(|(_, no)| (*no).to_owned()).collect();
    let items = told(&visit, nos, |n| vec![word(t, rows[n].0)]).await?;
    let view = Behind {
        back: Back::new(format!("/path/week?{}&span={}", asked.kept(on), asked.span()), t.msg_path_week_title()),
        title: t.msg_figures_whose(name, one.map_or_else(|| t.msg_path_week_all(), |c| word(t, c))),
        of: t.msg_path_n(rows.len()),
        why: t.msg_path_week_of(from.day().to_string(), on.to_string()),
        rows: Rows { items },
        cut: (rows.len() > LISTED).then(|| t.msg_path_cut(LISTED)),
    };
    Ok(visit.page(&t.msg_path_week_title(), Kind::Desk).view(&view))
}
