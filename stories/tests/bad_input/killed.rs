//! The program as a process: killed in the middle, without room on the disk, without its database.

use crate::process::{LOG, lianxin, serve};
use lianxin_store::testing::Folder;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::scope;
use std::time::Duration;

#[test]
fn killed_in_a_burst_of_reports_every_receipt_that_was_answered_is_there() {
    let data = Folder::new();
    assert!(lianxin(&data, &["demo", "--once"]).status.success(), "planted");
    let mut served = serve(&data, "");
    for round in 0..2 {
        let answered = Mutex::new(Vec::new());
        let over = AtomicBool::new(false);
        let port = served.port;
        scope(|s| {
            for client in 0..4 {
                let (answered, over) = (&answered, &over);
                s.spawn(move || {
                    let mut n = 0;
                    while !over.load(Ordering::SeqCst) {
                        n += 1;
                        let sent = format!(r#"{{"words":"第 {round} 轮 {client} 号第 {n} 件","place":"芙蓉里"}}"#);
                        match crate::process::ask(port, "POST", "/api/v1/reports", &sent) {
                            Some((201, receipt)) => answered.lock().expect("a list").push(receipt),
                            Some((status, told)) => panic!("{status}: {told}"),
                            None => return, // the line broke: nothing was promised
                        }
                    }
                });
            }
            while answered.lock().expect("a list").len() < 40 {
                std::thread::sleep(Duration::from_millis(5));
            }
            served.kill();
            over.store(true, Ordering::SeqCst);
        });
        served = serve(&data, "");
        for receipt in answered.into_inner().expect("a list") {
            let act = receipt["act"].as_str().unwrap_or_default();
            let (status, found) = served.get(&format!("/api/v1/receipts/{act}")).expect("it serves again");
            assert_eq!((status, &found["leaf_hash"]), (200, &receipt["leaf_hash"]), "{receipt}");
        }
    }
    served.kill();
    let verified = lianxin(&data, &["journal", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

/// No file of the process may grow further, as on a full disk; then there is room again.
#[test]
fn without_room_on_the_disk_it_says_so_and_goes_on_when_there_is_room() {
    let data = Folder::new();
    assert!(lianxin(&data, &["demo", "--once"]).status.success(), "planted");
    let served = serve(&data, "trap '' XFSZ;");
    let room = |blocks: &str| {
        let id = served.child.id().to_string();
        let set = Command::new("prlimit").args(["--pid", &id, &format!("--fsize={blocks}")]).status();
        assert!(set.is_ok_and(|s| s.success()), "the limit of the process can be set");
    };
    let (status, first) = served.report("还有地方时来的一件").expect("an answer");
    assert_eq!(status, 201, "{first}");
    room("4096:unlimited");
    let (status, told) = served.report("没有地方时来的一件").expect("an answer, though there is no room");
    assert_eq!((status, told["code"].as_str()), (503, Some("store.full")), "{told}");
    assert!(told["title"].as_str().is_some_and(|t| t.contains("硬盘满了或者写不进去，没有办成")), "{told}");
    assert_eq!(served.get("/healthz").map(|(status, _)| status), Some(200), "looking goes on");
    room("unlimited:unlimited");
    let (status, again) = served.report("没有地方时来的一件").expect("an answer");
    assert_eq!(status, 201, "{again}");
    drop(served);
    let log = std::fs::read_to_string(data.path().join(LOG)).unwrap_or_default();
    assert!(
        log.contains("/api/v1/reports: disk full") && !log.contains("来的一件"),
        "told without anybody's words: {log}"
    );
    let verified = lianxin(&data, &["journal", "verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[test]
fn commands_say_in_one_sentence_why_they_do_not_run() {
    let (data, other) = (Folder::new(), Folder::new());
    std::fs::write(other.path().join("日记.txt"), "别的东西").expect("a file");
    for (folder, words, sentence) in [
        (&data, vec!["serve", "--db", "postgres://nobody@127.0.0.1:1/nothing"], "数据库连不上"),
        (&data, vec!["journal", "verify", "--db", "postgres://nobody@127.0.0.1:1/nothing"], "数据库连不上"),
        (&data, vec!["serve"], "里还没有办公室"),
        (&other, vec!["demo", "--once"], "里是别的东西，没有动它"),
    ] {
        let done = lianxin(folder, &words);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{words:?}: {said}");
        assert!(said.contains(sentence) && said.trim().lines().count() == 1, "{words:?}: {said}");
    }
    let usage = lianxin(&data, &["dance"]);
    assert_eq!(usage.status.code(), Some(2));
    assert!(std::fs::read_dir(other.path()).expect("the folder").count() == 1, "nothing was put there");
}
