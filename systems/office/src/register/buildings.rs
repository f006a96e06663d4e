//! A building: its doors by entrance, who looks after it; and the forms that change it.

use super::kit::{Ask, Heads, Line, Section, Sheet, Table, View, look, send, within};
use super::{May, areas, name_of, said, units};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, BuildingId, Day, EntranceId, GridId, Lang, UnitId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, AreaRow, BuildingRow, EntranceRow, GridRow, UnitRow};
use lianxin_register::{self as register, Building, Door, Entrance, Unit, UnitKind, Units};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::Choice;
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Trouble, Visit};
use std::collections::BTreeMap;

/// A building made from a form has at most so many storeys and flats a storey.
const STOREYS: i64 = 40;
const FLATS: i64 = 12;

/// The address of a building's page.
pub(super) fn url(building: BuildingId) -> String {
    format!("/places/building/{building}")
}

struct Seen {
    building: BuildingRow,
    area: AreaRow,
    entrances: Vec<EntranceRow>,
    /// Each unit with the names of those who live there.
    units: Vec<(UnitRow, String)>,
    grid: Option<GridRow>,
    heads: Vec<String>,
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: BuildingId, lang: Lang, day: Day) -> Result<Seen, Stop> {
    let building = within(scope, find::building(r, id)?, |b| b.area)?;
    let area = find::area(r, building.area)?.ok_or(super::Gone)?;
    let mut heads = Vec::new();
    for seat in find::in_charge_of_building(r, id, day)? {
        heads.push(format!("{} {}", seat.title, name_of(r, lang, seat.person)?));
    }
    let mut doors = Vec::new();
    for unit in find::units(r, id)? {
        let mut names = Vec::new();
        for person in units::people(r, unit.id, day)? {
            names.push(name_of(r, lang, Some(person.relation.person))?);
        }
        names.dedup();
        doors.push((unit, names.join("、")));
    }
    let grid = find::grid_of_building(r, id)?;
    let entrances = find::entrances(r, id)?;
    Ok(Seen { building, area, entrances, units: doors, grid, heads })
}

/// `GET /places/building/{building}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: BuildingId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, day, may) = (visit.lang, visit.scope(), visit.now().day(), May::of(&visit));
    let s = look(&visit, move |r| seen(r, &scope, id, lang, day)).await?;
    let (t, here) = (t(lang), url(id));
    let mut view = View::new(format!("{} {}", s.area.name, s.building.name))
        .back(areas::url(s.area.id), s.area.name.clone())
        .said(said(&visit, "saved").then(|| t.msg_reg_saved()))
        .act(may.change, format!("{here}/unit"), t.msg_unit_new(), Icon::Plus)
        .act(may.change, format!("{here}/entrance"), t.msg_entrance_new(), Icon::Plus)
        .act(may.change && s.units.len() > 1, format!("{here}/merge"), t.msg_unit_merge(), Icon::ArrowRight)
        .act(may.change, format!("{here}/change"), t.msg_reg_change(), Icon::Pencil);
    let grid = s.grid.as_ref();
    let phone = grid.and_then(|g| g.phone.as_deref()).map_or_else(String::new, crate::say::phone);
    let facts = vec![
        (t.msg_grid(), grid.map_or_else(String::new, |g| g.name.clone())),
        (t.msg_grid_phone(), phone),
        (t.msg_building_head(), s.heads.join("、")),
    ];
    view.sections.push(Section::facts(String::new(), facts));
    let mut groups: BTreeMap<Option<usize>, Vec<&(UnitRow, String)>> = BTreeMap::new();
    for unit in &s.units {
        let at = s.entrances.iter().position(|e| Some(e.id) == unit.0.entrance);
        groups.entry(at).or_default().push(unit);
    }
    if s.units.is_empty() {
        view.sections.push(Section::table(String::new(), &table(lang, String::new(), &[]), t.msg_units_none()));
    }
    // Doors by an entrance first, those without one last.
    let (without, by_entrance): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(at, _)| at.is_none());
    for (at, doors) in by_entrance.into_iter().chain(without) {
        let name = at.and_then(|i| s.entrances.get(i)).map(|e| e.name.clone());
        let head = name.unwrap_or_else(|| if s.entrances.is_empty() { t.msg_units() } else { t.msg_units_other() });
        view.sections.push(Section::table(head.clone(), &table(lang, head, &doors), String::new()));
    }
    Ok(view.show(&visit))
}

