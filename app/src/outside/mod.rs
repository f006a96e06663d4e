//! The public log as somebody outside the office sees it: fetched leaf by leaf from an address or read from an exported
//! file, its tree computed anew and held against what was signed. Nothing of the office is needed.

mod file;
mod web;

pub use file::{ExportFile, write};
pub use web::Web;

use lianxin_journal::leaf_hash;
use lianxin_tlog::{Checkpoint, Growth, Hash};
use std::collections::BTreeMap;

/// More findings than this help nobody.
const ENOUGH: usize = 20;

/// Where leaves come from, in their order.
pub trait Source {
    /// The newest checkpoint, as its note, and the key that comes with it, if one does.
    ///
    /// # Errors
    /// A sentence: there is none, or it cannot be read.
    fn newest(&mut self) -> Result<(String, Option<String>), String>;

    /// The next leaves of a log of so many, beginning with leaf `at`; at least one, at most 256.
    ///
    /// # Errors
    /// A sentence: they are missing or damaged.
    fn leaves(&mut self, at: u64, size: u64) -> Result<Vec<String>, String>;

    /// A full tile of hashes as it is served, where hashes are served at all.
    ///
    /// # Errors
    /// A sentence.
    fn tile(&mut self, level: u8, n: u64) -> Result<Option<Vec<u8>>, String>;
}

/// A checkpoint the leaves must lead to, and who says so.
pub struct Due {
    /// A file, or the log itself.
    pub from: String,
    /// What was signed.
    pub checkpoint: Checkpoint,
}

/// Reads every leaf up to the largest size that something is due at, and says what disagrees. Memory does not grow with
/// the log.
///
/// # Errors
/// A sentence: the source cannot be read on.
pub fn walk(source: &mut dyn Source, due: &[Due], progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<String>, String> {
    let mut waiting: BTreeMap<u64, Vec<&Due>> = BTreeMap::new();
    for one in due {
        waiting.entry(one.checkpoint.size()).or_default().push(one);
    }
    let size = waiting.keys().next_back().copied().unwrap_or(0);
    let (mut growth, mut found) = (Growth::default(), Vec::new());
    let mut ready: Vec<Hash> = Vec::new();
    while found.len() < ENOUGH {
        let at = growth.size();
        held(&mut waiting, at, &growth.root(), &mut found);
        if at >= size {
            break;
        }
        if ready.is_empty() {
            let leaves = source.leaves(at, size)?;
            found.extend((at..).zip(&leaves).filter_map(|(n, leaf)| odd(n, leaf)));
            ready.extend(leaves.iter().map(|leaf| leaf_hash(leaf)));
        }
        let next = waiting.keys().next().copied().unwrap_or(size);
        let many = usize::try_from(next - at).unwrap_or(usize::MAX).min(ready.len());
        let taken: Vec<Hash> = ready.drain(..many).collect();
        for tile in growth.append(&taken).map_err(|why| why.to_string())? {
            let served = if tile.hashes.len() == 256 * 32 { source.tile(tile.level, tile.n)? } else { None };
            if served.is_some_and(|served| served != tile.hashes) {
                found.push(format!("第 {} 层第 {} 块散列，和条目算出来的不一样", tile.level, tile.n));
            }
        }
        progress(growth.size(), size);
    }
    Ok(found)
}

/// Holds the tree of so many leaves against what is due at this size.
fn held(waiting: &mut BTreeMap<u64, Vec<&Due>>, at: u64, root: &Hash, found: &mut Vec<String>) {
    for one in waiting.remove(&at).unwrap_or_default() {
        if one.checkpoint.root() != root {
            found.push(format!("前 {at} 条和 {} 签过名的不一样", one.from));
        }
    }
}

/// A leaf that cannot be one: it says neither what kind of act it is nor that it is sealed.
fn odd(n: u64, leaf: &str) -> Option<String> {
    let good = serde_json::from_str::<serde_json::Value>(leaf).is_ok_and(|leaf| {
        let text = |key: &str| leaf.get(key).is_some_and(serde_json::Value::is_string);
        text("kind") && text("id")
    });
    (!good).then(|| format!("第 {} 条不是一条留底", n + 1))
}

#[cfg(test)]
mod tests;
