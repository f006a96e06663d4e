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
use lianxin_journal::log::LogKeys;
use lianxin_journal::{Finding, verify};
use lianxin_seeds::{Pass, SignIn};
use lianxin_store::testing::{self, Folder};
use lianxin_store::{Db, Place, Stop};
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
    folder: Folder,
}

/// A planted database, made once in a test program and copied for every story.
struct Seed {
    held: Held,
    /// The pictures beside it.
    pictures: Vec<Vec<u8>>,
    planted: Planted,
    passes: Vec<SignIn>,
}

enum Held {
    /// The bytes of a SQLite file.
    File(Vec<u8>),
    /// A database the server copies.
    Postgres(Place),
}

fn keys() -> Keys {
    Keys::from_secret(&[7; 32])
}

fn plant(place: Place, folder: &Folder) -> (Planted, Vec<SignIn>) {
    lianxin_app::demo::plant(place, &house::files(folder.path()), &keys(), today())
        .unwrap_or_else(|why| panic!("planting: {}", why.0))
}

fn seed() -> &'static Seed {
    static SEED: OnceLock<Seed> = OnceLock::new();
    SEED.get_or_init(|| {
        let folder = Folder::new();
        let (path, copy) = (folder.path().join("lianxin.db"), folder.path().join("copy.db"));
        let place = Place::File(path.clone());
        let (planted, passes) = plant(place.clone(), &folder);
        let lite = rusqlite::Connection::open(&path).expect("the planted file opens");
        lite.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).expect("it can be copied");
        let held = Held::File(std::fs::read(&copy).expect("the copy is there"));
        Seed { held, pictures: pictures(&place, &folder), planted, passes }
    })
}

/// The same on PostgreSQL, where a server is named.
fn seed_on_postgres() -> Option<&'static Seed> {
    static SEED: OnceLock<Option<Seed>> = OnceLock::new();
    let seed = SEED.get_or_init(|| {
        let (place, folder) = (testing::postgres()?, Folder::new());
        let (planted, passes) = plant(place.clone(), &folder);
        let pictures = pictures(&place, &folder);
        Some(Seed { held: Held::Postgres(place), pictures, planted, passes })
    });
    seed.as_ref()
}

impl World {
    /// The host a browser asks for.
    pub const HOST: &str = "127.0.0.1:8600";
    /// The address people reach the house at.
    pub const ORIGIN: &str = "http://127.0.0.1:8600";

    /// A planted house in a SQLite file of its own.
    pub fn new() -> Self {
        Self::of(seed())
    }

    /// The houses a story is told in: SQLite, and PostgreSQL where a server is named.
    pub fn everywhere() -> Vec<Self> {
        std::iter::once(Self::new()).chain(Self::on_postgres()).collect()
    }

    /// A planted house on PostgreSQL, where a server is named.
    pub fn on_postgres() -> Option<Self> {
        seed_on_postgres().map(Self::of)
    }

    fn of(seed: &Seed) -> Self {
        let folder = Folder::new();
        let place = match &seed.held {
            Held::Postgres(seed) => testing::postgres_like(seed),
            Held::File(bytes) => {
                let path = folder.path().join("lianxin.db");
                std::fs::write(&path, bytes).expect("the temporary folder takes a file");
                Place::File(path)
            }
        };
        let files = house::files(folder.path());
        for picture in &seed.pictures {
            files.put(picture, today().at(9, 0)).expect("and pictures");
        }
        Self::open(place, seed.planted.clone(), seed.passes.clone(), folder)
    }

