//! What must be posted when; pure.

use crate::ground::{Ground, grounds};
use crate::words::Body;
use lianxin_base::Day;
use lianxin_calendar::{Calendar, Term};

/// One line of an area's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(crate) ground: &'static Ground,
    pub(crate) months: u32,
    pub(crate) last: Option<Day>,
    pub(crate) by: Day,
}

impl Duty {
    pub(crate) fn late(&self, on: Day) -> bool {
        self.by < on
    }
}

/// The calendar of an area, what is due first: each ground that comes again, counted from when it was last posted, else from
/// when the calendar began. What is a compound's is not asked of a community, nor the other way round.
pub(crate) fn duties(
    (body, busy, since): (Body, bool, Day),
    compound: bool,
    posted: &[(String, Day)],
    on: Day,
) -> Vec<Duty> {
    let cal = Calendar::official();
    let all = grounds(on).filter(|g| g.every > 0 && g.fits(compound) && g.body.is_none_or(|whose| whose == body));
    let mut all: Vec<Duty> = all
        .map(|ground| {
            let last = posted.iter().find(|(id, _)| *id == ground.id).map(|(_, day)| *day);
            let months = ground.months(busy);
            let term = Term::Months { n: months }.last_day(&cal, last.unwrap_or(since));
            Duty { ground, months, last, by: term.map_or(on, |last| last.counted) }
        })
        .collect();
    all.sort_by_key(|d| d.by);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ground_is_due_so_many_months_after_it_last_hung() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let (since, on) = (day("2026-01-15"), day("2026-06-18"));
        let posted = vec![("affairs".to_owned(), day("2026-04-20")), ("finance".to_owned(), day("2026-05-10"))];
        for (body, busy, id, by, late) in [
            (Body::Residents, false, "affairs", Some("2026-07-20"), false),
            (Body::Residents, false, "finance", Some("2026-08-10"), false),
            (Body::Residents, true, "finance", Some("2026-06-10"), true),
            (Body::Residents, false, "party", Some("2026-04-15"), true),
            (Body::Residents, false, "fund", None, false),
            (Body::Residents, false, "village_affairs", None, false),
            (Body::Village, false, "village_affairs", Some("2026-04-15"), true),
            (Body::Village, true, "village_finance", Some("2026-02-15"), true),
            (Body::Village, false, "assembly", None, false),
        ] {
            let all = duties((body, busy, since), false, &posted, on);
            let found = all.iter().find(|d| d.ground.id == id);
            assert_eq!(found.map(|d| (d.by, d.late(on))), by.map(|by| (day(by), late)), "{id}");
            assert!(all.is_sorted_by_key(|d| d.by));
        }
        let of_compound: Vec<_> = duties((Body::Residents, false, since), true, &posted, on);
        let of_compound: Vec<&str> = of_compound.iter().map(|d| d.ground.id.as_str()).collect();
        assert_eq!(of_compound, ["service", "fund"]);
    }
}
