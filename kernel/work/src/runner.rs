//! Runs timers that fell due.

use crate::bell::{Bell, Handle};
use crate::lease::Lease;
use crate::timer::{self, Due, TimerKind};
use crate::trouble::{Report, Trouble, Waits, guarded};
use lianxin_base::{Moment, SECOND};
use lianxin_store::{Db, Fault, Stop};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// How many timers are looked up at once.
const PAGE: i64 = 200;
/// A timer may set itself again for a time that is already past (days the machine was off), but not for ever.
const TURNS: u32 = 4_000;
/// Something due within this makes the thread look every second; otherwise it looks this often.
const NEAR: i64 = 30 * SECOND;

/// Calls the act functions of timers that fell due.
pub struct Runner {
    db: Db,
    kinds: Vec<TimerKind>,
    report: Report,
}

type Hold<'h> = &'h mut dyn FnMut() -> Result<bool, Stop>;

impl Runner {
    /// A runner for the kinds of timers all systems have.
    pub fn new(db: Db, kinds: Vec<TimerKind>) -> Self {
        Self { db, kinds, report: Box::new(|_| {}) }
    }

    /// Told of every timer whose act could not be recorded.
    #[must_use]
    pub fn on_trouble(mut self, report: impl Fn(&Trouble) + Send + Sync + 'static) -> Self {
        self.report = Box::new(report);
        self
    }

    /// Runs everything that is due, also what falls due through that, each timer in order of its time; answers how
    /// many ran. A timer whose act fails is reported, skipped and tried by the next call.
    /// Blocking: for start-up, commands and tests. Errors: only when the timers cannot be read at all.
    pub fn run_due(&self) -> Result<usize, Stop> {
        self.round(&mut Waits::default(), &mut || Ok(true))
    }

    /// Runs timers on a thread of its own until the handle goes. Of several processes one does, by a lease that is
    /// taken only when something is due, so that an idle office writes nothing.
    pub fn start(self) -> Result<Handle, Fault> {
        let bell = Arc::new(Bell::default());
        let ours = Arc::clone(&bell);
        Handle::start("timers", bell, move || self.serve(&ours))
    }

    fn serve(&self, bell: &Bell) {
        let mut lease = Lease::new(&self.db, "timers");
        let mut waits = Waits::default();
        loop {
            let mut hold = || Ok(!bell.over() && lease.hold()?);
            if let Err(why) = guarded(|| self.round(&mut waits, &mut hold)) {
                (self.report)(&Trouble { what: "timer", id: String::new(), why });
            }
            waits.tidy(self.db.clock().now());
            if !bell.sleep(self.pause()) {
                return;
            }
        }
    }

    /// How long until the next look: one second at most while something is near due.
    fn pause(&self) -> Duration {
        let now = self.db.clock().now();
        let next = self.db.read_wait(move |r| Ok(timer::next_after(r, now)?));
        match next {
            Ok(Some(due)) if due.since(now) <= NEAR => {
                Duration::from_micros(due.since(now).clamp(SECOND / 20, SECOND).unsigned_abs())
            }
            Ok(_) => Duration::from_micros(NEAR.unsigned_abs()),
            Err(_) => Duration::from_secs(5),
        }
    }

    fn round(&self, waits: &mut Waits, hold: Hold<'_>) -> Result<usize, Stop> {
        let mut ran = 0;
        let mut turns: BTreeMap<(String, String), u32> = BTreeMap::new();
        loop {
            let due = self.due(waits)?;
            if due.is_empty() {
                return Ok(ran);
            }
            for one in due {
                if !hold()? {
                    return Ok(ran);
                }
                let turn = turns.entry((one.kind.clone(), one.subject.clone())).or_default();
                *turn += 1;
                ran += usize::from(self.one(one, *turn, waits)?);
            }
        }
    }

    /// The first timers that are due and not waiting after a failure.
    fn due(&self, waits: &Waits) -> Result<Vec<Due>, Stop> {
        let now = self.db.clock().now();
        let mut after = (Moment::from_micros(i64::MIN), String::new());
        loop {
            let from = after.clone();
            let page = self.db.read_wait(move |r| Ok(timer::due_page(r, now, &from, PAGE)?))?;
            let Some(last) = page.last() else { return Ok(Vec::new()) };
            after = (last.due_at, last.id.clone());
            let ready: Vec<Due> = page.into_iter().filter(|d| !waits.waits(&d.id, now)).collect();
            if !ready.is_empty() {
                return Ok(ready);
            }
        }
    }

    /// Whether it ran. One that an earlier act of this round cleared is left alone.
    fn one(&self, due: Due, turn: u32, waits: &mut Waits) -> Result<bool, Stop> {
        let id = due.id.clone();
        if !self.is_open(&id)? {
            return Ok(false);
        }
        match self.act(due, turn).and_then(|()| self.ended(&id)) {
            Ok(()) => {
                waits.went_well(&id);
                Ok(true)
            }
            Err(why) => {
                waits.failed(&id, self.db.clock().now());
                (self.report)(&Trouble { what: "timer", id, why });
                Ok(false)
            }
        }
    }

    fn act(&self, due: Due, turn: u32) -> Result<(), Stop> {
        if turn > TURNS {
            return Err(Fault::bug(format!("it set itself again {TURNS} times in one round")).into());
        }
        let Some(kind) = self.kinds.iter().find(|k| k.kind == due.kind) else {
            return Err(Fault::bug(format!("no system of this program knows timers of the kind {}", due.kind)).into());
        };
        guarded(|| (kind.run)(&self.db, due))
    }

    fn ended(&self, id: &str) -> Result<(), Stop> {
        if self.is_open(id)? {
            return Err(Fault::bug("its act function came back and the timer is still open").into());
        }
        Ok(())
    }

    fn is_open(&self, id: &str) -> Result<bool, Stop> {
        let id = id.to_owned();
        self.db.read_wait(move |r| Ok(timer::is_open(r, &id)?))
    }
}
