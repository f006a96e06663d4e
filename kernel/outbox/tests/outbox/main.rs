//! This room on each database: who is told, how, and once.

mod hook;
mod house;
mod inbox;
mod mail;
mod telling;
