//! Photos: the question of a form about them, and the gallery of a page.

use askama::Template;
use lianxin_base::Lang;

use super::Text;
use super::field::described;
use crate::photos::PHOTO_FIELD;
use crate::{icons::Icon, texts::t};

/// A photo that a form that came back still has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptShot {
    /// What the form sends for it.
    pub name: String,
    /// Where it is seen.
    pub url: String,
}

/// The question about photos. A form with it needs `enctype="multipart/form-data"`.
#[derive(Clone, Debug, Template)]
#[template(path = "components/photo_field.html")]
pub struct PhotoField<'a> {
    /// Language of the small words.
    pub lang: Lang,
    /// The question.
    pub label: Text<'a>,
    /// What was kept of an earlier sending.
    pub kept: Vec<KeptShot>,
    /// What is wrong with what came.
    pub error: Option<String>,
}

impl PhotoField<'_> {
    fn name(&self) -> &'static str {
        PHOTO_FIELD
    }
    fn hint(&self) -> String {
        t(self.lang).msg_photo_hint()
    }
    fn optional(&self) -> String {
        t(self.lang).msg_optional()
    }
    fn keep(&self, n: &usize) -> String {
        t(self.lang).msg_photo_keep(*n)
    }
    fn described(&self) -> String {
        described(PHOTO_FIELD, "hint", self.error.is_some())
    }
}

/// A photo on a page: small, leading to the large one.
#[derive(Clone, Debug)]
pub struct Shot<'a> {
    /// Where the large one is.
    pub large: Text<'a>,
    /// Where the small one is.
    pub small: Text<'a>,
    /// What it shows, for who cannot see it.
    pub alt: Text<'a>,
    /// Width of the large one.
    pub width: u32,
    /// Height of the large one.
    pub height: u32,
}

/// Photos side by side under a line that says what they are. Writes nothing if there are none.
#[derive(Clone, Debug, Template)]
#[template(path = "components/shots.html")]
pub struct Shots<'a> {
    /// What they are.
    pub title: Text<'a>,
    /// The photos.
    pub items: Vec<Shot<'a>>,
}
