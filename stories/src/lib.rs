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

/// What a street may adopt: the maintenance fund is used in an emergency without a vote.
pub const URGENT_RULES: &str = "id = \"x.urgent\"\nbody = \"owners\"\nsource = \"某市物业管理条例\"\narticle = \"61\"\n\
    from = \"2022-01-01\"\nseen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n\n[urgent]\narticle = \"某市条例 61\"\n\
    seen = \"A\"\nposted_days = 7\n";
