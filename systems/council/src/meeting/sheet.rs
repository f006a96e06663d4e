//! 签到表的照片: the signed sheet is kept beside the list that was copied from it, for who runs the council only. It goes when the
//! names go.

use super::rules::{SHEETS_MAX, may_copy};
use super::{Refusal, ours, store};
use crate::course::Author;
use lianxin_base::ActId;
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;

/// 签到表的照片.
pub struct MeetingSheet {
    meeting: ActId,
    photos: Vec<Photo>,
}

impl Act for MeetingSheet {
    const KIND: &'static str = "council.meeting_sheet";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        crate::photos::leaf(leaf, None, &self.photos);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        let lines: Vec<&str> = rec.sealed("photo_files").map(|t| t.lines().collect()).unwrap_or_default();
        for n in 1..=rec.opt_int("photos")?.unwrap_or(0) {
            let line = usize::try_from(n - 1).ok().and_then(|at| lines.get(at));
            let photo: Option<Photo> = line.and_then(|line| line.parse().ok());
            store::add_sheet(tx, (rec.id(), n), (id, rec.area()), photo, rec.at())?;
        }
        tx.moved(format!("g-{id}"));
        Ok(())
    }
}

/// Keeps photos of the signed sheet.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn sheet(tx: &mut Tx<'_>, author: &Author, id: ActId, photos: &[Photo]) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    may_copy(m.state, tx.now(), m.starts)?;
    if store::sheets(tx, id)?.len() + photos.len() > SHEETS_MAX {
        return Err(Refusal::TooManySheets.into());
    }
    Ok(record(tx, author.head(m.area), &MeetingSheet { meeting: id, photos: photos.to_vec() })?)
}
