//! 导出: lists leave with types, with who took them, when and what for, and a record that they did.

mod lists;
mod papers;
mod places;
mod record;

pub use lists::OWN;
pub(crate) use lists::text;
pub use record::{Export, Exported, record_export};

use lianxin_base::{Lang, Moment};

/// The line at the end of a list.
pub fn says(lang: Lang, who: &str, at: Moment, purpose: &str) -> String {
    crate::texts::t(lang).msg_export_says(who, crate::say::exact(at), purpose)
}
