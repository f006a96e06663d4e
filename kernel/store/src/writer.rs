use crate::conn::Conn;
use crate::{Fault, Kept, Log, Place, Read, Stop, Tx};
use lianxin_base::{ActId, Chance, Clock, Moment};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};
use tokio::sync::{broadcast, oneshot};

/// A group ends after this many commands or this long, whichever comes first.
const GROUP: usize = 256;
const GROUP_TIME: Duration = Duration::from_millis(5);
/// On PostgreSQL several processes may write: acts are numbered without gaps, so one group waits for the other, as
/// SQLite's BEGIN IMMEDIATE does. The lock goes with the transaction; the number is this program's own.
const ALONE: &str = "BEGIN; SELECT pg_advisory_xact_lock(7810775); SAVEPOINT c";
/// How often a lost PostgreSQL is tried again before the waiting commands are told.
const RETRIES: u32 = 5;

/// What became durable with one COMMIT: the page elements that moved. Open pages fetch them again.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The writer's time.
    pub at: Moment,
    /// Element ids, in order of the commands.
    pub moved: Vec<String>,
}

/// One command waiting for the writer. It may run more than once; it is answered once, after COMMIT.
pub(crate) trait Job: Send {
    fn run(&mut self, conn: &mut Conn, cx: &Context) -> Ran;
    fn answer(self: Box<Self>, fault: Option<Fault>);
}

pub(crate) struct Ran {
    pub(crate) good: bool,
    /// Whether a statement that changes rows was run, with or without success.
    pub(crate) wrote: bool,
    pub(crate) acts: Vec<ActId>,
    pub(crate) moved: Vec<String>,
}

/// What the writer knows besides its connection.
pub(crate) struct Context {
    pub(crate) clock: Clock,
    pub(crate) chance: Chance,
    pub(crate) kept: Vec<Kept>,
    pub(crate) log: Log,
    pub(crate) place: Place,
    pub(crate) tail: broadcast::Sender<Committed>,
    pub(crate) last: std::sync::atomic::AtomicI64,
}

impl Context {
    fn now(&self) -> Moment {
        let last = self.last.load(std::sync::atomic::Ordering::SeqCst);
        let now = self.clock.now().max(Moment::from_micros(last));
        self.last.store(now.micros(), std::sync::atomic::Ordering::SeqCst);
        now
    }
}

pub(crate) enum Door {
    Act,
    Keep,
}

/// A closure with the place its answer goes to.
pub(crate) struct Command<F, T> {
    pub(crate) door: Door,
    pub(crate) f: F,
    pub(crate) done: Option<Result<T, Stop>>,
    pub(crate) to: oneshot::Sender<Result<T, Stop>>,
}

impl<F, T> Job for Command<F, T>
where
    F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send,
    T: Send,
{
    fn run(&mut self, conn: &mut Conn, cx: &Context) -> Ran {
        let mut tx = match self.door {
            Door::Act => Tx::deciding(conn, cx.now(), &cx.chance),
            Door::Keep => Tx::keeping(conn, cx.now(), &cx.chance, &cx.kept),
        };
        let done = catch_unwind(AssertUnwindSafe(|| (self.f)(&mut tx)))
            .unwrap_or_else(|_| Err(Fault::bug("a command panicked").into()));
        let (wrote, acts, moved) = tx.ended();
        let good = done.is_ok();
        self.done = Some(done);
        Ran { good, wrote, acts, moved }
    }

    fn answer(self: Box<Self>, fault: Option<Fault>) {
        // A refusal stands even if the group's COMMIT failed: nothing of it was to be written.
        let answer = match (self.done, fault) {
            (Some(Err(stop)), _) => Err(stop),
            (Some(Ok(value)), None) => Ok(value),
            (_, Some(fault)) => Err(fault.into()),
            (None, None) => Err(Fault::bug("a command was answered before it ran").into()),
        };
        self.to.send(answer).ok(); // the asker may have gone away; what is written stays written
    }
}

/// The commands that share one transaction, and what they recorded.
struct Group {
    jobs: Vec<Box<dyn Job>>,
    acts: Vec<ActId>,
    moved: Vec<String>,
}

/// The writer's thread: takes what waits, runs each command, commits once, answers all.
pub(crate) fn work(mut conn: Conn, jobs: &Receiver<Box<dyn Job>>, cx: &Context) {
    while let Ok(first) = jobs.recv() {
        let mut group = Group { jobs: vec![first], acts: Vec::new(), moved: Vec::new() };
        let mut outcome = run_group(&mut conn, &mut group, jobs, cx);
        let mut tries = 0;
        // A broken line shows as a failed statement first, and only a moment later as a closed connection.
        while matches!(outcome, Err(Fault::Away(_))) && conn.is_pg() && tries < RETRIES {
            tries += 1;
            std::thread::sleep(Duration::from_millis(200 * u64::from(tries)));
            outcome = match came_through(&mut conn, cx, &group) {
                Ok(true) => Ok(()),
                Ok(false) => run_group(&mut conn, &mut group, jobs, cx),
                Err(fault) => Err(fault),
            };
        }
        if outcome.is_err() && conn.in_transaction() {
            conn.batch("ROLLBACK").ok();
        }
        finish(group, outcome, cx);
    }
}

