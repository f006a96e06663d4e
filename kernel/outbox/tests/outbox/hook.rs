//! Calls over a real socket: signed, taken, refused, led elsewhere, away, slow, killed half way; never into one's own
//! network unless the operator named the host.

use crate::house::{self, AREA, head};
use crate::mail::{NO, OFFICE, assert_replays, letters, notices, pass, tell};
use hmac::{Hmac, Mac as _};
use lianxin_base::{MINUTE, SECOND};
use lianxin_outbox::*;
use lianxin_store::testing::places;
use lianxin_store::{Db, Place, Stop};
use sha2::Sha256;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::time::Duration;

/// What another computer answers; 0: nothing at all; 1: the test is over.
const SILENT: u16 = 0;
const GONE: u16 = 1;

struct Other {
    at: SocketAddr,
    answers: Mutex<u16>,
    got: Mutex<Vec<(String, String)>>,
}

struct HangUp<'s>(&'s Other);

impl Drop for HangUp<'_> {
    fn drop(&mut self) {
        self.0.answers(GONE);
        TcpStream::connect(self.0.at).ok(); // so that it looks up once more
    }
}

fn beside_other(test: impl FnOnce(&Other)) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let other =
        Other { at: listener.local_addr().expect("its address"), answers: Mutex::new(200), got: Mutex::default() };
    std::thread::scope(|s| {
        s.spawn(|| {
            for stream in listener.incoming().flatten() {
                let answer = *other.answers.lock().expect("not poisoned");
                if answer == GONE {
                    return;
                }
                other.take(&stream, answer).ok();
            }
        });
        let _hang_up = HangUp(&other);
        test(&other);
    });
}

impl Other {
    fn answers(&self, status: u16) {
        *self.answers.lock().expect("not poisoned") = status;
    }
    /// Signature and body of each call.
    fn got(&self) -> Vec<(String, String)> {
        self.got.lock().expect("not poisoned").clone()
    }
    fn url(&self) -> String {
        format!("http://{}/lianxin", self.at)
    }
    fn caller(&self) -> Caller {
        caller(&[self.at.to_string()])
    }

