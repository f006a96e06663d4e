//! A workbook of 5,000 units with their owners comes in by the page, while others work.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::desk::Desk;
use crate::drive::{median, part};
use crate::plant::matter;
use crate::product::{file, found_at, open};
use crate::ready::Ready;
use crate::report::{Line, Sheet};
use crate::template::Snapshot;
use crate::town;
use crate::trouble::{Done, no, told};
use lianxin_base::{Area, Clock, HOUR};
use lianxin_paper::{List, Value};
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

const BUILDINGS: u32 = 50;
const UNITS: u32 = 5_000;
/// Matters on the desk that others open meanwhile.
const MATTERS: u64 = 40;
const WHAT: &str = "5,000 units with owners from a workbook, read and entered (not the trying before), by the page: the \
                    same workbook read by calamine and the same rows written by bare rusqlite, a commit a building";
/// How often it is looked whether the work is done.
const LOOK: Duration = Duration::from_millis(5);
const PATIENCE: Duration = Duration::from_secs(300);

/// What one turn of ours took, in µs.
#[derive(Default)]
struct Taken {
    read: u64,
    tried: u64,
    entered: u64,
    pages: Vec<u64>,
    /// Resident memory added at its most, in KiB.
    memory: u64,
}

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let before = begun(asked)?;
    let book = workbook(BUILDINGS, UNITS)?;
    let (ours, limit) = (fresh(asked, "import-ours")?, fresh(asked, "import-limit")?);
    copy(&before, &ours)?;
    turn(&ours, &book)?; // to warm up, and to learn which rows it writes
    let ready = Ready::between(
        &Snapshot::of(&Connection::open(file(&before))?)?,
        &Snapshot::of(&Connection::open(file(&ours))?)?,
        BUILDINGS as usize,
    );
    let (mut all, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..asked.rounds {
        copy(&before, &ours)?;
        all.push(turn(&ours, &book)?);
        copy(&before, &limit)?;
        let begun = Instant::now();
        ready.write(&limit, &book)?;
        bare.push(u64::try_from(begun.elapsed().as_micros())?);
    }
    said(sheet, &all, &bare)
}

fn said(sheet: &Sheet, all: &[Taken], bare: &[u64]) -> Done<()> {
    let rate = |micros: u64| u64::from(UNITS) * 1_000_000 / micros.max(1);
    let n = u64::try_from(all.len())?;
    let whole = median(all.iter().map(|t| t.read + t.entered));
    let line = |name: &str, unit, ours, limit, what: String| Line {
        name: name.into(),
        unit,
        ours,
        limit,
        what,
        n,
        ..Line::default()
    };
    let (ours, limit) = (rate(whole), rate(median(bare.iter().copied())));
    sheet.add(&line("import", "units/s", ours, limit, WHAT.into()));
    let read = median(all.iter().map(|t| t.read)) / 1000;
    let what = format!("asked: under 10 s; of it sent, read by a child and sorted {read} ms");
    sheet.add(&line("import.time", "ms", whole / 1000, 10_000, what));
    let tried = median(all.iter().map(|t| t.tried)) / 1000;
    sheet.add(&line("import.try", "ms", tried, 10_000, "trying it before; nothing was asked, so as entering".into()));
    let pages = |thousandths| part(all.iter().flat_map(|t| t.pages.iter().copied()), thousandths);
    let many = all.iter().map(|t| t.pages.len()).sum::<usize>();
    let what = format!(
        "asked: GET /desk with {MATTERS} matters under 100 ms meanwhile; half of {many} under {} µs",
        pages(500)
    );
    sheet.add(&Line { n: many as u64, ..line("import.page.p99", "µs", pages(990), 100_000, what) });
    let what = "resident memory added at its most; nothing was asked, 64 MiB as elsewhere".into();
    sheet.add(&line("import.rss", "KiB", median(all.iter().map(|t| t.memory)), 65_536, what));
    Ok(())
}

