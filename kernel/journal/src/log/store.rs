//! The rows of the tree.

use crate::LEAF_MAX;
use lianxin_store::{Fault, Read, Tx, params};
use lianxin_tlog::{GrownTile, Growth, Hash, Tiles, TreeFault, push_entry};

/// So many leaves are taken into the tree by one command.
const BATCH: i64 = 4096;
/// Room for a usual bundle of entries.
const USUAL: usize = 192 << 10;

const STATE: &str = "SELECT size, root, published, checkpoint, key FROM journal_log WHERE one = 1";
const TILE: &str = "SELECT hashes FROM journal_tile WHERE tier = $1 AND n = $2";
pub(crate) const LEAVES: &str = "SELECT hash FROM journal_act WHERE seq > $1 ORDER BY seq LIMIT $2";
const ENTRIES: &str = "SELECT body FROM journal_act WHERE seq > $1 AND seq <= $2 ORDER BY seq";
pub(crate) const SEQ: &str = "SELECT seq FROM journal_act WHERE id = $1";
pub(crate) const TILES: &str = "SELECT tier, n, CAST(length(hashes) AS BIGINT) FROM journal_tile ORDER BY tier, n";
const PUT: &str = "INSERT INTO journal_tile(tier, n, hashes) VALUES($1, $2, $3) \
                   ON CONFLICT(tier, n) DO UPDATE SET hashes = excluded.hashes";
const NO_TILES: &str = "DELETE FROM journal_tile";
const NO_LOG: &str = "DELETE FROM journal_log";
const BEGIN: &str = "INSERT INTO journal_log(one, size, root, published, checkpoint) VALUES(1, 0, $1, 0, NULL) \
                     ON CONFLICT(one) DO NOTHING";
/// Of two sequencers only one finds the size it began with.
const GROW: &str = "UPDATE journal_log SET size = $1, root = $2 WHERE one = 1 AND size = $3";
const PUBLISH: &str = "UPDATE journal_log SET published = $1, checkpoint = $2, key = $3 \
                       WHERE one = 1 AND size >= $1 AND (published < $1 OR checkpoint IS NULL OR (published = $1 AND key <> $3))";

/// Every statement of the log, by name.
pub const SQL: &[(&str, &str)] = &[
    ("log_state", STATE),
    ("log_tile", TILE),
    ("log_tiles", TILES),
    ("log_leaves", LEAVES),
    ("log_entries", ENTRIES),
    ("log_put", PUT),
    ("log_begin", BEGIN),
    ("log_grow", GROW),
    ("log_publish", PUBLISH),
    ("log_seq", SEQ),
    ("log_no_tiles", NO_TILES),
    ("log_no_log", NO_LOG),
];

/// How far the log is.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Leaves in the tree.
    pub(crate) size: u64,
    /// Its root.
    pub(crate) root: Hash,
    /// Leaves in the newest published checkpoint.
    pub(crate) published: u64,
    /// That checkpoint, signed.
    pub(crate) checkpoint: Option<String>,
    /// What its signature is verified with.
    pub(crate) key: Option<String>,
}

/// How far the log is; `None` before it has begun.
pub(crate) fn state(r: &mut Read<'_>) -> Result<Option<State>, Fault> {
    r.row(STATE, &[], |row| {
        Ok(State {
            size: unsigned(row.int(0)?)?,
            root: hash(&row.blob(1)?)?,
            published: unsigned(row.int(2)?)?,
            checkpoint: row.opt_text(3)?,
            key: row.opt_text(4)?,
        })
    })
}

/// Tiles as they stand in the database.
pub(crate) struct Rows<'r, 'c>(pub(crate) &'r mut Read<'c>);

impl Tiles for Rows<'_, '_> {
    type Error = Fault;

    fn tile(&mut self, level: u8, n: u64, _: u16) -> Result<Option<Vec<u8>>, Fault> {
        tile_row(self.0, level, n)
    }
}

