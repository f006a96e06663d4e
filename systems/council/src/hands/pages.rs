//! The list of what is in hand, and one matter with large buttons. Works without scripts and by keyboard.

use super::gone::gone;
use super::rules::{did_name, words};
use super::{Did, Later, arrive};
use crate::caps;
use crate::collect::NewNote;
use crate::course::{Author, terms};
use crate::left::tag;
use crate::lists::{Line, held};
use crate::pages::shots::galleries;
use crate::pages::{author, desk_url, encode, sight};
use crate::part::{self, store::of_org};
use crate::pause::{NewPause, Reason, pause, resumption};
use crate::quote::pages::{price, price_field};
use crate::rules::{Refusal as Course, WORDS_MAX};
use crate::say::{by_day, date, holder};
use crate::solve::{completion, send_back};
use crate::store::{Matter, by_no};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen, Sight, category_name, desk_title, see, who};
use crate::{pause as waits, quote};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{Fen, Lang, Moment, OrgId};
use lianxin_gate::{Gate, Scope};
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Holder, Html, Look, Meta, Notice, NoticeKind,
    PhotoField, Row, Rows, Tag,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, PHOTOS, Photo, kept, photos};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many of one organisation are listed.
const MOST: i64 = 100;

/// The routes of what is in hand.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/jobs", Gate::Can(caps::WORK), list),
        Route::get("/jobs/{no}", Gate::Can(caps::WORK), one),
        Route::post("/jobs/{no}", Gate::Can(caps::WORK), send).files(PHOTOS),
    ]
}

/// A matter's address here.
fn url(no: &str) -> String {
    format!("/jobs/{}", encode(no))
}

/// What the address may say.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    said: String,
}

#[derive(Template)]
#[template(path = "hands.html")]
struct ListView {
    t: &'static L10nLanguage,
    said: Option<Notice<'static>>,
    /// What was typed about something that is not in their hands any more.
    draft: Option<String>,
    lead: String,
    rows: Option<Rows<'static>>,
    parts: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
}

/// What an organisation has in hand, with where it is.
struct Held {
    line: Line,
    place: String,
    /// By when it is done; of what waits, for what or until when.
    due: String,
    tag: Option<Tag<'static>>,
}

/// A part another gave them.
struct Given {
    url: String,
    title: String,
    due: Moment,
    state: part::State,
}

fn look(
    r: &mut Read<'_>,
    (orgs, scope): (&[OrgId], &Scope),
    lang: Lang,
    now: Moment,
) -> Result<(Vec<Held>, Vec<Given>), Fault> {
    let (mut all, mut given) = (Vec::new(), Vec::new());
    for org in orgs {
        for line in held(r, *org, MOST)? {
            // A seat may look at less than its organisation has in hand.
            let Some(m) = crate::store::by_id(r, line.id)?.filter(|m| m.in_scope(scope)) else { continue };
            let place = m.place.clone().filter(|_| !m.veils(*org)).unwrap_or_else(|| line.area_name.clone());
            let terms = terms(r, line.area)?;
            let by = |say: &dyn Fn(Moment) -> String| line.due_at.map_or_else(String::new, say);
            let (due, tag) = match m.step.as_str() {
                waits::STEP => (by(&|due| t(lang).msg_goes_on(date(lang, due.day(), now))), None),
                quote::STEP => (t(lang).msg_quote_is_open(), None),
                _ => (by(&|due| by_day(lang, due, now)), tag(lang, &terms, line.due(), false, now)),
            };
            all.push(Held { line, place, due, tag });
        }
        for p in of_org(r, *org, MOST)? {
            let m = crate::store::by_id(r, p.matter)?;
            let title = m.map(|m| part::pages::titled(r, &m)).transpose()?.unwrap_or_default();
            given.push(Given { url: part::pages::url(p.act), title, due: p.due_at, state: p.state });
        }
    }
    all.sort_by_key(|h| (h.line.due_at, h.line.id));
    given.sort_by_key(|g| g.due);
    Ok((all, given))
}

/// Their organisations, each once.
pub(super) fn orgs(visit: &Visit) -> Vec<OrgId> {
    let mut all: Vec<OrgId> = visit.seats().iter().map(|s| s.org).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// `GET /jobs`
async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let said = said(visit.lang, &asked.said).map(|words| Notice::new(NoticeKind::Ok, words));
    listed(&visit, said, None, StatusCode::OK).await
}

