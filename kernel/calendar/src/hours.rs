use crate::days::{FIRST, LAST};
use crate::{Calendar, CalendarFault};
use lianxin_base::{Day, MINUTE, Moment};

const DAY_MINUTES: u16 = 24 * 60;

/// When an office is open on a working day: two stretches round a noon break, in civil time (UTC+8). A setting of an
/// area; by default 08:30–12:00 and 14:30–17:30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    open: u16,
    noon_from: u16,
    noon_to: u16,
    close: u16,
}

impl Default for OfficeHours {
    fn default() -> Self {
        Self { open: 8 * 60 + 30, noon_from: 12 * 60, noon_to: 14 * 60 + 30, close: 17 * 60 + 30 }
    }
}

impl OfficeHours {
    /// Hours in minutes since midnight. Without a noon break, give the same minute twice.
    ///
    /// # Errors
    /// [`CalendarFault::Hours`] unless `open ≤ noon_from ≤ noon_to ≤ close ≤ 24:00` and some time is left to work.
    pub const fn new(open: u16, noon_from: u16, noon_to: u16, close: u16) -> Result<Self, CalendarFault> {
        let in_order = open <= noon_from && noon_from <= noon_to && noon_to <= close && close <= DAY_MINUTES;
        if !in_order || (open == noon_from && noon_to == close) {
            return Err(CalendarFault::Hours);
        }
        Ok(Self { open, noon_from, noon_to, close })
    }

    /// Opening, noon break, its end, closing: minutes since midnight.
    pub const fn minutes(&self) -> [u16; 4] {
        [self.open, self.noon_from, self.noon_to, self.close]
    }

    /// When business ends on `day`, which ends a term's last day (Civil Code 203).
    pub fn close_of(&self, day: Day) -> Moment {
        at(day, if self.noon_to == self.close { self.noon_from } else { self.close })
    }

    /// The two stretches of `day`.
    fn stretches(&self, day: Day) -> [(Moment, Moment); 2] {
        [(at(day, self.open), at(day, self.noon_from)), (at(day, self.noon_to), at(day, self.close))]
    }

    /// Microseconds of one working day.
    fn length(&self) -> i64 {
        i64::from(self.noon_from - self.open + self.close - self.noon_to) * MINUTE
    }

    /// Microseconds of `day`'s hours that lie in `from..to`.
    fn overlap(&self, day: Day, from: Moment, to: Moment) -> i64 {
        self.stretches(day).iter().map(|&(a, b)| b.min(to).since(a.max(from)).max(0)).sum()
    }
}

fn at(day: Day, minute: u16) -> Moment {
    day.start().plus(i64::from(minute) * MINUTE)
}

impl Calendar {
    /// Whether an office with these hours is open at a moment: a working day, from the opening minute until just before
    /// the closing one; not at noon.
    pub fn is_open(&self, hours: &OfficeHours, at: Moment) -> bool {
        let day = at.day();
        self.is_working(day) && hours.stretches(day).iter().any(|&(open, close)| open <= at && at < close)
    }

    /// Microseconds within office hours of working days from `from` to `to`; 0 if `to` is not later. Exact, and
    /// additive: the time from a to b and from b to c is the time from a to c.
    pub fn working_time(&self, hours: &OfficeHours, from: Moment, to: Moment) -> i64 {
        let (from, to) = (from.max(FIRST.start()), to.min(LAST.plus(1).start()));
        if to <= from {
            return 0;
        }
        let (first, last) = (from.day(), to.day());
        let part = |day| if self.is_working(day) { hours.overlap(day, from, to) } else { 0 };
        if first == last {
            return part(first);
        }
        let whole = i64::from(self.working_days_between(first, last.plus(-1)));
        part(first) + whole * hours.length() + part(last)
    }

