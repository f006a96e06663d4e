//! What happens to the log itself is in the log.

use crate::backup::LogBefore;
use lianxin_base::Moment;
use lianxin_journal::{Act, Head, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Tx};

/// 换钥匙 The log's key was changed: from now on this one signs, and up to a moment the one before it too.
#[derive(Clone, Debug)]
pub struct KeyChange {
    /// What the new signatures are verified with: `name+id+key`.
    pub key: String,
    /// The same of the old one.
    pub old: String,
    /// Up to when the old one signs too.
    pub until: Moment,
}

impl Act for KeyChange {
    const KIND: &'static str = "journal.key_change";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("key", &self.key);
        leaf.text("old", &self.old);
        leaf.int("until", self.until.micros());
    }
    fn apply(_: &Recorded, _: &mut Tx<'_>) -> Result<(), Fault> {
        Ok(())
    }
}

/// 换地址 The office has another address, and its log goes on under that name: the last of the old one is named.
#[derive(Clone, Debug)]
pub struct LogMove {
    /// The last checkpoint of the old log.
    pub before: LogBefore,
    /// The host of the new address.
    pub host: String,
}

impl Act for LogMove {
    const KIND: &'static str = "journal.move";
    fn leaf(&self, leaf: &mut Leaf) {
        self.before.leaf(leaf);
        leaf.text("host", &self.host);
    }
    fn apply(_: &Recorded, _: &mut Tx<'_>) -> Result<(), Fault> {
        Ok(())
    }
}

/// The kinds of this room.
pub fn kinds() -> Vec<Kind> {
    vec![Kind::of::<KeyChange>(), Kind::of::<LogMove>(), Kind::of::<super::day::DayCheckpoint>()]
}

/// Records that the key was changed.
///
/// # Errors
/// The database's trouble.
pub fn key_change(tx: &mut Tx<'_>, head: Head, act: &KeyChange) -> Result<Receipt, Fault> {
    record(tx, head, act)
}

/// Records that the log goes on under another name.
///
/// # Errors
/// The database's trouble.
pub fn log_move(tx: &mut Tx<'_>, head: Head, act: &LogMove) -> Result<Receipt, Fault> {
    record(tx, head, act)
}
