//! PostgreSQL ends every connection again and again while people send forms: the writer comes back, nothing that was
//! answered is lost, nothing stands twice. Without a server named there is nothing to cut.

use crate::matters;
use lianxin_store::Place;
use lianxin_stories::World;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::scope;
use std::time::Duration;

const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND application_name = 'lianxin'";

/// A connection of the test's own.
fn scissors(world: &World) -> postgres::Client {
    let Place::Postgres(url) = &world.place else { panic!("PostgreSQL") };
    postgres::Client::connect(url, postgres::NoTls).expect("the server answers")
}

#[test]
fn between_two_looks_the_form_comes_back_with_its_sentence_and_is_taken_once() {
    let Some(world) = World::on_postgres() else { return };
    let mut cut = scissors(&world);
    let before = matters(&world);
    let mut answered = Vec::new();
    for n in 0..12 {
        let mut who = world.stranger();
        who.open("/report");
        if n % 3 != 2 {
            cut.execute(CUT, &[]).expect("connections are cut");
        }
        for _ in 0..8 {
            if who.page.form("/report").is_some() {
                who.send("/report", &[("words", &format!("断线时写的第 {n} 件事")), ("place", "芙蓉里")]);
            } else {
                let url = who.page.url.clone();
                who.open(&url);
            }
            if who.page.status == 200 && who.page.form("/report").is_none() {
                break;
            }
            let told = who.page.says("数据库暂时连不上") && who.page.header("retry-after") == "30";
            assert!(told || who.page.status == 200, "{}", who.page.text());
        }
        assert!(who.page.says("留底号"), "it comes back: {}", who.page.text());
        answered.push(who.page.url.clone());
    }
    assert_eq!(matters(&world), before + 12, "every matter once");
    for url in answered {
        assert_eq!(world.stranger().open(&url).status, 200, "{url}");
    }
    assert_eq!(world.findings(), []);
}

/// Sent by programs with a key, from several sides at once, while connections are cut in the middle of commands.
#[test]
fn mid_command_everything_answered_is_there_once() {
    const CLIENTS: usize = 3;
    const EACH: usize = 20;
    let Some(world) = World::on_postgres() else { return };
    let (before, done) = (matters(&world), AtomicUsize::new(0));
    scope(|s| {
        for client in 0..CLIENTS {
            let (world, done) = (&world, &done);
            s.spawn(move || {
                for n in 0..EACH {
                    let act = persisted(world, &format!("{client} 号写的第 {n} 件"), &format!("key-{client}-{n}"));
                    let seen = (0..20).any(|_| world.stranger().open(&format!("/api/v1/receipts/{act}")).status == 200);
                    assert!(seen, "{act} was answered and is there");
                    done.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        let mut cut = scissors(&world);
        for _ in 0..400 {
            if done.load(Ordering::SeqCst) >= CLIENTS * EACH / 2 {
                break;
            }
            cut.execute(CUT, &[]).expect("connections are cut");
            std::thread::sleep(Duration::from_millis(30));
        }
    });
    assert_eq!(matters(&world), before + i64::try_from(CLIENTS * EACH).expect("a few"), "every matter once");
    assert_eq!(world.findings(), []);
}

/// Sends the same until it is taken; the act.
fn persisted(world: &World, words: &str, key: &str) -> String {
    let json = serde_json::json!({"words": words, "place": "芙蓉里"}).to_string();
    for _ in 0..400 {
        let got = world.stranger().program("/api/v1/reports", &json, &[("idempotency-key", key)]);
        match (got.status, got.json()["code"].as_str()) {
            (201, _) => return got.json()["act"].as_str().unwrap_or_default().to_owned(),
            (503, Some("store.away")) => {}
            (status, code) => panic!("{status} {code:?}: {}", got.html),
        }
    }
    panic!("{words} was never taken");
}
