//! The table of organisations, and the matters behind each of its figures.

use super::rules::{Course, Figure, LEAST, Said, Satisfaction, Share, table};
use super::store::{MOST, courses, said};
use crate::caps::FIGURES;
use crate::pages::desk_url;
use crate::say::date;
use crate::survey::pages::{title, url};
use crate::survey::store::{Survey, one};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Moment, OrgId};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Choice, Empty, Filters, Notice, NoticeKind, Pick, Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// For how many days one may ask.
const SPANS: [i32; 3] = [30, 90, 365];
/// So many matters are listed behind a figure.
const LISTED: usize = 200;

/// What the address says.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Asked {
    /// A compound.
    #[serde(default)]
    area: String,
    /// So many days.
    #[serde(default)]
    span: String,
    /// The last of them.
    #[serde(default)]
    to: String,
    /// Behind which figure.
    #[serde(default)]
    figure: String,
    /// Of whom.
    #[serde(default)]
    org: String,
}

/// The days that are counted: from the first to the last, both whole.
struct Span {
    days: i32,
    last: Day,
}

impl Span {
    fn of(asked: &Asked, today: Day) -> Self {
        let days = asked.span.parse().ok().filter(|n| SPANS.contains(n)).unwrap_or(SPANS[1]);
        let last = asked.to.parse().ok().filter(|day| *day <= today).unwrap_or(today);
        Self { days, last }
    }
    fn from(&self) -> Moment {
        self.last.plus(1 - self.days).start()
    }
    fn end(&self) -> Moment {
        self.last.plus(1).start()
    }
    /// The moment the figures are of: the end of the last day, or now.
    fn until(&self, now: Moment) -> Moment {
        self.end().min(now)
    }
}

#[derive(Template)]
#[template(path = "figures.html")]
struct View {
    t: &'static L10nLanguage,
    of: String,
    filters: Filters<'static>,
    cut: Option<Notice<'static>>,
    empty: Option<Empty<'static>>,
    heads: Vec<(String, String)>,
    rows: Vec<Line>,
}

struct Line {
    name: String,
    cells: Vec<Cell>,
}

/// A figure as a link to its matters; without an address there are none.
struct Cell {
    /// The head of its column, which a phone has no room for.
    head: String,
    url: String,
    percent: String,
    of: String,
}

struct Found {
    courses: Vec<Course>,
    said: Vec<Said>,
    names: BTreeMap<OrgId, String>,
    compounds: Vec<(AreaId, String)>,
}

/// Whose figures a seat sees: everybody's where it may, else its own organisation's.
fn shown(visit: &Visit, org: OrgId) -> bool {
    visit.can(FIGURES) || visit.seats().iter().any(|s| s.org == org)
}

async fn found(visit: &Visit, asked: &Asked, span: &Span) -> Result<Found, Trouble> {
    let (scope, from, to) = (visit.scope(), span.from(), span.end());
    let one: Option<AreaId> = asked.area.parse().ok();
    visit
        .read(move |r| {
            let all = compounds(r)?.into_iter().filter(|(id, _)| scope.areas().is_none_or(|a| a.contains(id)));
            let compounds: Vec<(AreaId, String)> = all.collect();
            let one = one.filter(|area| compounds.iter().any(|(id, _)| id == area));
            let areas = one.map(|area| vec![area]).or_else(|| scope.areas());
            let courses = courses(r, areas.as_deref(), from, to)?;
            let said = said(r, areas.as_deref(), from, to)?;
            let mut names = BTreeMap::new();
            let asked_about = said.iter().map(|s| s.about);
            for org in courses.iter().flat_map(|c| [Some(c.looks), c.does]).flatten().chain(asked_about) {
                if !names.contains_key(&org)
                    && let Some(row) = find::org(r, org)?
                {
                    names.insert(org, row.name);
                }
            }
            Ok(Found { courses, said, names, compounds })
        })
        .await
}

fn compounds(r: &mut Read<'_>) -> Result<Vec<(AreaId, String)>, Stop> {
    Ok(find::all_compounds(r)?.into_iter().map(|a| (a.id, a.name)).collect())
}

