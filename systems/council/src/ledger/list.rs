//! The ledger as a list that leaves.

use crate::rules::Source;
use crate::say;
use crate::store::{Matter, of_area};
use crate::texts::t;
use crate::view::{category_name, stage_name};
use lianxin_base::{Day, Lang};
use lianxin_journal::text;
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};

/// So many matters are looked up at once.
const PAGE: i64 = 200;

/// 诉求台账, with the columns it came with but those that say who brought a matter in: a complaint about an office does
/// not tell that office who complained. People's words stand in it: it asks what for.
pub const LIST: ListKind = ListKind {
    kind: "matters",
    name: "诉求台账",
    say: |lang| t(lang).msg_ledger_name(),
    people: true,
    may: None,
    columns: &[
        ("编号", 20),
        ("受理日期", 12),
        ("来源", 12),
        ("小区", 14),
        ("地点", 20),
        ("事项", 50),
        ("类别", 12),
        ("承办单位", 24),
        ("时限", 12),
        ("办理情况", 14),
        ("办结日期", 12),
        ("回访", 18),
    ],
    rows,
};

fn rows(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let mut last: Option<Matter> = None;
    loop {
        let page = of_area(r, area.id, last.as_ref(), PAGE)?;
        for m in &page {
            one(r, area, m, row)?;
        }
        last = match page.into_iter().last() {
            Some(m) => Some(m),
            None => return Ok(()),
        };
    }
}

fn one(r: &mut Read<'_>, area: &AreaRow, m: &Matter, row: RowOut<'_>) -> Result<(), Fault> {
    // Whoever takes the list out may be whom a complaint is about: of that one a worker's title stands in it, and no place.
    let open = m.about.is_none();
    let words = if open { text(r, m.act, "words")? } else { None };
    let place = m.place.as_deref().filter(|_| open).unwrap_or_default();
    let holder = m.executor.unwrap_or(m.holder);
    let org = find::org_name(r, holder)?.unwrap_or_default();
    let title = m.titled.map(|act| text(r, act, "title")).transpose()?.flatten();
    let stage = stage_name(Lang::Zh, &m.stage);
    let what = words.or(title).unwrap_or_default();
    let outcome = if m.outcome.is_some() { say::outcome(Lang::Zh, m.outcome.as_deref()) } else { String::new() };
    let category = category_name(Lang::Zh, m.category);
    row(&[
        Value::Text(&m.no),
        Value::Day(m.reported_at.day()),
        Value::Text(source(&m.source)),
        Value::Text(&area.name),
        Value::Text(place),
        Value::Text(&what),
        Value::Text(&category),
        Value::Text(&org),
        m.due_at.map_or(Value::Empty, |at| Value::Day(at.day())),
        Value::Text(&stage),
        m.ended_at.map_or(Value::Empty, |at| Value::Day(at.day())),
        Value::Text(&outcome),
    ])
}

fn source(name: &str) -> &'static str {
    match name.parse() {
        Ok(Source::Resident) => "居民自己报的",
        Ok(Source::Counter) => "窗口",
        Ok(Source::Phone) => "电话",
        Ok(Source::Corner) => "议事角",
        Ok(Source::Hotline) => "12345 转办",
        Ok(Source::Patrol) => "巡查发现",
        Ok(Source::Property) => "物业前台",
        Ok(Source::Chat) => "居民群",
        Ok(Source::Superior) => "上级交办",
        Ok(Source::Api) => "别的系统转来",
        Ok(Source::Told) => "补记",
        Ok(Source::Ledger) => "原来的台账",
        Err(()) => "",
    }
}
