use super::{holds, word};
use crate::{AreaKind, store};
use lianxin_base::{AreaId, BuildingId, Day, GridId};
use lianxin_store::{Fault, Read, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// An area as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AreaRow {
    /// The area.
    pub id: AreaId,
    /// What it lies in.
    pub parent: Option<AreaId>,
    /// What it is.
    pub kind: AreaKind,
    /// The short name its numbers begin with.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its first day.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// The office's class for it.
    pub grade: Option<String>,
    /// The area it was merged into.
    pub successor: Option<AreaId>,
}

impl AreaRow {
    /// Whether it is there on a day.
    pub fn holds(&self, on: Day) -> bool {
        holds(self.since, self.until, on)
    }
}

fn area_row(row: &Row<'_>) -> Result<AreaRow, Fault> {
    Ok(AreaRow {
        id: row.id(0)?,
        parent: row.opt_id(1)?,
        kind: word(row, 2)?,
        code: row.text(3)?,
        name: row.text(4)?,
        since: row.day(5)?,
        until: row.opt_day(6)?,
        grade: row.opt_text(7)?,
        successor: row.opt_id(8)?,
    })
}

/// An area.
pub fn area(r: &mut Read<'_>, id: AreaId) -> Result<Option<AreaRow>, Fault> {
    r.row(store::AREA, params![id], area_row)
}

/// Its full name.
pub fn area_name(r: &mut Read<'_>, id: AreaId) -> Result<Option<String>, Fault> {
    Ok(area(r, id)?.map(|a| a.name))
}

/// The area with this code, or that had it before it was renamed.
pub fn area_by_code(r: &mut Read<'_>, code: &str) -> Result<Option<AreaRow>, Fault> {
    if let Some(now) = r.row(store::AREA_BY_CODE, params![code], area_row)? {
        return Ok(Some(now));
    }
    match r.row(store::AREA_BY_FORMER_CODE, params![code], |row| row.id(0))? {
        Some(id) => area(r, id),
        None => Ok(None),
    }
}

/// The topmost areas.
pub fn roots(r: &mut Read<'_>) -> Result<Vec<AreaRow>, Fault> {
    r.rows(store::AREA_ROOTS, &[], area_row)
}

/// What lies directly in an area.
pub fn children(r: &mut Read<'_>, id: AreaId) -> Result<Vec<AreaRow>, Fault> {
    r.rows(store::AREA_CHILDREN, params![id], area_row)
}

/// An area and all that lies in it, from the top down.
pub fn areas_below(r: &mut Read<'_>, id: AreaId) -> Result<Vec<AreaRow>, Fault> {
    r.rows(store::AREA_SUBTREE, params![id], area_row)
}

/// The ids of [`areas_below`].
pub fn subtree(r: &mut Read<'_>, id: AreaId) -> Result<Vec<AreaId>, Fault> {
    r.rows(store::AREA_SUBTREE, params![id], |row| row.id(0))
}

/// What an area lies in, the nearest first; without itself.
pub fn ancestors(r: &mut Read<'_>, id: AreaId) -> Result<Vec<AreaRow>, Fault> {
    let mut all = r.rows(store::AREA_UP, params![id], area_row)?;
    all.drain(..all.len().min(1));
    Ok(all)
}

/// The compounds in an area, itself included if it is one.
pub fn compounds(r: &mut Read<'_>, id: AreaId) -> Result<Vec<AreaRow>, Fault> {
    let mut all = areas_below(r, id)?;
    all.retain(|a| a.kind == AreaKind::Compound);
    Ok(all)
}

/// Every compound of this machine.
pub fn all_compounds(r: &mut Read<'_>) -> Result<Vec<AreaRow>, Fault> {
    r.rows(store::AREA_COMPOUNDS, &[], area_row)
}

/// A grid as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GridRow {
    /// The grid.
    pub id: GridId,
    /// Its community.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Its duty phone.
    pub phone: Option<String>,
}

