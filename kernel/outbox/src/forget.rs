//! What the outbox forgets with a person, or with what led to them.

use crate::{Reader, sql};
use lianxin_base::PersonId;
use lianxin_store::{Fault, Tx, params};
use std::fmt::Display;

/// A person's messages go, and what they opened. From an erasure's apply, when the name in force is erased.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.exec(sql::FORGET, params![person])?;
    tx.exec(sql::FORGET_SEEN, params![&Reader::person(person).name]).map(|_| ())
}

/// A person's messages about one thing go: who was told followed from a text that is erased. From a system's forget.
///
/// # Errors
/// The database's trouble.
pub fn forget_about(tx: &mut Tx<'_>, person: PersonId, subject: impl Display) -> Result<(), Fault> {
    tx.exec(sql::FORGET_ABOUT, params![person, subject.to_string()]).map(|_| ())
}
