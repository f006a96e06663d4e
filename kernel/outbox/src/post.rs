//! What goes out to organisations, by mail or by a call: enrolled, claimed, sent, noted. A claim is on disk before anything
//! is sent. What a killed process had claimed is, of mail, shown as unknown and left to people: nothing is sent twice; a
//! call is made again, for its id says that it is the same.

use crate::calm::quiet;
use crate::message::read_message;
use crate::reach::{Channel, To, reach};
use crate::{Mailbox, Message, Notices, hook_of, mail_of, sql};
use lianxin_base::{ActId, DAY, HOUR, Lang, MINUTE, Moment, OrgId};
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};
use std::collections::BTreeMap;

/// What is older when a way is set up, or was away for so long, goes no more: it stands in the inbox.
const HORIZON: i64 = 2 * DAY;
/// A claim so old belongs to a process that was killed.
const CLAIMED: i64 = 10 * MINUTE;
/// How long it waits after each try; after the last it has failed.
const PAUSES: [i64; 5] = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];
/// So many go out in one round.
const ROUND: i64 = 50;

/// On which way something goes out to an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 邮件 A letter to people.
    Mail,
    /// 接口 A call to a computer.
    Hook,
}

impl Way {
    const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Hook => "hook",
        }
    }
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let t = crate::texts::t(lang);
        match self {
            Self::Mail => t.msg_way_mail(),
            Self::Hook => t.msg_way_hook(),
        }
    }
    fn read(name: &str) -> Result<Self, Fault> {
        let found = [Self::Mail, Self::Hook].into_iter().find(|way| way.name() == name);
        found.ok_or_else(|| Fault::Damaged("a letter goes on a way that does not exist".into()))
    }
    /// How many letters go out in one: people open one mail rather than five, a computer is called for each.
    const fn together(self) -> usize {
        match self {
            Self::Mail => 20,
            Self::Hook => 1,
        }
    }
    /// What becomes of a claim whose process was killed.
    const fn after_a_kill(self) -> Posted {
        match self {
            Self::Mail => Posted::Unknown,
            Self::Hook => Posted::Waiting,
        }
    }
    const fn channel(self) -> Channel {
        match self {
            Self::Mail => Channel::Mail,
            Self::Hook => Channel::Hook,
        }
    }
    const fn unposted(self) -> &'static str {
        match self {
            Self::Mail => sql::UNPOSTED_MAIL,
            Self::Hook => sql::UNPOSTED_HOOK,
        }
    }
    /// Where an organisation has it sent, and the act that said so.
    fn address(self, r: &mut Read<'_>, org: OrgId) -> Result<Option<(ActId, String)>, Fault> {
        match self {
            Self::Mail => Ok(mail_of(r, org)?.map(|Mailbox { act, mail, .. }| (act, mail))),
            Self::Hook => hook_of(r, org),
        }
    }
}

/// Why a letter did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// The other side refuses it for good.
    Refused(String),
    /// It surely did not go out, or may be sent again; it goes later.
    Later(String),
    /// It may have gone out, and must not go twice.
    Unknown(String),
}

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The message it tells of.
    pub id: String,
    /// Where it goes.
    pub to: String,
    /// The act that said where.
    pub given: ActId,
    /// What kind of message it is.
    pub kind: String,
    /// The number of what it is about; empty if it has none.
    pub no: String,
    /// Where to look, a path.
    pub link: String,
    /// Since when it is so.
    pub at: Moment,
}

/// Takes letters out on one way.
pub trait Courier {
    /// Which.
    fn way(&self) -> Way;
    /// Takes out, in one, what is due for one address; never nothing.
    ///
    /// # Errors
    /// Why it did not go out.
    fn send(&self, letters: &[Letter], now: Moment) -> Result<(), Unsent>;
}

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
    /// How it goes.
    pub way: Way,
    /// Where it stands.
    pub state: Posted,
    /// How often it was tried.
    pub tries: i64,
    /// When it last moved.
    pub at: Moment,
    /// What the other side said.
    pub note: Option<String>,
}

/// The newest letters of an organisation, newest first.
///
/// # Errors
/// The database's trouble.
pub fn deliveries(r: &mut Read<'_>, org: OrgId, n: i64) -> Result<Vec<Delivery>, Fault> {
    r.rows(sql::DELIVERIES, params![org, n], |row| {
        let (way, state) = (Way::read(&row.text(1)?)?, Posted::read(&row.text(2)?)?);
        let (tries, at, note) = (row.int(3)?, row.moment(4)?, row.opt_text(5)?);
        Ok(Delivery { message: row.text(0)?, way, state, tries, at, note })
    })
}

/// Whether anything is to go out on this way: new messages, or letters whose time has come.
///
/// # Errors
/// The database's trouble.
pub fn is_due(r: &mut Read<'_>, way: Way, now: Moment) -> Result<bool, Fault> {
    let fresh = !r.rows(way.unposted(), params![now.plus(-HORIZON), 1], read_message)?.is_empty();
    Ok(fresh || !due(r, way, now, 1)?.is_empty())
}

/// What is due, with whose it is.
fn due(r: &mut Read<'_>, way: Way, now: Moment, most: i64) -> Result<Vec<(String, OrgId)>, Fault> {
    r.rows(sql::DUE, params![now, most, way.name()], |row| Ok((row.text(0)?, row.id(1)?)))
}

