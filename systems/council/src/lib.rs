//! 议事 Council: a problem is collected, deliberated, solved and fed back on the shortest path.

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

mod clock;
pub mod collect;
pub mod course;
pub mod deliberate;
pub mod feedback;
pub mod lists;
pub mod publish;
pub mod rules;
pub mod say;
pub mod solve;
pub mod store;
pub mod view;
