//! A list on its way out, row by row: however long it is, it takes little memory.

use crate::number;
use lianxin_base::Day;
use lianxin_store::Fault;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io::Write;

/// A cell of a list.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Words, codes and telephones: text, never a formula.
    Text(&'a str),
    /// A count.
    Int(i64),
    /// Hundredths: 0.01 m², fen.
    Hundredths(i64),
    /// A date.
    Day(Day),
}

impl Value<'_> {
    /// How many.
    pub fn count(n: usize) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

/// A list being written.
pub struct List {
    book: Workbook,
    row: u32,
    columns: u16,
    head: Format,
    text: Format,
    whole: Format,
    area: Format,
    day: Format,
}

pub(crate) fn broken(e: XlsxError) -> Fault {
    Fault::Full(e.to_string())
}

impl List {
    /// Begins with a title and the columns' names, each with its width in characters.
    ///
    /// # Errors
    /// The disk is full.
    pub fn begin(title: &str, columns: &[(&str, u16)]) -> Result<Self, Fault> {
        let border = FormatBorder::Thin;
        let mut list = Self {
            book: Workbook::new(),
            row: 2,
            columns: u16::try_from(columns.len()).unwrap_or(u16::MAX),
            head: Format::new().set_bold().set_border(border).set_align(FormatAlign::Center),
            text: Format::new().set_num_format("@").set_border(border),
            whole: Format::new().set_border(border),
            area: Format::new().set_num_format("0.00").set_border(border),
            day: Format::new().set_num_format("yyyy-mm-dd").set_border(border),
        };
        let (head, bold) = (list.head.clone(), Format::new().set_bold().set_font_size(14));
        let sheet = list.book.add_worksheet_with_constant_memory().map_err(broken)?;
        sheet.set_landscape();
        sheet.set_repeat_rows(0, 1).map_err(broken)?;
        sheet.set_freeze_panes(2, 0).map_err(broken)?;
        for (n, (_, width)) in (0u16..).zip(columns) {
            sheet.set_column_width_pixels(n, u32::from(*width) * 8).map_err(broken)?;
        }
        sheet.write_string_with_format(0, 0, title, &bold).map_err(broken)?;
        for (n, (name, _)) in (0u16..).zip(columns) {
            sheet.write_string_with_format(1, n, *name, &head).map_err(broken)?;
        }
        Ok(list)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// The disk is full.
    pub fn row(&mut self, values: &[Value<'_>]) -> Result<(), Fault> {
        let sheet = self.book.worksheet_from_index(0).map_err(broken)?;
        for (n, value) in (0..self.columns).zip(values) {
            let done = match value {
                Value::Empty => continue,
                Value::Text(text) => text_cell(sheet, self.row, n, text, &self.text),
                Value::Int(int) => sheet.write_with_format(self.row, n, *int, &self.whole).map(|_| ()),
                Value::Hundredths(h) => hundredths(sheet, self.row, n, *h, &self.area),
                Value::Day(day) => date(sheet, self.row, n, *day, &self.day),
            };
            done.map_err(broken)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Ends with a line that says who took the list, when and what for; it stands under every printed page too.
    ///
    /// # Errors
    /// The disk is full.
    pub fn end(mut self, says: &str, out: &mut (impl Write + Send)) -> Result<(), Fault> {
        let (row, sheet) = (self.row + 1, self.book.worksheet_from_index(0).map_err(broken)?);
        sheet.write_string(row, 0, says).map_err(broken)?;
        let footer: String = says.replace('&', "&&").chars().take(120).collect();
        sheet.set_footer(format!("&L{footer}&R&P / &N"));
        self.book.save_to_writer(out).map_err(broken)
    }
}

/// A text; one longer than a cell takes is cut there.
pub(crate) fn text_cell(s: &mut Worksheet, row: u32, n: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    const MOST: usize = 32_000;
    let cut: String = text.chars().take(MOST).collect();
    s.write_string_with_format(row, n, cut, format).map(|_| ())
}

/// A number of hundredths, by way of its decimal text: nothing is calculated with.
fn hundredths(sheet: &mut Worksheet, row: u32, n: u16, h: i64, format: &Format) -> Result<(), XlsxError> {
    match number::value(&lianxin_base::Area(h).to_string()) {
        Some(value) => sheet.write_number_with_format(row, n, value, format).map(|_| ()),
        None => Ok(()),
    }
}

pub(crate) fn date(sheet: &mut Worksheet, row: u32, n: u16, day: Day, format: &Format) -> Result<(), XlsxError> {
    let (year, month, d) = day.parts();
    let date = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month, d)?;
    sheet.write_datetime_with_format(row, n, &date, format).map(|_| ())
}
