//! What a file of a sheet program holds, within limits.

use crate::{Cell, Refusal, csv, xls, xlsx, zip};
use serde::{Deserialize, Serialize};

/// Largest file.
pub const FILE: usize = 20 * 1024 * 1024;
/// Most rows of a book, all sheets together.
pub const ROWS: usize = 200_000;
/// Most columns of a sheet.
pub const COLUMNS: usize = 64;
/// Most cells with something in them.
pub const CELLS: usize = 4_000_000;
/// Most bytes of words.
const WORDS: usize = 64 * 1024 * 1024;
/// Most sheets that are looked at.
pub(crate) const SHEETS: usize = 8;

/// A workbook as it was read.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet: rows of cells; a row ends with its last filled cell.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first.
    pub rows: Vec<Vec<Cell>>,
    /// Its merged cells.
    pub merges: Vec<Merge>,
}

/// Merged cells, both corners included, counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// Reads a file by what it is, not by its name. Does nothing else, so that a child process can do it; never panics
/// on what strangers send, except for want of memory, which only the child's own limit can meet.
///
/// # Errors
/// Why it is not read.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    if bytes.len() > FILE {
        return Err(Refusal::Large);
    }
    let book = std::panic::catch_unwind(|| by_kind(bytes)).unwrap_or(Err(Refusal::Broken))?;
    if book.sheets.iter().all(|s| s.rows.is_empty()) { Err(Refusal::Nothing) } else { Ok(book) }
}

fn by_kind(bytes: &[u8]) -> Result<Book, Refusal> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => {
            zip::check(bytes)?;
            xlsx::read(bytes)
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => xls::read(bytes),
        _ => csv::read(bytes),
    }
}

/// Puts cells where they belong and counts them.
#[derive(Default)]
pub(crate) struct Shelf {
    rows: usize,
    cells: usize,
    words: usize,
}

impl Shelf {
    /// Puts a cell at a place counted from 0. Empty ones take no room, so that a sheet whose every cell was given a
    /// frame is as small as what is written in it.
    pub(crate) fn put(&mut self, sheet: &mut Sheet, row: u32, column: u32, cell: Cell) -> Result<(), Refusal> {
        if cell.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if column >= COLUMNS {
            return Err(Refusal::Wide);
        }
        if row >= sheet.rows.len() {
            self.rows += row + 1 - sheet.rows.len();
            if self.rows > ROWS {
                return Err(Refusal::Long);
            }
            sheet.rows.resize(row + 1, Vec::new());
        }
        self.cells += 1;
        if let Cell::Text(text) = &cell {
            self.words += text.len();
        }
        if self.cells > CELLS || self.words > WORDS {
            return Err(Refusal::Long);
        }
        let cells = &mut sheet.rows[row];
        if column >= cells.len() {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }
}

impl Sheet {
    /// The cell at a place counted from 0.
    pub fn at(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|r| r.get(column)).unwrap_or(&Cell::Empty)
    }

    /// Merged cells that span rows: every row of the first column gets what stands on top.
    pub(crate) fn fill_down(&mut self) {
        let last = self.rows.len().saturating_sub(1);
        for m in std::mem::take(&mut self.merges) {
            let (top, left) = (m.top as usize, m.left as usize);
            let cell = self.at(top, left).clone();
            if cell.is_empty() || left >= COLUMNS {
                continue;
            }
            for row in self.rows.iter_mut().take((m.bottom as usize).min(last) + 1).skip(top + 1) {
                if left >= row.len() {
                    row.resize(left + 1, Cell::Empty);
                }
                row[left] = cell.clone();
            }
        }
    }
}
