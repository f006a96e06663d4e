//! The statements of emergencies.

use super::{Danger, Part};
use crate::filing::day_of;
use lianxin_base::{ActId, AreaId, Day, Fen, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT u.id, u.area, a.name, o.name, u.danger, u.day, u.most, u.posted, u.street, u.authority, s.name, h.name, \
             u.noted_at, u.done_day, u.cost, u.until_day, p.value, f.value, w.value, r.value, d.value, u.org, u.off, u.off_at, \
             x.value \
             FROM property_urgent u JOIN register_area a ON a.id = u.area JOIN register_org o ON o.id = u.org \
             LEFT JOIN register_org s ON s.id = u.street LEFT JOIN register_org h ON h.id = u.authority \
             LEFT JOIN journal_text p ON p.act = COALESCE(u.entry, u.id) AND p.field = 'place' \
             LEFT JOIN journal_text f ON f.act = COALESCE(u.entry, u.id) AND f.field = 'found' \
             LEFT JOIN journal_text w ON w.act = COALESCE(u.entry, u.id) AND w.field = 'words' \
             LEFT JOIN journal_text r ON r.act = u.id AND r.field = 'article' \
             LEFT JOIN journal_text d ON d.act = u.done AND d.field = 'words' \
             LEFT JOIN journal_text x ON x.act = u.off AND x.field = 'reason' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE u.id = $1");
const ALL: &str = columns!("ORDER BY u.noted_at DESC, u.id DESC LIMIT $1");
const IN_AREA: &str = columns!("WHERE u.area = $2 ORDER BY u.noted_at DESC, u.id DESC LIMIT $1");
const ADD: &str = "INSERT INTO property_urgent(id, area, org, danger, day, most, posted, street, authority, noted_at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const DONE: &str = "UPDATE property_urgent SET done = $2, done_day = $3, cost = $4, until_day = $5 WHERE id = $1";

const ENTRY: &str = "UPDATE property_urgent SET entry = $2, day = $3, most = $4 WHERE id = $1";
const OFF: &str = "UPDATE property_urgent SET off = $2, off_at = $3 WHERE id = $1";
const STOOD: &str = "SELECT COALESCE(entry, id), day, most, done, done_day, cost FROM property_urgent WHERE id = $1";
const BEFORE: &str = "INSERT INTO property_urgent_mended(act, urgent, area, part, before, day, sum, at) \
                      VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const MENDED: &str = "SELECT m.part, m.day, m.sum, m.at, w.value, y.value, p.value FROM property_urgent_mended m \
                      LEFT JOIN journal_text w ON w.act = m.before AND w.field = 'words' \
                      LEFT JOIN journal_text p ON p.act = m.before AND p.field = 'place' \
                      LEFT JOIN journal_text y ON y.act = m.act AND y.field = 'reason' \
                      WHERE m.urgent = $1 ORDER BY m.at, m.act";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("urgent_one", ONE),
    ("urgent_list", ALL),
    ("urgent_in_area", IN_AREA),
    ("urgent_add", ADD),
    ("urgent_done", DONE),
    ("urgent_entry", ENTRY),
    ("urgent_off", OFF),
    ("urgent_stood", STOOD),
    ("urgent_before", BEFORE),
    ("urgent_mended", MENDED),
];

/// An emergency as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Urgent {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) area_name: String,
    pub(crate) org_name: String,
    pub(crate) danger: Danger,
    /// When it was found.
    pub(crate) day: Day,
    /// At most so much is used.
    pub(crate) most: Fen,
    /// For so many days it hangs out once it is settled.
    pub(crate) posted: i64,
    /// Street and authority that were told, where there are any.
    pub(crate) told: [Option<(OrgId, String)>; 2],
    pub(crate) noted: Moment,
    pub(crate) settled: Option<Settled>,
    pub(crate) place: String,
    pub(crate) found: String,
    pub(crate) words: String,
    pub(crate) article: String,
    /// Who noted it.
    pub(crate) org: OrgId,
    /// Withdrawn: why, and when.
    pub(crate) off: Option<(String, Moment)>,
}

/// Its account.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) day: Day,
    pub(crate) cost: Fen,
    /// The last day it hangs out.
    pub(crate) until: Day,
    pub(crate) words: String,
}

