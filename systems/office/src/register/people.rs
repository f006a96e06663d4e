//! A person as the register knows them: name, phone, what they are to which home; and the forms that change it.

use super::kit::{Ask, Gone, Heads, Line, Section, Sheet, Table, View, choices, look, send, within};
use super::{May, said, term, units, who};
use crate::Office;
use crate::privacy::correct::renamed;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, Day, HouseholdId, Lang, PersonId, RelationId, UnitId};
use lianxin_gate::Scope;
use lianxin_outbox::{How, wish_of};
use lianxin_register::find::{self, RelationRow, UnitRow};
use lianxin_register::{self as register, Household, Person, Relation, RelationKind};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Choice, Html, Link};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Trouble, Visit};

/// The address of a person's page.
pub(super) fn url(person: PersonId) -> String {
    format!("/people/{person}")
}

/// Whether somebody is the visitor's to see: where they belong, or where they have or had a home.
pub(super) fn visible(r: &mut Read<'_>, scope: &Scope, id: PersonId) -> Result<AreaId, Stop> {
    let area = find::person_area(r, id)?.ok_or(Gone)?;
    let seen = scope.covers(area) || find::relations_ever(r, id)?.iter().any(|x| scope.covers(x.area));
    if seen { Ok(area) } else { Err(Gone.into()) }
}

struct Seen {
    name: String,
    phone: Option<String>,
    area: String,
    /// Each relation with the door it is about.
    relations: Vec<(RelationRow, Option<UnitId>, String)>,
    sets: Vec<String>,
    seats: Vec<String>,
    /// Under 14, with the guardian's name; empty if the guardian was erased.
    guardian: Option<String>,
    /// How they want to be told.
    how: How,
}

/// The unit a relation is about, and its door in words.
fn door(r: &mut Read<'_>, x: &RelationRow) -> Result<(Option<UnitId>, String), Stop> {
    let unit = match (x.unit, x.household) {
        (Some(unit), _) => Some(unit),
        (None, Some(household)) => find::household(r, household)?.map(|h| h.unit),
        (None, None) => None,
    };
    let Some(row) = unit.map(|u| find::unit(r, u)).transpose()?.flatten() else { return Ok((None, String::new())) };
    let building = find::building(r, row.building)?.map_or_else(String::new, |b| b.name);
    let area = find::area_name(r, row.area)?.unwrap_or_default();
    Ok((Some(row.id), format!("{area} {building} {}", row.label)))
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: PersonId, lang: Lang, day: Day) -> Result<Seen, Stop> {
    let area = visible(r, scope, id)?;
    let mut relations = Vec::new();
    for x in find::relations_ever(r, id)? {
        if scope.covers(x.area) {
            let (unit, words) = door(r, &x)?;
            relations.push((x, unit, words));
        }
    }
    let mut sets = Vec::new();
    for set in find::owner_sets_of(r, register::Owner::Person(id))? {
        if !scope.covers(set.area) || !set.holds(day) {
            continue;
        }
        for unit in find::owned(r, set.id)? {
            let unit = find::unit(r, unit)?;
            let building = unit.as_ref().map(|u| find::building(r, u.building)).transpose()?.flatten();
            sets.extend(building.zip(unit).map(|(b, u)| format!("{} {}", b.name, u.label)));
        }
    }
    let mut seats = Vec::new();
    for seat in find::seats_of_person(r, id, day)? {
        seats.push(format!("{} {}", find::org_name(r, seat.org)?.unwrap_or_default(), seat.title));
    }
    let area = find::area_name(r, area)?.unwrap_or_default();
    let (name, phone) = (super::name_of(r, lang, Some(id))?, find::person_phone(r, id)?);
    let acts = find::guardian(r, id)?.map(|p| find::person_name(r, p)).transpose()?.flatten();
    let guardian = find::is_child(r, id)?.then(|| acts.unwrap_or_default());
    let how = wish_of(r, id)?.unwrap_or(How::Inbox);
    Ok(Seen { name, phone, area, relations, sets, seats, guardian, how })
}

