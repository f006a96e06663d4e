//! Ways: what is on its way from one organisation to the next, by which moves, until when, and which way would have
//! been the shortest.
//!
//! A [`Flow`] is data (TOML): steps, moves, clocks. A system's noun has a [`Way`]; each act that moves it carries a
//! [`Hop`] in its public fields, so that applying it again needs neither the flow nor the calendar. This room knows no
//! title, no place and no people.

mod bucket;
mod check;
mod file;
mod flow;
mod hop;
pub mod map;
mod over;
mod past;
mod shortest;
mod store;
pub mod sums;
mod walk;
pub mod whatif;

pub use bucket::{Buckets, bounds, bucket, median};
pub use check::{FlowFault, Wrong};
pub use flow::{Absent, Back, Facts, Fell, Flow, Landing, Limit, Move, NoWay, Step, When, Word};
pub use hop::{Begin, Hop};
pub use map::Map;
pub use over::Override;
pub use past::{Achieved, MOST_HOPS, ended, ended_in};
pub use shortest::{Difference, Samples, Shortest, fastest_tenth};
pub use store::{SQL, Stay, begin, hops, migrations, stays, take, way};
pub use walk::{First, Stage, State, Stretch, Taken, Watch, Way};
