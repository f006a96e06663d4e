//! From a roll and a scope to persons and areas. Civil Code 278; 法释〔2009〕7号 arts. 8, 9.

use crate::frozen::{Frozen, Settled};
use crate::key::{BuildingKey, EntranceKey, OwnerKey, UnitKey, head};
use crate::paper::Reason;
use crate::refusal::Refusal;
use crate::roll::{Roll, Source, State, Use};
use crate::rules::Body;
use crate::tally::Weight;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who votes: everybody of the roll, or the sharing owners of partial common parts (Shanghai Rules 2020 art. 69).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole roll.
    #[default]
    Compound,
    /// These buildings.
    Buildings(Vec<BuildingKey>),
    /// These entrances.
    Entrances(Vec<Entrance>),
    /// These units.
    Units(Vec<UnitKey>),
}

/// An entrance of a building.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entrance {
    /// The building.
    pub building: BuildingKey,
    /// The entrance.
    pub entrance: EntranceKey,
}

/// Persons and areas of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Electorate {
    /// Who votes, by name: an owner-set is one, the developer is one.
    pub voters: Vec<OwnerKey>,
    /// The area of each in 0.01 m²; all 0 where area does not count.
    pub areas: Vec<u64>,
    /// A and N.
    pub all: Weight,
    /// Units that count.
    pub units: u64,
    /// Dwellings among them.
    pub dwellings: u64,
    /// Units and area the developer votes for.
    pub developer: Portion,
    /// Units and area by source: register, survey, contract.
    pub sources: [Portion; 3],
    /// On the roll, but without a vote here, and why.
    pub(crate) outside: BTreeMap<OwnerKey, Reason>,
}

/// Some of the units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Portion {
    /// How many.
    pub units: u64,
    /// Their area; printed in m².
    #[serde(serialize_with = "crate::text::write_area")]
    pub area: u64,
}

impl Portion {
    fn add(&mut self, area: u64) {
        self.units += 1;
        self.area += area;
    }
}

impl Electorate {
    /// The electorate of a roll in a scope.
    pub fn of(roll: &Roll, scope: &Scope, body: Body) -> Result<Self, Refusal> {
        Self::of_frozen(&roll.frozen(body)?, scope, body)
    }
    pub(crate) fn of_frozen(roll: &Frozen<'_>, scope: &Scope, body: Body) -> Result<Self, Refusal> {
        if body == Body::Owners { owners(&roll.units, scope) } else { voters(&roll.voters, scope) }
    }
    /// The place of a voter in `voters`.
    pub fn place(&self, voter: &OwnerKey) -> Option<usize> {
        self.voters.binary_search(voter).ok()
    }
}

fn voters(named: &[&OwnerKey], scope: &Scope) -> Result<Electorate, Refusal> {
    if *scope != Scope::Compound {
        return Err(Refusal::ScopeOfVoters);
    }
    let voters: Vec<OwnerKey> = named.iter().copied().cloned().collect();
    let areas = vec![0; voters.len()];
    finish(Electorate { voters, areas, ..empty() })
}

const fn empty() -> Electorate {
    Electorate {
        voters: Vec::new(),
        areas: Vec::new(),
        all: Weight { area: 0, persons: 0 },
        units: 0,
        dwellings: 0,
        developer: Portion { units: 0, area: 0 },
        sources: [Portion { units: 0, area: 0 }; 3],
        outside: BTreeMap::new(),
    }
}

fn owners(units: &[Settled<'_>], scope: &Scope) -> Result<Electorate, Refusal> {
    let places = Places::of(scope);
    places.all_on(units)?;
    let mut e = empty();
    let voting = |s: &Settled<'_>| s.counts && places.hold(s);
    let mut sorted: Vec<(u64, &OwnerKey, u64)> = Vec::with_capacity(units.len());
    for s in units.iter().filter(|s| voting(s)) {
        sorted.push((head(s.voter.as_str()), s.voter, s.area));
        e.add(s);
    }
    sorted.sort_unstable();
    for same in sorted.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1) {
        e.voters.push(same[0].1.clone());
        e.areas.push(same.iter().map(|(.., area)| area).sum());
    }
    for s in units.iter().filter(|s| !voting(s)) {
        if e.place(s.voter).is_none() {
            let reason = if s.counts { Reason::OutOfScope } else { Reason::NoVotingUnit };
            let known = e.outside.entry(s.voter.clone()).or_insert(reason);
            *known = (*known).min(reason);
        }
    }
    finish(e)
}

fn finish(mut e: Electorate) -> Result<Electorate, Refusal> {
    e.all = Weight { area: e.areas.iter().sum(), persons: e.voters.len() as u64 };
    if e.voters.is_empty() { Err(Refusal::EmptyRoll) } else { Ok(e) }
}

impl Electorate {
    fn add(&mut self, s: &Settled<'_>) {
        self.units += 1;
        self.dwellings += u64::from(s.unit.usage == Use::Dwelling);
        if s.unit.state != State::Delivered {
            self.developer.add(s.area);
        }
        match s.source {
            Some(Source::Register) => self.sources[0].add(s.area),
            Some(Source::Survey) => self.sources[1].add(s.area),
            Some(Source::Contract) => self.sources[2].add(s.area),
            None => {}
        }
    }
}

/// A scope, ready to be asked.
enum Places<'a> {
    All,
    Buildings(BTreeSet<&'a BuildingKey>),
    Entrances(BTreeSet<(&'a BuildingKey, &'a EntranceKey)>),
    Units(BTreeSet<&'a UnitKey>),
}

impl<'a> Places<'a> {
    fn of(scope: &'a Scope) -> Self {
        match scope {
            Scope::Compound => Self::All,
            Scope::Buildings(named) => Self::Buildings(named.iter().collect()),
            Scope::Entrances(named) => Self::Entrances(named.iter().map(|e| (&e.building, &e.entrance)).collect()),
            Scope::Units(named) => Self::Units(named.iter().collect()),
        }
    }

    fn hold(&self, s: &Settled<'_>) -> bool {
        let u = s.unit;
        match self {
            Self::All => true,
            Self::Buildings(named) => u.building.as_ref().is_some_and(|b| named.contains(b)),
            Self::Entrances(named) => {
                u.building.as_ref().zip(u.entrance.as_ref()).is_some_and(|place| named.contains(&place))
            }
            Self::Units(named) => named.contains(&u.unit),
        }
    }

    /// Refused unless every place named is on the roll.
    fn all_on(&self, units: &[Settled<'_>]) -> Result<(), Refusal> {
        let all = || units.iter().map(|s| s.unit);
        let missing = match self {
            Self::All => None,
            Self::Buildings(named) => {
                let known: BTreeSet<_> = all().filter_map(|u| u.building.as_ref()).collect();
                named.difference(&known).next().map(ToString::to_string)
            }
            Self::Entrances(named) => {
                let known: BTreeSet<_> = all().filter_map(|u| u.building.as_ref().zip(u.entrance.as_ref())).collect();
                named.difference(&known).next().map(|(b, e)| format!("{b}/{e}"))
            }
            Self::Units(named) => {
                let known: BTreeSet<_> = all().map(|u| &u.unit).collect();
                named.difference(&known).next().map(ToString::to_string)
            }
        };
        missing.map_or(Ok(()), |place| Err(Refusal::UnknownPlace(place)))
    }
}
