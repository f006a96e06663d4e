//! The statements of ballots and papers.

use super::rules::{Channel, Entered, Mark, read};
use crate::official::store as official;
use lianxin_base::{ActId, AreaId, Moment};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::collections::BTreeMap;

const DROP: &str = "DELETE FROM property_ballot WHERE vote = $1 AND no = $2";
const ADD: &str = "INSERT INTO property_ballot(vote, no, area, act, channel, marks, at, superseded, under) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const OF_NO: &str = "SELECT no, act, channel, marks, at, superseded FROM property_ballot WHERE vote = $1 AND no = $2";
const ALL: &str = "SELECT no, act, channel, marks, at, superseded FROM property_ballot WHERE vote = $1 ORDER BY no";
const SUPERSEDED: &str = "UPDATE property_ballot SET superseded = $3, under = $4 WHERE vote = $1 AND no = $2";
const UNDER: &str = "SELECT under FROM property_ballot WHERE vote = $1 AND no = $2";
const ENTER: &str = "INSERT INTO property_paper(act, vote, no, area, seat, person, marks, at, copy) \
                     VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
// Only entries of the copy that counts: what was entered of one that was issued again is void, and what was set aside.
macro_rules! entries {
    ($and:literal, $order:literal) => {
        concat!(
            "SELECT p.no, p.seat, p.person, p.marks, p.asked FROM property_paper p WHERE p.vote = $1 ",
            $and,
            "AND p.void = 0 AND p.copy = (SELECT COALESCE(max(c.copy), 1) FROM property_copy c WHERE c.vote = p.vote AND c.no = p.no) \
             ORDER BY ",
            $order
        )
    };
}
const ENTERED: &str = entries!("AND p.no = $2 ", "p.at, p.act");
const ALL_ENTERED: &str = entries!("", "p.no, p.at, p.act");
const VOID: &str = "UPDATE property_paper SET void = 1 WHERE vote = $1 AND no = $2 AND void = 0";
// An entry that its own worker made anew.
const ANEW: &str = "UPDATE property_paper SET void = 2 WHERE vote = $1 AND no = $2 AND void = 0 \
                    AND (seat = $3 OR person = $4)";
const ASK: &str = "UPDATE property_paper SET asked = 1 WHERE vote = $1 AND no = $2 AND void = 0 \
                   AND (seat = $3 OR person = $4)";
const VOIDED: &str = "SELECT DISTINCT no FROM property_paper WHERE vote = $1 AND void = 1 ORDER BY no";
const FORGET: &str = "UPDATE property_paper SET person = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("ballot_drop", DROP),
    ("ballot_add", ADD),
    ("ballot_of_no", OF_NO),
    ("ballot_all", ALL),
    ("ballot_superseded", SUPERSEDED),
    ("paper_enter", ENTER),
    ("paper_entered", ENTERED),
    ("paper_all", ALL_ENTERED),
    ("ballot_under", UNDER),
    ("paper_anew", ANEW),
    ("paper_ask", ASK),
    ("paper_void", VOID),
    ("paper_voided", VOIDED),
    ("paper_forget", FORGET),
];

/// What counts for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BallotRow {
    pub(crate) no: i64,
    pub(crate) act: ActId,
    pub(crate) channel: Channel,
    pub(crate) marks: Vec<Mark>,
    pub(crate) at: Moment,
    /// What it stands in place of.
    pub(crate) superseded: Superseded,
}

/// What was cast before and does not count: a vote on the phone or in the authority's system under a signed paper, an authority
/// under the owner's own vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Superseded {
    pub(crate) phone: bool,
    pub(crate) proxy: bool,
    /// Told by the list that was taken in, which may be set aside: never kept in a column.
    pub(crate) official: bool,
}

impl Superseded {
    const fn read(n: i64) -> Self {
        Self { phone: n & 1 != 0, proxy: n & 2 != 0, official: false }
    }
    fn number(self) -> i64 {
        i64::from(self.phone) + 2 * i64::from(self.proxy)
    }
}

fn damaged() -> Fault {
    Fault::Damaged("a ballot holds an unknown mark".into())
}

fn ballot(row: &Row<'_>) -> Result<BallotRow, Fault> {
    Ok(BallotRow {
        no: row.int(0)?,
        act: row.id(1)?,
        channel: row.word(2)?,
        marks: read(&row.text(3)?).ok_or_else(damaged)?,
        at: row.moment(4)?,
        superseded: Superseded::read(row.int(5)?),
    })
}

