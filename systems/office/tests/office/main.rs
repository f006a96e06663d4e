//! The office as a browser meets it.

mod coming;
mod house;
mod login;
mod pages;
mod record;
mod setup;
mod sheets;
