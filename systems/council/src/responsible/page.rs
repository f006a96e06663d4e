//! `/responsibilities`: who does what, for everybody; who looks at matters there changes it, and after how many days what is
//! late climbs.

use super::{Responsibility, responsibility, store};
use crate::caps;
use crate::climb::{Climbing, DAYS_MAX, climbing, set_climbing};
use crate::course::parties;
use crate::pages::home_of;
use crate::pages::report::icon;
use crate::rules::Category;
use crate::texts::{L10nLanguage, t};
use crate::view::category_name;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Day, OrgId, PersonId, Refuse as _};
use lianxin_gate::{Gate, Scope};
use lianxin_journal::Head;
use lianxin_register::find::{self, AreaRow, OrgRow};
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Choice, Empty, ErrorSummary, Field, FieldKind, Notice, NoticeKind, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{BadField, Fields, Route, Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

const HERE: &str = "/responsibilities";
/// More compounds are not offered at once.
const PLACES: usize = 500;

/// What the address says.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    area: String,
    #[serde(default)]
    said: String,
}

/// The pages.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Gate::Anyone, page),
        Route::post("/responsibilities/list", Gate::Can(caps::LOOK), send),
        Route::post("/responsibilities/climbing", Gate::Can(caps::LOOK), send_climbing),
    ]
}

#[derive(Template)]
#[template(path = "responsibilities.html")]
struct View {
    t: &'static L10nLanguage,
    works: bool,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    /// The compounds one may look at.
    places: Option<Field<'static>>,
    list: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
    late: String,
    csrf: String,
    area: String,
    change: Option<Vec<Field<'static>>>,
    climb: Option<[Field<'static>; 2]>,
    save: Submit<'static>,
    save_climb: String,
}

struct Ground {
    places: Vec<AreaRow>,
    area: AreaRow,
    list: BTreeMap<&'static str, OrgId>,
    own: BTreeMap<&'static str, OrgId>,
    parties: Vec<OrgRow>,
    names: BTreeMap<OrgId, (String, Option<String>)>,
    climbing: Climbing,
    /// The community that sets how it climbs, and whether this visitor changes the list.
    changes: bool,
}

/// The compounds of the house, those of the visitor's scope if they work here.
fn compounds(r: &mut Read<'_>, scope: Option<&Scope>) -> Result<Vec<AreaRow>, Stop> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if area.kind.is_place() && scope.is_none_or(|scope| scope.covers(area.id)) && all.len() < PLACES {
                all.push(area);
            }
        }
    }
    Ok(all)
}

fn ground(
    r: &mut Read<'_>,
    person: Option<PersonId>,
    scope: Option<&Scope>,
    asked: &str,
    on: Day,
) -> Result<Ground, Stop> {
    let places = compounds(r, scope)?;
    let area = chosen(r, person, &places, asked)?.ok_or(crate::rules::Refusal::UnknownPlace)?;
    let parties = parties(r, area.id, on)?;
    // Whose contract is over does it no longer.
    let there = |org: &OrgId| parties.iter().any(|party| party.id == *org);
    let (mut list, mut own) = (store::responsible(r, area.id)?, store::own(r, area.id)?);
    list.retain(|_, org| there(org));
    own.retain(|_, org| there(org));
    let mut names = BTreeMap::new();
    for org in list.values() {
        if let Some(row) = find::org(r, *org)? {
            names.insert(*org, (row.name, row.phone));
        }
    }
    let changes = scope.is_some_and(|scope| scope.covers(area.id));
    let climbing = climbing(r, area.id)?;
    Ok(Ground { places, area, list, own, parties, names, climbing, changes })
}

/// The place that was asked for; else one's own, if it has a list; else one that has.
fn chosen(
    r: &mut Read<'_>,
    person: Option<PersonId>,
    places: &[AreaRow],
    asked: &str,
) -> Result<Option<AreaRow>, Stop> {
    let of = |area: Option<AreaId>| places.iter().find(|place| Some(place.id) == area);
    if let Some(place) = of(asked.parse().ok()) {
        return Ok(Some(place.clone()));
    }
    let home = of(home_of(r, person)?.map(|(area, _)| area));
    for place in home.into_iter().chain(places) {
        if !store::own(r, place.id)?.is_empty() {
            return Ok(Some(place.clone()));
        }
    }
    Ok(home.or(places.first()).cloned())
}

/// `GET /responsibilities`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("area", &asked.area);
    show(&visit, &fields, &asked.said).await
}

