//! What is forgotten with an erased text.

use lianxin_base::ActId;
use lianxin_store::{Fault, Tx};

/// From an erasure's apply: nobody knows any more who was the voter of an owner-set, who objected to a
/// roll, who held a written authority, stood in an election, or who entered a paper; the
/// photo of a signed paper is named no more. What was cast
/// stays, under its number.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match field {
        "voter" => crate::ownership::store::forget(tx, act),
        "objector" => crate::objection::forget(tx, act),
        "proxy" => crate::proxy::store::forget(tx, act),
        "candidate" => crate::election::forget(tx, act),
        "by" => {
            crate::away::forget_by(tx, act)?;
            crate::official::store::forget_by(tx, act)?;
            crate::ballot::store::forget(tx, act)
        }
        "photo_files" => {
            crate::sealing::store::forget(tx, act)?;
            crate::official::store::forget_photo(tx, act)?;
            crate::signing::store::forget(tx, act)?;
            crate::away::store::forget_photo(tx, act)
        }
        _ => Ok(()),
    }
}
