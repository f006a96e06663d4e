//! Opening an office: its database, its keys, its pages.

use crate::config::Config;
use crate::{rooms, wiring};
use axum::Router;
use lianxin_base::{Chance, Clock, Lang};
use lianxin_child::Children;
use lianxin_child::press::Press;
use lianxin_gate::Keys;
use lianxin_journal::log::{LogKeys, LogTrouble, step};
use lianxin_store::{Db, Fault, Files, Open, Place, Stop};
use lianxin_web::{Cidr, House, Origin, Settings, router};
use lianxin_work::{Handle, Runner};
use rustix::process::{Resource, Rlimit};
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often it is looked whether anything is to go into the search index.
const INDEX_AGAIN: Duration = Duration::from_secs(2);
/// How often what was recorded is taken into the log: a receipt can be proved within a second.
const LOG_AGAIN: Duration = Duration::from_millis(500);
/// Most live streams.
const STREAMS: usize = 2_500;
/// How many pages are read at once.
const READERS: usize = 4;

/// Where the database of a configuration is.
pub fn place(config: &Config) -> Place {
    match &config.db {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::File(config.data.join("lianxin.db")),
    }
}

/// Where photos and other files lie.
pub fn files(data: &Path) -> Files {
    Files::at(data.join("files"))
}

/// Opens a database with every room's tables.
pub fn open(place: Place, clock: Clock, chance: Chance) -> Result<Db, Fault> {
    Db::open(Open {
        place,
        clock,
        chance,
        migrations: rooms::migrations(),
        kept: rooms::kept(),
        readers: READERS,
        log: lianxin_journal::log(),
    })
}

/// The office's secret keys; made at the first start, readable by their owner only.
pub fn keys(data: &Path) -> Result<Keys, String> {
    let dir = data.join("keys");
    Keys::load_or_make(&dir, &Chance::system()).map_err(|e| format!("钥匙目录 {} 用不了：{e}", dir.display()))
}

fn origin(config: &Config) -> Result<Origin, String> {
    config.origin.parse().map_err(|e| format!("LIANXIN_ORIGIN={} 不行：{e}", config.origin))
}

/// Everything recorded so far is in the signed log.
pub fn sequence(db: &Db, keys: &LogKeys) -> Result<(), LogTrouble> {
    while step(db, keys)? {}
    Ok(())
}

/// Takes into the log what is recorded, again and again; what goes wrong is said once and makes the house unready.
pub fn sequence_on(house: &House, keys: LogKeys) -> Result<Handle, Fault> {
    let (house, mut said) = (house.clone(), String::new());
    lianxin_work::again("log", LOG_AGAIN, move || {
        let now = sequence(house.db(), &keys).err().map(|why| why.say(Lang::Zh)).unwrap_or_default();
        house.set_ready(now.is_empty());
        if now != said && !now.is_empty() {
            complain(&now);
        }
        said = now;
    })
}

/// The house and its pages.
pub fn build(db: Db, keys: Keys, config: &Config, demo: bool) -> Result<(House, Router), String> {
    let origin = origin(config)?;
    let proxies: Result<Vec<Cidr>, String> =
        config.proxies.iter().map(|p| p.parse().map_err(|e| format!("LIANXIN_PROXY 里的 {p} 不是网段：{e}"))).collect();
    let systems = wiring::systems().map_err(|e| e.to_string())?;
    let children = Children::of(program(config)?, rooms::children());
    let settings = Settings {
        demo,
        count_loopback: !demo,
        proxies: proxies?,
        children,
        press: pressing(config),
        files: Files::at(config.files.clone()),
        drafts: Some(drafts(config)),
        streams: streams(),
        hosted_by: config.hosted_by.clone(),
        ..Settings::at(origin)
    };
    let house = House::new(db, keys, settings, &systems);
    let router = router(&house, systems);
    Ok((house, router))
}

/// How many live streams there may be: as many as wanted where the system lets this process have enough files open, each
/// of them being one; pages and the database need some too.
pub fn streams() -> usize {
    let limit = rustix::process::getrlimit(Resource::Nofile);
    // What it may have at most it may give itself.
    rustix::process::setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).ok();
    let files = rustix::process::getrlimit(Resource::Nofile).current;
    files.map_or(STREAMS, |files| usize::try_from(files / 2).unwrap_or(STREAMS)).min(STREAMS)
}

/// The program that is started as a child. On Linux by a name that stays good while a new version is put in its place.
pub fn program(config: &Config) -> Result<PathBuf, String> {
    match &config.program {
        Some(program) => Ok(program.clone()),
        None if cfg!(target_os = "linux") => Ok("/proc/self/exe".into()),
        None => std::env::current_exe().map_err(|e| format!("找不到程序自己：{e}")),
    }
}

/// What sets papers, for the pages and for long work.
fn pressing(config: &Config) -> Option<Press> {
    let press = press(config);
    rooms::press_with(press.clone());
    press
}

/// What sets papers: the one that was named, else the one that lies beside this program.
fn press(config: &Config) -> Option<Press> {
    let beside = || Some(std::env::current_exe().ok()?.with_file_name("lianxin-press")).filter(|path| path.exists());
    config.press.clone().or_else(beside).map(|program| Press::of(program, config.fonts.clone()))
}

/// Where work under way keeps what it works on: sheets between their reading and their entering.
pub fn drafts(config: &Config) -> PathBuf {
    config.files.join("drafts")
}

/// The timers, each run by the acts of its system; what goes wrong is said on stderr without anybody's words.
pub fn runner(db: &Db) -> Runner {
    Runner::new(db.clone(), rooms::timers()).on_trouble(|t| complain(&t.to_string()))
}

/// Starts the timers beside the server.
pub fn start_timers(db: &Db) -> Result<Handle, Fault> {
    if let Err(why) = lianxin_office::privacy::purge::begin(db) {
        complain(&format!("到期清理没有排上：{why:?}"));
    }
    if let Err(why) = lianxin_office::log::day::begin(db) {
        complain(&format!("当日留底没有排上：{why:?}"));
    }
    runner(db).start()
}

/// Fills the search index: with what an older program wrote without one, and with what comes in; a few matters at a time,
/// so that nobody waits.
pub(crate) async fn fill_index(house: &House) -> Infallible {
    let mut again = true;
    loop {
        let rest = match filled(house.db(), &mut again).await {
            Ok(0) => INDEX_AGAIN,
            Ok(_) => Duration::ZERO,
            Err(why) => {
                complain(&format!("查找用的索引没有补齐：{why:?}"));
                INDEX_AGAIN
            }
        };
        tokio::time::sleep(rest).await;
    }
}

/// How many were put into the index just now; what it misses is asked once.
async fn filled(db: &Db, again: &mut bool) -> Result<u64, Stop> {
    use lianxin_council::search::{fill, fill_again, is_due, misses};
    if *again && db.read(|r| Ok(misses(r)?)).await? {
        db.keep(|tx| Ok(fill_again(tx)?)).await?;
    }
    *again = false;
    if db.read(|r| Ok(is_due(r)?)).await? { db.keep(|tx| Ok(fill(tx)?)).await } else { Ok(0) }
}

#[expect(clippy::print_stderr, reason = "the operator reads this")]
pub(crate) fn complain(what: &str) {
    eprintln!("{what}");
}
