//! A newer program and an older database: a copy is laid aside, the schema is brought up to date, everything is verified,
//! and only then does work go on.

use crate::commands::{Sentence, looked, say};
use crate::config::Config;
use crate::{house, rooms};
use lianxin_base::{Chance, Clock, DAY, Moment};
use lianxin_store::{Db, Fault, Files, Place, private};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// Where copies lie, in the office's folder.
const ASIDE: &str = "before-upgrade";
/// A copy goes after so long: what was erased since is still in it.
const KEPT: i64 = 14 * DAY;

/// The office's database, up to date.
///
/// # Errors
/// It cannot be opened or copied, a newer version wrote it, or after the upgrade it does not verify.
pub fn opened(config: &Config) -> Result<Db, Sentence> {
    brought(config, false)
}

/// The same; where whoever runs it has copied the database already, nothing is laid aside.
///
/// # Errors
/// As [`opened`].
pub fn brought(config: &Config, copied: bool) -> Result<Db, Sentence> {
    let (place, clock) = (house::place(config), Clock::system());
    sweep(&config.data, clock.now());
    let before = Db::standing(&place, &rooms::migrations())?;
    let older = before.done > 0 && before.waiting > 0;
    let copy = if older && !copied { Some(aside(config, &place, clock.now())?) } else { None };
    let db = house::open(place, clock, Chance::system())?;
    if older {
        verified(config, &db, copy.as_deref())?;
    }
    Ok(db)
}

/// Nothing newer than this program wrote the database that is only looked at.
///
/// # Errors
/// A newer version did, or the database's trouble.
pub(crate) fn known(config: &Config) -> Result<(), Sentence> {
    let place = house::place(config);
    let there = !matches!(&place, Place::File(path) if !path.exists());
    if there {
        Db::standing(&place, &rooms::migrations())?;
    }
    Ok(())
}

/// Lays a copy of the database aside.
fn aside(config: &Config, place: &Place, now: Moment) -> Result<PathBuf, Sentence> {
    let dir = config.data.join(ASIDE);
    private::folder(&dir).map_err(|why| format!("{} 写不了：{why}", dir.display()))?;
    let ending = if matches!(place, Place::Postgres(_)) { "pgdump" } else { "db" };
    let copy = dir.join(format!("lianxin-{}.{ending}", now.micros()));
    say("数据库是旧版本写的，先留一份再升级。");
    match place.copy_to(&copy) {
        Err(Fault::Away(why)) => Err(Sentence(format!(
            "升级前的那一份没有留成：{why}。装上和服务器一样新的 pg_dump 再来；自己备份过了，就用 lianxin migrate --copied。"
        ))),
        copied => Ok(copied.map(|()| copy)?),
    }
}

fn verified(config: &Config, db: &Db, copy: Option<&Path>) -> Result<(), Sentence> {
    let files = Files::at(config.files.clone());
    let found = db.read_wait(move |r| Ok(looked(r, &files, &mut |_, _| true)?.findings))?;
    crate::commands::tell(&found);
    let kept = copy.map(|copy| format!("升级前的数据库在 {}。", copy.display())).unwrap_or_default();
    if found.is_empty() {
        say(&format!("升级好了，也核对过了。{kept}"));
        return Ok(());
    }
    Err(Sentence(format!("升级以后核对有 {} 处对不上，没有接着办。{kept}请用原来的版本打开它。", found.len())))
}

/// Copies that are old enough go.
fn sweep(data: &Path, now: Moment) {
    let limit = UNIX_EPOCH + Duration::from_micros(u64::try_from(now.micros() - KEPT).unwrap_or(0));
    for file in fs::read_dir(data.join(ASIDE)).into_iter().flatten().flatten() {
        if file.metadata().and_then(|m| m.modified()).is_ok_and(|at| at < limit) {
            fs::remove_file(file.path()).ok(); // the next start tries again
        }
    }
}