    fn open(place: Place, planted: Planted, passes: Vec<SignIn>, folder: Folder) -> Self {
        let clock = Clock::by_hand(today().at(9, 0));
        let db = house::open(place.clone(), clock, Chance::system()).expect("the database opens");
        let config = Config {
            data: folder.path().to_owned(),
            db: None,
            files: folder.path().join("files"),
            addr: Self::HOST.into(),
            origin: Self::ORIGIN.into(),
            proxies: Vec::new(),
            mail: None,
            mail_from: None,
            hook_hosts: Vec::new(),
            hosted_by: None,
            press: None,
            fonts: Vec::new(),
            backup: None,
            passphrase: None,
            program: Some(program()),
        };
        let runner = Runner::new(db.clone(), rooms::timers()).on_trouble(|t| panic!("a timer: {t}"));
        let (house, router) = house::build(db, keys(), &config, true).expect("the house is built");
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads");
        Self { house, planted, place, router, runner, runtime, passes, folder }
    }

    /// What was recorded so far comes into the signed log, as the server does it again and again.
    pub fn sign(&self) {
        let keys = LogKeys::load_or_make(&self.folder.path().join("keys"), "demo.invalid/journal", &Chance::system());
        let done = keys.and_then(|keys| house::sequence(self.db(), &keys));
        done.unwrap_or_else(|why| panic!("signing: {why:?}"));
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

    /// What came in is put into the search index, as the server does beside its work.
    ///
    /// # Panics
    /// The database's trouble.
    pub fn indexed(&self) {
        let fill = || self.db().keep_wait(|tx| Ok::<_, Stop>(lianxin_council::search::fill(tx)?));
        while fill().expect("filled") > 0 {}
    }

    /// Lets time pass; what falls due is done.
    pub fn pass_to(&self, at: Moment) {
        self.house.clock().set(at);
        self.runner.run_due().expect("the timers are read");
    }

    /// Everything that verification finds, in rows and in files.
    pub fn findings(&self) -> Vec<Finding> {
        let files = house::files(self.folder.path());
        let look = Db::look(&self.place, |r| Ok(lianxin_journal::verify_files(r, &files, rooms::files())?));
        let of_files = look.unwrap_or_else(|why| panic!("files are looked at: {why:?}"));
        findings(&self.place).into_iter().chain(of_files).collect()
    }

    /// The folder its files and drafts lie in.
    pub(crate) fn files_root(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Where its files lie.
    pub fn files(&self) -> lianxin_store::Files {
        house::files(self.folder.path())
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

/// The bytes of every file that a planted row names.
fn pictures(place: &Place, folder: &Folder) -> Vec<Vec<u8>> {
    let files = house::files(folder.path());
    let look = Db::look(place, |r| {
        let mut all = Vec::new();
        for (_, sql) in rooms::files() {
            for hash in r.rows(sql, &[], |row| row.id::<lianxin_store::FileHash>(1))? {
                all.extend(files.get(hash)?);
            }
        }
        Ok(all)
    });
    look.unwrap_or_else(|why| panic!("the pictures are read: {why:?}"))
}

/// The program itself, built if it is older than its sources: what is started as a process, and what reads photos.
///
/// # Panics
/// It does not build.
pub fn built() -> &'static PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let program = program();
        let profile = program.parent().expect("target/PROFILE");
        let mut build = std::process::Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--workspace", "--bin", "lianxin"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        build.env("CARGO_TARGET_DIR", profile.parent().expect("target"));
        // Cargo told this test of its own package; a build script that looks there would run again, and all above it.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                build.env_remove(&name);
            }
        }
        if profile.file_name().is_some_and(|name| name == "release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo starts").success(), "the program builds");
        program
    })
}

/// The program beside this one, a test in `target/PROFILE/deps` or a program in `target/PROFILE`; built by the stories
/// that need it.
pub(crate) fn program() -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    let folder = this.parent().expect("a folder");
    let profile = if folder.ends_with("deps") { folder.parent().expect("target/PROFILE") } else { folder };
    profile.join("lianxin")
}

/// What verification of a database finds, on a connection of its own.
pub(crate) fn findings(place: &Place) -> Vec<Finding> {
    let look = Db::look(place, |r| {
        Ok(verify(r, &rooms::kinds(), &rooms::migrations(), &rooms::kept(), &mut |_, _| true)?.findings)
    });
    look.unwrap_or_else(|why| panic!("verification runs: {why:?}"))
}
