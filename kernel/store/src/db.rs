use crate::conn::Conn;
use crate::pool::{Pool, snapshot};
use crate::writer::{Command, Context, Door, Job, work};
use crate::{Committed, Fault, Kept, Migrations, Read, Stop, Tx, migrate, scrub};
use lianxin_base::{ActId, AreaId, Chance, Clock, Moment};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use tokio::sync::{broadcast, oneshot};

/// How many commands may wait for the writer before the next is refused as busy.
const QUEUE: usize = 4096;

/// Where the database is.
#[derive(Clone, Debug)]
pub enum Place {
    /// In memory, for tests; one connection serves everything.
    Memory,
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL address, `postgres://…`.
    Postgres(String),
}

impl Place {
    pub(crate) fn connect(&self) -> Result<Conn, Fault> {
        match self {
            Self::Memory => Conn::memory(),
            Self::File(path) => {
                // SQLite gives the files beside it the same rights.
                crate::private::file(path).map_err(|e| Fault::Full(format!("{}: {e}", path.display())))?;
                Conn::file(path, 8_000)
            }
            Self::Postgres(url) => Conn::postgres(url),
        }
    }
    pub(crate) fn connect_reader(&self) -> Result<Conn, Fault> {
        match self {
            Self::File(path) => Conn::file(path, 4_000),
            other => other.connect(),
        }
    }
}

/// What the store asks of the record that stands above it.
#[derive(Clone, Copy)]
pub struct Log {
    /// The time of the last act, so that time never runs backwards.
    pub last: fn(&mut Read<'_>) -> Result<Option<Moment>, Fault>,
    /// Whether an act is there, asked after a lost connection.
    pub holds: fn(&mut Read<'_>, ActId) -> Result<bool, Fault>,
}

impl Log {
    /// No record: for the store's own tests.
    pub const NONE: Self = Self { last: |_| Ok(None), holds: |_, _| Ok(false) };
}

/// How to open a database.
pub struct Open {
    /// Where it is.
    pub place: Place,
    /// The clock.
    pub clock: Clock,
    /// Where ids' and salts' random bytes come from.
    pub chance: Chance,
    /// Every room's schema.
    pub migrations: Vec<Migrations>,
    /// Every room's kept tables.
    pub kept: Vec<Kept>,
    /// How many pages may be read at once.
    pub readers: usize,
    /// The record above.
    pub log: Log,
}

/// An open database. Cheap to clone; the last clone to go ends the threads.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    jobs: SyncSender<Box<dyn Job>>,
    pool: Option<Pool>,
    place: Place,
    kept: Vec<Kept>,
    clock: Clock,
    chance: Chance,
    tail: broadcast::Sender<Committed>,
}

impl Db {
    /// How far the schema of a database is, before it is opened.
    ///
    /// # Errors
    /// [`Fault::Newer`], or the database's trouble.
    pub fn standing(place: &Place, migrations: &[Migrations]) -> Result<migrate::Standing, Fault> {
        migrate::standing(&mut place.connect()?, migrations)
    }

    /// Connects, brings the schema up to date and starts the writer.
    pub fn open(open: Open) -> Result<Self, Fault> {
        let mut conn = open.place.connect()?;
        migrate::run(&mut conn, &open.migrations, open.clock.now())?;
        let last = (open.log.last)(&mut Read { conn: &mut conn })?.unwrap_or_default();
        let pool = match open.place {
            Place::Memory => None,
            ref place => Some(Pool::start(place, open.readers)?),
        };
        let (jobs, queue) = sync_channel(QUEUE);
        let (tail, _) = broadcast::channel(1024);
        let cx = Context {
            clock: open.clock.clone(),
            chance: open.chance.clone(),
            kept: open.kept.clone(),
            log: open.log,
            place: open.place.clone(),
            tail: tail.clone(),
            last: AtomicI64::new(last.micros()),
        };
        std::thread::Builder::new()
            .name("write".into())
            .spawn(move || work(conn, &queue, &cx))
            .map_err(|e| Fault::Busy(e.to_string()))?;
        Ok(Self(Arc::new(Inner {
            jobs,
            pool,
            place: open.place,
            kept: open.kept,
            clock: open.clock,
            chance: open.chance,
            tail,
        })))
    }

