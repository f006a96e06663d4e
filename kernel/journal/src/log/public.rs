//! What everybody may read of the log.

use super::store::{Rows, SEQ, bundled, damaged, state};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lianxin_base::ActId;
use lianxin_store::{Fault, Read, params};
use lianxin_tlog::{Hash, Tile, TileKind, Tiles as _, inclusion};

/// The newest checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many acts it covers.
    pub size: u64,
    /// The signed note.
    pub note: String,
    /// What its signature is verified with: `name+id+key`.
    pub key: String,
}

/// The newest published checkpoint; `None` before the first.
///
/// # Errors
/// The database's trouble.
pub fn published(r: &mut Read<'_>) -> Result<Option<Published>, Fault> {
    Ok(state(r)?.and_then(|s| Some(Published { size: s.published, note: s.checkpoint?, key: s.key? })))
}

/// A tile of hashes or a bundle of entries, as it is served; `None` if the published tree does not reach so far.
///
/// # Errors
/// The database's trouble.
pub fn tile(r: &mut Read<'_>, tile: Tile) -> Result<Option<Vec<u8>>, Fault> {
    let size = published(r)?.map_or(0, |p| p.size);
    if !tile.is_in(size) {
        return Ok(None);
    }
    match tile.kind() {
        TileKind::Entries => bundle(r, tile).map(Some),
        TileKind::Hashes(level) => {
            let mut bytes = Rows(r).tile(level, tile.n(), tile.width())?;
            if let Some(bytes) = &mut bytes {
                bytes.truncate(usize::from(tile.width()) * size_of::<Hash>());
            }
            Ok(bytes)
        }
    }
}

/// The entries of a bundle: each leaf with its length before it.
///
/// # Errors
/// The database's trouble.
pub fn bundle(r: &mut Read<'_>, tile: Tile) -> Result<Vec<u8>, Fault> {
    let from = tile.n().saturating_mul(256);
    let (bundle, n) = bundled(r, from, from.saturating_add(u64::from(tile.width())))?;
    if n == usize::from(tile.width()) { Ok(bundle) } else { Err(Fault::Damaged(format!("{n} leaves of a bundle"))) }
}

/// Where an act stands in the published tree, and how that is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number in the tree, from 0.
    pub index: u64,
    /// How many acts the tree has.
    pub size: u64,
    /// The siblings on its way to the root, from the leaf upwards.
    pub proof: Vec<Hash>,
    /// The signed checkpoint of that tree; of an earlier one whoever asks has it.
    pub note: Option<String>,
    /// What its signature is verified with.
    pub key: String,
}

impl Place {
    /// The proof as programs read it: base64 of each hash.
    pub fn proof_text(&self) -> Vec<String> {
        self.proof.iter().map(|hash| STANDARD.encode(hash)).collect()
    }
}

/// Where an act stands in the published tree, or in the earlier one of so many acts; `None` if it is not in it.
///
/// # Errors
/// The database's trouble.
pub fn place(r: &mut Read<'_>, act: ActId, earlier: Option<u64>) -> Result<Option<Place>, Fault> {
    let seq = r.row(SEQ, params![act], |row| row.int(0))?;
    let index = seq.and_then(|seq| u64::try_from(seq).ok()?.checked_sub(1));
    let (Some(index), Some(published)) = (index, published(r)?) else { return Ok(None) };
    let size = earlier.unwrap_or(published.size);
    if index >= size || size > published.size {
        return Ok(None);
    }
    let proof = inclusion(&mut Rows(r), index, size).map_err(damaged)?;
    let note = (size == published.size).then_some(published.note);
    Ok(Some(Place { index, size, proof, note, key: published.key }))
}
