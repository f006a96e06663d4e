//! The statements of rolls.

use super::merged;
use super::rules::{self, Door, Drawn, Line, list_sha256, numbered};
use crate::assembly::{Scope, Vote, Voting};
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId, OwnerSetId, PersonId, UnitId};
use lianxin_journal::Recorded;
use lianxin_register::{AreaSource, Owner, UnitKind};
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;

// A set that no longer holds the unit leaves its row with NULL; a set that does is the one.
const DOORS: &str = "SELECT u.id, b.name, u.label, u.kind, u.floor_area, u.area_source, s.id, b.sort, u.building, u.entrance \
                     FROM register_unit u JOIN register_building b ON b.id = u.building \
                     LEFT JOIN register_owner_unit x ON x.unit = u.id \
                     LEFT JOIN register_owner_set s ON s.id = x.owner_set AND s.since <= $2 \
                     AND (s.until IS NULL OR s.until >= $2) \
                     WHERE u.area = $1 AND (u.since IS NULL OR u.since <= $2) AND (u.until IS NULL OR u.until >= $2) \
                     ORDER BY b.sort, b.id, u.id";
const OWNERS: &str =
    "SELECT o.owner_set, o.person, o.org FROM register_owner o WHERE o.area = $1 ORDER BY o.owner_set, o.n";
const FREEZE: &str = "INSERT INTO property_roll(vote, area, frozen_at, list_sha256, roll_sha256, units, persons, size) \
                      VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const ADD_UNIT: &str = "INSERT INTO property_roll_unit(vote, no, nth, area, unit, house, door, kind, size, source, sort, lot) \
     VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const ADD_SET: &str = "INSERT INTO property_roll_set(vote, owner_set, area, no) VALUES($1, $2, $3, $4)";
const ROLL: &str =
    "SELECT frozen_at, list_sha256, roll_sha256, units, persons, size FROM property_roll WHERE vote = $1";
const LINES: &str = "SELECT no, nth, unit, house, door, kind, size, source, lot FROM property_roll_unit \
                     WHERE vote = $1 ORDER BY sort";
const OF_NO: &str = "SELECT no, nth, unit, house, door, kind, size, source, lot FROM property_roll_unit \
                     WHERE vote = $1 AND no = $2 ORDER BY nth";
const MINE: &str = "SELECT DISTINCT s.no FROM property_voter v JOIN property_roll_set s ON s.owner_set = v.owner_set \
                    WHERE v.person = $2 AND v.ended_at IS NULL AND s.vote = $1 ORDER BY s.no";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("roll_doors", DOORS),
    ("roll_owners", OWNERS),
    ("roll_freeze", FREEZE),
    ("roll_add_unit", ADD_UNIT),
    ("roll_add_set", ADD_SET),
    ("roll_one", ROLL),
    ("roll_lines", LINES),
    ("roll_of_no", OF_NO),
    ("roll_mine", MINE),
];

struct Raw {
    door: Door,
    set: Option<OwnerSetId>,
    sort: i64,
}

fn raw(row: &Row<'_>) -> Result<Raw, Fault> {
    let source = row.opt_text(5)?.map(|word| word.parse().map_err(|_| unknown())).transpose()?;
    let door = Door {
        unit: row.id(0)?,
        building: row.id(8)?,
        entrance: row.opt_id(9)?,
        house: row.text(1)?,
        door: row.text(2)?,
        kind: row.text(3)?.parse().map_err(|_| unknown())?,
        size: row.opt_int(4)?,
        source,
        set: None,
    };
    Ok(Raw { door, set: row.opt_id(6)?, sort: row.int(7)? })
}

fn unknown() -> Fault {
    Fault::Damaged("the register holds an unknown word".into())
}

