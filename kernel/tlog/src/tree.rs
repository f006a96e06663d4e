//! The hashes of an RFC 6962 Merkle tree (section 2.1) over SHA-256.

use sha2::{Digest, Sha256};

/// A SHA-256 hash: of a leaf, of an inner node, or of a whole tree.
pub type Hash = [u8; 32];

/// The root of the tree without leaves: SHA-256 of nothing (RFC 6962, 2.1).
pub const EMPTY_ROOT: Hash = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
    0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// The hash of a leaf: SHA-256 of a zero byte and the entry.
///
/// The byte before the data keeps a leaf from being passed off as an inner node, and the other way round.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0x00]).chain_update(entry).finalize().into()
}

/// The hash of an inner node: SHA-256 of a one byte, the left and the right child.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([0x01]).chain_update(left).chain_update(right).finalize().into()
}

/// The root over a row of hashes, in order, for any number of them; [`EMPTY_ROOT`] for none.
///
/// RFC 6962 splits a row at the largest power of two below its length. Hashing neighbours in pairs, where a hash left
/// over at the end moves up unchanged, builds the same tree from below; it needs no recursion.
pub fn root_of(row: &[Hash]) -> Hash {
    let mut row = row.to_vec();
    while row.len() > 1 {
        let (pairs, left_over) = row.as_chunks::<2>();
        let mut above: Vec<Hash> = pairs.iter().map(|[left, right]| node_hash(left, right)).collect();
        above.extend_from_slice(left_over);
        row = above;
    }
    row.first().copied().unwrap_or(EMPTY_ROOT)
}
