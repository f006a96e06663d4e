//! The office as a browser meets it.

mod house;
mod login;
mod pages;
mod privacy;
mod record;
