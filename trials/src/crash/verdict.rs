//! What the database says in the end.

use super::client::Driver;
use super::office::Office;
use crate::trouble::Done;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// A timer that fell due longer ago than this has not run.
const GRACE: i64 = 5_000_000;

#[derive(Default)]
pub(super) struct Found {
    /// What `journal verify` names.
    pub(super) half: usize,
    /// Reports that were recorded more than once.
    pub(super) reports_twice: usize,
    /// What timers did.
    pub(super) timers_ran: usize,
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
    (found.timers_ran, found.timers_twice) = (ran(&db)?, timers_twice(&db)?);
    let words: i64 = db.query_row(REPORTS, [], |row| row.get(0))?;
    let sent = i64::try_from(driver.sent())?;
    found.reports_twice = usize::try_from((words - sent).max(0))?;
    Ok(found)
}

/// Each report has words of its own, so none of them stands there more often than it was sent.
const REPORTS: &str = "SELECT count(*) FROM journal_text t JOIN journal_act a ON a.id = t.act \
                       WHERE a.kind = 'council.report' AND t.field = 'words' AND t.value LIKE '楼道里第 % 盏灯不亮'";
const LATE: &str = "SELECT count(*) FROM work_timer WHERE done_at IS NULL AND due_at < ?1";
const BY_CLOCK: &str = "SELECT count(*) FROM journal_text WHERE field = 'by' AND value = 'clock'";
/// The acts that set the first timers of the nights and of the evenings follow none.
const NOT_NAMED: &str = "SELECT count(*) FROM journal_text t WHERE t.field = 'by' AND t.value = 'clock' \
                         AND NOT EXISTS (SELECT 1 FROM work_timer w WHERE w.done_act = t.act) \
                         AND t.act NOT IN (SELECT min(id) FROM journal_act \
                                           WHERE kind IN ('privacy.purge', 'journal.day') GROUP BY kind)";

fn open(data: &Path) -> Done<Connection> {
    Ok(Connection::open_with_flags(data.join("lianxin.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)?)
}

/// How many timers are overdue.
pub(super) fn late(data: &Path) -> Done<usize> {
    let now = lianxin_base::Clock::system().now().micros() - GRACE;
    let n: i64 = open(data)?.query_row(LATE, [now], |row| row.get(0))?;
    Ok(usize::try_from(n)?)
}

/// How many acts the clock did.
fn ran(db: &Connection) -> Done<usize> {
    Ok(usize::try_from(db.query_row::<i64, _, _>(BY_CLOCK, [], |row| row.get(0))?)?)
}

/// Acts of the clock that no timer was ended by: each timer names the one act it ended with, so whatever a timer did a
/// second time is named by none.
fn timers_twice(db: &Connection) -> Done<usize> {
    Ok(usize::try_from(db.query_row::<i64, _, _>(NOT_NAMED, [], |row| row.get(0))?)?)
}
