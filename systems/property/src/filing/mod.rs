//! 备案: what goes to the authority, until when, and that it went.

pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

use crate::assembly::{ours, store as votes};
use crate::clock::FILING_LATE;
use crate::count::store as counts;
use crate::election::change;
use crate::notices;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, Day};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;
use rules::may_file;

/// 备案了.
struct Filed {
    vote: ActId,
    day: Day,
    receipt: String,
}

pub(crate) fn day_of(rec: &Recorded, key: &str) -> Result<Day, Fault> {
    rec.text(key)?.parse().map_err(|_| Fault::Damaged(format!("{} has no day in {key}", rec.id())))
}

impl Act for Filed {
    const KIND: &'static str = "property.filed";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("day", self.day);
        leaf.seal("receipt", None, &self.receipt);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::filed(tx, rec, vote, day_of(rec, "day")?)?;
        lianxin_work::clear(tx, FILING_LATE, vote, rec)?;
        change::filed_with(tx, rec, vote, day_of(rec, "day")?)?;
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 该备案了，还没备: its last day is over.
struct FilingLate {
    vote: ActId,
    timer: String,
}

impl Act for FilingLate {
    const KIND: &'static str = "property.filing_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        if let Some(v) = votes::one(tx, vote)? {
            lianxin_outbox::to_org(tx, rec, 1, v.org, notices::FILING_LATE, vote)?;
        }
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Filed>(), lianxin_journal::Kind::of::<FilingLate>()]
}

/// Notes that a result was filed.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn file(tx: &mut Tx<'_>, author: &Author, id: ActId, (day, receipt): (Day, &str)) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let counted = counts::of(tx, id)?.ok_or(Refusal::NotCounted)?.at.day();
    let filed = store::of(tx, id)?.is_some_and(|f| f.filed.is_some());
    may_file(v.state, filed, (day, counted, tx.now()), receipt)?;
    Ok(record(tx, author.head(v.area), &Filed { vote: id, day, receipt: receipt.to_owned() })?)
}

/// The last day is over and nothing was filed.
pub(crate) fn late(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no vote: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &FilingLate { vote: id, timer: due.id.clone() }).map(|_| ())?)
}
