//! 问谁、哪些房子算、没投的怎么算: what the convener chooses when calling, each beyond the usual with the rule that says so; pure.
//! Partial common parts are a matter of the owners who share them (Shanghai Rules 2020 art. 69); parking spaces and storage
//! rooms count, and the unreturned follow, only where the rules of procedure of the compound say so (274号 25, 26 (2)).

use super::Matter;
use super::demand::Demand;
use super::rules::rule_of;
use crate::election::rules::{CANDIDATE, COMMITTEE};
use crate::refusal::Refusal;
use crate::roll::Door;
use lianxin_ballot as law;
use lianxin_base::{BuildingId, EntranceId};
use lianxin_register::UnitKind;
use lianxin_store::Fault;

/// Longest name of a rule.
pub(crate) const RULE_MAX: usize = 100;
/// What no building decides for itself: these bind the whole compound.
const WHOLE: [&str; 4] = ["rules-of-procedure", "covenant", "manager", COMMITTEE];

/// Whom a vote asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All owners of the compound.
    #[default]
    Compound,
    /// Those of a building.
    Building(BuildingId),
    /// Those of one of its entrances.
    Entrance(BuildingId, EntranceId),
}

impl Scope {
    pub(crate) const fn of(building: Option<BuildingId>, entrance: Option<EntranceId>) -> Self {
        match (building, entrance) {
            (Some(building), Some(entrance)) => Self::Entrance(building, entrance),
            (Some(building), None) => Self::Building(building),
            (None, _) => Self::Compound,
        }
    }
    pub(crate) const fn building(self) -> Option<BuildingId> {
        match self {
            Self::Compound => None,
            Self::Building(building) | Self::Entrance(building, _) => Some(building),
        }
    }
    pub(crate) const fn entrance(self) -> Option<EntranceId> {
        match self {
            Self::Compound | Self::Building(_) => None,
            Self::Entrance(_, entrance) => Some(entrance),
        }
    }
    fn holds(self, door: &Door) -> bool {
        self.building().is_none_or(|building| building == door.building)
            && self.entrance().is_none_or(|entrance| door.entrance == Some(entrance))
    }
    /// The same for the file of a count, by the ids of the register: a name may change between opening and count.
    pub(crate) fn in_file(self) -> Result<law::Scope, Fault> {
        let bad = |e: law::BadKey| Fault::bug(e.to_string());
        let building = |id: BuildingId| law::BuildingKey::new(&id.to_string()).map_err(bad);
        Ok(match self {
            Self::Compound => law::Scope::Compound,
            Self::Building(id) => law::Scope::Buildings(vec![building(id)?]),
            Self::Entrance(id, entrance) => law::Scope::Entrances(vec![law::Entrance {
                building: building(id)?,
                entrance: law::EntranceKey::new(&entrance.to_string()).map_err(bad)?,
            }]),
        })
    }
}

/// Which doors a vote asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voting {
    /// Whose.
    pub scope: Scope,
    /// Parking spaces count.
    pub parking: bool,
    /// Storage rooms count.
    pub storage: bool,
}

impl Voting {
    const fn counts(self, kind: UnitKind) -> bool {
        match kind {
            UnitKind::Dwelling | UnitKind::Shop => true,
            UnitKind::Parking => self.parking,
            UnitKind::Storage => self.storage,
        }
    }
    pub(crate) fn asks(self, door: &Door) -> bool {
        self.counts(door.kind) && self.scope.holds(door)
    }
}

/// What is chosen when a vote is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whose doors, and which of them.
    pub voting: Voting,
    /// The rule by which parking spaces or storage rooms count; empty where they do not.
    pub counted_by: String,
    /// The rule by which the unreturned follow the majority; empty where they do not.
    pub follow_by: String,
    /// Owners demanded it; none where whoever convenes called it by themselves.
    pub demand: Option<Demand>,
}

