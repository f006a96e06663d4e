//! Messages reach whom they are for, once, newest first, on each database, and replay to the same rows.

use crate::house::{AREA, db, head, kept_tables, migrations};
use lianxin_base::{ActId, Lang, OrgId, PersonId};
use lianxin_journal::{Act, Kind, Leaf, Recorded, record, verify};
use lianxin_outbox::*;
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Stop, Tx};

const WANG: PersonId = PersonId::from_bytes([1; 16]);
const LI: PersonId = PersonId::from_bytes([2; 16]);
const OFFICE: OrgId = OrgId::from_bytes([3; 16]);
const COMPANY: OrgId = OrgId::from_bytes([4; 16]);

/// Tells a person, an organisation and a role in it, as far as they are given.
#[derive(Clone, Copy, Default)]
struct Tell {
    person: Option<PersonId>,
    org: Option<OrgId>,
    role: Option<&'static str>,
}

impl Act for Tell {
    const KIND: &'static str = "demo.tell";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("person", self.person);
        leaf.opt_text("org", self.org);
        leaf.opt_text("role", self.role);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        if let Some(person) = rec.opt_id_of("person")? {
            to_person(tx, rec, 0, person, "demo.told", "matter")?;
        }
        match (rec.opt_id_of("org")?, rec.opt_text("role")?) {
            (Some(org), Some(role)) => to_role(tx, rec, 1, (org, role), "demo.told", "matter"),
            (Some(org), None) => to_org(tx, rec, 1, org, "demo.told", "matter"),
            (None, _) => Ok(()),
        }
    }
}

/// Tells, a second after the last.
fn tell(db: &Db, what: Tell) -> ActId {
    let head = head(db);
    db.act_wait(AREA, move |tx| Ok(record(tx, head.clone(), &what)?)).expect("recorded").act
}

fn box_of(db: &Db, who: &Reader, after: Option<Cursor>, limit: u32) -> Vec<Inboxed> {
    let who = who.clone();
    db.read_wait(move |r| Ok(inbox(r, &who, after.as_ref(), limit)?)).expect("read")
}

fn new_of(db: &Db, who: &Reader) -> usize {
    let who = who.clone();
    db.read_wait(move |r| Ok(unread(r, &who)?)).expect("read")
}

fn see(db: &Db, who: &Reader, id: &str) {
    let (who, id) = (who.clone(), id.to_owned());
    db.keep_wait(move |tx| Ok(mark_seen(tx, &who, &[&id])?)).expect("kept");
}

fn assert_replays(db: &Db) {
    let found =
        db.read_wait(|r| Ok(verify(r, &[Kind::of::<Tell>()], &migrations(), &kept_tables(), &mut |_, _| true)?));
    let found = found.expect("runs");
    assert_eq!(found.findings, vec![]);
    assert!(found.rows > 0);
}

#[test]
fn a_message_reaches_the_person_the_organisation_or_the_role_it_is_for_and_nobody_else() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let wang = tell(&db, Tell { person: Some(WANG), ..Tell::default() });
        let office = tell(&db, Tell { org: Some(OFFICE), ..Tell::default() });
        let desk = tell(&db, Tell { org: Some(COMPANY), role: Some("dispatch"), ..Tell::default() });
        let both = tell(&db, Tell { person: Some(LI), org: Some(OFFICE), role: Some("lead") });
        for (what, who, acts) in [
            ("王", Reader::person(WANG), vec![wang]),
            ("李", Reader::person(LI), vec![both]),
            ("王 in the office", Reader::person(WANG).at(OFFICE, None), vec![office, wang]),
            ("the office's lead", Reader::seat("x").at(OFFICE, Some("lead")), vec![both, office]),
            ("the company's lead", Reader::seat("x").at(COMPANY, Some("lead")), vec![]),
            (
                "dispatch, and in the office",
                Reader::seat("x").at(COMPANY, Some("dispatch")).at(OFFICE, None),
                vec![desk, office],
            ),
            ("two seats in one house", Reader::seat("x").at(OFFICE, None).at(OFFICE, Some("lead")), vec![both, office]),
            ("a seat nowhere", Reader::seat("x"), vec![]),
        ] {
            let got: Vec<ActId> = box_of(&db, &who, None, 10).into_iter().map(|m| m.message.act).collect();
            assert_eq!(got, acts, "{what}");
            assert_eq!(new_of(&db, &who), acts.len(), "{what}");
        }
        assert_replays(&db);
    }
}