    /// The earliest moment at which `micros` of working time have passed since `from`; `from` itself if there are none.
    pub fn add_working_time(&self, hours: &OfficeHours, from: Moment, micros: i64) -> Moment {
        if micros <= 0 {
            return from;
        }
        let from = from.max(FIRST.start());
        let (mut day, mut left) = (from.day(), micros);
        while day <= LAST {
            if self.is_working(day) {
                for (open, close) in hours.stretches(day) {
                    let begin = open.max(from);
                    let there = close.since(begin).max(0);
                    if left <= there {
                        return begin.plus(left);
                    }
                    left -= there;
                }
            }
            day = day.plus(1);
        }
        hours.close_of(LAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{HOUR, SECOND};

    fn moment(text: &str) -> Moment {
        let (day, time) = text.split_once(' ').expect(text);
        let (hour, minute) = time.split_once(':').expect(text);
        day.parse::<Day>().expect(text).at(hour.parse().expect(text), minute.parse().expect(text))
    }

    #[test]
    fn an_office_is_open_from_its_first_minute_to_its_last() {
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        for (at, open) in [
            ("2026-08-12 08:29", false),
            ("2026-08-12 08:30", true),
            ("2026-08-12 11:59", true),
            ("2026-08-12 12:00", false), // noon
            ("2026-08-12 14:30", true),
            ("2026-08-12 17:29", true),
            ("2026-08-12 17:30", false), // the closing minute
            ("2026-08-13 00:00", false),
            ("2026-08-15 10:00", false), // a Saturday
            ("2026-10-01 10:00", false), // National Day
            ("2026-02-14 10:00", true),  // a Saturday that is worked
            ("2026-02-17 10:00", false), // Spring Festival
        ] {
            assert_eq!(cal.is_open(&hours, moment(at)), open, "{at}");
        }
        assert!(cal.is_open(&hours, moment("2026-08-12 17:30").plus(-1)), "to the microsecond");
        let moved =
            cal.with_local(&[("2026-08-12".parse().expect("a day"), "2026-08-12".parse().expect("a day"), false)]);
        assert!(!moved.is_open(&hours, moment("2026-08-12 10:00")), "a day off of its own");
    }

    #[test]
    fn only_office_hours_of_working_days_count() {
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        for (from, to, minutes) in [
            ("2026-08-12 09:00", "2026-08-12 11:00", 120),
            ("2026-08-12 11:30", "2026-08-12 15:00", 60), // over noon
            ("2026-08-12 12:10", "2026-08-12 14:20", 0),  // within the noon break
            ("2026-08-12 17:00", "2026-08-13 09:00", 60), // over night
            ("2026-08-12 06:00", "2026-08-12 23:00", 390),
            ("2026-08-14 17:00", "2026-08-17 09:00", 60), // over a weekend
            ("2026-09-30 17:00", "2026-10-08 09:00", 60), // over National Day
            ("2026-02-13 17:00", "2026-02-15 12:00", 30 + 390), // a Saturday that is worked
            ("2026-08-15 08:00", "2026-08-16 20:00", 0),
            ("2026-08-12 11:00", "2026-08-12 09:00", 0),
            ("2025-12-31 00:00", "2026-12-31 24:00", 249 * 390),
        ] {
            assert_eq!(cal.working_time(&hours, moment(from), moment(to)), minutes * MINUTE, "{from} – {to}");
        }
        let eight = moment("2026-08-12 08:30");
        assert_eq!(cal.working_time(&hours, eight.plus(-SECOND), eight.plus(1)), 1, "to the microsecond");
    }

    #[test]
    fn working_hours_end_where_they_are_used_up() {
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        for (from, minutes, due) in [
            ("2026-08-12 09:00", 120, "2026-08-12 11:00"),
            ("2026-08-12 11:00", 120, "2026-08-12 15:30"),
            ("2026-08-12 11:00", 60, "2026-08-12 12:00"), // at noon, not after the break
            ("2026-08-12 17:00", 60, "2026-08-13 09:00"),
            ("2026-08-12 20:00", 30, "2026-08-13 09:00"),
            ("2026-08-15 10:00", 30, "2026-08-17 09:00"),
            ("2026-09-30 16:30", 120, "2026-10-08 09:30"),
            ("2026-08-15 10:00", 0, "2026-08-15 10:00"),
        ] {
            let found = cal.add_working_time(&hours, moment(from), minutes * MINUTE);
            assert_eq!(found, moment(due), "{from} + {minutes} min: {}", found.rfc3339());
        }
        assert_eq!(cal.add_working_time(&hours, moment("2200-12-30 09:00"), i64::MAX), hours.close_of(LAST));
        assert_eq!(cal.working_time(&hours, Moment::from_micros(i64::MIN), FIRST.plus(1).start()), 0);
        assert!(cal.working_time(&hours, Moment::from_micros(i64::MIN), Moment::from_micros(i64::MAX)) > HOUR);
    }

    #[test]
    fn hours_follow_each_other() {
        for (open, noon_from, noon_to, close, good) in [
            (510, 720, 870, 1050, true),
            (540, 720, 720, 1020, true), // no noon break
            (540, 720, 720, 720, true),  // mornings only
            (0, 720, 720, 1440, true),
            (540, 540, 1020, 1020, false), // nothing left
            (540, 500, 720, 1020, false),
            (540, 720, 700, 1020, false),
            (540, 720, 870, 1441, false),
        ] {
            assert_eq!(OfficeHours::new(open, noon_from, noon_to, close).is_ok(), good, "{open} {noon_from}");
        }
        let mornings = OfficeHours::new(540, 720, 900, 900).expect("mornings only");
        let day: Day = "2026-08-12".parse().expect("a day");
        assert_eq!(mornings.close_of(day), day.at(12, 0));
    }
}
