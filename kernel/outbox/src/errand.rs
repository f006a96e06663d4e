//! 去告诉: what a worker has to tell somebody who cannot read it on a phone of their own, and that it was done.

use crate::calm::quiet;
use crate::message::read_message;
use crate::reach::{Channel, To, reach};
use crate::wish::wish_of;
use crate::{How, Message, Notices, Refusal, sql};
use lianxin_base::{AreaId, DAY, Moment};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record, text};
use lianxin_store::{Fault, Read, Row, Stop, Tx, params};

/// What is older is told no more: whoever wanted to know has asked by then.
const HORIZON: i64 = 30 * DAY;
/// So many of one kind in one area are looked through.
const LOOKED: i64 = 200;
/// The text of a message's source that says how its reporter wants to be told.
pub const HOW_FIELD: &str = "tell";

/// Somebody who is to be told something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// What.
    pub message: Message,
    /// How they want to be told; `None`: they never said.
    pub how: Option<How>,
    /// How often it was tried in vain.
    pub tries: i64,
    /// Not before.
    pub from: Moment,
}

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 告诉了.
    Done,
    /// 没人接: tried again tomorrow.
    Nobody,
}

impl Outcome {
    /// Its names in forms and in the record.
    pub const NAMES: &[&str] = &["done", "nobody"];

    /// The outcome of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "done" => Some(Self::Done),
            "nobody" => Some(Self::Nobody),
            _ => None,
        }
    }
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Nobody => "nobody",
        }
    }
}

/// 告诉 Somebody was told, or was not there.
pub struct Telling {
    message: String,
    outcome: Outcome,
    next: Option<Moment>,
}

impl Act for Telling {
    const KIND: &'static str = "outbox.telling";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("message", &self.message);
        leaf.text("outcome", self.outcome.name());
        leaf.opt_int("next", self.next.map(Moment::micros));
    }

    /// Of a message that went with its person nothing is left to write.
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let ended = (rec.text("outcome")? == Outcome::Done.name()).then(|| rec.at());
        let values = params![rec.text("message")?, rec.opt_moment("next")?, ended, rec.id()];
        tx.exec(sql::TELLING, values)?;
        Ok(())
    }
}

/// Notes how a try to tell somebody ended. `mine` says which areas the teller looks after.
///
/// # Errors
/// It is no such message, somebody was there already, or the database's trouble.
pub fn telling(
    tx: &mut Tx<'_>,
    head: Head,
    id: &str,
    outcome: Outcome,
    mine: impl Fn(AreaId) -> bool,
) -> Result<Receipt, Stop> {
    let message = tx.row(sql::TOLD_ONE, params![id], read_message)?;
    let message = message.filter(|m| m.org.is_none() && mine(m.area)).ok_or(Refusal::NoErrand)?;
    if tx.row(sql::TOLD, params![id], |row| row.int(0))?.is_some() {
        return Err(Refusal::ToldAlready.into());
    }
    let quiet = quiet(tx)?;
    let next = (outcome == Outcome::Nobody).then(|| quiet.morning(tx.now(), 1));
    let head = Head { area: message.area, ..head };
    Ok(record(tx, head, &Telling { message: id.to_owned(), outcome, next })?)
}

/// What is to be told to people in these areas, what is due first on top.
///
/// # Errors
/// The database's trouble.
pub fn errands(r: &mut Read<'_>, notices: &Notices, areas: &[AreaId], now: Moment) -> Result<Vec<Errand>, Fault> {
    let (mut all, quiet) = (Vec::new(), quiet(r)?);
    for notice in notices.all().filter(|n| n.urgency.is_spoken()) {
        for area in areas {
            let values = params![area, notice.kind, now.plus(-HORIZON), now, LOOKED];
            for (message, reads, tries, next) in r.rows(sql::ERRANDS, values, open)? {
                let how = how_of(r, &message)?;
                let ways = reach(notice.urgency, To::Person { how, reads }, message.at, quiet);
                let errand = ways.into_iter().find(|(channel, _)| *channel == Channel::Errand);
                if let Some((_, when)) = errand
                    && (notice.facts)(r, &message)?.over.is_none_or(|over| now < over)
                {
                    // What was written by day and is looked at in the night waits for the morning too.
                    let calm = reach(notice.urgency, To::Everybody, now, quiet).first().map_or(now, |(_, at)| *at);
                    all.push(Errand { message, how, tries, from: next.unwrap_or(when).max(calm) });
                }
            }
        }
    }
    all.sort_by(|a, b| (a.from, a.message.at, &a.message.id).cmp(&(b.from, b.message.at, &b.message.id)));
    Ok(all)
}

/// Message, whether a phone of theirs is signed in, tries, not before.
type Open = (Message, bool, i64, Option<Moment>);

fn open(row: &Row<'_>) -> Result<Open, Fault> {
    Ok((read_message(row)?, row.flag(10)?, row.opt_int(11)?.unwrap_or(0), row.opt_moment(12)?))
}

/// How whoever a message is for wants to be told.
fn how_of(r: &mut Read<'_>, message: &Message) -> Result<Option<How>, Fault> {
    match (message.person, message.source) {
        (Some(person), _) => wish_of(r, person),
        (None, Some(source)) => Ok(text(r, source, HOW_FIELD)?.and_then(|how| how.parse().ok())),
        (None, None) => Ok(None),
    }
}
