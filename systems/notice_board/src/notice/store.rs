//! The statements of notices and their photos.

use super::rules::{Dates, lacks_proof, standing};
use crate::words::{Section, Sheet, Stage, Standing};
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT n.id, n.area, a.name, a.code, n.org, o.name, o.phone, n.kind, n.section, n.ground, n.from_day, n.to_day, \
             n.legal_until, n.words_act, n.posted_at, n.corrects, n.corrected_by, n.down_at, n.down_act, n.started, \
             n.ended, t.value FROM notice_board_notice n JOIN register_area a ON a.id = n.area \
             JOIN register_org o ON o.id = n.org \
             LEFT JOIN journal_text t ON t.act = n.words_act AND t.field = 'title' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE n.id = $1");
const AREA: &str = columns!(
    "WHERE n.area = $1 AND n.down_at IS NULL AND n.from_day >= $2 AND n.from_day <= $3 \
     AND (n.from_day < $4 OR (n.from_day = $4 AND n.id < $5)) ORDER BY n.from_day DESC, n.id DESC LIMIT $6"
);
const SECTION: &str = columns!(
    "WHERE n.area = $1 AND n.section = $7 AND n.down_at IS NULL AND n.from_day >= $2 AND n.from_day <= $3 \
     AND (n.from_day < $4 OR (n.from_day = $4 AND n.id < $5)) ORDER BY n.from_day DESC, n.id DESC LIMIT $6"
);
const IN_FORCE: &str = columns!(
    "WHERE n.area = $1 AND n.from_day <= $2 AND n.to_day >= $2 AND n.down_at IS NULL AND n.corrected_by IS NULL \
     ORDER BY n.from_day DESC, n.id DESC LIMIT $3"
);
const DESK: &str = columns!("WHERE n.area = $1 AND n.from_day >= $2 ORDER BY n.from_day DESC, n.id DESC LIMIT $3");
const POSTED: &str = "SELECT ground, MAX(from_day) FROM notice_board_notice \
                      WHERE area = $1 AND from_day <= $2 AND down_at IS NULL GROUP BY ground";
const ADD: &str = "INSERT INTO notice_board_notice(id, area, org, kind, section, ground, from_day, to_day, legal_until, \
                   words_act, posted_at, corrects) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $1, $10, $11)";
const CHANGE: &str = "UPDATE notice_board_notice SET section = $2, ground = $3, from_day = $4, to_day = $5, \
                      legal_until = $6, words_act = $7 WHERE id = $1";
const CORRECT: &str = "UPDATE notice_board_notice SET corrected_by = $2 WHERE id = $1";
const DOWN: &str = "UPDATE notice_board_notice SET down_at = $2, down_act = $3 WHERE id = $1";
const STARTED: &str = "UPDATE notice_board_notice SET started = $2 WHERE id = $1";
const ENDED: &str = "UPDATE notice_board_notice SET ended = $2 WHERE id = $1";
const TEXT: &str = "SELECT field, value FROM journal_text WHERE act = $1";
const ADD_PHOTO: &str = "INSERT INTO notice_board_photo(act, n, notice, area, stage, day, large, small, width, height, at) \
                         VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const PHOTOS: &str = "SELECT stage, day, large, small, width, height FROM notice_board_photo \
                      WHERE notice = $1 ORDER BY at, act, n";
const FORGET_PHOTO: &str =
    "UPDATE notice_board_photo SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
/// Every file a row names, with the act to be told when it is not whole.
pub const FILES: &str = "SELECT act, large FROM notice_board_photo WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM notice_board_photo WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("notice_one", ONE),
    ("notice_area", AREA),
    ("notice_section", SECTION),
    ("notice_in_force", IN_FORCE),
    ("notice_desk", DESK),
    ("notice_posted", POSTED),
    ("notice_add", ADD),
    ("notice_change", CHANGE),
    ("notice_correct", CORRECT),
    ("notice_down", DOWN),
    ("notice_started", STARTED),
    ("notice_ended", ENDED),
    ("notice_text", TEXT),
    ("photo_add", ADD_PHOTO),
    ("photo_of_notice", PHOTOS),
    ("photo_forget", FORGET_PHOTO),
    ("photo_files", FILES),
];

