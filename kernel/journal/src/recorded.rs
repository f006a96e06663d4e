use crate::leaf::Sealed;
use lianxin_base::{ActId, AreaId, Moment, OrgId, PersonId};
use lianxin_store::Fault;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::str::FromStr;

/// An act as it stands in the record, with the texts that are still there. What `apply` gets, living or replaying.
pub struct Recorded {
    pub(crate) id: ActId,
    pub(crate) kind: String,
    pub(crate) v: u32,
    pub(crate) no: Option<String>,
    pub(crate) area: AreaId,
    pub(crate) org: Option<OrgId>,
    pub(crate) at: Moment,
    pub(crate) public: Map<String, Value>,
    pub(crate) sealed: BTreeMap<String, Sealed>,
}

impl Recorded {
    /// Its id.
    pub const fn id(&self) -> ActId {
        self.id
    }
    /// Its kind.
    pub fn kind(&self) -> &str {
        &self.kind
    }
    /// The version of its fields.
    pub const fn v(&self) -> u32 {
        self.v
    }
    /// Its number, if it has one.
    pub fn no(&self) -> Option<&str> {
        self.no.as_deref()
    }
    /// Where it happened; never finer than a compound.
    pub const fn area(&self) -> AreaId {
        self.area
    }
    /// The organisation that acted, if one did.
    pub const fn org(&self) -> Option<OrgId> {
        self.org
    }
    /// When it was recorded.
    pub const fn at(&self) -> Moment {
        self.at
    }

    /// A public number.
    pub fn int(&self, key: &str) -> Result<i64, Fault> {
        self.opt_int(key)?.ok_or_else(|| self.lacks(key))
    }
    /// A public number, if it was given.
    pub fn opt_int(&self, key: &str) -> Result<Option<i64>, Fault> {
        match self.public.get(key) {
            None => Ok(None),
            Some(v) => v.as_i64().map(Some).ok_or_else(|| self.lacks(key)),
        }
    }
    /// A public word.
    pub fn text(&self, key: &str) -> Result<&str, Fault> {
        self.opt_text(key)?.ok_or_else(|| self.lacks(key))
    }
    /// A public word, if it was given.
    pub fn opt_text(&self, key: &str) -> Result<Option<&str>, Fault> {
        match self.public.get(key) {
            None => Ok(None),
            Some(v) => v.as_str().map(Some).ok_or_else(|| self.lacks(key)),
        }
    }
    /// A public id.
    pub fn id_of<T: FromStr>(&self, key: &str) -> Result<T, Fault> {
        self.text(key)?.parse().map_err(|_| self.lacks(key))
    }
    /// A public id, if it was given.
    pub fn opt_id_of<T: FromStr>(&self, key: &str) -> Result<Option<T>, Fault> {
        self.opt_text(key)?.map(|t| t.parse().map_err(|_| self.lacks(key))).transpose()
    }
    /// A public time.
    pub fn moment(&self, key: &str) -> Result<Moment, Fault> {
        self.int(key).map(Moment::from_micros)
    }
    /// A public time, if it was given.
    pub fn opt_moment(&self, key: &str) -> Result<Option<Moment>, Fault> {
        Ok(self.opt_int(key)?.map(Moment::from_micros))
    }
    /// A public list; empty if it was not given.
    pub fn list(&self, key: &str) -> Result<&[Value], Fault> {
        match self.public.get(key) {
            None => Ok(&[]),
            Some(v) => v.as_array().map(Vec::as_slice).ok_or_else(|| self.lacks(key)),
        }
    }
    /// Whether a public field was given.
    pub fn has(&self, key: &str) -> bool {
        self.public.contains_key(key)
    }
    /// A sealed text; `None` if it was never given or has been erased: the column it goes to is nullable.
    pub fn sealed(&self, key: &str) -> Option<&str> {
        self.sealed.get(key).map(|s| s.value.as_str())
    }
    /// Whom a sealed text is about.
    pub fn subject(&self, key: &str) -> Option<PersonId> {
        self.sealed.get(key).and_then(|s| s.subject)
    }

    fn lacks(&self, key: &str) -> Fault {
        Fault::Damaged(format!("{} {} has no proper field {key}", self.kind, self.id))
    }
}
