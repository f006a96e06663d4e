//! The statements of surveys.

use super::rules::{Mark, Question};
use lianxin_base::{ActId, AreaId, Day, HouseholdId, Moment, OrgId, PersonId, vocabulary};
use lianxin_store::{Fault, Read, Row as Cells, Tx, params};

vocabulary! {
    /// What became of a survey.
    State {
        /// It is asked.
        Open = "open",
        /// It is counted.
        Closed = "closed",
    }
}

macro_rules! survey {
    ($tail:literal) => {
        concat!(
            "SELECT s.id, s.area, a.name, s.org, o.name, s.about, b.name, s.from_day, s.to_day, s.until_at, s.state, s.homes \
             FROM council_survey s LEFT JOIN register_area a ON a.id = s.area \
             LEFT JOIN register_org o ON o.id = s.org LEFT JOIN register_org b ON b.id = s.about ",
            $tail
        )
    };
}

/// Who lives in a compound on a day; answering the phone for somebody is not living there.
const PEOPLE: &str = "SELECT DISTINCT r.person FROM register_household h JOIN register_relation r ON r.household = h.id \
                      WHERE h.area = $1 AND r.kind <> 'contact' AND r.since <= $2 AND (r.until IS NULL OR r.until >= $2) \
                      ORDER BY r.person";
const ADD: &str = "INSERT INTO council_survey(id, area, org, about, from_day, to_day, until_at, asked_at, state) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, 'open')";
const ONE: &str = survey!("WHERE s.id = $1");
const OF_AREA: &str = survey!("WHERE s.area = $1 ORDER BY s.asked_at DESC, s.id DESC");
const NEWEST: &str = survey!("ORDER BY s.asked_at DESC, s.id DESC LIMIT $1");
const END: &str = "UPDATE council_survey SET state = 'closed', ended_at = $2, homes = $3 WHERE id = $1";
const COUNT: &str = "INSERT INTO council_survey_count(survey, question, mark, n) VALUES($1, $2, $3, $4)";
const COUNTS: &str = "SELECT question, mark, n FROM council_survey_count WHERE survey = $1";
const ANSWER: &str = "INSERT INTO council_survey_answer(act, survey, area, person, household, marks, at, how, counts) \
                      VALUES($1, $2, $3, $4, $5, $6, $7, $8, 1)";
const REPLACED: &str = "UPDATE council_survey_answer SET counts = 0 WHERE act = $1";
const OWN: &str = "SELECT act, how FROM council_survey_answer \
                   WHERE survey = $1 AND counts = 1 AND (person = $2 OR household = $3) ORDER BY at, act";
const ANSWERS: &str = "SELECT marks FROM council_survey_answer WHERE survey = $1 AND counts = 1 ORDER BY at, act";
const HOMES: &str = "SELECT COUNT(*) FROM council_survey_answer WHERE survey = $1 AND counts = 1";
const FORGET: &str = "DELETE FROM council_survey_answer WHERE act = $1";
const BEFORE: &str = "SELECT t.act, t.field FROM council_survey s JOIN council_survey_answer a ON a.survey = s.id \
                      JOIN journal_text t ON t.act = a.act AND t.field IN ('voter', 'household', 'chosen') \
                      WHERE s.ended_at < $1 ORDER BY s.ended_at, t.act, t.field LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("survey_people", PEOPLE),
    ("survey_add", ADD),
    ("survey_one", ONE),
    ("survey_of_area", OF_AREA),
    ("survey_newest", NEWEST),
    ("survey_end", END),
    ("survey_count", COUNT),
    ("survey_counts", COUNTS),
    ("survey_answer", ANSWER),
    ("survey_replaced", REPLACED),
    ("survey_own", OWN),
    ("survey_answers", ANSWERS),
    ("survey_homes", HOMES),
    ("survey_forget", FORGET),
    ("survey_answers_before", BEFORE),
];

/// A survey.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The act that asked it.
    pub id: ActId,
    /// The compound.
    pub area: AreaId,
    /// Its name.
    pub area_name: String,
    /// Who asks.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// Whose service it is.
    pub about: OrgId,
    /// Their name.
    pub about_name: String,
    /// The first day of the service that is asked about.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// The last moment to answer.
    pub until: Moment,
    /// What became of it.
    pub state: State,
    /// How many households had answered when it closed, if five or more.
    pub homes: Option<i64>,
}

