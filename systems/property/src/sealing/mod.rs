//! 票箱封存记录: who sealed and who opened a box, when, where, before whom, with a photo. Everybody reads when; who and where stand on
//! the printed record and at the desk. A box that is sealed still keeps the count waiting.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::What;

use crate::assembly::ours;
use crate::conflict;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, Moment};
use lianxin_journal::{Act, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;
use rules::{Noting, may_note};

/// 封箱、开箱.
struct BoxNoted {
    vote: ActId,
    new: NewBox,
}

/// What was done with a box.
#[derive(Clone, Debug)]
pub struct NewBox {
    /// Its number.
    pub number: i64,
    /// Sealed or opened.
    pub what: What,
    /// When.
    pub at: Moment,
    /// Where it stands.
    pub place: String,
    /// Who was there, one a line.
    pub people: String,
    /// Of the seal.
    pub photo: Option<Photo>,
}

impl Act for BoxNoted {
    const KIND: &'static str = "property.box";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("box", self.new.number);
        leaf.text("what", self.new.what);
        leaf.int("when", self.new.at.micros());
        leaf.seal("place", None, &self.new.place);
        leaf.seal("people", None, &self.new.people);
        leaf.int("photos", self.new.photo.is_some());
        leaf.opt_seal("photo_files", None, self.new.photo.map(|p| p.to_string()).as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::add(tx, rec)?;
        tx.moved(format!("v-{}", rec.id_of::<ActId>("vote")?));
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<BoxNoted>()]
}

/// Notes that a box was sealed or opened.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn note(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewBox) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    let all = store::all(tx, id)?;
    may_note(Noting {
        state: v.state,
        called: v.called,
        closes: v.closes,
        now,
        number: new.number,
        what: new.what,
        at: new.at,
        people: &new.people,
        last: all.iter().rfind(|b| b.number == new.number).map(|b| (b.what, b.at)),
    })?;
    if new.place.is_empty() {
        return Err(Refusal::BoxPlace.into());
    }
    Ok(record(tx, author.head(v.area), &BoxNoted { vote: id, new: new.clone() })?)
}
