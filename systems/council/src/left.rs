//! How much time is left, in the measure of the clock that runs: working days where it counts working days, hours by
//! the clock where it counts those. Before the deadline and after it, the same.

use crate::course::{Terms, flow};
use crate::rules::Pace;
use crate::texts::t;
use lianxin_base::{DAY, HOUR, Lang, MINUTE, Moment};
use lianxin_calendar::{Term, days_left};
use lianxin_web::components::{Tag, Tone};

/// Natural time is told in hours up to so many, then in whole days of twenty-four.
const IN_HOURS: i64 = 48;
/// So many working days before the end it is soon.
const SOON: u32 = 2;

/// What a clock counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Every hour, also at night and on holidays.
    Hours,
    /// Working days.
    WorkingDays,
}

impl Measure {
    /// What the clock of a step counts; a date somebody named is kept in working days.
    pub fn of(step: &str, pace: Pace) -> Self {
        match flow().limit(step, pace.name()).map(lianxin_path::Limit::term) {
            Some(Term::Natural { .. }) => Self::Hours,
            _ => Self::WorkingDays,
        }
    }
}

/// How far off the end is, as it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Left {
    /// So many working days are left, today not counted.
    WorkingDays(u32),
    /// It ends today, at this hour and minute.
    Today(u32, u32),
    Hours(i64),
    Minutes(i64),
    /// Days that are no working days: after a calendar was changed, an end may lie on one.
    Days(i64),
    Late(Late),
}

/// How long the end is past.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Late {
    /// Today.
    Today,
    /// Before today, and no working day has passed since.
    NoWorkingDay,
    WorkingDays(u32),
    Minutes(i64),
    Hours(i64),
    Days(i64),
}

fn left(measure: Measure, terms: &Terms, due: Moment, now: Moment) -> Left {
    match measure {
        Measure::Hours => by_hours(due.micros() - now.micros()),
        Measure::WorkingDays => by_working_days(terms, due, now),
    }
}

fn by_working_days(terms: &Terms, due: Moment, now: Moment) -> Left {
    let left = days_left(&terms.calendar, now, due);
    let (hour, minute) = due.hour_minute();
    match (left.overdue, left.overdue_working_days, left.working_days, left.calendar_days) {
        (true, 0, ..) if due.day() == now.day() => Left::Late(Late::Today),
        (true, 0, ..) => Left::Late(Late::NoWorkingDay),
        (true, n, ..) => Left::Late(Late::WorkingDays(n)),
        (false, _, _, 0) => Left::Today(hour.into(), minute.into()),
        (false, _, 0, days) => Left::Days(days.into()),
        (false, _, n, _) => Left::WorkingDays(n),
    }
}

/// Whole hours and days; what is begun of one does not count, so nobody is promised more than there is.
fn by_hours(micros: i64) -> Left {
    let (minutes, hours, days) = (micros.abs() / MINUTE, micros.abs() / HOUR, micros.abs() / DAY);
    match (micros < 0, hours) {
        (true, 0) => Left::Late(Late::Minutes(minutes.max(1))),
        (true, h) if h < IN_HOURS => Left::Late(Late::Hours(h)),
        (true, _) => Left::Late(Late::Days(days)),
        (false, 0) => Left::Minutes(minutes.max(1)),
        (false, h) if h < IN_HOURS => Left::Hours(h),
        (false, _) => Left::Days(days),
    }
}

/// How much is left, as a tag: nothing for what is closed or has no clock.
pub fn tag(
    lang: Lang,
    terms: &Terms,
    (measure, due): (Measure, Option<Moment>),
    ended: bool,
    now: Moment,
) -> Option<Tag<'static>> {
    let left = left(measure, terms, due.filter(|_| !ended)?, now);
    let tone = match left {
        Left::Late(_) => Tone::Late,
        Left::WorkingDays(n) if n > SOON => Tone::Plain,
        _ => Tone::Due,
    };
    Some(Tag::new(tone, said(lang, left)))
}

