//! 还没回答: a party that has not answered in two working days is reminded, once.

use super::{notices, store};
use crate::course::{self, Author};
use crate::store::by_id;
use lianxin_base::{ActId, MatterId, OrgId};
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The end of the second working day.
pub(crate) const DUE: &str = "council.question_day";

/// 还没回答.
pub(crate) struct QuestionDue {
    matter: MatterId,
    question: ActId,
    timer: String,
    /// Who is reminded; nobody where what was asked has been erased.
    org: Option<OrgId>,
}

impl Act for QuestionDue {
    const KIND: &'static str = "council.question_due";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("question", self.question);
        leaf.text("timer", &self.timer);
        leaf.opt_text("org", self.org);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let question: ActId = rec.id_of("question")?;
        match rec.opt_id_of("org")? {
            Some(org) => lianxin_outbox::to_org(tx, rec, 1, org, notices::DUE, question),
            None => Ok(()),
        }
    }
}

/// The day is over, and there is no answer: what answers it, hides it or ends the matter clears the timer.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no question", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let question = store::one(tx, id)?.ok_or_else(nothing)?;
    let m = by_id(tx, question.matter)?.ok_or_else(nothing)?;
    let org = Some(question.org).filter(|org| question.waits() && !m.veils(*org));
    record(tx, m.head(author), &QuestionDue { matter: m.id, question: id, timer: due.id.clone(), org })?;
    Ok(())
}
