//! What people type into any form stands in `journal_text` and nowhere else in the database.

use crate::board;
use crate::canary_talk;
use crate::canary_votes::{filed, first_assembly, handed_over, official, open_vote, rules, takeover, urgent, vote};
use lianxin_app::rooms::Rooms;
use lianxin_base::{ActId, AreaId, HOUR, PersonId};
use lianxin_journal::{By, Head, Wrong, erase, of_person};
use lianxin_store::Place;
use lianxin_stories::{Browser, World};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// Every place a value stands: table and column.
fn places(lite: &Connection, word: &str) -> Vec<String> {
    let columns: Vec<(String, String)> = lite
        .prepare(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        )
        .and_then(|mut s| s.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("every column");
    let mut found = Vec::new();
    for (table, column) in columns {
        let mut all = lite.prepare(&format!("SELECT {column} FROM {table}")).expect("a column");
        let mut rows = all.query([]).expect("its rows");
        while let Some(row) = rows.next().expect("a row") {
            let holds = match row.get_ref(0).expect("a cell") {
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                    bytes.windows(word.len()).any(|part| part == word.as_bytes())
                }
                ValueRef::Integer(n) => n.to_string() == word,
                _ => false,
            };
            let place = format!("{table}.{column}");
            if holds && !found.contains(&place) {
                found.push(place);
            }
        }
    }
    found
}

/// A desk form of the matter, sent and taken.
fn sent(seat: &mut Browser<'_>, here: &str, form: &str, answers: &[(&str, &str)]) {
    seat.open(&format!("{here}?do={form}"));
    seat.send(&format!("{here}/{form}"), answers);
    assert_eq!(seat.page.status, 200, "{form}: {}", seat.page.text());
}

fn here(browser: &Browser<'_>) -> String {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// Somebody wants to be rung up, and nobody answers.
fn told(resident: &mut Browser<'_>, worker: &mut Browser<'_>) {
    resident.open("/me/told");
    resident.send("/me/told", &[("how", "call")]);
    worker.open("/errands");
    let message = worker.page.between("name=\"message\" value=\"", "\"").expect("somebody is to be told");
    worker.post_new("/errands", &[("message", message.as_str()), ("outcome", "nobody")]);
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());
}

/// A council is called, comes about and is called off; every word of it is typed by somebody.
fn council(world: &World, worker: &mut Browser<'_>, neighbour: &mut Browser<'_>) {
    for last in [false, true] {
        let starts = world.now().plus(HOUR);
        let (day, (hour, minute)) = (starts.day().to_string(), starts.hour_minute());
        let time = format!("{hour}:{minute:02}");
        worker.open("/meetings/new");
        let matter = worker.page.between("name=\"matter\" value=\"", "\"");
        let mut call = vec![("day", day.as_str()), ("time", &time), ("where", "珈蓝三二号"), ("words", "珈蓝三三号")];
        call.extend(matter.as_deref().filter(|_| !last).map(|id| ("matter", id)));
        worker.send("/meetings", &call);
        let page = worker.page.url.split('?').next().unwrap_or_default().to_owned();
        assert!(worker.page.says("珈蓝三三号"), "{}", worker.page.text());
        worker.open(&format!("{page}/change"));
        worker.send(&format!("{page}/change"), &[("where", "珈蓝四八号"), ("words", "珈蓝四九号")]);
        assert!(worker.page.says("珈蓝四九号"), "{}", worker.page.text());
        let desk = format!("{page}/desk");
        if last {
            worker.open(&desk);
            worker.send(&format!("{page}/cancel"), &[("reason", "珈蓝三四号")]);
            assert!(worker.page.says("珈蓝三四号"), "{}", worker.page.text());
            return;
        }
        world.pass_to(starts.plus(HOUR));
        worker.open(&desk);
        worker.send(&format!("{page}/sheet"), &[("names", "珈蓝三五号"), ("side", "")]);
        let line = worker.page.between("?strike=", "#strike").expect("a line");
        worker.open(&format!("{desk}?strike={line}"));
        worker.send(&format!("{page}/strike"), &[("reason", "珈蓝三六号")]);
        assert!(worker.page.says("珈蓝三六号"), "{}", worker.page.text());
        let form = format!("{page}/minutes");
        worker.open(&form);
        let items = worker.page.html.matches("name=\"kind-").count();
        let names: Vec<[String; 2]> = (1..=items).map(|n| [format!("kind-{n}"), format!("say-{n}")]).collect();
        let mut said = vec![("words", "珈蓝三七号")];
        for [kind, say] in &names {
            said.extend([(kind.as_str(), "later"), (say.as_str(), "珈蓝三八号")]);
        }
        worker.send(&form, &said);
        assert!(worker.page.says("珈蓝三七号"), "{}", worker.page.text());
        neighbour.open(&format!("{page}/objection"));
        neighbour.send(&format!("{page}/objection"), &[("words", "珈蓝三九号")]);
        worker.open(&desk);
        worker.send(&format!("{page}/answer"), &[("answer", "珈蓝四十号")]);
        assert!(worker.page.says("珈蓝四十号") && worker.page.says("珈蓝三九号"), "{}", worker.page.text());
    }
}

