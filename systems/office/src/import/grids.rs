//! 网格: grids with their duty phone, their worker and their buildings.

use super::columns::NAME as NAME_MAX;
use super::houses::houses;
use super::seats::org_for;
use super::settle::{head, somebody};
use crate::texts::t;
use lianxin_base::{AreaId, BuildingId, ChargeId, GridId, Lang, OrgId, SeatId};
use lianxin_gate::Role;
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, What, Wrong, each, nobody, unknown_phone};
use lianxin_register::find::{self, GridRow};
use lianxin_register::{self as register, Building, Charge, Grid, OrgKind, Seat};
use lianxin_store::{Fault, Read, Stop, Tx};

const AREA: Column =
    Column::new("area", &["社区", "所属社区", "所在社区", "村"]).down().says("册上的社区全名或简称", "和平里社区");
const GRID: Column = Column::new("grid", &["网格", "网格名称", "网格编号"])
    .required()
    .down()
    .says("几行都是一个网格时，只写第一行也行", "第一网格");
const PHONE: Column = Column::new("phone", &["值班电话", "网格电话", "公开电话"])
    .form(Form::Code)
    .says("公开的值班电话，不要写个人手机", "0475-8100002");
const HOUSES: Column = Column::new("houses", &["楼栋", "楼号", "包含楼栋", "管辖范围", "负责楼栋"])
    .says("册上已有的楼；几栋用顿号隔开，连着的写 1-5号楼", "芙蓉里1-3号楼、5号楼");
const WORKER: Column = Column::new("worker", &["网格员", "网格员姓名", "姓名"]).says("还没有人就空着", "吴敏");
const MOBILE: Column = Column::new("mobile", &["网格员手机", "网格员电话", "手机号", "手机", "联系电话"])
    .form(Form::Code)
    .says("只用来联系他本人", "13812345678");
const ORG: Column =
    Column::new("org", &["单位", "所属单位"]).says("网格员属于哪家；空着就是居委会", "和平里社区居委会");

pub(super) const SCHEMA: Schema = Schema {
    kind: "grids",
    name: "网格",
    columns: &[AREA, GRID, PHONE, HOUSES, WORKER, MOBILE, ORG],
    either: &[&["grid"]],
};

/// A grid with all its lines stands or falls together.
pub(super) const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_import_kind_grids(),
    group: |line| line.words(&GRID, NAME_MAX).ok().flatten().unwrap_or_default(),
    enter,
};

struct Wanted {
    name: String,
    phone: Option<String>,
    houses: Option<String>,
    worker: Option<String>,
    mobile: Option<String>,
    org: Option<String>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    each(tx, asked, lines, read, |tx, row, wanted, done| one(tx, asked, row, &wanted, done))
}

fn read(line: &Line, _: &Asked, _: &mut Entered) -> Result<Wanted, Wrong> {
    Ok(Wanted {
        name: line.words(&GRID, NAME_MAX)?.ok_or(Wrong::of(&GRID, What::Missing))?,
        phone: line.code(&PHONE, 40)?.filter(|p| p.len() < 3 || !unknown_phone(p)),
        houses: line.words(&HOUSES, 200)?,
        worker: line.words(&WORKER, NAME_MAX)?.filter(|name| !nobody(name)),
        mobile: line.phone(&MOBILE)?,
        org: line.words(&ORG, 60)?,
    })
}

fn one(tx: &mut Tx<'_>, asked: &Asked, row: u32, w: &Wanted, done: &mut Entered) -> Result<(), Stop> {
    let grid = itself(tx, asked, w, done)?;
    if let Some(cell) = &w.houses {
        match houses(tx, asked.area, cell, asked.lang)? {
            Ok(all) => {
                for house in all {
                    lies_in(tx, asked, house.id, grid, done)?;
                }
            }
            Err(why) => done.faults.push((row, why)),
        }
    }
    match &w.worker {
        Some(name) => works_there(tx, asked, row, name, w, grid, done),
        None => Ok(()),
    }
}

/// The grid with its phone. What the sheet leaves open stays.
fn itself(tx: &mut Tx<'_>, asked: &Asked, w: &Wanted, done: &mut Entered) -> Result<GridId, Stop> {
    let before = find::grids(tx, asked.area)?.into_iter().find(|g| same(&g.name, &w.name));
    let phone = w.phone.as_deref().map(|p| register::duty_phone(p).unwrap_or_else(|| p.to_owned()));
    if let Some(g) = &before
        && (phone.is_none() || phone == g.phone)
    {
        return Ok(g.id);
    }
    let t = t(asked.lang);
    done.count(if before.is_some() { t.msg_import_grids_changed() } else { t.msg_import_grids() });
    let (id, name) = match before {
        Some(GridRow { id, name, .. }) => (id, name),
        None => (GridId::new(tx.chance(), tx.now()), w.name.clone()),
    };
    let head = head(tx, asked);
    register::grid(tx, head, Grid { grid: id, area: asked.area, name, phone })?;
    Ok(id)
}

