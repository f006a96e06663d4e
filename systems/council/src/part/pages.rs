//! Parts on pages: who has which, on the matter; and one part for those who do it or gave it.

use super::rules::{Side, may_step};
use super::store::{Row, one};
use super::{NewPart, State, side, step};
use crate::caps;
use crate::course::keeper;
use crate::left::{Measure, tag};
use crate::pages::{author, desk_url};
use crate::rules::WORDS_MAX;
use crate::say::{by_day, span, when};
use crate::store::{Matter, by_id, entries};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{ActId, Lang, OrgId};
use lianxin_gate::Gate;
use lianxin_journal::text;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind, Html, Meta, Tag, Tone};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of parts.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/parts/{part}", Gate::Can(caps::WORK), page),
        Route::post("/parts/{part}", Gate::Can(caps::WORK), send),
    ]
}

/// A part's address.
pub(crate) fn url(part: ActId) -> String {
    format!("/parts/{part}")
}

/// How a part stands, as a tag.
pub(crate) fn state_tag(lang: Lang, state: State) -> Tag<'static> {
    let t = t(lang);
    match state {
        State::Given => Tag::new(Tone::Due, t.msg_part_is_given()),
        State::Accepted => Tag::new(Tone::Plain, t.msg_part_is_accepted()),
        State::Returned => Tag::new(Tone::Plain, t.msg_part_is_returned()),
        State::Done => Tag::new(Tone::Ok, t.msg_part_is_done()),
        State::Off => Tag::new(Tone::Plain, t.msg_part_is_off()),
    }
}

struct Line {
    name: String,
    meta: String,
    words: Option<String>,
    tag: Tag<'static>,
    url: Option<String>,
}

#[derive(Template)]
#[template(path = "part_block.html")]
struct Block {
    t: &'static L10nLanguage,
    lines: Vec<Line>,
}

/// Who has which part of a matter; nothing where it was not split. `desk`: with the way to each.
pub(crate) fn block(lang: Lang, seen: &Seen, desk: bool) -> Option<Html> {
    if seen.parts.is_empty() {
        return None;
    }
    let whole = matches!(seen.eye, Eye::Party | Eye::Reporter);
    let lines = seen.parts.iter().map(|part| Line {
        name: part.org_name.clone(),
        meta: by_day(lang, part.due_at, seen.now),
        words: part.words.clone().filter(|_| whole),
        tag: state_tag(lang, part.state),
        url: desk.then(|| url(part.act)),
    });
    Some(Html::of(&Block { t: t(lang), lines: lines.collect() }))
}

/// The parts in the table of the way: what, who, how much working time.
pub(crate) fn stays(lang: Lang, seen: &Seen) -> Vec<(String, String, String)> {
    let t = t(lang);
    let time = |part: &Row| {
        let to = part.ended_at.unwrap_or(seen.now).max(part.at);
        span(lang, seen.terms.calendar.working_time(&seen.terms.hours, part.at, to))
    };
    seen.parts.iter().map(|part| (t.msg_part_stay(), part.org_name.clone(), time(part))).collect()
}

/// Reads the desk's form that gives a part.
pub(crate) fn read(
    no: String,
    org: Option<OrgId>,
    day: Option<lianxin_base::Day>,
    fields: &mut Fields,
) -> Option<NewPart> {
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    Some(NewPart { no, org: org?, by_day: day?, words })
}

/// A part with what whoever has to do with it may know.
struct Found {
    part: Row,
    m: Matter,
    title: String,
    from: String,
    phone: Option<String>,
    side: Side,
    terms: crate::course::Terms,
    /// What was said when it was done, sent back or called off.
    said: Option<String>,
}

fn found(r: &mut Read<'_>, id: ActId, orgs: &[OrgId], now: lianxin_base::Moment) -> Result<Option<Found>, Stop> {
    let Some(part) = one(r, id)? else { return Ok(None) };
    let Some(m) = by_id(r, part.matter)? else { return Ok(None) };
    let desk = keeper(r, &m, now)?;
    let all = orgs.iter().map(|org| side(&part, &m, *org, desk));
    let side =
        all.fold(Side { does: false, gave: false }, |a, b| Side { does: a.does || b.does, gave: a.gave || b.gave });
    if !side.does && !side.gave {
        return Ok(None);
    }
    let title = titled(r, &m)?;
    let from = find::org(r, part.by_org)?;
    let terms = crate::course::terms(r, m.area)?;
    let phone = from.as_ref().and_then(|org| org.answers(&terms, now)).map(|a| a.number);
    let from = from.map(|org| org.short.unwrap_or(org.name)).unwrap_or_default();
    let said = said_last(r, &part)?;
    Ok(Some(Found { part, m, title, from, phone, side, terms, said }))
}

/// The words with which a part came to its end; none where it ended with the whole.
fn said_last(r: &mut Read<'_>, part: &Row) -> Result<Option<String>, Fault> {
    let Some(ended) = part.ended_at else { return Ok(None) };
    let (kind, whose) = (part.state.entry(), part.org.to_string());
    let last = entries(r, part.matter)?;
    let last = last.into_iter().rfind(|e| e.at == ended && e.kind == kind && e.detail.as_deref() == Some(&*whose));
    Ok(last.and_then(|e| e.words))
}

