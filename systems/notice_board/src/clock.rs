//! What happens by itself: who posts is reminded to photograph the board on the first day and on the last, and of what must
//! be posted and was not. The rules say what the times mean, not the timers.

use crate::words::Author;
use crate::{duty, proof};
use lianxin_base::{ActId, Day, HOUR, Moment};
use lianxin_store::{Db, Stop, Tx};
use lianxin_work::{Due, TimerKind, is_open};

/// The first day: hang it up, photograph it.
pub(crate) const START: &str = "notice_board.start";
/// The last day: photograph it before it is taken off.
pub(crate) const END: &str = "notice_board.end";
/// The first of a month: what must be posted, and was not.
pub(crate) const DUE: &str = "notice_board.due";

/// The timers of this system.
pub fn timers() -> Vec<TimerKind> {
    vec![
        TimerKind { kind: START, run: |db, due| run(db, due, |tx, author, due| proof::remind(tx, author, due, false)) },
        TimerKind { kind: END, run: |db, due| run(db, due, |tx, author, due| proof::remind(tx, author, due, true)) },
        TimerKind { kind: DUE, run: |db, due| run(db, due, duty::remind) },
    ]
}

/// In the morning of the first day; two hours later, where it is posted on the day itself.
pub(crate) fn starts(from: Day, posted: Moment) -> Moment {
    from.at(9, 0).max(posted.plus(2 * HOUR))
}

/// In the afternoon of the last day, while the office is open.
pub(crate) fn ends(until: Day) -> Moment {
    until.at(15, 0)
}

/// The morning of the first day of the next month.
pub(crate) fn next_month(from: Day) -> Moment {
    let (year, month, _) = from.parts();
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Day::ymd(year, month, 1).unwrap_or(from.plus(31)).at(9, 0)
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
    fn reminders_come_in_office_hours_of_the_right_day() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let first = day("2026-06-18");
        assert_eq!(starts(first, first.plus(-3).at(16, 0)), first.at(9, 0));
        assert_eq!(starts(first, first.at(10, 0)), first.at(12, 0));
        assert_eq!(ends(first), first.at(15, 0));
        for (from, next) in [("2026-06-18", "2026-07-01"), ("2026-12-31", "2027-01-01"), ("2026-01-31", "2026-02-01")] {
            assert_eq!(next_month(day(from)), day(next).at(9, 0), "{from}");
        }
    }
}
