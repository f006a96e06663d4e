//! A newer program meets an older database, and an older program a newer one.

use lianxin::rooms;
use lianxin_base::{Clock, DAY};
use lianxin_store::{Db, Place};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, UNIX_EPOCH};

struct Office(PathBuf);

impl Drop for Office {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

impl Office {
    fn new(name: &str) -> Self {
        let office = Self(std::env::temp_dir().join(format!("lianxin-upgrade-{name}-{}", std::process::id())));
        assert!(office.run(&["init", "--community", "和平里社区", "--code", "和平里"]).status.success());
        office
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
        command.args(words).arg("--data").arg(&self.0).env_remove("LIANXIN_DB").output().expect("runs")
    }

    fn place(&self) -> Place {
        Place::File(self.0.join("lianxin.db"))
    }

    fn by_hand(&self, sql: &'static [&'static str]) {
        let lite = rusqlite::Connection::open(self.0.join("lianxin.db")).expect("opens");
        for sql in sql {
            lite.execute_batch(sql).expect("changed");
        }
        // So that the file alone is the whole of it.
        lite.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("written back");
    }

    fn copies(&self) -> Vec<PathBuf> {
        let all = std::fs::read_dir(self.0.join("before-upgrade")).into_iter().flatten().flatten();
        all.map(|file| file.path()).collect()
    }
}

fn said(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

/// The schema as it was before there was a public log.
const BEFORE_THE_LOG: &[&str] = &[
    "DROP TABLE journal_tile",
    "DROP TABLE journal_log",
    "DELETE FROM store_migration WHERE prefix = 'journal' AND number = '0002'",
];

#[test]
fn an_older_database_is_laid_aside_brought_up_to_date_and_verified() {
    let office = Office::new("older");
    office.by_hand(BEFORE_THE_LOG);
    let waiting = || Db::standing(&office.place(), &rooms::migrations()).expect("known").waiting;
    assert_eq!(waiting(), 1);
    let done = office.run(&["migrate"]);
    assert!(done.status.success() && said(&done).contains("升级好了，也核对过了"), "{}", said(&done));
    assert_eq!((waiting(), office.copies().len()), (0, 1));
    let copy = office.copies().remove(0);
    let old = Db::standing(&Place::File(copy.clone()), &rooms::migrations()).expect("known");
    assert_eq!(old.waiting, 1, "the copy is the older one");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&copy).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
    }
    let again = office.run(&["migrate"]);
    assert!(again.status.success() && !said(&again).contains("升级好了"), "{}", said(&again));
    assert!(office.run(&["journal", "verify"]).status.success());
    // After two weeks the copy goes: what was erased since is still in it.
    let long_ago = Clock::system().now().plus(-15 * DAY).micros();
    let long_ago = UNIX_EPOCH + Duration::from_micros(u64::try_from(long_ago).expect("after 1970"));
    std::fs::File::options().write(true).open(&copy).and_then(|file| file.set_modified(long_ago)).expect("aged");
    assert!(office.run(&["migrate"]).status.success());
    assert_eq!(office.copies(), Vec::<PathBuf>::new());
}

#[test]
fn whoever_has_copied_it_already_may_say_so() {
    let office = Office::new("copied");
    office.by_hand(BEFORE_THE_LOG);
    let done = office.run(&["migrate", "--copied"]);
    assert!(done.status.success() && said(&done).contains("升级好了，也核对过了。"), "{}", said(&done));
    assert_eq!(office.copies(), Vec::<PathBuf>::new());
}

#[test]
fn a_database_on_a_server_is_dumped_before_its_upgrade() {
    let Some(Place::Postgres(url)) = lianxin_store::testing::postgres() else { return };
    let office = Office(std::env::temp_dir().join(format!("lianxin-upgrade-server-{}", std::process::id())));
    let on = |words: &[&str], path: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
        if let Some(path) = path {
            command.env("PATH", path);
        }
        command.args(words).arg("--data").arg(&office.0).args(["--db", &url]).output().expect("runs")
    };
    assert!(on(&["init", "--community", "和平里社区", "--code", "和平里"], None).status.success());
    let mut server = postgres::Client::connect(&url, postgres::NoTls).expect("reached");
    for sql in BEFORE_THE_LOG {
        server.batch_execute(sql).expect("changed");
    }
    let without = on(&["migrate"], Some("/nowhere"));
    assert!(!without.status.success() && said(&without).contains("--copied"), "{}", said(&without));
    assert_eq!(office.copies(), Vec::<PathBuf>::new());
    let done = on(&["migrate"], None);
    assert!(done.status.success() && said(&done).contains("升级好了，也核对过了"), "{}", said(&done));
    assert!(std::fs::read(&office.copies()[0]).expect("read").starts_with(b"PGDMP"));
}

