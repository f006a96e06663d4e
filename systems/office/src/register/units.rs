//! A unit: what it is, who lives there and what they are to it, who owns it, where it came from.

use super::kit::{Heads, Line, Section, Table, View, look, within};
use super::{May, buildings, name_of, said, term};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{BuildingId, Day, HouseholdId, Lang, UnitId};
use lianxin_gate::Scope;
use lianxin_journal::Receipt;
use lianxin_register::find::{self, BuildingRow, OwnerSetRow, RelationRow, UnitRow};
use lianxin_register::{self as register, Door, Entrance, Owner, Unit, Units};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Link, Notice, NoticeKind};
use lianxin_web::icons::Icon;
use lianxin_web::{Trouble, Visit};

/// The address of a unit's page.
pub(super) fn url(unit: UnitId) -> String {
    format!("/places/unit/{unit}")
}

/// What it is, and what it is really used as where that differs.
pub(super) fn kind(lang: Lang, unit: &UnitRow) -> String {
    match unit.used {
        Some(used) => t(lang).msg_unit_used_as(unit.kind.say(lang), used.say(lang)),
        None => unit.kind.say(lang).to_owned(),
    }
}

/// The row as an act takes it, to be registered again.
pub(super) fn door(row: &UnitRow) -> Door {
    let unit = Unit {
        unit: row.id,
        kind: row.kind,
        label: row.label.clone(),
        floor_area: row.floor_area,
        area_source: row.area_source,
    };
    Door { unit, entrance: row.entrance, used: row.used }
}

/// Somebody of a unit.
pub(super) struct Lives {
    pub(super) relation: RelationRow,
    pub(super) household: Option<HouseholdId>,
}

/// Who is what to a unit on a day: the members of its households, and those with a relation to the unit alone.
pub(super) fn people(r: &mut Read<'_>, unit: UnitId, on: Day) -> Result<Vec<Lives>, Fault> {
    let mut all: Vec<Lives> = Vec::new();
    for household in find::households_of_unit(r, unit)? {
        for relation in find::members(r, household.id, on)? {
            all.push(Lives { relation, household: Some(household.id) });
        }
    }
    for relation in find::relations_of_unit(r, unit, on)? {
        if !all.iter().any(|x| x.relation.id == relation.id) {
            all.push(Lives { relation, household: None });
        }
    }
    Ok(all)
}

/// An entrance, and the doors of its building whose labels begin with its name.
pub(super) fn entrance_with_doors(tx: &mut Tx<'_>, heads: &Heads, act: &Entrance) -> Result<Receipt, Stop> {
    let receipt = register::entrance(tx, heads.first(), act.clone())?;
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let name = plain(&act.name);
    let own = |u: &&UnitRow| u.entrance.is_none() && plain(&u.label).starts_with(&name);
    let doors: Vec<Door> = find::units(tx, act.building)?
        .iter()
        .filter(own)
        .take(register::UNITS_PER_ACT)
        .map(|u| Door { entrance: Some(act.entrance), ..door(u) })
        .collect();
    if !doors.is_empty() {
        register::units(tx, heads.nth(1), Units { building: act.building, doors })?;
    }
    Ok(receipt)
}

/// Who owns it: the set, the owners' names, the other units of the set.
struct Owned {
    set: OwnerSetRow,
    names: Vec<String>,
    others: Vec<(UnitId, String)>,
}

struct Seen {
    unit: UnitRow,
    building: BuildingRow,
    place: String,
    entrance: Option<String>,
    people: Vec<(Lives, String, Option<String>)>,
    owners: Option<Owned>,
    from: Vec<(UnitId, String)>,
    into: Vec<(UnitId, String)>,
}

fn labels(r: &mut Read<'_>, ids: Vec<UnitId>) -> Result<Vec<(UnitId, String)>, Fault> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(find::unit(r, id)?.map(|u| (id, u.label)));
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(all)
}

/// An owner's name.
fn owner(r: &mut Read<'_>, lang: Lang, owner: Owner) -> Result<String, Fault> {
    match owner {
        Owner::Person(id) => name_of(r, lang, Some(id)),
        Owner::Org(id) => Ok(find::org_name(r, id)?.unwrap_or_default()),
    }
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: UnitId, lang: Lang, day: Day) -> Result<Seen, Stop> {
    let unit = within(scope, find::unit(r, id)?, |u| u.area)?;
    let building = find::building(r, unit.building)?.ok_or(super::Gone)?;
    let place = find::area_name(r, unit.area)?.unwrap_or_default();
    let entrance = unit.entrance.map(|e| find::entrance(r, e)).transpose()?.flatten().map(|e| e.name);
    let mut all = Vec::new();
    for lives in people(r, id, day)? {
        let who = lives.relation.person;
        let (name, phone) = (name_of(r, lang, Some(who))?, find::person_phone(r, who)?);
        all.push((lives, name, phone));
    }
    let owners = match find::owner_set_of(r, id, day)? {
        Some(set) => {
            let mut names = Vec::new();
            for one in find::owners(r, set.id)? {
                names.push(owner(r, lang, one)?);
            }
            let owned = find::owned(r, set.id)?.into_iter().filter(|u| *u != id).collect();
            Some(Owned { set, names, others: labels(r, owned)? })
        }
        None => None,
    };
    let (from, into) = (find::came_from(r, id)?, find::became(r, id)?);
    let (from, into) = (labels(r, from)?, labels(r, into)?);
    Ok(Seen { unit, building, place, entrance, people: all, owners, from, into })
}

