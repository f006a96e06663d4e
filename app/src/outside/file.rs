//! The public log in one file: a first line `{"log": "1", "key": …, "checkpoint": …}`, then a leaf a line. Nothing sealed
//! is in it, so it may be handed to anybody.

use super::Source;
use lianxin_journal::log::{Published, leaves};
use lianxin_store::{Fault, Read};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};

/// A leaf is never longer; neither is the first line.
const LONGEST: u64 = 256 * 1024;
/// So many leaves are read from the database at once.
const STEP: u64 = 256;

/// The first line.
#[derive(Serialize, Deserialize)]
struct First {
    /// The form of the file.
    log: String,
    /// What the checkpoint's signature is verified with.
    key: String,
    /// The newest checkpoint.
    checkpoint: String,
}

/// A public log in a file.
#[derive(Debug)]
pub struct ExportFile {
    path: PathBuf,
    lines: BufReader<File>,
    at: u64,
}

impl ExportFile {
    /// Opens it.
    ///
    /// # Errors
    /// A sentence: it cannot be read.
    pub fn open(path: &Path) -> Result<Self, String> {
        let file = File::open(path).map_err(|why| format!("{} 读不了：{why}", path.display()))?;
        Ok(Self { path: path.to_owned(), lines: BufReader::new(file), at: 0 })
    }

    fn line(&mut self) -> Result<Option<String>, String> {
        let (mut line, name) = (Vec::new(), self.path.display());
        let limited = &mut std::io::Read::take(&mut self.lines, LONGEST);
        limited.read_until(b'\n', &mut line).map_err(|why| format!("{name} 读不了：{why}"))?;
        match line.strip_suffix(b"\n") {
            Some(line) => String::from_utf8(line.to_vec()).map(Some).map_err(|_| format!("{name} 不是文字文件。")),
            None if line.is_empty() => Ok(None),
            None => Err(format!("{name} 没有存全，最后一行断了。")),
        }
    }
}

impl Source for ExportFile {
    fn newest(&mut self) -> Result<(String, Option<String>), String> {
        let first = self.line()?.and_then(|line| serde_json::from_str::<First>(&line).ok());
        let first = first.filter(|first| first.log == "1");
        let first = first.ok_or_else(|| format!("{} 不是导出的公开留底。", self.path.display()))?;
        Ok((first.checkpoint, Some(first.key)))
    }

    fn leaves(&mut self, at: u64, size: u64) -> Result<Vec<String>, String> {
        debug_assert_eq!(at, self.at, "a file is read from its beginning");
        let mut all = Vec::new();
        while self.at < size && all.len() < 256 {
            let there = self.at;
            let leaf = self.line()?;
            all.push(leaf.ok_or_else(|| format!("{} 只有 {there} 条，该有 {size} 条。", self.path.display()))?);
            self.at += 1;
        }
        Ok(all)
    }

    fn tile(&mut self, _: u8, _: u64) -> Result<Option<Vec<u8>>, String> {
        Ok(None) // the leaves say all of it
    }
}

/// Writes the published log.
///
/// # Errors
/// The database's trouble, or the disk's.
pub fn write(r: &mut Read<'_>, log: &Published, out: &mut dyn Write) -> Result<(), Fault> {
    let full = |why: std::io::Error| Fault::Full(why.to_string());
    let first = First { log: "1".into(), key: log.key.clone(), checkpoint: log.note.clone() };
    let first = serde_json::to_string(&first).map_err(|why| Fault::bug(why.to_string()))?;
    writeln!(out, "{first}").map_err(full)?;
    let mut at = 0;
    while at < log.size {
        let to = log.size.min(at + STEP);
        for leaf in leaves(r, at, to)? {
            writeln!(out, "{leaf}").map_err(full)?;
        }
        at = to;
    }
    out.flush().map_err(full)
}
