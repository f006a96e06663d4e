//! Entry slips on paper: a sheet to cut, one slip a person, for one of a household or a whole building.

use super::COUNTER;
use super::cards::{Card, For, new_slip};
use super::form::refuse;
use super::people::{self, Home};
use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::example;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{ActId, BuildingId, Day, Lang, Moment, PersonId};
use lianxin_gate::{NewSlip, Scope, is_in, issue_anew, open_slips, slip_opens};
use lianxin_journal::{Head, already};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Choice, Choices, Empty, Filters, Html, Link, Look, Pick, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// Slips on one sheet.
const MOST: usize = 300;
/// Slips made by one command.
const TOGETHER: usize = 20;

#[derive(Template)]
#[template(path = "slips.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    filters: Filters<'static>,
    csrf: String,
    people: Option<Choices<'static>>,
    empty: Option<Empty<'static>>,
    submit: Submit<'static>,
}

/// A sheet of slips.
#[derive(Template)]
#[template(path = "slips_print.html")]
struct Sheet {
    t: &'static L10nLanguage,
    title: String,
    cards: Vec<Html>,
}

/// Somebody of a building who may get a slip, and whether they need one.
struct Person {
    id: PersonId,
    name: String,
    door: String,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Needs,
    HasOne,
    IsIn,
}

/// The people of a building, door by door.
fn people_of(r: &mut Read<'_>, building: BuildingId, now: Moment) -> Result<Vec<Person>, Stop> {
    let mut all: Vec<Person> = Vec::new();
    for unit in find::units(r, building)? {
        for household in find::households_of_unit(r, unit.id)? {
            for m in find::members(r, household.id, now.day())? {
                // Under 14 there is no slip: a guardian acts for them.
                let known = all.iter().any(|known| known.id == m.person);
                if all.len() >= MOST || known || find::is_child(r, m.person)? {
                    continue;
                }
                let name = find::person_name(r, m.person)?.unwrap_or_default();
                let state = if is_in(r, m.person, now)? {
                    State::IsIn
                } else if open_slips(r, m.person, now)? > 0 {
                    State::HasOne
                } else {
                    State::Needs
                };
                all.push(Person { id: m.person, name, door: unit.label.clone(), state });
            }
        }
    }
    Ok(all)
}

/// The buildings of a seat's compounds as a list to choose from: `芙蓉里 3号楼`.
pub(super) fn buildings(r: &mut Read<'_>, scope: &Scope, on: Day) -> Result<Vec<(BuildingId, String)>, Stop> {
    let mut all = Vec::new();
    for area in people::estates(r, Some(scope), on)? {
        for building in find::buildings(r, area.id)? {
            all.push((building.id, format!("{} {}", area.name, building.name)));
        }
    }
    Ok(all)
}

/// `GET /slips?building=`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (caller, scope, now) = (Caller::of(&visit), visit.scope(), visit.now());
    let chosen = asked(&query, "building").to_owned();
    let wanted: Option<BuildingId> = chosen.parse().ok();
    let (around, buildings, wanted, people) = visit
        .read(move |r| {
            let buildings = buildings(r, &scope, now.day())?;
            let wanted = wanted.filter(|b| buildings.iter().any(|(id, _)| id == b));
            let people = wanted.map(|b| people_of(r, b, now)).transpose()?;
            Ok((Around::of(r, &caller)?, buildings, wanted, people))
        })
        .await?;
    if wanted.is_none() && !chosen.is_empty() {
        return Err(Trouble::NotFound);
    }
    let t = t(visit.lang);
    let items = std::iter::once(Choice::new("", t.msg_slips_choose()))
        .chain(buildings.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)));
    let pick = Pick {
        name: "building".into(),
        label: t.msg_slips_building().into(),
        items: items.collect(),
        value: chosen.into(),
    };
    let (lang, kept) = (visit.lang, Vec::new());
    let filters = Filters { lang, action: "/slips".into(), search: None, picks: vec![pick], ticks: Vec::new(), kept };
    let empty = match &people {
        None => Some(t.msg_slips_which()),
        Some(people) if people.is_empty() => Some(t.msg_slips_nobody()),
        Some(_) => None,
    };
    let empty = empty.map(|text| Empty { icon: Icon::Qrcode, text: text.into(), action: None });
    let people = people.filter(|p| !p.is_empty()).map(|people| ticks(&visit, &people));
    let view = View {
        t,
        back: Back::new("/counter", t.msg_counter_title()),
        filters,
        csrf: visit.token().to_owned(),
        people,
        empty,
        submit: Submit::new(t.msg_slips_go()).icon(Icon::Printer).also(as_pdf(&visit, "/slips")),
    };
    Ok(around.round(visit.page(&t.msg_slips_title(), Kind::Desk)).view(&view))
}

/// Where there is a press, the sheet is one PDF too: by the form that makes it, for it shows codes that stand nowhere else
/// and no address may show again.
pub(super) fn as_pdf(visit: &Visit, form: &str) -> Option<Link<'static>> {
    visit.house.press().map(|_| Link::new(format!("{form}?paper=pdf"), t(visit.lang).msg_coming_pdf()))
}

