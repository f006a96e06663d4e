//! Entrances and units one by one: registered, changed, split and merged. What lies behind a door is nobody's public
//! business, so the lists of units are hidden; a building and its entrances are public.

use crate::acts::in_area;
use crate::places::Unit;
use crate::text::clean;
use crate::{Refusal, UnitUse, find, store};
use lianxin_base::{Area as FloorArea, BuildingId, Day, EntranceId, UnitId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Read, Stop, Tx, params};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LABEL: usize = 20;
/// How many units one act may carry: more would not fit into a leaf. Further acts add further units.
pub const UNITS_PER_ACT: usize = 100;
/// So many bytes of a leaf (16 KiB) are left for the units after everything else.
const LEAF_LEFT: usize = 15_400;
/// A split or merger of more units than this is a mistake.
const CHANGE_MAX: usize = 10;
/// No unit is larger than a million square metres.
const FLOOR_MAX: FloorArea = FloorArea(100_000_000);

/// An entrance 单元门 of a building is registered or changed.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// The entrance.
    pub entrance: EntranceId,
    /// Its building.
    pub building: BuildingId,
    /// As people say it: `2 单元`.
    pub name: String,
    /// Its place in lists.
    pub sort: i64,
}

impl Act for Entrance {
    const KIND: &'static str = "register.entrance";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("entrance", self.entrance);
        leaf.text("building", self.building);
        leaf.text("name", &self.name);
        leaf.int("sort", self.sort);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, building) = (rec.id_of::<EntranceId>("entrance")?, rec.id_of::<BuildingId>("building")?);
        tx.exec(store::ENTRANCE_SET, params![id, building, rec.area(), rec.text("name")?, rec.int("sort")?])?;
        Ok(())
    }
}

/// Registers or changes an entrance.
pub fn entrance(tx: &mut Tx<'_>, head: Head, mut act: Entrance) -> Result<Receipt, Stop> {
    act.name = clean("name", &act.name, LABEL)?;
    let building = find::building(tx, act.building)?.ok_or(Refusal::BuildingUnknown)?;
    if find::entrance(tx, act.entrance)?.is_some_and(|before| before.building != act.building) {
        return Err(Refusal::EntranceUnknown.into());
    }
    if find::entrances(tx, act.building)?.iter().any(|e| e.id != act.entrance && e.name == act.name) {
        return Err(Refusal::EntranceTaken.into());
    }
    in_area(tx, head, building.area, &act)
}

/// A unit with what is known of it besides.
#[derive(Clone, Debug)]
pub struct Door {
    /// The unit.
    pub unit: Unit,
    /// Through which entrance one comes to it.
    pub entrance: Option<EntranceId>,
    /// What it is really used as, where that differs from its kind.
    pub used: Option<UnitUse>,
}

impl Door {
    /// A unit of which nothing else is known.
    pub const fn of(unit: Unit) -> Self {
        Self { unit, entrance: None, used: None }
    }

    /// As the leaf lists it: id, kind, label, floor area in 0.01 m², its source, entrance, use; null where there is
    /// none, and nothing after the last that is there.
    fn listed(&self) -> Value {
        let u = &self.unit;
        let (size, source) = (u.floor_area.map(|a| a.0), u.area_source.map(|s| s.name()));
        let mut all = vec![
            json!(u.unit.to_string()),
            json!(u.kind.name()),
            json!(u.label),
            json!(size),
            json!(source),
            json!(self.entrance.map(|e| e.to_string())),
            json!(self.used.map(UnitUse::name)),
        ];
        while all.len() > 3 && all.last().is_some_and(Value::is_null) {
            all.pop();
        }
        Value::Array(all)
    }
}

/// Units of a building 房号 are registered or changed; others stay. Hidden: labels and sizes tell of households.
#[derive(Clone, Debug)]
pub struct Units {
    /// The building.
    pub building: BuildingId,
    /// At most [`UNITS_PER_ACT`].
    pub doors: Vec<Door>,
}

impl Act for Units {
    const KIND: &'static str = "register.units";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("building", self.building);
        leaf.list("units", self.doors.iter().map(Door::listed).collect());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        set_units(rec, tx, rec.id_of("building")?, "units")
    }
}

/// Writes the units a leaf lists; what was not given is NULL.
pub(crate) fn set_units(rec: &Recorded, tx: &mut Tx<'_>, building: BuildingId, key: &str) -> Result<(), Fault> {
    for item in rec.list(key)? {
        let word = |i: usize| item.get(i).and_then(Value::as_str);
        let need = |i: usize| word(i).ok_or_else(|| Fault::Damaged(format!("a unit of {building} lacks its part {i}")));
        let size = item.get(3).and_then(Value::as_i64);
        let values = params![need(0)?, building, rec.area(), need(1)?, need(2)?, size, word(4), word(5), word(6)];
        tx.exec(store::UNIT_SET, values)?;
    }
    Ok(())
}

/// Registers or changes units of one building.
pub fn units(tx: &mut Tx<'_>, head: Head, mut act: Units) -> Result<Receipt, Stop> {
    let building = find::building(tx, act.building)?.ok_or(Refusal::BuildingUnknown)?;
    fit(tx, act.building, &mut act.doors, &BTreeSet::new())?;
    in_area(tx, head, building.area, &act)
}

