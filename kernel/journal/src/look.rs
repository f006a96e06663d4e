//! Looking at the record.

use crate::record::{ADD, ADD_TEXT, NEXT};
use crate::{Receipt, by, erasure, open, verify};
use lianxin_base::{ActId, AreaId, Moment, OrgId, PersonId, SeatId};
use lianxin_store::{Fault, Log, Read, Row, params};
use std::collections::BTreeMap;

const LAST: &str = "SELECT at FROM journal_act ORDER BY seq DESC LIMIT 1";
const HOLDS: &str = "SELECT 1 FROM journal_act WHERE id = $1";
const BY_TOKEN: &str =
    "SELECT id, no, hash, at, CASE WHEN inner_leaf IS NULL THEN 0 ELSE 1 END FROM journal_act WHERE token = $1";
const BY_ID: &str =
    "SELECT id, no, hash, at, CASE WHEN inner_leaf IS NULL THEN 0 ELSE 1 END FROM journal_act WHERE id = $1";
const TEXT: &str = "SELECT value FROM journal_text WHERE act = $1 AND field = $2";
const TEXTS: &str = "SELECT field, value FROM journal_text WHERE act = $1";
const AUTHOR: &str = "SELECT value, subject FROM journal_text WHERE act = $1 AND field = 'by'";
const LENGTH: &str = "SELECT COALESCE(MAX(seq), 0) FROM journal_act";
const ENTRIES: &str = "SELECT seq, id, CASE WHEN inner_leaf IS NULL THEN kind ELSE 'sealed' END, \
                       CASE WHEN inner_leaf IS NULL THEN no ELSE NULL END, area, \
                       CASE WHEN inner_leaf IS NULL THEN org ELSE NULL END, at, hash \
                       FROM journal_act WHERE seq <= $1 ORDER BY seq DESC LIMIT $2";
const NARROWED: &str = "SELECT seq, id, kind, no, area, org, at, hash FROM journal_act \
                        WHERE seq <= $1 AND seq > $2 AND inner_leaf IS NULL AND kind LIKE $3 \
                        ORDER BY seq DESC LIMIT $4";
const AT: &str = "SELECT at FROM journal_act WHERE seq = $1";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("last", LAST),
    ("holds", HOLDS),
    ("by_token", BY_TOKEN),
    ("by_id", BY_ID),
    ("text", TEXT),
    ("texts", TEXTS),
    ("author", AUTHOR),
    ("sealed", open::SEALED),
    ("length", LENGTH),
    ("entries", ENTRIES),
    ("narrowed", NARROWED),
    ("at", AT),
    ("next", NEXT),
    ("add", ADD),
    ("add_text", ADD_TEXT),
    ("verify_acts", verify::ACTS),
    ("verify_texts", verify::TEXTS),
    ("verify_stray", verify::STRAY),
    ("erase", erasure::ERASE),
    ("of_person", erasure::OF_PERSON),
    ("erasures", erasure::ERASURES),
];

/// What the store asks of the record.
pub const fn log() -> Log {
    Log {
        last: |r| r.row(LAST, &[], |row| row.moment(0)),
        holds: |r, act| Ok(r.row(HOLDS, params![act], |row| row.int(0))?.is_some()),
    }
}

fn receipt_of(row: &Row<'_>) -> Result<Receipt, Fault> {
    let hash = row.blob(2)?.try_into().map_err(|_| Fault::Damaged("a leaf hash is not 32 bytes".into()))?;
    Ok(Receipt { act: row.id(0)?, no: row.opt_text(1)?, hash, at: row.moment(3)?, hidden: row.flag(4)? })
}

/// The receipt of the command that a form's token already caused.
pub fn already(r: &mut Read<'_>, token: &str) -> Result<Option<Receipt>, Fault> {
    r.row(BY_TOKEN, params![token], receipt_of)
}

