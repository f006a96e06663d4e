//! The public log: taking acts in, proving one of very many, serving it to whoever checks, checking it.

mod integrate;
mod proof;
mod record;
mod sequencer;
mod tiles;
mod verify;

pub(crate) use integrate::run as integrate;
pub(crate) use proof::run as proof;
pub(crate) use record::run as record;
pub(crate) use sequencer::run as sequencer;
pub(crate) use tiles::run as tiles;
pub(crate) use verify::run as verify;

use crate::bench::{Asked, fresh};
use crate::product::{file, found, open};
use crate::trouble::{Done, Trouble, told};
use lianxin_app::rooms;
use lianxin_base::{ActId, Chance, Clock, Moment};
use lianxin_journal::leaf_hash;
use lianxin_journal::log::{LogKeys, forget};
use lianxin_store::Db;
use rusqlite::{Connection, params};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// The log's name.
const ORIGIN: &str = "bench.invalid/journal";

/// Keys of a log that nobody has signed yet.
fn keys(dir: &Path) -> Done<LogKeys> {
    let keys = dir.join("keys");
    std::fs::remove_file(keys.join("checkpoint")).or_else(gone)?;
    LogKeys::load_or_make(&keys, ORIGIN, &Chance::system()).map_err(|why| Trouble(format!("{why:?}")))
}

fn gone(why: std::io::Error) -> std::io::Result<()> {
    if why.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(why) }
}

/// The log is as if it had not begun.
fn begin_anew(db: &Db, dir: &Path) -> Done<LogKeys> {
    db.keep_wait(|tx| Ok(forget(tx)?)).map_err(told)?;
    keys(dir)
}

fn signed(db: &Db, keys: &LogKeys) -> Done<()> {
    lianxin_app::house::sequence(db, keys).map_err(|why| Trouble(format!("{why:?}")))
}

/// An office with so many acts in its record: a report's leaf again and again, each with an id of its own. Kept as long as
/// the schema stays the same.
fn planted(asked: &Asked) -> Done<PathBuf> {
    std::fs::create_dir_all(&asked.data)?;
    let mut hasher = DefaultHasher::new();
    for set in rooms::migrations() {
        set.files.hash(&mut hasher);
    }
    let dir = asked.data.join(format!("log-{}-{:016x}", asked.acts, hasher.finish()));
    if file(&dir).exists() {
        return Ok(dir);
    }
    let draft = fresh(asked, "log-draft")?;
    let town = found(&draft, None)?;
    crate::plant::matter(&open(&draft, None, Clock::system())?, town, "三号楼二单元四楼的灯坏了三天了")?;
    fill(&draft, asked.acts)?;
    std::fs::rename(&draft, &dir)?;
    Ok(dir)
}

const SEEN: &str = "SELECT id, body, (SELECT max(seq) FROM journal_act) FROM journal_act WHERE kind = 'council.report'";
const PUT: &str = "INSERT INTO journal_act(id, seq, kind, v, no, area, org, at, body, inner_leaf, salt, hash, token) \
                   SELECT ?2, ?3, kind, v, no, area, org, at, ?4, NULL, NULL, ?5, NULL FROM journal_act WHERE id = ?1";

/// So many in one transaction: ten millions in one would lie on the disk twice.
const AT_ONCE: usize = 100_000;

fn fill(dir: &Path, acts: i64) -> Done<()> {
    let mut conn = Connection::open(file(dir))?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    let (id, body, last): (String, String, i64) =
        conn.query_row(SEEN, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let chance = Chance::system();
    let all: Vec<i64> = (last + 1..=acts).collect();
    for some in all.chunks(AT_ONCE) {
        let tx = conn.transaction()?;
        let mut put = tx.prepare(PUT)?;
        for &seq in some {
            let own = ActId::new(&chance, Moment::from_micros(1_700_000_000_000_000 + seq * 1_000)).to_string();
            let leaf = body.replace(&id, &own);
            put.execute(params![id, own, seq, leaf, leaf_hash(&leaf).as_slice()])?;
        }
        drop(put);
        tx.commit()?;
    }
    Ok(())
}
