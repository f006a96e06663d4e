//! The archive: what goes in, and out again.

use super::Sentence;
use crate::config::Config;
use crate::house;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use lianxin_store::{Fault, Place, private};
use rustix::fs::{FlockOperation, flock};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Component, Path, PathBuf};
use tar::{Archive, Builder, EntryType};

/// The database in the archive: the file itself,
pub(crate) const DB: &str = "lianxin.db";
/// or what `pg_dump` wrote of one on a server.
pub(crate) const DUMP: &str = "lianxin.pgdump";
/// What the log signed last may be ahead of the copy of the database; whoever restores shows it.
const SIGNED: &str = "checkpoint";
const TOML: &str = "lianxin.toml";
/// What is half done when it goes in is of no use later.
const DRAFTS: &str = "drafts";
/// Two to the power of this is the most work that unlocking may be: 4 GiB of memory.
const HARDEST: u8 = 22;
/// So often it begins again because a photo was erased meanwhile.
const TRIES: u32 = 3;

/// What went wrong with a file, as a sentence.
fn sentence(what: &Path) -> impl Fn(io::Error) -> Sentence {
    let what = what.display().to_string();
    move |e| match e.kind() {
        io::ErrorKind::StorageFull => format!("{what} 那里放不下了，请换个大些的盘。"),
        _ => format!("{what} 读写不了：{e}"),
    }
}

/// Writes everything into a new file; gives its size and how many files lie in it. Nothing stands under that name before
/// it is whole and on the disk.
pub(crate) fn write(
    config: &Config,
    to: &Path,
    words: &str,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(u64, u64), Sentence> {
    let place = house::place(config);
    if to.exists() {
        return Err(format!("{} 已经有了，没有动它。换个名字再来。", to.display()));
    }
    let alone = Alone::take(&config.data)?;
    let part = to.with_extension("part");
    let done = (0..TRIES).find_map(|_| match try_write(config, &place, &alone.copy, &part, words, progress) {
        Err(e) if e.kind() == io::ErrorKind::NotFound && part.exists() => None,
        done => Some(done),
    });
    let done = done.unwrap_or_else(|| Err(io::ErrorKind::NotFound.into())).map_err(sentence(to));
    fs::remove_file(&alone.copy).ok(); // made anew each time; a leftover is removed by the next one
    let files = done.inspect_err(|_| drop(fs::remove_file(&part)))?;
    fs::rename(&part, to).map_err(sentence(to))?;
    if let Some(folder) = to.parent().filter(|p| !p.as_os_str().is_empty()) {
        File::open(folder).and_then(|f| f.sync_all()).ok(); // not every file system of a stick knows how
    }
    Ok((fs::metadata(to).map_err(sentence(to))?.len(), files))
}

/// One backup at a time: two would write into the same copy.
struct Alone {
    copy: PathBuf,
    _lock: File,
}

impl Alone {
    fn take(data: &Path) -> Result<Self, Sentence> {
        let path = data.join("backup.lock");
        let lock = File::create(&path).map_err(sentence(&path))?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive)
            .map_err(|_| "另一份备份正在做，等它做完再来。".to_owned())?;
        Ok(Self { copy: data.join("backup.copy"), _lock: lock })
    }
}

fn try_write(
    config: &Config,
    place: &Place,
    copy: &Path,
    part: &Path,
    words: &str,
    progress: &mut dyn FnMut(u64, u64),
) -> io::Result<u64> {
    fs::remove_file(copy).ok(); // of the try before, or of one that was cut off
    place.copy_to(copy).map_err(|fault| match fault {
        Fault::Away(why) => io::Error::other(why),
        fault => io::Error::other(format!("{fault:?}")),
    })?;
    let files = listed(&config.files)?;
    let encryptor = Encryptor::with_user_passphrase(SecretString::from(words.to_owned()));
    fs::remove_file(part).ok(); // of one that was cut off
    private::file(part)?;
    let out = fs::OpenOptions::new().write(true).truncate(true).open(part)?;
    let locked = encryptor.wrap_output(BufWriter::new(out))?;
    let mut tar = Builder::new(GzEncoder::new(locked, Compression::fast()));
    tar.follow_symlinks(false);
    tar.append_path_with_name(copy, if matches!(place, Place::Postgres(_)) { DUMP } else { DB })?;
    let toml = config.data.join(TOML);
    if toml.exists() {
        tar.append_path_with_name(&toml, TOML)?;
    }
    let keys = config.data.join("keys");
    for key in listed(&keys)?.iter().filter(|key| !key.starts_with(SIGNED)) {
        tar.append_path_with_name(keys.join(key), Path::new("keys").join(key))?;
    }
    let of = files.len() as u64;
    for (n, file) in (1u64..).zip(&files) {
        tar.append_path_with_name(config.files.join(file), Path::new("files").join(file))?;
        progress(n, of);
    }
    let mut out = tar.into_inner()?.finish()?.finish()?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(of)
}

