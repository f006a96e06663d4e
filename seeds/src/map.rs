use lianxin_base::{AreaId, BuildingId, HouseholdId, OrgId, PersonId, SeatId, UnitId};
use lianxin_gate::Scope;
use lianxin_journal::By;
use std::collections::BTreeMap;
use std::fmt::Debug;

type Names<T> = BTreeMap<&'static str, T>;

/// Where things planted are, by the names the stories use. The names are constants of this program, so asking for
/// one that was not planted is a mistake in the program and panics.
#[derive(Clone, Debug, Default)]
pub struct Map {
    pub(crate) areas: Names<AreaId>,
    pub(crate) orgs: Names<OrgId>,
    pub(crate) buildings: BTreeMap<(&'static str, &'static str), BuildingId>,
    pub(crate) units: BTreeMap<(&'static str, &'static str, String), UnitId>,
    pub(crate) people: Names<(PersonId, Option<&'static str>)>,
    pub(crate) households: Names<HouseholdId>,
    pub(crate) seats: Names<Sits>,
}

/// A seat and who sits there.
#[derive(Clone, Debug)]
pub struct Sits {
    /// The seat.
    pub seat: SeatId,
    /// Who sits there.
    pub person: Option<PersonId>,
    /// Its organisation.
    pub org: OrgId,
    /// How far it sees, as a session would find out.
    pub scope: Scope,
}

fn known<'m, K: Ord + Debug, T>(names: &'m BTreeMap<K, T>, key: &K) -> &'m T {
    names.get(key).unwrap_or_else(|| panic!("{key:?} was not planted"))
}

impl Map {
    /// An area by its name.
    pub fn area(&self, name: &str) -> AreaId {
        *known(&self.areas, &name)
    }
    /// An organisation by its full name.
    pub fn org(&self, name: &str) -> OrgId {
        *known(&self.orgs, &name)
    }
    /// A building of a compound: `芙蓉里`, `3 号楼`.
    pub fn building(&self, area: &str, name: &str) -> BuildingId {
        *known(&self.buildings, &(area, name))
    }
    /// A unit of a building: `芙蓉里`, `3 号楼`, `2 单元 501`.
    pub fn unit(&self, area: &'static str, building: &'static str, label: &str) -> UnitId {
        *known(&self.units, &(area, building, label.to_owned()))
    }
    /// A person.
    pub fn person(&self, name: &str) -> PersonId {
        known(&self.people, &name).0
    }
    /// A person's telephone number as digits.
    pub fn phone(&self, name: &str) -> Option<String> {
        known(&self.people, &name).1.map(|text| text.chars().filter(char::is_ascii_digit).collect())
    }
    /// The household somebody owns or rents a place for.
    pub fn household(&self, name: &str) -> HouseholdId {
        *known(&self.households, &name)
    }
    /// The seat of somebody who has one.
    pub fn seat(&self, name: &str) -> SeatId {
        known(&self.seats, &name).seat
    }
    /// Who acts when this name acts, and how far they see: in their seat, if they have one.
    pub fn author(&self, name: &str) -> (By, Scope) {
        match self.seats.get(name) {
            Some(s) => (By::Seat { seat: s.seat, person: s.person, org: s.org }, s.scope.clone()),
            None => (By::Person(self.person(name)), Scope::Own(self.person(name))),
        }
    }
    /// A resident, whatever seat they also have.
    pub fn resident(&self, name: &str) -> (By, Scope) {
        (By::Person(self.person(name)), Scope::Own(self.person(name)))
    }
}
