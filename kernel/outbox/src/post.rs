//! What goes out by mail: enrolled, claimed, sent, noted. A claim is on disk before anything is sent, so that whoever was
//! killed in between sends nothing twice; such a letter is shown as unknown and left to people.

use crate::calm::quiet;
use crate::mail::{Letter, Mailer, Unsent};
use crate::message::read_message;
use crate::reach::{Channel, To, reach};
use crate::{Message, Notices, mail_of, sql};
use lianxin_base::{DAY, HOUR, Lang, MINUTE, Moment, OrgId};
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};

/// What is older when mail is set up, or was away for so long, goes no more: it stands in the inbox.
const HORIZON: i64 = 2 * DAY;
/// A claim so old belongs to a process that was killed.
const CLAIMED: i64 = 10 * MINUTE;
/// How long it waits after each try; after the last it has failed.
const PAUSES: [i64; 5] = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];
/// So many go out in one round.
const ROUND: i64 = 50;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// Not yet, or not again yet.
    Waiting,
    /// Just now.
    Sending,
    /// The server took it.
    Sent,
    /// The server does not take it.
    Failed,
    /// It may have gone out; it is not sent again.
    Unknown,
    /// This kind does not go by mail.
    None,
}

impl Posted {
    const ALL: [Self; 6] = [Self::Waiting, Self::Sending, Self::Sent, Self::Failed, Self::Unknown, Self::None];

    const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::None => "none",
        }
    }
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let t = crate::texts::t(lang);
        match self {
            Self::Waiting => t.msg_posted_waiting(),
            Self::Sending => t.msg_posted_sending(),
            Self::Sent => t.msg_posted_sent(),
            Self::Failed => t.msg_posted_failed(),
            Self::Unknown => t.msg_posted_unknown(),
            Self::None => t.msg_posted_none(),
        }
    }
    fn read(name: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|p| p.name() == name);
        found.ok_or_else(|| Fault::Damaged("a letter is in a state that does not exist".into()))
    }
}

/// A letter on its way, for the page of its organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The message.
    pub message: String,
    /// Where it stands.
    pub state: Posted,
    /// How often it was tried.
    pub tries: i64,
    /// When it last moved.
    pub at: Moment,
    /// What the mail server said.
    pub note: Option<String>,
}

/// The newest letters of an organisation, newest first.
///
/// # Errors
/// The database's trouble.
pub fn deliveries(r: &mut Read<'_>, org: OrgId, n: i64) -> Result<Vec<Delivery>, Fault> {
    r.rows(sql::DELIVERIES, params![org, n], |row| {
        let state = Posted::read(&row.text(1)?)?;
        Ok(Delivery { message: row.text(0)?, state, tries: row.int(2)?, at: row.moment(3)?, note: row.opt_text(4)? })
    })
}

/// Whether anything is to go out: new messages, or letters whose time has come.
///
/// # Errors
/// The database's trouble.
pub fn is_due(r: &mut Read<'_>, now: Moment) -> Result<bool, Fault> {
    let fresh = !r.rows(sql::UNPOSTED, params![now.plus(-HORIZON), 1], read_message)?.is_empty();
    Ok(fresh || !r.rows(sql::DUE, params![now, 1], |row| row.text(0))?.is_empty())
}

/// Sends what is due; gives how many the server took.
///
/// # Errors
/// The database's trouble. What the mail server does is noted, not returned.
pub fn send_due(db: &Db, notices: &Notices, mailer: &Mailer) -> Result<usize, Stop> {
    let known = notices.clone();
    db.keep_wait(move |tx| Ok(enrol(tx, &known)?))?;
    let now = db.clock().now();
    let due = db.read_wait(move |r| Ok(r.rows(sql::DUE, params![now, ROUND], |row| row.text(0))?))?;
    let mut sent = 0;
    for id in due {
        let (known, own) = (notices.clone(), id.clone());
        let Some((letter, tries)) = db.keep_wait(move |tx| Ok(claim(tx, &known, &own)?))? else { continue };
        let done = mailer.send(&letter);
        sent += usize::from(done.is_ok());
        db.keep_wait(move |tx| Ok(note(tx, &id, tries, done.clone())?))?;
    }
    Ok(sent)
}

/// New messages are put on their way, at the time the table gives; what a killed process had claimed is unknown.
fn enrol(tx: &mut Tx<'_>, notices: &Notices) -> Result<(), Fault> {
    let now = tx.now();
    tx.exec(sql::LOST, params![now.plus(-CLAIMED), now])?;
    let quiet = quiet(tx)?;
    for message in tx.rows(sql::UNPOSTED, params![now.plus(-HORIZON), ROUND], read_message)? {
        let urgency = notices.find(&message.kind).map(|n| n.urgency);
        let ways = urgency.map(|u| reach(u, To::Org { mail: true }, message.at, quiet)).unwrap_or_default();
        let mail = ways.into_iter().find(|(channel, _)| *channel == Channel::Mail);
        let (state, due) = mail.map_or((Posted::None, now), |(_, when)| (Posted::Waiting, when));
        tx.exec(sql::ENROL, params![&message.id, message.org, state.name(), due, now])?;
    }
    Ok(())
}

/// One letter is this process's now; `None` if another has it, or nobody gets it any more.
fn claim(tx: &mut Tx<'_>, notices: &Notices, id: &str) -> Result<Option<(Letter, i64)>, Fault> {
    let now = tx.now();
    if tx.exec(sql::CLAIM, params![id, now])? == 0 {
        return Ok(None);
    }
    let tries = tx.row(sql::TRIES, params![id], |row| row.int(0))?.unwrap_or(0);
    let message = tx.row(sql::TOLD_ONE, params![id], read_message)?;
    let letter = message.map(|m| letter(tx, notices, &m)).transpose()?.flatten();
    if letter.is_none() {
        tx.exec(sql::POSTED, params![id, Posted::None.name(), now, now, None::<&str>])?;
    }
    Ok(letter.map(|letter| (letter, tries)))
}

fn letter(r: &mut Read<'_>, notices: &Notices, m: &Message) -> Result<Option<Letter>, Fault> {
    let Some(to) = m.org.map(|org| mail_of(r, org)).transpose()?.flatten() else { return Ok(None) };
    let Some(notice) = notices.find(&m.kind) else { return Ok(None) };
    let facts = (notice.facts)(r, m)?;
    let no = facts.get("no").to_owned();
    Ok(Some(Letter { id: m.id.clone(), to, no, link: facts.link }))
}

/// How a try ended.
fn note(tx: &mut Tx<'_>, id: &str, tries: i64, done: Result<(), Unsent>) -> Result<(), Fault> {
    let now = tx.now();
    let pause = usize::try_from(tries - 1).ok().and_then(|n| PAUSES.get(n));
    let (state, due, said) = match (done, pause) {
        (Ok(()), _) => (Posted::Sent, now, None),
        (Err(Unsent::Refused(why)), _) => (Posted::Failed, now, Some(why)),
        (Err(Unsent::Unknown(why)), _) => (Posted::Unknown, now, Some(why)),
        (Err(Unsent::Later(why)), Some(pause)) => (Posted::Waiting, now.plus(*pause), Some(why)),
        (Err(Unsent::Later(why)), None) => (Posted::Failed, now, Some(why)),
    };
    tx.exec(sql::POSTED, params![id, state.name(), due, now, said.as_deref()])?;
    Ok(())
}
