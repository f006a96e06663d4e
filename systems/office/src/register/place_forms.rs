//! Forms of areas and grids: a compound registered, an area renamed or merged, a grid with its duty phone and worker.

use super::areas::url;
use super::kit::{Ask, Heads, Sheet, look, send, within};
use super::{Gone, name_of};
use crate::asked::{Query, asked};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, ChargeId, Day, GridId, Lang, SeatId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, AreaRow, GridRow};
use lianxin_register::{self as register, Area, AreaKind, AreaMerge, Charge, Grid};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::Choice;
use lianxin_web::{Fields, Trouble, Visit};

fn area(r: &mut Read<'_>, scope: &Scope, id: AreaId) -> Result<AreaRow, Stop> {
    within(scope, find::area(r, id)?, |a| a.id)
}

fn new_sheet(visit: &Visit, fields: &Fields, above: &AreaRow) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_area_new(),
        lead: above.name.clone(),
        back: (url(above.id), above.name.clone()),
        action: format!("{}/new", url(above.id)),
        parts: vec![
            ask.need("name", t.msg_area_name(), 40),
            ask.may("code", t.msg_area_code(), t.msg_area_code_hint(), 20),
            ask.day("since", t.msg_reg_since(), true),
        ],
        promise: String::new(),
        submit: t.msg_area_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/area/{area}/new`: a compound of a community.
pub(super) async fn area_new(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let above = look(&visit, move |r| area(r, &scope, id)).await?;
    let fields = Fields::empty(visit.lang).with("since", &visit.now().day().to_string());
    Ok(new_sheet(&visit, &fields, &above))
}

/// `POST /places/area/{area}/new`. Without a short name the letters and digits of the name are it.
pub(super) async fn area_new_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let above = look(&visit, move |r| area(r, &scope, id)).await?;
    let (name, code, since) = (fields.line("name", 40), fields.opt_line("code", 20), fields.day("since"));
    if let (true, Some(since)) = (fields.good(), since) {
        let new = AreaId::new(visit.chance(), visit.now());
        let plain = || name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let code = code.unwrap_or_else(plain);
        let kind = AreaKind::Compound;
        let act = Area { area: new, parent: Some(id), kind, code, name, since, until: None, grade: None };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::area(tx, heads.first(), act.clone());
        if let Some(done) = send(&visit, &mut fields, id, format!("{}?said=saved", url(new)), run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &above))
}

fn change_sheet(visit: &Visit, fields: &Fields, a: &AreaRow) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_area_change(),
        lead: a.name.clone(),
        back: (url(a.id), a.name.clone()),
        action: format!("{}/change", url(a.id)),
        parts: vec![
            ask.need("name", t.msg_area_name(), 40),
            ask.need("code", t.msg_area_code(), 20),
            ask.day("since", t.msg_reg_since(), true),
            ask.day("until", t.msg_reg_until(), false),
        ],
        promise: t.msg_area_change_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/area/{area}/change`
pub(super) async fn area_change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let a = look(&visit, move |r| area(r, &scope, id)).await?;
    let until = a.until.map_or_else(String::new, |d| d.to_string());
    let fields = Fields::empty(visit.lang).with("name", &a.name).with("code", &a.code);
    let fields = fields.with("since", &a.since.to_string()).with("until", &until);
    Ok(change_sheet(&visit, &fields, &a))
}