fn grid_row(row: &Row<'_>) -> Result<GridRow, Fault> {
    Ok(GridRow { id: row.id(0)?, area: row.id(1)?, name: row.text(2)?, phone: row.opt_text(3)? })
}

/// A grid.
pub fn grid(r: &mut Read<'_>, id: GridId) -> Result<Option<GridRow>, Fault> {
    r.row(store::GRID, params![id], grid_row)
}

/// The grids of a community.
pub fn grids(r: &mut Read<'_>, community: AreaId) -> Result<Vec<GridRow>, Fault> {
    r.rows(store::GRIDS, params![community], grid_row)
}

/// The grid a building belongs to, with the duty phone people call.
pub fn grid_of_building(r: &mut Read<'_>, building: BuildingId) -> Result<Option<GridRow>, Fault> {
    r.row(store::GRID_OF_BUILDING, params![building], grid_row)
}

/// A building as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuildingRow {
    /// The building.
    pub id: BuildingId,
    /// Its compound; a loose building's community or village.
    pub area: AreaId,
    /// Its grid.
    pub grid: Option<GridId>,
    /// As people say it.
    pub name: String,
    /// The second half of its place code.
    pub code: String,
    /// Its place in lists.
    pub sort: i64,
}

fn building_row(row: &Row<'_>) -> Result<BuildingRow, Fault> {
    Ok(BuildingRow {
        id: row.id(0)?,
        area: row.id(1)?,
        grid: row.opt_id(2)?,
        name: row.text(3)?,
        code: row.text(4)?,
        sort: row.int(5)?,
    })
}

/// A building.
pub fn building(r: &mut Read<'_>, id: BuildingId) -> Result<Option<BuildingRow>, Fault> {
    r.row(store::BUILDING, params![id], building_row)
}

/// The building of an area with this code.
pub fn building_by_code(r: &mut Read<'_>, area: AreaId, code: &str) -> Result<Option<BuildingRow>, Fault> {
    r.row(store::BUILDING_BY_CODE, params![area, code], building_row)
}

/// The buildings of an area itself, in their order.
pub fn buildings(r: &mut Read<'_>, area: AreaId) -> Result<Vec<BuildingRow>, Fault> {
    r.rows(store::BUILDINGS, params![area], building_row)
}

/// Where a report points to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The compound, or the community or village outside of any.
    pub area: AreaId,
    /// The building.
    pub building: Option<BuildingId>,
    /// In words: `芙蓉里 3号楼`.
    pub label: String,
}

/// A place code: an area's (`芙蓉里`) or an area's and a building's (`芙蓉里/3`). Districts and streets are too
/// wide to be a place.
pub fn place(r: &mut Read<'_>, code: &str) -> Result<Option<Place>, Fault> {
    let (code, rest) = code.trim().split_once('/').map_or((code.trim(), None), |(c, rest)| (c, Some(rest)));
    let Some(at) = area_by_code(r, code)?.filter(|a| a.kind.is_place()) else { return Ok(None) };
    let at = goes_on(r, at)?;
    let Some(rest) = rest else { return Ok(Some(Place { area: at.id, building: None, label: at.name })) };
    let found = building_by_code(r, at.id, rest)?;
    Ok(found.map(|b| Place { area: at.id, building: Some(b.id), label: format!("{} {}", at.name, b.name) }))
}

/// The area that goes on for one that was merged; one that was not goes on itself.
pub fn goes_on(r: &mut Read<'_>, mut at: AreaRow) -> Result<AreaRow, Fault> {
    for _ in 0..12 {
        let Some(next) = at.successor.map(|id| area(r, id)).transpose()?.flatten() else { break };
        at = next;
    }
    Ok(at)
}

/// A name and code an area had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The code.
    pub code: String,
    /// The day it was changed.
    pub until: Day,
}

/// What an area was called before, the earliest first.
pub fn former_names(r: &mut Read<'_>, id: AreaId) -> Result<Vec<FormerName>, Fault> {
    r.rows(store::AREA_NAMES, params![id], |row| {
        Ok(FormerName { name: row.text(0)?, code: row.text(1)?, until: row.day(2)? })
    })
}

