use crate::CalendarFault;
use lianxin_base::Day;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

/// The last day the calendar knows, 2200-12-31: every count stops here.
pub(crate) const LAST: Day = Day::from_number(84_370);
/// The first, 1900-01-01.
pub(crate) const FIRST: Day = Day::from_number(-25_567);

/// The State Council's notices for 2019 to 2026. Each year lists all days of each official break, weekends included,
/// and the weekend days that are worked instead.
const OFFICIAL: &str = include_str!("../data/holidays.json");

/// Which days are working days. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: Arc<BTreeMap<i32, Year>>,
    /// Days that are worked or not here, whatever the notices say.
    local: Arc<BTreeMap<Day, bool>>,
}

/// What one year's notice says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Year {
    holidays: BTreeSet<Day>,
    workdays: BTreeSet<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    holidays: Vec<String>,
    #[serde(default)]
    workdays: Vec<String>,
}

impl Calendar {
    /// The official years this release knows, 2019 to 2026; all others are provisional.
    pub fn official() -> Self {
        static FACTS: LazyLock<Calendar> =
            LazyLock::new(|| Calendar::default().read_json(OFFICIAL).expect("a test reads these facts"));
        FACTS.clone()
    }

    /// This calendar with the notice of one more year, or with another notice for a year it knows.
    ///
    /// `holidays` are all days of the year's breaks, `workdays` the weekend days worked instead; both in `year` itself:
    /// a New Year's break that begins on 30 December belongs with its first days to the year before.
    ///
    /// # Errors
    /// [`CalendarFault`]: a year out of range, no holiday at all, a date of another year or given twice, or a make-up
    /// working day that is no weekend.
    pub fn with_year(&self, year: i32, holidays: &[Day], workdays: &[Day]) -> Result<Self, CalendarFault> {
        let notice = Year::new(year, holidays, workdays)?;
        let mut years = BTreeMap::clone(&self.years);
        years.insert(year, notice);
        Ok(Self { years: Arc::new(years), local: self.local.clone() })
    }

    /// This calendar with the years of a file: `{"2027":{"holidays":["2027-01-01",…],"workdays":["2027-02-20",…]}}`.
    ///
    /// # Errors
    /// As [`Calendar::with_year`], and for what is no such file; then nothing of it is taken.
    pub fn read_json(&self, text: &str) -> Result<Self, CalendarFault> {
        let written: BTreeMap<String, Written> =
            serde_json::from_str(text).map_err(|e| CalendarFault::NotJson(e.to_string()))?;
        let mut years = BTreeMap::clone(&self.years);
        for (name, lists) in written {
            let year = name.parse().map_err(|_| CalendarFault::Year(name))?;
            years.insert(year, Year::new(year, &days(lists.holidays)?, &days(lists.workdays)?)?);
        }
        Ok(Self { years: Arc::new(years), local: self.local.clone() })
    }

    /// This calendar with days off or worked of one place: stretches with both ends, `true` for worked. Later
    /// stretches stand above earlier ones.
    #[must_use]
    pub fn with_local(&self, stretches: &[(Day, Day, bool)]) -> Self {
        if stretches.is_empty() {
            return self.clone();
        }
        let mut local = BTreeMap::clone(&self.local);
        for &(since, until, working) in stretches {
            let days = since.max(FIRST).number()..=until.min(LAST).number();
            local.extend(days.map(|n| (Day::from_number(n), working)));
        }
        Self { years: self.years.clone(), local: Arc::new(local) }
    }

    /// The years with a notice, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.years.keys().copied()
    }

    /// Whether there is no notice for the day's year, so that its lunar holidays, bridging days and make-up days are
    /// not known. A page that shows a deadline there says that it may still move.
    pub fn is_provisional(&self, day: Day) -> bool {
        !self.years.contains_key(&day.year())
    }

    /// Whether offices work on this day. Days outside 1900–2200 are not working days.
    pub fn is_working(&self, day: Day) -> bool {
        if !(FIRST..=LAST).contains(&day) {
            return false;
        }
        if let Some(working) = self.local.get(&day) {
            return *working;
        }
        match self.years.get(&day.year()) {
            Some(year) => year.workdays.contains(&day) || (is_weekday(day) && !year.holidays.contains(&day)),
            None => is_weekday(day) && !is_fixed_holiday(day),
        }
    }

    /// The `n`th working day after `start`, the start not counted (Civil Code 201). With 0, `start` as it is.
    pub fn add_working_days(&self, start: Day, n: u32) -> Day {
        let (mut day, mut left) = (start.max(FIRST.plus(-1)), n);
        while left > 0 && day < LAST {
            day = day.plus(1);
            left -= u32::from(self.is_working(day));
        }
        if n == 0 { start } else { day.min(LAST) }
    }

    /// How many working days lie after `from` up to and including `to`; 0 if `to` is not later.
    ///
    /// `working_days_between(d, add_working_days(d, n)) == n`.
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let (mut day, end) = (from.max(FIRST.plus(-1)), to.min(LAST));
        let mut count = 0;
        while day < end {
            day = day.plus(1);
            count += u32::from(self.is_working(day));
        }
        count
    }

    /// `day` if it is a working day, else the first working day after it (Civil Code 203).
    pub fn working_day_from(&self, day: Day) -> Day {
        if self.is_working(day) { day } else { self.add_working_days(day, 1) }
    }
}

