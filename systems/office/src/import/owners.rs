//! 产权户: who owns which units together. The lines of one number are one set.

use super::columns::{AREA, BUILDING, DOOR, ENTRANCE, OWNER, PHONE, ROOM, SINCE, UNTIL, door_of};
use super::named::is_company;
use super::seats::org_for;
use super::settle::{Occupant, head, occupants, owner_of, settle, unit_at};
use crate::texts::t;
use lianxin_base::{Day, OrgId, OwnerSetId, Refuse as _, UnitId};
use lianxin_paper::{Asked, Column, Door, Entered, Form, Import, Line, Schema, Wrong};
use lianxin_register::find::{self, OwnerSetRow, UnitRow};
use lianxin_register::{Owner, OwnerSet, RelationKind, owner_set};
use lianxin_store::{Stop, Tx};
use std::collections::BTreeSet;

const SET: Column = Column::new("set", &["产权户", "产权户号", "产权户编号", "合户号"])
    .required()
    .form(Form::Code)
    .down()
    .says("同一家（几个人共有、几套房）写同一个号，号自己编", "1");

pub(super) const SCHEMA: Schema = Schema {
    kind: "owners",
    name: "产权户",
    columns: &[AREA, SET, BUILDING, ENTRANCE, ROOM, DOOR, OWNER, PHONE, SINCE, UNTIL],
    either: &[&["set"], &["building", "door"], &["room", "door"], &["owner"]],
};

/// A set stands or falls together.
pub(super) const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_import_kind_owners(),
    group: |line| line.code(&SET, 20).ok().flatten().unwrap_or_default(),
    enter,
};

/// A set as its lines have it.
#[derive(Default)]
struct Wanted {
    row: u32,
    doors: Vec<(u32, Door)>,
    people: Vec<Occupant>,
    /// Owners that the register has as organisations.
    orgs: Vec<OrgId>,
    since: Option<Day>,
    until: Option<Day>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    let mut done = Entered::default();
    let mut wanted = Wanted { row: lines.first().map_or(0, |l| l.row), ..Wanted::default() };
    for line in lines {
        if let Err(wrong) = read(line, asked, &mut wanted, &mut done) {
            done.faults.push((line.row, wrong.say(asked.lang)));
        }
    }
    let units = units(tx, asked, &wanted, &mut done)?;
    if !done.faults.is_empty() {
        return Ok(done);
    }
    if let Some(before) = theirs(tx, &wanted, &units)? {
        let result = change(tx, asked, &wanted, &before, &units, &mut done);
        done.noted(result, wanted.row, asked.lang)?;
        return Ok(done);
    }
    organisations(tx, asked, &mut wanted)?;
    for unit in &units {
        settle(tx, asked, unit, &wanted.people, &mut done)?;
    }
    if done.faults.is_empty() {
        let result = set(tx, asked, &wanted, &units, &mut done);
        done.noted(result, wanted.row, asked.lang)?;
    }
    Ok(done)
}

/// Adds a line: its door once, its people once.
fn read(line: &Line, asked: &Asked, wanted: &mut Wanted, done: &mut Entered) -> Result<(), Wrong> {
    let door = door_of(line)?;
    if wanted.doors.iter().all(|(_, d)| *d != door) {
        wanted.doors.push((line.row, door));
    }
    for one in occupants(line, asked.lang, done)? {
        match wanted.people.iter_mut().find(|o| o.name == one.name) {
            Some(before) => before.phone = before.phone.take().or(one.phone),
            None => wanted.people.push(Occupant { kind: RelationKind::Owner, ..one }),
        }
    }
    wanted.since = wanted.since.or(line.day(&SINCE)?);
    wanted.until = wanted.until.or(line.day(&UNTIL)?);
    Ok(())
}

fn units(tx: &mut Tx<'_>, asked: &Asked, wanted: &Wanted, done: &mut Entered) -> Result<Vec<UnitRow>, Stop> {
    let mut all = Vec::new();
    for (row, door) in &wanted.doors {
        match unit_at(tx, asked.area, door)? {
            Some(unit) => all.push(unit),
            None => done.faults.push((*row, t(asked.lang).msg_import_no_unit(&door.building, &door.unit))),
        }
    }
    Ok(all)
}

