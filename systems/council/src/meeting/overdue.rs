//! 纪要还没写: a council was held, and after three working days nobody has written its minutes; its convener is reminded.

use super::rules::State;
use super::{notices, store};
use crate::course::{Author, Terms};
use lianxin_base::{ActId, Moment};
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The day by which minutes are written.
pub(crate) const WRITE: &str = "council.minutes_due";
/// Within so many working days after the evening.
const DAYS: u32 = 3;

/// By when the minutes of a council are written that ends then.
pub(super) fn write_by(terms: &Terms, ends: Moment) -> Moment {
    terms.close_of(terms.calendar.add_working_days(ends.day(), DAYS))
}

/// 该写纪要了.
pub struct MinutesMissing {
    meeting: ActId,
    timer: String,
}

impl Act for MinutesMissing {
    const KIND: &'static str = "council.minutes_missing";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        if let Some(m) = store::one(tx, id)? {
            lianxin_outbox::to_org(tx, rec, 1, m.org, notices::MISSING, id)?;
            tx.moved(m.element());
        }
        tx.moved("meetings");
        Ok(())
    }
}

/// The days are over: nobody wrote what was said.
pub(crate) fn missing(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no council", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let m = store::one(tx, id)?.ok_or_else(nothing)?;
    if m.state != State::Called {
        return Ok(());
    }
    let head = author.head(m.area);
    record(tx, head, &MinutesMissing { meeting: id, timer: due.id.clone() })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn minutes_are_written_within_three_working_days_of_the_evening() {
        let terms = Terms::default();
        let at = |day: &str, hour| day.parse::<Day>().expect("a day").at(hour, 0);
        // 19 June 2026, a Friday, is a holiday.
        for (ends, day) in [("2026-06-15", "2026-06-18"), ("2026-06-17", "2026-06-23"), ("2026-06-20", "2026-06-24")] {
            assert_eq!(write_by(&terms, at(ends, 21)).day().to_string(), day, "{ends}");
        }
    }
}
