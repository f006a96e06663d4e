//! From the register to a roll: which doors count, what has to be settled first, who votes for what, and the numbers drawn
//! for one vote; pure. 法释〔2009〕7号 arts. 8, 9.

use crate::assembly::Voting;
use lianxin_ballot::{BuildingKey, EntranceKey, OwnerKey, Roll, Unit, UnitKey, Use};
use lianxin_base::{Area, BuildingId, EntranceId, OwnerSetId, UnitId};
use lianxin_register::{AreaSource, Owner, UnitKind};
use lianxin_store::Fault;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A door as the register has it on the day.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// The unit.
    pub(crate) unit: UnitId,
    /// Its building.
    pub(crate) building: BuildingId,
    /// Its entrance, if it has one.
    pub(crate) entrance: Option<EntranceId>,
    /// Its building, as people say it.
    pub(crate) house: String,
    /// Its label.
    pub(crate) door: String,
    /// What it is.
    pub(crate) kind: UnitKind,
    /// 0.01 m².
    pub(crate) size: Option<i64>,
    /// Where that was read.
    pub(crate) source: Option<AreaSource>,
    /// Whose it is: the set and its owners.
    pub(crate) set: Option<(OwnerSetId, Vec<Owner>)>,
}

/// Why a door keeps a vote from opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// No owner is registered.
    NoOwner,
    /// No area.
    NoArea,
    /// An area of nothing.
    ZeroArea,
    /// An area of which nobody knows where it was read.
    NoSource,
}

/// A row of a roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The number that votes for it.
    pub(crate) no: i64,
    /// Which of that number's doors.
    pub(crate) nth: i64,
    /// The number that stands in the file of the count; the one above hangs in the compound beside the door.
    pub(crate) lot: i64,
    /// The unit.
    pub(crate) unit: UnitId,
    /// Its building.
    pub(crate) house: String,
    /// Its label.
    pub(crate) door: String,
    /// What it is.
    pub(crate) kind: UnitKind,
    /// 0.01 m².
    pub(crate) size: i64,
    /// Where that was read.
    pub(crate) source: AreaSource,
}

/// The numbers of the file of a count, by the number on the roll.
pub(crate) type Lots = BTreeMap<i64, i64>;

/// A roll with its numbers drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// The doors, as one walks past them.
    pub(crate) lines: Vec<Line>,
    /// Which number each owner-set votes under.
    pub(crate) sets: BTreeMap<OwnerSetId, i64>,
    /// Which number each of these has in the file of the count.
    pub(crate) lots: Lots,
    /// How many persons.
    pub(crate) persons: i64,
    /// 0.01 m² of them all.
    pub(crate) size: i64,
}

/// The doors a vote asks; parking spaces and storage rooms only where the rules of procedure say so.
pub(super) fn asked(mut doors: Vec<Door>, voting: Voting) -> Vec<Door> {
    doors.retain(|d| voting.asks(d));
    doors
}

/// What is missing of a door.
fn gap(door: &Door) -> Option<Gap> {
    match (&door.set, door.size, door.source) {
        (None, ..) => Some(Gap::NoOwner),
        (_, None, _) => Some(Gap::NoArea),
        (_, Some(size), _) if size <= 0 => Some(Gap::ZeroArea),
        (_, _, None) => Some(Gap::NoSource),
        _ => None,
    }
}

/// Of the doors that are asked those that are to be settled before a vote can open, each with the reason.
pub(crate) fn gaps(doors: &[Door]) -> Vec<(&Door, Gap)> {
    doors.iter().filter_map(|d| Some((d, gap(d)?))).collect()
}

/// Owner-sets of the same owners are one person (art. 9): under the name of the first of them.
fn persons(doors: &[Door]) -> BTreeMap<OwnerSetId, OwnerSetId> {
    let mut first: BTreeMap<Vec<Owner>, OwnerSetId> = BTreeMap::new();
    let sets: BTreeMap<OwnerSetId, Vec<Owner>> = doors.iter().filter_map(|d| d.set.clone()).collect();
    let same = |(set, mut owners): (OwnerSetId, Vec<Owner>)| {
        owners.sort_unstable();
        // Of erased owners nobody knows whether they are the same.
        let head = if owners.is_empty() { set } else { *first.entry(owners).or_insert(set) };
        (set, head)
    };
    sets.into_iter().map(same).collect()
}

