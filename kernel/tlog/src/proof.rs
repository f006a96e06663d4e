//! Inclusion and consistency proofs: made from tiles (RFC 6962, 2.1.1 and 2.1.2) and verified (RFC 9162, 2.1.3.2 and
//! 2.1.4.2).

use crate::reader::{Reader, Tiles, TreeFault};
use crate::tree::{EMPTY_ROOT, Hash, node_hash};
use std::fmt;

/// Why a proof proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofFault {
    /// There is no leaf with this index in a tree of this size.
    IndexBeyondSize,
    /// The old size is larger than the new one.
    OldBeyondNew,
    /// The proof has fewer hashes than a proof for these sizes has.
    TooShort,
    /// The proof has more hashes than a proof for these sizes has.
    TooLong,
    /// Leaf and proof do not lead to the root.
    RootDiffers,
    /// The proof does not lead to the old root; an old tree without leaves has only the root of the empty tree.
    OldRootDiffers,
    /// The proof does not lead to the new root.
    NewRootDiffers,
}

impl fmt::Display for ProofFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IndexBeyondSize => "The log has no entry with this number.",
            Self::OldBeyondNew => "The older log cannot be larger than the newer one.",
            Self::TooShort => "The proof has too few hashes.",
            Self::TooLong => "The proof has too many hashes.",
            Self::RootDiffers => "The entry is not in this log at this place.",
            Self::OldRootDiffers => "The proof does not begin at the older log.",
            Self::NewRootDiffers => "The newer log is not a continuation of the older one.",
        })
    }
}

impl std::error::Error for ProofFault {}

