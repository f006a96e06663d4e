//! What strangers send in binary is read by a process of its own: `lianxin child KIND`, the same binary with limits on
//! memory and time, at most two at once. A decoder that hangs, crashes or eats memory ends there, not in the server.

mod frame;
mod kind;
mod launch;
pub mod press;
mod run;

pub use frame::{pack, unpack};
pub use kind::{Kind, Limits};
pub use launch::{Children, Failure};
pub use run::run;