/// The doors of a compound on a day with their owners, as one walks past them.
pub(crate) fn doors(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<Door>, Fault> {
    let mut owners: BTreeMap<OwnerSetId, Vec<Owner>> = BTreeMap::new();
    let all = r.rows(OWNERS, params![area], |row| {
        Ok((row.id::<OwnerSetId>(0)?, row.opt_id::<PersonId>(1)?, row.opt_id::<OrgId>(2)?))
    })?;
    for (set, person, org) in all {
        owners.entry(set).or_default().extend(person.map(Owner::Person).or(org.map(Owner::Org)));
    }
    let mut found: BTreeMap<UnitId, (i64, Door)> = BTreeMap::new();
    for Raw { door, set, sort } in r.rows(DOORS, params![area, on], raw)? {
        let whose = set.map(|set| (set, owners.get(&set).cloned().unwrap_or_default()));
        let (_, kept) = found.entry(door.unit).or_insert((sort, door));
        kept.set = whose.or(kept.set.take());
    }
    let mut all: Vec<(i64, Door)> = found.into_values().collect();
    all.sort_by_cached_key(|(sort, d)| (*sort, d.house.clone(), d.kind, natural(&d.door), d.unit));
    Ok(all.into_iter().map(|(_, door)| door).collect())
}

/// Of these the doors a vote asks. Those of one building are where the building lies now.
pub(crate) fn asked(r: &mut Read<'_>, area: AreaId, voting: Voting, on: Day) -> Result<Vec<Door>, Fault> {
    let area = if voting.scope == Scope::Compound { area } else { merged::now(r, area)? };
    Ok(rules::asked(doors(r, area, on)?, voting))
}

/// A key that sorts numbers within labels by their size: `2 单元 101` before `10 单元 101`.
fn natural(label: &str) -> Vec<(u64, char)> {
    let mut key: Vec<(u64, char)> = Vec::new();
    for c in label.chars() {
        match (c.to_digit(10), key.last_mut()) {
            (Some(d), Some((n, '0'))) => *n = n.saturating_mul(10).saturating_add(d.into()),
            (Some(d), _) => key.push((d.into(), '0')),
            (None, _) => key.push((u64::MAX, c)),
        }
    }
    key
}

/// A frozen roll.
#[derive(Clone, Debug)]
pub struct Roll {
    /// When.
    pub frozen: Moment,
    /// Hash of the list as it hangs in the compound: 名册留底.
    pub list_sha256: String,
    /// Hash of the numbered roll, as the count and its file have it.
    pub roll_sha256: String,
    /// How many doors.
    pub units: i64,
    /// How many persons.
    pub persons: i64,
    /// 0.01 m².
    pub size: i64,
}

/// The roll of a vote; none before it opens.
pub fn roll(r: &mut Read<'_>, vote: ActId) -> Result<Option<Roll>, Fault> {
    r.row(ROLL, params![vote], |row| {
        Ok(Roll {
            frozen: row.moment(0)?,
            list_sha256: row.text(1)?,
            roll_sha256: row.text(2)?,
            units: row.int(3)?,
            persons: row.int(4)?,
            size: row.int(5)?,
        })
    })
}

fn line(row: &Row<'_>) -> Result<Line, Fault> {
    let kind: UnitKind = row.text(5)?.parse().map_err(|_| unknown())?;
    let source: AreaSource = row.text(7)?.parse().map_err(|_| unknown())?;
    let no = row.int(0)?;
    Ok(Line {
        no,
        nth: row.int(1)?,
        lot: row.opt_int(8)?.unwrap_or(no),
        unit: row.id(2)?,
        house: row.text(3)?,
        door: row.text(4)?,
        kind,
        size: row.int(6)?,
        source,
    })
}

/// Every door of a roll, as one walks past them.
pub(crate) fn lines(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Line>, Fault> {
    r.rows(LINES, params![vote], line)
}

/// The doors of one number.
pub(crate) fn of_no(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Vec<Line>, Fault> {
    r.rows(OF_NO, params![vote, no], line)
}

/// The numbers somebody votes under.
pub fn mine(r: &mut Read<'_>, vote: ActId, person: PersonId) -> Result<Vec<i64>, Fault> {
    r.rows(MINE, params![vote, person], |row| row.int(0))
}

/// From an opening's apply: writes the roll, and holds it against what the record says of it.
pub(super) fn freeze(tx: &mut Tx<'_>, rec: &Recorded, v: &Vote, drawn: &Drawn) -> Result<(), Fault> {
    let vote = v.id;
    let roll_sha256 = numbered(&drawn.lines, v.voting)?.sha256().map_err(|why| Fault::bug(why.code()))?;
    let list = list_sha256(&drawn.lines);
    if roll_sha256 != rec.text("roll_sha256")? || list != rec.text("list_sha256")? {
        return Err(Fault::Damaged(format!("the roll of {vote} is not the one that was recorded")));
    }
    let area = rec.area();
    let units = i64::try_from(drawn.lines.len()).unwrap_or(i64::MAX);
    tx.exec(FREEZE, params![vote, area, rec.at(), list, roll_sha256, units, drawn.persons, drawn.size])?;
    for (sort, l) in (1i64..).zip(&drawn.lines) {
        let (kind, source) = (l.kind.name(), l.source.name());
        let (house, door) = (l.house.as_str(), l.door.as_str());
        let lot = drawn.lots.get(&l.no).copied();
        tx.exec(ADD_UNIT, params![vote, l.no, l.nth, area, l.unit, house, door, kind, l.size, source, sort, lot])?;
    }
    for (set, no) in &drawn.sets {
        tx.exec(ADD_SET, params![vote, *set, area, *no])?;
    }
    Ok(())
}
