//! What must hold for every log, every text and every run of bytes, not only for those in the tables.

use crate::testing::{Memory, defined_tiles, leaves, mth, path, proof};
use crate::*;
use proptest::prelude::*;

/// Sizes up to 600, the edges of tiles as often as the rest.
fn sizes() -> impl Strategy<Value = usize> {
    prop_oneof![1usize..=600, prop::sample::select(vec![1usize, 2, 3, 255, 256, 257, 511, 512, 513, 600])]
}

/// 601 leaves and the roots of all trees of the first of them, by the recursive definition.
fn known() -> &'static (Vec<Hash>, Vec<Hash>) {
    static KNOWN: std::sync::OnceLock<(Vec<Hash>, Vec<Hash>)> = std::sync::OnceLock::new();
    KNOWN.get_or_init(|| {
        let all = leaves(601);
        let roots = (0..=all.len()).map(|size| mth(&all[..size])).collect();
        (all, roots)
    })
}

fn names() -> impl Strategy<Value = String> {
    "[a-z./一-三]{1,12}"
}

fn texts() -> impl Strategy<Value = String> {
    "[ -~\n\u{85}–龟]{0,60}\n"
}

/// Text that looks like a note, a path or a checkpoint, cut and mixed.
fn near_misses() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "/tile/",
        "entries/",
        "0/",
        "63/",
        "x001/",
        "x018/x446/x744/x073/x709/x551/",
        "615",
        "000",
        ".p/",
        "255",
        "a",
        "\n",
        "\n\n",
        "— ",
        " ",
        "+",
        "c74f20a3",
        "PRIVATE+KEY+",
        "0",
        "20852163",
        "18446744073709551616",
        "=",
        "é",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "AAAAAAA=",
        "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

/// Everything that reads text or bytes from outside; none may panic, and what is read is written the same.
fn read_everything(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        assert_eq!(note.to_string().as_bytes(), bytes);
        let known = [Verifier::new(note.signatures()[0].name(), KeyKind::Note, &[3; 32])];
        let known: Vec<_> = known.into_iter().flatten().collect();
        assert!(note.verify(&known).is_err());
    }
    for width in [0, 1, 2, 3, 256, 257, u16::MAX] {
        if let Ok(entries) = read_bundle(bytes, width) {
            assert_eq!(write_bundle(&entries).unwrap(), bytes);
        }
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(tile) = Tile::parse(&text) {
        assert_eq!(tile.path(), text);
    }
    if let Ok(checkpoint) = Checkpoint::parse(&text) {
        assert_eq!(checkpoint.to_string(), text);
    }
    if let Ok(verifier) = Verifier::parse(&text) {
        assert_eq!(verifier.to_string(), text);
    }
    if let Ok(signature) = Signature::parse(&text) {
        assert_eq!(signature.to_string(), text);
    }
    let _ = Signer::parse(&text);
}

