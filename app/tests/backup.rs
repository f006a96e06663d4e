//! `lianxin backup` and `lianxin restore` by the command line: an office comes back on another computer.

use lianxin::{house, rooms};
use lianxin_base::{ActId, Chance, Clock};
use lianxin_journal::log::LogKeys;
use lianxin_journal::{By, Head, entries, erase, of_person};
use lianxin_register::find;
use lianxin_store::{Db, Place};
use lianxin_tlog::Checkpoint;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

const WORDS: &str = "4821-0937-1111-2222-3333-4444";
const SHEET: &str = "和平里\n楼号,单元,房号,业主,手机号\n3,1,101,㛃䶮𬸘,13912345678\n,,102,巴图,13912345679\n";

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

fn folder(name: &str) -> Folder {
    let folder = Folder(std::env::temp_dir().join(format!("lianxin-backup-{name}-{}", std::process::id())));
    fs::create_dir_all(&folder.0).expect("a folder");
    folder
}

fn command(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
    command.args(words).arg("--data").arg(data).env_remove("LIANXIN_DB").env("LIANXIN_PASSPHRASE", WORDS);
    command
}

fn lianxin(data: &Path, words: &[&str]) -> (bool, String) {
    said(command(data, words).output().expect("runs"))
}

fn said(done: Output) -> (bool, String) {
    (done.status.success(), String::from_utf8([done.stdout, done.stderr].concat()).expect("text"))
}

/// An office with two homes.
fn office(root: &Path) -> PathBuf {
    let (data, sheet) = (root.join("old"), root.join("homes.csv"));
    fs::write(&sheet, SHEET).expect("written");
    assert!(lianxin(&data, &["init", "--community", "和平里社区", "--code", "和平里"]).0);
    let (well, said) = lianxin(&data, &["import", "units", &sheet.to_string_lossy(), "--area", "和平里"]);
    assert!(well, "{said}");
    fs::create_dir_all(data.join("files/ab")).expect("a folder");
    fs::write(data.join("files/ab/photo"), b"a photo").expect("written");
    data
}

fn open(data: &Path) -> Db {
    house::open(Place::File(data.join("lianxin.db")), Clock::system(), Chance::system()).expect("opens")
}

