//! The statements of what was changed of a council, and of the photos of its sheet.

use crate::meeting::change::{Changed, read_changed};
use lianxin_base::{ActId, AreaId, MatterId, Moment};
use lianxin_store::{Fault, FileHash, Read, Tx, params};
use lianxin_web::photos::Photo;

const CHANGED: &str = "UPDATE council_meeting SET said = $2, starts_at = $3, ends_at = $4, write_by = $5 WHERE id = $1";
const EMPTY: &str = "DELETE FROM council_meeting_matter WHERE meeting = $1";
const FILL: &str = "INSERT INTO council_meeting_matter(meeting, n, area, matter) VALUES($1, $2, $3, $4)";
const ADD: &str =
    "INSERT INTO council_meeting_change(act, meeting, area, what, was_at, at) VALUES($1, $2, $3, $4, $5, $6)";
const ALL: &str = "SELECT what, was_at, at FROM council_meeting_change WHERE meeting = $1 ORDER BY at, act";
const ONE: &str = "SELECT meeting, what, was_at FROM council_meeting_change WHERE act = $1";
const ADD_SHEET: &str = "INSERT INTO council_meeting_sheet(act, n, meeting, area, large, small, width, height, at) \
                         VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const SHEETS: &str = "SELECT large, small, width, height FROM council_meeting_sheet \
                      WHERE meeting = $1 AND large IS NOT NULL ORDER BY at, act, n";
const FORGET_SHEET: &str =
    "UPDATE council_meeting_sheet SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
/// Every file a row names, with the act to be told when it is not whole.
pub const FILES: &str = "SELECT act, large FROM council_meeting_sheet WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM council_meeting_sheet WHERE small IS NOT NULL";
const SHEETS_BEFORE: &str = "SELECT DISTINCT t.act, t.field FROM council_meeting m \
                             JOIN council_meeting_sheet s ON s.meeting = m.id \
                             JOIN journal_text t ON t.act = s.act AND t.field = 'photo_files' \
                             WHERE coalesce(m.ended_at, m.ends_at) < $1 ORDER BY t.act, t.field LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("meeting_changed", CHANGED),
    ("meeting_empty", EMPTY),
    ("meeting_fill", FILL),
    ("meeting_add_change", ADD),
    ("meeting_changes", ALL),
    ("meeting_change", ONE),
    ("meeting_add_sheet", ADD_SHEET),
    ("meeting_sheets", SHEETS),
    ("meeting_forget_sheet", FORGET_SHEET),
    ("meeting_sheet_files", FILES),
    ("meeting_sheets_before", SHEETS_BEFORE),
];

/// From now on it is held then, and its place and words are those of this act.
pub(in crate::meeting) fn changed(
    tx: &mut Tx<'_>,
    (meeting, said): (ActId, ActId),
    (starts, ends): (Moment, Moment),
    write_by: Moment,
) -> Result<(), Fault> {
    tx.exec(CHANGED, params![meeting, said, starts, ends, write_by]).map(|_| ())
}

/// The agenda anew.
pub(in crate::meeting) fn agenda(
    tx: &mut Tx<'_>,
    meeting: ActId,
    area: AreaId,
    matters: &[MatterId],
) -> Result<(), Fault> {
    tx.exec(EMPTY, params![meeting])?;
    for (n, matter) in (1_i64..).zip(matters) {
        tx.exec(FILL, params![meeting, n, area, *matter])?;
    }
    Ok(())
}

pub(in crate::meeting) fn add_change(
    tx: &mut Tx<'_>,
    (act, meeting, area): (ActId, ActId, AreaId),
    what: &str,
    (was, at): (Moment, Moment),
) -> Result<(), Fault> {
    tx.exec(ADD, params![act, meeting, area, what, was, at]).map(|_| ())
}

/// A change of a council: what, when it was to begin before, and when it was changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changed.
    pub what: Vec<Changed>,
    /// When it was to begin.
    pub was: Moment,
    /// When.
    pub at: Moment,
}

/// Every change of a council, the first one first.
///
/// # Errors
/// The database's trouble.
pub fn changes(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<Change>, Fault> {
    r.rows(ALL, params![meeting], |row| {
        Ok(Change { what: read_changed(&row.text(0)?), was: row.moment(1)?, at: row.moment(2)? })
    })
}

/// The council an act changed, what of it, and when it was to begin before.
pub(crate) fn change_of(r: &mut Read<'_>, act: ActId) -> Result<Option<(ActId, Vec<Changed>, Moment)>, Fault> {
    r.row(ONE, params![act], |row| Ok((row.id(0)?, read_changed(&row.text(1)?), row.moment(2)?)))
}

pub(in crate::meeting) fn add_sheet(
    tx: &mut Tx<'_>,
    (act, n): (ActId, i64),
    (meeting, area): (ActId, AreaId),
    photo: Option<Photo>,
    at: Moment,
) -> Result<(), Fault> {
    let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
    let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
    tx.exec(ADD_SHEET, params![act, n, meeting, area, large, small, width, height, at]).map(|_| ())
}

/// The photos of a council's sheet that are still there.
pub(crate) fn sheets(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<Photo>, Fault> {
    let side = |n: i64| u32::try_from(n).map_err(|_| Fault::Damaged("a photo without a length".into()));
    r.rows(SHEETS, params![meeting], |row| {
        let (large, small): (FileHash, FileHash) = (row.id(0)?, row.id(1)?);
        Ok(Photo { large, small, width: side(row.int(2)?)?, height: side(row.int(3)?)? })
    })
}

pub(in crate::meeting) fn forget_sheet(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_SHEET, params![act]).map(|_| ())
}

/// The sheets of councils that were over before a moment: with the names the signatures go.
pub(crate) fn sheets_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(SHEETS_BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}