/// `GET /figures?area=&span=&to=`
pub(super) async fn figures(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let span = Span::of(&asked, now.day());
    let found = found(&visit, &asked, &span).await?;
    let mut all = table(&found.courses, span.until(now));
    for said in &found.said {
        all.entry(said.about).or_default();
    }
    let rows: Vec<Line> = all
        .iter()
        .filter(|(org, _)| shown(&visit, **org))
        .map(|(org, shares)| line(t, &asked, &span, (*org, &found), shares))
        .collect();
    let heads = Figure::ALL.map(|f| words(t, f)).into_iter().chain([satisfaction_words(t)]).collect();
    let view = View {
        t,
        of: t.msg_figures_of(date(visit.lang, span.from().day(), now), date(visit.lang, span.last, now)),
        filters: filters(&visit, &asked, &span, &found),
        cut: (found.courses.len() >= MOST as usize).then(|| Notice::new(NoticeKind::Warn, t.msg_figures_cut(MOST))),
        empty: rows.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_figures_empty().into(),
            action: None,
        }),
        heads,
        rows,
    };
    Ok(visit.page(&t.msg_figures_title(), Kind::Desk).view(&view))
}

/// The head of a column, and what it counts.
fn words(t: &L10nLanguage, figure: Figure) -> (String, String) {
    match figure {
        Figure::Response => (t.msg_figures_response(), t.msg_figures_response_why()),
        Figure::UnitDone => (t.msg_figures_unit(), t.msg_figures_unit_why()),
        Figure::ResidentsDone => (t.msg_figures_residents(), t.msg_figures_residents_why()),
        Figure::FirstGo => (t.msg_figures_first_go(), t.msg_figures_first_go_why()),
    }
}

fn satisfaction_words(t: &L10nLanguage) -> (String, String) {
    (t.msg_figures_satisfaction(), t.msg_figures_satisfaction_why())
}

/// What households said of an organisation in the surveys that closed in these days.
fn of_org(found: &Found, org: OrgId) -> impl Iterator<Item = &Said> {
    found.said.iter().filter(move |s| s.about == org)
}

fn line(t: &L10nLanguage, asked: &Asked, span: &Span, (org, found): (OrgId, &Found), shares: &[Share; 4]) -> Line {
    let address = |figure: &str| {
        let area = crate::pages::encode(&asked.area);
        format!("/figures/matters?area={area}&span={}&to={}&figure={figure}&org={org}", span.days, span.last)
    };
    let cell = |(figure, share): (Figure, &Share)| match share.percent() {
        Some(percent) => Cell {
            head: words(t, figure).0,
            url: address(figure.name()),
            percent: format!("{percent}%"),
            of: t.msg_figures_so_many(share.of, share.good),
        },
        None => Cell {
            head: words(t, figure).0,
            url: String::new(),
            percent: String::new(),
            of: if share.of == 0 { String::new() } else { t.msg_figures_few(LEAST) },
        },
    };
    let satisfied = Satisfaction::of(of_org(found, org));
    let households = satisfied.percent().map(|percent| Cell {
        head: satisfaction_words(t).0,
        url: address(Satisfaction::NAME),
        percent: format!("{percent}%"),
        of: t.msg_figures_homes(satisfied.homes),
    });
    let nobody_asked = || Cell { head: String::new(), url: String::new(), percent: String::new(), of: String::new() };
    let last = households.unwrap_or_else(nobody_asked);
    let name = found.names.get(&org).cloned().unwrap_or_default();
    Line { name, cells: Figure::ALL.into_iter().zip(shares).map(cell).chain([last]).collect() }
}

fn filters(visit: &Visit, asked: &Asked, span: &Span, found: &Found) -> Filters<'static> {
    let t = t(visit.lang);
    let pick = |name: &'static str, label: String, items: Vec<Choice<'static>>, value: String| Pick {
        name: name.into(),
        label: label.into(),
        items,
        value: value.into(),
    };
    let mut places = vec![Choice::new("", t.msg_desk_area_all())];
    places.extend(found.compounds.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())));
    let spans = SPANS.map(|n| Choice::new(n.to_string(), t.msg_figures_days(n))).into();
    let today = visit.now().day();
    let mut lasts = vec![(today, t.msg_figures_today()), (today.plus(-1), t.msg_figures_yesterday())];
    if !lasts.iter().any(|(day, _)| *day == span.last) {
        lasts.push((span.last, span.last.to_string()));
    }
    let lasts = lasts.into_iter().map(|(day, label)| Choice::new(day.to_string(), label)).collect();
    let picks = vec![
        pick("area", t.msg_desk_area(), places, asked.area.clone()),
        pick("span", t.msg_figures_span(), spans, span.days.to_string()),
        pick("to", t.msg_figures_to(), lasts, span.last.to_string()),
    ];
    Filters { lang: visit.lang, action: "/figures".into(), search: None, picks, ticks: Vec::new(), kept: Vec::new() }
}

