use lianxin_store::{Column, Fault, Kept, Migrations, Read, columns};
use std::fmt;

/// How a column is held to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Stands in the hashed leaf.
    Leaf,
    /// A text the leaf commits to.
    Sealed,
    /// Equal to what replaying all acts gives.
    Replayed,
    /// Of no meaning to the record.
    Kept,
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Leaf => "leaf",
            Self::Sealed => "sealed",
            Self::Replayed => "replayed",
            Self::Kept => "kept",
        })
    }
}

/// One column and how it is held.
#[derive(Clone, Debug)]
pub struct Covered {
    /// The column.
    pub at: Column,
    /// Its class; `None` is a fault of the program: a table nobody declared.
    pub class: Option<Class>,
    /// Why.
    pub reason: String,
}

/// Every column of the database with its class.
pub fn coverage(r: &mut Read<'_>, migrations: &[Migrations], kept: &[Kept]) -> Result<Vec<Covered>, Fault> {
    Ok(columns(r)?.into_iter().map(|at| classify(at, migrations, kept)).collect())
}

fn classify(at: Column, migrations: &[Migrations], kept: &[Kept]) -> Covered {
    let kept_here =
        |k: &&Kept| k.table == at.table && (k.columns.is_empty() || k.columns.contains(&at.column.as_str()));
    let (class, reason) = if at.table == "store_migration" {
        (Some(Class::Kept), "schema steps, the program's own")
    } else if let Some(k) = kept.iter().find(kept_here) {
        (Some(Class::Kept), k.reason)
    } else if at.table == "journal_act" {
        (Some(Class::Leaf), "in the hashed leaf, or the hash itself, or its place in an order without gaps")
    } else if at.table == "journal_text" {
        (Some(Class::Sealed), "the leaf holds a salted commitment to it")
    } else if migrations.iter().any(|m| at.table.strip_prefix(m.prefix).is_some_and(|t| t.starts_with('_'))) {
        (Some(Class::Replayed), "equal to what replaying all acts gives")
    } else {
        (None, "no room declared this table")
    };
    Covered { class, reason: reason.into(), at }
}