/// How many persons own these doors.
pub(crate) fn owners_in(doors: &[Door]) -> i64 {
    let heads: BTreeSet<OwnerSetId> = persons(doors).into_values().collect();
    i64::try_from(heads.len()).unwrap_or(i64::MAX)
}

/// What is drawn: the numbers of the roll, or those of the file.
const ROLL: &str = "lianxin.draw.v1";
const FILE: &str = "lianxin.draw.file.v1";

/// A place in a draw: nobody can tell it without the seed.
fn lot(what: &str, seed: &str, set: OwnerSetId) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [what, seed, &set.to_string()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().into()
}

/// Draws the numbers and writes the roll; the doors keep the order they came in. Nothing may be left to be settled.
pub(crate) fn draw(doors: &[Door], seed: &str) -> Drawn {
    let persons = persons(doors);
    let heads: Vec<OwnerSetId> = persons.iter().filter(|(set, head)| set == head).map(|(set, _)| *set).collect();
    let drawn = |what: &str| -> BTreeMap<OwnerSetId, i64> {
        let mut all = heads.clone();
        all.sort_by_cached_key(|set| lot(what, seed, *set));
        all.into_iter().zip(1..).collect()
    };
    let (numbers, file) = (drawn(ROLL), drawn(FILE));
    let sets = persons.iter().filter_map(|(set, head)| Some((*set, *numbers.get(head)?))).collect();
    let lots = numbers.iter().filter_map(|(head, no)| Some((*no, *file.get(head)?))).collect();
    with_numbers(doors, (sets, lots))
}

/// The numbers of a draw, as the record of an opening has them: owner-set, number, number in the file.
pub(crate) fn numbers_text(drawn: &Drawn) -> String {
    drawn.sets.iter().map(|(set, no)| format!("{set} {no} {}\n", drawn.lots.get(no).unwrap_or(no))).collect()
}

/// The same, read. An opening of before had one number for both.
pub(crate) fn numbers_of(text: &str) -> Option<(BTreeMap<OwnerSetId, i64>, Lots)> {
    let (mut sets, mut lots) = (BTreeMap::new(), Lots::new());
    for line in text.lines() {
        let mut parts = line.split(' ');
        let set: OwnerSetId = parts.next()?.parse().ok()?;
        let no: i64 = parts.next()?.parse().ok()?;
        sets.insert(set, no);
        if let Some(lot) = parts.next() {
            lots.insert(no, lot.parse().ok()?);
        }
    }
    Some((sets, lots))
}

/// The roll of these doors, with the numbers that were drawn.
pub(crate) fn with_numbers(doors: &[Door], (sets, lots): (BTreeMap<OwnerSetId, i64>, Lots)) -> Drawn {
    let persons = sets.values().collect::<BTreeSet<_>>().len();
    let mut all = Drawn { persons: i64::try_from(persons).unwrap_or(i64::MAX), sets, lots, ..Drawn::default() };
    let mut nth: BTreeMap<i64, i64> = BTreeMap::new();
    for d in doors {
        let no = d.set.as_ref().and_then(|(set, _)| all.sets.get(set)).copied();
        let (Some(no), Some(size), Some(source)) = (no, d.size, d.source) else { continue };
        let nth = nth.entry(no).and_modify(|n| *n += 1).or_insert(1);
        let lot = all.lots.get(&no).copied().unwrap_or(no);
        let (unit, house, door) = (d.unit, d.house.clone(), d.door.clone());
        all.lines.push(Line { no, nth: *nth, lot, unit, house, door, kind: d.kind, size, source });
        all.size = all.size.saturating_add(size);
    }
    all
}

/// SHA-256 of the list as it hangs in the compound: one JSON array a line, first `["lianxin.list.v1"]`, then the doors in
/// their order: building, door, kind, 0.01 m², source, number, which of that number's.
pub(crate) fn list_sha256(lines: &[Line]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"[\"lianxin.list.v1\"]\n");
    for l in lines {
        let row = json!([l.house, l.door, l.kind.name(), l.size, l.source.name(), l.no, l.nth]);
        hash.update(format!("{row}\n"));
    }
    hex(&hash.finalize())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The roll as it is counted: numbers in place of doors, owners and what hangs in the compound.
