//! Files too large for a row (pictures): each under the hash of its bytes, in a folder of the office's data.
//!
//! A file lives as long as a row names it. One that no row names (a form that was never sent, a text that was erased)
//! is swept away.

use crate::{Fault, Value};
use lianxin_base::Moment;
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, UNIX_EPOCH};

/// A file's name: SHA-256 of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileHash([u8; 32]);

impl FileHash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

impl fmt::Debug for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What is no hash of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadHash;

impl FromStr for FileHash {
    type Err = BadHash;

    /// 64 hex digits in small letters, as it is written.
    fn from_str(text: &str) -> Result<Self, BadHash> {
        let digit = |b: u8| match b {
            b'0'..=b'9' => Ok(b - b'0'),
            b'a'..=b'f' => Ok(b - b'a' + 10),
            _ => Err(BadHash),
        };
        let mut out = [0; 32];
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return Err(BadHash) };
        if pairs.len() != out.len() {
            return Err(BadHash);
        }
        for (byte, [high, low]) in out.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(out))
    }
}

impl From<FileHash> for Value<'_> {
    fn from(v: FileHash) -> Self {
        Value::from(v.to_string())
    }
}

/// The folder of files. Cheap to clone. Its functions block: they are called beside async code, not in it.
#[derive(Clone, Debug)]
pub struct Files(Option<PathBuf>);

impl Files {
    /// Files in this folder; it is made when the first one comes.
    pub const fn at(root: PathBuf) -> Self {
        Self(Some(root))
    }

    /// No place for files: whatever is put is refused.
    pub const fn nowhere() -> Self {
        Self(None)
    }

    fn root(&self) -> Result<&Path, Fault> {
        self.0.as_deref().ok_or_else(|| Fault::bug("this house has no place for files"))
    }

    /// Two folders deep, so that none of them holds a hundred thousand names.
    fn path(&self, hash: FileHash) -> Result<PathBuf, Fault> {
        let name = hash.to_string();
        Ok(self.root()?.join(&name[..2]).join(&name[2..4]).join(name))
    }

    /// Writes a file; it is on disk when this comes back. Put again, the same bytes are one file, young again.
    pub fn put(&self, bytes: &[u8], now: Moment) -> Result<FileHash, Fault> {
        let hash = FileHash::of(bytes);
        let path = self.path(hash)?;
        if let Ok(there) = File::options().write(true).open(&path) {
            there.set_modified(time(now)).map_err(fault)?;
            return Ok(hash);
        }
        let folder = path.parent().unwrap_or(&path);
        crate::private::folder(folder).map_err(fault)?;
        let draft = draft(&path);
        let written = write(&draft, bytes, now).and_then(|()| fs::rename(&draft, &path)).and_then(|()| settle(folder));
        if written.is_err() {
            fs::remove_file(&draft).ok(); // what is left of it is swept away later
        }
        written.map_err(fault)?;
        Ok(hash)
    }

    /// What is in a file; nothing if it is not there.
    pub fn get(&self, hash: FileHash) -> Result<Option<Vec<u8>>, Fault> {
        match fs::read(self.path(hash)?) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(fault(e)),
        }
    }

    /// Whether a file is there and still has its hash: `None` if it is not there.
    pub fn is_whole(&self, hash: FileHash) -> Result<Option<bool>, Fault> {
        Ok(self.get(hash)?.map(|bytes| FileHash::of(&bytes) == hash))
    }

    /// Removes a file for good. One that is gone already is as good.
    pub fn forget(&self, hash: FileHash) -> Result<(), Fault> {
        gone(fs::remove_file(self.path(hash)?))
    }

    /// Removes every file that is older than `before` and that no row names; answers how many.
    pub fn sweep(&self, named: &HashSet<FileHash>, before: Moment) -> Result<usize, Fault> {
        let mut swept = 0;
        for path in walk(self.root()?, 2).map_err(fault)? {
            let hash = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.parse::<FileHash>().ok());
            if hash.is_some_and(|hash| named.contains(&hash)) {
                continue;
            }
            let Ok(made) = fs::metadata(&path).and_then(|m| m.modified()) else { continue };
            if made < time(before) {
                gone(fs::remove_file(&path))?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// All files so many folders deep. A folder that is not there yet has none.
fn walk(root: &Path, depth: u32) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry?;
        match (entry.file_type()?.is_dir(), depth) {
            (true, 1..) => all.extend(walk(&entry.path(), depth - 1)?),
            (false, 0) => all.push(entry.path()),
            _ => {} // none of ours
        }
    }
    Ok(all)
}

