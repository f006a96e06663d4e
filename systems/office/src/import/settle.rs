//! Who belongs to a unit: found again where they are known, entered where they are not.

use super::columns::NAME;
use super::{columns, named};
use crate::texts::t;
use lianxin_base::{ActId, AreaId, Day, HouseholdId, Lang, PersonId, RelationId, SECOND};
use lianxin_journal::Head;
use lianxin_paper::{Asked, Door, Entered, Line, What, Wrong};
use lianxin_register::find::{self, UnitRow};
use lianxin_register::{
    Household, Person, Relation, RelationEnd, RelationKind, UnitKind, building_code, household, person, phone_tail,
    relation, relation_end,
};
use lianxin_store::{Fault, Read, Stop, Tx};
use std::collections::BTreeSet;

/// Somebody a line names.
#[derive(Clone, Debug)]
pub(super) struct Occupant {
    pub(super) row: u32,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) kind: RelationKind,
    /// From when, if the line says.
    pub(super) since: Option<Day>,
    pub(super) until: Option<Day>,
    /// Which household of the unit, counted from 1, if the line says.
    pub(super) nth: Option<usize>,
}

/// The people of a line, and what somebody should look at.
pub(super) fn occupants(line: &Line, lang: Lang, done: &mut Entered) -> Result<Vec<Occupant>, Wrong> {
    let cell = line.words(&columns::OWNER, 200)?.unwrap_or_default();
    let kind = line.one(&super::people::RELATION, columns::RELATIONS)?.unwrap_or(RelationKind::Owner);
    let (since, until) = (line.day(&columns::SINCE)?, line.day(&columns::UNTIL)?);
    let nth = line.one(&super::people::HOUSEHOLD, columns::NTH)?;
    let names = named::people(&cell);
    let several = names.len() > 1;
    if names.iter().any(|name| name.chars().count() > NAME) {
        return Err(Wrong::of(&columns::OWNER, What::Long(NAME)));
    }
    let raw = line.code(&columns::PHONE, 200)?.unwrap_or_default();
    let phones = if several { named::phones(&raw, names.len()) } else { vec![Some(raw); names.len()] };
    if several {
        done.review.push((line.row, t(lang).msg_import_several(&cell, names.len())));
    } else if names.iter().any(|name| named::is_company(name)) {
        done.review.push((line.row, t(lang).msg_import_company(&cell)));
    }
    let mut all = Vec::new();
    for (name, phone) in names.into_iter().zip(phones) {
        let phone = phone.filter(|p| !lianxin_paper::unknown_phone(p));
        let phone = match phone {
            Some(text) => Some(lianxin_register::phone(&text).ok_or(Wrong::of(&columns::PHONE, What::Phone))?),
            None => None,
        };
        all.push(Occupant { row: line.row, name, phone, kind, since, until, nth });
    }
    Ok(all)
}

/// Somebody the register knows at a unit.
struct Known {
    relation: RelationId,
    person: PersonId,
    name: String,
    kind: RelationKind,
    since: Day,
    until: Option<Day>,
    household: Option<HouseholdId>,
}

/// On one of these days: a relation of a sheet may begin later, or have ended.
fn known(r: &mut Read<'_>, unit: &UnitRow, on: [Day; 2]) -> Result<Vec<Known>, Fault> {
    let mut rows = Vec::new();
    for day in on {
        rows.extend(find::relations_of_unit(r, unit.id, day)?);
        for household in find::households_of_unit(r, unit.id)? {
            rows.extend(find::members(r, household.id, day)?);
        }
        if on[0] == on[1] {
            break;
        }
    }
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert(row.id));
    let mut all = Vec::new();
    for row in rows {
        let name = find::person_name(r, row.person)?.unwrap_or_default();
        all.push(Known {
            relation: row.id,
            person: row.person,
            name,
            kind: row.kind,
            since: row.since,
            until: row.until,
            household: row.household,
        });
    }
    Ok(all)
}

/// The unit behind a door.
pub(super) fn unit_at(r: &mut Read<'_>, area: AreaId, door: &Door) -> Result<Option<UnitRow>, Fault> {
    match find::building_by_code(r, area, &building_code(&door.building))? {
        Some(house) => find::unit_by_label(r, house.id, &door.unit),
        None => Ok(None),
    }
}

/// The head of one more act.
pub(super) fn head(tx: &Tx<'_>, asked: &Asked) -> Head {
    Head { id: ActId::new(tx.chance(), tx.now()), area: asked.area, by: asked.by, no: None, token: None }
}

