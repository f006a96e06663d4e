use super::places::natural;
use super::{opt_word, word};
use crate::{AreaSource, UnitKind, UnitUse, store};
use lianxin_base::{Area as FloorArea, AreaId, BuildingId, Day, EntranceId, UnitId};
use lianxin_store::{Fault, Read, Row, params};

/// A unit as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitRow {
    /// The unit.
    pub id: UnitId,
    /// Its building.
    pub building: BuildingId,
    /// Its compound.
    pub area: AreaId,
    /// What it is used for.
    pub kind: UnitKind,
    /// As on the door.
    pub label: String,
    /// Its floor area.
    pub floor_area: Option<FloorArea>,
    /// Where that was read.
    pub area_source: Option<AreaSource>,
    /// Through which entrance one comes to it.
    pub entrance: Option<EntranceId>,
    /// What it is really used as, where that differs from its kind.
    pub used: Option<UnitUse>,
    /// Its first day, where it came out of a split or a merger.
    pub since: Option<Day>,
    /// Its last day, where it went into one.
    pub until: Option<Day>,
}

fn unit_row(row: &Row<'_>) -> Result<UnitRow, Fault> {
    Ok(UnitRow {
        id: row.id(0)?,
        building: row.id(1)?,
        area: row.id(2)?,
        kind: word(row, 3)?,
        label: row.text(4)?,
        floor_area: row.opt_int(5)?.map(FloorArea),
        area_source: opt_word(row, 6)?,
        entrance: row.opt_id(7)?,
        used: opt_word(row, 8)?,
        since: row.opt_day(9)?,
        until: row.opt_day(10)?,
    })
}

/// A unit.
pub fn unit(r: &mut Read<'_>, id: UnitId) -> Result<Option<UnitRow>, Fault> {
    r.row(store::UNIT, params![id], unit_row)
}

/// The units a building has now, as one walks past them: `2单元101` before `10单元101`.
pub fn units(r: &mut Read<'_>, building: BuildingId) -> Result<Vec<UnitRow>, Fault> {
    let mut all = r.rows(store::UNITS, params![building], unit_row)?;
    all.sort_by_cached_key(|u| (u.kind, natural(&u.label)));
    Ok(all)
}

/// The units of an area's own buildings, building by building.
pub fn units_of_area(r: &mut Read<'_>, area: AreaId) -> Result<Vec<UnitRow>, Fault> {
    r.rows(store::UNITS_OF_AREA, params![area], unit_row)
}

/// The units this one was split off or merged from.
pub fn came_from(r: &mut Read<'_>, id: UnitId) -> Result<Vec<UnitId>, Fault> {
    r.rows(store::UNIT_CAME_FROM, params![id], |row| row.id(0))
}

/// What became of a unit that was split or merged.
pub fn became(r: &mut Read<'_>, id: UnitId) -> Result<Vec<UnitId>, Fault> {
    r.rows(store::UNIT_BECAME, params![id], |row| row.id(0))
}

/// The unit of a building with this label; `2 单元 501` and `2单元501` are one door.
pub fn unit_by_label(r: &mut Read<'_>, building: BuildingId, label: &str) -> Result<Option<UnitRow>, Fault> {
    Ok(units(r, building)?.into_iter().find(|u| same_label(&u.label, label)))
}

/// Whether two labels stand on one door: blanks aside.
pub fn same_label(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
    plain(a) == plain(b)
}

/// An entrance as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntranceRow {
    /// The entrance.
    pub id: EntranceId,
    /// Its building.
    pub building: BuildingId,
    /// The building's area.
    pub area: AreaId,
    /// As people say it.
    pub name: String,
    /// Its place in lists.
    pub sort: i64,
}

fn entrance_row(row: &Row<'_>) -> Result<EntranceRow, Fault> {
    Ok(EntranceRow { id: row.id(0)?, building: row.id(1)?, area: row.id(2)?, name: row.text(3)?, sort: row.int(4)? })
}

/// An entrance.
pub fn entrance(r: &mut Read<'_>, id: EntranceId) -> Result<Option<EntranceRow>, Fault> {
    r.row(store::ENTRANCE, params![id], entrance_row)
}

/// The entrances of a building, in their order.
pub fn entrances(r: &mut Read<'_>, building: BuildingId) -> Result<Vec<EntranceRow>, Fault> {
    r.rows(store::ENTRANCES, params![building], entrance_row)
}
