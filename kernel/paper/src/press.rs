//! Papers as PDF and pictures, by the press; why one is not set.

use crate::notice::Document;
use crate::texts::t;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lianxin_base::{Lang, Refuse};
use lianxin_child::Failure;
use lianxin_child::press::Press;
use serde::Serialize;

/// What a PDF says it is.
pub const PDF: &str = "application/pdf";
/// What a picture says it is.
pub const PNG: &str = "image/png";

/// Why a paper is not set, in order of precedence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotSet {
    /// The press is not installed.
    Absent,
    /// Too many are being set just now.
    Busy,
    /// None of the fonts it sets in is there.
    Fonts,
    /// No font has this character.
    Glyph(String),
    /// It is longer than the press may work on.
    Long,
    /// The press ended without a paper.
    Failed,
}

impl NotSet {
    /// One of each, for `docs/refusals.md`.
    pub fn all() -> Vec<Self> {
        vec![Self::Absent, Self::Busy, Self::Fonts, Self::Glyph("𬸘".into()), Self::Long, Self::Failed]
    }

    fn of(failure: &Failure) -> Self {
        match failure {
            Failure::NotStarted(_) => Self::Absent,
            Failure::Busy => Self::Busy,
            Failure::TooLarge | Failure::TooLong => Self::Long,
            Failure::Refused(word) if word == "fonts" => Self::Fonts,
            Failure::Refused(word) => word.strip_prefix("glyph ").map_or(Self::Failed, |c| Self::Glyph(c.into())),
            Failure::Crashed => Self::Failed,
        }
    }
}

/// What the press sets: a document, or a sheet as our own templates write it for printers.
#[derive(Serialize)]
pub struct Paper<'a> {
    #[serde(flatten)]
    what: What<'a>,
    /// What stands on every page above all else: that the data are invented.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// A JPEG in base64: the title in a second script.
    #[serde(skip_serializing_if = "Option::is_none")]
    second: Option<String>,
    /// The pictures a sheet shows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<Picture<'a>>,
}

#[derive(Serialize)]
struct Picture<'a> {
    src: &'a str,
    jpeg: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Doc(&'a Document),
    Sheet { lang: &'static str, title: &'a str, html: &'a str },
}

impl<'a> Paper<'a> {
    /// This document.
    pub const fn new(doc: &'a Document) -> Self {
        Self { what: What::Doc(doc), note: None, second: None, pictures: Vec::new() }
    }

    /// This sheet, as HTML of our own.
    pub const fn sheet(lang: Lang, title: &'a str, html: &'a str) -> Self {
        Self { what: What::Sheet { lang: lang.tag(), title, html }, note: None, second: None, pictures: Vec::new() }
    }

    /// The same document with the title in a second script as a JPEG.
    #[must_use]
    pub fn second(mut self, jpeg: Option<&[u8]>) -> Self {
        self.second = jpeg.map(|jpeg| STANDARD.encode(jpeg));
        self
    }

    /// The same sheet with a picture it shows: its address there, and a JPEG.
    #[must_use]
    pub fn picture(mut self, src: &'a str, jpeg: &[u8]) -> Self {
        self.pictures.push(Picture { src, jpeg: STANDARD.encode(jpeg) });
        self
    }

    /// The same with these words above every page.
    #[must_use]
    pub fn note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }
}

/// These papers as one PDF, each beginning a page.
///
/// # Errors
/// See [`NotSet`].
pub async fn pdf(press: Option<&Press>, papers: &[Paper<'_>]) -> Result<Vec<u8>, NotSet> {
    let press = press.ok_or(NotSet::Absent)?;
    press.set(lianxin_child::press::PDF, papers).await.map_err(|failure| NotSet::of(&failure))
}

/// [`pdf`] for jobs and tests; never inside async code.
///
/// # Errors
/// See [`NotSet`].
pub fn pdf_wait(press: Option<&Press>, papers: &[Paper<'_>]) -> Result<Vec<u8>, NotSet> {
    let press = press.ok_or(NotSet::Absent)?;
    press.set_wait(lianxin_child::press::PDF, papers).map_err(|failure| NotSet::of(&failure))
}

/// This paper as one long picture.
///
/// # Errors
/// See [`NotSet`].
pub async fn png(press: Option<&Press>, paper: Paper<'_>) -> Result<Vec<u8>, NotSet> {
    let press = press.ok_or(NotSet::Absent)?;
    press.set(lianxin_child::press::PNG, &[paper]).await.map_err(|failure| NotSet::of(&failure))
}

impl Refuse for NotSet {
    fn code(&self) -> &'static str {
        match self {
            Self::Absent => "press.absent",
            Self::Busy => "press.busy",
            Self::Fonts => "press.fonts",
            Self::Glyph(_) => "press.glyph",
            Self::Long => "press.long",
            Self::Failed => "press.failed",
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::Busy => 503,
            // Coming back later would not help: nothing broke, this machine has no press, or not for this paper.
            Self::Absent | Self::Fonts | Self::Glyph(_) | Self::Long | Self::Failed => 422,
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Absent => t.msg_press_absent(),
            Self::Busy => t.msg_press_busy(),
            Self::Fonts => t.msg_press_fonts(),
            Self::Glyph(c) => t.msg_press_glyph(c),
            Self::Long => t.msg_press_long(),
            Self::Failed => t.msg_press_failed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_the_press_has_its_sentence() {
        for (failure, end) in [
            (Failure::Refused("glyph 𬸘".into()), NotSet::Glyph("𬸘".into())),
            (Failure::Refused("fonts".into()), NotSet::Fonts),
            (Failure::Refused("paper unknown variable".into()), NotSet::Failed),
            (Failure::NotStarted("no such file".into()), NotSet::Absent),
            (Failure::TooLong, NotSet::Long),
            (Failure::TooLarge, NotSet::Long),
            (Failure::Busy, NotSet::Busy),
            (Failure::Crashed, NotSet::Failed),
        ] {
            assert_eq!(NotSet::of(&failure), end, "{failure}");
        }
        for end in NotSet::all() {
            assert!(end.say(Lang::Zh).ends_with('。') && end.say(Lang::En).ends_with('.'), "{end:?}");
        }
        assert!(NotSet::Glyph("𬸘".into()).say(Lang::Zh).contains("𬸘"));
    }
}
