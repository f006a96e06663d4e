//! What the acts of all subjects share.

use crate::Refusal;
use lianxin_base::{AreaId, Day};
use lianxin_journal::{Act, Head, Receipt, record};
use lianxin_store::{Stop, Tx};

/// Records an act in the area the thing lies in, whatever the head said.
pub(crate) fn in_area<A: Act>(tx: &mut Tx<'_>, head: Head, area: AreaId, act: &A) -> Result<Receipt, Stop> {
    Ok(record(tx, Head { area, ..head }, act)?)
}

/// A term's last day is not before its first.
pub(crate) fn in_order(since: Day, until: Option<Day>) -> Result<(), Refusal> {
    if until.is_some_and(|u| u < since) { Err(Refusal::Dates) } else { Ok(()) }
}

/// Whether a term that runs from `since` to `until` may be ended on `on`.
pub(crate) fn may_end(since: Day, until: Option<Day>, on: Day) -> Result<(), Refusal> {
    in_order(since, Some(on))?;
    if until.is_some_and(|u| u <= on) { Err(Refusal::Ended) } else { Ok(()) }
}
