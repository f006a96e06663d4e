//! Backups: one encrypted file with everything an office needs to come back on another computer. It is a gzipped tar in
//! an age file (age-encryption.org/v1, passphrase), so that the usual tools open it too.

mod archive;
pub(crate) mod night;
mod words;

pub(crate) use archive::{DB, DUMP, unpack};

use archive::write;
use words::passphrase;

use crate::config::Config;
use lianxin_base::ActId;
use lianxin_journal::{By, Head};
use lianxin_office::backup::{Backup, made};
use lianxin_register::find;
use lianxin_store::{Db, Stop};
use std::path::Path;

/// What went wrong, as a sentence.
pub(crate) type Sentence = String;

/// What locks the backups: what was said in the environment, else the office's own.
pub(crate) fn words(config: &Config) -> Result<String, Sentence> {
    config.passphrase.clone().map_or_else(|| passphrase(&config.data), Ok)
}

/// Makes a backup and records that it was made. `progress` hears how many files are in, of how many.
pub(crate) fn make(
    config: &Config,
    db: &Db,
    to: &Path,
    nightly: bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Backup, Sentence> {
    let (bytes, files) = write(config, to, &words(config)?, progress)?;
    // A name somebody typed is theirs, and the record of backups is public: only the program's own names stand in it.
    let name = nightly.then(|| to.file_name().map(|n| n.to_string_lossy().into_owned())).flatten();
    let made = Backup { name, bytes, files };
    record(db, &made).map_err(|stop| format!("备份做好了，但是没记上：{stop:?}"))?;
    Ok(made)
}

fn record(db: &Db, act: &Backup) -> Result<(), Stop> {
    let root = db.read_wait(|r| Ok(find::roots(r)?.into_iter().next()))?;
    let Some(root) = root.map(|area| area.id) else { return Ok(()) }; // no office yet: nothing to record it in
    let (id, act) = (ActId::new(db.chance(), db.clock().now()), act.clone());
    let by = if act.name.is_some() { By::Clock } else { By::Office };
    db.act_wait(root, move |tx| Ok(made(tx, Head { id, area: root, by, no: None, token: None }, &act)?))?;
    Ok(())
}