fn table(lang: Lang, caption: String, doors: &[&(UnitRow, String)]) -> Table {
    let t = t(lang);
    let rows = doors.iter().map(|(unit, names)| Line {
        url: units::url(unit.id),
        title: unit.label.clone(),
        sub: String::new(),
        cells: vec![
            units::kind(lang, unit),
            unit.floor_area.map_or_else(String::new, |a| t.msg_unit_m2(a.to_string())),
            names.clone(),
        ],
        act: None,
    });
    let heads = vec![t.msg_unit(), t.msg_unit_kind(), t.msg_unit_area(), t.msg_area_households()];
    Table { caption, heads, rows: rows.collect() }
}

/// The area a building is to stand in, with the grids it may belong to.
fn ground(r: &mut Read<'_>, scope: &Scope, id: AreaId) -> Result<(AreaRow, Vec<GridRow>), Stop> {
    let area = within(scope, find::area(r, id)?, |a| a.id)?;
    let mut grids = find::grids(r, id)?;
    if let Some(parent) = area.parent {
        grids.extend(find::grids(r, parent)?);
    }
    Ok((area, grids))
}

fn grid_choices(lang: Lang, grids: &[GridRow]) -> Vec<Choice<'static>> {
    let none = Choice::new("", t(lang).msg_grid_none());
    std::iter::once(none).chain(grids.iter().map(|g| Choice::new(g.id.to_string(), g.name.clone()))).collect()
}

