//! 岗位: who sits where.

use super::columns::{NAME as NAME_MAX, PHONE, SINCE, UNTIL};
use super::settle::{head, somebody};
use crate::texts::t;
use lianxin_base::{AreaId, Day, Lang, SeatId};
use lianxin_gate::Role;
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, What, Wrong, each, nobody};
use lianxin_register::find::{self, OrgRow};
use lianxin_register::{Seat, seat};
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

pub(super) const SCHEMA: Schema = Schema {
    kind: "seats",
    name: "岗位",
    columns: &[ORG, ROLE, TITLE, AREA, NAME, PHONE, SINCE, UNTIL],
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
    })
}

fn one(tx: &mut Tx<'_>, asked: &Asked, row: u32, w: &Wanted, done: &mut Entered) -> Result<(), Stop> {
    let t = t(asked.lang);
    let today = tx.now().day();
    let Some(org) = org_for(tx, asked.area, &w.org, today)? else {
        done.faults.push((row, t.msg_import_no_org(&w.org)));
        return Ok(());
    };
    for there in find::seats_of_org(tx, org.id, today)? {
        let name = there.person.map(|p| find::person_name(tx, p)).transpose()?.flatten();
        let same =
            (there.area, there.role.as_str(), there.title.as_str()) == (asked.area, w.role.name(), w.title.as_str());
        if same && name == w.name {
            return Ok(());
        }
    }
    let person = match &w.name {
        Some(name) => Some(somebody(tx, asked, row, name, w.phone.clone(), done)?),
        None => None,
    };
    let (role, title) = (w.role.name().to_owned(), w.title.clone());
    let (since, until) = (w.since.unwrap_or(today), w.until);
    let act = Seat {
        seat: SeatId::new(tx.chance(), tx.now()),
        org: org.id,
        area: asked.area,
        person,
        role,
        title,
        since,
        until,
    };
    let head = head(tx, asked);
    seat(tx, head, act)?;
    done.count(t.msg_import_seats());
    Ok(())
}

/// The organisation of this name that looks after an area: its own, one above it, or the company under contract.
fn org_for(r: &mut Read<'_>, area: AreaId, name: &str, on: Day) -> Result<Option<OrgRow>, Fault> {
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
