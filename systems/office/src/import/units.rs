//! 房屋: buildings, units, and who owns them.

use super::columns::{
    AREA, BUILDING, DOOR, ENTRANCE, GRID, KINDS, OWNER, PHONE, ROOM, SINCE, SOURCES, UNTIL, USES, by_building, door_of,
};
use super::grids::grid_named;
use super::people::RELATION;
use super::settle::{Occupant, head, occupants, settle};
use crate::texts::t;
use lianxin_base::{Area, BuildingId, EntranceId, Lang, Refuse as _, UnitId};
use lianxin_paper::{Asked, Column, Door, Entered, Form, Import, Line, Schema, Wrong};
use lianxin_register::find::{self, BuildingRow, EntranceRow, UnitRow};
use lianxin_register::{
    self as register, AreaSource, Building, Door as Whole, Entrance, UNITS_PER_ACT, Unit, UnitKind, UnitUse, Units,
    building_code,
};
use lianxin_store::{Stop, Tx};
use std::collections::{BTreeMap, BTreeSet};

const KIND: Column = Column::new("kind", &["房屋类型", "房屋用途", "用途", "房屋性质"])
    .form(Form::One(&["住宅", "商铺", "储物间", "车位"]))
    .says("不填就是住宅。", "住宅");
const SIZE: Column = Column::new("size", &["建筑面积", "面积", "产权面积", "房屋面积"])
    .form(Form::Hundredths)
    .says("平方米，最多两位小数", "89.35");
const USED: Column = Column::new("used", &["实际用途", "现在用途", "使用情况"])
    .form(Form::One(&["住人", "做买卖", "放东西", "空着"]))
    .says("和房屋类型不一样时才填", "");
const SOURCE: Column = Column::new("source", &["面积来源", "面积依据"])
    .form(Form::One(&["不动产登记簿", "测绘", "买卖合同"]))
    .says("面积从哪儿看来的。", "不动产登记簿");