fn holds(data: &Path, text: &str) -> bool {
    let bytes = fs::read(data.join("lianxin.db")).expect("read");
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

#[test]
fn an_office_comes_back_with_its_record_its_files_and_its_keys() {
    let root = folder("whole");
    let (old, stick, new) = (office(&root.0), root.0.join("usb.tar.gz.age"), root.0.join("new"));
    let (well, told) = lianxin(&old, &["backup", &stick.to_string_lossy()]);
    assert!(well && told.contains("备份好了") && told.contains("1 个文件"), "{told}");
    let bytes = fs::read(&stick).expect("read");
    assert!(bytes.starts_with(b"age-encryption.org/v1"), "what age itself opens");
    assert!(!bytes.windows(12).any(|w| w == b"SQLite forma"), "nothing of it in plain");
    let (well, told) = lianxin(&old, &["backup", &stick.to_string_lossy()]);
    assert!(!well && told.contains("已经有了"), "{told}");

    let (well, told) = lianxin(&new, &["restore", &stick.to_string_lossy()]);
    assert!(well && told.contains("恢复好了") && told.contains("--log"), "{told}");
    let (well, told) = lianxin(&new, &["journal", "verify"]);
    assert!(well, "{told}");
    for same in ["keys/secret", "files/ab/photo"] {
        assert_eq!(fs::read(new.join(same)).expect("there"), fs::read(old.join(same)).expect("there"), "{same}");
    }
    let kinds: Vec<String> =
        open(&new).read_wait(|r| Ok(entries(r, i64::MAX, 2)?)).expect("read").into_iter().map(|e| e.kind).collect();
    assert_eq!(kinds[0], "journal.restored");
    assert_ne!(kinds[1], "office.backup", "the backup does not hold that it was made");
    let newest: Vec<String> =
        open(&old).read_wait(|r| Ok(entries(r, i64::MAX, 1)?)).expect("read").into_iter().map(|e| e.kind).collect();
    assert_eq!(newest, ["office.backup"], "and the office that made it does");

    let (well, told) = lianxin(&new, &["restore", &stick.to_string_lossy()]);
    assert!(!well && told.contains("已经有东西了"), "{told}");
}

#[test]
fn a_wrong_passphrase_and_a_broken_file_are_said_and_leave_nothing() {
    let root = folder("wrong");
    let (old, stick, new) = (office(&root.0), root.0.join("usb.tar.gz.age"), root.0.join("new"));
    assert!(lianxin(&old, &["backup", &stick.to_string_lossy()]).0);
    let restore = |from: &Path, words: &str| {
        let mut command = command(&new, &["restore", &from.to_string_lossy()]);
        said(command.env("LIANXIN_PASSPHRASE", words).output().expect("runs"))
    };
    let bytes = fs::read(&stick).expect("read");
    let (cut, changed, other) = (root.0.join("cut"), root.0.join("changed"), root.0.join("other"));
    fs::write(&cut, &bytes[..bytes.len() - 4000]).expect("written");
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    fs::write(&changed, flipped).expect("written");
    fs::write(&other, b"a letter").expect("written");
    for (from, words, says) in [
        (&stick, "4821-0937", "口令不对"),
        (&cut, WORDS, "不完整"),
        (&changed, WORDS, "不完整"),
        (&other, WORDS, "不是连心桥的备份"),
        (&root.0.join("nowhere"), WORDS, "读写不了"),
    ] {
        let (well, told) = restore(from, words);
        assert!(!well && told.contains(says), "{says}: {told}");
    }
    let left: Vec<String> =
        fs::read_dir(&root.0).expect("read").flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    assert!(left.iter().all(|name| !name.starts_with("new")), "{left:?}");
}

#[test]
fn what_was_erased_after_the_backup_does_not_come_back() {
    let root = folder("erased");
    let (old, stick) = (office(&root.0), root.0.join("usb.tar.gz.age"));
    assert!(lianxin(&old, &["backup", &stick.to_string_lossy()]).0);
    let db = open(&old);
    let area = db.read_wait(|r| Ok(find::roots(r)?[0].id)).expect("read");
    let held = move |r: &mut lianxin_store::Read<'_>| {
        let person = find::people_named(r, area, "㛃䶮𬸘", 1)?[0];
        Ok(of_person(r, person)?.into_iter().map(|h| (h.act, h.field)).collect::<Vec<_>>())
    };
    let texts = db.read_wait(held).expect("read");
    assert!(texts.len() > 1, "a name and a telephone");
    let id = ActId::new(db.chance(), db.clock().now());
    db.act_wait(area, move |tx| {
        Ok(erase::<rooms::Rooms>(tx, Head { id, area, by: By::Office, no: None, token: None }, &texts)?)
    })
    .expect("erased");
    drop(db);
    let (plain, clean) = (root.0.join("plain"), root.0.join("clean"));
    assert!(lianxin(&plain, &["restore", &stick.to_string_lossy()]).0);
    assert!(holds(&plain, "㛃䶮𬸘"), "without the old record nobody knows");
    let (well, told) = lianxin(&clean, &["restore", &stick.to_string_lossy(), "--log", &old.to_string_lossy()]);
    assert!(well && told.contains("又抹去了"), "{told}");
    assert!(!holds(&clean, "㛃䶮𬸘") && holds(&clean, "巴图"));
    let (well, told) = lianxin(&clean, &["journal", "verify"]);
    assert!(well, "{told}");
    let (well, told) = lianxin(&root.0.join("x"), &["restore", &stick.to_string_lossy(), "--log", "/nowhere"]);
    assert!(!well && told.contains("没有 lianxin.db"), "{told}");
}