/// `GET /people/{person}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: PersonId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, now, may) = (visit.lang, visit.scope(), visit.now(), May::of(&visit));
    let s = look(&visit, move |r| seen(r, &scope, id, lang, now.day())).await?;
    let t = t(lang);
    let told = if said(&visit, "phone") { Some(t.msg_person_phone_changed()) } else { None };
    let told = told.or_else(|| said(&visit, "saved").then(|| t.msg_reg_saved()));
    let mut view = View::new(s.name.clone()).back("/places", t.msg_places_title()).said(told).act(
        may.change,
        format!("{}/change", url(id)),
        t.msg_reg_change(),
        Icon::Pencil,
    );
    view = view.act(may.change, format!("{}/child", url(id)), t.msg_child_nav(), Icon::UsersGroup);
    view = view.act(may.change, format!("{}/told", url(id)), t.msg_told_title_of(&s.name), Icon::Phone);
    let child = s.guardian.as_ref().map(|name| match name.is_empty() {
        true => t.msg_child_without(),
        false => t.msg_child_with(name),
    });
    let facts = vec![
        (t.msg_child_nav(), child.unwrap_or_default()),
        (t.msg_reg_person_phone(), may.phone(lang, s.phone.as_deref())),
        (t.msg_person_area(), s.area.clone()),
        (t.msg_owners(), s.sets.join("、")),
        (t.msg_seat(), s.seats.join("、")),
        (t.msg_told_how(), s.how.say(lang)),
    ];
    view.sections.push(Section::facts(String::new(), facts));
    let rows = s.relations.iter().map(|(x, unit, door)| Line {
        url: unit.map_or_else(String::new, units::url),
        title: door.clone(),
        sub: if x.household.is_some() { String::new() } else { t.msg_relation_elsewhere() },
        cells: vec![x.kind.say(lang).to_owned(), term(lang, x.since, x.until, now)],
        act: may.change.then(|| Link::new(format!("/relations/{}", x.id), t.msg_relation_change())),
    });
    let mut heads = vec![t.msg_unit(), t.msg_relation(), t.msg_reg_term()];
    if may.change {
        heads.push(String::new());
    }
    let table = Table { caption: t.msg_person_homes(), heads, rows: rows.collect() };
    view.sections.push(Section::table(t.msg_person_homes(), &table, t.msg_person_no_home()));
    Ok(view.show(&visit))
}

fn change_sheet(visit: &Visit, fields: &Fields, id: PersonId) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_person_change(),
        lead: t.msg_person_change_lead(),
        back: (url(id), t.msg_reg_back()),
        action: format!("{}/change", url(id)),
        parts: vec![
            ask.need("name", t.msg_reg_person_name(), 40),
            ask.phone(t.msg_reg_person_phone(), t.msg_reg_person_phone_hint()),
        ],
        promise: t.msg_person_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /people/{person}/change`. Who may not see the whole number types the new one anew.
pub(super) async fn change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (PersonId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (name, phone) = look(&visit, move |r| {
        visible(r, &scope, id)?;
        Ok((find::person_name(r, id)?, find::person_phone(r, id)?))
    })
    .await?;
    let phone = phone.filter(|_| May::of(&visit).phones).unwrap_or_default();
    let fields = Fields::empty(visit.lang).with("name", &name.unwrap_or_default()).with("phone", &phone);
    Ok(change_sheet(&visit, &fields, id))
}

/// `POST /people/{person}/change`
pub(super) async fn change_send(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (PersonId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (area, before) = look(&visit, move |r| Ok((visible(r, &scope, id)?, find::person_phone(r, id)?))).await?;
    let (name, phone) = (fields.line("name", 40), fields.opt_line("phone", 40));
    if fields.good() {
        let new = phone.as_deref().and_then(register::phone) != before;
        let act = Person { person: id, area, name, phone };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| renamed(tx, &office, heads.first(), act.clone());
        let to = format!("{}?said={}", url(id), if new { "phone" } else { "saved" });
        if let Some(done) = send(&visit, &mut fields, area, to, run).await? {
            visit.house.db().scrub().await.ok(); // a page that reads keeps the log; the next erasure cuts it
            return Ok(done);
        }
    }
    Ok(change_sheet(&visit, &fields, id))
}

/// What the form of a new person in a unit stands on.
struct Ground {
    unit: UnitRow,
    households: Vec<(HouseholdId, String)>,
    same: Vec<who::Same>,
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: UnitId, lang: Lang, day: Day, name: &str) -> Result<Ground, Stop> {
    let unit = within(scope, find::unit(r, id)?, |u| u.area)?;
    let mut households = Vec::new();
    for h in find::households_of_unit(r, id)? {
        let mut names = Vec::new();
        for x in find::members(r, h.id, day)? {
            names.push(super::name_of(r, lang, Some(x.person))?);
        }
        households.push((h.id, names.join("、")));
    }
    let under = find::ancestors(r, unit.area)?.into_iter().find(|a| scope.covers(a.id)).map_or(unit.area, |a| a.id);
    let same = who::same(r, lang, under, name)?;
    Ok(Ground { unit, households, same })
}

/// Not living there: a relation to the unit alone.
const AWAY: &str = "away";
/// A household that is not yet there.
const NEW: &str = "new";

fn new_sheet(visit: &Visit, fields: &Fields, g: &Ground) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let mut homes: Vec<Choice<'static>> =
        g.households.iter().map(|(id, names)| Choice::new(id.to_string(), t.msg_household_of(names))).collect();
    homes.push(Choice::new(NEW, if homes.is_empty() { t.msg_household_here() } else { t.msg_household_another() }));
    homes.push(Choice::new(AWAY, t.msg_household_away()));
    let mut parts = who::parts(ask, &g.same);
    parts.push(ask.pick("kind", t.msg_relation(), t.msg_relation_hint(), choices(RelationKind::ALL, |k| k.say(lang))));
    parts.push(ask.options("household", t.msg_household_where(), homes));
    parts.push(ask.day("since", t.msg_reg_since(), true));
    let sheet = Sheet {
        title: t.msg_person_new(),
        lead: g.unit.label.clone(),
        back: (units::url(g.unit.id), g.unit.label.clone()),
        action: format!("{}/person", units::url(g.unit.id)),
        parts,
        promise: t.msg_person_promise(),
        submit: t.msg_person_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /places/unit/{unit}/person`
