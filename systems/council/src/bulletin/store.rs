//! The statements of bulletins.

use super::rules::Told;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT b.id, b.area, a.name, b.org, o.name, b.from_day, b.to_day, b.until_at, b.laid_at, b.hung_at \
             FROM council_bulletin b JOIN register_area a ON a.id = b.area JOIN register_org o ON o.id = b.org ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE b.id = $1");
const OF: &str = columns!("WHERE b.area = $1 AND b.to_day = $2 AND b.from_day = $3");
const HUNG: &str = columns!("WHERE b.hung_at IS NOT NULL ORDER BY b.hung_at DESC, b.id DESC LIMIT $1");
const LAID: &str =
    columns!("WHERE b.laid_at <= $2 AND (b.laid_at < $2 OR b.id < $3) ORDER BY b.laid_at DESC, b.id DESC LIMIT $1");
const ADD: &str = "INSERT INTO council_bulletin(id, area, org, from_day, to_day, until_at, laid_at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7)";
const ADD_LINE: &str = "INSERT INTO council_bulletin_line(bulletin, org, in_time, late, in_hand, back, solved, answers) \
                        VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const HANG: &str = "UPDATE council_bulletin SET hung_at = $2 WHERE id = $1";
const SAY: &str = "UPDATE council_bulletin_line SET said = $3 WHERE bulletin = $1 AND org = $2";
const LINES: &str = "SELECT l.org, o.name, l.in_time, l.late, l.in_hand, l.back, l.solved, l.answers, t.value \
                     FROM council_bulletin_line l JOIN register_org o ON o.id = l.org \
                     LEFT JOIN journal_text t ON t.act = l.said AND t.field = 'words' WHERE l.bulletin = $1";
const FORGET: &str = "DELETE FROM council_bulletin_line WHERE bulletin = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("bulletin_one", ONE),
    ("bulletin_of", OF),
    ("bulletin_hung", HUNG),
    ("bulletin_laid", LAID),
    ("bulletin_add", ADD),
    ("bulletin_add_line", ADD_LINE),
    ("bulletin_hang", HANG),
    ("bulletin_say", SAY),
    ("bulletin_lines", LINES),
    ("bulletin_forget", FORGET),
];

/// A bulletin as it stands.
#[derive(Clone, Debug)]
pub struct Bulletin {
    /// The act that laid it before those it names.
    pub id: ActId,
    /// Of where.
    pub area: AreaId,
    /// The area's name.
    pub area_name: String,
    /// Who laid it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Just after the last day to answer: from then on it may hang.
    pub until: Moment,
    /// When it was laid before them.
    pub laid_at: Moment,
    /// When it was hung.
    pub hung_at: Option<Moment>,
}

/// A line of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Whose.
    pub name: String,
    /// What it tells.
    pub told: Told,
    /// What they said to it.
    pub said: Option<String>,
}

fn bulletin(row: &Row<'_>) -> Result<Bulletin, Fault> {
    Ok(Bulletin {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org: row.id(3)?,
        org_name: row.text(4)?,
        from: row.day(5)?,
        to: row.day(6)?,
        until: row.moment(7)?,
        laid_at: row.moment(8)?,
        hung_at: row.opt_moment(9)?,
    })
}

/// A bulletin.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Bulletin>, Fault> {
    r.row(ONE, params![id], bulletin)
}

/// The one of an area and a time.
pub(crate) fn of(r: &mut Read<'_>, area: AreaId, (from, to): (Day, Day)) -> Result<Option<Bulletin>, Fault> {
    r.row(OF, params![area, to, from], bulletin)
}

/// Those that hang, the newest first.
pub(crate) fn hung(r: &mut Read<'_>, n: i64) -> Result<Vec<Bulletin>, Fault> {
    r.rows(HUNG, params![n], bulletin)
}

/// All before a moment and id, the newest first.
pub(crate) fn laid(r: &mut Read<'_>, n: i64, (at, id): (Moment, &str)) -> Result<Vec<Bulletin>, Fault> {
    r.rows(LAID, params![n, at, id], bulletin)
}

/// The lines of a bulletin, by name: no ranks.
pub fn lines(r: &mut Read<'_>, id: ActId) -> Result<Vec<Line>, Fault> {
    let mut all = r.rows(LINES, params![id], |row| {
        let columns = [row.int(2)?, row.int(3)?, row.int(4)?, row.int(5)?];
        let told = Told { org: row.id(0)?, columns, solved: row.int(6)?, answers: row.int(7)? };
        Ok(Line { name: row.text(1)?, told, said: row.opt_text(8)? })
    })?;
    all.sort_by(|a, b| (&a.name, a.told.org).cmp(&(&b.name, b.told.org)));
    Ok(all)
}

/// A new row.
pub(crate) struct NewRow {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) org: OrgId,
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) until: Moment,
    pub(crate) at: Moment,
}

pub(crate) fn add(tx: &mut Tx<'_>, b: &NewRow, lines: &[Told]) -> Result<(), Fault> {
    tx.exec(ADD, params![b.id, b.area, b.org, b.from, b.to, b.until, b.at])?;
    for line in lines {
        let [in_time, late, open, back] = line.columns;
        tx.exec(ADD_LINE, params![b.id, line.org, in_time, late, open, back, line.solved, line.answers])?;
    }
    Ok(())
}

pub(crate) fn hang(tx: &mut Tx<'_>, id: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(HANG, params![id, at]).map(|_| ())
}

pub(crate) fn say(tx: &mut Tx<'_>, id: ActId, org: OrgId, act: ActId) -> Result<(), Fault> {
    tx.exec(SAY, params![id, org, act]).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, id: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![id]).map(|_| ())
}
