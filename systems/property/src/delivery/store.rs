//! The statements of deliveries and of papers issued again.

use super::Way;
use lianxin_base::{ActId, Day, SeatId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT d.no, d.copy, d.way, d.day, d.seat_one, d.seat_two, d.signed, n.value FROM property_delivery d \
             LEFT JOIN journal_text n ON n.act = d.act AND n.field = 'note' ",
            $where
        )
    };
}

const ADD: &str = "INSERT INTO property_delivery(act, vote, no, copy, area, way, day, seat_one, seat_two, signed, at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const OF_VOTE: &str = columns!("WHERE d.vote = $1 ORDER BY d.no, d.at, d.act");
const ADD_COPY: &str = "INSERT INTO property_copy(vote, no, copy, area, why, at) VALUES($1, $2, $3, $4, $5, $6)";
const COPY: &str = "SELECT max(copy) FROM property_copy WHERE vote = $1 AND no = $2";
const COPIES: &str = "SELECT no, max(copy) FROM property_copy WHERE vote = $1 GROUP BY no ORDER BY no";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("delivery_add", ADD),
    ("delivery_of_vote", OF_VOTE),
    ("copy_add", ADD_COPY),
    ("copy_of_no", COPY),
    ("copy_all", COPIES),
];

/// A delivery as it was written down.
#[derive(Clone, Debug)]
pub(crate) struct Delivered {
    pub(crate) no: i64,
    pub(crate) copy: i64,
    pub(crate) way: Way,
    pub(crate) day: Day,
    pub(crate) seats: [SeatId; 2],
    pub(crate) signed: bool,
    pub(crate) note: String,
}

fn delivered(row: &Row<'_>) -> Result<Delivered, Fault> {
    Ok(Delivered {
        no: row.int(0)?,
        copy: row.int(1)?,
        way: row.word(2)?,
        day: row.day(3)?,
        seats: [row.id(4)?, row.id(5)?],
        signed: row.flag(6)?,
        note: row.opt_text(7)?.unwrap_or_default(),
    })
}

/// The delivery of each number's present copy: the last that was signed for, else the last. What is proven stays so, whatever
/// is written down after it.
pub(crate) fn last(r: &mut Read<'_>, vote: ActId) -> Result<BTreeMap<i64, Delivered>, Fault> {
    let copies = copies(r, vote)?;
    let mut all: BTreeMap<i64, Delivered> = BTreeMap::new();
    for d in r.rows(OF_VOTE, params![vote], delivered)? {
        let counts = copies.get(&d.no).copied().unwrap_or(1) == d.copy;
        if counts && (d.signed || all.get(&d.no).is_none_or(|before| !before.signed)) {
            all.insert(d.no, d);
        }
    }
    Ok(all)
}

/// The copy of a number's paper that counts.
pub(crate) fn copy(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<i64, Fault> {
    Ok(r.row(COPY, params![vote, no], |row| row.opt_int(0))?.flatten().unwrap_or(1))
}

/// Where that is not the first.
pub(crate) fn copies(r: &mut Read<'_>, vote: ActId) -> Result<BTreeMap<i64, i64>, Fault> {
    Ok(r.rows(COPIES, params![vote], |row| Ok((row.int(0)?, row.int(1)?)))?.into_iter().collect())
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let (vote, no, copy): (ActId, i64, i64) = (rec.id_of("vote")?, rec.int("no")?, rec.int("copy")?);
    let (one, two): (SeatId, SeatId) = (rec.id_of("seat_one")?, rec.id_of("seat_two")?);
    let day: Day = rec.text("day")?.parse().map_err(|_| Fault::Damaged("a delivery of no day".into()))?;
    let (way, signed) = (rec.text("way")?, rec.int("signed")?);
    let values = params![rec.id(), vote, no, copy, rec.area(), way, day, one, two, signed, rec.at()];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn add_copy(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let (vote, no, copy): (ActId, i64, i64) = (rec.id_of("vote")?, rec.int("no")?, rec.int("copy")?);
    tx.exec(ADD_COPY, params![vote, no, copy, rec.area(), rec.text("why")?, rec.at()]).map(|_| ())
}
