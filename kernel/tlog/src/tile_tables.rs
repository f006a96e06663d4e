//! Paths, widths and bundles. The first of each are the examples of C2SP tlog-tiles.

use crate::*;

#[test]
fn widths_are_those_of_the_specification() {
    // "a tree of size 70,000", "a tree of size 256", and where the numbers end
    let table = [
        (70_000, 0, 272, Some(256)),
        (70_000, 0, 273, Some(112)),
        (70_000, 0, 274, None),
        (70_000, 1, 0, Some(256)),
        (70_000, 1, 1, Some(17)),
        (70_000, 2, 0, Some(1)),
        (70_000, 3, 0, None),
        (256, 0, 0, Some(256)),
        (256, 1, 0, Some(1)),
        (256, 0, 1, None),
        (255, 1, 0, None),
        (0, 0, 0, None),
        (u64::MAX, 0, (1 << 56) - 1, Some(255)),
        (u64::MAX, 0, u64::MAX, None),
        (u64::MAX, 7, 0, Some(255)),
        (u64::MAX, 8, 0, None),
        (u64::MAX, 63, 0, None),
        (u64::MAX, 255, 0, None),
    ];
    for (size, level, n, expected) in table {
        assert_eq!(width_in(size, level, n), expected, "{size} {level} {n}");
    }
    assert!(Tile::hashes(0, 273, 111).unwrap().is_in(70_000));
    assert!(!Tile::hashes(0, 273, 113).unwrap().is_in(70_000));
    assert!(Tile::entries(273, 112).unwrap().is_in(70_000));
    assert!(!Tile::entries(273, 256).unwrap().is_in(70_000));
    assert!(!Tile::entries(274, 1).unwrap().is_in(70_000));
}

#[test]
fn paths_are_those_of_the_specification() {
    let table = [
        (Tile::hashes(0, 1_234_067, 256), "/tile/0/x001/x234/067"),
        (Tile::hashes(63, 0, 1), "/tile/63/000.p/1"),
        (Tile::hashes(1, 999, 255), "/tile/1/999.p/255"),
        (Tile::hashes(1, 1000, 256), "/tile/1/x001/000"),
        (Tile::entries(1_234_067, 8), "/tile/entries/x001/x234/067.p/8"),
        (Tile::entries(u64::MAX, 256), "/tile/entries/x018/x446/x744/x073/x709/x551/615"),
    ];
    for (tile, path) in table {
        let tile = tile.unwrap();
        assert_eq!(tile.path(), path);
        assert_eq!(Tile::parse(path), Ok(tile));
    }
    assert_eq!(Tile::hashes(64, 0, 1), Err(TileFault::Level));
    assert_eq!(Tile::hashes(0, 0, 0), Err(TileFault::Width));
    assert_eq!(Tile::hashes(0, 0, 257), Err(TileFault::Width));
    assert_eq!(Tile::entries(0, 0), Err(TileFault::Width));
}

#[test]
fn other_paths_are_refused() {
    use TileFault::*;
    let table = [
        ("", NotATile),
        ("/", NotATile),
        ("tile/0/000", NotATile),
        ("//tile/0/000", NotATile),
        ("/log/tile/0/000", NotATile),
        ("/tile/0", NotATile),
        ("/tile//000", Level),
        ("/tile/64/000", Level),
        ("/tile/00/000", Level),
        ("/tile/+1/000", Level),
        ("/tile/-1/000", Level),
        ("/tile/100/000", Level),
        ("/tile/data/000", Level),
        ("/tile/0/", Grouping),
        ("/tile/0/0", Grouping),
        ("/tile/0/0000", Grouping),
        ("/tile/0/000/", Grouping),
        ("/tile/0/000 ", Grouping),
        ("/tile/0/+00", Grouping),
        ("/tile/0/x01", Grouping),
        ("/tile/0/x001", Grouping),
        ("/tile/0/001/002", Grouping),
        ("/tile/0/x001/x002", Grouping),
        ("/tile/0/X001/002", Grouping),
        ("/tile/0/00٣", Grouping),
        ("/tile/0/000.p", Grouping),
        ("/tile/0/x000/001", ZeroGroup),
        ("/tile/0/x000/x001/001", ZeroGroup),
        ("/tile/0/x018/x446/x744/x073/x709/x551/616", TooLarge),
        ("/tile/0/x001/x000/x000/x000/x000/x000/x000/000", TooLarge),
        ("/tile/0/000.p/", Width),
        ("/tile/0/000.p/0", Width),
        ("/tile/0/000.p/256", Width),
        ("/tile/0/000.p/01", Width),
        ("/tile/0/000.p/+1", Width),
        ("/tile/0/000.p/1/", Width),
        ("/tile/0/000.p/1.p/1", Width),
    ];
    for (path, fault) in table {
        assert_eq!(Tile::parse(path), Err(fault), "{path}");
    }
}

#[test]
fn bundles() {
    let bytes = write_bundle(&[&b"ab"[..], b"", b"c"]).unwrap();
    assert_eq!(bytes, b"\0\x02ab\0\0\0\x01c");
    assert_eq!(read_bundle(&bytes, 3), Ok(vec![&b"ab"[..], b"", b"c"]));
    assert_eq!(read_bundle(&bytes, 2), Err(BundleFault::Trailing));
    assert_eq!(read_bundle(&bytes, 4), Err(BundleFault::Truncated));
    assert_eq!(read_bundle(&bytes[..7], 3), Err(BundleFault::Truncated));
    assert_eq!(read_bundle(&bytes[..8], 3), Err(BundleFault::Truncated));
    assert_eq!(read_bundle(&[0], 1), Err(BundleFault::Truncated));
    assert_eq!(read_bundle(&[], 0), Err(BundleFault::Width));
    assert_eq!(read_bundle(&bytes, 257), Err(BundleFault::Width));
    assert_eq!(write_bundle::<&[u8]>(&[]), Err(BundleFault::Width));
    assert_eq!(write_bundle(&vec![b""; 257]), Err(BundleFault::Width));
    assert_eq!(write_bundle(&[vec![0; 65_536]]), Err(BundleFault::EntryTooLong));
    let widest = write_bundle(&vec![vec![7; 65_535]; 256]).unwrap();
    assert_eq!(read_bundle(&widest, 256).map(|entries| entries.len()), Ok(256));
}
