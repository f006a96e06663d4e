//! A PostgreSQL of our own for one run: fresh folder, free loopback port, stopped and removed in every case.

use crate::Stop;
use crate::apt::is_root;
use crate::run::{Folder, end, free_port, must, succeeds};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What a crash may cost. Tests throw everything away; a bench must pay for the disk as an office would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durability {
    Off,
    Full,
}

/// A running server. Dropping it stops it and removes its folder, also while panicking.
pub(crate) struct Postgres {
    child: Child,
    port: u16,
    bin: PathBuf,
    folder: Folder, // dropped after the child has ended
}

impl Postgres {
    /// Makes a cluster under `/var/tmp` (a disk, not memory) and starts it.
    pub(crate) fn start(durability: Durability) -> Result<Self, Stop> {
        let bin = newest(Path::new("/usr/lib/postgresql")).ok_or_else(|| {
            Stop::Failed("no PostgreSQL under /usr/lib/postgresql; `cargo xtask test` installs it".into())
        })?;
        let folder = Folder::under(Path::new("/var/tmp"), "postgres")?;
        if is_root() {
            must(Command::new("chown").arg("postgres:").arg(folder.path()), "giving the folder to postgres")?;
        }
        let data = folder.path().join("data");
        let mut initdb = as_postgres(&bin.join("initdb"), folder.path());
        initdb.arg("-D").arg(&data).args(["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]);
        must(initdb.arg("--no-sync").stdout(Stdio::null()), "initdb")?;
        let port = free_port()?;
        let mut server = as_postgres(&bin.join("postgres"), folder.path());
        server.arg("-D").arg(&data).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        server.args(["-c", "unix_socket_directories=", "-c", "max_connections=300", "-c", "log_min_messages=fatal"]);
        if durability == Durability::Off {
            server.args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        }
        let log = std::fs::File::create(folder.path().join("log"))?;
        let child = server.stdout(log.try_clone()?).stderr(log).spawn()?;
        let mut running = Self { child, port, bin, folder };
        running.wait_until_ready()?;
        Ok(running)
    }

    /// How the tests reach it.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// The folder of its programs (pgbench lies there too).
    pub(crate) fn bin(&self) -> &Path {
        &self.bin
    }

    fn wait_until_ready(&mut self) -> Result<(), Stop> {
        for _ in 0..300 {
            if let Some(status) = self.child.try_wait()? {
                let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                return Err(Stop::Failed(format!("PostgreSQL ended at once with {status}:\n{log}")));
            }
            let port = self.port.to_string();
            if succeeds(Command::new(self.bin.join("pg_isready")).args(["-q", "-h", "127.0.0.1", "-p", &port])) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(Stop::Failed("PostgreSQL did not answer within 30 seconds".into()))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        end(&mut self.child, "-INT", 100); // INT is its fast shutdown: it ends every connection
    }
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    if is_root() {
        command = Command::new("setpriv");
        command.args(["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--"]).arg(program);
    }
    command.current_dir(folder).env("HOME", folder);
    command
}

/// `bin` of the newest version below `folder`: 15 is newer than 9.
fn newest(folder: &Path) -> Option<PathBuf> {
    let versions = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let numbered = versions.filter_map(|path| {
        let version: u32 = path.file_name()?.to_str()?.split('.').next()?.parse().ok()?;
        path.join("bin/postgres").exists().then(|| (version, path.join("bin")))
    });
    numbered.max_by_key(|(version, _)| *version).map(|(_, bin)| bin)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where PostgreSQL is not installed (`--fast` on a fresh machine) there is nothing to start.
    #[test]
    fn a_server_answers_and_leaves_nothing_behind_even_while_panicking() {
        if newest(Path::new("/usr/lib/postgresql")).is_none() {
            return;
        }
        let server = Postgres::start(Durability::Off).unwrap_or_else(|stop| panic!("{stop:?}"));
        let (port, folder) = (server.port, server.folder.path().to_owned());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        assert!(server.url().ends_with(&format!("@127.0.0.1:{port}/postgres")) && server.bin().is_absolute());
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
            let _server = server;
            panic!("on purpose");
        }));
        assert!(outcome.is_err());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }

    #[test]
    fn the_newest_version_is_found_by_number() {
        let folder = Folder::under(&std::env::temp_dir(), "versions").unwrap();
        assert_eq!(newest(folder.path()), None);
        for version in ["9.6", "15", "16"] {
            std::fs::create_dir_all(folder.path().join(version).join("bin")).unwrap();
        }
        for version in ["9.6", "15"] {
            std::fs::write(folder.path().join(version).join("bin/postgres"), "").unwrap();
        }
        assert_eq!(newest(folder.path()), Some(folder.path().join("15/bin"))); // 16 has no server in it
        assert_eq!(newest(Path::new("/no/such/folder")), None);
    }
}
