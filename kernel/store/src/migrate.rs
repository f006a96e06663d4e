use crate::conn::Conn;
use crate::{Fault, Read, params};
use lianxin_base::Moment;
use sha2::{Digest, Sha256};

/// The numbered schema steps of one room; every table they make begins with `prefix_`.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    /// `council` for tables `council_…`.
    pub prefix: &'static str,
    /// Number and SQL, in order; a step once released is never edited, only followed by another.
    pub files: &'static [(&'static str, &'static str)],
}

/// A table (or some of its columns) that is not state: rebuilt, or of no meaning to the record.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// The table.
    pub table: &'static str,
    /// Only these columns; empty means the whole table.
    pub columns: &'static [&'static str],
    /// Why replay does not have to give the same.
    pub reason: &'static str,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS store_migration(prefix TEXT NOT NULL, number TEXT NOT NULL, \
                     hash TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY(prefix, number))";
const DONE: &str = "SELECT hash FROM store_migration WHERE prefix=$1 AND number=$2";
const NOTE: &str = "INSERT INTO store_migration(prefix, number, hash, at) VALUES($1, $2, $3, $4)";

const ALL_DONE: &str = "SELECT prefix, number FROM store_migration ORDER BY at, prefix, number";

/// How far a schema is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Steps that were run.
    pub done: usize,
    /// Steps that wait.
    pub waiting: usize,
}

/// How far the schema is; a step that is not known here was run by a newer version.
pub(crate) fn standing(conn: &mut Conn, all: &[Migrations]) -> Result<Standing, Fault> {
    conn.batch(TABLE)?;
    let known = |prefix: &str, number: &str| {
        all.iter().any(|set| set.prefix == prefix && set.files.iter().any(|(n, _)| *n == number))
    };
    let done = Read { conn }.rows(ALL_DONE, &[], |r| Ok((r.text(0)?, r.text(1)?)))?;
    if let Some((prefix, number)) = done.iter().find(|(prefix, number)| !known(prefix, number)) {
        return Err(Fault::Newer(format!("{prefix}/{number}")));
    }
    let steps: usize = all.iter().map(|set| set.files.len()).sum();
    Ok(Standing { done: done.len(), waiting: steps - done.len() })
}

/// Brings the schema up to date, each step in a transaction of its own.
pub(crate) fn run(conn: &mut Conn, all: &[Migrations], now: Moment) -> Result<u32, Fault> {
    standing(conn, all)?;
    let mut made = 0;
    for set in all {
        for (number, sql) in set.files {
            made += u32::from(step(conn, set.prefix, number, sql, now)?);
        }
    }
    Ok(made)
}

fn step(conn: &mut Conn, prefix: &str, number: &str, sql: &str, now: Moment) -> Result<bool, Fault> {
    let hash: String = Sha256::digest(sql.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let done = Read { conn }.row(DONE, params![prefix, number], |r| r.text(0))?;
    if let Some(before) = done {
        if before != hash {
            return Err(Fault::Damaged(format!("schema step {prefix}/{number} is not the one that was run here")));
        }
        return Ok(false);
    }
    let sql = if conn.is_pg() { sql.replace(" BLOB", " BYTEA") } else { sql.to_owned() };
    conn.batch("BEGIN")?;
    let ran = conn.batch(&sql).and_then(|()| conn.exec(NOTE, params![prefix, number, hash, now]));
    match ran {
        Ok(_) => conn.batch("COMMIT").map(|()| true),
        Err(fault) => {
            conn.batch("ROLLBACK").ok();
            Err(fault)
        }
    }
}
