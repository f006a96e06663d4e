//! Acts: what happens is recorded once, as a leaf that can be checked, and applied by the same code that replays it.
//!
//! An act's public fields stand in its leaf; what people wrote and who they are stands in `journal_text` alone,
//! and the leaf carries a salted commitment to it, so that a text can be erased without breaking the record.

mod act;
mod by;
mod canonical;
mod coverage;
mod erasure;
mod files;
mod finding;
mod leaf;
pub mod log;
mod look;
mod open;
mod record;
mod recorded;
mod verify;

pub use act::{Act, Kind};
pub use by::By;
pub(crate) use canonical::LEAF_MAX;
pub use canonical::{commitment, leaf_hash};
pub use coverage::{Class, Covered, coverage};
pub use erasure::{ERASURE, Erasure, Forget, Held, TextKey, erase, erased_after, of_person};
pub use files::{NamedBy, forget, sweep, verify_files};
pub use finding::{Finding, Wrong};
pub use leaf::Leaf;
pub use look::{
    Entry, LOOKED, SQL, already, author, entries, last_before, length, log, narrowed, receipt, text, texts,
};
pub use open::{Opening, opening};
pub use record::{Head, Receipt, record};
pub use recorded::Recorded;
pub use verify::{Progress, Verified, verify};

use lianxin_store::{Kept, Migrations};

/// The record's own tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "journal",
        files: &[("0001", include_str!("../migrations/0001.sql")), ("0002", include_str!("../migrations/0002.sql"))],
    }
}

/// The record's columns that are of no meaning to it.
pub fn kept() -> Vec<Kept> {
    vec![
        Kept {
            table: "journal_act",
            columns: &["token", "idx"],
            reason: "token: the form that was sent, so that a second sending finds the first receipt; idx: never written, the \
                 place in the tree is seq - 1",
        },
        Kept { table: "journal_tile", columns: &[], reason: "the tree over the leaves, computed from them" },
        Kept { table: "journal_log", columns: &[], reason: "how far the tree reaches, and the newest checkpoint" },
    ]
}
