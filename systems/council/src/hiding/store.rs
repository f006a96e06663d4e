//! The statements of what is hidden.

use crate::store::Matter;
use lianxin_base::{ActId, Moment};
use lianxin_store::{Fault, Tx, params};

const HIDE: &str = "INSERT INTO council_hidden(entry, act, matter, area, at) VALUES($1, $2, $3, $4, $5)";
const SHOW: &str = "DELETE FROM council_hidden WHERE entry = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("hidden_add", HIDE), ("hidden_end", SHOW)];

pub(super) fn hide(tx: &mut Tx<'_>, entry: ActId, act: ActId, m: &Matter, at: Moment) -> Result<(), Fault> {
    tx.exec(HIDE, params![entry, act, m.id, m.area, at]).map(|_| ())
}

pub(super) fn show(tx: &mut Tx<'_>, entry: ActId) -> Result<(), Fault> {
    tx.exec(SHOW, params![entry]).map(|_| ())
}
