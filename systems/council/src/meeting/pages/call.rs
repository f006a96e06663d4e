//! `/meetings/new`: a council is called. First where, then what and who: matters that most households live with come first.

use super::super::rules::{DAYS, HOURS, HOUSEHOLDS, PLACE_MAX};
use super::super::store::{Meeting, items, talked};
use super::super::{NewMeeting, Refusal, call, parties};
use super::{on, url};
use crate::course::{self, Author};
use crate::join::store::counted;
use crate::lists;
use crate::origin::form::clock;
use crate::pages::author;
use crate::rules::WORDS_MAX;
use crate::texts::{L10nLanguage, t};
use crate::view::public_title;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, MatterId, Moment, OrgId, Refuse as _};
use lianxin_register::OrgKind;
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// So many matters are suggested.
const SUGGESTED: i64 = 30;
/// More compounds are not offered at once.
const PLACES: usize = 500;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    area: String,
}

#[derive(Template)]
#[template(path = "meeting_call.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    places: Field<'static>,
    csrf: String,
    area: String,
    matters: Option<Choices<'static>>,
    fields: Vec<Field<'static>>,
    invite: Choices<'static>,
    submit: Submit<'static>,
}

pub(super) struct Ground {
    places: Vec<AreaRow>,
    area: AreaRow,
    /// Matter, its public name, how many households.
    matters: Vec<(MatterId, String, i64)>,
    /// Who may be asked to come, and whether they are one of the four parties.
    orgs: Vec<(OrgId, String, bool)>,
}

/// The compounds where a seat's organisation is a party.
fn compounds(r: &mut Read<'_>, visit: &Visit) -> Result<Vec<AreaRow>, Fault> {
    let (scope, on) = (visit.scope(), visit.now().day());
    let org = visit.seat().map(|s| s.org);
    let mut all = Vec::new();
    for area in find::all_compounds(r)? {
        let theirs = parties(r, area.id, on)?.into_iter().find(|p| Some(p.id) == org);
        let near = theirs.is_some_and(|p| p.kind == OrgKind::PmOffice || scope.covers(area.id));
        if near && all.len() < PLACES {
            all.push(area);
        }
    }
    Ok(all)
}

fn ground(r: &mut Read<'_>, visit: &Visit, asked: &str) -> Result<Option<Ground>, Fault> {
    let (lang, on, own) = (visit.lang, visit.now().day(), visit.seat().map(|s| s.org));
    let places = compounds(r, visit)?;
    let chosen = places.iter().find(|a| a.id.to_string() == asked).or(places.first());
    let Some(area) = chosen.cloned() else { return Ok(None) };
    let mut matters = Vec::new();
    for (id, n) in talked(r, area.id, SUGGESTED)? {
        if let Some(line) = lists::one(r, id)? {
            matters.push((id, public_title(lang, &line), n));
        }
    }
    let four = parties(r, area.id, on)?;
    let others = course::parties(r, area.id, on)?.into_iter().filter(|o| !four.iter().any(|p| p.id == o.id));
    let mut orgs: Vec<_> = four.iter().map(|p| (p.id, p.name.clone(), true)).collect();
    orgs.extend(others.map(|o| (o.id, o.name, false)));
    orgs.retain(|(id, ..)| Some(*id) != own);
    Ok(Some(Ground { places, area, matters, orgs }))
}

/// What a council that was called may talk over: what is on its agenda, and what else is talked over there.
pub(super) fn ground_of(r: &mut Read<'_>, visit: &Visit, m: &Meeting) -> Result<Ground, Fault> {
    let missing = || Fault::Damaged("a council without a compound".into());
    let area = find::all_compounds(r)?.into_iter().find(|a| a.id == m.area).ok_or_else(missing)?;
    let mut all: Vec<(MatterId, i64)> = Vec::new();
    for item in items(r, m.id)? {
        all.push((item.matter, counted(r, item.matter)?));
    }
    all.extend(talked(r, m.area, SUGGESTED)?);
    let mut matters = Vec::new();
    for (id, n) in all {
        if let Some(line) = lists::one(r, id)? {
            matters.push((id, public_title(visit.lang, &line), n));
        }
    }
    Ok(Ground { places: Vec::new(), area, matters, orgs: Vec::new() })
}

/// `GET /meetings/new`
pub(super) async fn form(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("area", &asked.area);
    show(&visit, &fields).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (own, asked) = (visit.clone(), fields.raw("area").to_owned());
    let g = visit.read(move |r| Ok(ground(r, &own, &asked)?)).await?;
    let Some(g) = g else { return Err(Trouble::refused(Refusal::NotParty)) };
    let (lang, t) = (visit.lang, t(visit.lang));
    let places = g.places.iter().map(|a| Choice::new(a.id.to_string(), a.name.clone())).collect();
    let view = View {
        t,
        back: Back::new("/meetings", t.msg_meeting_all()),
        summary: (!fields.good()).then(|| fields.summary()),
        places: Field::new(lang, "area", t.msg_board_where())
            .kind(FieldKind::Select(places))
            .value(g.area.id.to_string())
            .required(),
        csrf: visit.token().to_owned(),
        area: g.area.id.to_string(),
        matters: matters(lang, fields, &g, t.msg_meeting_matters_hint(HOUSEHOLDS)),
        fields: questions(visit, fields, true),
        invite: invite(lang, fields, &g),
        submit: Submit::new(t.msg_meeting_call_go()),
    };
    let title = t.msg_meeting_call();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// Whether the form was sent before, so that what is not ticked was taken out.
fn sent(fields: &Fields) -> bool {
    fields.has("sent")
}

pub(super) fn matters(lang: Lang, fields: &Fields, g: &Ground, hint: String) -> Option<Choices<'static>> {
    let t = t(lang);
    let mut all =
        Choices::new(lang, Look::Checks, "matter", t.msg_meeting_matters()).hint(hint).error(fields.fault("matter"));
    for (id, title, n) in &g.matters {
        let note = if *n > 0 { t.msg_join_count(*n) } else { String::new() };
        all = all.item(Choice::new(id.to_string(), title.clone()).note(note));
        let ticked = if sent(fields) { fields.all("matter").any(|x| *x == id.to_string()) } else { *n >= HOUSEHOLDS };
        if ticked {
            all = all.chosen(id.to_string());
        }
    }
    (!g.matters.is_empty()).then_some(all)
}