/// An office with a desk and some matters on it.
fn begun(asked: &Asked) -> Done<std::path::PathBuf> {
    let dir = fresh(asked, "import-before")?;
    let clock = Clock::by_hand(Clock::system().now().plus(-HOUR)); // the matters move it on
    let town = found_at(&dir, clock.clone())?;
    let db = open(&dir, None, clock)?;
    for n in 0..MATTERS {
        matter(&db, town, &format!("三号楼的灯坏了，老人晚上看不见台阶。第{n}件"))?;
    }
    town::sign_in(&db, town)?;
    Ok(dir)
}

/// A copy of an office: its database; the keys are made anew.
fn copy(from: &Path, to: &Path) -> Done<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to)?;
    Connection::open(file(from))?.execute("VACUUM INTO ?", [file(to).to_string_lossy()])?;
    Ok(())
}

/// The workbook, as our own list of units leaves.
pub(crate) fn workbook(buildings: u32, units: u32) -> Done<Vec<u8>> {
    let columns =
        [("小区", 12), ("楼号", 10), ("单元", 8), ("房号", 10), ("建筑面积", 10), ("业主", 14), ("手机号", 16)];
    let mut list = List::begin("芙蓉里 房屋", &columns).map_err(|e| told(e.into()))?;
    for n in 0..units {
        let (b, k) = (n % buildings, n / buildings);
        let building = format!("{}号楼", b + 1);
        let (entrance, room) = ((k % 4 + 1).to_string(), format!("{}", (k / 4 / 4 + 1) * 100 + k / 4 % 4 + 1));
        let (name, phone) = (format!("户主{b}之{k}"), format!("139{:08}", n + 10_000_000));
        let row = [
            Value::Text("芙蓉里"),
            Value::Text(&building),
            Value::Text(&entrance),
            Value::Text(&room),
            Value::Hundredths(Area(6_000 + i64::from(n % 8_000)).0),
            Value::Text(&name),
            Value::Text(&phone),
        ];
        list.row(&row).map_err(|e| told(e.into()))?;
    }
    let mut out = Vec::new();
    list.end("", &mut out).map_err(|e| told(e.into()))?;
    Ok(out)
}

/// Sent, tried, entered, as somebody at the page does it; others look at the desk meanwhile.
fn turn(dir: &Path, book: &[u8]) -> Done<Taken> {
    let server = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let desk = Desk::at(&server)?;
    let (upload, conn) = (desk.upload("units", book)?, Connection::open(file(dir))?);
    let clicking = desk.clicking("/desk");
    std::thread::sleep(Duration::from_millis(300)); // until they are at it
    server.forget_most()?;
    let before = server.memory()?.0;
    let mut taken = Taken::default();
    let begun = Instant::now();
    let tried = desk.send(&upload)?;
    taken.read = u64::try_from(begun.elapsed().as_micros())?;
    taken.tried = done(&conn, &tried)?;
    let begun = Instant::now();
    let entering = desk.post(&tried, &format!("{tried}/enter"), &[], 303)?.to;
    let asked = u64::try_from(begun.elapsed().as_micros())?;
    taken.entered = asked + done(&conn, &entering)?;
    taken.memory = server.memory()?.1.saturating_sub(before);
    taken.pages = clicking.stop()?;
    let units: u32 = conn.query_row("SELECT count(*) FROM register_unit", [], |r| r.get(0))?;
    let owners: u32 = conn.query_row("SELECT count(*) FROM register_relation", [], |r| r.get(0))?;
    if (units, owners) != (UNITS, UNITS) {
        return no(format!("{units} units and {owners} owners were entered"));
    }
    Ok(taken)
}

/// Waits until the work at this address is done; how long, in µs.
fn done(conn: &Connection, url: &str) -> Done<u64> {
    let (begun, id) = (Instant::now(), url.rsplit('/').next().unwrap_or_default());
    while begun.elapsed() < PATIENCE {
        let state: String = conn.query_row("SELECT state FROM work_job WHERE id = ?", [id], |r| r.get(0))?;
        match state.as_str() {
            "done" => return Ok(u64::try_from(begun.elapsed().as_micros())?),
            "failed" | "stopped" => return no(format!("the work {state}")),
            _ => std::thread::sleep(LOOK),
        }
    }
    no("the work does not end")
}
