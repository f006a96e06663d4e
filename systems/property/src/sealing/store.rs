//! The statements of boxes.

use super::What;
use lianxin_base::{ActId, Moment};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

const ADD: &str = "INSERT INTO property_box(act, vote, area, box, what, at, large, small, width, height) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const ALL: &str = "SELECT b.act, b.box, b.what, b.at, b.large, b.small, b.width, b.height, p.value, w.value \
                   FROM property_box b \
                   LEFT JOIN journal_text p ON p.act = b.act AND p.field = 'place' \
                   LEFT JOIN journal_text w ON w.act = b.act AND w.field = 'people' \
                   WHERE b.vote = $1 ORDER BY b.box, b.at, b.act";
const FORGET: &str = "UPDATE property_box SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
/// Every file a row names, with the act that brought it.
pub const FILES: &str = "SELECT act, large FROM property_box WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM property_box WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("box_add", ADD), ("box_all", ALL), ("box_forget", FORGET), ("box_files", FILES)];

/// What was done with a box.
#[derive(Clone, Debug)]
pub(crate) struct BoxRow {
    pub(crate) act: ActId,
    pub(crate) number: i64,
    pub(crate) what: What,
    pub(crate) at: Moment,
    pub(crate) photo: Option<Photo>,
    pub(crate) place: String,
    pub(crate) people: String,
}

fn one(row: &Row<'_>) -> Result<BoxRow, Fault> {
    let files = row.opt_id::<FileHash>(4)?.zip(row.opt_id::<FileHash>(5)?);
    let pixels = |at| Ok::<_, Fault>(row.opt_int(at)?.and_then(|n| u32::try_from(n).ok()).unwrap_or(0));
    let (width, height) = (pixels(6)?, pixels(7)?);
    Ok(BoxRow {
        act: row.id(0)?,
        number: row.int(1)?,
        what: row.word(2)?,
        at: row.moment(3)?,
        photo: files.map(|(large, small)| Photo { large, small, width, height }),
        place: row.opt_text(8)?.unwrap_or_default(),
        people: row.opt_text(9)?.unwrap_or_default(),
    })
}

/// What was done with the boxes of a vote, box by box.
pub(crate) fn all(r: &mut Read<'_>, vote: ActId) -> Result<Vec<BoxRow>, Fault> {
    r.rows(ALL, params![vote], one)
}

/// Whether a box of a vote is sealed still.
pub(crate) fn sealed(r: &mut Read<'_>, vote: ActId) -> Result<bool, Fault> {
    let all = all(r, vote)?;
    Ok((1..).zip(&all).any(|(next, b)| {
        let last = all.get(next).is_none_or(|after| after.number != b.number);
        last && b.what == What::Sealed
    }))
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let vote: ActId = rec.id_of("vote")?;
    let photo: Option<Photo> = rec.sealed("photo_files").and_then(|line| line.parse().ok());
    let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
    let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
    let (number, at) = (rec.int("box")?, rec.moment("when")?);
    let row = params![rec.id(), vote, rec.area(), number, rec.text("what")?, at, large, small, width, height];
    tx.exec(ADD, row).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
