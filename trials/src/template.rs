//! Ready-made rows. What the product writes for one matter is copied, row by row and byte by byte; then the same rows
//! can be written again with other ids, numbers and words, without any of the product's work.

use crate::trouble::{Done, no};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Larger numbers than this are times in µs: 2001.
const TIME: i64 = 1_000_000_000_000_000;

type Rows = BTreeMap<i64, Vec<Value>>;

/// A whole small database: columns and rows of each table.
pub(crate) struct Snapshot(BTreeMap<String, (Vec<String>, Rows)>);

impl Snapshot {
    pub(crate) fn of(conn: &Connection) -> Done<Self> {
        // The search index is derived and has as many rows as a text has characters: a limit without it is the harder one.
        let mut names = conn.prepare(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' \
             AND name NOT LIKE 'council_find%' AND name <> 'council_gram'",
        )?;
        let names: Vec<String> = names.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
        let mut all = BTreeMap::new();
        for table in names {
            let mut s = conn.prepare(&format!("SELECT rowid, * FROM {table}"))?;
            let columns: Vec<String> = s.column_names().skip(1).map(str::to_owned).collect();
            let width = columns.len();
            let cells = |r: &rusqlite::Row<'_>| {
                Ok((r.get(0)?, (1..=width).map(|i| r.get::<_, Value>(i)).collect::<Result<Vec<_>, _>>()?))
            };
            let rows: Rows = s.query_map([], cells)?.collect::<Result<_, _>>()?;
            all.insert(table, (columns, rows));
        }
        Ok(Self(all))
    }

    /// Rows that are new or have changed since: table, columns, rows in their order.
    pub(crate) fn since<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (&'a str, &'a [String], Vec<Vec<Value>>)> {
        self.0.iter().map(|(table, (columns, rows))| {
            let old = before.0.get(table).map(|(_, rows)| rows);
            let new = rows.iter().filter(|(id, row)| old.and_then(|rows| rows.get(id)) != Some(row));
            (table.as_str(), columns.as_slice(), new.map(|(_, row)| row.clone()).collect())
        })
    }
}

/// A part of a text.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Plain(String),
    /// The nth new id of a matter.
    Id(u64),
    /// The running part of its number.
    No,
    /// What somebody wrote.
    Words,
    /// The form's token.
    Token,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    /// So many bytes nobody can foresee: a salt, a hash. Where they are keys, no two lie side by side.
    Chance(usize),
    Text(Vec<Piece>),
    Time(i64),
    Seq,
}

/// One row to insert.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) struct Line {
    pub(crate) table: String,
    pub(crate) columns: Vec<String>,
    pub(crate) cells: Vec<Cell>,
}

/// A count that every matter raises by the same.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) struct Bump {
    pub(crate) table: String,
    pub(crate) column: String,
    pub(crate) by: i64,
    /// The other cells of its row.
    pub(crate) at: Vec<(String, Cell)>,
}

#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub(crate) struct Template {
    pub(crate) lines: Vec<Line>,
    pub(crate) bumps: Vec<Bump>,
    /// The newest place in the record.
    pub(crate) seq: i64,
    /// How many acts a matter is.
    pub(crate) acts: i64,
}

/// What differs from matter to matter.
pub(crate) struct Fresh<'a> {
    pub(crate) n: u64,
    pub(crate) words: &'a str,
    /// Milliseconds its ids begin with.
    pub(crate) millis: u64,
    /// µs its times are later than the copied matter's.
    pub(crate) later: i64,
}

/// What a matter changed: its new rows by table, and the counts it raised.
struct Change {
    rows: Vec<(String, Vec<String>, Vec<Value>)>,
    bumps: Vec<Bump>,
}

fn change(before: &Snapshot, after: &Snapshot) -> Done<Change> {
    let mut all = Change { rows: Vec::new(), bumps: Vec::new() };
    for (table, (columns, rows)) in &after.0 {
        let old = before.0.get(table).map(|(_, rows)| rows);
        for (id, row) in rows {
            match old.and_then(|rows| rows.get(id)) {
                None => all.rows.push((table.clone(), columns.clone(), row.clone())),
                Some(old) if old == row => {}
                Some(old) => all.bumps.push(bump(table, columns, old, row)?),
            }
        }
    }
    Ok(all)
}

fn bump(table: &str, columns: &[String], old: &[Value], new: &[Value]) -> Done<Bump> {
    let (mut by, mut column, mut at) = (0, String::new(), Vec::new());
    for (i, name) in columns.iter().enumerate() {
        match (&old[i], &new[i]) {
            (Value::Integer(a), Value::Integer(b)) if a != b && column.is_empty() => {
                (by, column) = (b - a, name.clone());
            }
            (a, b) if a == b => at.push((name.clone(), plain(b)?)),
            _ => return no(format!("a row of {table} changed in more than a count")),
        }
    }
    Ok(Bump { table: table.into(), column, by, at })
}

