//! Posters for doors: a QR, a short number for when it is blurred, and what protects from those who paste their own over it.

use super::form::refuse;
use super::{COUNTER, people, public_address_ok};
use crate::around::{Around, Caller, community};
use crate::asked::Query;
use crate::example;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, BuildingId, Day, Lang, Moment};
use lianxin_gate::{Scope, door_number};
use lianxin_journal::Head;
use lianxin_paper::qr_svg;
use lianxin_register::AreaKind;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{Back, Choice, Choices, Empty, Html, Link, Look, Notice, NoticeKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Hung, Trouble, Visit};
use std::collections::BTreeSet;

/// Doors on one print.
const MOST: usize = 40;

#[derive(Template)]
#[template(path = "posters.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    csrf: String,
    refused: Option<Notice<'static>>,
    doors: Option<Choices<'static>>,
    empty: Option<Empty<'static>>,
    submit: Submit<'static>,
}

/// One door's sheet.
struct Poster {
    second: Html,
    community: String,
    place: String,
    qr: Html,
    address: String,
    number: i64,
    phone: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "posters_print.html")]
struct Sheet {
    t: &'static L10nLanguage,
    title: String,
    site: String,
    posters: Vec<Poster>,
    months: Vec<u8>,
}

/// A door that can have a poster.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Door {
    area: AreaId,
    building: Option<BuildingId>,
    label: String,
}

impl Door {
    fn value(&self) -> String {
        self.building.map_or_else(|| self.area.to_string(), |b| b.to_string())
    }
}

/// The gates of a seat's compounds and the doors of their buildings.
fn doors(r: &mut Read<'_>, scope: &Scope, on: Day) -> Result<Vec<Door>, Stop> {
    let mut all = Vec::new();
    for area in people::estates(r, Some(scope), on)? {
        all.push(Door { area: area.id, building: None, label: area.name.clone() });
        for b in find::buildings(r, area.id)? {
            all.push(Door { area: area.id, building: Some(b.id), label: format!("{} {}", area.name, b.name) });
        }
    }
    Ok(all)
}

/// `GET /posters`
pub(super) async fn page(visit: Visit, _: Query) -> Result<Response, Trouble> {
    let (caller, scope, today) = (Caller::of(&visit), visit.scope(), visit.now().day());
    let seen = visit.read(move |r| Ok((Around::of(r, &caller)?, doors(r, &scope, today)?))).await?;
    let (around, doors) = seen;
    let t = t(visit.lang);
    let ok = public_address_ok(&visit).await?;
    let origin = visit.house.settings().origin.as_str();
    let refused = (!ok).then(|| Notice::new(NoticeKind::Warn, t.msg_posters_refused(origin)));
    let none = doors.is_empty();
    let label = |d: &Door| if d.building.is_some() { d.label.clone() } else { t.msg_posters_gate(&d.label) };
    let choices = Choices::new(visit.lang, Look::Checks, "door", t.msg_posters_which())
        .hint(t.msg_posters_hint(MOST as u32))
        .required();
    let choices = doors.iter().fold(choices, |all, d| all.item(Choice::new(d.value(), label(d))));
    let view = View {
        t,
        back: Back::new("/counter", t.msg_counter_title()),
        csrf: visit.token().to_owned(),
        refused,
        doors: (ok && !none).then_some(choices),
        empty: none.then(|| Empty { icon: Icon::Qrcode, text: t.msg_posters_none().into(), action: None }),
        submit: Submit::new(t.msg_posters_go()).icon(Icon::Printer).also(super::slips::as_pdf(&visit, "/posters")),
    };
    Ok(around.round(visit.page(&t.msg_posters_title(), Kind::Desk)).view(&view))
}

