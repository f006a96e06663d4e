//! Known answers of trees and proofs. The eight leaves, their roots and proofs are the reference data of Certificate Transparency's tests
//! (github.com/transparency-dev/merkle, `testonly/constants.go` and `proof/verify_test.go`).

use crate::testing::{Memory, defined_tiles, hash, hex, leaves, mth, path, proof};
use crate::*;

const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const A: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const G: &str = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";

fn reference() -> Vec<Hash> {
    LEAVES.iter().map(|leaf| leaf_hash(&hex(leaf))).collect()
}

fn hashes(texts: &[&str]) -> Vec<Hash> {
    texts.iter().map(|text| hash(text)).collect()
}

#[test]
fn roots_are_those_of_certificate_transparency() {
    assert_eq!(EMPTY_ROOT, hash(ROOTS[0]));
    let leaves = reference();
    let mut tiles = Memory::of(&leaves);
    for (size, expected) in ROOTS.iter().enumerate() {
        assert_eq!(root_of(&leaves[..size]), hash(expected), "{size}");
        assert_eq!(root(&mut tiles, size as u64), Ok(hash(expected)), "{size}");
        let mut growth = Growth::empty();
        growth.append(&leaves[..size]).unwrap();
        assert_eq!(growth.root(), hash(expected), "{size}");
    }
}

#[test]
fn proofs_are_those_of_certificate_transparency() {
    let leaves = reference();
    let mut tiles = Memory::of(&leaves);
    let included: [(u64, u64, &[&str]); 5] =
        [(0, 1, &[]), (0, 8, &[A, B, C]), (5, 8, &[D, E, ROOTS[4]]), (2, 3, &[ROOTS[2]]), (1, 5, &[ROOTS[1], B, D])];
    for (index, size, expected) in included {
        let proof = inclusion(&mut tiles, index, size).unwrap();
        assert_eq!(proof, hashes(expected), "{index} in {size}");
        let root = hash(ROOTS[size as usize]);
        assert_eq!(verify_inclusion(index, size, &leaves[index as usize], &proof, &root), Ok(()));
    }
    let consistent: [(u64, u64, &[&str]); 5] =
        [(1, 1, &[]), (1, 8, &[A, B, C]), (6, 8, &[F, E, ROOTS[4]]), (2, 5, &[B, D]), (6, 7, &[F, G, ROOTS[4]])];
    for (old, new, expected) in consistent {
        let proof = consistency(&mut tiles, old, new).unwrap();
        assert_eq!(proof, hashes(expected), "{old} to {new}");
        let (old_root, new_root) = (hash(ROOTS[old as usize]), hash(ROOTS[new as usize]));
        assert_eq!(verify_consistency(old, &old_root, new, &new_root, &proof), Ok(()));
    }
}

#[test]
fn every_way_an_inclusion_proof_fails_has_its_name() {
    let leaves = reference();
    let proof = inclusion(&mut Memory::of(&leaves), 4, 7).unwrap();
    let (leaf, root) = (leaves[4], mth(&leaves[..7]));
    let longer: Vec<Hash> = proof.iter().copied().chain([leaf]).collect();
    let shorter = &proof[..proof.len() - 1];
    assert_eq!(verify_inclusion(4, 7, &leaf, &proof, &root), Ok(()));
    assert_eq!(verify_inclusion(7, 7, &leaf, &proof, &root), Err(ProofFault::IndexBeyondSize));
    assert_eq!(verify_inclusion(0, 0, &leaf, &[], &EMPTY_ROOT), Err(ProofFault::IndexBeyondSize));
    assert_eq!(verify_inclusion(u64::MAX, u64::MAX, &leaf, &proof, &root), Err(ProofFault::IndexBeyondSize));
    assert_eq!(verify_inclusion(4, 7, &leaf, &longer, &root), Err(ProofFault::TooLong));
    assert_eq!(verify_inclusion(4, 7, &leaf, shorter, &root), Err(ProofFault::TooShort));
    assert_eq!(verify_inclusion(4, u64::MAX, &leaf, &proof, &root), Err(ProofFault::TooShort));
    assert_eq!(verify_inclusion(4, 7, &root, &proof, &root), Err(ProofFault::RootDiffers));
    assert_eq!(verify_inclusion(4, 7, &leaf, &proof, &leaf), Err(ProofFault::RootDiffers));
    assert_eq!(verify_inclusion(5, 7, &leaf, &proof, &root), Err(ProofFault::RootDiffers));
}

