//! Acts are recorded and applied together, checked, and replayed; every change behind their back is named.

use lianxin_base::{ActId, AreaId, Moment, OrgId, PersonId, SeatId};
use lianxin_journal::*;
use lianxin_store::testing::{open, places};
use lianxin_store::{Db, Fault, Kept, Migrations, Place, Stop, Tx, params};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering::SeqCst};

struct Note {
    words: String,
    who: PersonId,
    n: i64,
}

impl Act for Note {
    const KIND: &'static str = "demo.note";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("n", self.n);
        leaf.seal("words", Some(self.who), &self.words);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(ADD, params![rec.id(), rec.area(), rec.int("n")?, rec.at()]).map(|_| ())
    }
}

struct Secret;

impl Act for Secret {
    const KIND: &'static str = "demo.secret";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("n", 9);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(ADD, params![rec.id(), rec.area(), rec.int("n")?, rec.at()]).map(|_| ())
    }
}

const ADD: &str = "INSERT INTO demo_note(id, area, n, at) VALUES($1, $2, $3, $4)";
const SEEN: &str = "INSERT INTO demo_seen(id) VALUES($1)";
const COUNT: &str = "SELECT count(*) FROM demo_note";
const MIGRATION: &str = "CREATE TABLE demo_note(id TEXT NOT NULL PRIMARY KEY, area TEXT NOT NULL, n BIGINT NOT NULL, \
                         at BIGINT NOT NULL); CREATE TABLE demo_seen(id TEXT NOT NULL PRIMARY KEY);";

fn migrations() -> Vec<Migrations> {
    vec![lianxin_journal::migrations(), Migrations { prefix: "demo", files: &[("0001", MIGRATION)] }]
}

fn kept_tables() -> Vec<Kept> {
    let mut all = kept();
    all.push(Kept { table: "demo_seen", columns: &[], reason: "who has looked" });
    all
}

/// The demo's notes have no column that comes from a text.
struct Rooms;

impl Forget for Rooms {
    fn forget(_: &mut Tx<'_>, _: ActId, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

fn kinds() -> [Kind; 3] {
    [Kind::of::<Note>(), Kind::of::<Secret>(), Kind::of::<Erasure<Rooms>>()]
}

fn db(place: Place) -> Db {
    open(place, migrations(), kept_tables(), log()).expect("opens")
}

fn head(db: &Db, token: Option<&str>) -> Head {
    let at = db.clock().now();
    let (seat, org) = (SeatId::new(db.chance(), at), OrgId::new(db.chance(), at));
    Head {
        id: ActId::new(db.chance(), at),
        area: AreaId::from_bytes([7; 16]),
        by: By::Seat { seat, person: None, org },
        no: Some("芙蓉里-2026-0001".into()),
        token: token.map(Into::into),
    }
}

fn note(db: &Db, words: &str, token: Option<&str>) -> Receipt {
    let (head, words) = (head(db, token), words.to_owned());
    let who = PersonId::from_bytes([3; 16]);
    db.act_wait(head.area, move |tx| {
        if let Some(token) = &head.token
            && let Some(first) = already(tx, token)?
        {
            return Ok(first);
        }
        Ok(record(tx, head.clone(), &Note { words: words.clone(), who, n: 4 })?)
    })
    .expect("recorded")
}

fn check(db: &Db) -> Verified {
    let kept = kept_tables();
    db.read_wait(move |r| Ok(verify(r, &kinds(), &migrations(), &kept, &mut |_, _| true)?)).expect("runs")
}

#[test]
fn an_act_is_recorded_applied_receipted_and_replayed_on_each_database() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let first = note(&db, "3 楼的灯坏了 😀 㛃", Some("t1"));
        assert_eq!(note(&db, "3 楼的灯坏了 😀 㛃", Some("t1")), first, "the same form twice gives the first receipt");
        let h = head(&db, None);
        let secret = db.act_wait(h.area, move |tx| Ok(record(tx, h.clone(), &Secret)?)).expect("recorded");
        let got = db.read_wait(move |r| Ok((receipt(r, first.act)?, text(r, first.act, "words")?, entries(r, 9, 9)?)));
        let (kept, words, lines) = got.expect("read");
        assert_eq!(kept, Some(first));
        assert_eq!(words.as_deref(), Some("3 楼的灯坏了 😀 㛃"));
        assert_eq!(lines.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(), ["sealed", "demo.note"]);
        assert!(secret.hidden && lines[0].org.is_none() && lines[0].no.is_none());
        let found = check(&db);
        assert_eq!((found.acts, found.rows, found.findings), (2, 2, vec![]));
    }
}

