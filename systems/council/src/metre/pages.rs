//! `/metre`: the two shares of a community and of each of its grids, for everybody; behind them what is missing, for who
//! works there.

use super::looked;
use super::rules::{FRESH, MOST, Part, Poster};
use super::store::{Door, Ground, House, ground};
use crate::caps;
use crate::course::Author;
use crate::pages::{author, nowhere};
use crate::say::date;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, EntranceId, GridId};
use lianxin_gate::{Gate, Scope};
use lianxin_register::AreaKind;
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Filters, Look, Notice, NoticeKind, Pick, Row, Rows,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

const HERE: &str = "/metre";
/// More communities are not offered at once.
const PLACES: usize = 300;
/// The grid of what belongs to none.
const NONE: &str = "none";

/// The pages.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Gate::Anyone, page),
        Route::get("/metre/doors", Gate::Can(caps::DESK), doors),
        Route::post("/metre/doors", Gate::Can(caps::LOOK), send),
        Route::get("/metre/homes", Gate::Can(caps::DESK), homes),
    ]
}

/// What the address says.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Asked {
    area: String,
    grid: String,
    said: String,
}

impl Asked {
    /// Whether this is of the grid that was asked for.
    fn has(&self, grid: Option<GridId>) -> bool {
        match self.grid.as_str() {
            "" => true,
            NONE => grid.is_none(),
            id => grid.is_some_and(|grid| grid.to_string() == id),
        }
    }
}

struct Found {
    places: Vec<AreaRow>,
    area: Option<AreaRow>,
    ground: Ground,
}

/// The community that is asked for; else one's own, else the first.
fn found(r: &mut Read<'_>, asked: &str, own: Option<AreaId>, now: lianxin_base::Moment) -> Result<Found, Fault> {
    let mut places = Vec::new();
    for root in find::roots(r)? {
        places.extend(find::areas_below(r, root.id)?.into_iter().filter(|a| a.kind == AreaKind::Community));
    }
    places.truncate(PLACES);
    let of = |id: Option<AreaId>| places.iter().find(|place| Some(place.id) == id);
    let area = of(asked.parse().ok()).or_else(|| of(own)).or(places.first()).cloned();
    let ground = area.as_ref().map(|a| ground(r, a.id, now)).transpose()?.unwrap_or_default();
    Ok(Found { places, area, ground })
}

async fn look(visit: &Visit, asked: &Asked) -> Result<Found, Trouble> {
    let (asked, own, now) = (asked.area.clone(), visit.seat().map(|s| s.area), visit.now());
    visit.read(move |r| Ok(found(r, &asked, own, now)?)).await
}

struct Cell {
    url: String,
    percent: String,
    of: String,
}

struct Line {
    name: String,
    whole: bool,
    /// Doors, homes.
    cells: [Cell; 2],
}

#[derive(Template)]
#[template(path = "metre.html")]
struct View {
    t: &'static L10nLanguage,
    works: bool,
    title: String,
    filters: Option<Filters<'static>>,
    empty: Option<Empty<'static>>,
    lines: Vec<Line>,
    note: String,
}

/// `GET /metre?area=`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (f, t) = (look(&visit, &asked).await?, t(visit.lang));
    let works = visit.can(caps::DESK);
    let nothing = f.ground.doors.is_empty() && f.ground.houses.is_empty();
    let name = f.area.as_ref().map(|a| a.name.clone()).unwrap_or_default();
    let view = View {
        t,
        works,
        title: t.msg_metre_title(),
        filters: (f.places.len() > 1).then(|| filters(&visit, &f)),
        empty: nothing.then(|| Empty {
            icon: Icon::BuildingCommunity,
            text: t.msg_metre_empty(&name).into(),
            action: None,
        }),
        lines: if nothing { Vec::new() } else { lines(&visit, &f, &name) },
        note: t.msg_metre_note(FRESH),
    };
    let title = view.title.clone();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

