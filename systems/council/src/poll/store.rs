//! The statements of polls.

use super::field;
use super::rules::CHOICES_MAX;
use crate::store::Matter;
use lianxin_base::{ActId, AreaId, HouseholdId, MatterId, Moment, OrgId, PersonId, vocabulary};
use lianxin_store::{Fault, Read, Row as Cells, Tx, params};

vocabulary! {
    /// What became of a poll.
    State {
        /// It is asked.
        Open = "open",
        /// It is counted.
        Closed = "closed",
        /// It was taken back.
        Off = "off",
    }
}

macro_rules! poll {
    ($tail:literal) => {
        concat!(
            "SELECT p.id, p.matter, p.org, o.name, p.choices, p.until_at, p.state, p.homes, w.value \
             FROM council_poll p LEFT JOIN register_org o ON o.id = p.org \
             LEFT JOIN journal_text w ON w.act = p.id AND w.field = 'words' ",
            $tail
        )
    };
}

const ADD: &str = "INSERT INTO council_poll(id, matter, area, org, choices, until_at, asked_at, state) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, 'open')";
const ONE: &str = poll!("WHERE p.id = $1");
const OF_MATTER: &str = poll!("WHERE p.matter = $1 ORDER BY p.asked_at, p.id");
const END: &str = "UPDATE council_poll SET state = $2, ended_at = $3, homes = $4 WHERE id = $1";
const COUNT: &str = "INSERT INTO council_poll_count(poll, chosen, n) VALUES($1, $2, $3)";
const COUNTS: &str = "SELECT n FROM council_poll_count WHERE poll = $1 ORDER BY chosen";
const ANSWER: &str = "INSERT INTO council_poll_answer(act, poll, area, person, household, chosen, how, counts, at) \
                      VALUES($1, $2, $3, $4, $5, $6, $7, 1, $8)";
const REPLACED: &str = "UPDATE council_poll_answer SET counts = 0 WHERE act = $1";
const OWN: &str = "SELECT act, chosen, how FROM council_poll_answer \
                   WHERE poll = $1 AND counts = 1 AND (person = $2 OR household = $3) ORDER BY at, act";
const CHOSEN: &str = "SELECT chosen FROM council_poll_answer WHERE poll = $1 AND counts = 1";
const HOMES: &str = "SELECT COUNT(*) FROM council_poll_answer WHERE poll = $1 AND counts = 1";
const FORGET: &str = "DELETE FROM council_poll_answer WHERE act = $1";
const BEFORE: &str = "SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                      JOIN council_poll p ON p.matter = m.id JOIN council_poll_answer a ON a.poll = p.id \
                      JOIN journal_text t ON t.act = a.act AND t.field IN ('voter', 'household', 'chosen') \
                      WHERE w.ended_at < $1 ORDER BY w.ended_at, t.act, t.field LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("poll_add", ADD),
    ("poll_one", ONE),
    ("poll_of_matter", OF_MATTER),
    ("poll_end", END),
    ("poll_count", COUNT),
    ("poll_counts", COUNTS),
    ("poll_answer", ANSWER),
    ("poll_replaced", REPLACED),
    ("poll_own", OWN),
    ("poll_chosen", CHOSEN),
    ("poll_homes", HOMES),
    ("poll_forget", FORGET),
    ("poll_answers_before", BEFORE),
];

/// A poll.
#[derive(Clone, Debug)]
pub struct Poll {
    /// The act that asked it.
    pub id: ActId,
    /// The matter.
    pub matter: MatterId,
    /// Who asks.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// How many there are to choose from.
    pub choices: i64,
    /// Its last moment.
    pub until: Moment,
    /// What became of it.
    pub state: State,
    /// How many households had answered when it closed, if five or more.
    pub homes: Option<i64>,
    /// What is asked; none once it was erased.
    pub question: Option<String>,
}

