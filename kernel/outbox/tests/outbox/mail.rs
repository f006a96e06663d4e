//! Mail over a real socket: taken, refused, away, slow, killed half way; nothing is sent twice.

use crate::house::{self, AREA, head, kept_tables, migrations};
use lianxin_base::{DAY, HOUR, Lang, MINUTE, OrgId, SECOND};
use lianxin_journal::{Act, Kind, Leaf, Recorded, record, verify};
use lianxin_outbox::*;
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Stop, Tx};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::time::Duration;

pub(crate) const OFFICE: OrgId = OrgId::from_bytes([3; 16]);
pub(crate) const NO: &str = "芙蓉里-2026-0042";

/// Tells the office something.
#[derive(Clone, Copy)]
pub(crate) struct Tell(&'static str);

impl Act for Tell {
    const KIND: &'static str = "demo.tell";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("kind", self.0);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let kind = ["demo.work", "demo.danger"].into_iter().find(|k| rec.text("kind").is_ok_and(|said| said == *k));
        to_org(tx, rec, 1, OFFICE, kind.unwrap_or("demo.course"), "a")
    }
}

pub(crate) fn notices() -> Notices {
    let notice = |kind, urgency| Notice {
        kind,
        name: |_, kind| kind.into(),
        facts: |_, m| Ok(NoticeFacts::new(m.at, "/desk/42").with("no", NO).with("title", "王大爷家漏水")),
        words: |_, f| (f.get("title").into(), "请看一看".into()),
        urgency,
        voice: |_, _| None,
        preview: NoticeFacts::default,
    };
    let all = [("demo.work", Urgency::Work), ("demo.course", Urgency::Course), ("demo.danger", Urgency::Emergency)];
    Notices::new(all.map(|(kind, urgency)| notice(kind, urgency))).expect("three kinds")
}

/// A house whose office gave this address.
fn db(place: Place) -> Db {
    let db = house::db(place);
    gives(&db, Some("office@example.cn")).expect("an address");
    db
}

fn gives(db: &Db, mail: Option<&'static str>) -> Result<(), Stop> {
    gives_at(db, mail, Pace::AtOnce)
}

fn gives_at(db: &Db, mail: Option<&'static str>, pace: Pace) -> Result<(), Stop> {
    let head = head(db);
    let mail = mail.map(|mail| (mail, pace));
    db.act_wait(AREA, move |tx| address(tx, head.clone(), AREA, OFFICE, mail)).map(|_| ())
}

pub(crate) fn tell(db: &Db, kind: &'static str) {
    let head = head(db);
    db.act_wait(AREA, move |tx| Ok(record(tx, head.clone(), &Tell(kind))?)).expect("recorded");
}

pub(crate) fn pass(db: &Db, time: i64) {
    db.clock().set(db.clock().now().plus(time));
}

pub(crate) fn letters(db: &Db) -> Vec<(Posted, i64)> {
    let all = db.read_wait(|r| Ok(deliveries(r, OFFICE, 50)?)).expect("read");
    all.into_iter().map(|d| (d.state, d.tries)).collect()
}

fn due(db: &Db) -> bool {
    let now = db.clock().now();
    db.read_wait(move |r| Ok(is_due(r, Way::Mail, now)?)).expect("read")
}

pub(crate) fn assert_replays(db: &Db) {
    let kinds = [kinds(), vec![Kind::of::<Tell>()]].concat();
    let found = db.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept_tables(), &mut |_, _| true)?));
    assert_eq!(found.expect("runs").findings, vec![]);
}

/// How a mail server behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behaves {
    Well,
    /// It refuses the recipient for good.
    Refuses,
    /// It asks to come again.
    Later,
    /// It takes the letter and never says so.
    Silent,
    /// It hangs up on the greeting.
    Away,
    /// The test is over.
    Gone,
}

/// A mail server on a socket of its own.
struct Server {
    at: SocketAddr,
    behaves: Mutex<Behaves>,
    got: Mutex<Vec<String>>,
}

/// Hangs up when the test ends, however it ends.
struct HangUp<'s>(&'s Server);

impl Drop for HangUp<'_> {
    fn drop(&mut self) {
        self.0.behaves(Behaves::Gone);
        TcpStream::connect(self.0.at).ok(); // so that it looks up once more
    }
}

/// Runs a test beside a mail server.
fn beside_server(test: impl FnOnce(&Server)) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let at = listener.local_addr().expect("its address");
    let server = Server { at, behaves: Mutex::new(Behaves::Well), got: Mutex::default() };
    std::thread::scope(|s| {
        s.spawn(|| {
            for stream in listener.incoming().flatten() {
                let behaves = *server.behaves.lock().expect("not poisoned");
                if behaves == Behaves::Gone {
                    return;
                }
                serve(&stream, behaves, &server.got).ok();
            }
        });
        let _hang_up = HangUp(&server);
        test(&server);
    });
}

impl Server {
    fn behaves(&self, how: Behaves) {
        *self.behaves.lock().expect("not poisoned") = how;
    }
    fn got(&self) -> Vec<String> {
        self.got.lock().expect("not poisoned").clone()
    }
    fn mailer(&self) -> Mailer {
        mailer(&format!("smtp://{}", self.at))
    }
}

