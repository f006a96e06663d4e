//! `/meetings/{meeting}/change`: time, place and agenda of a council that has not begun.

use super::super::Refusal;
use super::super::change::{NewChange, change};
use super::super::rules::{PLACE_MAX, may_change};
use super::super::store::{Meeting, items};
use super::call::{clock_of, ground_of, ids, matters, questions};
use super::{none, on, own, under, url};
use crate::course::Author;
use crate::pages::author;
use crate::rules::WORDS_MAX;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::HOUR;
use lianxin_web::components::{Back, Choices, ErrorSummary, Field, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "meeting_change.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    matters: Option<Choices<'static>>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

/// `GET /meetings/{meeting}/change`
pub(super) async fn form(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    if may_change(m.state, visit.now(), m.starts).is_err() {
        return Ok(visit.to(&under(m.id, "desk")));
    }
    let (id, (hour, minute)) = (m.id, m.starts.hour_minute());
    let agenda = visit.read(move |r| Ok(items(r, id)?)).await?;
    let mut fields = Fields::empty(visit.lang)
        .with("sent", "1")
        .with("day", &m.starts.day().to_string())
        .with("time", &format!("{hour}:{minute:02}"))
        .with("where", m.place.as_deref().unwrap_or_default())
        .with("hours", &((m.ends.micros() - m.starts.micros()) / HOUR).to_string())
        .with("words", m.words.as_deref().unwrap_or_default());
    for item in agenda {
        fields = fields.with("matter", &item.matter.to_string());
    }
    show(&visit, &m, &fields).await
}

async fn show(visit: &Visit, m: &Meeting, fields: &Fields) -> Result<Response, Trouble> {
    let (own, at) = (visit.clone(), m.clone());
    let g = visit.read(move |r| Ok(ground_of(r, &own, &at)?)).await?;
    let t = t(visit.lang);
    let view = View {
        t,
        back: Back::new(under(m.id, "desk"), t.msg_meeting_back()),
        summary: (!fields.good()).then(|| fields.summary()),
        action: under(m.id, "change"),
        csrf: visit.token().to_owned(),
        matters: matters(visit.lang, fields, &g, t.msg_meeting_change_matters()),
        fields: questions(visit, fields, false),
        submit: Submit::new(t.msg_meeting_change_go()),
    };
    let title = t.msg_meeting_change();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /meetings/{meeting}/change`
pub(super) async fn send(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    fields.keep("sent", "1");
    let Some(new) = read(&visit, &mut fields) else { return show(&visit, &m, &fields).await };
    let (who, id) = (author(&visit, visit.act_id(), None), m.id);
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| change(tx, &Author { token, ..who.clone() }, id, &new))
        .await;
    match done {
        Ok(_) => Ok(on(&visit, &url(m.id), "changed")),
        Err(trouble) => {
            fields.absorb(none(trouble))?;
            show(&visit, &m, &fields).await
        }
    }
}

fn read(visit: &Visit, fields: &mut Fields) -> Option<NewChange> {
    let matters = ids(fields, "matter", Refusal::NotTalked);
    let starts = clock_of(visit, fields);
    let place = fields.opt_line("where", PLACE_MAX).unwrap_or_default();
    if place.is_empty() && fields.fault("where").is_none() {
        fields.refuse(&Refusal::NoPlace);
    }
    let hours = fields.raw("hours").parse().unwrap_or(0);
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    let new = NewChange { place, starts: starts?, hours, matters, words };
    fields.good().then_some(new)
}
