//! 连载: sheets that belong together carry the name of their series and their number in it. The first part names it, each
//! further one gets the next number, and a correction keeps the number of what it corrects.

use crate::refusal::Refusal;
use lianxin_base::{ActId, AreaId, Day};
use lianxin_journal::{Leaf, Recorded};
use lianxin_store::{Fault, Read, Tx, params};

/// Longest name.
pub(crate) const NAME_MAX: usize = 30;
/// So many series of a board are offered to be gone on with.
const OFFERED: i64 = 40;

const ADD: &str = "INSERT INTO notice_board_part(notice, area, series, part) VALUES($1, $2, $3, $4)";
const OF: &str = "SELECT p.series, p.part, p.area, t.value FROM notice_board_part p \
                  LEFT JOIN journal_text t ON t.act = p.series AND t.field = 'series' WHERE p.notice = $1";
const LAST: &str = "SELECT MAX(part) FROM notice_board_part WHERE area = $1 AND series = $2";
const ALL: &str = "SELECT p.series, MAX(p.part), MAX(t.value) FROM notice_board_part p \
                   LEFT JOIN journal_text t ON t.act = p.series AND t.field = 'series' \
                   WHERE p.area = $1 GROUP BY p.series ORDER BY p.series DESC LIMIT $2";
const PARTS: &str = "SELECT p.part, p.notice FROM notice_board_part p JOIN notice_board_notice n ON n.id = p.notice \
                     WHERE p.area = $1 AND p.series = $2 AND n.down_at IS NULL AND n.corrected_by IS NULL \
                     AND n.from_day <= $3 ORDER BY p.part, p.notice";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] =
    &[("part_add", ADD), ("part_of", OF), ("part_last", LAST), ("series_all", ALL), ("series_parts", PARTS)];

/// What a new sheet says of a series.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goes {
    /// It begins one of this name.
    Begins(String),
    /// It goes on with the one that this sheet began.
    On(ActId),
}

/// Which part of which series a sheet is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The sheet that began it.
    pub series: ActId,
    /// Its number.
    pub part: i64,
    /// Whose board.
    pub area: AreaId,
    /// What the series is called; empty once that was erased.
    pub name: String,
}

/// A place in a series, as an act carries it; the first part begins it and names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    series: Option<ActId>,
    part: i64,
    name: String,
}

impl Place {
    pub(crate) fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("series", self.series);
        leaf.int("part", self.part);
        if !self.name.is_empty() {
            leaf.seal("series", None, &self.name);
        }
    }
}

/// The place of a new sheet on this board.
pub(crate) fn place(r: &mut Read<'_>, area: AreaId, goes: &Goes) -> Result<Place, lianxin_store::Stop> {
    match goes {
        Goes::Begins(name) if name.is_empty() => Err(Refusal::NoSeriesName.into()),
        Goes::Begins(name) if lianxin_register::looks_like_id_number(name) => Err(Refusal::IdNumber.into()),
        Goes::Begins(name) => Ok(Place { series: None, part: 1, name: name.clone() }),
        Goes::On(series) => {
            let last = r.row(LAST, params![area, *series], |row| row.opt_int(0))?.flatten();
            let last = last.ok_or(Refusal::NoSeries)?;
            Ok(Place { series: Some(*series), part: last + 1, name: String::new() })
        }
    }
}

/// The place of what corrects a sheet: the same. A correction of the first part does not begin the series again.
pub(crate) fn same(r: &mut Read<'_>, old: ActId) -> Result<Option<Place>, Fault> {
    Ok(of(r, old)?.map(|p| Place { series: Some(p.series), part: p.part, name: String::new() }))
}

/// From an apply.
pub(crate) fn add(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let Some(part) = rec.opt_int("part")? else { return Ok(()) };
    let series: ActId = rec.opt_id_of("series")?.unwrap_or(rec.id());
    tx.exec(ADD, params![rec.id(), rec.area(), series, part]).map(|_| ())
}

/// Which part of which series a sheet is.
///
/// # Errors
/// The database's trouble.
pub fn of(r: &mut Read<'_>, notice: ActId) -> Result<Option<Part>, Fault> {
    r.row(OF, params![notice], |row| {
        Ok(Part { series: row.id(0)?, part: row.int(1)?, area: row.id(2)?, name: row.opt_text(3)?.unwrap_or_default() })
    })
}

/// The series of a board with how many parts each has, the newest first; one whose name was erased is not gone on with.
pub(crate) fn all(r: &mut Read<'_>, area: AreaId) -> Result<Vec<(ActId, i64, String)>, Fault> {
    let rows =
        r.rows(ALL, params![area, OFFERED], |row| Ok((row.id(0)?, row.int(1)?, row.opt_text(2)?.unwrap_or_default())))?;
    Ok(rows.into_iter().filter(|(_, _, name)| !name.is_empty()).collect())
}

/// Another part: its number and its sheet.
pub(crate) type Other = (i64, ActId);

/// The part before and the part behind it that hang or hung.
pub(crate) fn beside(r: &mut Read<'_>, at: &Part, on: Day) -> Result<[Option<Other>; 2], Fault> {
    let parts = r.rows(PARTS, params![at.area, at.series, on], |row| Ok((row.int(0)?, row.id::<ActId>(1)?)))?;
    let before = parts.iter().rfind(|(part, _)| *part < at.part).copied();
    Ok([before, parts.iter().find(|(part, _)| *part > at.part).copied()])
}
