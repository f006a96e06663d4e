use super::papers;
use super::places::{areas, charges_said, grids, owners};
use crate::texts::t;
use lianxin_base::{Day, Lang, PersonId};
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::{self, AreaRow, BuildingRow, RelationRow, UnitRow};
use lianxin_register::{RelationKind, UnitKind};
use lianxin_store::{Fault, Read};
use std::collections::BTreeSet;
use std::str::FromStr as _;

/// The lists this system has itself.
pub const OWN: &[ListKind] = &[
    ListKind {
        kind: "areas",
        name: "区域",
        say: |lang| t(lang).msg_import_kind_areas(),
        people: false,
        may: None,
        columns: &[
            ("上级", 16),
            ("名称", 20),
            ("简称", 14),
            ("类型", 10),
            ("分类", 14),
            ("启用日期", 12),
            ("停用日期", 12),
        ],
        rows: areas,
    },
    ListKind {
        kind: "grids",
        name: "网格",
        say: |lang| t(lang).msg_import_kind_grids(),
        people: true,
        may: None,
        columns: &[("社区", 16), ("网格", 16), ("值班电话", 16), ("楼栋", 30), ("网格员", 12), ("手机号", 16)],
        rows: grids,
    },
    ListKind {
        kind: "owners",
        name: "产权户",
        say: |lang| t(lang).msg_import_kind_owners(),
        people: true,
        may: None,
        columns: &[
            ("小区", 16),
            ("产权户", 10),
            ("楼号", 10),
            ("房号", 14),
            ("业主", 20),
            ("起始日期", 12),
            ("结束日期", 12),
        ],
        rows: owners,
    },
    ListKind {
        kind: "units",
        name: "房屋",
        say: |lang| t(lang).msg_import_kind_units(),
        people: true,
        may: None,
        columns: &[
            ("小区", 16),
            ("楼号", 10),
            ("房号", 14),
            ("房屋类型", 10),
            ("建筑面积", 10),
            ("面积来源", 14),
            ("实际用途", 10),
            ("网格", 14),
            ("业主", 16),
            ("手机号", 16),
        ],
        rows: units,
    },
    ListKind {
        kind: "people",
        name: "住户",
        say: |lang| t(lang).msg_import_kind_people(),
        people: true,
        may: None,
        columns: &[
            ("小区", 16),
            ("楼号", 10),
            ("房号", 14),
            ("姓名", 16),
            ("手机号", 16),
            ("与房屋关系", 12),
            ("第几户", 8),
            ("起始日期", 12),
            ("结束日期", 12),
        ],
        rows: people,
    },
    ListKind {
        kind: "organisations",
        name: "单位",
        say: |lang| t(lang).msg_import_kind_orgs(),
        people: false,
        may: None,
        columns: &[
            ("单位名称", 28),
            ("简称", 14),
            ("类别", 12),
            ("所属区域", 16),
            ("值班电话", 16),
            ("下班和节假日打", 16),
            ("服务小区", 16),
            ("合同开始", 12),
            ("结束日期", 12),
        ],
        rows: orgs,
    },
    ListKind {
        kind: "seats",
        name: "岗位",
        say: |lang| t(lang).msg_import_kind_seats(),
        people: true,
        may: None,
        columns: &[
            ("单位", 28),
            ("职责", 14),
            ("岗位名称", 16),
            ("负责区域", 16),
            ("姓名", 16),
            ("手机号", 16),
            ("任职日期", 12),
            ("卸任日期", 12),
            ("分管网格", 16),
            ("分管楼栋", 20),
            ("代班人", 12),
            ("代班人手机", 16),
            ("代班开始", 12),
            ("代班结束", 12),
        ],
        rows: seats,
    },
    papers::HANDOVERS,
    papers::INCIDENTS,
];

pub(crate) fn text(value: &str) -> Value<'_> {
    if value.is_empty() { Value::Empty } else { Value::Text(value) }
}

pub(super) fn day(value: Option<Day>) -> Value<'static> {
    value.map_or(Value::Empty, Value::Day)
}

/// What somebody is called, and their telephone.
pub(super) fn who(r: &mut Read<'_>, person: PersonId) -> Result<(String, String), Fault> {
    Ok((find::person_name(r, person)?.unwrap_or_default(), find::person_phone(r, person)?.unwrap_or_default()))
}

