//! 想问 Questions: who asks something in a deliberation asks one of the parties, by default whoever has the matter. The party is
//! told, answers by an act, and the answer stands under the question; after two working days without one it is reminded once.

pub(crate) mod notices;
pub(crate) mod overdue;
pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, Terms, actor, note, said};
use crate::rules::{Actor, EntryKind, Refusal as Course, WORDS_MAX};
use crate::store::Matter;
use lianxin_base::{ActId, Day, MatterId, Moment, OrgId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::OrgKind;
use lianxin_register::find::{OrgRow, org, party};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{DAYS, may_answer, whom};

/// The kind of an answer's line in the course of a matter.
pub(crate) const ANSWER: &str = "answer";

/// The four parties of a compound, in the order in which they are offered.
const PARTIES: [OrgKind; 4] = [OrgKind::ResidentsCommittee, OrgKind::Company, OrgKind::OwnersCommittee, OrgKind::Party];

/// Who can be asked about a matter: whoever has it first, then the four parties; nobody whom a complaint is about.
pub(crate) fn parties(r: &mut Read<'_>, m: &Matter, on: Day) -> Result<Vec<OrgRow>, Fault> {
    let mut ids = vec![m.holder];
    for kind in PARTIES {
        ids.extend(party(r, m.area, kind, on)?);
    }
    let mut all: Vec<OrgRow> = Vec::new();
    for id in ids.into_iter().filter(|id| !m.veils(*id)) {
        if all.iter().all(|known| known.id != id) {
            all.extend(org(r, id)?);
        }
    }
    Ok(all)
}

/// Whom a question goes to, and by when they are to answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct To {
    org: OrgId,
    due: Moment,
}

/// Of an entry that is none, nothing.
pub(crate) fn to(
    r: &mut Read<'_>,
    m: &Matter,
    author: &Author,
    (kind, named): (EntryKind, Option<OrgId>),
    now: Moment,
) -> Result<Option<To>, Stop> {
    if kind != EntryKind::Ask {
        return Ok(None);
    }
    let known: Vec<OrgId> = parties(r, m, now.day())?.iter().map(|org| org.id).collect();
    let own = if let Actor::Org(org) = actor(author) { Some(org) } else { None };
    let Some(org) = whom(named, &known, m.holder, own)? else { return Ok(None) };
    let terms: Terms = course::terms(r, m.area)?;
    Ok(Some(To { org, due: terms.close_of(terms.calendar.add_working_days(now.day(), DAYS)) }))
}

/// What the entry's leaf says of it.
pub(crate) fn leaf(leaf: &mut Leaf, to: Option<To>) {
    leaf.opt_text("to", to.map(|to| to.org));
    leaf.opt_int("answer_by", to.map(|to| to.due.micros()));
}

/// From the entry's apply. Questions asked before there was anybody to answer them name nobody.
pub(crate) fn apply(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    let Some(org) = rec.opt_id_of("to")? else { return Ok(()) };
    let due = rec.moment("answer_by")?;
    store::add(tx, rec.id(), m, org, rec.at(), due)?;
    lianxin_work::set(tx, overdue::DUE, rec.id(), due, rec)?;
    lianxin_outbox::to_org(tx, rec, 1, org, notices::ASKED, rec.id())?;
    tx.moved("desk");
    Ok(())
}

/// 回答.
pub(crate) struct QuestionAnswer {
    matter: MatterId,
    question: ActId,
    words: String,
}

impl Act for QuestionAnswer {
    const KIND: &'static str = "council.question_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("question", self.question);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (m, question) = (course::of(rec, tx)?, rec.id_of("question")?);
        store::answer(tx, question, rec.id(), rec.at())?;
        lianxin_work::clear(tx, overdue::DUE, question, rec)?;
        if let Some(person) = store::asker(tx, question)? {
            let from = course::told_from(rec, tx, &m)?;
            lianxin_outbox::to_person_in(tx, rec, (1, from), person, notices::ANSWERED, question)?;
        }
        note(rec, tx, &m, ANSWER, Some(&question.to_string()))?;
        tx.moved(m.element());
        tx.moved("desk");
        Ok(())
    }
}

/// The party asked answers.
pub fn answer(tx: &mut Tx<'_>, author: &Author, no: &str, (question, words): (ActId, &str)) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    let found = store::one(tx, question)?.filter(|q| q.matter == m.id && q.words.is_some() && !q.hidden);
    let found = found.ok_or(Refusal::NoQuestion)?;
    crate::about::not_theirs(&m, actor(author))?;
    let by = if let Actor::Org(org) = actor(author) { Some(org) } else { None };
    may_answer(found.org, by, found.answer.is_some(), m.ended_at.is_some())?;
    said(words, "note", WORDS_MAX, Course::NoReason)?;
    Ok(record(tx, m.head(author), &QuestionAnswer { matter: m.id, question, words: words.to_owned() })?)
}

/// What is hidden nobody is reminded of.
pub(crate) fn hidden(rec: &Recorded, tx: &mut Tx<'_>, entry: ActId) -> Result<(), Fault> {
    lianxin_work::clear(tx, overdue::DUE, entry, rec)
}

/// The matter has ended: nobody is reminded of what was asked.
pub(crate) fn end(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    for question in store::all(tx, m.id)?.into_iter().filter(|q| q.answer.is_none()) {
        lianxin_work::clear(tx, overdue::DUE, question.entry, rec)?;
    }
    Ok(())
}

/// From an erasure's apply: who asked is not told of the answer any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match store::asker(tx, act)? {
        Some(person) if field == "words" => lianxin_outbox::forget_about(tx, person, act),
        _ => Ok(()),
    }
}
