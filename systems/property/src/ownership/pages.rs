//! `/ownership`: a worker has the deed and the person in front of them and makes the account the voter of the flat.

use super::rules::{EndWhy, Shown};
use super::store::{VoterRow, of_area, one};
use super::{NewVoter, end, verify};
use crate::assembly::pages::{author, on};
use crate::caps;
use crate::refusal::Refusal;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, BuildingId, Day, Lang, PersonId};
use lianxin_gate::Gate;
use lianxin_register::{Owner, find};
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Filters, Link, Look, Notice, NoticeKind, Pick, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many are listed; the newest come first.
const LISTED: i64 = 200;
/// More compounds are not offered at once.
const PLACES: usize = 500;
const LABEL_MAX: usize = 20;
const NAME_MAX: usize = 40;

/// The routes of voters.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/ownership", Gate::Can(caps::VERIFY), page),
        Route::get("/ownership/new", Gate::Can(caps::VERIFY), form),
        Route::post("/ownership", Gate::Can(caps::VERIFY), send),
        Route::post("/ownership/end", Gate::Can(caps::VERIFY), send_end),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    area: String,
    #[serde(default)]
    said: String,
}

/// A compound the visitor looks after: id, code, name.
type Place = (AreaId, String, String);

/// The compounds in scope, and the one that was asked for, by code or id; else the first.
fn ground(r: &mut Read<'_>, visit: &Visit, asked: &str) -> Result<Option<(Vec<Place>, Place)>, Fault> {
    let scope = visit.scope();
    let all = find::all_compounds(r)?.into_iter().filter(|a| scope.covers(a.id));
    let places: Vec<Place> = all.take(PLACES).map(|a| (a.id, a.code, a.name)).collect();
    let named = places.iter().find(|(id, code, _)| code == asked || id.to_string() == asked);
    let chosen = named.or(places.first()).cloned();
    Ok(chosen.map(|chosen| (places, chosen)))
}

struct Line {
    doors: String,
    who: String,
    shown: String,
    at: String,
    act: String,
}

#[derive(Template)]
#[template(path = "ownership.html")]
struct View {
    t: &'static L10nLanguage,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    new: Link<'static>,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    lines: Vec<Line>,
    csrf: String,
    whys: Vec<(&'static str, String)>,
}

/// `GET /ownership`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show_list(&visit, asked, &Fields::empty(visit.lang)).await
}

/// The doors of an owner-set, as people say them.
fn doors(r: &mut Read<'_>, row: &VoterRow) -> Result<String, Fault> {
    let mut all = Vec::new();
    for id in find::owned(r, row.owner_set)? {
        if let Some(unit) = find::unit(r, id)? {
            let house = find::building(r, unit.building)?.map(|b| b.name).unwrap_or_default();
            all.push(format!("{house} {}", unit.label));
        }
    }
    Ok(all.join("、"))
}

