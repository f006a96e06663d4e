//! 导入: what an office has in workbooks is entered by the register's own acts.
//!
//! A workbook is staged (sorted into groups that stand or fall together), then a job tries or enters one group a step.
//! Trying is entering and taking it back: the two cannot differ. Entering looks first at what is there, so that a
//! workbook entered twice, or half and then again, does nothing twice.

mod areas;

mod columns;
mod grids;
mod houses;
mod job;
mod named;
mod orgs;
mod owners;
mod people;
mod refusal;
mod seats;
mod settle;
mod stage;
mod units;

pub(crate) use job::step_kind as noted;
pub use job::{ENTER, TRY, enter_step, steps, try_step};
pub use lianxin_paper::{SHEET, ask_sheet};
pub use refusal::Refusal;
pub use stage::{Outcome, Staged, Staging, area_named, forget, forget_naming, outcome, reading, stage, sweep};

use lianxin_paper::Import;
use lianxin_work::JobKind;

/// The kinds this system takes in itself.
pub const OWN: &[Import] =
    &[areas::IMPORT, grids::IMPORT, units::IMPORT, owners::IMPORT, people::IMPORT, orgs::IMPORT, seats::IMPORT];

/// A kind by its name.
pub fn kind<'i>(all: &'i [Import], name: &str) -> Option<&'i Import> {
    all.iter().find(|i| i.schema.kind == name)
}

/// The long work of importing: trying, and entering.
pub fn jobs() -> Vec<JobKind> {
    vec![
        JobKind { kind: TRY, steps, step: |db, step| try_step(OWN, db, step) },
        JobKind { kind: ENTER, steps, step: |db, step| enter_step(OWN, db, step) },
    ]
}
