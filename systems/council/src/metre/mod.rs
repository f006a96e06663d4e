//! 一米 One metre: how near the organisation is. Of the entrances the share with a poster that somebody has looked at this month,
//! of the households the share with a named grid worker. Numbers for everybody; what is missing for who can mend it.

pub mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::Author;
use lianxin_base::{ActId, EntranceId};
use lianxin_journal::{Act, By, Head, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Stop, Tx};
use rules::enough;

/// 门口的码看过了: it is there and can be read, or it is not.
pub(crate) struct PosterLook {
    entrance: EntranceId,
    good: bool,
}

impl Act for PosterLook {
    const KIND: &'static str = "council.poster_look";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("entrance", self.entrance);
        leaf.int("good", self.good);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::looked(tx, rec.id_of("entrance")?, rec.area(), rec.int("good")? != 0, rec.at())
    }
}

/// Somebody stood at these doors; an act each, all or none.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn looked(tx: &mut Tx<'_>, author: &Author, doors: &[EntranceId], good: bool) -> Result<Receipt, Stop> {
    if !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::None.into());
    }
    enough(doors.len())?;
    let mut first = None;
    for (n, door) in doors.iter().enumerate() {
        let entrance = find::entrance(tx, *door)?.filter(|e| author.scope.covers(e.area)).ok_or(Refusal::None)?;
        let (id, token) = match n {
            0 => (author.act, author.token.clone()),
            _ => (ActId::new(tx.chance(), tx.now()), None),
        };
        let head = Head { id, area: entrance.area, by: author.by, no: None, token };
        let receipt = record(tx, head, &PosterLook { entrance: *door, good })?;
        first.get_or_insert(receipt);
    }
    Ok(first.ok_or(Refusal::Nothing)?)
}