#[test]
fn proofs_are_the_recursive_ones() {
    let (all, roots) = known();
    let mut tiles = Memory::of(all);
    for size in (1..=40).chain([255, 256, 257, 511, 512, 513, 600]) {
        let (leaves, root) = (&all[..size], roots[size]);
        // of the larger trees the edges of tiles and of the tree, and a fifth of the rest
        let edge = |index: usize| [0, 1, 254, 255].contains(&(index % 256)) || index + 3 > size;
        for index in (0..size).filter(|index| size <= 40 || index % 5 == 2 || edge(*index)) {
            let included = inclusion(&mut tiles, index as u64, size as u64).unwrap();
            assert_eq!(included, path(index, leaves), "{index} in {size}");
            assert_eq!(verify_inclusion(index as u64, size as u64, &leaves[index], &included, &root), Ok(()));
            let old = index + 1;
            let consistent = consistency(&mut tiles, old as u64, size as u64).unwrap();
            assert_eq!(consistent, proof(old, leaves), "{old} to {size}");
            assert_eq!(verify_consistency(old as u64, &roots[old], size as u64, &root, &consistent), Ok(()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_batches_give_the_tiles_and_root_of_the_definition(
        batches in prop::collection::vec(prop_oneof![0usize..8, 0usize..300, Just(256usize)], 0..6)
    ) {
        let all = leaves(batches.iter().sum::<usize>() as u64);
        let mut rest = all.as_slice();
        let mut tiles = Memory::default();
        let mut kept = Growth::empty();
        for batch in batches {
            let (now, later) = rest.split_at(batch);
            rest = later;
            // kept in memory and opened anew from what is stored is the same
            let mut opened = Growth::open(&mut tiles, kept.size()).unwrap();
            let grown = kept.append(now).unwrap();
            prop_assert_eq!(&opened.append(now).unwrap(), &grown);
            prop_assert_eq!(&opened, &kept);
            // only what changed is given, and each tile once
            for tile in &grown {
                prop_assert!(tiles.rows.get(&(tile.level, tile.n)) != Some(&tile.hashes));
            }
            let mut places: Vec<_> = grown.iter().map(|tile| (tile.level, tile.n)).collect();
            places.dedup();
            prop_assert_eq!(places.len(), grown.len());
            tiles.put(grown);
        }
        prop_assert_eq!(&tiles.rows, &defined_tiles(&all).rows);
        prop_assert_eq!(kept.root(), mth(&all));
    }

    #[test]
    fn every_earlier_root_can_be_read_from_later_tiles(size in sizes(), more in 0usize..300) {
        let all = leaves((size + more) as u64);
        let mut tiles = Memory::of(&all);
        prop_assert_eq!(root(&mut tiles, size as u64), Ok(mth(&all[..size])));
        prop_assert_eq!(Growth::open(&mut tiles, size as u64).unwrap().root(), mth(&all[..size]));
    }

    #[test]
    fn an_inclusion_proof_is_for_one_leaf_of_one_tree(
        size in sizes(), at in any::<prop::sample::Index>(), flip in any::<(prop::sample::Index, u8)>()
    ) {
        let (all, roots) = known();
        let leaves = &all[..size];
        let (index, root) = (at.index(size), roots[size]);
        let proof = inclusion(&mut Memory::of(all), index as u64, size as u64).unwrap();
        let verify = |index: usize, size: usize, leaf: &Hash, proof: &[Hash], root: &Hash| {
            verify_inclusion(index as u64, size as u64, leaf, proof, root)
        };
        prop_assert_eq!(verify(index, size, &leaves[index], &proof, &root), Ok(()));
        for other in (0..=size).filter(|other| *other != index) {
            prop_assert!(verify(other, size, &leaves[index], &proof, &root).is_err());
            prop_assert!(verify(index, size, &all[other], &proof, &root).is_err());
        }
        for other in [size - 1, size + 1, size / 2, size * 2] {
            if other != size && other <= 601 {
                prop_assert!(verify(index, other, &leaves[index], &proof, &roots[other]).is_err());
            }
        }
        if !proof.is_empty() {
            let mut altered = proof.clone();
            altered[flip.0.index(proof.len())][usize::from(flip.1 % 32)] ^= 1 << (flip.1 / 32);
            prop_assert!(verify(index, size, &leaves[index], &altered, &root).is_err());
            prop_assert!(verify(index, size, &leaves[index], &proof[1..], &root).is_err());
        }
    }

    #[test]
    fn a_consistency_proof_is_for_two_trees(
        new in sizes(), at in any::<prop::sample::Index>(), flip in any::<(prop::sample::Index, u8)>()
    ) {
        let (all, roots) = known();
        let old = at.index(new) + 1;
        let (old_root, new_root) = (roots[old], roots[new]);
        let proof = consistency(&mut Memory::of(all), old as u64, new as u64).unwrap();
        let verify = |old: usize, old_root: &Hash, new: usize, new_root: &Hash, proof: &[Hash]| {
            verify_consistency(old as u64, old_root, new as u64, new_root, proof)
        };
        prop_assert_eq!(verify(old, &old_root, new, &new_root, &proof), Ok(()));
        for other in (1..=new).filter(|other| *other != old) {
            prop_assert!(verify(other, &roots[other], new, &new_root, &proof).is_err(), "{other}");
        }
        if old < new {
            prop_assert!(verify(old, &new_root, new, &new_root, &proof).is_err());
            prop_assert!(verify(old, &old_root, new, &old_root, &proof).is_err());
            prop_assert!(verify(old, &old_root, new + 1, &roots[new + 1], &proof).is_err());
            let mut altered = proof.clone();
            altered[flip.0.index(proof.len())][usize::from(flip.1 % 32)] ^= 1 << (flip.1 / 32);
            prop_assert!(verify(old, &old_root, new, &new_root, &altered).is_err());
            prop_assert!(verify(old, &old_root, new, &new_root, &proof[1..]).is_err());
        }
    }
}

proptest! {
    #[test]
    fn paths_are_read_as_written(level in 0u8..=63, n in any::<u64>(), short in 0u64..2000, width in 1u16..=256) {
        for n in [n, short, n >> 32] {
            for tile in [Tile::hashes(level, n, width).unwrap(), Tile::entries(n, width).unwrap()] {
                prop_assert_eq!(Tile::parse(&tile.path()), Ok(tile));
            }
        }
    }

    #[test]
    fn bundles_are_read_as_written(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..=256)
    ) {
        let bytes = write_bundle(&entries).unwrap();
        let width = u16::try_from(entries.len()).unwrap();
        let read: Vec<Vec<u8>> = read_bundle(&bytes, width).unwrap().into_iter().map(<[u8]>::to_vec).collect();
        prop_assert_eq!(read, entries);
    }

    #[test]
    fn notes_are_read_and_verified_as_written(
        text in texts(), name in names(), seeds in prop::collection::btree_set(any::<u8>(), 1..5)
    ) {
        let signers: Vec<Signer> =
            seeds.iter().map(|seed| Signer::new(&name, KeyKind::Note, &[*seed; 32]).unwrap()).collect();
        let note = Note::new(&text, signers[0].sign(&text).unwrap()).unwrap();
        let note = signers[1..].iter().try_fold(note, |note, by| note.with(by.sign(&text).unwrap())).unwrap();
        let read = Note::parse(note.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&read, &note);
        prop_assert_eq!(read.text(), text);
        let known: Vec<Verifier> = signers.iter().map(|signer| signer.verifier().clone()).collect();
        prop_assert_eq!(read.verify(&known).unwrap().by.len(), signers.len());
        for signer in &signers {
            let read = Signer::parse(&signer.secret_text()).unwrap();
            prop_assert_eq!(read.verifier(), signer.verifier());
            prop_assert_eq!(&Verifier::parse(&signer.verifier().to_string()).unwrap(), signer.verifier());
        }
    }

    #[test]
    fn checkpoints_are_read_as_written(
        origin in "[ -~一-三]{1,20}", size in 1u64.., root in any::<[u8; 32]>(),
        lines in prop::collection::vec("[ -~é]{1,10}", 0..4)
    ) {
        let checkpoint = Checkpoint::new(&origin, size, root).unwrap();
        let checkpoint = lines.iter().try_fold(checkpoint, |it, line| it.with_extension(line)).unwrap();
        prop_assert_eq!(Checkpoint::parse(&checkpoint.to_string()), Ok(checkpoint));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_everything(&bytes);
    }

    #[test]
    fn no_near_miss_panics(text in near_misses()) {
        read_everything(text.as_bytes());
    }

    #[test]
    fn no_proof_panics(
        a in any::<u64>(), b in any::<u64>(), shift in 0u32..64, hashes in prop::collection::vec(any::<[u8; 32]>(), 0..70)
    ) {
        let (a, b, hash) = (a >> shift, b >> shift, [7; 32]);
        prop_assert!(verify_inclusion(a, b, &hash, &hashes, &hash).is_err() || (b == 1 && hashes.is_empty()));
        prop_assert!(verify_consistency(a, &hash, b, &hash, &hashes).is_err() || (a == b && hashes.is_empty()));
        // tiles of any content and width, of a tree of any size
        let mut tiles = Memory::default();
        for level in 0..8 {
            tiles.rows.insert((level, a & 1), hashes.concat());
        }
        let _ = (root(&mut tiles, b), inclusion(&mut tiles, a, b), consistency(&mut tiles, a, b));
        let _ = Growth::open(&mut tiles, b);
    }
}
