//! `.xlsx`, cell by cell: a range would be as large as the sheet's corners say, whatever is in it.

use crate::book::{Merge, SHEETS, Shelf};
use crate::{Book, Cell, Refusal, Sheet, number};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata};
use std::io::Cursor;

/// Most merged areas that are looked at.
pub(crate) const MERGES: usize = 100_000;

pub(crate) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut file: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    let names: Vec<String> = shown(file.sheets_metadata());
    let (mut book, mut shelf) = (Book::default(), Shelf::default());
    for name in names.into_iter().take(SHEETS) {
        let mut sheet = Sheet { name, ..Sheet::default() };
        cells(&mut file, &mut sheet, &mut shelf)?;
        let merges = file.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        sheet.merges = merges.iter().take(MERGES).map(merge).collect();
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// The sheets one can see.
pub(crate) fn shown(sheets: &[calamine::Sheet]) -> Vec<String> {
    let seen = |s: &&calamine::Sheet| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet;
    sheets.iter().filter(seen).map(|s| s.name.clone()).collect()
}

pub(crate) const fn merge(d: &calamine::Dimensions) -> Merge {
    Merge { top: d.start.0, left: d.start.1, bottom: d.end.0, right: d.end.1 }
}

fn cells(file: &mut Xlsx<Cursor<&[u8]>>, sheet: &mut Sheet, shelf: &mut Shelf) -> Result<(), Refusal> {
    let mut cells = file.worksheet_cells_reader(&sheet.name).map_err(|_| Refusal::Broken)?;
    while let Some(found) = cells.next_cell_with_formula_metadata().map_err(|_| Refusal::Broken)? {
        let (row, column) = found.pos;
        let cell = match (cell(&found.value), &found.formula) {
            (Cell::Empty, Some(formula)) => bare(formula),
            (cell, _) => cell,
        };
        shelf.put(sheet, row, column, cell)?;
    }
    Ok(())
}

/// A formula whose value was never saved; `="0012"` says it by itself.
fn bare(formula: &XlsxFormulaMetadata) -> Cell {
    let XlsxFormulaMetadata::Normal { formula } = formula else { return Cell::Bare };
    match formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(words) if !words.contains('"') => Cell::text(words),
        _ => Cell::Bare,
    }
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Int(n) => Cell::Number(n.to_string()),
        DataRef::Float(n) => number::cell(*n),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Text(if *yes { "是" } else { "否" }.into()),
        DataRef::DateTime(at) => moment(at),
        DataRef::DateTimeIso(text) => crate::day(text).map_or_else(|| Cell::text(text), |d| Cell::Day(d.number())),
        DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(_) => Cell::Bare,
        DataRef::Empty => Cell::Empty,
    }
}

/// A length of time is none of our questions; whatever else has a date's format is a date.
pub(crate) fn moment(at: &calamine::ExcelDateTime) -> Cell {
    if at.is_duration() {
        return number::cell(at.as_f64());
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    Cell::date(year, month, day)
}
