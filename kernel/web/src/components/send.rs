//! The end of a form: what is wrong, the button, and the page that asks once more.

use askama::Template;
use lianxin_base::Lang;

use super::{Link, Text};
use crate::{icons::Icon, texts::t};

/// What is wrong with a form, at its head; the script puts the reader there. Writes nothing if nothing is wrong.
#[derive(Clone, Debug, Template)]
#[template(path = "components/error_summary.html")]
pub struct ErrorSummary<'a> {
    /// Language of the heading.
    pub lang: Lang,
    /// Name of the field and what is wrong; the name is empty when it is about the whole form.
    pub items: Vec<(Text<'a>, Text<'a>)>,
}

impl ErrorSummary<'_> {
    fn title(&self) -> String {
        t(self.lang).msg_errors(self.items.len() as u32)
    }
}

/// The main button of a form, wide, and at most one quiet way out.
#[derive(Clone, Debug, Template)]
#[template(path = "components/submit.html")]
pub struct Submit<'a> {
    /// What the button says.
    pub label: Text<'a>,
    /// An icon before it.
    pub icon: Option<Icon>,
    /// Name and value the button sends, when a form has several.
    pub sends: Option<(Text<'a>, Text<'a>)>,
    /// A quiet link beside it.
    pub aside: Option<Link<'a>>,
    /// A quiet button beside it that sends the same form elsewhere.
    pub also: Option<Link<'a>>,
}

impl<'a> Submit<'a> {
    /// A button with its words.
    pub fn new(label: impl Into<Text<'a>>) -> Self {
        Self { label: label.into(), icon: None, sends: None, aside: None, also: None }
    }

    /// 交给社区.
    pub fn send(lang: Lang) -> Self {
        Self::new(t(lang).msg_send())
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With a quiet button beside it that sends the same form elsewhere.
    #[must_use]
    pub fn also(mut self, link: Option<Link<'a>>) -> Self {
        self.also = link;
        self
    }

    /// With a quiet link beside it.
    #[must_use]
    pub fn aside(mut self, link: Link<'a>) -> Self {
        self.aside = Some(link);
        self
    }
}

/// A page that asks once more before something that cannot be taken back; there are no pop-ups.
#[derive(Clone, Debug, Template)]
#[template(path = "components/confirm.html")]
pub struct Confirm<'a> {
    /// Language of the way back.
    pub lang: Lang,
    /// The question.
    pub title: Text<'a>,
    /// What will happen, a paragraph each.
    pub lines: Vec<Text<'a>>,
    /// Where the form goes.
    pub action: Text<'a>,
    /// The signed token of the form.
    pub csrf: Text<'a>,
    /// Hidden fields that go along: name and value.
    pub hidden: Vec<(Text<'a>, Text<'a>)>,
    /// What the button says: the deed, not 确定.
    pub submit: Text<'a>,
    /// Where the way back leads.
    pub back: Text<'a>,
}

impl Confirm<'_> {
    fn cancel(&self) -> String {
        t(self.lang).msg_cancel()
    }
}
