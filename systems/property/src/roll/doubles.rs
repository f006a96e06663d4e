//! One owner who stands in the register twice, under two names or twice under one, would be two persons where the law says one
//! (法释〔2009〕7号 9). The register cannot know; whoever convenes is asked to look before the roll is frozen. It keeps nothing from
//! opening: a couple has one telephone, and two people have one name.

use super::rules::Door;
use crate::assembly::Voting;
use lianxin_base::{AreaId, Day, OwnerSetId, PersonId};
use lianxin_paper::half;
use lianxin_register::Owner;
use lianxin_store::{Fault, Read, params};
use std::collections::{BTreeMap, BTreeSet};

const NAMED: &str = "SELECT DISTINCT o.person, n.value, f.value FROM register_owner o JOIN register_person p ON p.id = o.person \
                     LEFT JOIN journal_text n ON n.act = p.act AND n.field = 'name' \
                     LEFT JOIN journal_text f ON f.act = p.act AND f.field = 'phone' \
                     WHERE o.area = $1 ORDER BY o.person";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[("roll_named", NAMED)];

/// An owner as the register knows them.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) phone: String,
}

/// Why two owners may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Their telephone is the same.
    Phone,
    /// Their name is the same, and their telephones do not differ.
    Name,
}

/// Doors of owner-sets that may be one person's, the first door of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Double {
    pub(crate) why: Why,
    /// Building and door.
    pub(crate) doors: Vec<(String, String)>,
}

fn plain(text: &str) -> String {
    half(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Who may be whom: each under the first of those they may be, with the reason.
fn heads(people: &[Named]) -> BTreeMap<PersonId, (PersonId, Why)> {
    let (mut phones, mut names) = (BTreeMap::<String, PersonId>::new(), BTreeMap::<String, Vec<&Named>>::new());
    let mut all: BTreeMap<PersonId, (PersonId, Why)> = BTreeMap::new();
    for one in people {
        let (phone, name) = (plain(&one.phone), plain(&one.name));
        if !phone.is_empty() {
            match phones.get(&phone) {
                Some(first) => drop(all.insert(one.person, (*first, Why::Phone))),
                None => drop(phones.insert(phone.clone(), one.person)),
            }
        }
        if name.is_empty() {
            continue;
        }
        let others = names.entry(name).or_default();
        let apart = |other: &&&Named| !phone.is_empty() && !other.phone.is_empty() && plain(&other.phone) != phone;
        if let Some(first) = others.iter().find(|other| !apart(other)) {
            all.entry(one.person).or_insert((first.person, Why::Name));
        }
        others.push(one);
    }
    all
}

/// Of the doors a vote asks those whose owners may be one person and would be counted as several.
pub(crate) fn doubles(doors: &[Door], people: &[Named]) -> Vec<Double> {
    let heads = heads(people);
    // A chain ends at somebody who is nobody else's double; each link leads to one who came before.
    let head = |person: PersonId| {
        let (mut at, mut why) = (person, None);
        while let Some((next, reason)) = heads.get(&at) {
            (at, why) = (*next, Some(*reason).max(why));
        }
        (at, why)
    };
    let mut seen: BTreeSet<OwnerSetId> = BTreeSet::new();
    type Group<'d> = (Option<Why>, BTreeMap<Vec<Owner>, &'d Door>);
    let mut groups: BTreeMap<Vec<Owner>, Group<'_>> = BTreeMap::new();
    for door in doors {
        let known = door.set.as_ref().filter(|(set, owners)| !owners.is_empty() && seen.insert(*set));
        let Some((_, owners)) = known else { continue };
        let (mut plain, mut key, mut why) = (owners.clone(), BTreeSet::new(), None);
        plain.sort_unstable();
        for owner in owners {
            match owner {
                Owner::Person(person) => {
                    let (first, reason) = head(*person);
                    key.insert(Owner::Person(first));
                    why = reason.max(why);
                }
                Owner::Org(_) => drop(key.insert(*owner)),
            }
        }
        let group = groups.entry(key.into_iter().collect()).or_default();
        group.0 = why.max(group.0);
        group.1.entry(plain).or_insert(door);
    }
    let told = |(why, sets): Group<'_>| {
        let doors = sets.values().map(|d| (d.house.clone(), d.door.clone())).collect();
        why.filter(|_| sets.len() > 1).map(|why| Double { why, doors })
    };
    let mut all: Vec<Double> = groups.into_values().filter_map(told).collect();
    all.sort_by(|a, b| (a.why, &a.doors).cmp(&(b.why, &b.doors)));
    all
}

