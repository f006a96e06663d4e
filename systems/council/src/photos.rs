//! Photos of a matter: what an act brings, what of it everybody may see. Their files are named in sealed fields only, so
//! that the record commits to them and an erasure takes them along.

use crate::rules::Refusal;
use crate::store::photos as store;
use crate::store::photos::{NewPhoto, Shown};
use lianxin_base::{ActId, MatterId, PersonId};
use lianxin_journal::{Leaf, Recorded};
use lianxin_photo::Rect;
use lianxin_store::{Fault, FileHash, Stop, Tx};
use lianxin_web::photos::Photo;
use serde_json::Value;

/// What was brought in with the report.
pub const REPORTED: &str = "report";
/// What was brought while it was talked over.
pub const SAID: &str = "entry";
/// What was brought when the work was done.
pub const DONE: &str = "done";
/// A photo's longer side is parted into so many cells for masking, its shorter into so many.
pub const CELLS: (u32, u32) = (8, 6);

/// A photo a worker lets everybody see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPhoto {
    /// The act that brought it.
    pub act: ActId,
    /// Its number in that act.
    pub n: i64,
    /// The copy: masked, or the photo itself.
    pub large: FileHash,
    /// The same, small.
    pub small: FileHash,
    /// The cells that are blackened.
    pub mask: Vec<u32>,
}

/// The fields of an act that brings photos: how many, and, sealed, which files they are.
pub(crate) fn leaf(leaf: &mut Leaf, subject: Option<PersonId>, photos: &[Photo]) {
    if photos.is_empty() {
        return;
    }
    let lines: Vec<String> = photos.iter().map(ToString::to_string).collect();
    leaf.int("photos", i64::try_from(photos.len()).unwrap_or(i64::MAX));
    leaf.seal("photo_files", subject, &lines.join("\n"));
}

/// Writes the photos a recorded act brought.
pub(crate) fn brought(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId, stage: &str) -> Result<(), Fault> {
    let lines: Vec<&str> = rec.sealed("photo_files").map(|t| t.lines().collect()).unwrap_or_default();
    for n in 1..=rec.opt_int("photos")?.unwrap_or(0) {
        let line = usize::try_from(n - 1).ok().and_then(|at| lines.get(at));
        let photo: Option<Photo> = line.and_then(|line| line.parse().ok());
        store::add(tx, &NewPhoto { act: rec.id(), n, matter, area: rec.area(), stage, photo, at: rec.at() })?;
    }
    Ok(())
}

/// The fields of a publication: which photos, and, sealed, which copies of them.
pub(crate) fn shown_leaf(leaf: &mut Leaf, photos: &[ShownPhoto]) {
    if photos.is_empty() {
        return;
    }
    leaf.list("photos", photos.iter().map(|p| serde_json::json!([p.act.to_string(), p.n])).collect());
    let line = |p: &ShownPhoto| format!("{} {} {}", p.large, p.small, mask_text(&p.mask));
    leaf.seal("photo_files", None, &photos.iter().map(line).collect::<Vec<_>>().join("\n"));
}

/// Of all photos of the matter exactly these are seen by everybody from now on.
pub(crate) fn shown(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    store::hide_all(tx, matter)?;
    let lines: Vec<&str> = rec.sealed("photo_files").map(|t| t.lines().collect()).unwrap_or_default();
    for (at, named) in rec.list("photos")?.iter().enumerate() {
        let act = named.get(0).and_then(Value::as_str);
        let n = named.get(1).and_then(Value::as_i64);
        let (Some(act), Some(n)) = (act, n) else {
            return Err(Fault::Damaged(format!("{} names no proper photo", rec.id())));
        };
        let mut words = lines.get(at).map(|line| line.split(' ')).into_iter().flatten();
        let (large, small, mask) = (words.next(), words.next(), words.next());
        store::show(tx, &Shown { matter, act, n, published: rec.id(), large, small, mask })?;
    }
    Ok(())
}

/// Whether every photo a publication names is one of this matter.
pub(crate) fn are_there(tx: &mut Tx<'_>, matter: MatterId, photos: &[ShownPhoto]) -> Result<(), Stop> {
    let there = store::of_matter(tx, matter)?;
    let known = |p: &ShownPhoto| there.iter().any(|t| (t.act, t.n) == (p.act, p.n) && t.photo.is_some());
    if photos.iter().all(known) { Ok(()) } else { Err(Refusal::MovedMeanwhile.into()) }
}

/// Whether one of these came with the report: it is the reporter's, not a photo of the work done.
pub(crate) fn of_report(tx: &mut Tx<'_>, matter: MatterId, photos: &[ShownPhoto]) -> Result<bool, Fault> {
    let there = store::of_matter(tx, matter)?;
    let own = |p: &ShownPhoto| there.iter().any(|t| (t.act, t.n) == (p.act, p.n) && t.stage == REPORTED);
    Ok(photos.iter().any(own))
}

/// Cells as they are written down: `3,4,11`, or a stroke for none.
fn mask_text(cells: &[u32]) -> String {
    if cells.is_empty() {
        return "-".into();
    }
    cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// The cells again.
pub fn mask_cells(text: &str) -> Vec<u32> {
    text.split(',').filter_map(|cell| cell.parse().ok()).collect()
}

/// How many columns and rows of cells lie over a photo.
pub const fn grid(width: u32, height: u32) -> (u32, u32) {
    let (long, short) = CELLS;
    if width >= height { (long, short) } else { (short, long) }
}

/// The rectangles that cells cover, in thousandths, rounded outwards; cells that are none of the photo's are left out.
pub fn rects(photo: &Photo, cells: &[u32]) -> Vec<Rect> {
    let (columns, rows) = grid(photo.width, photo.height);
    let span = |at: u32, of: u32| {
        let (from, to) = (at * 1000 / of, ((at + 1) * 1000).div_ceil(of));
        (from as u16, (to - from) as u16)
    };
    let within = cells.iter().filter(|cell| **cell < columns * rows);
    within
        .map(|cell| {
            let ((x, w), (y, h)) = (span(cell % columns, columns), span(cell / columns, rows));
            Rect { x, y, w, h }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> Photo {
        let hash = FileHash::of(b"x");
        Photo { large: hash, small: hash, width, height }
    }

    #[test]
    fn cells_lie_side_by_side_and_cover_the_whole() {
        for (size, first, last, count) in [
            ((1600, 1200), (0, 0, 125, 167), (875, 833, 125, 167), 48),
            ((1200, 1600), (0, 0, 167, 125), (833, 875, 167, 125), 48),
            ((100, 100), (0, 0, 125, 167), (875, 833, 125, 167), 48),
        ] {
            let all: Vec<u32> = (0..60).collect();
            let rects = rects(&photo(size.0, size.1), &all);
            let plain = |r: &Rect| (r.x, r.y, r.w, r.h);
            assert_eq!((rects.len(), plain(&rects[0]), plain(&rects[47])), (count, first, last), "{size:?}");
        }
        assert!(rects(&photo(4, 3), &[]).is_empty());
    }

    #[test]
    fn cells_are_written_down_and_read_again() {
        for cells in [vec![], vec![0], vec![3, 4, 11]] {
            assert_eq!(mask_cells(&mask_text(&cells)), cells);
        }
    }
}
