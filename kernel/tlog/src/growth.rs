//! Appending leaves: which tiles change, and the new root.

use crate::reader::{Reader, Tiles, TreeFault};
use crate::tile::{FULL, hashes_in, place};
use crate::tree::{EMPTY_ROOT, Hash, root_of};
use std::fmt;

/// Tile levels of a tree counted in 64 bits: 256^8 is 2^64.
const LEVELS: u8 = 8;

/// The right edge of a tree: its size and, for each level, the hashes of the tile that is not full yet.
///
/// This is all that appending needs, at most 8 × 255 hashes. It can be kept between batches or read anew each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    size: u64,
    edge: [Vec<Hash>; LEVELS as usize],
}

/// A tile of hashes that is new or has grown: it takes the place of what was stored at (`level`, `n`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrownTile {
    /// The level, 0 to 7.
    pub level: u8,
    /// The index within the level.
    pub n: u64,
    /// How many hashes it holds now, 1 to 256.
    pub width: u16,
    /// The hashes, 32 bytes each, in order.
    pub hashes: Vec<u8>,
}

/// The tree would have more leaves than 64 bits count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogFull;

impl fmt::Display for LogFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The log cannot hold more entries.")
    }
}

impl std::error::Error for LogFull {}

impl Default for Growth {
    fn default() -> Self {
        Self::empty()
    }
}

impl Growth {
    /// The tree without leaves.
    pub fn empty() -> Self {
        Self { size: 0, edge: Default::default() }
    }

    /// Reads the right edge of a tree of `size` leaves: at most one partial tile per level.
    pub fn open<T: Tiles>(tiles: &mut T, size: u64) -> Result<Self, TreeFault<T::Error>> {
        let mut growth = Self { size, ..Self::empty() };
        let mut reader = Reader::new(tiles, size);
        for (level, row) in (0..LEVELS).zip(&mut growth.edge) {
            let (n, width) = place(hashes_in(size, level));
            if width > 0 {
                *row = reader.tile(level, n)?.to_vec();
            }
        }
        Ok(growth)
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        // What lies right of a level's complete hashes is one shorter subtree: it is that level's last hash.
        let mut below: Option<Hash> = None;
        for row in &self.edge {
            let row: Vec<Hash> = row.iter().copied().chain(below).collect();
            below = (!row.is_empty()).then(|| root_of(&row));
        }
        below.unwrap_or(EMPTY_ROOT)
    }

    /// Appends leaf hashes and gives every tile that is new or has grown, once, by level and index. About one hash is
    /// computed per leaf. Refused only if the size would not fit into 64 bits; the tree is then as before.
    pub fn append(&mut self, leaves: &[Hash]) -> Result<Vec<GrownTile>, LogFull> {
        let added = u64::try_from(leaves.len()).map_err(|_| LogFull)?;
        let size = self.size.checked_add(added).ok_or(LogFull)?;
        let mut grown = Vec::new();
        let mut new = leaves.to_vec();
        for (level, row) in (0..LEVELS).zip(&mut self.edge) {
            if new.is_empty() {
                break;
            }
            row.append(&mut new);
            let (first, _) = place(hashes_in(self.size, level));
            new = fill(level, first, row, &mut grown);
        }
        self.size = size;
        Ok(grown)
    }
}

/// Puts a level's row into tiles from index `first` on; leaves in the row what fills no tile and gives the roots of the
/// full tiles, which are the new hashes of the level above.
fn fill(level: u8, first: u64, row: &mut Vec<Hash>, grown: &mut Vec<GrownTile>) -> Vec<Hash> {
    let mut above = Vec::new();
    let (full, rest) = row.as_chunks::<{ FULL as usize }>();
    let mut n = first;
    for tile in full {
        grown.push(GrownTile { level, n, width: FULL, hashes: tile.as_flattened().to_vec() });
        above.push(root_of(tile));
        n = n.saturating_add(1);
    }
    let rest = rest.to_vec();
    if !rest.is_empty() {
        let width = u16::try_from(rest.len()).unwrap_or(FULL);
        grown.push(GrownTile { level, n, width, hashes: rest.as_flattened().to_vec() });
    }
    *row = rest;
    above
}