async fn show_list(visit: &Visit, asked: Asked, fields: &Fields) -> Result<Response, Trouble> {
    let (own, code) = (visit.clone(), asked.area.clone());
    let found = visit.read(move |r| {
        let Some((places, chosen)) = ground(r, &own, &code)? else { return Ok(None) };
        let mut rows = Vec::new();
        for row in of_area(r, chosen.0, LISTED)? {
            let name = row.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
            rows.push((doors(r, &row)?, name, row));
        }
        Ok(Some((places, chosen, rows)))
    });
    let (places, chosen, rows) = found.await?.ok_or_else(|| Trouble::refused(Refusal::NotHere))?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let line = |(doors, name, row): &(String, Option<String>, VoterRow)| Line {
        doors: doors.clone(),
        who: name.clone().unwrap_or_else(|| t.msg_nameless()),
        shown: shown_name(lang, row.shown),
        at: when(lang, row.at, now),
        act: row.act.to_string(),
    };
    let view = View {
        t,
        said: match asked.said.as_str() {
            "verified" => Some(t.msg_said_verified()),
            "ended" => Some(t.msg_said_ended()),
            _ => None,
        }
        .map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        new: Link::new(format!("/ownership/new?area={}", chosen.0), t.msg_verify()).icon(Icon::Plus),
        filters: Filters {
            lang,
            action: "/ownership".into(),
            search: None,
            picks: vec![Pick {
                name: "area".into(),
                label: t.msg_where().into(),
                items: places.iter().map(|(_, code, name)| Choice::new(code.clone(), name.clone())).collect(),
                value: chosen.1.into(),
            }],
            ticks: Vec::new(),
            kept: Vec::new(),
        },
        empty: rows.is_empty().then(|| Empty {
            icon: Icon::IdBadge2,
            text: t.msg_ownership_empty().into(),
            action: None,
        }),
        lines: rows.iter().map(line).collect(),
        csrf: visit.token().to_owned(),
        whys: EndWhy::ALL.iter().map(|why| (why.name(), why_name(lang, *why))).collect(),
    };
    let title = t.msg_ownership();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn shown_name(lang: Lang, shown: Shown) -> String {
    let t = t(lang);
    match shown {
        Shown::Deed => t.msg_shown_deed(),
        Shown::Contract => t.msg_shown_contract(),
        Shown::Ruling => t.msg_shown_ruling(),
        Shown::Heir => t.msg_shown_heir(),
        Shown::Letter => t.msg_shown_letter(),
        Shown::Slip => t.msg_shown_slip(),
    }
}

fn why_name(lang: Lang, why: EndWhy) -> String {
    let t = t(lang);
    match why {
        EndWhy::Sold => t.msg_end_sold(),
        EndWhy::Asked => t.msg_end_asked(),
        EndWhy::Mistake => t.msg_end_mistake(),
    }
}

#[derive(Template)]
#[template(path = "ownership_new.html")]
struct Form {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    places: Field<'static>,
    csrf: String,
    area: String,
    building: Field<'static>,
    unit: Field<'static>,
    name: Field<'static>,
    shown: Choices<'static>,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

/// `GET /ownership/new`
async fn form(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show_form(&visit, &Fields::empty(visit.lang).with("area", &asked.area)).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (own, asked) = (visit.clone(), fields.raw("area").to_owned());
    let found = visit.read(move |r| {
        let Some((places, chosen)) = ground(r, &own, &asked)? else { return Ok(None) };
        let buildings = find::buildings(r, chosen.0)?;
        Ok(Some((places, chosen, buildings)))
    });
    let (places, chosen, buildings) = found.await?.ok_or_else(|| Trouble::refused(Refusal::NotHere))?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    let items = places.iter().map(|(id, _, name)| Choice::new(id.to_string(), name.clone())).collect();
    let houses = buildings.into_iter().map(|b| Choice::new(b.id.to_string(), b.name)).collect();
    let papers = Choices::new(lang, Look::Options, "shown", t.msg_shown()).hint(t.msg_shown_hint());
    let view = Form {
        t,
        back: Back::new(format!("/ownership?area={}", chosen.0), t.msg_ownership()),
        summary: (!fields.good()).then(|| fields.summary()),
        places: Field::new(lang, "area", t.msg_where())
            .kind(FieldKind::Select(items))
            .value(chosen.0.to_string())
            .required(),
        csrf: visit.token().to_owned(),
        area: chosen.0.to_string(),
        building: field("building", t.msg_building()).kind(FieldKind::Select(houses)),
        unit: field("unit", t.msg_door()).example(t.msg_door_example()).max(LABEL_MAX as u32).autocomplete("off"),
        name: field("name", t.msg_owner_name()).hint(t.msg_owner_name_hint()).max(NAME_MAX as u32).autocomplete("off"),
        shown: Shown::AT_COUNTER
            .iter()
            .fold(papers, |all, s| all.item(Choice::new(s.name(), shown_name(lang, *s))))
            .chosen(fields.raw("shown").to_owned())
            .error(fields.fault("shown"))
            .required(),
        promise: Notice::new(NoticeKind::Assure, t.msg_verify_promise()),
        submit: Submit::new(t.msg_verify_go()),
    };
    let title = t.msg_verify();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// Who is meant by a name at a door: one of its owners; whom a company sends, or who inherits, may be anybody of the compound
/// whom the register knows by one name.
fn meant(r: &mut Read<'_>, unit: &find::UnitRow, on: Day, (name, shown): (&str, Shown)) -> Result<PersonId, Stop> {
    let set = find::owner_set_of(r, unit.id, on)?.ok_or(Refusal::NoOwners)?;
    let owners = find::owners(r, set.id)?;
    let full = lianxin_register::person_name(name);
    for owner in &owners {
        if let Owner::Person(person) = owner
            && find::person_name(r, *person)?.as_deref() == Some(full.as_str())
        {
            return Ok(*person);
        }
    }
    let company = owners.iter().all(|o| matches!(o, Owner::Org(_)));
    match find::people_named(r, unit.area, &full, 2)?[..] {
        [one] if company || shown == Shown::Heir => Ok(one),
        _ if shown == Shown::Heir && !company => Err(Refusal::NoHeir.into()),
        _ => Err(Refusal::NotOwner.into()),
    }
}

/// `POST /ownership`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area: Option<AreaId> = fields.id("area");
    let building: Option<BuildingId> = fields.id("building");
    let (label, name) = (fields.line("unit", LABEL_MAX), fields.line("name", NAME_MAX));
    let offered: Vec<&'static str> = Shown::AT_COUNTER.iter().map(|s| s.name()).collect();
    let shown: Option<Shown> = fields.choice("shown", &offered).and_then(|s| s.parse().ok());
    let (Some(area), Some(building), Some(shown), true) = (area, building, shown, fields.good()) else {
        return show_form(&visit, &fields).await;
    };
    let who = author(&visit);
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        let here = find::building(tx, building)?.filter(|b| b.area == area && who.scope.covers(area));
        let here = here.ok_or(Refusal::NotHere)?;
        let unit = find::unit_by_label(tx, here.id, &label)?.ok_or(Refusal::NoUnit)?;
        let today = tx.now().day();
        let person = meant(tx, &unit, today, (&name, shown))?;
        verify(tx, &Author { token, ..who.clone() }, &NewVoter { unit: unit.id, person, shown })
    });
    match done.await {
        Ok(_) => Ok(on(&visit, "/ownership", "verified")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_form(&visit, &fields).await
        }
    }
}

/// `POST /ownership/end`
async fn send_end(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let voter: ActId = fields.raw("voter").parse().map_err(|_| Trouble::NotFound)?;
    let (scope, found) = (visit.scope(), visit.read(move |r| Ok(one(r, voter)?)).await?);
    found.filter(|row| scope.covers(row.area)).ok_or(Trouble::NotFound)?;
    let offered: Vec<&'static str> = EndWhy::ALL.iter().map(|why| why.name()).collect();
    let why: Option<EndWhy> = fields.choice("why", &offered).and_then(|why| why.parse().ok());
    let Some(why) = why else { return show_list(&visit, Asked::default(), &fields).await };
    let who = author(&visit);
    let area = AreaId::from_bytes([0; 16]); // known once it is read; one writer serves all
    let done = visit
        .act_once(area, fields.token(), move |tx, token| end(tx, &Author { token, ..who.clone() }, voter, why))
        .await;
    match done {
        Ok(_) => Ok(on(&visit, "/ownership", "ended")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_list(&visit, Asked::default(), &fields).await
        }
    }
}
