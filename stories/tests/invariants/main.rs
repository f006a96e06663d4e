//! What must hold of the whole house, whatever is in it.

mod board;
mod canary;
mod canary_talk;
mod canary_votes;
mod planted;
mod printed;
mod purged;
mod rooms;
mod tampered;
