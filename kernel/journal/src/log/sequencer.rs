//! The sequencer: takes what was recorded into the tree, signs, keeps, publishes.

use super::store::{Rows, State, damaged, grow, publish, state};
use super::{LogKeys, LogTrouble};
use crate::length;
use lianxin_store::{Db, Read, Stop};
use lianxin_tlog::{Checkpoint, Hash, root};

/// A checkpoint is signed after so many batches at the latest.
const BATCHES: u32 = 16;

/// One step; answers whether more is waiting. Nothing is written where nothing is new.
///
/// # Errors
/// What was signed before is not what stands there now, a key or file is missing, or the database's trouble; then
/// nothing new is signed or published.
pub fn step(db: &Db, keys: &LogKeys) -> Result<bool, LogTrouble> {
    let (before, waiting) = db.read_wait(|r| Ok((state(r)?, length(r)?)))?;
    let kept = keys.kept()?;
    check_key(keys, before.as_ref())?;
    let key = keys.verifier().to_string();
    let same = before.as_ref().is_some_and(|s| s.key.as_ref() == Some(&key));
    if same && before.as_ref().is_some_and(|s| is_done(s, waiting, kept.as_ref())) {
        return Ok(false);
    }
    let (size, hash, more) = grown(db)?;
    if let Some(kept) = kept {
        let signed = kept.size();
        if signed > size {
            // What was signed may only not be in the tree yet.
            return if more { Ok(true) } else { Err(LogTrouble::Behind { signed, there: size }) };
        }
        if !db.read_wait(move |r| continues(r, &kept))? {
            return Err(LogTrouble::Forked { signed });
        }
    }
    let note = keys.sign(size, hash, db.clock().now())?;
    keys.keep(&note)?;
    db.keep_wait(move |tx| Ok(publish(tx, size, &note, &key)?))?;
    Ok(more)
}

/// Takes in what waits; of very much only so many batches, so that what was taken in is soon signed.
fn grown(db: &Db) -> Result<(u64, Hash, bool), LogTrouble> {
    let mut grown = db.keep_wait(|tx| Ok(grow(tx)?))?;
    for _ in 1..BATCHES {
        if !grown.2 {
            break;
        }
        grown = db.keep_wait(|tx| Ok(grow(tx)?))?;
    }
    Ok(grown)
}

/// Whether there is nothing to do: every act is in the tree, and the tree is signed, kept and published.
fn is_done(s: &State, acts: i64, kept: Option<&Checkpoint>) -> bool {
    let all_in = u64::try_from(acts).is_ok_and(|acts| acts == s.size);
    let signed = kept.is_some_and(|kept| kept.size() == s.size && *kept.root() == s.root);
    all_in && signed && s.published == s.size && s.checkpoint.is_some()
}

/// Whether the tree begins with what a checkpoint says.
fn continues(r: &mut Read<'_>, kept: &Checkpoint) -> Result<bool, Stop> {
    Ok(root(&mut Rows(r), kept.size()).map_err(damaged)? == *kept.root())
}

/// What is published was signed by this key, or the one before it.
fn check_key(keys: &LogKeys, s: Option<&State>) -> Result<(), LogTrouble> {
    let Some(note) = s.and_then(|s| s.checkpoint.as_deref()) else { return Ok(()) };
    keys.opened(note).map(|_| ()).map_err(|_| LogTrouble::KeyLost)
}