/// The same for a compound on a day.
pub(crate) fn of(r: &mut Read<'_>, area: AreaId, voting: Voting, on: Day) -> Result<Vec<Double>, Fault> {
    let area = super::merged::now(r, area)?;
    let people = r.rows(NAMED, params![area], |row| {
        let text = |n| Ok::<_, Fault>(row.opt_text(n)?.unwrap_or_default());
        Ok(Named { person: row.id(0)?, name: text(1)?, phone: text(2)? })
    })?;
    Ok(doubles(&super::store::asked(r, area, voting, on)?, &people))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{BuildingId, UnitId};
    use lianxin_register::{AreaSource, UnitKind};

    fn id(n: u8) -> PersonId {
        PersonId::from_bytes([n; 16])
    }

    fn flat(n: u8, owners: &[u8]) -> Door {
        Door {
            unit: UnitId::from_bytes([n; 16]),
            building: BuildingId::from_bytes([1; 16]),
            entrance: None,
            house: "1 号楼".into(),
            door: format!("{n}01"),
            kind: UnitKind::Dwelling,
            size: Some(80_00),
            source: Some(AreaSource::Register),
            set: Some((OwnerSetId::from_bytes([n; 16]), owners.iter().map(|o| Owner::Person(id(*o))).collect())),
        }
    }

    #[test]
    fn one_owner_under_two_names_is_asked_about_and_two_people_are_not() {
        let named = |n, name: &str, phone: &str| Named { person: id(n), name: name.into(), phone: phone.into() };
        let doors = [flat(1, &[1]), flat(2, &[2]), flat(3, &[3])];
        for (what, people, want) in [
            (
                "one telephone, two names",
                vec![named(1, "顾建平", "15400000001"), named(2, "顾建萍", "154 0000 0001")],
                Some(Why::Phone),
            ),
            (
                "one name, a telephone is missing",
                vec![named(1, "顾建平", ""), named(2, "顾 建平", "15400000001")],
                Some(Why::Name),
            ),
            ("one name, no telephone", vec![named(1, "顾建平", ""), named(2, "顾建平", "")], Some(Why::Name)),
            (
                "one name, two telephones",
                vec![named(1, "顾建平", "15400000001"), named(2, "顾建平", "15400000002")],
                None,
            ),
            (
                "both are the same",
                vec![named(1, "顾建平", "15400000001"), named(2, "顾建平", "15400000001")],
                Some(Why::Phone),
            ),
            ("two people", vec![named(1, "顾建平", ""), named(2, "邵秀兰", "")], None),
            ("names that were erased", vec![named(1, "", ""), named(2, "", "")], None),
        ] {
            let found = doubles(&doors, &people);
            assert_eq!(found.first().map(|d| d.why), want, "{what}");
            if want.is_some() {
                assert_eq!(
                    found[0].doors,
                    [("1 号楼".into(), "101".into()), ("1 号楼".into(), "201".into())],
                    "{what}"
                );
            }
        }
    }

    #[test]
    fn a_couple_that_owns_together_is_one_owner_and_a_shared_telephone_makes_no_other() {
        let named = |n| Named { person: id(n), name: format!("{n}"), phone: "15400000001".into() };
        let people = [named(1), named(2), named(3)];
        assert_eq!(doubles(&[flat(1, &[1, 2])], &people), [], "one flat of two");
        assert_eq!(doubles(&[flat(1, &[1]), flat(2, &[1])], &people), [], "one owner twice is one person already");
        // Three entries of one person are one sentence.
        let three = doubles(&[flat(1, &[1]), flat(2, &[2]), flat(3, &[3])], &people);
        assert_eq!((three.len(), three[0].doors.len()), (1, 3));
        let org = Door { set: Some((OwnerSetId::from_bytes([9; 16]), vec![])), ..flat(9, &[]) };
        assert_eq!(doubles(&[org.clone(), org], &people), [], "of erased owners nobody knows");
    }
}
