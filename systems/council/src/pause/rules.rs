//! When the clock of the work may stand still, for how long, and how much time there is afterwards; pure.

use crate::rules::{Pace, Refusal, deadline_in_reach};
use lianxin_base::vocabulary;
use lianxin_base::{HOUR, Moment};
use lianxin_calendar::Calendar;
use lianxin_register::find::Terms;

vocabulary! {
    /// What is waited for.
    Reason {
        /// 等配件
        Parts = "parts",
        /// 等天暖
        Warm = "warm",
        /// 等您在家, as acts said it before; the public leaf told when a home is empty.
        Home = "home",
        /// 等您在家: in the open no more than that it waits until it suits the resident.
        Resident = "resident",
    }
}

impl Reason {
    /// What can be chosen.
    pub(crate) const OFFERED: [Self; 3] = [Self::Parts, Self::Warm, Self::Resident];

    /// How a new act says it: its leaf is public.
    pub(super) const fn said(self) -> Self {
        match self {
            Self::Home => Self::Resident,
            other => other,
        }
    }
}

/// Whether the work may wait: never where somebody is in danger, not once it is late, until tomorrow at the earliest and for
/// half a year at most.
pub(crate) fn may_pause(pace: Pace, now: Moment, due: Option<Moment>, until: Moment) -> Result<(), Refusal> {
    if pace == Pace::Urgent {
        return Err(Refusal::UrgentWaitsForNothing);
    }
    if due.is_some_and(|due| due < now) {
        return Err(Refusal::TermOver);
    }
    if until.day() == now.day() {
        return Err(Refusal::PauseToday);
    }
    deadline_in_reach(now, until)
}

/// What is left of a term when its clock stops: µs where it runs in natural time, else working days.
pub(crate) fn rest(pace: Pace, cal: &Calendar, now: Moment, due: Moment) -> i64 {
    match pace {
        Pace::Urgent | Pace::Utility => (due.micros() - now.micros()).max(0),
        Pace::General | Pace::Complex => i64::from(cal.working_days_between(now.day(), due.day())),
    }
}

/// By when it is due once it goes on: what was left, and of natural time at least an hour.
pub(crate) fn due_again(pace: Pace, terms: &Terms, now: Moment, rest: i64) -> Moment {
    match pace {
        Pace::Urgent | Pace::Utility => now.plus(rest.max(HOUR)),
        Pace::General | Pace::Complex => {
            let first = terms.calendar.working_day_from(now.day());
            let days = u32::try_from(rest).unwrap_or(0);
            terms.close_of(if days == 0 { first } else { terms.calendar.add_working_days(first, days) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    fn at(day: &str, hour: u8) -> Moment {
        day.parse::<Day>().expect("a day").at(hour, 0)
    }

    #[test]
    fn no_new_act_says_that_a_home_is_empty_and_an_old_one_is_read_as_before() {
        assert!(Reason::OFFERED.iter().all(|r| r.said() == *r && r.name() != "home"));
        assert_eq!(Reason::Home.said(), Reason::Resident);
        for (reason, whole, want) in [
            (Reason::Home, true, "等您在家"),
            (Reason::Resident, true, "等您在家"),
            (Reason::Home, false, "等居民方便"),
            (Reason::Resident, false, "等居民方便"),
        ] {
            assert_eq!(crate::pause::reason_name(lianxin_base::Lang::Zh, reason, whole), want);
        }
        assert_eq!("home".parse(), Ok(Reason::Home), "what stands in the record already");
    }

    #[test]
    fn work_waits_in_time_for_at_most_half_a_year_and_never_in_danger() {
        let (now, due) = (at("2026-06-15", 10), at("2026-06-18", 17));
        for (what, pace, due, until, want) in [
            ("a week", Pace::General, Some(due), at("2026-06-22", 17), Ok(())),
            ("today", Pace::Complex, Some(due), at("2026-06-15", 17), Err(Refusal::PauseToday)),
            ("tomorrow", Pace::Complex, Some(due), at("2026-06-16", 8), Ok(())),
            ("a gas leak", Pace::Urgent, Some(due), at("2026-06-22", 17), Err(Refusal::UrgentWaitsForNothing)),
            ("due this moment", Pace::Utility, Some(now), at("2026-06-22", 17), Ok(())),
            ("late by a moment", Pace::General, Some(now.plus(-1)), at("2026-06-22", 17), Err(Refusal::TermOver)),
            ("yesterday", Pace::General, Some(due), at("2026-06-14", 17), Err(Refusal::DeadlinePast)),
            ("183 days", Pace::General, None, at("2026-12-15", 17), Ok(())),
            ("184 days", Pace::General, None, at("2026-12-16", 17), Err(Refusal::DeadlineFar)),
        ] {
            assert_eq!(may_pause(pace, now, due, until), want, "{what}");
        }
    }

    #[test]
    fn what_was_left_is_there_again() {
        let terms = Terms::default();
        // 19 June 2026, a Friday, is the Dragon Boat holiday: 18 June is followed by Monday 22 June.
        for (what, pace, stops, due, goes_on, again) in [
            (
                "three days left",
                Pace::General,
                at("2026-06-15", 10),
                at("2026-06-18", 17),
                at("2026-06-22", 9),
                "2026-06-25",
            ),
            (
                "over a holiday",
                Pace::General,
                at("2026-06-17", 10),
                at("2026-06-22", 17),
                at("2026-06-18", 9),
                "2026-06-23",
            ),
            (
                "due today: that day",
                Pace::Complex,
                at("2026-06-15", 10),
                at("2026-06-15", 17),
                at("2026-06-16", 9),
                "2026-06-16",
            ),
        ] {
            let left = rest(pace, &terms.calendar, stops, due);
            assert_eq!(due_again(pace, &terms, goes_on, left).day().to_string(), again, "{what}");
        }
        let (stops, due, on) = (at("2026-06-15", 10), at("2026-06-15", 16), at("2026-06-20", 8));
        let left = rest(Pace::Utility, &terms.calendar, stops, due);
        assert_eq!(due_again(Pace::Utility, &terms, on, left), at("2026-06-20", 14), "six hours, on a Saturday too");
        assert_eq!(due_again(Pace::Utility, &terms, on, 0), at("2026-06-20", 9), "an hour at least");
    }
}
