//! `/first-assemblies`: compounds on the way to their first assembly; everybody sees where each stands, what comes next, by whom
//! and until when.

use super::linked::vote_of;
use super::rules::{self, Application, WORDS_MAX, due, earliest, next};
use super::store::{First, StepDone, all, days, one, steps};
use super::{Applicant, Body, Party, Step, begin, mend, print, step_pages};
use crate::assembly::pages::{author, on, under, url as vote_url};
use crate::caps;
use crate::filing::store as filings;
use crate::refusal::Refusal;
use crate::say::{area, plain_day};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Area, AreaId, Day, Lang, Refuse as _, half_width};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Facts, Field, FieldKind, Link, Look, Notice, NoticeKind, Row, Rows,
    Submit, Tag, Tone,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many are listed.
const LISTED: i64 = 60;

/// The routes of first assemblies.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/first-assemblies", Gate::Anyone, list),
        Route::get("/first-assemblies/new", Gate::Can(caps::CONVENE), form),
        Route::post("/first-assemblies", Gate::Can(caps::CONVENE), send),
        Route::get("/first-assemblies/{first}", Gate::Anyone, page),
        Route::get("/first-assemblies/{first}/group", Gate::Can(caps::CONVENE), print::group),
        Route::get("/first-assemblies/{first}/mend", Gate::Can(caps::CONVENE), mend::form),
        Route::post("/first-assemblies/{first}/undo", Gate::Can(caps::CONVENE), mend::send_undo),
        Route::post("/first-assemblies/{first}/off", Gate::Can(caps::CONVENE), mend::send_off),
        Route::get("/first-assemblies/{first}/step", Gate::Can(caps::CONVENE), step_pages::form),
        Route::post("/first-assemblies/{first}/step", Gate::Can(caps::CONVENE), step_pages::send),
    ]
}

pub(crate) fn url(id: ActId) -> String {
    format!("/first-assemblies/{id}")
}

/// A step in words.
pub(crate) fn step_name(lang: Lang, step: Step) -> String {
    let t = t(lang);
    match step {
        Step::Answered => t.msg_first_answered(),
        Step::Formed => t.msg_first_formed(),
        Step::Posted => t.msg_first_posted(),
        Step::Roll => t.msg_first_roll(),
        Step::Objections => t.msg_first_objections(),
        Step::Called => t.msg_first_called(),
        Step::Candidates => t.msg_first_candidates(),
        Step::Vote => t.msg_first_vote(),
        Step::Result => t.msg_first_result(),
        Step::Filing => t.msg_first_filing(),
    }
}

fn party_name(lang: Lang, party: Party) -> String {
    let t = t(lang);
    match party {
        Party::Street => t.msg_party_street(),
        Party::Group => t.msg_party_group(),
        Party::Owners => t.msg_party_owners(),
        Party::Committee => t.msg_party_committee(),
    }
}

/// What was formed, in words.
pub(super) fn body_name(lang: Lang, body: Body) -> String {
    match body {
        Body::Group => t(lang).msg_first_body_group(),
        Body::Interim => t(lang).msg_first_body_interim(),
    }
}

/// Who is responsible, and the article.
pub(super) fn stands_on(lang: Lang, step: Step) -> String {
    t(lang).msg_step_by(party_name(lang, step.party()), step.article())
}

fn tag(lang: Lang, k: &First, done: usize) -> Tag<'static> {
    match k.ended {
        Some(_) if k.off => Tag::new(Tone::Plain, t(lang).msg_first_tag_off()),
        Some(_) => Tag::new(Tone::Ok, t(lang).msg_first_tag_done()),
        None => Tag::new(Tone::Due, t(lang).msg_takeover_at(done, Step::ALL.len())),
    }
}