#[test]
fn state_is_written_by_apply_only_and_keep_only_writes_what_is_kept() {
    let db = db(Place::Memory);
    let area = AreaId::from_bytes([7; 16]);
    let outside = db.act_wait(area, |tx| Ok(tx.exec(ADD, params!["x", "y", 1, 1])?));
    assert!(matches!(outside, Err(Stop::Failed(Fault::Bug(_)))));
    assert!(matches!(db.keep_wait(|tx| Ok(tx.exec(ADD, params!["x", "y", 1, 1])?)), Err(Stop::Failed(Fault::Bug(_)))));
    assert!(db.keep_wait(|tx| Ok(tx.exec(SEEN, params!["x"])?)).is_ok());
    assert_eq!(db.read_wait(|r| Ok(r.row(COUNT, &[], |row| row.int(0))?)).expect("read"), Some(0));
}

#[test]
fn an_erased_text_is_gone_on_each_database_and_the_record_says_so() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let who = PersonId::from_bytes([3; 16]);
        let kept = note(&db, "第一句", None);
        let gone = note(&db, "第二句", None);
        let held = db.read_wait(move |r| Ok(of_person(r, who)?)).expect("read");
        assert_eq!(held.iter().map(|h| h.value.as_str()).collect::<Vec<_>>(), ["第一句", "第二句"]);
        let erasing = |by: fn(PersonId) -> By, act: ActId| {
            let h = Head { by: by(who), ..head(&db, None) };
            db.act_wait(h.area, move |tx| Ok(erase::<Rooms>(tx, h.clone(), &[(act, "words".into())])?))
        };
        assert!(erasing(By::Person, gone.act).is_err(), "it names nobody");
        let receipt = erasing(|_| By::Anyone, gone.act).expect("recorded").expect("something was there");
        assert!(receipt.hidden);
        assert_eq!(erasing(|_| By::Anyone, gone.act).expect("runs"), None, "nothing is left to erase");
        db.scrub_wait().expect("scrubbed");
        let texts = db.read_wait(move |r| Ok((text(r, kept.act, "words")?, text(r, gone.act, "words")?)));
        assert_eq!(texts.expect("read"), (Some("第一句".into()), None));
        assert_eq!(check(&db).findings, vec![]);
    }
}

#[test]
fn a_text_missing_without_an_erasure_and_one_back_after_it_are_named() {
    let (places, _folder) = places();
    let Place::File(path) = &places[0] else { unreachable!("the first place is a file") };
    let db = db(places[0].clone());
    let (first, second) = (note(&db, "一", None), note(&db, "二", None));
    let raw = rusqlite::Connection::open(path).expect("opens");
    let aside = format!("CREATE TEMP TABLE aside AS SELECT * FROM journal_text WHERE act = '{}'", second.act);
    raw.execute_batch(&aside).expect("kept aside");
    let h = Head { by: By::Anyone, ..head(&db, None) };
    db.act_wait(h.area, move |tx| Ok(erase::<Rooms>(tx, h.clone(), &[(second.act, "words".into())])?)).expect("erased");
    assert_eq!(check(&db).findings, vec![]);
    raw.execute_batch("INSERT INTO journal_text SELECT * FROM aside WHERE field = 'words'; DROP TABLE aside")
        .expect("put back");
    assert_eq!(check(&db).findings[0].what, Wrong::StillThere);
    raw.execute_batch(&format!("DELETE FROM journal_text WHERE field = 'words' AND act = '{}'", first.act))
        .expect("gone");
    let found: Vec<Wrong> = check(&db).findings.into_iter().map(|f| f.what).collect();
    assert_eq!(found, [Wrong::MissingText, Wrong::StillThere]);
}

#[test]
fn time_never_runs_backwards_even_if_the_clock_is_set_back() {
    let db = db(Place::Memory);
    let first = note(&db, "一", None);
    db.clock().set(Moment::from_micros(1));
    let second = note(&db, "二", None);
    assert!(second.at >= first.at);
    assert_eq!(check(&db).findings, vec![]);
}

