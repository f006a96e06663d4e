//! The statements of a matter's photos.

use lianxin_base::{ActId, AreaId, MatterId, Moment};
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

macro_rules! photo_columns {
    () => {
        "act, n, matter, stage, large, small, width, height, published, shown_large, shown_small, mask"
    };
}

const ADD: &str = "INSERT INTO council_photo(act, n, matter, area, stage, large, small, width, height, at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const HIDE_ALL: &str = "UPDATE council_photo SET published = NULL, shown_large = NULL, shown_small = NULL, mask = NULL \
                        WHERE matter = $1";
const SHOW: &str = "UPDATE council_photo SET published = $4, shown_large = $5, shown_small = $6, mask = $7 \
                    WHERE act = $1 AND n = $2 AND matter = $3";
const OF_MATTER: &str =
    concat!("SELECT ", photo_columns!(), " FROM council_photo WHERE matter = $1 ORDER BY at, act, n");
const ONE: &str = concat!("SELECT ", photo_columns!(), " FROM council_photo WHERE act = $1 AND n = $2");
/// The files of photos an act brought, and of the copies an act showed, are named no more.
pub(crate) const FORGET_BROUGHT: &str =
    "UPDATE council_photo SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
pub(crate) const FORGET_SHOWN: &str =
    "UPDATE council_photo SET shown_large = NULL, shown_small = NULL, mask = NULL WHERE published = $1";
/// Every file a row names, with the act to be told when it is not whole.
pub const FILES: &str = "SELECT act, large FROM council_photo WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM council_photo WHERE small IS NOT NULL \
                         UNION ALL SELECT published, shown_large FROM council_photo WHERE shown_large IS NOT NULL \
                         UNION ALL SELECT published, shown_small FROM council_photo WHERE shown_small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("photo_add", ADD),
    ("photo_hide_all", HIDE_ALL),
    ("photo_show", SHOW),
    ("photo_forget_brought", FORGET_BROUGHT),
    ("photo_forget_shown", FORGET_SHOWN),
    ("photo_of_matter", OF_MATTER),
    ("photo_one", ONE),
    ("photo_files", FILES),
];

/// A photo of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoRow {
    /// The act that brought it.
    pub act: ActId,
    /// Its number in that act, from 1.
    pub n: i64,
    /// The matter.
    pub matter: MatterId,
    /// [`crate::photos::REPORTED`], [`crate::photos::SAID`] or [`crate::photos::DONE`].
    pub stage: String,
    /// As it was brought; none if it was erased.
    pub photo: Option<Photo>,
    /// The copy everybody may see, if one is published.
    pub shown: Option<Photo>,
    /// The cells blackened in that copy.
    pub mask: Vec<u32>,
}

fn photo(row: &Row<'_>) -> Result<PhotoRow, Fault> {
    let files = |large: usize| -> Result<Option<(FileHash, FileHash)>, Fault> {
        Ok(row.opt_id::<FileHash>(large)?.zip(row.opt_id::<FileHash>(large + 1)?))
    };
    let side = |i: usize| -> Result<u32, Fault> {
        u32::try_from(row.opt_int(i)?.unwrap_or(0)).map_err(|_| Fault::Damaged(format!("column {i} holds no length")))
    };
    let (width, height) = (side(6)?, side(7)?);
    let with_size = |(large, small)| Photo { large, small, width, height };
    Ok(PhotoRow {
        act: row.id(0)?,
        n: row.int(1)?,
        matter: row.id(2)?,
        stage: row.text(3)?,
        photo: files(4)?.map(with_size),
        shown: files(9)?.map(with_size),
        mask: row.opt_text(11)?.map(|text| crate::photos::mask_cells(&text)).unwrap_or_default(),
    })
}

/// The photos of a matter, in the order they came.
pub fn of_matter(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<PhotoRow>, Fault> {
    r.rows(OF_MATTER, params![matter], photo)
}

/// One photo.
pub fn one(r: &mut Read<'_>, act: ActId, n: i64) -> Result<Option<PhotoRow>, Fault> {
    r.row(ONE, params![act, n], photo)
}

/// A new row.
pub(crate) struct NewPhoto<'a> {
    pub(crate) act: ActId,
    pub(crate) n: i64,
    pub(crate) matter: MatterId,
    pub(crate) area: AreaId,
    pub(crate) stage: &'a str,
    pub(crate) photo: Option<Photo>,
    pub(crate) at: Moment,
}

pub(crate) fn add(tx: &mut Tx<'_>, p: &NewPhoto<'_>) -> Result<(), Fault> {
    let (large, small) = (p.photo.map(|p| p.large), p.photo.map(|p| p.small));
    let (width, height) = (p.photo.map(|p| p.width), p.photo.map(|p| p.height));
    tx.exec(ADD, params![p.act, p.n, p.matter, p.area, p.stage, large, small, width, height, p.at]).map(|_| ())
}

pub(crate) fn hide_all(tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    tx.exec(HIDE_ALL, params![matter]).map(|_| ())
}

/// The copy of a photo that everybody may see.
pub(crate) struct Shown<'a> {
    pub(crate) matter: MatterId,
    pub(crate) act: &'a str,
    pub(crate) n: i64,
    pub(crate) published: ActId,
    pub(crate) large: Option<&'a str>,
    pub(crate) small: Option<&'a str>,
    pub(crate) mask: Option<&'a str>,
}

pub(crate) fn show(tx: &mut Tx<'_>, s: &Shown<'_>) -> Result<(), Fault> {
    tx.exec(SHOW, params![s.act, s.n, s.matter, s.published, s.large, s.small, s.mask]).map(|_| ())
}
