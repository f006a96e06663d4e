//! What lies on the disk of an office PC is for the account that runs the office, not for whoever else signs in there.

use std::io::Write as _;
use std::path::Path;
use std::{fs, io};

/// Makes an empty file that only this account reads; one that is there is closed to others, if it is this account's.
///
/// # Errors
/// The file system's.
#[cfg(unix)]
pub fn file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            close(path).ok(); // `doctor` says so where it stays open
            Ok(())
        }
        made => made.map(|_| ()),
    }
}

/// Writes a file that only this account reads, whole or not at all, and on the disk when this returns: beside it first,
/// then in its place.
///
/// # Errors
/// The file system's.
pub fn whole(path: &Path, text: &str) -> io::Result<()> {
    let part = path.with_extension("part");
    file(&part)?;
    let mut out = fs::OpenOptions::new().write(true).truncate(true).create(true).open(&part)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    fs::rename(&part, path)?;
    path.parent().map_or(Ok(()), |dir| fs::File::open(dir)?.sync_all())
}

/// Makes a folder, and those above it, that only this account opens.
///
/// # Errors
/// The file system's.
#[cfg(unix)]
pub fn folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Whether other accounts can read a file.
///
/// # Errors
/// The file system's; it is not there.
#[cfg(unix)]
pub fn is_open(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

/// Takes away the rights of everybody but the owner.
///
/// # Errors
/// The file system's; it belongs to somebody else.
#[cfg(unix)]
pub fn close(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if is_open(path)? { fs::set_permissions(path, fs::Permissions::from_mode(0o600)) } else { Ok(()) }
}

/// Files there have no such rights.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn file(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder, and those above it.
///
/// # Errors
/// The file system's.
#[cfg(not(unix))]
pub fn folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Files there have no such rights.
///
/// # Errors
/// It is not there.
#[cfg(not(unix))]
pub fn is_open(path: &Path) -> io::Result<bool> {
    fs::metadata(path).map(|_| false)
}

/// Files there have no such rights.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn close(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn what_is_made_is_closed_to_others_and_what_was_open_is_closed() {
        let root = std::env::temp_dir().join(format!("lianxin-private-{}", std::process::id()));
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        folder(&root.join("a")).expect("made");
        let path = root.join("a").join("lianxin.db");
        file(&path).expect("made");
        assert_eq!((mode(&root), mode(&root.join("a")), mode(&path)), (0o700, 0o700, 0o600));
        fs::write(&path, b"kept").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("opened");
        file(&path).expect("closed");
        assert_eq!((mode(&path), fs::read(&path).expect("read")), (0o600, b"kept".to_vec()));
        assert!(file(&root.join("none").join("x")).is_err());
        whole(&path, "newer").expect("written");
        assert_eq!((mode(&path), fs::read(&path).expect("read")), (0o600, b"newer".to_vec()));
        assert_eq!(fs::read_dir(root.join("a")).expect("read").count(), 1, "nothing is left beside it");
        fs::remove_dir_all(&root).ok();
    }
}
