//! 临时会议: owners demand a meeting, and whoever convenes has to call it (物业管理条例 13: a fifth of all owners). How many of how many is
//! part of the call, so that everybody reads on what it stands; pure.

use crate::refusal_votes::Refusal;
use lianxin_ballot::{CallBy, Measure, RuleSet};
use lianxin_base::Day;
use lianxin_store::Stop;

/// A demand lies no further back than that, in days: owners and register have moved on since.
const OLD_DAYS: i32 = 365;

/// What owners demanded, as it is written down when a meeting is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// How many owners signed it, an owner-set being one.
    pub owners: i64,
    /// The day it was handed in.
    pub day: Day,
}

/// The article by which owners may demand a meeting.
pub(crate) fn article(set: &RuleSet) -> String {
    set.call(CallBy::Owners).map(|call| call.article.clone()).unwrap_or_default()
}

/// Is it enough, of so many owners?
pub(super) fn may_demand(set: &RuleSet, demand: &Demand, (all, today): (i64, Day)) -> Result<(), Stop> {
    if demand.day > today || demand.day.plus(OLD_DAYS) < today {
        return Err(Refusal::DemandDay.into());
    }
    let (part, whole) = (u64::try_from(demand.owners).unwrap_or(0), u64::try_from(all).unwrap_or(0));
    if part == 0 || part > whole {
        return Err(Refusal::DemandNumber.into());
    }
    match set.call(CallBy::Owners) {
        Some(call) if !call.share.test(Measure::Persons, part, whole).holds => Err(Refusal::DemandFew.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_of_all_owners_may_demand_a_meeting() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let set = crate::assembly::rules::rules_on(day("2026-06-15")).expect("shipped");
        let usual = Demand { owners: 20, day: day("2026-06-10") };
        for (what, demand, all, says) in [
            ("exactly a fifth", usual, 100, ""),
            ("one too few", Demand { owners: 19, ..usual }, 100, "property.demand_few"),
            ("a fifth, rounded up", usual, 101, "property.demand_few"),
            ("all of them", Demand { owners: 100, ..usual }, 100, ""),
            ("more than there are", Demand { owners: 101, ..usual }, 100, "property.demand_number"),
            ("nobody", Demand { owners: 0, ..usual }, 100, "property.demand_number"),
            ("fewer than nobody", Demand { owners: -1, ..usual }, 100, "property.demand_number"),
            ("of nobody", usual, 0, "property.demand_number"),
            ("today", Demand { day: day("2026-06-15"), ..usual }, 100, ""),
            ("to come", Demand { day: day("2026-06-16"), ..usual }, 100, "property.demand_day"),
            ("a year ago", Demand { day: day("2025-06-15"), ..usual }, 100, ""),
            ("longer ago", Demand { day: day("2025-06-14"), ..usual }, 100, "property.demand_day"),
        ] {
            let code = match may_demand(set, &demand, (all, day("2026-06-15"))) {
                Ok(()) => "",
                Err(Stop::Refused(why)) => why.code(),
                Err(Stop::Failed(_)) => "fault",
            };
            assert_eq!(code, says, "{what}");
        }
        assert_eq!(article(set), "物业管理条例 13");
    }
}
