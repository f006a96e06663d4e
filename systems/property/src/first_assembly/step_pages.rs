//! `/first-assemblies/{first}/step`: the next step is noted, with what the law wants of it.

use super::pages::{body_name, field, filing_due, first_day, found, number, stands_on, step_name, until, url};
use super::rules::{Done, MEMBERS_MAX, WORDS_MAX, next, opens_from};
use super::store::{First, days};
use super::{Body, Group, NewStep, Step, linked, step};
use crate::assembly::pages::{author, on};
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::t;
use crate::words::Author;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Lang};
use lianxin_store::Stop;
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

const HEAD_MAX: usize = 40;

#[derive(Template)]
#[template(path = "first_step.html")]
struct View {
    back: Back<'static>,
    title: String,
    lead: String,
    until: Option<String>,
    notice: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    /// Which step the form is about: somebody else may note it meanwhile.
    step: &'static str,
    body: Option<Choices<'static>>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

/// What a form is about.
struct At {
    k: First,
    done: Done,
    step: Step,
    filing: Option<Day>,
    /// The day of the vote it stands on, or what is missing there.
    link: Option<Result<Day, String>>,
}

/// One of a compound the visitor looks after, with what comes next there.
async fn own(visit: &Visit, text: &str) -> Result<At, Trouble> {
    let (k, steps) = found(visit, text).await?;
    if !visit.scope().covers(k.area) {
        return Err(Trouble::NotFound);
    }
    if k.off {
        return Err(Trouble::refused(Refusal::FirstOff));
    }
    let done = days(&steps);
    let step = next(&done).ok_or_else(|| Trouble::refused(Refusal::FirstOver))?;
    let filing = filing_due(visit, &steps).await?;
    let (lang, k2, steps2) = (visit.lang, k.clone(), steps);
    let link = match step.of_vote() {
        true => Some(
            visit
                .read(move |r| match linked::link(r, &k2, &steps2, step) {
                    Ok(found) => Ok(Ok(found.day)),
                    Err(Stop::Refused(why)) => Ok(Err(why.say(lang))),
                    Err(Stop::Failed(fault)) => Err(fault.into()),
                })
                .await?,
        ),
        false => None,
    };
    Ok(At { k, done, step, filing, link })
}

/// `GET /first-assemblies/{first}/step`
pub(super) async fn form(visit: Visit, Path(first): Path<String>) -> Result<Response, Trouble> {
    let at = own(&visit, &first).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    Ok(show(&visit, &at, &fields))
}

/// What a step asks besides its day and what shows it.
fn asked(lang: Lang, fields: &Fields, step: Step) -> (Option<Choices<'static>>, Vec<Field<'static>>) {
    let t = t(lang);
    let long = |name, label: String, hint: String| {
        field(lang, fields, name, label).kind(FieldKind::Area).hint(hint).max(MEMBERS_MAX as u32)
    };
    match step {
        Step::Formed => {
            let body =
                Body::ALL.iter().fold(Choices::new(lang, Look::Options, "body", t.msg_first_body()), |all, body| {
                    all.item(Choice::new(body.name(), body_name(lang, *body)))
                });
            let chosen = if fields.raw("body").is_empty() { Body::Group.name() } else { fields.raw("body") };
            let head = field(lang, fields, "head", t.msg_first_head()).hint(t.msg_first_head_hint()).required();
            let owners = long("owners", t.msg_first_members_owners(), t.msg_first_members_owners_hint()).required();
            let others = long("others", t.msg_first_members_others(), t.msg_first_members_others_hint());
            let body = body.chosen(chosen.to_owned()).error(fields.fault("body")).required();
            (Some(body), vec![head.max(HEAD_MAX as u32).autocomplete("off"), owners, others])
        }
        Step::Objections => {
            let count = |name, label: String| field(lang, fields, name, label).required().max(4).autocomplete("off");
            (None, vec![count("came", t.msg_first_came()), count("answered", t.msg_first_answers())])
        }
        _ => (None, Vec::new()),
    }
}

/// What a step says first: what it waits for, what the vote must hold to.
fn notice(lang: Lang, at: &At) -> Option<Notice<'static>> {
    let t = t(lang);
    match (&at.link, at.step) {
        (Some(Err(why)), _) => Some(Notice::new(NoticeKind::Warn, why.clone())),
        (Some(Ok(day)), _) => Some(Notice::new(NoticeKind::Info, t.msg_first_linked(plain_day(lang, *day)))),
        (None, Step::Roll) => Some(Notice::new(NoticeKind::Info, t.msg_first_roll_hint())),
        (None, Step::Posted) => Some(Notice::new(NoticeKind::Info, t.msg_first_posted_hint())),
        (None, Step::Answered) => Some(Notice::new(NoticeKind::Info, t.msg_first_answered_hint())),
        (None, Step::Result) => Some(Notice::new(NoticeKind::Info, t.msg_first_result_hint())),
        _ => None,
    }
}

