//! 遮住一句 Hiding: what somebody said in a deliberation is hidden by a worker, with a reason that everybody reads. The line and
//! who said it as what stay; it can be shown again.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, actor, said};
use crate::rules::{EntryKind, Refusal as Course, WORDS_MAX};
use lianxin_base::{ActId, MatterId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use rules::may_change;

/// 遮住, 放出来.
pub(crate) struct Hiding {
    matter: MatterId,
    entry: ActId,
    hides: bool,
    words: String,
}

impl Act for Hiding {
    const KIND: &'static str = "council.hiding";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("entry", self.entry);
        leaf.int("hides", self.hides);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let entry: ActId = rec.id_of("entry")?;
        if rec.int("hides")? != 0 {
            store::hide(tx, entry, rec.id(), &m, rec.at())?;
            crate::question::hidden(rec, tx, entry)?;
        } else {
            store::show(tx, entry)?;
        }
        tx.moved(m.element());
        Ok(())
    }
}

/// Hides a line with its reason, or shows it again.
pub fn hide(
    tx: &mut Tx<'_>,
    author: &Author,
    no: &str,
    (entry, hides, words): (ActId, bool, &str),
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    crate::about::not_theirs(&m, actor(author))?;
    let all = crate::store::entries(tx, m.id)?;
    let found = all.iter().find(|e| e.act == entry && is_spoken(&e.kind));
    may_change(found.map(|e| e.hidden.is_some()), hides)?;
    if hides {
        said(words, "note", WORDS_MAX, Course::NoReason)?;
    }
    let words = if hides { words.to_owned() } else { String::new() };
    Ok(record(tx, m.head(author), &Hiding { matter: m.id, entry, hides, words })?)
}

/// Whether it is something said in a deliberation: 赞成、担心、想问、提议.
pub(crate) fn is_spoken(kind: &str) -> bool {
    EntryKind::ALL.iter().any(|k| k.name() == kind)
}
