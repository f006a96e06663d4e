//! The parts of pages. Each is a struct with a template of its own and is given ready-made strings: a part knows neither
//! matters nor households. They are safe to write into any template: `{{ bridge }}`; what they were given is escaped.

mod bridge;
mod card;
mod choices;
mod field;
mod list;
mod paste;
mod receipt;
mod send;
mod shots;
mod tools;

use std::{borrow::Cow, fmt};

use askama::{FastWritable, Template, Values, filters::HtmlSafe};
use lianxin_base::Lang;

pub use bridge::{Bridge, MiniBridge, Pier, State};
pub use card::{Holder, MatterCard, Phone, Tag, Tone};
pub use choices::{Choice, Choices, Look};
pub use field::{Field, FieldKind};
pub use list::{Empty, Entry, Facts, Lead, Log, Notice, NoticeKind, Row, Rows, Tile, Tiles};
pub use paste::Paste;
pub use receipt::Receipt;
pub use send::{Confirm, ErrorSummary, Submit};
pub use shots::{KeptShot, PhotoField, Shot, Shots};
pub use tools::{Back, Filters, Pager, Pick, Search, TabItem, Tabs, Tick};

use crate::{icons::Icon, texts::t};

/// A ready-made string: borrowed from the page's own data, or made for this page. Both `"…".into()` and
/// `string.into()` give one.
pub type Text<'a> = Cow<'a, str>;

/// HTML that one of our own templates has written; it is not escaped again. Never made from what people typed.
#[derive(Clone, Debug, Default)]
pub struct Html(pub String);

impl Html {
    /// The output of a template. A template of ours does not fail; should it, nothing is shown in its place.
    pub fn of(view: &impl Template) -> Self {
        Self(view.render().unwrap_or_default())
    }

    /// The same where it is known to be long: `room` bytes are made ready at once.
    pub fn long(view: &impl Template, room: usize) -> Self {
        let mut out = String::with_capacity(room);
        Self(view.render_into(&mut out).map(|()| out).unwrap_or_default())
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

impl FastWritable for Html {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

/// A link with its words.
#[derive(Clone, Debug)]
pub struct Link<'a> {
    /// Where it leads.
    pub url: Text<'a>,
    /// What it says.
    pub label: Text<'a>,
    /// An icon before the words.
    pub icon: Option<Icon>,
}

impl<'a> Link<'a> {
    /// A link in words.
    pub fn new(url: impl Into<Text<'a>>, label: impl Into<Text<'a>>) -> Self {
        Self { url: url.into(), label: label.into(), icon: None }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 看办到哪了.
    pub fn follow(lang: Lang, url: impl Into<Text<'a>>) -> Self {
        Self::new(url, t(lang).msg_follow())
    }
}

/// Short pieces on one line with a drawn dot between them; empty pieces are left out.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/meta.html")]
pub struct Meta<'a> {
    /// The pieces in order.
    pub parts: Vec<Text<'a>>,
}

impl<'a> Meta<'a> {
    /// From anything that gives strings.
    pub fn of<T: Into<Text<'a>>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self { parts: parts.into_iter().map(Into::into).filter(|part: &Text<'a>| !part.is_empty()).collect() }
    }

    /// Nothing to show.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// 1204 → 1,204.
pub(crate) fn grouped(count: &u64) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

macro_rules! html_safe {
    ($($part:ident)+) => { $(impl HtmlSafe for $part<'_> {})+ };
}

html_safe! { Meta Bridge MiniBridge Holder MatterCard Tag Rows Tiles Facts Log Empty Notice Receipt Field Choices
ErrorSummary Submit Confirm Back Tabs Filters Pager PhotoField Shots }
