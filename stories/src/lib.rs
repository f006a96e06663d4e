//! The office as those who use it meet it: a planted house whose pages are opened, filled in and sent the way a
//! browser does it, without one.

mod browser;
mod claims;
mod form;
pub mod matrix;
pub mod notices;
mod page;
pub mod papers;
pub mod refusals;
mod world;

pub use browser::Browser;
pub use claims::Claims;
pub use form::Form;
pub use page::Page;
pub use world::{World, built, today};
