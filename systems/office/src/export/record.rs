use crate::import::Refusal;
use crate::store;
use lianxin_base::AreaId;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_paper::ListKind;
use lianxin_store::{Fault, Stop, Tx};

/// Longest purpose.
const PURPOSE: usize = 100;

/// A list left the office 导出: what and how many rows is public, what for is sealed.
#[derive(Clone, Debug)]
pub struct Export {
    kind: &'static str,
    rows: i64,
    purpose: String,
}

impl Act for Export {
    const KIND: &'static str = "office.export";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("list", self.kind);
        leaf.int("rows", self.rows);
        leaf.seal("purpose", None, &self.purpose);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::exported(tx, rec.id(), rec.area(), rec.text("list")?, rec.int("rows")?, rec.at())
    }
}

/// What was taken.
#[derive(Clone)]
pub struct Exported {
    /// Which list.
    pub kind: ListKind,
    /// The area it is of.
    pub area: AreaId,
    /// How many rows.
    pub rows: i64,
    /// What for.
    pub purpose: String,
}

/// Records that a list left. One with people in it needs a purpose.
///
/// # Errors
/// No purpose, or the database's trouble.
pub fn record_export(tx: &mut Tx<'_>, head: Head, what: &Exported) -> Result<Receipt, Stop> {
    let purpose: String = what.purpose.trim().chars().take(PURPOSE).collect();
    if what.kind.people && purpose.is_empty() {
        return Err(Refusal::NoPurpose.into());
    }
    let head = Head { area: what.area, ..head };
    Ok(record(tx, head, &Export { kind: what.kind.kind, rows: what.rows, purpose })?)
}
