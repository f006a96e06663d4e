//! `/surveys/{survey}/homes` 替各户记下: a worker who is not of the organisation asked about writes down what households without a phone
//! say, one after the other, with how each was asked.

use super::pages::{asked, marks, title, url};
use super::rules::{Question, Refusal};
use super::store::{self, State, Survey};
use super::{Desk, NewAnswer, answer, theirs};
use crate::caps;
use crate::course::Author;
use crate::feedback::HOW;
use crate::pages::author;
use crate::poll::whose;
use crate::say::date;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, OrgId, Refuse as _};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, Link, Look, Notice, NoticeKind};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of what is written down.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/surveys/{survey}/homes", Gate::Can(caps::BEHALF), form),
        Route::post("/surveys/{survey}/homes", Gate::Can(caps::BEHALF), send),
    ]
}

fn here(id: ActId) -> String {
    format!("{}/homes", url(id))
}

fn orgs(visit: &Visit) -> Vec<OrgId> {
    visit.seats().iter().map(|seat| seat.org).collect()
}

/// The way there from the survey, for whoever may write something down.
pub(super) fn link(visit: &Visit, s: &Survey, theirs: bool) -> Option<Link<'static>> {
    let open = s.state == State::Open && visit.now() < s.until;
    let may = open && !theirs && visit.can(caps::BEHALF) && visit.scope_for(caps::BEHALF).covers(s.area);
    may.then(|| Link::new(here(s.id), t(visit.lang).msg_survey_homes()))
}

/// What the address may say.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    said: String,
}

/// What a worker writes down for a household.
struct Form {
    whose: [Field<'static>; 2],
    how: Choices<'static>,
    questions: Vec<Choices<'static>>,
}

#[derive(Template)]
#[template(path = "survey_homes.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    about: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    form: Option<Form>,
    /// Why nothing can be written down, by these people or any more.
    why: Option<String>,
    until: String,
}

/// The survey, and why nothing of it is written down here; none outside one's places.
async fn found(visit: &Visit, id: ActId) -> Result<(Survey, Option<Refusal>), Trouble> {
    let (scope, orgs, now) = (visit.scope_for(caps::BEHALF), orgs(visit), visit.now());
    let found = visit.read(move |r| {
        let Some(s) = store::one(r, id)?.filter(|s| scope.covers(s.area)) else { return Ok(None) };
        let why = match () {
            () if theirs(r, (s.area, s.about), &orgs, now.day())? => Some(Refusal::NotYou),
            () if s.state != State::Open || now >= s.until => Some(Refusal::Over),
            () => None,
        };
        Ok(Some((s, why)))
    });
    found.await?.ok_or(Trouble::NotFound)
}

/// `GET /surveys/{survey}/homes`
async fn form(visit: Visit, Path(act): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let id = act.parse().map_err(|_| Trouble::NotFound)?;
    show(&visit, id, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, id: ActId, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (s, why) = found(visit, id).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let ways = HOW.iter().zip([t.msg_how_phone(), t.msg_how_visit(), t.msg_how_counter()]);
    let how = Choices::new(lang, Look::Chips, "how", t.msg_desk_how())
        .chosen(fields.raw("how").to_owned())
        .error(fields.fault("how"))
        .required();
    let good = (said == "yes" && fields.good()).then(|| Notice::new(NoticeKind::Ok, t.msg_survey_homes_said()));
    let view = View {
        t,
        back: Back::new(url(id), t.msg_survey_homes_back()),
        about: title(lang, &s, now),
        said: good,
        summary: (!fields.good()).then(|| fields.summary()),
        action: here(id),
        csrf: visit.token().to_owned(),
        form: why.is_none().then(|| Form {
            whose: whose::ask(fields),
            how: ways.fold(how, |all, (how, label)| all.item(Choice::new(*how, label))),
            questions: Question::ALL.iter().map(|q| asked(lang, *q, fields)).collect(),
        }),
        why: why.filter(|_| fields.good()).map(|no| no.say(lang)),
        until: t.msg_survey_homes_until(date(lang, s.until.day(), now)),
    };
    let title = t.msg_survey_homes();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /surveys/{survey}/homes`
async fn send(visit: Visit, Path(act): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let id: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let (s, why) = found(&visit, id).await?;
    // What nobody may write down any more is told before what is missing.
    if let Some(no) = why {
        fields.refuse(&no);
        return show(&visit, id, "", &fields).await;
    }
    let whose = whose::read(&mut fields);
    let how = fields.choice("how", HOW).map(ToOwned::to_owned);
    let marks = marks(&mut fields);
    let (Some(how), true) = (how, fields.good()) else { return show(&visit, id, "", &fields).await };
    let desk = Some(Desk { how, orgs: orgs(&visit) });
    let who = author(&visit, visit.act_id(), None);
    let done = visit.act_once(s.area, fields.token(), move |tx, token| {
        let person = whose.person(tx, s.area)?;
        let new = NewAnswer { survey: id, person, marks: marks.clone(), desk: desk.clone() };
        answer(tx, &Author { token, ..who.clone() }, &new)
    });
    match done.await {
        Ok(_) => Ok(visit.to(&format!("{}?said=yes", here(id)))),
        Err(Trouble::Refused(no)) if no.status() == 404 => Err(Trouble::NotFound),
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            show(&visit, id, "", &fields).await
        }
        Err(other) => Err(other),
    }
}
