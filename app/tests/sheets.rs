//! Workbooks by the command line, in processes of their own: tried, sent back, killed half way, two at once.

use lianxin::{house, rooms};
use lianxin_base::{Chance, Clock, Refuse as _};
use lianxin_paper::read;
use lianxin_register::find;
use lianxin_store::{Db, Place};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

#[path = "../../kernel/paper/tests/paper/made.rs"]
#[expect(dead_code, reason = "shared with the tests of the room that reads workbooks; here only some are sent")]
mod made;

/// An office in a folder of its own.
struct Office(PathBuf);

impl Drop for Office {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

fn lianxin_with(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
    command.args(words).arg("--data").arg(data).env_remove("LIANXIN_DB");
    command
}

impl Office {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let office = Self(std::env::temp_dir().join(format!("lianxin-sheets-{}-{n}", std::process::id())));
        std::fs::create_dir_all(&office.0).expect("a folder");
        let done = office.run(&["init", "--community", "和平里社区", "--code", "和平里"]);
        assert!(done.status.success(), "{}", said(&done));
        office
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn run(&self, words: &[&str]) -> Output {
        lianxin_with(&self.data(), words).output().expect("runs")
    }

    /// Starts an import and leaves it to itself.
    fn begun(&self, file: &Path) -> Child {
        let words = ["import", "units", &file.to_string_lossy(), "--area", "和平里"];
        lianxin_with(&self.data(), &words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts")
    }

    fn sheet(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.join(name);
        std::fs::write(&file, text).expect("written");
        file
    }

    fn db(&self) -> Db {
        house::open(Place::File(self.data().join("lianxin.db")), Clock::system(), Chance::system()).expect("opens")
    }

    fn acts(&self) -> i64 {
        self.db().read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("read")
    }

    fn units(&self) -> usize {
        let count = |r: &mut lianxin_store::Read<'_>| {
            let mut many = 0;
            for root in find::roots(r)? {
                for house in find::buildings(r, root.id)? {
                    many += find::units(r, house.id)?.len();
                }
            }
            Ok(many)
        };
        self.db().read_wait(count).expect("read")
    }