/// A notice as it stands.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The act that posted it.
    pub id: ActId,
    /// Whose board.
    pub area: AreaId,
    /// Its name.
    pub area_name: String,
    /// Its code, for addresses.
    pub area_code: String,
    /// Who posted it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// Their duty phone.
    pub org_phone: Option<String>,
    /// Notice, news, week.
    pub sheet: Sheet,
    /// Where on the board.
    pub section: Section,
    /// On what ground.
    pub ground: String,
    /// From when.
    pub from: Day,
    /// To when.
    pub to: Day,
    /// Until when by law.
    pub until: Option<Day>,
    /// The act that has its words.
    pub words_act: ActId,
    /// When it was entered.
    pub posted: Moment,
    /// What it corrects.
    pub corrects: Option<ActId>,
    /// What corrects it.
    pub corrected_by: Option<ActId>,
    /// When it was taken down.
    pub down: Option<Moment>,
    /// The act that did.
    pub down_act: Option<ActId>,
    /// The day of the photo of its start.
    pub started: Option<Day>,
    /// The day of the photo of its end.
    pub ended: Option<Day>,
    /// Its title; empty once it was erased.
    pub title: String,
}

impl Notice {
    pub(crate) const fn dates(&self) -> Dates {
        let (corrected, down) = (self.corrected_by.is_some(), self.down.is_some());
        Dates { from: self.from, to: self.to, until: self.until, corrected, down }
    }
    /// Where it stands on a day.
    pub fn standing(&self, on: Day) -> Standing {
        standing(self.dates(), on)
    }
    /// Whether its period is over and it lacks a photo.
    pub fn lacks_proof(&self, on: Day) -> bool {
        lacks_proof(self.dates(), (self.started.is_some(), self.ended.is_some()), on)
    }
}

fn notice(row: &Row<'_>) -> Result<Notice, Fault> {
    Ok(Notice {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        area_code: row.text(3)?,
        org: row.id(4)?,
        org_name: row.text(5)?,
        org_phone: row.opt_text(6)?,
        sheet: row.word(7)?,
        section: row.word(8)?,
        ground: row.text(9)?,
        from: row.day(10)?,
        to: row.day(11)?,
        until: row.opt_day(12)?,
        words_act: row.id(13)?,
        posted: row.moment(14)?,
        corrects: row.opt_id(15)?,
        corrected_by: row.opt_id(16)?,
        down: row.opt_moment(17)?,
        down_act: row.opt_id(18)?,
        started: row.opt_day(19)?,
        ended: row.opt_day(20)?,
        title: row.opt_text(21)?.unwrap_or_default(),
    })
}

/// One.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Notice>, Fault> {
    r.row(ONE, params![id], notice)
}

/// What is looked for on a board.
#[derive(Clone, Debug)]
pub struct Look {
    /// Whose board.
    pub area: AreaId,
    /// One section of it.
    pub section: Option<Section>,
    /// The first day.
    pub from: Day,
    /// The last day: today, at most.
    pub to: Day,
    /// Behind this one.
    pub after: Option<(Day, String)>,
    /// So many.
    pub n: i64,
}

/// What hangs or hung on a board, newest first; not what was taken down, nor what is to come.
pub fn list(r: &mut Read<'_>, look: &Look) -> Result<Vec<Notice>, Fault> {
    let (day, id) = look.after.clone().unwrap_or((look.to.plus(1), String::new()));
    match look.section {
        None => r.rows(AREA, params![look.area, look.from, look.to, day, id, look.n], notice),
        Some(section) => {
            r.rows(SECTION, params![look.area, look.from, look.to, day, id, look.n, section.name()], notice)
        }
    }
}

/// What hangs on a day, the newest first, however long it has hung.
pub(crate) fn in_force(r: &mut Read<'_>, area: AreaId, on: Day, n: i64) -> Result<Vec<Notice>, Fault> {
    r.rows(IN_FORCE, params![area, on, n], notice)
}

/// The newest of an area for its desk, those to come and taken down too.
pub(crate) fn desk(r: &mut Read<'_>, area: AreaId, from: Day, n: i64) -> Result<Vec<Notice>, Fault> {
    r.rows(DESK, params![area, from, n], notice)
}

/// When each ground was last posted on in an area.
pub(crate) fn posted(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<(String, Day)>, Fault> {
    r.rows(POSTED, params![area, on], |row| Ok((row.text(0)?, row.day(1)?)))
}

/// What was typed for a notice.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The words.
    pub words: String,
    /// Whom to ask.
    pub contact: String,
    /// Under the photos.
    pub caption: String,
    /// Who took them.
    pub credit: String,
    /// What is seen on each.
    pub alt: String,
    /// How and when those in them agreed.
    pub consent: String,
    /// Why it was taken down.
    pub reason: String,
}

