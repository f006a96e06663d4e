//! One question of a form: label, hint, what was answered, what is wrong with it.

use askama::Template;
use lianxin_base::Lang;

use super::{Choice, Text};
use crate::{icons::Icon, texts::t};

/// What a field takes. The browser's own checks are help, never the rule.
#[derive(Clone, Debug, Default)]
pub enum FieldKind<'a> {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    Area,
    /// A telephone number.
    Tel,
    /// A secret; what was typed is never shown again.
    Password,
    /// Six digits (one's own code, a PIN); never shown again.
    Code,
    /// A whole number.
    Number,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// One of many; with the empty value first if nothing is chosen yet and no choice is empty by itself.
    Select(Vec<Choice<'a>>),
}

/// One question of a form. The input has the id `f-<name>`, with its place after it where it has one.
#[derive(Clone, Debug, Template)]
#[template(path = "components/field.html")]
pub struct Field<'a> {
    /// Language of the small words.
    pub lang: Lang,
    /// Name in the form.
    pub name: Text<'a>,
    /// Which of several forms it stands in, if another on the page asks the same; empty for none.
    pub place: Text<'a>,
    /// The question.
    pub label: Text<'a>,
    /// A line under the question; empty for none.
    pub hint: Text<'a>,
    /// What was answered.
    pub value: Text<'a>,
    /// An example inside the empty field; empty for none.
    pub example: Text<'a>,
    /// What is wrong with the answer.
    pub error: Option<Text<'a>>,
    /// What it takes.
    pub kind: FieldKind<'a>,
    /// It must be answered; otherwise the label says 可以不填.
    pub required: bool,
    /// What is asked for instead, said in place of 可以不填; empty where nothing is.
    pub unless: Text<'a>,
    /// The browser's name for it (`tel`, `current-password`); empty for none.
    pub autocomplete: &'static str,
    /// At most so many characters; 0 for no limit.
    pub max: u32,
}

impl<'a> Field<'a> {
    /// One line of text that may be left out; the rest is added.
    pub fn new(lang: Lang, name: impl Into<Text<'a>>, label: impl Into<Text<'a>>) -> Self {
        Self {
            lang,
            name: name.into(),
            place: "".into(),
            label: label.into(),
            hint: "".into(),
            value: "".into(),
            example: "".into(),
            error: None,
            kind: FieldKind::Text,
            required: false,
            unless: "".into(),
            autocomplete: "",
            max: 0,
        }
    }

    /// What it takes.
    #[must_use]
    pub fn kind(mut self, kind: FieldKind<'a>) -> Self {
        self.kind = kind;
        self
    }

    /// With ids of its own, where another form on the page asks the same.
    #[must_use]
    pub fn place(mut self, place: impl Into<Text<'a>>) -> Self {
        self.place = place.into();
        self
    }

    /// With a line under the question.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text<'a>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With an example inside the empty field.
    #[must_use]
    pub fn example(mut self, example: impl Into<Text<'a>>) -> Self {
        self.example = example.into();
        self
    }

    /// With what was answered.
    #[must_use]
    pub fn value(mut self, value: impl Into<Text<'a>>) -> Self {
        self.value = value.into();
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

    /// It may be left out only where something else is given: said in place of 可以不填.
    #[must_use]
    pub fn unless(mut self, what: impl Into<Text<'a>>) -> Self {
        self.unless = what.into();
        self
    }

    /// At most so many characters.
    #[must_use]
    pub fn max(mut self, max: u32) -> Self {
        self.max = max;
        self
    }

    /// The browser's name for what is asked.
    #[must_use]
    pub fn autocomplete(mut self, name: &'static str) -> Self {
        self.autocomplete = name;
        self
    }

    fn id(&self) -> Text<'_> {
        if self.place.is_empty() {
            Text::from(&*self.name)
        } else {
            Text::from(format!("{}-{}", self.name, self.place))
        }
    }

    fn described(&self) -> String {
        described(&self.id(), &self.hint, self.error.is_some())
    }

    fn optional(&self) -> Text<'_> {
        if self.unless.is_empty() { t(self.lang).msg_optional().into() } else { Text::from(&*self.unless) }
    }

    fn choose(&self) -> String {
        t(self.lang).msg_choose()
    }

    /// Type of the input, and what else it needs to bring up the right keys.
    fn input(&self) -> &'static str {
        match self.kind {
            FieldKind::Tel => r#"type="tel" inputmode="tel""#,
            FieldKind::Password => r#"type="password""#,
            FieldKind::Code => r#"type="password" inputmode="numeric" maxlength="6""#,
            FieldKind::Number => r#"type="text" inputmode="numeric""#,
            FieldKind::Date => r#"type="date""#,
            _ => r#"type="text""#,
        }
    }

    /// Secrets are not written back into the page.
    fn shown(&self) -> &str {
        if matches!(self.kind, FieldKind::Password | FieldKind::Code) { "" } else { &self.value }
    }

    fn choices(&self) -> &[Choice<'a>] {
        if let FieldKind::Select(choices) = &self.kind { choices } else { &[] }
    }

    /// Nothing is chosen, and nothing among the choices stands for that by itself.
    fn asks_to_choose(&self) -> bool {
        self.value.is_empty() && !self.choices().iter().any(|choice| choice.value.is_empty())
    }

    fn is_select(&self) -> bool {
        matches!(self.kind, FieldKind::Select(_))
    }

    fn is_area(&self) -> bool {
        matches!(self.kind, FieldKind::Area)
    }
}

/// The ids of hint and error, for `aria-describedby`.
pub(super) fn described(name: &str, hint: &str, error: bool) -> String {
    let mut ids = Vec::new();
    if !hint.is_empty() {
        ids.push(format!("h-{name}"));
    }
    if error {
        ids.push(format!("e-{name}"));
    }
    ids.join(" ")
}
