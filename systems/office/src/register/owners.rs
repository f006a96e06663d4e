//! The form of an owner-set: who owns a unit, and what else they own together.

use super::kit::{Ask, Heads, Sheet, look, send, within};
use super::units;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Lang, OrgId, OwnerSetId, PersonId, UnitId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, OwnerSetRow, UnitRow};
use lianxin_register::{self as register, Owner, OwnerSet};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Choice, Choices, Html, Look};
use lianxin_web::{Fields, Trouble, Visit};

/// What the form stands on.
struct Ground {
    unit: UnitRow,
    now: Option<OwnerSetRow>,
    chosen: Vec<Owner>,
    others: Vec<UnitRow>,
    /// People who have to do with the unit, and who own it now.
    people: Vec<(PersonId, String)>,
    orgs: Vec<(OrgId, String)>,
    /// The other doors of the building.
    doors: Vec<UnitRow>,
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: UnitId, lang: Lang, day: Day) -> Result<Ground, Stop> {
    let unit = within(scope, find::unit(r, id)?, |u| u.area)?;
    let now = find::owner_set_of(r, id, day)?;
    let chosen = now.map(|s| find::owners(r, s.id)).transpose()?.unwrap_or_default();
    let mut ids: Vec<PersonId> = units::people(r, id, day)?.into_iter().map(|l| l.relation.person).collect();
    ids.extend(chosen.iter().filter_map(|o| if let Owner::Person(p) = o { Some(*p) } else { None }));
    ids.sort_unstable();
    ids.dedup();
    let mut people = Vec::new();
    for person in ids {
        people.push((person, super::name_of(r, lang, Some(person))?));
    }
    let mut orgs = Vec::new();
    let mut areas = find::ancestors(r, unit.area)?;
    areas.extend(find::area(r, unit.area)?);
    for area in areas {
        orgs.extend(find::orgs(r, area.id)?.into_iter().map(|o| (o.id, o.name)));
    }
    let owned = now.map(|s| find::owned(r, s.id)).transpose()?.unwrap_or_default();
    let mut others = Vec::new();
    for other in owned.into_iter().filter(|u| *u != id) {
        others.extend(find::unit(r, other)?);
    }
    let mut doors = find::units(r, unit.building)?;
    doors.retain(|u| u.id != id);
    Ok(Ground { unit, now, chosen, others, people, orgs, doors })
}

fn sheet(visit: &Visit, fields: &Fields, g: &Ground) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let mut who = Choices::new(lang, Look::Checks, "owners", t.msg_owners_people()).hint(t.msg_owners_people_hint());
    who = who.error(fields.fault("owners"));
    for (id, name) in &g.people {
        who = who.item(Choice::new(id.to_string(), name.clone()));
    }
    who = fields.all("owners").fold(who, |all, id| all.chosen(id.to_owned()));
    let mut orgs = vec![Choice::new("", t.msg_owners_no_org())];
    orgs.extend(g.orgs.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())));
    let mut also = Choices::new(lang, Look::Checks, "also", t.msg_owners_also()).hint(t.msg_owners_also_hint());
    for unit in g.doors.iter().chain(g.others.iter().filter(|u| u.building != g.unit.building)) {
        also = also.item(Choice::new(unit.id.to_string(), unit.label.clone()));
    }
    also = fields.all("also").fold(also, |all, id| all.chosen(id.to_owned()));
    let mut parts = Vec::new();
    if !g.people.is_empty() {
        parts.push(Html::of(&who));
    }
    parts.push(ask.may_pick("org", t.msg_owners_org(), orgs));
    parts.push(ask.day("since", t.msg_reg_since(), true));
    parts.push(ask.day("until", t.msg_reg_until(), false));
    parts.push(Html::of(&also));
    let page = Sheet {
        title: t.msg_owners_set(),
        lead: t.msg_owners_lead(&g.unit.label),
        back: (units::url(g.unit.id), g.unit.label.clone()),
        action: format!("{}/owners", units::url(g.unit.id)),
        parts,
        promise: t.msg_owners_promise(),
        submit: t.msg_reg_save(),
    };
    page.show(visit, fields)
}

/// `GET /places/unit/{unit}/owners`
pub(super) async fn form(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day) = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day)).await?;
    let since = g.now.map_or(day, |s| s.since);
    let mut fields = Fields::empty(lang).with("since", &since.to_string());
    if let Some(until) = g.now.and_then(|s| s.until) {
        fields = fields.with("until", &until.to_string());
    }
    for owner in &g.chosen {
        fields = match owner {
            Owner::Person(id) => fields.with("owners", &id.to_string()),
            Owner::Org(id) => fields.with("org", &id.to_string()),
        };
    }
    for unit in &g.others {
        fields = fields.with("also", &unit.id.to_string());
    }
    Ok(sheet(&visit, &fields, &g))
}

/// `POST /places/unit/{unit}/owners`: the set the unit belongs to today is changed; where there is none, one begins.
pub(super) async fn send_form(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day) = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day)).await?;
    let picked = |name: &str, id: String| fields.all(name).any(|value| value == id);
    let mut owners: Vec<Owner> =
        g.people.iter().filter(|(id, _)| picked("owners", id.to_string())).map(|(id, _)| Owner::Person(*id)).collect();
    let org = fields.raw("org").to_owned();
    owners.extend(g.orgs.iter().find(|(id, _)| id.to_string() == org).map(|(id, _)| Owner::Org(*id)));
    let also = g.doors.iter().chain(&g.others).filter(|u| picked("also", u.id.to_string())).map(|u| u.id);
    let mut units: Vec<UnitId> = std::iter::once(id).chain(also).collect();
    units.sort_unstable();
    units.dedup();
    let (since, until) = (fields.day("since"), fields.opt_day("until"));
    if let (true, Some(since)) = (fields.good(), since) {
        let new = OwnerSetId::new(visit.chance(), visit.now());
        let owner_set = g.now.map_or(new, |s| s.id);
        let act = OwnerSet { owner_set, units, owners, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::owner_set(tx, heads.first(), act.clone());
        let to = format!("{}?said=saved", units::url(id));
        if let Some(done) = send(&visit, &mut fields, g.unit.area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(sheet(&visit, &fields, &g))
}