pub(super) const SCHEMA: Schema = Schema {
    kind: "units",
    name: "房屋",
    columns: &[
        AREA, BUILDING, ENTRANCE, ROOM, DOOR, KIND, SIZE, SOURCE, USED, GRID, OWNER, PHONE, RELATION, SINCE, UNTIL,
    ],
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
    used: Option<UnitUse>,
    grid: Option<String>,
    people: Vec<Occupant>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    let mut done = Entered::default();
    let (name, wanted) = gather(lines, asked.lang, &mut done);
    let Some(first) = lines.first().map(|l| l.row).filter(|_| !wanted.is_empty()) else { return Ok(done) };
    let stood = stands(tx, asked, &name, &wanted, &mut done);
    let Some(house) = done.noted(stood, first, asked.lang)? else { return Ok(done) };
    for unit in find::units(tx, house)? {
        let said = wanted.get(&plain(&unit.label));
        if let Some(w) = said.filter(|w| w.kind.is_none_or(|kind| kind == unit.kind)) {
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
                        before.used = before.used.or(new.used);
                        before.grid = before.grid.take().or(new.grid);
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
    let (source, used) = (line.one(&SOURCE, SOURCES)?, line.one(&USED, USES)?);
    let grid = line.words(&GRID, 40)?;
    let people = occupants(line, lang, done)?;
    Ok((door, Wanted { row: line.row, kind, size, source, used, grid, people }))
}

/// The building stands with its grid, its entrances and all its units: what is new or has changed is recorded.
fn stands(
    tx: &mut Tx<'_>,
    asked: &Asked,
    name: &str,
    wanted: &BTreeMap<String, Wanted>,
    done: &mut Entered,
) -> Result<BuildingId, Stop> {
    let t = t(asked.lang);
    let house = house(tx, asked, name, wanted, done)?;
    let there = find::units(tx, house)?;
    let ways = entrances(tx, asked, house, wanted, done)?;
    let mut doors = Vec::new();
    for (label, w) in wanted {
        let way = way_of(label).and_then(|said| ways.iter().find(|e| plain(&e.name) == said)).map(|e| e.id);
        doors.extend(changed(tx, &there, label, w, way));
    }
    let new = doors.iter().filter(|d| there.iter().all(|b| b.id != d.unit.unit)).count();
    (0..new).for_each(|_| done.count(t.msg_import_units()));
    (new..doors.len()).for_each(|_| done.count(t.msg_import_units_changed()));
    let missing = there.iter().filter(|u| !wanted.contains_key(&plain(&u.label))).count();
    if missing > 0
        && let Some(first) = wanted.values().map(|w| w.row).min()
    {
        done.review.push((first, t.msg_import_not_in_sheet(name, missing)));
    }
    for doors in doors.chunks(UNITS_PER_ACT) {
        let head = head(tx, asked);
        register::units(tx, head, Units { building: house, doors: doors.to_vec() })?;
    }
    Ok(house)
}

/// The building itself, in the grid the sheet says.
fn house(
    tx: &mut Tx<'_>,
    asked: &Asked,
    name: &str,
    wanted: &BTreeMap<String, Wanted>,
    done: &mut Entered,
) -> Result<BuildingId, Stop> {
    let before = find::building_by_code(tx, asked.area, &building_code(name))?;
    let mut grid = before.as_ref().and_then(|b| b.grid);
    let mut asked_for = BTreeSet::new();
    for w in wanted.values() {
        let Some(said) = w.grid.as_ref().filter(|said| asked_for.insert((*said).clone())) else { continue };
        match grid_named(tx, asked.area, said)? {
            Some(named) => grid = Some(named),
            // The units are right all the same: their grid can come later.
            None => done.review.push((w.row, t(asked.lang).msg_import_grid_later(said))),
        }
    }
    let new = before.is_none();
    let as_it_is = before.as_ref().is_some_and(|b| b.grid == grid);
    let house = before.unwrap_or_else(|| {
        let id = BuildingId::new(tx.chance(), tx.now());
        BuildingRow { id, area: asked.area, grid, name: name.into(), code: String::new(), sort: sort(name) }
    });
    if as_it_is {
        return Ok(house.id);
    }
    let act =
        Building { building: house.id, area: asked.area, grid, name: house.name, sort: house.sort, units: vec![] };
    let head = head(tx, asked);
    register::building(tx, head, act)?;
    done.count(if new { t(asked.lang).msg_import_buildings() } else { t(asked.lang).msg_import_buildings_changed() });
    Ok(house.id)
}

/// The entrances the doors name: a way in has a poster of its own.
fn entrances(
    tx: &mut Tx<'_>,
    asked: &Asked,
    house: BuildingId,
    wanted: &BTreeMap<String, Wanted>,
    done: &mut Entered,
) -> Result<Vec<EntranceRow>, Stop> {
    let mut there = find::entrances(tx, house)?;
    for said in wanted.keys().filter_map(|label| way_of(label)) {
        if there.iter().any(|e| plain(&e.name) == said) {
            continue;
        }
        let (n, rest) = said.split_at(said.len() - "单元".len());
        let name = if n.bytes().all(|b| b.is_ascii_digit()) { format!("{n} {rest}") } else { said.to_owned() };
        let (id, sort) = (EntranceId::new(tx.chance(), tx.now()), sort(said));
        let head = head(tx, asked);
        register::entrance(tx, head, Entrance { entrance: id, building: house, name: name.clone(), sort })?;
        there.push(EntranceRow { id, building: house, area: asked.area, name, sort });
        done.count(t(asked.lang).msg_import_entrances());
    }
    Ok(there)
}

/// The entrance a label begins with: `2单元501` lies behind `2单元`.
fn way_of(label: &str) -> Option<&str> {
    let at = label.find("单元")?;
    let (way, room) = label.split_at(at + "单元".len());
    (at > 0 && !room.is_empty()).then_some(way)
}

/// A label or an entrance without the blanks that some write and some do not.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The unit as it is to be, if that is not how it is. What the sheet leaves open stays.
fn changed(tx: &Tx<'_>, there: &[UnitRow], label: &str, w: &Wanted, way: Option<EntranceId>) -> Option<Whole> {
    let same = |u: &&UnitRow| plain(&u.label) == label && w.kind.is_none_or(|kind| kind == u.kind);
    let (kind, unit) = (w.kind.unwrap_or(UnitKind::Dwelling), || UnitId::new(tx.chance(), tx.now()));
    let Some(before) = there.iter().find(same) else {
        let unit = Unit { unit: unit(), kind, label: label.into(), floor_area: w.size, area_source: w.source };
        return Some(Whole { unit, entrance: way, used: w.used });
    };
    let (floor_area, area_source) = (w.size.or(before.floor_area), w.source.or(before.area_source));
    let (entrance, used) = (before.entrance.or(way), w.used.or(before.used));
    let differs = (floor_area, area_source, entrance, used)
        != (before.floor_area, before.area_source, before.entrance, before.used);
    let label = before.label.clone();
    let unit = Unit { unit: before.id, kind: before.kind, label, floor_area, area_source };
    differs.then_some(Whole { unit, entrance, used })
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
    fn a_door_says_through_which_entrance_one_comes_to_it() {
        for (label, want) in [
            ("2单元501", Some("2单元")),
            ("东单元0101", Some("东单元")),
            ("501", None),
            ("单元", None),
            ("2单元", None),
        ] {
            assert_eq!(way_of(label), want, "{label}");
        }
        assert_eq!(plain("2 单元"), "2单元");
    }

    #[test]
    fn buildings_are_listed_by_their_number() {
        for (name, want) in
            [("3号楼", 3), ("12栋", 12), ("B座", 10_000), ("东平房", 10_000), ("99999999999号楼", 10_000)]
        {
            assert_eq!(sort(name), want, "{name}");
        }
    }
}