#[test]
fn any_one_value_changed_in_a_covered_column_is_named() {
    let (places, _folder) = places();
    let Place::File(path) = &places[0] else { unreachable!("the first place is a file") };
    let db = db(places[0].clone());
    note(&db, "一", None);
    let h = head(&db, None);
    db.act_wait(h.area, move |tx| Ok(record(tx, h.clone(), &Secret)?)).expect("recorded");
    let kept = kept_tables();
    let columns = db.read_wait(move |r| Ok(coverage(r, &migrations(), &kept)?)).expect("covered");
    assert!(columns.iter().all(|c| c.class.is_some()), "every column is in a class");
    let raw = rusqlite::Connection::open(path).expect("opens");
    for c in columns.iter().filter(|c| c.class != Some(Class::Kept)) {
        let (t, k) = (&c.at.table, &c.at.column);
        let row = if k == "inner_leaf" || k == "salt" && t == "journal_act" { "DESC" } else { "ASC" };
        let pick = format!("SELECT rowid FROM {t} ORDER BY rowid {row} LIMIT 1");
        raw.execute_batch(&format!("CREATE TABLE keep AS SELECT {k} AS v, rowid AS r FROM {t} WHERE rowid = ({pick})"))
            .expect("kept aside");
        let new = format!(
            "CASE typeof({k}) WHEN 'integer' THEN {k} + 1000 WHEN 'blob' THEN x'00' ELSE coalesce({k}, '') || 'x' END"
        );
        raw.execute_batch(&format!("UPDATE {t} SET {k} = {new} WHERE rowid = (SELECT r FROM keep)")).expect("changed");
        let found = check(&db).findings;
        assert!(found.iter().any(|f| f.table == *t && f.column.contains(k.as_str())), "{t}.{k}: {found:?}");
        raw.execute_batch(&format!(
            "UPDATE {t} SET {k} = (SELECT v FROM keep) WHERE rowid = (SELECT r FROM keep); DROP TABLE keep"
        ))
        .expect("put back");
        assert_eq!(check(&db).findings, vec![], "{t}.{k} put back");
    }
}

#[test]
fn many_commands_share_a_commit_and_a_refused_one_leaves_nothing() {
    #[derive(Debug)]
    struct No;
    impl lianxin_base::Refuse for No {
        fn code(&self) -> &'static str {
            "demo.no"
        }
        fn say(&self, _: lianxin_base::Lang) -> String {
            "不行".into()
        }
    }
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let run = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let answers = run.block_on(async {
            let mut waiting = Vec::new();
            for n in 0..300i64 {
                let (db, h) = (db.clone(), head(&db, None));
                waiting.push(async move {
                    db.act(h.area, move |tx| {
                        let note = Note { words: "灯".into(), who: PersonId::from_bytes([3; 16]), n };
                        record(tx, h.clone(), &note)?;
                        if n % 3 == 0 { Err(No.into()) } else { Ok(()) }
                    })
                    .await
                });
            }
            let mut good = 0;
            for w in waiting {
                match w.await {
                    Ok(()) => good += 1,
                    Err(stop) => assert_eq!(stop.code(), "demo.no"),
                }
            }
            good
        });
        assert_eq!(answers, 200);
        assert_eq!(db.read_wait(|r| Ok(r.row(COUNT, &[], |row| row.int(0))?)).expect("read"), Some(200));
        assert_eq!(check(&db).findings, vec![]);
    }
}

#[test]
fn who_shares_a_group_with_one_that_failed_half_way_loses_nothing_and_is_written_once() {
    let (places, _folder) = places();
    for place in places {
        let again = !matches!(place, Place::Postgres(_)); // there each has its savepoint from the first
        let db = db(place);
        let run = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let mut shared = false;
        // Three wait for the writer at once, mostly; until they did.
        for round in 1..=50 {
            let ready = Arc::new(AtomicBool::new(false));
            let ran = Arc::new(AtomicI64::new(0));
            let one = |n: i64, fails: bool| {
                let (h, ready, ran) = (head(&db, None), ready.clone(), ran.clone());
                db.act(h.area, move |tx| {
                    while !ready.load(SeqCst) {
                        std::thread::yield_now();
                    }
                    ran.fetch_add(1, SeqCst);
                    record(tx, h.clone(), &Note { words: "灯".into(), who: PersonId::from_bytes([3; 16]), n })?;
                    if fails { Err(Fault::bug("half way").into()) } else { Ok(()) }
                })
            };
            let (a, b, c, ()) = run.block_on(async {
                tokio::join!(one(1, false), one(2, true), one(3, false), async { ready.store(true, SeqCst) })
            });
            assert!(a.is_ok() && b.is_err() && c.is_ok());
            let there = db.read_wait(|r| Ok(r.row(COUNT, &[], |row| row.int(0))?)).expect("read");
            assert_eq!(there, Some(2 * round));
            shared = !again || ran.load(SeqCst) > 3;
            if shared {
                break;
            }
        }
        assert!(shared, "never met in one group");
        assert_eq!(check(&db).findings, vec![]); // also: numbers without gaps
    }
}

#[test]
fn every_statement_prepares_on_each_database() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        db.read_wait(|r| {
            for (name, sql) in SQL {
                r.plan(sql).unwrap_or_else(|e| panic!("{name}: {e}"));
            }
            Ok(())
        })
        .expect("all prepare");
    }
}