/// The list, with what there is to say above it.
pub(super) async fn listed(
    visit: &Visit,
    said: Option<Notice<'static>>,
    draft: Option<String>,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let (lang, now, orgs, scope) = (visit.lang, visit.now(), orgs(visit), visit.scope_for(caps::WORK));
    let (held, given) = visit.read(move |r| Ok(look(r, (&orgs, &scope), lang, now)?)).await?;
    let t = t(lang);
    let n = held.len() + given.len();
    let rows: Vec<Row<'static>> = held.iter().map(|h| row(lang, h)).collect();
    let parts: Vec<Row<'static>> = given.iter().map(|g| given_row(lang, g, now)).collect();
    let view = ListView {
        t,
        said,
        draft,
        lead: t.msg_hands_lead(n),
        empty: (n == 0).then(|| Empty { icon: Icon::ClipboardCheck, text: t.msg_hands_empty().into(), action: None }),
        rows: (!rows.is_empty()).then_some(Rows { items: rows }),
        parts: (!parts.is_empty()).then_some(Rows { items: parts }),
    };
    let title = t.msg_hands_title();
    Ok(visit.page(&title, Kind::Desk).status(status).view(&view))
}

/// What became of what was just tapped.
fn said(lang: Lang, done: &str) -> Option<String> {
    let t = t(lang);
    match done {
        "done" => Some(t.msg_hands_said_done()),
        "wait" | "home" => Some(t.msg_hands_said_later()),
        "other" => Some(t.msg_hands_said_back()),
        _ => None,
    }
}

fn row(lang: Lang, h: &Held) -> Row<'static> {
    let row = Row::to(url(&h.line.no), desk_title(lang, &h.line)).line([h.place.clone(), h.due.clone()]);
    h.tag.clone().into_iter().fold(row, Row::tag)
}

fn given_row(lang: Lang, g: &Given, now: Moment) -> Row<'static> {
    let title = if g.title.is_empty() { t(lang).msg_part_title() } else { g.title.clone() };
    Row::to(g.url.clone(), title).line([by_day(lang, g.due, now)]).tag(part::pages::state_tag(lang, g.state))
}

#[derive(Template)]
#[template(path = "hands_one.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    meta: Meta<'static>,
    tag: Option<Tag<'static>>,
    title: String,
    place: String,
    words: Option<String>,
    photos: Vec<Html>,
    name: String,
    call: Option<String>,
    holder: Holder<'static>,
    action: String,
    csrf: String,
    hops: i64,
    /// It can be worked at: not while a price waits for its answer.
    works: bool,
    waits: bool,
    did: Choices<'static>,
    photo: PhotoField<'static>,
    cost: Field<'static>,
    note: Field<'static>,
    quote: Option<String>,
    desk: String,
}

/// A matter in the hands of this seat's organisation, and whom to ring up.
async fn found(visit: &Visit, no: &str) -> Result<(Seen, Option<String>, Option<String>), Trouble> {
    let (scope, no, orgs) = (visit.scope_for(caps::WORK), no.to_owned(), orgs(visit));
    let (lang, now, sight) = (visit.lang, visit.now(), Sight { scope: scope.clone(), ..sight(visit) });
    let found = visit.read(move |r| {
        let Some(m) = by_no(r, &scope, &no)?.filter(|m| in_hand(m, &orgs)) else { return Ok(None) };
        let eye = sight.eye(&m);
        // Of a complaint about those who have it in hand they learn no name and no number.
        let (name, phone) = if eye == Eye::Party { who(r, &m)? } else { (None, None) };
        Ok(Some((see(r, m, eye, lang, now)?, name, phone)))
    });
    found.await?.ok_or(Trouble::NotFound)
}

fn in_hand(m: &Matter, orgs: &[OrgId]) -> bool {
    m.ended_at.is_none() && m.stage == "solve" && orgs.contains(&m.holder)
}

/// `GET /jobs/{no}`
async fn one(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    show(&visit, &no, &Fields::empty(visit.lang), StatusCode::OK).await
}

async fn show(visit: &Visit, no: &str, fields: &Fields, status: StatusCode) -> Result<Response, Trouble> {
    let (seen, name, call) = found(visit, no).await?;
    let title = seen.title.clone();
    let view = view(visit, &seen, (name.unwrap_or_default(), call), fields);
    Ok(visit.page(&title, Kind::Desk).status(status).view(&view))
}