/// Until when the next step is done, in words, and whether that is over.
pub(super) fn until(
    lang: Lang,
    (k, done): (&First, &rules::Done),
    step: Step,
    filing: Option<Day>,
    today: Day,
) -> Option<(String, bool)> {
    let t = t(lang);
    if let (Step::Filing, Some(last)) = (step, filing) {
        return Some((t.msg_first_until(plain_day(lang, last), step.article()), today > last));
    }
    let (last, article) = due(step, k.application.day, done)?;
    let says = if last.counted == last.moved {
        t.msg_first_until(plain_day(lang, last.counted), article)
    } else {
        t.msg_first_until_moved(plain_day(lang, last.counted), article, plain_day(lang, last.moved))
    };
    Some((says, today > last.moved))
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "first_list.html")]
struct ListView {
    t: &'static L10nLanguage,
    works: bool,
    back: Back<'static>,
    new: Option<Link<'static>>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
}

/// `GET /first-assemblies`
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
    let row = |(done, k): &(usize, First)| {
        let line = [k.org_name.clone(), plain_day(lang, k.begun.day())];
        Row::to(url(k.id), k.area_name.clone()).line(line).tag(tag(lang, k, *done))
    };
    let view = ListView {
        t,
        works,
        back: Back::new("/votes", t.msg_votes_title()),
        new: works.then(|| Link::new("/first-assemblies/new", t.msg_first_new()).icon(Icon::Plus)),
        empty: found.is_empty().then(|| Empty {
            icon: Icon::UsersGroup,
            text: t.msg_firsts_empty().into(),
            action: None,
        }),
        rows: (!found.is_empty()).then(|| Rows { items: found.iter().map(row).collect() }),
    };
    let title = t.msg_firsts();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

#[derive(Template)]
#[template(path = "first_form.html")]
struct FormView {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    before: Vec<Field<'static>>,
    applicant: Choices<'static>,
    after: Vec<Field<'static>>,
    submit: Submit<'static>,
}

