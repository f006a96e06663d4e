//! The public log: over the leaves of the record stands a Merkle tree whose root is signed, so that nobody, not even whoever
//! runs the computer, changes or takes away an act without it being seen.
//!
//! One step of the sequencer: tree rows are committed → the checkpoint is signed → `keys/checkpoint` is on the disk → it is
//! published. A process that is killed between two of them goes on with the next one.

mod keys;
mod public;
mod sequencer;
mod store;
mod trouble;
mod verify;

pub use keys::{LogKeys, opened};
pub use public::{Place, Published, bundle, place, published, tile};
pub use sequencer::step;
pub use store::{SQL, forget, leaves};
pub use trouble::LogTrouble;
pub use verify::{Signed, all_signed, verify};
