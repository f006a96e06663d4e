//! 第二种文字的标题: signs and notices carry a title in a second script where that is asked for. The office supplies it as a
//! picture; nothing here writes it.

pub(crate) mod pages;

use crate::notice::photo_leaf;
use crate::notice::store::{numbered, photo_of};
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId};
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx, params};
use lianxin_web::photos::Photo;

const OF: &str = "SELECT large, small, width, height FROM notice_board_title WHERE area = $1";
const SET: &str = "INSERT INTO notice_board_title(area, act, large, small, width, height) VALUES($1, $2, $3, $4, $5, $6) \
                   ON CONFLICT(area) DO UPDATE SET act = $2, large = $3, small = $4, width = $5, height = $6";
const FORGET: &str =
    "UPDATE notice_board_title SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
/// Every file a row names, with the act to be told when it is not whole.
pub const FILES: &str = "SELECT act, large FROM notice_board_title WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM notice_board_title WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] =
    &[("title_of", OF), ("title_set", SET), ("title_forget", FORGET), ("title_files", FILES)];

/// 换了第二种文字的标题.
struct SecondTitle {
    photos: Vec<Photo>,
}

impl Act for SecondTitle {
    const KIND: &'static str = "notice_board.second_title";

    fn leaf(&self, leaf: &mut Leaf) {
        photo_leaf(leaf, &self.photos);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let photo = numbered(rec)?.into_iter().find_map(|(_, photo)| photo);
        let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
        let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
        tx.exec(SET, params![rec.area(), rec.id(), large, small, width, height]).map(|_| ())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<SecondTitle>()]
}

/// The second title of an area: its own, else that of what it lies in.
///
/// # Errors
/// The database's trouble.
pub fn title_of(r: &mut Read<'_>, area: AreaId) -> Result<Option<(AreaId, Photo)>, Fault> {
    let above = find::ancestors(r, area)?.into_iter().map(|a| a.id);
    for at in std::iter::once(area).chain(above.collect::<Vec<_>>()) {
        if let Some(photo) = r.row(OF, params![at], |row| photo_of(row, 0))?.flatten() {
            return Ok(Some((at, photo)));
        }
    }
    Ok(None)
}

/// The same for sheets of all systems: its address and its files.
pub(crate) fn hung(r: &mut Read<'_>, area: AreaId) -> Result<Option<(String, Photo)>, Fault> {
    let Some((at, photo)) = title_of(r, area)? else { return Ok(None) };
    Ok(find::area(r, at)?.map(|a| (pages::address(&a.code), photo)))
}

/// Gives an area its second title.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn give(tx: &mut Tx<'_>, author: &Author, area: AreaId, photos: &[Photo]) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    let place = find::area(tx, area)?.is_some_and(|a| a.kind.is_place() && a.holds(today));
    if !place || !author.scope.covers(area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    let photo = photos.first().ok_or(Refusal::NoPhoto)?;
    Ok(record(tx, author.head(area), &SecondTitle { photos: vec![*photo] })?)
}

/// From an erasure's apply.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
