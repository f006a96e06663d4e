//! From the browser to the store and back: the gate before every route, forms, trouble told in sentences, live
//! updates; and what pages look like: shell, components, icons.
//!
//! A system hands over a [`System`]; [`router`] puts the gate of each [`Route`] before its handler, which gets a
//! [`Visit`] and, for a form, its [`Fields`], and answers with a [`Page`] or with [`Trouble`].

pub mod assets;
mod body;
pub mod components;
mod cookies;
mod entry;
mod feed;
mod fields;
mod form;
mod front;
mod guard;
mod headers;
mod house;
pub mod icons;
mod live;
mod manifest;
mod origin;
mod page;
pub mod paper;
pub mod photos;
mod plain;
mod prefs;
mod router;
pub mod shell;
mod source;
mod trouble;
mod upload;
mod urlencoded;
mod visit;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use entry::{
    admit, come_back, enrol, enrols, new_password, pair, second, set_code, sign_in, sign_out, sign_out_everywhere,
    step, unlock,
};
pub use feed::{Feed, FeedEntry};
pub use fields::{FORM_LIMIT, FieldFault, Fields};
pub use house::{House, Settings};
pub use live::Live;
pub use manifest::{Nav, Route, Specimen, System};
pub use origin::{BadOrigin, Cidr, Origin};
pub use page::Page;
pub use paper::Hung;
pub use plain::BadField;
pub use router::{Passage, SQL, matrix, router, serve};
pub use source::{Nearness, Source};
pub use trouble::Trouble;
pub use upload::{FileLimits, Upload};
pub use visit::Visit;