/// On SQLite a group first runs without savepoints, whose undo pages cost a tenth of an intake. Refusals come before
/// anything is written, almost always; where one did not, the group is undone and runs again with a savepoint each.
fn run_group(conn: &mut Conn, group: &mut Group, jobs: &Receiver<Box<dyn Job>>, cx: &Context) -> Result<(), Fault> {
    if !conn.is_pg() {
        conn.control(&["BEGIN IMMEDIATE"], "")?;
        if together(conn, group, jobs, cx)? {
            return conn.control(&["COMMIT"], "");
        }
        conn.control(&["ROLLBACK"], "")?;
    }
    one_by_one(conn, group, jobs, cx)
}

/// Whether all of the group may be committed as it stands; `false`: some of it is half written.
fn together(conn: &mut Conn, group: &mut Group, jobs: &Receiver<Box<dyn Job>>, cx: &Context) -> Result<bool, Fault> {
    let mut pace = Pace::begin(group);
    while let Some(at) = pace.next(&mut group.jobs, jobs) {
        let ran = group.jobs[at].run(conn, cx);
        if !conn.in_transaction() {
            return Err(ended_by_itself(conn));
        }
        if ran.good {
            group.acts.extend(ran.acts);
            group.moved.extend(ran.moved);
        } else if ran.wrote {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Each command in a savepoint of its own.
fn one_by_one(conn: &mut Conn, group: &mut Group, jobs: &Receiver<Box<dyn Job>>, cx: &Context) -> Result<(), Fault> {
    conn.control(&["BEGIN IMMEDIATE", "SAVEPOINT c"], ALONE)?;
    let mut pace = Pace::begin(group);
    let mut good = false;
    while let Some(at) = pace.next(&mut group.jobs, jobs) {
        if good {
            conn.control(&["RELEASE c", "SAVEPOINT c"], "RELEASE SAVEPOINT c; SAVEPOINT c")?;
        }
        let ran = group.jobs[at].run(conn, cx);
        if !conn.in_transaction() {
            return Err(ended_by_itself(conn));
        }
        good = ran.good;
        if good {
            group.acts.extend(ran.acts);
            group.moved.extend(ran.moved);
        } else {
            conn.control(&["ROLLBACK TO c"], "ROLLBACK TO SAVEPOINT c")?;
        }
    }
    conn.control(&["COMMIT"], "COMMIT")
}

/// Goes through a group; who comes meanwhile still joins it, until it is large or has taken long.
struct Pace {
    begun: Instant,
    next: usize,
}

impl Pace {
    fn begin(group: &mut Group) -> Self {
        (group.acts, group.moved) = (Vec::new(), Vec::new());
        #[expect(clippy::disallowed_methods, reason = "a group is bounded in real time, not in the office's time")]
        let begun = Instant::now();
        Self { begun, next: 0 }
    }

    fn next(&mut self, jobs: &mut Vec<Box<dyn Job>>, more: &Receiver<Box<dyn Job>>) -> Option<usize> {
        if self.next == jobs.len() && self.next < GROUP && self.begun.elapsed() < GROUP_TIME {
            jobs.extend(more.try_recv());
        }
        let at = self.next;
        self.next += 1;
        (at < jobs.len()).then_some(at)
    }
}

/// SQLite gives a transaction up when the disk is full; PostgreSQL's is gone with the line.
fn ended_by_itself(conn: &Conn) -> Fault {
    let why = "the transaction ended by itself".to_owned();
    if conn.is_pg() { Fault::Away(why) } else { Fault::Full(why) }
}

/// After a lost connection: did the COMMIT reach the disk before the line broke? One act of the group tells for all.
fn came_through(conn: &mut Conn, cx: &Context, group: &Group) -> Result<bool, Fault> {
    *conn = cx.place.connect()?;
    match group.acts.first() {
        Some(act) => (cx.log.holds)(&mut Read { conn }, *act),
        None => Ok(false),
    }
}

fn finish(group: Group, outcome: Result<(), Fault>, cx: &Context) {
    if outcome.is_ok() && !group.moved.is_empty() {
        let at = Moment::from_micros(cx.last.load(std::sync::atomic::Ordering::SeqCst));
        cx.tail.send(Committed { at, moved: group.moved }).ok(); // nobody may be listening
    }
    for job in group.jobs {
        job.answer(outcome.clone().err());
    }
}
