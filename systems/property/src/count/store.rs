//! The statements of counts.

use lianxin_base::{ActId, Moment};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO property_count(vote, area, act, at, persons, size, file_sha256, outcome_sha256) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const OF: &str = "SELECT act, at, persons, size, file_sha256, outcome_sha256 FROM property_count WHERE vote = $1";
const HAND: &str = "INSERT INTO property_handed(act, vote, area, purpose, at) VALUES($1, $2, $3, $4, $5)";
const HANDED: &str = "SELECT count(*) FROM property_handed WHERE vote = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("count_add", ADD), ("count_of", OF), ("count_hand", HAND), ("count_handed", HANDED)];

/// A count.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The act.
    pub act: ActId,
    /// When.
    pub at: Moment,
    /// How many persons took part.
    pub persons: i64,
    /// 0.01 m² of theirs.
    pub size: i64,
    /// Hash of the file that was counted.
    pub file_sha256: String,
    /// Hash of the whole outcome.
    pub outcome_sha256: String,
}

/// The count of a vote, once there is one.
pub fn of(r: &mut Read<'_>, vote: ActId) -> Result<Option<Counted>, Fault> {
    r.row(OF, params![vote], |row| {
        Ok(Counted {
            act: row.id(0)?,
            at: row.moment(1)?,
            persons: row.int(2)?,
            size: row.int(3)?,
            file_sha256: row.text(4)?,
            outcome_sha256: row.text(5)?,
        })
    })
}

/// How often the file of a count was taken.
pub fn times_handed(r: &mut Read<'_>, vote: ActId) -> Result<i64, Fault> {
    Ok(r.row(HANDED, params![vote], |row| row.int(0))?.unwrap_or(0))
}

pub(super) fn counted(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    let (persons, size) = (rec.int("persons")?, rec.int("size")?);
    let (file, outcome) = (rec.text("file_sha256")?, rec.text("outcome_sha256")?);
    tx.exec(ADD, params![vote, rec.area(), rec.id(), rec.at(), persons, size, file, outcome]).map(|_| ())
}

pub(super) fn handed(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    tx.exec(HAND, params![rec.id(), vote, rec.area(), rec.text("purpose")?, rec.at()]).map(|_| ())
}
