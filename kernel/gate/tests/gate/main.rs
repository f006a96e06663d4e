//! Who comes in, on every database there is.

mod codes;
mod coming_in;
mod consent;
mod office;
mod phones;
mod reset;
mod second;
