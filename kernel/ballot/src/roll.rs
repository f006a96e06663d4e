//! The roll: which units there are, how large, and who votes for them. 法释〔2009〕7号 arts. 1, 2, 8, 9.

use crate::frozen::{Frozen, Settled};
use crate::hash::sha256_hex;
use crate::key::{BuildingKey, EntranceKey, OwnerKey, UnitKey, head};
use crate::refusal::Refusal;
use crate::rules::Body;
use lianxin_base::Area;
use serde::{Deserialize, Serialize};

/// The largest area of one unit: 1,000,000.00 m².
const AREA_MAX: i64 = 100_000_000;

/// A frozen roll: units for owners, a list of voters for everybody else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Roll {
    /// The exclusive parts; only for owners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// Who votes for what is unsold or undelivered: one person, whatever the number of units (art. 9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub developer: Option<OwnerKey>,
    /// The rules of procedure count parking spaces.
    #[serde(default)]
    pub count_parking: bool,
    /// The rules of procedure count storage rooms.
    #[serde(default)]
    pub count_storage: bool,
    /// The rules of procedure count stalls.
    #[serde(default)]
    pub count_stalls: bool,
    /// Residents, representatives, members; only where it is not owners who vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<OwnerKey>,
}

/// An exclusive part 专有部分.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name on the roll.
    pub unit: UnitKey,
    /// Its building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<BuildingKey>,
    /// Its entrance in that building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entrance: Option<EntranceKey>,
    /// What it is used for.
    #[serde(rename = "use")]
    pub usage: Use,
    /// m² in the register, `"87.65"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// m² as surveyed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<String>,
    /// m² in the contract of sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// Its owner-set; co-owners are one. Not for unsold units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerKey>,
    /// Whether it was sold and handed over.
    #[serde(default)]
    pub state: State,
    /// Whether it counts, where that is not as its use says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<bool>,
}

/// What a unit is used for. Dwellings, shops and offices count; the others if the rules of procedure say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// A dwelling 住宅.
    Dwelling,
    /// A shop 商铺.
    Shop,
    /// An office 办公.
    Office,
    /// A stall 摊位.
    Stall,
    /// A parking space 车位.
    Parking,
    /// A storage room 储藏室.
    Storage,
}

/// Whether a unit was sold and handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Sold and handed over: its owner votes.
    #[default]
    Delivered,
    /// Sold, not handed over: the developer votes.
    Undelivered,
    /// Not sold: the developer votes. An exclusive underwriter after the term counts as developer (art. 17).
    Unsold,
}

/// Where an area was taken from, first present first (art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The register of real estate 不动产登记簿.
    Register,
    /// The survey 测绘机构实测.
    Survey,
    /// The contract of sale 房屋买卖合同.
    Contract,
}

impl Unit {
    fn area(&self) -> Result<Option<(u64, Source)>, Refusal> {
        let sources =
            [(&self.register, Source::Register), (&self.survey, Source::Survey), (&self.contract, Source::Contract)];
        let Some((text, source)) = sources.into_iter().find_map(|(text, source)| Some((text.as_ref()?, source))) else {
            return Ok(None);
        };
        let area = Area::parse(text).filter(|a| (1..=AREA_MAX).contains(&a.0)).and_then(|a| u64::try_from(a.0).ok());
        area.map(|area| Some((area, source))).ok_or_else(|| Refusal::BadArea(self.unit.clone()))
    }
    fn voter<'a>(&'a self, developer: Option<&'a OwnerKey>) -> Result<&'a OwnerKey, Refusal> {
        match (self.state, &self.owner) {
            (State::Delivered, Some(owner)) => Ok(owner),
            (State::Delivered, None) | (State::Unsold, Some(_)) => Err(Refusal::UnitOwner(self.unit.clone())),
            (State::Undelivered | State::Unsold, _) => developer.ok_or_else(|| Refusal::NoDeveloper(self.unit.clone())),
        }
    }
}

impl Roll {
    fn counts(&self, unit: &Unit) -> bool {
        unit.counts.unwrap_or(match unit.usage {
            Use::Dwelling | Use::Shop | Use::Office => true,
            Use::Stall => self.count_stalls,
            Use::Parking => self.count_parking,
            Use::Storage => self.count_storage,
        })
    }

    fn settle_one<'a>(&'a self, unit: &'a Unit) -> Result<Settled<'a>, Refusal> {
        let voter = unit.voter(self.developer.as_ref())?;
        let counts = self.counts(unit);
        match unit.area()? {
            Some((area, source)) => Ok(Settled { unit, voter, area, source: Some(source), counts }),
            None if counts => Err(Refusal::NoArea(unit.unit.clone())),
            None => Ok(Settled { unit, voter, area: 0, source: None, counts }),
        }
    }

