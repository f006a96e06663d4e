//! `/surveys`: what households are asked about services, answered by who lives there, and what they said.

use super::answer::before;
use super::rules::{Mark, Question};
use super::store::{self, State, Survey, counts, homes, newest, of_area};
use super::{NewAnswer, answer, homes as written, theirs};
use crate::caps;
use crate::course::Author;
use crate::join::lives_there;
use crate::pages::{author, home_of};
use crate::poll::LEAST;
use crate::say::date;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Lang, Moment, PersonId, Refuse as _};
use lianxin_gate::Gate;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Html, Link, Look, Notice, NoticeKind, Row, Rows, Tag, Tone,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// So many are listed.
const LISTED: i64 = 50;

/// The routes of surveys.
pub(crate) fn routes() -> Vec<Route> {
    let own = vec![
        Route::get("/surveys", Gate::Anyone, list),
        Route::get("/surveys/{survey}", Gate::Anyone, page),
        Route::post("/surveys/{survey}", Gate::SignedIn, send),
    ];
    own.into_iter().chain(super::desk::routes()).chain(written::routes()).collect()
}

/// Where a survey stands.
pub(crate) fn url(id: ActId) -> String {
    format!("/surveys/{id}")
}

/// `芙蓉里：红星物业的服务，10 月 1 日到 10 月 31 日`.
pub(crate) fn title(lang: Lang, s: &Survey, now: Moment) -> String {
    t(lang).msg_survey_of(&s.area_name, &s.about_name, date(lang, s.from, now), date(lang, s.to, now))
}

fn tag(lang: Lang, s: &Survey, now: Moment) -> Tag<'static> {
    let t = t(lang);
    match s.state {
        State::Open if now < s.until => Tag::new(Tone::Plain, t.msg_survey_open(date(lang, s.until.day(), now))),
        State::Open => Tag::new(Tone::Plain, t.msg_survey_counting()),
        State::Closed => Tag::new(Tone::Ok, t.msg_survey_closed()),
    }
}

#[derive(Template)]
#[template(path = "survey_list.html")]
struct List {
    t: &'static L10nLanguage,
    back: Back<'static>,
    ask: Option<Link<'static>>,
    empty: Option<Empty<'static>>,
    rows: Rows<'static>,
}

/// `GET /surveys`
async fn list(visit: Visit) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let all = visit.read(|r| Ok(newest(r, LISTED)?)).await?;
    let row = |s: &Survey| {
        Row::to(url(s.id), title(lang, s, now)).line([t.msg_survey_by(&s.org_name)]).tag(tag(lang, s, now))
    };
    let view = List {
        t,
        back: Back::new("/board", t.msg_back()),
        ask: visit.can(caps::MEET).then(|| Link::new("/surveys/new", t.msg_survey_new()).icon(Icon::Plus)),
        empty: all.is_empty().then(|| Empty { icon: Icon::ThumbUp, text: t.msg_survey_none().into(), action: None }),
        rows: Rows { items: all.iter().map(row).collect() },
    };
    Ok(visit.page(&t.msg_survey_title(), Kind::Phone).tab(Tab::Board).view(&view))
}

/// A question in words.
pub(super) fn question(lang: Lang, q: Question) -> String {
    let t = t(lang);
    match q {
        Question::Quick => t.msg_survey_quick(),
        Question::Work => t.msg_survey_work(),
        Question::Manner => t.msg_survey_manner(),
        Question::Clear => t.msg_survey_clear(),
    }
}

/// A mark in words.
pub(super) fn mark(lang: Lang, mark: Mark) -> String {
    let t = t(lang);
    match mark {
        Mark::Good => t.msg_survey_good(),
        Mark::Fair => t.msg_survey_fair(),
        Mark::Poor => t.msg_survey_poor(),
    }
}

/// What was said to one question.
struct Line {
    question: String,
    marks: Vec<i64>,
}

