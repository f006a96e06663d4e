//! A header found by its names, and the lines under it.

use crate::schema::plain;
use crate::{Book, Cell, Column, Refusal, Schema, Sheet, What, Wrong, day, half, unknown_phone};
use lianxin_base::{Area, Day};
use lianxin_register::looks_like_id_number;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The header stands in one of these rows.
const HEADER_ROWS: usize = 10;
/// Columns nobody needs to be told about when they are not used.
const QUIET: [&str; 4] = ["序号", "编号", "备注", "错误"];

/// A sheet with its header found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// The sheet as it was sent, without identity numbers.
    pub sheet: Sheet,
    /// The header's row, counted from 0.
    pub header: usize,
    /// What stands above the header.
    pub title: Vec<String>,
    /// The lines that are meant.
    pub lines: Vec<Line>,
    /// What was done on the way.
    pub notes: Notes,
}

/// What was done to read a sheet, so that it can be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// Columns with identity numbers: not read, not kept.
    pub dropped: Vec<String>,
    /// Columns this kind of sheet has no use for.
    pub unused: Vec<String>,
    /// Cells that took over what stands above them.
    pub filled: u32,
    /// Rows of sums and remarks that were passed over.
    pub totals: u32,
}

/// One line: the cells of known columns that are filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its row as the sheet program counts it, from 1.
    pub row: u32,
    /// Its cells by the key of their column.
    pub cells: BTreeMap<String, Cell>,
}

impl Table {
    /// Finds the header of a schema in a book: in the first sheet that has all it needs, within the first ten rows,
    /// by name and in any order.
    ///
    /// # Errors
    /// No sheet has it: the columns that are missing where most of them were found.
    pub fn of(book: Book, schema: &Schema) -> Result<Self, Refusal> {
        let mut best: Option<(usize, Vec<&'static str>)> = None;
        for mut sheet in book.sheets {
            sheet.fill_down();
            let Some((row, at)) = header(&sheet, schema) else { continue };
            let missing = missing(&at, schema);
            if missing.is_empty() {
                return Self::under(sheet, row, &at, schema);
            }
            let found = at.iter().flatten().count();
            if best.as_ref().is_none_or(|(most, _)| found > *most) {
                best = Some((found, missing));
            }
        }
        let missing = best.map_or_else(|| missing(&vec![None; schema.columns.len()], schema), |(_, missing)| missing);
        Err(Refusal::NoHeader(missing.join("、")))
    }

    fn under(mut sheet: Sheet, header: usize, at: &[Option<usize>], schema: &Schema) -> Result<Self, Refusal> {
        let mut notes = Notes::default();
        let used: Vec<usize> = at.iter().flatten().copied().collect();
        for column in 0..sheet.rows[header].len() {
            let name = sheet.at(header, column).say();
            if is_id(&name) {
                drop_column(&mut sheet, header, column);
                notes.dropped.push(name);
            } else if !used.contains(&column) && !name.is_empty() && !QUIET.contains(&plain(&name).as_str()) {
                notes.unused.push(name);
            }
        }
        hide_ids(&mut sheet);
        let lines = lines(&sheet, header, at, schema, &mut notes);
        if lines.is_empty() {
            return Err(Refusal::NoRows);
        }
        let mut title: Vec<String> = sheet.rows[..header].iter().flatten().map(Cell::say).collect();
        title.retain(|t| !t.is_empty());
        Ok(Self { sheet, header, title, lines, notes })
    }
}

/// The row with most of the columns, and where each column is.
fn header(sheet: &Sheet, schema: &Schema) -> Option<(usize, Vec<Option<usize>>)> {
    let rows = sheet.rows.iter().take(HEADER_ROWS).enumerate();
    let mut best: Option<(usize, Vec<Option<usize>>)> = None;
    for (n, row) in rows {
        let names: Vec<String> = row.iter().map(Cell::say).collect();
        let place = |c: &Column| names.iter().position(|name| c.is(name));
        let at: Vec<Option<usize>> = schema.columns.iter().map(place).collect();
        let found = at.iter().flatten().count();
        if found >= 2 && best.as_ref().is_none_or(|(_, most)| found > most.iter().flatten().count()) {
            best = Some((n, at));
        }
    }
    best
}

fn missing(at: &[Option<usize>], schema: &Schema) -> Vec<&'static str> {
    let there = |key: &str| schema.columns.iter().zip(at).any(|(c, at)| c.key == key && at.is_some());
    let lacking = schema.either.iter().filter(|keys| !keys.iter().any(|key| there(key)));
    lacking.filter_map(|keys| Some(schema.column(keys.first()?)?.names[0])).collect()
}

fn is_id(name: &str) -> bool {
    let name = plain(name);
    ["身份证", "证件号", "证件编号", "身份号"].iter().any(|part| name.contains(part))
}

fn drop_column(sheet: &mut Sheet, header: usize, column: usize) {
    for row in sheet.rows.iter_mut().skip(header + 1) {
        if let Some(cell) = row.get_mut(column) {
            *cell = Cell::Empty;
        }
    }
}

/// Identity numbers in any other cell.
fn hide_ids(sheet: &mut Sheet) {
    for cell in sheet.rows.iter_mut().flatten() {
        if let Cell::Text(text) = cell
            && text.len() >= 18
            && looks_like_id_number(text)
        {
            *cell = Cell::Id;
        }
    }
}

