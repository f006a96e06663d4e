//! Workbooks in and out: what offices have is read, faults are written beside the rows they are about, lists leave
//! with types.
//!
//! [`read`] turns the bytes of an `.xlsx`, `.xls` or `.csv` into a [`Book`] within limits; it is a pure function, so
//! that it can be run in a child process. [`Table::of`] finds the header of a [`Schema`] in it and gives [`Line`]s.
//! [`qr_svg`] draws a QR code. [`template`] writes the empty workbook of the same schema, [`with_faults`] the one that goes back, [`List`] a list.
//! [`join`] makes one PDF of several of the press.
//! [`notice::Document`] is what hangs on a board, in whatever form it is asked for.

mod book;
mod cell;
mod child;
mod csv;
mod door;
mod import;
mod join;
mod list;
pub mod notice;
mod number;
mod out;
pub mod press;
mod qr;
mod refusal;
mod schema;
mod table;
mod template;
mod wrong;
mod xls;
mod xlsx;
mod zip;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use book::{Book, CELLS, COLUMNS, FILE, Merge, ROWS, Sheet, read};
pub use cell::{Cell, day, half, nobody, tidy, unknown_phone};
pub use child::{SHEET, ask_sheet};
pub use door::{Door, building_name, door, unit_label};
pub use import::{Asked, Entered, Import, ReadLine, each};
pub use join::join;
pub use list::{List, Value};
pub use out::{ListKind, RowOut};
pub use qr::{MARGIN, TooLong, qr_svg};
pub use refusal::Refusal;
pub use schema::{Column, Form, Schema};
pub use table::{Line, Notes, Table};
pub use template::{FAULT, template, with_faults};
pub use wrong::{What, Wrong};
