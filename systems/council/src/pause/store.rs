//! The statements of pauses.

use super::Reason;
use lianxin_base::{MatterId, Moment};
use lianxin_store::{Fault, Read, Tx, params};

const SET: &str = "INSERT INTO council_pause(matter, reason, until_at, rest) VALUES($1, $2, $3, $4) \
                   ON CONFLICT(matter) DO UPDATE SET reason = $2, until_at = $3, rest = $4";
const OF: &str = "SELECT reason, until_at, rest FROM council_pause WHERE matter = $1";
const END: &str = "DELETE FROM council_pause WHERE matter = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("pause_set", SET), ("pause_of", OF), ("pause_end", END)];

pub(super) fn set(
    tx: &mut Tx<'_>,
    matter: MatterId,
    reason: &str,
    until: Moment,
    rest: Option<i64>,
) -> Result<(), Fault> {
    tx.exec(SET, params![matter, reason, until, rest]).map(|_| ())
}

/// A pause that lasts.
#[derive(Clone, Copy, Debug)]
pub struct Paused {
    /// What is waited for.
    pub reason: Reason,
    /// Until when.
    pub until: Moment,
    /// What was left of the term.
    pub(crate) rest: Option<i64>,
}

/// The pause of a matter, while it waits.
///
/// # Errors
/// The database's trouble.
pub fn paused(r: &mut Read<'_>, matter: MatterId) -> Result<Option<Paused>, Fault> {
    r.row(OF, params![matter], |row| Ok(Paused { reason: row.word(0)?, until: row.moment(1)?, rest: row.opt_int(2)? }))
}

/// It goes on, or has left the work.
pub(crate) fn end(tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    tx.exec(END, params![matter]).map(|_| ())
}
