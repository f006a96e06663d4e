//! What the gate forgets with a person.

use crate::{device, sql};
use lianxin_base::PersonId;
use lianxin_store::{Fault, Tx, params};

/// A person's slips, six digits, phones that are signed in, passwords and agreements go. From an erasure's apply, when the name in force is
/// erased.
///
/// # Errors
/// The database's trouble.
pub fn forget_person(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    for sql in
        [sql::FORGET_SLIPS, sql::SESSION_END_PERSON, sql::FORGET_CREDENTIALS, sql::CODE_DROP, sql::FORGET_CONSENTS]
    {
        tx.exec(sql, params![person])?;
    }
    device::forget_devices(tx, person)
}