#[test]
fn pages_of_an_inbox_follow_one_another_without_gap_or_repeat() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        for n in 0..7 {
            let (person, org) = ((n % 2 == 0).then_some(WANG), (n % 3 != 1).then_some(OFFICE));
            tell(&db, Tell { person, org, role: None });
        }
        let who = Reader::person(WANG).at(OFFICE, None);
        let all = box_of(&db, &who, None, 100);
        assert_eq!(all.len(), 9, "four to the person, five to the office");
        for limit in 1..10 {
            let (mut paged, mut after) = (Vec::new(), None);
            loop {
                let page = box_of(&db, &who, after.clone(), limit);
                let Some(last) = page.last() else { break };
                after = Some(last.cursor());
                paged.extend(page);
            }
            assert_eq!(paged, all, "pages of {limit}");
        }
    }
}

#[test]
fn a_message_is_new_to_each_reader_until_they_opened_it() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let act = tell(&db, Tell { person: Some(LI), org: Some(OFFICE), role: None });
        let (to_li, to_office) = (format!("{act}/0"), format!("{act}/1"));
        let (wang, li) = (Reader::person(WANG).at(OFFICE, None), Reader::person(LI).at(OFFICE, None));
        assert_eq!((new_of(&db, &wang), new_of(&db, &li)), (1, 2));
        see(&db, &wang, &to_office);
        see(&db, &wang, &to_office);
        see(&db, &wang, &to_li);
        see(&db, &wang, "no such message");
        assert_eq!((new_of(&db, &wang), new_of(&db, &li)), (0, 2), "what one opened is new to the other");
        let ours = wang.clone();
        let (mine, others) =
            db.read_wait(move |r| Ok((message(r, &ours, &to_office)?, message(r, &ours, &to_li)?))).expect("read");
        assert!(mine.is_some_and(|m| m.seen.is_some()) && others.is_none(), "what is another's is not there");
        assert_replays(&db);
    }
}

#[test]
fn words_are_made_when_a_message_is_shown() {
    let notice = Notice {
        kind: "demo.told",
        name: |lang, _| if lang == Lang::Zh { "有话告诉您".into() } else { "Something to tell".into() },
        facts: |_, m| Ok(NoticeFacts::new(m.at, "/m/1").with("subject", &m.subject)),
        words: |lang, f| match lang {
            Lang::Zh => ("告诉您".into(), format!("关于 {}", f.get("subject"))),
            Lang::En => ("We tell you".into(), format!("About {}", f.get("subject"))),
        },
        urgency: Urgency::Course,
        voice: |_, _| None,
        preview: || NoticeFacts::default().with("subject", "芙蓉里-2026-0001"),
    };
    let notices = Notices::new([notice]).expect("one kind");
    assert_eq!(notices.faults(), Vec::<String>::new());
    let db = db(Place::Memory);
    tell(&db, Tell { person: Some(WANG), ..Tell::default() });
    let told = db.read_wait(move |r| {
        let mut one = inbox(r, &Reader::person(WANG), None, 1)?.remove(0).message;
        let known = notices.tell(r, Lang::En, &one)?;
        one.kind = "gone.kind".into();
        Ok((known, notices.tell(r, Lang::En, &one)?))
    });
    let words = ("We tell you".to_owned(), "About matter".to_owned());
    assert_eq!(told.expect("read"), (Some((words, "/m/1".to_owned())), None));
}

#[test]
fn a_message_is_written_by_an_apply_only() {
    let db = db(Place::Memory);
    let outside = db.keep_wait(|tx| {
        const ROW: &str =
            "INSERT INTO outbox_message(id, area, act, kind, subject, at) VALUES('x', 'x', 'x', 'x', 'x', 1)";
        Ok(tx.exec(ROW, &[])?)
    });
    assert!(matches!(outside, Err(Stop::Failed(Fault::Bug(_)))));
}

#[test]
fn every_statement_prepares_on_each_database_and_none_reads_a_whole_table() {
    let (places, _folder) = places();
    for place in places {
        db(place)
            .read_wait(|r| {
                for (name, sql) in SQL {
                    for line in r.plan(sql).unwrap_or_else(|e| panic!("{name}: {e}")) {
                        assert!(!line.contains("TEMP B-TREE") && !line.starts_with("SCAN"), "{name}: {line}");
                    }
                }
                Ok(())
            })
            .expect("all prepare");
    }
}
