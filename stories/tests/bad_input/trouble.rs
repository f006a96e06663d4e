//! What breaks while people work.

use crate::{matters, refused};
use lianxin_base::{Chance, Clock, HOUR};
use lianxin_store::Place;
use lianxin_stories::{Browser, World};

fn report(who: &mut Browser<'_>, words: &str) {
    who.open("/report");
    who.send("/report", &[("words", words), ("place", "芙蓉里")]);
}

fn desk_url(who: &Browser<'_>) -> String {
    let no = who.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    let plain: String =
        no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("/desk/{plain}")
}

#[test]
fn two_workers_move_one_matter_the_second_is_told_and_loses_nothing() {
    for world in World::everywhere() {
        let mut who = world.stranger();
        report(&mut who, "楼前的树枝断了，挂在半空");
        let here = desk_url(&who);
        let (mut first, mut second) = (world.signed_in("吴敏"), world.signed_in("李秀英"));
        for worker in [&mut first, &mut second] {
            worker.open(&format!("{here}?do=dispatch"));
        }
        let action = format!("{here}/dispatch");
        first.send(&action, &[("title", "树枝断了"), ("executor", "talk")]);
        assert_eq!(first.page.status, 200, "{}", first.page.text());
        second.send(&action, &[("title", "树枝要掉下来"), ("executor", "talk")]);
        refused(&second, 409, "这件事刚刚有人先动过了");
        assert!(
            second.page.html.contains("树枝要掉下来"),
            "what the second wrote is still there: {}",
            second.page.text()
        );
        assert!(second.page.says("召集大家商量"), "and the new state beside it");
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_clock_that_was_set_back_does_not_turn_the_record_around() {
    for world in World::everywhere() {
        let (mut who, now) = (world.stranger(), world.now());
        report(&mut who, "先来的一件，说灯坏了");
        world.house.clock().set(now.plus(-26 * HOUR));
        report(&mut who, "后来的一件，说门坏了");
        assert!(who.page.status == 200 && who.page.says("收到了"), "{}", who.page.text());
        assert!(world.signed_in("吴敏").open("/desk").says("待看") || who.open("/board").status == 200);
        assert_eq!(world.findings(), [], "no act is earlier than the one before it");
    }
}

#[test]
fn a_locked_database_is_said_with_the_form_and_nothing_is_lost_or_doubled() {
    let world = World::new();
    let Place::File(path) = &world.place else { panic!("a file") };
    let before = matters(&world);
    let other = rusqlite::Connection::open(path).expect("another program");
    other.execute_batch("BEGIN IMMEDIATE").expect("holds the file");
    let mut who = world.stranger();
    report(&mut who, "库锁着的时候写的话");
    refused(&who, 503, "现在同时办事的人太多，没有办成。请过几秒再试一次");
    assert_eq!(who.page.header("retry-after"), "5");
    assert!(who.page.says("您写的内容还在") && who.page.html.contains("库锁着的时候写的话"), "{}", who.page.text());
    assert_eq!(world.stranger().open("/board").status, 200, "looking goes on");
    let json = r#"{"words":"库锁着的时候程序写的","place":"芙蓉里"}"#;
    let told = world.stranger().program("/api/v1/reports", json, &[("accept-language", "en")]);
    assert_eq!((told.status, told.header("retry-after"), told.json()["code"].as_str()), (503, "5", Some("store.busy")));
    other.execute_batch("ROLLBACK").expect("lets go");
    who.send("/report", &[]);
    assert!(who.page.status == 200 && who.page.says("收到了"), "{}", who.page.text());
    assert_eq!(matters(&world), before + 1);
    assert_eq!(world.findings(), []);
}

#[test]
fn a_file_that_is_no_database_is_said_so() {
    let folder = lianxin_store::testing::Folder::new();
    let path = folder.path().join("lianxin.db");
    std::fs::write(&path, "这不是数据库".repeat(400)).expect("a file");
    let opened = lianxin_app::house::open(Place::File(path), Clock::system(), Chance::system());
    let sentence = opened.err().map(|fault| lianxin_app::commands::Sentence::from(fault).0).unwrap_or_default();
    assert!(sentence.contains("数据库文件坏了或者不是连心桥的") && sentence.contains("请从备份恢复"), "{sentence}");
}
