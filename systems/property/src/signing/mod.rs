//! 计票表签好了: who called the papers, who counted and who watched sign the printed sheet; that they did, and whether they came to what
//! the program counted, is noted with a photo. Everybody reads how many there were and when; who stands at the desk only.

pub(crate) mod pages;
mod rules;
pub mod store;

use crate::assembly::ours;
use crate::conflict;
use crate::election::store as elections;
use crate::words::Author;
use lianxin_base::{ActId, Day};
use lianxin_journal::{Act, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;
use rules::{Noting, may_note, names};

/// 计票表签好了.
struct SheetSigned {
    vote: ActId,
    new: NewSigning,
}

/// A signed count sheet.
#[derive(Clone, Debug)]
pub struct NewSigning {
    /// When it was signed.
    pub day: Day,
    /// Who called, who counted, who watched: one a line each.
    pub names: [String; 3],
    /// What they counted is what the program counted.
    pub same: bool,
    /// If not, what differs.
    pub words: String,
    /// Of the sheet.
    pub photo: Option<Photo>,
}

fn many(text: &str) -> i64 {
    i64::try_from(names(text).len()).unwrap_or(i64::MAX)
}

impl Act for SheetSigned {
    const KIND: &'static str = "property.tally_signed";

    fn leaf(&self, leaf: &mut Leaf) {
        let [calls, counts, watches] = &self.new.names;
        leaf.text("vote", self.vote);
        leaf.text("day", self.new.day);
        leaf.int("callers", many(calls));
        leaf.int("counters", many(counts));
        leaf.int("watchers", many(watches));
        leaf.int("same", self.new.same);
        leaf.seal("calls", None, calls);
        leaf.seal("counts", None, counts);
        leaf.seal("watches", None, watches);
        leaf.opt_seal("words", None, (!self.new.words.is_empty()).then_some(self.new.words.as_str()));
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
    vec![Kind::of::<SheetSigned>()]
}

/// Notes that the count sheet was signed; a newer one stands in place of the one before.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn note(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewSigning) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    let stand = elections::candidates(tx, id)?.into_iter().filter(|c| c.stands.live());
    let candidates: Vec<String> = stand.map(|c| c.name).filter(|name| !name.is_empty()).collect();
    let [calls, counts, watches] = &new.names;
    may_note(&Noting {
        state: v.state,
        closes: v.closes,
        now,
        day: new.day,
        names: [calls, counts, watches],
        same: new.same,
        words: &new.words,
        photo: new.photo.is_some(),
        candidates: &candidates,
    })?;
    Ok(record(tx, author.head(v.area), &SheetSigned { vote: id, new: new.clone() })?)
}