fn time(at: Moment) -> std::time::SystemTime {
    UNIX_EPOCH + Duration::from_micros(u64::try_from(at.micros()).unwrap_or(0))
}

/// A name beside the file that no other writer has.
fn draft(path: &Path) -> PathBuf {
    static N: AtomicU32 = AtomicU32::new(0);
    path.with_extension(format!("{}-{}.new", std::process::id(), N.fetch_add(1, Ordering::Relaxed)))
}

fn write(path: &Path, bytes: &[u8], now: Moment) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.set_modified(time(now))?;
    file.sync_all()
}

/// The new name itself on disk.
#[cfg(unix)]
fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn settle(_: &Path) -> io::Result<()> {
    Ok(())
}

fn gone(removed: io::Result<()>) -> Result<(), Fault> {
    match removed {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(fault(e)),
        _ => Ok(()),
    }
}

fn fault(e: io::Error) -> Fault {
    use io::ErrorKind as K;
    match e.kind() {
        K::StorageFull | K::QuotaExceeded | K::ReadOnlyFilesystem | K::PermissionDenied => Fault::Full(e.to_string()),
        _ => Fault::Away(e.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Folder;
    use lianxin_base::{DAY, HOUR};

    fn files() -> (Files, Folder) {
        let folder = Folder::new();
        (Files::at(folder.path().join("files")), folder)
    }

    const NOON: Moment = Moment::from_micros(1_780_000_000_000_000);

    #[test]
    fn a_file_is_found_by_the_hash_of_its_bytes() {
        let (files, _folder) = files();
        let (a, b) = (files.put(b"one", NOON).expect("put"), files.put(b"two", NOON).expect("put"));
        assert_eq!(files.put(b"one", NOON).expect("again"), a);
        assert_eq!(
            (files.get(a).expect("read"), files.get(b).expect("read")),
            (Some(b"one".into()), Some(b"two".into()))
        );
        assert_eq!(files.is_whole(a), Ok(Some(true)));
        fs::write(files.path(a).expect("a path"), b"changed").expect("written");
        assert_eq!(files.is_whole(a), Ok(Some(false)));
        files.forget(a).expect("forgotten");
        files.forget(a).expect("gone already is as good");
        assert_eq!((files.get(a), files.is_whole(a)), (Ok(None), Ok(None)));
        assert_eq!(a.to_string().parse(), Ok(a));
    }

    #[test]
    fn what_is_no_hash_opens_no_path() {
        let long = "0".repeat(66);
        for bad in ["", "../../etc/passwd", "abc", &"G".repeat(64), &"A".repeat(64), &long, &"灯".repeat(22)] {
            assert_eq!(bad.parse::<FileHash>(), Err(BadHash), "{bad}");
        }
        assert!(Files::nowhere().put(b"x", NOON).is_err());
    }

    #[test]
    fn what_no_row_names_is_swept_when_it_is_old() {
        let (files, _folder) = files();
        assert_eq!(files.sweep(&HashSet::new(), NOON), Ok(0), "a folder that is not there");
        let old = NOON.plus(-2 * DAY);
        let (named, left, young) = (files.put(b"1", old), files.put(b"2", old), files.put(b"3", NOON.plus(-HOUR)));
        let (named, left, young) = (named.expect("put"), left.expect("put"), young.expect("put"));
        let again = files.put(b"4", old).expect("put");
        files.put(b"4", NOON).expect("put again: young again");
        assert_eq!(files.sweep(&HashSet::from([named]), NOON.plus(-DAY)), Ok(1));
        let there = |hash| files.get(hash).expect("read").is_some();
        assert_eq!([named, left, young, again].map(there), [true, false, true, true]);
    }
}
