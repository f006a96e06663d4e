//! 区域: communities and compounds, each under one the register has.

use super::settle::head;
use crate::texts::t;
use lianxin_base::{AreaId, Day};
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, What, Wrong, each};
use lianxin_register::find::{self, AreaRow};
use lianxin_register::{Area, AreaKind, area};
use lianxin_store::{Stop, Tx};

const ABOVE: Column = Column::new("area", &["上级", "所属社区", "所属区域", "所属街道", "所在社区", "社区"])
    .down()
    .says("册上已有的社区、街道的全名或简称", "和平里社区");
const NAME: Column =
    Column::new("name", &["名称", "小区", "小区名称", "区域名称", "全名"]).required().says("全名", "芙蓉里小区");
const CODE: Column = Column::new("code", &["简称", "编号前缀"]).says("编号开头用的短名字；空着就用全名", "芙蓉里");
const KIND: Column = Column::new("kind", &["类型", "类别", "区域类型"])
    .form(Form::One(&["小区", "社区", "村", "街道"]))
    .says("不填就是小区", "小区");
const GRADE: Column =
    Column::new("grade", &["分类", "小区分类", "等级"]).says("本地自己的分类，没有就空着", "老旧小区");
const SINCE: Column =
    Column::new("since", &["启用日期", "起始日期", "建成日期"]).form(Form::Day).says("空着就从今天起", "2020-01-01");
const UNTIL: Column = Column::new("until", &["停用日期", "结束日期"]).form(Form::Day).says("还在用就空着", "");

const KINDS: &[(&str, AreaKind)] = &[
    ("小区", AreaKind::Compound),
    ("社区", AreaKind::Community),
    ("村", AreaKind::Village),
    ("嘎查", AreaKind::Village),
    ("街道", AreaKind::Street),
    ("镇", AreaKind::Street),
    ("苏木", AreaKind::Street),
];

pub(super) const SCHEMA: Schema = Schema {
    kind: "areas",
    name: "区域",
    columns: &[ABOVE, NAME, CODE, KIND, GRADE, SINCE, UNTIL],
    either: &[&["name"]],
};

/// Each stands alone.
pub(super) const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_import_kind_areas(),
    group: |line| line.words(&NAME, 40).ok().flatten().unwrap_or_default(),
    enter,
};

struct Wanted {
    name: String,
    code: Option<String>,
    kind: Option<AreaKind>,
    grade: Option<String>,
    since: Option<Day>,
    until: Option<Day>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    each(tx, asked, lines, read, |tx, _, wanted, done| one(tx, asked, wanted, done))
}

fn read(line: &Line, _: &Asked, _: &mut Entered) -> Result<Wanted, Wrong> {
    Ok(Wanted {
        name: line.words(&NAME, 40)?.ok_or(Wrong::of(&NAME, What::Missing))?,
        code: line.words(&CODE, 20)?,
        kind: line.one(&KIND, KINDS)?,
        grade: line.words(&GRADE, 20)?,
        since: line.day(&SINCE)?,
        until: line.day(&UNTIL)?,
    })
}

/// Known again by its name or short name under the same one. What the sheet leaves open stays.
fn one(tx: &mut Tx<'_>, asked: &Asked, w: Wanted, done: &mut Entered) -> Result<(), Stop> {
    let t = t(asked.lang);
    let same = |a: &AreaRow| a.name == w.name || w.code.as_ref() == Some(&a.code);
    let before = find::children(tx, asked.area)?.into_iter().find(same);
    let plain = || w.name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let act = match &before {
        Some(a) => Area {
            area: a.id,
            parent: a.parent,
            kind: w.kind.unwrap_or(a.kind),
            code: w.code.clone().unwrap_or_else(|| a.code.clone()),
            name: w.name.clone(),
            since: w.since.unwrap_or(a.since),
            until: w.until.or(a.until),
            grade: w.grade.clone().or_else(|| a.grade.clone()),
        },
        None => Area {
            area: AreaId::new(tx.chance(), tx.now()),
            parent: Some(asked.area),
            kind: w.kind.unwrap_or(AreaKind::Compound),
            code: w.code.clone().unwrap_or_else(plain),
            name: w.name.clone(),
            since: w.since.unwrap_or_else(|| tx.now().day()),
            until: w.until,
            grade: w.grade.clone(),
        },
    };
    if before.as_ref().is_some_and(|a| is(a, &act)) {
        return Ok(());
    }
    let head = head(tx, asked);
    area(tx, head, act)?;
    done.count(if before.is_some() { t.msg_import_areas_changed() } else { t.msg_import_areas() });
    Ok(())
}

fn is(a: &AreaRow, act: &Area) -> bool {
    (a.kind, &a.code, &a.name, a.since, a.until, &a.grade)
        == (act.kind, &act.code, &act.name, act.since, act.until, &act.grade)
}
