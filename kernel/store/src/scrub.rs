//! What a deletion leaves behind is taken away.

use crate::{Fault, Place, Read};
use std::time::Duration;

/// A page that is being read keeps the log for a moment; so often it is tried again.
const TRIES: u32 = 20;

/// A file up to this size is written anew at once; the writer waits meanwhile, a second for some 100 MB.
const ANEW: u64 = 256 << 20;

/// SQLite overwrites deleted rows itself (`secure_delete`), but a row that had moved to another page before may have
/// left a copy in the first one's gaps; so the file is written anew. Then the log is put into it and cut to nothing.
/// PostgreSQL keeps dead rows until they are vacuumed.
pub(crate) fn run(place: &Place) -> Result<(), Fault> {
    match place {
        Place::Memory => Ok(()),
        Place::File(path) => {
            let mut conn = place.connect()?;
            if std::fs::metadata(path).is_ok_and(|file| file.len() <= ANEW) {
                conn.batch("VACUUM")?;
            }
            for _ in 0..TRIES {
                let busy = Read { conn: &mut conn }.row("PRAGMA wal_checkpoint(TRUNCATE)", &[], |row| row.int(0))?;
                if busy == Some(0) {
                    return Ok(());
                }
                std::thread::sleep(Duration::from_millis(250));
            }
            Err(Fault::Busy("somebody has been reading for long".into()))
        }
        Place::Postgres(_) => place.connect()?.batch("VACUUM"),
    }
}
