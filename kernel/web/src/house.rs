use crate::live::Live;
use crate::manifest::{Nav, Specimen, System};
use crate::paper::Second;
use crate::upload::Room;
use crate::{Cidr, Origin, Source};
use lianxin_base::{Chance, Clock, Moment};
use lianxin_child::Children;
use lianxin_child::press::Press;
use lianxin_gate::{CapabilityWords, Keys, Limit, Limits, Powers, Refusal};
use lianxin_store::{Db, Files};
use lianxin_work::Jobs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
    /// Largest request body with files in it.
    pub upload_limit: usize,
    /// Longest time an answer may take.
    pub patience: Duration,
    /// The same for a request with files: a phone on a weak line sends photos for minutes.
    pub upload_patience: Duration,
    /// Most live streams of this process.
    pub streams: usize,
    /// What reads the files strangers send.
    pub children: Children,
    /// What sets papers as PDF and pictures; none: it is not installed.
    pub press: Option<Press>,
    /// Where photos and other files lie.
    pub files: Files,
    /// Who runs this machine, as the register calls them; none: nobody said.
    pub hosted_by: Option<String>,
    /// Where long work keeps what it works on; none: there is no place for it.
    pub drafts: Option<PathBuf>,
}

impl Settings {
    /// The usual settings for an address: 1 MiB bodies in 30 seconds, 80 MiB with files in 5 minutes, 500 streams; no
    /// children and no place for files.
    pub fn at(origin: Origin) -> Self {
        Self {
            origin,
            demo: false,
            count_loopback: true,
            proxies: Vec::new(),
            body_limit: 1024 * 1024,
            upload_limit: 80 * 1024 * 1024,
            patience: Duration::from_secs(30),
            upload_patience: Duration::from_secs(300),
            streams: 500,
            children: Children::inside(Vec::new()),
            press: None,
            files: Files::nowhere(),
            hosted_by: None,
            drafts: None,
        }
    }
}

/// What every page stands on. Cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Inner>);

struct Inner {
    db: Db,
    keys: Keys,
    settings: Settings,
    powers: Powers,
    capabilities: Vec<CapabilityWords>,
    nav: Vec<Nav>,
    specimens: Vec<Specimen>,
    second: Option<Second>,
    limits: Limits,
    live: Live,
    hashing: Semaphore,
    guests: Semaphore,
    room: Room,
    jobs: Jobs,
    unready: AtomicBool,
}

/// So many passwords are hashed at once: each takes 19 MiB.
const HASHING: usize = 2;
/// So many papers wait for the press at once for people without a seat: the office's own never stand behind theirs.
const GUESTS: usize = 2;

impl House {
    /// A house for these systems.
    pub fn new(db: Db, keys: Keys, settings: Settings, systems: &[System]) -> Self {
        let mut powers = Powers::new();
        for (role, caps) in systems.iter().flat_map(|s| &s.roles) {
            powers.give(*role, caps);
        }
        for system in systems {
            powers.guard(&system.guarded);
        }
        let capabilities = systems.iter().flat_map(|s| s.capabilities.iter().copied()).collect();
        let nav = systems.iter().flat_map(|s| s.nav.iter().cloned()).collect();
        let specimens = systems.iter().flat_map(|s| s.specimens.iter().copied()).collect();
        let second = systems.iter().find_map(|s| s.second);
        let live = Live::new(db.clone(), settings.streams);
        let (limits, hashing, room) = (Limits::new(), Semaphore::new(HASHING), Room::new());
        let kinds = systems.iter().flat_map(|s| s.jobs.iter().copied()).collect();
        let jobs = Jobs::new(db.clone(), kinds);
        Self(Arc::new(Inner {
            db,
            keys,
            settings,
            powers,
            capabilities,
            nav,
            specimens,
            second,
            limits,
            live,
            hashing,
            guests: Semaphore::new(GUESTS),
            room,
            jobs,
            unready: AtomicBool::new(false),
        }))
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    /// The office's secret keys.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
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
    /// Every sheet that is printed here, with an example of it.
    pub fn specimens(&self) -> &[Specimen] {
        &self.0.specimens
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
    /// Where an area's title in a second script is kept.
    pub(crate) fn second(&self) -> Option<Second> {
        self.0.second
    }
    /// What reads the files strangers send: the server itself never does.
    pub fn children(&self) -> &Children {
        &self.0.settings.children
    }
    /// What sets papers as PDF and pictures, where it is installed.
    pub fn press(&self) -> Option<&Press> {
        self.0.settings.press.as_ref()
    }
    /// Where files lie.
    pub fn files(&self) -> &Files {
        &self.0.settings.files
    }
    /// The long work of all systems.
    pub fn jobs(&self) -> &Jobs {
        &self.0.jobs
    }
    /// Where long work keeps what it works on.
    pub fn drafts(&self) -> Option<&Path> {
        self.0.settings.drafts.as_deref()
    }
    /// Whether the house can be relied on; what runs beside the pages says so when it cannot.
    pub fn is_ready(&self) -> bool {
        !self.0.unready.load(Ordering::Relaxed)
    }
    /// Says whether the house can be relied on.
    pub fn set_ready(&self, ready: bool) {
        self.0.unready.store(!ready, Ordering::Relaxed);
    }
    pub(crate) fn room(&self) -> &Room {
        &self.0.room
    }
    pub(crate) fn guests(&self) -> &Semaphore {
        &self.0.guests
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
