//! 公示台账: what hung where from when to when, and whether the photos are there, as a list that leaves.

use crate::ground::ground;
use crate::notice::store::desk;
use crate::say;
use crate::texts::t;
use lianxin_base::{Day, Lang};
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::AreaRow;
use lianxin_store::{Fault, Read};

/// So many of one board leave at most.
const MOST: i64 = 20_000;

/// The list.
pub const LIST: ListKind = ListKind {
    kind: "notices",
    name: "公示台账",
    say: |lang| t(lang).msg_ledger(),
    people: false,
    may: None,
    columns: &[
        ("哪里", 16),
        ("哪一栏", 8),
        ("标题", 40),
        ("贴的是什么", 24),
        ("从哪天", 12),
        ("到哪天", 12),
        ("公示期到", 12),
        ("贴出时的照片", 14),
        ("期满时的照片", 14),
        ("状态", 10),
        ("谁贴的", 24),
    ],
    rows,
};

fn rows(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    for n in desk(r, area.id, Day::from_number(0), MOST)? {
        let kind = ground(&n.ground, n.from).map_or(n.ground.clone(), |g| g.zh.clone());
        let (section, standing) = (say::section(Lang::Zh, n.section), say::standing(Lang::Zh, n.standing(on)));
        let day = |day: Option<Day>| day.map_or(Value::Empty, Value::Day);
        row(&[
            Value::Text(&area.name),
            Value::Text(&section),
            Value::Text(&n.title),
            Value::Text(&kind),
            Value::Day(n.from),
            Value::Day(n.to),
            day(n.until),
            day(n.started),
            day(n.ended),
            Value::Text(&standing),
            Value::Text(&n.org_name),
        ])?;
    }
    Ok(())
}
