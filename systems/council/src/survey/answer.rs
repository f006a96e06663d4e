//! What a household answers, once, by whoever of it is signed in; or what a worker who is not of the organisation writes down for it.

use super::rules::{Answering, Mark, may_answer, read, written};
use super::{of, store, theirs};
use crate::course::Author;
use crate::join::{household, lives_there};
use crate::rules::Refusal as Course;
use lianxin_base::{ActId, Day, HouseholdId, OrgId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use serde_json::Value;

/// Its sealed fields: who answered, for which household, what.
pub(crate) const FIELDS: [&str; 3] = ["voter", "household", "chosen"];

/// A household's answer.
pub struct SurveyAnswer {
    survey: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
    marks: Vec<Mark>,
    how: Option<String>,
    /// What was written down for the household, which this takes the place of.
    before: Vec<ActId>,
}

impl Act for SurveyAnswer {
    const KIND: &'static str = "council.survey_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("survey", self.survey);
        leaf.opt_text("how", self.how.as_deref());
        leaf.int("home", self.household.is_some());
        if !self.before.is_empty() {
            leaf.list("before", self.before.iter().map(|act| Value::String(act.to_string())).collect());
        }
        let whose = Some(self.person);
        leaf.seal("voter", whose, &self.person.to_string());
        leaf.opt_seal("household", whose, self.household.map(|h| h.to_string()).as_deref());
        leaf.seal("chosen", whose, &written(&self.marks));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let survey = of(rec, tx)?;
        for act in rec.list("before")? {
            let act = act.as_str().and_then(|act| act.parse().ok());
            let act = act.ok_or_else(|| Fault::Damaged(format!("{} replaces what is no act", rec.id())))?;
            store::replaced(tx, act)?;
        }
        // Any of it erased, it is no answer; an erasure drops its row likewise.
        let home: Option<HouseholdId> = rec.sealed("household").and_then(|h| h.parse().ok());
        let whole = home.is_some() == (rec.int("home")? != 0);
        match (rec.subject("voter"), rec.sealed("chosen")) {
            (Some(person), Some(marks)) if whole => {
                let said = (marks, rec.opt_text("how")?);
                store::answer(tx, (rec.id(), survey.id, rec.area()), (person, home), said, rec.at())
            }
            _ => Ok(()),
        }
    }
}

/// What somebody answers.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// Which survey.
    pub survey: ActId,
    /// Who.
    pub person: PersonId,
    /// What they say to each question, in their order.
    pub marks: Vec<Option<Mark>>,
    /// Who writes it down, if they do not say it for themselves.
    pub desk: Option<Desk>,
}

/// A worker who writes down what a household says.
#[derive(Clone, Debug)]
pub struct Desk {
    /// How the household was asked.
    pub how: String,
    /// Of which organisations the worker is.
    pub orgs: Vec<OrgId>,
}

/// What a household has answered.
pub(super) fn before(
    r: &mut Read<'_>,
    survey: &store::Survey,
    person: PersonId,
    on: Day,
) -> Result<(Option<HouseholdId>, Vec<store::Row>), Fault> {
    let home = household(r, person, survey.area, on)?;
    Ok((home, store::own(r, survey.id, person, home)?))
}

/// Answers.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(tx: &mut Tx<'_>, author: &Author, new: &NewAnswer) -> Result<Receipt, Stop> {
    let survey = store::one(tx, new.survey)?.ok_or(Course::NoMatter)?;
    let now = tx.now();
    let here = lives_there(tx, new.person, survey.area)?;
    let (household, rows) = before(tx, &survey, new.person, now.day())?;
    let theirs = match &new.desk {
        Some(_) if !author.scope.covers(survey.area) => return Err(Course::NoMatter.into()),
        Some(desk) => theirs(tx, (survey.area, survey.about), &desk.orgs, now.day())?,
        None => false,
    };
    let asked = Answering {
        open: survey.state == store::State::Open && now < survey.until,
        here,
        themselves: rows.iter().any(|row| row.how.is_none()),
        written: rows.iter().any(|row| row.how.is_some()),
        by_desk: new.desk.is_some(),
        theirs,
    };
    let marks = may_answer(&asked, &new.marks)?;
    let how = new.desk.as_ref().map(|desk| desk.how.clone());
    let before = rows.iter().map(|row| row.act).collect();
    let act = SurveyAnswer { survey: survey.id, person: new.person, household, marks, how, before };
    Ok(record(tx, author.head(survey.area), &act)?)
}

/// What a stored answer says.
pub(super) fn marks(stored: &str) -> Result<Vec<Mark>, Fault> {
    read(stored).ok_or_else(|| Fault::Damaged("an answer to a survey that cannot be read".into()))
}
