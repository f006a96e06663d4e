//! A copy of the database while it is served.

use crate::{Fault, Place, Read, params, private};
use postgres::config::Host;
use std::path::Path;
use std::process::Command;

/// One statement, one snapshot; whoever writes meanwhile is not held up. What was deleted is not in the copy, not even in
/// gaps between rows.
const COPY: &str = "VACUUM INTO $1";
const EMPTY: &str = "DO $$ DECLARE t text; BEGIN \
    FOR t IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() LOOP \
    EXECUTE 'DROP TABLE ' || t || ' CASCADE'; END LOOP; END $$";

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

    /// Fills an empty database on a server with what [`Place::copy_to`] wrote of one: all of it, or nothing.
    ///
    /// # Errors
    /// This is none on a server, or something is in it; `pg_restore` is missing, too old, or cannot read the file.
    pub fn fill_from(&self, from: &Path) -> Result<(), Fault> {
        let Self::Postgres(url) = self else { return Err(Fault::bug("only a database on a server is filled")) };
        if !self.is_empty()? {
            return Err(Fault::bug("a database that holds something is not filled"));
        }
        let mut command = tool("pg_restore", url)?;
        command.args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]).arg(from);
        run(command)
    }

    /// Whether no table is there.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub fn is_empty(&self) -> Result<bool, Fault> {
        Ok(crate::columns(&mut Read { conn: &mut self.connect_reader()? })?.is_empty())
    }

    /// Takes away again what [`Place::fill_from`] brought.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub fn emptied(&self) -> Result<(), Fault> {
        let Self::Postgres(_) = self else { return Err(Fault::bug("only a database on a server is emptied")) };
        self.connect()?.batch(EMPTY)
    }

    fn vacuumed(&self, to: &Path) -> Result<(), Fault> {
        let path = to.to_str().ok_or_else(|| Fault::Full(format!("{} is no name for a file", to.display())))?;
        // Empty and closed to others first: SQLite writes into it as it is.
        private::file(to).map_err(|e| Fault::Full(format!("{path}: {e}")))?;
        Read { conn: &mut self.connect_reader()? }.row(COPY, params![path], |_| Ok(()))?;
        Ok(())
    }
}

/// What `pg_dump` writes, for `pg_restore`.
fn dumped(url: &str, to: &Path) -> Result<(), Fault> {
    if to.exists() {
        return Err(Fault::Full(format!("{} is there already", to.display())));
    }
    let mut command = tool("pg_dump", url)?;
    private::file(to).map_err(|e| Fault::Full(format!("{}: {e}", to.display())))?;
    command.arg("--format=custom").arg("--file").arg(to);
    run(command).inspect_err(|_| drop(std::fs::remove_file(to))) // nothing in it is of use
}

/// A tool of PostgreSQL's own, told which database. The password goes by the environment, where other accounts do not
/// read it.
fn tool(name: &str, url: &str) -> Result<Command, Fault> {
    let config: postgres::Config =
        url.parse().map_err(|e: postgres::Error| Fault::Away(format!("address not understood: {e}")))?;
    let mut command = Command::new(name);
    command.arg("--no-password");
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
    Ok(command)
}

fn run(mut command: Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stderr);
            Err(Fault::Away(said.lines().next().map_or_else(|| format!("{name} failed"), str::to_owned)))
        }
        Err(e) => Err(Fault::Away(format!("{name}: {e}"))),
    }
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
        assert!(matches!(place.fill_from(&copy), Err(Fault::Bug(_))), "what holds something is not filled");
        let other = crate::testing::postgres().expect("a second one");
        assert!(other.is_empty().expect("reached"));
        other.fill_from(&copy).expect("filled");
        let columns =
            |place: &Place| place.connect().and_then(|mut conn| crate::columns(&mut Read { conn: &mut conn }));
        assert_eq!(columns(&other).expect("read"), columns(&place).expect("read"));
        other.emptied().expect("emptied");
        assert!(other.is_empty().expect("reached"));
        std::fs::write(&copy, b"a letter").expect("written");
        assert!(matches!(other.fill_from(&copy), Err(Fault::Away(_))));
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