/// A company the register has as an organisation owns as that; it is nobody who lives there.
fn organisations(tx: &mut Tx<'_>, asked: &Asked, wanted: &mut Wanted) -> Result<(), Stop> {
    let today = tx.now().day();
    let (named, people): (Vec<Occupant>, Vec<Occupant>) =
        std::mem::take(&mut wanted.people).into_iter().partition(|o| is_company(&o.name));
    wanted.people = people;
    for one in named {
        match org_for(tx, asked.area, &one.name, today)? {
            Some(org) => wanted.orgs.push(org.id),
            None => wanted.people.push(one),
        }
    }
    Ok(())
}

/// The day a line is about.
fn day(tx: &Tx<'_>, w: &Wanted) -> Day {
    w.since.unwrap_or_else(|| tx.now().day())
}

/// The set that has these owners already, by their names: whoever they are in the register, they are no other people.
fn theirs(tx: &mut Tx<'_>, w: &Wanted, units: &[UnitRow]) -> Result<Option<OwnerSetRow>, Stop> {
    let (Some(first), on) = (units.first(), day(tx, w)) else { return Ok(None) };
    let Some(before) = find::owner_set_of(tx, first.id, on)? else { return Ok(None) };
    let mut names = Vec::new();
    for owner in find::owners(tx, before.id)? {
        names.extend(match owner {
            Owner::Person(person) => find::person_name(tx, person)?,
            Owner::Org(org) => find::org_name(tx, org)?,
        });
    }
    Ok((all(names) == all(w.people.iter().map(|o| o.name.clone()).collect())).then_some(before))
}

/// The same owners, with other units or another last day.
fn change(
    tx: &mut Tx<'_>,
    asked: &Asked,
    w: &Wanted,
    before: &OwnerSetRow,
    units: &[UnitRow],
    done: &mut Entered,
) -> Result<(), Stop> {
    let ids: Vec<UnitId> = units.iter().map(|u| u.id).collect();
    let until = w.until.or(before.until);
    if all(find::owned(tx, before.id)?) == all(ids.clone()) && until == before.until {
        return Ok(());
    }
    let owners = find::owners(tx, before.id)?;
    done.count(t(asked.lang).msg_import_owner_sets_changed());
    put(tx, asked, OwnerSet { owner_set: before.id, units: ids, owners, since: before.since, until })
}

/// A new set, in place of those who sold.
fn set(tx: &mut Tx<'_>, asked: &Asked, w: &Wanted, units: &[UnitRow], done: &mut Entered) -> Result<(), Stop> {
    let (t, Some(first)) = (t(asked.lang), units.first()) else { return Ok(()) };
    let mut owners: Vec<Owner> = w.orgs.iter().copied().map(Owner::Org).collect();
    for one in &w.people {
        owners.extend(owner_of(tx, first, &one.name)?.map(Owner::Person));
    }
    let ids: Vec<UnitId> = units.iter().map(|u| u.id).collect();
    let since = day(tx, w);
    match find::owner_set_of(tx, first.id, since)? {
        None => {}
        Some(before) if w.since.is_some_and(|day| before.since < day) => {
            ends(tx, asked, &before, since)?;
            done.count(t.msg_import_sold());
        }
        Some(_) => {
            done.faults.push((w.row, t.msg_import_owner_differs()));
            return Ok(());
        }
    }
    let owner_set = OwnerSetId::new(tx.chance(), tx.now());
    done.count(t.msg_import_owner_sets());
    put(tx, asked, OwnerSet { owner_set, units: ids, owners, since, until: w.until })
}

fn put(tx: &mut Tx<'_>, asked: &Asked, act: OwnerSet) -> Result<(), Stop> {
    let head = head(tx, asked);
    owner_set(tx, head, act)?;
    Ok(())
}

/// Those who sold owned it until the day before.
fn ends(tx: &mut Tx<'_>, asked: &Asked, before: &OwnerSetRow, since: Day) -> Result<(), Stop> {
    let (units, owners) = (find::owned(tx, before.id)?, find::owners(tx, before.id)?);
    let until = Some(since.plus(-1));
    put(tx, asked, OwnerSet { owner_set: before.id, units, owners, since: before.since, until })
}

fn all<T: Ord>(items: Vec<T>) -> BTreeSet<T> {
    items.into_iter().collect()
}
