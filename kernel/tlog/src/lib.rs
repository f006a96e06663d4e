//! A transparency log without its storage: the RFC 6962 Merkle tree over given leaf hashes, C2SP tiles, signed notes,
//! checkpoints and cosignatures. Pure: asks no clock, reads no files, opens no database.
//!
//! A log keeps only *tiles*: rows of up to 256 consecutive hashes of complete subtrees. [`Growth`] takes new leaf hashes
//! and gives the tiles that changed; [`root`], [`inclusion`] and [`consistency`] are computed from tiles; whoever holds a
//! [`Checkpoint`] verifies them with [`verify_inclusion`] and [`verify_consistency`] and needs no trust in the log.

#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unwrap_used
    )
)]

mod bundle;
mod checkpoint;
mod growth;
mod key;
mod note;
mod proof;
mod reader;
mod sign;
mod tile;
mod tree;

pub use bundle::{BundleFault, push_entry, read_bundle, write_bundle};
pub use checkpoint::{Checkpoint, CheckpointFault, Opened};
pub use growth::{GrownTile, Growth, LogFull};
pub use key::{KeyFault, KeyKind, Verifier};
pub use note::{Note, NoteFault, Signature, Verified, VerifiedBy};
pub use proof::{ProofFault, consistency, inclusion, verify_consistency, verify_inclusion};
pub use reader::{Tiles, TreeFault, root};
pub use sign::Signer;
pub use tile::{Tile, TileFault, TileKind, width_in};
pub use tree::{EMPTY_ROOT, Hash, leaf_hash, node_hash, root_of};

#[cfg(test)]
mod invariants;
#[cfg(test)]
mod key_tests;
#[cfg(test)]
mod note_tests;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tile_tables;
