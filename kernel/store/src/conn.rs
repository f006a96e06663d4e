use crate::{Fault, Value};
use lianxin_base::{Day, Moment};
use postgres::types::ToSql;
use std::collections::HashMap;
use std::str::FromStr;
use std::time::Duration;

/// How long SQLite waits for another process before a command is refused as busy.
const BUSY: Duration = Duration::from_secs(5);
/// More than every statement of the product; a leak of statements would show as slowness, not as memory.
const STATEMENTS: usize = 512;

/// One connection to either database.
pub(crate) enum Conn {
    Lite(rusqlite::Connection),
    Pg(Box<Pg>),
}

pub(crate) struct Pg {
    client: postgres::Client,
    statements: HashMap<&'static str, postgres::Statement>,
}

impl Conn {
    /// Opens or makes the file; WAL, every commit on disk before it is answered.
    pub(crate) fn file(path: &std::path::Path, cache_kib: i64) -> Result<Self, Fault> {
        let c = rusqlite::Connection::open(path)?;
        c.busy_timeout(BUSY)?;
        c.pragma_update(None, "journal_mode", "WAL")?;
        Self::tuned(c, cache_kib)
    }

    /// A database in memory, gone when dropped.
    pub(crate) fn memory() -> Result<Self, Fault> {
        Self::tuned(rusqlite::Connection::open_in_memory()?, 8_000)
    }

    fn tuned(c: rusqlite::Connection, cache_kib: i64) -> Result<Self, Fault> {
        c.pragma_update(None, "synchronous", "FULL")?;
        c.pragma_update(None, "foreign_keys", "ON")?;
        c.pragma_update(None, "secure_delete", "ON")?; // erased texts are overwritten, not only unlinked
        c.pragma_update(None, "cache_size", -cache_kib)?;
        c.pragma_update(None, "journal_size_limit", 64 << 20)?;
        c.pragma_update(None, "wal_autocheckpoint", 4_000)?; // the pages every act touches are copied back less often
        c.pragma_update(None, "temp_store", "MEMORY")?; // a savepoint's undo pages would else be written to a file
        // Plans do not depend on bound values; else every LIMIT $1 and every partial index means preparing anew.
        c.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        c.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self::Lite(c))
    }

    pub(crate) fn postgres(url: &str) -> Result<Self, Fault> {
        let mut config: postgres::Config =
            url.parse().map_err(|e: postgres::Error| Fault::Away(format!("address not understood: {e}")))?;
        config.connect_timeout(Duration::from_secs(5)).application_name("lianxin");
        let client = config.connect(postgres::NoTls).map_err(|e| Fault::Away(e.to_string()))?;
        Ok(Self::Pg(Box::new(Pg { client, statements: HashMap::new() })))
    }

    /// Runs statements that take no parameters and give no rows.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        match self {
            Self::Lite(c) => c.execute_batch(sql)?,
            Self::Pg(p) => p.client.batch_execute(sql)?,
        }
        Ok(())
    }

    /// The few statements around transactions, one at a time, prepared once on SQLite.
    pub(crate) fn control(&mut self, lite: &[&str], pg: &str) -> Result<(), Fault> {
        match self {
            Self::Lite(c) => {
                for sql in lite {
                    c.prepare_cached(sql)?.execute([])?;
                }
            }
            Self::Pg(p) => p.client.batch_execute(pg)?,
        }
        Ok(())
    }

    pub(crate) fn exec(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Fault> {
        match self {
            Self::Lite(c) => {
                let mut s = c.prepare_cached(sql)?;
                bind(&mut s, params)?;
                Ok(s.raw_execute()? as u64)
            }
            Self::Pg(p) => {
                let s = p.statement(sql)?;
                Ok(p.client.execute(&s, &dynamic(params))?)
            }
        }
    }

    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        f: &mut dyn FnMut(&Row) -> Result<bool, Fault>,
    ) -> Result<(), Fault> {
        match self {
            Self::Lite(c) => {
                let mut s = c.prepare_cached(sql)?;
                bind(&mut s, params)?;
                let mut rows = s.raw_query();
                while let Some(row) = rows.next()? {
                    if !f(&Row(Cells::Lite(row)))? {
                        break;
                    }
                }
            }
            Self::Pg(p) => {
                use postgres::fallible_iterator::FallibleIterator;
                let s = p.statement(sql)?;
                let mut rows = p.client.query_raw(&s, params.iter().map(|v| v as &(dyn ToSql + Sync)))?;
                while let Some(row) = rows.next()? {
                    if !f(&Row(Cells::Pg(&row)))? {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Rows of a statement made at run time (whole tables, for comparing).
    pub(crate) fn dump(&mut self, sql: &str, f: &mut dyn FnMut(&Row) -> Result<(), Fault>) -> Result<(), Fault> {
        match self {
            Self::Lite(c) => {
                let mut s = c.prepare(sql)?;
                let mut rows = s.raw_query();
                while let Some(row) = rows.next()? {
                    f(&Row(Cells::Lite(row)))?;
                }
            }
            Self::Pg(p) => {
                use postgres::fallible_iterator::FallibleIterator;
                let mut rows = p.client.query_raw(sql, std::iter::empty::<&(dyn ToSql + Sync)>())?;
                while let Some(row) = rows.next()? {
                    f(&Row(Cells::Pg(&row)))?;
                }
            }
        }
        Ok(())
    }

    /// Prepares a statement without running it; gives the plan where the database tells one.
    pub(crate) fn plan(&mut self, sql: &'static str) -> Result<Vec<String>, Fault> {
        match self {
            Self::Lite(c) => {
                let mut s = c.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                let rows = s.raw_query().mapped(|r| r.get::<_, String>(3)).collect::<Result<_, _>>()?;
                Ok(rows)
            }
            Self::Pg(p) => {
                p.statement(sql)?;
                Ok(Vec::new())
            }
        }
    }

    pub(crate) const fn is_pg(&self) -> bool {
        matches!(self, Self::Pg(_))
    }

    /// Whether the connection itself is gone (PostgreSQL only).
    pub(crate) fn lost(&self) -> bool {
        matches!(self, Self::Pg(p) if p.client.is_closed())
    }

    /// Whether a transaction is open that must be rolled back (SQLite may have ended it by itself).
    pub(crate) fn in_transaction(&self) -> bool {
        match self {
            Self::Lite(c) => !c.is_autocommit(),
            Self::Pg(p) => !p.client.is_closed(),
        }
    }
}

impl Pg {
    fn statement(&mut self, sql: &'static str) -> Result<postgres::Statement, Fault> {
        if let Some(s) = self.statements.get(sql) {
            return Ok(s.clone());
        }
        let s = self.client.prepare(sql)?;
        self.statements.insert(sql, s.clone());
        Ok(s)
    }
}

fn dynamic<'a>(params: &'a [Value]) -> Vec<&'a (dyn ToSql + Sync)> {
    params.iter().map(|v| v as &(dyn ToSql + Sync)).collect()
}

/// `$1` is a *name* to SQLite: bound by order of appearance it would be silently wrong, so each is looked up.
fn bind(s: &mut rusqlite::Statement<'_>, params: &[Value]) -> Result<(), Fault> {
    if s.parameter_count() > params.len() {
        return Err(Fault::bug("a statement has more parameters than it was given"));
    }
    for (n, value) in params.iter().enumerate() {
        let name = NAMES.get(n).ok_or_else(|| Fault::bug("a statement has more than 32 parameters"))?;
        // Where the names stand in order, as they mostly do, the place is known without a search.
        let at = if s.parameter_name(n + 1) == Some(name) { Some(n + 1) } else { s.parameter_index(name)? };
        match at {
            Some(at) => s.raw_bind_parameter(at, value)?,
            None => return Err(Fault::bug(format!("a statement does not use its parameter {name}"))),
        }
    }
    Ok(())
}

const NAMES: [&str; 32] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17",
    "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28", "$29", "$30", "$31", "$32",
];

/// One snapshot of the database, for looking only.
pub struct Read<'c> {
    pub(crate) conn: &'c mut Conn,
}

