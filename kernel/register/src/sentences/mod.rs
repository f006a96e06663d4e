//! The sentences of refusals, in both languages; those about single fields stand with the refusals themselves.

mod later;
mod people;
mod places;

pub(crate) use places::entry;
