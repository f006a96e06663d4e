//! The question for photos, with a hint of its own: what is sent in here is seen by everybody, unmasked.

use crate::texts::t;
use askama::Template;
use askama::filters::HtmlSafe;
use lianxin_base::Lang;
use lianxin_web::components::KeptShot;
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, kept};
use lianxin_web::{Fields, Visit};

/// The question.
#[derive(Clone, Debug, Template)]
#[template(path = "photo_ask.html")]
pub(crate) struct PhotoAsk {
    lang: Lang,
    label: String,
    hint: String,
    kept: Vec<KeptShot>,
    error: Option<String>,
}

impl HtmlSafe for PhotoAsk {}

impl PhotoAsk {
    /// With what the form holds already.
    pub(crate) fn of(visit: &Visit, fields: &Fields, label: String, hint: String) -> Self {
        Self { lang: visit.lang, label, hint, kept: kept(visit, fields), error: fields.fault(PHOTO_FIELD) }
    }

    fn name(&self) -> &'static str {
        PHOTO_FIELD
    }
    fn keep(&self, n: &usize) -> String {
        t(self.lang).msg_photo_keep(*n)
    }
}
