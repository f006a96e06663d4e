//! What the outbox forgets with an erased text.

use crate::sql;
use lianxin_base::{ActId, PersonId};
use lianxin_store::{Fault, Tx, params};
use std::fmt::Display;

/// With the name in force a person's messages go, and what they opened. From an erasure's apply, before the register
/// forgets whom the act named.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "name" {
        tx.exec(sql::FORGET, params![act])?;
        tx.exec(sql::FORGET_SEEN, params![act])?;
    }
    Ok(())
}

/// A person's messages about one thing go: who was told followed from a text that is erased. From a system's forget.
///
/// # Errors
/// The database's trouble.
pub fn forget_about(tx: &mut Tx<'_>, person: PersonId, subject: impl Display) -> Result<(), Fault> {
    tx.exec(sql::FORGET_ABOUT, params![person, subject.to_string()]).map(|_| ())
}
