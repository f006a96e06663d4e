//! `/votes/{vote}/objection`: an owner says what is wrong with the posted roll. `/votes/{vote}/objections`: the convener writes
//! down what is said at the counter, and answers.

use super::rules::{PLACE_MAX, SAY_MAX};
use super::store::{Objection, of_person, of_vote};
use super::{NewObjection, Outcome, What, answer, frozen, object};
use crate::assembly::pages::{any, author, on, own, under, url};
use crate::assembly::{State, Vote};
use crate::caps;
use crate::example;
use crate::refusal::Refusal;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment, PersonId};
use lianxin_gate::Gate;
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Html, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of objections.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/objection", Gate::SignedIn, form),
        Route::post("/votes/{vote}/objection", Gate::SignedIn, send),
        Route::get("/votes/{vote}/objection/print", Gate::Anyone, print),
        Route::get("/votes/{vote}/objections", Gate::Can(caps::CONVENE), desk),
        Route::post("/votes/{vote}/objections", Gate::Can(caps::CONVENE), send_counter),
        Route::post("/votes/{vote}/objections/answer", Gate::Can(caps::CONVENE), send_answer),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

/// What is wrong, in words.
pub(crate) fn what_name(lang: Lang, what: What) -> String {
    let t = t(lang);
    match what {
        What::Area => t.msg_objection_area(),
        What::Owner => t.msg_objection_owner(),
        What::Missing => t.msg_objection_missing(),
        What::Twice => t.msg_objection_twice(),
    }
}

/// What came of it, in words; a correction that came too late for the roll says so.
pub(crate) fn outcome_name(lang: Lang, outcome: Outcome, late: bool) -> String {
    match (outcome, late) {
        (Outcome::Corrected, false) => t(lang).msg_objection_corrected(),
        (Outcome::Corrected, true) => t(lang).msg_objection_corrected_late(),
        (Outcome::Kept, _) => t(lang).msg_objection_kept(),
    }
}

/// An objection in two lines: what it is about, and what came of it.
struct Line {
    act: String,
    title: String,
    words: String,
    says: String,
    open: bool,
    /// What was typed of an answer that could not be taken, and why.
    typed: String,
    fault: Option<String>,
    /// What may come of it: word, name, and whether that was chosen.
    outcomes: Vec<(&'static str, String, bool)>,
}

fn line(lang: Lang, now: Moment, frozen: Option<Moment>, o: &Objection) -> Line {
    let t = t(lang);
    let place = if o.place.is_empty() { t.msg_objection_gone() } else { o.place.clone() };
    let says = match o.answered {
        Some((outcome, at)) => {
            let outcome = outcome_name(lang, outcome, o.too_late(frozen));
            t.msg_objection_answered(when(lang, at, now), outcome, o.answer.clone())
        }
        None => t.msg_objection_waits(),
    };
    Line {
        act: o.act.to_string(),
        title: t.msg_objection_title(place, what_name(lang, o.what), when(lang, o.at, now)),
        words: o.words.clone(),
        says,
        open: o.answered.is_none(),
        typed: String::new(),
        fault: None,
        outcomes: Vec::new(),
    }
}

/// The same for the desk: with what may come of it, and what was typed of its answer.
fn to_answer(lang: Lang, now: Moment, frozen: Option<Moment>, fields: &Fields, o: &Objection) -> Line {
    let sent = fields.raw("objection") == o.act.to_string();
    let raw = |name| if sent { fields.raw(name) } else { "" };
    let outcome = |x: &Outcome| (x.name(), outcome_name(lang, *x, false), raw("outcome") == x.name());
    Line {
        typed: raw("answer").to_owned(),
        fault: fields.fault("answer").filter(|_| sent),
        outcomes: Outcome::ALL.iter().map(outcome).collect(),
        ..line(lang, now, frozen, o)
    }
}

/// The questions of the form, for the phone and for the counter.
fn questions(lang: Lang, fields: &Fields) -> (Choices<'static>, [Field<'static>; 2]) {
    let t = t(lang);
    let whats = Choices::new(lang, Look::Options, "what", t.msg_objection_what());
    let whats = What::ALL.iter().fold(whats, |all, w| all.item(Choice::new(w.name(), what_name(lang, *w))));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    let place = field("place", t.msg_objection_place()).example(t.msg_objection_place_example()).max(PLACE_MAX as u32);
    let words = field("words", t.msg_objection_words()).kind(FieldKind::Area).hint(t.msg_objection_words_hint());
    let whats = whats.chosen(fields.raw("what").to_owned()).error(fields.fault("what")).required();
    (whats, [place.autocomplete("off"), words.max(SAY_MAX as u32)])
}

#[derive(Template)]
#[template(path = "objection.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    mine: Vec<Line>,
    action: String,
    csrf: String,
    /// Closed once the roll is frozen.
    form: Option<(Choices<'static>, [Field<'static>; 2], Submit<'static>)>,
    paper: String,
}