pub(crate) fn tile_row(r: &mut Read<'_>, level: u8, n: u64) -> Result<Option<Vec<u8>>, Fault> {
    r.row(TILE, params![i64::from(level), signed(n)?], |row| row.blob(0))
}

/// The leaves with these numbers, from 0.
///
/// # Errors
/// The database's trouble.
pub fn leaves(r: &mut Read<'_>, from: u64, to: u64) -> Result<Vec<String>, Fault> {
    r.rows(ENTRIES, params![signed(from)?, signed(to)?], |row| row.text(0))
}

/// The bundle of the leaves from one to before another, each with its length before it, and how many they are. Written as
/// they are read: a bundle is copied once.
pub(crate) fn bundled(r: &mut Read<'_>, from: u64, to: u64) -> Result<(Vec<u8>, usize), Fault> {
    const { assert!(LEAF_MAX <= u16::MAX as usize) };
    let (mut bundle, mut n) = (Vec::with_capacity(USUAL), 0);
    r.each(ENTRIES, params![signed(from)?, signed(to)?], |row| {
        n += 1;
        push_entry(&mut bundle, row.bytes_here(0)?).map_err(|why| Fault::Damaged(why.to_string()))
    })?;
    Ok((bundle, n))
}

/// Takes the next leaves into the tree, at most [`BATCH`]; gives size and root as they are then, and whether more wait.
pub(crate) fn grow(tx: &mut Tx<'_>) -> Result<(u64, Hash, bool), Fault> {
    tx.exec(BEGIN, params![lianxin_tlog::EMPTY_ROOT.as_slice()])?;
    let State { size, root, .. } = state(tx)?.ok_or_else(|| Fault::bug("the log did not begin"))?;
    let leaves = tx.rows(LEAVES, params![signed(size)?, BATCH], |row| hash(&row.blob(0)?))?;
    if leaves.is_empty() {
        return Ok((size, root, false));
    }
    let mut growth = Growth::open(&mut Rows(tx), size).map_err(damaged)?;
    for GrownTile { level, n, hashes, .. } in growth.append(&leaves).map_err(|e| Fault::Damaged(e.to_string()))? {
        tx.exec(PUT, params![i64::from(level), signed(n)?, hashes])?;
    }
    let root = growth.root();
    if tx.exec(GROW, params![signed(growth.size())?, root.as_slice(), signed(size)?])? != 1 {
        return Err(Fault::bug("two processes wrote the log at once"));
    }
    Ok((growth.size(), root, i64::try_from(leaves.len()).is_ok_and(|n| n == BATCH)))
}

/// Shows a checkpoint to everybody, unless a newer one, or one signed by the same key, is shown already.
pub(crate) fn publish(tx: &mut Tx<'_>, size: u64, checkpoint: &str, key: &str) -> Result<(), Fault> {
    tx.exec(PUBLISH, params![signed(size)?, checkpoint, key]).map(|_| ())
}

/// Takes the tree away, to be made again under another name. The leaves stay.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.exec(NO_TILES, &[])?;
    tx.exec(NO_LOG, &[]).map(|_| ())
}

pub(crate) fn damaged(why: TreeFault<Fault>) -> Fault {
    match why {
        TreeFault::Read(fault) => fault,
        other => Fault::Damaged(other.to_string()),
    }
}

pub(crate) fn signed(n: u64) -> Result<i64, Fault> {
    i64::try_from(n).map_err(|_| Fault::Damaged("the log is longer than it can be".into()))
}

pub(crate) fn unsigned(n: i64) -> Result<u64, Fault> {
    u64::try_from(n).map_err(|_| Fault::Damaged("the log has a negative size".into()))
}

pub(crate) fn hash(bytes: &[u8]) -> Result<Hash, Fault> {
    bytes.try_into().map_err(|_| Fault::Damaged("a hash of the log is not 32 bytes".into()))
}