/// Every code that an area found by this one has or had, its successors' and those of the areas merged into them: a
/// matter keeps the number it got, whatever its compound is called now.
pub fn codes(r: &mut Read<'_>, code: &str) -> Result<Vec<String>, Fault> {
    let Some(at) = area_by_code(r, code)? else { return Ok(Vec::new()) };
    let (mut all, mut next) = (Vec::new(), vec![at.clone()]);
    let last = goes_on(r, at.clone())?;
    if last.id != at.id {
        next.push(last);
    }
    let mut seen = BTreeSet::new();
    while let Some(at) = next.pop() {
        if !seen.insert(at.id) {
            continue;
        }
        next.extend(r.rows(store::AREA_MERGED_INTO, params![at.id], area_row)?);
        all.push(at.code);
        all.extend(former_names(r, at.id)?.into_iter().rev().map(|f| f.code));
    }
    Ok(all)
}

/// One line of the list of places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// What [`place`] reads.
    pub code: String,
    /// Its own name: `3号楼`.
    pub name: String,
    /// `community`, `village`, `compound` or `building`.
    pub kind: &'static str,
    /// The names from the top down to itself: `和平街道 / 红都社区 / 芙蓉里 / 3号楼`.
    pub path: String,
}

/// The places in an area (`None`: in all) that are there on a day, each area followed by its buildings.
pub fn places(r: &mut Read<'_>, under: Option<AreaId>, on: Day) -> Result<Vec<Listed>, Fault> {
    let (mut areas, mut paths) = (Vec::new(), BTreeMap::<AreaId, String>::new());
    match under {
        Some(id) => {
            let mut above: Vec<String> = ancestors(r, id)?.into_iter().map(|a| a.name).collect();
            above.reverse();
            areas.extend(areas_below(r, id)?);
            if let Some(parent) = areas.first().and_then(|a: &AreaRow| a.parent) {
                paths.insert(parent, above.join(" / "));
            }
        }
        None => {
            for root in roots(r)? {
                areas.extend(areas_below(r, root.id)?);
            }
        }
    }
    let mut all = Vec::new();
    for area in areas {
        let path = match area.parent.and_then(|p| paths.get(&p)) {
            Some(above) => format!("{above} / {}", area.name),
            None => area.name.clone(),
        };
        paths.insert(area.id, path.clone());
        if area.kind.is_place() && holds(area.since, area.until, on) {
            let below = buildings(r, area.id)?.into_iter().map(|b| listed_building(&area.code, &path, b)).collect();
            let kind = area.kind.name();
            all.push((path.clone(), Listed { code: area.code, name: area.name, kind, path }, below));
        }
    }
    all.sort_by_cached_key(|(path, _, _)| natural(path));
    Ok(all.into_iter().flat_map(|(_, one, below): (_, _, Vec<Listed>)| std::iter::once(one).chain(below)).collect())
}

fn listed_building(area: &str, path: &str, b: BuildingRow) -> Listed {
    Listed { code: format!("{area}/{}", b.code), path: format!("{path} / {}", b.name), name: b.name, kind: "building" }
}

/// A key that sorts numbers within words by their size, the same on both databases.
pub(super) fn natural(text: &str) -> Vec<(u64, char)> {
    let mut key: Vec<(u64, char)> = Vec::new();
    for c in text.chars() {
        match (c.to_digit(10), key.last_mut()) {
            (Some(d), Some((n, '0'))) => *n = n.saturating_mul(10).saturating_add(d.into()),
            (Some(d), _) => key.push((d.into(), '0')),
            (None, _) => key.push((u64::MAX, c)),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_in_labels_count_by_size() {
        let mut labels = ["10单元101", "2单元1001", "2单元101", "B座", "A座", "101"];
        labels.sort_by_cached_key(|l| natural(l));
        assert_eq!(labels, ["2单元101", "2单元1001", "10单元101", "101", "A座", "B座"]);
    }
}
