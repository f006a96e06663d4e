//! 常用回话: what a desk says again and again, written once. It is kept for a community; on the form it fills the question and
//! is changed there before it is sent, so that what people read is still written by who answers.

pub mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal, Use};

use crate::course::Author;
use lianxin_base::{ActId, AreaId};
use lianxin_journal::{Act, By, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::may_write;
use store::Line;

/// 写一条, or the same one in other words.
pub(crate) struct Reply {
    changes: Option<ActId>,
    form: Use,
    words: String,
}

impl Act for Reply {
    const KIND: &'static str = "council.reply";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("changes", self.changes);
        leaf.text("form", self.form);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        match rec.opt_id_of("changes")? {
            Some(id) => store::change(tx, id, rec.text("form")?, rec.id()),
            None => store::add(tx, rec.id(), rec.area(), rec.text("form")?, rec.at()),
        }
    }
}

/// 不用这条了.
pub(crate) struct Retired {
    reply: ActId,
}

impl Act for Retired {
    const KIND: &'static str = "council.reply_retired";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("reply", self.reply);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::remove(tx, rec.id_of("reply")?)
    }
}

/// What a worker writes down.
#[derive(Clone, Debug)]
pub struct NewReply {
    /// The one that is changed.
    pub changes: Option<ActId>,
    /// Where it is said.
    pub form: Use,
    /// The words.
    pub words: String,
}

fn head(author: &Author, area: AreaId) -> Result<Head, Refusal> {
    if !matches!(author.by, By::Seat { .. }) || !author.scope.covers(area) {
        return Err(Refusal::None);
    }
    Ok(author.head(area))
}

/// One that is in use, if the author looks after its place.
fn ours(r: &mut Read<'_>, author: &Author, id: ActId) -> Result<Line, Stop> {
    Ok(store::one(r, id)?.filter(|line| author.scope.covers(line.area)).ok_or(Refusal::None)?)
}

/// Writes one down for an area, or changes one of it.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn reply(tx: &mut Tx<'_>, author: &Author, area: AreaId, new: &NewReply) -> Result<Receipt, Stop> {
    let area = match new.changes {
        Some(id) => ours(tx, author, id)?.area,
        None => area,
    };
    let head = head(author, area)?;
    let others = store::of(tx, area)?;
    may_write(new, &others)?;
    Ok(record(tx, head, &Reply { changes: new.changes, form: new.form, words: new.words.clone() })?)
}

/// Takes one out of use.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn retire(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Receipt, Stop> {
    let line = ours(tx, author, id)?;
    Ok(record(tx, head(author, line.area)?, &Retired { reply: id })?)
}

/// What is in use for an area: its own, then of what it lies in.
///
/// # Errors
/// The database's trouble.
pub(crate) fn in_use(r: &mut Read<'_>, area: AreaId) -> Result<Vec<Line>, Fault> {
    let mut all = store::of(r, area)?;
    for above in lianxin_register::find::ancestors(r, area)? {
        all.extend(store::of(r, above.id)?);
    }
    all.retain(|line| line.words.is_some());
    Ok(all)
}