    /// Looks at one snapshot.
    pub async fn read<T, F>(&self, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        answer(self.ask(f)?.await)
    }

    /// [`Db::read`] for commands and tests; never inside async code.
    pub fn read_wait<T, F>(&self, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        answer(self.ask(f)?.blocking_recv())
    }

    /// Runs a command that records acts in `area`. The answer comes after COMMIT; the closure may run again.
    pub async fn act<T, F>(&self, area: AreaId, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        let _ = area; // one writer serves all areas today; the area is the key it would be sharded by
        answer(self.send(Door::Act, f)?.await)
    }

    /// [`Db::act`] for commands and tests; never inside async code.
    pub fn act_wait<T, F>(&self, area: AreaId, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        let _ = area;
        answer(self.send(Door::Act, f)?.blocking_recv())
    }

    /// Housekeeping on kept tables, without an act.
    pub async fn keep<T, F>(&self, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        answer(self.send(Door::Keep, f)?.await)
    }

    /// [`Db::keep`] for commands and tests; never inside async code.
    pub fn keep_wait<T, F>(&self, f: F) -> Result<T, Stop>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        answer(self.send(Door::Keep, f)?.blocking_recv())
    }

    /// After an erasure: what was deleted leaves the write-ahead log too (SQLite), or the dead rows the table
    /// (PostgreSQL). Outside of any transaction, on a thread and a connection of its own.
    pub async fn scrub(&self) -> Result<(), Stop> {
        answer(self.scrubbing()?.await)
    }

    /// [`Db::scrub`] for commands and tests; never inside async code.
    pub fn scrub_wait(&self) -> Result<(), Stop> {
        answer(self.scrubbing()?.blocking_recv())
    }

    fn scrubbing(&self) -> Result<oneshot::Receiver<Result<(), Stop>>, Fault> {
        let (to, answer) = oneshot::channel();
        let place = self.0.place.clone();
        std::thread::Builder::new()
            .name("scrub".into())
            .spawn(move || to.send(scrub::run(&place).map_err(Stop::from)).ok()) // the asker may have gone away
            .map_err(|e| Fault::Busy(e.to_string()))?;
        Ok(answer)
    }

    /// What becomes durable from now on.
    pub fn tail(&self) -> broadcast::Receiver<Committed> {
        self.0.tail.subscribe()
    }
    /// The kept tables.
    pub fn kept(&self) -> &[Kept] {
        &self.0.kept
    }
    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }
    /// Where ids come from.
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    fn ask<T, F>(&self, f: F) -> Result<oneshot::Receiver<Result<T, Stop>>, Fault>
    where
        F: Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        match &self.0.pool {
            Some(pool) => pool.ask(f),
            None => self.send(Door::Act, move |tx: &mut Tx<'_>| f(tx)),
        }
    }

    fn send<T, F>(&self, door: Door, f: F) -> Result<oneshot::Receiver<Result<T, Stop>>, Fault>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        let (to, answer) = oneshot::channel();
        match self.0.jobs.try_send(Box::new(Command { door, f, done: None, to })) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(Fault::Busy("too many commands wait".into())),
            Err(TrySendError::Disconnected(_)) => Err(Fault::Away("the writer has stopped".into())),
        }
    }
}

fn answer<T>(got: Result<Result<T, Stop>, oneshot::error::RecvError>) -> Result<T, Stop> {
    got.unwrap_or_else(|_| Err(Fault::Away("the database thread has stopped".into()).into()))
}

/// One look at a file without starting threads: for commands that only read while a server runs.
impl Db {
    /// Runs `f` on a connection of its own.
    pub fn look<T>(place: &Place, f: impl Fn(&mut Read<'_>) -> Result<T, Stop>) -> Result<T, Stop> {
        if let Place::File(path) = place
            && !path.exists()
        {
            return Err(Fault::Away(format!("{} is not there", path.display())).into());
        }
        snapshot(&mut place.connect_reader()?, &f)
    }
}
