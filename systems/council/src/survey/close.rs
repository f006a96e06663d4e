//! 收完了: a survey is counted once at its last hour by the clock.

use super::answer::marks;
use super::rules::{Mark, Question, counted};
use super::{notices, of, store};
use crate::course::Author;
use lianxin_base::ActId;
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;
use serde_json::Value;

/// Its last hour.
pub(crate) const UNTIL: &str = "council.survey_until";

/// 收完了.
pub struct SurveyClosed {
    survey: ActId,
    timer: String,
    /// How often each mark was given, question by question; nothing where fewer than five households answered.
    counts: Option<Vec<i64>>,
}

impl Act for SurveyClosed {
    const KIND: &'static str = "council.survey_closed";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("survey", self.survey);
        leaf.text("timer", &self.timer);
        if let Some(counts) = &self.counts {
            leaf.list("counts", counts.iter().map(|n| Value::from(*n)).collect());
        }
    }

    /// What was counted stands in the act: whoever's answer is erased later, the result is what it was.
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let survey = of(rec, tx)?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let counts: Vec<i64> = rec.list("counts")?.iter().filter_map(Value::as_i64).collect();
        let cells = Question::ALL.iter().flat_map(|q| Mark::ALL.iter().map(move |mark| (*q, *mark)));
        for ((question, mark), n) in cells.zip(&counts) {
            store::count(tx, survey.id, (question, mark), *n)?;
        }
        let homes = counts.iter().take(Mark::ALL.len()).sum::<i64>();
        store::end(tx, survey.id, rec.at(), (!counts.is_empty()).then_some(homes))?;
        lianxin_outbox::to_org(tx, rec, 1, survey.org, notices::DONE, survey.id)?;
        lianxin_outbox::to_org(tx, rec, 2, survey.about, notices::DONE, survey.id)
    }
}

/// The last hour is over: counted once.
pub(crate) fn close(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no survey", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let survey = store::one(tx, id)?.ok_or_else(nothing)?;
    let all = store::answers(tx, id)?.iter().map(|stored| marks(stored)).collect::<Result<Vec<_>, _>>()?;
    let act = SurveyClosed { survey: id, timer: due.id.clone(), counts: counted(&all) };
    record(tx, author.head(survey.area), &act)?;
    Ok(())
}