#[derive(Template)]
#[template(path = "figure_matters.html")]
struct Behind {
    back: Back<'static>,
    title: String,
    of: String,
    why: String,
    rows: Rows<'static>,
    cut: Option<String>,
}

/// `GET /figures/matters?area=&span=&to=&figure=&org=`: what a figure is made of, what does not count as good first.
pub(super) async fn matters(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let span = Span::of(&asked, now.day());
    let org: OrgId = asked.org.parse().map_err(|_| Trouble::NotFound)?;
    let found = found(&visit, &asked, &span).await?;
    let back = format!("/figures?area={}&span={}&to={}", crate::pages::encode(&asked.area), span.days, span.last);
    let back = Back::new(back, t.msg_figures_title());
    if asked.figure == Satisfaction::NAME {
        return surveys(&visit, &found, org, back).await;
    }
    let figure = Figure::named(&asked.figure).ok_or(Trouble::NotFound)?;
    let until = span.until(now);
    let of = |c: &Course| figure.of(c, until).filter(|(whose, _)| *whose == org).map(|(_, good)| (good, c.no.clone()));
    let mut all: Vec<(bool, String)> = found.courses.iter().filter_map(of).collect();
    let share = Share { of: all.len(), good: all.iter().filter(|(good, _)| *good).count() };
    if !shown(&visit, org) || share.percent().is_none() {
        return Err(Trouble::NotFound);
    }
    all.sort();
    let row = |(good, no): &(bool, String)| {
        let tag =
            if *good { Tag::new(Tone::Ok, t.msg_figures_yes()) } else { Tag::new(Tone::Plain, t.msg_figures_no()) };
        Row::to(desk_url(no), no.clone()).tag(tag)
    };
    let (head, why) = words(t, figure);
    let name = found.names.get(&org).cloned().unwrap_or_default();
    let view = Behind {
        back,
        title: t.msg_figures_whose(name, head),
        of: t.msg_figures_so_many(share.of, share.good),
        why,
        rows: Rows { items: all.iter().take(LISTED).map(row).collect() },
        cut: (all.len() > LISTED).then(|| t.msg_figures_listed(LISTED)),
    };
    Ok(visit.page(&t.msg_figures_title(), Kind::Desk).view(&view))
}

/// The surveys that the satisfaction with an organisation is made of, each with its own share and its page.
async fn surveys(visit: &Visit, found: &Found, org: OrgId, back: Back<'static>) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let all: Vec<Said> = of_org(found, org).cloned().collect();
    let sum = Satisfaction::of(&all);
    if !shown(visit, org) || sum.percent().is_none() {
        return Err(Trouble::NotFound);
    }
    let titles = visit.read(move |r| {
        let mut rows = Vec::new();
        for said in all.iter().take(LISTED) {
            rows.extend(one(r, said.survey)?.map(|s| (s, Satisfaction::of([said]))));
        }
        Ok(rows)
    });
    let row = |(s, of): &(Survey, Satisfaction)| {
        let share = of.percent().map_or_else(String::new, |percent| format!("{percent}%"));
        Row::to(url(s.id), title(lang, s, now)).line([share, t.msg_figures_homes(of.homes)])
    };
    let (head, why) = satisfaction_words(t);
    let view = Behind {
        back,
        title: t.msg_figures_whose(found.names.get(&org).cloned().unwrap_or_default(), head),
        of: t.msg_figures_homes(sum.homes),
        why,
        rows: Rows { items: titles.await?.iter().map(row).collect() },
        cut: None,
    };
    Ok(visit.page(&t.msg_figures_title(), Kind::Desk).view(&view))
}
