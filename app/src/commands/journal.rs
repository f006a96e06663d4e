use super::{Sentence, say};
use crate::config::Config;
use crate::{house, rooms};
use lianxin_base::Lang;
use lianxin_journal::{Finding, Verified};
use lianxin_store::{Db, Files, Read, Stop};
use serde_json::json;
use std::process::ExitCode;

/// Checks everything; exit 1 names what disagrees.
pub(super) fn verify(config: &Config) -> Result<ExitCode, Sentence> {
    let files = Files::at(config.files.clone());
    let done = Db::look(&house::place(config), |r| {
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
    tell(&done.findings);
    if done.findings.is_empty() {
        say(&format!("核对完了：{} 条留底、{} 行数据，都对得上。", done.acts, done.rows));
        return Ok(ExitCode::SUCCESS);
    }
    Err(Sentence(format!("有 {} 处对不上，留底被动过，或者文件坏了。", done.findings.len())))
}

/// Everything that is looked at: leaves, texts, tables, files.
pub(super) fn looked(
    r: &mut Read<'_>,
    files: &Files,
    progress: &mut dyn FnMut(i64, i64) -> bool,
) -> Result<Verified, Stop> {
    let mut done = lianxin_journal::verify(r, &rooms::kinds(), &rooms::migrations(), &rooms::kept(), progress)?;
    done.findings.extend(lianxin_journal::verify_files(r, files, rooms::files())?);
    Ok(done)
}

/// Says what disagrees.
pub(super) fn tell(findings: &[Finding]) {
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
