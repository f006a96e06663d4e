//! Words to copy into a group.

use super::{Back, Text};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use lianxin_base::Lang;

/// A text to copy, with the way back to what it is about.
#[derive(Template)]
#[template(path = "components/paste.html")]
pub struct Paste {
    t: &'static L10nLanguage,
    back: Back<'static>,
    text: String,
    rows: usize,
}

impl Paste {
    /// This text; the way back by address and name.
    pub fn new(lang: Lang, url: impl Into<String>, name: impl Into<String>, text: String) -> Self {
        let back = Back::new(Text::from(url.into()), Text::from(name.into()));
        Self { t: t(lang), back, rows: text.lines().count() + 3, text }
    }
}
