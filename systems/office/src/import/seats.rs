//! 岗位: who sits where, what they look after, who sits in for them.

use super::columns::{NAME as NAME_MAX, PHONE, SINCE, UNTIL};
use super::grids::{grid_named, in_charge};
use super::houses::houses;
use super::settle::{head, somebody};
use crate::texts::t;
use lianxin_base::{AreaId, Day, DeputyId, Lang, SeatId};
use lianxin_gate::Role;
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, What, Wrong, each, nobody};
use lianxin_register::find::{self, OrgRow};
use lianxin_register::{Deputy, Seat, deputy, seat};
use lianxin_store::{Fault, Read, Stop, Tx};

const ORG: Column =
    Column::new("org", &["单位", "单位名称", "所属单位"]).down().says("册上已有的单位，全名或简称", "和平里社区居委会");
const ROLE: Column = Column::new("role", &["职责", "角色", "岗位类型"]).required().form(Form::One(&[
    "社区书记",
    "社区工作者",
    "网格员",
    "联络员",
    "楼栋长",
    "业委会委员",
    "物业项目经理",
    "物业前台",
    "物业员工",
    "部门经办人",
    "统筹协调员",
]));
const TITLE: Column =
    Column::new("title", &["岗位名称", "岗位", "职务"]).says("门牌上写的，不要写人名；空着就按职责写", "窗口");
const AREA: Column = Column::new("area", &["负责区域", "区域", "小区", "所属区域"])
    .down()
    .says("管哪一片：社区、小区的全名或简称", "芙蓉里");
const NAME: Column = Column::new("name", &["姓名", "人员姓名"]).says("还没有人就空着", "吴敏");
const GRIDS: Column =
    Column::new("grids", &["分管网格", "负责网格", "包片网格"]).says("册上已有的网格；几个用顿号隔开", "第一网格");
const HOUSES: Column =
    Column::new("houses", &["分管楼栋", "负责楼栋", "包片楼栋"]).says("楼栋长写这里；连着的写 1-5号楼", "芙蓉里3号楼");
const DEPUTY: Column = Column::new("deputy", &["代班人", "代班", "顶班人"]).says("有人顶班才填", "");
const DEPUTY_PHONE: Column = Column::new("deputy_phone", &["代班人手机", "代班人电话"]).form(Form::Code).says("", "");
const DEPUTY_SINCE: Column =
    Column::new("deputy_since", &["代班开始", "代班起始日期"]).form(Form::Day).says("代班第一天", "");
const DEPUTY_UNTIL: Column =
    Column::new("deputy_until", &["代班结束", "代班结束日期"]).form(Form::Day).says("代班最后一天", "");

pub(super) const SCHEMA: Schema = Schema {
    kind: "seats",
    name: "岗位",
    columns: &[
        ORG,
        ROLE,
        TITLE,
        AREA,
        NAME,
        PHONE,
        SINCE,
        UNTIL,
        GRIDS,
        HOUSES,
        DEPUTY,
        DEPUTY_PHONE,
        DEPUTY_SINCE,
        DEPUTY_UNTIL,
    ],
    either: &[&["org"], &["role"]],
};

/// Each stands alone.
pub(super) const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_import_kind_seats(),
    group: |line| line.words(&ORG, 60).ok().flatten().unwrap_or_default(),
    enter,
};

struct Wanted {
    org: String,
    role: Role,
    title: String,
    name: Option<String>,
    phone: Option<String>,
    since: Option<Day>,
    until: Option<Day>,
    grids: Vec<String>,
    houses: Option<String>,
    deputy: Option<Stands>,
}

/// Who sits in, and on which days.
struct Stands {
    name: String,
    phone: Option<String>,
    since: Day,
    until: Day,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    each(tx, asked, lines, read, |tx, row, wanted, done| one(tx, asked, row, &wanted, done))
}

fn read(line: &Line, _: &Asked, _: &mut Entered) -> Result<Wanted, Wrong> {
    let words: Vec<(&str, Role)> = Role::ALL.iter().map(|role| (role.say(Lang::Zh), *role)).collect();
    let role = line.one(&ROLE, &words)?.filter(|role| *role != Role::Admin).ok_or(Wrong::of(&ROLE, What::Word))?;
    Ok(Wanted {
        org: line.words(&ORG, 60)?.ok_or(Wrong::of(&ORG, What::Missing))?,
        role,
        title: line.words(&TITLE, 40)?.unwrap_or_else(|| role.say(Lang::Zh).to_owned()),
        name: line.words(&NAME, NAME_MAX)?.filter(|name| !nobody(name)),
        phone: line.phone(&PHONE)?,
        since: line.day(&SINCE)?,
        until: line.day(&UNTIL)?,
        grids: line.words(&GRIDS, 200)?.map(|cell| super::named::people(&cell)).unwrap_or_default(),
        houses: line.words(&HOUSES, 200)?,
        deputy: stands(line)?,
    })
}

