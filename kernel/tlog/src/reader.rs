//! Hashes of a tree, read from its tiles.

use crate::tile::{hashes_in, place, width_in};
use crate::tree::{EMPTY_ROOT, Hash, node_hash, root_of};
use std::collections::BTreeMap;
use std::fmt;

/// Where tiles of hashes are read from: a table, a directory, another server.
pub trait Tiles {
    /// What can go wrong in reading.
    type Error;

    /// The bytes of tile `n` of a level: `width` hashes of 32 bytes, `width` being what the tile has in the tree asked
    /// about. A tile stored wider may be given as it is, it is cut here. `None` if there is no such tile.
    fn tile(&mut self, level: u8, n: u64, width: u16) -> Result<Option<Vec<u8>>, Self::Error>;
}

/// Why something could not be computed from the tiles. `E` is the reader's own error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeFault<E> {
    /// There is no leaf with this index in a tree of this size.
    IndexBeyondSize,
    /// The old size is larger than the new one.
    OldBeyondNew,
    /// A tile that a tree of this size must have is not there.
    Missing {
        /// Its level.
        level: u8,
        /// Its index within the level.
        n: u64,
    },
    /// A tile holds fewer hashes than a tree of this size must have there.
    Narrow {
        /// Its level.
        level: u8,
        /// Its index within the level.
        n: u64,
    },
    /// The tile could not be read.
    Read(E),
}

impl<E: fmt::Display> fmt::Display for TreeFault<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IndexBeyondSize => f.write_str("The log has no entry with this number."),
            Self::OldBeyondNew => f.write_str("The older log cannot be larger than the newer one."),
            Self::Missing { level, n } => write!(f, "Tile {n} of level {level} is missing."),
            Self::Narrow { level, n } => write!(f, "Tile {n} of level {level} holds too few hashes."),
            Self::Read(why) => write!(f, "A tile could not be read: {why}"),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for TreeFault<E> {}

/// The root of the tree of the first `size` leaves. Reads at most one tile per level, none for an empty tree.
pub fn root<T: Tiles>(tiles: &mut T, size: u64) -> Result<Hash, TreeFault<T::Error>> {
    Reader::new(tiles, size).range(0, size)
}

/// Reads each tile of a tree of one size at most once.
pub(crate) struct Reader<'a, T> {
    tiles: &'a mut T,
    size: u64,
    read: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl<'a, T: Tiles> Reader<'a, T> {
    pub(crate) fn new(tiles: &'a mut T, size: u64) -> Self {
        Self { tiles, size, read: BTreeMap::new() }
    }

    /// The hash over the leaves `lo..hi` where these are one node of the RFC's tree: `lo` is a multiple of the power of
    /// two that `hi - lo` rounds up to, and `hi` is at most the size.
    pub(crate) fn range(&mut self, lo: u64, hi: u64) -> Result<Hash, TreeFault<T::Error>> {
        let mut complete = Vec::new();
        let mut rest = hi.saturating_sub(lo);
        let mut at = lo;
        while let Some(height) = rest.checked_ilog2() {
            complete.push(self.node(height, at)?);
            let leaves = 1u64.checked_shl(height).unwrap_or(0);
            at = at.saturating_add(leaves);
            rest = rest.saturating_sub(leaves);
        }
        // the subtrees get smaller to the right, so the last two are joined first
        Ok(complete.into_iter().rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or(EMPTY_ROOT))
    }

    /// The hash of the complete subtree of 2^height leaves that begins at leaf `at`.
    fn node(&mut self, height: u32, at: u64) -> Result<Hash, TreeFault<T::Error>> {
        // below 8: at most 63 / 8
        let level = u8::try_from(height / 8).unwrap_or(u8::MAX);
        let (n, skip) = place(hashes_in(at, level));
        let count = 1usize.checked_shl(height % 8).unwrap_or(0);
        let row = self.tile(level, n)?;
        let hashes = row.iter().skip(usize::try_from(skip).unwrap_or(usize::MAX)).take(count);
        let hashes: Vec<Hash> = hashes.copied().collect();
        if hashes.len() == count { Ok(root_of(&hashes)) } else { Err(TreeFault::Narrow { level, n }) }
    }

    /// The hashes of a tile, as many as it has in the tree of this size.
    pub(crate) fn tile(&mut self, level: u8, n: u64) -> Result<&[Hash], TreeFault<T::Error>> {
        if !self.read.contains_key(&(level, n)) {
            let row = self.load(level, n)?;
            self.read.insert((level, n), row);
        }
        self.read.get(&(level, n)).map(Vec::as_slice).ok_or(TreeFault::Missing { level, n })
    }

    fn load(&mut self, level: u8, n: u64) -> Result<Vec<Hash>, TreeFault<T::Error>> {
        let missing = TreeFault::Missing { level, n };
        let Some(width) = width_in(self.size, level, n) else { return Err(missing) };
        let bytes = self.tiles.tile(level, n, width).map_err(TreeFault::Read)?;
        let Some(bytes) = bytes else { return Err(TreeFault::Missing { level, n }) };
        let (hashes, _) = bytes.as_chunks::<32>();
        match hashes.get(..usize::from(width)) {
            Some(row) => Ok(row.to_vec()),
            None => Err(TreeFault::Narrow { level, n }),
        }
    }
}
