//! Areas, grids and owner-sets as lists; what they say can be taken in again.

use super::lists::{day, every_unit, text, who};
use lianxin_base::{Day, Lang, OwnerSetId, SeatId};
use lianxin_paper::{RowOut, Value};
use lianxin_register::Owner;
use lianxin_register::find::{self, AreaRow, BuildingRow};
use lianxin_store::{Fault, Read};
use std::collections::BTreeMap;

/// An area and what it lies in; the topmost lies in nothing a sheet could name.
pub(super) fn areas(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let Some(above) = area.parent else { return Ok(()) };
    let above = find::area_name(r, above)?.unwrap_or_default();
    row(&[
        text(&above),
        Value::Text(&area.name),
        Value::Text(&area.code),
        Value::Text(area.kind.say(Lang::Zh)),
        text(area.grade.as_deref().unwrap_or_default()),
        Value::Day(area.since),
        day(area.until),
    ])
}

/// A line for each worker of a grid; a grid without one has a line too. Its buildings stand in the first.
pub(super) fn grids(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let places = find::areas_below(r, area.id)?;
    for grid in find::grids(r, area.id)? {
        let mut houses = Vec::new();
        for place in &places {
            let inside = find::buildings(r, place.id)?.into_iter().filter(|b| b.grid == Some(grid.id));
            houses.extend(inside.map(|b| format!("{}{}", place.name, b.name)));
        }
        let mut workers = Vec::new();
        for seat in find::in_charge_of_grid(r, grid.id, on)? {
            workers.extend(seat.person.map(|p| who(r, p)).transpose()?.filter(|w| !w.0.is_empty()));
        }
        if workers.is_empty() {
            workers.push(Default::default());
        }
        for (n, (name, phone)) in workers.iter().enumerate() {
            let houses = if n == 0 { houses.join("、") } else { String::new() };
            row(&[
                Value::Text(&area.name),
                Value::Text(&grid.name),
                text(grid.phone.as_deref().unwrap_or_default()),
                text(&houses),
                text(name),
                text(phone),
            ])?;
        }
    }
    Ok(())
}

/// A line for each unit of a set; the number says which belong together, in this list and no other.
pub(super) fn owners(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let mut numbers = BTreeMap::<OwnerSetId, usize>::new();
    every_unit(r, area, &mut |r, house, unit| {
        let Some(set) = find::owner_set_of(r, unit.id, on)? else { return Ok(()) };
        let next = numbers.len() + 1;
        let number = numbers.entry(set.id).or_insert(next).to_string();
        let mut names = Vec::new();
        for owner in find::owners(r, set.id)? {
            names.extend(match owner {
                Owner::Person(p) => find::person_name(r, p)?,
                Owner::Org(o) => find::org_name(r, o)?,
            });
        }
        row(&[
            Value::Text(&area.name),
            Value::Text(&number),
            Value::Text(&house.name),
            Value::Text(&unit.label),
            text(&names.join("、")),
            Value::Day(set.since),
            day(set.until),
        ])
    })
}

/// The grids and the buildings a seat looks after, as a cell lists them.
pub(super) fn charges_said(r: &mut Read<'_>, seat: SeatId, on: Day) -> Result<(String, String), Fault> {
    let (mut grids, mut houses) = (Vec::new(), Vec::new());
    for charge in find::charges_of(r, seat, on)? {
        if let Some(grid) = charge.grid.map(|g| find::grid(r, g)).transpose()?.flatten() {
            grids.push(grid.name);
        }
        if let Some(BuildingRow { area, name, .. }) =
            charge.building.map(|b| find::building(r, b)).transpose()?.flatten()
        {
            houses.push(format!("{}{name}", find::area_name(r, area)?.unwrap_or_default()));
        }
    }
    Ok((grids.join("、"), houses.join("、")))
}