/// May it be asked so, on these kinds of matters?
pub(crate) fn may_ask(set: &law::RuleSet, asked: &Asked, kinds: &[law::MatterKind]) -> Result<(), Refusal> {
    let Voting { scope, parking, storage } = asked.voting;
    if scope != Scope::Compound && kinds.iter().any(|kind| WHOLE.contains(&kind.as_str())) {
        return Err(Refusal::WholeOnly);
    }
    if (parking || storage) == asked.counted_by.is_empty() {
        return Err(Refusal::CountRule);
    }
    let follows = kinds.iter().filter_map(|kind| rule_of(set, kind.as_str())).any(|rule| rule.follow);
    if !asked.follow_by.is_empty() && !follows { Err(Refusal::FollowNever) } else { Ok(()) }
}

/// The places on the paper of the matters in which the unreturned may follow.
pub(crate) fn following(set: &law::RuleSet, matters: &[Matter]) -> Vec<i64> {
    let follows = |m: &&Matter| m.kind != CANDIDATE && rule_of(set, &m.kind).is_some_and(|rule| rule.follow);
    matters.iter().filter(follows).map(|m| m.n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assembly::rules::rules_on;
    use lianxin_base::UnitId;

    #[test]
    fn whom_a_vote_may_ask_and_what_needs_its_rule() {
        let set = rules_on("2026-06-16".parse().expect("a day")).expect("rules");
        let house = Voting { scope: Scope::Building(BuildingId::from_bytes([1; 16])), ..Voting::default() };
        let parking = Voting { parking: true, ..Voting::default() };
        let rule = || "议事规则第 12 条".to_owned();
        let of = |voting, counted: bool, follow: bool| Asked {
            voting,
            counted_by: if counted { rule() } else { String::new() },
            follow_by: if follow { rule() } else { String::new() },
            demand: None,
        };
        let all = Voting::default();
        for (what, asked, kinds, may) in [
            ("everybody", of(all, false, false), &["manager"][..], Ok(())),
            ("a building on its roof", of(house, false, false), &["fund-use"], Ok(())),
            ("a building on the company", of(house, false, false), &["fund-use", "manager"], Err(Refusal::WholeOnly)),
            ("a building on the covenant", of(house, false, false), &["covenant"], Err(Refusal::WholeOnly)),
            ("parking by a rule", of(parking, true, false), &["other"], Ok(())),
            ("parking by none", of(parking, false, false), &["other"], Err(Refusal::CountRule)),
            ("a rule for nothing", of(all, true, false), &["other"], Err(Refusal::CountRule)),
            ("following", of(all, false, true), &["manager"], Ok(())),
            ("following in one of two", of(all, false, true), &["manager", "common-use"], Ok(())),
            ("following on items 6 to 8", of(all, false, true), &["common-use", "rebuild"], Err(Refusal::FollowNever)),
        ] {
            let kinds: Vec<_> = kinds.iter().map(|k| law::MatterKind::new(k).expect("a kind")).collect();
            assert_eq!(may_ask(set, &asked, &kinds), may, "{what}");
        }
    }

    #[test]
    fn which_doors_are_asked() {
        let (one, two) = (BuildingId::from_bytes([1; 16]), BuildingId::from_bytes([2; 16]));
        let entrance = EntranceId::from_bytes([3; 16]);
        let door = |building, entrance, kind| Door {
            unit: UnitId::from_bytes([9; 16]),
            building,
            entrance,
            house: String::new(),
            door: String::new(),
            kind,
            size: None,
            source: None,
            set: None,
        };
        let flat = door(one, Some(entrance), UnitKind::Dwelling);
        let other = door(one, None, UnitKind::Shop);
        let far = door(two, None, UnitKind::Dwelling);
        let space = door(one, None, UnitKind::Parking);
        let store = door(one, None, UnitKind::Storage);
        let all = [&flat, &other, &far, &space, &store];
        let asks = |voting: Voting| all.map(|d| voting.asks(d));
        let of = |scope| Voting { scope, ..Voting::default() };
        assert_eq!(asks(Voting::default()), [true, true, true, false, false]);
        assert_eq!(asks(of(Scope::Building(one))), [true, true, false, false, false]);
        assert_eq!(asks(of(Scope::Entrance(one, entrance))), [true, false, false, false, false]);
        assert_eq!(asks(Voting { parking: true, ..of(Scope::Building(one)) }), [true, true, false, true, false]);
        assert_eq!(asks(Voting { storage: true, ..Voting::default() }), [true, true, true, false, true]);
    }
}
