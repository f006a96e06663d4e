//! The statements of how a matter came in.

use crate::rules::Need;
use lianxin_base::{MatterId, Moment};
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO council_origin(matter, need, happened_at, outer_due) VALUES($1, $2, $3, $4)";
const OF: &str = "SELECT need, happened_at, outer_due FROM council_origin WHERE matter = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("origin_add", ADD), ("origin_of", OF)];

pub(super) fn add(
    tx: &mut Tx<'_>,
    matter: MatterId,
    need: Option<&str>,
    happened: Option<Moment>,
    outer_due: Option<Moment>,
) -> Result<(), Fault> {
    tx.exec(ADD, params![matter, need, happened, outer_due]).map(|_| ())
}

/// How a matter came in, as its row tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// What is wanted.
    pub need: Option<Need>,
    /// When it was said, if it stood on paper first.
    pub happened: Option<Moment>,
    /// By when somebody outside wants an answer.
    pub outer_due: Option<Moment>,
}

/// How a matter came in; nothing of most.
///
/// # Errors
/// The database's trouble.
pub fn came(r: &mut Read<'_>, matter: MatterId) -> Result<Came, Fault> {
    let row = r.row(OF, params![matter], |row| {
        let need = row.opt_text(0)?.and_then(|need| need.parse().ok());
        Ok(Came { need, happened: row.opt_moment(1)?, outer_due: row.opt_moment(2)? })
    })?;
    Ok(row.unwrap_or_default())
}
