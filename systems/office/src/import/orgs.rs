//! 单位: organisations, and the compounds companies serve.

use super::columns::UNTIL;
use super::settle::head;
use super::stage::named_area;
use crate::texts::t;
use lianxin_base::{AreaId, ContractId, Day, OrgId};
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, Wrong, each};
use lianxin_register::find::{self, OrgRow};
use lianxin_register::{Contract, OnCall, OrgKind, Organisation, contract, on_call, organisation};
use lianxin_store::{Stop, Tx};

const NAME: Column = Column::new("name", &["单位名称", "单位", "名称"]).required().says("全名", "红星物业服务有限公司");
const SHORT: Column = Column::new("short", &["简称"]).says("大家平常怎么叫", "红星物业");
const KIND: Column = Column::new("kind", &["类别", "单位类别", "类型", "单位类型"]).required().form(Form::One(&[
    "党组织",
    "居委会",
    "业委会",
    "物业公司",
    "物管办",
    "部门",
    "街道办",
    "社区",
    "联合体",
]));
const AREA: Column = Column::new("area", &["所属区域", "区域", "所在社区", "小区"])
    .down()
    .says("管哪一片：社区、小区的全名或简称", "和平里社区");
const PHONE: Column = Column::new("phone", &["值班电话", "电话", "联系电话"])
    .form(Form::Code)
    .says("公开的值班电话，不要写个人手机", "0475-8100001");
const ON_CALL: Column = Column::new("on_call", &["下班和节假日打", "下班电话", "夜间电话", "节假日电话"])
    .form(Form::Code)
    .says("下班、夜里和放假打哪个；不填就一直打值班电话", "0475-8100101");
const SERVES: Column = Column::new("serves", &["服务小区"]).says("物业公司：合同服务的小区", "芙蓉里");
const SINCE: Column = Column::new("since", &["合同开始", "合同起始日期", "起始日期"])
    .form(Form::Day)
    .says("物业公司：合同第一天", "2025-01-01");

const KINDS: &[(&str, OrgKind)] = &[
    ("党组织", OrgKind::Party),
    ("居委会", OrgKind::ResidentsCommittee),
    ("业委会", OrgKind::OwnersCommittee),
    ("物业公司", OrgKind::Company),
    ("物业", OrgKind::Company),
    ("物管办", OrgKind::PmOffice),
    ("部门", OrgKind::Department),
    ("街道办", OrgKind::Street),
    ("社区", OrgKind::Community),
    ("联合体", OrgKind::Union),
];

pub(super) const SCHEMA: Schema = Schema {
    kind: "organisations",
    name: "单位",
    columns: &[NAME, SHORT, KIND, AREA, PHONE, ON_CALL, SERVES, SINCE, UNTIL],
    either: &[&["name"], &["kind"]],
};

/// Each stands alone.
pub(super) const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_import_kind_orgs(),
    group: |line| line.words(&NAME, 60).ok().flatten().unwrap_or_default(),
    enter,
};

struct Wanted {
    name: String,
    short: Option<String>,
    kind: OrgKind,
    phone: Option<String>,
    on_call: Option<String>,
    serves: Option<String>,
    since: Option<Day>,
    until: Option<Day>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    each(tx, asked, lines, read, |tx, row, wanted, done| one(tx, asked, row, &wanted, done))
}

fn read(line: &Line, _: &Asked, _: &mut Entered) -> Result<Wanted, Wrong> {
    let missing = |c: &Column| Wrong::of(c, lianxin_paper::What::Missing);
    Ok(Wanted {
        name: line.words(&NAME, 60)?.ok_or(missing(&NAME))?,
        short: line.words(&SHORT, 20)?,
        kind: line.one(&KIND, KINDS)?.ok_or(missing(&KIND))?,
        phone: known(line.code(&PHONE, 40)?),
        on_call: known(line.code(&ON_CALL, 40)?),
        serves: line.words(&SERVES, 40)?,
        since: line.day(&SINCE)?,
        until: line.day(&UNTIL)?,
    })
}

