//! What this machine could do if nothing had to be decided: the same server library, the same database, the same rows.

use crate::child::announce;
use crate::on_two_threads;
use crate::product::file;
use crate::template::{Fresh, Template, id};
use crate::trouble::{Done, no};
use axum::Form;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use lianxin_store::Queue;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The product's constants: `kernel/store`'s writer and pool, `app`'s readers.
const GROUP: usize = 256;
const GROUP_TIME: Duration = Duration::from_millis(5);
const QUEUE: usize = 4096;
const READERS: usize = 4;

/// As `kernel/store` opens a file; what is changed there is changed here.
pub(crate) fn connect(dir: &Path, cache_kib: i64) -> Done<Connection> {
    let c = Connection::open(file(dir))?;
    c.busy_timeout(Duration::from_secs(5))?;
    c.pragma_update(None, "journal_mode", "WAL")?;
    c.pragma_update(None, "synchronous", "FULL")?;
    c.pragma_update(None, "foreign_keys", "ON")?;
    c.pragma_update(None, "secure_delete", "ON")?;
    c.pragma_update(None, "cache_size", -cache_kib)?;
    c.pragma_update(None, "journal_size_limit", 64 << 20)?;
    c.pragma_update(None, "wal_autocheckpoint", 4_000)?;
    c.pragma_update(None, "temp_store", "MEMORY")?;
    c.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(c)
}

