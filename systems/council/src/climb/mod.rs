//! 超期往上报 Climbing: what is late is heard of by its holder first, then by the party secretary, then by the street; after how
//! many working days each community sets itself.

pub mod store;

pub use store::{Climbing, climbing};

use crate::course::{self, Author, Terms, note};
use crate::store::Matter;
use lianxin_base::{AreaId, MatterId, Moment, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_register::OrgKind;
use lianxin_register::find::party;
use lianxin_store::{Fault, Stop, Tx};

/// No community waits longer than this.
pub(crate) const DAYS_MAX: i64 = 30;

/// How far up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Level {
    /// The party secretary of the community.
    Party,
    /// The street.
    Street,
}

impl Level {
    pub(crate) const ALL: [Self; 2] = [Self::Party, Self::Street];

    /// The timer that brings it there.
    pub(crate) const fn timer(self) -> &'static str {
        match self {
            Self::Party => "council.climb_party",
            Self::Street => "council.climb_street",
        }
    }

    const fn kind(self) -> OrgKind {
        match self {
            Self::Party => OrgKind::Party,
            Self::Street => OrgKind::Street,
        }
    }
}

/// When each level hears of what was due at `due`: so many working days later, at close of business; at once without any.
pub(crate) fn times(c: Climbing, terms: &Terms, due: Moment) -> [Moment; 2] {
    [c.party_days, c.street_days].map(|days| match u32::try_from(days) {
        Ok(0) | Err(_) => due,
        Ok(days) => terms.close_of(terms.calendar.add_working_days(due.day(), days)),
    })
}

/// From the apply of a lateness: the timers that bring it further up, at once where no day was set.
pub(crate) fn set(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    for level in Level::ALL {
        if let Some(at) = rec.opt_moment(level.timer())? {
            lianxin_work::set(tx, level.timer(), m.id, at, rec)?;
        }
    }
    Ok(())
}

/// It moved: nobody further up hears of it any more.
pub(crate) fn clear(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    Level::ALL.iter().try_for_each(|level| lianxin_work::clear(tx, level.timer(), m.id, rec))
}

/// 报上去: somebody further up hears that it is late.
pub(crate) struct Climb {
    matter: MatterId,
    timer: String,
    org: Option<OrgId>,
}

impl Act for Climb {
    const KIND: &'static str = "council.climb";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("timer", &self.timer);
        leaf.opt_text("to", self.org);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let Some(org) = rec.opt_id_of::<OrgId>("to")? else { return Ok(()) };
        lianxin_outbox::to_org(tx, rec, 1, org, "council.late", m.id)?;
        tx.moved(m.element());
        note(rec, tx, &m, "climb", Some(&org.to_string()))
    }
}

/// A level's timer fell due. Every hop clears it, so the matter still stands where it was late.
pub(crate) fn climb(tx: &mut Tx<'_>, author: &Author, due: &lianxin_work::Due, level: Level) -> Result<(), Stop> {
    let m = course::timed(tx, due)?;
    let today = tx.now().day();
    // Whoever holds it knows already.
    let org = party(tx, m.area, level.kind(), today)?.filter(|org| *org != m.holder && !m.veils(*org));
    record(tx, m.head(author), &Climb { matter: m.id, timer: due.id.clone(), org })?;
    Ok(())
}

/// A community sets after how many working days who hears of what is late.
pub(crate) struct ClimbingSet {
    area: AreaId,
    days: Climbing,
}

impl Act for ClimbingSet {
    const KIND: &'static str = "council.climbing";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("of", self.area);
        leaf.int("party_days", self.days.party_days);
        leaf.int("street_days", self.days.street_days);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let days = Climbing { party_days: rec.int("party_days")?, street_days: rec.int("street_days")? };
        store::set(tx, rec.id_of("of")?, days)
    }
}

/// Sets it for an area and all below; the caller has checked whose area it is.
pub(crate) fn set_climbing(tx: &mut Tx<'_>, head: Head, area: AreaId, days: Climbing) -> Result<Receipt, Stop> {
    Ok(record(tx, Head { area, ..head }, &ClimbingSet { area, days })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn each_level_hears_of_it_after_its_working_days() {
        let terms = Terms::default();
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let due = day("2026-06-17").at(17, 30);
        for (what, party_days, street_days, want) in [
            ("at once, and after three days over the Dragon Boat holiday", 0, 3, ["2026-06-17", "2026-06-23"]),
            ("a day, a week", 1, 5, ["2026-06-18", "2026-06-25"]),
            ("both at once", 0, 0, ["2026-06-17", "2026-06-17"]),
        ] {
            let at = times(Climbing { party_days, street_days }, &terms, due);
            assert_eq!(at.map(|at| at.day().to_string()), want, "{what}");
        }
        assert_eq!(
            times(Climbing { party_days: 0, street_days: 1 }, &terms, due)[0],
            due,
            "without a day it is at once"
        );
    }
}
