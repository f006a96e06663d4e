use crate::Calendar;
use lianxin_base::Moment;

/// How far off a deadline is. Today is not counted, the last day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Whether the moment has passed; it can have passed today, with no overdue day yet.
    pub overdue: bool,
    /// Working days still to come; 0 on the last day and when overdue.
    pub working_days: u32,
    /// Days still to come; 0 on the last day and when overdue.
    pub calendar_days: u32,
    /// Working days since the last day, today included; 0 when not overdue.
    pub overdue_working_days: u32,
}

/// How many days are left at `now` until `due`, or how many too many have passed.
pub fn days_left(cal: &Calendar, now: Moment, due: Moment) -> Left {
    let (today, last) = (now.day(), due.day());
    Left {
        overdue: now > due,
        working_days: cal.working_days_between(today, last),
        calendar_days: u32::try_from(i64::from(last.number()) - i64::from(today.number())).unwrap_or(0),
        overdue_working_days: cal.working_days_between(last, today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn days_are_told_before_and_after_the_deadline() {
        let cal = Calendar::official();
        let at = |date: &str, hour| date.parse::<Day>().expect(date).at(hour, 30);
        for (now, due, overdue, working_days, calendar_days, overdue_working_days) in [
            (at("2026-08-12", 9), at("2026-08-19", 17), false, 5, 7, 0),
            (at("2026-08-14", 20), at("2026-08-17", 17), false, 1, 3, 0),
            (at("2026-09-30", 9), at("2026-10-08", 17), false, 1, 8, 0),
            (at("2026-08-19", 9), at("2026-08-19", 17), false, 0, 0, 0),
            (at("2026-08-19", 17), at("2026-08-19", 17), false, 0, 0, 0),
            (at("2026-08-19", 18), at("2026-08-19", 17), true, 0, 0, 0),
            (at("2026-08-22", 9), at("2026-08-21", 17), true, 0, 0, 0),
            (at("2026-08-24", 9), at("2026-08-21", 17), true, 0, 0, 1),
            (at("2026-10-09", 9), at("2026-09-30", 17), true, 0, 0, 2),
        ] {
            let left = Left { overdue, working_days, calendar_days, overdue_working_days };
            assert_eq!(days_left(&cal, now, due), left, "{} → {}", now.rfc3339(), due.rfc3339());
        }
    }
}
