//! What signs the log, and the newest checkpoint it has signed, beside the database and not in it: whoever puts an older
//! database in its place cannot make the newer checkpoint unsaid.

use super::LogTrouble;
use lianxin_base::Chance;
use lianxin_store::private;
use lianxin_tlog::{Checkpoint, CheckpointFault, Hash, KeyKind, Note, Signer, Verifier};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

const KEY: &str = "log.skey";
const KEPT: &str = "checkpoint";
/// Neither file is longer than a note may be.
const LONGEST: u64 = 64 * 1024;

/// The key of the log and its newest checkpoint: `keys/log.skey`, `keys/checkpoint`.
#[derive(Clone)]
pub struct LogKeys {
    signer: Signer,
    kept: PathBuf,
}

impl std::fmt::Debug for LogKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogKeys").field("origin", &self.origin()).finish_non_exhaustive()
    }
}

impl LogKeys {
    /// Reads the key, or makes one for this origin at the first start; the origin stays what it was made for.
    ///
    /// # Errors
    /// The folder cannot be written, the file holds no key, or the origin can be no name of a log.
    pub fn load_or_make(dir: &Path, origin: &str, chance: &Chance) -> Result<Self, LogTrouble> {
        private::folder(dir)?;
        let path = dir.join(KEY);
        if let Some(keys) = Self::load(dir)? {
            return Ok(keys);
        }
        let signer = Signer::new(origin, KeyKind::Note, &chance.bytes::<32>()).map_err(|_| LogTrouble::NoKey)?;
        private::file(&path)?;
        write_whole(&path, &format!("{}\n", signer.secret_text()))?;
        Ok(Self { signer, kept: dir.join(KEPT) })
    }

    /// Reads the key; `None` where none was made yet.
    ///
    /// # Errors
    /// It cannot be read, or it is no key.
    pub fn load(dir: &Path) -> Result<Option<Self>, LogTrouble> {
        let path = dir.join(KEY);
        let Some(text) = read(&path)?.filter(|text| !text.is_empty()) else { return Ok(None) };
        private::close(&path)?;
        let signer = Signer::parse(text.trim_end()).map_err(|_| LogTrouble::NoKey)?;
        Ok(Some(Self { signer, kept: dir.join(KEPT) }))
    }

    /// Ends this log: a new key under a new name takes its place (`host/journal`, `host/journal-2`, …); the old one stays
    /// beside it, for its signatures are still verified with it.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn anew(&self, chance: &Chance) -> Result<Self, LogTrouble> {
        let dir = self.kept.parent().unwrap_or(Path::new(""));
        let old = dir.join(format!("log.{:08x}.skey", self.verifier().id()));
        fs::rename(dir.join(KEY), old)?;
        match fs::remove_file(&self.kept) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
            _ => {}
        }
        Self::load_or_make(dir, &next_name(self.origin()), chance)
    }

    /// The log's name.
    pub fn origin(&self) -> &str {
        self.signer.verifier().name()
    }

    /// What its signatures are verified with.
    pub fn verifier(&self) -> &Verifier {
        self.signer.verifier()
    }

    /// The newest checkpoint that was signed here.
    ///
    /// # Errors
    /// It cannot be read, or it is not of this log.
    pub fn kept(&self) -> Result<Option<Checkpoint>, LogTrouble> {
        let Some(note) = read(&self.kept)? else { return Ok(None) };
        opened(&note, self.verifier()).map(Some).map_err(LogTrouble::Kept)
    }

    /// Signs a checkpoint; gives its note.
    pub(super) fn sign(&self, size: u64, root: Hash) -> Result<String, LogTrouble> {
        let text = Checkpoint::new(self.origin(), size, root).map_err(LogTrouble::Kept)?.to_string();
        let note = self.signer.sign(&text).and_then(|signature| Note::new(&text, signature));
        Ok(note.map_err(|fault| LogTrouble::Kept(fault.into()))?.to_string())
    }

    /// Puts a checkpoint on the disk, whole or not at all.
    pub(super) fn keep(&self, note: &str) -> io::Result<()> {
        write_whole(&self.kept, note)
    }
}

/// A checkpoint that the log of this key has signed; a log and its key have one name.
///
/// # Errors
/// It is no checkpoint, or not one of this log.
pub fn opened(note: &str, log: &Verifier) -> Result<Checkpoint, CheckpointFault> {
    Ok(Checkpoint::open(note.as_bytes(), log.name(), log, &[])?.checkpoint)
}

/// `host/journal` → `host/journal-2` → `host/journal-3`.
fn next_name(origin: &str) -> String {
    let numbered = origin.rsplit_once('-').and_then(|(name, n)| Some((name, n.parse::<u32>().ok()?)));
    match numbered.filter(|(name, _)| name.ends_with("/journal")) {
        Some((name, n)) => format!("{name}-{}", n.saturating_add(1)),
        None => format!("{origin}-2"),
    }
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::metadata(path) {
        Ok(meta) if meta.len() > LONGEST => Err(io::Error::new(io::ErrorKind::InvalidData, "the file is too long")),
        Ok(_) => fs::read_to_string(path).map(Some),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

/// Beside it, on the disk, then in its place.
fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let part = path.with_extension("part");
    private::file(&part)?;
    let mut file = fs::OpenOptions::new().write(true).truncate(true).open(&part)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&part, path)?;
    path.parent().map_or(Ok(()), |dir| File::open(dir)?.sync_all())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_ends_is_followed_by_one_of_another_name() {
        for (name, next) in [
            ("lianxin.example/journal", "lianxin.example/journal-2"),
            ("lianxin.example/journal-2", "lianxin.example/journal-3"),
            ("a-2/journal", "a-2/journal-2"),
            ("a-2", "a-2-2"),
        ] {
            assert_eq!(next_name(name), next);
        }
    }
}