    /// The units by name, each with its voter and area.
    fn settled(&self) -> Result<Vec<Settled<'_>>, Refusal> {
        let mut all: Vec<(u64, &Unit)> = self.units.iter().map(|unit| (head(unit.unit.as_str()), unit)).collect();
        all.sort_unstable_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.unit.cmp(&other.unit)));
        match all.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[0].1.unit == pair[1].1.unit) {
            Some(pair) => Err(Refusal::UnitTwice(pair[0].1.unit.clone())),
            None => all.into_iter().map(|(_, unit)| self.settle_one(unit)).collect(),
        }
    }

    /// The voters by name.
    fn sorted_voters(&self) -> Result<Vec<&OwnerKey>, Refusal> {
        let mut all: Vec<&OwnerKey> = self.voters.iter().collect();
        all.sort_unstable();
        match all.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(Refusal::VoterTwice(pair[0].clone())),
            None => Ok(all),
        }
    }

    /// Owners have units, everybody else a list of voters.
    fn fits(&self, body: Body) -> Result<(), Refusal> {
        let (units, voters) = (!self.units.is_empty() || self.developer.is_some(), !self.voters.is_empty());
        let wrong = if body == Body::Owners { voters } else { units };
        if wrong { Err(Refusal::RollOfOtherBody) } else { Ok(()) }
    }

    /// The roll as the rules of a body see it.
    pub(crate) fn frozen(&self, body: Body) -> Result<Frozen<'_>, Refusal> {
        self.fits(body)?;
        Ok(Frozen { units: self.settled()?, voters: self.sorted_voters()? })
    }

    /// The roll as bytes that do not depend on the order in which it was written: a JSON array a line, first
    /// `["lianxin.roll.v1"]`, then by name `[unit, building, entrance, use, state, counts, area in 0.01 m², source,
    /// voter]`, then by name `[voter]`. What the count sees is in it: the voter, and the area that was taken.
    /// Refused like the count refuses it.
    pub fn canonical(&self) -> Result<Vec<u8>, Refusal> {
        Ok(Frozen { units: self.settled()?, voters: self.sorted_voters()? }.canonical())
    }

    /// SHA-256 of [`Roll::canonical`] in hexadecimal.
    pub fn sha256(&self) -> Result<String, Refusal> {
        self.canonical().map(|bytes| sha256_hex(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll(units: &str) -> Roll {
        serde_json::from_str(&format!(r#"{{"developer":"dev","units":[{units}]}}"#)).expect(units)
    }

    #[test]
    fn an_area_comes_from_the_register_else_the_survey_else_the_contract() {
        for (areas, want) in [
            (r#""register":"87.65","survey":"88.00","contract":"90""#, Ok(Some((8765, Source::Register)))),
            (r#""survey":"88.00","contract":"90""#, Ok(Some((8800, Source::Survey)))),
            (r#""contract":"90""#, Ok(Some((9000, Source::Contract)))),
            ("", Ok(None)),
            (r#""register":"0""#, Err("ballot.bad_area")),
            (r#""register":"-1""#, Err("ballot.bad_area")),
            (r#""register":"87.655""#, Err("ballot.bad_area")), // three decimals are not rounded
            (r#""register":"1000000.01""#, Err("ballot.bad_area")),
            (r#""register":"""#, Err("ballot.bad_area")), // and the next source is not guessed
        ] {
            let comma = if areas.is_empty() { "" } else { "," };
            let roll = roll(&format!(r#"{{"unit":"1","use":"dwelling","owner":"a"{comma}{areas}}}"#));
            assert_eq!(roll.units[0].area().map_err(|r| r.code()), want, "{areas}");
        }
    }

    #[test]
    fn what_a_roll_is_refused_for() {
        let good = r#"{"unit":"1","use":"dwelling","register":"80","owner":"a"}"#;
        for (units, code) in [
            (format!("{good},{good}"), "ballot.unit_twice"),
            (good.replace(r#","owner":"a""#, ""), "ballot.unit_owner"),
            (good.replace('}', r#","state":"unsold"}"#), "ballot.unit_owner"),
            (good.replace(r#","register":"80""#, ""), "ballot.no_area"),
        ] {
            assert_eq!(roll(&units).sha256().map_err(|r| r.code()), Err(code), "{units}");
        }
        let mut nobody = roll(&good.replace('}', r#","state":"undelivered"}"#));
        assert!(nobody.sha256().is_ok());
        nobody.developer = None;
        assert_eq!(nobody.sha256().map_err(|r| r.code()), Err("ballot.no_developer"));
    }

    #[test]
    fn a_roll_has_the_same_bytes_in_any_order_and_others_when_anything_changes() {
        let a = r#"{"unit":"1","building":"3","use":"dwelling","register":"80","owner":"a"}"#;
        let b = r#"{"unit":"2","use":"parking","state":"unsold"}"#;
        let one = roll(&format!("{a},{b}"));
        let text = "[\"lianxin.roll.v1\"]\n\
            [\"1\",\"3\",null,\"dwelling\",\"delivered\",true,8000,\"register\",\"a\"]\n\
            [\"2\",null,null,\"parking\",\"unsold\",false,0,null,\"dev\"]\n";
        assert_eq!(String::from_utf8(one.canonical().expect("good")).expect("JSON"), text);
        assert_eq!(one.sha256(), roll(&format!("{b},{a}")).sha256());
        for other in [a.to_owned(), format!("{},{b}", a.replace("80", "80.01")), a.replace("\"a\"", "\"b\"")] {
            assert_ne!(one.sha256(), roll(&other).sha256(), "{other}");
        }
    }
}