fn poll(row: &Cells<'_>) -> Result<Poll, Fault> {
    let state = row.text(6)?.parse().map_err(|()| Fault::Damaged("a poll in an unknown state".into()))?;
    Ok(Poll {
        id: row.id(0)?,
        matter: row.id(1)?,
        org: row.id(2)?,
        org_name: row.opt_text(3)?.unwrap_or_default(),
        choices: row.int(4)?,
        until: row.moment(5)?,
        state,
        homes: row.opt_int(7)?,
        question: row.opt_text(8)?,
    })
}

pub(super) fn add(
    tx: &mut Tx<'_>,
    id: ActId,
    m: &Matter,
    org: OrgId,
    (choices, until, at): (i64, Moment, Moment),
) -> Result<(), Fault> {
    tx.exec(ADD, params![id, m.id, m.area, org, choices, until, at]).map(|_| ())
}

/// A poll.
///
/// # Errors
/// The database's trouble.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Poll>, Fault> {
    r.row(ONE, params![id], poll)
}

/// Every poll of a matter, the first one first.
///
/// # Errors
/// The database's trouble.
pub fn of_matter(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Poll>, Fault> {
    r.rows(OF_MATTER, params![matter], poll)
}

/// What there is to choose; none for words that were erased.
pub(super) fn choices(r: &mut Read<'_>, p: &Poll) -> Result<Vec<Option<String>>, Fault> {
    let n = usize::try_from(p.choices).unwrap_or(0).min(CHOICES_MAX);
    (1..=n).map(|n| lianxin_journal::text(r, p.id, &field(n))).collect()
}

pub(super) fn end(tx: &mut Tx<'_>, id: ActId, state: State, at: Moment, homes: Option<i64>) -> Result<(), Fault> {
    tx.exec(END, params![id, state.name(), at, homes]).map(|_| ())
}

pub(super) fn count(tx: &mut Tx<'_>, poll: ActId, chosen: i64, n: i64) -> Result<(), Fault> {
    tx.exec(COUNT, params![poll, chosen, n]).map(|_| ())
}

/// How often each was chosen when it closed; nothing where fewer than five households answered.
///
/// # Errors
/// The database's trouble.
pub fn counts(r: &mut Read<'_>, poll: ActId) -> Result<Vec<i64>, Fault> {
    r.rows(COUNTS, params![poll], |row| row.int(0))
}

/// An answer to be kept.
pub(super) struct NewRow {
    pub(super) act: ActId,
    pub(super) poll: ActId,
    pub(super) area: AreaId,
    pub(super) person: PersonId,
    pub(super) household: Option<HouseholdId>,
    pub(super) chosen: i64,
}

pub(super) fn answer(tx: &mut Tx<'_>, x: &NewRow, how: Option<&str>, at: Moment) -> Result<(), Fault> {
    tx.exec(ANSWER, params![x.act, x.poll, x.area, x.person, x.household, x.chosen, how, at]).map(|_| ())
}

pub(super) fn replaced(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(REPLACED, params![act]).map(|_| ())
}

/// An answer that counts.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) act: ActId,
    pub(super) chosen: i64,
    /// A worker wrote it down.
    pub(super) by_desk: bool,
}

pub(super) fn own(
    r: &mut Read<'_>,
    poll: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
) -> Result<Vec<Row>, Fault> {
    r.rows(OWN, params![poll, person, household], |row| {
        Ok(Row { act: row.id(0)?, chosen: row.int(1)?, by_desk: row.opt_text(2)?.is_some() })
    })
}

pub(super) fn chosen(r: &mut Read<'_>, poll: ActId) -> Result<Vec<i64>, Fault> {
    r.rows(CHOSEN, params![poll], |row| row.int(0))
}

/// How many households have answered.
pub(super) fn homes(r: &mut Read<'_>, poll: ActId) -> Result<i64, Fault> {
    Ok(r.row(HOMES, params![poll], |row| row.int(0))?.unwrap_or(0))
}

pub(super) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

/// Act and field of what was answered in matters that were closed before a moment.
pub(crate) fn answers_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}