fn plain(value: &Value) -> Done<Cell> {
    Ok(match value {
        Value::Null => Cell::Null,
        Value::Integer(n) => Cell::Int(*n),
        Value::Text(t) => Cell::Text(vec![Piece::Plain(t.clone())]),
        Value::Blob(b) => Cell::Chance(b.len()),
        Value::Real(_) => return no("a float in the database"),
    })
}

/// The ids in a text.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let shape = |s: &&str| {
        let dash = |i: usize| matches!(i, 8 | 13 | 18 | 23);
        s.bytes().enumerate().all(|(i, b)| if dash(i) { b == b'-' } else { b.is_ascii_hexdigit() })
    };
    (0..text.len().saturating_sub(35)).filter_map(|i| text.get(i..i + 36)).filter(shape)
}

fn texts(change: &Change) -> impl Iterator<Item = &str> {
    change
        .rows
        .iter()
        .flat_map(|(_, _, row)| row)
        .filter_map(|v| if let Value::Text(t) = v { Some(t.as_str()) } else { None })
}

impl Template {
    /// Copies the matter that came between `before` and `a`; the one between `a` and `b` shows what differs. `words`
    /// are those of the first.
    pub(crate) fn copied(before: &Snapshot, a: &Snapshot, b: &Snapshot, words: &str) -> Done<Self> {
        let (one, other) = (change(before, a)?, change(a, b)?);
        let theirs: BTreeSet<&str> = texts(&other).flat_map(ids).collect();
        let mut marks: Vec<(String, Piece)> = Vec::new();
        for id in texts(&one).flat_map(ids).filter(|id| !theirs.contains(id)) {
            if !marks.iter().any(|(mark, _)| mark == id) {
                marks.push((id.to_owned(), Piece::Id(marks.len() as u64)));
            }
        }
        marks.push((words.to_owned(), Piece::Words));
        let acts = |change: &Change, column: &str| -> Vec<Value> {
            let acts = change.rows.iter().filter(|(table, ..)| table == "journal_act");
            acts.filter_map(|(_, columns, row)| Some(row[columns.iter().position(|c| c == column)?].clone())).collect()
        };
        let Some(Value::Text(number)) = acts(&one, "no").into_iter().next() else {
            return no("a matter without a number");
        };
        let token = acts(&one, "token").into_iter().find_map(|v| if let Value::Text(t) = v { Some(t) } else { None });
        marks.extend(token.map(|t| (t, Piece::Token)));
        let lines = one.rows.iter().map(|(table, columns, row)| {
            let cells =
                columns.iter().zip(row).map(|(c, v)| cell(table, c, v, &marks, &number)).collect::<Done<_>>()?;
            Ok(Line { table: table.clone(), columns: columns.clone(), cells })
        });
        let seqs =
            acts(&other, "seq").into_iter().filter_map(|v| if let Value::Integer(n) = v { Some(n) } else { None });
        let lines = lines.collect::<Done<_>>()?;
        let acts = i64::try_from(acts(&one, "id").len())?;
        Ok(Self { lines, bumps: one.bumps, seq: seqs.max().unwrap_or(0), acts })
    }

    /// Without the rows of some tables.
    pub(crate) fn without(mut self, tables: &[&str]) -> Self {
        self.lines.retain(|l| !tables.contains(&l.table.as_str()));
        self
    }

    /// The statements that write one matter, in order.
    pub(crate) fn prepare<'c>(&self, conn: &'c Connection) -> Done<Vec<Statement<'c>>> {
        let mut all = Vec::new();
        for line in &self.lines {
            let marks = vec!["?"; line.cells.len()].join(", ");
            all.push(conn.prepare(&format!(
                "INSERT INTO {}({}) VALUES({marks})",
                line.table,
                line.columns.join(", ")
            ))?);
        }
        Ok(all)
    }

    /// The values of one matter, line by line; its acts take the places from `seq` on.
    pub(crate) fn fill(&self, fresh: &Fresh<'_>, seq: i64) -> Vec<Vec<Value>> {
        let mut seq = seq;
        self.lines.iter().map(|line| line.cells.iter().map(|c| filled(c, fresh, &mut seq)).collect()).collect()
    }

    /// Raises the counts for so many matters.
    pub(crate) fn bump(&self, conn: &Connection, matters: i64) -> Done<()> {
        for b in &self.bumps {
            let at: Vec<String> = b.at.iter().map(|(column, _)| format!("{column} IS ?")).collect();
            let sql = format!("UPDATE {0} SET {1} = {1} + ? WHERE {2}", b.table, b.column, at.join(" AND "));
            let mut values = vec![Value::Integer(b.by * matters)];
            let nobody = Fresh { n: 0, words: "", millis: 0, later: 0 };
            values.extend(b.at.iter().map(|(_, c)| filled(c, &nobody, &mut 0)));
            conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        }
        Ok(())
    }
}

