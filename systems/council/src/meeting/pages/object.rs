//! `/meetings/{meeting}/objection`: somebody has something to say to the minutes.

use super::super::store::Meeting;
use super::super::{Refusal, object};
use super::said::title;
use super::{inside, none, on, url};
use crate::course::Author;
use crate::pages::author;
use crate::rules::WORDS_MAX;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind, Submit};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "meeting_object.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    words: Field<'static>,
    submit: Submit<'static>,
}

/// `GET /meetings/{meeting}/objection`
pub(super) async fn form(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let (m, _) = inside(&visit, &meeting).await?;
    Ok(show(&visit, &m, &Fields::empty(visit.lang)))
}

fn show(visit: &Visit, m: &Meeting, fields: &Fields) -> Response {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let Some(until) = m.until else { return visit.to(&url(m.id)) };
    let view = View {
        t,
        back: Back::new(url(m.id), t.msg_meeting_back()),
        title: title(lang, m, now),
        lead: t.msg_meeting_object_lead(when(lang, until, now)),
        summary: (!fields.good()).then(|| fields.summary()),
        action: format!("{}/objection", url(m.id)),
        csrf: visit.token().to_owned(),
        words: Field::new(lang, "words", t.msg_meeting_object_words())
            .kind(FieldKind::Area)
            .hint(t.msg_meeting_object_hint(m.org_name.clone()))
            .value(fields.raw("words").to_owned())
            .error(fields.fault("words"))
            .required()
            .max(WORDS_MAX as u32),
        submit: Submit::new(t.msg_meeting_object_go()),
    };
    let name = t.msg_meeting_object();
    let page = visit.page(&name, Kind::Phone).tab(Tab::Board);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST /meetings/{meeting}/objection`
pub(super) async fn send(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (m, who) = inside(&visit, &meeting).await?;
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    if words.is_empty() && fields.fault("words").is_none() {
        fields.refuse(&Refusal::NoObjection);
    }
    if !fields.good() {
        return Ok(show(&visit, &m, &fields));
    }
    let (by, id) = (author(&visit, visit.act_id(), None), m.id);
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| {
            object(tx, &Author { token, ..by.clone() }, id, &who, &words)
        })
        .await;
    match done {
        Ok(_) => Ok(on(&visit, &url(m.id), "objected")),
        Err(trouble) => {
            fields.absorb(none(trouble))?;
            Ok(show(&visit, &m, &fields))
        }
    }
}
