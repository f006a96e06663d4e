//! Forms of units: one registered, changed, split, several merged.

use super::kit::{Ask, Heads, Sheet, choices, look, send, within};
use super::{buildings, units};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Area as FloorArea, BuildingId, EntranceId, UnitId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, BuildingRow, EntranceRow, UnitRow};
use lianxin_register::{self as register, AreaSource, Door, Unit, UnitChange, UnitKind, UnitUse, Units};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Choice, Choices, Html, Look};
use lianxin_web::{Fields, Trouble, Visit};

fn parts(ask: Ask<'_>, entrances: &[EntranceRow]) -> Vec<Html> {
    let (lang, t) = (ask.lang, t(ask.lang));
    let mut doors = vec![Choice::new("", t.msg_entrance_without())];
    doors.extend(entrances.iter().map(|e| Choice::new(e.id.to_string(), e.name.clone())));
    let mut uses = vec![Choice::new("", t.msg_unit_use_same())];
    uses.extend(choices(UnitUse::ALL, |u| u.say(lang)));
    let mut sources = vec![Choice::new("", t.msg_unit_source_none())];
    sources.extend(choices(AreaSource::ALL, |s| s.say(lang)));
    vec![
        ask.need("units", t.msg_unit_label(), 20),
        ask.may_pick("entrance", t.msg_entrance(), doors),
        ask.pick("kind", t.msg_unit_kind(), String::new(), choices(UnitKind::ALL, |k| k.say(lang))),
        ask.may_pick("used", t.msg_unit_use(), uses),
        ask.may("floor_area", t.msg_unit_area_m2(), String::new(), 12),
        ask.may_pick("source", t.msg_unit_source(), sources),
    ]
}

fn read(fields: &mut Fields, unit: UnitId) -> Option<Door> {
    let label = fields.line("units", 20);
    let (entrance, kind) = (fields.opt_id::<EntranceId>("entrance"), fields.id::<UnitKind>("kind"));
    let (used, source) = (fields.opt_id::<UnitUse>("used"), fields.opt_id::<AreaSource>("source"));
    let typed = fields.raw("floor_area").trim().to_owned();
    let floor_area = FloorArea::parse(&typed);
    if !typed.is_empty() && floor_area.is_none() {
        fields.refuse(&register::Refusal::FloorArea);
    }
    let kind = kind.filter(|_| fields.good())?;
    Some(Door { unit: Unit { unit, kind, label, floor_area, area_source: source }, entrance, used })
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: BuildingId) -> Result<(BuildingRow, Vec<EntranceRow>), Stop> {
    Ok((units::building(r, scope, id)?, find::entrances(r, id)?))
}

