//! `/surveys/new`: a party chooses whose service is asked about, of which days, and until when.

use super::pages::{Place, mark, question, url};
use super::rules::{Mark, Question, Refusal};
use super::{NewSurvey, ask, theirs};
use crate::caps;
use crate::course::{Author, parties};
use crate::pages::author;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, OrgId};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{Back, Choice, ErrorSummary, Field, FieldKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The days that are offered: of the service, and to answer.
const SPAN: i32 = 30;
const DAYS: i32 = 10;

/// The routes of the desk.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/surveys/new", Gate::Can(caps::MEET), form),
        Route::post("/surveys/new", Gate::Can(caps::MEET), send),
    ]
}

#[derive(Template)]
#[template(path = "survey_new.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    about: Field<'static>,
    from: Field<'static>,
    to: Field<'static>,
    day: Field<'static>,
    questions: Vec<String>,
    marks: String,
    submit: Submit<'static>,
}

/// `GET /surveys/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

/// Whose service may be asked about: in each compound of this seat those who may be asked to do something there, but itself.
async fn offered(visit: &Visit) -> Result<Vec<(Place, (OrgId, String))>, Trouble> {
    let (scope, on) = (visit.scope_for(caps::MEET), visit.now().day());
    let own: Vec<OrgId> = visit.seats().iter().map(|seat| seat.org).collect();
    let found = visit.read(move |r| {
        let mut all = Vec::new();
        for area in find::all_compounds(r)?.into_iter().filter(|area| scope.covers(area.id)) {
            for org in parties(r, area.id, on)? {
                if !theirs(r, (area.id, org.id), &own, on)? {
                    all.push(((area.id, area.name.clone()), (org.id, org.name)));
                }
            }
        }
        Ok(all)
    });
    found.await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let offered = offered(visit).await?;
    let item = |((area, place), (org, name)): (Place, (OrgId, String))| {
        Choice::new(format!("{area} {org}"), t.msg_survey_pair(place, name))
    };
    let field = |name: &'static str, label: String, usual: String| {
        let typed = Some(fields.raw(name)).filter(|typed| !typed.is_empty()).map_or(usual, ToOwned::to_owned);
        Field::new(lang, name, label).value(typed).error(fields.fault(name)).required()
    };
    let day = |name, label, n: i32| field(name, label, today.plus(n).to_string()).kind(FieldKind::Date);
    let view = View {
        t,
        back: Back::new("/surveys", t.msg_survey_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        about: field("about", t.msg_survey_about(), String::new())
            .kind(FieldKind::Select(offered.into_iter().map(item).collect())),
        from: day("from", t.msg_survey_from(), -SPAN),
        to: day("to", t.msg_survey_to(), -1),
        day: day("day", t.msg_survey_day(), DAYS).hint(t.msg_survey_day_hint()),
        questions: Question::ALL.iter().map(|q| question(lang, *q)).collect(),
        marks: Mark::ALL.iter().map(|m| mark(lang, *m)).collect::<Vec<_>>().join(" · "),
        submit: Submit::new(t.msg_survey_go()),
    };
    let title = t.msg_survey_new();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /surveys/new`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let chosen = fields.raw("about").split_once(' ');
    let chosen: Option<(AreaId, OrgId)> = chosen.and_then(|(area, org)| area.parse().ok().zip(org.parse().ok()));
    if chosen.is_none() {
        fields.refuse(&Refusal::NoOrg);
    }
    let (from, to, day) = (fields.day("from"), fields.day("to"), fields.day("day"));
    let (Some((area, about)), Some(from), Some(to), Some(day)) = (chosen, from, to, day) else {
        return show(&visit, &fields).await;
    };
    let new = NewSurvey { area, about, from, to, day };
    let who = author(&visit, visit.act_id(), None);
    let done =
        visit.act_once(area, fields.token(), move |tx, token| ask(tx, &Author { token, ..who.clone() }, &new)).await;
    match done {
        Ok(receipt) => Ok(visit.to(&url(receipt.act))),
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            show(&visit, &fields).await
        }
        Err(other) => Err(other),
    }
}
