use crate::{Browser, Page};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::Request;
use lianxin_app::config::Config;
use lianxin_app::{house, rooms};
use lianxin_base::{Chance, Clock, Day, Moment};
use lianxin_council::seeds::Planted;
use lianxin_gate::Keys;
use lianxin_journal::{Finding, verify};
use lianxin_seeds::{Pass, SignIn};
use lianxin_store::testing::{self, Folder};
use lianxin_store::{Db, Place};
use lianxin_web::House;
use lianxin_work::Runner;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::OnceLock;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

/// The day on which every story is told: a Tuesday, no holiday near.
pub fn today() -> Day {
    "2026-06-16".parse().expect("a day")
}

/// A planted demonstration, open for pages, with a clock that a story moves.
pub struct World {
    /// The house.
    pub house: House,
    /// What was planted.
    pub planted: Planted,
    /// Where the database is.
    pub place: Place,
    router: Router,
    runner: Runner,
    runtime: Runtime,
    passes: Vec<SignIn>,
    _folder: Option<Folder>,
}

/// A planted SQLite file, made once in a test program and copied for every story.
struct Seed {
    file: Vec<u8>,
    planted: Planted,
    passes: Vec<SignIn>,
}

fn keys() -> Keys {
    Keys::from_secret(&[7; 32])
}

fn plant(place: Place) -> (Planted, Vec<SignIn>) {
    lianxin_app::demo::plant(place, &keys(), today()).unwrap_or_else(|why| panic!("planting: {}", why.0))
}

fn seed() -> &'static Seed {
    static SEED: OnceLock<Seed> = OnceLock::new();
    SEED.get_or_init(|| {
        let folder = Folder::new();
        let (path, copy) = (folder.path().join("lianxin.db"), folder.path().join("copy.db"));
        let (planted, passes) = plant(Place::File(path.clone()));
        let lite = rusqlite::Connection::open(&path).expect("the planted file opens");
        lite.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).expect("it can be copied");
        Seed { file: std::fs::read(&copy).expect("the copy is there"), planted, passes }
    })
}

impl World {
    /// The host a browser asks for.
    pub const HOST: &str = "127.0.0.1:8600";
    /// The address people reach the house at.
    pub const ORIGIN: &str = "http://127.0.0.1:8600";

    /// A planted house in a SQLite file of its own.
    pub fn new() -> Self {
        let (folder, seed) = (Folder::new(), seed());
        let path = folder.path().join("lianxin.db");
        std::fs::write(&path, &seed.file).expect("the temporary folder takes a file");
        Self::open(Place::File(path), seed.planted.clone(), seed.passes.clone(), Some(folder))
    }

    /// The houses a story is told in: SQLite, and PostgreSQL where a server is named.
    pub fn everywhere() -> Vec<Self> {
        std::iter::once(Self::new()).chain(Self::on_postgres()).collect()
    }

    /// A planted house on PostgreSQL, where a server is named.
    pub fn on_postgres() -> Option<Self> {
        let place = testing::postgres()?;
        let (planted, passes) = plant(place.clone());
        Some(Self::open(place, planted, passes, None))
    }

    fn open(place: Place, planted: Planted, passes: Vec<SignIn>, folder: Option<Folder>) -> Self {
        let clock = Clock::by_hand(today().at(9, 0));
        let db = house::open(place.clone(), clock, Chance::system()).expect("the database opens");
        let config = Config {
            data: PathBuf::new(),
            db: None,
            addr: Self::HOST.into(),
            origin: Self::ORIGIN.into(),
            proxies: Vec::new(),
            program: Some(program()),
        };
        let runner = Runner::new(db.clone(), rooms::timers()).on_trouble(|t| panic!("a timer: {t}"));
        let (house, router) = house::build(db, keys(), &config, true).expect("the house is built");
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads");
        Self { house, planted, place, router, runner, runtime, passes, _folder: folder }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.house.db()
    }

    /// Somebody without any cookie.
    pub fn stranger(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// Somebody who has come in. An entry slip lets in once.
    pub fn signed_in(&self, who: &str) -> Browser<'_> {
        let mut browser = self.stranger();
        browser.sign_in(who);
        browser
    }

    /// What was handed out for a name.
    ///
    /// # Panics
    /// Nothing was.
    pub fn pass(&self, who: &str) -> &Pass {
        let found = self.passes.iter().find(|s| s.who == who);
        &found.unwrap_or_else(|| panic!("nothing was handed out for {who}")).pass
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.house.now()
    }

    /// Lets time pass; what falls due is done.
    pub fn pass_to(&self, at: Moment) {
        self.house.clock().set(at);
        self.runner.run_due().expect("the timers are read");
    }

    /// Everything that verification finds.
    pub fn findings(&self) -> Vec<Finding> {
        findings(&self.place)
    }

    pub(crate) fn answer(&self, path: &str, mut request: Request<Body>) -> Page {
        let peer = SocketAddr::from(([127, 0, 0, 1], 50_000));
        request.extensions_mut().insert(ConnectInfo(peer));
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("a router always answers");
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            // A live stream has no end: nobody reads it here.
            let endless = headers.get("content-type").is_some_and(|v| v.as_bytes().starts_with(b"text/event-stream"));
            let body = if endless { Body::empty() } else { response.into_body() };
            let bytes = to_bytes(body, 16 << 20).await.expect("a whole body");
            Page { status, url: path.to_owned(), headers, html: String::from_utf8_lossy(&bytes).into_owned() }
        })
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

/// The program beside this test program; built by the stories that need it.
pub(crate) fn program() -> PathBuf {
    let deps = std::env::current_exe().expect("this test has a path");
    deps.parent().and_then(|p| p.parent()).expect("target/PROFILE/deps").join("lianxin")
}

/// What verification of a database finds, on a connection of its own.
pub(crate) fn findings(place: &Place) -> Vec<Finding> {
    let look = Db::look(place, |r| {
        Ok(verify(r, &rooms::kinds(), &rooms::migrations(), &rooms::kept(), &mut |_, _| true)?.findings)
    });
    look.unwrap_or_else(|why| panic!("verification runs: {why:?}"))
}
