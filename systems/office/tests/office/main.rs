//! The office as a browser meets it.

mod coming;
mod consent;
mod handing;
mod house;
mod incident;
mod login;
mod made;
mod pages;
mod people;
mod privacy;
mod record;
mod reply;
mod setup;
mod sheets;
mod sitting;
mod telling;
