//! Messages as state: written by apply.

use crate::sql;
use lianxin_base::{ActId, AreaId, Moment, OrgId, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Row, Tx, Value, params};
use std::collections::BTreeSet;
use std::fmt::Display;

/// A message as it stands: to a person, or to an organisation and perhaps one role in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `<act>/<n>`, or `<act>/<person>` of those that go to many people.
    pub id: String,
    /// Where.
    pub area: AreaId,
    /// To whom.
    pub person: Option<PersonId>,
    /// To which organisation.
    pub org: Option<OrgId>,
    /// To which role in it; `None` is everybody there.
    pub role: Option<String>,
    /// For somebody who is not in the register: the act whose texts say who they are.
    pub source: Option<ActId>,
    /// The act that caused it.
    pub act: ActId,
    /// The kind of notice, `system.what`.
    pub kind: String,
    /// What it is about: the id of a matter, a way, a seat.
    pub subject: String,
    /// When.
    pub at: Moment,
}

/// Writes the `n`th message of this act, to a person; from an apply. Each message of an act has its own `n`.
pub fn to_person(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    n: u32,
    person: PersonId,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    to_person_in(tx, rec, (n, rec.area()), person, kind, subject)
}

/// The same, lying in another area than the act: only who looks after that one is sent to tell them.
pub fn to_person_in(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    at: (u32, AreaId),
    person: PersonId,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    add(tx, rec, at, [person.into(), Value::Null, Value::Null, Value::Null], kind, subject)
}

/// Writes a message to each of these people, once; from an apply. A message bears its reader's id in the place of a number, so that
/// a replay without the erased gives the others the same ones.
pub fn to_each(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    people: impl IntoIterator<Item = PersonId>,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    let subject = subject.to_string();
    for person in BTreeSet::from_iter(people) {
        let id = format!("{}/{person}", rec.id());
        put(tx, rec, (id, rec.area()), [person.into(), Value::Null, Value::Null, Value::Null], kind, &subject)?;
    }
    Ok(())
}

/// Writes the `n`th message of this act, to somebody who is not in the register; from an apply. `source` is the act
/// whose texts `name`, `phone` and [`crate::HOW_FIELD`] say who they are and how they want to be told.
pub fn to_source(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    n: u32,
    source: ActId,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    to_source_in(tx, rec, (n, rec.area()), source, kind, subject)
}

/// The same, lying in another area than the act.
pub fn to_source_in(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    at: (u32, AreaId),
    source: ActId,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    add(tx, rec, at, [Value::Null, Value::Null, Value::Null, source.into()], kind, subject)
}

/// Writes the `n`th message of this act, to everybody in an organisation; from an apply.
pub fn to_org(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    n: u32,
    org: OrgId,
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    add(tx, rec, (n, rec.area()), [Value::Null, org.into(), Value::Null, Value::Null], kind, subject)
}

/// Writes the `n`th message of this act, to those in an organisation who hold a role; from an apply.
pub fn to_role(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    n: u32,
    (org, role): (OrgId, &str),
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    add(tx, rec, (n, rec.area()), [Value::Null, org.into(), role.into(), Value::Null], kind, subject)
}

/// Whether an organisation has had a message of this kind since a moment: from an apply that wants to say a thing once.
pub fn told(tx: &mut Tx<'_>, org: OrgId, kind: &'static str, since: Moment) -> Result<bool, Fault> {
    Ok(tx.row(sql::SENT_SINCE, params![org, since, kind], |_| Ok(()))?.is_some())
}

/// The same, of one subject only.
pub fn told_about(
    tx: &mut Tx<'_>,
    org: OrgId,
    kind: &'static str,
    subject: impl Display,
    since: Moment,
) -> Result<bool, Fault> {
    Ok(tx.row(sql::SENT_ABOUT, params![org, since, kind, subject.to_string()], |_| Ok(()))?.is_some())
}

fn add(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    (n, area): (u32, AreaId),
    to: [Value<'_>; 4],
    kind: &'static str,
    subject: impl Display,
) -> Result<(), Fault> {
    put(tx, rec, (format!("{}/{n}", rec.id()), area), to, kind, &subject.to_string())
}

fn put(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    (id, area): (String, AreaId),
    [person, org, role, source]: [Value<'_>; 4],
    kind: &'static str,
    subject: &str,
) -> Result<(), Fault> {
    let values = [
        id.into(),
        area.into(),
        person,
        org,
        role,
        rec.id().into(),
        kind.into(),
        subject.into(),
        rec.at().into(),
        source,
    ];
    tx.exec(sql::ADD, &values).map(|_| ())
}

/// The first ten columns of a row: those of a message.
pub(crate) fn read_message(row: &Row<'_>) -> Result<Message, Fault> {
    Ok(Message {
        id: row.text(0)?,
        area: row.id(1)?,
        person: row.opt_id(2)?,
        org: row.opt_id(3)?,
        role: row.opt_text(4)?,
        act: row.id(5)?,
        kind: row.text(6)?,
        subject: row.text(7)?,
        at: row.moment(8)?,
        source: row.opt_id(9)?,
    })
}