///
/// # Errors
/// Never: numbers are names.
pub(crate) fn numbered(lines: &[Line], voting: Voting) -> Result<Roll, Fault> {
    let bad = |e: lianxin_ballot::BadKey| Fault::bug(e.to_string());
    // Of a whole compound no building is named: with the exact area it would point at a flat.
    let building = voting.scope.building().map(|id| BuildingKey::new(&id.to_string())).transpose().map_err(bad)?;
    let entrance = voting.scope.entrance().map(|id| EntranceKey::new(&id.to_string())).transpose().map_err(bad)?;
    let mut units = Vec::with_capacity(lines.len());
    for l in lines {
        let size = Some(Area(l.size).to_string());
        let from = |source| if l.source == source { size.clone() } else { None };
        units.push(Unit {
            unit: UnitKey::new(&format!("{}-{}", l.lot, l.nth)).map_err(bad)?,
            building: building.clone(),
            entrance: entrance.clone(),
            usage: match l.kind {
                UnitKind::Dwelling => Use::Dwelling,
                UnitKind::Shop => Use::Shop,
                UnitKind::Parking => Use::Parking,
                UnitKind::Storage => Use::Storage,
            },
            register: from(AreaSource::Register),
            survey: from(AreaSource::Survey),
            contract: from(AreaSource::Contract),
            owner: Some(OwnerKey::new(&l.lot.to_string()).map_err(bad)?),
            state: lianxin_ballot::State::Delivered,
            counts: None,
        });
    }
    // Whatever order the register was read in, the same roll.
    units.sort_by(|a, b| a.unit.cmp(&b.unit));
    Ok(Roll { units, count_parking: voting.parking, count_storage: voting.storage, ..Roll::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::PersonId;

    fn set(n: u8) -> OwnerSetId {
        OwnerSetId::from_bytes([n; 16])
    }
    fn person(n: u8) -> Owner {
        Owner::Person(PersonId::from_bytes([n; 16]))
    }
    /// A flat: its number, whose, 0.01 m².
    fn flat(n: u8, whose: Option<(u8, &[u8])>, size: Option<i64>) -> Door {
        Door {
            unit: UnitId::from_bytes([n; 16]),
            building: BuildingId::from_bytes([1; 16]),
            entrance: None,
            house: "1 号楼".into(),
            door: format!("{n}01"),
            kind: UnitKind::Dwelling,
            size,
            source: size.map(|_| AreaSource::Register),
            set: whose.map(|(s, owners)| (set(s), owners.iter().map(|o| person(*o)).collect())),
        }
    }

    #[test]
    fn what_has_to_be_settled_before_a_vote_opens() {
        let good = flat(1, Some((1, &[1])), Some(80_00));
        let parking = Door { kind: UnitKind::Parking, ..flat(6, None, None) };
        let sourceless = Door { source: None, ..flat(5, Some((5, &[5])), Some(80_00)) };
        let doors = vec![
            good,
            flat(2, None, Some(80_00)),
            flat(3, Some((3, &[3])), None),
            flat(4, Some((4, &[4])), Some(0)),
            sourceless,
            parking,
        ];
        let doors = asked(doors, Voting::default());
        let found: Vec<_> = gaps(&doors).into_iter().map(|(d, gap)| (d.door.as_str(), gap)).collect();
        let want = [("201", Gap::NoOwner), ("301", Gap::NoArea), ("401", Gap::ZeroArea), ("501", Gap::NoSource)];
        assert_eq!(found, want, "parking spaces do not vote and need no owner");
    }

    #[test]
    fn an_owner_under_two_sets_is_one_person_and_other_sets_are_others() {
        let doors = [
            flat(1, Some((1, &[1])), Some(80_00)),
            flat(2, Some((1, &[1])), Some(80_00)),    // the same set
            flat(3, Some((3, &[1])), Some(80_00)),    // the same owner, registered a second time
            flat(4, Some((4, &[1, 2])), Some(80_00)), // with the wife: another set
            flat(5, Some((5, &[2, 1])), Some(80_00)), // the same two, the other way round
        ];
        let drawn = draw(&doors, "seed");
        assert_eq!((drawn.persons, drawn.size), (2, 40_000));
        let numbers: Vec<_> = drawn.lines.iter().map(|l| l.no).collect();
        assert!(numbers[0] == numbers[1] && numbers[1] == numbers[2] && numbers[3] == numbers[4]);
        assert_ne!(numbers[0], numbers[3]);
        assert_eq!(drawn.lines.iter().map(|l| l.nth).collect::<Vec<_>>(), [1, 2, 3, 1, 2]);
        assert_eq!(drawn.sets.len(), 4);
        let erased = [flat(1, Some((1, &[])), Some(80_00)), flat(2, Some((2, &[])), Some(80_00))];
        assert_eq!(draw(&erased, "seed").persons, 2, "whose owners were erased are not taken for the same");
        // A replay after an erasure knows the owners no more, and has the same roll.
        let forgotten: Vec<Door> =
            doors.iter().cloned().map(|d| Door { set: d.set.map(|(set, _)| (set, Vec::new())), ..d }).collect();
        assert_eq!(with_numbers(&forgotten, numbers_of(&numbers_text(&drawn)).expect("numbers")), drawn);
        assert_eq!((numbers_of("x 1\n"), numbers_of("1\n")), (None, None));
    }

    #[test]
    fn the_numbers_of_the_file_are_not_those_that_hang_beside_the_doors() {
        let doors: Vec<Door> = (1..40).map(|n| flat(n, Some((n, &[n])), Some(80_00))).collect();
        let drawn = draw(&doors, "seed");
        let lots: BTreeSet<i64> = drawn.lots.values().copied().collect();
        assert_eq!(lots, (1..40).collect());
        let same = drawn.lots.iter().filter(|(no, lot)| no == lot).count();
        assert!(same < 10, "{same} of 39 kept theirs by chance");
        for (line, unit) in drawn.lines.iter().map(|l| (l, format!("{}-1", l.lot))) {
            let roll = numbered(std::slice::from_ref(line), Voting::default()).expect("numbers are names");
            assert_eq!(roll.units[0].unit.to_string(), unit);
        }
        // An opening of before this has one number for both.
        let old = numbers_of(&format!("{} 7\n", set(1))).expect("numbers");
        assert_eq!(with_numbers(&doors[..1], old).lines[0].lot, 7);
    }

    #[test]
    fn every_vote_draws_its_own_numbers_and_the_same_seed_the_same() {
        let doors: Vec<Door> = (1..40).map(|n| flat(n, Some((n, &[n])), Some(80_00))).collect();
        let (one, two) = (draw(&doors, "one"), draw(&doors, "two"));
        assert_eq!(one, draw(&doors, "one"));
        assert_ne!(one.sets, two.sets);
        let numbers: BTreeSet<_> = one.sets.values().copied().collect();
        assert_eq!(numbers, (1..40).collect());
    }

    #[test]
    fn the_hashes_change_with_whatever_stands_on_the_roll() {
        let doors: Vec<Door> = (1..5).map(|n| flat(n, Some((n, &[n])), Some(80_00))).collect();
        let lines = draw(&doors, "seed").lines;
        let list = list_sha256(&lines);
        assert_eq!(list.len(), 64);
        for change in [
            |l: &mut Line| l.door = "9".into(),
            |l: &mut Line| l.size += 1,
            |l: &mut Line| l.no += 100,
            |l: &mut Line| l.source = AreaSource::Survey,
        ] {
            let mut other = lines.clone();
            change(&mut other[0]);
            assert_ne!(list_sha256(&other), list);
        }
        let all = Voting::default();
        let roll = numbered(&lines, all).expect("numbers are names");
        let mut back = lines.clone();
        back.reverse();
        assert_eq!(numbered(&back, all).expect("numbers").sha256(), roll.sha256());
    }

    #[test]
    fn a_parking_space_that_counts_adds_its_area_and_no_second_person() {
        let parking = |n: u8, whose: (u8, &[u8])| Door { kind: UnitKind::Parking, ..flat(n, Some(whose), Some(12_50)) };
        let doors = vec![
            flat(1, Some((1, &[1])), Some(80_00)),
            parking(2, (2, &[1])), // the same owner, another set
            parking(3, (3, &[3])), // somebody who owns nothing else
        ];
        let none = draw(&asked(doors.clone(), Voting::default()), "seed");
        assert_eq!((none.persons, none.size, none.lines.len()), (1, 80_00, 1));
        let voting = Voting { parking: true, ..Voting::default() };
        let both = draw(&asked(doors, voting), "seed");
        assert_eq!((both.persons, both.size, both.lines.len()), (2, 10_500, 3));
        let roll = numbered(&both.lines, voting).expect("numbers are names");
        let body = lianxin_ballot::Body::Owners;
        let e = lianxin_ballot::Electorate::of(&roll, &lianxin_ballot::Scope::Compound, body).expect("counts");
        assert_eq!((e.all.persons, e.all.area, e.units, e.dwellings), (2, 10_500, 3, 1));
    }
}
