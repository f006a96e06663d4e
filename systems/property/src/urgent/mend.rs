//! An entry or an account that was wrong is put right by a second act, and an entry for which nothing was used is withdrawn; the first
//! stays for everybody to read, with the reason. A sum is never raised so: who needs more notes it anew, or holds a vote.

use super::rules::{Mending, Part, Withdrawing, may_mend, may_withdraw};
use super::{store, tell};
use crate::clock::URGENT_LATE;
use crate::notices::URGENT_MENDED;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, Day, Fen};
use lianxin_journal::{Act, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};

/// What an entry or an account says from now on, and why.
#[derive(Clone, Debug)]
pub struct Right {
    /// Which of the two.
    pub part: Part,
    /// When it was found, or repaired.
    pub day: Day,
    /// At most, or used.
    pub sum: Fen,
    /// Where, and who found it; of an entry.
    pub place: String,
    /// Who found it.
    pub found: String,
    /// What happened, or what was done.
    pub words: String,
    /// What was wrong.
    pub reason: String,
}

/// 更正.
struct Mended {
    urgent: ActId,
    right: Right,
    /// Of an account: the last day it hangs out, counted anew.
    until: Option<Day>,
}

impl Act for Mended {
    const KIND: &'static str = "property.urgent_mended";

    fn leaf(&self, leaf: &mut Leaf) {
        let right = &self.right;
        leaf.text("urgent", self.urgent);
        leaf.text("part", right.part);
        leaf.text("day", right.day);
        leaf.int("sum", right.sum.0);
        leaf.opt_text("until", self.until);
        if right.part == Part::Entry {
            leaf.seal("place", None, &right.place);
            leaf.seal("found", None, &right.found);
        }
        leaf.seal("words", None, &right.words);
        leaf.seal("reason", None, &right.reason);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("urgent")?;
        store::mend(tx, rec, id)?;
        tell(tx, rec, id, URGENT_MENDED)
    }
}

/// 收回.
struct Withdrawn {
    urgent: ActId,
    reason: String,
}

impl Act for Withdrawn {
    const KIND: &'static str = "property.urgent_off";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("urgent", self.urgent);
        leaf.seal("reason", None, &self.reason);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("urgent")?;
        store::off(tx, rec, id)?;
        lianxin_work::clear(tx, URGENT_LATE, id, rec)?;
        tell(tx, rec, id, URGENT_MENDED)
    }
}

/// The acts of this file.
pub(super) fn kinds() -> [Kind; 2] {
    [Kind::of::<Mended>(), Kind::of::<Withdrawn>()]
}

/// Puts an entry or an account right.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn mend(tx: &mut Tx<'_>, author: &Author, id: ActId, right: &Right) -> Result<Receipt, Stop> {
    let u = store::one(tx, id)?.filter(|u| author.scope.covers(u.area)).ok_or(Refusal::NoUrgent)?;
    let today = tx.now().day();
    may_mend(&Mending {
        part: right.part,
        off: u.off.is_some(),
        account: u.settled.as_ref().map(|s| (s.day, s.cost)),
        found: u.day,
        most: u.most,
        today,
        day: right.day,
        sum: right.sum,
        words: &right.words,
        reason: &right.reason,
    })?;
    let until = (right.part == Part::Account).then(|| today.plus(i32::try_from(u.posted).unwrap_or(0)));
    Ok(record(tx, author.head(u.area), &Mended { urgent: id, right: right.clone(), until })?)
}

/// Withdraws an entry for which nothing was used.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn withdraw(tx: &mut Tx<'_>, author: &Author, id: ActId, reason: &str) -> Result<Receipt, Stop> {
    let u = store::one(tx, id)?.filter(|u| author.scope.covers(u.area)).ok_or(Refusal::NoUrgent)?;
    may_withdraw(Withdrawing { off: u.off.is_some(), settled: u.settled.is_some(), reason })?;
    Ok(record(tx, author.head(u.area), &Withdrawn { urgent: id, reason: reason.to_owned() })?)
}