fn survey(row: &Cells<'_>) -> Result<Survey, Fault> {
    let state = row.text(10)?.parse().map_err(|()| Fault::Damaged("a survey in an unknown state".into()))?;
    Ok(Survey {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.opt_text(2)?.unwrap_or_default(),
        org: row.id(3)?,
        org_name: row.opt_text(4)?.unwrap_or_default(),
        about: row.id(5)?,
        about_name: row.opt_text(6)?.unwrap_or_default(),
        from: row.day(7)?,
        to: row.day(8)?,
        until: row.moment(9)?,
        state,
        homes: row.opt_int(11)?,
    })
}

/// A survey to be kept.
pub(super) struct NewRow {
    pub(super) id: ActId,
    pub(super) area: AreaId,
    pub(super) org: OrgId,
    pub(super) about: OrgId,
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) until: Moment,
    pub(super) at: Moment,
}

pub(super) fn add(tx: &mut Tx<'_>, x: &NewRow) -> Result<(), Fault> {
    tx.exec(ADD, params![x.id, x.area, x.org, x.about, x.from, x.to, x.until, x.at]).map(|_| ())
}

/// Who lives in a compound, each once.
pub(super) fn people(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<PersonId>, Fault> {
    r.rows(PEOPLE, params![area, on], |row| row.id(0))
}

/// A survey.
///
/// # Errors
/// The database's trouble.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Survey>, Fault> {
    r.row(ONE, params![id], survey)
}

/// Every survey of a compound, the newest first.
///
/// # Errors
/// The database's trouble.
pub fn of_area(r: &mut Read<'_>, area: AreaId) -> Result<Vec<Survey>, Fault> {
    r.rows(OF_AREA, params![area], survey)
}

/// The newest, wherever they are asked.
pub(super) fn newest(r: &mut Read<'_>, n: i64) -> Result<Vec<Survey>, Fault> {
    r.rows(NEWEST, params![n], survey)
}

pub(super) fn end(tx: &mut Tx<'_>, id: ActId, at: Moment, homes: Option<i64>) -> Result<(), Fault> {
    tx.exec(END, params![id, at, homes]).map(|_| ())
}

pub(super) fn count(tx: &mut Tx<'_>, id: ActId, (q, mark): (Question, Mark), n: i64) -> Result<(), Fault> {
    tx.exec(COUNT, params![id, q.name(), mark.name(), n]).map(|_| ())
}

/// How often each mark was given when it closed; nothing where fewer than five households answered.
///
/// # Errors
/// The database's trouble.
pub fn counts(r: &mut Read<'_>, id: ActId) -> Result<Vec<(Question, Mark, i64)>, Fault> {
    let bad = |()| Fault::Damaged("a count of an unknown question".into());
    r.rows(COUNTS, params![id], |row| {
        Ok((row.text(0)?.parse().map_err(bad)?, row.text(1)?.parse().map_err(bad)?, row.int(2)?))
    })
}

pub(super) fn answer(
    tx: &mut Tx<'_>,
    (act, id, area): (ActId, ActId, AreaId),
    (person, household): (PersonId, Option<HouseholdId>),
    (marks, how): (&str, Option<&str>),
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(ANSWER, params![act, id, area, person, household, marks, at, how]).map(|_| ())
}

pub(super) fn replaced(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(REPLACED, params![act]).map(|_| ())
}

/// An answer that counts.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) act: ActId,
    /// How they were asked, when a worker wrote it down.
    pub(super) how: Option<String>,
}

/// The answers of a household, or of somebody who has none.
pub(super) fn own(
    r: &mut Read<'_>,
    id: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
) -> Result<Vec<Row>, Fault> {
    r.rows(OWN, params![id, person, household], |row| Ok(Row { act: row.id(0)?, how: row.opt_text(1)? }))
}

pub(super) fn answers(r: &mut Read<'_>, id: ActId) -> Result<Vec<String>, Fault> {
    r.rows(ANSWERS, params![id], |row| row.text(0))
}

/// How many households have answered.
pub(super) fn homes(r: &mut Read<'_>, id: ActId) -> Result<i64, Fault> {
    Ok(r.row(HOMES, params![id], |row| row.int(0))?.unwrap_or(0))
}

pub(super) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

/// Act and field of what was answered in surveys that closed before a moment.
pub(crate) fn answers_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}
