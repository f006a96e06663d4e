//! Radios and ticks: chips with icons, options with a line of explanation, boxes to tick.

use askama::Template;
use lianxin_base::Lang;

use super::Text;
use crate::{icons::Icon, texts::t};

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// What the form sends.
    pub value: Text<'a>,
    /// What it says.
    pub label: Text<'a>,
    /// A smaller line under it; not shown in a drop-down.
    pub note: Text<'a>,
    /// An icon before it; chips only.
    pub icon: Option<Icon>,
}

impl<'a> Choice<'a> {
    /// A choice with its words.
    pub fn new(value: impl Into<Text<'a>>, label: impl Into<Text<'a>>) -> Self {
        Self { value: value.into(), label: label.into(), note: "".into(), icon: None }
    }

    /// With a smaller line under the words.
    #[must_use]
    pub fn note(mut self, note: impl Into<Text<'a>>) -> Self {
        self.note = note.into();
        self
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// How a group of choices looks and whether several may be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// One of a few, side by side, with icons.
    Chips,
    /// One of a few, each with a line of explanation.
    Options,
    /// Any number of them.
    Checks,
}

/// A group of choices under one question.
#[derive(Clone, Debug, Template)]
#[template(path = "components/choices.html")]
pub struct Choices<'a> {
    /// Language of the small words.
    pub lang: Lang,
    /// Name in the form. The first box has the id `f-<name>`.
    pub name: Text<'a>,
    /// The question.
    pub legend: Text<'a>,
    /// A line under the question; empty for none.
    pub hint: Text<'a>,
    /// How it looks.
    pub look: Look,
    /// What there is to choose.
    pub items: Vec<Choice<'a>>,
    /// The values that are chosen.
    pub chosen: Vec<Text<'a>>,
    /// What is wrong with the answer.
    pub error: Option<Text<'a>>,
    /// It must be answered.
    pub required: bool,
}

impl<'a> Choices<'a> {
    /// A group without its choices.
    pub fn new(lang: Lang, look: Look, name: impl Into<Text<'a>>, legend: impl Into<Text<'a>>) -> Self {
        Self {
            lang,
            name: name.into(),
            legend: legend.into(),
            hint: "".into(),
            look,
            items: Vec::new(),
            chosen: Vec::new(),
            error: None,
            required: false,
        }
    }

    /// One more choice.
    #[must_use]
    pub fn item(mut self, choice: Choice<'a>) -> Self {
        self.items.push(choice);
        self
    }

    /// This value is chosen; an empty one chooses nothing.
    #[must_use]
    pub fn chosen(mut self, value: impl Into<Text<'a>>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.chosen.push(value);
        }
        self
    }

    /// With a line under the question.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text<'a>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what is wrong, if anything is.
    #[must_use]
    pub fn error<T: Into<Text<'a>>>(mut self, error: Option<T>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// It must be answered.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn kind(&self) -> &'static str {
        if self.look == Look::Checks { "checkbox" } else { "radio" }
    }

    fn chips(&self) -> bool {
        self.look == Look::Chips
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == value)
    }

    fn described(&self) -> String {
        super::field::described(&self.name, &self.hint, self.error.is_some())
    }

    fn optional(&self) -> String {
        t(self.lang).msg_optional()
    }
}
