//! Looking things up. Nothing here decides who may see it: that is the gate's scope, asked by the caller.

mod children;
mod orgs;
mod owners;
mod people;
mod places;
mod seats;
mod terms;
mod units;

pub use children::*;
pub use orgs::*;
pub use owners::*;
pub use people::*;
pub use places::*;
pub use seats::*;
pub use terms::*;
pub use units::*;

use lianxin_base::Day;
use lianxin_store::{Fault, Row};
use std::str::FromStr;

/// A word of a closed list.
fn word<T: FromStr>(row: &Row<'_>, i: usize) -> Result<T, Fault> {
    row.text(i)?.parse().map_err(|_| Fault::Damaged(format!("column {i} holds an unknown word")))
}

/// The same where there may be none.
fn opt_word<T: FromStr>(row: &Row<'_>, i: usize) -> Result<Option<T>, Fault> {
    let read = row.opt_text(i)?.map(|text| text.parse()).transpose();
    read.map_err(|_| Fault::Damaged(format!("column {i} holds an unknown word")))
}

/// Whether a day lies in a term, both ends included.
fn holds(since: Day, until: Option<Day>, on: Day) -> bool {
    since <= on && until.is_none_or(|u| on <= u)
}
