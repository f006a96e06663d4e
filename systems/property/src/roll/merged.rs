//! What it means for a vote that was called and has not opened if its compound is merged with another. A vote of one building or
//! entrance asks the same owners as before, wherever the building lies now, and goes on. One of the whole compound would ask owners
//! who never had its notice, or fewer than there are now: all owners decide, and all are told fifteen days before (民法典 278,
//! 物业管理条例 14). It does not open, and its convener is told to call anew.

use crate::assembly::{Scope, Vote};
use lianxin_base::{AreaId, Day};
use lianxin_register::find;
use lianxin_store::{Fault, Read, params};

/// Compounds are not merged more often than this one after the other.
const STEPS: usize = 16;
const JOINED: &str = "SELECT count(*) FROM register_area WHERE parent = $1 AND successor = $1 AND until >= $2";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[("roll_joined", JOINED)];

/// Where the doors of an area lie now.
pub(super) fn now(r: &mut Read<'_>, area: AreaId) -> Result<AreaId, Fault> {
    let mut at = area;
    for _ in 0..STEPS {
        match find::area(r, at)?.and_then(|a| a.successor) {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(at)
}

/// Would it ask others than were told of it?
const fn others(scope: Scope, gone: bool, joined: bool) -> bool {
    match scope {
        Scope::Compound => gone || joined,
        Scope::Building(_) | Scope::Entrance(..) => false,
    }
}

/// Whether a merging since it was called keeps a vote from opening.
pub(crate) fn asks_others(r: &mut Read<'_>, v: &Vote) -> Result<bool, Fault> {
    let gone = find::area(r, v.area)?.is_some_and(|a| a.successor.is_some());
    let called: Day = v.called.day();
    let joined = r.row(JOINED, params![v.area, called], |row| row.int(0))?.unwrap_or(0) > 0;
    Ok(others(v.voting.scope, gone, joined))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{BuildingId, EntranceId};

    #[test]
    fn only_a_vote_of_a_whole_compound_asks_others_after_a_merging() {
        let building = BuildingId::from_bytes([1; 16]);
        let parts = [Scope::Building(building), Scope::Entrance(building, EntranceId::from_bytes([2; 16]))];
        for (gone, joined) in [(false, false), (true, false), (false, true), (true, true)] {
            assert_eq!(others(Scope::Compound, gone, joined), gone || joined);
            assert!(parts.iter().all(|part| !others(*part, gone, joined)));
        }
    }
}