fn urgent(row: &Row<'_>) -> Result<Urgent, Fault> {
    let text = |at| Ok::<_, Fault>(row.opt_text(at)?.unwrap_or_default());
    let told = |id, name| Ok::<_, Fault>(row.opt_id::<OrgId>(id)?.zip(row.opt_text(name)?));
    let settled = match (row.opt_day(13)?, row.opt_int(14)?, row.opt_day(15)?) {
        (Some(day), Some(cost), Some(until)) => Some(Settled { day, cost: Fen(cost), until, words: text(20)? }),
        _ => None,
    };
    Ok(Urgent {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org_name: row.text(3)?,
        danger: row.word(4)?,
        day: row.day(5)?,
        most: Fen(row.int(6)?),
        posted: row.int(7)?,
        told: [told(8, 10)?, told(9, 11)?],
        noted: row.moment(12)?,
        settled,
        place: text(16)?,
        found: text(17)?,
        words: text(18)?,
        article: text(19)?,
        org: row.id(21)?,
        off: match row.opt_text(22)? {
            Some(_) => Some((text(24)?, row.moment(23)?)),
            None => None,
        },
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Urgent>, Fault> {
    r.row(ONE, params![id], urgent)
}

/// The newest ones, of one compound where one is named.
pub(crate) fn all(r: &mut Read<'_>, area: Option<AreaId>, n: i64) -> Result<Vec<Urgent>, Fault> {
    match area {
        None => r.rows(ALL, params![n], urgent),
        Some(area) => r.rows(IN_AREA, params![n, area], urgent),
    }
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId) -> Result<(), Fault> {
    let (day, street, authority) =
        (day_of(rec, "day")?, rec.opt_id_of::<OrgId>("street")?, rec.opt_id_of::<OrgId>("authority")?);
    let (danger, most, posted) = (rec.text("danger")?, rec.int("most")?, rec.int("posted")?);
    let values = params![rec.id(), rec.area(), org, danger, day, most, posted, street, authority, rec.at()];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn done(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    let (day, until) = (day_of(rec, "day")?, day_of(rec, "until")?);
    tx.exec(DONE, params![id, rec.id(), day, rec.int("cost")?, until]).map(|_| ())
}

/// What stood before a correction.
#[derive(Clone, Debug)]
pub(crate) struct Mended {
    pub(crate) part: Part,
    pub(crate) day: Day,
    pub(crate) sum: Fen,
    pub(crate) at: Moment,
    pub(crate) words: String,
    /// Where, of an entry.
    pub(crate) place: String,
    /// Why it was put right.
    pub(crate) reason: String,
}

/// Its corrections, the first one first.
pub(crate) fn mended(r: &mut Read<'_>, id: ActId) -> Result<Vec<Mended>, Fault> {
    r.rows(MENDED, params![id], |row| {
        Ok(Mended {
            part: row.word(0)?,
            day: row.day(1)?,
            sum: Fen(row.int(2)?),
            at: row.moment(3)?,
            words: row.opt_text(4)?.unwrap_or_default(),
            reason: row.opt_text(5)?.unwrap_or_default(),
            place: row.opt_text(6)?.unwrap_or_default(),
        })
    })
}

/// From an apply: what stood is kept, and what is right stands.
pub(super) fn mend(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    let account = rec.text("part")? == Part::Account.name();
    let stood = tx.row(STOOD, params![id], |row| {
        let entry = (row.text(0)?, row.day(1)?, row.int(2)?);
        let done = row.opt_text(3)?.zip(row.opt_day(4)?).zip(row.opt_int(5)?);
        Ok(if account { done.map(|((act, day), cost)| (act, day, cost)) } else { Some(entry) })
    })?;
    let lacks = || Fault::Damaged(format!("{} puts right what is not there", rec.id()));
    let (before, day, sum) = stood.flatten().ok_or_else(lacks)?;
    tx.exec(BEFORE, params![rec.id(), id, rec.area(), rec.text("part")?, before, day, sum, rec.at()])?;
    let (day, sum) = (day_of(rec, "day")?, rec.int("sum")?);
    if account {
        return tx.exec(DONE, params![id, rec.id(), day, sum, day_of(rec, "until")?]).map(|_| ());
    }
    tx.exec(ENTRY, params![id, rec.id(), day, sum]).map(|_| ())
}

/// From an apply: it is withdrawn.
pub(super) fn off(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    tx.exec(OFF, params![id, rec.id(), rec.at()]).map(|_| ())
}
