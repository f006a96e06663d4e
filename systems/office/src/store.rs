//! The SQL of this system and nothing else.

use lianxin_base::{ActId, AreaId, Moment, OrgId};
use lianxin_store::{Fault, Read, Tx, params};

const LEAF: &str = "SELECT seq, id, kind, no, area, org, at, body, hash, CASE WHEN inner_leaf IS NULL THEN 0 ELSE 1 END \
                    FROM journal_act WHERE id = $1";
const BY_HASH: &str = "SELECT id FROM journal_act WHERE hash >= $1 AND hash <= $2 ORDER BY hash LIMIT 2";

const EXPORTED: &str = "INSERT INTO office_export(act, area, kind, n, at) VALUES($1, $2, $3, $4, $5)";

/// Every statement of this system, by name.
pub const SQL: &[(&str, &str)] = &[("leaf", LEAF), ("by_hash", BY_HASH), ("exported", EXPORTED)];

/// A list left the office.
pub(crate) fn exported(tx: &mut Tx<'_>, act: ActId, area: AreaId, kind: &str, n: i64, at: Moment) -> Result<(), Fault> {
    tx.exec(EXPORTED, params![act, area, kind, n, at])?;
    Ok(())
}

/// One act with its public leaf.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    /// Place in the record, from 1.
    pub(crate) seq: i64,
    pub(crate) act: ActId,
    pub(crate) kind: String,
    pub(crate) no: Option<String>,
    pub(crate) area: AreaId,
    pub(crate) org: Option<OrgId>,
    pub(crate) at: Moment,
    /// The public leaf, as it is hashed.
    pub(crate) body: String,
    pub(crate) hash: Vec<u8>,
    /// Its kind is wrapped: nobody is shown more than act, hash and time.
    pub(crate) hidden: bool,
}

/// The act with this id.
pub(crate) fn leaf(r: &mut Read<'_>, act: ActId) -> Result<Option<Recorded>, Fault> {
    r.row(LEAF, params![act], |row| {
        Ok(Recorded {
            seq: row.int(0)?,
            act: row.id(1)?,
            kind: row.text(2)?,
            no: row.opt_text(3)?,
            area: row.id(4)?,
            org: row.opt_id(5)?,
            at: row.moment(6)?,
            body: row.text(7)?,
            hash: row.blob(8)?,
            hidden: row.flag(9)?,
        })
    })
}

/// The acts whose hash lies between these two, at most two of them: one is an answer, two say the number is too short.
pub(crate) fn by_hash(r: &mut Read<'_>, from: &[u8; 32], to: &[u8; 32]) -> Result<Vec<ActId>, Fault> {
    r.rows(BY_HASH, params![from, to], |row| row.id(0))
}
