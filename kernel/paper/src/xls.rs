//! `.xls` as offices still have it. Its reader holds a sheet whole, 65,536 × 256 cells at the most: this is why it
//! belongs into a process with a limit of memory.

use crate::book::{SHEETS, Shelf};
use crate::xlsx::{MERGES, merge, moment, shown};
use crate::{Book, Cell, Refusal, Sheet, number};
use calamine::{Data, Reader, Xls, XlsError};
use std::io::Cursor;

pub(crate) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    if locked(bytes) {
        return Err(Refusal::Locked);
    }
    let mut file: Xls<Cursor<&[u8]>> = Xls::new(Cursor::new(bytes)).map_err(why)?;
    let names = shown(file.sheets_metadata());
    let (mut book, mut shelf) = (Book::default(), Shelf::default());
    for name in names.into_iter().take(SHEETS) {
        let range = file.worksheet_range(&name).map_err(why)?;
        let merges = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut sheet = Sheet { name, ..Sheet::default() };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            shelf.put(&mut sheet, top + row as u32, left + column as u32, cell(value))?;
        }
        sheet.merges = merges.iter().take(MERGES).map(merge).collect();
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// A workbook of today that was given a password lies in the same container as the old format, in a part of this name.
fn locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|w| w == name)
}

fn why(e: XlsError) -> Refusal {
    match e {
        XlsError::Password => Refusal::Locked,
        _ => Refusal::Broken,
    }
}

fn cell(value: &Data) -> Cell {
    match value {
        Data::Int(n) => Cell::Number(n.to_string()),
        Data::Float(n) => number::cell(*n),
        Data::String(text) => Cell::text(text),
        Data::Bool(yes) => Cell::Text(if *yes { "是" } else { "否" }.into()),
        Data::DateTime(at) => moment(at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Error(_) => Cell::Bare,
        Data::Empty => Cell::Empty,
    }
}
