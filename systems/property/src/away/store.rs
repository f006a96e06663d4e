//! The statements of photos of signed papers.

use super::Why;
use lianxin_base::{ActId, Moment, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

macro_rules! columns {
    ($where:literal) => {
        concat!("SELECT act, vote, no, person, at, ended, large, small, width, height, why FROM property_away ", $where)
    };
}
const ONE: &str = columns!("WHERE act = $1");
const LIVE: &str = columns!("WHERE vote = $1 AND no = $2 AND ended = 0 ORDER BY at DESC, act DESC LIMIT 1");
const LAST: &str = columns!("WHERE vote = $1 AND no = $2 ORDER BY at DESC, act DESC LIMIT 1");
const WAITING: &str = columns!("WHERE vote = $1 AND ended = 0 ORDER BY no, at, act");
const ADD: &str = "INSERT INTO property_away(act, vote, no, area, person, at, large, small, width, height) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const REPLACE: &str = "UPDATE property_away SET ended = 1 WHERE vote = $1 AND no = $2 AND ended = 0";
const BACK: &str = "UPDATE property_away SET ended = 1, why = $2 WHERE act = $1";
const FORGET: &str = "UPDATE property_away SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
const FORGET_BY: &str = "UPDATE property_away SET person = NULL WHERE act = $1";
/// Every file a row names, with the act that brought it.
pub const FILES: &str = "SELECT act, large FROM property_away WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM property_away WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("away_one", ONE),
    ("away_live", LIVE),
    ("away_last", LAST),
    ("away_waiting", WAITING),
    ("away_add", ADD),
    ("away_replace", REPLACE),
    ("away_back", BACK),
    ("away_forget", FORGET),
    ("away_forget_by", FORGET_BY),
    ("away_files", FILES),
];

/// A photo of a signed paper.
#[derive(Clone, Debug)]
pub(crate) struct Away {
    pub(crate) act: ActId,
    pub(crate) vote: ActId,
    pub(crate) no: i64,
    /// Who sent it on the phone; nobody where the desk took it in, or once they are erased.
    pub(crate) person: Option<PersonId>,
    pub(crate) at: Moment,
    pub(crate) ended: bool,
    /// Why it was put back.
    pub(crate) why: Option<Why>,
    /// Its files; none once they were erased.
    pub(crate) photo: Option<Photo>,
}

fn away(row: &Row<'_>) -> Result<Away, Fault> {
    let files = row.opt_id::<FileHash>(6)?.zip(row.opt_id::<FileHash>(7)?);
    let pixels = |at| Ok::<_, Fault>(row.opt_int(at)?.and_then(|n| u32::try_from(n).ok()).unwrap_or(0));
    let (width, height) = (pixels(8)?, pixels(9)?);
    Ok(Away {
        act: row.id(0)?,
        vote: row.id(1)?,
        no: row.int(2)?,
        person: row.opt_id(3)?,
        at: row.moment(4)?,
        ended: row.flag(5)?,
        why: row.opt_text(10)?.and_then(|why| why.parse().ok()),
        photo: files.map(|(large, small)| Photo { large, small, width, height }),
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<Away>, Fault> {
    r.row(ONE, params![act], away)
}

/// The one of a number that is to be read, or was.
pub(crate) fn live(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<Away>, Fault> {
    r.row(LIVE, params![vote, no], away)
}

/// The newest of a number, put back or not.
pub(crate) fn last(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<Away>, Fault> {
    r.row(LAST, params![vote, no], away)
}

/// Those of a vote that nobody put back, by number.
pub(crate) fn waiting(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Away>, Fault> {
    r.rows(WAITING, params![vote], away)
}

/// From an apply: one came, and stands in place of the one before.
pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, person: Option<PersonId>) -> Result<(), Fault> {
    let (vote, no): (ActId, i64) = (rec.id_of("vote")?, rec.int("no")?);
    let photo: Option<Photo> = rec.sealed("photo_files").and_then(|line| line.parse().ok());
    let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
    let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
    tx.exec(REPLACE, params![vote, no])?;
    let row = params![rec.id(), vote, no, rec.area(), person, rec.at(), large, small, width, height];
    tx.exec(ADD, row).map(|_| ())
}

/// From an apply: it was put back.
pub(super) fn back(tx: &mut Tx<'_>, act: ActId, why: &str) -> Result<(), Fault> {
    tx.exec(BACK, params![act, why]).map(|_| ())
}

pub(crate) fn forget_photo(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

pub(super) fn forget_by(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_BY, params![act]).map(|_| ())
}