fn show(visit: &Visit, at: &At, fields: &Fields) -> Response {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let (k, step) = (&at.k, at.step);
    let limit = until(lang, (k, &at.done), step, at.filing, today);
    let late = limit.as_ref().is_some_and(|(_, over)| *over) || fields.fault("late").is_some();
    let (body, mut all) = asked(lang, fields, step);
    if !step.of_vote() {
        let day = field(lang, fields, "day", t.msg_step_day()).kind(FieldKind::Date);
        all.insert(0, day.hint(first_day(lang, k, &at.done, step)).required());
    }
    let shows = field(lang, fields, "words", t.msg_step_words()).kind(FieldKind::Area);
    all.push(shows.hint(t.msg_step_words_hint()).required().max(WORDS_MAX as u32));
    if late {
        let why = field(lang, fields, "late", t.msg_first_why_late()).kind(FieldKind::Area);
        all.push(why.hint(t.msg_first_why_late_hint()).max(WORDS_MAX as u32));
    }
    let mut until = limit.map(|(says, _)| says);
    if let (Step::Called, Some(first)) = (step, opens_from(&at.done)) {
        until = Some(t.msg_first_opens_from(plain_day(lang, first), until.unwrap_or_default()));
    }
    let name = step_name(lang, step);
    let view = View {
        back: Back::new(url(k.id), t.msg_first_title(k.area_name.clone())),
        title: name.clone(),
        lead: stands_on(lang, step),
        until,
        notice: notice(lang, at),
        summary: (!fields.good()).then(|| fields.summary()),
        action: format!("{}/step", url(k.id)),
        csrf: visit.token().to_owned(),
        step: step.name(),
        body,
        fields: all,
        submit: Submit::new(t.msg_step_go()),
    };
    let page = visit.page(&name, Kind::Desk);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

fn read(fields: &mut Fields, lang: Lang, step: Step) -> NewStep {
    let day = if step.of_vote() { None } else { fields.day("day") };
    let mut new = NewStep { step, day, words: String::new(), late: String::new(), group: None, objections: None };
    match step {
        Step::Formed => {
            let offered: Vec<&'static str> = Body::ALL.iter().map(|b| b.name()).collect();
            let body: Option<Body> = fields.choice("body", &offered).and_then(|b| b.parse().ok());
            let group = Group {
                head: fields.line("head", HEAD_MAX),
                owners: fields.text("owners", MEMBERS_MAX),
                others: fields.opt_text("others", MEMBERS_MAX).unwrap_or_default(),
            };
            new.group = body.map(|body| (body, group));
        }
        Step::Objections => {
            let came = number(fields, "came", lang, Refusal::ObjectionsCount);
            new.objections = Some((came, number(fields, "answered", lang, Refusal::ObjectionsCount)));
        }
        _ => {}
    }
    new.words = fields.text("words", WORDS_MAX);
    new.late = fields.opt_text("late", WORDS_MAX).unwrap_or_default();
    new
}

/// `POST /first-assemblies/{first}/step`
pub(super) async fn send(visit: Visit, Path(first): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let at = own(&visit, &first).await?;
    // What was written about one step is never noted for another.
    let meant = fields.raw("step").parse().unwrap_or(at.step);
    let new = read(&mut fields, visit.lang, meant);
    if !fields.good() {
        return Ok(show(&visit, &at, &fields));
    }
    let (who, id) = (author(&visit), at.k.id);
    let done = visit
        .act_once(at.k.area, fields.token(), move |tx, token| step(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "step")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &at, &fields))
        }
    }
}
