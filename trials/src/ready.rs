//! Rows somebody else has made, written again without any of the work that made them.

use crate::limit::connect;
use crate::template::Snapshot;
use crate::trouble::{Done, Trouble, no};
use calamine::{DataRef, Reader as _, Xlsx};
use rusqlite::types::Value;
use std::io::Cursor;
use std::path::Path;

/// Tables of the work's own bookkeeping, which a bare program has no need of.
const BOOKKEEPING: &[&str] = &["work_", "gate_", "store_"];

/// New and changed rows in groups.
pub(crate) struct Ready {
    /// The statements, with the rows of each group.
    tables: Vec<(String, Vec<Vec<Vec<Value>>>)>,
    groups: usize,
}

impl Ready {
    /// What came between two states of a database, in so many groups.
    pub(crate) fn between(before: &Snapshot, after: &Snapshot, groups: usize) -> Self {
        let mut tables = Vec::new();
        for (table, columns, rows) in after.since(before) {
            if rows.is_empty() || BOOKKEEPING.iter().any(|b| table.starts_with(b)) {
                continue;
            }
            let marks = vec!["?"; columns.len()].join(", ");
            let sql = format!("INSERT OR REPLACE INTO {table}({}) VALUES({marks})", columns.join(", "));
            let each = rows.len().div_ceil(groups);
            tables.push((sql, rows.chunks(each).map(<[_]>::to_vec).collect()));
        }
        Self { tables, groups }
    }

    /// Reads the workbook cell by cell, then writes the rows, a commit a group.
    pub(crate) fn write(&self, dir: &Path, book: &[u8]) -> Done<()> {
        let cells = read(book)?;
        if cells == 0 {
            return no("an empty workbook");
        }
        let conn = connect(dir, 8_000)?;
        let mut statements = Vec::new();
        for (sql, _) in &self.tables {
            statements.push(conn.prepare(sql)?);
        }
        for n in 0..self.groups {
            conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
            for (statement, (_, groups)) in statements.iter_mut().zip(&self.tables) {
                for row in groups.get(n).into_iter().flatten() {
                    statement.execute(rusqlite::params_from_iter(row))?;
                }
            }
            conn.prepare_cached("COMMIT")?.execute([])?;
        }
        Ok(())
    }
}

/// How many cells a workbook has, each of them owned for a moment.
fn read(book: &[u8]) -> Done<usize> {
    let broken = |e: calamine::XlsxError| Trouble(e.to_string());
    let mut file: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(book)).map_err(broken)?;
    let name = file.sheet_names().first().cloned().unwrap_or_default();
    let mut cells = file.worksheet_cells_reader(&name).map_err(broken)?;
    let mut held: Vec<String> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        match cell.get_value() {
            DataRef::String(text) => held.push(text.clone()),
            DataRef::SharedString(text) => held.push((*text).to_owned()),
            other => held.push(format!("{other:?}")),
        }
    }
    Ok(held.len())
}