/// Settles the people of a unit.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    asked: &Asked,
    unit: &UnitRow,
    people: &[Occupant],
    done: &mut Entered,
) -> Result<(), Stop> {
    let today = tx.now().day();
    if !handed_over(tx, asked, unit, people, done, today)? {
        return Ok(());
    }
    for one in people {
        let result = enter(tx, asked, unit, one, done, today);
        done.noted(result, one.row, asked.lang)?;
    }
    Ok(())
}

/// Owners that are all different from those the register has: a sale if the sheet says since when, else a question.
fn handed_over(
    tx: &mut Tx<'_>,
    asked: &Asked,
    unit: &UnitRow,
    people: &[Occupant],
    done: &mut Entered,
    today: Day,
) -> Result<bool, Stop> {
    let new: Vec<&Occupant> = people.iter().filter(|o| o.kind == RelationKind::Owner).collect();
    let since = new.iter().find_map(|o| o.since);
    let there = known(tx, unit, [today, since.unwrap_or(today)])?;
    let before: Vec<Known> = there.into_iter().filter(|k| k.kind == RelationKind::Owner).collect();
    let Some(first) = new.first() else { return Ok(true) };
    if before.is_empty() || before.iter().any(|k| new.iter().any(|o| o.name == k.name)) {
        let left = before.iter().any(|k| new.iter().all(|o| o.name != k.name));
        if left {
            done.review.push((first.row, t(asked.lang).msg_import_other_owner()));
        }
        return Ok(true);
    }
    let Some(day) = since.filter(|day| before.iter().all(|k| k.since < *day)) else {
        done.faults.push((first.row, t(asked.lang).msg_import_owner_differs()));
        return Ok(false);
    };
    for old in before {
        let (head, act) = (head(tx, asked), RelationEnd { relation: old.relation, until: day.plus(-1) });
        let ended = relation_end(tx, head, act);
        done.noted(ended, first.row, asked.lang)?;
    }
    done.count(t(asked.lang).msg_import_sold());
    Ok(true)
}

fn enter(
    tx: &mut Tx<'_>,
    asked: &Asked,
    unit: &UnitRow,
    one: &Occupant,
    done: &mut Entered,
    today: Day,
) -> Result<(), Stop> {
    let t = t(asked.lang);
    let homes = find::households_of_unit(tx, unit.id)?;
    if let Some(nth) = one.nth.filter(|nth| unit.kind == UnitKind::Dwelling && *nth > homes.len() + 1) {
        done.faults.push((one.row, t.msg_import_household_skipped(nth, homes.len() + 1)));
        return Ok(());
    }
    let there = known(tx, unit, [today, one.since.unwrap_or(today)])?;
    let same: Vec<&Known> = there.iter().filter(|k| k.name == one.name).collect();
    let who = match same.first() {
        Some(k) => k.person,
        None => match elsewhere(tx, asked, one)? {
            Some(person) => {
                done.count(t.msg_import_same_person());
                person
            }
            None => new_person(tx, asked, one, done)?,
        },
    };
    if let Some(phone) = &one.phone
        && find::person_phone(tx, who)?.as_ref() != Some(phone)
    {
        let (head, area) = (head(tx, asked), find::person_area(tx, who)?.unwrap_or(asked.area));
        person(tx, head, Person { person: who, area, name: one.name.clone(), phone: Some(phone.clone()) })?;
        done.count(t.msg_import_phone_changed());
    }
    if let Some(known) = same.iter().find(|k| k.kind == one.kind) {
        let there = homes.iter().position(|h| Some(h.id) == known.household).map(|i| i + 1);
        if let (Some(there), Some(nth)) = (there, one.nth)
            && there != nth
        {
            done.review.push((one.row, t.msg_import_household_differs(&one.name, there)));
        }
        return ends(tx, asked, known, one, done);
    }
    // Everybody is counted in one household; a second flat is owned without one.
    let lives = find::relations(tx, who, today)?;
    let lives = lives.iter().any(|x| x.household.is_some() && x.kind != RelationKind::Contact);
    let household = if one.kind == RelationKind::Owner && lives { None } else { home(tx, asked, unit, one)? };
    let act = Relation {
        relation: RelationId::new(tx.chance(), tx.now()),
        person: who,
        household,
        // Only an owner is one of the unit itself; whoever lives there belongs to its household.
        unit: (one.kind == RelationKind::Owner || household.is_none()).then_some(unit.id),
        kind: one.kind,
        since: one.since.unwrap_or(today),
        until: one.until,
    };
    let head = head(tx, asked);
    relation(tx, head, act)?;
    done.count(t.msg_import_relations());
    Ok(())
}