pub(super) async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day) = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day, "")).await?;
    let home = g.households.first().map_or_else(|| NEW.to_owned(), |(id, _)| id.to_string());
    let fields = Fields::empty(lang).with("since", &day.to_string()).with("household", &home);
    Ok(new_sheet(&visit, &fields, &g))
}

/// `POST /places/unit/{unit}/person`: the person, their household if it is new, and what they are to it; all or nothing.
pub(super) async fn new_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (UnitId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day, name) = (visit.lang, visit.now().day(), fields.raw("name").to_owned());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day, &name)).await?;
    let (kind, since) = (fields.id::<RelationKind>("kind"), fields.day("since"));
    let home = fields.raw("household").to_owned();
    let there = g.households.iter().map(|(h, _)| *h).find(|h| h.to_string() == home);
    if there.is_none() && home != NEW && home != AWAY {
        fields.id::<HouseholdId>("household");
    }
    let who = who::read(&mut fields, lang, &g.same, PersonId::new(visit.chance(), visit.now()));
    if let (Some(who), Some(kind), Some(since)) = (who, kind, since) {
        let (building, area) = (g.unit.building, g.unit.area);
        let new = HouseholdId::new(visit.chance(), visit.now());
        let household = if home == AWAY { None } else { Some(there.unwrap_or(new)) };
        let fresh = household == Some(new);
        let relation = RelationId::new(visit.chance(), visit.now());
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            who.enter(tx, heads, area)?;
            if fresh {
                register::household(tx, heads.nth(2), Household { household: new, building, unit: id })?;
            }
            let unit = if household.is_none() { Some(id) } else { None };
            let act = Relation { relation, person: who.id, household, unit, kind, since, until: None };
            register::relation(tx, heads.first(), act)
        };
        let to = format!("{}?said=person", units::url(id));
        if let Some(done) = send(&visit, &mut fields, area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &g))
}

fn relation_sheet(visit: &Visit, fields: &Fields, x: &RelationRow, name: &str, door: &str) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let parts: Vec<Html> = vec![
        ask.pick("kind", t.msg_relation(), t.msg_relation_hint(), choices(RelationKind::ALL, |k| k.say(lang))),
        ask.day("since", t.msg_reg_since(), true),
        ask.day("until", t.msg_reg_until(), false),
    ];
    let sheet = Sheet {
        title: t.msg_relation_change_title(name),
        lead: door.to_owned(),
        back: (url(x.person), name.to_owned()),
        action: format!("/relations/{}", x.id),
        parts,
        promise: t.msg_relation_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

fn one(r: &mut Read<'_>, scope: &Scope, id: RelationId, lang: Lang) -> Result<(RelationRow, String, String), Stop> {
    let x = within(scope, find::relation(r, id)?, |x| x.area)?;
    let (name, (_, door)) = (super::name_of(r, lang, Some(x.person))?, door(r, &x)?);
    Ok((x, name, door))
}

/// `GET /relations/{relation}`
pub(super) async fn relation(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (RelationId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let lang = visit.lang;
    let (x, name, door) = look(&visit, move |r| one(r, &scope, id, lang)).await?;
    let until = x.until.map_or_else(String::new, |d| d.to_string());
    let fields =
        Fields::empty(lang).with("kind", x.kind.name()).with("since", &x.since.to_string()).with("until", &until);
    Ok(relation_sheet(&visit, &fields, &x, &name, &door))
}

/// `POST /relations/{relation}`
pub(super) async fn relation_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (RelationId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let lang = visit.lang;
    let (x, name, door) = look(&visit, move |r| one(r, &scope, id, lang)).await?;
    let (kind, since) = (fields.id::<RelationKind>("kind"), fields.day("since"));
    let until = fields.opt_day("until");
    if let (true, Some(kind), Some(since)) = (fields.good(), kind, since) {
        let (person, household, unit) = (x.person, x.household, x.unit);
        let act = Relation { relation: id, person, household, unit, kind, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::relation(tx, heads.first(), act.clone());
        let to = format!("{}?said=saved", url(x.person));
        if let Some(done) = send(&visit, &mut fields, x.area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(relation_sheet(&visit, &fields, &x, &name, &door))
}
