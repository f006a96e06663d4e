//! What is forgotten with an erased text.

use crate::notice::store;
use crate::second;
use lianxin_base::ActId;
use lianxin_store::{Fault, Tx};

/// From an erasure's apply: the files of an act's photos are named no more. Titles and words stand in the record alone.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "photo_files" {
        store::forget_photo(tx, act)?;
        second::forget(tx, act)?;
    }
    Ok(())
}
