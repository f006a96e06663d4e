//! The statements of prices.

use super::{Covers, State};
use crate::store::Matter;
use lianxin_base::{ActId, Fen, MatterId, Moment, OrgId};
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str =
    "INSERT INTO council_quote(act, matter, area, org, state, rest, at) VALUES($1, $2, $3, $4, 'open', $5, $6)";
const CLOSE: &str =
    "UPDATE council_quote SET state = $2, answer = $3, ended_at = $4 WHERE matter = $1 AND state = 'open'";
const REST: &str = "SELECT rest FROM council_quote WHERE matter = $1 AND state = 'open'";
const ALL: &str = "SELECT q.act, q.org, o.name, q.state, q.at, q.ended_at, p.value, c.value, w.value, s.value \
                   FROM council_quote q LEFT JOIN register_org o ON o.id = q.org \
                   LEFT JOIN journal_text p ON p.act = q.act AND p.field = 'price' \
                   LEFT JOIN journal_text c ON c.act = q.act AND c.field = 'covers' \
                   LEFT JOIN journal_text w ON w.act = q.act AND w.field = 'words' \
                   LEFT JOIN journal_text s ON s.act = q.answer AND s.field = 'words' \
                   WHERE q.matter = $1 ORDER BY q.at, q.act";
const BEFORE: &str = "SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                      JOIN council_quote q ON q.matter = m.id \
                      JOIN journal_text t ON t.act = q.act AND t.field IN ('price', 'covers', 'words') \
                      WHERE w.ended_at < $1 \
                      UNION ALL SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                      JOIN council_quote q ON q.matter = m.id \
                      JOIN journal_text t ON t.act = q.answer AND t.field = 'words' \
                      WHERE w.ended_at < $1 \
                      UNION ALL SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                      JOIN council_entry e ON e.matter = m.id \
                      JOIN journal_text t ON t.act = e.act AND t.field = 'paid' \
                      WHERE w.ended_at < $1 ORDER BY 1, 2 LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("quote_add", ADD),
    ("quote_close", CLOSE),
    ("quote_rest", REST),
    ("quote_all", ALL),
    ("quote_texts_before", BEFORE),
];

/// A price that was named.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// The act that named it.
    pub act: ActId,
    /// Who named it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// What became of it.
    pub state: State,
    /// When it was named.
    pub at: Moment,
    /// When it was answered, replaced or over.
    pub ended_at: Option<Moment>,
    /// The sum; none once it is erased.
    pub price: Option<Fen>,
    /// What it covers.
    pub covers: Option<Covers>,
    /// In whose words.
    pub words: Option<String>,
    /// What the owner said to it.
    pub said: Option<String>,
}

pub(super) fn add(tx: &mut Tx<'_>, act: ActId, m: &Matter, rest: Option<i64>, at: Moment) -> Result<(), Fault> {
    tx.exec(ADD, params![act, m.id, m.area, m.holder, rest, at]).map(|_| ())
}

pub(super) fn close(
    tx: &mut Tx<'_>,
    matter: MatterId,
    state: State,
    answer: Option<ActId>,
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(CLOSE, params![matter, state.name(), answer, at]).map(|_| ())
}

/// What was left of the term when the open price was named.
pub(crate) fn rest(r: &mut Read<'_>, matter: MatterId) -> Result<Option<i64>, Fault> {
    Ok(r.row(REST, params![matter], |row| row.opt_int(0))?.flatten())
}

/// The texts of prices whose matters were closed before a moment, with their answers and what was paid.
pub(crate) fn texts_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// Every price named for a matter, the first one first.
///
/// # Errors
/// The database's trouble.
pub fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Quoted>, Fault> {
    r.rows(ALL, params![matter], |row| {
        Ok(Quoted {
            act: row.id(0)?,
            org: row.id(1)?,
            org_name: row.opt_text(2)?.unwrap_or_default(),
            state: row.word(3)?,
            at: row.moment(4)?,
            ended_at: row.opt_moment(5)?,
            price: row.opt_text(6)?.and_then(|fen| fen.parse().ok()).map(Fen),
            covers: row.opt_text(7)?.and_then(|word| word.parse().ok()),
            words: row.opt_text(8)?,
            said: row.opt_text(9)?,
        })
    })
}