fn filters(visit: &Visit, f: &Found) -> Filters<'static> {
    let items = f.places.iter().map(|a| Choice::new(a.id.to_string(), a.name.clone())).collect();
    let value = f.area.as_ref().map(|a| a.id.to_string()).unwrap_or_default();
    let label = t(visit.lang).msg_metre_where().into();
    let picks = vec![Pick { name: "area".into(), label, items, value: value.into() }];
    Filters { lang: visit.lang, action: HERE.into(), search: None, picks, ticks: Vec::new(), kept: Vec::new() }
}

/// The community whole, then each grid, then what belongs to no grid.
fn lines(visit: &Visit, f: &Found, name: &str) -> Vec<Line> {
    let t = t(visit.lang);
    let whole = line(visit, f, name.to_owned(), "");
    let grids = f.ground.grids.iter().map(|(id, name)| line(visit, f, name.clone(), &id.to_string()));
    let loose = line(visit, f, t.msg_metre_no_grid(), NONE);
    let of = |l: &Line| l.whole || l.cells.iter().any(|c| !c.of.is_empty());
    std::iter::once(whole).chain(grids).chain([loose]).filter(of).collect()
}

fn line(visit: &Visit, f: &Found, name: String, grid: &str) -> Line {
    let t = t(visit.lang);
    let asked = Asked { grid: grid.to_owned(), ..Asked::default() };
    let (mut doors, mut homes) = (Part::default(), Part::default());
    for door in f.ground.doors.iter().filter(|d| asked.has(d.grid)) {
        doors.add(1, door.poster == Poster::Good);
    }
    for house in f.ground.houses.iter().filter(|h| asked.has(h.grid)) {
        homes.add(house.homes, house.named);
    }
    let may = f.area.as_ref().is_some_and(|a| covers(&visit.scope_for(caps::DESK), &f.ground, a.id));
    let url = |what: &str, part: Part| match &f.area {
        Some(a) if visit.can(caps::DESK) && may && part.of > 0 => format!("{HERE}/{what}?area={}&grid={grid}", a.id),
        _ => String::new(),
    };
    let cell = |what: &str, part: Part, says: String| Cell {
        url: url(what, part),
        percent: part.percent().map(|p| format!("{p}%")).unwrap_or_default(),
        of: if part.of == 0 { String::new() } else { says },
    };
    Line {
        name,
        whole: grid.is_empty(),
        cells: [
            cell("doors", doors, t.msg_metre_doors_of(doors.of, doors.good)),
            cell("homes", homes, t.msg_metre_homes_of(homes.of, homes.good)),
        ],
    }
}

/// Whether somebody sees anything of a community.
fn covers(scope: &Scope, ground: &Ground, community: AreaId) -> bool {
    let areas = ground.doors.iter().map(|d| d.area).chain(ground.houses.iter().map(|h| h.area));
    areas.chain([community]).any(|area| scope.covers(area))
}

#[derive(Template)]
#[template(path = "metre_doors.html")]
struct Doors {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    csrf: String,
    area: String,
    grid: String,
    choices: Option<Choices<'static>>,
    rows: Option<Rows<'static>>,
    cut: Option<String>,
}