/// A box for everybody; ticked is who has no way in yet.
fn ticks(visit: &Visit, people: &[Person]) -> Choices<'static> {
    let t = t(visit.lang);
    let mut all =
        Choices::new(visit.lang, Look::Checks, "who", t.msg_slips_who()).hint(t.msg_slips_who_hint()).required();
    for p in people {
        let state = match p.state {
            State::Needs => String::new(),
            State::HasOne => t.msg_slips_has_one(),
            State::IsIn => t.msg_slips_is_in(),
        };
        all = all.item(Choice::new(p.id.to_string(), format!("{} {}", p.door, p.name)).note(state));
        if p.state == State::Needs {
            all = all.chosen(p.id.to_string());
        }
    }
    all
}

/// One slip that will be made.
#[derive(Clone)]
struct Made {
    new: NewSlip,
    home: Home,
    name: String,
    acts: [ActId; 2],
}

/// `POST /slips`: the sheet is the answer itself; sent again it shows the same slips and makes no others.
pub(super) async fn print(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let ids: Vec<PersonId> = fields.all("who").filter_map(|id| id.parse().ok()).take(MOST).collect();
    let form = fields.token().unwrap_or_default();
    let (scope, today) = (visit.scope_for(COUNTER), visit.now().day());
    let asked = ids.len();
    let found = visit.read(move |r| people(r, &scope, &ids, today)).await?;
    if found.is_empty() && asked > 0 {
        return Err(Trouble::NotFound);
    }
    if found.is_empty() {
        let on = Link::new("/slips", t.msg_slips_title());
        return refuse(&visit, Kind::Desk, t.msg_slips_title(), t.msg_slips_none(), on).await;
    }
    let made: Vec<Made> = found
        .into_iter()
        .map(|(n, id, name, home)| {
            let acts = [visit.act_id(), visit.act_id()];
            Made { new: new_slip(&visit, &form, n, id, home.household), home, name, acts }
        })
        .collect();
    for some in made.chunks(TOGETHER) {
        issue(&visit, &form, some).await?;
    }
    let made = still_good(&visit, made).await?;
    if made.is_empty() {
        let on = Link::new("/counter", t.msg_counter_title());
        return refuse(&visit, Kind::Desk, t.msg_slips_title(), t.msg_slips_stale(), on).await;
    }
    let card = |m: &Made| {
        let whom = For { name: m.name.clone(), place: m.home.place() };
        Card::new(&visit.house, visit.lang, &whom, &m.new.code, today).html()
    };
    let title = t.msg_slips_title();
    let view = Sheet { t, title: title.clone(), cards: made.iter().map(card).collect() };
    Ok(visit.page(&title, Kind::Print).made().view(&view))
}

/// Who of these lies in the scope, has a household and is no child under 14, with their place in the form.
fn people(
    r: &mut Read<'_>,
    scope: &Scope,
    ids: &[PersonId],
    on: Day,
) -> Result<Vec<(u32, PersonId, String, Home)>, Stop> {
    let mut all = Vec::new();
    for (n, id) in (0u32..).zip(ids) {
        let home = people::homes(r, *id, on)?.into_iter().find(|h| scope.covers(h.area));
        if let Some(home) = home
            && !find::is_child(r, *id)?
        {
            all.push((n, *id, find::person_name(r, *id)?.unwrap_or_default(), home));
        }
    }
    Ok(all)
}

/// A page left open and sent again must not print a slip that has been used meanwhile.
async fn still_good(visit: &Visit, made: Vec<Made>) -> Result<Vec<Made>, Trouble> {
    let (keys, now) = (visit.house.keys().clone(), visit.now());
    visit
        .read(move |r| {
            let mut good = Vec::new();
            for m in &made {
                if slip_opens(r, &keys, &m.new.code, now)? {
                    good.push(m.clone());
                }
            }
            Ok(good)
        })
        .await
}

/// Makes a handful of slips, each in its own area; one made before is left as it is.
async fn issue(visit: &Visit, form: &str, some: &[Made]) -> Result<(), Trouble> {
    let (by, keys, form, some) = (visit.by(), visit.house.keys().clone(), form.to_owned(), some.to_vec());
    let Some(area) = some.first().map(|m| m.home.area) else { return Ok(()) };
    visit
        .act(area, move |tx| {
            for m in &some {
                let token = keys.echo(&[b"slip", form.as_bytes(), m.new.person.bytes()]);
                if already(tx, &token)?.is_some() {
                    continue;
                }
                let [id, void] = m.acts;
                let head = Head { id, area: m.home.area, by, no: None, token: Some(token) };
                issue_anew(tx, &keys, head, void, &m.new)?;
            }
            Ok(())
        })
        .await
}

/// An invented example of the sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let cards = [example::NAME, example::OTHER].iter().map(|name| Card::example(lang, name).html()).collect();
    Html::of(&Sheet { t, title: t.msg_slips_title(), cards })
}