/// The words of an act.
pub fn words(r: &mut Read<'_>, act: ActId) -> Result<Words, Fault> {
    let mut words = Words::default();
    for (field, value) in r.rows(TEXT, params![act], |row| Ok((row.text(0)?, row.text(1)?)))? {
        match field.as_str() {
            "words" => words.words = value,
            "contact" => words.contact = value,
            "caption" => words.caption = value,
            "credit" => words.credit = value,
            "alt" => words.alt = value,
            "consent" => words.consent = value,
            "reason" => words.reason = value,
            _ => {}
        }
    }
    Ok(words)
}

/// A photo of a notice.
#[derive(Clone, Copy, Debug)]
pub struct PhotoRow {
    /// What it shows.
    pub stage: Stage,
    /// When it was taken.
    pub day: Option<Day>,
    /// Its files; none if they were erased.
    pub photo: Option<Photo>,
}

pub(crate) fn photo_of(row: &Row<'_>, at: usize) -> Result<Option<Photo>, Fault> {
    let files = row.opt_id::<FileHash>(at)?.zip(row.opt_id::<FileHash>(at + 1)?);
    let side = |i: usize| -> Result<u32, Fault> {
        u32::try_from(row.opt_int(i)?.unwrap_or(0)).map_err(|_| Fault::Damaged(format!("column {i} holds no length")))
    };
    let (width, height) = (side(at + 2)?, side(at + 3)?);
    Ok(files.map(|(large, small)| Photo { large, small, width, height }))
}

/// All photos of a notice, in the order they came.
pub fn photos(r: &mut Read<'_>, id: ActId) -> Result<Vec<PhotoRow>, Fault> {
    r.rows(PHOTOS, params![id], |row| {
        Ok(PhotoRow { stage: row.word(0)?, day: row.opt_day(1)?, photo: photo_of(row, 2)? })
    })
}

/// From an apply: the photos an act brought.
pub(crate) fn brought(
    tx: &mut Tx<'_>,
    rec: &Recorded,
    notice: ActId,
    (stage, day): (Stage, Option<Day>),
) -> Result<(), Fault> {
    for (n, photo) in numbered(rec)? {
        let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
        let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
        let row = params![rec.id(), n, notice, rec.area(), stage.name(), day, large, small, width, height, rec.at()];
        tx.exec(ADD_PHOTO, row)?;
    }
    Ok(())
}

/// The photos of a recorded act with their numbers; without files once those were erased.
pub(crate) fn numbered(rec: &Recorded) -> Result<Vec<(i64, Option<Photo>)>, Fault> {
    let lines: Vec<&str> = rec.sealed("photo_files").map(|t| t.lines().collect()).unwrap_or_default();
    let of = |n: i64| usize::try_from(n - 1).ok().and_then(|at| lines.get(at)).and_then(|line| line.parse().ok());
    Ok((1..=rec.opt_int("photos")?.unwrap_or(0)).map(|n| (n, of(n))).collect())
}

/// What an act says of days and place.
pub(super) struct Said<'a> {
    pub(super) sheet: &'a str,
    pub(super) section: &'a str,
    pub(super) ground: &'a str,
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) until: Option<Day>,
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId, s: &Said<'_>) -> Result<(), Fault> {
    let corrects: Option<ActId> = rec.opt_id_of("corrects")?;
    let row =
        params![rec.id(), rec.area(), org, s.sheet, s.section, s.ground, s.from, s.to, s.until, rec.at(), corrects];
    tx.exec(ADD, row).map(|_| ())
}

pub(super) fn change(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, s: &Said<'_>) -> Result<(), Fault> {
    tx.exec(CHANGE, params![id, s.section, s.ground, s.from, s.to, s.until, rec.id()]).map(|_| ())
}

pub(super) fn correct(tx: &mut Tx<'_>, old: ActId, new: ActId) -> Result<(), Fault> {
    tx.exec(CORRECT, params![old, new]).map(|_| ())
}

pub(super) fn down(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    tx.exec(DOWN, params![id, rec.at(), rec.id()]).map(|_| ())
}

pub(crate) fn proved(tx: &mut Tx<'_>, id: ActId, end: bool, day: Day) -> Result<(), Fault> {
    tx.exec(if end { ENDED } else { STARTED }, params![id, day]).map(|_| ())
}

pub(crate) fn forget_photo(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_PHOTO, params![act]).map(|_| ())
}
