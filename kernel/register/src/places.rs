//! Areas, grids and buildings.

use crate::acts::{in_area, in_order};
use crate::text::{clean, clean_opt, duty_phone, half_width, is_code};
use crate::units::{Door, Units, fit, set_units};
use crate::{AreaKind, AreaSource, Refusal, UNITS_PER_ACT, UnitKind, find, store};
use lianxin_base::{ActId, Area as FloorArea, AreaId, BuildingId, Day, GridId, UnitId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Read, Stop, Tx, params};
use std::collections::BTreeSet;

const NAME: usize = 40;
const SHORT: usize = 20;

/// An area 区域 is registered, or one already there is changed: its former name and code stay findable.
#[derive(Clone, Debug)]
pub struct Area {
    /// The area.
    pub area: AreaId,
    /// What it lies in; none for the topmost.
    pub parent: Option<AreaId>,
    /// What it is.
    pub kind: AreaKind,
    /// The short name its numbers begin with, unique: `芙蓉里`.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its first day.
    pub since: Day,
    /// Its last day, if it has ended.
    pub until: Option<Day>,
    /// A class the office has for areas, in its own words.
    pub grade: Option<String>,
}

impl Act for Area {
    const KIND: &'static str = "register.area";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("parent", self.parent);
        leaf.text("kind", self.kind);
        leaf.text("code", &self.code);
        leaf.text("name", &self.name);
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
        leaf.opt_text("grade", self.grade.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, code, name) = (rec.area(), rec.text("code")?, rec.text("name")?);
        tx.exec(store::AREA_FORMER, params![rec.id(), id, code, name, rec.at().day()])?;
        let parent = rec.opt_id_of::<AreaId>("parent")?;
        let (since, until) = (rec.int("since")?, rec.opt_int("until")?);
        let grade = rec.opt_text("grade")?;
        tx.exec(store::AREA_SET, params![id, parent, rec.text("kind")?, code, name, since, until, grade])?;
        Ok(())
    }
}

/// Registers or changes an area.
pub fn area(tx: &mut Tx<'_>, head: Head, mut act: Area) -> Result<Receipt, Stop> {
    act.name = clean("name", &act.name, NAME)?;
    act.code = clean("code", &act.code, SHORT)?;
    act.grade = clean_opt("grade", act.grade.as_deref(), SHORT)?;
    if !is_code(&act.code) {
        return Err(Refusal::Code.into());
    }
    in_order(act.since, act.until)?;
    if let Some(parent) = act.parent {
        let parent = find::area(tx, parent)?.ok_or(Refusal::AreaUnknown)?;
        if parent.kind.step() >= act.kind.step() {
            return Err(Refusal::AreaOrder.into());
        }
    }
    match find::area(tx, act.area)? {
        Some(before) if before.kind != act.kind => return Err(Refusal::AreaFixed.into()),
        Some(before) if before.successor.is_some() => return Err(Refusal::Ended.into()),
        _ => {}
    }
    if find::area_by_code(tx, &act.code)?.is_some_and(|other| other.id != act.area) {
        return Err(Refusal::CodeTaken.into());
    }
    in_area(tx, head, act.area, &act)
}

/// A grid 网格 of a community is registered or changed.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The grid.
    pub grid: GridId,
    /// Its community.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Its duty phone: public, so never a private number.
    pub phone: Option<String>,
}

impl Act for Grid {
    const KIND: &'static str = "register.grid";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("grid", self.grid);
        leaf.text("name", &self.name);
        leaf.opt_text("phone", self.phone.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, name, phone) = (rec.id_of::<GridId>("grid")?, rec.text("name")?, rec.opt_text("phone")?);
        tx.exec(store::GRID_SET, params![id, rec.area(), name, phone])?;
        Ok(())
    }
}

/// Registers or changes a grid.
pub fn grid(tx: &mut Tx<'_>, head: Head, mut act: Grid) -> Result<Receipt, Stop> {
    act.name = clean("name", &act.name, NAME)?;
    act.phone = duty(act.phone.as_deref())?;
    let community = find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    if !matches!(community.kind, AreaKind::Community | AreaKind::Village) {
        return Err(Refusal::AreaKind.into());
    }
    in_area(tx, head, act.area, &act)
}

/// A duty phone as digits; blank means none.
pub(crate) fn duty(phone: Option<&str>) -> Result<Option<String>, Refusal> {
    match clean_opt("phone", phone, NAME)? {
        None => Ok(None),
        Some(text) => duty_phone(&text).map(Some).ok_or(Refusal::DutyPhone),
    }
}

