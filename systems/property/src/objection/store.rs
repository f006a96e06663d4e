//! The statements of objections to a roll.

use super::{Outcome, What};
use lianxin_base::{ActId, Moment, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT o.act, o.vote, o.what, o.person, o.at, o.outcome, o.answered_at, p.value, w.value, a.value \
             FROM property_objection o \
             LEFT JOIN journal_text p ON p.act = o.act AND p.field = 'place' \
             LEFT JOIN journal_text w ON w.act = o.act AND w.field = 'words' \
             LEFT JOIN journal_text a ON a.act = o.answer AND a.field = 'words' ",
            $where
        )
    };
}

const ADD: &str = "INSERT INTO property_objection(act, vote, area, what, person, at) VALUES($1, $2, $3, $4, $5, $6)";
const ANSWER: &str = "UPDATE property_objection SET answer = $2, outcome = $3, answered_at = $4 WHERE act = $1";
const ONE: &str = columns!("WHERE o.act = $1");
const OF_VOTE: &str = columns!("WHERE o.vote = $1 ORDER BY o.at, o.act");
const OF_PERSON: &str = columns!("WHERE o.vote = $1 AND o.person = $2 ORDER BY o.at, o.act");
const TOTALS: &str = "SELECT count(*), count(answer) FROM property_objection WHERE vote = $1";
const FORGET: &str = "UPDATE property_objection SET person = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("objection_add", ADD),
    ("objection_answer", ANSWER),
    ("objection_one", ONE),
    ("objection_of_vote", OF_VOTE),
    ("objection_of_person", OF_PERSON),
    ("objection_totals", TOTALS),
    ("objection_forget", FORGET),
];

/// An objection as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Objection {
    pub(crate) act: ActId,
    pub(crate) vote: ActId,
    pub(crate) what: What,
    /// Who; nobody where a worker wrote it down, or once they are erased.
    pub(crate) person: Option<PersonId>,
    pub(crate) at: Moment,
    /// What came of it, and when.
    pub(crate) answered: Option<(Outcome, Moment)>,
    /// The door, as it was written.
    pub(crate) place: String,
    pub(crate) words: String,
    pub(crate) answer: String,
}

impl Objection {
    /// Whether it was answered when the roll of its vote was frozen already.
    pub(crate) fn too_late(&self, frozen: Option<Moment>) -> bool {
        self.answered.zip(frozen).is_some_and(|((_, at), frozen)| at >= frozen)
    }
}

fn objection(row: &Row<'_>) -> Result<Objection, Fault> {
    let outcome: Option<Outcome> = row.opt_text(5)?.and_then(|word| word.parse().ok());
    Ok(Objection {
        act: row.id(0)?,
        vote: row.id(1)?,
        what: row.word(2)?,
        person: row.opt_id(3)?,
        at: row.moment(4)?,
        answered: outcome.zip(row.opt_moment(6)?),
        place: row.opt_text(7)?.unwrap_or_default(),
        words: row.opt_text(8)?.unwrap_or_default(),
        answer: row.opt_text(9)?.unwrap_or_default(),
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<Objection>, Fault> {
    r.row(ONE, params![act], objection)
}

/// Those of a vote, as they came.
pub(crate) fn of_vote(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Objection>, Fault> {
    r.rows(OF_VOTE, params![vote], objection)
}

/// Those somebody has made themselves.
pub(crate) fn of_person(r: &mut Read<'_>, vote: ActId, person: PersonId) -> Result<Vec<Objection>, Fault> {
    r.rows(OF_PERSON, params![vote, person], objection)
}

/// How many there are, and how many were answered: all that everybody sees.
pub(crate) fn totals(r: &mut Read<'_>, vote: ActId) -> Result<(i64, i64), Fault> {
    Ok(r.row(TOTALS, params![vote], |row| Ok((row.int(0)?, row.int(1)?)))?.unwrap_or_default())
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    let values = params![rec.id(), vote, rec.area(), rec.text("what")?, rec.subject("objector"), rec.at()];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn answer(tx: &mut Tx<'_>, rec: &Recorded, objection: ActId) -> Result<(), Fault> {
    tx.exec(ANSWER, params![objection, rec.id(), rec.text("outcome")?, rec.at()]).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