/// `GET /places/unit/{unit}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: UnitId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, now, may) = (visit.lang, visit.scope(), visit.now(), May::of(&visit));
    let s = look(&visit, move |r| seen(r, &scope, id, lang, now.day())).await?;
    let (t, here) = (t(lang), url(id));
    let change = may.change && s.unit.until.is_none();
    let mut view = View::new(format!("{} {} {}", s.place, s.building.name, s.unit.label))
        .back(buildings::url(s.building.id), s.building.name.clone())
        .said(told(&visit))
        .act(change, format!("{here}/person"), t.msg_person_new(), Icon::Plus)
        .act(change, format!("{here}/change"), t.msg_reg_change(), Icon::Pencil)
        .act(change, format!("{here}/split"), t.msg_unit_split(), Icon::ArrowRight);
    if let Some(until) = s.unit.until {
        let text = t.msg_unit_gone(crate::say::date(lang, until, now), joined(&s.into));
        view.notice = Some(Notice::new(NoticeKind::Warn, text));
    }
    view.sections.push(Section::facts(String::new(), facts(&visit, &s)));
    view.sections.push(Section::table(t.msg_unit_people(), &table(&visit, may, &s), t.msg_people_none()));
    let owners = match &s.owners {
        Some(Owned { set, names, others }) => Section::facts(
            t.msg_owners(),
            vec![
                (t.msg_owners_who(), names.join("、")),
                (t.msg_reg_term(), term(lang, set.since, set.until, now)),
                (t.msg_owners_also(), joined(others)),
            ],
        ),
        None => Section::table(t.msg_owners(), &empty(), t.msg_owners_none()),
    };
    view.sections.push(owners.act(change, format!("{here}/owners"), t.msg_owners_set()));
    for (head, units) in [(t.msg_unit_from(), &s.from), (t.msg_unit_into(), &s.into)] {
        if !units.is_empty() {
            let rows = units.iter().map(|(id, label)| Line { url: url(*id), title: label.clone(), ..Line::default() });
            let table = Table { caption: head.clone(), heads: vec![t.msg_unit()], rows: rows.collect() };
            view.sections.push(Section::new(head, &table));
        }
    }
    Ok(view.show(&visit))
}

fn told(visit: &Visit) -> Option<String> {
    let t = t(visit.lang);
    if said(visit, "person") {
        return Some(t.msg_person_saved());
    }
    said(visit, "saved").then(|| t.msg_reg_saved())
}

fn joined(units: &[(UnitId, String)]) -> String {
    units.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join("、")
}

const fn empty() -> Table {
    Table { caption: String::new(), heads: Vec::new(), rows: Vec::new() }
}

fn facts(visit: &Visit, s: &Seen) -> Vec<(String, String)> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let size = s.unit.floor_area.map_or_else(String::new, |a| t.msg_unit_m2(a.to_string()));
    vec![
        (t.msg_unit_kind(), kind(lang, &s.unit)),
        (t.msg_entrance(), s.entrance.clone().unwrap_or_default()),
        (t.msg_unit_area(), size),
        (t.msg_unit_source(), s.unit.area_source.map_or_else(String::new, |x| x.say(lang).to_owned())),
    ]
}

fn table(visit: &Visit, may: May, s: &Seen) -> Table {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let several = s.people.iter().filter_map(|(l, ..)| l.household).collect::<std::collections::BTreeSet<_>>();
    let rows = s.people.iter().map(|(lives, name, phone)| {
        let x = &lives.relation;
        let household = lives.household.filter(|_| several.len() > 1);
        let nth = household
            .and_then(|h| several.iter().position(|x| *x == h))
            .map_or_else(String::new, |n| t.msg_household_nth(n as u64 + 1));
        let away = if lives.household.is_none() { t.msg_relation_elsewhere() } else { nth };
        Line {
            url: super::people::url(x.person),
            title: name.clone(),
            sub: away,
            cells: vec![
                x.kind.say(lang).to_owned(),
                may.phone(lang, phone.as_deref()),
                term(lang, x.since, x.until, now),
            ],
            act: may.change.then(|| Link::new(format!("/relations/{}", x.id), t.msg_relation_change())),
        }
    });
    let mut heads = vec![t.msg_reg_person_name(), t.msg_relation(), t.msg_reg_person_phone(), t.msg_reg_term()];
    if may.change {
        heads.push(String::new());
    }
    Table { caption: t.msg_unit_people(), heads, rows: rows.collect() }
}

/// The building a form is about, if the visitor may see it.
pub(super) fn building(r: &mut Read<'_>, scope: &Scope, id: BuildingId) -> Result<BuildingRow, Stop> {
    within(scope, find::building(r, id)?, |b| b.area)
}
