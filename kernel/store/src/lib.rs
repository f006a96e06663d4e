//! The database seam. Domain code is plain synchronous Rust over [`Read`] and [`Tx`]; only this room knows
//! whether SQLite or PostgreSQL is behind it.
//!
//! A [`Db`] has three doors: [`Db::read`] (one snapshot), [`Db::act`] (the writer: acts are recorded and applied,
//! many commands share one fsync, the answer comes after COMMIT) and [`Db::keep`] (housekeeping without an act,
//! only on tables declared as [`Kept`]).

mod conn;
mod copy;
mod db;
mod fault;
mod files;
mod migrate;
mod pool;
pub mod private;
mod queue;
mod schema;
mod scratch;
mod scrub;
pub mod testing;
mod tx;
mod value;
mod writer;

pub use conn::{Read, Row};
pub use db::{Db, Log, Open, Place};
pub use fault::{Fault, Stop};
pub use files::{BadHash, FileHash, Files};
pub use migrate::{Kept, Migrations, Standing};
pub use queue::{Full, Queue, Takers};
pub use schema::{Column, columns, dump};
pub use scratch::Scratch;
pub use tx::Tx;
pub use value::Value;
pub use writer::Committed;