impl Year {
    fn new(year: i32, holidays: &[Day], workdays: &[Day]) -> Result<Self, CalendarFault> {
        if Day::ymd(year, 1, 1).is_none() {
            return Err(CalendarFault::Year(year.to_string()));
        }
        if holidays.is_empty() {
            return Err(CalendarFault::NoHoliday(year));
        }
        let mut seen = BTreeSet::new();
        for &day in holidays.iter().chain(workdays) {
            if day.year() != year {
                return Err(CalendarFault::OtherYear { year, day });
            }
            if !seen.insert(day) {
                return Err(CalendarFault::Twice(day));
            }
        }
        if let Some(&day) = workdays.iter().find(|d| is_weekday(**d)) {
            return Err(CalendarFault::NotAWeekend(day));
        }
        Ok(Self { holidays: holidays.iter().copied().collect(), workdays: workdays.iter().copied().collect() })
    }
}

fn days(texts: Vec<String>) -> Result<Vec<Day>, CalendarFault> {
    texts.into_iter().map(|t| t.parse().map_err(|_| CalendarFault::Date(t))).collect()
}

const fn is_weekday(day: Day) -> bool {
    day.weekday() <= 5
}

/// The statutory holidays with a date of their own (全国年节及纪念日放假办法; 2 May since 2025). Spring Festival,
/// Qingming, Dragon Boat and Mid-Autumn follow the moon or the sun and are not guessed.
fn is_fixed_holiday(day: Day) -> bool {
    match day.parts() {
        (_, 1, 1) | (_, 5, 1) | (_, 10, 1..=3) => true,
        (year, 5, 2) => year >= 2025,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    fn list(texts: &[&str]) -> Vec<Day> {
        texts.iter().map(|t| day(t)).collect()
    }

    #[test]
    fn every_official_year_has_its_working_days() {
        let cal = Calendar::official();
        let expected =
            [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)];
        for (year, working) in expected {
            let (before, last) = (day(&format!("{}-12-31", year - 1)), day(&format!("{year}-12-31")));
            assert_eq!(cal.working_days_between(before, last), working, "{year}");
            assert!(!cal.is_provisional(last));
        }
        assert_eq!(cal.years().collect::<Vec<_>>(), expected.map(|(year, _)| year));
    }

    #[test]
    fn a_place_has_days_of_its_own() {
        let cal = Calendar::official();
        let (fair, after) = (day("2026-08-12"), day("2026-08-14")); // Wednesday to Friday
        let here = cal.with_local(&[(fair, after, false), (day("2026-08-15"), day("2026-08-15"), true)]);
        for (date, working) in
            [("2026-08-11", true), ("2026-08-12", false), ("2026-08-14", false), ("2026-08-15", true)]
        {
            assert_eq!(here.is_working(day(date)), working, "{date}");
        }
        assert_eq!(here.add_working_days(day("2026-08-11"), 1), day("2026-08-15"));
        assert!(cal.is_working(fair), "elsewhere nothing changed");
        assert!(here.with_local(&[(fair, fair, true)]).is_working(fair), "what is said later stands");
        assert_eq!(cal.with_local(&[]), cal);
        let ever = cal.with_local(&[(Day::from_number(i32::MIN), FIRST.plus(-1), true)]);
        assert!(!ever.is_working(FIRST.plus(-1)), "outside of all calendars nobody works");
    }

    #[test]
    fn working_days_are_counted_over_festivals() {
        let cal = Calendar::official();
        for (start, n, end) in [
            ("2026-02-13", 5, "2026-02-27"),
            ("2026-09-24", 5, "2026-10-09"),
            ("2026-09-30", 1, "2026-10-08"),
            ("2025-09-26", 5, "2025-10-10"),
            ("2026-02-17", 1, "2026-02-24"),
            ("2024-02-09", 1, "2024-02-18"),
            ("2025-01-25", 2, "2025-01-27"),
            ("2026-08-14", 1, "2026-08-17"),
            ("2026-08-15", 1, "2026-08-17"),
            ("2026-08-15", 0, "2026-08-15"),
            ("2023-12-29", 1, "2024-01-02"),
        ] {
            assert_eq!(cal.add_working_days(day(start), n), day(end), "{start} +{n}");
        }
    }

    #[test]
    fn single_days_are_what_the_notices_say() {
        let cal = Calendar::official();
        for (date, working) in [
            ("2023-12-30", false),
            ("2023-12-31", false),
            ("2024-01-01", false),
            ("2024-01-02", true),
            ("2026-02-13", true),
            ("2026-02-14", true),
            ("2026-02-15", false),
            ("2026-02-23", false),
            ("2026-02-24", true),
            ("2026-02-28", true),
            ("2025-01-26", true),
            ("2025-01-27", true),
            ("2025-01-28", false),
            ("2025-02-04", false),
            ("2025-02-05", true),
            ("2026-08-15", false),
        ] {
            assert_eq!(cal.is_working(day(date)), working, "{date}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_provisional() {
        let cal = Calendar::official();
        for (date, working) in [
            ("2027-01-01", false),
            ("2027-02-08", true), // Spring Festival week: not guessed, flagged
            ("2028-05-01", false),
            ("2028-05-02", false),
            ("2018-05-02", true),
            ("2027-10-01", false),
            ("2029-10-03", false),
            ("2027-10-04", true),
            ("2027-10-09", false),
        ] {
            assert_eq!((cal.is_working(day(date)), cal.is_provisional(day(date))), (working, true), "{date}");
        }
        let with = cal
            .with_year(2027, &list(&["2027-01-01", "2027-02-08"]), &list(&["2027-02-20"]))
            .expect("a year can be added");
        assert!(!with.is_provisional(day("2027-02-08")) && !with.is_working(day("2027-02-08")));
        assert!(with.is_working(day("2027-02-20")) && cal.is_provisional(day("2027-02-20")));
        let json = r#"{"2027":{"holidays":["2027-01-01","2027-02-08"],"workdays":["2027-02-20"]}}"#;
        assert_eq!(cal.read_json(json), Ok(with));
    }

    #[test]
    fn a_notice_with_faults_is_refused() {
        use CalendarFault::{Date, NoHoliday, NotAWeekend, OtherYear, Twice, Year};
        let cal = Calendar::official();
        for (json, fault) in [
            (r#"{"2027":{"holidays":["2026-12-31"]}}"#, OtherYear { year: 2027, day: day("2026-12-31") }),
            (
                r#"{"2027":{"holidays":["2027-01-01"],"workdays":["2028-01-01"]}}"#,
                OtherYear { year: 2027, day: day("2028-01-01") },
            ),
            (r#"{"2027":{"holidays":["2027-01-02"],"workdays":["2027-01-02"]}}"#, Twice(day("2027-01-02"))),
            (r#"{"2027":{"holidays":["2027-01-01","2027-01-01"]}}"#, Twice(day("2027-01-01"))),
            (r#"{"2027":{"holidays":["2027-01-01"],"workdays":["2027-01-04"]}}"#, NotAWeekend(day("2027-01-04"))),
            (r#"{"2027":{"holidays":["2027-02-29"]}}"#, Date("2027-02-29".into())),
            (r#"{"2027":{"holidays":[]}}"#, NoHoliday(2027)),
            (r#"{"next":{"holidays":["2027-01-01"]}}"#, Year("next".into())),
            (r#"{"2201":{"holidays":["2027-01-01"]}}"#, Year("2201".into())),
        ] {
            assert_eq!(cal.read_json(json), Err(fault), "{json}");
        }
        for broken in ["", "[]", r#"{"2027":{}}"#, r#"{"2027":{"holidays":[],"work":[]}}"#] {
            assert!(matches!(cal.read_json(broken), Err(CalendarFault::NotJson(_))), "{broken}");
        }
    }

    #[test]
    fn counts_stop_where_the_calendar_does() {
        let cal = Calendar::official();
        assert_eq!((FIRST, LAST), (day("1900-01-01"), day("2200-12-31")));
        assert_eq!(cal.add_working_days(day("2200-12-20"), 1000), LAST);
        assert_eq!(cal.add_working_days(Day::from_number(i32::MAX), 3), LAST);
        assert_eq!(cal.add_working_days(Day::from_number(i32::MIN), 1), day("1900-01-02"));
        assert_eq!(cal.working_days_between(LAST, Day::from_number(i32::MAX)), 0);
        assert!(!cal.is_working(Day::from_number(i32::MAX)));
    }
}
