//! Is the tree the one over the leaves, and does it continue everything that was signed?

use super::store::{LEAVES, State, TILES, hash, signed, state, unsigned};
use super::{LogKeys, LogTrouble};
use crate::{Finding, Wrong};
use lianxin_store::{Fault, Read, params};
use lianxin_tlog::{Checkpoint, GrownTile, Growth, Hash, width_in};
use std::collections::BTreeMap;

/// So many leaves are read in one step.
const STEP: i64 = 8192;
/// Hashes in a full tile.
const FULL: u16 = 256;
/// More findings than this help nobody.
const ENOUGH: usize = 20;

/// A checkpoint that the tree must continue, and where it comes from.
#[derive(Clone, Debug)]
pub struct Signed {
    /// `keys/checkpoint`, or the file that was given.
    pub from: String,
    /// What it says.
    pub checkpoint: Checkpoint,
}

/// What was signed by this key: what is kept beside the database, and what is published.
///
/// # Errors
/// A file cannot be read, or is no checkpoint of this log.
pub fn all_signed(r: &mut Read<'_>, keys: &LogKeys) -> Result<Vec<Signed>, LogTrouble> {
    let mut all = Vec::new();
    if let Some(checkpoint) = keys.kept()? {
        all.push(Signed { from: "keys/checkpoint".into(), checkpoint });
    }
    if let Some(note) = state(r)?.and_then(|s| s.checkpoint) {
        let checkpoint = keys.opened(&note).map_err(|_| LogTrouble::KeyLost)?;
        all.push(Signed { from: "journal_log".into(), checkpoint });
    }
    Ok(all)
}

/// Computes the tree anew from the leaves and holds it against the rows and against everything signed. Whether the leaves
/// themselves are whole is [`crate::verify`]'s to say.
///
/// # Errors
/// The database's trouble.
pub fn verify(r: &mut Read<'_>, signed: &[Signed]) -> Result<Vec<Finding>, Fault> {
    let known = state(r)?;
    let mut run = Run { due: due(known.as_ref(), signed), ..Run::default() };
    run.size = known.as_ref().map_or(0, |s| s.size);
    run.tiles_there(r)?;
    while run.out.len() < ENOUGH && run.step(r)? {}
    run.left();
    Ok(run.out)
}

/// What the tree must be at which size: root, and who says so.
type Due = BTreeMap<u64, Vec<(Hash, &'static str, String)>>;

fn due(known: Option<&State>, signed: &[Signed]) -> Due {
    let mut due = Due::new();
    for s in signed {
        let says = (*s.checkpoint.root(), "checkpoint", s.from.clone());
        due.entry(s.checkpoint.size()).or_default().push(says);
    }
    if let Some(known) = known {
        due.entry(known.size).or_default().push((known.root, "root", "journal_log".into()));
    }
    due
}

#[derive(Default)]
struct Run {
    growth: Growth,
    /// How far the stored tree reaches; leaves after it wait for the sequencer.
    size: u64,
    due: Due,
    /// The tile of each level that was not full when it last grew.
    edge: BTreeMap<u8, GrownTile>,
    out: Vec<Finding>,
}

impl Run {
    fn find(&mut self, table: &str, row: String, column: &str, what: Wrong) {
        self.out.push(Finding { table: table.into(), row, column: column.into(), what });
    }

    /// The stored tiles are those a tree of this size has, each as wide as it is there.
    fn tiles_there(&mut self, r: &mut Read<'_>) -> Result<(), Fault> {
        let rows = r.rows(TILES, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))?;
        let mut found = 0u64;
        for (level, n, bytes) in rows {
            let width = u8::try_from(level).ok().and_then(|level| width_in(self.size, level, unsigned(n).ok()?));
            if width.is_none_or(|width| i64::from(width) * 32 != bytes) && self.out.len() < ENOUGH {
                self.find("journal_tile", format!("{level}/{n}"), "hashes", Wrong::Tile);
            }
            found = found.saturating_add(1);
        }
        let wanted = (0..8u32).map(|level| self.size.checked_shr(level * 8).unwrap_or(0).div_ceil(256)).sum::<u64>();
        if found != wanted && self.out.is_empty() {
            self.find("journal_tile", format!("{found}"), "tier, n", Wrong::TileCount);
        }
        Ok(())
    }

    /// Takes in the next leaves, up to the next size that something is known of; `false` when nothing more is to be held
    /// against the leaves, or none are left.
    fn step(&mut self, r: &mut Read<'_>) -> Result<bool, Fault> {
        let at = self.growth.size();
        if at == self.size {
            for tile in std::mem::take(&mut self.edge).into_values() {
                self.tile_is_right(r, &tile)?;
            }
        }
        self.root_is_right(at);
        let Some(next) = self.due.keys().next().copied() else { return Ok(false) };
        let most = signed(next.saturating_sub(at))?.min(STEP);
        let leaves = r.rows(LEAVES, params![signed(at)?, most], |row| hash(&row.blob(0)?))?;
        if leaves.is_empty() {
            return Ok(false);
        }
        for tile in self.growth.append(&leaves).map_err(|e| Fault::Damaged(e.to_string()))? {
            if tile.width == FULL {
                self.tile_is_right(r, &tile)?;
            } else {
                self.edge.insert(tile.level, tile); // it still grows
            }
        }
        Ok(true)
    }

    fn tile_is_right(&mut self, r: &mut Read<'_>, tile: &GrownTile) -> Result<(), Fault> {
        if width_in(self.size, tile.level, tile.n) != Some(tile.width) {
            return Ok(()); // it is full by now, or not in the stored tree yet
        }
        let stored = super::store::tile_row(r, tile.level, tile.n)?;
        if stored.as_ref() != Some(&tile.hashes) && self.out.len() < ENOUGH {
            self.find("journal_tile", format!("{}/{}", tile.level, tile.n), "hashes", Wrong::Tile);
        }
        Ok(())
    }

    /// What is known of the tree at this size is so.
    fn root_is_right(&mut self, at: u64) {
        let root = self.growth.root();
        for (expected, column, from) in self.due.remove(&at).unwrap_or_default() {
            if expected != root {
                self.find("journal_log", from, column, Wrong::Forked(at));
            }
        }
    }

    /// Sizes that were signed and that the leaves never reached.
    fn left(&mut self) {
        let there = self.growth.size();
        for (size, all) in std::mem::take(&mut self.due) {
            for (_, column, from) in all {
                self.find("journal_log", from, column, Wrong::Behind(size, there));
            }
        }
    }
}
