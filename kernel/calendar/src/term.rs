use crate::days::LAST;
use crate::{Calendar, OfficeHours};
use lianxin_base::{Day, Moment};

/// How long somebody has. The day a term begins is not counted (Civil Code 201).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Hours by the clock, on holidays too: for what is urgent. Ends to the microsecond and is never moved.
    Natural {
        /// Microseconds.
        micros: i64,
    },
    /// Time within office hours.
    WorkingTime {
        /// Microseconds.
        micros: i64,
    },
    /// Working days; ends when business closes on the last of them (Civil Code 203).
    WorkingDays {
        /// How many.
        n: u32,
    },
    /// Days of the calendar; a last day that is no working day moves to the next one (Civil Code 203).
    Days {
        /// How many.
        n: u32,
    },
    /// Months; ends on the day of the same number, in a shorter month on its last (Civil Code 202), and moves like days.
    Months {
        /// How many.
        n: u32,
    },
}

/// The last day of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// As counted. Whoever has to keep a deadline is safe with this one, whatever is thought of the move.
    pub counted: Day,
    /// After the move to a working day (Civil Code 203); the same day if none is needed.
    pub moved: Day,
}

impl Term {
    /// When a term that began at `from` ends.
    pub fn due(&self, cal: &Calendar, hours: &OfficeHours, from: Moment) -> Moment {
        match *self {
            Self::Natural { micros } => from.plus(micros),
            Self::WorkingTime { micros } => cal.add_working_time(hours, from, micros),
            Self::WorkingDays { .. } | Self::Days { .. } | Self::Months { .. } => {
                self.last_day(cal, from.day()).map_or(from, |last| hours.close_of(last.moved))
            }
        }
    }

    /// The last day of a term of days or months that began on `from`; `None` for terms of hours.
    pub fn last_day(&self, cal: &Calendar, from: Day) -> Option<LastDay> {
        let counted = match *self {
            Self::Natural { .. } | Self::WorkingTime { .. } => return None,
            Self::WorkingDays { n } => cal.add_working_days(from, n),
            Self::Days { n } => from.plus(i32::try_from(n).unwrap_or(i32::MAX)).min(LAST),
            Self::Months { n } => add_months(from, n),
        };
        Some(LastDay { counted, moved: cal.working_day_from(counted) })
    }
}

/// The day of the same number `n` months later, or that month's last.
fn add_months(from: Day, n: u32) -> Day {
    let (year, month, day) = from.parts();
    let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(n);
    let (Ok(year), Ok(month)) = (i32::try_from(months.div_euclid(12)), u8::try_from(months.rem_euclid(12) + 1)) else {
        return LAST;
    };
    (28..=day.max(28)).rev().find_map(|d| Day::ymd(year, month, d.min(day))).unwrap_or(LAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{HOUR, MINUTE};

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    fn last(term: Term, from: &str) -> (String, String) {
        let last = term.last_day(&Calendar::official(), day(from)).expect("a term of days");
        (last.counted.to_string(), last.moved.to_string())
    }

    #[test]
    fn a_last_day_on_a_holiday_moves() {
        for (from, n, counted, moved) in [
            ("2026-03-10", 30, "2026-04-09", "2026-04-09"), // filing of an election, Regulation 16
            ("2026-09-02", 30, "2026-10-02", "2026-10-08"),
            ("2026-06-01", 15, "2026-06-16", "2026-06-16"),
            ("2026-02-01", 15, "2026-02-16", "2026-02-24"),
            ("2026-02-20", 8, "2026-02-28", "2026-02-28"), // a Saturday that is worked
            ("2026-08-05", 10, "2026-08-15", "2026-08-17"), // an ordinary weekend
        ] {
            assert_eq!(last(Term::Days { n }, from), (counted.into(), moved.into()), "{from} + {n} days");
        }
    }

    #[test]
    fn months_end_on_the_same_day_or_the_month_s_last() {
        for (from, n, counted, moved) in [
            ("2026-08-12", 1, "2026-09-12", "2026-09-14"),
            ("2025-01-31", 1, "2025-02-28", "2025-02-28"),
            ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
            ("2026-03-31", 3, "2026-06-30", "2026-06-30"),
            ("2025-12-31", 2, "2026-02-28", "2026-02-28"),
            ("2025-11-30", 3, "2026-02-28", "2026-02-28"),
            ("2025-10-01", 12, "2026-10-01", "2026-10-08"),
            ("2023-01-31", 36, "2026-01-31", "2026-02-02"), // three years of limitation: the safe date is the counted one
            ("2200-12-01", 1, "2200-12-31", "2200-12-31"),
            ("2026-08-12", u32::MAX, "2200-12-31", "2200-12-31"),
        ] {
            assert_eq!(last(Term::Months { n }, from), (counted.into(), moved.into()), "{from} + {n} months");
        }
    }

    #[test]
    fn terms_end_at_the_close_of_business_and_hours_where_they_are_used_up() {
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        let wednesday = day("2026-08-12");
        for (term, from, due) in [
            (Term::Natural { micros: 2 * HOUR }, wednesday.at(23, 0), day("2026-08-13").at(1, 0)),
            (Term::Natural { micros: 24 * HOUR }, day("2026-10-01").at(9, 0), day("2026-10-02").at(9, 0)),
            (Term::WorkingTime { micros: 90 * MINUTE }, wednesday.at(11, 0), wednesday.at(15, 0)),
            (Term::WorkingDays { n: 5 }, wednesday.at(9, 5), day("2026-08-19").at(17, 30)),
            (Term::WorkingDays { n: 5 }, wednesday.at(23, 59), day("2026-08-19").at(17, 30)),
            (Term::WorkingDays { n: 1 }, day("2026-09-30").at(9, 0), day("2026-10-08").at(17, 30)),
            (Term::WorkingDays { n: 0 }, wednesday.at(9, 0), wednesday.at(17, 30)),
            (Term::Days { n: 30 }, day("2026-09-02").at(9, 0), day("2026-10-08").at(17, 30)),
            (Term::Months { n: 1 }, day("2025-01-31").at(9, 0), day("2025-02-28").at(17, 30)),
        ] {
            let found = term.due(&cal, &hours, from);
            assert_eq!(found, due, "{term:?} from {}: {}", from.rfc3339(), found.rfc3339());
        }
        assert_eq!(Term::Natural { micros: HOUR }.last_day(&cal, wednesday), None);
    }
}
