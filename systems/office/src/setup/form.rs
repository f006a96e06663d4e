//! What the forms of setting up have in common.

use crate::texts::t;
use askama::Template;
use axum::response::Response;
use lianxin_base::AreaId;
use lianxin_journal::Head;
use lianxin_web::components::{Back, ErrorSummary, Field, Html, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Visit};

/// One form of setting up.
#[derive(Template)]
#[template(path = "setup_form.html")]
pub(super) struct Form<'a> {
    pub(super) back: Back<'a>,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) summary: Option<ErrorSummary<'a>>,
    /// What stands above the questions.
    pub(super) above: Vec<Html>,
    pub(super) action: &'static str,
    pub(super) csrf: &'a str,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) submit: Submit<'a>,
}

impl<'a> Form<'a> {
    pub(super) fn new(visit: &'a Visit, action: &'static str, title: String, lead: String) -> Self {
        let t = t(visit.lang);
        Self {
            back: Back::new("/setup", t.msg_setup_title()),
            title,
            lead,
            summary: None,
            above: Vec::new(),
            action,
            csrf: visit.token(),
            fields: Vec::new(),
            submit: Submit::new(t.msg_setup_save()),
        }
    }

    /// The page: 200, or 422 where something typed cannot be taken.
    pub(super) fn show(mut self, visit: &Visit, typed: &'a Fields) -> Response {
        let page = visit.page(&self.title, Kind::Desk);
        if typed.good() {
            return page.view(&self);
        }
        self.summary = Some(typed.summary());
        page.wrong().view(&self)
    }
}

/// A question with what was typed, else what is so now.
pub(super) fn question<'a>(
    visit: &Visit,
    typed: &'a Fields,
    name: &'static str,
    label: String,
    now: Option<&str>,
) -> Field<'a> {
    let value = match (typed.raw(name), now) {
        ("", Some(now)) if typed.good() => now.to_owned(),
        (said, _) => said.to_owned(),
    };
    Field::new(visit.lang, name, label).value(value).error(typed.fault(name))
}

/// The head of an act of setting up; the form's token comes inside the command.
pub(super) fn head(visit: &Visit, area: AreaId) -> Head {
    Head { id: visit.act_id(), area, by: visit.by(), no: None, token: None }
}