fn mailer(url: &str) -> Mailer {
    let from = "连心桥 <lianxin@example.cn>";
    Mailer::patient(url, from, "https://lianxin.example", Duration::from_millis(400)).expect("a mailer")
}

fn serve(stream: &TcpStream, behaves: Behaves, letters: &Mutex<Vec<String>>) -> std::io::Result<()> {
    if behaves == Behaves::Away {
        return Ok(());
    }
    let (mut lines, mut out) = (BufReader::new(stream).lines(), stream);
    out.write_all(b"220 test\r\n")?;
    while let Some(line) = lines.next() {
        let line = line?;
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match (word.as_str(), behaves) {
            ("EHLO" | "HELO", _) => out.write_all(b"250-test\r\n250 8BITMIME\r\n")?,
            ("RCPT", Behaves::Refuses) => out.write_all(b"550 no such box\r\n")?,
            ("RCPT", Behaves::Later) => out.write_all(b"451 come again\r\n")?,
            ("DATA", _) => {
                out.write_all(b"354 go on\r\n")?;
                let mut letter = String::new();
                for part in lines.by_ref() {
                    let part = part?;
                    if part == "." {
                        break;
                    }
                    letter.push_str(&part);
                    letter.push('\n');
                }
                letters.lock().expect("not poisoned").push(letter);
                if behaves == Behaves::Silent {
                    std::thread::sleep(Duration::from_millis(900));
                    return Ok(());
                }
                out.write_all(b"250 taken\r\n")?;
            }
            ("QUIT", _) => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => out.write_all(b"250 ok\r\n")?,
        }
    }
    Ok(())
}

/// The text of a letter, whatever it is written in.
fn plain(letter: &str) -> String {
    use base64::Engine as _;
    let (head, body) = letter.split_once("\n\n").unwrap_or((letter, ""));
    if head.contains("base64") {
        let joined: String = body.split_whitespace().collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(joined).expect("base64");
        return format!("{head}\n\n{}", String::from_utf8(bytes).expect("text"));
    }
    letter.to_owned()
}

#[test]
fn a_letter_says_number_and_link_and_nothing_else_and_goes_once() {
    let (places, _folder) = places();
    for place in places {
        beside_server(|server| {
            let db = db(place);
            assert!(!due(&db));
            tell(&db, "demo.work");
            tell(&db, "demo.course");
            assert!(due(&db));
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 1);
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0, "once");
            assert!(!due(&db));
            let got = server.got();
            assert_eq!(got.len(), 1);
            let letter = plain(&got[0]);
            assert!(letter.contains("To: office@example.cn") && letter.contains("Message-ID:"), "{letter}");
            assert!(letter.contains(NO) && letter.contains("https://lianxin.example/desk/42"), "{letter}");
            assert!(!letter.contains("王大爷") && !letter.contains("漏水"), "{letter}");
            assert_eq!(letters(&db), [(Posted::Sent, 1)], "what moved on goes by no mail");
            assert_replays(&db);
        });
    }
}

#[test]
fn a_refused_letter_has_failed_and_one_that_is_to_come_again_does() {
    beside_server(|server| {
        let db = db(Place::Memory);
        for (behaves, state) in
            [(Behaves::Refuses, Posted::Failed), (Behaves::Later, Posted::Waiting), (Behaves::Away, Posted::Waiting)]
        {
            server.behaves(behaves);
            tell(&db, "demo.work");
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
            assert_eq!(letters(&db)[0], (state, 1));
            pass(&db, SECOND);
        }
        assert_eq!(server.got().len(), 0);
        assert!(!due(&db), "not at once");
        server.behaves(Behaves::Well);
        pass(&db, 6 * MINUTE);
        assert!(due(&db));
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 2, "both that were put off");
        let noted = db.read_wait(|r| Ok(deliveries(r, OFFICE, 50)?)).expect("read");
        assert!(noted.iter().any(|d| d.note.as_deref().is_some_and(|n| n.contains("550"))), "{noted:?}");
    });
}

#[test]
fn a_server_that_stays_away_is_tried_six_times_and_then_left() {
    let db = db(Place::Memory);
    let nobody = mailer("smtp://127.0.0.1:1");
    tell(&db, "demo.work");
    for tries in 1..=6 {
        assert_eq!(send_due(&db, &notices(), &nobody).expect("runs"), 0);
        let state = if tries == 6 { Posted::Failed } else { Posted::Waiting };
        assert_eq!(letters(&db), [(state, tries)]);
        pass(&db, 13 * HOUR);
    }
    assert!(!due(&db));
}

#[test]
fn what_may_have_gone_out_is_not_sent_again() {
    beside_server(|server| {
        let db = db(Place::Memory);
        server.behaves(Behaves::Silent);
        tell(&db, "demo.work");
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
        assert_eq!(letters(&db), [(Posted::Unknown, 1)]);
        server.behaves(Behaves::Well);
        pass(&db, DAY);
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
        assert_eq!(server.got().len(), 1, "the server had it");
    });
}