/// What a company says to its line of a bulletin.
fn bulletin(worker: &mut Browser<'_>, company: &mut Browser<'_>) {
    worker.open("/path/week?span=30");
    worker.send("/path/bulletins", &[]);
    let at = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    company.open(&at);
    company.send(&format!("{at}/answer"), &[("words", "珈蓝五十号：等厂家发货")]);
    assert!(company.page.says("珈蓝五十号"), "{}", company.page.text());
}

/// Types a word of its own into every field of every form; gives the words.
fn typed(world: &World) -> Vec<&'static str> {
    let mut anyone = world.stranger();
    anyone.open("/report");
    let phone = "15499887701";
    anyone.send("/report", &[("words", "珈蓝一号：西门灯不亮"), ("phone", phone), ("place", "芙蓉里")]);
    let (mut worker, mut company) = (world.signed_in("吴敏"), world.signed_in("马建军"));
    worker.open("/desk/new");
    let outside = [("source", "hotline"), ("outer_no", "珈蓝三十号")];
    let written = [("words", "珈蓝二号：信箱坏了"), ("name", "珈蓝人"), ("phone", "15499887702")];
    worker.send("/desk/new", &[&written[..], &outside[..]].concat());
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());

    let mut resident = world.signed_in("张玉兰");
    resident.open("/report");
    resident.send("/report", &[("words", "珈蓝三号：楼门不严"), ("place", "芙蓉里")]);
    let no = here(&resident);
    let desk = format!("/desk/{no}");
    sent(
        &mut worker,
        &desk,
        "publication",
        &[("title", "珈蓝四号"), ("words", "珈蓝五号：楼门关不严"), ("show", "yes")],
    );
    sent(&mut worker, &desk, "dispatch", &[("title", "珈蓝六号"), ("executor", "talk")]);
    resident.open(&format!("/m/{no}"));
    resident.send(&format!("/m/{no}/entry"), &[("kind", "ask"), ("words", "珈蓝七号：什么时候修？")]);
    let mut neighbour = world.signed_in("孙立");
    neighbour.open(&format!("/m/{no}"));
    neighbour.send(&format!("/m/{no}/join"), &[]);
    worker.open(&format!("{desk}/join"));
    worker.send(&format!("{desk}/join"), &[("name", "珈蓝邻"), ("phone", "15499887709"), ("tell", "call")]);
    assert!(worker.page.says("2 户也这样"), "{}", worker.page.text());
    sent(&mut company, &desk, "entry", &[("kind", "propose"), ("words", "珈蓝八号：换闭门器")]);
    canary_talk::answered_and_hidden(&mut worker, &desk);
    worker.open(&format!("{desk}?do=decision"));
    let org = worker.choice(&format!("{desk}/decision"), "executor", "红星物业");
    let decided = [("note", "珈蓝九号：换"), ("executor", org.as_str()), ("deadline", "2026-06-18")];
    sent(&mut worker, &desk, "decision", &decided);
    sent(&mut company, &desk, "return", &[("note", "珈蓝十号：不归我们")]);
    let direct = [("title", "珈蓝十一号"), ("executor", org.as_str())];
    sent(&mut worker, &desk, "dispatch", &direct);
    worker.open(&format!("{desk}?do=transfer"));
    let other = worker.choice(&format!("{desk}/transfer"), "executor", "物管办");
    sent(&mut worker, &desk, "transfer", &[("executor", other.as_str()), ("note", "珈蓝十二号：请帮一把")]);
    let mut office = world.signed_in("宋雅琴");
    let part = [("executor", org.as_str()), ("note", "珈蓝四六号：先把门卸下来"), ("deadline", "2026-06-18")];
    sent(&mut office, &desk, "part", &part);
    company.open("/jobs");
    let given = company.page.between("href=\"/parts/", "\"").expect("a part of the work");
    company.open(&format!("/parts/{given}"));
    company.send(&format!("/parts/{given}"), &[("to", "done"), ("note", "珈蓝四七号：卸下来了")]);
    let price = [("price", "844173.19"), ("covers", "both"), ("note", "珈蓝四四号：换锁")];
    sent(&mut office, &desk, "quote", &price);
    resident.open(&format!("/m/{no}"));
    resident.send(&format!("/m/{no}/quote"), &[("answer", "no"), ("note", "珈蓝四五号：太贵")]);
    sent(&mut office, &desk, "quote", &price);
    resident.open(&format!("/m/{no}"));
    resident.send(&format!("/m/{no}/quote"), &[("answer", "yes"), ("note", "")]);
    sent(&mut office, &desk, "completion", &[("note", "珈蓝十三号：换好了"), ("price", "844173.19")]);
    neighbour.open(&format!("/m/{no}"));
    neighbour.send(&format!("/m/{no}/voice"), &[("answer", "good"), ("note", "珈蓝二五号：我家门口也严")]);
    assert!(neighbour.page.says("1 位邻居说办好了"), "{}", neighbour.page.text());
    resident.open(&format!("/m/{no}"));
    resident.send(&format!("/m/{no}/feedback"), &[("answer", "good"), ("note", "珈蓝十四号：严实了")]);
    assert!(resident.page.says("珈蓝十四号"), "{}", resident.page.text());
    resident.send(&format!("/m/{no}/thanks"), &[]);
    assert!(resident.page.says("居民道谢 1 次"), "{}", resident.page.text());

    anyone.open("/report");
    anyone.send("/report", &[("words", "珈蓝十五号：想换公交站"), ("place", "芙蓉里")]);
    let desk = format!("/desk/{}", here(&anyone));
    sent(&mut worker, &desk, "decline", &[("note", "珈蓝十六号：请打 12345")]);
    told(&mut resident, &mut worker);
    worker.open("/happening");
    let opened = [("kind", "other"), ("place", "芙蓉里"), ("words", "珈蓝二八号：大门在修"), ("hours", "2")];
    worker.send("/happening", &opened);
    assert!(worker.page.says("珈蓝二八号"), "{}", worker.page.text());
    let banner = worker.page.between("action=\"/happening/", "/news\"").expect("it is on");
    neighbour.open(&format!("/happening/{banner}"));
    neighbour.send(&format!("/happening/{banner}/tap"), &[]);
    assert!(neighbour.page.says("您家已经点过了"), "{}", neighbour.page.text());
    worker.open("/happening");
    worker.send(&format!("/happening/{banner}/news"), &[("words", "珈蓝二九号：修好了"), ("over", "1")]);
    assert!(neighbour.open("/inbox").says("珈蓝二九号"), "{}", neighbour.page.text());
    worker.open("/desk/replies");
    worker.send("/desk/replies", &[("form", "decline"), ("words", "珈蓝四四号")]);
    assert!(worker.page.says("珈蓝四四号"), "{}", worker.page.text());
    bulletin(&mut worker, &mut company);
    council(world, &mut worker, &mut neighbour);
    vote(world, &mut worker);
    open_vote(&mut worker);
    filed(&mut worker);
    takeover(&mut worker);
    handed_over(&mut worker);
    official(&mut world.signed_in("周国栋"), &mut worker);
    rules(&mut world.signed_in("高远"));
    urgent(&mut world.signed_in("高远"), &mut worker);
    first_assembly(&mut worker);
    board::notice(world, &mut worker);
    // Two tell of one thing in different words; they are made one, and taken apart again.
    neighbour.open("/report");
    neighbour.send("/report", &[("words", "珈蓝二六号：楼顶漏雨"), ("place", "芙蓉里")]);
    let part = here(&neighbour);
    anyone.open("/report");
    anyone.send("/report", &[("words", "珈蓝二七号：楼顶漏雨了"), ("place", "芙蓉里")]);
    let desk = format!("/desk/{}", here(&anyone));
    world.indexed();
    for (at, action) in [(&desk, "same"), (&format!("/desk/{part}"), "apart"), (&desk, "same")] {
        if action == "same" {
            worker.open(&format!("{at}/same"));
            worker.send(&format!("{at}/same"), &[]);
        } else {
            worker.open(at);
            worker.send(&format!("{at}/apart"), &[]);
        }
        assert_eq!(worker.page.status, 200, "{action}: {}", worker.page.text());
    }
    let mut words = vec!["珈蓝人", phone, "15499887702", "珈蓝邻", "15499887709"];
    words.extend([
        "珈蓝一号",
        "珈蓝二号",
        "珈蓝三号",
        "珈蓝四号",
        "珈蓝五号",
        "珈蓝六号",
        "珈蓝七号",
        "珈蓝八号",
        "珈蓝九号",
        "珈蓝十号",
        "珈蓝十一号",
        "珈蓝十二号",
        "珈蓝十三号",
        "珈蓝十四号",
        "珈蓝十五号",
        "珈蓝十六号",
        "珈蓝二五号",
        "珈蓝二六号",
        "珈蓝二七号",
        "珈蓝二八号",
        "珈蓝二九号",
        "珈蓝三十号",
        "珈蓝三二号",
        "珈蓝三三号",
        "珈蓝三四号",
        "珈蓝三五号",
        "珈蓝三六号",
        "珈蓝三七号",
        "珈蓝三八号",
        "珈蓝三九号",
        "珈蓝四十号",
        "珈蓝四一号",
        "珈蓝四二号",
        "珈蓝四三号",
        "珈蓝四四号",
        "珈蓝四五号",
        "84417319",
        "珈蓝四六号",
        "珈蓝四七号",
        "珈蓝四八号",
        "珈蓝四九号",
        "珈蓝五十号",
        "珈蓝业一号",
        "珈蓝业二号",
        "珈蓝业三号",
        "珈蓝业四号",
        "珈蓝业五号",
        "珈蓝业六号",
        "珈蓝业七号",
        "珈蓝业八号",
        "珈蓝业九号",
        "珈蓝业十号",
        "珈蓝交一号",
        "珈蓝交二号",
        "珈蓝交三号",
        "珈蓝交四号",
        "珈蓝箱一号",
        "珈蓝箱二号",
    ]);
    words.extend(board::WORDS);
    words.extend(crate::canary_votes::WORDS);
    words.extend(canary_talk::WORDS);
    words
}

