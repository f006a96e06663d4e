//! `lianxin ballot count` by the command line: the samples, read by people and by programs, and what is no vote.

use std::process::Command;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../kernel/ballot/samples");

/// Runs it; whether it ended well, and what it said.
fn counted(words: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
    let done = command.args(["ballot", "count"]).args(words).env_remove("LIANXIN_DB").output().expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (done.status.code(), text(done.stdout), text(done.stderr))
}

#[test]
fn a_vote_in_a_file_is_counted_for_people_and_for_programs() {
    for name in ["ordinary", "follow", "election"] {
        let (code, json, _) = counted(&[&format!("{SAMPLES}/{name}.json"), "--json"]);
        let kept = std::fs::read_to_string(format!("{SAMPLES}/{name}.outcome.json")).expect("kept");
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!((code, value(&json)), (Some(0), value(&kept)), "{name}");
    }
    let (_, told, _) = counted(&[&format!("{SAMPLES}/ordinary.json")]);
    for line in ["lift  通过（民法典 278 (5)）", "lockers  没有通过（民法典 278 (8)）", "面积 3×555.40 ≥ 2×601.40"]
    {
        assert!(told.contains(line), "{told}");
    }
}

#[test]
fn what_is_no_vote_is_refused_with_a_sentence() {
    let path = std::env::temp_dir().join(format!("lianxin-vote-{}.json", std::process::id()));
    let vote = std::fs::read_to_string(format!("{SAMPLES}/ordinary.json")).expect("there");
    for (text, says) in [
        ("{", "读不出来"),
        ("[]", "读不出来"),
        (vote.replace("\"1-102\"", "\"1-101\"").as_str(), "写了两遍"),
        (vote.replace("2026-06-01", "1990-01-01").as_str(), "没有施行中的规则"),
        (vote.replace("\"87.65\"", "\"87.655\"").as_str(), "两位小数"),
    ] {
        std::fs::write(&path, text).expect("written");
        let (code, out, why) = counted(&[&path.to_string_lossy()]);
        assert!(code == Some(1) && out.is_empty() && why.contains(says), "{why}");
    }
    assert!(counted(&["/nowhere.json"]).2.contains("读不了"));
    std::fs::remove_file(&path).expect("removed");
}
