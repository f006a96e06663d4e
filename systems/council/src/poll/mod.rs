//! 问问大家 A straw poll: a party asks the residents something about a matter that is talked over. Two to six choices, a closing
//! day; a household answers once and changes its answer until then. It binds nobody. What was chosen is shown after the close, and
//! only where five households or more have answered.

mod answer;
mod close;
pub(crate) mod desk;
pub(crate) mod notices;
pub(crate) mod pages;
mod rules;
pub mod store;
pub(crate) mod whose;

pub use answer::{NewAnswer, PollAnswer, answer};
pub use close::{PollClosed, PollOff, take_back};
pub(crate) use close::{UNTIL, close};
pub(crate) use rules::LEAST;
pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, actor, note};
use crate::meeting::speaks;
use crate::rules::{Actor, Publicity};
use crate::store::Matter;
use lianxin_base::{ActId, Day, MatterId, Moment, OrgId};
use lianxin_gate::Scope;
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Asking, may_ask, until, worded};

/// The kind of a poll's line in the course of a matter, of its close, and of its being taken back.
pub(crate) const ASKED: &str = "poll";
pub(crate) const CLOSED: &str = "poll_closed";
pub(crate) const OFF: &str = "poll_off";

/// 问问大家.
pub struct Poll {
    matter: MatterId,
    until: Moment,
    question: String,
    choices: Vec<String>,
}

/// The sealed field of a choice, counted from 1.
pub(crate) fn field(n: usize) -> String {
    format!("choice_{n}")
}

impl Act for Poll {
    const KIND: &'static str = "council.poll";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.int("until", self.until.micros());
        leaf.int("choices", self.choices.len() as i64);
        leaf.seal("words", None, &self.question);
        for (n, choice) in (1..).zip(&self.choices) {
            leaf.seal(&field(n), None, choice);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was asked by no organisation", rec.id())))?;
        let until = rec.moment("until")?;
        store::add(tx, rec.id(), &m, org, (rec.int("choices")?, until, rec.at()))?;
        lianxin_work::set(tx, UNTIL, rec.id(), until, rec)?;
        crate::join::tell(rec, tx, &m, notices::ASKED)?;
        course::to_reporter(rec, tx, &m, notices::ASKED)?;
        tx.moved(m.element());
        note(rec, tx, &m, ASKED, None)
    }
}

/// What somebody asks.
#[derive(Clone, Debug)]
pub struct NewPoll {
    /// The matter's number.
    pub no: String,
    /// The question.
    pub question: String,
    /// What there is to choose.
    pub choices: Vec<String>,
    /// The last day.
    pub day: Day,
}

/// What the rules need to know of who asks: for which organisations, seeing how much.
fn asking(r: &mut Read<'_>, m: &Matter, (orgs, scope): (&[OrgId], &Scope), on: Day) -> Result<Asking, Fault> {
    let all = store::of_matter(r, m.id)?;
    let mut party = false;
    for org in orgs {
        party = party || speaks(r, m.area, *org, scope, on)?;
    }
    Ok(Asking {
        party,
        talked: m.stage == "deliberate" && m.ended_at.is_none(),
        shown: m.publication == Publicity::Shown,
        open: all.iter().any(|p| p.state == store::State::Open),
        asked: all.len(),
    })
}

/// Asks.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn ask(tx: &mut Tx<'_>, author: &Author, new: &NewPoll) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    crate::about::not_theirs(&m, actor(author))?;
    let orgs: Vec<OrgId> = if let Actor::Org(org) = actor(author) { vec![org] } else { Vec::new() };
    let now = tx.now();
    may_ask(&asking(tx, &m, (&orgs, &author.scope), now.day())?)?;
    worded(&new.question, &new.choices)?;
    let until = until(now, new.day)?;
    let act = Poll { matter: m.id, until, question: new.question.clone(), choices: new.choices.clone() };
    Ok(record(tx, m.head(author), &act)?)
}

/// The poll a recorded act is about.
fn of(rec: &Recorded, tx: &mut Tx<'_>) -> Result<ActId, Fault> {
    rec.id_of("poll").and_then(|id| {
        store::one(tx, id)?.map(|p| p.id).ok_or_else(|| Fault::Damaged(format!("{} is about no poll", rec.id())))
    })
}

/// From an erasure's apply: an answer whose text is gone is none any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if answer::FIELDS.contains(&field) { store::forget(tx, act) } else { Ok(()) }
}
