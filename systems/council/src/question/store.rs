//! The statements of questions.

use crate::store::Matter;
use lianxin_base::{ActId, MatterId, Moment, OrgId, PersonId};
use lianxin_store::{Fault, Read, Row as Cells, Tx, params};

macro_rules! question {
    ($tail:literal) => {
        concat!(
            "SELECT q.entry, q.matter, q.org, o.name, q.asked_at, q.due_at, q.answer, w.value, h.act \
             FROM council_question q LEFT JOIN register_org o ON o.id = q.org \
             LEFT JOIN journal_text w ON w.act = q.entry AND w.field = 'words' \
             LEFT JOIN council_hidden h ON h.entry = q.entry ",
            $tail
        )
    };
}

const ADD: &str =
    "INSERT INTO council_question(entry, matter, area, org, asked_at, due_at) VALUES($1, $2, $3, $4, $5, $6)";
const ANSWER: &str = "UPDATE council_question SET answer = $2, answered_at = $3 WHERE entry = $1";
const ONE: &str = question!("WHERE q.entry = $1");
const ALL: &str = question!("WHERE q.matter = $1 ORDER BY q.asked_at, q.entry");
const WAITING: &str = question!(
    "JOIN council_matter m ON m.id = q.matter JOIN path_way p ON p.id = m.way \
     WHERE q.org = $1 AND q.answer IS NULL AND p.ended_at IS NULL AND h.act IS NULL AND w.value IS NOT NULL \
     AND (m.about IS NULL OR m.about <> q.org) AND (m.about_too IS NULL OR m.about_too <> q.org) \
     ORDER BY q.due_at, q.entry LIMIT $2"
);
const ASKER: &str =
    "SELECT e.person FROM council_question q JOIN council_entry e ON e.act = q.entry WHERE q.entry = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("question_add", ADD),
    ("question_answer", ANSWER),
    ("question_one", ONE),
    ("question_all", ALL),
    ("question_waiting", WAITING),
    ("question_asker", ASKER),
];

/// A question to a party.
#[derive(Clone, Debug)]
pub struct Row {
    /// The entry that asks it.
    pub entry: ActId,
    /// The matter.
    pub matter: MatterId,
    /// Who is asked.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// When it was asked.
    pub asked_at: Moment,
    /// By when they are to answer.
    pub due_at: Moment,
    /// The act that answers it.
    pub answer: Option<ActId>,
    /// What is asked; none once it was erased.
    pub words: Option<String>,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Row {
    /// Whether there is something to be answered.
    pub(crate) fn waits(&self) -> bool {
        self.answer.is_none() && self.words.is_some() && !self.hidden
    }
}

fn row(row: &Cells<'_>) -> Result<Row, Fault> {
    Ok(Row {
        entry: row.id(0)?,
        matter: row.id(1)?,
        org: row.id(2)?,
        org_name: row.opt_text(3)?.unwrap_or_default(),
        asked_at: row.moment(4)?,
        due_at: row.moment(5)?,
        answer: row.opt_id(6)?,
        words: row.opt_text(7)?,
        hidden: row.opt_text(8)?.is_some(),
    })
}

pub(super) fn add(tx: &mut Tx<'_>, entry: ActId, m: &Matter, org: OrgId, at: Moment, due: Moment) -> Result<(), Fault> {
    tx.exec(ADD, params![entry, m.id, m.area, org, at, due]).map(|_| ())
}

pub(super) fn answer(tx: &mut Tx<'_>, entry: ActId, act: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(ANSWER, params![entry, act, at]).map(|_| ())
}

/// A question.
///
/// # Errors
/// The database's trouble.
pub fn one(r: &mut Read<'_>, entry: ActId) -> Result<Option<Row>, Fault> {
    r.row(ONE, params![entry], row)
}

/// Every question of a matter, the first one first.
///
/// # Errors
/// The database's trouble.
pub fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Row>, Fault> {
    r.rows(ALL, params![matter], row)
}

/// What waits for an organisation's answer, what is due first on top.
///
/// # Errors
/// The database's trouble.
pub fn waiting(r: &mut Read<'_>, org: OrgId, n: i64) -> Result<Vec<Row>, Fault> {
    r.rows(WAITING, params![org, n], row)
}

/// Who asked, if the register knows them still.
pub(super) fn asker(r: &mut Read<'_>, entry: ActId) -> Result<Option<PersonId>, Fault> {
    Ok(r.row(ASKER, params![entry], |row| row.opt_id(0))?.flatten())
}