impl Read<'_> {
    /// Every row of a query, turned by `f`.
    pub fn rows<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut f: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut out = Vec::new();
        self.conn.each(sql, params, &mut |row| {
            out.push(f(row)?);
            Ok(true)
        })?;
        Ok(out)
    }

    /// The first row of a query, or none.
    pub fn row<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut f: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        let mut out = None;
        self.conn.each(sql, params, &mut |row| {
            out = Some(f(row)?);
            Ok(false)
        })?;
        Ok(out)
    }

    /// Every row in turn, without keeping any.
    pub fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut f: impl FnMut(&Row) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.conn.each(sql, params, &mut |row| f(row).map(|()| true))
    }

    /// Prepares a statement and gives the plan SQLite would follow (empty on PostgreSQL): for the test that
    /// prepares every statement and refuses scans.
    pub fn plan(&mut self, sql: &'static str) -> Result<Vec<String>, Fault> {
        self.conn.plan(sql)
    }

    /// Whether PostgreSQL is behind this.
    pub const fn is_postgres(&self) -> bool {
        self.conn.is_pg()
    }
}

/// One row of an answer; columns count from 0.
pub struct Row<'r>(Cells<'r>);

enum Cells<'r> {
    Lite(&'r rusqlite::Row<'r>),
    Pg(&'r postgres::Row),
}

macro_rules! cell {
    ($self:ident, $i:ident, $t:ty) => {
        match &$self.0 {
            Cells::Lite(r) => r.get::<_, $t>($i).map_err(Fault::from),
            Cells::Pg(r) => r.try_get::<_, $t>($i).map_err(|e| Fault::bug(e.to_string())),
        }
    };
}

