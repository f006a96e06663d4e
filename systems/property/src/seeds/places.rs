//! Compounds of the demonstration that are entered in the register after its map: 车站北院, two rows of houses, and 春晓园, two blocks of
//! flats with a company and a committee. Invented.

use lianxin_base::{ActId, Area as FloorArea, AreaId, BuildingId, ContractId, UnitId};
use lianxin_journal::{By, Head};
use lianxin_register::{
    self as register, Area, AreaKind, AreaSource, Building, Contract, Door, Unit, UnitKind, Units, find,
};
use lianxin_seeds::Map;
use lianxin_store::{Db, Stop};

const COMMUNITY: &str = "芙蓉社区";

/// A compound.
pub(super) struct Place {
    pub(super) name: &'static str,
    grid: &'static str,
    /// Its buildings, each with the same doors.
    houses: &'static [&'static str],
    doors: &'static [(&'static str, FloorArea)],
    /// The company under contract for years.
    company: Option<&'static str>,
}

const HOUSE: FloorArea = FloorArea(58_60);
const SMALL: FloorArea = FloorArea(68_50);
const LARGE: FloorArea = FloorArea(84_20);

pub(super) const NORTH: Place = Place {
    name: "车站北院",
    grid: "芙蓉社区第三网格",
    houses: &["前排", "后排"],
    doors: &[("1 号", HOUSE), ("2 号", HOUSE), ("3 号", HOUSE), ("4 号", HOUSE), ("5 号", HOUSE), ("6 号", HOUSE)],
    company: None,
};

pub(super) const SPRING: Place = Place {
    name: "春晓园",
    grid: "芙蓉社区第二网格",
    houses: &["1 号楼", "2 号楼"],
    doors: &[
        ("101", SMALL),
        ("102", LARGE),
        ("201", SMALL),
        ("202", LARGE),
        ("301", SMALL),
        ("302", LARGE),
        ("401", SMALL),
        ("402", LARGE),
        ("501", SMALL),
        ("502", LARGE),
        ("601", SMALL),
        ("602", LARGE),
    ],
    company: Some("红星物业"),
};

/// It is entered in the register.
pub(super) fn placed(map: &Map, db: &Db, place: &'static Place) -> Result<AreaId, Stop> {
    let (now, parent) = (db.clock().now(), map.area(COMMUNITY));
    let area = AreaId::new(db.chance(), now);
    let grids = db.read_wait(move |r| Ok(find::grids(r, parent)?))?;
    let grid = grids.into_iter().find(|g| g.name == place.grid).map(|g| g.id);
    let houses: Vec<(BuildingId, Vec<UnitId>, [ActId; 2])> = place
        .houses
        .iter()
        .map(|_| {
            let units = place.doors.iter().map(|_| UnitId::new(db.chance(), now)).collect();
            let ids = [ActId::new(db.chance(), now), ActId::new(db.chance(), now)];
            (BuildingId::new(db.chance(), now), units, ids)
        })
        .collect();
    let ids = [ActId::new(db.chance(), now), ActId::new(db.chance(), now)];
    let company = place.company.map(|name| (ContractId::new(db.chance(), now), map.org(name)));
    db.act_wait(area, move |tx| {
        let head = |id| Head { id, area, by: By::Office, no: None, token: None };
        let (kind, since) = (AreaKind::Compound, now.day());
        let (code, name) = (place.name.into(), place.name.into());
        let yard = Area { area, parent: Some(parent), kind, code, name, since, until: None, grade: None };
        register::area(tx, head(ids[0]), yard)?;
        for ((sort, name), (building, units, ids)) in (1..).zip(place.houses).zip(&houses) {
            let (building, name) = (*building, (*name).to_owned());
            register::building(tx, head(ids[0]), Building { building, area, grid, name, sort, units: Vec::new() })?;
            let doors = place.doors.iter().zip(units).map(|(door, unit)| Door::of(flat(*door, *unit))).collect();
            register::units(tx, head(ids[1]), Units { building, doors })?;
        }
        if let Some((contract, org)) = company {
            let since = now.day().plus(-700);
            register::contract(tx, head(ids[1]), Contract { contract, org, area, since, until: None })?;
        }
        Ok(())
    })?;
    Ok(area)
}

fn flat((label, size): (&str, FloorArea), unit: UnitId) -> Unit {
    let (floor_area, area_source) = (Some(size), Some(AreaSource::Register));
    Unit { unit, kind: UnitKind::Dwelling, label: label.to_owned(), floor_area, area_source }
}
