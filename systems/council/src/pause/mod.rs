//! 先停一停 Pause: the clock of the work stands still while it waits for parts, for warmer weather or for somebody to be at
//! home; on the day that was said it goes on by itself, with the time that was left.

mod rules;
pub mod store;

pub use rules::Reason;
pub(crate) use rules::{due_again, may_pause, rest};

use crate::course::{self, Author, Terms, Wish, hop, note, said, take};
use crate::quote;
use crate::rules::{Move, Refusal, WORDS_MAX};
use crate::store::Matter;
use lianxin_base::{Day, Lang, MatterId, Moment};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::Hop;
use lianxin_register::OrgKind;
use lianxin_register::find::party;
use lianxin_store::{Fault, Stop, Tx};

/// The step of the flow where a matter waits.
pub(crate) const STEP: &str = "waiting";
/// The day on which it goes on.
pub(crate) const RESUME: &str = "council.resume";
/// What whoever waits is told.
pub(crate) const PAUSED: &str = "council.paused";
/// What the executor is told on that day.
pub(crate) const RESUMED: &str = "council.resumed";

/// 先停一停.
pub(crate) struct Pause {
    matter: MatterId,
    hop: Hop,
    reason: Reason,
    until: Moment,
    rest: Option<i64>,
    words: String,
}

impl Act for Pause {
    const KIND: &'static str = "council.pause";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("reason", self.reason);
        leaf.int("until", self.until.micros());
        leaf.opt_int("rest", self.rest);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        let (reason, until) = (rec.text("reason")?.to_owned(), rec.moment("until")?);
        store::set(tx, m.id, &reason, until, rec.opt_int("rest")?)?;
        if let Some(desk) = party(tx, m.area, OrgKind::ResidentsCommittee, rec.at().day())?
            .filter(|org| *org != m.holder && !m.veils(*org))
        {
            lianxin_outbox::to_org(tx, rec, 1, desk, PAUSED, m.id)?;
        }
        note(rec, tx, &m, Move::Pause.name(), Some(&format!("{reason} {}", until.day())))
    }
}

/// What is waited for, and until when.
#[derive(Clone, Debug)]
pub struct NewPause {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// What is waited for.
    pub reason: Reason,
    /// In which words.
    pub words: String,
    /// On which day it goes on.
    pub until: Day,
}

/// Stops the clock of the work.
pub fn pause(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewPause) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let mut hop = hop(tx, terms, &m, author, &Wish::of(Move::Pause, new.seen), now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    let until = new.until.at(8, 0); // it goes on when that day begins
    may_pause(m.pace, now, m.due_at, until)?;
    hop.due = Some(until);
    let rest = m.due_at.map(|due| rest(m.pace, &terms.calendar, now, due));
    let act = Pause { matter: m.id, hop, reason: new.reason.said(), until, rest, words: new.words.clone() };
    Ok(record(tx, m.head(author), &act)?)
}

/// 接着办: by the executor, or by itself on the day that was said.
pub(crate) struct Resumption {
    matter: MatterId,
    hop: Hop,
    timer: Option<String>,
}

impl Act for Resumption {
    const KIND: &'static str = "council.resumption";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.opt_text("timer", self.timer.as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let timer = rec.opt_text("timer")?;
        if let Some(timer) = timer {
            lianxin_work::done(tx, timer, rec)?;
        }
        let m = take(rec, tx)?;
        if timer.is_some() {
            let kind = if m.step == quote::STEP { quote::notices::SILENT } else { RESUMED };
            lianxin_outbox::to_org(tx, rec, 1, m.holder, kind, m.id)?;
        }
        note(rec, tx, &m, Move::Resumption.name(), None)
    }
}

/// The executor goes on.
pub fn resumption(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    no: &str,
    seen: Option<i64>,
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    resumed(tx, terms, author, &m, seen, None)
}

/// The day has come.
pub(crate) fn resume(tx: &mut Tx<'_>, author: &Author, due: &lianxin_work::Due) -> Result<(), Stop> {
    let m = course::timed(tx, due)?;
    let terms = course::terms(tx, due.area)?;
    resumed(tx, &terms, author, &m, None, Some(due.id.clone())).map(|_| ())
}

fn resumed(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    m: &Matter,
    seen: Option<i64>,
    timer: Option<String>,
) -> Result<Receipt, Stop> {
    let now = tx.now();
    let mut hop = hop(tx, terms, m, author, &Wish::of(Move::Resumption, seen), now)?;
    let left = match m.step.as_str() {
        quote::STEP => quote::store::rest(tx, m.id)?,
        _ => store::paused(tx, m.id)?.and_then(|p| p.rest),
    };
    if let Some(left) = left {
        hop.due = Some(due_again(m.pace, terms, now, left));
    }
    Ok(record(tx, m.head(author), &Resumption { matter: m.id, hop, timer })?)
}

/// A reason in words; that a home is empty is said to those only who handle it and to who lives there.
pub(crate) fn reason_name(lang: Lang, reason: Reason, whole: bool) -> String {
    let t = crate::texts::t(lang);
    match reason {
        Reason::Parts => t.msg_pause_parts(),
        Reason::Warm => t.msg_pause_warm(),
        Reason::Home | Reason::Resident if whole => t.msg_pause_home(),
        Reason::Home | Reason::Resident => t.msg_pause_home_public(),
    }
}
