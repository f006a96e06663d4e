//! Every day a backup by itself, as soon as the computer is on, into the folder that was named; old ones go.

use super::make;
use crate::config::Config;
use crate::house;
use lianxin_base::Day;
use lianxin_store::Fault;
use lianxin_web::House;
use lianxin_work::{Handle, again};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often it is looked whether today's is there.
const EVERY: Duration = Duration::from_secs(10 * 60);
/// So many of the newest are kept,
const NEWEST: usize = 14;
/// and the first of so many months.
const MONTHS: usize = 12;
const BEGINS: &str = "lianxin-";
const ENDS: &str = ".tar.gz.age";
const HALF: &str = ".tar.gz.part";

/// Makes a backup a day for as long as the handle lives, if a folder was named.
pub(crate) fn daily(config: &Config, house: &House) -> Result<Option<Handle>, Fault> {
    let Some(folder) = config.backup.clone() else { return Ok(None) };
    let (config, house) = (config.clone(), house.clone());
    let look = move || {
        if let Err(why) = once(&config, house.db(), &folder, house.now().day()) {
            house::complain(&format!("今天的备份没做成：{why}"));
        }
    };
    again("backup", EVERY, look).map(Some)
}

/// Today's backup, if it is not there yet; then the old ones go.
fn once(config: &Config, db: &lianxin_store::Db, folder: &Path, today: Day) -> Result<(), String> {
    let to = folder.join(named(today));
    if to.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(format!("{} 不在：盘插上了吗？", folder.display()));
    }
    make(config, db, &to, true, &mut |_, _| {})?;
    for old in old(folder).into_iter().chain(halves(folder)) {
        std::fs::remove_file(&old).map_err(|e| format!("旧备份 {} 删不掉：{e}", old.display()))?;
    }
    Ok(())
}

fn named(day: Day) -> String {
    format!("{BEGINS}{day}{ENDS}")
}

/// Whose turn it is to go. Only files that this program names like this are looked at.
fn old(folder: &Path) -> Vec<PathBuf> {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.file_name());
    let of = |name: &str| name.strip_prefix(BEGINS)?.strip_suffix(ENDS)?.parse::<Day>().ok();
    let days: BTreeSet<Day> = names.filter_map(|n| of(n.to_str()?)).collect();
    let kept = kept(&days);
    days.difference(&kept).map(|day| folder.join(named(*day))).collect()
}

/// What was cut off on another day: today's is whole, so nobody writes one now.
fn halves(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    let half = |name: &str| {
        name.strip_prefix(BEGINS).and_then(|n| n.strip_suffix(HALF)).is_some_and(|d| d.parse::<Day>().is_ok())
    };
    all.filter(|path| path.file_name().and_then(|n| n.to_str()).is_some_and(half)).collect()
}

/// The newest ones, and the first of each of the last months.
fn kept(days: &BTreeSet<Day>) -> BTreeSet<Day> {
    let mut months = BTreeSet::new();
    let firsts = days.iter().filter(|day| {
        let (year, month, _) = day.parts();
        months.insert((year, month))
    });
    let firsts: Vec<Day> = firsts.copied().collect();
    firsts.into_iter().rev().take(MONTHS).chain(days.iter().rev().take(NEWEST).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_weeks_and_the_first_of_each_month_of_a_year_stay() {
        let first: Day = "2025-01-03".parse().expect("a day");
        let days: BTreeSet<Day> = (0..600).map(|n| first.plus(n)).collect();
        let kept = kept(&days);
        let last = *days.last().expect("some");
        assert_eq!(kept.len(), 14 + 12, "{kept:?}");
        assert!((0..14).all(|n| kept.contains(&last.plus(-n))));
        let old: Vec<String> = kept.iter().take(12).map(ToString::to_string).collect();
        assert!(old.iter().all(|d| d.ends_with("-01")), "{old:?}");
        let few: BTreeSet<Day> = (0..3).map(|n| first.plus(n)).collect();
        assert_eq!(super::kept(&few), few);
        assert_eq!(super::kept(&BTreeSet::new()), BTreeSet::new());
    }

    #[test]
    fn what_else_lies_in_the_folder_is_not_touched() {
        let dir = std::env::temp_dir().join(format!("lianxin-night-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("made");
        let first: Day = "2026-01-01".parse().expect("a day");
        for n in 0..40 {
            std::fs::write(dir.join(named(first.plus(n))), b"x").expect("written");
        }
        std::fs::write(dir.join("lianxin-2026-02-01.tar.gz.part"), b"x").expect("written");
        for other in ["lianxin-2020-01-01.tar.gz", "other.tar.gz.part", "photo.jpg", "lianxin-x.tar.gz.age"] {
            std::fs::write(dir.join(other), b"x").expect("written");
        }
        let gone = old(&dir);
        assert_eq!(gone.len(), 40 - 14 - 1, "January begins among the old ones: {gone:?}");
        assert_eq!(halves(&dir), [dir.join("lianxin-2026-02-01.tar.gz.part")]);
        assert!(gone.iter().all(|p| p.to_string_lossy().ends_with(ENDS) && p.exists()));
        std::fs::remove_dir_all(&dir).expect("removed");
    }
}
