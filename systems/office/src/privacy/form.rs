//! The form with which one's own data are corrected and erased.

use crate::texts::L10nLanguage;
use askama::Template;
use lianxin_web::components::{Back, ErrorSummary, Field, Submit};

#[derive(Template)]
#[template(path = "my_data_form.html")]
pub(super) struct View<'a> {
    pub(super) back: Back<'a>,
    pub(super) summary: Option<ErrorSummary<'a>>,
    pub(super) title: String,
    pub(super) says: Vec<String>,
    pub(super) action: String,
    pub(super) csrf: &'a str,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) submit: Submit<'a>,
    pub(super) t: &'static L10nLanguage,
}
