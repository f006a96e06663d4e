//! The cast and the map: the places, organisations and people of the demonstration, planted through the register's
//! acts. 芙蓉社区 and everybody in it is invented; 御府苑 and what belongs to it carry only their names.

mod cast;
mod map;
mod pictures;
mod plant;
mod sign_in;

pub use map::{Map, Sits};
pub use pictures::{picture, scenes};
pub use plant::{begin, on_call, plant};
pub use sign_in::{Pass, SignIn, sign_ins};
