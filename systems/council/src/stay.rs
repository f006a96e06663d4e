//! The stay of a matter with who does the work: pauses and a later day do not begin another.

use crate::rules::Move;
use lianxin_base::Moment;
use lianxin_path::Taken;

/// The move made last, pauses left out; `None` while it stands where it began.
pub(crate) fn last(hops: &[Taken]) -> Option<&str> {
    hops.iter().rev().map(|hop| hop.mv.as_str()).find(|mv| !Move::is_within(mv))
}

/// When the stay began; `None` while it stands where it began.
pub(crate) fn began(hops: &[Taken]) -> Option<Moment> {
    let began = |hop: &&Taken| !Move::is_within(&hop.mv) && hop.mv != Move::Extension.name();
    hops.iter().rev().find(began).map(|hop| hop.at)
}