/// The forms of the register and of hand-overs: who somebody is, and what is promised.
fn typed_by_the_office(world: &World) -> Vec<&'static str> {
    let (mut secretary, mut successor) = (world.signed_in("周国栋"), world.signed_in("孟和"));
    secretary.open("/places?q=3-2-402");
    let (unit, _) = secretary.page.links().into_iter().find(|(_, words)| words.contains("402")).expect("the door");
    let form = format!("{unit}/person");
    secretary.open(&form);
    let own = [("name", "珈蓝·十七号"), ("phone", "15499887703"), ("kind", "relative"), ("household", "new")];
    secretary.send(&form, &own);
    assert!(secretary.page.says("珈蓝·十七号"), "{}", secretary.page.text());
    secretary.open("/orgs");
    let (org, _) = secretary.page.links().into_iter().find(|(_, words)| words.contains("芙蓉社区居委会")).expect("it");
    secretary.open(&org);
    let mail = format!("{}/mail", org.split('?').next().unwrap_or(&org));
    secretary.open(&mail);
    secretary.send(&mail, &[("mail", "canary-22@example.cn")]);
    assert!(secretary.page.says("李秀英"), "{}", secretary.page.text());
    let row = secretary.page.html.split("<tr>").find(|row| row.contains("李秀英")).expect("her row").to_owned();
    let end = row.split("href=\"").nth(1).and_then(|x| x.split('"').next()).expect("a link").to_owned() + "/end";
    secretary.open(&end);
    let to = secretary.choice(&end, "successor", "孟和");
    let lines = [("keys", "珈蓝十八号钥匙"), ("promises", "珈蓝十九号约好")];
    secretary.send(&end, &[&lines[..], &[("successor", to.as_str())]].concat());
    let at = secretary.page.url.split('?').next().unwrap_or("").to_owned();
    secretary.send(&format!("{at}/item"), &[("kind", "other"), ("words", "珈蓝二十号")]);
    successor.open(&at);
    successor.send(&format!("{at}/check"), &[("found", "no"), ("note", "珈蓝二一号")]);
    assert!(successor.page.says("珈蓝二一号") && successor.page.says("珈蓝二十号"), "{}", successor.page.text());
    vec!["珈蓝·十七号", "15499887703", "珈蓝十八号", "珈蓝十九号", "珈蓝二十号", "珈蓝二一号", "canary-22@example.cn"]
}

