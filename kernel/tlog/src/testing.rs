//! What the tests share: tiles in memory, and the RFC's recursive definitions as an independent reference.

use crate::{GrownTile, Growth, Hash, Tiles, leaf_hash, node_hash, root_of, width_in};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Tiles in a map, as a table would hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    pub(crate) rows: BTreeMap<(u8, u64), Vec<u8>>,
    pub(crate) reads: usize,
}

impl Memory {
    pub(crate) fn put(&mut self, tiles: Vec<GrownTile>) {
        for tile in tiles {
            assert_eq!(tile.hashes.len(), usize::from(tile.width) * 32);
            self.rows.insert((tile.level, tile.n), tile.hashes);
        }
    }

    /// The tiles of a log with these leaves, grown at once.
    pub(crate) fn of(leaves: &[Hash]) -> Self {
        let mut memory = Self::default();
        memory.put(Growth::empty().append(leaves).unwrap());
        memory
    }
}

impl Tiles for Memory {
    type Error = Infallible;

    fn tile(&mut self, level: u8, n: u64, width: u16) -> Result<Option<Vec<u8>>, Infallible> {
        assert!((1..=256).contains(&width));
        self.reads += 1;
        Ok(self.rows.get(&(level, n)).cloned())
    }
}

pub(crate) fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

pub(crate) fn hash(text: &str) -> Hash {
    hex(text).try_into().unwrap()
}

/// Leaf hashes that all differ.
pub(crate) fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf_hash(&index.to_be_bytes())).collect()
}

fn split(length: usize) -> usize {
    1 << (length - 1).ilog2()
}

/// MTH of RFC 6962, 2.1, over leaf hashes.
pub(crate) fn mth(row: &[Hash]) -> Hash {
    match row {
        [] => crate::EMPTY_ROOT,
        [leaf] => *leaf,
        _ => {
            let (left, right) = row.split_at(split(row.len()));
            node_hash(&mth(left), &mth(right))
        }
    }
}

/// PATH of RFC 6962, 2.1.1.
pub(crate) fn path(m: usize, row: &[Hash]) -> Vec<Hash> {
    if row.len() == 1 {
        return Vec::new();
    }
    let k = split(row.len());
    let (left, right) = row.split_at(k);
    let (mut proof, last) = if m < k { (path(m, left), mth(right)) } else { (path(m - k, right), mth(left)) };
    proof.push(last);
    proof
}

/// PROOF of RFC 6962, 2.1.2.
pub(crate) fn proof(m: usize, row: &[Hash]) -> Vec<Hash> {
    sub_proof(m, row, true)
}

fn sub_proof(m: usize, row: &[Hash], known: bool) -> Vec<Hash> {
    if m == row.len() {
        return if known { Vec::new() } else { vec![mth(row)] };
    }
    let k = split(row.len());
    let (left, right) = row.split_at(k);
    let (mut proof, last) =
        if m <= k { (sub_proof(m, left, known), mth(right)) } else { (sub_proof(m - k, right, false), mth(left)) };
    proof.push(last);
    proof
}

/// The tiles of a log, straight from the definition in C2SP tlog-tiles: hash `i` of tile `n` of level `l` is
/// MTH(D[(n * 256 + i) * 256^l : (n * 256 + i + 1) * 256^l]).
pub(crate) fn defined_tiles(leaves: &[Hash]) -> Memory {
    let mut memory = Memory::default();
    let mut row = leaves.to_vec();
    for level in 0u8.. {
        if row.is_empty() {
            break;
        }
        for (n, tile) in (0u64..).zip(row.chunks(256)) {
            assert_eq!(width_in(leaves.len() as u64, level, n), Some(tile.len() as u16));
            memory.rows.insert((level, n), tile.concat());
        }
        assert_eq!(width_in(leaves.len() as u64, level, row.len().div_ceil(256) as u64), None);
        row = row.chunks_exact(256).map(mth).collect();
    }
    memory
}

#[test]
fn pairing_from_below_is_the_recursive_definition() {
    let leaves = leaves(300);
    for size in 0..=leaves.len() {
        assert_eq!(root_of(&leaves[..size]), mth(&leaves[..size]), "{size}");
    }
}