fn said(lang: Lang, left: Left) -> String {
    let t = t(lang);
    match left {
        Left::WorkingDays(n) => t.msg_due_working_days(n),
        Left::Today(hour, minute) => t.msg_due_today(format!("{hour}:{minute:02}")),
        Left::Hours(n) => t.msg_due_hours(n),
        Left::Minutes(n) => t.msg_due_minutes(n),
        Left::Days(n) => t.msg_due_days(n),
        Left::Late(late) => match late {
            Late::Today => t.msg_late_today(),
            Late::NoWorkingDay => t.msg_late_now(),
            Late::WorkingDays(n) => t.msg_late_working_days(n),
            Late::Minutes(n) => t.msg_late_minutes(n),
            Late::Hours(n) => t.msg_late_hours(n),
            Late::Days(n) => t.msg_late_days(n),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    fn at(date: &str, hour: u8, minute: u8) -> Moment {
        date.parse::<Day>().expect(date).at(hour, minute)
    }

    #[test]
    fn a_clock_of_working_days_says_working_days_before_and_after() {
        let terms = Terms::default();
        for (what, now, due, zh, en) in [
            ("a week", at("2026-08-12", 9, 0), at("2026-08-19", 17, 30), "剩 5 个工作日", "5 working days left"),
            (
                "over a weekend",
                at("2026-08-14", 20, 0),
                at("2026-08-17", 17, 30),
                "剩 1 个工作日",
                "1 working day left",
            ),
            ("on a Saturday", at("2026-08-15", 9, 0), at("2026-08-17", 17, 30), "剩 1 个工作日", "1 working day left"),
            ("over 国庆", at("2026-09-30", 9, 0), at("2026-10-08", 17, 30), "剩 1 个工作日", "1 working day left"),
            (
                "a Saturday that is worked",
                at("2026-10-09", 9, 0),
                at("2026-10-10", 17, 30),
                "剩 1 个工作日",
                "1 working day left",
            ),
            ("the last day", at("2026-08-19", 9, 0), at("2026-08-19", 17, 30), "今天 17:30 到期", "Due today at 17:30"),
            ("that minute", at("2026-08-19", 9, 5), at("2026-08-19", 9, 5), "今天 9:05 到期", "Due today at 9:05"),
            ("just over", at("2026-08-19", 17, 31), at("2026-08-19", 17, 30), "今天过点了", "Overdue today"),
            ("Friday's, on Saturday", at("2026-08-22", 9, 0), at("2026-08-21", 17, 30), "过点了", "Overdue"),
            (
                "Friday's, on Monday",
                at("2026-08-24", 9, 0),
                at("2026-08-21", 17, 30),
                "超了 1 个工作日",
                "1 working day overdue",
            ),
            ("in 国庆", at("2026-10-05", 9, 0), at("2026-09-30", 17, 30), "过点了", "Overdue"),
            (
                "after 国庆",
                at("2026-10-09", 9, 0),
                at("2026-09-30", 17, 30),
                "超了 2 个工作日",
                "2 working days overdue",
            ),
            ("an end on a Sunday", at("2026-08-15", 9, 0), at("2026-08-16", 12, 0), "剩 1 天", "1 day left"),
        ] {
            let says = |lang| tag(lang, &terms, (Measure::WorkingDays, Some(due)), false, now).map(|tag| tag.text);
            assert_eq!(says(Lang::Zh).as_deref(), Some(zh), "{what}");
            assert_eq!(says(Lang::En).as_deref(), Some(en), "{what}");
        }
    }

    #[test]
    fn a_clock_of_hours_says_hours_on_holidays_too() {
        let terms = Terms::default();
        for (what, now, due, zh, en) in [
            ("a day", at("2026-10-01", 9, 0), at("2026-10-02", 9, 0), "剩 24 小时", "24 h left"),
            ("begun hours", at("2026-10-01", 9, 1), at("2026-10-02", 9, 0), "剩 23 小时", "23 h left"),
            ("the last hour", at("2026-10-01", 9, 0), at("2026-10-01", 9, 40), "剩 40 分钟", "40 min left"),
            ("the last minute", at("2026-10-01", 9, 0), at("2026-10-01", 9, 0), "剩 1 分钟", "1 min left"),
            ("extended by days", at("2026-10-01", 9, 0), at("2026-10-04", 17, 30), "剩 3 天", "3 days left"),
            ("a little over", at("2026-10-01", 9, 20), at("2026-10-01", 9, 0), "超了 20 分钟", "20 min overdue"),
            ("over a night", at("2026-10-03", 8, 0), at("2026-10-02", 9, 0), "超了 23 小时", "23 h overdue"),
            ("over a weekend", at("2026-08-17", 9, 0), at("2026-08-15", 9, 0), "超了 2 天", "2 days overdue"),
        ] {
            let says = |lang| tag(lang, &terms, (Measure::Hours, Some(due)), false, now).map(|tag| tag.text);
            assert_eq!(says(Lang::Zh).as_deref(), Some(zh), "{what}");
            assert_eq!(says(Lang::En).as_deref(), Some(en), "{what}");
        }
    }

    #[test]
    fn what_is_soon_stands_out_and_what_ended_says_nothing() {
        let (terms, now) = (Terms::default(), at("2026-08-12", 9, 0));
        let tone = |due| tag(Lang::Zh, &terms, (Measure::WorkingDays, Some(due)), false, now).map(|tag| tag.tone);
        assert_eq!(tone(at("2026-08-17", 17, 30)), Some(Tone::Plain));
        assert_eq!(tone(at("2026-08-14", 17, 30)), Some(Tone::Due));
        assert_eq!(tone(at("2026-08-11", 17, 30)), Some(Tone::Late));
        assert!(tag(Lang::Zh, &terms, (Measure::Hours, Some(now)), true, now).is_none(), "it ended");
        assert!(tag(Lang::Zh, &terms, (Measure::Hours, None), false, now).is_none(), "no clock");
    }

    #[test]
    fn the_measure_is_the_clock_s_of_the_step() {
        for (step, pace, measure) in [
            ("look", Pace::Urgent, Measure::Hours),
            ("work", Pace::Utility, Measure::Hours),
            ("look", Pace::General, Measure::WorkingDays),
            ("work", Pace::Complex, Measure::WorkingDays),
            ("feedback", Pace::Urgent, Measure::WorkingDays),
            ("waiting", Pace::Utility, Measure::WorkingDays),
        ] {
            assert_eq!(Measure::of(step, pace), measure, "{step}, {pace:?}");
        }
    }
}
