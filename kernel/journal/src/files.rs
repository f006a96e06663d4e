//! Files that rows name: are they whole, and which of them nothing names any more.

use crate::{Finding, Wrong};
use lianxin_base::Moment;
use lianxin_store::{Fault, FileHash, Files, Read};
use std::collections::HashSet;

/// More findings than this help nobody.
const ENOUGH: usize = 20;

/// Where rows name files: a table, and a statement that gives of each file the act to be told about and its hash.
pub type NamedBy = [(&'static str, &'static str)];

fn named(r: &mut Read<'_>, sql: &'static str) -> Result<Vec<(String, String)>, Fault> {
    r.rows(sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))
}

fn all_named(r: &mut Read<'_>, by: &NamedBy) -> Result<HashSet<FileHash>, Fault> {
    let mut all = HashSet::new();
    for (_, sql) in by {
        all.extend(named(r, sql)?.iter().filter_map(|(_, hash)| hash.parse::<FileHash>().ok()));
    }
    Ok(all)
}

/// Whether every file that a row names is there and still has its hash. That the rows name the files the record
/// committed to, [`crate::verify`] has checked.
pub fn verify_files(r: &mut Read<'_>, files: &Files, by: &NamedBy) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    let mut seen = HashSet::new();
    for (table, sql) in by {
        for (act, hash) in named(r, sql)? {
            let what = match hash.parse::<FileHash>() {
                Err(_) => Wrong::FileName,
                Ok(hash) if !seen.insert(hash) => continue,
                Ok(hash) => match files.is_whole(hash)? {
                    Some(true) => continue,
                    Some(false) => Wrong::ChangedFile,
                    None => Wrong::MissingFile,
                },
            };
            let row = format!("{act} {hash}");
            findings.push(Finding { table: (*table).into(), row, column: "file".into(), what });
            if findings.len() >= ENOUGH {
                return Ok(findings);
            }
        }
    }
    Ok(findings)
}

/// Removes the files older than `before` that no row names; answers how many.
pub fn sweep(r: &mut Read<'_>, files: &Files, by: &NamedBy, before: Moment) -> Result<usize, Fault> {
    files.sweep(&all_named(r, by)?, before)
}

/// Removes one file at once, unless a row still names it: what an erasure does after its commit. Answers whether it is
/// gone.
pub fn forget(r: &mut Read<'_>, files: &Files, by: &NamedBy, hash: FileHash) -> Result<bool, Fault> {
    if all_named(r, by)?.contains(&hash) {
        return Ok(false);
    }
    files.forget(hash)?;
    Ok(true)
}
