//! What the outbox forgets with a person, or with what led to them.

use crate::{Reader, sql};
use lianxin_base::{ActId, Moment, PersonId};
use lianxin_store::{Fault, Tx, params};
use std::fmt::Display;

/// A person's messages go, what they opened, how they wanted to be told and how often it was tried. From an erasure's apply, when the name in force is erased.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    for statement in [sql::FORGET_TOLD, sql::FORGET_WISHES, sql::FORGET] {
        tx.exec(statement, params![person])?;
    }
    tx.exec(sql::FORGET_SEEN, params![&Reader::person(person).name]).map(|_| ())
}

/// A person's messages about one thing go: who was told followed from a text that is erased. From a system's forget.
///
/// # Errors
/// The database's trouble.
pub fn forget_about(tx: &mut Tx<'_>, person: PersonId, subject: impl Display) -> Result<(), Fault> {
    let subject = subject.to_string();
    tx.exec(sql::FORGET_TOLD_ABOUT, params![person, &subject])?;
    tx.exec(sql::FORGET_ABOUT, params![person, &subject]).map(|_| ())
}

/// Messages sent before a moment go, with who opened them, how they were told and posted; a message's id begins with its
/// act's, and that with its time. From the apply of a purge.
///
/// # Errors
/// The database's trouble.
pub fn forget_before(tx: &mut Tx<'_>, sent: Moment) -> Result<(), Fault> {
    let first = ActId::first_at(sent);
    for statement in [sql::OLD_TOLD, sql::OLD_SEEN, sql::OLD_POSTED, sql::OLD] {
        tx.exec(statement, params![first])?;
    }
    Ok(())
}

/// With its text a wish goes. From an erasure's apply, for every text.
///
/// # Errors
/// The database's trouble.
pub fn forget_text(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "how" {
        tx.exec(sql::FORGET_WISH, params![act])?;
    }
    Ok(())
}