    fn take(&self, mut stream: &TcpStream, answer: u16) -> std::io::Result<()> {
        let (mut lines, mut length, mut signature) = (BufReader::new(stream), 0, String::new());
        loop {
            let mut line = String::new();
            lines.read_line(&mut line)?;
            match line.trim().split_once(": ") {
                Some(("content-length", n)) => length = n.parse().unwrap_or(0),
                Some(("lianxin-signature", s)) => s.clone_into(&mut signature),
                _ if line.trim().is_empty() => break,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        lines.read_exact(&mut body)?;
        self.got.lock().expect("not poisoned").push((signature, String::from_utf8(body).expect("text")));
        if answer == SILENT {
            std::thread::sleep(Duration::from_millis(700));
            return Ok(());
        }
        write!(
            stream,
            "HTTP/1.1 {answer} x\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        )
    }
}

fn caller(hosts: &[String]) -> Caller {
    let secrets = Box::new(|act| format!("secret of {act}"));
    Caller::patient(hosts, "https://lianxin.example", secrets, Duration::from_millis(400))
}

fn gives(db: &Db, url: Option<&str>) -> Result<(), Stop> {
    let (head, url) = (head(db), url.map(str::to_owned));
    db.act_wait(AREA, move |tx| hook(tx, head.clone(), AREA, OFFICE, url.as_deref())).map(|_| ())
}

fn db(place: Place, url: &str) -> Db {
    let db = house::db(place);
    gives(&db, Some(url)).expect("an address");
    db
}

fn send(db: &Db, caller: &Caller) -> usize {
    send_due(db, &notices(), caller).expect("runs")
}

#[test]
fn a_call_is_signed_says_ids_and_a_link_and_goes_at_night_too() {
    let (places, _folder) = places();
    for place in places {
        beside_other(|other| {
            let db = db(place, &other.url());
            db.clock().set(db.clock().now().day().at(22, 0));
            tell(&db, "demo.work");
            tell(&db, "demo.course");
            assert_eq!(send(&db, &other.caller()), 2, "a computer wants to know how things go, too");
            assert_eq!(send(&db, &other.caller()), 0, "once");
            let (given, _) = db.read_wait(|r| Ok(hook_of(r, OFFICE)?)).expect("read").expect("given");
            for (signature, body) in other.got() {
                let said: serde_json::Value = serde_json::from_str(&body).expect("JSON");
                assert_eq!((&said["number"], &said["link"]), (&NO.into(), &"https://lianxin.example/desk/42".into()));
                assert!(!body.contains("王大爷") && !body.contains("漏水"), "{body}");
                let time = signature.strip_prefix("t=").and_then(|s| s.split(',').next()).expect("a time");
                let mut mac = Hmac::<Sha256>::new_from_slice(format!("secret of {given}").as_bytes()).expect("a key");
                mac.update(format!("{time}.{body}").as_bytes());
                let hex: String = mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect();
                assert_eq!(signature, format!("t={time},v1={hex}"));
            }
            assert_replays(&db);
        });
    }
}

#[test]
fn what_another_computer_answers_decides() {
    beside_other(|other| {
        let db = db(Place::Memory, &other.url());
        for (answer, state) in [
            (204, Posted::Sent),
            (302, Posted::Failed),
            (404, Posted::Failed),
            (503, Posted::Waiting),
            (SILENT, Posted::Waiting),
        ] {
            other.answers(answer);
            tell(&db, "demo.work");
            send(&db, &other.caller());
            assert_eq!(letters(&db)[0], (state, 1), "{answer}");
            pass(&db, SECOND);
        }
        assert_eq!(other.got().len(), 5, "nothing was called where 302 led");
        other.answers(200);
        pass(&db, 6 * MINUTE);
        assert_eq!(send(&db, &other.caller()), 2, "both that were put off");
        let id = |body: &str| serde_json::from_str::<serde_json::Value>(body).expect("JSON")["id"].to_string();
        let ids: BTreeSet<String> = other.got().iter().map(|(_, body)| id(body)).collect();
        assert_eq!((other.got().len(), ids.len()), (7, 5), "a call that is made again has its id again");
    });
}

#[test]
fn nobody_makes_this_computer_call_its_own_network() {
    beside_other(|other| {
        for (url, hosts) in [
            (other.url(), vec![]),
            (other.url(), vec!["127.0.0.1:1".to_owned()]),
            (other.url().replace("127.0.0.1", "localhost"), vec![other.at.to_string()]),
            (other.url().replace("http:", "https:"), vec![]),
            (format!("https://[::ffff:127.0.0.1]:{}/", other.at.port()), vec![]),
            ("https://169.254.169.254/latest/meta-data".to_owned(), vec![]),
        ] {
            let db = db(Place::Memory, &url);
            tell(&db, "demo.work");
            assert_eq!(send(&db, &caller(&hosts)), 0, "{url}");
            assert_eq!(letters(&db), [(Posted::Failed, 1)], "{url}");
        }
        assert!(other.got().is_empty());
    });
}

#[test]
fn who_was_killed_half_way_calls_again_under_the_same_id() {
    beside_other(|other| {
        let db = db(Place::Memory, &other.url());
        tell(&db, "demo.work");
        assert_eq!(send(&db, &other.caller()), 1);
        db.keep_wait(|tx| Ok(tx.exec("UPDATE outbox_delivery SET state = 'sending'", &[])?)).expect("claimed");
        pass(&db, 11 * MINUTE);
        assert_eq!(send(&db, &other.caller()), 1);
        let got = other.got();
        assert_eq!(got.len(), 2);
        assert_eq!(got[0].1, got[1].1, "the same id, the same words");
    });
}

#[test]
fn an_address_that_is_none_is_refused_and_one_can_be_taken_back() {
    let db = house::db(Place::Memory);
    assert!(matches!(gives(&db, Some("ftp://x")), Err(Stop::Refused(no)) if no.code() == "outbox.no_hook"));
    gives(&db, Some("https://example.cn/x")).expect("given");
    gives(&db, None).expect("taken back");
    assert_eq!(db.read_wait(|r| Ok(hook_of(r, OFFICE)?)).expect("read"), None);
    tell(&db, "demo.work");
    let now = db.clock().now();
    assert!(!db.read_wait(move |r| Ok(is_due(r, Way::Hook, now)?)).expect("read"));
}