/// A relation that the register has: an end that the sheet has and the register not is entered; what else differs is said.
fn ends(tx: &mut Tx<'_>, asked: &Asked, known: &Known, one: &Occupant, done: &mut Entered) -> Result<(), Stop> {
    let t = t(asked.lang);
    if one.since.is_some_and(|since| since != known.since) {
        done.review.push((one.row, t.msg_import_since_differs(&one.name)));
    }
    let Some(until) = one.until.filter(|until| known.until != Some(*until)) else { return Ok(()) };
    if known.until.is_some_and(|there| there < until) {
        done.review.push((one.row, t.msg_import_until_differs(&one.name)));
        return Ok(());
    }
    let head = head(tx, asked);
    relation_end(tx, head, RelationEnd { relation: known.relation, until })?;
    done.count(t.msg_import_ended());
    Ok(())
}

/// The same name with the same telephone in this compound is the same person; a telephone alone never is.
fn elsewhere(r: &mut Read<'_>, asked: &Asked, one: &Occupant) -> Result<Option<PersonId>, Fault> {
    let Some(phone) = &one.phone else { return Ok(None) };
    let Some(tail) = phone_tail(phone) else { return Ok(None) };
    for person in find::people_by_phone_tail(r, asked.area, tail)? {
        let name = find::person_name(r, person)?;
        if name.as_ref() == Some(&one.name) && find::person_phone(r, person)?.as_ref() == Some(phone) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

fn new_person(tx: &mut Tx<'_>, asked: &Asked, one: &Occupant, done: &mut Entered) -> Result<PersonId, Stop> {
    let (id, head) = (PersonId::new(tx.chance(), tx.now()), head(tx, asked));
    let (area, name, phone) = (asked.area, one.name.clone(), one.phone.clone());
    person(tx, head, Person { person: id, area, name, phone })?;
    done.count(t(asked.lang).msg_import_people());
    Ok(id)
}

/// The household of a dwelling, the first or the one the line says, entered with its first member.
fn home(tx: &mut Tx<'_>, asked: &Asked, unit: &UnitRow, one: &Occupant) -> Result<Option<HouseholdId>, Stop> {
    let there = find::households_of_unit(tx, unit.id)?;
    if let Some(home) = there.get(one.nth.unwrap_or(1) - 1) {
        return Ok(Some(home.id));
    }
    if unit.kind != UnitKind::Dwelling {
        return Ok(None);
    }
    let (id, head) = (after(tx, there.last().map(|home| home.id)), head(tx, asked));
    household(tx, head, Household { household: id, building: unit.building, unit: unit.id })?;
    Ok(Some(id))
}

/// An id behind the one before it, made in the same moment or not: which household of a flat is the first is their order.
fn after(tx: &Tx<'_>, last: Option<HouseholdId>) -> HouseholdId {
    let mut at = tx.now();
    loop {
        let id = HouseholdId::new(tx.chance(), at);
        if last.is_none_or(|last| id > last) {
            return id;
        }
        at = at.plus(SECOND / 1_000);
    }
}

/// The owner of this name whom the register has at a unit.
pub(super) fn owner_of(tx: &mut Tx<'_>, unit: &UnitRow, name: &str) -> Result<Option<PersonId>, Fault> {
    let today = tx.now().day();
    let there = known(tx, unit, [today, today])?;
    Ok(there.into_iter().find(|k| k.kind == RelationKind::Owner && k.name == name).map(|k| k.person))
}

/// Finds or enters somebody by name and telephone in an area, whoever they live with: for seats.
pub(super) fn somebody(
    tx: &mut Tx<'_>,
    asked: &Asked,
    row: u32,
    name: &str,
    phone: Option<String>,
    done: &mut Entered,
) -> Result<PersonId, Stop> {
    let one = Occupant {
        row,
        name: name.to_owned(),
        phone,
        kind: RelationKind::Contact,
        since: None,
        until: None,
        nth: None,
    };
    match elsewhere(tx, asked, &one)? {
        Some(person) => Ok(person),
        None => new_person(tx, asked, &one, done),
    }
}
