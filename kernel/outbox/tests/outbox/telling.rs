//! Who is told by voice: what stands before a worker, what ends it, what is forgotten; on each database.

use crate::house::{AREA, db, head, kept_tables, migrations};
use lianxin_base::{ActId, AreaId, HOUR, Lang, Moment, PersonId};
use lianxin_journal::{Act, Forget, Kind, Leaf, Recorded, TextKey, erase, of_person, record, verify};
use lianxin_outbox::*;
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Stop, Tx};

const OTHER: AreaId = AreaId::from_bytes([8; 16]);
const WANG: PersonId = PersonId::from_bytes([1; 16]);
const LI: PersonId = PersonId::from_bytes([2; 16]);

/// Tells a person, or who the act itself names, about a subject.
#[derive(Clone, Copy)]
struct Tell {
    person: Option<PersonId>,
    how: Option<How>,
    subject: &'static str,
    kind: &'static str,
}

impl Act for Tell {
    const KIND: &'static str = "demo.tell";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("subject", self.subject);
        leaf.text("kind", self.kind);
        leaf.opt_seal("person", self.person, self.person.map(|p| p.to_string()).as_deref());
        leaf.opt_seal(HOW_FIELD, None, self.how.map(How::name));
        leaf.int("outside", self.person.is_none());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let kind = if rec.text("kind")? == "demo.ask" { "demo.ask" } else { "demo.course" };
        match rec.subject("person") {
            Some(person) => to_person(tx, rec, 0, person, kind, rec.text("subject")?),
            None if rec.int("outside")? != 0 => to_source(tx, rec, 0, rec.id(), kind, rec.text("subject")?),
            None => Ok(()),
        }
    }
}

/// What the rooms of this test forget: a person goes with their name, here with what they were told.
struct Rooms;

impl Forget for Rooms {
    fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
        forget_text(tx, act, field)?;
        if field == "person" { forget(tx, WANG) } else { Ok(()) }
    }
}

fn notices() -> Notices {
    let notice = |kind, urgency| Notice {
        kind,
        name: |_, kind| kind.into(),
        facts: |_, m| {
            let facts = NoticeFacts::new(m.at, "");
            Ok(if m.subject == "evening" { facts.over(m.at.plus(3 * HOUR)) } else { facts })
        },
        words: |_, _| ("请您看看".into(), "好了没有".into()),
        urgency,
        voice: |_, _| Some("您好".into()),
        preview: NoticeFacts::default,
    };
    Notices::new([notice("demo.ask", Urgency::Answer), notice("demo.course", Urgency::Course)]).expect("two kinds")
}

fn tell(db: &Db, what: Tell) -> String {
    let head = head(db);
    let act = db.act_wait(AREA, move |tx| Ok(record(tx, head.clone(), &what)?)).expect("recorded").act;
    format!("{act}/0")
}

fn ask(person: Option<PersonId>, how: Option<How>, subject: &'static str) -> Tell {
    Tell { person, how, subject, kind: "demo.ask" }
}

fn wants(db: &Db, person: PersonId, how: How) {
    let head = head(db);
    db.act_wait(AREA, move |tx| Ok(wish(tx, head.clone(), Wish { person, how })?)).expect("wished");
}

fn ends(db: &Db, id: &str, outcome: Outcome, mine: fn(AreaId) -> bool) -> Result<(), Stop> {
    let (head, id) = (head(db), id.to_owned());
    db.act_wait(AREA, move |tx| telling(tx, head.clone(), &id, outcome, mine)).map(|_| ())
}

fn waiting(db: &Db) -> Vec<Errand> {
    let now = db.clock().now();
    db.read_wait(move |r| Ok(errands(r, &notices(), &[AREA, OTHER], now)?)).expect("read")
}

fn ids(db: &Db) -> Vec<String> {
    waiting(db).into_iter().map(|e| e.message.id).collect()
}

fn assert_replays(db: &Db) {
    let kinds = [kinds(), vec![Kind::of::<Tell>(), Kind::of::<lianxin_journal::Erasure<Rooms>>()]].concat();
    let found = db.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept_tables(), &mut |_, _| true)?));
    assert_eq!(found.expect("runs").findings, vec![]);
}

/// Somebody's phone is signed in.
fn signs_in(db: &Db, person: PersonId) {
    const ROW: &str = "INSERT INTO gate_session(hash, person, created, seen, expires) VALUES($1, $2, 0, 0, $3)";
    let until = db.clock().now().plus(1_000 * HOUR);
    db.keep_wait(move |tx| Ok(tx.exec(ROW, lianxin_store::params!["x", person, until])?)).expect("signed in");
}

#[test]
fn nobody_is_sent_to_ask_somebody_to_what_is_over() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let evening = tell(&db, ask(Some(WANG), None, "evening"));
        let other = tell(&db, ask(None, Some(How::Visit), "b"));
        let told = db.clock().now();
        db.clock().set(told.plus(2 * HOUR));
        assert_eq!(ids(&db), [evening, other.clone()]);
        db.clock().set(told.plus(3 * HOUR));
        assert_eq!(ids(&db), [other], "it has begun");
    }
}