/// A building lies in the grid.
fn lies_in(tx: &mut Tx<'_>, asked: &Asked, building: BuildingId, grid: GridId, done: &mut Entered) -> Result<(), Stop> {
    let Some(house) = find::building(tx, building)?.filter(|b| b.grid != Some(grid)) else { return Ok(()) };
    let (head, area, name, sort) = (head(tx, asked), house.area, house.name, house.sort);
    register::building(tx, head, Building { building, area, grid: Some(grid), name, sort, units: vec![] })?;
    done.count(t(asked.lang).msg_import_buildings_changed());
    Ok(())
}

/// The grid's worker: a seat of that name in the community, or a new one; and the seat is in charge of the grid.
fn works_there(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    name: &str,
    w: &Wanted,
    grid: GridId,
    done: &mut Entered,
) -> Result<(), Stop> {
    let today = tx.now().day();
    let mut seat = None;
    for there in find::seats_below(tx, asked.area)? {
        let person = there.person.filter(|_| there.holds(today) && there.role != Role::Admin.name());
        if seat.is_none()
            && let Some(person) = person
            && find::person_name(tx, person)?.as_deref() == Some(name)
        {
            seat = Some(there.id);
        }
    }
    let seat = match seat {
        Some(seat) => seat,
        None => {
            let Some(org) = employer(tx, asked.area, w.org.as_deref())? else {
                let asked_for = w.org.as_deref().unwrap_or(OrgKind::ResidentsCommittee.say(Lang::Zh));
                done.faults.push((row, t(asked.lang).msg_import_no_org(asked_for)));
                return Ok(());
            };
            sits(tx, asked, row, name, w.mobile.clone(), org, done)?
        }
    };
    in_charge(tx, asked, seat, Some(grid), None, done)
}

fn employer(tx: &mut Tx<'_>, area: AreaId, said: Option<&str>) -> Result<Option<OrgId>, Fault> {
    let today = tx.now().day();
    match said {
        Some(name) => Ok(org_for(tx, area, name, today)?.map(|o| o.id)),
        None => find::party(tx, area, OrgKind::ResidentsCommittee, today),
    }
}

fn sits(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    name: &str,
    mobile: Option<String>,
    org: OrgId,
    done: &mut Entered,
) -> Result<SeatId, Stop> {
    let person = Some(somebody(tx, asked, row, name, mobile, done)?);
    let (seat, since) = (SeatId::new(tx.chance(), tx.now()), tx.now().day());
    let (role, title) = (Role::GridWorker.name().to_owned(), Role::GridWorker.say(Lang::Zh).to_owned());
    let head = head(tx, asked);
    register::seat(tx, head, Seat { seat, org, area: asked.area, person, role, title, since, until: None })?;
    done.count(t(asked.lang).msg_import_seats());
    Ok(seat)
}

/// A seat looks after a grid or a building, if it does not already.
pub(super) fn in_charge(
    tx: &mut Tx<'_>,
    asked: &Asked,
    seat: SeatId,
    grid: Option<GridId>,
    building: Option<BuildingId>,
    done: &mut Entered,
) -> Result<(), Stop> {
    let since = tx.now().day();
    if find::charges_of(tx, seat, since)?.iter().any(|c| (c.grid, c.building) == (grid, building)) {
        return Ok(());
    }
    let (head, charge) = (head(tx, asked), ChargeId::new(tx.chance(), tx.now()));
    register::charge(tx, head, Charge { charge, seat, grid, building, since, until: None })?;
    done.count(t(asked.lang).msg_import_charges());
    Ok(())
}

/// A grid by its name, of the area's own community or the one above it.
pub(super) fn grid_named(r: &mut Read<'_>, area: AreaId, name: &str) -> Result<Option<GridId>, Fault> {
    let mut areas = vec![area];
    areas.extend(find::ancestors(r, area)?.into_iter().map(|a| a.id));
    for area in areas {
        if let Some(grid) = find::grids(r, area)?.into_iter().find(|g| same(&g.name, name)) {
            return Ok(Some(grid.id));
        }
    }
    Ok(None)
}

fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| lianxin_paper::half(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    plain(a) == plain(b)
}
