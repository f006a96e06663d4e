use super::word;
use crate::{RelationKind, store};
use lianxin_base::{ActId, AreaId, Day, HouseholdId, PersonId, RelationId, UnitId};
use lianxin_store::{Fault, Read, Row, params};

/// A household as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HouseholdRow {
    /// The household.
    pub id: HouseholdId,
    /// Where it lives.
    pub unit: UnitId,
    /// The unit's compound.
    pub area: AreaId,
}

fn household_row(row: &Row<'_>) -> Result<HouseholdRow, Fault> {
    Ok(HouseholdRow { id: row.id(0)?, unit: row.id(1)?, area: row.id(2)? })
}

/// A household.
pub fn household(r: &mut Read<'_>, id: HouseholdId) -> Result<Option<HouseholdRow>, Fault> {
    r.row(store::HOUSEHOLD, params![id], household_row)
}

/// The households of a unit.
pub fn households_of_unit(r: &mut Read<'_>, unit: UnitId) -> Result<Vec<HouseholdRow>, Fault> {
    r.rows(store::HOUSEHOLDS_OF_UNIT, params![unit], household_row)
}

/// A relation as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RelationRow {
    /// The relation.
    pub id: RelationId,
    /// Who.
    pub person: PersonId,
    /// Their household.
    pub household: Option<HouseholdId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// Its compound.
    pub area: AreaId,
    /// What they are to it.
    pub kind: RelationKind,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

fn relation_row(row: &Row<'_>) -> Result<RelationRow, Fault> {
    Ok(RelationRow {
        id: row.id(0)?,
        person: row.id(1)?,
        household: row.opt_id(2)?,
        unit: row.opt_id(3)?,
        area: row.id(4)?,
        kind: word(row, 5)?,
        since: row.day(6)?,
        until: row.opt_day(7)?,
    })
}

/// A relation.
pub fn relation(r: &mut Read<'_>, id: RelationId) -> Result<Option<RelationRow>, Fault> {
    r.row(store::RELATION, params![id], relation_row)
}

/// What a person is to which household or unit on a day.
pub fn relations(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<RelationRow>, Fault> {
    r.rows(store::RELATIONS_OF_PERSON, params![person, on], relation_row)
}

/// What a person is or was to any household or unit, the earliest first.
pub fn relations_ever(r: &mut Read<'_>, person: PersonId) -> Result<Vec<RelationRow>, Fault> {
    r.rows(store::RELATIONS_EVER, params![person], relation_row)
}

/// Who belonged somewhere, and since before this day belongs, owns and sits nowhere and acts for no child; at most so many.
pub fn moved_out(r: &mut Read<'_>, before: Day, most: i64) -> Result<Vec<PersonId>, Fault> {
    r.rows(store::MOVED_OUT, params![before, most], |row| row.id(0))
}

/// Who is what to a unit itself on a day: its owners.
pub fn relations_of_unit(r: &mut Read<'_>, unit: UnitId, on: Day) -> Result<Vec<RelationRow>, Fault> {
    r.rows(store::RELATIONS_OF_UNIT, params![unit, on], relation_row)
}

/// Who belongs to a household on a day, whatever as; somebody with two relations is listed twice.
pub fn members(r: &mut Read<'_>, household: HouseholdId, on: Day) -> Result<Vec<RelationRow>, Fault> {
    r.rows(store::MEMBERS, params![household, on], relation_row)
}

/// The households a person belongs to on a day, each once. Answering the phone for one is not belonging to it.
pub fn households(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<HouseholdId>, Fault> {
    let own = relations(r, person, on)?.into_iter().filter(|x| x.kind != RelationKind::Contact);
    let mut all: Vec<HouseholdId> = own.filter_map(|x| x.household).collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Where a person belongs; `None` if there is no such person.
pub fn person_area(r: &mut Read<'_>, person: PersonId) -> Result<Option<AreaId>, Fault> {
    r.row(store::PERSON_AREA, params![person], |row| row.id(0))
}

/// Whom an act named, if that name is still in force.
pub fn person_named_by(r: &mut Read<'_>, act: ActId) -> Result<Option<PersonId>, Fault> {
    r.row(store::PERSON_NAMED_BY, params![act], |row| row.id(0))
}

/// A person's name; `None` if there is none or it has been erased.
pub fn person_name(r: &mut Read<'_>, person: PersonId) -> Result<Option<String>, Fault> {
    person_text(r, person, "name")
}

/// A person's phone as digits; `None` if there is none or it has been erased.
pub fn person_phone(r: &mut Read<'_>, person: PersonId) -> Result<Option<String>, Fault> {
    person_text(r, person, "phone")
}

fn person_text(r: &mut Read<'_>, person: PersonId, field: &str) -> Result<Option<String>, Fault> {
    match r.row(store::PERSON_ACT, params![person], |row| row.id::<ActId>(0))? {
        Some(act) => lianxin_journal::text(r, act, field),
        None => Ok(None),
    }
}

/// The people of an area and of what lies in it whose phone ends in these four digits.
pub fn people_by_phone_tail(r: &mut Read<'_>, area: AreaId, tail: &str) -> Result<Vec<PersonId>, Fault> {
    r.rows(store::PEOPLE_BY_TAIL, params![area, tail], |row| row.id(0))
}

/// At most `n` people of an area and of what lies in it in whose name these characters stand, whatever dots and blanks
/// were typed; nobody for an empty text.
pub fn people_by_name(r: &mut Read<'_>, area: AreaId, name: &str, n: i64) -> Result<Vec<PersonId>, Fault> {
    let plain: String = person_name_of(name);
    if plain.is_empty() {
        return Ok(Vec::new());
    }
    r.rows(store::PEOPLE_BY_NAME, params![area, like(&plain), n], |row| row.id(0))
}

/// At most `n` people of an area and of what lies in it who bear exactly this name.
pub fn people_named(r: &mut Read<'_>, area: AreaId, name: &str, n: i64) -> Result<Vec<PersonId>, Fault> {
    r.rows(store::PEOPLE_NAMED, params![area, crate::person_name(name), n], |row| row.id(0))
}

fn person_name_of(typed: &str) -> String {
    crate::person_name(typed).chars().filter(|c| !matches!(c, '·' | ' ')).collect()
}

/// A text anywhere in another, with its own `%` and `_` meant as they are.
fn like(text: &str) -> String {
    let mut out = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            out.push('!');
        }
        out.push(c);
    }
    out.push('%');
    out
}
