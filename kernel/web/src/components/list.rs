//! Lists: rows, tiles, facts, what happened; and what stands there when there is nothing.

use askama::Template;
use lianxin_base::Lang;

use super::{Link, Meta, Tag, Text};
use crate::{icons::Icon, texts::t};

/// What stands at the head of a row.
#[derive(Clone, Debug, Default)]
pub enum Lead<'a> {
    /// Nothing.
    #[default]
    None,
    /// An icon.
    Icon(Icon),
    /// A date as a leaf of a calendar.
    Date {
        /// Large: the day, 26.
        day: Text<'a>,
        /// Small: the month, 6月.
        month: Text<'a>,
    },
}

/// One row of a list; a link if it has an address.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    /// Where it leads.
    pub url: Option<Text<'a>>,
    /// Its head.
    pub lead: Lead<'a>,
    /// First line.
    pub title: Text<'a>,
    /// Second line.
    pub line: Meta<'a>,
    /// A tag at its end.
    pub tag: Option<Tag<'a>>,
}

impl<'a> Row<'a> {
    /// A row that leads somewhere.
    pub fn to(url: impl Into<Text<'a>>, title: impl Into<Text<'a>>) -> Self {
        Self { url: Some(url.into()), title: title.into(), ..Self::default() }
    }

    /// With an icon at its head.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.lead = Lead::Icon(icon);
        self
    }

    /// With a second line.
    #[must_use]
    pub fn line<T: Into<Text<'a>>>(mut self, parts: impl IntoIterator<Item = T>) -> Self {
        self.line = Meta::of(parts);
        self
    }

    /// With a tag at its end.
    #[must_use]
    pub fn tag(mut self, tag: Tag<'a>) -> Self {
        self.tag = Some(tag);
        self
    }
}

/// A list of rows.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/rows.html")]
pub struct Rows<'a> {
    /// The rows in order.
    pub items: Vec<Row<'a>>,
}

/// One service among the tiles.
#[derive(Clone, Debug)]
pub struct Tile<'a> {
    /// Where it leads.
    pub url: Text<'a>,
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub label: Text<'a>,
    /// A word that something waits there; empty for none.
    pub badge: Text<'a>,
}

/// Services, three across on a phone, a list in the large sizes.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/tiles.html")]
pub struct Tiles<'a> {
    /// The services in order.
    pub items: Vec<Tile<'a>>,
}

/// Names and values, as on the page of a matter: 编号, 地点.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/facts.html")]
pub struct Facts<'a> {
    /// Name and value.
    pub items: Vec<(Text<'a>, Text<'a>)>,
}

/// One line of what happened.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What.
    pub text: Text<'a>,
    /// Who and when.
    pub meta: Meta<'a>,
    /// It is going on.
    pub now: bool,
}

/// What happened, newest first or last as the page gives it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/log.html")]
pub struct Log<'a> {
    /// Language of the label.
    pub lang: Lang,
    /// The entries in order.
    pub items: Vec<Entry<'a>>,
}

impl Log<'_> {
    fn label(&self) -> String {
        t(self.lang).msg_log()
    }

    fn now(&self) -> String {
        t(self.lang).msg_log_now()
    }
}

/// Nothing here: an icon, one sentence, at most one thing to do.
#[derive(Clone, Debug, Template)]
#[template(path = "components/empty.html")]
pub struct Empty<'a> {
    /// The picture.
    pub icon: Icon,
    /// The sentence.
    pub text: Text<'a>,
    /// What one can do.
    pub action: Option<Link<'a>>,
}

/// What a notice is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// It is done.
    Ok,
    /// Look out.
    Warn,
    /// A quiet promise below a form.
    Assure,
}

/// One or two sentences with an icon; announced by screen readers unless it is a promise below a form.
#[derive(Clone, Debug, Template)]
#[template(path = "components/notice.html")]
pub struct Notice<'a> {
    /// What it is about.
    pub kind: NoticeKind,
    /// The sentences.
    pub text: Text<'a>,
}

impl<'a> Notice<'a> {
    /// A notice in one line.
    pub fn new(kind: NoticeKind, text: impl Into<Text<'a>>) -> Self {
        Self { kind, text: text.into() }
    }

    fn class(&self) -> &'static str {
        match self.kind {
            NoticeKind::Info => "notice",
            NoticeKind::Ok => "notice notice-ok",
            NoticeKind::Warn => "notice notice-warn",
            NoticeKind::Assure => "assure",
        }
    }

    fn icon(&self) -> Icon {
        match self.kind {
            NoticeKind::Info => Icon::InfoCircle,
            NoticeKind::Ok => Icon::Check,
            NoticeKind::Warn => Icon::AlertTriangle,
            NoticeKind::Assure => Icon::ShieldCheck,
        }
    }
}