/// A served office, ended with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Files a report as a program does; gives the answer's first line.
fn report(addr: &str, n: usize) -> String {
    let body = format!("{{\"words\":\"楼道里的灯不亮，第 {n} 盏\"}}");
    let mut stream = TcpStream::connect(addr).expect("open");
    write!(
        stream,
        "POST /api/v1/reports HTTP/1.1\r\nHost: {addr}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_backup_is_made_while_reports_come_in_and_one_a_day_comes_by_itself() {
    let root = folder("served");
    let (old, stick, new, usb) =
        (office(&root.0), root.0.join("usb.tar.gz.age"), root.0.join("new"), root.0.join("usb"));
    fs::create_dir_all(&usb).expect("a folder");
    let addr = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        free.local_addr().expect("one").to_string()
    };
    let mut serve = command(&old, &["serve", "--addr", &addr]);
    let mut served = Served(serve.env("LIANXIN_BACKUP", &usb).stdout(Stdio::piped()).spawn().expect("begins"));
    let out = served.0.stdout.take().expect("a pipe");
    let line = BufReader::new(out).lines().next().expect("a line").expect("text");
    assert!(line.contains(&addr), "{line}");
    let taken = std::thread::scope(|s| {
        let backup = s.spawn(|| lianxin(&old, &["backup", &stick.to_string_lossy()]));
        let (mut taken, mut n) = (0, 0);
        while !backup.is_finished() || taken == 0 {
            n += 1;
            taken += usize::from(report(&addr, n).contains("201"));
            assert!(n < 5_000, "nothing is taken");
        }
        let (well, told) = backup.join().expect("ends");
        assert!(well || told.contains("另一份备份正在做"), "{told}");
        taken
    });
    assert!(taken > 0);
    let daily = || {
        fs::read_dir(&usb)
            .expect("read")
            .flatten()
            .map(|e| e.path())
            .find(|p| p.extension().is_some_and(|x| x == "age"))
    };
    let found = (0..200).find_map(|_| {
        daily().or_else(|| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            None
        })
    });
    let from = if stick.exists() { stick } else { found.clone().expect("one of the two was made") };
    assert!(found.is_some(), "today's came by itself");
    let (well, told) = lianxin(&new, &["restore", &from.to_string_lossy()]);
    assert!(
        !well && told.contains("--witness") && told.contains("--no-witness"),
        "the office has a public log: {told}"
    );
    let (well, told) = lianxin(&new, &["restore", &from.to_string_lossy(), "--no-witness", "旧电脑进了水"]);
    assert!(well, "{told}");
    let (well, told) = lianxin(&new, &["journal", "verify"]);
    assert!(well, "{told}");
}

/// The log of an office brought up to date; gives its newest checkpoint, in a file.
fn signed(data: &Path, to: &Path) -> Checkpoint {
    let keys = LogKeys::load_or_make(&data.join("keys"), "heping.example/journal", &Chance::system()).expect("a key");
    house::sequence(&open(data), &keys).unwrap_or_else(|why| panic!("{why:?}"));
    fs::copy(data.join("keys/checkpoint"), to).expect("signed");
    keys.kept().expect("read").expect("signed")
}

