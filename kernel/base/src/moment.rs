use std::fmt;
use std::str::FromStr;

/// One second in microseconds.
pub const SECOND: i64 = 1_000_000;
/// One minute in microseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// One hour in microseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// One day in microseconds.
pub const DAY: i64 = 24 * HOUR;
/// Civil time in China is UTC+8 all year.
const OFFSET: i64 = 8 * HOUR;
const UNIX_EPOCH_JULIAN: i32 = 2_440_588;

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(i64);

impl Moment {
    /// From microseconds since the epoch.
    pub const fn from_micros(us: i64) -> Self {
        Self(us)
    }
    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// This moment moved by `us` microseconds (saturating).
    #[must_use]
    pub const fn plus(self, us: i64) -> Self {
        Self(self.0.saturating_add(us))
    }
    /// Microseconds from `earlier` to here; negative if `earlier` is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
    /// The civil day (UTC+8) this moment falls on.
    pub const fn day(self) -> Day {
        Day((self.0.saturating_add(OFFSET)).div_euclid(DAY) as i32)
    }
    /// Microseconds since civil midnight (UTC+8).
    pub const fn time_of_day(self) -> i64 {
        self.0.saturating_add(OFFSET).rem_euclid(DAY)
    }
    /// Civil hour and minute (UTC+8).
    pub const fn hour_minute(self) -> (u8, u8) {
        let t = self.time_of_day();
        ((t / HOUR) as u8, (t % HOUR / MINUTE) as u8)
    }
    /// RFC 3339 in civil time, to the second: `2026-08-12T09:30:00+08:00`.
    pub fn rfc3339(self) -> String {
        let t = self.time_of_day();
        format!("{}T{:02}:{:02}:{:02}+08:00", self.day(), t / HOUR, t % HOUR / MINUTE, t % MINUTE / SECOND)
    }
}

/// A civil day (UTC+8), counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

impl Day {
    /// From days since 1970-01-01.
    pub const fn from_number(days: i32) -> Self {
        Self(days)
    }
    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }
    /// A calendar date; `None` if there is no such day or the year is outside 1900..=2200.
    pub fn ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1900..=2200).contains(&year) {
            return None;
        }
        let month = time::Month::try_from(month).ok()?;
        let date = time::Date::from_calendar_date(year, month, day).ok()?;
        Some(Self(date.to_julian_day() - UNIX_EPOCH_JULIAN))
    }
    fn date(self) -> time::Date {
        time::Date::from_julian_day(self.0.saturating_add(UNIX_EPOCH_JULIAN)).unwrap_or(time::Date::MAX)
    }
    /// Year, month 1–12, day 1–31.
    pub fn parts(self) -> (i32, u8, u8) {
        let d = self.date();
        (d.year(), u8::from(d.month()), d.day())
    }
    /// The year.
    pub fn year(self) -> i32 {
        self.date().year()
    }
    /// Monday = 1 … Sunday = 7 (ISO 8601).
    pub const fn weekday(self) -> u8 {
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }
    /// `n` days later (earlier if negative).
    #[must_use]
    pub const fn plus(self, n: i32) -> Self {
        Self(self.0.saturating_add(n))
    }
    /// The moment this day begins in civil time (00:00 UTC+8).
    pub const fn start(self) -> Moment {
        Moment(self.0 as i64 * DAY - OFFSET)
    }
    /// The moment `hour:minute` of this day in civil time.
    pub const fn at(self, hour: u8, minute: u8) -> Moment {
        self.start().plus(hour as i64 * HOUR + minute as i64 * MINUTE)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.parts();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// What was given is no day like `2026-08-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDay;

impl fmt::Display for BadDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day like 2026-08-12")
    }
}
impl std::error::Error for BadDay {}

impl FromStr for Day {
    type Err = BadDay;
    /// Reads `2026-08-12`.
    fn from_str(s: &str) -> Result<Self, BadDay> {
        let mut it = s.splitn(3, '-');
        let mut part = || it.next().filter(|p| p.bytes().all(|b| b.is_ascii_digit())).ok_or(BadDay);
        let (y, m, d) = (part()?, part()?, part()?);
        if (y.len(), m.len(), d.len()) != (4, 2, 2) {
            return Err(BadDay);
        }
        let number = |_: std::num::ParseIntError| BadDay;
        Self::ymd(y.parse().map_err(number)?, m.parse().map_err(number)?, d.parse().map_err(number)?).ok_or(BadDay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_as_the_calendar_does() {
        for (text, number, weekday) in
            [("1970-01-01", 0, 4), ("2024-02-29", 19_782, 4), ("2026-11-24", 20_781, 2), ("1969-12-31", -1, 3)]
        {
            let day: Day = text.parse().expect(text);
            assert_eq!((day.number(), day.weekday(), day.to_string().as_str()), (number, weekday, text));
        }
        for bad in ["2023-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-01x", "", "٢٠٢٦-01-01"] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_moment_before_eight_in_utc_is_already_the_next_day_here() {
        let day: Day = "2026-06-18".parse().expect("a day");
        assert_eq!(day.start().plus(-1).day(), day.plus(-1));
        assert_eq!(day.at(17, 45).rfc3339(), "2026-06-18T17:45:00+08:00");
        assert_eq!(day.at(17, 45).hour_minute(), (17, 45));
    }
}
