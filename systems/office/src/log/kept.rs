//! Whole bundles of entries, kept in memory: once published they never change, and whoever copies the log asks for each.

use axum::body::Bytes;
use hashlink::LruCache;
use lianxin_tlog::{Tile, TileKind};
use std::sync::{Arc, Mutex, PoisonError};

/// So many at most, the least lately asked for goes first.
const MOST: usize = 64;
/// A larger one is read anew each time: 16 MiB are enough for all of them.
const LARGEST: usize = 256 << 10;

#[derive(Clone)]
pub(crate) struct Kept(Arc<Mutex<LruCache<u64, Bytes>>>);

impl Kept {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(MOST))))
    }

    pub(crate) fn get(&self, tile: Tile) -> Option<Bytes> {
        is_whole(tile).then(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&tile.n()).cloned())?
    }

    /// Gives the bytes back.
    pub(crate) fn put(&self, tile: Tile, bytes: Bytes) -> Bytes {
        if is_whole(tile) && bytes.len() <= LARGEST {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(tile.n(), bytes.clone());
        }
        bytes
    }
}

/// A part of a bundle is asked for once or twice; a tile of hashes is one row.
fn is_whole(tile: Tile) -> bool {
    matches!(tile.kind(), TileKind::Entries) && usize::from(tile.width()) == WHOLE
}

/// Entries of a whole bundle.
const WHOLE: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(path: &str) -> Tile {
        Tile::parse(path).unwrap()
    }

    #[test]
    fn only_whole_bundles_of_bearable_size_are_kept() {
        let kept = Kept::new();
        let bytes = Bytes::from_static(b"entries");
        for (path, stays) in [
            ("/tile/entries/000", true),
            ("/tile/entries/x001/234", true),
            ("/tile/entries/000.p/7", false),
            ("/tile/0/000", false),
        ] {
            assert_eq!(kept.put(tile(path), bytes.clone()), bytes);
            assert_eq!(kept.get(tile(path)), stays.then(|| bytes.clone()), "{path}");
        }
        kept.put(tile("/tile/entries/002"), vec![0; LARGEST + 1].into());
        assert_eq!(kept.get(tile("/tile/entries/002")), None);
        assert_eq!(kept.get(tile("/tile/entries/000.p/7")), None, "a part is not the whole");
    }

    #[test]
    fn the_least_lately_asked_for_goes_first() {
        let kept = Kept::new();
        let at = |n: usize| tile(&format!("/tile/entries/{n:03}"));
        for n in 0..MOST {
            kept.put(at(n), Bytes::new());
        }
        assert!(kept.get(at(0)).is_some());
        kept.put(at(MOST), Bytes::new());
        assert!(kept.get(at(0)).is_some() && kept.get(at(1)).is_none());
    }
}