fn new_sheet(visit: &Visit, fields: &Fields, area: &AreaRow, grids: &[GridRow]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_building_new(),
        lead: area.name.clone(),
        back: (areas::url(area.id), area.name.clone()),
        action: format!("{}/building", areas::url(area.id)),
        parts: vec![
            ask.need("name", t.msg_building_name(), 20),
            ask.may_pick("grid", t.msg_grid(), grid_choices(visit.lang, grids)),
            ask.may("entrances", t.msg_building_entrances(), t.msg_building_entrances_hint(), 2),
            ask.may("storeys", t.msg_building_storeys(), String::new(), 2),
            ask.may("flats", t.msg_building_flats(), String::new(), 2),
        ],
        promise: String::new(),
        submit: t.msg_building_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/area/{area}/building`
pub(super) async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (area, grids) = look(&visit, move |r| ground(r, &scope, id)).await?;
    Ok(new_sheet(&visit, &Fields::empty(visit.lang), &area, &grids))
}

/// A whole number of a form; empty is none.
fn number(fields: &mut Fields, lang: Lang, name: &'static str, most: i64) -> i64 {
    let typed: String = fields.raw(name).trim().chars().map(lianxin_base::half_width).collect();
    if typed.is_empty() {
        return 0;
    }
    let read = typed.parse::<i64>().ok().filter(|n| (0..=most).contains(n));
    if read.is_none() {
        fields.note(name, "office.number", t(lang).msg_reg_number(most));
    }
    read.unwrap_or(0)
}

/// `POST /places/area/{area}/building`: the building, and the doors of its staircases if they are all alike.
pub(super) async fn new_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (area, grids) = look(&visit, move |r| ground(r, &scope, id)).await?;
    let (lang, name, grid) = (visit.lang, fields.line("name", 20), fields.opt_id::<GridId>("grid"));
    let entrances = number(&mut fields, lang, "entrances", 10);
    let (storeys, flats) = (number(&mut fields, lang, "storeys", STOREYS), number(&mut fields, lang, "flats", FLATS));
    let building = BuildingId::new(visit.chance(), visit.now());
    if fields.good() {
        let stairs = stairs(&visit, building, entrances);
        let doors = doors(&visit, &stairs, storeys, flats);
        let act = Building { building, area: id, grid, sort: number_of(&name), name, units: Vec::new() };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            let receipt = register::building(tx, heads.first(), act.clone())?;
            for (n, entrance) in (2..).zip(&stairs) {
                register::entrance(tx, heads.nth(n), entrance.clone())?;
            }
            if !doors.is_empty() {
                register::units(tx, heads.nth(1), Units { building, doors: doors.clone() })?;
            }
            Ok(receipt)
        };
        if let Some(done) = send(&visit, &mut fields, id, format!("{}?said=saved", url(building)), run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &area, &grids))
}

fn stairs(visit: &Visit, building: BuildingId, n: i64) -> Vec<Entrance> {
    let one = |sort| Entrance {
        entrance: EntranceId::new(visit.chance(), visit.now()),
        building,
        name: format!("{sort} 单元"),
        sort,
    };
    (1..=n).map(one).collect()
}

/// The doors of staircases that are all alike: `2 单元 301`.
fn doors(visit: &Visit, stairs: &[Entrance], storeys: i64, flats: i64) -> Vec<Door> {
    let all = stairs.iter().map(Some).chain(std::iter::once(None).filter(|_| stairs.is_empty()));
    let mut doors = Vec::new();
    for entrance in all {
        for (storey, flat) in (1..=storeys).flat_map(|s| (1..=flats).map(move |f| (s, f))) {
            let before = entrance.map_or_else(String::new, |e| format!("{} ", e.name));
            let (unit, label) = (UnitId::new(visit.chance(), visit.now()), format!("{before}{storey}{flat:02}"));
            let unit = Unit { unit, kind: UnitKind::Dwelling, label, floor_area: None, area_source: None };
            doors.push(Door { unit, entrance: entrance.map(|e| e.entrance), used: None });
        }
    }
    doors
}

/// The first number in a name, which is its place in lists.
fn number_of(name: &str) -> i64 {
    let digits: String = name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn change_sheet(visit: &Visit, fields: &Fields, b: &BuildingRow, grids: &[GridRow]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_building_change(),
        lead: b.name.clone(),
        back: (url(b.id), b.name.clone()),
        action: format!("{}/change", url(b.id)),
        parts: vec![
            ask.need("name", t.msg_building_name(), 20),
            ask.may_pick("grid", t.msg_grid(), grid_choices(visit.lang, grids)),
        ],
        promise: String::new(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

fn built(r: &mut Read<'_>, scope: &Scope, id: BuildingId) -> Result<(BuildingRow, Vec<GridRow>), Stop> {
    let building = within(scope, find::building(r, id)?, |b| b.area)?;
    let (_, grids) = ground(r, scope, building.area)?;
    Ok((building, grids))
}

/// `GET /places/building/{building}/change`
pub(super) async fn change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, grids) = look(&visit, move |r| built(r, &scope, id)).await?;
    let grid = b.grid.map_or_else(String::new, |g| g.to_string());
    let fields = Fields::empty(visit.lang).with("name", &b.name).with("grid", &grid);
    Ok(change_sheet(&visit, &fields, &b, &grids))
}

/// `POST /places/building/{building}/change`
pub(super) async fn change_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, grids) = look(&visit, move |r| built(r, &scope, id)).await?;
    let (name, grid) = (fields.line("name", 20), fields.opt_id::<GridId>("grid"));
    if fields.good() {
        let act = Building { building: id, area: b.area, grid, name, sort: b.sort, units: Vec::new() };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::building(tx, heads.first(), act.clone());
        if let Some(done) = send(&visit, &mut fields, b.area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(change_sheet(&visit, &fields, &b, &grids))
}

fn entrance_sheet(visit: &Visit, fields: &Fields, b: &BuildingRow) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_entrance_new(),
        lead: t.msg_entrance_lead(),
        back: (url(b.id), b.name.clone()),
        action: format!("{}/entrance", url(b.id)),
        parts: vec![ask.need("name", t.msg_entrance_name(), 20)],
        promise: String::new(),
        submit: t.msg_entrance_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/building/{building}/entrance`
pub(super) async fn entrance(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let b = look(&visit, move |r| within(&scope, find::building(r, id)?, |b| b.area)).await?;
    Ok(entrance_sheet(&visit, &Fields::empty(visit.lang), &b))
}

/// `POST /places/building/{building}/entrance`: the entrance; doors whose label begins with its name belong to it.
pub(super) async fn entrance_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let b = look(&visit, move |r| within(&scope, find::building(r, id)?, |b| b.area)).await?;
    let name = fields.line("name", 20);
    if fields.good() {
        let new = EntranceId::new(visit.chance(), visit.now());
        let act = Entrance { entrance: new, building: id, sort: number_of(&name), name };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| units::entrance_with_doors(tx, heads, &act);
        if let Some(done) = send(&visit, &mut fields, b.area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(entrance_sheet(&visit, &fields, &b))
}
