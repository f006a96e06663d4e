//! The short forms of coming in all look alike: what for, the questions, the button.

use crate::around::{Around, Caller};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_web::components::{Back, Empty, ErrorSummary, Field, Html, Link, Notice, NoticeKind, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// A page with one form.
#[derive(Template)]
#[template(path = "coming_form.html")]
pub(super) struct Form {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
    pub(super) back: Option<Back<'static>>,
    pub(super) summary: Option<ErrorSummary<'static>>,
    pub(super) notice: Option<Notice<'static>>,
    /// What stands before the questions.
    pub(super) before: Html,
    pub(super) action: String,
    pub(super) csrf: String,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) fields: Vec<Field<'static>>,
    pub(super) submit: Submit<'static>,
    pub(super) assure: Option<Notice<'static>>,
}

impl Form {
    /// A form with what was answered and what is wrong with it; the rest is set by name.
    pub(super) fn new(visit: &Visit, fields: &Fields, title: String, action: impl Into<String>, go: String) -> Self {
        Self {
            title,
            lines: Vec::new(),
            back: None,
            summary: (!fields.good()).then(|| fields.summary()),
            notice: None,
            before: Html::default(),
            action: action.into(),
            csrf: visit.token().to_owned(),
            hidden: Vec::new(),
            fields: Vec::new(),
            submit: Submit::new(go),
            assure: None,
        }
    }

    pub(super) fn assured(mut self, says: String) -> Self {
        self.assure = Some(Notice::new(NoticeKind::Assure, says));
        self
    }

    /// The page; 422 if answers were wrong.
    pub(super) async fn page(self, visit: &Visit, kind: Kind) -> Result<Response, Trouble> {
        let caller = Caller::of(visit);
        let around = visit.read(move |r| Ok(Around::of(r, &caller)?)).await?;
        let page = around.round(visit.page(&self.title, kind));
        Ok(if self.summary.is_some() { page.wrong() } else { page }.view(&self))
    }
}

/// One question with what was answered and what is wrong with it.
pub(super) fn field(visit: &Visit, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(visit.lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// A page that says what is done and what can be done next.
#[derive(Template)]
#[template(path = "coming_done.html")]
struct Done {
    /// At the desk it stands in the working column.
    desk: bool,
    title: String,
    notice: Option<Notice<'static>>,
    more: Html,
    rows: Option<Rows<'static>>,
}

/// It is done: one sentence, then the ways on.
pub(super) async fn done(
    visit: &Visit,
    kind: Kind,
    title: String,
    says: String,
    more: Html,
    rows: Rows<'static>,
) -> Result<Response, Trouble> {
    let notice = Some(Notice::new(NoticeKind::Ok, says));
    let rows = (!rows.items.is_empty()).then_some(rows);
    let view = Done { desk: kind == Kind::Desk, title, notice, more, rows };
    around(visit, kind, view).await
}

/// It cannot be done here: one sentence and one way on.
pub(super) async fn stop(
    visit: &Visit,
    kind: Kind,
    title: String,
    says: String,
    on: Link<'static>,
) -> Result<Response, Trouble> {
    around(visit, kind, stopped(kind, title, says, on)).await
}

/// The same as the answer to a form that was sent: 422.
pub(super) async fn refuse(
    visit: &Visit,
    kind: Kind,
    title: String,
    says: String,
    on: Link<'static>,
) -> Result<Response, Trouble> {
    let mut response = around(visit, kind, stopped(kind, title, says, on)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn stopped(kind: Kind, title: String, says: String, on: Link<'static>) -> Done {
    let empty = Empty { icon: Icon::AlertCircle, text: says.into(), action: Some(on) };
    Done { desk: kind == Kind::Desk, title, notice: None, more: Html::of(&empty), rows: None }
}

async fn around(visit: &Visit, kind: Kind, view: Done) -> Result<Response, Trouble> {
    let caller = Caller::of(visit);
    let around = visit.read(move |r| Ok(Around::of(r, &caller)?)).await?;
    Ok(around.round(visit.page(&view.title, kind)).view(&view))
}