/// The receipt of an act.
pub fn receipt(r: &mut Read<'_>, act: ActId) -> Result<Option<Receipt>, Fault> {
    r.row(BY_ID, params![act], receipt_of)
}

/// One text of an act; `None` if it was never given or has been erased.
pub fn text(r: &mut Read<'_>, act: ActId, field: &str) -> Result<Option<String>, Fault> {
    r.row(TEXT, params![act, field], |row| row.text(0))
}

/// All texts of an act by field.
pub fn texts(r: &mut Read<'_>, act: ActId) -> Result<BTreeMap<String, String>, Fault> {
    Ok(r.rows(TEXTS, params![act], |row| Ok((row.text(0)?, row.text(1)?)))?.into_iter().collect())
}

/// The seat an act was recorded from, and who held it then; `None` if no seat acted, or its name was erased.
pub fn author(r: &mut Read<'_>, act: ActId) -> Result<Option<(SeatId, Option<PersonId>)>, Fault> {
    let row = r.row(AUTHOR, params![act], |row| Ok((row.text(0)?, row.opt_id(1)?)))?;
    Ok(row.and_then(|(by, person)| Some((by::seat(&by)?, person))))
}

/// How many acts there are.
pub fn length(r: &mut Read<'_>) -> Result<i64, Fault> {
    Ok(r.row(LENGTH, &[], |row| row.int(0))?.unwrap_or(0))
}

/// One line of the public record.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Place in the record, from 1.
    pub seq: i64,
    /// The act.
    pub act: ActId,
    /// Its kind; `sealed` where its existence tells something about a household.
    pub kind: String,
    /// Its number.
    pub no: Option<String>,
    /// Where.
    pub area: AreaId,
    /// Which organisation.
    pub org: Option<OrgId>,
    /// When.
    pub at: Moment,
    /// Its leaf hash.
    pub hash: Vec<u8>,
}

/// The newest `n` entries up to place `upto`.
pub fn entries(r: &mut Read<'_>, upto: i64, n: i64) -> Result<Vec<Entry>, Fault> {
    r.rows(ENTRIES, params![upto, n], entry)
}

fn entry(row: &Row<'_>) -> Result<Entry, Fault> {
    Ok(Entry {
        seq: row.int(0)?,
        act: row.id(1)?,
        kind: row.text(2)?,
        no: row.opt_text(3)?,
        area: row.id(4)?,
        org: row.opt_id(5)?,
        at: row.moment(6)?,
        hash: row.blob(7)?,
    })
}

/// So many entries are looked through at once, so that no question costs more in a long record than in a short one.
pub const LOOKED: i64 = 5_000;

/// The newest `n` entries up to place `upto` that are of these areas, if any are named, and of kinds that begin so; only the
/// [`LOOKED`] before that place are looked through. Entries of hidden kinds are in none of these lists, for it would tell
/// what they are.
pub fn narrowed(
    r: &mut Read<'_>,
    upto: i64,
    n: usize,
    areas: Option<&[AreaId]>,
    kinds: &str,
) -> Result<Vec<Entry>, Fault> {
    let most = if areas.is_some() { LOOKED } else { i64::try_from(n).unwrap_or(LOOKED) };
    let mut found = r.rows(NARROWED, params![upto, upto - LOOKED, format!("{kinds}%"), most], entry)?;
    found.retain(|entry| areas.is_none_or(|areas| areas.contains(&entry.area)));
    found.truncate(n);
    Ok(found)
}

/// The last place whose time is before a moment; 0 if there is none. Times grow with the places but for a clock that was
/// set back.
pub fn last_before(r: &mut Read<'_>, end: Moment) -> Result<i64, Fault> {
    let (mut low, mut high) = (0, length(r)?);
    while low < high {
        let middle = low + (high - low + 1) / 2;
        match r.row(AT, params![middle], |row| row.moment(0))? {
            Some(at) if at < end => low = middle,
            _ => high = middle - 1,
        }
    }
    Ok(low)
}
