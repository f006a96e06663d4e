//! The responsibility list as a list that leaves.

use super::store::responsible;
use crate::rules::Category;
use crate::texts::t;
use crate::view::category_name;
use lianxin_base::{Day, Lang};
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::AreaKind;
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};

/// 哪样事归谁管: a line for each kind of matter of each compound that somebody looks after.
pub const LIST: ListKind = ListKind {
    kind: "responsibilities",
    name: "哪样事归谁管",
    say: |lang| t(lang).msg_responsible_list(),
    people: false,
    may: None,
    columns: &[("小区", 16), ("哪样事", 16), ("归谁管", 28)],
    rows,
};

fn rows(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    if area.kind != AreaKind::Compound {
        return Ok(());
    }
    let all = responsible(r, area.id)?;
    for category in Category::ALL {
        let Some(org) = all.get(category.name()) else { continue };
        let (name, org) = (category_name(Lang::Zh, *category), find::org_name(r, *org)?.unwrap_or_default());
        row(&[Value::Text(&area.name), Value::Text(&name), Value::Text(&org)])?;
    }
    Ok(())
}
