//! What happens by itself: a vote opens and closes at the announced times, owners and convener are reminded. The rules say
//! what the times mean, not the timers.

use crate::words::Author;
use crate::{assembly, count, election, filing, first_assembly, handover, roll, urgent};
use lianxin_base::{ActId, Day, Moment};
use lianxin_store::{Db, Stop, Tx};
use lianxin_work::{Due, TimerKind, is_open};

/// The announced opening.
pub(crate) const OPENS: &str = "property.opens";
/// The announced close.
pub(crate) const CLOSES: &str = "property.closes";
/// Three days before it: who has not voted is told so.
pub(crate) const LAST_DAYS: &str = "property.last_days";
/// It is closed, and not counted.
pub(crate) const COUNT_LATE: &str = "property.count_late";
/// It is counted, and not filed.
pub(crate) const FILING_LATE: &str = "property.filing_late";

/// Three months before a committee's last day.
pub(crate) const TERM_ENDS: &str = "property.term_ends";

/// The last day of a step to a first assembly is over.
pub(crate) const FIRST_LATE: &str = "property.first_late";

/// The last day of a committee's first meeting is over.
pub(crate) const MEETING_LATE: &str = "property.first_meeting_late";
/// The last day of the hand-over to it is over.
pub(crate) const HAND_OVER_LATE: &str = "property.hand_over_late";
/// A change of members is to be filed: in a week, and today.
pub(crate) const CHANGE_SOON: &str = "property.change_soon";
pub(crate) const CHANGE_DUE: &str = "property.change_due";
/// An emergency was noted, and its account does not hang out.
pub(crate) const URGENT_LATE: &str = "property.urgent_late";

/// So many days before the close owners are reminded.
const BEFORE: i32 = 3;
/// So many days after it the convener is reminded to count.
const AFTER: i32 = 2;

/// The timers of this system.
pub fn timers() -> Vec<TimerKind> {
    vec![
        TimerKind { kind: OPENS, run: |db, due| run(db, due, roll::due) },
        TimerKind { kind: CLOSES, run: |db, due| run(db, due, count::due) },
        TimerKind { kind: LAST_DAYS, run: |db, due| run(db, due, assembly::last_days) },
        TimerKind { kind: COUNT_LATE, run: |db, due| run(db, due, count::late) },
        TimerKind { kind: FILING_LATE, run: |db, due| run(db, due, filing::late) },
        TimerKind { kind: FIRST_LATE, run: |db, due| run(db, due, first_assembly::day_over) },
        TimerKind { kind: MEETING_LATE, run: |db, due| run(db, due, handover::meeting_late) },
        TimerKind { kind: HAND_OVER_LATE, run: |db, due| run(db, due, handover::hand_over_late) },
        TimerKind { kind: CHANGE_SOON, run: |db, due| run(db, due, election::change_waits) },
        TimerKind { kind: CHANGE_DUE, run: |db, due| run(db, due, election::change_waits) },
        TimerKind { kind: URGENT_LATE, run: |db, due| run(db, due, urgent::late) },
        TimerKind { kind: TERM_ENDS, run: |db, due| run(db, due, election::term_ends) },
    ]
}

/// In the morning three days before the close, if it is open by then.
pub(crate) fn reminds(opens: Moment, closes: Moment) -> Option<Moment> {
    let at = closes.day().plus(-BEFORE).at(9, 0);
    (at > opens).then_some(at)
}

/// In the morning two days after the close.
pub(crate) fn count_late(closed: Moment) -> Moment {
    closed.day().plus(AFTER).at(9, 0)
}

/// In the morning after the last day.
pub(crate) fn filing_late(due: Day) -> Moment {
    due.plus(1).at(9, 0)
}

/// In the morning after a last day, or the next morning where it was over already when it was noted.
pub(crate) fn morning_after(last: Day, noted: Moment) -> Moment {
    last.max(noted.day()).plus(1).at(9, 0)
}

/// In the morning thirty days after an emergency was noted, and every thirty days from then on. No text says how soon the account
/// must follow; 民法典 281 wants the use of the fund made known regularly.
pub(crate) fn urgent_late(from: Moment) -> Moment {
    from.day().plus(30).at(9, 0)
}

type Act = fn(&mut Tx<'_>, &Author, &Due) -> Result<(), Stop>;

fn run(db: &Db, due: Due, act: Act) -> Result<(), Stop> {
    let id = ActId::new(db.chance(), due.now);
    let author = Author::clock(id, due.token());
    db.act_wait(due.area, move |tx| if is_open(tx, &due.id)? { act(tx, &author, &due) } else { Ok(()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_are_reminded_three_days_before_the_close_where_there_are_three() {
        let day: Day = "2026-07-03".parse().expect("a day");
        let opens = day.at(9, 0);
        for (closes, at) in [
            (day.plus(10).at(18, 0), Some(day.plus(7).at(9, 0))),
            (day.plus(4).at(18, 0), Some(day.plus(1).at(9, 0))),
            (day.plus(3).at(18, 0), None),
            (day.at(18, 0), None),
        ] {
            assert_eq!(reminds(opens, closes), at, "{}", closes.rfc3339());
        }
        assert_eq!(count_late(day.at(18, 0)), day.plus(2).at(9, 0));
        assert_eq!(filing_late(day), day.plus(1).at(9, 0));
    }
}