#[derive(Template)]
#[template(path = "survey_page.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    by: String,
    summary: Option<ErrorSummary<'static>>,
    /// Why the answer was not taken, if no question is to blame.
    said: Option<Notice<'static>>,
    action: String,
    csrf: String,
    /// For whoever may answer and has not.
    form: Vec<Choices<'static>>,
    /// A worker wrote it down for them: what they say for themselves takes its place.
    written: Option<String>,
    /// Where a worker writes down what households say.
    homes: Option<Link<'static>>,
    sign_in: bool,
    until: Option<String>,
    answered: Option<String>,
    heads: Vec<String>,
    lines: Vec<Line>,
    result: Option<String>,
}

/// A survey as somebody sees it.
struct Found {
    s: Survey,
    counts: Vec<(Question, Mark, i64)>,
    homes: i64,
    here: bool,
    already: bool,
    /// How they were asked, if a worker wrote it down.
    how: Option<String>,
    theirs: bool,
}

async fn found(visit: &Visit, id: ActId) -> Result<Found, Trouble> {
    let (person, now) = (visit.person(), visit.now());
    let orgs: Vec<_> = visit.seats().iter().map(|seat| seat.org).collect();
    let found = visit.read(move |r| {
        let Some(s) = store::one(r, id)? else { return Ok(None) };
        let (counts, homes) = (counts(r, id)?, homes(r, id)?);
        let here = person.map_or(Ok(false), |person| lives_there(r, person, s.area))?;
        let rows = match person {
            Some(person) => before(r, &s, person, now.day())?.1,
            None => Vec::new(),
        };
        let already = rows.iter().any(|row| row.how.is_none());
        let how = rows.into_iter().find_map(|row| row.how).filter(|_| !already);
        let theirs = theirs(r, (s.area, s.about), &orgs, now.day())?;
        Ok(Some(Found { s, counts, homes, here, already, how, theirs }))
    });
    found.await?.ok_or(Trouble::NotFound)
}

/// `GET /surveys/{survey}`
async fn page(visit: Visit, Path(act): Path<String>) -> Result<Response, Trouble> {
    let id = act.parse().map_err(|_| Trouble::NotFound)?;
    show(&visit, id, &Fields::empty(visit.lang)).await
}

/// One of the questions, to be answered.
pub(super) fn asked(lang: Lang, q: Question, fields: &Fields) -> Choices<'static> {
    let all = Choices::new(lang, Look::Chips, q.name(), question(lang, q))
        .chosen(fields.raw(q.name()).to_owned())
        .error(fields.fault(q.name()))
        .required();
    Mark::ALL.iter().fold(all, |all, m| all.item(Choice::new(m.name(), mark(lang, *m))))
}

