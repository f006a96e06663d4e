//! What a household answers, once, by whoever of it is signed in.

use super::rules::{Answering, Mark, may_answer, read, written};
use super::{of, store};
use crate::course::Author;
use crate::join::{household, lives_there};
use crate::rules::Refusal as Course;
use lianxin_base::{ActId, Day, HouseholdId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};

/// Its sealed fields: who answered, for which household, what.
pub(crate) const FIELDS: [&str; 3] = ["voter", "household", "chosen"];

/// A household's answer.
pub struct SurveyAnswer {
    survey: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
    marks: Vec<Mark>,
}

impl Act for SurveyAnswer {
    const KIND: &'static str = "council.survey_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("survey", self.survey);
        leaf.int("home", self.household.is_some());
        let whose = Some(self.person);
        leaf.seal("voter", whose, &self.person.to_string());
        leaf.opt_seal("household", whose, self.household.map(|h| h.to_string()).as_deref());
        leaf.seal("chosen", whose, &written(&self.marks));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let survey = of(rec, tx)?;
        // Any of it erased, it is no answer; an erasure drops its row likewise.
        let home: Option<HouseholdId> = rec.sealed("household").and_then(|h| h.parse().ok());
        let whole = home.is_some() == (rec.int("home")? != 0);
        match (rec.subject("voter"), rec.sealed("chosen")) {
            (Some(person), Some(marks)) if whole => {
                store::answer(tx, (rec.id(), survey.id, rec.area()), (person, home), marks, rec.at())
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
}

/// Whether a household has answered.
pub(super) fn before(
    r: &mut Read<'_>,
    survey: &store::Survey,
    person: PersonId,
    on: Day,
) -> Result<(Option<HouseholdId>, bool), Fault> {
    let home = household(r, person, survey.area, on)?;
    Ok((home, store::answered(r, survey.id, person, home)?))
}

/// Answers.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(tx: &mut Tx<'_>, author: &Author, new: &NewAnswer) -> Result<Receipt, Stop> {
    let survey = store::one(tx, new.survey)?.ok_or(Course::NoMatter)?;
    let now = tx.now();
    let here = lives_there(tx, new.person, survey.area)?;
    let (household, already) = before(tx, &survey, new.person, now.day())?;
    let open = survey.state == store::State::Open && now < survey.until;
    let marks = may_answer(&Answering { open, here, already }, &new.marks)?;
    let act = SurveyAnswer { survey: survey.id, person: new.person, household, marks };
    Ok(record(tx, author.head(survey.area), &act)?)
}

/// What a stored answer says.
pub(super) fn marks(stored: &str) -> Result<Vec<Mark>, Fault> {
    read(stored).ok_or_else(|| Fault::Damaged("an answer to a survey that cannot be read".into()))
}
