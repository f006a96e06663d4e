//! An act among ten million is proved to be in the log.

use super::{ORIGIN, keys, signed};
use crate::bench::{Asked, fresh};
use crate::drive::part;
use crate::product::{file, found, open};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no, told};
use lianxin_base::{ActId, Chance, Clock};
use lianxin_journal::log::place;
use lianxin_tlog::{Checkpoint, Growth, Hash, leaf_hash, verify_inclusion};
use rusqlite::{Connection, params};
use std::path::Path;
use std::time::{Duration, Instant};

const LEAVES: u64 = 10_000_000;
/// Acts that are proved.
const PROVED: u64 = 1_000;
const WHAT: &str = "one of 10,000,000: a receipt's proof read from the tiles and computed, one thread; asked: under 1 ms \
                    of processor time, here of the clock";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = fresh(asked, "log-proof")?;
    found(&dir, None)?;
    let (acts, root) = planted(&dir)?;
    let db = open(&dir, None, Clock::system())?;
    let mut times = Vec::new();
    for _ in 0..asked.rounds {
        for (act, index) in &acts {
            let (act, index) = (*act, *index);
            let begun = Instant::now();
            let found = db.read_wait(move |r| Ok(place(r, act, None)?)).map_err(told)?;
            times.push(u64::try_from(begun.elapsed().as_micros())?);
            let Some(found) = found.filter(|found| found.index == index && found.size == LEAVES) else {
                return no("an act is not in its place");
            };
            verify_inclusion(index, LEAVES, &leaf(index), &found.proof, &root)
                .map_err(|why| Trouble(why.to_string()))?;
        }
    }
    let n = times.len() as u64;
    for (name, thousandths) in [("proof", 500), ("proof.p99", 990)] {
        let ours = part(times.iter().copied(), thousandths);
        let what = WHAT.to_owned();
        sheet.add(&Line { name: name.into(), unit: "µs", ours, limit: 1_000, what, n, ..Line::default() });
    }
    drop(db);
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}

fn leaf(n: u64) -> Hash {
    leaf_hash(&n.to_le_bytes())
}

/// A tree of so many leaves in the database, with some of their acts, and its signed checkpoint.
fn planted(dir: &Path) -> Done<(Vec<(ActId, u64)>, Hash)> {
    let db = open(dir, None, Clock::system())?;
    let keys = keys(dir)?;
    signed(&db, &keys)?; // what the office itself has recorded, so that the log has begun
    let mut conn = Connection::open(file(dir))?;
    conn.busy_timeout(Duration::from_secs(5))?;
    let tx = conn.transaction()?;
    tx.execute_batch("DELETE FROM journal_tile")?;
    let mut growth = Growth::empty();
    while growth.size() < LEAVES {
        let all: Vec<Hash> = (growth.size()..LEAVES.min(growth.size() + 65_536)).map(leaf).collect();
        for tile in growth.append(&all)? {
            let n = i64::try_from(tile.n)?;
            tx.prepare_cached("INSERT OR REPLACE INTO journal_tile(tier, n, hashes) VALUES(?1, ?2, ?3)")?
                .execute(params![i64::from(tile.level), n, tile.hashes])?;
        }
    }
    let acts = acts(&tx)?;
    let checkpoint = Checkpoint::new(ORIGIN, LEAVES, growth.root()).map_err(|why| Trouble(why.to_string()))?;
    tx.execute(
        "UPDATE journal_log SET size = ?1, root = ?2, published = ?1, checkpoint = ?3",
        params![i64::try_from(LEAVES)?, growth.root().as_slice(), checkpoint.to_string()],
    )?;
    tx.commit()?;
    Ok((acts, growth.root()))
}

/// Acts all over the record, the office's own put out of the way.
fn acts(conn: &Connection) -> Done<Vec<(ActId, u64)>> {
    let (chance, now) = (Chance::system(), Clock::system().now());
    conn.execute_batch("UPDATE journal_act SET seq = -seq")?;
    let mut put = conn.prepare(
        "INSERT INTO journal_act(id, seq, kind, v, area, at, body, hash) VALUES(?1, ?2, 'bench', 1, '', 0, '', x'')",
    )?;
    let mut all = Vec::new();
    for k in 0..PROVED {
        let index = k.wrapping_mul(0x9e37_79b9_7f4a_7c15) % LEAVES;
        let act = ActId::new(&chance, now);
        put.execute(params![act.to_string(), i64::try_from(index)? + 1])?;
        all.push((act, index));
    }
    Ok(all)
}