/// The four parties are ticked; others (物管办、部门) are there to be added.
fn invite(lang: Lang, fields: &Fields, g: &Ground) -> Choices<'static> {
    let t = t(lang);
    let mut all = Choices::new(lang, Look::Checks, "invite", t.msg_meeting_invite())
        .hint(t.msg_meeting_invite_hint())
        .error(fields.fault("invite"));
    for (id, name, four) in &g.orgs {
        all = all.item(Choice::new(id.to_string(), name.clone()));
        if if sent(fields) { fields.all("invite").any(|x| *x == id.to_string()) } else { *four } {
            all = all.chosen(id.to_string());
        }
    }
    all
}

/// When, where, how long and what else; of a council to be called also for how long its minutes hang out.
pub(super) fn questions(visit: &Visit, fields: &Fields, term: bool) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String, usual: String| {
        let value = if sent(fields) { fields.raw(name).to_owned() } else { usual };
        Field::new(lang, name, label).value(value).error(fields.fault(name))
    };
    let hours = HOURS.iter().map(|n| Choice::new(n.to_string(), t.msg_meeting_hours(*n))).collect();
    let days = DAYS.iter().map(|n| Choice::new(n.to_string(), t.msg_meeting_days(*n))).collect();
    let term = term.then(|| {
        field("days", t.msg_meeting_term(), "3".into())
            .kind(FieldKind::Select(days))
            .required()
            .hint(t.msg_meeting_term_hint())
    });
    let mut all = vec![
        field("day", t.msg_meeting_day(), String::new()).kind(FieldKind::Date).required(),
        field("time", t.msg_meeting_time(), String::new()).example("19:00").required().max(5).autocomplete("off"),
        field("where", t.msg_meeting_where(), String::new())
            .example(t.msg_meeting_where_example())
            .required()
            .max(PLACE_MAX as u32),
        field("hours", t.msg_meeting_length(), "2".into()).kind(FieldKind::Select(hours)).required(),
    ];
    all.extend(term);
    all.push(
        field("words", t.msg_meeting_words(), String::new())
            .kind(FieldKind::Area)
            .hint(t.msg_meeting_words_hint())
            .max(WORDS_MAX as u32),
    );
    all
}

/// `POST /meetings`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let Some(new) = read(&visit, &mut fields) else {
        fields.keep("sent", "1");
        return show(&visit, &fields).await;
    };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(new.area, fields.token(), move |tx, token| call(tx, &Author { token, ..who.clone() }, &new))
        .await;
    match done {
        Ok(receipt) => Ok(on(&visit, &url(receipt.act), "called")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            fields.keep("sent", "1");
            show(&visit, &fields).await
        }
    }
}

fn read(visit: &Visit, fields: &mut Fields) -> Option<NewMeeting> {
    let area: Option<AreaId> = fields.raw("area").parse().ok();
    if area.is_none() {
        fields.refuse(&Refusal::NotParty);
    }
    let matters = ids(fields, "matter", Refusal::NotTalked);
    let starts = clock_of(visit, fields);
    let place = fields.opt_line("where", PLACE_MAX).unwrap_or_default();
    if place.is_empty() && fields.fault("where").is_none() {
        fields.refuse(&Refusal::NoPlace);
    }
    let [hours, days] = ["hours", "days"].map(|name| fields.raw(name).parse().unwrap_or(0));
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    let invited = ids(fields, "invite", Refusal::NotInvitable);
    let new = NewMeeting { area: area?, place, starts: starts?, hours, days, matters, words, invited };
    fields.good().then_some(new)
}

/// Day and time, in the future.
pub(super) fn clock_of(visit: &Visit, fields: &mut Fields) -> Option<Moment> {
    let day = fields.day("day");
    let time = clock(fields.raw("time"));
    if time.is_none() {
        fields.refuse(&Refusal::NoTime);
    }
    let (hour, minute) = time?;
    let starts = day?.at(hour, minute);
    if starts <= visit.now() {
        fields.note("day", Refusal::Past.code(), Refusal::Past.say(visit.lang));
    }
    Some(starts)
}

/// What was ticked.
pub(super) fn ids<T: std::str::FromStr>(fields: &mut Fields, name: &'static str, none: Refusal) -> Vec<T> {
    let all: Vec<Option<T>> = fields.all(name).map(|text| text.parse().ok()).collect();
    if all.iter().any(Option::is_none) {
        fields.refuse(&none);
    }
    all.into_iter().flatten().collect()
}
