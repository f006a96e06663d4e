//! The desk, knocked at as a browser does: lists, panes, every move, every refusal.

mod counter;
mod house;
mod list;
mod moves;
mod photos;
mod refusals;
