//! What must hold of the whole house, whatever is in it.

mod canary;
mod planted;
mod printed;
mod rooms;
mod tampered;
