//! The statements of tallies of an official system.

use super::rules::{Taken, Total, What};
use super::sheet::unwritten;
use crate::ballot::store::{BallotRow, Superseded};
use crate::ballot::{Channel, rules::read};
use lianxin_base::{ActId, Day, Moment};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, FileHash, Read, Row, Tx, params};
use lianxin_web::photos::Photo;

const ADD: &str = "INSERT INTO property_official(act, vote, area, what, seat, person, day, digest, owners, outside, file, \
                   large, small, width, height, at, counts) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
const LIVE: &str = "SELECT o.act, o.what, o.seat, o.person, o.day, o.digest, o.owners, o.outside, o.file, o.large, o.small, o.width, \
                    o.height, o.at, o.counts, o.asked, s.value, f.value, x.value \
                    FROM property_official o \
                    LEFT JOIN journal_text s ON s.act = o.act AND s.field = 'source' \
                    LEFT JOIN journal_text f ON f.act = o.act AND f.field = 'reference' \
                    LEFT JOIN journal_text x ON x.act = o.act AND x.field = 'outside' \
                    WHERE o.vote = $1 AND o.void = 0 ORDER BY o.at, o.act";
// What its own worker takes in anew.
const ANEW: &str = "UPDATE property_official SET void = 2 WHERE vote = $1 AND void = 0 AND (seat = $2 OR person = $3)";
const ASK: &str = "UPDATE property_official SET asked = 1 WHERE vote = $1 AND void = 0 AND (seat = $2 OR person = $3)";
const VOID: &str = "UPDATE property_official SET void = 1 WHERE vote = $1 AND void = 0";
const ADD_LINE: &str =
    "INSERT INTO property_official_line(vote, no, area, act, marks, at) VALUES($1, $2, $3, $4, $5, $6)";
const LINES: &str = "SELECT no, act, marks, at FROM property_official_line WHERE vote = $1 ORDER BY no";
const LINE: &str = "SELECT no, act, marks, at FROM property_official_line WHERE vote = $1 AND no = $2";
const DROP_LINES: &str = "DELETE FROM property_official_line WHERE vote = $1";
const ADD_TOTAL: &str = "INSERT INTO property_official_total(vote, n, area, yes_persons, yes_size, no_persons, no_size, \
                         abstain_persons, abstain_size) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const TOTALS: &str = "SELECT yes_persons, yes_size, no_persons, no_size, abstain_persons, abstain_size \
                      FROM property_official_total WHERE vote = $1 ORDER BY n";
const DROP_TOTALS: &str = "DELETE FROM property_official_total WHERE vote = $1";
const FORGET: &str =
    "UPDATE property_official SET large = NULL, small = NULL, width = NULL, height = NULL WHERE act = $1";
const FORGET_BY: &str = "UPDATE property_official SET person = NULL WHERE act = $1";
/// Every file a row names, with the act that brought it.
pub const FILES: &str = "SELECT act, file FROM property_official WHERE file IS NOT NULL \
                         UNION ALL SELECT act, large FROM property_official WHERE large IS NOT NULL \
                         UNION ALL SELECT act, small FROM property_official WHERE small IS NOT NULL";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("official_add", ADD),
    ("official_live", LIVE),
    ("official_anew", ANEW),
    ("official_ask", ASK),
    ("official_void", VOID),
    ("official_add_line", ADD_LINE),
    ("official_lines", LINES),
    ("official_line", LINE),
    ("official_drop_lines", DROP_LINES),
    ("official_add_total", ADD_TOTAL),
    ("official_totals", TOTALS),
    ("official_drop_totals", DROP_TOTALS),
    ("official_forget", FORGET),
    ("official_forget_by", FORGET_BY),
    ("official_files", FILES),
];

/// A tally as one person took it in.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) taken: Taken,
    pub(crate) source: String,
    pub(crate) reference: String,
    pub(crate) day: Day,
    /// Owners who voted there.
    pub(crate) owners: i64,
    /// Rows of who is not on the roll, and what stood there.
    pub(crate) outside: i64,
    pub(crate) outside_words: String,
    pub(crate) file: Option<FileHash>,
    pub(crate) photo: Option<Photo>,
    pub(crate) at: Moment,
    pub(crate) counts: bool,
}

fn tally(row: &Row<'_>) -> Result<Tally, Fault> {
    let files = row.opt_id::<FileHash>(9)?.zip(row.opt_id::<FileHash>(10)?);
    let pixels = |at| Ok::<_, Fault>(row.opt_int(at)?.and_then(|n| u32::try_from(n).ok()).unwrap_or(0));
    let (width, height) = (pixels(11)?, pixels(12)?);
    let what: What = row.word(1)?;
    Ok(Tally {
        taken: Taken { what, seat: row.id(2)?, person: row.opt_id(3)?, digest: row.text(5)?, asked: row.flag(15)? },
        day: row.day(4)?,
        owners: row.int(6)?,
        outside: row.int(7)?,
        file: row.opt_id(8)?,
        photo: files.map(|(large, small)| Photo { large, small, width, height }),
        at: row.moment(13)?,
        counts: row.flag(14)?,
        source: row.opt_text(16)?.unwrap_or_default(),
        reference: row.opt_text(17)?.unwrap_or_default(),
        outside_words: row.opt_text(18)?.unwrap_or_default(),
    })
}