fn view(visit: &Visit, seen: &Seen, (name, call): (String, Option<String>), fields: &Fields) -> View {
    let (lang, t, m) = (visit.lang, t(visit.lang), &seen.m);
    let mut did = Choices::new(lang, Look::Checks, "did", t.msg_hands_what()).error(fields.fault("did"));
    for d in Did::ALL {
        did = did.item(Choice::new(d.name(), did_name(lang, *d)));
    }
    let did = fields.all("did").fold(did, |did, name| did.chosen(name.to_owned()));
    let note = Field::new(lang, "note", t.msg_hands_note())
        .kind(FieldKind::Area)
        .hint(t.msg_hands_note_hint())
        .value(fields.raw("note").to_owned())
        .error(fields.fault("note"))
        .max(WORDS_MAX as u32);
    let works = m.step != quote::STEP;
    View {
        t,
        back: Back::new("/jobs", t.msg_hands_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        meta: Meta::of([m.no.clone(), category_name(lang, m.category)]),
        tag: tag(lang, &seen.terms, m.due(), false, seen.now),
        title: seen.title.clone(),
        place: m.place.clone().filter(|_| seen.eye == Eye::Party).unwrap_or_else(|| seen.area.clone()),
        words: seen.words.clone(),
        photos: galleries(lang, seen, None),
        name,
        call,
        holder: holder(lang, seen),
        action: url(&m.no),
        csrf: visit.token().to_owned(),
        hops: m.hops,
        works,
        waits: m.step == waits::STEP,
        did,
        photo: PhotoField {
            lang,
            label: t.msg_hands_photo().into(),
            kept: kept(visit, fields),
            error: fields.fault(PHOTO_FIELD),
        },
        cost: price_field(lang, Some(fields), t.msg_desk_completion_cost()).hint(t.msg_desk_completion_cost_hint()),
        note,
        quote: (works && seen.eye == Eye::Party && quote::pages::offered(seen))
            .then(|| format!("{}?do=quote", desk_url(&m.no))),
        desk: desk_url(&m.no),
    }
}

/// What was tapped.
enum Tap {
    Arrived,
    Resume,
    Later(Later),
    Done(String, Option<Fen>),
}

/// `POST /jobs/{no}`
async fn send(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (seen, ..) = match found(&visit, &no).await {
        Err(Trouble::NotFound) => return gone(&visit, &no, &fields).await,
        other => other?,
    };
    let came = photos(&visit, &mut fields).await?;
    let tap = read(visit.lang, &mut fields);
    let (true, Some(tap)) = (fields.good(), tap) else {
        return show(&visit, &no, &fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (area, who) =
        (seen.m.area, Author { scope: visit.scope_for(caps::WORK), ..author(&visit, visit.act_id(), None) });
    let (lang, hops) = (visit.lang, Some(fields.raw("hops").parse().unwrap_or(-1)));
    let to = match &tap {
        Tap::Arrived | Tap::Resume => url(&no),
        Tap::Later(why) => format!("/jobs?said={why}"),
        Tap::Done(..) => "/jobs?said=done".to_owned(),
    };
    let number = no.clone();
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            tap.run(tx, &Author { token, ..who.clone() }, (&number, hops), lang, &came)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&to)),
        Err(Trouble::Refused(why)) if why.status() == 404 => Err(Trouble::NotFound),
        Err(Trouble::Refused(why)) => {
            fields.refuse(why.as_ref());
            let status = StatusCode::from_u16(why.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            match show(&visit, &no, &fields, status).await {
                Err(Trouble::NotFound) => gone(&visit, &no, &fields).await,
                other => other,
            }
        }
        Err(other) => Err(other),
    }
}

fn read(lang: Lang, fields: &mut Fields) -> Option<Tap> {
    let what = fields.choice("do", &["arrived", "resume", "wait", "home", "other", "done"])?;
    if let Ok(later) = what.parse::<Later>() {
        return Some(Tap::Later(later));
    }
    match what {
        "arrived" => Some(Tap::Arrived),
        "resume" => Some(Tap::Resume),
        _ => {
            let tapped: Vec<Did> = fields.all("did").filter_map(|name| name.parse().ok()).collect();
            let written = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
            let cost = price(fields);
            match words(lang, &tapped, &written) {
                Ok(said) => Some(Tap::Done(said, cost)),
                Err(no) => {
                    fields.refuse(&no);
                    None
                }
            }
        }
    }
}

impl Tap {
    fn run(
        &self,
        tx: &mut Tx<'_>,
        author: &Author,
        (no, seen): (&str, Option<i64>),
        lang: Lang,
        photos: &[Photo],
    ) -> Result<Receipt, Stop> {
        let m = by_no(tx, &author.scope, no)?.ok_or(Course::NoMatter)?;
        let terms = terms(tx, m.area)?;
        let (t, now) = (t(lang), tx.now());
        let note = |words: String| NewNote { no: no.to_owned(), seen, words };
        match self {
            Self::Arrived => arrive(tx, author, no),
            Self::Resume => resumption(tx, &terms, author, no, seen),
            Self::Done(words, cost) => completion(tx, &terms, author, &note(words.clone()), *cost, photos),
            Self::Later(Later::NotOurs) => send_back(tx, &terms, author, &note(t.msg_hands_other())),
            Self::Later(why) => {
                let (reason, words) = match why {
                    Later::Home => (Reason::Resident, t.msg_hands_home()),
                    _ => (Reason::Parts, t.msg_hands_wait()),
                };
                let until = terms.calendar.add_working_days(now.day(), why.days());
                pause(tx, &terms, author, &NewPause { no: no.to_owned(), seen, reason, words, until })
            }
        }
    }
}
