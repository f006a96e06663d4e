//! The desk, knocked at as a browser does: lists, panes, every move, every refusal.

mod bulk;
mod counter;
mod feed;
mod figures;
mod house;
mod list;
mod meeting;
mod metre;
mod minutes;
mod moves;
mod photos;
mod refusals;
mod replies;
mod responsible;
mod same;
mod search;
