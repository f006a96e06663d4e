//! How somebody of the register wants to be told. Who wants it and what is sealed; that somebody wants something told
//! in another way says something about a household, so the act is hidden.

use crate::{How, sql};
use lianxin_base::PersonId;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Tx, params};

/// 怎么告诉我 A wish how to be told.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Whose.
    pub person: PersonId,
    /// How.
    pub how: How,
}

impl Act for Wish {
    const KIND: &'static str = "outbox.wish";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.seal("how", Some(self.person), self.how.name());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        match rec.subject("how") {
            Some(person) => {
                tx.exec(sql::WISH, params![rec.id(), person, rec.area(), rec.at()])?;
                Ok(())
            }
            None => Ok(()), // erased
        }
    }
}

/// Records a wish.
///
/// # Errors
/// The database's trouble.
pub fn wish(tx: &mut Tx<'_>, head: Head, act: Wish) -> Result<Receipt, Fault> {
    record(tx, head, &act)
}

/// How a person wants to be told; `None` if they never said.
///
/// # Errors
/// The database's trouble.
pub fn wish_of(r: &mut Read<'_>, person: PersonId) -> Result<Option<How>, Fault> {
    let all: Vec<(i64, String)> = r.rows(sql::WISHES_OF, params![person], |row| Ok((row.int(0)?, row.text(1)?)))?;
    Ok(all.into_iter().max_by_key(|(seq, _)| *seq).and_then(|(_, how)| how.parse().ok()))
}
