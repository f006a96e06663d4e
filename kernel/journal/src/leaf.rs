use lianxin_base::PersonId;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Display;

/// What an act says of itself: public fields, which anyone may see for ever, and sealed ones.
#[derive(Default)]
pub struct Leaf {
    pub(crate) public: Map<String, Value>,
    pub(crate) sealed: BTreeMap<String, Sealed>,
}

/// A sealed field: what a person wrote, or who a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub(crate) subject: Option<PersonId>,
    pub(crate) value: String,
}

impl Leaf {
    /// A public whole number: fen, µs, 0.01 m², a count.
    pub fn int(&mut self, key: &str, n: impl Into<i64>) {
        self.public.insert(key.into(), Value::from(n.into()));
    }
    /// A public whole number, if there is one.
    pub fn opt_int(&mut self, key: &str, n: Option<impl Into<i64>>) {
        if let Some(n) = n {
            self.int(key, n);
        }
    }
    /// A public word: an id, an enum, a date, the name of an area or organisation. Never what a person typed.
    pub fn text(&mut self, key: &str, v: impl Display) {
        self.public.insert(key.into(), Value::from(v.to_string()));
    }
    /// A public word, if there is one.
    pub fn opt_text(&mut self, key: &str, v: Option<impl Display>) {
        if let Some(v) = v {
            self.text(key, v);
        }
    }
    /// A public list of words, numbers or lists of them.
    pub fn list(&mut self, key: &str, items: Vec<Value>) {
        self.public.insert(key.into(), Value::Array(items));
    }
    /// A sealed field about `subject`.
    pub fn seal(&mut self, key: &str, subject: Option<PersonId>, value: &str) {
        self.sealed.insert(key.into(), Sealed { subject, value: value.into() });
    }
    /// A sealed field, if there is one.
    pub fn opt_seal(&mut self, key: &str, subject: Option<PersonId>, value: Option<&str>) {
        if let Some(value) = value {
            self.seal(key, subject, value);
        }
    }
}
