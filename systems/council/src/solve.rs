//! 解决 Solve: the executor does it and says so with a note, or sends a wrong dispatch back; the desk may ask another.

use crate::collect::{NewNote, executor_here};
use crate::course::{self, Author, Terms, Wish, hop, note, said, take};
use crate::part;
use crate::photos;
use crate::quote;
use crate::rules::{Move, Refusal, WORDS_MAX, may_return};
use crate::stay;
use crate::store;
use lianxin_base::{Fen, MatterId, OrgId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::{Hop, hops};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;

/// 干完了，请居民看: the unit says done. It is not solved until the residents say so.
pub(crate) struct Completion {
    pub(crate) matter: MatterId,
    pub(crate) hop: Hop,
    pub(crate) words: String,
    /// What it cost.
    pub(crate) cost: Option<Fen>,
    /// Whether somebody at home pays it: then it is nobody else's business.
    pub(crate) paid: bool,
    pub(crate) person: Option<PersonId>,
    pub(crate) photos: Vec<Photo>,
}

impl Act for Completion {
    const KIND: &'static str = "council.completion";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        match self.cost {
            Some(cost) if self.paid => leaf.seal(quote::PAID, self.person, &cost.0.to_string()),
            cost => leaf.opt_int("cost", cost.map(|fen| fen.0)),
        }
        leaf.seal("words", None, &self.words);
        photos::leaf(leaf, None, &self.photos);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        photos::brought(rec, tx, m.id, photos::DONE)?;
        let cost = rec.opt_int("cost")?.map(|fen| fen.to_string());
        note(rec, tx, &m, Move::Completion.name(), cost.as_deref())
    }
}

/// The executor says what was done, shows it, and asks the residents to look.
pub fn completion(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    new: &NewNote,
    cost: Option<Fen>,
    photos: &[Photo],
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let hop = hop(tx, terms, &m, author, &Wish::of(Move::Completion, new.seen), now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    part::may_finish(part::store::open_of(tx, m.id)?)?;
    let cost = cost.filter(|cost| cost.0 != 0);
    let paid = quote::charged(tx, &m, cost)?;
    let (words, person) = (new.words.clone(), m.reporter);
    let act = Completion { matter: m.id, hop, words, cost, paid, person, photos: photos.to_vec() };
    Ok(record(tx, m.head(author), &act)?)
}

/// 不归我们管: a wrong dispatch comes back to the desk with its reason.
pub(crate) struct Return {
    matter: MatterId,
    hop: Hop,
    words: String,
}

impl Act for Return {
    const KIND: &'static str = "council.return";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        store::executor(tx, m.id, None)?;
        note(rec, tx, &m, Move::Return.name(), None)
    }
}

/// Sends a wrong dispatch back.
pub fn send_back(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewNote) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let hop = hop(tx, terms, &m, author, &Wish::of(Move::Return, new.seen), now)?;
    let taken = hops(tx, m.way)?.map(|(_, taken)| taken).unwrap_or_default();
    may_return(stay::began(&taken), now, &terms.calendar)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    Ok(record(tx, m.head(author), &Return { matter: m.id, hop, words: new.words.clone() })?)
}

/// 改交别家: the desk asks another organisation.
pub(crate) struct Transfer {
    matter: MatterId,
    hop: Hop,
    executor: OrgId,
    words: String,
}

impl Act for Transfer {
    const KIND: &'static str = "council.transfer";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("executor", self.executor);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        store::executor(tx, m.id, Some(rec.id_of("executor")?))?;
        note(rec, tx, &m, Move::Transfer.name(), Some(rec.text("executor")?))
    }
}

/// Asks another organisation; the clock begins anew and both are told.
pub fn transfer(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    new: &NewNote,
    executor: OrgId,
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let wish = Wish { executor: Some(executor), ..Wish::of(Move::Transfer, new.seen) };
    let hop = hop(tx, terms, &m, author, &wish, now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    let executor = executor_here(tx, &m, executor, now)?;
    let act = Transfer { matter: m.id, hop, executor, words: new.words.clone() };
    Ok(record(tx, m.head(author), &act)?)
}
