//! What a system says of the sheets it takes in.

use crate::{Line, Schema, Wrong};
use lianxin_base::{AreaId, Lang, Refuse as _};
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

/// Reads a line, noting what somebody should look at.
pub type ReadLine<W> = fn(&Line, &Asked, &mut Entered) -> Result<W, Wrong>;

/// Enters lines one by one: what cannot be read and what is refused are faults of their rows.
///
/// # Errors
/// What broke.
pub fn each<W>(
    tx: &mut Tx<'_>,
    asked: &Asked,
    lines: &[Line],
    read: ReadLine<W>,
    mut one: impl FnMut(&mut Tx<'_>, u32, W, &mut Entered) -> Result<(), Stop>,
) -> Result<Entered, Stop> {
    let mut done = Entered::default();
    for line in lines {
        match read(line, asked, &mut done) {
            Ok(wanted) => {
                let result = one(tx, line.row, wanted, &mut done);
                done.noted(result, line.row, asked.lang)?;
            }
            Err(wrong) => done.faults.push((line.row, wrong.say(asked.lang))),
        }
    }
    Ok(done)
}

impl Entered {
    /// A refusal is a fault of the row; what broke ends the group.
    ///
    /// # Errors
    /// What broke.
    pub fn noted<T>(&mut self, result: Result<T, Stop>, row: u32, lang: Lang) -> Result<Option<T>, Stop> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Refused(no)) => {
                self.faults.push((row, no.say(lang)));
                Ok(None)
            }
            Err(broken) => Err(broken),
        }
    }
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
