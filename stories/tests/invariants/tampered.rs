//! One value changed in any column that is not kept, and verification names table and column.

use lianxin_app::rooms;
use lianxin_journal::{Class, coverage, verify};
use lianxin_store::testing::Folder;
use lianxin_store::{Db, Place};
use lianxin_stories::World;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;

/// A column that is held to the record.
struct Held {
    table: String,
    column: String,
}

fn held(place: &Place) -> Vec<Held> {
    let look = Db::look(place, |r| Ok(coverage(r, &rooms::migrations(), &rooms::kept())?));
    let all = look.unwrap_or_else(|why| panic!("coverage: {why:?}"));
    let all = all.into_iter().filter(|c| c.class != Some(Class::Kept));
    all.map(|c| Held { table: c.at.table, column: c.at.column }).collect()
}

/// Something else of the same kind.
fn other(value: &Value, declared: &str) -> Value {
    match value {
        Value::Integer(n) => Value::Integer(n + 1_000_003),
        Value::Text(t) => Value::Text(format!("{t}x")),
        Value::Blob(b) => Value::Blob(b.iter().map(|b| b ^ 1).chain([0]).collect()),
        _ if declared == "BIGINT" => Value::Integer(1),
        _ if declared == "BLOB" => Value::Blob(vec![1]),
        _ => Value::Text("x".into()),
    }
}

fn findings(place: &Place) -> Vec<(String, String)> {
    let look = Db::look(place, |r| {
        Ok(verify(r, &rooms::kinds(), &rooms::migrations(), &rooms::kept(), &mut |_, _| true)?.findings)
    });
    let all = look.unwrap_or_else(|why| panic!("verify: {why:?}"));
    all.into_iter().map(|f| (f.table, f.column)).collect()
}

/// Changes one value of a column, or puts a row into an empty table; gives back what undoes it, and whether it is a row.
fn change(lite: &Connection, held: &Held) -> (String, bool) {
    let Held { table, column } = held;
    let declared: String = lite
        .query_row("SELECT type FROM pragma_table_info(?1) WHERE name = ?2", [table, column], |row| row.get(0))
        .unwrap_or_else(|why| panic!("{table}.{column}: {why}"));
    let first = format!("SELECT rowid, {column} FROM {table} ORDER BY {column} IS NULL, rowid LIMIT 1");
    let found: Option<(i64, Value)> = lite.query_row(&first, [], |row| Ok((row.get(0)?, row.get(1)?))).ok();
    let Some((row, value)) = found else {
        let names: Vec<String> = lite
            .prepare("SELECT name FROM pragma_table_info(?1)")
            .and_then(|mut s| s.query_map([table], |row| row.get(0))?.collect())
            .unwrap_or_else(|why| panic!("{table}: {why}"));
        let marks = vec!["1"; names.len()].join(", ");
        lite.execute_batch(&format!("INSERT INTO {table} VALUES ({marks})"))
            .unwrap_or_else(|why| panic!("{table}: {why}"));
        return (format!("DELETE FROM {table}"), true);
    };
    let update = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2");
    let new = other(&value, &declared);
    lite.execute(&update, rusqlite::params![new, row]).unwrap_or_else(|why| panic!("{table}.{column}: {why}"));
    lite.execute("UPDATE undo SET value = ?1", [value]).expect("the old value is kept aside");
    (format!("UPDATE {table} SET {column} = (SELECT value FROM temp.undo) WHERE rowid = {row}"), false)
}

/// So many copies are tampered with at once: each change is looked for in the whole record.
const COPIES: usize = 2;

#[test]
fn one_value_changed_anywhere_is_named_by_table_and_column() {
    let world = World::new();
    let Place::File(planted) = &world.place else { panic!("a file") };
    let all = &held(&world.place);
    assert!(all.len() > 80, "{}", all.len());
    let missed: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..COPIES)
            .map(|part| scope.spawn(move || missed(planted, all.iter().skip(part).step_by(COPIES))))
            .collect();
        parts.into_iter().flat_map(|part| part.join().expect("a copy is tampered with to the end")).collect()
    });
    assert!(missed.is_empty(), "{} of {}:\n{}", missed.len(), all.len(), missed.join("\n"));
}

/// The columns of these in which a change is not named.
fn missed<'a>(planted: &Path, some: impl Iterator<Item = &'a Held>) -> Vec<String> {
    let folder = Folder::new();
    let path = folder.path().join("lianxin.db");
    let lite = copied(planted, &path);
    let place = Place::File(path);
    assert_eq!(findings(&place), [], "before anything is changed");
    let mut missed = Vec::new();
    for held in some {
        let (undo, row) = change(&lite, held);
        let found = findings(&place);
        // A row that was put into an empty table is named by the table.
        let names = |columns: &str| row || columns.split(", ").any(|c| c == held.column);
        let named = found.iter().any(|(table, columns)| *table == held.table && names(columns));
        if !named {
            missed.push(format!("{}.{}: {found:?}", held.table, held.column));
        }
        lite.execute_batch(&undo).unwrap_or_else(|why| panic!("{undo}: {why}"));
    }
    assert_eq!(findings(&place), [], "after everything was put back");
    missed
}

/// A copy to tamper with.
fn copied(planted: &Path, path: &Path) -> Connection {
    let from = Connection::open(planted).expect("the planted file");
    from.execute("VACUUM INTO ?1", [path.to_string_lossy()]).expect("a copy");
    let lite = Connection::open(path).expect("the copy opens");
    lite.execute_batch("CREATE TEMP TABLE undo(value); INSERT INTO undo VALUES (NULL);")
        .expect("a place for old values");
    lite
}
