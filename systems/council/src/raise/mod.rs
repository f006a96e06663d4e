//! 再提: nobody answered twice and the matter was kept aside; whoever brought it in takes it up again, whenever they like within
//! a year. It begins anew under its own number.

pub(crate) mod pages;
mod rules;

pub(crate) use rules::may_raise;
pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, Terms, actor, keeper, note};
use crate::feedback::HOW;
use crate::rules::{Refusal as Course, WORDS_MAX};
use crate::store;
use lianxin_base::{MatterId, PersonId, WayId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::Begin;
use lianxin_store::{Fault, Stop, Tx};

/// The kind of its line in a matter's course.
pub(crate) const RAISE: &str = "raise";

/// 再提.
pub(crate) struct Raise {
    matter: MatterId,
    begin: Begin,
    how: Option<String>,
    words: String,
    person: Option<PersonId>,
}

impl Act for Raise {
    const KIND: &'static str = "council.raise";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        self.begin.leaf(leaf);
        leaf.opt_text("how", self.how.as_deref());
        leaf.seal("words", self.person, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (begin, before) = (Begin::read(rec)?, course::of(rec, tx)?);
        lianxin_path::begin(rec, tx)?;
        store::tally(tx, before.area, "closed", -1)?;
        store::tally(tx, before.area, &begin.stage, 1)?;
        crate::merge::store::anew(tx, before.id, begin.way, rec.at())?;
        store::reopened(tx, before.id)?;
        let m = course::of(rec, tx)?;
        course::timers(rec, tx, &m)?;
        course::tell_holder(rec, tx, &m, "council.new")?;
        course::to_reporter(rec, tx, &m, "council.moved")?;
        tx.moved(m.element());
        tx.moved("desk");
        note(rec, tx, &m, RAISE, rec.opt_text("how")?)
    }
}

/// What was kept aside is taken up again.
#[derive(Clone, Debug)]
pub struct NewRaise {
    /// The matter's number.
    pub no: String,
    /// The way it begins anew.
    pub way: WayId,
    /// What is still wrong.
    pub words: String,
    /// How it was said, when somebody else enters it.
    pub how: Option<String>,
}

/// Takes it up again: the community looks at it anew.
pub fn raise(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewRaise) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    may_raise(m.outcome.as_deref(), m.ended_at, now, (actor(author), m.executor))?;
    crate::about::not_theirs(&m, actor(author))?;
    course::said(&new.words, "note", WORDS_MAX, Course::NoReason)?;
    let holder = keeper(tx, &m, now)?;
    let (mut begin, _) = course::flow()
        .begin(new.way, m.pace.name(), &|_| Some(holder))
        .map_err(|no| Fault::bug(format!("the flow has no beginning: {no:?}")))?;
    begin.due = course::due(terms, &begin.step, m.pace, now);
    let how = new.how.clone().filter(|h| HOW.contains(&h.as_str()));
    let act = Raise { matter: m.id, begin, how, words: new.words.clone(), person: m.reporter };
    Ok(record(tx, m.head(author), &act)?)
}
