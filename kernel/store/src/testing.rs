//! Databases for tests: in memory, in a file, and, where `LIANXIN_TEST_PG` names a server, on PostgreSQL.

use crate::{Db, Fault, Kept, Log, Migrations, Open, Place};
use lianxin_base::{Chance, Clock, Day};
use std::sync::atomic::{AtomicU32, Ordering};

/// The morning every test begins: Monday, 2026-06-15, 09:00.
pub fn monday() -> Clock {
    Clock::by_hand(Day::from_number(20_619).at(9, 0))
}

/// A database at `place` with a clock set by hand and a seeded chance.
pub fn open(place: Place, migrations: Vec<Migrations>, kept: Vec<Kept>, log: Log) -> Result<Db, Fault> {
    Db::open(Open { place, clock: monday(), chance: Chance::seeded(7), migrations, kept, readers: 2, log })
}

/// A database in memory.
pub fn memory(migrations: Vec<Migrations>, kept: Vec<Kept>, log: Log) -> Db {
    open(Place::Memory, migrations, kept, log).expect("a database in memory opens")
}

/// A folder that is removed when dropped.
pub struct Folder(std::path::PathBuf);

impl Folder {
    /// A fresh one.
    #[expect(clippy::new_without_default, reason = "it makes a folder; nothing about that is a default")]
    pub fn new() -> Self {
        static N: AtomicU32 = AtomicU32::new(0);
        let name = format!("lianxin-test-{}-{}", std::process::id(), N.fetch_add(1, Ordering::SeqCst));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }
    /// Its path.
    pub fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a leftover in the temporary folder harms nobody
    }
}

/// The places a test shall hold in: a SQLite file, and a fresh PostgreSQL database if `LIANXIN_TEST_PG` is set.
/// The folder lives as long as the test.
pub fn places() -> (Vec<Place>, Folder) {
    let folder = Folder::new();
    let mut all = vec![Place::File(folder.path().join("lianxin.db"))];
    all.extend(postgres());
    (all, folder)
}

/// A fresh, empty PostgreSQL database, if a server is named.
pub fn postgres() -> Option<Place> {
    Some(make(&server()?, ""))
}

/// A fresh PostgreSQL database with everything that is in this one, which nobody has open any more.
///
/// # Panics
/// No server is named, or the database stays open for ten seconds.
pub fn postgres_like(seed: &Place) -> Place {
    let Place::Postgres(url) = seed else { panic!("only a database on a server is copied by it") };
    let name = url.rsplit('/').next().and_then(|rest| rest.split('?').next()).unwrap_or_default();
    make(&server().expect("a server is named"), &format!(" TEMPLATE {name}"))
}

fn server() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "tests are told of a server by the environment")]
    std::env::var("LIANXIN_TEST_PG").ok()
}

fn make(server: &str, like: &str) -> Place {
    static N: AtomicU32 = AtomicU32::new(0);
    let name = format!("t{}_{}", std::process::id(), N.fetch_add(1, Ordering::SeqCst));
    let mut conn = crate::conn::Conn::postgres(server).expect("the test server is reached");
    // The server notices a moment later that the last connection to a database has ended.
    let mut tries = 0;
    while let Err(why) = conn.batch(&format!("CREATE DATABASE {name}{like}")) {
        tries += 1;
        assert!(tries < 100 && !like.is_empty(), "a database can be made: {why:?}");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let (base, query) = server.split_once('?').map_or((server, ""), |(b, q)| (b, q));
    let root = base.rfind('/').filter(|at| !base[..*at].ends_with('/')).map_or(base, |at| &base[..at]);
    Place::Postgres(format!("{root}/{name}{}{query}", if query.is_empty() { "" } else { "?" }))
}
