//! A copy of the database while it is served.

use crate::{Fault, Place, Read, params, private};
use postgres::config::Host;
use std::path::Path;
use std::process::Command;

/// One statement, one snapshot; whoever writes meanwhile is not held up. What was deleted is not in the copy, not even in
/// gaps between rows.
const COPY: &str = "VACUUM INTO $1";

impl Place {
    /// Copies the database as it is at this moment into a new file, readable by this account only.
    ///
    /// # Errors
    /// The disk is full or the file is there already; one on a server is dumped by `pg_dump`, which may be missing or too
    /// old; one in memory cannot be copied.
    pub fn copy_to(&self, to: &Path) -> Result<(), Fault> {
        match self {
            Self::File(_) => self.vacuumed(to),
            Self::Postgres(url) => dumped(url, to),
            Self::Memory => Err(Fault::bug("a database in memory is not copied")),
        }
    }

    fn vacuumed(&self, to: &Path) -> Result<(), Fault> {
        let path = to.to_str().ok_or_else(|| Fault::Full(format!("{} is no name for a file", to.display())))?;
        // Empty and closed to others first: SQLite writes into it as it is.
        private::file(to).map_err(|e| Fault::Full(format!("{path}: {e}")))?;
        Read { conn: &mut self.connect_reader()? }.row(COPY, params![path], |_| Ok(()))?;
        Ok(())
    }
}

/// What `pg_dump` writes, for `pg_restore`. The password goes by the environment, where other accounts do not read it.
fn dumped(url: &str, to: &Path) -> Result<(), Fault> {
    let config: postgres::Config =
        url.parse().map_err(|e: postgres::Error| Fault::Away(format!("address not understood: {e}")))?;
    if to.exists() {
        return Err(Fault::Full(format!("{} is there already", to.display())));
    }
    private::file(to).map_err(|e| Fault::Full(format!("{}: {e}", to.display())))?;
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-password", "--file"]).arg(to);
    let host = config.get_hosts().first().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(path) => path.display().to_string(),
    });
    let port = config.get_ports().first().map(u16::to_string);
    let named = [("--host", host), ("--port", port), ("--username", config.get_user().map(str::to_owned))];
    for (flag, value) in named.into_iter().filter_map(|(flag, value)| Some((flag, value?))) {
        command.args([flag, &value]);
    }
    if let Some(name) = config.get_dbname() {
        command.args(["--dbname", name]);
    }
    if let Some(password) = config.get_password() {
        command.env("PGPASSWORD", String::from_utf8_lossy(password).as_ref());
    }
    let why = match command.output() {
        Ok(done) if done.status.success() => return Ok(()),
        Ok(done) => String::from_utf8_lossy(&done.stderr).lines().next().unwrap_or("pg_dump failed").to_owned(),
        Err(e) => format!("pg_dump: {e}"),
    };
    std::fs::remove_file(to).ok(); // nothing in it is of use
    Err(Fault::Away(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_on_a_server_is_dumped() {
        let Some(place) = crate::testing::postgres() else { return };
        place.connect().and_then(|mut c| c.batch("CREATE TABLE t(a TEXT NOT NULL)")).expect("written");
        let copy = std::env::temp_dir().join(format!("lianxin-dump-{}", std::process::id()));
        place.copy_to(&copy).expect("dumped");
        assert!(std::fs::read(&copy).expect("read").starts_with(b"PGDMP"));
        assert!(place.copy_to(&copy).is_err(), "one that is there is not written over");
        std::fs::remove_file(&copy).expect("removed");
        let nowhere = Place::Postgres("postgres://nobody@127.0.0.1:1/none".into());
        assert!(matches!(nowhere.copy_to(&copy), Err(Fault::Away(_))) && !copy.exists());
    }

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