#[test]
fn an_older_database_that_does_not_verify_is_not_worked_with() {
    let office = Office::new("changed");
    office.by_hand(BEFORE_THE_LOG);
    let db = office.0.join("lianxin.db");
    Place::File(db.clone()).copy_to(&office.0.join("whole.db")).expect("copied");
    // What somebody changed behind the program's back.
    let whole = std::fs::read(&db).expect("read");
    let (from, to) = ("和平里社区".as_bytes(), "太平里社区".as_bytes());
    let mut changed = whole.clone();
    let at: Vec<usize> = (0..whole.len() - from.len()).filter(|at| &whole[*at..*at + from.len()] == from).collect();
    assert!(!at.is_empty());
    for at in at {
        changed[at..at + to.len()].copy_from_slice(to);
    }
    std::fs::write(&db, changed).expect("written");
    let done = office.run(&["migrate"]);
    let says = said(&done);
    assert!(done.status.code() == Some(1) && says.contains("对不上") && says.contains("before-upgrade"), "{says}");
}

#[test]
fn an_older_program_leaves_a_newer_database_alone() {
    let office = Office::new("newer");
    office.by_hand(&["INSERT INTO store_migration(prefix, number, hash, at) VALUES('council', '9999', 'x', 1)"]);
    let before = std::fs::read(office.0.join("lianxin.db")).expect("read");
    for words in [
        &["migrate"][..],
        &["serve"],
        &["backup", "/tmp/none.age"],
        &["export", "units", "--purpose", "核对"],
        &["journal", "verify"],
        &["doctor"],
    ] {
        let done = office.run(words);
        assert!(done.status.code() == Some(1) && said(&done).contains("更新的版本"), "{words:?}: {}", said(&done));
    }
    assert_eq!(std::fs::read(office.0.join("lianxin.db")).expect("read"), before);
}

/// The folder of a demonstration as each release left it: `NAME.tar.gz` in `tests/releases`.
fn releases() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
    let mut all: Vec<PathBuf> = std::fs::read_dir(dir).expect("there").flatten().map(|file| file.path()).collect();
    all.sort();
    all
}

#[test]
fn every_release_has_left_its_folder() {
    let names: Vec<String> =
        releases().iter().map(|path| path.file_name().expect("named").display().to_string()).collect();
    let changes = include_str!("../../CHANGELOG.md");
    let released = changes.lines().filter_map(|line| line.strip_prefix("## ")).filter(|name| *name != "Unreleased");
    let released = released.map(|name| name.split_whitespace().next().unwrap_or_default().trim_matches(['[', ']']));
    for version in released.chain(["0.1.0"]) {
        assert!(names.contains(&format!("{version}.tar.gz")), "{version}: {names:?}");
    }
}

#[test]
fn the_folder_of_every_release_is_brought_up_to_date_with_nothing_lost() {
    for packed in releases() {
        let name = packed.file_name().expect("named").display().to_string();
        let office = Office(std::env::temp_dir().join(format!("lianxin-release-{name}-{}", std::process::id())));
        let bytes = flate2::read::GzDecoder::new(std::fs::File::open(&packed).expect("opens"));
        tar::Archive::new(bytes).unpack(&office.0).expect("unpacked");
        let count = || {
            let lite = rusqlite::Connection::open(office.0.join("lianxin.db")).expect("opens");
            let one = |sql| lite.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("counted");
            [
                one("SELECT count(*) FROM journal_act"),
                one("SELECT count(*) FROM journal_text"),
                one("SELECT count(*) FROM council_matter"),
            ]
        };
        let (before, waiting) = (count(), Db::standing(&office.place(), &rooms::migrations()).expect("known").waiting);
        let done = office.run(&["migrate"]);
        assert!(done.status.success(), "{name}: {}", said(&done));
        assert_eq!(said(&done).contains("升级好了，也核对过了"), waiting > 0, "{name}: {}", said(&done));
        assert_eq!((count(), office.copies().len()), (before, usize::from(waiting > 0)), "{name}");
        let done = office.run(&["journal", "verify"]);
        assert!(done.status.success() && before[2] > 40, "{name}: {}", said(&done));
    }
}
