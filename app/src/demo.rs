//! The demonstration: a year of invented matters, the main job told, sign-in codes, and the pages.

use crate::commands::{Sentence, say, serve_on};
use crate::config::Config;
use crate::signing::log_keys;
use crate::{house, wiring};
use lianxin_base::{Chance, Clock, Day, Lang, Moment};
use lianxin_council::course::Terms;
use lianxin_council::lists;
use lianxin_council::say::{compared, span};
use lianxin_council::seeds::Planted;
use lianxin_council::store::public_by_no;
use lianxin_council::view::{Eye, Seen, Sight, see, stage_name};
use lianxin_gate::Keys;
use lianxin_seeds::{Pass, SignIn, sign_ins};
use lianxin_store::{Db, Files, Place, Stop};
use std::path::{Path, PathBuf};

/// What tells a folder of ours from an office: written before planting begins, completed when it is done.
const MARK: &str = "demo.txt";
const BEGUN: &str = "planting\n";
/// The seed of the demonstration's ids and salts: the same day plants the same record.
const SEED: u64 = 20_200_803;

/// `lianxin demo`.
pub fn run(config: &Config, once: bool, today: Option<Day>) -> Result<(), Sentence> {
    let mark = config.data.join(MARK);
    let said = match std::fs::read_to_string(&mark) {
        Ok(said) if said != BEGUN => said,
        Ok(_) => {
            remove(&config.data)?;
            fresh(config, &mark, today)?
        }
        Err(_) if is_empty(&config.data) => fresh(config, &mark, today)?,
        Err(_) => {
            let why = format!("{} 里是别的东西，没有动它。请换一个空目录：--data 目录", config.data.display());
            return Err(Sentence(why));
        }
    };
    print(config, &said);
    if once {
        return Ok(());
    }
    let db = house::open(house::place(config), Clock::system(), Chance::system())?;
    let log = log_keys(config, &db, true)?;
    let (house, router) = house::build(db, house::keys(&config.data)?, config, true)?;
    serve_on(config, &house, router, log)
}

/// Plants a folder and tells what it planted; the telling is kept for the next start.
fn fresh(config: &Config, mark: &Path, today: Option<Day>) -> Result<String, Sentence> {
    let writing = |e: std::io::Error| Sentence(format!("目录 {} 写不了：{e}", config.data.display()));
    std::fs::create_dir_all(&config.data).map_err(writing)?;
    std::fs::write(mark, BEGUN).map_err(writing)?;
    let today = today.unwrap_or_else(|| Clock::system().now().day());
    let keys = house::keys(&config.data)?;
    let (planted, sign_ins) = plant(house::place(config), &Files::at(config.files.clone()), &keys, today)?;
    let db = house::open(house::place(config), Clock::system(), Chance::system())?;
    house::sequence(&db, &log_keys(config, &db, true)?)?;
    let now = today.plus(-1).at(18, 0);
    let said = db.read_wait(move |r| tell(r, &planted, now))? + &codes(&sign_ins);
    std::fs::write(mark, &said).map_err(writing)?;
    Ok(said)
}

/// Plants the cast, the map and the matters, in a database of its own clock.
pub fn plant(place: Place, files: &Files, keys: &Keys, today: Day) -> Result<(Planted, Vec<SignIn>), Sentence> {
    let begin = lianxin_seeds::begin(today);
    let db = house::open(place, Clock::by_hand(begin.at(9, 0)), Chance::seeded(SEED))?;
    let map = lianxin_seeds::plant(&db, begin)?;
    let runner = house::runner(&db);
    let mut votes = lianxin_property::seeds::Play::new(&map, files, begin, today);
    let mut board = lianxin_notice_board::seeds::Play::new(&map, files, begin, today);
    let mut run_due = |db: &Db| {
        runner.run_due()?;
        votes.tick(db, today)?;
        board.tick(db)
    };
    let planted = lianxin_council::seeds::plant(&db, files, &map, &Terms::default(), &mut run_due, today)?;
    lianxin_office::seeds::plant(&db, &map, &wiring::needs(), today)?;
    lianxin_seeds::on_call(&db, &map)?;
    let sign_ins = sign_ins(&db, &map, keys, &Chance::system())?;
    Ok((planted, sign_ins))
}