/// The proof that leaf `index` is in the tree of the first `size` leaves: the siblings on its way to the root, from the
/// leaf upwards. Reads at most two tiles per level.
pub fn inclusion<T: Tiles>(tiles: &mut T, index: u64, size: u64) -> Result<Vec<Hash>, TreeFault<T::Error>> {
    if index >= size {
        return Err(TreeFault::IndexBeyondSize);
    }
    let mut reader = Reader::new(tiles, size);
    let (mut lo, mut hi) = (0, size);
    let mut proof = Vec::new();
    while let Some(middle) = split(lo, hi) {
        if index < middle {
            proof.push(reader.range(middle, hi)?);
            hi = middle;
        } else {
            proof.push(reader.range(lo, middle)?);
            lo = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// The proof that the tree of the first `old` leaves is the beginning of the tree of the first `new` leaves. Empty if
/// the sizes are equal or `old` is 0. Reads at most two tiles per level.
pub fn consistency<T: Tiles>(tiles: &mut T, old: u64, new: u64) -> Result<Vec<Hash>, TreeFault<T::Error>> {
    if old > new {
        return Err(TreeFault::OldBeyondNew);
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    let mut reader = Reader::new(tiles, new);
    let (mut lo, mut hi) = (0, new);
    let mut proof = Vec::new();
    while old < hi {
        let Some(middle) = split(lo, hi) else { break };
        if old <= middle {
            proof.push(reader.range(middle, hi)?);
            hi = middle;
        } else {
            proof.push(reader.range(lo, middle)?);
            lo = middle;
        }
    }
    // The old tree ends with this node. If it begins at 0 it is the old tree, whose root the verifier has already.
    if lo > 0 {
        proof.push(reader.range(lo, hi)?);
    }
    proof.reverse();
    Ok(proof)
}

/// Where the RFC's tree over `lo..hi` is split: `lo` plus the largest power of two below the length. `None` for a leaf.
fn split(lo: u64, hi: u64) -> Option<u64> {
    let below = hi.checked_sub(lo)?.checked_sub(1)?;
    lo.checked_add(1u64.checked_shl(below.checked_ilog2()?)?)
}

/// Verifies that the leaf with this hash and index is in the tree with this size and root (RFC 9162, 2.1.3.2).
///
/// Size and root belong together and must come from one verified checkpoint: the proof alone does not bind the size.
pub fn verify_inclusion(index: u64, size: u64, leaf: &Hash, proof: &[Hash], root: &Hash) -> Result<(), ProofFault> {
    if index >= size {
        return Err(ProofFault::IndexBeyondSize);
    }
    let mut way = Way { node: index, last: size.saturating_sub(1) };
    let mut hash = *leaf;
    for sibling in proof {
        hash = match way.step()? {
            Side::Left => node_hash(sibling, &hash),
            Side::Right => node_hash(&hash, sibling),
        };
    }
    way.end()?;
    if hash == *root { Ok(()) } else { Err(ProofFault::RootDiffers) }
}

/// Verifies that the tree (`new`, `new_root`) continues the tree (`old`, `old_root`) (RFC 9162, 2.1.4.2).
///
/// Equal sizes need equal roots and an empty proof. An empty tree is the beginning of every tree: the proof is empty and
/// its root the one of the empty tree; the RFC leaves this case open.
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofFault> {
    if old > new {
        return Err(ProofFault::OldBeyondNew);
    }
    if old == 0 || old == new {
        return without_proof(old, old_root, new, new_root, proof);
    }
    // A complete old tree is a node of the new one, so its root is the first hash and the proof leaves it out.
    let (first, rest) = match proof {
        [] => return Err(ProofFault::TooShort),
        _ if old.is_power_of_two() => (old_root, proof),
        [first, rest @ ..] => (first, rest),
    };
    let mut way = Way { node: old.saturating_sub(1), last: new.saturating_sub(1) };
    way.up_while_right();
    let (mut old_hash, mut new_hash) = (*first, *first);
    for sibling in rest {
        match way.step()? {
            Side::Left => {
                old_hash = node_hash(sibling, &old_hash);
                new_hash = node_hash(sibling, &new_hash);
            }
            Side::Right => new_hash = node_hash(&new_hash, sibling),
        }
    }
    way.end()?;
    match (old_hash == *old_root, new_hash == *new_root) {
        (true, true) => Ok(()),
        (false, _) => Err(ProofFault::OldRootDiffers),
        (true, false) => Err(ProofFault::NewRootDiffers),
    }
}

/// The cases in which the proof has no hashes.
fn without_proof(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> Result<(), ProofFault> {
    if !proof.is_empty() {
        return Err(ProofFault::TooLong);
    }
    if old == 0 && *old_root != EMPTY_ROOT {
        return Err(ProofFault::OldRootDiffers);
    }
    if old == new && old_root != new_root {
        return Err(ProofFault::NewRootDiffers);
    }
    Ok(())
}

/// On which side the sibling stands.
enum Side {
    Left,
    Right,
}

/// The way from a node to the root: its index on its level and that of the level's last node. `fn` and `sn` in the RFC.
struct Way {
    node: u64,
    last: u64,
}

impl Way {
    /// One hash of the proof: the side of this sibling; goes up. Refused with `TooLong` when already at the root.
    fn step(&mut self) -> Result<Side, ProofFault> {
        if self.last == 0 {
            return Err(ProofFault::TooLong);
        }
        if !self.is_right() && self.node != self.last {
            self.up();
            return Ok(Side::Right);
        }
        // A last node without a right sibling moves up unchanged until it has a left one.
        while !self.is_right() && self.node != 0 {
            self.up();
        }
        self.up();
        Ok(Side::Left)
    }

    /// After the proof's last hash: refused with `TooShort` when not yet at the root.
    fn end(&self) -> Result<(), ProofFault> {
        if self.last == 0 { Ok(()) } else { Err(ProofFault::TooShort) }
    }

    fn up_while_right(&mut self) {
        while self.is_right() {
            self.up();
        }
    }

    fn is_right(&self) -> bool {
        self.node % 2 == 1
    }

    fn up(&mut self) {
        self.node /= 2;
        self.last /= 2;
    }
}
