//! What a system says of the sheets it takes in.

use crate::{Line, Schema};
use lianxin_base::{AreaId, Lang};
use lianxin_journal::By;
use lianxin_store::{Stop, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of sheet and how its lines are entered.
#[derive(Clone, Copy)]
pub struct Import {
    /// Its columns.
    pub schema: &'static Schema,
    /// What it is called on the page and in the command's answer.
    pub name: fn(Lang) -> String,
    /// Lines with the same word stand or fall together: the building.
    pub group: fn(&Line) -> String,
    /// Enters one group. It looks at what is there and records only what is not, so that entering a group again does
    /// nothing; it goes through all lines and notes every fault, and who called it takes back a group that has one.
    pub enter: fn(&mut Tx<'_>, &Asked, &[Line]) -> Result<Entered, Stop>,
}

/// For whom and where a group is entered.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The area the lines are about.
    pub area: AreaId,
    /// Who brings them in.
    pub by: By,
    /// The language of the sentences.
    pub lang: Lang,
}

/// What came of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// What was entered, in words, with how many: `户`, `人`.
    pub counts: BTreeMap<String, u32>,
    /// Rows that cannot be entered, and why.
    pub faults: Vec<(u32, String)>,
    /// Rows somebody should look at.
    pub review: Vec<(u32, String)>,
}

impl Entered {
    /// One more of something.
    pub fn count(&mut self, what: impl Into<String>) {
        *self.counts.entry(what.into()).or_default() += 1;
    }
    /// Adds what came of another group.
    pub fn add(&mut self, other: Self) {
        for (what, n) in other.counts {
            *self.counts.entry(what).or_default() += n;
        }
        self.faults.extend(other.faults);
        self.review.extend(other.review);
    }
    /// Whether anything new was entered.
    pub fn did_nothing(&self) -> bool {
        self.counts.values().all(|n| *n == 0)
    }
}
