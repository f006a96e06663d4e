//! What the gate forgets with an erased text.

use crate::sql;
use lianxin_base::ActId;
use lianxin_store::{Fault, Tx, params};

/// With the name in force a person's slips, phones that are signed in and passwords go. From an erasure's apply,
/// before the register forgets whom the act named.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "name" {
        for sql in [sql::FORGET_SLIPS, sql::FORGET_SESSIONS, sql::FORGET_CREDENTIALS] {
            tx.exec(sql, params![act])?;
        }
    }
    Ok(())
}
