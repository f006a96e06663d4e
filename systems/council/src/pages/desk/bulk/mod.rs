//! 一起办: several matters ticked on the list, and one thing done with all of them. Each is its own act under its own rules;
//! one page says of each what was done or why not, and the same form sent again does nothing twice.

mod form;
pub(crate) mod rules;
mod run;

pub(super) use form::form;
pub(super) use run::send;

use crate::pages::sight;
use crate::view::Sight;
use lianxin_base::{Lang, vocabulary};
use lianxin_web::Visit;
use std::collections::BTreeSet;

vocabulary! {
    /// What is done with all that is ticked.
    Deed {
        /// 看过: published or kept with the parties.
        Look = "look",
        /// 交给同一家.
        Hand = "hand",
        /// 是同一件事.
        Same = "same",
    }
}

impl Deed {
    fn title(self, lang: Lang) -> String {
        let t = crate::texts::t(lang);
        match self {
            Self::Look => t.msg_bulk_look(),
            Self::Hand => t.msg_bulk_hand(),
            Self::Same => t.msg_bulk_same(),
        }
    }
}

/// What who looks at matters sees of them.
fn looks(visit: &Visit) -> Sight {
    Sight { scope: visit.scope(), ..sight(visit) }
}

/// The numbers that are ticked, each once, as they came.
fn ticked<'a>(all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    all.filter(|no| !no.is_empty() && seen.insert(*no)).take(rules::MOST + 1).map(ToOwned::to_owned).collect()
}

/// The name of a question about the nth of them.
fn nth(name: &str, n: usize) -> String {
    format!("{name}-{n}")
}