impl Row<'_> {
    /// A number.
    pub fn int(&self, i: usize) -> Result<i64, Fault> {
        self.opt_int(i)?.ok_or_else(|| Fault::bug(format!("column {i} holds no number")))
    }
    /// A number or NULL.
    pub fn opt_int(&self, i: usize) -> Result<Option<i64>, Fault> {
        match &self.0 {
            // Literals in a statement (`SELECT 1`, CASE … THEN 0) are four bytes wide to PostgreSQL.
            Cells::Pg(r) if r.columns().get(i).is_some_and(|c| *c.type_() == postgres::types::Type::INT4) => {
                cell!(self, i, Option<i32>).map(|n| n.map(i64::from))
            }
            _ => cell!(self, i, Option<i64>),
        }
    }
    /// A 0/1 column.
    pub fn flag(&self, i: usize) -> Result<bool, Fault> {
        self.int(i).map(|n| n != 0)
    }
    /// A text.
    pub fn text(&self, i: usize) -> Result<String, Fault> {
        cell!(self, i, String)
    }
    /// The bytes of a text where they lie, for whoever copies them somewhere else anyway.
    pub fn bytes_here(&self, i: usize) -> Result<&[u8], Fault> {
        match &self.0 {
            Cells::Lite(r) => r.get_ref(i)?.as_bytes().map_err(|e| Fault::bug(e.to_string())),
            Cells::Pg(_) => {
                self.here(i)?.map(str::as_bytes).ok_or_else(|| Fault::bug(format!("column {i} holds no text")))
            }
        }
    }
    fn here(&self, i: usize) -> Result<Option<&str>, Fault> {
        match &self.0 {
            Cells::Lite(r) => r.get_ref(i)?.as_str_or_null().map_err(|e| Fault::bug(e.to_string())),
            Cells::Pg(r) => r.try_get::<_, Option<&str>>(i).map_err(|e| Fault::bug(e.to_string())),
        }
    }
    /// A text or NULL.
    pub fn opt_text(&self, i: usize) -> Result<Option<String>, Fault> {
        cell!(self, i, Option<String>)
    }
    /// Bytes.
    pub fn blob(&self, i: usize) -> Result<Vec<u8>, Fault> {
        cell!(self, i, Vec<u8>)
    }
    /// Bytes or NULL.
    pub fn opt_blob(&self, i: usize) -> Result<Option<Vec<u8>>, Fault> {
        cell!(self, i, Option<Vec<u8>>)
    }
    /// An id.
    pub fn id<T: FromStr>(&self, i: usize) -> Result<T, Fault> {
        self.word(i)
    }
    /// An id or NULL.
    pub fn opt_id<T: FromStr>(&self, i: usize) -> Result<Option<T>, Fault> {
        self.opt_word(i)
    }
    /// A word of a closed list, read without copying it.
    pub fn word<T: FromStr>(&self, i: usize) -> Result<T, Fault> {
        self.opt_word(i)?.ok_or_else(|| Fault::Damaged(format!("column {i} is empty")))
    }
    fn opt_word<T: FromStr>(&self, i: usize) -> Result<Option<T>, Fault> {
        let text = self.here(i)?;
        let Some(text) = text else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Fault::Damaged(format!("column {i} holds no id and no word known here")))
    }
    /// A time.
    pub fn moment(&self, i: usize) -> Result<Moment, Fault> {
        self.int(i).map(Moment::from_micros)
    }
    /// A time or NULL.
    pub fn opt_moment(&self, i: usize) -> Result<Option<Moment>, Fault> {
        Ok(self.opt_int(i)?.map(Moment::from_micros))
    }
    /// A day.
    pub fn day(&self, i: usize) -> Result<Day, Fault> {
        self.opt_day(i)?.ok_or_else(|| Fault::Damaged(format!("column {i} holds no day")))
    }
    /// A day or NULL.
    pub fn opt_day(&self, i: usize) -> Result<Option<Day>, Fault> {
        let Some(n) = self.opt_int(i)? else { return Ok(None) };
        let n = i32::try_from(n).map_err(|_| Fault::Damaged(format!("column {i} holds no day")))?;
        Ok(Some(Day::from_number(n)))
    }
    /// The cell whatever it is: for comparing tables.
    pub fn value(&self, i: usize) -> Result<Value<'static>, Fault> {
        match &self.0 {
            Cells::Lite(r) => Ok(match r.get_ref(i)? {
                rusqlite::types::ValueRef::Null => Value::Null,
                rusqlite::types::ValueRef::Integer(n) => Value::Int(n),
                rusqlite::types::ValueRef::Text(t) => Value::from(String::from_utf8_lossy(t).into_owned()),
                rusqlite::types::ValueRef::Blob(b) => Value::from(b.to_vec()),
                rusqlite::types::ValueRef::Real(x) => Value::from(format!("real {x}")),
            }),
            Cells::Pg(r) => match *r.columns()[i].type_() {
                postgres::types::Type::INT8 => Ok(Value::from(self.opt_int(i)?)),
                postgres::types::Type::BYTEA => Ok(Value::from(self.opt_blob(i)?)),
                _ => Ok(Value::from(self.opt_text(i)?)),
            },
        }
    }
}
