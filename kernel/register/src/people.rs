//! Households, people and what they are to a household or unit. All of it is hidden: that such an act exists
//! already tells something about a household.

use crate::acts::{in_area, in_order, may_end};
use crate::text::{clean, clean_opt, person_name, phone, phone_tail};
use crate::{Refusal, RelationKind, find, store};
use lianxin_base::{AreaId, BuildingId, Day, HouseholdId, PersonId, RelationId, UnitId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Read, Stop, Tx, params};

const NAME: usize = 40;

/// A household 住户 lives in a unit. Its area is the unit's.
#[derive(Clone, Debug)]
pub struct Household {
    /// The household.
    pub household: HouseholdId,
    /// The building that was chosen; the unit must lie in it.
    pub building: BuildingId,
    /// The unit.
    pub unit: UnitId,
}

impl Act for Household {
    const KIND: &'static str = "register.household";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("household", self.household);
        leaf.text("unit", self.unit);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, unit) = (rec.id_of::<HouseholdId>("household")?, rec.id_of::<UnitId>("unit")?);
        tx.exec(store::HOUSEHOLD_ADD, params![id, unit, rec.area()])?;
        Ok(())
    }
}

/// Registers a household.
pub fn household(tx: &mut Tx<'_>, head: Head, act: Household) -> Result<Receipt, Stop> {
    find::building(tx, act.building)?.ok_or(Refusal::BuildingUnknown)?;
    let unit = find::unit(tx, act.unit)?.ok_or(Refusal::UnitUnknown)?;
    if unit.until.is_some() {
        return Err(Refusal::UnitGone.into());
    }
    if unit.building != act.building {
        return Err(Refusal::UnitElsewhere.into());
    }
    in_area(tx, head, unit.area, &act)
}

/// A person 人 is registered, or named anew: the newest act's name and phone count.
#[derive(Clone, Debug)]
pub struct Person {
    /// The person.
    pub person: PersonId,
    /// Where they belong; never finer than a compound.
    pub area: AreaId,
    /// Their name, at most 40 characters. Sealed.
    pub name: String,
    /// Their phone. Sealed.
    pub phone: Option<String>,
}

impl Act for Person {
    const KIND: &'static str = "register.person";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
        leaf.seal("name", Some(self.person), &self.name);
        leaf.opt_seal("phone", Some(self.person), self.phone.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let tail = rec.sealed("phone").and_then(phone_tail);
        tx.exec(store::PERSON_SET, params![rec.id_of::<PersonId>("person")?, rec.area(), rec.id(), tail])?;
        Ok(())
    }
}

/// Registers a person or names them anew.
pub fn person(tx: &mut Tx<'_>, head: Head, mut act: Person) -> Result<Receipt, Stop> {
    act.name = clean("name", &person_name(&act.name), NAME)?;
    act.phone = match clean_opt("phone", act.phone.as_deref(), NAME)? {
        None => None,
        Some(text) => Some(phone(&text).ok_or(Refusal::Phone)?),
    };
    find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    in_area(tx, head, act.area, &act)
}

/// What somebody is to a household or unit, from one day to another. It is no proof of ownership. Registered again,
/// kind and days change.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The relation.
    pub relation: RelationId,
    /// Who.
    pub person: PersonId,
    /// The household they belong to.
    pub household: Option<HouseholdId>,
    /// The unit; of a household given too, its own.
    pub unit: Option<UnitId>,
    /// What they are to it.
    pub kind: RelationKind,
    /// The first day.
    pub since: Day,
    /// The last day, if known.
    pub until: Option<Day>,
}

impl Act for Relation {
    const KIND: &'static str = "register.relation";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("relation", self.relation);
        leaf.text("person", self.person);
        leaf.opt_text("household", self.household);
        leaf.opt_text("unit", self.unit);
        leaf.text("kind", self.kind);
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, person) = (rec.id_of::<RelationId>("relation")?, rec.id_of::<PersonId>("person")?);
        let (household, unit) = (rec.opt_id_of::<HouseholdId>("household")?, rec.opt_id_of::<UnitId>("unit")?);
        let (kind, since, until) = (rec.text("kind")?, rec.int("since")?, rec.opt_int("until")?);
        tx.exec(store::RELATION_SET, params![id, person, household, unit, rec.area(), kind, since, until])?;
        Ok(())
    }
}

/// Registers a relation. Its area is the household's or unit's.
pub fn relation(tx: &mut Tx<'_>, head: Head, act: Relation) -> Result<Receipt, Stop> {
    in_order(act.since, act.until)?;
    find::person_area(tx, act.person)?.ok_or(Refusal::PersonUnknown)?;
    let household = match act.household {
        Some(id) => Some(find::household(tx, id)?.ok_or(Refusal::HouseholdUnknown)?),
        None => None,
    };
    let unit = match act.unit {
        Some(id) => Some(find::unit(tx, id)?.ok_or(Refusal::UnitUnknown)?),
        None => None,
    };
    let area = match (household, unit) {
        (Some(h), Some(u)) if h.unit != u.id => return Err(Refusal::UnitElsewhere.into()),
        (Some(h), _) => h.area,
        (None, Some(u)) => u.area,
        (None, None) => return Err(Refusal::RelationLoose.into()),
    };
    let before = find::relation(tx, act.relation)?;
    if before.is_some_and(|b| (b.person, b.household, b.unit) != (act.person, act.household, act.unit)) {
        return Err(Refusal::RelationFixed.into());
    }
    if act.kind != RelationKind::Contact && act.household.is_some() && lives_elsewhere(tx, &act)? {
        return Err(Refusal::TwoHouseholds.into());
    }
    in_area(tx, head, area, &act)
}

/// Whether the person belongs to another household on some of these days. Everybody is counted in one household;
/// who owns a second flat has a relation to that unit, without a household.
fn lives_elsewhere(r: &mut Read<'_>, act: &Relation) -> Result<bool, Fault> {
    let meets =
        |x: &find::RelationRow| act.until.is_none_or(|u| x.since <= u) && x.until.is_none_or(|u| act.since <= u);
    let other = |x: &find::RelationRow| x.household.is_some() && x.household != act.household;
    let all = find::relations_ever(r, act.person)?;
    Ok(all.iter().any(|x| x.id != act.relation && x.kind != RelationKind::Contact && other(x) && meets(x)))
}

/// A relation ends: somebody moved out or sold.
#[derive(Clone, Copy, Debug)]
pub struct RelationEnd {
    /// The relation.
    pub relation: RelationId,
    /// Its last day.
    pub until: Day,
}

impl Act for RelationEnd {
    const KIND: &'static str = "register.relation_end";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("relation", self.relation);
        leaf.int("until", self.until.number());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(store::RELATION_ENDS, params![rec.id_of::<RelationId>("relation")?, rec.int("until")?])?;
        Ok(())
    }
}

/// Ends a relation, or ends it earlier than was known.
pub fn relation_end(tx: &mut Tx<'_>, head: Head, act: RelationEnd) -> Result<Receipt, Stop> {
    let before = find::relation(tx, act.relation)?.ok_or(Refusal::RelationUnknown)?;
    may_end(before.since, before.until, act.until)?;
    in_area(tx, head, before.area, &act)
}
