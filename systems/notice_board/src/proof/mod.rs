//! 贴了的凭据: a dated photo of the physical board at the start and at the end of what hangs. For many people the sheet on the
//! wall is the notice, not this page.

pub(crate) mod pages;

use crate::clock::{END, START};
use crate::notice::rules::may_prove;
use crate::notice::{day_of, ours, photo_leaf, store};
use crate::notices;
use crate::words::{Author, Stage};
use lianxin_base::{ActId, Day};
use lianxin_journal::{Act, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;
use lianxin_work::Due;

/// 拍了板上的照片.
struct Proof {
    notice: ActId,
    end: bool,
    day: Day,
    /// It was said that nobody can be recognised in it.
    nobody: bool,
    photos: Vec<Photo>,
}

impl Act for Proof {
    const KIND: &'static str = "notice_board.proof";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("notice", self.notice);
        leaf.int("end", self.end);
        leaf.text("day", self.day);
        leaf.int("nobody", self.nobody);
        photo_leaf(leaf, &self.photos);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, end, day): (ActId, _, _) = (rec.id_of("notice")?, rec.int("end")? != 0, day_of(rec, "day")?);
        let stage = if end { Stage::End } else { Stage::Start };
        store::brought(tx, rec, id, (stage, Some(day)))?;
        store::proved(tx, id, end, day)?;
        lianxin_work::clear(tx, if end { END } else { START }, id, rec)
    }
}

/// 该去拍照了.
struct Reminder {
    notice: ActId,
    end: bool,
    timer: String,
}

impl Act for Reminder {
    const KIND: &'static str = "notice_board.reminder";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("notice", self.notice);
        leaf.int("end", self.end);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("notice")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let kind = if rec.int("end")? != 0 { notices::LAST_DAY } else { notices::FIRST_DAY };
        if let Some(n) = store::one(tx, id)? {
            lianxin_outbox::to_org(tx, rec, 1, n.org, kind, id)?;
        }
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Proof>(), Kind::of::<Reminder>()]
}

/// Keeps a photo of the physical board.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn prove(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    end: bool,
    (day, nobody, photos): (Day, bool, &[Photo]),
) -> Result<Receipt, Stop> {
    let (today, n) = (tx.now().day(), ours(tx, author, id)?);
    let given = if end { n.ended.is_some() } else { n.started.is_some() };
    may_prove(n.dates(), (end, given), day, today, (photos.len(), nobody))?;
    Ok(record(tx, author.head(n.area), &Proof { notice: id, end, day, nobody, photos: photos.to_vec() })?)
}

/// A day has come on which the board is photographed.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due, end: bool) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no notice: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &Reminder { notice: id, end, timer: due.id.clone() }).map(|_| ())?)
}
