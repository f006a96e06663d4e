//! 反馈 Feed back: only the residents' side says whether it is solved. 办好了 closes, 没办好，接着办 goes on.

use crate::climb::{self, Level, climbing};
use crate::course::{self, Author, Terms, Wish, hop, note, take};
use crate::rules::{ASKED_MAX, Move, Refusal, WORDS_MAX};
use crate::store;
use lianxin_base::MatterId;
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::Hop;
use lianxin_store::{Fault, Stop, Tx};

/// 居民说的: solved, or not.
pub(crate) struct Feedback {
    pub(crate) matter: MatterId,
    pub(crate) hop: Hop,
    pub(crate) good: bool,
    pub(crate) how: Option<String>,
    pub(crate) words: String,
    pub(crate) person: Option<lianxin_base::PersonId>,
}

impl Act for Feedback {
    const KIND: &'static str = "council.feedback";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.int("good", self.good);
        leaf.opt_text("how", self.how.as_deref());
        if !self.words.is_empty() {
            leaf.seal("words", self.person, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        if rec.int("good")? != 0 {
            store::outcome(tx, m.id, "solved")?;
        } else {
            store::reopened(tx, m.id)?;
        }
        note(rec, tx, &m, rec.text("move")?, rec.opt_text("how")?)
    }
}

/// How an answer was asked for when somebody entered it for the resident.
pub const HOW: &[&str] = &["phone", "visit", "counter"];

/// The residents' answer.
#[derive(Clone, Debug)]
pub struct NewFeedback {
    /// The matter's number.
    pub no: String,
    /// 办好了, or 没办好，接着办.
    pub good: bool,
    /// What they say; needed when it is not solved.
    pub words: String,
    /// How they were asked, when somebody else enters it.
    pub how: Option<String>,
}

/// Enters the residents' answer: closes the matter, or sends it on with a new clock, shown as reopened.
pub fn feedback(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewFeedback) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let mv = if new.good { Move::Confirmation } else { Move::Objection };
    let now = tx.now();
    let hop = hop(tx, terms, &m, author, &Wish::of(mv, None), now)?;
    if !new.good && new.words.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    if new.words.chars().count() > WORDS_MAX {
        return Err(Refusal::TooLong { field: "note", max: WORDS_MAX }.into());
    }
    let how = new.how.clone().filter(|h| HOW.contains(&h.as_str()));
    let person = m.reporter;
    let act = Feedback { matter: m.id, hop, good: new.good, how, words: new.words.clone(), person };
    Ok(record(tx, m.head(author), &act)?)
}

/// 到期提醒: a step was due and nobody moved; the holder is told, and further up whoever hears of it at once.
pub(crate) struct Lateness {
    matter: MatterId,
    timer: String,
    due: lianxin_base::Moment,
    /// When the secretary and the street hear of it.
    climbs: [lianxin_base::Moment; 2],
}

impl Act for Lateness {
    const KIND: &'static str = "council.lateness";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("timer", &self.timer);
        leaf.int("due", self.due.micros());
        for (level, at) in Level::ALL.iter().zip(self.climbs) {
            leaf.int(level.timer(), at.micros());
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        store::late(tx, m.id, rec.moment("due")?)?;
        let subject = m.id.to_string();
        lianxin_outbox::to_org(tx, rec, 1, m.holder, "council.late", &subject)?;
        if rec.opt_int(Level::Party.timer())?.is_none() {
            told_at_once(rec, tx, &m)?;
        }
        climb::set(rec, tx, &m)?;
        tx.moved(m.element());
        note(rec, tx, &m, "late", None)
    }
}

/// Of the acts before lateness climbed: the party secretary heard of it with the holder.
fn told_at_once(rec: &Recorded, tx: &mut Tx<'_>, m: &store::Matter) -> Result<(), Fault> {
    let kind = lianxin_register::OrgKind::Party;
    match lianxin_register::find::party(tx, m.area, kind, rec.at().day())?.filter(|org| *org != m.holder) {
        Some(secretary) => lianxin_outbox::to_org(tx, rec, 2, secretary, "council.late", m.id),
        None => Ok(()),
    }
}

/// 再问一遍: done was said, nobody has answered; the resident is asked once more.
pub(crate) struct Reminder {
    matter: MatterId,
    timer: String,
    next: lianxin_base::Moment,
}

impl Act for Reminder {
    const KIND: &'static str = "council.reminder";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("timer", &self.timer);
        leaf.int("next", self.next.micros());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let subject = m.id.to_string();
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        store::asked(tx, m.id)?;
        lianxin_work::set(tx, course::ASK, &subject, rec.moment("next")?, rec)?;
        lianxin_outbox::to_org(tx, rec, 1, m.holder, "council.ask_them", &subject)?;
        course::to_reporter(rec, tx, &m, "council.please_look")?;
        note(rec, tx, &m, "reminder", None)
    }
}

/// 问过两回没回话，先收着，随时能再提.
pub(crate) struct Lapse {
    matter: MatterId,
    timer: String,
    hop: Hop,
}

impl Act for Lapse {
    const KIND: &'static str = "council.lapse";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let m = take(rec, tx)?;
        store::outcome(tx, m.id, "lapsed")?;
        note(rec, tx, &m, Move::Lapse.name(), None)
    }
}

/// A step fell due. Every hop ends the timer of the step before, so an open timer is about the step at hand.
pub(crate) fn lateness(tx: &mut Tx<'_>, author: &Author, due: &lianxin_work::Due) -> Result<(), Stop> {
    let m = course::timed(tx, due)?;
    let (terms, days) = (course::terms(tx, m.area)?, climbing(tx, m.area)?);
    // From when it could be known: what came in late on paper has its days, too.
    let climbs = climb::times(days, &terms, due.due_at.max(m.entered_at));
    let act = Lateness { matter: m.id, timer: due.id.clone(), due: due.due_at, climbs };
    record(tx, m.head(author), &act)?;
    Ok(())
}

/// Nobody has answered: asked again, and after that kept aside.
pub(crate) fn no_answer(tx: &mut Tx<'_>, terms: &Terms, author: &Author, due: &lianxin_work::Due) -> Result<(), Stop> {
    let m = course::timed(tx, due)?;
    let head = m.head(author);
    if m.asked + 1 < ASKED_MAX {
        let next = course::due(terms, "feedback", m.pace, tx.now()).unwrap_or_else(|| tx.now());
        record(tx, head, &Reminder { matter: m.id, timer: due.id.clone(), next })?;
        return Ok(());
    }
    let now = tx.now();
    let hop = hop(tx, terms, &m, author, &Wish::of(Move::Lapse, None), now)?;
    record(tx, head, &Lapse { matter: m.id, timer: due.id.clone(), hop })?;
    Ok(())
}
