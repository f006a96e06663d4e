use super::{Sentence, say};
use crate::config::Config;
use crate::{house, rooms, wiring};
use lianxin_base::{AreaId, Chance, Clock, Lang};
use lianxin_journal::By;
use lianxin_office::import::{
    ENTER, Outcome, Staged, Staging, TRY, area_named, forget, outcome, reading, stage, sweep,
};
use lianxin_paper::Book;
use lianxin_store::Db;
use lianxin_work::{JobState, Jobs};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the command was told.
pub(super) struct Told {
    pub(super) kind: String,
    pub(super) file: PathBuf,
    pub(super) area: Option<String>,
    pub(super) dry_run: bool,
}

/// How many faults are said; all of them stand in the workbook that goes back.
const SAID: usize = 10;

/// Takes a workbook in, or only tries it. Exit 1 if any row stays out.
pub(super) fn run(config: &Config, told: &Told) -> Result<ExitCode, Sentence> {
    let book = super::sheet::read(config, &told.file)?;
    let db = open(config)?;
    let root = house::drafts(config);
    sweep(&root, db.clock().now());
    let folder = staged(&db, &root, told, book)?;
    let done = work(&db, &folder, told.dry_run);
    let code = done.and_then(|outcome| tell(told, &folder, &outcome));
    forget(&folder);
    code
}

fn staged(db: &Db, root: &Path, told: &Told, book: Book) -> Result<PathBuf, Sentence> {
    let (kind, root, chance) = (told.kind.clone(), root.to_owned(), db.chance().clone());
    let name = told.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let area = told.area.clone();
    let folder = db.read_wait(move |r| {
        let area = area.as_deref().map(|name| area_named(r, name)).transpose()?;
        let (by, scope, lang) = (By::Office, None, Lang::Zh);
        let new =
            Staging { kinds: &wiring::imports(), kind: &kind, name: &name, book: book.clone(), area, by, scope, lang };
        stage(r, &root, &chance, &new)
    })?;
    Ok(folder)
}

/// Runs the job here, telling how far it is. Killed, it is taken up by the running office or by the same command.
fn work(db: &Db, folder: &Path, dry_run: bool) -> Result<Outcome, Sentence> {
    let jobs = Jobs::new(db.clone(), rooms::jobs());
    let (kind, doing) = if dry_run { (TRY, "试") } else { (ENTER, "导入") };
    let input = folder.to_string_lossy().into_owned();
    let area = db.read_wait(|r| Ok(lianxin_register::find::roots(r)?))?.first().map(|a| a.id);
    let area: AreaId = area.ok_or_else(|| Sentence("这里还没有办公室。".into()))?;
    let job = jobs.start_wait(kind, area, &input, "office")?;
    let mut last = 0;
    let mut progress = |step: u32, of: u32| {
        let tenth = (step * 10).checked_div(of).unwrap_or(10);
        if tenth > last || step == of {
            last = tenth;
            say(&format!("{doing}到第 {step} 组，共 {of} 组"));
        }
        true
    };
    let ended = jobs.run_to_end(job, &mut progress)?;
    if ended.state != JobState::Done {
        return Err(Sentence("导入停下了，已经导入的都在；再运行一次会接着办，不会重复。".into()));
    }
    Ok(outcome(folder, if dry_run { "try" } else { "enter" })?)
}

fn tell(told: &Told, folder: &Path, outcome: &Outcome) -> Result<ExitCode, Sentence> {
    let notes = Staged::of(folder)?.notes;
    for (what, n) in [("合计、说明", notes.totals), ("沿用上一行的格子", notes.filled)] {
        if n > 0 {
            say(&format!("{what}：{n}"));
        }
    }
    if !notes.dropped.is_empty() {
        say(&format!("身份证号不保存，没有读：{}", notes.dropped.join("、")));
    }
    if !notes.unused.is_empty() {
        say(&format!("没用到的列：{}", notes.unused.join("、")));
    }
    for (row, what) in outcome.all.review.iter().take(SAID) {
        say(&format!("请看一眼  第 {row} 行  {what}"));
    }
    let would = if told.dry_run { "可以导入" } else { "导入了" };
    for (what, n) in &outcome.all.counts {
        say(&format!("{would} {n} {what}"));
    }
    if outcome.all.faults.is_empty() {
        let nothing = outcome.all.did_nothing();
        say(if nothing { "表里的都已经在册上，什么也没有改。" } else { "都对。" });
        return Ok(ExitCode::SUCCESS);
    }
    for (row, why) in outcome.all.faults.iter().take(SAID) {
        say(&format!("第 {row} 行  {why}"));
    }
    let back = beside(&told.file);
    let bytes = reading(folder, outcome)?;
    std::fs::write(&back, bytes).map_err(|e| format!("{} 写不了：{e}", back.display()))?;
    let many = outcome.all.faults.len();
    let what = if told.dry_run { "什么也没有改" } else { "有错的楼整栋没有导入，别的已经导入" };
    Err(Sentence(format!("有 {many} 处不对，{what}。错在哪里写在 {} 的最后一列，改好再导入。", back.display())))
}

/// `NAME.错误.xlsx` beside `NAME.xlsx`.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}.错误.xlsx"))
}

/// Opens an office that is there.
pub(super) fn open(config: &Config) -> Result<Db, Sentence> {
    if config.db.is_none() && !config.data.join("lianxin.db").exists() {
        let why = format!("{} 里还没有办公室。先运行 lianxin init，或者看演示：lianxin demo。", config.data.display());
        return Err(Sentence(why));
    }
    Ok(house::open(house::place(config), Clock::system(), Chance::system())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_stands_beside_the_workbook() {
        for (file, want) in [("a/业主.xlsx", "a/业主.错误.xlsx"), ("b.csv", "b.错误.xlsx"), ("c", "c.错误.xlsx")]
        {
            assert_eq!(beside(Path::new(file)), PathBuf::from(want));
        }
    }
}