/// `POST /posters`
pub(super) async fn print(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let title = t.msg_posters_title();
    let on = Link::new("/posters", title.clone());
    if !public_address_ok(&visit).await? {
        let says = t.msg_posters_refused(visit.house.settings().origin.as_str());
        return refuse(&visit, Kind::Desk, title, says, on).await;
    }
    let chosen: Vec<String> = fields.all("door").map(str::to_owned).collect();
    let (scope, now, lang) = (visit.scope_for(COUNTER), visit.now(), visit.lang);
    let today = now.day();
    let all = visit.read(move |r| doors(r, &scope, today)).await?;
    let wanted: Vec<Door> = all.into_iter().filter(|d| chosen.contains(&d.value())).take(MOST).collect();
    if wanted.is_empty() && !chosen.is_empty() {
        return Err(Trouble::NotFound);
    }
    if wanted.is_empty() {
        return refuse(&visit, Kind::Desk, title, t.msg_posters_choose(), on).await;
    }
    let areas: Vec<AreaId> = wanted.iter().map(|d| d.area).collect::<BTreeSet<_>>().into_iter().collect();
    let (hung, mut posters) = (Hung::at(&visit, &areas).await?, Vec::new());
    for area in areas {
        let some: Vec<Door> = wanted.iter().filter(|d| d.area == area).cloned().collect();
        let numbers = numbered(&visit, area, &some).await?;
        let call = visit.read(move |r| whom(r, area, now, lang)).await?;
        posters.extend(some.iter().zip(numbers).map(|at| poster(&visit, at, hung.head(area), &call)));
    }
    let site = visit.house.settings().origin.as_str().to_owned();
    let view = Sheet { t, title: title.clone(), site, posters, months: (1..=12).collect() };
    Ok(visit.page(&title, Kind::Print).made().hung(hung).view(&view))
}

/// The numbers of these doors of one area; those that have none get the next.
async fn numbered(visit: &Visit, area: AreaId, some: &[Door]) -> Result<Vec<i64>, Trouble> {
    let by = visit.by();
    let acts: Vec<(ActId, Option<BuildingId>)> = some.iter().map(|d| (visit.act_id(), d.building)).collect();
    visit
        .act(area, move |tx| {
            let mut numbers = Vec::new();
            for (id, building) in &acts {
                let head = Head { id: *id, area, by, no: None, token: None };
                numbers.push(door_number(tx, head, *building)?.0);
            }
            Ok(numbers)
        })
        .await
}

/// The community's name and its duty phone.
fn whom(r: &mut Read<'_>, area: AreaId, now: Moment, lang: Lang) -> Result<(String, Option<(String, String)>), Stop> {
    let Some(here) = find::area(r, area)? else { return Err(Fault::bug("a door without an area").into()) };
    let above = find::ancestors(r, area)?;
    let name = above.iter().find(|a| matches!(a.kind, AreaKind::Community | AreaKind::Village)).unwrap_or(&here);
    let name = name.name.clone();
    let call = community(r, &here, now)?;
    Ok((name, call.map(|c| (c.who.clone(), c.on_paper(lang)))))
}

fn poster(
    visit: &Visit,
    (door, number): (&Door, i64),
    second: Html,
    call: &(String, Option<(String, String)>),
) -> Poster {
    let address = visit.house.settings().origin.url(&format!("/p/{number}"));
    Poster {
        second,
        community: call.0.clone(),
        place: door.label.clone(),
        qr: Html(qr_svg(&address).unwrap_or_default()),
        address,
        number,
        phone: call.1.clone(),
    }
}

/// An invented example of a door's sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let poster = Poster {
        second: Html(String::new()),
        community: example::ORG.into(),
        place: example::WHERE.into(),
        qr: Html(qr_svg(example::ADDRESS).unwrap_or_default()),
        address: example::ADDRESS.into(),
        number: 1,
        phone: None,
    };
    Html::of(&Sheet {
        t,
        title: t.msg_posters_title(),
        site: example::ADDRESS.into(),
        posters: vec![poster],
        months: (1..=12).collect(),
    })
}
