//! A small system: things with a deadline, and long work that leaves one act a step.

use lianxin_base::{ActId, AreaId, Chance, Moment};
use lianxin_journal::{Act, By, Head, Kind, Leaf, Recorded, already, record};
use lianxin_store::testing::monday;
use lianxin_store::{Db, Fault, Kept, Migrations, Open, Place, Stop, Tx, params};
use lianxin_work::{Due, Step, clear, done, is_open, set};

pub(crate) const AREA: AreaId = AreaId::from_bytes([7; 16]);
const ADD: &str = "INSERT INTO demo_line(id, area, kind, subject, due_at, at) VALUES($1, $2, $3, $4, $5, $6)";
const LINES: &str = "SELECT kind, subject, due_at, at FROM demo_line ORDER BY at, id";
const TABLE: &str = "CREATE TABLE demo_line(id TEXT NOT NULL PRIMARY KEY, area TEXT NOT NULL, kind TEXT NOT NULL, \
                     subject TEXT NOT NULL, due_at BIGINT NULL, at BIGINT NOT NULL);";

/// Begins a deadline.
pub(crate) struct Begin {
    pub(crate) timer: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) due: Moment,
}

impl Act for Begin {
    const KIND: &'static str = "demo.begin";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("timer", self.timer);
        leaf.text("subject", self.subject);
        leaf.int("due", self.due.micros());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let kind = kind_of(rec.text("timer")?)?;
        set(tx, kind, rec.text("subject")?, rec.moment("due")?, rec)
    }
}

/// Closes a thing before its deadline.
pub(crate) struct Close {
    pub(crate) subject: &'static str,
}

impl Act for Close {
    const KIND: &'static str = "demo.close";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("subject", self.subject);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        clear(tx, "demo.due", rec.text("subject")?, rec)
    }
}

/// What a timer, or a step of a job, leaves.
struct Line {
    timer: Option<String>,
    kind: String,
    subject: String,
    due_at: Option<Moment>,
    next: Option<Moment>,
}

impl Act for Line {
    const KIND: &'static str = "demo.line";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.opt_text("timer", self.timer.as_deref());
        leaf.text("kind", &self.kind);
        leaf.text("subject", &self.subject);
        leaf.opt_int("due_at", self.due_at.map(Moment::micros));
        leaf.opt_int("next", self.next.map(Moment::micros));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (kind, subject) = (rec.text("kind")?, rec.text("subject")?);
        tx.exec(ADD, params![rec.id(), rec.area(), kind, subject, rec.opt_moment("due_at")?, rec.at()])?;
        if let Some(timer) = rec.opt_text("timer")? {
            done(tx, timer, rec)?;
        }
        match rec.opt_moment("next")? {
            Some(next) => set(tx, kind_of(kind)?, subject, next, rec),
            None => Ok(()),
        }
    }
}

fn kind_of(name: &str) -> Result<&'static str, Fault> {
    ["demo.due", "demo.daily", "demo.lazy", "demo.gone"]
        .into_iter()
        .find(|k| *k == name)
        .ok_or_else(|| Fault::Damaged("no such kind".into()))
}

/// The act function of a timer; `next` if it comes back.
pub(crate) fn line(db: &Db, due: &Due, next: Option<Moment>) -> Result<(), Stop> {
    let (head, due) = (due.head(db), due.clone());
    db.act_wait(due.area, move |tx| {
        if !is_open(tx, &due.id)? {
            return Ok(());
        }
        let act = Line {
            timer: Some(due.id.clone()),
            kind: due.kind.clone(),
            subject: due.subject.clone(),
            due_at: Some(due.due_at),
            next,
        };
        record(tx, head.clone(), &act)?;
        Ok(())
    })
}

/// The act a step of a job leaves, once.
pub(crate) fn step_line(db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    let (area, token, subject) = (step.job.area, step.token(), step.step.to_string());
    let id = ActId::new(db.chance(), db.clock().now());
    db.act_wait(area, move |tx| {
        if already(tx, &token)?.is_some() {
            return Ok(());
        }
        let act = Line { timer: None, kind: "step".into(), subject: subject.clone(), due_at: None, next: None };
        record(tx, Head { id, area, by: By::Office, no: None, token: Some(token.clone()) }, &act)?;
        Ok(())
    })
}

/// Records an act by the office.
pub(crate) fn act(db: &Db, act: impl Act + 'static) -> ActId {
    let id = ActId::new(db.chance(), db.clock().now());
    db.act_wait(AREA, move |tx| Ok(record(tx, Head { id, area: AREA, by: By::Office, no: None, token: None }, &act)?))
        .expect("recorded")
        .act
}

pub(crate) fn migrations() -> Vec<Migrations> {
    let demo = Migrations { prefix: "demo", files: &[("0001", TABLE)] };
    vec![lianxin_journal::migrations(), lianxin_work::migrations(), demo]
}

pub(crate) fn kept() -> Vec<Kept> {
    lianxin_journal::kept().into_iter().chain(lianxin_work::kept()).collect()
}

/// Opens the place as the `nth` process would: the same morning, other ids.
pub(crate) fn open(place: &Place, nth: u64) -> Db {
    Db::open(Open {
        place: place.clone(),
        clock: monday(),
        chance: Chance::seeded(nth),
        migrations: migrations(),
        kept: kept(),
        readers: 2,
        log: lianxin_journal::log(),
    })
    .expect("opens")
}

/// What timers and steps left: kind, subject, when it was due, when it was recorded.
pub(crate) fn lines(db: &Db) -> Vec<(String, String, Option<Moment>, Moment)> {
    db.read_wait(
        |r| Ok(r.rows(LINES, &[], |row| Ok((row.text(0)?, row.text(1)?, row.opt_moment(2)?, row.moment(3)?)))?),
    )
    .expect("read")
}

/// Replay gives the same rows.
pub(crate) fn assert_replays(db: &Db) {
    let kinds = [Kind::of::<Begin>(), Kind::of::<Close>(), Kind::of::<Line>()];
    let found = db
        .read_wait(move |r| Ok(lianxin_journal::verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?))
        .expect("runs");
    assert_eq!(found.findings, vec![]);
    assert!(found.acts > 0 && found.rows > 0);
}

/// Waits, in real time, until something is so.
pub(crate) fn until(what: &str, so: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("waited in vain until {what}");
}