async fn show(visit: &Visit, id: ActId, fields: &Fields) -> Result<Response, Trouble> {
    let Found { s, counts, homes, here, already, how, theirs } = found(visit, id).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let open = s.state == State::Open && now < s.until;
    let day = date(lang, s.until.day(), now);
    let n = |q: Question, m: Mark| counts.iter().find(|c| (c.0, c.1) == (q, m)).map_or(0, |c| c.2);
    let line =
        |q: &Question| Line { question: question(lang, *q), marks: Mark::ALL.iter().map(|m| n(*q, *m)).collect() };
    let few = if homes >= LEAST { t.msg_poll_homes(homes) } else { t.msg_poll_few() };
    let of_a_question = |f: &lianxin_web::FieldFault| Question::ALL.iter().any(|q| q.name() == f.field);
    let whole = fields.faults().iter().all(of_a_question);
    let view = View {
        t,
        back: Back::new("/surveys", t.msg_survey_title()),
        title: title(lang, &s, now),
        by: t.msg_survey_by(&s.org_name),
        summary: (!fields.good() && whole).then(|| fields.summary()),
        said: fields.faults().iter().find(|f| !of_a_question(f)).map(|f| Notice::new(NoticeKind::Warn, f.say.clone())),
        action: url(s.id),
        csrf: visit.token().to_owned(),
        form: Question::ALL.iter().filter(|_| open && here && !already).map(|q| asked(lang, *q, fields)).collect(),
        written: how.filter(|_| open && here).map(|how| t.msg_survey_written(how_asked(lang, &how))),
        homes: written::link(visit, &s, theirs),
        sign_in: open && visit.person().is_none(),
        until: open.then(|| t.msg_survey_until(&day, &few)),
        answered: (open && already).then(|| t.msg_survey_answered(&day)),
        heads: Mark::ALL.iter().map(|m| mark(lang, *m)).collect(),
        lines: if counts.is_empty() { Vec::new() } else { Question::ALL.iter().map(line).collect() },
        result: match (s.state, s.homes) {
            (State::Open, _) => (!open).then(|| t.msg_poll_being_counted()),
            (State::Closed, Some(homes)) => Some(t.msg_survey_counted(homes, &day)),
            (State::Closed, None) => Some(t.msg_survey_too_few(&day)),
        },
    };
    let page = visit.page(&view.title, Kind::Phone).tab(Tab::Board);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /surveys/{survey}`
async fn send(visit: Visit, Path(act): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let id: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let s = found(&visit, id).await?.s;
    // What is over or said already is told before what is missing.
    let new = NewAnswer { survey: id, person, marks: marks(&mut fields), desk: None };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(s.area, fields.token(), move |tx, token| answer(tx, &Author { token, ..who.clone() }, &new))
        .await;
    match done {
        Ok(_) => Ok(visit.to(&url(id))),
        Err(Trouble::Refused(no)) if no.code() == super::Refusal::Incomplete.code() => show(&visit, id, &fields).await,
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            show(&visit, id, &fields).await
        }
        Err(other) => Err(other),
    }
}

/// What was chosen at each question; what is missing is said there, by its question, so that four lines above the form differ.
pub(super) fn marks(fields: &mut Fields) -> Vec<Option<Mark>> {
    let lang = fields.lang();
    let mut all = Vec::new();
    for q in Question::ALL {
        let mark: Option<Mark> = fields.raw(q.name()).parse().ok();
        if mark.is_none() {
            let say = t(lang).msg_survey_choose(question(lang, *q));
            fields.note(q.name(), super::Refusal::Incomplete.code(), say);
        }
        all.push(mark);
    }
    all
}

/// How somebody was asked, in words.
fn how_asked(lang: Lang, how: &str) -> String {
    let t = t(lang);
    match how {
        "phone" => t.msg_how_phone(),
        "visit" => t.msg_how_visit(),
        _ => t.msg_how_counter(),
    }
}

/// What somebody's household is asked and has not answered: for their own page.
pub(crate) fn waiting(r: &mut Read<'_>, person: Option<PersonId>, now: Moment) -> Result<Vec<Survey>, Fault> {
    let Some((person, (area, _))) = person.zip(home_of(r, person)?) else { return Ok(Vec::new()) };
    let mut open = Vec::new();
    for s in of_area(r, area)?.into_iter().filter(|s: &Survey| s.state == State::Open && now < s.until) {
        if before(r, &s, person, now.day())?.1.is_empty() {
            open.push(s);
        }
    }
    Ok(open)
}

#[derive(Template)]
#[template(path = "survey_strip.html")]
struct Strip {
    t: &'static L10nLanguage,
    rows: Rows<'static>,
}

/// The same, to be shown; nothing where nothing is asked.
pub(crate) fn strip(lang: Lang, all: &[Survey], now: Moment) -> Option<Html> {
    let row = |s: &Survey| Row::to(url(s.id), title(lang, s, now)).tag(tag(lang, s, now));
    (!all.is_empty()).then(|| Html::of(&Strip { t: t(lang), rows: Rows { items: all.iter().map(row).collect() } }))
}

/// The area of a compound, by what a form sends.
pub(super) type Place = (AreaId, String);