/// What was taken in and is not set aside: at most two.
pub(crate) fn live(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Tally>, Fault> {
    r.rows(LIVE, params![vote], tally)
}

/// The tally that counts, since two people took in the same.
pub(crate) fn counting(r: &mut Read<'_>, vote: ActId) -> Result<Option<Tally>, Fault> {
    Ok(live(r, vote)?.into_iter().find(|t| t.counts))
}

fn ballot(row: &Row<'_>) -> Result<BallotRow, Fault> {
    let marks = read(&row.text(2)?).ok_or_else(|| Fault::Damaged("an official line holds an unknown mark".into()))?;
    let superseded = Superseded::default();
    Ok(BallotRow {
        no: row.int(0)?,
        act: row.id(1)?,
        channel: Channel::Official,
        marks,
        at: row.moment(3)?,
        superseded,
    })
}

/// What was cast there.
pub(crate) fn lines(r: &mut Read<'_>, vote: ActId) -> Result<Vec<BallotRow>, Fault> {
    r.rows(LINES, params![vote], ballot)
}

/// What was cast there for a number.
pub(crate) fn line(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<BallotRow>, Fault> {
    r.row(LINE, params![vote, no], ballot)
}

/// Matter by matter, where totals are all there is.
pub(crate) fn totals(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Total>, Fault> {
    r.rows(TOTALS, params![vote], |row| {
        Ok([(row.int(0)?, row.int(1)?), (row.int(2)?, row.int(3)?), (row.int(4)?, row.int(5)?)])
    })
}

/// From an apply: somebody took it in; where by that two did, what it says counts.
pub(super) fn take(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let (vote, seat, person): (ActId, _, _) = (rec.id_of("vote")?, rec.text("seat")?, rec.subject("by"));
    let photo: Option<Photo> = rec.sealed("photo_files").and_then(|line| line.parse().ok());
    let (large, small) = (photo.map(|p| p.large), photo.map(|p| p.small));
    let (width, height) = (photo.map(|p| p.width), photo.map(|p| p.height));
    let day: Day = crate::filing::day_of(rec, "day")?;
    let file = rec.opt_text("file")?;
    let (what, digest, counts) = (rec.text("what")?, rec.text("digest")?, rec.int("counts")?);
    tx.exec(ANEW, params![vote, seat, person])?;
    let (owners, outside) = (rec.int("owners")?, rec.int("outside_rows")?);
    let row = params![
        rec.id(),
        vote,
        rec.area(),
        what,
        seat,
        person,
        day,
        digest,
        owners,
        outside,
        file,
        large,
        small,
        width,
        height,
        rec.at(),
        counts
    ];
    tx.exec(ADD, row)?;
    if counts == 0 {
        return Ok(());
    }
    for (no, marks) in unwritten(rec.sealed("lines").unwrap_or_default()) {
        tx.exec(ADD_LINE, params![vote, no, rec.area(), rec.id(), marks, rec.at()])?;
    }
    for (n, all) in (1i64..).zip(unpacked(rec)?) {
        let [(yp, ys), (np, ns), (ap, size)] = all;
        tx.exec(ADD_TOTAL, params![vote, n, rec.area(), yp, ys, np, ns, ap, size])?;
    }
    Ok(())
}

/// The totals of an act: six numbers a matter.
fn unpacked(rec: &Recorded) -> Result<Vec<Total>, Fault> {
    if !rec.has("totals") {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = rec.list("totals")?.iter().filter_map(serde_json::Value::as_i64).collect();
    Ok(numbers.chunks_exact(6).map(|six| [(six[0], six[1]), (six[2], six[3]), (six[4], six[5])]).collect())
}

/// From an apply: it is set aside, and what counted by it.
pub(super) fn void(tx: &mut Tx<'_>, vote: ActId) -> Result<(), Fault> {
    tx.exec(VOID, params![vote])?;
    tx.exec(DROP_LINES, params![vote])?;
    tx.exec(DROP_TOTALS, params![vote]).map(|_| ())
}

/// From an apply: one of the two asks for that.
pub(super) fn ask(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    tx.exec(ASK, params![vote, rec.text("seat")?, rec.subject("by")]).map(|_| ())
}

pub(crate) fn forget_photo(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

pub(crate) fn forget_by(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_BY, params![act]).map(|_| ())
}