#[test]
fn every_way_a_consistency_proof_fails_has_its_name() {
    use ProofFault::*;
    let leaves = reference();
    let (six, seven, eight) = (mth(&leaves[..6]), mth(&leaves[..7]), mth(&leaves));
    let good = consistency(&mut Memory::of(&leaves), 6, 8).unwrap();
    let longer: Vec<Hash> = good.iter().copied().chain([six]).collect();
    type Row<'a> = (u64, Hash, u64, Hash, &'a [Hash], Result<(), ProofFault>);
    let table: [Row<'_>; 19] = [
        (6, six, 8, eight, &good, Ok(())),
        (6, six, 8, eight, &longer, Err(TooLong)),
        (6, six, 8, eight, &good[..2], Err(TooShort)),
        (6, six, 8, eight, &[], Err(TooShort)),
        (4, hash(ROOTS[4]), 8, eight, &[], Err(TooShort)),
        (6, seven, 8, eight, &good, Err(OldRootDiffers)),
        (6, seven, 8, six, &good, Err(OldRootDiffers)),
        (6, six, 8, seven, &good, Err(NewRootDiffers)),
        (8, eight, 6, six, &good, Err(OldBeyondNew)),
        (1, six, 0, EMPTY_ROOT, &[], Err(OldBeyondNew)),
        (8, eight, 8, eight, &[], Ok(())),
        (8, eight, 8, eight, &good, Err(TooLong)),
        (8, eight, 8, seven, &[], Err(NewRootDiffers)),
        (0, EMPTY_ROOT, 0, EMPTY_ROOT, &[], Ok(())),
        (0, EMPTY_ROOT, 8, eight, &[], Ok(())),
        (0, EMPTY_ROOT, 8, eight, &good, Err(TooLong)),
        (0, eight, 8, eight, &[], Err(OldRootDiffers)),
        (0, eight, 0, eight, &[], Err(OldRootDiffers)),
        (0, EMPTY_ROOT, 0, eight, &[], Err(NewRootDiffers)),
    ];
    for (row, (old, old_root, new, new_root, proof, expected)) in table.into_iter().enumerate() {
        assert_eq!(verify_consistency(old, &old_root, new, &new_root, proof), expected, "row {row}");
    }
}

#[test]
fn what_tiles_cannot_give_is_refused() {
    let leaves = leaves(300);
    let mut tiles = Memory::of(&leaves);
    assert_eq!(inclusion(&mut tiles, 300, 300), Err(TreeFault::IndexBeyondSize));
    assert_eq!(consistency(&mut tiles, 300, 299), Err(TreeFault::OldBeyondNew));
    assert_eq!(consistency(&mut tiles, 0, 300), Ok(Vec::new()));
    assert_eq!(consistency(&mut tiles, 300, 300), Ok(Vec::new()));
    assert_eq!(root(&mut tiles, 301), Err(TreeFault::Narrow { level: 0, n: 1 }));
    assert_eq!(root(&mut tiles, 512), Err(TreeFault::Narrow { level: 1, n: 0 }));
    assert_eq!(root(&mut tiles, u64::MAX), Err(TreeFault::Missing { level: 7, n: 0 }));
    assert_eq!(Growth::open(&mut tiles, 700), Err(TreeFault::Missing { level: 0, n: 2 }));
    tiles.rows.remove(&(1, 0));
    assert_eq!(root(&mut tiles, 300), Err(TreeFault::Missing { level: 1, n: 0 }));
    assert_eq!(root(&mut tiles, 255), Ok(mth(&leaves[..255])));
}

#[test]
fn tile_boundaries() {
    let all = leaves(65_537);
    for size in [255usize, 256, 257, 511, 512, 65_535, 65_536, 65_537] {
        let leaves = &all[..size];
        let mut growth = Growth::empty();
        let mut tiles = Memory::default();
        tiles.put(growth.append(leaves).unwrap());
        assert_eq!(tiles.rows, defined_tiles(leaves).rows, "{size}");
        assert_eq!(growth.root(), mth(leaves), "{size}");
        assert_eq!(root(&mut tiles, size as u64), Ok(mth(leaves)), "{size}");
        assert_eq!(Growth::open(&mut tiles, size as u64), Ok(growth), "{size}");
        for index in [1, size / 2, size - 1] {
            tiles.reads = 0;
            assert_eq!(inclusion(&mut tiles, index as u64, size as u64), Ok(path(index, leaves)), "{index} in {size}");
            assert!(tiles.reads <= 6, "{} tiles for {index} in {size}", tiles.reads);
            tiles.reads = 0;
            let old = index + 1;
            assert_eq!(consistency(&mut tiles, old as u64, size as u64), Ok(proof(old, leaves)), "{old} to {size}");
            assert!(tiles.reads <= 6, "{} tiles for {old} to {size}", tiles.reads);
        }
    }
}

#[test]
fn a_log_takes_no_more_than_64_bits_count() {
    // a store that answers every tile: only the numbers matter
    struct Endless;
    impl Tiles for Endless {
        type Error = std::convert::Infallible;
        fn tile(&mut self, _: u8, _: u64, width: u16) -> Result<Option<Vec<u8>>, Self::Error> {
            Ok(Some(vec![7; usize::from(width) * 32]))
        }
    }
    let mut growth = Growth::open(&mut Endless, u64::MAX - 1).unwrap();
    assert_eq!(growth.append(&leaves(2)), Err(LogFull));
    assert_eq!(growth.size(), u64::MAX - 1);
    let grown = growth.append(&leaves(1)).unwrap();
    assert_eq!(grown.len(), 1);
    assert_eq!((grown[0].n, grown[0].width), ((1 << 56) - 1, 255));
    assert_eq!(root(&mut Endless, u64::MAX).map(|root| root.len()), Ok(32));
    let size = u64::MAX;
    let proof = inclusion(&mut Endless, size - 1, size).unwrap();
    assert_eq!(verify_inclusion(size - 1, size, &[7; 32], &proof, &root(&mut Endless, size).unwrap()), Ok(()));
}
