//! 住户: who lives in the units the register already has.

use super::columns::{AREA, BUILDING, DOOR, ENTRANCE, OWNER, PHONE, ROOM, SINCE, UNTIL, by_building, door_of};
use super::settle::{Occupant, occupants, settle, unit_at};
use crate::texts::t;
use lianxin_base::Refuse as _;
use lianxin_paper::{Asked, Column, Door, Entered, Form, Import, Line, Schema, What, Wrong};
use lianxin_store::{Stop, Tx};
use std::collections::BTreeMap;

pub(super) const RELATION: Column =
    Column::new("relation", &["与房屋关系", "业主类型", "人员类型", "人员角色", "身份", "与户主关系"])
        .form(Form::One(&["业主", "租户", "家属", "代为联系"]))
        .says("不填就是业主。", "业主");

/// Flats let room by room have several households.
pub(super) const HOUSEHOLD: Column = Column::new("household", &["第几户", "户别", "户序"])
    .form(Form::One(&["第1户", "第2户", "第3户", "第4户", "第5户", "第6户"]))
    .says("一套房里分开过的几户人才要写；不填就是第1户。", "第1户");

pub(super) const SCHEMA: Schema = Schema {
    kind: "people",
    name: "住户",
    columns: &[AREA, BUILDING, ENTRANCE, ROOM, DOOR, OWNER, PHONE, RELATION, HOUSEHOLD, SINCE, UNTIL],
    either: &[&["building", "door"], &["room", "door"], &["owner"]],
};

pub(super) const IMPORT: Import =
    Import { schema: &SCHEMA, name: |lang| t(lang).msg_import_kind_people(), group: by_building, enter };

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    let mut done = Entered::default();
    let mut doors: BTreeMap<Door, Vec<Occupant>> = BTreeMap::new();
    for line in lines {
        match read(line, asked, &mut done) {
            Ok((door, people)) => doors.entry(door).or_default().extend(people),
            Err(wrong) => done.faults.push((line.row, wrong.say(asked.lang))),
        }
    }
    for (door, mut people) in doors {
        // A second household can only be entered after the first, wherever their lines stand.
        people.sort_by_key(|o| o.nth);
        match unit_at(tx, asked.area, &door)? {
            Some(unit) => settle(tx, asked, &unit, &people, &mut done)?,
            None => {
                let say = t(asked.lang).msg_import_no_unit(&door.building, &door.unit);
                done.faults.extend(people.iter().map(|o| (o.row, say.clone())));
            }
        }
    }
    Ok(done)
}

fn read(line: &Line, asked: &Asked, done: &mut Entered) -> Result<(Door, Vec<Occupant>), Wrong> {
    let door = door_of(line)?;
    let people = occupants(line, asked.lang, done)?;
    if people.is_empty() { Err(Wrong::of(&OWNER, What::Missing)) } else { Ok((door, people)) }
}