    fn assert_verifies(&self) {
        let done = self.run(&["journal", "verify"]);
        assert!(done.status.success(), "{}", said(&done));
    }
}

fn said(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

/// Buildings from `first` on, five units each, each with its owner.
fn sheet(first: u32, buildings: u32) -> String {
    let mut text = "楼号,房号,业主,手机号\n".to_owned();
    for b in first..first + buildings {
        for room in 101..106 {
            text.push_str(&format!("{b},{room},户主{b}之{room},139{b:04}0{room}\n"));
        }
    }
    text
}

#[test]
fn an_import_killed_by_the_machine_is_gone_on_with_and_counts_all_of_it() {
    let office = Office::new();
    let file = office.sheet("业主.csv", &sheet(1, 40));
    let mut first = office.begun(&file);
    let mut lines = BufReader::new(first.stdout.take().expect("its words")).lines();
    assert!(lines.any(|line| line.expect("a line").starts_with("导入到第")), "it tells how far it is");
    first.kill().expect("killed");
    first.wait().expect("gone");
    let half = office.units();
    assert!(half < 200, "killed before its end, after {half} units");

    let second = office.begun(&file).wait_with_output().expect("runs");
    let words = said(&second);
    assert!(second.status.success() && words.contains("接着上回没办完的"), "{words}");
    for all in ["导入了 40 栋楼", "导入了 200 套房（新登记）", "导入了 200 人（新登记）"] {
        assert!(words.contains(all), "{all}: {words}");
    }
    assert_eq!(office.units(), 200);
    let acts = office.acts();
    let third = office.begun(&file).wait_with_output().expect("runs");
    assert!(said(&third).contains("什么也没有改"), "{}", said(&third));
    assert_eq!(office.acts(), acts, "entered again, nothing is entered");
    let drafts = std::fs::read_dir(house_drafts(&office)).expect("a folder").count();
    assert_eq!(drafts, 0, "no names are left lying in drafts");
    office.assert_verifies();
}

fn house_drafts(office: &Office) -> PathBuf {
    office.data().join("files").join("drafts")
}

#[test]
fn two_people_at_two_machines_enter_two_sheets_that_overlap() {
    let office = Office::new();
    let one = office.sheet("一.csv", &sheet(1, 24));
    let other = office.sheet("二.csv", &sheet(13, 24));
    let (one, other) = (office.begun(&one), office.begun(&other));
    for child in [one, other] {
        let done = child.wait_with_output().expect("runs");
        assert!(done.status.success(), "{}", said(&done));
    }
    assert_eq!(office.units(), 36 * 5, "each unit once");
    office.assert_verifies();
}

#[test]
fn what_is_wrong_goes_back_in_a_workbook_and_the_exit_says_so() {
    let office = Office::new();
    let file = office.sheet("业主.csv", "楼号,房号,业主,手机号\n3,101,张玉兰,1391\n4,101,李四,13912345678\n");
    let (acts, path) = (office.acts(), file.to_string_lossy().into_owned());
    let tried = office.run(&["import", "units", &path, "--area", "和平里", "--dry-run"]);
    assert_eq!(tried.status.code(), Some(1));
    assert!(said(&tried).contains("什么也没有改") && said(&tried).contains("业主.错误.xlsx"), "{}", said(&tried));
    assert_eq!(office.acts(), acts);
    let back = std::fs::read(office.0.join("业主.错误.xlsx")).expect("beside it");
    let sheet = read(&back).expect("a workbook").sheets.remove(0);
    assert_eq!(sheet.at(0, 4).say(), "错误");
    assert!(sheet.at(1, 4).say().contains("手机号") && sheet.at(2, 4).is_empty());
    let entered = office.run(&["import", "units", &path, "--area", "和平里"]);
    assert_eq!(entered.status.code(), Some(1), "something stayed out");
    assert_eq!(office.units(), 1, "the building without a fault is in");
    assert_eq!(office.run(&["import", "pets", &path]).status.code(), Some(2));
}

#[test]
fn a_workbook_goes_back_beside_itself_and_a_good_one_is_entered_once() {
    let office = Office::new();
    let csv = office.sheet("草稿.csv", "楼号,房号,业主,手机号\n3,101,张玉兰,1391\n4,101,李四,13912345678\n");
    assert_eq!(
        office.run(&["import", "units", &csv.to_string_lossy(), "--area", "和平里", "--dry-run"]).status.code(),
        Some(1)
    );
    let file = office.0.join("名册.xlsx");
    std::fs::rename(office.0.join("草稿.错误.xlsx"), &file).expect("a workbook with a fault");
    let (acts, path) = (office.acts(), file.to_string_lossy().into_owned());
    let tried = office.run(&["import", "units", &path, "--area", "和平里", "--dry-run"]);
    assert!(tried.status.code() == Some(1) && said(&tried).contains("名册.错误.xlsx"), "{}", said(&tried));
    assert_eq!((office.acts(), office.units()), (acts, 0), "tried, and nothing changed");
    let back = read(&std::fs::read(office.0.join("名册.错误.xlsx")).expect("beside it")).expect("a workbook");
    let rows = &back.sheets[0].rows;
    assert_eq!(
        (rows.len(), rows[1][2].say(), rows[2][2].say()),
        (3, "张玉兰".into(), "李四".into()),
        "every row is in it"
    );
    let last = |n: usize| rows[n].last().map(lianxin_paper::Cell::say).unwrap_or_default();
    assert!(last(0) == "错误" && last(1).contains("手机号"), "{rows:?}");

    let good = office.0.join("业主.xlsx");
    std::fs::write(&good, include_bytes!("../../systems/office/tests/files/openpyxl.xlsx")).expect("written");
    let path = good.to_string_lossy().into_owned();
    let first = office.run(&["import", "units", &path, "--area", "和平里"]);
    assert!(first.status.success() && !office.0.join("业主.错误.xlsx").exists(), "{}", said(&first));
    let (acts, units) = (office.acts(), office.units());
    let again = office.run(&["import", "units", &path, "--area", "和平里"]);
    assert!(again.status.success() && said(&again).contains("什么也没有改"), "{}", said(&again));
    assert_eq!((office.acts(), office.units(), units), (acts, units, 5));
    office.assert_verifies();
}

#[test]
fn what_is_no_honest_workbook_is_refused_by_the_child() {
    let office = Office::new();
    let acts = office.acts();
    for (name, bytes, why) in [
        ("照片.xlsx", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), "不是表格文件"),
        ("网页.xls", b"<html><table><tr><td>1".to_vec(), "网页"),
        ("半截.xlsx", b"PK\x03\x04cut off".to_vec(), "坏"),
    ] {
        let file = office.0.join(name);
        std::fs::write(&file, bytes).expect("written");
        let done = office.run(&["import", "units", &file.to_string_lossy(), "--area", "和平里"]);
        assert!(done.status.code() == Some(1) && said(&done).contains(why), "{name}: {}", said(&done));
    }
    assert_eq!(office.acts(), acts);
    let child = Command::new(env!("CARGO_BIN_EXE_lianxin")).args(["child", "pets"]).output().expect("runs");
    assert!(!child.status.success(), "there is no such child");
    assert!(rooms::children().iter().any(|kind| kind.name == "sheet"));
}

#[test]
fn a_list_leaves_with_a_purpose_and_comes_back_without_a_change() {
    let office = Office::new();
    let file = office.sheet("业主.csv", &sheet(1, 2));
    assert!(office.begun(&file).wait_with_output().expect("runs").status.success());
    let out = office.0.join("名单.xlsx").to_string_lossy().into_owned();
    let none = office.run(&["export", "units", "--out", &out]);
    assert!(none.status.code() == Some(1) && said(&none).contains("--purpose"), "{}", said(&none));
    let done = office.run(&["export", "units", "--out", &out, "--purpose", "核对户数"]);
    assert!(done.status.success() && said(&done).contains("10 行"), "{}", said(&done));
    let acts = office.acts();
    let again = office.run(&["import", "units", &out, "--area", "和平里"]);
    assert!(again.status.success() && said(&again).contains("什么也没有改"), "{}", said(&again));
    assert_eq!(office.acts(), acts);
    office.assert_verifies();
}

#[test]
fn hostile_workbooks_are_read_in_a_process_of_their_own_and_sent_back_with_a_sentence() {
    let office = Office::new();
    let acts = office.acts();
    let sparse = made::Handmade {
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
        dimension: "A1:XFD1048576",
        ..made::Handmade::default()
    };
    let million: String = (0..1_000_000).map(|_| "<c><v>1</v></c>").collect();
    let million = format!("<row r=\"1\">{million}</row>");
    let million = made::Handmade { rows: &million, ..made::Handmade::default() };
    for (what, bytes, code) in [
        ("a zip bomb", made::bomb(), lianxin_paper::Refusal::Bomb),
        ("the sparse sheet", sparse.bytes(), lianxin_paper::Refusal::Wide),
        ("a million columns", million.bytes(), lianxin_paper::Refusal::Wide),
    ] {
        let file = office.0.join("坏的.xlsx");
        std::fs::write(&file, &bytes).expect("written");
        let words = ["import", "units", &file.to_string_lossy(), "--area", "和平里"];
        let done = office.run(&words);
        let sentence = code.say(lianxin_base::Lang::Zh);
        assert_eq!(done.status.code(), Some(1), "{what}: {}", said(&done));
        assert!(said(&done).contains(&sentence), "{what}: {sentence} is not in {}", said(&done));
    }
    assert_eq!((office.acts(), office.units()), (acts, 0), "nothing was entered");
}