/// `GET /votes/{vote}/objection`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let person: PersonId = visit.person().ok_or_else(|| Trouble::refused(Refusal::NotOfCompound))?;
    let (at, id) = (v.clone(), v.id);
    let found = visit.read(move |r| Ok((super::belongs(r, &at, person)?, of_person(r, id, person)?, frozen(r, id)?)));
    let (belongs, mine, frozen) = found.await?;
    if !belongs {
        return Err(Trouble::refused(Refusal::NotOfCompound));
    }
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let (whats, fields_) = questions(lang, fields);
    let view = View {
        t,
        back: Back::new(url(v.id), t.msg_back_to_vote()),
        title: v.title.clone(),
        said: (said == "objected").then(|| Notice::new(NoticeKind::Ok, t.msg_said_objected(v.org_name.clone()))),
        summary: (!fields.good()).then(|| fields.summary()),
        mine: mine.iter().map(|o| line(lang, now, frozen, o)).collect(),
        action: under(v.id, "objection"),
        csrf: visit.token().to_owned(),
        form: (v.state == State::Called).then(|| (whats, fields_, Submit::new(t.msg_objection_go()))),
        paper: under(v.id, "objection/print"),
    };
    let title = t.msg_objection();
    let page = visit.page(&title, Kind::Phone);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// What a form says; `None` with its faults noted.
fn read(fields: &mut Fields) -> Option<NewObjection> {
    let offered: Vec<&'static str> = What::ALL.iter().map(|w| w.name()).collect();
    let what: Option<What> = fields.choice("what", &offered).and_then(|w| w.parse().ok());
    let (place, words) = (fields.line("place", PLACE_MAX), fields.text("words", SAY_MAX));
    what.filter(|_| fields.good()).map(|what| NewObjection { what, place, words })
}

/// `POST /votes/{vote}/objection`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    // A seat without a person writes down what others say at the counter, where that is its work.
    visit.person().ok_or_else(|| Trouble::refused(Refusal::NotOfCompound))?;
    let Some(new) = read(&mut fields) else { return show(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| object(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "objection"), "objected")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

#[derive(Template)]
#[template(path = "objections.html")]
struct Desk {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    lines: Vec<Line>,
    action: String,
    answer: String,
    csrf: String,
    form: Option<(Choices<'static>, [Field<'static>; 2], Submit<'static>)>,
    paper: Link<'static>,
}

/// `GET /votes/{vote}/objections`
async fn desk(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    show_desk(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show_desk(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let id = v.id;
    let (mut all, frozen) = visit.read(move |r| Ok((of_vote(r, id)?, frozen(r, id)?))).await?;
    // What waits comes first.
    all.sort_by_key(|o| o.answered.is_some());
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let (whats, fields_) = questions(lang, fields);
    let said = match said {
        "objected" => Some(t.msg_said_objection_entered()),
        "answered" => Some(t.msg_said_answered()),
        _ => None,
    };
    let view = Desk {
        t,
        back: Back::new(under(id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: all.is_empty().then(|| Empty {
            icon: Icon::ClipboardList,
            text: t.msg_objections_empty().into(),
            action: None,
        }),
        lines: all.iter().map(|o| to_answer(lang, now, frozen, fields, o)).collect(),
        action: under(id, "objections"),
        answer: under(id, "objections/answer"),
        csrf: visit.token().to_owned(),
        form: (v.state == State::Called).then(|| (whats, fields_, Submit::new(t.msg_objection_enter()))),
        paper: Link::new(under(id, "objection/print"), t.msg_objection_paper()).icon(Icon::Printer),
    };
    let title = t.msg_objections();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/objections`: what somebody said at the counter.
async fn send_counter(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let Some(new) = read(&mut fields) else { return show_desk(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| object(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "objections"), "objected")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_desk(&visit, &v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/objections/answer`
async fn send_answer(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let objection: ActId = fields.raw("objection").parse().map_err(|_| Trouble::NotFound)?;
    let offered: Vec<&'static str> = Outcome::ALL.iter().map(|o| o.name()).collect();
    let outcome: Option<Outcome> = fields.choice("outcome", &offered).and_then(|o| o.parse().ok());
    let words = fields.opt_text("answer", SAY_MAX).unwrap_or_default();
    let Some(outcome) = outcome.filter(|_| fields.good()) else { return show_desk(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        answer(tx, &Author { token, ..who.clone() }, id, (objection, outcome, &words))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "objections"), "answered")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_desk(&visit, &v, "", &fields).await
        }
    }
}

#[derive(Template)]
#[template(path = "objection_print.html")]
struct Paper {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    until: String,
    whats: Vec<String>,
    back: String,
}

/// `GET /votes/{vote}/objection/print`: the form for the counter.
async fn print(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let view = Paper {
        t,
        place: t.msg_objection_paper_title(v.place()),
        until: t.msg_objection_until(when(lang, v.opens, visit.now()), v.org_name.clone()),
        whats: What::ALL.iter().map(|w| what_name(lang, *w)).collect(),
        back: url(v.id),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the form.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&Paper {
        t,
        place: t.msg_objection_paper_title(example::PLACE),
        title: example::TITLE.into(),
        until: t.msg_objection_until(when(lang, example::OPENS, example::NOW), example::CONVENER),
        whats: What::ALL.iter().map(|w| what_name(lang, *w)).collect(),
        back: example::BACK.into(),
    })
}
