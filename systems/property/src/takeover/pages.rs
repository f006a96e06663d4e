//! `/takeovers`: compounds nobody managed, and how far each is; everybody sees the steps, the convener notes the next one.

use super::rules::{Done, WORDS_MAX, earliest, next};
use super::store::{StepDone, Takeover, all, one, steps};
use super::{NewStep, Party, Step, begin, mend, step};
use crate::assembly::pages::{author, on, url as vote_url};
use crate::caps;
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Lang};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{
    Back, Choice, Empty, ErrorSummary, Field, FieldKind, Link, Notice, NoticeKind, Row, Rows, Submit, Tag, Tone,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many are listed.
const LISTED: i64 = 60;
const WHO_MAX: usize = 40;

/// The routes of take-overs.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/takeovers", Gate::Anyone, list),
        Route::get("/takeovers/new", Gate::Can(caps::CONVENE), form),
        Route::post("/takeovers", Gate::Can(caps::CONVENE), send),
        Route::get("/takeovers/{takeover}", Gate::Anyone, page),
        Route::get("/takeovers/{takeover}/mend", Gate::Can(caps::CONVENE), mend::form),
        Route::post("/takeovers/{takeover}/undo", Gate::Can(caps::CONVENE), mend::send_undo),
        Route::post("/takeovers/{takeover}/off", Gate::Can(caps::CONVENE), mend::send_off),
        Route::get("/takeovers/{takeover}/step", Gate::Can(caps::CONVENE), step_form),
        Route::post("/takeovers/{takeover}/step", Gate::Can(caps::CONVENE), send_step),
    ]
}

pub(super) fn url(id: ActId) -> String {
    format!("/takeovers/{id}")
}

/// A step in words.
pub(super) fn step_name(lang: Lang, step: Step) -> String {
    let t = t(lang);
    match step {
        Step::Survey => t.msg_step_survey(),
        Step::Recognised => t.msg_step_recognised(),
        Step::Custody => t.msg_step_custody(),
        Step::HandOver => t.msg_step_hand_over(),
        Step::Intent => t.msg_step_intent(),
        Step::Group => t.msg_step_group(),
        Step::Roll => t.msg_step_roll(),
        Step::Plan => t.msg_step_plan(),
        Step::Vote => t.msg_step_vote(),
        Step::Result => t.msg_step_result(),
        Step::Contract => t.msg_step_contract(),
        Step::Inspection => t.msg_step_inspection(),
        Step::Entry => t.msg_step_entry(),
        Step::Filing => t.msg_step_filing(),
        Step::Repair => t.msg_step_repair(),
        Step::LookBack => t.msg_step_look_back(),
    }
}

fn party_name(lang: Lang, party: Party) -> String {
    let t = t(lang);
    match party {
        Party::Community => t.msg_party_community(),
        Party::Street => t.msg_party_street(),
        Party::Group => t.msg_party_group(),
        Party::Owners => t.msg_party_owners(),
        Party::Company => t.msg_party_company(),
    }
}

/// Who is responsible, and the article.
fn stands_on(lang: Lang, step: Step) -> String {
    let (party, article) = (party_name(lang, step.party()), step.article());
    if article.is_empty() { t(lang).msg_step_local(party) } else { t(lang).msg_step_by(party, article) }
}

fn tag(lang: Lang, k: &Takeover, done: usize) -> Tag<'static> {
    match k.ended {
        Some(_) if k.off => Tag::new(Tone::Plain, t(lang).msg_takeover_off()),
        Some(_) => Tag::new(Tone::Ok, t(lang).msg_takeover_done()),
        None => Tag::new(Tone::Due, t(lang).msg_takeover_at(done, Step::ALL.len())),
    }
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "takeovers.html")]
struct ListView {
    t: &'static L10nLanguage,
    works: bool,
    back: Option<Back<'static>>,
    new: Option<Link<'static>>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
}

