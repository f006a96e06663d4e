//! The passphrase: made once, kept with the keys, written on paper by the office.

use super::Sentence;
use lianxin_base::Chance;
use lianxin_store::private;
use std::fs;
use std::path::Path;

/// Six groups of four digits: 80 bits, and a telephone's number pad can type them.
const GROUPS: usize = 6;

/// The office's passphrase; made if it has none yet.
pub(crate) fn passphrase(data: &Path) -> Result<String, Sentence> {
    let path = data.join("keys").join("backup");
    let trouble = |e: std::io::Error| format!("备份口令 {} 读写不了：{e}", path.display());
    if let Ok(words) = fs::read_to_string(&path)
        && !words.trim().is_empty()
    {
        return Ok(words.trim().to_owned());
    }
    let words = drawn(&Chance::system());
    private::folder(&data.join("keys")).map_err(trouble)?;
    private::file(&path).map_err(trouble)?;
    fs::write(&path, &words).and_then(|()| fs::File::open(&path)?.sync_all()).map_err(trouble)?;
    Ok(words)
}

fn drawn(chance: &Chance) -> String {
    let group = |_| format!("{:04}", u64::from_be_bytes(chance.bytes::<8>()) % 10_000);
    (0..GROUPS).map(group).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_made_once_and_read_again() {
        let dir = std::env::temp_dir().join(format!("lianxin-words-{}", std::process::id()));
        let first = passphrase(&dir).expect("made");
        assert_eq!((first.len(), first.split('-').count()), (29, 6), "{first}");
        assert_eq!(passphrase(&dir).expect("read"), first);
        assert_ne!(drawn(&Chance::seeded(1)), drawn(&Chance::seeded(2)));
        #[cfg(unix)]
        assert!(!private::is_open(&dir.join("keys").join("backup")).expect("there"));
        fs::remove_dir_all(&dir).expect("removed");
    }
}
