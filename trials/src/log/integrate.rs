//! A million acts come into the log.

use super::{ORIGIN, begin_anew, planted, signed};
use crate::bench::Asked;
use crate::drive::median;
use crate::limit::connect;
use crate::product::open;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no, told};
use lianxin_base::Clock;
use lianxin_journal::length;
use lianxin_journal::log::published;
use lianxin_tlog::Checkpoint;
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::time::Instant;

/// The product's own batch.
const BATCH: i64 = 4_096;
const WHAT: &str = "1,000,000 leaves or --acts into tree, tiles and signed checkpoints, one thread: a loop on bare rusqlite that \
                    reads the same hashes, writes the same rows in the same batches, inner nodes by sha2; asked: 0.60";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = planted(asked)?;
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for round in 0..=asked.rounds {
        let (by_ours, root) = product(&dir, asked.acts)?;
        let (by_limit, theirs) = bare(&dir)?;
        if root != theirs {
            return no("the two trees are not the same");
        }
        if round > 0 {
            ours.push(by_ours); // the first of each warms the disk's cache
            limit.push(by_limit);
        }
    }
    let rate = |all: Vec<u64>| u64::try_from(asked.acts).unwrap_or(0) * 1_000_000 / median(all.into_iter()).max(1);
    let n = u64::from(asked.rounds);
    let (name, unit) = ("integrate".into(), "leaves/s");
    sheet.add(&Line { name, unit, ours: rate(ours), limit: rate(limit), what: WHAT.into(), n, ..Line::default() });
    Ok(())
}

/// The sequencer, from an empty tree; µs and the root.
fn product(dir: &Path, acts: i64) -> Done<(u64, [u8; 32])> {
    let db = open(dir, None, Clock::system())?;
    let keys = begin_anew(&db, dir)?;
    let begun = Instant::now();
    signed(&db, &keys)?;
    let micros = u64::try_from(begun.elapsed().as_micros())?;
    let Some(shown) = db.read_wait(|r| Ok(published(r)?)).map_err(told)? else { return no("nothing is published") };
    let checkpoint = Checkpoint::open(shown.note.as_bytes(), ORIGIN, keys.verifier(), &[]);
    let checkpoint = checkpoint.map_err(|why| Trouble(why.to_string()))?.checkpoint;
    let there = db.read_wait(|r| Ok(length(r)?)).map_err(told)?;
    if i64::try_from(shown.size)? != there || there < acts {
        return no(format!("{} of {there} are published", shown.size));
    }
    Ok((micros, *checkpoint.root()))
}

/// The same rows without any decision; µs and the root.
fn bare(dir: &Path) -> Done<(u64, [u8; 32])> {
    let conn = connect(dir, 8_000)?;
    conn.execute_batch("DELETE FROM journal_tile; DELETE FROM journal_log")?;
    let begun = Instant::now();
    let mut rows: [Row; 8] = Default::default();
    let mut at = 0;
    loop {
        conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let leaves = read(&conn, at)?;
        at += i64::try_from(leaves.len())?;
        let ended = i64::try_from(leaves.len())? < BATCH;
        taken(&conn, &mut rows, leaves)?;
        let root = root(&rows);
        conn.prepare_cached("INSERT OR REPLACE INTO journal_log(one, size, root, published) VALUES(1, ?1, ?2, ?1)")?
            .execute(params![at, root.as_slice()])?;
        conn.prepare_cached("COMMIT")?.execute([])?;
        if ended {
            return Ok((u64::try_from(begun.elapsed().as_micros())?, root));
        }
    }
}

fn read(conn: &Connection, at: i64) -> Done<Vec<[u8; 32]>> {
    let mut statement = conn.prepare_cached("SELECT hash FROM journal_act WHERE seq > ?1 ORDER BY seq LIMIT ?2")?;
    let mut found = statement.query(params![at, BATCH])?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        all.push(row.get(0)?);
    }
    Ok(all)
}

/// The tile of a level that is not full yet, and its index.
#[derive(Default)]
struct Row {
    n: i64,
    hashes: Vec<[u8; 32]>,
}

/// Puts hashes into tiles; the roots of full ones go up a level.
fn taken(conn: &Connection, rows: &mut [Row; 8], mut new: Vec<[u8; 32]>) -> Done<()> {
    let mut put = conn.prepare_cached("INSERT OR REPLACE INTO journal_tile(tier, n, hashes) VALUES(?1, ?2, ?3)")?;
    for (tier, row) in (0i64..).zip(rows) {
        let mut up = Vec::new();
        let grown = !new.is_empty();
        for hash in new {
            row.hashes.push(hash);
            if row.hashes.len() == 256 {
                put.execute(params![tier, row.n, row.hashes.as_flattened()])?;
                up.push(over(&row.hashes));
                row.hashes.clear();
                row.n += 1;
            }
        }
        if grown && !row.hashes.is_empty() {
            put.execute(params![tier, row.n, row.hashes.as_flattened()])?;
        }
        new = up;
    }
    Ok(())
}

/// The root of everything: what lies right of a level's full tiles is one hash more for it.
fn root(rows: &[Row; 8]) -> [u8; 32] {
    let mut below = None;
    for row in rows {
        let all: Vec<[u8; 32]> = row.hashes.iter().copied().chain(below).collect();
        below = if all.is_empty() { None } else { Some(over(&all)) };
    }
    below.unwrap_or_default()
}

/// RFC 6962: pairs are hashed, an odd one goes up as it is.
fn over(hashes: &[[u8; 32]]) -> [u8; 32] {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        let pair = |pair: &[[u8; 32]]| match pair {
            [left, right] => Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into(),
            one => one[0],
        };
        row = row.chunks(2).map(pair).collect();
    }
    row[0]
}
