//! 手上的活: what whoever repairs it has in hand, on a telephone, for hands that cannot type. Buttons and chips give the words;
//! what they do are the acts the desk knows: done, waits, not ours. Only 到了 is an act of its own.

mod gone;
pub(crate) mod pages;
mod rules;

pub use rules::{Did, Later, REFUSALS, Refusal};

use crate::course::{self, Author, actor, note};
use crate::rules::{Actor, Refusal as Course};
use crate::store::entries;
use lianxin_base::MatterId;
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use rules::may_arrive;

/// The kind of its line in a matter's course.
pub(crate) const ARRIVAL: &str = "arrival";

/// 到了: whoever does it is at the place.
pub(crate) struct Arrival {
    matter: MatterId,
}

impl Act for Arrival {
    const KIND: &'static str = "council.arrival";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        tx.moved(m.element());
        note(rec, tx, &m, ARRIVAL, None)
    }
}

/// Says that they are there.
pub fn arrive(tx: &mut Tx<'_>, author: &Author, no: &str) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    let now = tx.now();
    if actor(author) != Actor::Org(m.holder) {
        return Err(Course::NotHolder.into());
    }
    let works = m.ended_at.is_none() && m.stage == "solve";
    let last = entries(tx, m.id)?.into_iter().rfind(|e| e.kind == ARRIVAL).map(|e| e.at);
    may_arrive(works, last, now)?;
    Ok(record(tx, m.head(author), &Arrival { matter: m.id })?)
}
