//! What the register forgets with an erased text.

use crate::{find, store};
use lianxin_base::ActId;
use lianxin_store::{Fault, Tx, params};

/// With the name in force a person goes: their entry, what they were to households and units, who held a seat, sat in or owned. With
/// their phone only its last digits go. An older name or phone has left nothing here. From an erasure's apply; other
/// rooms that look a person up by the act forget before this one.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match field {
        "phone" => tx.exec(store::FORGET_PHONE, params![act]).map(|_| ()),
        "name" => {
            let Some(person) = find::person_named_by(tx, act)? else { return Ok(()) };
            for sql in [
                store::FORGET_RELATIONS,
                store::FORGET_SEATS,
                store::FORGET_DEPUTIES,
                store::FORGET_OWNER,
                store::FORGET_GUARDIAN,
                store::CHILD_DROP,
                store::FORGET_PERSON,
            ] {
                tx.exec(sql, params![person])?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
