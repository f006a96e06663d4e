//! The inbox: what reached somebody, newest first, and what of it is new.

use crate::message::read_message;
use crate::{Message, sql};
use lianxin_base::{Moment, OrgId, PersonId};
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;
use std::fmt::Display;

/// How many of the newest messages are looked at for what is new; older ones count as seen.
const NEW_AMONG: u32 = 200;

/// Whoever opens an inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub(crate) name: String,
    person: Option<PersonId>,
    desks: Vec<Desk>,
}

/// A place in an organisation at which messages arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The organisation.
    pub org: OrgId,
    /// The role held there; `None` gets only what is for everybody there.
    pub role: Option<String>,
}

impl Reader {
    /// A resident; `seen` is noted under their name.
    pub fn person(person: PersonId) -> Self {
        Self { name: format!("person {person}"), person: Some(person), desks: Vec::new() }
    }

    /// Somebody in a seat who is not in the register; `seen` is noted under the seat.
    pub fn seat(seat: impl Display) -> Self {
        Self { name: format!("seat {seat}"), person: None, desks: Vec::new() }
    }

    /// Who also reads what arrives in an organisation.
    #[must_use]
    pub fn at(mut self, org: OrgId, role: Option<&str>) -> Self {
        self.desks.push(Desk { org, role: role.map(Into::into) });
        self
    }

    fn may_read(&self, m: &Message) -> bool {
        let at_desk = |d: &Desk| Some(d.org) == m.org && (m.role.is_none() || d.role == m.role);
        m.person.is_some() && m.person == self.person || self.desks.iter().any(at_desk)
    }
}

/// A place in an inbox: what comes after is older.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When the last message shown was written.
    pub at: Moment,
    /// Its id.
    pub id: String,
}

/// A message in somebody's inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inboxed {
    /// The message.
    pub message: Message,
    /// When this reader first opened it; `None` is new.
    pub seen: Option<Moment>,
}

impl Inboxed {
    /// Where the next page begins if this is the last one shown.
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.message.at, id: self.message.id.clone() }
    }
}

/// What reached a reader, newest first: at most `limit`, older than `after`.
pub fn inbox(r: &mut Read<'_>, who: &Reader, after: Option<&Cursor>, limit: u32) -> Result<Vec<Inboxed>, Fault> {
    let (at, id) = after.map_or((Moment::from_micros(i64::MAX), ""), |c| (c.at, c.id.as_str()));
    let mut all = BTreeMap::new();
    let mut put = |row: &Row<'_>| {
        let one = inboxed(row)?;
        all.insert((one.message.at, one.message.id.clone()), one);
        Ok(())
    };
    if let Some(person) = who.person {
        r.each(sql::OF_PERSON, params![person, &who.name, at, id, limit], &mut put)?;
    }
    for desk in &who.desks {
        // No role is called by the empty word, so it finds what is for everybody.
        let role = desk.role.as_deref().unwrap_or("");
        r.each(sql::OF_ORG, params![desk.org, &who.name, at, id, limit, role], &mut put)?;
    }
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(all.into_values().rev().take(limit).collect())
}

/// How many of a reader's newest messages are new; at most the newest 200 are looked at.
pub fn unread(r: &mut Read<'_>, who: &Reader) -> Result<usize, Fault> {
    Ok(inbox(r, who, None, NEW_AMONG)?.iter().filter(|m| m.seen.is_none()).count())
}

/// One message, if it reached this reader.
pub fn message(r: &mut Read<'_>, who: &Reader, id: &str) -> Result<Option<Inboxed>, Fault> {
    Ok(r.row(sql::ONE, params![id, &who.name], inboxed)?.filter(|m| who.may_read(&m.message)))
}

/// Notes, inside `db.keep`, that a reader opened messages; those that never reached them are left alone.
pub fn mark_seen<S: AsRef<str>>(tx: &mut Tx<'_>, who: &Reader, ids: &[S]) -> Result<(), Fault> {
    let now = tx.now();
    for id in ids {
        if message(tx, who, id.as_ref())?.is_some_and(|m| m.seen.is_none()) {
            tx.exec(sql::SEE, params![id.as_ref(), &who.name, now])?;
        }
    }
    Ok(())
}

fn inboxed(row: &Row<'_>) -> Result<Inboxed, Fault> {
    Ok(Inboxed { message: read_message(row)?, seen: row.opt_moment(10)? })
}
