//! Offices with many matters: one is taken through report, dispatch and publication by the product, then its rows are
//! written again and again by plain SQL. Kept for the next time as long as schema and rows stay the same.

use crate::bench::Asked;
use crate::product::{file, found_at, open};
use crate::template::{Fresh, Snapshot, Template};
use crate::town::Town;
use crate::trouble::{Done, no, told};
use lianxin_base::{ActId, Clock, MatterId, SECOND, WayId};
use lianxin_council::collect::{NewDispatch, NewReport, dispatch, report};
use lianxin_council::course::{Author, Terms};
use lianxin_council::publish::{NewPublication, publication};
use lianxin_council::rules::{Category, Pace, See, Source};
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_store::Db;
use rusqlite::Connection;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// The matters came in over so many days, evenly.
const DAYS: i64 = 180;
const DAY: i64 = 86_400_000_000;
/// So many matters a transaction.
const BATCH: i64 = 20_000;

/// How much of each matter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    /// All rows but its timers, which would all be due at once.
    All,
    /// Without its leaves and messages, which no list reads: for a million.
    Listed,
}

impl Rows {
    const fn left_out(self) -> &'static [&'static str] {
        match self {
            Self::All => &["work_timer"],
            Self::Listed => &["work_timer", "journal_act", "outbox_message"],
        }
    }
}

/// The folder of an office with so many matters.
pub(crate) fn planted(asked: &Asked, matters: i64, rows: Rows) -> Done<PathBuf> {
    let draft = asked.data.join("board-draft");
    if draft.exists() {
        std::fs::remove_dir_all(&draft)?;
    }
    let template = begun(&draft, matters)?.without(rows.left_out());
    let dir = asked.data.join(format!("board-{matters}-{:016x}", key(&template)));
    if file(&dir).exists() {
        return Ok(dir);
    }
    forget(asked, matters)?;
    fill(&draft, &template, matters)?;
    std::fs::rename(&draft, &dir)?;
    Ok(dir)
}

/// Removes what was planted for an earlier schema: a million matters are gigabytes.
fn forget(asked: &Asked, matters: i64) -> Done<()> {
    let before = format!("board-{matters}-");
    for entry in std::fs::read_dir(&asked.data)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&before) {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Changes when schema or rows do.
fn key(template: &Template) -> u64 {
    let mut hasher = DefaultHasher::new();
    for set in lianxin_app::rooms::migrations() {
        set.files.hash(&mut hasher);
    }
    for line in &template.lines {
        (&line.table, &line.columns).hash(&mut hasher);
    }
    hasher.finish()
}

/// An office of half a year ago with three matters; what the second one is.
fn begun(dir: &Path, matters: i64) -> Done<Template> {
    let begin = Clock::system().now().plus(-DAYS * DAY);
    let clock = Clock::by_hand(begin);
    let town = found_at(dir, clock.clone())?;
    let db = open(dir, None, clock)?;
    crate::town::sign_in(&db, town)?; // for the benches of who is signed in
    let conn = Connection::open(file(dir))?;
    let mut seen = Vec::new();
    for n in 0..3 {
        matter(&db, town, &words(n))?;
        seen.push(Snapshot::of(&conn)?);
    }
    if matters < 3 {
        return no("fewer than three matters cannot be planted");
    }
    Template::copied(&seen[0], &seen[1], &seen[2], &words(1))
}

fn words(n: u64) -> String {
    format!("三号楼二单元四楼的灯坏了三天了，老人晚上上下楼看不见台阶，请来看看。第{n:09}")
}

/// Takes one matter through report, dispatch and publication.
pub(crate) fn matter(db: &Db, town: Town, words: &str) -> Done<()> {
    let author = || {
        db.clock().set(db.clock().now().plus(SECOND));
        let by = By::Seat { seat: town.worker, person: None, org: town.committee };
        Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope: Scope::Everything }
    };
    let (terms, first) = (Terms::default(), author());
    let now = db.clock().now();
    let new = NewReport {
        matter: MatterId::new(db.chance(), now),
        way: WayId::new(db.chance(), now),
        area: town.compound,
        place: Some("芙蓉里 3号楼".into()),
        building: None,
        category: Some(Category::Light),
        words: words.to_owned(),
        phone: None,
        name: None,
        reporter: None,
        behalf: true,
        see: See::Neighbours,
        source: Source::Told,
        photos: Vec::new(),
        tell: None,
        origin: lianxin_council::origin::Origin::default(),
    };
    let receipt = db.act_wait(town.compound, move |tx| report(tx, &terms, &first, &new)).map_err(told)?;
    let Some(number) = receipt.no else { return no("a report without a number") };
    let (terms, second) = (Terms::default(), author());
    let title = "三号楼二单元楼道灯不亮".to_owned();
    let new = NewDispatch {
        no: number.clone(),
        seen: None,
        title: title.clone(),
        category: Category::Light,
        pace: Pace::General,
        executor: None,
    };
    db.act_wait(town.compound, move |tx| dispatch(tx, &terms, &second, &new)).map_err(told)?;
    let third = author();
    let new = NewPublication { no: number, shown: Some((title, words.to_owned())), photos: Vec::new() };
    db.act_wait(town.compound, move |tx| publication(tx, &third, &new)).map_err(told)?;
    Ok(())
}

fn fill(dir: &Path, template: &Template, matters: i64) -> Done<()> {
    let conn = Connection::open(file(dir))?;
    conn.pragma_update(None, "synchronous", "OFF")?; // the draft is thrown away if it is not finished
    conn.pragma_update(None, "cache_size", -500_000)?;
    let begin = Clock::system().now().plus(-DAYS * DAY).micros();
    let step = DAYS * DAY / matters;
    let mut lines = template.prepare(&conn)?;
    for n in 3..matters {
        if n % BATCH == 3 {
            conn.execute_batch(if n == 3 { "BEGIN" } else { "COMMIT; BEGIN" })?;
        }
        let later = step * n;
        let millis = u64::try_from((begin + later) / 1000)?;
        let words = words(u64::try_from(n)?);
        let fresh = Fresh { n: u64::try_from(n)?, words: &words, millis, later };
        let rows = template.fill(&fresh, template.seq + 1 + (n - 3) * template.acts);
        for (statement, row) in lines.iter_mut().zip(&rows) {
            statement.execute(rusqlite::params_from_iter(row))?;
        }
    }
    if matters > 3 {
        template.bump(&conn, matters - 3)?;
        conn.execute_batch("COMMIT")?;
    }
    drop(lines);
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(())
}
