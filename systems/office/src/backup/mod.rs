//! 备份 Backups of the whole office: what was made and when; and that an office was brought back from one. How they are
//! made is the program's, because it knows all files.

mod page;

pub(crate) use page::page;

use lianxin_base::Moment;
use lianxin_journal::{Act, Head, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Row, Tx, params};

const ADD: &str = "INSERT INTO office_backup(act, area, at, name, bytes, files) VALUES($1, $2, $3, $4, $5, $6)";
const NEWEST: &str = "SELECT at, name, bytes, files FROM office_backup ORDER BY at DESC, act DESC LIMIT $1";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[("backup_add", ADD), ("backups_newest", NEWEST)];

/// No backup for so many days is said by `doctor` and on the page.
pub const DAYS: i64 = 7;

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// 备份 A copy of everything was made. Public: that all data left for a stick or a disk is everybody's business.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// What the file is called, if the program made and named it by itself; what somebody typed is not kept.
    pub name: Option<String>,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// How many photos and other files are in it.
    pub files: u64,
}

impl Act for Backup {
    const KIND: &'static str = "office.backup";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("name", self.name.as_deref());
        leaf.int("bytes", whole(self.bytes));
        leaf.int("files", whole(self.files));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (name, bytes, files) = (rec.opt_text("name")?, rec.int("bytes")?, rec.int("files")?);
        tx.exec(ADD, params![rec.id(), rec.area(), rec.at(), name, bytes, files]).map(drop)
    }
}

/// 从备份恢复 The office was brought back from a backup: what happened after its last act is not here.
#[derive(Clone, Debug)]
pub struct Restored {
    /// How many acts the backup held.
    pub acts: i64,
    /// The public log that ended, where a new one begins.
    pub before: Option<LogBefore>,
    /// Why nobody could show a checkpoint of it.
    pub reason: Option<String>,
}

/// The last that is known of a public log.
#[derive(Clone, Debug)]
pub struct LogBefore {
    /// Its name.
    pub origin: String,
    /// How many acts were signed.
    pub size: u64,
    /// The root that was signed.
    pub root: [u8; 32],
}

impl LogBefore {
    pub(crate) fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("log", &self.origin);
        leaf.int("log_size", whole(self.size));
        leaf.text("log_root", crate::say::hash(&self.root));
    }
}

impl Act for Restored {
    const KIND: &'static str = "journal.restored";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("acts", self.acts);
        if let Some(before) = &self.before {
            before.leaf(leaf);
        }
        leaf.opt_seal("reason", None, self.reason.as_deref());
    }
    fn apply(_: &Recorded, _: &mut Tx<'_>) -> Result<(), Fault> {
        Ok(())
    }
}

pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Backup>(), Kind::of::<Restored>()]
}

/// Records that a backup was made.
///
/// # Errors
/// The database's trouble.
pub fn made(tx: &mut Tx<'_>, head: Head, act: &Backup) -> Result<Receipt, Fault> {
    record(tx, head, act)
}

/// Records that the office comes from a backup; its first act after that.
///
/// # Errors
/// The database's trouble.
pub fn restored(tx: &mut Tx<'_>, head: Head, act: &Restored) -> Result<Receipt, Fault> {
    record(tx, head, act)
}

/// The newest backups, with when each was made.
///
/// # Errors
/// The database's trouble.
pub fn newest(r: &mut Read<'_>, most: i64) -> Result<Vec<(Moment, Backup)>, Fault> {
    r.rows(NEWEST, params![most], one)
}

fn one(row: &Row<'_>) -> Result<(Moment, Backup), Fault> {
    let (bytes, files) = (row.int(2)?.unsigned_abs(), row.int(3)?.unsigned_abs());
    Ok((row.moment(0)?, Backup { name: row.opt_text(1)?, bytes, files }))
}