/// Whether a word stands in a file's bytes.
fn in_file(path: &std::path::Path, word: &str) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.windows(word.len()).any(|part| part == word.as_bytes()))
}

/// What one resident wrote in [`typed`], and what was written down from it.
const HERS: &[&str] =
    &["珈蓝三号", "珈蓝四号", "珈蓝五号", "珈蓝十一号", "珈蓝七号", "珈蓝十四号", "张玉兰", "15400000001"];

/// 张玉兰 asks for it at the counter.
fn erased_at_the_counter(world: &World) {
    let mut worker = world.signed_in("吴敏");
    worker.open("/privacy-requests?q=0001");
    assert!(worker.page.says("张玉兰"), "{}", worker.page.text());
    let who = worker.page.between("name=\"person\" value=\"", "\"").expect("one of that number");
    worker.send("/privacy-requests/erase", &[("person", who.as_str()), ("confirm", "删除")]);
    assert!(worker.page.says("删掉了"), "{}", worker.page.text());
}

/// Every column of every table, and the dead rows of those that held texts: PostgreSQL's files are not looked into, but
/// what a vacuum has gone over it does not give out any more.
#[test]
fn on_postgresql_no_column_of_any_table_holds_what_was_erased() {
    for world in World::everywhere().into_iter().filter(|w| matches!(w.place, Place::Postgres(_))) {
        typed(&world);
        let held = |word: &'static str| {
            world.db().read_wait(move |r| {
                let tables = r.rows(TABLES, &[], |row| row.text(0))?;
                let mut all = Vec::new();
                for table in tables {
                    let whole = format!("SELECT COUNT(*) FROM {table} t WHERE t::text LIKE '%{word}%'");
                    if r.row(whole.leak(), &[], |row| row.int(0))?.unwrap_or(0) > 0 {
                        all.push(table);
                    }
                }
                Ok(all)
            })
        };
        for word in HERS {
            assert!(!held(word).expect("read").is_empty(), "{word} is there before");
        }
        erased_at_the_counter(&world);
        for word in HERS {
            assert_eq!(held(word).expect("read"), [""; 0], "{word}");
        }
        let vacuumed = world.db().read_wait(|r| Ok(r.row(VACUUMED, &[], |row| row.int(0))?)).expect("read");
        assert!(vacuumed.unwrap_or(0) > 0, "and the table was vacuumed");
        assert_eq!(world.findings(), []);
    }
}

