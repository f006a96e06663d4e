//! 房屋: buildings, units, and who owns them.

use super::columns::{
    AREA, BUILDING, DOOR, ENTRANCE, KINDS, OWNER, PHONE, ROOM, SINCE, SOURCES, UNTIL, by_building, door_of,
};
use super::people::RELATION;
use super::settle::{Occupant, head, occupants, settle};
use crate::texts::t;
use lianxin_base::{Area, BuildingId, Lang, Refuse as _, UnitId};
use lianxin_paper::{Asked, Column, Door, Entered, Form, Import, Line, Schema, Wrong};
use lianxin_register::find::{self, BuildingRow, UnitRow};
use lianxin_register::{AreaSource, Building, UNITS_PER_ACT, Unit, UnitKind, building, building_code};
use lianxin_store::{Stop, Tx};
use std::collections::BTreeMap;

const KIND: Column = Column::new("kind", &["房屋类型", "房屋用途", "用途", "房屋性质"])
    .form(Form::One(&["住宅", "商铺", "储物间", "车位"]))
    .says("不填就是住宅。", "住宅");
const SIZE: Column = Column::new("size", &["建筑面积", "面积", "产权面积", "房屋面积"])
    .form(Form::Hundredths)
    .says("平方米，最多两位小数", "89.35");
const SOURCE: Column = Column::new("source", &["面积来源", "面积依据"])
    .form(Form::One(&["不动产登记簿", "测绘", "买卖合同"]))
    .says("面积从哪儿看来的。", "不动产登记簿");

pub(super) const SCHEMA: Schema = Schema {
    kind: "units",
    name: "房屋",
    columns: &[AREA, BUILDING, ENTRANCE, ROOM, DOOR, KIND, SIZE, SOURCE, OWNER, PHONE, RELATION, SINCE, UNTIL],
    either: &[&["building", "door"], &["room", "door"]],
};

pub(super) const IMPORT: Import =
    Import { schema: &SCHEMA, name: |lang| t(lang).msg_import_kind_units(), group: by_building, enter };

/// A unit as the lines of the sheet have it.
#[derive(Clone, Debug)]
struct Wanted {
    row: u32,
    kind: Option<UnitKind>,
    size: Option<Area>,
    source: Option<AreaSource>,
    people: Vec<Occupant>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    let mut done = Entered::default();
    let (name, wanted) = gather(lines, asked.lang, &mut done);
    let Some(first) = lines.first().map(|l| l.row).filter(|_| !wanted.is_empty()) else { return Ok(done) };
    let stood = stands(tx, asked, &name, &wanted, &mut done);
    let Some(house) = done.noted(stood, first, asked.lang)? else { return Ok(done) };
    for unit in find::units(tx, house)? {
        if let Some(w) = wanted.get(&unit.label).filter(|w| w.kind.is_none_or(|kind| kind == unit.kind)) {
            settle(tx, asked, &unit, &w.people, &mut done)?;
        }
    }
    Ok(done)
}

