//! The empty workbook of a schema, and the one that goes back with what is wrong beside each row.

use crate::list::{broken, date, text_cell};
use crate::texts::t;
use crate::{Cell, Column, Form, Schema, Sheet, number};
use lianxin_base::{Day, Lang};
use lianxin_store::Fault;
use rust_xlsxwriter::{Color, DataValidation, Format, FormatBorder, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The name of the column with what is wrong.
pub const FAULT: &str = "错误";
/// So many rows of a template are formatted for choosing a word.
const ROWS: u32 = 5_000;
const FAULT_WIDTH: u32 = 420;

/// The empty workbook: the names of the columns, formatted so that codes keep their zeros, and a second sheet that
/// says how to fill each.
///
/// # Errors
/// The disk is full.
pub fn template(schema: &Schema, lang: Lang) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    head(book.add_worksheet(), schema).map_err(broken)?;
    guide(book.add_worksheet(), schema, lang).map_err(broken)?;
    book.save_to_buffer().map_err(broken)
}

fn bold() -> Format {
    Format::new().set_bold().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00F1_F1EF))
}

fn head(sheet: &mut Worksheet, schema: &Schema) -> Result<(), XlsxError> {
    sheet.set_name(schema.name)?;
    for (n, c) in (0u16..).zip(schema.columns) {
        let format = match c.form {
            Form::Words | Form::Code => Format::new().set_num_format("@"),
            Form::Hundredths => Format::new().set_num_format("0.00"),
            Form::Day => Format::new().set_num_format("yyyy-mm-dd"),
            Form::One(words) => {
                let choice = DataValidation::new().allow_list_strings(words)?;
                sheet.add_data_validation(1, n, ROWS, n, &choice)?;
                Format::new()
            }
        };
        sheet.set_column_format(n, &format)?;
        sheet.set_column_width_pixels(n, 110)?;
        sheet.write_string_with_format(0, n, c.names[0], &bold())?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn guide(sheet: &mut Worksheet, schema: &Schema, lang: Lang) -> Result<(), XlsxError> {
    let t = t(lang);
    sheet.set_name(t.msg_guide_sheet())?;
    let names = [t.msg_guide_column(), t.msg_guide_need(), t.msg_guide_how(), t.msg_guide_example()];
    for ((n, name), width) in (0u16..).zip(names).zip([130, 90, 460, 150]) {
        sheet.set_column_width_pixels(n, width)?;
        sheet.write_string_with_format(0, n, name, &bold())?;
    }
    let wrap = Format::new().set_text_wrap();
    for (row, c) in (1u32..).zip(schema.columns) {
        let need = if needed(schema, c) { t.msg_guide_required() } else { t.msg_guide_optional() };
        let how = match c.form {
            Form::One(words) => format!("{} {}", c.hint, t.msg_guide_words(words.join("、"))).trim().to_owned(),
            _ => c.hint.to_owned(),
        };
        for (n, text) in (0u16..).zip([c.names[0], need.as_str(), how.as_str(), c.example]) {
            sheet.write_string_with_format(row, n, text, &wrap)?;
        }
    }
    Ok(())
}

fn needed(schema: &Schema, c: &Column) -> bool {
    c.required || schema.either.iter().any(|keys| keys.first() == Some(&c.key))
}

/// The sheet as it was sent, all its rows, with a last column 错误. Identity numbers are not in it any more.
///
/// # Errors
/// The disk is full.
pub fn with_faults(sheet: &Sheet, header: usize, faults: &BTreeMap<u32, Vec<String>>) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    write(book.add_worksheet_with_constant_memory().map_err(broken)?, sheet, header, faults).map_err(broken)?;
    book.save_to_buffer().map_err(broken)
}

fn write(
    out: &mut Worksheet,
    sheet: &Sheet,
    header: usize,
    faults: &BTreeMap<u32, Vec<String>>,
) -> Result<(), XlsxError> {
    let (text, day) = (Format::new().set_num_format("@"), Format::new().set_num_format("yyyy-mm-dd"));
    let red = Format::new().set_font_color(Color::RGB(0x00B4_2318));
    let old = sheet.rows.get(header).and_then(|row| row.iter().position(|c| c.say() == FAULT));
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let last = u16::try_from(old.unwrap_or(width)).unwrap_or(u16::MAX);
    out.set_column_width_pixels(last, FAULT_WIDTH)?;
    out.set_freeze_panes(header as u32 + 1, 0)?;
    for (n, row) in sheet.rows.iter().enumerate() {
        for (column, cell) in (0u16..).zip(row).filter(|(column, _)| *column != last) {
            one(out, n as u32, column, cell, &text, &day)?;
        }
        if n == header {
            out.write_string_with_format(n as u32, last, FAULT, &red)?;
        } else if let Some(why) = faults.get(&(n as u32 + 1)) {
            out.write_string_with_format(n as u32, last, why.join(" "), &red)?;
        }
    }
    Ok(())
}

fn one(out: &mut Worksheet, row: u32, n: u16, cell: &Cell, text: &Format, day: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(words) => text_cell(out, row, n, words, text),
        Cell::Number(digits) => match number::value(digits) {
            Some(value) => out.write_number(row, n, value).map(|_| ()),
            None => text_cell(out, row, n, digits, text),
        },
        Cell::Day(day_number) => date(out, row, n, Day::from_number(*day_number), day),
        Cell::Empty | Cell::Lost | Cell::Bare | Cell::Id => Ok(()),
    }
}
