//! 夜里不打扰: when nobody is disturbed, as the house sets it.

use crate::{Quiet, Refusal, sql};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx, params};

/// At least so many minutes of a day people may be reached.
const OPEN: u16 = 6 * 60;
const DAY: u16 = 24 * 60;

/// 安静时间 The quiet hours of this house.
pub struct QuietHours(Quiet);

impl Act for QuietHours {
    const KIND: &'static str = "outbox.quiet_hours";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("from", self.0.from);
        leaf.int("to", self.0.to);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(sql::SET_QUIET, params![rec.int("from")?, rec.int("to")?, rec.id()])?;
        Ok(())
    }
}

/// Whether these can be quiet hours: two times of a day, and enough of it left to reach people.
pub(crate) const fn is_calm(quiet: Quiet) -> bool {
    if quiet.from >= DAY || quiet.to >= DAY {
        return false;
    }
    let still = if quiet.from <= quiet.to { quiet.to - quiet.from } else { DAY - quiet.from + quiet.to };
    still <= DAY - OPEN
}

/// Sets the quiet hours.
///
/// # Errors
/// They are no hours or leave too little of the day, or the database's trouble.
pub fn quiet_hours(tx: &mut Tx<'_>, head: Head, quiet: Quiet) -> Result<Receipt, Stop> {
    if !is_calm(quiet) {
        return Err(Refusal::NoQuiet.into());
    }
    Ok(record(tx, head, &QuietHours(quiet))?)
}

/// The quiet hours of this house.
///
/// # Errors
/// The database's trouble.
pub fn quiet(r: &mut Read<'_>) -> Result<Quiet, Fault> {
    let found = r.row(sql::QUIET, &[], |row| Ok((row.int(0)?, row.int(1)?)))?;
    let small = |n: i64| u16::try_from(n).map_err(|_| Fault::Damaged("quiet hours outside a day".into()));
    found.map_or_else(|| Ok(Quiet::default()), |(from, to)| Ok(Quiet { from: small(from)?, to: small(to)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quiet_hours_lie_in_a_day_and_leave_enough_of_it() {
        for (from, to, want) in [
            (21 * 60, 8 * 60, true),
            (22 * 60, 7 * 60, true),
            (0, 0, true),
            (12 * 60, 14 * 60, true),
            (14 * 60, 8 * 60, true),
            (14 * 60 - 1, 8 * 60, false),
            (1, 0, false),
            (0, 18 * 60, true),
            (0, 18 * 60 + 1, false),
            (DAY, 8 * 60, false),
            (21 * 60, DAY, false),
            (u16::MAX, u16::MAX, false),
        ] {
            assert_eq!(is_calm(Quiet { from, to }), want, "{from}-{to}");
        }
    }
}
