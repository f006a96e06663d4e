//! What every other room is made of: exact money and area, typed ids, time, language, refusals.
//!
//! Pure: no files, no network, no database. The only wall clock of the program is [`Clock::system`],
//! the only source of chance is [`Chance::system`]; both can be replaced by steady ones for tests and the demo.

mod chance;
mod clock;
mod id;
mod lang;
mod measure;
mod moment;
mod refuse;
mod typed;
mod vocabulary;

pub use chance::Chance;
pub use clock::Clock;
pub use id::*;
pub use lang::{Lang, month_name};
pub use measure::{Area, Fen};
pub use moment::{BadDay, DAY, Day, HOUR, MINUTE, Moment, SECOND};
pub use refuse::Refuse;
pub use typed::half_width;