/// `GET /takeovers`
async fn list(visit: Visit) -> Result<Response, Trouble> {
    let found = visit.read(move |r| {
        let mut rows = Vec::new();
        for k in all(r, LISTED)? {
            rows.push((steps(r, k.id)?.len(), k));
        }
        Ok(rows)
    });
    let found = found.await?;
    let (lang, t, works) = (visit.lang, t(visit.lang), visit.can(caps::CONVENE));
    let row = |(done, k): &(usize, Takeover)| {
        let line = [k.org_name.clone(), plain_day(lang, k.begun.day())];
        Row::to(url(k.id), k.area_name.clone()).line(line).tag(tag(lang, k, *done))
    };
    let view = ListView {
        t,
        works,
        back: (!works).then(|| Back::new("/board", t.msg_back())),
        new: works.then(|| Link::new("/takeovers/new", t.msg_takeover_new()).icon(Icon::Plus)),
        empty: found.is_empty().then(|| Empty {
            icon: Icon::BuildingCommunity,
            text: t.msg_takeovers_empty().into(),
            action: None,
        }),
        rows: (!found.is_empty()).then(|| Rows { items: found.iter().map(row).collect() }),
    };
    let title = t.msg_takeovers();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

#[derive(Template)]
#[template(path = "takeover_form.html")]
struct FormView {
    back: Back<'static>,
    title: String,
    lead: String,
    hint: String,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    /// Which step the form is about: somebody else may note it meanwhile.
    step: Option<&'static str>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

fn field(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
}

/// `GET /takeovers/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show_form(&visit, &Fields::empty(visit.lang)).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let scope = visit.scope();
    let compounds = visit.read(move |r| Ok(find::all_compounds(r)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let ours = compounds.into_iter().filter(|a| scope.covers(a.id));
    let places = ours.map(|a| Choice::new(a.id.to_string(), a.name)).collect();
    let view = FormView {
        back: Back::new("/takeovers", t.msg_takeovers()),
        title: t.msg_takeover_new(),
        lead: t.msg_takeover_lead(),
        hint: String::new(),
        summary: (!fields.good()).then(|| fields.summary()),
        action: "/takeovers".into(),
        csrf: visit.token().to_owned(),
        step: None,
        fields: vec![
            field(lang, fields, "area", t.msg_where()).kind(FieldKind::Select(places)),
            field(lang, fields, "since", t.msg_takeover_since()).kind(FieldKind::Date),
            field(lang, fields, "words", t.msg_takeover_words()).kind(FieldKind::Area).max(WORDS_MAX as u32),
        ],
        submit: Submit::new(t.msg_takeover_go()),
    };
    let title = t.msg_takeover_new();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /takeovers`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area: Option<AreaId> = fields.id("area");
    let (since, words) = (fields.day("since"), fields.text("words", WORDS_MAX));
    let (Some(area), Some(since), true) = (area, since, fields.good()) else {
        return show_form(&visit, &fields).await;
    };
    let who = author(&visit);
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        begin(tx, &Author { token, ..who.clone() }, area, (since, &words))
    });
    match done.await {
        Ok(receipt) => Ok(on(&visit, &url(receipt.act), "begun")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_form(&visit, &fields).await
        }
    }
}

struct Line {
    n: usize,
    name: String,
    by: String,
    done: Option<(String, String)>,
    vote: Option<String>,
    next: bool,
}

#[derive(Template)]
#[template(path = "takeover.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    since: String,
    words: String,
    lines: Vec<Line>,
    main: Option<Link<'static>>,
    mend: Option<Link<'static>>,
    off: Option<Notice<'static>>,
    journal: String,
}

pub(super) async fn found(visit: &Visit, text: &str) -> Result<(Takeover, Vec<StepDone>), Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    let found = visit.read(move |r| Ok((one(r, id)?, steps(r, id)?))).await?;
    Ok((found.0.ok_or(Trouble::NotFound)?, found.1))
}

/// `GET /takeovers/{takeover}`
async fn page(visit: Visit, Path(takeover): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (k, done) = found(&visit, &takeover).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let days: Done = done.iter().map(|s| (s.step, s.day)).collect();
    let comes = next(&days);
    let line = |(n, step): (usize, &Step)| {
        let found = done.iter().find(|s| s.step == *step);
        Line {
            n,
            name: step_name(lang, *step),
            by: stands_on(lang, *step),
            done: found.map(|s| (t.msg_step_done(plain_day(lang, s.day), s.who.clone()), s.words.clone())),
            vote: found.and_then(|s| s.vote).map(vote_url),
            next: comes == Some(*step) && !k.off,
        }
    };
    let said = match asked.said.as_str() {
        "begun" => Some(t.msg_said_begun()),
        "step" => Some(t.msg_said_step()),
        "undone" => Some(t.msg_said_undone()),
        "off" => Some(t.msg_said_given_up()),
        _ => None,
    };
    let may = visit.can(caps::CONVENE) && visit.scope_for(caps::CONVENE).covers(k.area);
    let view = View {
        t,
        back: Back::new("/takeovers", t.msg_takeovers()),
        tag: tag(lang, &k, done.len()),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        since: t.msg_takeover_is(plain_day(lang, k.since), k.org_name.clone()),
        words: k.words.clone(),
        lines: (1..).zip(Step::ALL).map(line).collect(),
        mend: (may && !k.off).then(|| Link::new(format!("{}/mend", url(k.id)), t.msg_mend()).icon(Icon::Pencil)),
        off: k.off.then(|| Notice::new(NoticeKind::Warn, t.msg_takeover_off_says(k.why.clone()))),
        main: comes.filter(|_| may && !k.off).map(|step| {
            Link::new(format!("{}/step", url(k.id)), t.msg_step_note(step_name(lang, step))).icon(Icon::Pencil)
        }),
        journal: format!("/journal/{}", k.id),
        title: t.msg_takeover_title(k.area_name),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Phone).tab(Tab::Board).view(&view))
}

/// A take-over of a compound the visitor looks after, with what comes next there.
async fn own(visit: &Visit, text: &str) -> Result<(Takeover, Done, Step), Trouble> {
    let (k, done) = found(visit, text).await?;
    if !visit.scope().covers(k.area) {
        return Err(Trouble::NotFound);
    }
    if k.off {
        return Err(Trouble::refused(Refusal::TakeoverOff));
    }
    let days: Done = done.iter().map(|s| (s.step, s.day)).collect();
    let step = next(&days).ok_or_else(|| Trouble::refused(Refusal::TakenOver))?;
    Ok((k, days, step))
}

/// `GET /takeovers/{takeover}/step`
async fn step_form(visit: Visit, Path(takeover): Path<String>) -> Result<Response, Trouble> {
    let at = own(&visit, &takeover).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    Ok(show_step(&visit, &at, &fields))
}

fn show_step(visit: &Visit, (k, done, step): &(Takeover, Done, Step), fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let first = earliest(*step, done).map(|day| t.msg_step_earliest(plain_day(lang, day))).unwrap_or_default();
    let name = step_name(lang, *step);
    let view = FormView {
        back: Back::new(url(k.id), t.msg_takeover_title(k.area_name.clone())),
        title: name.clone(),
        lead: stands_on(lang, *step),
        hint: if *step == Step::Vote { t.msg_step_vote_hint() } else { String::new() },
        summary: (!fields.good()).then(|| fields.summary()),
        action: format!("{}/step", url(k.id)),
        csrf: visit.token().to_owned(),
        step: Some(step.name()),
        fields: vec![
            field(lang, fields, "day", t.msg_step_day()).kind(FieldKind::Date).hint(first),
            field(lang, fields, "who", t.msg_step_who()).hint(t.msg_step_who_hint()).max(WHO_MAX as u32),
            field(lang, fields, "words", t.msg_step_words())
                .kind(FieldKind::Area)
                .hint(t.msg_step_words_hint())
                .max(WORDS_MAX as u32),
        ],
        submit: Submit::new(t.msg_step_go()),
    };
    let page = visit.page(&name, Kind::Desk);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST /takeovers/{takeover}/step`
async fn send_step(visit: Visit, Path(takeover): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let at = own(&visit, &takeover).await?;
    let day = fields.day("day");
    let (by, words) = (fields.line("who", WHO_MAX), fields.text("words", WORDS_MAX));
    let Some(day) = day.filter(|_| fields.good()) else { return Ok(show_step(&visit, &at, &fields)) };
    let (who, id) = (author(&visit), at.0.id);
    // What was written about one step is never noted for another.
    let meant = fields.raw("step").parse().unwrap_or(at.2);
    let new = NewStep { step: meant, day, who: by, words };
    let done = visit
        .act_once(at.0.area, fields.token(), move |tx, token| step(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "step")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show_step(&visit, &at, &fields))
        }
    }
}