fn cell(table: &str, column: &str, value: &Value, marks: &[(String, Piece)], number: &str) -> Done<Cell> {
    Ok(match value {
        Value::Integer(_) if table == "journal_act" && column == "seq" => Cell::Seq,
        Value::Integer(n) if *n > TIME => Cell::Time(*n),
        Value::Text(text) => Cell::Text(pieces(text, marks, number)),
        other => plain(other)?,
    })
}

fn pieces(text: &str, marks: &[(String, Piece)], number: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = text;
    let series = number.rfind('-').map_or(0, |at| at + 1);
    loop {
        let known = marks.iter().filter_map(|(mark, piece)| Some((rest.find(mark.as_str())?, mark.len(), piece)));
        let at_number = rest.find(number).map(|at| (at + series, number.len() - series, &Piece::No));
        let Some((at, length, piece)) = known.chain(at_number).min_by_key(|(at, ..)| *at) else { break };
        if at > 0 {
            out.push(Piece::Plain(rest[..at].to_owned()));
        }
        out.push(piece.clone());
        rest = &rest[at + length..];
    }
    if !rest.is_empty() || out.is_empty() {
        out.push(Piece::Plain(rest.to_owned()));
    }
    out
}

fn filled(cell: &Cell, fresh: &Fresh<'_>, seq: &mut i64) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Int(n) => Value::Integer(*n),
        Cell::Chance(length) => Value::Blob(bytes(fresh.n, *length)),
        Cell::Time(at) => Value::Integer(at + fresh.later),
        Cell::Seq => {
            *seq += 1;
            Value::Integer(*seq - 1)
        }
        Cell::Text(pieces) => Value::Text(text(pieces, fresh)),
    }
}

pub(crate) fn text(pieces: &[Piece], fresh: &Fresh<'_>) -> String {
    let mut out = String::with_capacity(pieces.len() * 48);
    for piece in pieces {
        match piece {
            Piece::Plain(text) => out.push_str(text),
            Piece::Id(k) => id(&mut out, fresh, *k),
            Piece::No => write!(out, "{:07}", fresh.n).unwrap_or_default(),
            Piece::Words => out.push_str(fresh.words),
            Piece::Token => bytes(!fresh.n, 16).iter().for_each(|b| write!(out, "{b:02x}").unwrap_or_default()),
        }
    }
    out
}

/// Bytes that look like chance: splitmix64, begun with `n`.
fn bytes(n: u64, length: usize) -> Vec<u8> {
    let mut state = n;
    let words = std::iter::repeat_with(|| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)).to_le_bytes()
    });
    words.flatten().take(length).collect()
}

/// As a version 7 UUID looks: time first, then what seems to be chance.
pub(crate) fn id(out: &mut String, fresh: &Fresh<'_>, k: u64) {
    let mixed = (fresh.n.wrapping_mul(64).wrapping_add(k)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (high, low) = (fresh.millis >> 16, fresh.millis & 0xffff);
    let tail = mixed & 0xffff_ffff_ffff;
    write!(out, "{high:08x}-{low:04x}-7{:03x}-8{:03x}-{tail:012x}", mixed >> 52, k & 0xfff).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_what_stays_and_what_differs() {
        let a = "018f0000-0000-7000-8000-00000000000a";
        let marks = vec![(a.to_owned(), Piece::Id(0)), ("灯坏了".to_owned(), Piece::Words)];
        let plain = |t: &str| Piece::Plain(t.into());
        for (text, cut) in [
            ("shown", vec![plain("shown")]),
            ("", vec![plain("")]),
            (a, vec![Piece::Id(0)]),
            (&format!("{a}/1"), vec![Piece::Id(0), plain("/1")]),
            ("x灯坏了", vec![plain("x"), Piece::Words]),
            ("\"no\":\"里-2026-0002\",", vec![plain("\"no\":\"里-2026-"), Piece::No, plain("\",")]),
        ] {
            assert_eq!(pieces(text, &marks, "里-2026-0002"), cut, "{text}");
        }
    }

    #[test]
    fn made_ids_look_like_ids_and_differ() {
        let mut seen = BTreeSet::new();
        for n in 0..2000 {
            for k in 0..5 {
                let mut out = String::new();
                id(&mut out, &Fresh { n, words: "", millis: 1_750_000_000_000 + n / 3, later: 0 }, k);
                assert_eq!(ids(&out).count(), 1, "{out}");
                assert!(seen.insert(out));
            }
        }
    }
}
