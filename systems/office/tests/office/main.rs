//! The office as a browser meets it.

mod handing;
mod house;
mod login;
mod pages;
mod people;
mod record;
mod sitting;
