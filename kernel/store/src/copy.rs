//! A copy of the database while it is served.

use crate::{Fault, Place, Read, params, private};
use std::path::Path;

/// One statement, one snapshot; whoever writes meanwhile is not held up. What was deleted is not in the copy, not even in
/// gaps between rows.
const COPY: &str = "VACUUM INTO $1";

impl Place {
    /// Copies the database as it is at this moment into a new file, readable by this account only.
    ///
    /// # Errors
    /// The disk is full or the file is there already; only a database that is one file can be copied like this.
    pub fn copy_to(&self, to: &Path) -> Result<(), Fault> {
        let Self::File(_) = self else { return Err(Fault::bug("only a database in a file is copied as a file")) };
        let path = to.to_str().ok_or_else(|| Fault::Full(format!("{} is no name for a file", to.display())))?;
        // Empty and closed to others first: SQLite writes into it as it is.
        private::file(to).map_err(|e| Fault::Full(format!("{path}: {e}")))?;
        Read { conn: &mut self.connect_reader()? }.row(COPY, params![path], |_| Ok(()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_holds_what_was_there_and_nothing_that_was_deleted() {
        let dir = std::env::temp_dir().join(format!("lianxin-copy-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("made");
        let (place, copy) = (Place::File(dir.join("lianxin.db")), dir.join("copy.db"));
        let mut conn = place.connect().expect("opened");
        conn.batch("CREATE TABLE t(a TEXT NOT NULL); INSERT INTO t VALUES('kept-4711'), ('gone-4712'); DELETE FROM t WHERE a LIKE 'gone%'")
            .expect("written");
        place.copy_to(&copy).expect("copied, while the other connection is open");
        let bytes = std::fs::read(&copy).expect("read");
        let holds = |text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
        assert!(holds("kept-4711") && !holds("gone-4712"));
        #[cfg(unix)]
        assert!(!private::is_open(&copy).expect("there"));
        assert!(place.copy_to(&copy).is_err(), "one that is there is not written over");
        assert!(Place::Memory.copy_to(&dir.join("x.db")).is_err());
        std::fs::remove_dir_all(&dir).expect("removed");
    }
}
