//! The statements of signed count sheets.

use lianxin_base::{ActId, Day};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

const ADD: &str = "INSERT INTO property_signing(act, vote, area, day, callers, counters, watchers, same, at, large, small, \
                   width, height) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const LAST: &str = "SELECT s.day, s.callers, s.counters, s.watchers, s.same, s.large, s.small, s.width, s.height, \
                    c.value, n.value, w.value, x.value \
                    FROM property_signing s \
                    LEFT JOIN journal_text c ON c.act = s.act AND c.field = 'calls' \
                    LEFT JOIN journal_text n ON n.act = s.act AND n.field = 'counts' \
                    LEFT JOIN journal_text w ON w.act = s.act AND w.field = 'watches' \
                    LEFT JOIN journal_text x ON x.act = s.act AND x.field = 'words' \
                    WHERE s.vote = $1 ORDER BY s.at DESC, s.act DESC LIMIT 1";
const FORGET: &str =
    "UPDATE property_signing SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
/// Every file a row names, with the act that brought it.
pub const FILES: &str = "SELECT act, large FROM property_signing WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM property_signing WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("signing_add", ADD), ("signing_last", LAST), ("signing_forget", FORGET), ("signing_files", FILES)];

/// A signed count sheet.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) day: Day,
    /// How many called, counted and watched.
    pub(crate) many: [i64; 3],
    pub(crate) same: bool,
    pub(crate) photo: Option<Photo>,
    /// Their names, for the desk.
    pub(crate) names: [String; 3],
    pub(crate) words: String,
}

fn signed(row: &Row<'_>) -> Result<Signed, Fault> {
    let files = row.opt_id::<FileHash>(5)?.zip(row.opt_id::<FileHash>(6)?);
    let pixels = |at| Ok::<_, Fault>(row.opt_int(at)?.and_then(|n| u32::try_from(n).ok()).unwrap_or(0));
    let (width, height) = (pixels(7)?, pixels(8)?);
    let text = |at| Ok::<_, Fault>(row.opt_text(at)?.unwrap_or_default());
    Ok(Signed {
        day: row.day(0)?,
        many: [row.int(1)?, row.int(2)?, row.int(3)?],
        same: row.flag(4)?,
        photo: files.map(|(large, small)| Photo { large, small, width, height }),
        names: [text(9)?, text(10)?, text(11)?],
        words: text(12)?,
    })
}

/// The one that stands.
pub(crate) fn last(r: &mut Read<'_>, vote: ActId) -> Result<Option<Signed>, Fault> {
    r.row(LAST, params![vote], signed)
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let vote: ActId = rec.id_of("vote")?;
    let photo: Option<Photo> = rec.sealed("photo_files").and_then(|line| line.parse().ok());
    let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
    let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
    let day = crate::filing::day_of(rec, "day")?;
    let (callers, counters) = (rec.int("callers")?, rec.int("counters")?);
    let (watchers, same) = (rec.int("watchers")?, rec.int("same")?);
    let row = params![
        rec.id(),
        vote,
        rec.area(),
        day,
        callers,
        counters,
        watchers,
        same,
        rec.at(),
        large,
        small,
        width,
        height
    ];
    tx.exec(ADD, row).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
