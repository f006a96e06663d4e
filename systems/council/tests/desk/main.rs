//! The desk, knocked at as a browser does: lists, panes, every move, every refusal.

mod about;
mod bulk;
mod bulletin;
mod change;
mod counter;
mod feed;
mod figures;
mod hands;
mod hiding;
mod house;
mod list;
mod meeting;
mod metre;
mod minutes;
mod moves;
mod part;
mod path;
mod photos;
mod question;
mod quote;
mod refusals;
mod replies;
mod responsible;
mod same;
mod search;
mod small;
