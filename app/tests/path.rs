//! `lianxin path …` in an office that has only just begun, and with files that say nothing sensible.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Office(PathBuf);

impl Drop for Office {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

impl Office {
    fn new() -> Self {
        let office = Self(std::env::temp_dir().join(format!("lianxin-path-{}", std::process::id())));
        assert!(office.run(&["init", "--community", "和平里社区", "--code", "和平里"]).status.success());
        office
    }
    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
        command.args(words).arg("--data").arg(&self.0).env_remove("LIANXIN_DB").output().expect("runs")
    }
    fn file(&self, name: &str, text: &str) -> String {
        let path: PathBuf = Path::new(&self.0).join(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    }
}

fn said(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

#[test]
fn a_new_office_has_an_empty_map_and_every_bad_file_its_sentence() {
    let office = Office::new();
    let map = office.run(&["path", "map", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&map.stdout).unwrap_or_else(|e| panic!("{e}: {}", said(&map)));
    assert_eq!((told["begun"].as_i64(), told["moves"].as_array().map(Vec::len)), (Some(0), Some(0)));
    let xes = office.file("a.xes", "");
    assert!(said(&office.run(&["path", "xes", "--out", &xes])).contains("0 件"));
    assert!(std::fs::read_to_string(&xes).expect("written").contains("</log>"));
    let skip = "[[change]]\nwhat = \"skip\"\nstep = \"deliberate\"\n";
    let good = office.run(&["path", "whatif", &office.file("good.toml", skip), "--json"]);
    let told: serde_json::Value =
        serde_json::from_slice(&good.stdout).unwrap_or_else(|e| panic!("{e}: {}", said(&good)));
    assert_eq!(
        (told["cases"].as_i64(), told["changed"].as_i64(), told["estimate"].as_bool()),
        (Some(0), Some(0), Some(true))
    );
    for (words, sentence) in [
        (&["path", "explain", "和平里-2026-0001"][..], "没找到"),
        (&["path", "map", "--area", "没有这里"], "没有"),
        (&["path", "whatif", "/nowhere.toml"], "读不了"),
        (&["path", "whatif", &office.file("none.toml", "months = 3")], "改法"),
        (&["path", "whatif", &office.file("odd.json", "{")], "看不懂"),
        (&["path", "whatif", &office.file("odd.toml", "mouths = 3")], "看不懂"),
        (
            &["path", "whatif", &office.file("skip.toml", &skip.replace("deliberate", "feedback"))],
            "第 1 条：这一步不能这样改",
        ),
        (&["path", "whatif", &office.file("to.toml", "[[change]]\nwhat = \"straight\"\nto = \"谁\"")], "选一家"),
    ] {
        let done = office.run(words);
        assert!(done.status.code() == Some(1) && said(&done).contains(sentence), "{words:?}: {}", said(&done));
    }
}
