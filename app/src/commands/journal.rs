use super::{Sentence, say};
use crate::config::Config;
use crate::{house, rooms};
use lianxin_base::Lang;
use lianxin_journal::log::{self, LogKeys, Signed, opened, published};
use lianxin_journal::{Finding, Verified};
use lianxin_store::{Db, Files, Read, Stop};
use lianxin_tlog::{Checkpoint, CheckpointFault, KeyFault, Verifier};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A checkpoint is no longer than this.
const LONGEST: u64 = 64 * 1024;

/// What the log's signatures are verified with.
pub(super) enum Whose {
    /// The key that was given.
    Key(Box<Verifier>),
    /// The office's own keys, today's and earlier ones.
    Own(Box<LogKeys>),
}

impl Whose {
    /// A key as it is written down.
    pub(super) fn key(text: &str) -> Result<Self, KeyFault> {
        Ok(Self::Key(Box::new(text.parse()?)))
    }

    /// A checkpoint signed by it.
    pub(super) fn opened(&self, note: &str) -> Result<Checkpoint, CheckpointFault> {
        match self {
            Self::Key(log) => opened(note, log),
            Self::Own(keys) => keys.opened_ever(note),
        }
    }

    /// The log's name.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Key(log) => log.name(),
            Self::Own(keys) => keys.origin(),
        }
    }
}

/// What was given, or the office's own keys.
pub(super) fn verifier(config: &Config, key: Option<&str>) -> Result<Option<Whose>, Sentence> {
    match key {
        Some(text) => Ok(Some(Whose::key(text.trim()).map_err(|why| format!("这不是公钥：{why}"))?)),
        None => Ok(LogKeys::load(&config.data.join("keys"))?.map(|keys| Whose::Own(Box::new(keys)))),
    }
}

/// A file of text that somebody gave, no longer than it may be.
pub(super) fn given(path: &Path) -> Result<String, Sentence> {
    let why = |e: std::io::Error| Sentence(format!("{} 读不了：{e}", path.display()));
    if fs::metadata(path).map_err(why)?.len() > LONGEST {
        return Err(Sentence(format!("{} 太大了，不是这里要的文件。", path.display())));
    }
    fs::read_to_string(path).map_err(why)
}

/// A checkpoint somebody kept, signed by this log.
pub(super) fn kept_elsewhere(path: &Path, log: &Whose) -> Result<Checkpoint, Sentence> {
    let note = given(path)?;
    Ok(log.opened(&note).map_err(|why| format!("{} 不是这里签过名的留底：{why}", path.display()))?)
}

/// Prints the newest checkpoint.
pub(super) fn checkpoint(config: &Config) -> Result<(), Sentence> {
    let found = Db::look(&house::place(config), |r| Ok(published(r)?))?;
    let found = found.ok_or_else(|| Sentence("还没有签过名的留底：先运行一次 lianxin serve。".into()))?;
    say(found.note.trim_end());
    Ok(())
}

/// The tree over the leaves, held against what was signed: the newest checkpoint, what is kept in `keys/`, what was given.
fn tree(config: &Config, given: &[PathBuf], key: Option<&str>) -> Result<Vec<Finding>, Sentence> {
    let keys = LogKeys::load(&config.data.join("keys"))?;
    let mut signed = Vec::new();
    if let Some(verifier) = verifier(config, key)? {
        for path in given {
            let checkpoint = kept_elsewhere(path, &verifier)?;
            signed.push(Signed { from: path.display().to_string(), checkpoint });
        }
    } else if !given.is_empty() {
        return Err("没有公钥，核对不了给的留底：加上 --key。".to_owned().into());
    }
    if let Some(keys) = &keys {
        let own = Db::look(&house::place(config), |r| Ok(log::all_signed(r, keys)))??;
        signed.extend(own);
    }
    Ok(Db::look(&house::place(config), |r| Ok(log::verify(r, &signed)?))?)
}

/// Checks everything; exit 1 names what disagrees.
pub(super) fn verify(config: &Config, checkpoints: &[PathBuf], key: Option<&str>) -> Result<ExitCode, Sentence> {
    crate::upgrade::known(config)?;
    let files = Files::at(config.files.clone());
    let mut done = Db::look(&house::place(config), |r| {
        let mut told = 0;
        let mut progress = |at: i64, of: i64| {
            if at - told >= 20_000 {
                told = at;
                say(&format!("核对到第 {at} 条，共 {of} 条"));
            }
            true
        };
        looked(r, &files, &mut progress)
    })?;
    done.findings.extend(tree(config, checkpoints, key)?);
    tell(&done.findings);
    if done.findings.is_empty() {
        say(&format!("核对完了：{} 条留底、{} 行数据，都对得上。", done.acts, done.rows));
        return Ok(ExitCode::SUCCESS);
    }
    Err(Sentence(format!("有 {} 处对不上，留底被动过，或者文件坏了。", done.findings.len())))
}

/// Everything that is looked at: leaves, texts, tables, files.
pub(crate) fn looked(
    r: &mut Read<'_>,
    files: &Files,
    progress: &mut dyn FnMut(i64, i64) -> bool,
) -> Result<Verified, Stop> {
    let mut done = lianxin_journal::verify(r, &rooms::kinds(), &rooms::migrations(), &rooms::kept(), progress)?;
    done.findings.extend(lianxin_journal::verify_files(r, files, rooms::files())?);
    Ok(done)
}

/// Says what disagrees.
pub(crate) fn tell(findings: &[Finding]) {
    for f in findings {
        say(&format!("对不上：{} {} {}：{}", f.table, f.column, f.row, f.what.say(Lang::Zh)));
    }
}

/// Every column with its class.
pub(super) fn coverage(config: &Config, json: bool) -> Result<(), Sentence> {
    let all = Db::look(&house::place(config), |r| {
        lianxin_journal::coverage(r, &rooms::migrations(), &rooms::kept()).map_err(Stop::from)
    })?;
    let mut unknown = 0;
    for c in &all {
        let class = c.class.map_or_else(|| "unknown".to_owned(), |class| class.to_string());
        unknown += usize::from(c.class.is_none());
        if json {
            let line = json!({"table": c.at.table, "column": c.at.column, "class": class, "reason": c.reason});
            say(&line.to_string());
        } else {
            say(&format!("{:<24} {:<16} {:<9} {}", c.at.table, c.at.column, class, c.reason));
        }
    }
    if unknown > 0 {
        return Err(Sentence(format!("有 {unknown} 列没有归类。")));
    }
    Ok(())
}
