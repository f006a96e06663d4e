//! The statements of replies.

use super::Use;
use lianxin_base::{ActId, AreaId, Moment};
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! lines {
    ($where:literal) => {
        concat!(
            "SELECT p.id, p.area, p.form, t.value FROM council_reply p \
             LEFT JOIN journal_text t ON t.act = p.said AND t.field = 'words' ",
            $where
        )
    };
}

const OF: &str = lines!("WHERE p.area = $1 ORDER BY p.at, p.id");
const ONE: &str = lines!("WHERE p.id = $1");
const ADD: &str = "INSERT INTO council_reply(id, area, form, said, at) VALUES($1, $2, $3, $1, $4)";
const CHANGE: &str = "UPDATE council_reply SET form = $2, said = $3 WHERE id = $1";
const REMOVE: &str = "DELETE FROM council_reply WHERE id = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("reply_of", OF), ("reply_one", ONE), ("reply_add", ADD), ("reply_change", CHANGE), ("reply_remove", REMOVE)];

/// A reply that is in use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The act that wrote it first.
    pub id: ActId,
    /// Where it is kept.
    pub area: AreaId,
    /// Where it is said.
    pub form: Use,
    /// The words; none once they were erased.
    pub words: Option<String>,
}

fn line(row: &Row<'_>) -> Result<Line, Fault> {
    Ok(Line { id: row.id(0)?, area: row.id(1)?, form: row.word(2)?, words: row.opt_text(3)? })
}

/// What an area has of its own, in the order it was written.
///
/// # Errors
/// The database's trouble.
pub fn of(r: &mut Read<'_>, area: AreaId) -> Result<Vec<Line>, Fault> {
    r.rows(OF, params![area], line)
}

pub(crate) fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Line>, Fault> {
    r.row(ONE, params![id], line)
}

pub(super) fn add(tx: &mut Tx<'_>, id: ActId, area: AreaId, form: &str, at: Moment) -> Result<(), Fault> {
    tx.exec(ADD, params![id, area, form, at]).map(|_| ())
}
pub(super) fn change(tx: &mut Tx<'_>, id: ActId, form: &str, said: ActId) -> Result<(), Fault> {
    tx.exec(CHANGE, params![id, form, said]).map(|_| ())
}
pub(super) fn remove(tx: &mut Tx<'_>, id: ActId) -> Result<(), Fault> {
    tx.exec(REMOVE, params![id]).map(|_| ())
}