fn stands(line: &Line) -> Result<Option<Stands>, Wrong> {
    let Some(name) = line.words(&DEPUTY, NAME_MAX)?.filter(|name| !nobody(name)) else { return Ok(None) };
    let day = |column: &Column| line.day(column)?.ok_or(Wrong::of(column, What::Missing));
    Ok(Some(Stands { name, phone: line.phone(&DEPUTY_PHONE)?, since: day(&DEPUTY_SINCE)?, until: day(&DEPUTY_UNTIL)? }))
}

fn one(tx: &mut Tx<'_>, asked: &Asked, row: u32, w: &Wanted, done: &mut Entered) -> Result<(), Stop> {
    let t = t(asked.lang);
    let today = tx.now().day();
    let Some(org) = org_for(tx, asked.area, &w.org, today)? else {
        done.faults.push((row, t.msg_import_no_org(&w.org)));
        return Ok(());
    };
    let seat = match sits(tx, asked, w, &org, today)? {
        Some(seat) => seat,
        None => new_seat(tx, asked, row, w, &org, done)?,
    };
    for said in &w.grids {
        match grid_named(tx, asked.area, said)? {
            Some(grid) => in_charge(tx, asked, seat, Some(grid), None, done)?,
            None => done.faults.push((row, t.msg_import_no_grid(said))),
        }
    }
    if let Some(cell) = &w.houses {
        match houses(tx, asked.area, cell, asked.lang)? {
            Ok(all) => {
                for house in all {
                    in_charge(tx, asked, seat, None, Some(house.id), done)?;
                }
            }
            Err(why) => done.faults.push((row, why)),
        }
    }
    w.deputy.as_ref().map_or(Ok(()), |who| sits_in(tx, asked, row, seat, who, done))
}

/// The seat of this line, if the register has it. A term that is over or to come is the one of the same first day.
fn sits(r: &mut Read<'_>, asked: &Asked, w: &Wanted, org: &OrgRow, today: Day) -> Result<Option<SeatId>, Fault> {
    let now = w.since.is_none_or(|since| since <= today) && w.until.is_none_or(|until| today <= until);
    let all = if now { find::seats_of_org(r, org.id, today)? } else { find::seats_ever(r, org.id)? };
    for there in all.into_iter().filter(|s| now || w.since.map_or(s.until == w.until, |since| s.since == since)) {
        let name = there.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
        let same =
            (there.area, there.role.as_str(), there.title.as_str()) == (asked.area, w.role.name(), w.title.as_str());
        if same && name == w.name {
            return Ok(Some(there.id));
        }
    }
    Ok(None)
}

fn new_seat(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    w: &Wanted,
    org: &OrgRow,
    done: &mut Entered,
) -> Result<SeatId, Stop> {
    let person = match &w.name {
        Some(name) => Some(somebody(tx, asked, row, name, w.phone.clone(), done)?),
        None => None,
    };
    let (role, title) = (w.role.name().to_owned(), w.title.clone());
    let (since, until) = (w.since.unwrap_or_else(|| tx.now().day()), w.until);
    let id = SeatId::new(tx.chance(), tx.now());
    let act = Seat { seat: id, org: org.id, area: asked.area, person, role, title, since, until };
    let head = head(tx, asked);
    seat(tx, head, act)?;
    done.count(t(asked.lang).msg_import_seats());
    Ok(id)
}

/// Somebody sits in for the holder, if the register does not know yet.
fn sits_in(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    seat: SeatId,
    who: &Stands,
    done: &mut Entered,
) -> Result<(), Stop> {
    for there in find::deputies(tx, seat)? {
        let name = there.person.map(|p| find::person_name(tx, p)).transpose()?.flatten();
        if (there.since, there.until) == (who.since, who.until) && name.as_ref() == Some(&who.name) {
            return Ok(());
        }
    }
    let person = somebody(tx, asked, row, &who.name, who.phone.clone(), done)?;
    let (id, head) = (DeputyId::new(tx.chance(), tx.now()), head(tx, asked));
    deputy(tx, head, Deputy { deputy: id, seat, person, since: who.since, until: who.until })?;
    done.count(t(asked.lang).msg_import_deputies());
    Ok(())
}

/// The organisation of this name that looks after an area: its own, one above it, or the company under contract.
pub(super) fn org_for(r: &mut Read<'_>, area: AreaId, name: &str, on: Day) -> Result<Option<OrgRow>, Fault> {
    let named = |o: &OrgRow| o.name == name || o.short.as_deref() == Some(name);
    let mut areas = vec![area];
    areas.extend(find::ancestors(r, area)?.into_iter().map(|a| a.id));
    for area in areas {
        if let Some(org) = find::orgs(r, area)?.into_iter().find(named) {
            return Ok(Some(org));
        }
    }
    for contract in find::contracts_of_area(r, area)? {
        if contract.until.is_none_or(|until| on <= until)
            && let Some(org) = find::org(r, contract.org)?.filter(named)
        {
            return Ok(Some(org));
        }
    }
    Ok(None)
}