/// Cleans the labels and checks that the doors can stand in this building beside those that stay.
pub(crate) fn fit(
    r: &mut Read<'_>,
    building: BuildingId,
    doors: &mut [Door],
    leave: &BTreeSet<UnitId>,
) -> Result<(), Stop> {
    let entrances: BTreeSet<EntranceId> = find::entrances(r, building)?.into_iter().map(|e| e.id).collect();
    for door in doors.iter_mut() {
        door.unit.label = clean("units", &door.unit.label, LABEL)?;
        if door.unit.floor_area.is_some_and(|a| a.0 <= 0 || a > FLOOR_MAX) {
            return Err(Refusal::FloorArea.into());
        }
        if door.entrance.is_some_and(|e| !entrances.contains(&e)) {
            return Err(Refusal::EntranceUnknown.into());
        }
        match find::unit(r, door.unit.unit)? {
            Some(before) if before.building != building => return Err(Refusal::UnitElsewhere.into()),
            Some(before) if before.until.is_some() => return Err(Refusal::UnitGone.into()),
            _ => {}
        }
    }
    let bytes: usize = doors.iter().map(|d| d.listed().to_string().len() + 1).sum();
    if doors.len() > UNITS_PER_ACT || bytes > LEAF_LEFT {
        return Err(Refusal::UnitsMany.into());
    }
    let given: BTreeSet<UnitId> = doors.iter().map(|d| d.unit.unit).collect();
    let stay = find::units(r, building)?.into_iter().filter(|u| !given.contains(&u.id) && !leave.contains(&u.id));
    let mut seen: BTreeSet<_> = stay.map(|u| (u.kind, u.label)).collect();
    if given.len() < doors.len() || !doors.iter().all(|d| seen.insert((d.unit.kind, d.unit.label.clone()))) {
        return Err(Refusal::UnitTaken.into());
    }
    Ok(())
}

/// One unit is split, or several are merged into one. Households, relations and owners go along with the first new
/// unit; the owners own all of them.
#[derive(Clone, Debug)]
pub struct UnitChange {
    /// The building.
    pub building: BuildingId,
    /// What there was.
    pub from: Vec<UnitId>,
    /// What there is now.
    pub into: Vec<Door>,
    /// The first day of the new units.
    pub since: Day,
}

impl Act for UnitChange {
    const KIND: &'static str = "register.unit_change";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("building", self.building);
        leaf.list("from", self.from.iter().map(|u| json!(u.to_string())).collect());
        leaf.list("into", self.into.iter().map(Door::listed).collect());
        leaf.int("since", self.since.number());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let since = rec.int("since")?;
        set_units(rec, tx, rec.id_of("building")?, "into")?;
        let new: Vec<&str> = rec.list("into")?.iter().filter_map(|u| u.get(0).and_then(Value::as_str)).collect();
        for id in &new {
            tx.exec(store::UNIT_BEGINS, params![*id, since])?;
        }
        for old in rec.list("from")?.iter().filter_map(Value::as_str) {
            tx.exec(store::UNIT_ENDS, params![old, since - 1])?;
            for id in &new {
                tx.exec(store::UNIT_ORIGIN, params![*id, old, rec.area(), rec.id()])?;
                tx.exec(store::UNIT_OWNED, params![old, *id, since])?;
            }
            tx.exec(store::UNIT_DISOWNED, params![old, since])?;
            if let Some(first) = new.first() {
                tx.exec(store::UNIT_HOUSEHOLDS, params![old, *first])?;
                tx.exec(store::UNIT_RELATIONS, params![old, *first, since])?;
            }
        }
        Ok(())
    }
}

/// Splits a unit or merges several.
pub fn unit_change(tx: &mut Tx<'_>, head: Head, mut act: UnitChange) -> Result<Receipt, Stop> {
    let building = find::building(tx, act.building)?.ok_or(Refusal::BuildingUnknown)?;
    let from: BTreeSet<UnitId> = act.from.iter().copied().collect();
    let (n, m) = (from.len(), act.into.len());
    let splits_or_merges = (n == 1 && m > 1) || (n > 1 && m == 1);
    if !splits_or_merges || n < act.from.len() || n > CHANGE_MAX || m > CHANGE_MAX {
        return Err(Refusal::UnitChange.into());
    }
    let mut owners = BTreeSet::new();
    for id in &act.from {
        let unit = find::unit(tx, *id)?.ok_or(Refusal::UnitUnknown)?;
        if unit.building != act.building {
            return Err(Refusal::UnitElsewhere.into());
        }
        if unit.until.is_some() {
            return Err(Refusal::UnitGone.into());
        }
        owners.insert(find::owner_set_of(tx, *id, act.since)?.map(|s| s.id));
    }
    if owners.len() > 1 {
        return Err(Refusal::OwnersDiffer.into());
    }
    for door in &act.into {
        if find::unit(tx, door.unit.unit)?.is_some() {
            return Err(Refusal::UnitTaken.into());
        }
    }
    fit(tx, act.building, &mut act.into, &from)?;
    in_area(tx, head, building.area, &act)
}
