use crate::half;

/// What a column holds: how the template formats it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Words.
    Words,
    /// Digits that are no number: formatted as text, so that zeros stay.
    Code,
    /// A number with two decimals.
    Hundredths,
    /// A date.
    Day,
    /// One of these words.
    One(&'static [&'static str]),
}

/// One column of a sheet. Made by `const` builders, so that a reader names it by its constant.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in [`crate::Line`].
    pub key: &'static str,
    /// What offices call it; the first is what the template says.
    pub names: &'static [&'static str],
    /// What it holds.
    pub form: Form,
    /// An empty cell means what stands above it.
    pub down: bool,
    /// It must be filled.
    pub required: bool,
    /// How to fill it.
    pub hint: &'static str,
    /// An example.
    pub example: &'static str,
}

impl Column {
    /// Words that may be left out.
    pub const fn new(key: &'static str, names: &'static [&'static str]) -> Self {
        Self { key, names, form: Form::Words, down: false, required: false, hint: "", example: "" }
    }
    /// What it holds.
    #[must_use]
    pub const fn form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }
    /// An empty cell means what stands above it.
    #[must_use]
    pub const fn down(mut self) -> Self {
        self.down = true;
        self
    }
    /// It must be filled.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// How to fill it, with an example.
    #[must_use]
    pub const fn says(mut self, hint: &'static str, example: &'static str) -> Self {
        self.hint = hint;
        self.example = example;
        self
    }
    /// Whether a header cell means this column.
    pub(crate) fn is(&self, header: &str) -> bool {
        let header = plain(header);
        !header.is_empty() && self.names.iter().any(|name| plain(name) == header)
    }
}

/// A header's name without blanks, stars, units and what stands in brackets.
pub(crate) fn plain(name: &str) -> String {
    let mut depth = 0usize;
    let mut out = String::new();
    for c in half(name).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c.is_whitespace() || matches!(c, '*' | ':' | '★' | '_') => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// What a sheet of one kind holds: the template and the parser are made from it, so they cannot drift apart.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Its name in commands and addresses: `units`.
    pub kind: &'static str,
    /// What the template is called: `房屋`.
    pub name: &'static str,
    /// Its columns in the template's order.
    pub columns: &'static [Column],
    /// Of each of these lists one column must be there.
    pub either: &'static [&'static [&'static str]],
}

impl Schema {
    /// A column by its key.
    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.key == key)
    }
}
