//! `/surveys/new`: a party chooses whose service is asked about, of which days, and until when.

use super::pages::{Place, mark, question, url};
use super::rules::{Mark, Question, Refusal, offered_days};
use super::store::of_area;
use super::{NewSurvey, ask, asked_until, serving, theirs};
use crate::caps;
use crate::course::Author;
use crate::pages::author;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Day, OrgId};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{Back, Choice, ErrorSummary, Field, FieldKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The days to answer that are offered.
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

/// What can be asked about: whose service where, and the days that fit all of them.
struct Offered {
    pairs: Vec<(Place, (OrgId, String))>,
    days: (Day, Day),
}

/// Whose service may be asked about: in each compound of this seat those who serve there, but itself, and whoever was asked about
/// until today.
async fn offered(visit: &Visit) -> Result<Offered, Trouble> {
    let (scope, on) = (visit.scope_for(caps::MEET), visit.now().day());
    let own: Vec<OrgId> = visit.seats().iter().map(|seat| seat.org).collect();
    let found = visit.read(move |r| {
        let (mut pairs, mut last) = (Vec::new(), None);
        for area in find::all_compounds(r)?.into_iter().filter(|area| scope.covers(area.id)) {
            let asked = of_area(r, area.id)?;
            for org in serving(r, area.id, on)? {
                let until = asked_until(&asked, org.id);
                if offered_days(on, until).is_some() && !theirs(r, (area.id, org.id), &own, on)? {
                    pairs.push(((area.id, area.name.clone()), (org.id, org.name)));
                    last = last.max(until);
                }
            }
        }
        Ok(Offered { pairs, days: offered_days(on, last).unwrap_or((on, on)) })
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
    let day = |name, label, usual: Day| field(name, label, usual.to_string()).kind(FieldKind::Date);
    let (from, to) = offered.days;
    let view = View {
        t,
        back: Back::new("/surveys", t.msg_survey_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        about: field("about", t.msg_survey_about(), String::new())
            .hint(t.msg_survey_about_hint())
            .kind(FieldKind::Select(offered.pairs.into_iter().map(item).collect())),
        from: day("from", t.msg_survey_from(), from),
        to: day("to", t.msg_survey_to(), to),
        day: day("day", t.msg_survey_day(), today.plus(DAYS)).hint(t.msg_survey_day_hint()),
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
