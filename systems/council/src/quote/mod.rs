//! 报价 Quote: a repair inside a home that costs its owner something begins with a price and their yes. While they think it
//! over the clock of the work stands still; what is charged in the end is never more than what they said yes to.
//!
//! What it costs somebody at home is nobody else's business: price and words are sealed, and only the reporter, who does
//! the work and the desk read them. Public is that a price is being agreed.

pub(crate) mod notices;
pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{Covers, REFUSALS, Refusal, State};
pub(crate) use rules::{askable, may_ask, may_charge};

use crate::course::{self, Author, Terms, Wish, actor, hop, note, said, take};
use crate::feedback::HOW;
use crate::pause;
use crate::rules::{Move, Refusal as Course, WORDS_MAX};
use crate::store::{Entry, Matter};
use lianxin_base::{Fen, Lang, MatterId, Moment, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record, text};
use lianxin_path::Hop;
use lianxin_register::OrgKind;
use lianxin_register::find::party;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{answer_days, left, may_answer, now_state};

/// The step of the flow where the owner thinks a price over.
pub(crate) const STEP: &str = "quoted";
/// The sealed sum of a completion that the owner pays.
pub(crate) const PAID: &str = "paid";

/// The texts of a price.
pub(crate) const FIELDS: [&str; 3] = ["price", "covers", "words"];

/// 报价: what it costs and what that covers.
pub(crate) struct Quote {
    matter: MatterId,
    hop: Hop,
    rest: Option<i64>,
    price: Fen,
    covers: Covers,
    words: String,
    person: Option<PersonId>,
    /// Whether somebody of the community is to ask: who reported it has no account.
    asked: bool,
}

impl Act for Quote {
    const KIND: &'static str = "council.quote";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.opt_int("rest", self.rest);
        leaf.int("asked", self.asked);
        leaf.seal("price", self.person, &self.price.0.to_string());
        leaf.seal("covers", self.person, self.covers.name());
        leaf.seal("words", self.person, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        store::add(tx, rec.id(), &m, rec.opt_int("rest")?, rec.at())?;
        if rec.int("asked")? != 0
            && let Some(desk) = party(tx, m.area, OrgKind::ResidentsCommittee, rec.at().day())?
        {
            lianxin_outbox::to_org(tx, rec, 1, desk, notices::ASK_THEM, m.id)?;
        }
        note(rec, tx, &m, Move::Quote.name(), None)
    }
}

/// A price, as the executor names it.
#[derive(Clone, Debug)]
pub struct NewQuote {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// What it costs.
    pub price: Fen,
    /// What is in it.
    pub covers: Covers,
    /// What will be done for it, and what would cost more.
    pub words: String,
}

/// Names a price; one named before and not answered is replaced by it.
pub fn quote(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewQuote) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let mut hop = hop(tx, terms, &m, author, &Wish::of(Move::Quote, new.seen), now)?;
    may_ask(m.pace, askable(&m.source, m.reporter), new.price)?;
    said(&new.words, "note", WORDS_MAX, Course::NoReason)?;
    let began = began(tx, &m)?;
    let before = store::all(tx, m.id)?.iter().any(|q| q.org == m.holder && q.at >= began);
    hop.due = match m.due_at.filter(|_| m.step == STEP) {
        // A price in place of one that waits is answered by the same day.
        Some(due) => Some(due),
        None => {
            let days = answer_days(before, m.step != pause::STEP && m.due_at.is_some_and(|due| due < now));
            Some(terms.close_of(terms.calendar.add_working_days(now.day(), days)))
        }
    };
    let rest = match m.step.as_str() {
        STEP => store::rest(tx, m.id)?,
        pause::STEP => pause::store::paused(tx, m.id)?.and_then(|p| p.rest),
        _ => m.due_at.map(|due| pause::rest(m.pace, &terms.calendar, now, due)),
    };
    let (price, covers, words) = (new.price, new.covers, new.words.clone());
    let (person, asked) = (m.reporter, m.reporter.is_none());
    let act = Quote { matter: m.id, hop, rest, price, covers, words, person, asked };
    Ok(record(tx, m.head(author), &act)?)
}

