//! The same searches on PostgreSQL: what they read is copied over from the planted office.

use crate::bench::Asked;
use crate::pgbench::database;
use crate::product::{file, open};
use crate::report::{Line, Sheet};
use crate::search::{likeness, office, part, searched};
use crate::trouble::{Done, no};
use lianxin_base::Clock;
use postgres::{Client, NoTls};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::io::{BufWriter, Write as _};
use std::path::Path;

const TABLES: [&str; 8] = [
    "register_area",
    "register_org",
    "council_matter",
    "path_way",
    "journal_text",
    "council_find",
    "council_find_area",
    "council_gram",
];
/// The largest table gets its indexes once it is full.
const BARE: &str = "SET synchronous_commit = off; ALTER TABLE council_gram DROP CONSTRAINT council_gram_pkey; \
                    DROP INDEX council_gram_n; ALTER TABLE council_gram SET UNLOGGED; \
                    ALTER TABLE journal_text SET UNLOGGED";
const WHOLE: &str = "SET maintenance_work_mem = '1GB'; ALTER TABLE council_gram ADD PRIMARY KEY (gram, n); \
                     CREATE INDEX council_gram_n ON council_gram(n)";
/// What the server does by itself to tables that grow a row at a time.
const SWEPT: &str = "VACUUM (ANALYZE)";
const WHAT: &str =
    "20 matters by words on the public board of 1,000,000 on PostgreSQL, one thread: asked, p99 under 50 ms";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let Ok(server) = std::env::var("LIANXIN_BENCH_PG") else {
        return no("search.postgres needs LIANXIN_BENCH_PG; cargo xtask bench gives it");
    };
    let (dir, lite) = office(asked)?;
    drop(lite);
    let url = database(&server, "search")?;
    let db = open(&dir, Some(&url), Clock::system())?;
    copied(&dir, &url)?;
    let mut ours = Vec::new();
    for _ in 0..asked.rounds {
        searched(&db, &mut ours)?;
    }
    let n = ours.len() as u64;
    let (name, what) = ("search.postgres.p99".into(), WHAT.into());
    sheet.add(&Line { name, unit: "µs", ours: part(&mut ours, 990), limit: 50_000, what, n, ..Line::default() });
    sheet.add(&Line { name: "alike.postgres.p99".into(), ..likeness(asked, &db)? });
    drop(db);
    let mut admin = Client::connect(&server, NoTls)?;
    admin.batch_execute("DROP DATABASE lianxin_bench_search")?;
    Ok(())
}

fn copied(dir: &Path, url: &str) -> Done<()> {
    let (lite, mut client) = (Connection::open(file(dir))?, Client::connect(url, NoTls)?);
    client.batch_execute(BARE)?;
    for table in TABLES {
        copy(&lite, &mut client, table)?;
    }
    client.batch_execute(WHOLE)?;
    client.batch_execute(SWEPT)?;
    Ok(())
}

/// All rows of a table, as text.
fn copy(lite: &Connection, client: &mut Client, table: &str) -> Done<()> {
    let mut rows = lite.prepare(&format!("SELECT * FROM {table}"))?;
    let names = rows.column_names().collect::<Vec<_>>().join(", ");
    let many = rows.column_count();
    client.batch_execute(&format!("DELETE FROM {table}"))?;
    let mut to = BufWriter::with_capacity(1 << 20, client.copy_in(&format!("COPY {table}({names}) FROM STDIN"))?);
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for at in 0..many {
            if at > 0 {
                to.write_all(b"\t")?;
            }
            match row.get_ref(at)? {
                ValueRef::Null => to.write_all(b"\\N")?,
                ValueRef::Integer(n) => write!(to, "{n}")?,
                ValueRef::Text(text) => to.write_all(&escaped(text))?,
                ValueRef::Blob(bytes) => {
                    to.write_all(b"\\\\x")?;
                    bytes.iter().try_for_each(|byte| write!(to, "{byte:02x}"))?;
                }
                ValueRef::Real(_) => return no(format!("{table} has a number that is not whole")),
            }
        }
        to.write_all(b"\n")?;
    }
    let writer = to.into_inner().map_err(|why| why.into_error())?;
    writer.finish()?;
    Ok(())
}

fn escaped(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match byte {
            b'\\' => out.extend(b"\\\\"),
            b'\t' => out.extend(b"\\t"),
            b'\n' => out.extend(b"\\n"),
            b'\r' => out.extend(b"\\r"),
            other => out.push(*other),
        }
    }
    out
}