fn new_sheet(visit: &Visit, fields: &Fields, b: &BuildingRow, entrances: &[EntranceRow]) -> Response {
    let t = t(visit.lang);
    let sheet = Sheet {
        title: t.msg_unit_new(),
        lead: b.name.clone(),
        back: (buildings::url(b.id), b.name.clone()),
        action: format!("{}/unit", buildings::url(b.id)),
        parts: parts(Ask { lang: visit.lang, fields }, entrances),
        promise: t.msg_unit_promise(),
        submit: t.msg_unit_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/building/{building}/unit`
pub(super) async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, entrances) = look(&visit, move |r| ground(r, &scope, id)).await?;
    let fields = Fields::empty(visit.lang).with("kind", UnitKind::Dwelling.name());
    Ok(new_sheet(&visit, &fields, &b, &entrances))
}

/// `POST /places/building/{building}/unit`
pub(super) async fn new_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, entrances) = look(&visit, move |r| ground(r, &scope, id)).await?;
    let unit = UnitId::new(visit.chance(), visit.now());
    if let Some(door) = read(&mut fields, unit) {
        let act = Units { building: id, doors: vec![door] };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::units(tx, heads.first(), act.clone());
        let to = format!("{}?said=saved", units::url(unit));
        if let Some(done) = send(&visit, &mut fields, b.area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &b, &entrances))
}

struct One {
    unit: UnitRow,
    entrances: Vec<EntranceRow>,
}

fn one(r: &mut Read<'_>, scope: &Scope, id: UnitId) -> Result<One, Stop> {
    let unit = within(scope, find::unit(r, id)?, |u| u.area)?;
    let entrances = find::entrances(r, unit.building)?;
    Ok(One { unit, entrances })
}

fn change_sheet(visit: &Visit, fields: &Fields, o: &One) -> Response {
    let t = t(visit.lang);
    let sheet = Sheet {
        title: t.msg_unit_change(),
        lead: o.unit.label.clone(),
        back: (units::url(o.unit.id), o.unit.label.clone()),
        action: format!("{}/change", units::url(o.unit.id)),
        parts: parts(Ask { lang: visit.lang, fields }, &o.entrances),
        promise: t.msg_unit_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/unit/{unit}/change`
pub(super) async fn change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let o = look(&visit, move |r| one(r, &scope, id)).await?;
    let text = |id: Option<String>| id.unwrap_or_default();
    let fields = Fields::empty(visit.lang)
        .with("units", &o.unit.label)
        .with("entrance", &text(o.unit.entrance.map(|e| e.to_string())))
        .with("kind", o.unit.kind.name())
        .with("used", &text(o.unit.used.map(|u| u.to_string())))
        .with("floor_area", &text(o.unit.floor_area.map(|a| a.to_string())))
        .with("source", &text(o.unit.area_source.map(|s| s.to_string())));
    Ok(change_sheet(&visit, &fields, &o))
}

/// `POST /places/unit/{unit}/change`
pub(super) async fn change_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let o = look(&visit, move |r| one(r, &scope, id)).await?;
    if let Some(door) = read(&mut fields, id) {
        let act = Units { building: o.unit.building, doors: vec![door] };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::units(tx, heads.first(), act.clone());
        let to = format!("{}?said=saved", units::url(id));
        if let Some(done) = send(&visit, &mut fields, o.unit.area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(change_sheet(&visit, &fields, &o))
}

fn split_sheet(visit: &Visit, fields: &Fields, o: &One) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_unit_split(),
        lead: t.msg_unit_split_lead(&o.unit.label),
        back: (units::url(o.unit.id), o.unit.label.clone()),
        action: format!("{}/split", units::url(o.unit.id)),
        parts: vec![
            ask.area("into", t.msg_unit_split_into(), t.msg_unit_split_hint(), 300),
            ask.day("since", t.msg_reg_since(), true),
        ],
        promise: t.msg_unit_change_promise(),
        submit: t.msg_unit_split(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/unit/{unit}/split`
pub(super) async fn split(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let o = look(&visit, move |r| one(r, &scope, id)).await?;
    let fields = Fields::empty(visit.lang).with("since", &visit.now().day().to_string());
    Ok(split_sheet(&visit, &fields, &o))
}

/// One new unit a line: its label, and after a comma its floor area.
fn lines(visit: &Visit, fields: &mut Fields, like: &UnitRow) -> Vec<Door> {
    let typed = fields.text("into", 300);
    let mut doors = Vec::new();
    for line in typed.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (label, size) = line.split_once([',', '，']).unwrap_or((line, ""));
        let floor_area = FloorArea::parse(size.trim().trim_end_matches(['㎡', '平', '米']));
        if !size.trim().is_empty() && floor_area.is_none() {
            fields.note("into", "register.floor_area", t(visit.lang).msg_unit_split_size(line));
        }
        let unit = UnitId::new(visit.chance(), visit.now());
        let source = floor_area.and(like.area_source);
        let unit = Unit { unit, kind: like.kind, label: label.trim().to_owned(), floor_area, area_source: source };
        doors.push(Door { unit, entrance: like.entrance, used: like.used });
    }
    doors
}

/// `POST /places/unit/{unit}/split`
pub(super) async fn split_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let o = look(&visit, move |r| one(r, &scope, id)).await?;
    let (into, since) = (lines(&visit, &mut fields, &o.unit), fields.day("since"));
    if let (true, Some(since)) = (fields.good(), since) {
        let act = UnitChange { building: o.unit.building, from: vec![id], into, since };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::unit_change(tx, heads.first(), act.clone());
        let to = format!("{}?said=saved", buildings::url(o.unit.building));
        if let Some(done) = send(&visit, &mut fields, o.unit.area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(split_sheet(&visit, &fields, &o))
}

fn merge_sheet(visit: &Visit, fields: &Fields, b: &BuildingRow, all: &[UnitRow]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let mut which = Choices::new(visit.lang, Look::Checks, "from", t.msg_unit_merge_which())
        .error(fields.fault("unit").or_else(|| fields.fault("from")))
        .required();
    for unit in all {
        which = which.item(Choice::new(unit.id.to_string(), unit.label.clone()));
    }
    which = fields.all("from").fold(which, |all, id| all.chosen(id.to_owned()));
    let sheet = Sheet {
        title: t.msg_unit_merge(),
        lead: t.msg_unit_merge_lead(),
        back: (buildings::url(b.id), b.name.clone()),
        action: format!("{}/merge", buildings::url(b.id)),
        parts: vec![
            Html::of(&which),
            ask.need("units", t.msg_unit_merge_into(), 20),
            ask.may("floor_area", t.msg_unit_area_m2(), String::new(), 12),
            ask.day("since", t.msg_reg_since(), true),
        ],
        promise: t.msg_unit_change_promise(),
        submit: t.msg_unit_merge(),
    };
    sheet.show(visit, fields)
}

fn mergeable(r: &mut Read<'_>, scope: &Scope, id: BuildingId) -> Result<(BuildingRow, Vec<UnitRow>), Stop> {
    Ok((units::building(r, scope, id)?, find::units(r, id)?))
}

/// `GET /places/building/{building}/merge`
pub(super) async fn merge(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, all) = look(&visit, move |r| mergeable(r, &scope, id)).await?;
    let fields = Fields::empty(visit.lang).with("since", &visit.now().day().to_string());
    Ok(merge_sheet(&visit, &fields, &b, &all))
}

/// `POST /places/building/{building}/merge`
pub(super) async fn merge_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (BuildingId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (b, all) = look(&visit, move |r| mergeable(r, &scope, id)).await?;
    let chosen: Vec<&UnitRow> = all.iter().filter(|u| fields.all("from").any(|id| id == u.id.to_string())).collect();
    let (label, typed) = (fields.line("units", 20), fields.raw("floor_area").trim().to_owned());
    let (floor_area, since) = (FloorArea::parse(&typed), fields.day("since"));
    if !typed.is_empty() && floor_area.is_none() {
        fields.refuse(&register::Refusal::FloorArea);
    }
    if chosen.len() < 2 {
        fields.note("from", "office.merge_two", t(visit.lang).msg_unit_merge_two());
    }
    if let (true, Some(since), Some(first)) = (fields.good(), since, chosen.first()) {
        let unit = UnitId::new(visit.chance(), visit.now());
        let new = Unit { unit, kind: first.kind, label, floor_area, area_source: floor_area.and(first.area_source) };
        let into = vec![Door { unit: new, entrance: first.entrance, used: first.used }];
        let act = UnitChange { building: id, from: chosen.iter().map(|u| u.id).collect(), into, since };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::unit_change(tx, heads.first(), act.clone());
        if let Some(done) = send(&visit, &mut fields, b.area, format!("{}?said=saved", units::url(unit)), run).await? {
            return Ok(done);
        }
    }
    Ok(merge_sheet(&visit, &fields, &b, &all))
}
