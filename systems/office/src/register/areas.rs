//! Where: the compounds of a community, its grids and who looks after them, an area with its buildings.

use super::kit::{Line, Section, Table, View, look, within};
use super::{May, name_of, said, search};
use crate::asked::{Query, asked};
use crate::texts::t;
use crate::{say, store};
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Lang};
use lianxin_gate::Scope;
use lianxin_register::find::{self, AreaRow, BuildingRow, FormerName, GridRow};
use lianxin_register::{AreaKind, OrgKind};
use lianxin_store::{Read, Stop};
use lianxin_web::icons::Icon;
use lianxin_web::{Trouble, Visit};

/// The address of an area's page.
pub(super) fn url(area: AreaId) -> String {
    format!("/places/area/{area}")
}

/// An area in the list, with what lies in it.
struct Counted {
    area: AreaRow,
    above: String,
    company: String,
    counts: [i64; 4],
    successor: Option<String>,
}

/// `GET /places`
pub(super) async fn list(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (lang, scope, day) = (visit.lang, visit.scope(), visit.now().day());
    let typed: String = asked(&query, "q").trim().chars().take(60).collect();
    let t = t(lang);
    let mut view = View::new(t.msg_places_title());
    view.search = Some(search::field(lang, &typed));
    if !typed.is_empty() {
        let (may, q) = (May::of(&visit), typed.clone());
        let found = look(&visit, move |r| Ok(search::found(r, &scope, &q, lang, may, day)?)).await?;
        view.sections = search::sections(lang, found);
        return Ok(view.show(&visit));
    }
    let all = look(&visit, move |r| counted(r, &scope, day)).await?;
    let (now, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| c.area.holds(day));
    view.lead =
        t.msg_places_lead(now.iter().map(|c| c.counts[2]).sum::<i64>(), now.iter().map(|c| c.counts[1]).sum::<i64>());
    view.sections.push(Section::table(String::new(), &table(lang, now), t.msg_places_none()));
    if !past.is_empty() {
        let rows = past.into_iter().map(|c| Line {
            url: url(c.area.id),
            title: c.area.name,
            sub: c.area.code,
            cells: vec![
                c.area.until.map_or_else(String::new, |d| say::date(lang, d, visit.now())),
                c.successor.map_or_else(String::new, |name| t.msg_area_merged_into(name)),
            ],
            act: None,
        });
        let heads = vec![t.msg_area_name(), t.msg_reg_until(), t.msg_area_successor()];
        let table = Table { caption: t.msg_places_past(), heads, rows: rows.collect() };
        view.sections.push(Section::new(t.msg_places_past(), &table));
    }
    Ok(view.show(&visit))
}

fn counted(r: &mut Read<'_>, scope: &Scope, day: Day) -> Result<Vec<Counted>, Stop> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if !area.kind.is_place() || !scope.covers(area.id) {
                continue;
            }
            let above = area.parent.map(|p| find::area_name(r, p)).transpose()?.flatten().unwrap_or_default();
            let company = find::party(r, area.id, OrgKind::Company, day)?;
            let company = company.map(|id| find::org(r, id)).transpose()?.flatten();
            let successor = area.successor.map(|id| find::area_name(r, id)).transpose()?.flatten();
            let counts = store::counts(r, area.id, day)?;
            let company = company.map_or_else(String::new, |o| o.short.unwrap_or(o.name));
            all.push(Counted { area, above, company, counts, successor });
        }
    }
    Ok(all)
}

fn table(lang: Lang, all: Vec<Counted>) -> Table {
    let t = t(lang);
    let rows = all.into_iter().map(|c| Line {
        url: url(c.area.id),
        title: c.area.name,
        sub: if c.above.is_empty() {
            c.area.kind.say(lang).into()
        } else {
            format!("{}，{}", c.area.kind.say(lang), c.above)
        },
        cells: c.counts.iter().map(|n| some(*n)).chain([c.company]).collect(),
        act: None,
    });
    let heads = vec![
        t.msg_area_name(),
        t.msg_area_buildings(),
        t.msg_area_units(),
        t.msg_area_households(),
        t.msg_area_people(),
        t.msg_area_company(),
    ];
    Table { caption: t.msg_places_title(), heads, rows: rows.collect() }
}

/// A count; none where there is nothing to count.
fn some(n: i64) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}

/// An area with what stands on its page.
struct Seen {
    area: AreaRow,
    parent: Option<AreaRow>,
    successor: Option<AreaRow>,
    former: Vec<FormerName>,
    children: Vec<AreaRow>,
    grids: Vec<(GridRow, Vec<String>, i64)>,
    buildings: Vec<(BuildingRow, [i64; 2], String, String)>,
    company: String,
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: AreaId, lang: Lang, day: Day) -> Result<Seen, Stop> {
    let area = within(scope, find::area(r, id)?, |a| a.id)?;
    let parent = area.parent.map(|p| find::area(r, p)).transpose()?.flatten();
    let successor = area.successor.map(|p| find::area(r, p)).transpose()?.flatten();
    let mut children = find::children(r, id)?;
    children.retain(|a| a.holds(day) && scope.covers(a.id));
    let company = find::party(r, id, OrgKind::Company, day)?.map(|c| find::org_name(r, c)).transpose()?.flatten();
    let mut buildings = Vec::new();
    for building in find::buildings(r, id)? {
        let counts = store::building_counts(r, building.id)?;
        let grid = building.grid.map(|g| find::grid(r, g)).transpose()?.flatten().map_or_else(String::new, |g| g.name);
        let heads = find::in_charge_of_building(r, building.id, day)?;
        let mut names = Vec::new();
        for seat in heads {
            names.push(format!("{} {}", seat.title, name_of(r, lang, seat.person)?));
        }
        buildings.push((building, counts, grid, names.join("、")));
    }
    let mut grids = Vec::new();
    for grid in find::grids(r, id)? {
        let mut workers = Vec::new();
        for seat in find::in_charge_of_grid(r, grid.id, day)? {
            workers.push(name_of(r, lang, seat.person)?);
        }
        let n = store::buildings_of_grid(r, grid.id)?;
        grids.push((grid, workers, n));
    }
    let former = find::former_names(r, id)?;
    let company = company.unwrap_or_default();
    Ok(Seen { area, parent, successor, former, children, grids, buildings, company })
}