#[test]
fn an_office_brought_back_goes_on_with_its_log_only_where_somebody_shows_how_far_it_was_signed() {
    let root = folder("witness");
    let (old, stick, new) = (office(&root.0), root.0.join("usb.tar.gz.age"), root.0.join("new"));
    let (early, late) = (root.0.join("early.txt"), root.0.join("late.txt"));
    let before = signed(&old, &early);
    assert!(lianxin(&old, &["backup", &stick.to_string_lossy()]).0);
    let after = signed(&old, &late); // one more act: that the backup was made
    assert_eq!(after.size(), before.size() + 1);
    let restore = |to: &Path, more: &[&str]| lianxin(to, &[&["restore", stick.to_str().expect("text")], more].concat());
    let (early, late) = (early.to_str().expect("text"), late.to_str().expect("text"));

    let (well, told) = restore(&new, &["--witness", late]);
    assert!(!well && told.contains("中间的 1 条没有了") && !new.exists(), "{told}");
    let (well, told) = restore(&new, &["--no-witness", "  "]);
    assert!(!well && told.contains("请写原因"), "{told}");
    let (well, told) = restore(&new, &["--witness", stick.to_str().expect("text")]);
    assert!(!well && !new.exists(), "a backup is no checkpoint: {told}");

    // Nothing is missing: the same log goes on, and continues what was shown.
    let (well, told) = restore(&new, &["--witness", early]);
    assert!(well, "{told}");
    let next = signed(&new, &root.0.join("next.txt"));
    assert_eq!((next.origin(), next.size()), (before.origin(), before.size() + 1));
    let (well, told) = lianxin(&new, &["journal", "verify", "--checkpoint", early]);
    assert!(well, "{told}");
    let (well, told) = lianxin(&new, &["journal", "verify", "--checkpoint", late]);
    assert!(!well && told.contains("不是当时签过名的那些"), "another act stands in that place: {told}");

    // Acts are lost: another log begins, and its first act names the one before.
    let other = root.0.join("other");
    let log = old.to_str().expect("text");
    let (well, told) = restore(&other, &["--log", log]);
    assert!(!well && told.contains("没有了"), "the old folder shows how far it was signed: {told}");
    let (well, told) = restore(&other, &["--log", log, "--no-witness", "硬盘坏了"]);
    assert!(well && told.contains("另起一本"), "{told}");
    let anew = signed(&other, &root.0.join("anew.txt"));
    assert_eq!(anew.origin(), "heping.example/journal-2");
    let leaf = open(&other).read_wait(|r| Ok(r.row(LAST, &[], |row| row.text(0))?)).expect("read").expect("an act");
    assert!(leaf.contains("heping.example/journal\"") && !leaf.contains("硬盘"), "{leaf}");
    let (well, told) = lianxin(&other, &["journal", "verify"]);
    assert!(well, "{told}");
}

const LAST: &str = "SELECT body FROM journal_act WHERE kind = 'journal.restored'";

#[test]
fn an_office_on_a_server_comes_back_in_an_empty_database() {
    let Some(there) = lianxin_store::testing::postgres() else { return };
    let url = |place: &Place| match place {
        Place::Postgres(url) => url.clone(),
        _ => panic!("one on a server"),
    };
    let root = folder("server");
    let (old, stick, new) = (root.0.join("old"), root.0.join("usb.tar.gz.age"), root.0.join("new"));
    let on = |data: &Path, place: &Place, words: &[&str]| {
        said(command(data, words).arg("--db").arg(url(place)).output().expect("runs"))
    };
    assert!(on(&old, &there, &["init", "--community", "和平里社区", "--code", "和平里"]).0);
    fs::create_dir_all(old.join("files/ab")).expect("a folder");
    fs::write(old.join("files/ab/photo"), b"a photo").expect("written");
    let (well, told) = on(&old, &there, &["backup", &stick.to_string_lossy()]);
    assert!(well && told.contains("备份好了") && told.contains("1 个文件"), "{told}");

    let (well, told) = lianxin(&new, &["restore", &stick.to_string_lossy()]);
    assert!(!well && told.contains("--db"), "{told}");
    let (well, told) = on(&new, &there, &["restore", &stick.to_string_lossy()]);
    assert!(!well && told.contains("已经有东西了"), "{told}");
    let empty = lianxin_store::testing::postgres().expect("a second one");
    let reason = ["restore", &*stick.to_string_lossy(), "--no-witness", "x"];
    let (well, told) = on(&new, &empty, &reason);
    assert!(well && told.contains("恢复好了"), "{told}");
    let (well, told) = on(&new, &empty, &["journal", "verify"]);
    assert!(well, "{told}");
    assert_eq!(fs::read(new.join("files/ab/photo")).expect("there"), b"a photo");
    assert!(!new.join("lianxin.pgdump").exists(), "what was taken in does not stay beside it");
    let (well, told) = on(&root.0.join("again"), &empty, &reason);
    assert!(!well && told.contains("已经有东西了"), "{told}");

    let (beside, local) = (folder("server-local"), root.0.join("local.tar.gz.age"));
    assert!(lianxin(&office(&beside.0), &["backup", &local.to_string_lossy()]).0);
    let third = lianxin_store::testing::postgres().expect("a third one");
    let (well, told) = on(&root.0.join("c"), &third, &["restore", &local.to_string_lossy()]);
    assert!(!well && told.contains("不要写 --db"), "{told}");
    assert!(third.is_empty().expect("reached"), "nothing of it stays");
}