/// `GET /metre/doors?area=&grid=`: the entrances without a poster that was looked at lately.
async fn doors(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &asked, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, asked: &Asked, fields: &Fields) -> Result<Response, Trouble> {
    let (f, lang, t) = (look(visit, asked).await?, visit.lang, t(visit.lang));
    let (sees, looks) = (visit.scope_for(caps::DESK), visit.can(caps::LOOK));
    let here = f.area.as_ref().filter(|a| a.id.to_string() == asked.area && covers(&sees, &f.ground, a.id));
    let Some(area) = here else { return Err(Trouble::NotFound) };
    let missing = |d: &&Door| d.poster != Poster::Good && asked.has(d.grid) && sees.covers(d.area);
    let all: Vec<&Door> = f.ground.doors.iter().filter(missing).collect();
    let why = |d: &Door| match (d.poster, d.looked) {
        (Poster::Bad, Some(at)) => t.msg_metre_bad(date(lang, at.day(), visit.now())),
        (Poster::Old, Some(at)) => t.msg_metre_old(date(lang, at.day(), visit.now())),
        _ => t.msg_metre_never(),
    };
    let checks = Choices::new(lang, Look::Checks, "door", t.msg_metre_which())
        .hint(t.msg_metre_which_hint())
        .error(fields.fault("door"))
        .required();
    let shown = || all.iter().take(MOST);
    let choices = shown().fold(checks, |all, d| {
        let all = all.item(Choice::new(d.id.to_string(), d.label.clone()).note(why(d)));
        if fields.all("door").any(|id| id == d.id.to_string()) { all.chosen(d.id.to_string()) } else { all }
    });
    let row = |d: &&Door| Row { title: d.label.clone().into(), ..Row::default() }.line([why(d)]);
    let view = Doors {
        t,
        back: Back::new(format!("{HERE}?area={}", area.id), t.msg_metre_title()),
        title: t.msg_metre_doors(&area.name),
        said: (asked.said == "looked").then(|| Notice::new(NoticeKind::Ok, t.msg_metre_said())),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: all.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_metre_doors_none().into(),
            action: None,
        }),
        csrf: visit.token().to_owned(),
        area: area.id.to_string(),
        grid: asked.grid.clone(),
        rows: (!looks && !all.is_empty()).then(|| Rows { items: shown().map(row).collect() }),
        choices: (looks && !all.is_empty()).then_some(choices),
        cut: (all.len() > MOST).then(|| t.msg_metre_cut(MOST as u64, all.len() as u64)),
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /metre/doors`: somebody stood there.
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let asked = Asked { area: fields.raw("area").into(), grid: fields.raw("grid").into(), said: String::new() };
    let good = fields.choice("good", &["yes", "no"]);
    let all: Result<Vec<EntranceId>, _> = fields.all("door").take(MOST + 1).map(str::parse).collect();
    let mut all = all.map_err(|_| Trouble::NotFound)?;
    all.sort_unstable();
    all.dedup();
    if let (Some(good), true) = (good, fields.good()) {
        let who = author(&visit, visit.act_id(), None);
        let done = visit
            .act_once(nowhere(), fields.token(), move |tx, token| {
                looked(tx, &Author { token, ..who.clone() }, &all, good == "yes")
            })
            .await;
        match done {
            Ok(_) => {
                let (area, grid) = (crate::pages::encode(&asked.area), crate::pages::encode(&asked.grid));
                return Ok(visit.to(&format!("{HERE}/doors?area={area}&grid={grid}&said=looked")));
            }
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &asked, &fields).await
}

#[derive(Template)]
#[template(path = "metre_homes.html")]
struct Homes {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
}

/// `GET /metre/homes?area=&grid=`: the buildings whose households have no named grid worker.
async fn homes(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (f, t) = (look(&visit, &asked).await?, t(visit.lang));
    let sees = visit.scope_for(caps::DESK);
    let here = f.area.as_ref().filter(|a| a.id.to_string() == asked.area && covers(&sees, &f.ground, a.id));
    let Some(area) = here else { return Err(Trouble::NotFound) };
    let missing = |h: &&House| !h.named && asked.has(h.grid) && sees.covers(h.area);
    let all: Vec<&House> = f.ground.houses.iter().filter(missing).collect();
    let name = |h: &House| {
        let grid = f.ground.grids.iter().find(|(id, _)| Some(*id) == h.grid).map(|(_, name)| name.clone());
        grid.map_or_else(|| t.msg_metre_no_grid(), |name| t.msg_metre_grid_empty(name))
    };
    let row = |h: &&House| {
        Row { title: h.label.clone().into(), ..Row::default() }.line([t.msg_metre_so_many_homes(h.homes), name(h)])
    };
    let view = Homes {
        t,
        back: Back::new(format!("{HERE}?area={}", area.id), t.msg_metre_title()),
        title: t.msg_metre_homes(&area.name),
        empty: all.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_metre_homes_none().into(),
            action: None,
        }),
        rows: (!all.is_empty()).then(|| Rows { items: all.iter().map(row).collect() }),
    };
    let title = view.title.clone();
    Ok(visit.page(&title, Kind::Desk).view(&view))
}