#[test]
fn who_was_killed_between_claim_and_note_sends_nothing_twice() {
    beside_server(|server| {
        let db = db(Place::Memory);
        tell(&db, "demo.work");
        let later = mailer("smtp://127.0.0.1:1");
        send_due(&db, &notices(), &later).expect("runs");
        // As a killed process leaves it: claimed, and nothing noted.
        db.keep_wait(|tx| Ok(tx.exec("UPDATE outbox_delivery SET state = 'sending'", &[])?)).expect("claimed");
        pass(&db, 9 * MINUTE);
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
        assert_eq!(letters(&db)[0].0, Posted::Sending, "another may still be at it");
        pass(&db, 2 * MINUTE);
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
        assert_eq!((letters(&db)[0].0, server.got().len()), (Posted::Unknown, 0));
    });
}

#[test]
fn an_address_is_given_changed_and_taken_back_and_old_messages_stay_home() {
    beside_server(|server| {
        let (places, _folder) = places();
        for place in places {
            let db = db(place);
            assert!(matches!(gives(&db, Some("nobody")), Err(Stop::Refused(no)) if no.code() == "outbox.no_address"));
            tell(&db, "demo.work");
            gives(&db, None).expect("taken back");
            assert_eq!(db.read_wait(|r| Ok(mail_of(r, OFFICE)?)).expect("read"), None);
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
            gives(&db, Some("new@example.cn")).expect("given");
            assert!(!due(&db), "what was before the address stays in the inbox");
            tell(&db, "demo.work");
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 1);
            assert!(server.got()[0].contains("To: new@example.cn"));
            assert_replays(&db);
        }
    });
}

#[test]
fn nobody_gets_a_letter_at_night() {
    beside_server(|server| {
        let db = db(Place::Memory);
        db.clock().set(db.clock().now().day().at(22, 0));
        tell(&db, "demo.work");
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
        assert!(!due(&db));
        db.clock().set(db.clock().now().day().plus(1).at(8, 1));
        assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 1);
    });
}

#[test]
fn what_waits_over_night_comes_in_one_letter() {
    let (places, _folder) = places();
    for place in places {
        beside_server(|server| {
            let db = db(place);
            db.clock().set(db.clock().now().day().at(22, 0));
            tell(&db, "demo.work");
            tell(&db, "demo.course");
            tell(&db, "demo.work");
            db.clock().set(db.clock().now().day().plus(1).at(8, 1));
            server.behaves(Behaves::Later);
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0);
            assert_eq!(letters(&db), [(Posted::Waiting, 1), (Posted::Waiting, 1)], "both are tried again");
            server.behaves(Behaves::Well);
            pass(&db, HOUR);
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 2);
            assert_eq!(letters(&db), [(Posted::Sent, 2), (Posted::Sent, 2)]);
            let got = server.got();
            assert_eq!(got.len(), 1, "one letter for both");
            let letter = plain(&got[0]);
            assert_eq!(letter.matches(NO).count(), 1, "two messages about one matter are one line: {letter}");
        });
    }
}

#[test]
fn who_wants_one_letter_a_day_gets_it_in_the_morning_and_an_emergency_at_once() {
    let (places, _folder) = places();
    for place in places {
        beside_server(|server| {
            let db = db(place);
            gives_at(&db, Some("office@example.cn"), Pace::Daily).expect("an address");
            let mailbox = db.read_wait(|r| Ok(mail_of(r, OFFICE)?)).expect("read").expect("given");
            assert_eq!(mailbox.pace, Pace::Daily);
            db.clock().set(db.clock().now().day().at(9, 0));
            for hour in [9, 11, 16] {
                db.clock().set(db.clock().now().day().at(hour, 30));
                tell(&db, "demo.work");
                assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 0, "not before the morning");
            }
            tell(&db, "demo.danger");
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 1, "an emergency does not wait");
            db.clock().set(db.clock().now().day().plus(1).at(8, 0));
            assert_eq!(send_due(&db, &notices(), &server.mailer()).expect("runs"), 3);
            assert_eq!(server.got().len(), 2, "the emergency, and the day's letter");
            assert_replays(&db);
        });
    }
}

#[test]
fn a_wrong_setting_is_told_without_the_password() {
    for (server, from) in [
        ("smtps://u:geheim@", "a@example.cn"),
        ("ftp://u:geheim@host", "a@example.cn"),
        ("smtps://u:geheim@host", "nobody"),
    ] {
        let why = Mailer::new(server, from, "https://x").expect_err("wrong");
        assert!(!why.contains("geheim") && !why.is_empty(), "{why}");
    }
    let good = Mailer::new("smtps://u:geheim@smtp.example.cn", "连心桥 <a@example.cn>", "https://x").expect("good");
    assert!(!format!("{good:?}").contains("geheim"));
}

#[test]
fn every_state_of_a_letter_has_words() {
    for state in [Posted::Waiting, Posted::Sending, Posted::Sent, Posted::Failed, Posted::Unknown, Posted::None] {
        assert_ne!(state.say(Lang::Zh), state.say(Lang::En));
    }
}