/// The main job as it went: who held it, how long, and the shortest way; then the numbers worth opening.
fn tell(r: &mut lianxin_store::Read<'_>, planted: &Planted, now: Moment) -> Result<String, Stop> {
    use std::fmt::Write;
    let mut out = String::new();
    let main = seen(r, &planted.main, now)?;
    let _ = writeln!(out, "演示数据，人物与事项均为虚构。共 {} 件事，一年。\n", planted.matters);
    let _ = writeln!(out, "{}（{}）是这样走的：", main.title, main.m.no);
    for stage in &main.stages {
        let mut names: Vec<&str> = Vec::new();
        for org in &stage.holders {
            names.push(main.name_of(*org));
        }
        let name = stage_name(Lang::Zh, &stage.stage);
        let _ = writeln!(out, "  {name}  {}  工作时间 {}", names.join("、"), span(Lang::Zh, stage.working));
    }
    if let Some(s) = &main.shortest {
        let took: i64 = main.stretches.iter().map(|s| s.working).sum();
        let _ = writeln!(
            out,
            "  最短  交接 {} 次，工作时间 {}（这次交接 {} 次，工作时间 {}）",
            s.handovers,
            span(Lang::Zh, s.micros),
            main.way.handovers(),
            span(Lang::Zh, took)
        );
    }
    if let Some(line) = compared(Lang::Zh, &main) {
        let _ = writeln!(out, "  {line}");
    }
    let _ = writeln!(out, "\n编号 main {}\n编号 told {}", planted.main, planted.told);
    for line in examples(r)? {
        let _ = writeln!(out, "编号 {} {}", line.0, line.1);
    }
    Ok(out)
}

fn seen(r: &mut lianxin_store::Read<'_>, no: &str, now: Moment) -> Result<Seen, Stop> {
    let m = public_by_no(r, no)?.ok_or(lianxin_council::rules::Refusal::NoMatter)?;
    Ok(see(r, m, Eye::Party, Lang::Zh, now)?)
}

/// One open matter at each stage, those of the property company where there is one.
fn examples(r: &mut lianxin_store::Read<'_>) -> Result<Vec<(String, String)>, Stop> {
    let open = lists::desk(r, &Sight::whole(), 200)?;
    let steps = ["look", "deliberate", "solve", "feedback"];
    let stages = ["collect", "deliberate", "solve", "feedback"];
    Ok(steps
        .iter()
        .zip(stages)
        .filter_map(|(name, stage)| {
            let mut at = open.iter().filter(|l| l.stage == stage);
            let one = open.iter().find(|l| l.stage == stage && l.holder_name == "红星物业").or_else(|| at.next())?;
            Some(((*name).to_owned(), one.no.clone()))
        })
        .collect())
}

fn codes(all: &[SignIn]) -> String {
    use std::fmt::Write;
    let mut out = String::from("\n");
    for s in all {
        let _ = match &s.pass {
            Pass::Password { login, password } => writeln!(out, "口令 {login} {password}  {}（{}）", s.who, s.role),
            Pass::Slip(code) => writeln!(out, "入户卡 {} {}  （{}，用一次）", code.plain(), s.who, s.role),
            Pass::Code { door, digits } => writeln!(out, "六位码 {digits} {}  {}", s.who, door.join(" ")),
        };
    }
    out
}

/// Prints the telling; sign-in codes only where nobody but this machine can use them.
fn print(config: &Config, said: &str) {
    let host = config.addr.rsplit_once(':').map_or("", |(host, _)| host);
    let loopback = host == "localhost"
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    for line in said.lines() {
        if loopback || !["口令", "入户卡", "六位码"].iter().any(|secret| line.starts_with(secret)) {
            say(line);
        }
    }
}

fn is_empty(dir: &Path) -> bool {
    std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none())
}

/// A planting that was broken off: only what planting itself makes is removed.
fn remove(dir: &Path) -> Result<(), Sentence> {
    for name in ["lianxin.db", "lianxin.db-wal", "lianxin.db-shm"] {
        let path: PathBuf = dir.join(name);
        match std::fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(Sentence(format!("{} 删不掉：{e}", path.display())));
            }
            _ => {}
        }
    }
    match std::fs::remove_dir_all(dir.join("files")) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
            Err(Sentence(format!("{} 删不掉：{e}", dir.join("files").display())))
        }
        _ => Ok(()),
    }
}