/// 我同意, 我不同意.
pub(crate) struct QuoteAnswer {
    matter: MatterId,
    hop: Hop,
    how: Option<String>,
    words: String,
    person: Option<PersonId>,
}

impl Act for QuoteAnswer {
    const KIND: &'static str = "council.quote_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.opt_text("how", self.how.as_deref());
        if !self.words.is_empty() {
            leaf.seal("words", self.person, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        let mv = rec.text("move")?.to_owned();
        let kind = if mv == Move::Consent.name() { notices::AGREED } else { notices::REFUSED };
        lianxin_outbox::to_org(tx, rec, 1, m.holder, kind, m.id)?;
        note(rec, tx, &m, &mv, rec.opt_text("how")?)
    }
}

/// The owner's answer to a price.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// 我同意, or 我不同意.
    pub yes: bool,
    /// What they say; needed when it is a no.
    pub words: String,
    /// How they were asked, when somebody else enters it.
    pub how: Option<String>,
}

/// Enters the owner's answer: either way the clock of the work goes on with what was left.
pub fn answer(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewAnswer) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let mv = if new.yes { Move::Consent } else { Move::Dissent };
    let now = tx.now();
    let mut hop = hop(tx, terms, &m, author, &Wish::of(mv, new.seen), now)?;
    may_answer(actor(author), m.executor)?;
    if !new.yes && new.words.is_empty() {
        return Err(Course::NoReason.into());
    }
    if new.words.chars().count() > WORDS_MAX {
        return Err(Course::TooLong { field: "note", max: WORDS_MAX }.into());
    }
    if let Some(rest) = store::rest(tx, m.id)? {
        hop.due = Some(pause::due_again(m.pace, terms, now, rest));
    }
    let how = new.how.clone().filter(|h| HOW.contains(&h.as_str()));
    let act = QuoteAnswer { matter: m.id, hop, how, words: new.words.clone(), person: m.reporter };
    Ok(record(tx, m.head(author), &act)?)
}

/// A matter leaves the step where a price is thought over: what became of the price.
pub(crate) fn close(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    let state = left(rec.opt_text("move")?.unwrap_or_default());
    let answer = matches!(state, State::Agreed | State::Refused).then_some(rec.id());
    store::close(tx, m.id, state, answer, rec.at())
}

/// When the round began in which it is done now: taken up again it begins anew.
fn began(r: &mut Read<'_>, m: &Matter) -> Result<Moment, Fault> {
    Ok(lianxin_path::way(r, m.way)?.map_or(m.reported_at, |way| way.began))
}

/// Whether who does the work may charge this much, and whether the owner pays it.
pub(crate) fn charged(r: &mut Read<'_>, m: &Matter, cost: Option<Fen>) -> Result<bool, Stop> {
    let all = store::all(r, m.id)?;
    let began = began(r, m)?;
    let own = all.iter().filter(|q| q.org == m.holder);
    let own: Vec<_> = own.map(|q| (now_state(q.state, q.at, began), q.price)).collect();
    may_charge(&own, cost)?;
    Ok(!own.is_empty())
}

/// What an owner paid stands beside the completion for those who may read it.
pub(crate) fn show_paid(r: &mut Read<'_>, entries: &mut [Entry]) -> Result<(), Fault> {
    for e in entries.iter_mut().filter(|e| e.kind == Move::Completion.name() && e.detail.is_none()) {
        e.detail = text(r, e.act, PAID)?;
    }
    Ok(())
}

/// What a price covers, in words.
pub(crate) fn covers_name(lang: Lang, covers: Covers) -> String {
    let t = crate::texts::t(lang);
    match covers {
        Covers::Both => t.msg_quote_both(),
        Covers::Labour => t.msg_quote_labour(),
        Covers::Parts => t.msg_quote_parts(),
    }
}
