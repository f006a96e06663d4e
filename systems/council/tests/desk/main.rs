//! The desk, knocked at as a browser does: lists, panes, every move, every refusal.

mod counter;
mod feed;
mod figures;
mod house;
mod list;
mod meeting;
mod minutes;
mod moves;
mod photos;
mod refusals;
mod responsible;
mod same;
mod search;