/// A number, unless what stands there says that there is none.
fn known(typed: Option<String>) -> Option<String> {
    typed.filter(|p| p.len() < 3 || !lianxin_paper::unknown_phone(p))
}

fn one(tx: &mut Tx<'_>, asked: &Asked, row: u32, w: &Wanted, done: &mut Entered) -> Result<(), Stop> {
    let t = t(asked.lang);
    let before = find::orgs(tx, asked.area)?.into_iter().find(|o| o.name == w.name && o.kind == w.kind);
    let phone = w.phone.as_deref().map(|p| lianxin_register::duty_phone(p).unwrap_or_else(|| p.to_owned()));
    let org = before.as_ref().map_or_else(|| OrgId::new(tx.chance(), tx.now()), |o| o.id);
    if before.as_ref().is_none_or(|b| differs(b, w.short.as_ref(), phone.as_ref())) {
        let keep =
            |new: Option<String>, old: fn(&OrgRow) -> Option<String>| new.or_else(|| before.as_ref().and_then(old));
        let act = Organisation {
            org,
            area: asked.area,
            kind: w.kind,
            name: w.name.clone(),
            short: keep(w.short.clone(), |o| o.short.clone()),
            phone: keep(phone, |o| o.phone.clone()),
        };
        let head = head(tx, asked);
        organisation(tx, head, act)?;
        done.count(if before.is_some() { t.msg_import_orgs_changed() } else { t.msg_import_orgs() });
    }
    by_night(tx, asked, (org, before.as_ref()), w, done)?;
    let Some(serves) = &w.serves else { return Ok(()) };
    let Some(area) = named_area(tx, serves)? else {
        done.faults.push((row, t.msg_import_no_area(serves)));
        return Ok(());
    };
    serve(tx, asked, row, w, (org, area), done)
}

/// The number for other hours, where the sheet has another than the register.
fn by_night(
    tx: &mut Tx<'_>,
    asked: &Asked,
    (org, before): (OrgId, Option<&OrgRow>),
    w: &Wanted,
    done: &mut Entered,
) -> Result<(), Stop> {
    let Some(typed) = &w.on_call else { return Ok(()) };
    let phone = lianxin_register::duty_phone(typed).unwrap_or_else(|| typed.clone());
    if before.is_some_and(|b| b.on_call.as_ref() == Some(&phone)) {
        return Ok(());
    }
    let head = head(tx, asked);
    on_call(tx, head, OnCall { org, phone: Some(phone) })?;
    done.count(t(asked.lang).msg_import_on_call());
    Ok(())
}

/// A company serves a compound: its contract is entered, or the end that the sheet has and the register not.
fn serve(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    w: &Wanted,
    (org, area): (OrgId, AreaId),
    done: &mut Entered,
) -> Result<(), Stop> {
    let t = t(asked.lang);
    let before: Vec<_> = find::contracts_of_area(tx, area)?.into_iter().filter(|c| c.org == org).collect();
    let same = before.iter().find(|c| w.since.is_some_and(|since| since == c.since));
    let same = same.or_else(|| before.last().filter(|_| w.since.is_none()));
    let head = head(tx, asked);
    let Some(there) = same else {
        let since = w.since.unwrap_or_else(|| tx.now().day());
        if before.iter().any(|c| c.until.is_none_or(|until| since <= until)) {
            done.review.push((row, t.msg_import_contract_differs(&w.name)));
            return Ok(());
        }
        let act = Contract { contract: ContractId::new(tx.chance(), tx.now()), org, area, since, until: w.until };
        contract(tx, head, act)?;
        done.count(t.msg_import_contracts());
        return Ok(());
    };
    if w.until.is_some() && w.until != there.until {
        contract(tx, head, Contract { contract: there.id, org, area, since: there.since, until: w.until })?;
        done.count(t.msg_import_contracts_changed());
    }
    Ok(())
}

/// What the sheet leaves open does not differ.
fn differs(before: &OrgRow, short: Option<&String>, phone: Option<&String>) -> bool {
    short.is_some_and(|s| before.short.as_ref() != Some(s)) || phone.is_some_and(|p| before.phone.as_ref() != Some(p))
}
