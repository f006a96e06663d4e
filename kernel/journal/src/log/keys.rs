//! What signs the log, and the newest checkpoint it has signed, beside the database and not in it: whoever puts an older
//! database in its place cannot make the newer checkpoint unsaid.

use super::LogTrouble;
use lianxin_base::{Chance, Moment};
use lianxin_store::private;
use lianxin_tlog::{Checkpoint, CheckpointFault, Hash, KeyKind, Note, Signer, Verifier};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const KEY: &str = "log.skey";
/// The key before this one, as long as it still signs, and until when in a second line.
const OLD: &str = "log.old.skey";
const KEPT: &str = "checkpoint";
/// Neither file is longer than a note may be.
const LONGEST: u64 = 64 * 1024;

/// The key of the log and its newest checkpoint: `keys/log.skey`, `keys/checkpoint`.
#[derive(Clone)]
pub struct LogKeys {
    signer: Signer,
    /// The key before it signs beside it up to a moment, for those who still verify with it.
    before: Option<(Signer, Moment)>,
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
        let signer = make(origin, chance)?;
        private::whole(&path, &format!("{}\n", signer.secret_text()))?;
        Ok(Self { signer, before: None, kept: dir.join(KEPT) })
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
        let before = read(&dir.join(OLD))?.map(|text| retiring(&text)).transpose()?;
        // A change of keys that was cut off before its last step has not taken place.
        let before = before.filter(|(old, _)| old.verifier() != signer.verifier());
        Ok(Some(Self { signer, before, kept: dir.join(KEPT) }))
    }

    /// Changes the key: the new one signs from now on, this one beside it until a moment.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn rotate(&self, until: Moment, chance: &Chance) -> Result<Self, LogTrouble> {
        let (dir, signer) = (self.dir(), make(self.origin(), chance)?);
        self.put_away(dir)?;
        private::whole(&dir.join(OLD), &format!("{}\n{}\n", self.signer.secret_text(), until.micros()))?;
        private::whole(&dir.join(KEY), &format!("{}\n", signer.secret_text()))?;
        Ok(Self { signer, before: Some((self.signer.clone(), until)), kept: self.kept.clone() })
    }

    fn dir(&self) -> &Path {
        self.kept.parent().unwrap_or(Path::new(""))
    }

    /// The key before this one no longer signs; it stays under its own name, for its signatures are still verified.
    fn put_away(&self, dir: &Path) -> Result<(), LogTrouble> {
        if let Some((old, _)) = &self.before {
            private::whole(&own_file(dir, old), &format!("{}\n", old.secret_text()))?;
            fs::remove_file(dir.join(OLD))?;
        }
        Ok(())
    }

    /// Ends this log: a new key under a new name takes its place, that of another host, or the next of this one
    /// (`host/journal`, `host/journal-2`, …); no name is used twice. The old key stays beside it, for its signatures are
    /// still verified with it.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn anew(&self, host: Option<&str>, chance: &Chance) -> Result<Self, LogTrouble> {
        let dir = self.dir();
        self.put_away(dir)?;
        fs::rename(dir.join(KEY), own_file(dir, &self.signer))?;
        match fs::remove_file(&self.kept) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
            _ => {}
        }
        let used = keys_in(dir)?;
        let mut name = host.map_or_else(|| next_name(self.origin()), |host| format!("{host}/journal"));
        while used.iter().any(|key| key.name() == name) {
            name = next_name(&name);
        }
        Self::load_or_make(dir, &name, chance)
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
        self.opened(&note).map(Some).map_err(LogTrouble::Kept)
    }

    /// A checkpoint that this key has signed, or the one before it.
    ///
    /// # Errors
    /// It is no checkpoint, or not one of this log.
    pub fn opened(&self, note: &str) -> Result<Checkpoint, CheckpointFault> {
        let own = opened(note, self.verifier());
        match (&own, &self.before) {
            (Err(_), Some((old, _))) => opened(note, old.verifier()).or(own),
            _ => own,
        }
    }

    /// A checkpoint that any key of this log has signed, however long ago: one that somebody kept.
    ///
    /// # Errors
    /// It is no checkpoint, or not one of this log.
    pub fn opened_ever(&self, note: &str) -> Result<Checkpoint, CheckpointFault> {
        let own = self.opened(note);
        let past = || keys_in(self.dir()).unwrap_or_default().into_iter().filter(|key| key.name() == self.origin());
        own.or_else(|why| past().find_map(|key| opened(note, &key).ok()).ok_or(why))
    }

    /// Signs a checkpoint; gives its note.
    pub(super) fn sign(&self, size: u64, root: Hash, now: Moment) -> Result<String, LogTrouble> {
        let text = Checkpoint::new(self.origin(), size, root).map_err(LogTrouble::Kept)?.to_string();
        let before = self.before.as_ref().filter(|(_, until)| now < *until);
        let note = self.signer.sign(&text).and_then(|signature| Note::new(&text, signature)).and_then(|note| {
            before.map_or(Ok(note.clone()), |(old, _)| old.sign(&text).and_then(|signature| note.with(signature)))
        });
        Ok(note.map_err(|fault| LogTrouble::Kept(fault.into()))?.to_string())
    }

    /// Puts a checkpoint on the disk, whole or not at all.
    pub(super) fn keep(&self, note: &str) -> io::Result<()> {
        private::whole(&self.kept, note)
    }
}

fn make(origin: &str, chance: &Chance) -> Result<Signer, LogTrouble> {
    Signer::new(origin, KeyKind::Note, &chance.bytes::<32>()).map_err(|_| LogTrouble::NoKey)
}

/// A key that no longer signs lies under its id.
fn own_file(dir: &Path, key: &Signer) -> PathBuf {
    dir.join(format!("log.{:08x}.skey", key.verifier().id()))
}

/// A key and until when it signs.
fn retiring(text: &str) -> Result<(Signer, Moment), LogTrouble> {
    let (key, until) = text.trim_end().split_once('\n').ok_or(LogTrouble::NoKey)?;
    let until = until.parse().map_err(|_| LogTrouble::NoKey)?;
    Ok((Signer::parse(key).map_err(|_| LogTrouble::NoKey)?, Moment::from_micros(until)))
}

/// Every key this folder ever had.
fn keys_in(dir: &Path) -> Result<Vec<Verifier>, LogTrouble> {
    let mut all = Vec::new();
    for file in fs::read_dir(dir)? {
        let path = file?.path();
        if path.extension().is_some_and(|ext| ext == "skey")
            && let Some(key) = read(&path)?.and_then(|text| Signer::parse(text.lines().next()?).ok())
        {
            all.push(key.verifier().clone());
        }
    }
    Ok(all)
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