fn serve(router: Router) -> Done<()> {
    on_two_threads(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        announce(listener.local_addr()?)?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}

/// Rows of one report waiting for the writer.
struct Waiting {
    rows: Vec<Vec<Value>>,
    done: oneshot::Sender<bool>,
}

struct Desk {
    template: Template,
    next: AtomicU64,
    writer: SyncSender<Waiting>,
}

/// Takes the report form, writes the rows the product would have written, answers after COMMIT.
pub(crate) fn intake(dir: &Path) -> Done<()> {
    let template: Template = serde_json::from_slice(&std::fs::read(dir.join("template.json"))?)?;
    let (writer, queue) = sync_channel(QUEUE);
    let conn = connect(dir, 8_000)?;
    let counts = template.clone();
    std::thread::spawn(move || {
        if let Err(why) = write(&conn, &counts, &queue) {
            eprintln!("{}", why.0);
            std::process::exit(1);
        }
    });
    let desk = Arc::new(Desk { template, next: AtomicU64::new(100), writer });
    serve(Router::new().route("/report", post(take_in)).with_state(desk))
}

async fn take_in(State(desk): State<Arc<Desk>>, Form(form): Form<Vec<(String, String)>>) -> Response {
    let words = form.iter().find(|(name, _)| name == "words").map_or("", |(_, value)| value);
    let n = desk.next.fetch_add(1, Ordering::Relaxed);
    let fresh = Fresh { n, words, millis: 1_900_000_000_000 + n / 4, later: 0 };
    let (done, answer) = oneshot::channel();
    let rows = desk.template.fill(&fresh, desk.template.seq + 1 + i64::try_from(n).unwrap_or(0));
    let sent = desk.writer.try_send(Waiting { rows, done });
    if sent.is_err() || !answer.await.unwrap_or(false) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let mut place = String::from("/r/");
    id(&mut place, &fresh, 0);
    place.push_str("/012345678901234567890123456?new=1");
    (StatusCode::SEE_OTHER, [(LOCATION, place)]).into_response()
}

/// One transaction for what waits, as the product's writer forms its groups.
fn write(conn: &Connection, template: &Template, queue: &Receiver<Waiting>) -> Done<()> {
    let mut lines = template.prepare(conn)?;
    while let Ok(first) = queue.recv() {
        let begun = Instant::now();
        let mut group = vec![first];
        conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let mut at = 0;
        while at < group.len() {
            for (statement, row) in lines.iter_mut().zip(&group[at].rows) {
                statement.execute(rusqlite::params_from_iter(row))?;
            }
            template.bump(conn, 1)?;
            at += 1;
            if at == group.len() && at < GROUP && begun.elapsed() < GROUP_TIME {
                group.extend(queue.try_recv());
            }
        }
        conn.prepare_cached("COMMIT")?.execute([])?;
        for waiting in group {
            waiting.done.send(true).ok(); // the asker may have gone away
        }
    }
    Ok(())
}

/// The statements of the board: their text and their parameters.
struct Query {
    sql: String,
    values: Vec<Value>,
}

type Look = Box<dyn FnOnce(&Connection, &[Query]) + Send>;

struct Board {
    body: Bytes,
    readers: Queue<Look>,
}

/// Asks what the board asks, then answers with the bytes the product answered with.
pub(crate) fn board(dir: &Path) -> Done<()> {
    asking(dir, "/board", "board.html", queries)
}

/// The same for the notice board of a compound.
pub(crate) fn notices(dir: &Path) -> Done<()> {
    asking(dir, "/notice-board/{area}", "notices.html", of_notices)
}

/// The same of the desk's list.
pub(crate) fn desk(dir: &Path) -> Done<()> {
    asking(dir, "/desk", "desk.html", desk_queries)
}

fn asking(dir: &Path, path: &str, kept: &str, queries: fn(&Connection) -> Done<Vec<Query>>) -> Done<()> {
    let (readers, takers) = Queue::<Look>::new(QUEUE);
    for _ in 0..READERS {
        let (conn, takers) = (connect(dir, 4_000)?, takers.clone());
        conn.set_prepared_statement_cache_capacity(64);
        let queries = queries(&conn)?;
        std::thread::spawn(move || {
            while let Some(look) = takers.take() {
                look(&conn, &queries);
            }
        });
    }
    let body = Bytes::from(std::fs::read(dir.join(kept))?);
    serve(Router::new().route(path, get(page)).with_state(Arc::new(Board { body, readers })))
}

fn text(t: &str) -> Value {
    Value::Text(t.into())
}

fn of_notices(conn: &Connection) -> Done<Vec<Query>> {
    let code = crate::notices::CODE;
    let area: String = conn.query_row("SELECT id FROM register_area WHERE code = $1", [code], |r| r.get(0))?;
    let today = conn.query_row("SELECT MAX(from_day) FROM notice_board_notice", [], |r| r.get::<_, i64>(0))?;
    let (first, day, n) = (Value::Integer(0), Value::Integer(today), Value::Integer(12));
    let behind = [text(&area), first, day, Value::Integer(today + 1), text(""), Value::Integer(21)];
    Ok(vec![
        one("register", "AREA_BY_CODE", vec![text(code)])?,
        one("council", "meeting_all_in", vec![Value::Integer(i64::MAX), text(""), n.clone(), text(&area)])?,
        one("property", "vote_all_in", vec![n.clone(), text(&area)])?,
        one("property", "urgent_in_area", vec![n, text(&area)])?,
        one("notice_board", "notice_area", behind.to_vec())?,
        one("register", "AREA_UP", vec![text(&area)])?,
    ])
}

fn queries(conn: &Connection) -> Done<Vec<Query>> {
    Ok(vec![
        one("register", "AREA_COMPOUNDS", Vec::new())?,
        one("council", "new_all", vec![Value::Integer(i64::MAX), text("~"), Value::Integer(21)])?,
        one("council", "tally_all", Vec::new())?,
        one("register", "AREA_ROOTS", Vec::new())?,
        one("register", "TERMS_UP", vec![text(&root(conn)?)])?,
    ])
}

/// One of the product's own statements, by room and name, so that it is the same tomorrow.
fn one(room: &str, name: &str, values: Vec<Value>) -> Done<Query> {
    let all = lianxin_app::rooms::sql();
    let mut rooms = all.iter().filter(|(r, _)| *r == room).flat_map(|(_, list)| list.iter());
    match rooms.find(|(n, _)| *n == name) {
        Some((_, sql)) => Ok(Query { sql: sql.replace('$', "?"), values }), // SQLite numbers `$2` by where it stands first
        None => no(format!("{room} has no statement called {name}")),
    }
}

/// What lies in the community and its compounds: how many there are, which are due first, and the lines of fifty.
fn desk_queries(conn: &Connection) -> Done<Vec<Query>> {
    let mut all = vec![one("register", "TERMS_UP", vec![text(&root(conn)?)])?];
    let mut areas = conn.prepare("SELECT id FROM register_area WHERE kind IN ('community', 'compound') ORDER BY id")?;
    let areas = areas.query_map([], |row| row.get::<_, String>(0))?;
    for area in areas {
        let area = area?;
        all.push(one("council", "count_area", vec![text(&area), Value::Integer(i64::MAX)])?);
        let first = vec![text(&area), Value::Integer(i64::MAX), text(""), text(""), Value::Integer(50)];
        all.push(one("council", "due_area", first)?);
    }
    let mut ways = conn.prepare("SELECT id FROM path_way WHERE ended_at IS NULL ORDER BY due_at, id LIMIT 50")?;
    let ways: Vec<Value> = ways.query_map([], |row| Ok(Value::Text(row.get(0)?)))?.collect::<Result<_, _>>()?;
    for some in ways.chunks_exact(25) {
        all.push(one("council", "desk_lines", some.to_vec())?);
    }
    Ok(all)
}

fn root(conn: &Connection) -> Done<String> {
    Ok(conn.query_row("SELECT id FROM register_area WHERE parent IS NULL ORDER BY id LIMIT 1", [], |r| r.get(0))?)
}

async fn page(State(board): State<Arc<Board>>) -> Response {
    let (done, answer) = oneshot::channel();
    let sent = board.readers.put(Box::new(move |conn, queries| {
        done.send(look(conn, queries)).ok(); // the asker may have gone away
    }));
    match answer.await {
        Ok(Ok(rows)) if sent.is_ok() && rows > 0 => {
            ([(CONTENT_TYPE, "text/html; charset=utf-8")], board.body.clone()).into_response()
        }
        Ok(Err(why)) => (StatusCode::INTERNAL_SERVER_ERROR, why.0).into_response(),
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Every cell of every row, owned, in one snapshot.
fn look(conn: &Connection, queries: &[Query]) -> Done<usize> {
    conn.prepare_cached("BEGIN")?.execute([])?;
    let mut held: Vec<Value> = Vec::new();
    for query in queries {
        let mut statement = conn.prepare_cached(&query.sql)?;
        let width = statement.column_count();
        let mut rows = statement.query(rusqlite::params_from_iter(&query.values))?;
        while let Some(row) = rows.next()? {
            for i in 0..width {
                held.push(row.get(i)?);
            }
        }
    }
    conn.prepare_cached("ROLLBACK")?.execute([])?;
    Ok(held.len())
}

/// Answers with a file's bytes, read anew at each request.
pub(crate) fn file_served(path: &Path) -> Done<()> {
    let path = path.to_owned();
    let bytes = move || {
        let path = path.clone();
        async move { tokio::fs::read(path).await.map_err(|_| StatusCode::NOT_FOUND) }
    };
    serve(Router::new().route("/file", get(bytes)))
}
