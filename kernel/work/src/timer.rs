//! Timers as state: written by apply, read by finders.

use crate::sql;
use lianxin_base::{ActId, AreaId, Moment};
use lianxin_journal::{By, Head, Recorded};
use lianxin_store::{Db, Fault, Read, Row, Stop, Tx, params};
use std::fmt::Display;

/// A kind of timer and the act function it calls.
#[derive(Clone, Copy)]
pub struct TimerKind {
    /// `system.what`, as it stands in the table.
    pub kind: &'static str,
    /// Records the act the timer stands for, with [`Due::head`], if [`is_open`] still says so inside the command.
    /// The act's apply ends the timer ([`done`], [`clear`], or [`set`] of the next one); coming back with the timer
    /// still open is a fault.
    pub run: fn(&Db, Due) -> Result<(), Stop>,
}

/// A timer that fell due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// `<act>/<kind>/<subject>`, the act being the one that set it.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it is about: the id of a way, a ballot, a seat.
    pub subject: String,
    /// Where.
    pub area: AreaId,
    /// When it was to run.
    pub due_at: Moment,
    /// When it runs; much later than `due_at` if the machine was off, so an act can say both.
    pub now: Moment,
}

impl Due {
    /// The token of the act it causes: a timer that runs twice records once.
    pub fn token(&self) -> String {
        format!("timer/{}", self.id)
    }

    /// The head of the act it causes: a new id, by the clock, carrying the token.
    pub fn head(&self, db: &Db) -> Head {
        Head {
            id: ActId::new(db.chance(), self.now),
            area: self.area,
            by: By::Clock,
            no: None,
            token: Some(self.token()),
        }
    }
}

/// Sets a timer, from an apply. One timer of a kind runs for a subject at a time: an open one is ended by this act.
pub fn set(
    tx: &mut Tx<'_>,
    kind: &'static str,
    subject: impl Display,
    due_at: Moment,
    rec: &Recorded,
) -> Result<(), Fault> {
    let subject = subject.to_string();
    clear(tx, kind, &subject, rec)?;
    let id = format!("{}/{kind}/{subject}", rec.id());
    tx.exec(sql::SET, params![id, rec.area(), kind, subject, due_at, rec.id()]).map(|_| ())
}

/// Ends the open timer of a kind for a subject, from an apply; none is fine.
pub fn clear(tx: &mut Tx<'_>, kind: &str, subject: impl Display, rec: &Recorded) -> Result<(), Fault> {
    tx.exec(sql::CLEAR, params![kind, subject.to_string(), rec.id(), rec.at()]).map(|_| ())
}

/// Ends the timer whose act this is, from its apply; one that is ended already stays as it is.
pub fn done(tx: &mut Tx<'_>, timer: &str, rec: &Recorded) -> Result<(), Fault> {
    tx.exec(sql::DONE, params![timer, rec.id(), rec.at()]).map(|_| ())
}

/// Whether a timer has neither run nor been cleared: the first thing a timer's act function asks inside its command,
/// so that a second run, or one that lost the race with a person's act, records nothing.
pub fn is_open(r: &mut Read<'_>, timer: &str) -> Result<bool, Fault> {
    Ok(r.row(sql::OPEN, params![timer], |row| row.int(0))?.is_some())
}

/// When the open timer of a kind for a subject falls due.
pub fn due_at(r: &mut Read<'_>, kind: &str, subject: impl Display) -> Result<Option<Moment>, Fault> {
    r.row(sql::DUE_AT, params![kind, subject.to_string()], |row| row.moment(0))
}

/// The next page of open timers due at `now`, after the one given.
pub(crate) fn due_page(r: &mut Read<'_>, now: Moment, after: &(Moment, String), page: i64) -> Result<Vec<Due>, Fault> {
    r.rows(sql::DUE, params![now, after.0, &after.1, page], |row| due_of(row, now))
}

/// When the next open timer after `now` falls due.
pub(crate) fn next_after(r: &mut Read<'_>, now: Moment) -> Result<Option<Moment>, Fault> {
    r.row(sql::NEXT, params![now], |row| row.moment(0))
}

fn due_of(row: &Row<'_>, now: Moment) -> Result<Due, Fault> {
    Ok(Due {
        id: row.text(0)?,
        area: row.id(1)?,
        kind: row.text(2)?,
        subject: row.text(3)?,
        due_at: row.moment(4)?,
        now,
    })
}
