//! The statements of the one metre, and what a community is made of.

use super::rules::{Poster, poster};
use lianxin_base::{AreaId, BuildingId, EntranceId, GridId, Moment};
use lianxin_register::find::{self, BuildingRow};
use lianxin_store::{Fault, Read, Tx, params};
use std::collections::BTreeMap;

const LOOKED: &str = "INSERT INTO council_poster(entrance, area, good, at) VALUES($1, $2, $3, $4) \
                      ON CONFLICT(entrance) DO UPDATE SET area = $2, good = $3, at = $4";
const DOORS: &str = "SELECT e.id, e.building, e.name, p.good, p.at FROM register_entrance e \
                     LEFT JOIN council_poster p ON p.entrance = e.id WHERE e.area = $1 ORDER BY e.building, e.sort, e.id";
const HOMES: &str = "SELECT u.building, COUNT(*) FROM register_household h JOIN register_unit u ON u.id = h.unit \
                     WHERE h.area = $1 GROUP BY u.building";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("poster_looked", LOOKED), ("metre_doors", DOORS), ("metre_homes", HOMES)];

pub(super) fn looked(tx: &mut Tx<'_>, entrance: EntranceId, area: AreaId, good: bool, at: Moment) -> Result<(), Fault> {
    tx.exec(LOOKED, params![entrance, area, i64::from(good), at]).map(|_| ())
}

/// An entrance with its poster.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    pub(crate) id: EntranceId,
    pub(crate) area: AreaId,
    /// 芙蓉里 3 号楼 2 单元.
    pub(crate) label: String,
    pub(crate) grid: Option<GridId>,
    pub(crate) poster: Poster,
    pub(crate) looked: Option<Moment>,
}

/// A building with its households.
#[derive(Clone, Debug)]
pub(crate) struct House {
    pub(crate) area: AreaId,
    pub(crate) label: String,
    pub(crate) grid: Option<GridId>,
    pub(crate) homes: i64,
    /// Somebody who has a name looks after it.
    pub(crate) named: bool,
}

/// A community: its grids, and all that stands in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ground {
    pub(crate) grids: Vec<(GridId, String)>,
    pub(crate) doors: Vec<Door>,
    pub(crate) houses: Vec<House>,
}

/// What a community is made of on a day.
///
/// # Errors
/// The database's trouble.
pub(crate) fn ground(r: &mut Read<'_>, community: AreaId, now: Moment) -> Result<Ground, Fault> {
    let mut all = Ground::default();
    let mut named = BTreeMap::new();
    for grid in find::grids(r, community)? {
        let held = find::in_charge_of_grid(r, grid.id, now.day())?.iter().any(|seat| seat.person.is_some());
        named.insert(grid.id, held);
        all.grids.push((grid.id, grid.name));
    }
    for area in find::areas_below(r, community)? {
        let buildings = find::buildings(r, area.id)?;
        let homes: BTreeMap<BuildingId, i64> =
            r.rows(HOMES, params![area.id], |row| Ok((row.id(0)?, row.int(1)?)))?.into_iter().collect();
        for b in &buildings {
            let Some(homes) = homes.get(&b.id).copied() else { continue };
            let named = b.grid.is_some_and(|grid| named.get(&grid).copied().unwrap_or(false));
            all.houses.push(House { area: area.id, label: label(&area.name, b), grid: b.grid, homes, named });
        }
        all.doors.extend(doors(r, area.id, &area.name, &buildings, now)?);
    }
    Ok(all)
}

fn label(area: &str, b: &BuildingRow) -> String {
    format!("{area} {}", b.name)
}

fn doors(
    r: &mut Read<'_>,
    area: AreaId,
    name: &str,
    buildings: &[BuildingRow],
    now: Moment,
) -> Result<Vec<Door>, Fault> {
    let of: BTreeMap<BuildingId, &BuildingRow> = buildings.iter().map(|b| (b.id, b)).collect();
    let rows = r.rows(DOORS, params![area], |row| {
        let last = match (row.opt_int(3)?, row.opt_moment(4)?) {
            (Some(good), Some(at)) => Some((good != 0, at)),
            _ => None,
        };
        Ok((row.id::<EntranceId>(0)?, row.id::<BuildingId>(1)?, row.text(2)?, last))
    })?;
    let door = |(id, building, entrance, last): (EntranceId, BuildingId, String, Option<(bool, Moment)>)| {
        let b = of.get(&building)?;
        Some(Door {
            id,
            area,
            label: format!("{} {entrance}", label(name, b)),
            grid: b.grid,
            poster: poster(last, now),
            looked: last.map(|(_, at)| at),
        })
    };
    let mut all: Vec<(i64, Door)> =
        rows.into_iter().filter_map(|row| Some((of.get(&row.1)?.sort, door(row)?))).collect();
    all.sort_by_key(|(sort, _)| *sort);
    Ok(all.into_iter().map(|(_, door)| door).collect())
}
