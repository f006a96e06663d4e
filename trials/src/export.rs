//! A list of 100,000 rows leaves by the page.

use crate::bench::Asked;
use crate::child::Server;
use crate::desk::Desk;
use crate::drive::median;
use crate::import::workbook;
use crate::product::{file, found, open};
use crate::report::{Line, Sheet};
use crate::town;
use crate::trouble::{Done, Trouble, no, told};
use lianxin_app::rooms;
use lianxin_base::{Clock, Lang};
use lianxin_journal::By;
use lianxin_office::import::{ENTER, Staging, stage};
use lianxin_paper::Cell;
use lianxin_work::{JobState, Jobs};
use rust_xlsxwriter::{Format, FormatBorder, Workbook};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

const ROWS: u32 = 100_000;
const WHAT: &str = "100,000 units with owners as a workbook by the page: rust_xlsxwriter in constant memory writing the \
                    same cells from memory";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = planted(asked)?;
    let rows = cells(&turn(&dir)?.bytes)?;
    let (mut ours, mut limit, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..asked.rounds {
        let taken = turn(&dir)?;
        ours.push(taken.micros);
        memory.push(taken.memory);
        let begun = Instant::now();
        bare(&rows)?;
        limit.push(u64::try_from(begun.elapsed().as_micros())?);
    }
    let rate = |all: Vec<u64>| u64::from(ROWS) * 1_000_000 / median(all.into_iter()).max(1);
    let n = u64::from(asked.rounds);
    let (name, unit) = ("export".into(), "rows/s");
    sheet.add(&Line { name, unit, ours: rate(ours), limit: rate(limit), what: WHAT.into(), n, ..Line::default() });
    let what = "asked: memory added at its most under 32 MiB, the finished workbook in it".into();
    let (name, unit, ours) = ("export.rss".into(), "KiB", median(memory.into_iter()));
    sheet.add(&Line { name, unit, ours, limit: 32_768, what, n, ..Line::default() });
    Ok(())
}

struct Taken {
    bytes: Vec<u8>,
    micros: u64,
    memory: u64,
}

/// A list taken out of a server that has just started.
fn turn(dir: &Path) -> Done<Taken> {
    let server = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let desk = Desk::going_on(&server, std::fs::read_to_string(dir.join(SESSION))?)?;
    let take = |list| desk.post("/sheets", "/sheets/export", &[("list", list), ("purpose", "核对户数")], 200);
    take("organisations")?; // whatever is loaded once is loaded
    server.forget_most()?;
    let before = server.memory()?.0;
    let begun = Instant::now();
    let bytes = take("units")?.body;
    let micros = u64::try_from(begun.elapsed().as_micros())?;
    let memory = server.memory()?.1.saturating_sub(before);
    Ok(Taken { bytes, micros, memory })
}

/// Where the session of the desk lies, begun before its second step was set up.
const SESSION: &str = "session";

/// An office with so many units, each with its owner; kept as long as the schema stays the same.
fn planted(asked: &Asked) -> Done<PathBuf> {
    let mut hasher = DefaultHasher::new();
    for set in rooms::migrations() {
        set.files.hash(&mut hasher);
    }
    let dir = asked.data.join(format!("export-stepped-{ROWS}-{:016x}", hasher.finish()));
    if file(&dir).exists() {
        return Ok(dir);
    }
    let draft = crate::bench::fresh(asked, "export-draft")?;
    let town = found(&draft, None)?;
    let db = open(&draft, None, Clock::system())?;
    town::sign_in(&db, town)?;
    let book = lianxin_paper::read(&workbook(1_000, ROWS)?).map_err(|no| Trouble(format!("{no:?}")))?;
    let (root, chance) = (draft.join("drafts"), db.chance().clone());
    let folder = db.read_wait(move |r| {
        let (kinds, book) = (&lianxin_app::wiring::imports(), book.clone());
        let (area, scope, by, lang) = (None, None, By::Office, Lang::Zh);
        let (kind, name, mark) = ("units", "", "");
        stage(r, &root, &chance, &Staging { kinds, kind, name, book, area, by, scope, lang, mark })
    });
    let folder = folder.map_err(told)?;
    let jobs = Jobs::new(db.clone(), rooms::jobs());
    let job = jobs.start_wait(ENTER, town.compound, &folder.to_string_lossy(), "office").map_err(told)?;
    let ended = jobs.run_to_end(job, &mut |_, _| true).map_err(told)?;
    if ended.state != JobState::Done {
        return no("the units could not be planted");
    }
    lianxin_office::import::forget(&folder);
    let server = Server::start(&["serve-product", &draft.to_string_lossy()])?;
    std::fs::write(draft.join(SESSION), Desk::at(&server)?.cookie())?;
    drop(server);
    town::step(&db, &lianxin_app::house::keys(&draft).map_err(Trouble)?, town)?;
    drop((jobs, db));
    std::fs::rename(&draft, &dir)?;
    Ok(dir)
}

/// The cells of a list, without its title, header and end.
fn cells(bytes: &[u8]) -> Done<Vec<Vec<Cell>>> {
    let book = lianxin_paper::read(bytes).map_err(|no| Trouble(format!("{no:?}")))?;
    let rows = book.sheets.into_iter().next().map(|s| s.rows).unwrap_or_default();
    let rows: Vec<Vec<Cell>> = rows.into_iter().skip(2).take(ROWS as usize).collect();
    if rows.len() == ROWS as usize { Ok(rows) } else { no(format!("{} rows left", rows.len())) }
}

/// The same cells with the same formats, and nothing else.
fn bare(rows: &[Vec<Cell>]) -> Done<()> {
    let broken = |e: rust_xlsxwriter::XlsxError| Trouble(e.to_string());
    let mut book = Workbook::new();
    let text = Format::new().set_num_format("@").set_border(FormatBorder::Thin);
    let area = Format::new().set_num_format("0.00").set_border(FormatBorder::Thin);
    let sheet = book.add_worksheet_with_constant_memory();
    let sheet = sheet.map_err(broken)?;
    for (n, row) in (2u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Text(words) => sheet.write_string_with_format(n, column, words, &text),
                Cell::Number(digits) => {
                    let value = digits.parse::<f64>().unwrap_or_default();
                    sheet.write_number_with_format(n, column, value, &area)
                }
                _ => continue,
            }
            .map_err(broken)?;
        }
    }
    let bytes = book.save_to_buffer().map_err(broken)?;
    if bytes.is_empty() { no("an empty workbook") } else { Ok(()) }
}
