use super::{Sentence, left, say};
use crate::config::Config;
use crate::{house, rooms, upgrade, wiring};
use lianxin_base::{AreaId, Lang};
use lianxin_journal::By;
use lianxin_office::import::{
    ENTER, Outcome, Staged, Staging, TRY, area_named, forget, outcome, reading, stage, sweep,
};
use lianxin_paper::Book;
use lianxin_store::{Db, FileHash};
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
    let (book, mark) = (super::sheet::read(config, &told.file)?, mark(told)?);
    let db = open(config)?;
    let root = house::drafts(config);
    sweep(&root, db.clock().now());
    let jobs = Jobs::new(db.clone(), rooms::jobs());
    if let Some((folder, outcome)) = left::resumed(&db, &jobs, &mark, told.dry_run)? {
        return told_and_gone(told, &folder, &outcome);
    }
    let folder = staged(&db, &root, told, (book, &mark))?;
    match work(&db, &jobs, &folder, told.dry_run) {
        Ok(outcome) => told_and_gone(told, &folder, &outcome),
        Err(why) => Err(why), // what is staged stays for whoever goes on with it, a day at the most
    }
}

fn told_and_gone(told: &Told, folder: &Path, outcome: &Outcome) -> Result<ExitCode, Sentence> {
    let code = tell(told, folder, outcome);
    forget(folder);
    code
}

/// By what the same command given again knows what it left half way.
fn mark(told: &Told) -> Result<String, Sentence> {
    let bytes = std::fs::read(&told.file).map_err(|e| format!("{} 打不开：{e}", told.file.display()))?;
    let area = told.area.as_deref().unwrap_or_default();
    Ok(format!("{} {area} {}", told.kind, FileHash::of(&bytes)))
}

fn staged(db: &Db, root: &Path, told: &Told, (book, mark): (Book, &str)) -> Result<PathBuf, Sentence> {
    let mark = mark.to_owned();
    let (kind, root, chance) = (told.kind.clone(), root.to_owned(), db.chance().clone());
    let name = told.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let area = told.area.clone();
    let folder = db.read_wait(move |r| {
        let area = area.as_deref().map(|name| area_named(r, name)).transpose()?;
        let (by, scope, lang) = (By::Office, None, Lang::Zh);
        let (kinds, book) = (&wiring::imports(), book.clone());
        let new = Staging { kinds, kind: &kind, name: &name, book, area, by, scope, lang, mark: &mark };
        stage(r, &root, &chance, &new)
    })?;
    Ok(folder)
}

/// Runs the job here, telling how far it is. Killed, it is taken up by the running office or by the same command.
fn work(db: &Db, jobs: &Jobs, folder: &Path, dry_run: bool) -> Result<Outcome, Sentence> {
    let kind = if dry_run { TRY } else { ENTER };
    let input = folder.to_string_lossy().into_owned();
    let area = db.read_wait(|r| Ok(lianxin_register::find::roots(r)?))?.first().map(|a| a.id);
    let area: AreaId = area.ok_or_else(|| Sentence("这里还没有办公室。".into()))?;
    let job = jobs.start_wait(kind, area, &input, "office")?;
    let ended = jobs.run_to_end(job, &mut progress(if dry_run { "试" } else { "导入" }))?;
    if ended.state != JobState::Done {
        return Err(Sentence("导入停下了，已经导入的都在；再运行一次会接着办，不会重复。".into()));
    }
    Ok(outcome(folder, if dry_run { "try" } else { "enter" })?)
}

/// Tells every tenth how far it is.
pub(super) fn progress(doing: &'static str) -> impl FnMut(u32, u32) -> bool {
    let mut last = 0;
    move |step, of| {
        let tenth = (step * 10).checked_div(of).unwrap_or(10);
        if tenth > last || step == of {
            last = tenth;
            say(&format!("{doing}到第 {step} 组，共 {of} 组"));
        }
        true
    }
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
    upgrade::opened(config)
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