fn lines(sheet: &Sheet, header: usize, at: &[Option<usize>], schema: &Schema, notes: &mut Notes) -> Vec<Line> {
    let mut above: BTreeMap<&str, Cell> = BTreeMap::new();
    let mut lines = Vec::new();
    for (n, row) in sheet.rows.iter().enumerate().skip(header + 1) {
        if is_sum(row) {
            notes.totals += 1;
            continue;
        }
        let columns = schema.columns.iter().zip(at);
        let own: Vec<(&Column, Cell)> =
            columns.filter_map(|(c, at)| Some((c, row.get((*at)?).filter(|cell| !cell.is_empty())?.clone()))).collect();
        if own.iter().all(|(c, _)| c.down) || own.iter().filter(|(c, cell)| c.is(&cell.say())).count() > 1 {
            continue; // empty, or the header again on a new page
        }
        let mut cells: BTreeMap<String, Cell> = own.iter().map(|(c, cell)| (c.key.to_owned(), cell.clone())).collect();
        for c in schema.columns.iter().filter(|c| c.down) {
            match cells.get(c.key) {
                // A new building begins: what stood in the columns after it no longer counts.
                Some(cell) if above.get(c.key) != Some(cell) => {
                    let later = schema.columns.iter().skip_while(|l| l.key != c.key).skip(1);
                    later.for_each(|l| drop(above.remove(l.key)));
                    above.insert(c.key, cell.clone());
                }
                Some(_) => {}
                None => {
                    if let Some(cell) = above.get(c.key) {
                        cells.insert(c.key.to_owned(), cell.clone());
                        notes.filled += 1;
                    }
                }
            }
        }
        lines.push(Line { row: n as u32 + 1, cells });
    }
    lines
}

/// 合计 and its like, and the remarks under a sheet.
fn is_sum(row: &[Cell]) -> bool {
    let filled: Vec<String> = row.iter().filter(|c| !c.is_empty()).map(Cell::say).collect();
    let Some(first) = filled.iter().map(|text| plain(text)).find(|text| !text.is_empty()) else { return false };
    let sums = ["合计", "小计", "总计", "共计", "累计", "本页合计", "总数"];
    let remarks = ["注", "备注", "说明", "制表", "填表", "审核", "填报", "负责人", "单位盖章", "导出", "takenby"];
    sums.iter().any(|s| first.starts_with(s)) || filled.len() <= 2 && remarks.iter().any(|s| first.starts_with(s))
}

impl Line {
    /// What stands in a column, tidied; `None` if nothing does.
    ///
    /// # Errors
    /// It cannot be taken as it is.
    pub fn words(&self, column: &Column, most: usize) -> Result<Option<String>, Wrong> {
        let wrong = |what| Err(Wrong::of(column, what));
        match self.cells.get(column.key).unwrap_or(&Cell::Empty) {
            Cell::Empty if column.required => wrong(What::Missing),
            Cell::Empty => Ok(None),
            Cell::Lost => wrong(What::Lost),
            Cell::Bare => wrong(What::Bare),
            Cell::Id => wrong(What::Id),
            cell => {
                let text = cell.say();
                if text.chars().count() > most { wrong(What::Long(most)) } else { Ok(Some(text)) }
            }
        }
    }

    /// A code: half-width, without blanks.
    ///
    /// # Errors
    /// As [`Line::words`].
    pub fn code(&self, column: &Column, most: usize) -> Result<Option<String>, Wrong> {
        let text = self.words(column, most)?;
        Ok(text.map(|t| half(&t).chars().filter(|c| !c.is_whitespace()).collect()))
    }

    /// A floor area; its unit may stand behind it.
    ///
    /// # Errors
    /// As [`Line::words`], or it is none.
    pub fn area(&self, column: &Column) -> Result<Option<Area>, Wrong> {
        let Some(text) = self.code(column, 40)? else { return Ok(None) };
        let bare =
            ["平方米", "平米", "㎡", "m²", "m2"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text);
        match Area::parse(bare) {
            Some(Area(0)) => Ok(None),
            Some(area) if area.0 > 0 => Ok(Some(area)),
            _ => Err(Wrong::of(column, What::Area)),
        }
    }

    /// A date.
    ///
    /// # Errors
    /// As [`Line::words`], or it is none.
    pub fn day(&self, column: &Column) -> Result<Option<Day>, Wrong> {
        if let Some(Cell::Day(n)) = self.cells.get(column.key) {
            return Ok(Some(Day::from_number(*n)));
        }
        let Some(text) = self.words(column, 40)? else { return Ok(None) };
        day(&text).map(Some).ok_or(Wrong::of(column, What::Day))
    }

    /// A telephone as digits; what people write where there is none is none.
    ///
    /// # Errors
    /// As [`Line::words`], or it is none.
    pub fn phone(&self, column: &Column) -> Result<Option<String>, Wrong> {
        let Some(text) = self.code(column, 40)?.filter(|t| !unknown_phone(t)) else { return Ok(None) };
        lianxin_register::phone(&text).map(Some).ok_or(Wrong::of(column, What::Phone))
    }

    /// One of some words; `None` if the cell is empty.
    ///
    /// # Errors
    /// As [`Line::words`], or it is none of them.
    pub fn one<T: Copy>(&self, column: &Column, words: &[(&str, T)]) -> Result<Option<T>, Wrong> {
        let Some(text) = self.code(column, 40)? else { return Ok(None) };
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, what)| *what);
        found.map(Some).ok_or(Wrong::of(column, What::Word))
    }
}