/// The short name a worker gave the matter; empty before anybody looked.
pub(crate) fn titled(r: &mut Read<'_>, m: &Matter) -> Result<String, Fault> {
    Ok(m.titled.map(|act| text(r, act, "title")).transpose()?.flatten().unwrap_or_default())
}

#[derive(Template)]
#[template(path = "part.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    title: String,
    meta: Meta<'static>,
    words: Option<String>,
    tag: Tag<'static>,
    left: Option<Tag<'static>>,
    /// Why it is over.
    said: Option<String>,
    from: String,
    call: Option<String>,
    action: String,
    csrf: String,
    note: Option<Field<'static>>,
    /// What was typed for a part that is over meanwhile: to be copied.
    draft: Option<String>,
    buttons: Vec<(&'static str, String, bool)>,
    whole: Option<String>,
}

/// `GET /parts/{part}`
async fn page(visit: Visit, Path(part): Path<String>) -> Result<Response, Trouble> {
    let part = part.parse().map_err(|_| Trouble::NotFound)?;
    show(&visit, part, &Fields::empty(visit.lang), StatusCode::OK).await
}

async fn show(visit: &Visit, id: ActId, fields: &Fields, status: StatusCode) -> Result<Response, Trouble> {
    let (now, orgs) = (visit.now(), visit.seats().iter().map(|s| s.org).collect::<Vec<_>>());
    let f = visit.read(move |r| found(r, id, &orgs, now)).await?.ok_or(Trouble::NotFound)?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let may = |to| may_step(&f.side, f.part.state, to).is_ok();
    let mut buttons = Vec::new();
    for (to, label, main) in [
        (State::Accepted, t.msg_part_accept(), true),
        (State::Done, t.msg_part_finish(), f.part.state == State::Accepted),
        (State::Returned, t.msg_part_back(), false),
        (State::Off, t.msg_part_call_off(), false),
    ] {
        buttons.extend(may(to).then_some((to.name(), label, main)));
    }
    let note = (!buttons.is_empty()).then(|| {
        Field::new(lang, "note", t.msg_part_note())
            .kind(FieldKind::Area)
            .hint(t.msg_part_note_hint())
            .value(fields.raw("note").to_owned())
            .error(fields.fault("note"))
            .max(WORDS_MAX as u32)
    });
    let title = if f.title.is_empty() { t.msg_part_title() } else { f.title.clone() };
    let place = f.m.place.clone().unwrap_or_default();
    let open = f.part.state.is_open();
    let view = View {
        t,
        back: Back::new("/jobs", t.msg_hands_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        title: title.clone(),
        meta: Meta::of([f.m.no.clone(), place, by_day(lang, f.part.due_at, now)]),
        words: f.part.words.clone(),
        tag: state_tag(lang, f.part.state),
        said: why(lang, &f),
        left: open.then(|| tag(lang, &f.terms, (Measure::WorkingDays, Some(f.part.due_at)), false, now)).flatten(),
        from: t.msg_part_from(&f.from, when(lang, f.part.at, now)),
        call: f.phone.clone(),
        action: url(f.part.act),
        csrf: visit.token().to_owned(),
        draft: Some(fields.raw("note").trim().to_owned()).filter(|typed| buttons.is_empty() && !typed.is_empty()),
        note,
        buttons,
        whole: f.side.gave.then(|| desk_url(&f.m.no)),
    };
    Ok(visit.page(&title, Kind::Desk).status(status).view(&view))
}

/// Why a part is over: what was said then, or that the whole is.
fn why(lang: Lang, f: &Found) -> Option<String> {
    let t = t(lang);
    let name = match f.part.state {
        State::Given | State::Accepted => return None,
        State::Returned => t.msg_part_is_returned(),
        State::Done => t.msg_part_is_done(),
        State::Off => t.msg_part_is_off(),
    };
    let ended = f.part.state == State::Off && f.m.ended_at.is_some();
    match f.said.as_ref().filter(|said| **said != name) {
        Some(said) => Some(t.msg_said(name, said)),
        None => ended.then(|| t.msg_part_with_whole()),
    }
}

/// `POST /parts/{part}`
async fn send(visit: Visit, Path(part): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let part: ActId = part.parse().map_err(|_| Trouble::NotFound)?;
    let (now, orgs) = (visit.now(), visit.seats().iter().map(|s| s.org).collect::<Vec<_>>());
    let f = visit.read(move |r| found(r, part, &orgs, now)).await?.ok_or(Trouble::NotFound)?;
    let to = fields.choice("to", &["accepted", "returned", "done", "off"]).and_then(|to| to.parse::<State>().ok());
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    let (true, Some(to)) = (fields.good(), to) else {
        return show(&visit, part, &fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let words = if words.is_empty() && to == State::Done { t(visit.lang).msg_part_is_done() } else { words };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(f.m.area, fields.token(), move |tx, token| {
            let author = crate::course::Author { token, ..who.clone() };
            step(tx, &author, part, to, &words)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&url(part))),
        Err(Trouble::Refused(no)) if no.status() == 404 => Err(Trouble::NotFound),
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            let status = StatusCode::from_u16(no.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            show(&visit, part, &fields, status).await
        }
        Err(other) => Err(other),
    }
}
