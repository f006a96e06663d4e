//! What the database says in the end.

use super::client::Driver;
use super::office::Office;
use crate::trouble::Done;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A timer that fell due longer ago than this has not run.
const GRACE: i64 = 5_000_000;

#[derive(Default)]
pub(super) struct Found {
    /// What `journal verify` names.
    pub(super) half: usize,
    /// Reports that were recorded more than once.
    pub(super) reports_twice: usize,
    /// Timers that ran more than once.
    pub(super) timers_twice: usize,
    /// Timers that fell due and did not run.
    pub(super) timers_late: usize,
    /// What was named.
    pub(super) said: Vec<String>,
}

impl Found {
    pub(super) const fn is_good(&self) -> bool {
        self.half == 0 && self.reports_twice == 0 && self.timers_twice == 0 && self.timers_late == 0
    }
}

pub(super) fn look(office: &Office, driver: &Driver) -> Done<Found> {
    let mut found = Found { timers_late: late(office.data())?, ..Found::default() };
    if let Err(said) = office.verify()? {
        found.said = said.lines().map(str::to_owned).collect();
        found.half = found.said.len().max(1);
    }
    let db = open(office.data())?;
    found.timers_twice = timers_twice(&db)?;
    let words: i64 = db.query_row(REPORTS, [], |row| row.get(0))?;
    let sent = i64::try_from(driver.sent())?;
    found.reports_twice = usize::try_from((words - sent).max(0))?;
    Ok(found)
}

/// Each report has words of its own, so none of them stands there more often than it was sent.
const REPORTS: &str = "SELECT count(*) FROM journal_text t JOIN journal_act a ON a.id = t.act \
                       WHERE a.kind = 'council.report' AND t.field = 'words' AND t.value LIKE '楼道里第 % 盏灯不亮'";
const LATE: &str = "SELECT count(*) FROM work_timer WHERE done_at IS NULL AND due_at < ?1";
const LEAVES: &str = "SELECT COALESCE(inner_leaf, body) FROM journal_act";

fn open(data: &Path) -> Done<Connection> {
    Ok(Connection::open_with_flags(data.join("lianxin.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)?)
}

/// How many timers are overdue.
pub(super) fn late(data: &Path) -> Done<usize> {
    let now = lianxin_base::Clock::system().now().micros() - GRACE;
    let n: i64 = open(data)?.query_row(LATE, [now], |row| row.get(0))?;
    Ok(usize::try_from(n)?)
}

/// Timers that more than one act says it was run by.
fn timers_twice(db: &Connection) -> Done<usize> {
    let mut runs: BTreeMap<String, usize> = BTreeMap::new();
    let mut leaves = db.prepare(LEAVES)?;
    let mut rows = leaves.query([])?;
    while let Some(row) = rows.next()? {
        let leaf: Value = serde_json::from_str(&row.get::<_, String>(0)?)?;
        if let Some(timer) = leaf["pub"]["timer"].as_str() {
            *runs.entry(timer.to_owned()).or_default() += 1;
        }
    }
    Ok(runs.values().filter(|n| **n > 1).count())
}