pub(super) fn every_unit(
    r: &mut Read<'_>,
    area: &AreaRow,
    each: &mut dyn FnMut(&mut Read<'_>, &BuildingRow, &UnitRow) -> Result<(), Fault>,
) -> Result<(), Fault> {
    for house in find::buildings(r, area.id)? {
        for unit in find::units(r, house.id)? {
            each(r, &house, &unit)?;
        }
    }
    Ok(())
}

/// A line for each owner; a unit without one has a line too.
fn units(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    every_unit(r, area, &mut |r, house, unit| {
        let grid = house.grid.map(|g| find::grid(r, g)).transpose()?.flatten().map(|g| g.name).unwrap_or_default();
        let mut owners: Vec<Option<PersonId>> = owners_of(r, unit, on)?.into_iter().map(Some).collect();
        if owners.is_empty() {
            owners.push(None);
        }
        for owner in owners {
            let (name, phone) = owner.map(|p| who(r, p)).transpose()?.unwrap_or_default();
            row(&[
                Value::Text(&area.name),
                Value::Text(&house.name),
                Value::Text(&unit.label),
                Value::Text(use_of(unit.kind)),
                unit.floor_area.map_or(Value::Empty, |a| Value::Hundredths(a.0)),
                unit.area_source.map_or(Value::Empty, |s| Value::Text(s.say(Lang::Zh))),
                unit.used.map_or(Value::Empty, |u| Value::Text(u.say(Lang::Zh))),
                text(&grid),
                text(&name),
                text(&phone),
            ])?;
        }
        Ok(())
    })
}

/// Who owns a unit: entered with the unit itself, or as the owner who lives there.
fn owners_of(r: &mut Read<'_>, unit: &UnitRow, on: Day) -> Result<Vec<PersonId>, Fault> {
    let mut all = find::relations_of_unit(r, unit.id, on)?;
    for household in find::households_of_unit(r, unit.id)? {
        all.extend(find::members(r, household.id, on)?);
    }
    let mut seen = BTreeSet::new();
    let owners = all.into_iter().filter(|x| x.kind == RelationKind::Owner).map(|x| x.person);
    Ok(owners.filter(|person| seen.insert(*person)).collect())
}

const fn use_of(kind: UnitKind) -> &'static str {
    kind.say(Lang::Zh)
}

fn people(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    every_unit(r, area, &mut |r, house, unit| {
        let mut all: Vec<RelationRow> = find::relations_of_unit(r, unit.id, on)?;
        let homes = find::households_of_unit(r, unit.id)?;
        for household in &homes {
            all.extend(find::members(r, household.id, on)?);
        }
        let nth = |one: &RelationRow| homes.iter().position(|h| Some(h.id) == one.household);
        let mut seen = BTreeSet::new();
        for one in all.into_iter().filter(|x| seen.insert(x.id)) {
            let (name, phone) = who(r, one.person)?;
            let home = nth(&one).filter(|_| homes.len() > 1).map(|i| format!("第{}户", i + 1)).unwrap_or_default();
            row(&[
                Value::Text(&area.name),
                Value::Text(&house.name),
                Value::Text(&unit.label),
                text(&name),
                text(&phone),
                Value::Text(one.kind.say(Lang::Zh)),
                text(&home),
                Value::Day(one.since),
                day(one.until),
            ])?;
        }
        Ok(())
    })
}

fn orgs(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    for org in find::orgs(r, area.id)? {
        let mut served: Vec<(String, Option<Day>, Option<Day>)> = Vec::new();
        for c in find::contracts_of_org(r, org.id)? {
            served.push((find::area_name(r, c.area)?.unwrap_or_default(), Some(c.since), c.until));
        }
        if served.is_empty() {
            served.push((String::new(), None, None));
        }
        for (serves, since, until) in served {
            row(&[
                Value::Text(&org.name),
                text(org.short.as_deref().unwrap_or_default()),
                Value::Text(org.kind.say(Lang::Zh)),
                Value::Text(&area.name),
                text(org.phone.as_deref().unwrap_or_default()),
                text(org.on_call.as_deref().unwrap_or_default()),
                text(&serves),
                day(since),
                day(until),
            ])?;
        }
    }
    Ok(())
}

/// The seats of the area's own organisations. The machine's administrator is none of them.
fn seats(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    for org in find::orgs(r, area.id)? {
        for seat in find::seats_of_org(r, org.id, on)? {
            let Some(role) = lianxin_gate::Role::from_str(&seat.role).ok().filter(|x| *x != lianxin_gate::Role::Admin)
            else {
                continue;
            };
            let (name, phone) = seat.person.map(|p| who(r, p)).transpose()?.unwrap_or_default();
            let place = find::area_name(r, seat.area)?.unwrap_or_default();
            let (grids, houses) = charges_said(r, seat.id, on)?;
            let stands = find::deputies(r, seat.id)?.into_iter().find(|d| on <= d.until);
            let deputy = stands.as_ref().and_then(|d| d.person).map(|p| who(r, p)).transpose()?.unwrap_or_default();
            // Whose name was erased stands in for nobody that a sheet could name.
            let stands = stands.filter(|_| !deputy.0.is_empty());
            row(&[
                Value::Text(&org.name),
                Value::Text(role.say(Lang::Zh)),
                Value::Text(&seat.title),
                text(&place),
                text(&name),
                text(&phone),
                Value::Day(seat.since),
                day(seat.until),
                text(&grids),
                text(&houses),
                text(&deputy.0),
                text(&deputy.1),
                day(stands.as_ref().map(|d| d.since)),
                day(stands.as_ref().map(|d| d.until)),
            ])?;
        }
    }
    Ok(())
}