/// A building 楼栋 is registered or changed, with units to add or change. The units are recorded by an act of their
/// own ([`Units`]), which is hidden.
#[derive(Clone, Debug)]
pub struct Building {
    /// The building.
    pub building: BuildingId,
    /// Its compound; a loose building's community or village.
    pub area: AreaId,
    /// Its grid.
    pub grid: Option<GridId>,
    /// As people say it: `3号楼`.
    pub name: String,
    /// Its place in lists.
    pub sort: i64,
    /// Its units, at most [`crate::UNITS_PER_ACT`] at a time.
    pub units: Vec<Unit>,
}

/// A unit 房号 of a building.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The unit.
    pub unit: UnitId,
    /// What it is used for.
    pub kind: UnitKind,
    /// As on the door: `2单元501`.
    pub label: String,
    /// Its floor area.
    pub floor_area: Option<FloorArea>,
    /// Where the floor area was read.
    pub area_source: Option<AreaSource>,
}

/// The part of a place code after the compound: `3号楼` → `3`, `B座` → `B座`.
pub fn building_code(name: &str) -> String {
    let plain: String = name.chars().map(half_width).filter(|c| c.is_alphanumeric()).collect();
    let short = ["号楼", "栋", "幢", "楼"].iter().find_map(|end| plain.strip_suffix(end)).filter(|s| !s.is_empty());
    short.unwrap_or(&plain).to_owned()
}

impl Act for Building {
    const KIND: &'static str = "register.building";
    /// Version 1 listed the units in its public leaf.
    const V: u32 = 2;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("building", self.building);
        leaf.opt_text("grid", self.grid);
        leaf.text("name", &self.name);
        leaf.text("code", building_code(&self.name));
        leaf.int("sort", self.sort);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, grid) = (rec.id_of::<BuildingId>("building")?, rec.opt_id_of::<GridId>("grid")?);
        let (name, code, sort) = (rec.text("name")?, rec.text("code")?, rec.int("sort")?);
        tx.exec(store::BUILDING_SET, params![id, rec.area(), grid, name, code, sort])?;
        if rec.v() == 1 { set_units(rec, tx, id, "units") } else { Ok(()) }
    }
}

/// Registers or changes a building, and adds or changes the units given; others stay. The receipt is the building's.
pub fn building(tx: &mut Tx<'_>, head: Head, mut act: Building) -> Result<Receipt, Stop> {
    act.name = clean("name", &act.name, SHORT)?;
    let code = building_code(&act.name);
    if code.is_empty() {
        return Err(Refusal::Missing("name").into());
    }
    let area = find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    if !area.kind.is_place() {
        return Err(Refusal::AreaKind.into());
    }
    if let Some(grid) = act.grid {
        let grid = find::grid(tx, grid)?.ok_or(Refusal::GridUnknown)?;
        if grid.area != act.area && area.parent != Some(grid.area) {
            return Err(Refusal::GridUnknown.into());
        }
    }
    if find::building_by_code(tx, act.area, &code)?.is_some_and(|other| other.id != act.building) {
        return Err(Refusal::BuildingTaken.into());
    }
    if find::building(tx, act.building)?.is_some_and(|before| before.area != act.area) {
        return Err(Refusal::BuildingFixed.into());
    }
    let mut doors = known(tx, &act.units)?;
    fit(tx, act.building, &mut doors, &BTreeSet::new())?;
    let units = Units { building: act.building, doors };
    let own = Head { id: ActId::new(tx.chance(), tx.now()), token: None, ..head.clone() };
    let receipt = in_area(tx, head, act.area, &act)?;
    if !units.doors.is_empty() {
        in_area(tx, own, act.area, &units)?;
    }
    Ok(receipt)
}

/// The units as doors: what is known of one besides stays as it is.
fn known(r: &mut Read<'_>, units: &[Unit]) -> Result<Vec<Door>, Stop> {
    // Refused before each of a million is looked up.
    if units.len() > UNITS_PER_ACT {
        return Err(Refusal::UnitsMany.into());
    }
    let mut doors = Vec::with_capacity(units.len());
    for unit in units {
        let before = find::unit(r, unit.unit)?;
        let (entrance, used) = before.map_or((None, None), |u| (u.entrance, u.used));
        doors.push(Door { unit: unit.clone(), entrance, used });
    }
    Ok(doors)
}