/// `GET /places/area/{area}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: AreaId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, now, may) = (visit.lang, visit.scope(), visit.now(), May::of(&visit));
    let s = look(&visit, move |r| seen(r, &scope, id, lang, now.day())).await?;
    let t = t(lang);
    let (here, change) = (url(id), may.change && s.successor.is_none());
    let said = said(&visit, "saved").then(|| t.msg_reg_saved());
    let community = matches!(s.area.kind, AreaKind::Community | AreaKind::Village);
    let mut view = View::new(s.area.name.clone())
        .back("/places", t.msg_places_title())
        .said(said)
        .act(change && s.area.kind.is_place(), format!("{here}/building"), t.msg_building_new(), Icon::Plus)
        .act(change && community, format!("{here}/new"), t.msg_area_new(), Icon::Plus)
        .act(change, format!("{here}/change"), t.msg_reg_change(), Icon::Pencil)
        .act(change, format!("{here}/merge"), t.msg_area_merge(), Icon::ArrowRight);
    if let Some(to) = &s.successor {
        view.lead = t.msg_area_merged_into(&to.name);
    }
    view.sections.push(Section::facts(String::new(), facts(&visit, &s)));
    if community {
        let grids = Section::table(t.msg_grids(), &grid_table(lang, &here, change, &s), t.msg_grids_none());
        view.sections.push(grids.act(change, format!("{here}/grid"), t.msg_grid_new()));
    }
    if !s.children.is_empty() {
        let rows = s.children.iter().map(|a| Line {
            url: url(a.id),
            title: a.name.clone(),
            sub: if a.code == a.name { String::new() } else { a.code.clone() },
            ..Line::default()
        });
        let table = Table { caption: t.msg_area_within(), heads: vec![t.msg_area_name()], rows: rows.collect() };
        view.sections.push(Section::new(t.msg_area_within(), &table));
    }
    if s.area.kind.is_place() && (!community || !s.buildings.is_empty()) {
        let head = if community { t.msg_buildings_loose() } else { t.msg_buildings() };
        view.sections.push(Section::table(head, &building_table(lang, &s), t.msg_buildings_none()));
    }
    Ok(view.show(&visit))
}

fn facts(visit: &Visit, s: &Seen) -> Vec<(String, String)> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let former = s.former.iter().filter(|f| f.name != s.area.name || f.code != s.area.code);
    let former: Vec<String> = former.map(|f| t.msg_area_former_until(&f.name, say::date(lang, f.until, now))).collect();
    vec![
        (t.msg_area_kind(), s.area.kind.say(lang).to_owned()),
        (t.msg_org_short(), s.area.code.clone()),
        (t.msg_area_parent(), s.parent.as_ref().map_or_else(String::new, |p| p.name.clone())),
        (t.msg_reg_term(), super::term(lang, s.area.since, s.area.until, now)),
        (t.msg_area_company(), s.company.clone()),
        (t.msg_area_former(), former.join("、")),
    ]
}

fn grid_table(lang: Lang, here: &str, change: bool, s: &Seen) -> Table {
    let t = t(lang);
    let rows = s.grids.iter().map(|(grid, workers, n)| Line {
        url: if change { format!("{here}/grid?id={}", grid.id) } else { String::new() },
        title: grid.name.clone(),
        sub: String::new(),
        cells: vec![
            if workers.is_empty() { t.msg_grid_no_worker() } else { workers.join("、") },
            grid.phone.as_deref().map_or_else(String::new, say::phone),
            n.to_string(),
        ],
        act: None,
    });
    let heads = vec![t.msg_grid(), t.msg_grid_worker(), t.msg_grid_phone(), t.msg_area_buildings()];
    Table { caption: t.msg_grids(), heads, rows: rows.collect() }
}

fn building_table(lang: Lang, s: &Seen) -> Table {
    let t = t(lang);
    let rows = s.buildings.iter().map(|(b, [units, households], grid, heads)| Line {
        url: super::buildings::url(b.id),
        title: b.name.clone(),
        sub: String::new(),
        cells: vec![units.to_string(), households.to_string(), grid.clone(), heads.clone()],
        act: None,
    });
    let heads =
        vec![t.msg_building(), t.msg_area_units(), t.msg_area_households(), t.msg_grid(), t.msg_building_head()];
    Table { caption: t.msg_buildings(), heads, rows: rows.collect() }
}