/// The building's name and its units in the sheet, one unit for all its lines.
fn gather(lines: &[Line], lang: Lang, done: &mut Entered) -> (String, BTreeMap<String, Wanted>) {
    let (mut name, mut all) = (String::new(), BTreeMap::<String, Wanted>::new());
    for line in lines {
        match read(line, lang, done) {
            Ok((door, new)) => {
                name = door.building;
                match all.get_mut(&door.unit) {
                    None => drop(all.insert(door.unit, new)),
                    Some(before) if differ(before.size, new.size) || differ(before.kind, new.kind) => {
                        done.faults.push((new.row, t(lang).msg_import_unit_twice(u64::from(before.row))));
                    }
                    Some(before) => {
                        before.size = before.size.or(new.size);
                        before.kind = before.kind.or(new.kind);
                        before.source = before.source.or(new.source);
                        before.people.extend(new.people);
                    }
                }
            }
            Err(wrong) => done.faults.push((line.row, wrong.say(lang))),
        }
    }
    (name, all)
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn read(line: &Line, lang: Lang, done: &mut Entered) -> Result<(Door, Wanted), Wrong> {
    let door = door_of(line)?;
    let (kind, size) = (line.one(&KIND, KINDS)?, line.area(&SIZE)?);
    let source = line.one(&SOURCE, SOURCES)?;
    let people = occupants(line, lang, done)?;
    Ok((door, Wanted { row: line.row, kind, size, source, people }))
}

/// The building stands with all its units: what is new or has changed is recorded.
fn stands(
    tx: &mut Tx<'_>,
    asked: &Asked,
    name: &str,
    wanted: &BTreeMap<String, Wanted>,
    done: &mut Entered,
) -> Result<BuildingId, Stop> {
    let t = t(asked.lang);
    let before = find::building_by_code(tx, asked.area, &building_code(name))?;
    let there = match &before {
        Some(house) => find::units(tx, house.id)?,
        None => Vec::new(),
    };
    let units: Vec<Unit> = wanted.iter().filter_map(|(label, w)| changed(tx, &there, label, w)).collect();
    let new = units.iter().filter(|u| there.iter().all(|b| b.id != u.unit)).count();
    (0..new).for_each(|_| done.count(t.msg_import_units()));
    (new..units.len()).for_each(|_| done.count(t.msg_import_units_changed()));
    let missing = there.iter().filter(|u| !wanted.contains_key(&u.label)).count();
    if missing > 0
        && let Some(first) = wanted.values().map(|w| w.row).min()
    {
        done.review.push((first, t.msg_import_not_in_sheet(name, missing)));
    }
    let house = match before {
        Some(house) => house,
        None => {
            done.count(t.msg_import_buildings());
            let id = BuildingId::new(tx.chance(), tx.now());
            BuildingRow { id, area: asked.area, grid: None, name: name.into(), code: String::new(), sort: sort(name) }
        }
    };
    let mut parts: Vec<Vec<Unit>> = units.chunks(UNITS_PER_ACT).map(<[Unit]>::to_vec).collect();
    if parts.is_empty() && house.code.is_empty() {
        parts.push(Vec::new());
    }
    for units in parts {
        let head = head(tx, asked);
        let (name, grid) = (house.name.clone(), house.grid);
        let act = Building { building: house.id, area: asked.area, grid, name, sort: house.sort, units };
        building(tx, head, act)?;
    }
    Ok(house.id)
}

/// The unit as it is to be, if that is not how it is. What the sheet leaves open stays.
fn changed(tx: &Tx<'_>, there: &[UnitRow], label: &str, w: &Wanted) -> Option<Unit> {
    let same = |u: &&UnitRow| u.label == label && w.kind.is_none_or(|kind| kind == u.kind);
    let Some(before) = there.iter().find(same) else {
        let kind = w.kind.unwrap_or(UnitKind::Dwelling);
        let unit = UnitId::new(tx.chance(), tx.now());
        return Some(Unit { unit, kind, label: label.into(), floor_area: w.size, area_source: w.source });
    };
    let (floor_area, area_source) = (w.size.or(before.floor_area), w.source.or(before.area_source));
    let differs = (floor_area, area_source) != (before.floor_area, before.area_source);
    differs.then(|| Unit { unit: before.id, kind: before.kind, label: label.into(), floor_area, area_source })
}

/// Its number, or behind all that have one.
fn sort(name: &str) -> i64 {
    let digits: String = name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|n| *n < 10_000).unwrap_or(10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buildings_are_listed_by_their_number() {
        for (name, want) in
            [("3号楼", 3), ("12栋", 12), ("B座", 10_000), ("东平房", 10_000), ("99999999999号楼", 10_000)]
        {
            assert_eq!(sort(name), want, "{name}");
        }
    }
}
