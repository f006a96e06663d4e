//! The statements of written authorities.

use super::rules::Holder;
use crate::ballot::Mark;
use crate::ballot::rules::read;
use lianxin_base::{ActId, Moment, PersonId, SeatId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT p.act, p.vote, p.no, p.holder, p.person, p.marks, p.at, p.ended_at, n.value, p.seat, p.confirmed_at FROM property_proxy p \
             LEFT JOIN journal_text n ON n.act = p.act AND n.field = 'proxy' ",
            $where
        )
    };
}

const ADD: &str = "INSERT INTO property_proxy(act, vote, no, area, holder, person, marks, at, seat) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const END: &str = "UPDATE property_proxy SET ended_at = $2 WHERE act = $1";
const CONFIRM: &str = "UPDATE property_proxy SET confirmed_at = $2 WHERE act = $1";
const ONE: &str = columns!("WHERE p.act = $1");
const OF_VOTE: &str = columns!("WHERE p.vote = $1 ORDER BY p.at, p.act");
const HOLDERS: &str = "SELECT no, holder FROM property_proxy WHERE vote = $1 AND ended_at IS NULL ORDER BY no";
const FORGET: &str = "UPDATE property_proxy SET person = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("proxy_add", ADD),
    ("proxy_end", END),
    ("proxy_confirm", CONFIRM),
    ("proxy_one", ONE),
    ("proxy_of_vote", OF_VOTE),
    ("proxy_holders", HOLDERS),
    ("proxy_forget", FORGET),
];

/// A written authority as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) act: ActId,
    pub(crate) vote: ActId,
    pub(crate) no: i64,
    pub(crate) holder: Holder,
    pub(crate) at: Moment,
    pub(crate) ended: Option<Moment>,
    pub(crate) marks: String,
    /// Who saw it first; nobody in records of before, which counted at once.
    pub(crate) seat: Option<SeatId>,
    /// When a second worker saw it.
    pub(crate) confirmed: Option<Moment>,
}

impl Given {
    /// It waits for the second worker.
    pub(crate) const fn waits(&self) -> bool {
        self.ended.is_none() && self.seat.is_some() && self.confirmed.is_none()
    }
}

fn given(row: &Row<'_>) -> Result<Given, Fault> {
    let holder = Holder { holder: row.int(3)?, person: row.opt_id(4)?, name: row.opt_text(8)?.unwrap_or_default() };
    Ok(Given {
        act: row.id(0)?,
        vote: row.id(1)?,
        no: row.int(2)?,
        holder,
        at: row.moment(6)?,
        ended: row.opt_moment(7)?,
        marks: row.text(5)?,
        seat: row.opt_id(9)?,
        confirmed: row.opt_moment(10)?,
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<Given>, Fault> {
    r.row(ONE, params![act], given)
}

/// Those of a vote, ended ones too, as they came.
pub(crate) fn of_vote(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Given>, Fault> {
    r.rows(OF_VOTE, params![vote], given)
}

/// Who holds the authority of which number.
pub(crate) fn holders(r: &mut Read<'_>, vote: ActId) -> Result<BTreeMap<i64, i64>, Fault> {
    Ok(r.rows(HOLDERS, params![vote], |row| Ok((row.int(0)?, row.int(1)?)))?.into_iter().collect())
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, marks: &str) -> Result<(), Fault> {
    let (vote, no, holder): (ActId, i64, i64) = (rec.id_of("vote")?, rec.int("no")?, rec.int("holder")?);
    let _: Vec<Mark> = read(marks).ok_or_else(|| Fault::Damaged("an authority holds an unknown mark".into()))?;
    let person: Option<PersonId> = rec.subject("proxy");
    tx.exec(ADD, params![rec.id(), vote, no, rec.area(), holder, person, marks, rec.at(), rec.opt_text("seat")?])
        .map(|_| ())
}

pub(super) fn confirm(tx: &mut Tx<'_>, act: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(CONFIRM, params![act, at]).map(|_| ())
}

pub(super) fn end(tx: &mut Tx<'_>, act: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(END, params![act, at]).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
