//! What lies on the disk of an office PC is for the account that runs the office, not for whoever else signs in there.

use std::path::Path;
use std::{fs, io};

/// Makes an empty file that only this account reads; one that is there is closed to others, if it is this account's.
#[cfg(unix)]
pub(crate) fn file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match made {
        Ok(_) => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
                fs::set_permissions(path, fs::Permissions::from_mode(0o600)).ok(); // `doctor` says so where it stays open
            }
            Ok(())
        }
        Err(e) => Err(e),
    }
}

/// Makes a folder, and those above it, that only this account opens.
#[cfg(unix)]
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
pub(crate) fn file(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
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
        fs::remove_dir_all(&root).ok();
    }
}
