use crate::{List, Value};
use lianxin_base::{Day, Lang};
use lianxin_register::find::AreaRow;
use lianxin_store::{Fault, Read};

/// Takes one row of a list.
pub type RowOut<'w> = &'w mut dyn FnMut(&[Value<'_>]) -> Result<(), Fault>;

/// A list that can leave. Where there is an import of the same kind, its columns are those that reads.
#[derive(Clone, Copy)]
pub struct ListKind {
    /// Its name in commands and addresses.
    pub kind: &'static str,
    /// What the file is called.
    pub name: &'static str,
    /// What it is called on pages.
    pub say: fn(Lang) -> String,
    /// Names and telephones of people stand in it: it asks what for.
    pub people: bool,
    /// What a seat must be able to do besides taking lists out, by the capability's name.
    pub may: Option<&'static str>,
    /// Its columns, each with its width in characters.
    pub columns: &'static [(&'static str, u16)],
    /// Its rows in one area.
    pub rows: fn(&mut Read<'_>, &AreaRow, Day, RowOut<'_>) -> Result<(), Fault>,
}

impl ListKind {
    /// Writes the list of these areas to its end line; gives the bytes and how many rows.
    ///
    /// # Errors
    /// The database's trouble, or the disk is full.
    pub fn write(&self, r: &mut Read<'_>, areas: &[AreaRow], on: Day, says: &str) -> Result<(Vec<u8>, i64), Fault> {
        let place = areas.first().map_or("", |a| a.name.as_str());
        let mut list = List::begin(&format!("{place} {}", self.name), self.columns)?;
        let mut many = 0;
        for area in areas {
            (self.rows)(r, area, on, &mut |values| {
                many += 1;
                list.row(values)
            })?;
        }
        let mut out = Vec::new();
        list.end(says, &mut out)?;
        Ok((out, many))
    }
}