const TABLES: &str = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() \
                      ORDER BY table_name";
const VACUUMED: &str = "SELECT vacuum_count FROM pg_stat_user_tables WHERE relname = 'journal_text' \
                        AND schemaname = current_schema()";

#[test]
fn an_erased_persons_every_byte_is_gone_and_the_record_still_holds() {
    let world = World::new();
    typed(&world);
    let Place::File(path) = &world.place else { panic!("a file") };
    let log = path.with_file_name("lianxin.db-wal");
    let anywhere = |word: &str| in_file(path, word) || in_file(&log, word);
    for word in HERS {
        assert!(anywhere(word), "{word} is there before");
    }
    erased_at_the_counter(&world);
    let lite = Connection::open(path).expect("the file");
    for word in HERS {
        assert_eq!(places(&lite, word), [""; 0], "{word}");
        assert!(!anywhere(word), "{word} is left in the bytes of the file");
    }
    assert!(anywhere("珈蓝八号"), "what others said stays");
    assert_eq!(world.findings(), []);
}

/// Whoever is erased, in whatever order: the tables are those a replay without their texts gives.
#[test]
fn everybody_erased_one_after_the_other_leaves_a_record_that_verifies() {
    for world in World::everywhere() {
        typed(&world);
        let people = world.db().read_wait(|r| Ok(r.rows(PEOPLE, &[], |row| row.id::<PersonId>(0))?)).expect("people");
        assert!(people.len() > 20, "{}", people.len());
        for (n, person) in people.iter().copied().enumerate() {
            let area = AreaId::from_bytes([0; 16]);
            let erased = world.db().act_wait(area, move |tx| {
                let mut texts = lianxin_council::forget::also(tx, person)?;
                texts.extend(of_person(tx, person)?.into_iter().map(|held| (held.act, held.field)));
                let head = Head { id: ActId::new(tx.chance(), tx.now()), area, by: By::Office, no: None, token: None };
                Ok(erase::<Rooms>(tx, head, &texts)?)
            });
            assert!(erased.expect("erased").is_some(), "something was kept of each");
            if n % 8 == 0 || n + 1 == people.len() {
                assert_eq!(world.findings(), [], "after {n}");
            }
        }
        world.db().scrub_wait().expect("scrubbed");
        let left = world.db().read_wait(|r| Ok(r.rows(PEOPLE, &[], |row| row.id::<PersonId>(0))?)).expect("people");
        assert_eq!(left, []);
    }
}

/// A text taken out by hand is named, and one an erasure took is not.
#[test]
fn a_text_that_went_without_an_erasure_is_named() {
    let world = World::new();
    let Place::File(path) = &world.place else { panic!("a file") };
    let lite = Connection::open(path).expect("the file");
    lite.execute("DELETE FROM journal_text WHERE rowid = (SELECT max(rowid) FROM journal_text)", []).expect("deleted");
    let found = world.findings();
    assert!(found.iter().any(|f| f.what == Wrong::MissingText), "{found:?}");
}

const PEOPLE: &str = "SELECT id FROM register_person ORDER BY id";

#[test]
fn what_is_typed_stands_in_the_texts_of_the_journal_and_nowhere_else() {
    let world = World::new();
    let words = [typed(&world), typed_by_the_office(&world)].concat();
    let Place::File(path) = &world.place else { panic!("a file") };
    let lite = Connection::open(path).expect("the file");
    for word in words {
        assert_eq!(places(&lite, word), ["journal_text.value"], "{word}");
    }
    assert_eq!(world.findings(), []);
}