pub(super) fn field(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// `GET /first-assemblies/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show_form(&visit, &Fields::empty(visit.lang).with("day", &visit.now().day().to_string())).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let scope = visit.scope();
    let compounds = visit.read(move |r| Ok(find::all_compounds(r)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let ours = compounds.into_iter().filter(|a| scope.covers(a.id));
    let places = ours.map(|a| Choice::new(a.id.to_string(), a.name)).collect();
    let who = Choices::new(lang, Look::Options, "applicant", t.msg_first_applicant())
        .item(Choice::new(Applicant::Owners.name(), t.msg_first_by_owners()))
        .item(Choice::new(Applicant::Developer.name(), t.msg_first_by_developer()));
    let view = FormView {
        t,
        back: Back::new("/first-assemblies", t.msg_firsts()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        before: vec![
            field(lang, fields, "area", t.msg_where()).kind(FieldKind::Select(places)).required(),
            field(lang, fields, "day", t.msg_first_applied()).kind(FieldKind::Date).required(),
        ],
        applicant: who.chosen(fields.raw("applicant").to_owned()).error(fields.fault("applicant")).required(),
        after: vec![
            field(lang, fields, "signers", t.msg_first_signers())
                .hint(t.msg_first_signers_hint())
                .max(6)
                .autocomplete("off"),
            field(lang, fields, "size", t.msg_first_size()).hint(t.msg_first_size_hint()).required().max(16),
            field(lang, fields, "delivered", t.msg_first_delivered())
                .hint(t.msg_first_delivered_hint())
                .required()
                .max(16),
            field(lang, fields, "words", t.msg_step_words())
                .kind(FieldKind::Area)
                .hint(t.msg_step_words_hint())
                .required()
                .max(WORDS_MAX as u32),
        ],
        submit: Submit::new(t.msg_first_go()),
    };
    let title = t.msg_first_new();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// A whole number as it was typed; nothing typed is none of them.
pub(super) fn number(fields: &mut Fields, name: &str, lang: Lang, refusal: Refusal) -> i64 {
    let typed: String = fields.raw(name).trim().chars().map(half_width).collect();
    if typed.is_empty() {
        return 0;
    }
    typed.parse::<u32>().map(i64::from).unwrap_or_else(|_| {
        fields.note(name, refusal.code(), refusal.say(lang));
        0
    })
}

/// An area as it was typed.
fn size(fields: &mut Fields, name: &str, lang: Lang) -> i64 {
    Area::parse(fields.raw(name)).map_or_else(
        || {
            let refusal = Refusal::FirstAreas;
            fields.note(name, refusal.code(), refusal.say(lang));
            0
        },
        |area| area.0,
    )
}

fn read(fields: &mut Fields, lang: Lang) -> Option<(AreaId, Application, String)> {
    let area: Option<AreaId> = fields.id("area");
    let day = fields.day("day");
    let offered: Vec<&'static str> = Applicant::ALL.iter().map(|a| a.name()).collect();
    let applicant: Option<Applicant> = fields.choice("applicant", &offered).and_then(|a| a.parse().ok());
    let signers = number(fields, "signers", lang, Refusal::FirstSigners);
    let (whole, delivered) = (size(fields, "size", lang), size(fields, "delivered", lang));
    let words = fields.text("words", WORDS_MAX);
    let application = Application { day: day?, applicant: applicant?, signers, size: whole, delivered };
    fields.good().then_some((area?, application, words))
}

/// `POST /first-assemblies`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let Some((area, application, words)) = read(&mut fields, visit.lang) else {
        return show_form(&visit, &fields).await;
    };
    let who = author(&visit);
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        begin(tx, &Author { token, ..who.clone() }, area, (application, &words))
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
    /// The group, objections, why it was late.
    more: Vec<String>,
    vote: Option<String>,
    next: bool,
}

#[derive(Template)]
#[template(path = "first.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    facts: Facts<'static>,
    words: String,
    /// What comes next: its name, by whom, until when, and whether that is over.
    next: Option<(String, String, Option<String>, Option<Notice<'static>>)>,
    lines: Vec<Line>,
    main: Option<Link<'static>>,
    links: Vec<Link<'static>>,
    off: Option<Notice<'static>>,
    journal: String,
}

pub(super) async fn found(visit: &Visit, text: &str) -> Result<(First, Vec<StepDone>), Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    let found = visit.read(move |r| Ok((one(r, id)?, steps(r, id)?))).await?;
    Ok((found.0.ok_or(Trouble::NotFound)?, found.1))
}

/// The last day of filing of the vote the steps stand on.
pub(super) async fn filing_due(visit: &Visit, steps: &[StepDone]) -> Result<Option<Day>, Trouble> {
    let Some(vote) = vote_of(steps) else { return Ok(None) };
    visit.read(move |r| Ok(filings::of(r, vote)?.map(|f| f.due))).await
}

fn facts(lang: Lang, k: &First) -> Facts<'static> {
    let (t, a) = (t(lang), &k.application);
    let by = match a.applicant {
        Applicant::Owners => t.msg_first_owners_signed(a.signers),
        Applicant::Developer => t.msg_first_by_developer(),
    };
    let positive = crate::assembly::pages::one::positive;
    let sizes = t.msg_first_sizes(area(positive(a.delivered)), area(positive(a.size)));
    Facts {
        items: vec![
            (t.msg_first_applied().into(), plain_day(lang, a.day).into()),
            (t.msg_first_applicant().into(), by.into()),
            (t.msg_first_handed_over().into(), sizes.into()),
        ],
    }
}

/// What a step has besides its day.
fn more(lang: Lang, s: &StepDone) -> Vec<String> {
    let t = t(lang);
    let mut all = Vec::new();
    match (s.step, s.body, s.counts) {
        (Step::Formed, Some(body), Some((owners, whole))) => {
            all.push(t.msg_first_formed_of(body_name(lang, body), whole, owners));
        }
        (Step::Objections, _, Some((answered, came))) => all.push(t.msg_first_objected(came, answered)),
        _ => {}
    }
    if !s.late.is_empty() {
        all.push(t.msg_first_was_late(s.late.clone()));
    }
    all
}

