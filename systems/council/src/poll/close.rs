//! 收完了 and 不问了: a poll is counted once at its last hour by the clock, or taken back before by who asked it.

use super::rules::{counted, may_take_back};
use super::{CLOSED, OFF, notices, of, store};
use crate::course::{self, Author, actor, note, note_by, said};
use crate::rules::{Actor, Refusal as Course, WORDS_MAX};
use crate::store::by_id;
use lianxin_base::{ActId, MatterId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;
use serde_json::Value;

/// Its last hour.
pub(crate) const UNTIL: &str = "council.poll_until";

/// 收完了.
pub struct PollClosed {
    matter: MatterId,
    poll: ActId,
    timer: String,
    /// How often each was chosen; nothing where fewer than five households answered.
    counts: Option<Vec<i64>>,
}

impl Act for PollClosed {
    const KIND: &'static str = "council.poll_closed";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("poll", self.poll);
        leaf.text("timer", &self.timer);
        if let Some(counts) = &self.counts {
            leaf.list("counts", counts.iter().map(|n| Value::from(*n)).collect());
        }
    }

    /// What was counted stands in the act: whoever's answer is erased later, the result is what it was.
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (m, poll) = (course::of(rec, tx)?, of(rec, tx)?);
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let counts = rec.list("counts")?;
        let counts: Vec<i64> = counts.iter().filter_map(Value::as_i64).collect();
        let homes = (!counts.is_empty()).then(|| counts.iter().sum::<i64>());
        for (chosen, n) in (1..).zip(&counts) {
            store::count(tx, poll, chosen, *n)?;
        }
        store::end(tx, poll, store::State::Closed, rec.at(), homes)?;
        if let Some(asked) = store::one(tx, poll)? {
            lianxin_outbox::to_org(tx, rec, 1, asked.org, notices::DONE, m.id)?;
        }
        crate::join::tell(rec, tx, &m, notices::TOLD)?;
        course::to_reporter(rec, tx, &m, notices::TOLD)?;
        tx.moved(m.element());
        note_by(rec, tx, &m, (CLOSED, None), homes.map(|n| n.to_string()).as_deref())
    }
}

/// 不问了.
pub struct PollOff {
    matter: MatterId,
    poll: ActId,
    words: String,
}

impl Act for PollOff {
    const KIND: &'static str = "council.poll_off";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("poll", self.poll);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (m, poll) = (course::of(rec, tx)?, of(rec, tx)?);
        store::end(tx, poll, store::State::Off, rec.at(), None)?;
        lianxin_work::clear(tx, UNTIL, poll, rec)?;
        tx.moved(m.element());
        note(rec, tx, &m, OFF, None)
    }
}

/// Who asked takes it back, or the community, with a reason.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn take_back(tx: &mut Tx<'_>, author: &Author, no: &str, (poll, words): (ActId, &str)) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    let asked = store::one(tx, poll)?.filter(|p| p.matter == m.id).ok_or(Course::NoMatter)?;
    crate::about::not_theirs(&m, actor(author))?;
    let now = tx.now();
    let theirs = match actor(author) {
        Actor::Org(org) => org == asked.org || org == course::keeper(tx, &m, now)?,
        _ => false,
    };
    may_take_back(theirs, asked.state == store::State::Open && now < asked.until)?;
    said(words, "note", WORDS_MAX, Course::NoReason)?;
    Ok(record(tx, m.head(author), &PollOff { matter: m.id, poll, words: words.to_owned() })?)
}

/// The last hour is over: counted once.
pub(crate) fn close(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no poll", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let poll = store::one(tx, id)?.ok_or_else(nothing)?;
    let m = by_id(tx, poll.matter)?.ok_or_else(nothing)?;
    let counts = counted(poll.choices, &store::chosen(tx, id)?);
    record(tx, m.head(author), &PollClosed { matter: m.id, poll: id, timer: due.id.clone(), counts })?;
    Ok(())
}
