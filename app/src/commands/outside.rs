//! `lianxin journal verify --url URL | --export FILE`, `lianxin journal export`: the public log without the office.

use super::journal::{Whose, kept_elsewhere, verifier};
use super::{Sentence, say};
use crate::config::Config;
use crate::house;
use crate::outside::{Due, ExportFile, Source, Web, walk, write};
use lianxin_journal::log::published;
use lianxin_store::{Db, Fault};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// How often it is said how far it is.
const OFTEN: u64 = 20_000;

/// Where the log is looked at.
pub(super) fn source(export: Option<&Path>, url: Option<&str>) -> Result<Option<Box<dyn Source>>, Sentence> {
    Ok(match (export, url) {
        (Some(path), _) => Some(Box::new(ExportFile::open(path)?)),
        (None, Some(url)) => Some(Box::new(Web::at(url)?)),
        (None, None) => None,
    })
}

/// Computes the tree from every leaf and holds it against the newest checkpoint and those given; exit 1 says what differs.
pub(super) fn verify(
    config: &Config,
    source: &mut dyn Source,
    checkpoints: &[PathBuf],
    key: Option<&str>,
) -> Result<(), Sentence> {
    let (note, own) = source.newest()?;
    let log = whose(config, key, own.as_deref())?;
    let newest = log.opened(&note).map_err(|why| format!("公开留底的签名不对：{why}"))?;
    let size = newest.size();
    let (mut due, mut found) = (vec![Due { from: "最新的留底".into(), checkpoint: newest }], Vec::new());
    for path in checkpoints {
        let checkpoint = kept_elsewhere(path, &log)?;
        if checkpoint.size() > size {
            let signed = checkpoint.size();
            found.push(format!("{} 签到第 {signed} 条，这里只有 {size} 条：后面的没有了", path.display()));
        } else {
            due.push(Due { from: path.display().to_string(), checkpoint });
        }
    }
    let mut told = 0;
    found.extend(walk(source, &due, &mut |at, of| {
        if at - told >= OFTEN {
            told = at;
            say(&format!("核对到第 {at} 条，共 {of} 条"));
        }
    })?);
    for what in &found {
        say(&format!("对不上：{what}"));
    }
    if !found.is_empty() {
        return Err(Sentence(format!("有 {} 处对不上，这份公开留底不能信。", found.len())));
    }
    let also = if due.len() > 1 { format!("，接着给的 {} 张留底", due.len() - 1) } else { String::new() };
    say(&format!("核对完了：{} 的 {size} 条都在签过名的公开留底里{also}。", log.name()));
    Ok(())
}

/// The key: the one given, else the file's own, else the office's of this machine.
fn whose(config: &Config, key: Option<&str>, own: Option<&str>) -> Result<Whose, Sentence> {
    if let (None, Some(own)) = (key, own) {
        let log = Whose::key(own).map_err(|why| format!("文件里的公钥不对：{why}"))?;
        say(&format!("没有给公钥，用的是文件自己带的，请和公示栏上的对一对：{own}"));
        return Ok(log);
    }
    let log = verifier(config, key)?;
    log.ok_or_else(|| Sentence("没有公钥，核对不了签名：加上 --key，公示栏和办事留底那一页上都有。".into()))
}

/// Writes the public log into a file.
pub(super) fn export(config: &Config, out: Option<&Path>) -> Result<(), Sentence> {
    let out = out.unwrap_or(Path::new("公开留底.jsonl"));
    let (place, part) = (house::place(config), out.with_extension("part"));
    let found = Db::look(&place, |r| Ok(published(r)?))?;
    let log = found.ok_or_else(|| Sentence("还没有签过名的留底：先运行一次 lianxin serve。".into()))?;
    let size = log.size;
    Db::look(&place, |r| {
        let file = std::fs::File::create(&part).map_err(|why| Fault::Full(why.to_string()))?;
        Ok(write(r, &log, &mut BufWriter::new(file))?)
    })?;
    std::fs::rename(&part, out).map_err(|why| format!("{} 写不了：{why}", out.display()))?;
    say(&format!("{size} 条公开留底写在 {}，里面没有不公开的话，可以给任何人。", out.display()));
    Ok(())
}
