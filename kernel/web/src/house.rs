use crate::live::Live;
use crate::manifest::{Nav, System};
use crate::{Cidr, Origin, Source};
use lianxin_base::{Chance, Clock, Moment};
use lianxin_calendar::Calendar;
use lianxin_gate::{CapabilityWords, Keys, Limit, Limits, Powers, Refusal};
use lianxin_store::Db;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How this office is served.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people reach it at.
    pub origin: Origin,
    /// Invented data: every page says so.
    pub demo: bool,
    /// Whether this machine's own requests count against limits: not in the demo, not in trials.
    pub count_loopback: bool,
    /// The proxies whose word about the client counts.
    pub proxies: Vec<Cidr>,
    /// Largest request body in bytes.
    pub body_limit: usize,
    /// Longest time an answer may take.
    pub patience: Duration,
    /// Most live streams of this process.
    pub streams: usize,
}

impl Settings {
    /// The usual settings for an address: 1 MiB bodies, 30 seconds, 500 streams.
    pub fn at(origin: Origin) -> Self {
        let patience = Duration::from_secs(30);
        let (demo, count_loopback, proxies) = (false, true, Vec::new());
        Self { origin, demo, count_loopback, proxies, body_limit: 1024 * 1024, patience, streams: 500 }
    }
}

/// What every page stands on. Cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Inner>);

struct Inner {
    db: Db,
    keys: Keys,
    calendar: Calendar,
    settings: Settings,
    powers: Powers,
    capabilities: Vec<CapabilityWords>,
    nav: Vec<Nav>,
    limits: Limits,
    live: Live,
    hashing: Semaphore,
}

/// So many passwords are hashed at once: each takes 19 MiB.
const HASHING: usize = 2;

impl House {
    /// A house for these systems.
    pub fn new(db: Db, keys: Keys, calendar: Calendar, settings: Settings, systems: &[System]) -> Self {
        let mut powers = Powers::new();
        for (role, caps) in systems.iter().flat_map(|s| &s.roles) {
            powers.give(*role, caps);
        }
        for system in systems {
            powers.guard(&system.guarded);
        }
        let capabilities = systems.iter().flat_map(|s| s.capabilities.iter().copied()).collect();
        let nav = systems.iter().flat_map(|s| s.nav.iter().cloned()).collect();
        let live = Live::new(db.clone(), settings.streams);
        let (limits, hashing) = (Limits::new(), Semaphore::new(HASHING));
        Self(Arc::new(Inner { db, keys, calendar, settings, powers, capabilities, nav, limits, live, hashing }))
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    /// The office's secret keys.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }
    /// The calendar of working days.
    pub fn calendar(&self) -> &Calendar {
        &self.0.calendar
    }
    /// How it is served.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }
    /// What each role may do.
    pub fn powers(&self) -> &Powers {
        &self.0.powers
    }
    /// Every capability in words.
    pub fn capabilities(&self) -> &[CapabilityWords] {
        &self.0.capabilities
    }
    /// The desk's places.
    pub(crate) fn nav(&self) -> &[Nav] {
        &self.0.nav
    }
    /// Who tried what how often.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }
    /// The live streams.
    pub fn live(&self) -> &Live {
        &self.0.live
    }
    /// The clock.
    pub fn clock(&self) -> &Clock {
        self.0.db.clock()
    }
    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock().now()
    }
    /// Where new ids come from.
    pub fn chance(&self) -> &Chance {
        self.0.db.chance()
    }
    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.0.hashing
    }

    /// Whether tries from here are counted.
    pub fn counts(&self, source: Source) -> bool {
        self.0.settings.count_loopback || !source.is_loopback()
    }

    /// Counts one try.
    ///
    /// # Errors
    /// [`Refusal::TooOften`].
    pub fn take(&self, limit: Limit, key: &str, source: Source) -> Result<(), Refusal> {
        if self.counts(source) { Ok(self.0.limits.take(limit, key, self.now())?) } else { Ok(()) }
    }
}