async fn show(visit: &Visit, fields: &Fields, said: &str) -> Result<Response, Trouble> {
    let (person, asked, on) = (visit.person(), fields.raw("area").to_owned(), visit.now().day());
    let works = visit.seats().iter().any(|s| visit.house.powers().allow(s.role, caps::LOOK));
    let scope = works.then(|| visit.scope_for(caps::LOOK));
    let g = visit.read(move |r| ground(r, person, scope.as_ref(), &asked, on)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let places = g.places.iter().map(|a| Choice::new(a.id.to_string(), a.name.clone())).collect();
    let row = |c: &Category| {
        let (name, phone) = g.names.get(g.list.get(c.name())?)?;
        let row = Row { title: category_name(lang, *c).into(), ..Row::default() };
        Some(row.icon(icon(*c)).line([name.clone(), phone.clone().unwrap_or_default()]))
    };
    let rows: Vec<Row<'static>> = Category::ALL.iter().filter_map(row).collect();
    let view = View {
        t,
        works,
        title: t.msg_responsible_title(&g.area.name),
        said: (said == "saved").then(|| Notice::new(NoticeKind::Ok, t.msg_responsible_saved())),
        summary: (!fields.good()).then(|| fields.summary()),
        places: (g.places.len() > 1).then(|| {
            Field::new(lang, "area", t.msg_responsible_where())
                .kind(FieldKind::Select(places))
                .value(g.area.id.to_string())
        }),
        empty: rows.is_empty().then(|| Empty {
            icon: Icon::ClipboardList,
            text: t.msg_responsible_none().into(),
            action: None,
        }),
        list: (!rows.is_empty()).then_some(Rows { items: rows }),
        late: late(t, g.climbing),
        csrf: visit.token().to_owned(),
        area: g.area.id.to_string(),
        change: g.changes.then(|| questions(visit, fields, &g)),
        climb: g.changes.then(|| {
            [
                ("secretary", t.msg_climb_party(), g.climbing.party_days),
                ("street", t.msg_climb_street(), g.climbing.street_days),
            ]
            .map(|(name, label, days)| {
                let value = if fields.has(name) { fields.raw(name).to_owned() } else { days.to_string() };
                Field::new(lang, name, label)
                    .kind(FieldKind::Number)
                    .value(value)
                    .error(fields.fault(name))
                    .required()
                    .max(2)
            })
        }),
        save: Submit::new(t.msg_responsible_go()),
        save_climb: t.msg_climb_go(),
    };
    let title = view.title.clone();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    let page = if works { page } else { page.tab(Tab::Board) };
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn late(t: &'static L10nLanguage, c: Climbing) -> String {
    let after = |days: i64| if days == 0 { t.msg_climb_at_once() } else { t.msg_climb_after(days) };
    t.msg_climb_says(after(c.party_days), after(c.street_days))
}

/// One question a category: who does it.
fn questions(visit: &Visit, fields: &Fields, g: &Ground) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let one = |c: &Category| {
        let inherited = g.list.get(c.name()).filter(|_| !g.own.contains_key(c.name())).and_then(|org| g.names.get(org));
        let nobody = inherited.map_or_else(|| t.msg_responsible_nobody(), |(name, _)| t.msg_responsible_above(name));
        let mut orgs = vec![Choice::new("", nobody)];
        orgs.extend(g.parties.iter().map(|org| Choice::new(org.id.to_string(), org.name.clone())));
        let own = g.own.get(c.name()).map(ToString::to_string).unwrap_or_default();
        let value = if fields.has("token_seen") { fields.raw(c.name()).to_owned() } else { own };
        Field::new(lang, c.name(), category_name(lang, *c))
            .kind(FieldKind::Select(orgs))
            .value(value)
            .error(fields.fault(c.name()))
    };
    Category::ALL.iter().filter(|c| **c != Category::Other).map(one).collect()
}

/// The area of a form, if it is this seat's to change.
fn theirs(visit: &Visit, fields: &mut Fields) -> Result<AreaId, Trouble> {
    let area: AreaId = fields.raw("area").parse().map_err(|_| Trouble::NotFound)?;
    if visit.scope().covers(area) { Ok(area) } else { Err(Trouble::NotFound) }
}

/// `POST /responsibilities/list`: what changed is recorded, one act a category.
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area = theirs(&visit, &mut fields)?;
    let mut wanted = Vec::new();
    for c in Category::ALL.iter().filter(|c| **c != Category::Other) {
        wanted.push((*c, fields.opt_id::<OrgId>(c.name())));
    }
    if fields.good() {
        let (first, by) = (visit.act_id(), visit.by());
        let run = move |tx: &mut lianxin_store::Tx<'_>, token: Option<String>| {
            let before = store::own(tx, area)?;
            let changed: Vec<_> =
                wanted.iter().filter(|(c, org)| before.get(c.name()).copied() != *org).copied().collect();
            // Nothing changed is one act that says the same again: the form has its answer, and once.
            let all = if changed.is_empty() { wanted.iter().take(1).copied().collect() } else { changed };
            let mut receipt = None;
            for (category, org) in all {
                let head = match receipt {
                    None => Head { id: first, area, by, no: None, token: token.clone() },
                    Some(_) => Head { id: ActId::new(tx.chance(), tx.now()), area, by, no: None, token: None },
                };
                let done = responsibility(tx, head, Responsibility { area, category, org })?;
                receipt.get_or_insert(done);
            }
            Ok(receipt.ok_or(crate::rules::Refusal::UnknownCategory)?)
        };
        match visit.act_once(area, fields.token(), run).await {
            Ok(_) => return Ok(visit.to(&format!("{HERE}?area={area}&said=saved"))),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    fields.keep("token_seen", "1");
    show(&visit, &fields, "").await
}

/// `POST /responsibilities/climbing`
async fn send_climbing(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area = theirs(&visit, &mut fields)?;
    let [party_days, street_days] = ["secretary", "street"].map(|name| {
        let days = fields.line(name, 2).parse::<i64>().ok().filter(|n| (0..=DAYS_MAX).contains(n));
        if days.is_none() && fields.fault(name).is_none() {
            fields.note(name, BadField::Choice.code(), t(visit.lang).msg_climb_days(DAYS_MAX));
        }
        days.unwrap_or(0)
    });
    if fields.good() && street_days < party_days {
        fields.note("street", "council.climb_order", t(visit.lang).msg_climb_order());
    }
    if fields.good() {
        let (id, by) = (visit.act_id(), visit.by());
        let days = Climbing { party_days, street_days };
        let done = visit.act_once(area, fields.token(), move |tx, token| {
            set_climbing(tx, Head { id, area, by, no: None, token }, area, days)
        });
        match done.await {
            Ok(_) => return Ok(visit.to(&format!("{HERE}?area={area}&said=saved"))),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &fields, "").await
}