/// `POST /places/area/{area}/change`
pub(super) async fn area_change_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let a = look(&visit, move |r| area(r, &scope, id)).await?;
    let (name, code) = (fields.line("name", 40), fields.line("code", 20));
    let (since, until) = (fields.day("since"), fields.opt_day("until"));
    if let (true, Some(since)) = (fields.good(), since) {
        let grade = a.grade.clone();
        let act = Area { area: id, parent: a.parent, kind: a.kind, code, name, since, until, grade };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::area(tx, heads.first(), act.clone());
        if let Some(done) = send(&visit, &mut fields, id, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(change_sheet(&visit, &fields, &a))
}

/// The area, and those it may be merged into: of its step, around it, in the visitor's scope.
fn mergeable(r: &mut Read<'_>, scope: &Scope, id: AreaId, on: Day) -> Result<(AreaRow, Vec<AreaRow>), Stop> {
    let a = area(r, scope, id)?;
    let mut others = Vec::new();
    for root in find::roots(r)? {
        others.extend(find::areas_below(r, root.id)?);
    }
    others.retain(|o| o.id != id && o.kind.step() == a.kind.step() && o.holds(on) && scope.covers(o.id));
    Ok((a, others))
}

fn merge_sheet(visit: &Visit, fields: &Fields, a: &AreaRow, others: &[AreaRow]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let items = others.iter().map(|o| Choice::new(o.id.to_string(), o.name.clone())).collect();
    let sheet = Sheet {
        title: t.msg_area_merge_title(&a.name),
        lead: t.msg_area_merge_lead(),
        back: (url(a.id), a.name.clone()),
        action: format!("{}/merge", url(a.id)),
        parts: vec![
            ask.pick("successor", t.msg_area_successor(), String::new(), items),
            ask.day("until", t.msg_area_last_day(), true),
        ],
        promise: t.msg_area_merge_promise(),
        submit: t.msg_area_merge(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/area/{area}/merge`
pub(super) async fn merge(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let day = visit.now().day();
    let (a, others) = look(&visit, move |r| mergeable(r, &scope, id, day)).await?;
    let fields = Fields::empty(visit.lang).with("until", &day.to_string());
    Ok(merge_sheet(&visit, &fields, &a, &others))
}

/// `POST /places/area/{area}/merge`
pub(super) async fn merge_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let day = visit.now().day();
    let (a, others) = look(&visit, move |r| mergeable(r, &scope, id, day)).await?;
    let (chosen, until) = (fields.id::<AreaId>("successor"), fields.day("until"));
    let successor = chosen.filter(|to| others.iter().any(|o| o.id == *to));
    if chosen.is_some() && successor.is_none() {
        fields.refuse(&register::Refusal::MergeWith);
    }
    if let (true, Some(successor), Some(until)) = (fields.good(), successor, until) {
        let act = AreaMerge { area: id, successor, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::area_merge(tx, heads.first(), act);
        if let Some(done) = send(&visit, &mut fields, id, format!("{}?said=saved", url(successor)), run).await? {
            return Ok(done);
        }
    }
    Ok(merge_sheet(&visit, &fields, &a, &others))
}

/// A community with the grid a form is about and the seats that may look after it.
struct Ground {
    area: AreaRow,
    grid: Option<GridRow>,
    worker: Option<SeatId>,
    seats: Vec<(SeatId, String)>,
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: AreaId, grid: &str, lang: Lang, on: Day) -> Result<Ground, Stop> {
    let area = area(r, scope, id)?;
    let grid = match grid.parse::<GridId>() {
        Ok(grid) => Some(find::grid(r, grid)?.filter(|g| g.area == id).ok_or(Gone)?),
        Err(_) if grid.is_empty() => None,
        Err(_) => return Err(Gone.into()),
    };
    let mut seats = Vec::new();
    let mut around = find::ancestors(r, id)?;
    around.push(area.clone());
    for seat in find::seats_below(r, id)? {
        if seat.holds(on) && around.iter().any(|a| a.id == seat.area) && seat.person.is_some() {
            seats.push((seat.id, format!("{} {}", name_of(r, lang, seat.person)?, seat.title)));
        }
    }
    let held = grid.as_ref().map(|g| find::in_charge_of_grid(r, g.id, on)).transpose()?.unwrap_or_default();
    let worker = held.first().map(|s| s.id);
    Ok(Ground { area, grid, worker, seats })
}

fn grid_sheet(visit: &Visit, fields: &Fields, g: &Ground) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let mut workers = vec![Choice::new("", t.msg_grid_no_worker())];
    workers.extend(g.seats.iter().map(|(id, words)| Choice::new(id.to_string(), words.clone())));
    let query = g.grid.as_ref().map_or_else(String::new, |grid| format!("?id={}", grid.id));
    let sheet = Sheet {
        title: if g.grid.is_some() { t.msg_grid_change() } else { t.msg_grid_new() },
        lead: g.area.name.clone(),
        back: (url(g.area.id), g.area.name.clone()),
        action: format!("{}/grid{query}", url(g.area.id)),
        parts: vec![
            ask.need("name", t.msg_grid_name(), 40),
            ask.phone(t.msg_grid_phone(), t.msg_grid_phone_hint()),
            ask.may_pick("worker", t.msg_grid_worker(), workers),
        ],
        promise: String::new(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/area/{area}/grid?id=`
pub(super) async fn grid(visit: Visit, Path(id): Path<String>, query: Query) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day, which) = (visit.lang, visit.now().day(), asked(&query, "id").to_owned());
    let g = look(&visit, move |r| ground(r, &scope, id, &which, lang, day)).await?;
    let mut fields = Fields::empty(lang);
    if let Some(grid) = &g.grid {
        let worker = g.worker.map_or_else(String::new, |s| s.to_string());
        let phone = grid.phone.as_deref().map_or_else(String::new, crate::say::phone);
        fields = fields.with("name", &grid.name).with("phone", &phone).with("worker", &worker);
    }
    Ok(grid_sheet(&visit, &fields, &g))
}

/// `POST /places/area/{area}/grid?id=`: the grid; another worker begins today, the former one's charge ended yesterday.
pub(super) async fn grid_send(
    visit: Visit,
    Path(id): Path<String>,
    query: Query,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (AreaId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day, which) = (visit.lang, visit.now().day(), asked(&query, "id").to_owned());
    let g = look(&visit, move |r| ground(r, &scope, id, &which, lang, day)).await?;
    let (name, phone, worker) =
        (fields.line("name", 40), fields.opt_line("phone", 40), fields.opt_id::<SeatId>("worker"));
    if fields.good() {
        let grid = g.grid.as_ref().map_or_else(|| GridId::new(visit.chance(), visit.now()), |g| g.id);
        let (act, before) = (Grid { grid, area: id, name, phone }, g.worker);
        let new = ChargeId::new(visit.chance(), visit.now());
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            let receipt = register::grid(tx, heads.first(), act.clone())?;
            if worker != before {
                end_charges(tx, heads, grid, day)?;
                if let Some(seat) = worker {
                    let since = day;
                    let charge = Charge { charge: new, seat, grid: Some(grid), building: None, since, until: None };
                    register::charge(tx, heads.nth(1), charge)?;
                }
            }
            Ok(receipt)
        };
        if let Some(done) = send(&visit, &mut fields, id, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(grid_sheet(&visit, &fields, &g))
}

/// Who looked after a grid until now did so until yesterday; who began today did not begin.
fn end_charges(tx: &mut Tx<'_>, heads: &Heads, grid: GridId, day: Day) -> Result<(), Stop> {
    for (n, c) in (2..).zip(find::charges_of_grid(tx, grid, day)?) {
        let until = Some(day.plus(-1).max(c.since));
        let charge = Charge { charge: c.id, seat: c.seat, grid: c.grid, building: c.building, since: c.since, until };
        register::charge(tx, heads.nth(n), charge)?;
    }
    Ok(())
}