/// What goes out in one: for the same organisation, no more than the way takes together.
fn gathered(due: Vec<(String, OrgId)>, way: Way) -> Vec<Vec<String>> {
    let mut of: BTreeMap<OrgId, Vec<String>> = BTreeMap::new();
    for (id, org) in due {
        of.entry(org).or_default().push(id);
    }
    of.values().flat_map(|ids| ids.chunks(way.together()).map(<[String]>::to_vec)).collect()
}

/// Sends what is due; gives how many were taken.
///
/// # Errors
/// The database's trouble. What the other side does is noted, not returned.
pub fn send_due(db: &Db, notices: &Notices, courier: &dyn Courier) -> Result<usize, Stop> {
    let (known, way) = (notices.clone(), courier.way());
    db.keep_wait(move |tx| Ok(enrol(tx, way, &known)?))?;
    let now = db.clock().now();
    let due = db.read_wait(move |r| Ok(due(r, way, now, ROUND)?))?;
    let mut sent = 0;
    for ids in gathered(due, way) {
        let known = notices.clone();
        let claimed = db.keep_wait(move |tx| Ok(claim_all(tx, way, &known, &ids)?))?;
        let (letters, tries): (Vec<Letter>, Vec<i64>) = claimed.into_iter().unzip();
        if letters.is_empty() {
            continue;
        }
        let done = courier.send(&letters, db.clock().now());
        sent += if done.is_ok() { letters.len() } else { 0 };
        let tried: Vec<(String, i64)> = letters.into_iter().map(|l| l.id).zip(tries).collect();
        db.keep_wait(move |tx| {
            Ok(tried.iter().try_for_each(|(id, tries)| note(tx, way, id, *tries, done.clone()))?)
        })?;
    }
    Ok(sent)
}

/// New messages are put on their way, at the time the table gives; so is what a killed process had claimed, or not.
fn enrol(tx: &mut Tx<'_>, way: Way, notices: &Notices) -> Result<(), Fault> {
    let now = tx.now();
    tx.exec(sql::LOST, params![now.plus(-CLAIMED), now, way.name(), way.after_a_kill().name()])?;
    let quiet = quiet(tx)?;
    for message in tx.rows(way.unposted(), params![now.plus(-HORIZON), ROUND], read_message)? {
        let urgency = notices.find(&message.kind).map(|n| n.urgency);
        let pace = match (way, message.org) {
            (Way::Mail, Some(org)) => mail_of(tx, org)?.map(|mailbox| mailbox.pace),
            _ => None,
        };
        let to = To::Org { mail: pace, hook: way == Way::Hook };
        let ways = urgency.map(|u| reach(u, to, message.at, quiet)).unwrap_or_default();
        let out = ways.into_iter().find(|(channel, _)| *channel == way.channel());
        let (state, due) = out.map_or((Posted::None, now), |(_, when)| (Posted::Waiting, when));
        tx.exec(sql::ENROL, params![&message.id, message.org, state.name(), due, now, way.name()])?;
    }
    Ok(())
}

/// The letters of these that are this process's now, with how often each was tried.
fn claim_all(tx: &mut Tx<'_>, way: Way, notices: &Notices, ids: &[String]) -> Result<Vec<(Letter, i64)>, Fault> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(claim(tx, way, notices, id)?);
    }
    Ok(all)
}

/// One letter is this process's now; `None` if another has it, or nobody gets it any more.
fn claim(tx: &mut Tx<'_>, way: Way, notices: &Notices, id: &str) -> Result<Option<(Letter, i64)>, Fault> {
    let now = tx.now();
    if tx.exec(sql::CLAIM, params![id, now, way.name()])? == 0 {
        return Ok(None);
    }
    let tries = tx.row(sql::TRIES, params![id, way.name()], |row| row.int(0))?.unwrap_or(0);
    let message = tx.row(sql::TOLD_ONE, params![id], read_message)?;
    let letter = message.map(|m| letter(tx, way, notices, &m)).transpose()?.flatten();
    if letter.is_none() {
        tx.exec(sql::POSTED, params![id, Posted::None.name(), now, now, None::<&str>, way.name()])?;
    }
    Ok(letter.map(|letter| (letter, tries)))
}

fn letter(r: &mut Read<'_>, way: Way, notices: &Notices, m: &Message) -> Result<Option<Letter>, Fault> {
    let Some((given, to)) = m.org.map(|org| way.address(r, org)).transpose()?.flatten() else { return Ok(None) };
    let Some(notice) = notices.find(&m.kind) else { return Ok(None) };
    let facts = (notice.facts)(r, m)?;
    let no = facts.get("no").to_owned();
    Ok(Some(Letter { id: m.id.clone(), to, given, kind: m.kind.clone(), no, link: facts.link, at: m.at }))
}

/// How a try ended.
fn note(tx: &mut Tx<'_>, way: Way, id: &str, tries: i64, done: Result<(), Unsent>) -> Result<(), Fault> {
    let now = tx.now();
    let pause = usize::try_from(tries - 1).ok().and_then(|n| PAUSES.get(n));
    let (state, due, said) = match (done, pause) {
        (Ok(()), _) => (Posted::Sent, now, None),
        (Err(Unsent::Refused(why)), _) => (Posted::Failed, now, Some(why)),
        (Err(Unsent::Unknown(why)), _) => (Posted::Unknown, now, Some(why)),
        (Err(Unsent::Later(why)), Some(pause)) => (Posted::Waiting, now.plus(*pause), Some(why)),
        (Err(Unsent::Later(why)), None) => (Posted::Failed, now, Some(why)),
    };
    tx.exec(sql::POSTED, params![id, state.name(), due, now, said.as_deref(), way.name()])?;
    Ok(())
}
