//! Search by words over a million matters, beside SQLite's own full-text index with the same pairs of characters.

use crate::bench::Asked;
use crate::plant::{Rows, planted};
use crate::product::{file, open};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no, told};
use lianxin_base::Clock;
use lianxin_council::search::{Where, alike, fill, fill_again, search};
use lianxin_register::find::all_compounds;
use lianxin_store::Db;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Instant;

const MATTERS: i64 = 1_000_000;
/// Searches a turn.
const SEARCHES: usize = 200;
const WHAT: &str = "20 matters by words on the public board of 1,000,000, one thread: SQLite FTS5 (unicode61 over pairs \
                    of characters, detail=full) with the same words; asked: p99 under 50 ms";

/// Forty characters, as somebody types them.
const TYPED: &str = "二单元四楼的楼道灯不亮，台阶也松了，晚上下楼全靠摸墙，老人怕踩空，请来看看";
const LIKE: &str = "the 3 likest open matters of one compound of 1,000,000, for a report of 37 characters, one thread: asked, \
                    p99 under 50 ms";

/// The planted office, with its index filled.
pub(crate) fn office(asked: &Asked) -> Done<(PathBuf, Db)> {
    std::fs::create_dir_all(&asked.data)?;
    let dir = planted(asked, MATTERS, Rows::Listed)?;
    let db = open(&dir, None, Clock::system())?;
    db.keep_wait(|tx| Ok(fill_again(tx)?)).map_err(told)?;
    while db.keep_wait(|tx| Ok(fill(tx)?)).map_err(told)? > 0 {}
    Ok((dir, db))
}

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (dir, db) = office(asked)?;
    let peer = peer(&dir)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..asked.rounds {
        searched(&db, &mut ours)?;
        let mut statement =
            peer.prepare("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rowid DESC LIMIT 20")?;
        for n in 0..SEARCHES {
            let phrase = format!("\"{}\"", pairs(&words(n)));
            let begun = Instant::now();
            let rows: Vec<i64> = statement.query_map([phrase], |row| row.get(0))?.collect::<Result<_, _>>()?;
            theirs.push(u64::try_from(begun.elapsed().as_micros())?);
            if rows.is_empty() {
                return no("the peer does not find it");
            }
        }
    }
    let n = ours.len() as u64;
    for (name, thousandths) in [("search", 500), ("search.p99", 990)] {
        let (ours, limit) = (part(&mut ours, thousandths), part(&mut theirs, thousandths));
        sheet.add(&Line { name: name.into(), unit: "µs", ours, limit, what: WHAT.into(), n, ..Line::default() });
    }
    sheet.add(&Line { name: "alike.p99".into(), ..likeness(asked, &db)? });
    Ok(())
}

/// A round of searches, each of which finds something.
pub(crate) fn searched(db: &Db, times: &mut Vec<u64>) -> Done<()> {
    for n in 0..SEARCHES {
        let words = words(n);
        let begun = Instant::now();
        let typed = words.clone();
        let found = db.read_wait(move |r| Ok(search(r, &Where::Everywhere, &typed, 20)?)).map_err(told)?;
        times.push(u64::try_from(begun.elapsed().as_micros())?);
        if found.is_none_or(|all| all.is_empty()) {
            return no(format!("{words} is not found"));
        }
    }
    Ok(())
}

/// A 50 ms question: who types a report is shown the likest open matters of their compound before they send it.
pub(crate) fn likeness(asked: &Asked, db: &Db) -> Done<Line> {
    let places = db.read_wait(|r| Ok(all_compounds(r)?)).map_err(told)?;
    let mut ours = Vec::new();
    for n in 0..usize::try_from(asked.rounds)? * SEARCHES {
        let Some(place) = places.get(n % places.len().max(1)).map(|a| a.id) else { return no("nowhere") };
        let begun = Instant::now();
        db.read_wait(move |r| Ok(alike(r, place, TYPED, 3)?)).map_err(told)?;
        ours.push(u64::try_from(begun.elapsed().as_micros())?);
    }
    let (n, ours) = (ours.len() as u64, part(&mut ours, 990));
    Ok(Line { unit: "µs", ours, limit: 50_000, what: LIKE.into(), n, ..Line::default() })
}

/// What is looked for: words that every matter has, and the number of a single one.
fn words(n: usize) -> String {
    match n % 4 {
        0 => "楼道".into(),
        1 => "台阶".into(),
        2 => "二单元四楼的灯".into(),
        _ => format!("第{:09}", n * 4_999),
    }
}

/// Neighbouring characters with blanks between them.
fn pairs(words: &str) -> String {
    let all: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
    all.windows(2).map(|two| two.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The same published words in SQLite's own index, made once beside the office.
fn peer(dir: &Path) -> Done<Connection> {
    let conn = Connection::open(dir.join("peer.db"))?;
    conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(words, content='', tokenize='unicode61')")?;
    let done: Option<i64> = conn.query_row("SELECT max(rowid) FROM found", [], |row| row.get(0)).unwrap_or(None);
    if done.is_some() {
        return Ok(conn);
    }
    let office = Connection::open(file(dir))?;
    let mut texts = office.prepare(
        "SELECT title.value || ' ' || words.value FROM council_matter m \
         JOIN journal_text title ON title.act = m.published AND title.field = 'title' \
         JOIN journal_text words ON words.act = m.published AND words.field = 'words' ORDER BY m.reported_at, m.id",
    )?;
    conn.execute_batch("BEGIN")?;
    let mut add = conn.prepare("INSERT INTO found(rowid, words) VALUES(?1, ?2)")?;
    let mut rows = texts.query([])?;
    let mut n = 0_i64;
    while let Some(row) = rows.next()? {
        n += 1;
        let text: String = row.get(0)?;
        add.execute((n, pairs(&text)))?;
    }
    drop(add);
    conn.execute_batch("COMMIT")?;
    Ok(conn)
}

/// So many thousandths came within this time.
pub(crate) fn part(all: &mut [u64], thousandths: usize) -> u64 {
    all.sort_unstable();
    let at = (all.len() * thousandths).div_ceil(1000).saturating_sub(1);
    all.get(at).copied().unwrap_or_default()
}