/// What was cast here for a number.
fn cast_here(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<BallotRow>, Fault> {
    r.row(OF_NO, params![vote, no], ballot)
}

/// What counts for a number.
pub(crate) fn of_no(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<BallotRow>, Fault> {
    let (here, there) = (cast_here(r, vote, no)?, official::line(r, vote, no)?);
    Ok(joined(here, there))
}

/// Everything that counts.
pub(crate) fn all(r: &mut Read<'_>, vote: ActId) -> Result<Vec<BallotRow>, Fault> {
    let here = r.rows(ALL, params![vote], ballot)?;
    let there = official::lines(r, vote)?;
    if there.is_empty() {
        return Ok(here);
    }
    let mut all: BTreeMap<i64, BallotRow> = here.into_iter().map(|b| (b.no, b)).collect();
    for line in there {
        let (no, here) = (line.no, all.remove(&line.no));
        all.extend(joined(here, Some(line)).map(|b| (no, b)));
    }
    Ok(all.into_values().collect())
}

/// What was cast here and in the authority's system, as the one vote it is: a signed paper stands before it, and the owner's own
/// vote there before an authority.
fn joined(here: Option<BallotRow>, there: Option<BallotRow>) -> Option<BallotRow> {
    match (here, there) {
        (Some(here), Some(there)) if here.channel == Channel::Proxy => {
            Some(BallotRow { superseded: Superseded { proxy: true, ..there.superseded }, ..there })
        }
        (Some(here), Some(_)) => {
            Some(BallotRow { superseded: Superseded { official: true, ..here.superseded }, ..here })
        }
        (here, there) => here.or(there),
    }
}

fn entry(row: &Row<'_>) -> Result<(i64, Entered), Fault> {
    let marks = read(&row.text(3)?).ok_or_else(damaged)?;
    Ok((row.int(0)?, Entered { seat: row.id(1)?, person: row.opt_id(2)?, marks, asked: row.flag(4)? }))
}

/// How a number's paper was entered.
pub(crate) fn entered(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Vec<Entered>, Fault> {
    Ok(r.rows(ENTERED, params![vote, no], entry)?.into_iter().map(|(_, entered)| entered).collect())
}

/// How every paper was entered, by number.
pub(crate) fn all_entered(r: &mut Read<'_>, vote: ActId) -> Result<BTreeMap<i64, Vec<Entered>>, Fault> {
    let mut all: BTreeMap<i64, Vec<Entered>> = BTreeMap::new();
    for (no, entered) in r.rows(ALL_ENTERED, params![vote], entry)? {
        all.entry(no).or_default().push(entered);
    }
    Ok(all)
}

/// A ballot that another stands in place of, as a column holds it.
fn packed(b: &BallotRow) -> String {
    let marks = b.marks.iter().map(|mark| mark.name()).collect::<Vec<_>>().join(",");
    format!("{}|{}|{marks}|{}|{}", b.act, b.channel.name(), b.at.micros(), b.superseded.number())
}

fn unpacked(no: i64, text: &str) -> Option<BallotRow> {
    let mut parts = text.split('|');
    let mut next = || parts.next();
    Some(BallotRow {
        no,
        act: next()?.parse().ok()?,
        channel: next()?.parse().ok()?,
        marks: read(next()?)?,
        at: Moment::from_micros(next()?.parse().ok()?),
        superseded: Superseded::read(next()?.parse().ok()?),
    })
}

/// What a number's ballot stands in place of; nothing is known of those of before it was kept.
fn under(r: &mut Read<'_>, vote: ActId, no: i64) -> Result<Option<BallotRow>, Fault> {
    let text = r.row(UNDER, params![vote, no], |row| row.opt_text(0))?.flatten();
    text.map(|text| unpacked(no, &text).ok_or_else(damaged)).transpose()
}

fn put(tx: &mut Tx<'_>, (vote, area): (ActId, AreaId), b: &BallotRow, under: Option<&BallotRow>) -> Result<(), Fault> {
    let marks = b.marks.iter().map(|mark| mark.name()).collect::<Vec<_>>().join(",");
    tx.exec(DROP, params![vote, b.no])?;
    let (channel, superseded) = (b.channel.name(), b.superseded.number());
    tx.exec(ADD, params![vote, b.no, area, b.act, channel, marks, b.at, superseded, under.map(packed)]).map(|_| ())
}

/// From an apply: what counts for a number from now on. An authority never stands in place of the owner's own vote.
pub(crate) fn cast(tx: &mut Tx<'_>, rec: &Recorded, channel: Channel, marks: &str) -> Result<(), Fault> {
    let (vote, no): (ActId, i64) = (rec.id_of("vote")?, rec.int("no")?);
    let (before, below) = (cast_here(tx, vote, no)?, under(tx, vote, no)?);
    let marks = read(marks).ok_or_else(damaged)?;
    let superseded = before.as_ref().map(|b| b.superseded).unwrap_or_default();
    let mut new = BallotRow { no, act: rec.id(), channel, marks, at: rec.at(), superseded };
    let before_is = before.as_ref().map(|b| b.channel);
    if channel == Channel::Proxy && matches!(before_is, Some(Channel::Phone | Channel::Paper | Channel::Photo)) {
        // It goes below whatever of the owner's own lies there.
        let below = match below {
            Some(own) if own.channel == Channel::Phone => {
                BallotRow { superseded: Superseded { proxy: true, ..own.superseded }, ..own }
            }
            _ => BallotRow { superseded: Superseded::default(), ..new },
        };
        let left = Superseded { proxy: true, ..superseded };
        return tx.exec(SUPERSEDED, params![vote, no, left.number(), packed(&below)]).map(|_| ());
    }
    let below = match (channel, before) {
        (Channel::Phone | Channel::Paper | Channel::Photo, Some(b)) if b.channel == Channel::Proxy => {
            new.superseded.proxy = true;
            Some(b)
        }
        (Channel::Paper | Channel::Photo, Some(b)) if b.channel == Channel::Phone => {
            new.superseded.phone = true;
            Some(b)
        }
        _ => below,
    };
    put(tx, (vote, rec.area()), &new, below.as_ref())
}

/// From an apply: the paper of a number was another's; what it stood in place of counts again.
fn uncast(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, no: i64) -> Result<(), Fault> {
    match (cast_here(tx, vote, no)?, under(tx, vote, no)?) {
        (Some(paper), Some(below)) if paper.channel.signed() => put(tx, (vote, rec.area()), &below, None),
        (Some(paper), None) if paper.channel.signed() => tx.exec(DROP, params![vote, no]).map(|_| ()),
        _ => Ok(()),
    }
}

/// From an apply: the authority of a number is taken back, and what was cast by it goes.
pub(crate) fn without_proxy(tx: &mut Tx<'_>, vote: ActId, no: i64) -> Result<(), Fault> {
    let below = under(tx, vote, no)?.filter(|b| b.channel != Channel::Proxy);
    let below = below.map(|b| BallotRow { superseded: Superseded { proxy: false, ..b.superseded }, ..b });
    match cast_here(tx, vote, no)? {
        Some(b) if b.channel == Channel::Proxy => tx.exec(DROP, params![vote, no]).map(|_| ()),
        Some(b) if b.superseded.proxy => {
            let left = Superseded { proxy: false, ..b.superseded };
            tx.exec(SUPERSEDED, params![vote, no, left.number(), below.as_ref().map(packed)]).map(|_| ())
        }
        _ => Ok(()),
    }
}

pub(super) fn enter(tx: &mut Tx<'_>, rec: &Recorded, marks: &str) -> Result<(), Fault> {
    let (vote, no): (ActId, i64) = (rec.id_of("vote")?, rec.int("no")?);
    let (seat, person) = (rec.text("seat")?, rec.subject("by"));
    let copy = rec.opt_int("copy")?.unwrap_or(1);
    // Whoever has entered it before reads it anew.
    tx.exec(ANEW, params![vote, no, seat, person])?;
    tx.exec(ENTER, params![rec.id(), vote, no, rec.area(), seat, person, marks, rec.at(), copy]).map(|_| ())
}

/// From an apply: what was entered of a number is set aside, and what counted by it.
pub(super) fn void(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, no: i64) -> Result<(), Fault> {
    tx.exec(VOID, params![vote, no])?;
    uncast(tx, rec, vote, no)
}

/// From an apply: one of the two who entered it asks for that.
pub(super) fn ask(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, no: i64) -> Result<(), Fault> {
    tx.exec(ASK, params![vote, no, rec.text("seat")?, rec.subject("by")]).map(|_| ())
}

/// Numbers of which an entry was set aside.
pub(crate) fn voided(r: &mut Read<'_>, vote: ActId) -> Result<Vec<i64>, Fault> {
    r.rows(VOIDED, params![vote], |row| row.int(0))
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_voted_here_and_in_the_authoritys_system_counts_once() {
        let of = |channel, mark| BallotRow {
            no: 7,
            act: ActId::from_bytes([1; 16]),
            channel,
            marks: vec![mark],
            at: Moment::default(),
            superseded: Superseded::default(),
        };
        let there = of(Channel::Official, Mark::Yes);
        for (here, counts, superseded) in [
            (None, Channel::Official, Superseded::default()),
            (Some(Channel::Paper), Channel::Paper, Superseded { official: true, ..Superseded::default() }),
            (Some(Channel::Photo), Channel::Photo, Superseded { official: true, ..Superseded::default() }),
            (Some(Channel::Proxy), Channel::Official, Superseded { proxy: true, ..Superseded::default() }),
        ] {
            let is = joined(here.map(|channel| of(channel, Mark::No)), Some(there.clone())).expect("one counts");
            assert_eq!((is.channel, is.superseded), (counts, superseded), "{here:?}");
            assert_eq!(is.marks == [Mark::Yes], counts == Channel::Official, "{here:?}");
        }
        assert_eq!(joined(None, None), None);
    }
}