/// The files below a folder, without what is half done.
fn listed(root: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut all, mut folders) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(root.join(&folder)) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            match entry.file_type()? {
                kind if kind.is_dir() && path != Path::new(DRAFTS) => folders.push(path),
                kind if kind.is_file() => all.push(path),
                _ => {}
            }
        }
    }
    all.sort();
    Ok(all)
}

/// Unpacks an archive into an empty folder; gives how many files came out. Only what an office has does, each under its
/// own name.
pub(crate) fn unpack(from: &Path, into: &Path, words: &str, progress: &mut dyn FnMut(u64)) -> Result<u64, Sentence> {
    let file = File::open(from).map_err(sentence(from))?;
    let no = |e: DecryptError| match e {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            "口令不对。请照纸上抄的再试一次，数字和短横都要。".to_owned()
        }
        DecryptError::Io(e) if e.kind() != io::ErrorKind::UnexpectedEof => sentence(from)(e),
        _ => format!("{} 不是连心桥的备份，或者坏了。", from.display()),
    };
    let locked = Decryptor::new(BufReader::new(file)).map_err(no)?;
    let mut identity = scrypt::Identity::new(SecretString::from(words.to_owned()));
    // A slow or busy computer takes its time over what a quick one locked; by itself it would give up.
    identity.set_max_work_factor(HARDEST);
    let plain = locked.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(no)?;
    let broken = |e: io::Error| match e.kind() {
        io::ErrorKind::StorageFull => sentence(into)(e),
        _ => format!("{} 不完整，读到一半断了（{e}）。请用另一份备份。", from.display()),
    };
    let mut archive = Archive::new(GzDecoder::new(plain));
    let mut files = 0;
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        let name = entry.path().map_err(broken)?.into_owned();
        let kind = entry.header().entry_type();
        if kind == EntryType::Directory {
            continue; // made with what lies in them
        }
        if kind != EntryType::Regular || !is_ours(&name) {
            return Err(format!("{} 里有不该有的东西（{}），没有解开。", from.display(), name.display()));
        }
        let to = into.join(&name);
        if let Some(folder) = to.parent() {
            private::folder(folder).map_err(sentence(folder))?;
        }
        private::file(&to).map_err(sentence(&to))?;
        let mut out = fs::OpenOptions::new().write(true).truncate(true).open(&to).map_err(sentence(&to))?;
        io::copy(&mut entry, &mut out).map_err(broken)?;
        out.sync_all().map_err(sentence(&to))?;
        files += u64::from(name.starts_with("files"));
        progress(files);
    }
    if ![DB, DUMP].iter().any(|name| into.join(name).exists()) {
        return Err(format!("{} 里没有数据库，不是一份完整的备份。", from.display()));
    }
    Ok(files)
}

/// The database, the settings, and what lies below keys/ and files/: nothing else, and nothing that climbs out.
fn is_ours(name: &Path) -> bool {
    let plain = name.components().all(|c| matches!(c, Component::Normal(_)));
    let whole = [DB, DUMP, TOML].iter().any(|own| name == Path::new(own));
    plain && (whole || name.starts_with("keys") || name.starts_with("files"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_office_has_comes_out_of_an_archive() {
        for (name, ours) in [
            ("lianxin.db", true),
            ("lianxin.pgdump", true),
            ("lianxin.toml", true),
            ("keys/secret", true),
            ("files/ab/cd", true),
            ("../lianxin.db", false),
            ("/etc/passwd", false),
            ("files/../../x", false),
            ("lianxin.db-wal", false),
            ("other", false),
        ] {
            assert_eq!(is_ours(Path::new(name)), ours, "{name}");
        }
    }
}
