//! Owner-sets 产权户: who owns which units together. A set is one vote and one bill; an owner may be an organisation.

use crate::acts::{in_area, in_order};
use crate::{Refusal, find, store};
use lianxin_base::{Day, OrgId, OwnerSetId, PersonId, UnitId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const OWNERS_MAX: usize = 20;
const OWNED_MAX: usize = 50;

/// One owner of a set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Owner {
    /// A person.
    Person(PersonId),
    /// An organisation: a company, a department.
    Org(OrgId),
}

/// An owner-set is registered; registered again, its units, owners and days are those of the newest act. Hidden.
#[derive(Clone, Debug)]
pub struct OwnerSet {
    /// The set.
    pub owner_set: OwnerSetId,
    /// Its units, all of one area.
    pub units: Vec<UnitId>,
    /// Its owners; the first one is written to.
    pub owners: Vec<Owner>,
    /// The first day.
    pub since: Day,
    /// The last day, if it was sold.
    pub until: Option<Day>,
}

impl Act for OwnerSet {
    const KIND: &'static str = "register.owner_set";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("owner_set", self.owner_set);
        leaf.list("units", self.units.iter().map(|u| json!(u.to_string())).collect());
        let owner = |o: &Owner| match o {
            Owner::Person(p) => json!(["person", p.to_string()]),
            Owner::Org(o) => json!(["org", o.to_string()]),
        };
        leaf.list("owners", self.owners.iter().map(owner).collect());
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, area) = (rec.id_of::<OwnerSetId>("owner_set")?, rec.area());
        tx.exec(store::OWNER_SET_SET, params![id, area, rec.int("since")?, rec.opt_int("until")?])?;
        tx.exec(store::OWNERS_DROP, params![id])?;
        tx.exec(store::OWNED_DROP, params![id])?;
        for (n, owner) in (1i64..).zip(rec.list("owners")?) {
            let word = |i: usize| owner.get(i).and_then(Value::as_str);
            let of = |kind: &str| word(1).filter(|_| word(0) == Some(kind));
            tx.exec(store::OWNER_ADD, params![id, n, area, of("person"), of("org")])?;
        }
        for unit in rec.list("units")?.iter().filter_map(Value::as_str) {
            tx.exec(store::OWNED_ADD, params![id, unit, area])?;
        }
        Ok(())
    }
}

/// Registers or changes an owner-set. A unit belongs to one set a day.
pub fn owner_set(tx: &mut Tx<'_>, head: Head, act: OwnerSet) -> Result<Receipt, Stop> {
    in_order(act.since, act.until)?;
    if act.owners.is_empty() || act.units.is_empty() {
        return Err(Refusal::OwnersNone.into());
    }
    if act.owners.len() > OWNERS_MAX || act.units.len() > OWNED_MAX {
        return Err(Refusal::OwnersMany.into());
    }
    let (owners, units): (BTreeSet<_>, BTreeSet<_>) = (act.owners.iter().collect(), act.units.iter().collect());
    if owners.len() < act.owners.len() || units.len() < act.units.len() {
        return Err(Refusal::OwnerTwice.into());
    }
    for owner in &act.owners {
        match owner {
            Owner::Person(id) if find::person_area(tx, *id)?.is_none() => return Err(Refusal::PersonUnknown.into()),
            Owner::Org(id) if find::org(tx, *id)?.is_none() => return Err(Refusal::OrgUnknown.into()),
            _ => {}
        }
    }
    let mut area = None;
    for id in &act.units {
        let unit = find::unit(tx, *id)?.ok_or(Refusal::UnitUnknown)?;
        if unit.until.is_some() && act.until.is_none() {
            return Err(Refusal::UnitGone.into());
        }
        if *area.get_or_insert(unit.area) != unit.area {
            return Err(Refusal::UnitElsewhere.into());
        }
        let meets =
            |s: &find::OwnerSetRow| act.until.is_none_or(|u| s.since <= u) && s.until.is_none_or(|u| act.since <= u);
        if find::owner_sets_of_unit(tx, *id)?.iter().any(|s| s.id != act.owner_set && meets(s)) {
            return Err(Refusal::OwnersTaken.into());
        }
    }
    if find::owner_set(tx, act.owner_set)?.is_some_and(|before| Some(before.area) != area) {
        return Err(Refusal::UnitElsewhere.into());
    }
    in_area(tx, head, area.ok_or(Refusal::OwnersNone)?, &act)
}
