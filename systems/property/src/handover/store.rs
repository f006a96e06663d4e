//! The statements of first meetings and hand-overs.

use super::rules::{Stands, Thing};
use crate::filing::day_of;
use lianxin_base::{ActId, Day, Fen, SeatId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const MEETING: &str = "SELECT m.day, m.chair, m.vice, m.came, m.members, l.value \
                       FROM property_meeting m \
                       LEFT JOIN journal_text l ON l.act = m.act AND l.field = 'late' WHERE m.vote = $1";
const HOLD: &str = "INSERT INTO property_meeting(vote, act, area, day, chair, vice, came, members) \
                    VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const ADD: &str = "INSERT INTO property_hand_over(act, thing, vote, area, day, state, sum) \
                   VALUES($1, $2, $3, $4, $5, $6, $7)";
const OF: &str = "SELECT h.act, h.thing, h.day, h.state, h.sum, w.value, f.value, g.value, x.value, l.value \
                  FROM property_hand_over h LEFT JOIN journal_text w ON w.act = h.act AND w.field = h.thing || '_words' \
                  LEFT JOIN journal_text f ON f.act = h.act AND f.field = 'from' \
                  LEFT JOIN journal_text g ON g.act = h.act AND g.field = 'to' \
                  LEFT JOIN journal_text x ON x.act = h.act AND x.field = 'witness' \
                  LEFT JOIN journal_text l ON l.act = h.act AND l.field = 'late' \
                  WHERE h.vote = $1 ORDER BY h.day, h.act";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("meeting_of", MEETING), ("meeting_hold", HOLD), ("hand_over_add", ADD), ("hand_over_of", OF)];

/// A first meeting that was held.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) day: Day,
    pub(crate) chair: SeatId,
    pub(crate) vice: SeatId,
    /// So many of so many were there.
    pub(crate) came: (i64, i64),
    /// Why it was late.
    pub(crate) late: String,
}

/// The first meeting after an election.
pub(crate) fn meeting(r: &mut Read<'_>, vote: ActId) -> Result<Option<Held>, Fault> {
    r.row(MEETING, params![vote], |row| {
        Ok(Held {
            day: row.day(0)?,
            chair: row.id(1)?,
            vice: row.id(2)?,
            came: (row.int(3)?, row.int(4)?),
            late: row.opt_text(5)?.unwrap_or_default(),
        })
    })
}

pub(super) fn hold(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    let (day, came) = (day_of(rec, "day")?, rec.list("came")?.len());
    let (chair, vice) = (rec.text("chair")?, rec.text("vice")?);
    let came = i64::try_from(came).unwrap_or(i64::MAX);
    tx.exec(HOLD, params![vote, rec.id(), rec.area(), day, chair, vice, came, rec.int("members")?]).map(|_| ())
}

/// One thing of a hand-over.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) act: ActId,
    pub(crate) thing: Thing,
    pub(crate) day: Day,
    pub(crate) stands: Stands,
    pub(crate) sum: Option<Fen>,
    pub(crate) words: String,
    /// By whom, to whom, before whom, why late.
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) witness: String,
    pub(crate) late: String,
}

/// Everything that was noted of a hand-over, as it came.
pub(crate) fn lines(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Line>, Fault> {
    r.rows(OF, params![vote], |row| {
        let text = |at| Ok::<_, Fault>(row.opt_text(at)?.unwrap_or_default());
        Ok(Line {
            act: row.id(0)?,
            thing: row.word(1)?,
            day: row.day(2)?,
            stands: row.word(3)?,
            sum: row.opt_int(4)?.map(Fen),
            words: text(5)?,
            from: text(6)?,
            to: text(7)?,
            witness: text(8)?,
            late: text(9)?,
        })
    })
}

/// How it stands with a thing now.
pub(crate) fn now(lines: &[Line], thing: Thing) -> Option<&Line> {
    lines.iter().rfind(|l| l.thing == thing)
}

/// What nobody handed over so far.
pub(crate) fn open(lines: &[Line]) -> Vec<Thing> {
    let waits = |thing: &Thing| now(lines, *thing).is_none_or(|l| !l.stands.settled());
    Thing::ALL.iter().copied().filter(waits).collect()
}

pub(super) fn hand(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    let day = day_of(rec, "day")?;
    for thing in Thing::ALL.iter().filter(|thing| rec.has(thing.name())) {
        let sum = if *thing == Thing::Money { rec.opt_int("sum")? } else { None };
        let state = rec.text(thing.name())?;
        tx.exec(ADD, params![rec.id(), thing.name(), vote, rec.area(), day, state, sum])?;
    }
    Ok(())
}