#[test]
fn who_cannot_read_it_or_chose_so_is_told_and_once() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let wang = tell(&db, ask(Some(WANG), None, "a"));
        let visit = tell(&db, ask(None, Some(How::Visit), "b"));
        tell(&db, ask(None, Some(How::Ask), "c"));
        tell(&db, Tell { kind: "demo.course", ..ask(Some(WANG), None, "d") });
        assert_eq!(ids(&db), [wang.clone(), visit.clone()]);
        let hows: Vec<Option<How>> = waiting(&db).iter().map(|e| e.how).collect();
        assert_eq!(hows, [None, Some(How::Visit)]);

        signs_in(&db, WANG);
        assert_eq!(ids(&db), std::slice::from_ref(&visit), "she reads it on her phone");
        wants(&db, WANG, How::Call);
        assert_eq!(ids(&db), [wang.clone(), visit.clone()], "and yet wants to be rung up");
        wants(&db, WANG, How::Inbox);
        assert_eq!(ids(&db), std::slice::from_ref(&visit), "the newest wish is in force");
        wants(&db, WANG, How::Call);
        let newer = tell(&db, ask(Some(WANG), None, "a"));
        assert_eq!(ids(&db), [visit.clone(), newer.clone()], "of two about one thing the newer");
        let moved = tell(&db, Tell { kind: "demo.course", ..ask(Some(WANG), None, "a") });
        assert_eq!(ids(&db), std::slice::from_ref(&visit), "it moved on");
        assert!(
            matches!(ends(&db, &visit, Outcome::Done, |area| area == OTHER), Err(Stop::Refused(no)) if no.status() == 404)
        );
        assert!(matches!(ends(&db, "no/0", Outcome::Done, |_| true), Err(Stop::Refused(no)) if no.status() == 404));
        ends(&db, &visit, Outcome::Done, |_| true).expect("told");
        assert!(matches!(ends(&db, &visit, Outcome::Nobody, |_| true), Err(Stop::Refused(no)) if no.status() == 409));
        assert_eq!((ids(&db).len(), moved.is_empty()), (0, false));
        assert_replays(&db);
    }
}

#[test]
fn who_was_not_there_is_tried_again_the_next_morning() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let id = tell(&db, ask(None, Some(How::Call), "a"));
        let noon = db.clock().now();
        assert!(waiting(&db)[0].from <= noon, "now, by day");
        ends(&db, &id, Outcome::Nobody, |_| true).expect("noted");
        ends(&db, &id, Outcome::Nobody, |_| true).expect("noted");
        let morning = noon.day().plus(1).at(8, 0);
        assert_eq!(waiting(&db).iter().map(|e| (e.tries, e.from)).collect::<Vec<_>>(), [(2, morning)]);
        db.clock().set(noon.day().plus(1).at(22, 0));
        assert_eq!(waiting(&db)[0].from, noon.day().plus(2).at(8, 0), "nobody is rung up at night");
        db.clock().set(noon.day().plus(40).at(9, 0));
        assert_eq!(ids(&db), [""; 0], "after a month nobody waits for it");
        assert_replays(&db);
    }
}

#[test]
fn the_house_says_when_nobody_is_disturbed() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let set = |from, to| {
            let head = head(&db);
            db.act_wait(AREA, move |tx| quiet_hours(tx, head.clone(), Quiet { from, to })).map(|_| ())
        };
        assert!(matches!(set(1, 0), Err(Stop::Refused(no)) if no.code() == "outbox.no_quiet"));
        set(19 * 60, 9 * 60).expect("set");
        set(20 * 60, 7 * 60).expect("set anew");
        assert_eq!(db.read_wait(|r| Ok(quiet(r)?)).expect("read"), Quiet { from: 20 * 60, to: 7 * 60 });
        tell(&db, ask(None, Some(How::Call), "a"));
        let day = db.clock().now().day();
        db.clock().set(day.at(20, 30));
        assert_eq!(waiting(&db)[0].from, day.plus(1).at(7, 0));
        assert_replays(&db);
    }
}

#[test]
fn with_a_person_go_their_wishes_and_what_was_tried_and_the_record_holds() {
    let (places, _folder) = places();
    for place in places {
        let db = db(place);
        let wang = tell(&db, ask(Some(WANG), None, "a"));
        let li = tell(&db, ask(Some(LI), None, "b"));
        for (person, how) in [(WANG, How::Call), (LI, How::Visit), (WANG, How::Slip)] {
            wants(&db, person, how);
        }
        for id in [&wang, &li] {
            ends(&db, id, Outcome::Nobody, |_| true).expect("noted");
        }
        let head = head(&db);
        db.act_wait(AREA, move |tx| {
            let texts: Vec<TextKey> = of_person(tx, WANG)?.into_iter().map(|held| (held.act, held.field)).collect();
            Ok(erase::<Rooms>(tx, head.clone(), &texts)?)
        })
        .expect("erased");
        assert_eq!(ids(&db), [li]);
        let left = db.read_wait(|r| Ok((wish_of(r, WANG)?, wish_of(r, LI)?))).expect("read");
        assert_eq!(left, (None, Some(How::Visit)));
        assert_replays(&db);
    }
}

#[test]
fn what_is_said_is_made_of_what_is_there_now() {
    let db = db(Place::Memory);
    tell(&db, ask(Some(WANG), None, "a"));
    let errand = waiting(&db).remove(0);
    let said = db.read_wait(move |r| Ok(notices().say(r, Lang::Zh, &errand.message)?)).expect("read");
    let (words, facts) = said.expect("something to say");
    assert_eq!((words.as_str(), facts.at > Moment::default()), ("您好", true));
}
