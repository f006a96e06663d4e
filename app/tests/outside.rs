//! The public log by the command line, as somebody outside the office checks it: a file, sealed words opened.

use lianxin::config::{Config, Flags};
use lianxin::house;
use lianxin::signing::log_keys;
use lianxin_base::{Chance, Clock};
use lianxin_journal::log::LogKeys;
use lianxin_store::Place;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An office whose record is signed.
struct Office(PathBuf);

impl Drop for Office {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

impl Office {
    fn new(name: &str) -> Self {
        let office = Self(std::env::temp_dir().join(format!("lianxin-outside-{name}-{}", std::process::id())));
        std::fs::create_dir_all(&office.0).expect("a folder");
        office.good(&["init", "--community", "和平里社区", "--code", "和平里"]);
        office.sign();
        office
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn sign(&self) {
        self.sign_at("https://heping.example");
    }

    /// What `serve` does first, at an address.
    fn sign_at(&self, origin: &str) {
        let place = Place::File(self.data().join("lianxin.db"));
        let db = house::open(place, Clock::system(), Chance::system()).expect("opens");
        let flags = Flags { data: self.data(), origin: Some(origin.into()), ..Flags::default() };
        let config = Config::load(&flags).expect("settings");
        let keys = log_keys(&config, &db, false).unwrap_or_else(|why| panic!("{}", why.0));
        house::sequence(&db, &keys).unwrap_or_else(|why| panic!("{why:?}"));
    }

    fn key(&self) -> String {
        let keys = LogKeys::load(&self.data().join("keys")).expect("read").expect("there");
        keys.verifier().to_string()
    }

    fn run(&self, words: &[&str]) -> Output {
        run_at(&self.data(), words)
    }

    fn good(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert!(done.status.success(), "{words:?}: {}", said(&done));
        said(&done)
    }

    fn refused(&self, words: &[&str], why: &str) {
        let done = self.run(words);
        assert!(done.status.code() == Some(1) && said(&done).contains(why), "{words:?}: {}", said(&done));
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

fn run_at(data: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
    command.args(words).arg("--data").arg(data).env_remove("LIANXIN_DB").output().expect("runs")
}

fn said(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

#[test]
fn the_log_in_a_file_is_checked_where_there_is_no_office() {
    let (office, nowhere) = (Office::new("file"), std::env::temp_dir().join("lianxin-no-such-office"));
    let (early, out) = (office.file("早.txt"), office.file("公开留底.jsonl"));
    std::fs::write(&early, office.good(&["journal", "checkpoint"])).expect("kept");
    office.good(&["backup", &office.file("盘.age")]);
    office.sign();
    assert!(office.good(&["journal", "export", "--out", &out]).contains("4 条"));
    let key = office.key();
    let check = ["journal", "verify", "--export", &out, "--key", &key];
    let done = run_at(&nowhere, &[&check[..], &["--checkpoint", &early]].concat());
    assert!(done.status.success() && said(&done).contains("接着给的 1 张留底"), "{}", said(&done));
    let own = run_at(&nowhere, &check[..4]);
    assert!(own.status.success() && said(&own).contains("公示栏上的对一对"), "{}", said(&own));

    let whole = std::fs::read_to_string(&out).expect("read");
    let changed = |from: &str, to: &str| std::fs::write(&out, whole.replacen(from, to, 1)).expect("written");
    changed("\"org\":null", "\"org\":\"x\"");
    office.refused(&check, "和 最新的留底 签过名的不一样");
    let cut: Vec<&str> = whole.lines().collect();
    std::fs::write(&out, cut[..3].join("\n") + "\n").expect("written");
    office.refused(&check, "只有 2 条，该有 4 条");
    std::fs::write(&out, &whole).expect("written");
    let other = Office::new("other");
    other.refused(&["journal", "verify", "--export", &out, "--key", &other.key()], "签名不对");
    // An older file does not reach what somebody kept since.
    let late = office.file("晚.txt");
    office.good(&["backup", &office.file("盘 2.age")]);
    office.sign();
    std::fs::write(&late, office.good(&["journal", "checkpoint"])).expect("kept");
    office.refused(&[&check[..], &["--checkpoint", &late]].concat(), "签到第 5 条，这里只有 4 条");
    office.refused(&["journal", "verify", "--export", &office.file("没有")], "读不了");
    office.refused(&["journal", "verify", "--url", "heping"], "不像网址");
    office.refused(&["journal", "verify", "--url", "http://127.0.0.1:1", "--key", &key], "读不了");
    assert_eq!(office.run(&["journal", "verify", "--url", "http://x", "--export", &out]).status.code(), Some(2));
}

#[test]
fn whoever_has_the_words_can_show_they_are_those_of_the_record() {
    let office = Office::new("words");
    let out = office.file("公开留底.jsonl");
    office.good(&["journal", "export", "--out", &out]);
    let leaves = std::fs::read_to_string(&out).expect("read");
    let leaf: serde_json::Value = serde_json::from_str(leaves.lines().nth(2).expect("a leaf")).expect("JSON");
    let act = leaf["id"].as_str().expect("an id");
    let opened = office.good(&["journal", "prove", act, "by"]);
    let shown: serde_json::Value = serde_json::from_str(&opened).expect("JSON");
    assert_eq!((shown["value"].as_str(), shown["act"].as_str()), (Some("office"), Some(act)));
    let (words, sheet) = (office.file("话.txt"), office.file("打开.json"));
    std::fs::write(&words, "office\n").expect("written");
    office.good(&["journal", "prove", act, "by", "--text", &words]);
    std::fs::write(&words, "别的话").expect("written");
    office.refused(&["journal", "prove", act, "by", "--text", &words], "和留底的不一样");
    office.refused(&["journal", "prove", act, "phone"], "已经抹去了");
    office.refused(&["journal", "prove", "x", "by"], "不是收据上的编号");

    let nowhere = std::env::temp_dir().join("lianxin-no-such-office");
    let check = |text: &str| {
        std::fs::write(&sheet, text).expect("written");
        let done = run_at(&nowhere, &["journal", "prove", "--check", &sheet]);
        (done.status.success(), said(&done))
    };
    let (good, says) = check(&opened);
    assert!(good && says.contains("写的是：office"), "{says}");
    for (from, to) in
        [("\"office\"", "\"offices\""), (act, "018f0000-0000-7000-8000-000000000001"), ("\"by\"", "\"words\"")]
    {
        let (good, says) = check(&opened.replacen(from, to, 1));
        assert!(!good && says.contains("对不上"), "{from}: {says}");
    }
    assert!(check("{").1.contains("没有存全"));
}

#[test]
fn a_changed_key_is_said_in_the_log_and_old_papers_stay_good() {
    let office = Office::new("rotated");
    let early = office.file("早.txt");
    std::fs::write(&early, office.good(&["journal", "checkpoint"])).expect("kept");
    let old = office.key();
    let said = office.good(&["journal", "rotate"]);
    let new = office.key();
    assert!(old != new && said.contains(&new) && said.contains("一起签"), "{said}");
    office.sign();
    let (note, out) = (office.good(&["journal", "checkpoint"]), office.file("公开留底.jsonl"));
    assert_eq!(note.matches('—').count(), 2, "{note}");
    office.good(&["journal", "export", "--out", &out]);
    let leaves = std::fs::read_to_string(&out).expect("read");
    assert!(
        leaves.contains("journal.key_change") && leaves.contains(&new),
        "whoever reads the log learns of the new key"
    );
    for key in [&old, &new] {
        office.good(&["journal", "verify", "--export", &out, "--key", key]);
    }
    assert!(office.good(&["journal", "verify", "--checkpoint", &early]).contains("都对得上"));
    Office::new("none").refused(&["journal", "verify", "--checkpoint", &early], "不是这里签过名的留底");
}

#[test]
fn another_address_begins_a_log_that_says_where_the_old_one_ended() {
    let office = Office::new("moved");
    let (early, out) = (office.file("早.txt"), office.file("公开留底.jsonl"));
    std::fs::write(&early, office.good(&["journal", "checkpoint"])).expect("kept");
    let old = office.key();
    for (origin, name) in [
        ("http://127.0.0.1:8600", "heping.example/journal"),
        ("https://heping.example:8443", "heping.example/journal"),
        ("https://hp.example", "hp.example/journal"),
        ("https://hp.example", "hp.example/journal"),
        ("https://heping.example", "heping.example/journal-2"),
    ] {
        office.sign_at(origin);
        let note = office.good(&["journal", "checkpoint"]);
        assert_eq!(note.lines().next(), Some(name), "{origin}");
        office.good(&["journal", "verify"]);
    }
    office.good(&["journal", "export", "--out", &out]);
    let leaves = std::fs::read_to_string(&out).expect("read");
    let moves: Vec<serde_json::Value> = leaves
        .lines()
        .filter(|line| line.contains("journal.move"))
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(moves.len(), 2);
    let first = &moves[0]["pub"];
    assert_eq!((first["log"].as_str(), first["log_size"].as_i64()), (Some("heping.example/journal"), Some(3)));
    let root = std::fs::read_to_string(&early).expect("read").lines().nth(2).map(str::to_owned).expect("a root");
    let same = |text: &str| text.replace(['-', '+'], "+").replace(['_', '/'], "/").trim_end_matches('=').to_owned();
    assert_eq!(first["log_root"].as_str().map(same), Some(same(&root)), "the last that was signed of it");
    assert_ne!(old, office.key());
}

#[test]
fn a_witness_cosigns_what_continues_what_it_saw_and_nothing_else() {
    let (office, street) = (Office::new("seen"), Office::new("street"));
    let key = office.key();
    let note = |name: &str| {
        let path = office.file(name);
        std::fs::write(&path, office.good(&["journal", "checkpoint"])).expect("kept");
        path
    };
    let early = note("早.txt");
    let cosign = |path: &str| street.run(&["journal", "checkpoint", "--witness", path, "--key", &key]);
    let done = cosign(&early);
    assert!(done.status.success(), "{}", said(&done));
    let cosigned = String::from_utf8(done.stdout).expect("text");
    assert_eq!(cosigned.matches('—').count(), 2, "{cosigned}");
    assert!(cosigned.contains("/witness ") && String::from_utf8_lossy(&done.stderr).contains("见证用的公钥"));
    // The office goes on taking it for its own, and the same paper may be cosigned again.
    let kept = office.file("见证.txt");
    std::fs::write(&kept, &cosigned).expect("kept");
    office.good(&["journal", "verify", "--checkpoint", &kept]);
    assert!(cosign(&early).status.success());

    office.good(&["backup", &office.file("盘.age")]);
    office.sign();
    let late = note("晚.txt");
    street.refused(&["journal", "checkpoint", "--witness", &late, "--key", &key], "加上 --url");
    let away = ["journal", "checkpoint", "--witness", &late, "--key", &key, "--url", "http://127.0.0.1:1"];
    street.refused(&away, "读不了");
    let seen = street.data().join("keys").join("witness");
    let file = std::fs::read_dir(seen).expect("kept").flatten().next().expect("one").path();
    std::fs::copy(&late, &file).expect("seen by another way");
    street.refused(&["journal", "checkpoint", "--witness", &early, "--key", &key], "退回去了");
    street.refused(&["journal", "checkpoint", "--witness", &late, "--key", &street.key()], "不是");
    // A log that changed its key is the same log: what was seen of it still binds.
    office.good(&["journal", "rotate"]);
    office.sign();
    let rotated = note("换了钥匙.txt");
    let new = office.key();
    street.refused(&["journal", "checkpoint", "--witness", &rotated, "--key", &new], "加上 --url");
    std::fs::write(&file, "nonsense").expect("written");
    street.refused(&["journal", "checkpoint", "--witness", &rotated, "--key", &new], "坏了");
    assert_eq!(street.run(&["journal", "checkpoint", "--witness", &late]).status.code(), Some(2));
}
