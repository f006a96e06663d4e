//! Which public log an office goes on with after it was brought back: the old one, if somebody shows a checkpoint of it that
//! the backup reaches; a new one under another name where acts are lost or nobody can tell, for two histories under one
//! name is what the log is there to make impossible.

use super::Sentence;
use super::journal::{Whose, kept_elsewhere};
use lianxin_base::Chance;
use lianxin_journal::Wrong;
use lianxin_journal::log::{self, LogKeys, Signed};
use lianxin_office::backup::LogBefore;
use lianxin_store::Db;
use lianxin_tlog::Checkpoint;
use std::path::{Path, PathBuf};

/// What whoever restores has to show.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// A checkpoint kept elsewhere.
    pub(super) witness: Option<PathBuf>,
    /// Why there is none.
    pub(super) no_witness: Option<String>,
    /// The folder of the old computer.
    pub(super) log: Option<PathBuf>,
}

/// Decides it, before anything is recorded. Gives the log that ended, where a new one begins.
pub(super) fn settle(db: &Db, dir: &Path, shown: &Shown) -> Result<Option<LogBefore>, Sentence> {
    let Some(keys) = LogKeys::load(dir)? else { return Ok(None) }; // the office had no public log yet
    let own = db.read_wait(|r| Ok(log::published(r)?))?;
    let Some(own) = own else { return Ok(None) }; // it never showed anything to anybody
    let known = newest_known(&keys, shown)?;
    if let Some(known) = &known {
        let signed = [Signed { from: String::new(), checkpoint: known.clone() }];
        let found = db.read_wait(move |r| Ok(log::verify(r, &signed)?))?;
        match found.iter().map(|f| &f.what).find(|what| matches!(what, Wrong::Forked(_) | Wrong::Behind(..))) {
            None => return Ok(None),
            Some(Wrong::Behind(signed, there)) if shown.no_witness.is_none() => {
                return Err(Sentence(format!(
                    "这份备份只到第 {there} 条，公开留底已经签到第 {signed} 条，中间的 {} 条没有了。有更新的备份请用那份；没有的话加上 --no-witness 原因，公开留底另起一本。",
                    signed - there
                )));
            }
            Some(Wrong::Behind(..)) => {}
            Some(_) => return Err("这份备份和给的留底对不上，里面的记录被改过，没有恢复。".to_owned().into()),
        }
    } else if shown.no_witness.is_none() {
        return Err(Sentence(
            "恢复以后要接着签公开留底，得先知道上一次签到哪儿：给一张别处存的当日留底 --witness 文件，或者旧电脑的目录 --log 目录；都没有就写明原因 --no-witness 原因，公开留底另起一本。".into(),
        ));
    }
    let last = known.map_or_else(|| read(&keys, &own.note), Ok)?;
    keys.anew(None, &Chance::system())?;
    db.keep_wait(|tx| Ok(log::forget(tx)?))?;
    Ok(Some(LogBefore { origin: last.origin().to_owned(), size: last.size(), root: *last.root() }))
}

/// The newest checkpoint that is known from outside the backup.
fn newest_known(keys: &LogKeys, shown: &Shown) -> Result<Option<Checkpoint>, Sentence> {
    let mut all = Vec::new();
    if let Some(path) = &shown.witness {
        all.push(kept_elsewhere(path, &Whose::Own(Box::new(keys.clone())))?);
    }
    if let Some(old) = &shown.log
        && let Some(theirs) = LogKeys::load(&old.join("keys"))?.filter(|theirs| theirs.verifier() == keys.verifier())
    {
        all.extend(theirs.kept()?);
    }
    Ok(all.into_iter().max_by_key(Checkpoint::size))
}

fn read(keys: &LogKeys, note: &str) -> Result<Checkpoint, Sentence> {
    Ok(keys.opened_ever(note).map_err(|why| format!("备份里的公开留底签名不对：{why}"))?)
}