/// Where the next step is worked on, for a seat.
fn where_to(lang: Lang, k: &First, done: &[StepDone], step: Step) -> Option<Link<'static>> {
    let t = t(lang);
    let at = |page: &str| vote_of(done).map(|vote| under(vote, page));
    Some(match step {
        Step::Called => Link::new(format!("/elections/new?area={}", k.area), t.msg_election()),
        Step::Candidates => Link::new(at("candidates")?, t.msg_candidates()),
        Step::Vote => Link::new(at("desk")?, t.msg_desk()),
        Step::Result => Link::new(at("result")?, t.msg_result_print()),
        Step::Filing => Link::new(at("filing")?, t.msg_filing()),
        _ => return None,
    })
}

fn said(lang: Lang, said: &str) -> Option<Notice<'static>> {
    let t = t(lang);
    let text = match said {
        "begun" => t.msg_said_first_begun(),
        "step" => t.msg_said_step(),
        "undone" => t.msg_said_undone(),
        "off" => t.msg_said_given_up(),
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Ok, text))
}

/// `GET /first-assemblies/{first}`
async fn page(visit: Visit, Path(first): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (k, done) = found(&visit, &first).await?;
    let filing = filing_due(&visit, &done).await?;
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let so_far = days(&done);
    let comes = next(&so_far).filter(|_| !k.off);
    let line = |(n, step): (usize, &Step)| {
        let found = done.iter().find(|s| s.step == *step);
        Line {
            n,
            name: step_name(lang, *step),
            by: stands_on(lang, *step),
            done: found.map(|s| (plain_day(lang, s.day), s.words.clone())),
            more: found.map(|s| more(lang, s)).unwrap_or_default(),
            vote: found.and_then(|s| s.vote).map(vote_url),
            next: comes == Some(*step),
        }
    };
    let may = visit.can(caps::CONVENE) && visit.scope_for(caps::CONVENE).covers(k.area);
    let mut links: Vec<Link<'static>> =
        comes.filter(|_| may).and_then(|step| where_to(lang, &k, &done, step)).into_iter().collect();
    if may && done.iter().any(|s| s.step == Step::Formed) {
        links.push(Link::new(format!("{}/group", url(k.id)), t.msg_first_group_print()).icon(Icon::Printer));
    }
    if may && !k.off {
        links.push(Link::new(format!("{}/mend", url(k.id)), t.msg_first_mend()).icon(Icon::Pencil));
    }
    let view = View {
        t,
        back: Back::new("/first-assemblies", t.msg_firsts()),
        tag: tag(lang, &k, done.len()),
        said: said(lang, &asked.said),
        facts: facts(lang, &k),
        words: k.words.clone(),
        next: comes.map(|step| {
            let limit = until(lang, (&k, &so_far), step, filing, today);
            let over = limit.as_ref().is_some_and(|(_, over)| *over);
            let warn = over.then(|| Notice::new(NoticeKind::Warn, t.msg_first_is_late()));
            (step_name(lang, step), stands_on(lang, step), limit.map(|(says, _)| says), warn)
        }),
        lines: (2..).zip(Step::ALL).map(line).collect(),
        main: comes.filter(|_| may).map(|step| {
            Link::new(format!("{}/step", url(k.id)), t.msg_step_note(step_name(lang, step))).icon(Icon::Pencil)
        }),
        links,
        off: k.off.then(|| Notice::new(NoticeKind::Warn, t.msg_first_off_says(k.why.clone()))),
        journal: format!("/journal/{}", k.id),
        title: t.msg_first_title(k.area_name.clone()),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Phone).tab(Tab::Board).view(&view))
}

/// The first day on which a step may be, in words.
pub(super) fn first_day(lang: Lang, k: &First, done: &rules::Done, step: Step) -> String {
    t(lang).msg_step_earliest(plain_day(lang, earliest(step, k.application.day, done)))
}
