//! 可以公布了: on the morning after the last day to answer, whoever laid a bulletin before others is told.

use super::{notices, store};
use crate::course::Author;
use lianxin_base::{ActId, Moment};
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The morning it may hang.
pub(crate) const DUE: &str = "council.bulletin_day";

/// When they are told.
pub(super) fn morning(until: Moment) -> Moment {
    until.day().at(9, 0)
}

/// 可以公布了.
pub(crate) struct BulletinDue {
    bulletin: ActId,
    timer: String,
}

impl Act for BulletinDue {
    const KIND: &'static str = "council.bulletin_due";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("bulletin", self.bulletin);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("bulletin")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match store::one(tx, id)? {
            Some(b) => lianxin_outbox::to_org(tx, rec, 1, b.org, notices::DUE, id),
            None => Ok(()),
        }
    }
}

/// The days are over, and it does not hang: hanging it clears the timer.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no bulletin", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let b = store::one(tx, id)?.ok_or_else(nothing)?;
    let head = author.head(b.area);
    record(tx, head, &BulletinDue { bulletin: id, timer: due.id.clone() })?;
    Ok(())
}
