//! 分的那份今天到期: whoever has a part is reminded on the morning of its day.

use super::{notices, store};
use crate::course::{self, Author};
use crate::store::by_id;
use lianxin_base::{ActId, MatterId, Moment};
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The morning of the day.
pub(crate) const DUE: &str = "council.part_day";

/// When whoever has a part is reminded; `None`: it was given on the very day.
pub(super) fn morning(due: Moment, now: Moment) -> Option<Moment> {
    Some(due.day().at(9, 0)).filter(|morning| *morning > now)
}

/// 今天到期.
pub(crate) struct PartDue {
    matter: MatterId,
    part: ActId,
    timer: String,
}

impl Act for PartDue {
    const KIND: &'static str = "council.part_due";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("part", self.part);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("part")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match store::one(tx, id)? {
            Some(part) => lianxin_outbox::to_org(tx, rec, 1, part.org, notices::DUE, id),
            None => Ok(()),
        }
    }
}

/// The day has come, and the part is open: what ends it clears the timer.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no part", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let part = store::one(tx, id)?.ok_or_else(nothing)?;
    let m = by_id(tx, part.matter)?.ok_or_else(nothing)?;
    let head = m.head(author);
    record(tx, head, &PartDue { matter: m.id, part: id, timer: due.id.clone() })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn on_the_morning_of_the_day_unless_it_was_given_later() {
        let at = |n, hour| Day::from_number(n).at(hour, 0);
        for (due, now, want) in [
            (at(20_003, 17), at(20_000, 10), Some(at(20_003, 9))),
            (at(20_003, 17), at(20_003, 8), Some(at(20_003, 9))),
            (at(20_003, 17), at(20_003, 9), None),
            (at(20_003, 17), at(20_003, 10), None),
        ] {
            assert_eq!(morning(due, now), want);
        }
    }
}
