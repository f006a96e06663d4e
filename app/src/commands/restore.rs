//! `lianxin restore`: an office comes back from a backup, in a folder where there is none; one that was on PostgreSQL also
//! in a database where there is nothing.

use super::witness::{Shown, settle};
use super::{Sentence, journal, say};
use crate::backup::{DB, DUMP, unpack};
use crate::config::Config;
use crate::{house, rooms};
use lianxin_base::{ActId, AreaId, Chance, Clock};
use lianxin_journal::{By, Head, erase, erased_after};
use lianxin_office::backup::{Restored, restored};
use lianxin_register::find;
use lianxin_store::{Db, Fault, Files, Place, Stop};
use std::fs;
use std::io::{BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

/// So many files are told at once.
const TOLD: u64 = 500;
/// A reason is no longer than this.
const REASON_MAX: usize = 200;
/// So many texts are erased by one command.
const AT_ONCE: usize = 500;

/// Unpacks beside the folder, verifies, erases again what was erased since, and only then puts it in its place.
pub(super) fn run(config: &Config, from: &Path, shown: &Shown) -> Result<(), Sentence> {
    let reason = shown.no_witness.as_deref().map(str::trim);
    if reason.is_some_and(|reason| reason.is_empty() || reason.chars().count() > REASON_MAX) {
        return Err(Sentence(format!("--no-witness 后面请写原因，不超过 {REASON_MAX} 个字。")));
    }
    let empty = fs::read_dir(&config.data).map_or(true, |mut entries| entries.next().is_none());
    if !empty {
        return Err(Sentence(format!("{} 里已经有东西了，没有动它。请给一个空的目录。", config.data.display())));
    }
    let server = config.db.is_some().then(|| house::place(config));
    if let Some(place) = &server
        && !place.is_empty()?
    {
        return Err("--db 指的数据库里已经有东西了，没有动它。请给一个空的。".to_owned().into());
    }
    let words = config.passphrase.clone().map_or_else(asked, Ok)?;
    let beside = beside(&config.data);
    fs::remove_dir_all(&beside).ok(); // of a restore that was cut off
    let done = brought(&beside, from, &words, server.as_ref(), shown);
    if done.is_err() {
        fs::remove_dir_all(&beside).ok(); // nothing of it stays, and nothing else was touched
        if let Some(place) = &server {
            place.emptied()?; // it was empty
        }
    }
    let (acts, files) = done?;
    fs::remove_dir(&config.data).ok(); // empty, or not there
    fs::rename(&beside, &config.data).map_err(|e| format!("{} 放不过去：{e}", config.data.display()))?;
    say(&format!("恢复好了：{acts} 条留底、{files} 个文件，都对得上。下一步：lianxin serve"));
    if shown.log.is_none() {
        say(
            "备份以后抹去过谁的信息，这里又回来了：旧电脑的数据目录还在的话，删掉这个目录，加上 --log 旧目录 再恢复一次。",
        );
    }
    Ok(())
}

fn beside(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_owned();
    name.push(".restoring");
    data.with_file_name(name)
}

/// The passphrase as it is typed.
fn asked() -> Result<String, Sentence> {
    if std::io::stdin().is_terminal() {
        say("备份口令（纸上抄的那串数字）：");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|e| format!("读不到口令：{e}"))?;
    let words = line.trim().to_owned();
    if words.is_empty() { Err(Sentence("没有口令，打不开备份。".into())) } else { Ok(words) }
}

/// Brings the office back in a folder of its own; gives how many acts and files it has.
fn brought(
    into: &Path,
    from: &Path,
    words: &str,
    server: Option<&Place>,
    shown: &Shown,
) -> Result<(i64, u64), Sentence> {
    let mut progress = |n: u64| {
        if n > 0 && n.is_multiple_of(TOLD) {
            say(&format!("取出了 {n} 个文件"));
        }
    };
    let files = unpack(from, into, words, &mut progress)?;
    let place = placed(into, server)?;
    let db = house::open(place, Clock::system(), Chance::system())?;
    let acts = db.read_wait(|r| Ok(lianxin_journal::length(r)?))?;
    say(&format!("正在核对 {acts} 条留底"));
    verified(&db, &house::files(into))?;
    let before = settle(&db, &into.join("keys"), shown)?;
    if let Some(before) = &before {
        say(&format!("公开留底另起一本：以前那本 {} 签到第 {} 条。", before.origin, before.size));
    }
    let root = db.read_wait(|r| Ok(find::roots(r)?.into_iter().next()))?;
    let root = root.map(|area| area.id).ok_or_else(|| Sentence("备份里没有办公室。".into()))?;
    let head = move |db: &Db| {
        let id = ActId::new(db.chance(), db.clock().now());
        Head { id, area: root, by: By::Office, no: None, token: None }
    };
    let first = head(&db);
    let what = Restored { acts, before, reason: shown.no_witness.as_ref().map(|reason| reason.trim().to_owned()) };
    db.act_wait(root, move |tx| Ok(restored(tx, first.clone(), &what)?))?;
    if let Some(log) = shown.log.as_deref() {
        let n = erased_again(&db, log, root, acts, head)?;
        say(&format!("照旧电脑上的记录，又抹去了 {n} 段文字。"));
        db.scrub_wait()?;
    }
    Ok((acts, files))
}

/// Where the database is from now on: the file that came out, or the empty one on a server, filled with what was dumped.
fn placed(into: &Path, server: Option<&Place>) -> Result<Place, Sentence> {
    let dump = into.join(DUMP);
    match (server, dump.exists()) {
        (None, false) => Ok(Place::File(into.join(DB))),
        (None, true) => {
            Err("这份备份是从 PostgreSQL 来的：请加上 --db postgres://…，指一个空的数据库。".to_owned().into())
        }
        (Some(_), false) => Err("备份里是一个数据库文件，恢复到目录里；这次请不要写 --db。".to_owned().into()),
        (Some(place), true) => {
            place.fill_from(&dump).map_err(|why| match why {
                Fault::Away(why) => {
                    Sentence(format!("放不进 --db 指的数据库：{why}。装上和服务器一样新的 pg_restore 再来。"))
                }
                why => why.into(),
            })?;
            fs::remove_file(&dump).map_err(|e| format!("{} 删不掉：{e}", dump.display()))?;
            Ok(place.clone())
        }
    }
}

fn verified(db: &Db, files: &Files) -> Result<(), Sentence> {
    let files = files.clone();
    let found = db.read_wait(move |r| Ok(journal::looked(r, &files, &mut |_, _| true)?.findings))?;
    journal::tell(&found);
    if found.is_empty() {
        return Ok(());
    }
    Err(Sentence(format!("这份备份有 {} 处对不上，没有恢复。请用另一份。", found.len())))
}

/// What the old computer erased after the backup was made is erased here too.
fn erased_again(db: &Db, log: &Path, root: AreaId, after: i64, head: impl Fn(&Db) -> Head) -> Result<usize, Sentence> {
    let file = log.join(DB);
    let old = match log.to_str().filter(|log| log.starts_with("postgres")) {
        Some(url) => Place::Postgres(url.to_owned()),
        None if file.exists() => Place::File(file),
        None => return Err(Sentence(format!("{} 里没有 lianxin.db。", log.display()))),
    };
    let texts = Db::look(&old, move |r| Ok::<_, Stop>(erased_after(r, after)?))?;
    for part in texts.chunks(AT_ONCE) {
        let (head, part) = (head(db), part.to_vec());
        db.act_wait(root, move |tx| Ok(erase::<rooms::Rooms>(tx, head.clone(), &part)?))?;
    }
    Ok(texts.len())
}
