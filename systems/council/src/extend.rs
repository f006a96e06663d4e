//! 要多等几天 More time: the executor asks for it once, before the term is over, with a reason and a new day. Neither step
//! nor holder changes; whoever waits is told the new day.

use crate::course::{self, Author, Terms, Wish, hop, note, said, take};
use crate::rules::{Move, Refusal, WORDS_MAX, may_extend};
use crate::stay;
use lianxin_base::{Day, MatterId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::{Hop, hops};
use lianxin_register::OrgKind;
use lianxin_register::find::party;
use lianxin_store::{Fault, Stop, Tx};

/// 要多等几天，X 月 X 日前办完.
pub(crate) struct Extension {
    matter: MatterId,
    hop: Hop,
    by_day: Day,
    words: String,
}

impl Act for Extension {
    const KIND: &'static str = "council.extension";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("by_day", self.by_day);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        if let Some(desk) = party(tx, m.area, OrgKind::ResidentsCommittee, rec.at().day())?
            .filter(|org| *org != m.holder && !m.veils(*org))
        {
            lianxin_outbox::to_org(tx, rec, 1, desk, course::EXTENDED, m.id)?;
        }
        note(rec, tx, &m, Move::Extension.name(), Some(rec.text("by_day")?))
    }
}

/// More time for what is being done.
#[derive(Clone, Debug)]
pub struct NewExtension {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// What it waits for.
    pub words: String,
    /// By the end of which day it will be done.
    pub deadline: Day,
}

/// Puts the day off by which the executor is done; reminders count from the new day.
pub fn extension(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewExtension) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let mut hop = hop(tx, terms, &m, author, &Wish::of(Move::Extension, new.seen), now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    let due = terms.close_of(new.deadline);
    let taken = hops(tx, m.way)?.map(|(_, taken)| taken).unwrap_or_default();
    may_extend(stay::last(&taken), now, m.due_at, due)?;
    hop.due = Some(due);
    let act = Extension { matter: m.id, hop, by_day: new.deadline, words: new.words.clone() };
    Ok(record(tx, m.head(author), &act)?)
}
