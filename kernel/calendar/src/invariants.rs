//! What must hold for every date, not only for those in the tables.

use crate::{Calendar, OfficeHours, Term, days_left};
use lianxin_base::{DAY, Day, MINUTE, Moment};
use proptest::prelude::*;

fn moments() -> impl Strategy<Value = Moment> {
    // 2018 to 2028: official and provisional years
    (17_532i64 * DAY..21_549 * DAY).prop_map(Moment::from_micros)
}

fn days() -> impl Strategy<Value = Day> {
    (17_532i32..21_549).prop_map(Day::from_number)
}

fn hours() -> impl Strategy<Value = OfficeHours> {
    proptest::array::uniform4(0u16..=1440).prop_filter_map("in order and not empty", |mut m| {
        m.sort_unstable();
        OfficeHours::new(m[0], m[1], m[2], m[3]).ok()
    })
}

proptest! {
    #[test]
    fn working_time_adds_up_over_any_split(hours in hours(), mut at in proptest::array::uniform3(moments())) {
        let cal = Calendar::official();
        at.sort_unstable();
        let [a, b, c] = at;
        let parts = cal.working_time(&hours, a, b) + cal.working_time(&hours, b, c);
        prop_assert_eq!(parts, cal.working_time(&hours, a, c));
        prop_assert!(cal.working_time(&hours, a, c) <= c.since(a));
    }

    #[test]
    fn working_time_is_used_up_exactly_when_it_is_due(
        hours in hours(), from in moments(), micros in 1i64..20 * 480 * MINUTE
    ) {
        let cal = Calendar::official();
        let due = Term::WorkingTime { micros }.due(&cal, &hours, from);
        prop_assert_eq!(cal.working_time(&hours, from, due), micros);
        prop_assert_eq!(cal.working_time(&hours, from, due.plus(-1)), micros - 1);
    }

    #[test]
    fn working_days_are_counted_back_as_they_were_added(from in days(), n in 0u32..120) {
        let cal = Calendar::official();
        let end = cal.add_working_days(from, n);
        prop_assert_eq!(cal.working_days_between(from, end), n);
        prop_assert!(n == 0 || cal.is_working(end));
    }

    #[test]
    fn a_longer_term_never_ends_earlier_and_never_on_a_rest_day(from in moments(), n in 0u32..400) {
        let (cal, hours) = (Calendar::official(), OfficeHours::default());
        for term in [|n| Term::WorkingDays { n }, |n| Term::Days { n }, |n| Term::Months { n: n / 20 }] {
            let (short, long) = (term(n).due(&cal, &hours, from), term(n + 1).due(&cal, &hours, from));
            prop_assert!(short <= long);
            prop_assert!(cal.is_working(short.day()));
        }
    }

    #[test]
    fn either_days_are_left_or_days_are_overdue(now in moments(), due in moments()) {
        let left = days_left(&Calendar::official(), now, due);
        prop_assert!(left.calendar_days == 0 || !left.overdue);
        prop_assert!(left.overdue_working_days == 0 || left.overdue);
        prop_assert!(left.working_days <= left.calendar_days);
    }
}
