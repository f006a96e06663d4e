//! The product itself, served as `lianxin serve` does it, but for two things: this machine's own requests are not
//! limited, and it listens where there is room.

use crate::child::announce;
use crate::trouble::{Done, Trouble};
use crate::{on_two_threads, town};
use lianxin_app::{house, rooms, wiring};
use lianxin_base::{Chance, Clock};
use lianxin_child::Children;
use lianxin_journal::log::LogKeys;
use lianxin_store::{Db, Place};
use lianxin_web::{House, Settings, router};
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;

/// The name of the database in a folder.
pub(crate) fn file(dir: &Path) -> PathBuf {
    dir.join("lianxin.db")
}

pub(crate) fn open(dir: &Path, url: Option<&str>, clock: Clock) -> Done<Db> {
    let place = url.map_or_else(|| Place::File(file(dir)), |url| Place::Postgres(url.to_owned()));
    Ok(house::open(place, clock, Chance::system())?)
}

/// Makes a folder with an office in it, as of now.
pub(crate) fn found(dir: &Path, url: Option<&str>) -> Done<town::Town> {
    std::fs::create_dir_all(dir)?;
    town::found(&open(dir, url, Clock::system())?)
}

/// The same as of another time.
pub(crate) fn found_at(dir: &Path, clock: Clock) -> Done<town::Town> {
    std::fs::create_dir_all(dir)?;
    town::found(&open(dir, None, clock)?)
}

/// Serves it; without its sequencer only to see what that costs.
pub(crate) fn serve(dir: &Path, url: Option<&str>, sequenced: bool) -> Done<()> {
    let db = open(dir, url, Clock::system())?;
    let keys = house::keys(dir).map_err(Trouble)?;
    let systems = wiring::systems()?;
    let (children, files) = (Children::of(std::env::current_exe()?, rooms::children()), house::files(dir));
    let drafts = Some(dir.join("files").join("drafts"));
    let plain = Settings::at("http://127.0.0.1:8600".parse()?);
    let streams = house::streams();
    let settings = Settings { count_loopback: false, children, files, drafts, streams, ..plain };
    let house = House::new(db, keys, settings, &systems);
    let router = router(&house, systems);
    let (timers, jobs) = (house::start_timers(house.db())?, house.jobs().background()?);
    let log = LogKeys::load_or_make(&dir.join("keys"), "bench.invalid/journal", &Chance::system());
    let log = log.map_err(|why| Trouble(format!("{why:?}")))?;
    let sequencer = if sequenced { Some(house::sequence_on(&house, log)?) } else { None };
    let served = on_two_threads(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        announce(listener.local_addr()?)?;
        lianxin_web::serve(listener, &house, router, std::future::pending()).await?;
        Ok(())
    });
    drop((timers, jobs, sequencer));
    served
}
