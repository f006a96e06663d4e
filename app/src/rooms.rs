//! Every room's tables and acts, in the order of dependence.

use crate::wiring;
use lianxin_child::Kind as Child;
use lianxin_journal::Kind;
use lianxin_store::{Kept, Migrations};
use lianxin_work::{JobKind, TimerKind};

/// The schema of the whole program.
pub fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_council::migrations(),
        lianxin_office::migrations(),
    ]
}

/// Every table and column that is not replayed.
pub fn kept() -> Vec<Kept> {
    [
        lianxin_journal::kept(),
        lianxin_register::kept(),
        lianxin_gate::kept(),
        lianxin_work::kept(),
        lianxin_outbox::kept(),
    ]
    .concat()
}

/// Every kind of act.
pub fn kinds() -> Vec<Kind> {
    [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_council::kinds(), lianxin_office::kinds()].concat()
}

/// Every timer.
pub fn timers() -> Vec<TimerKind> {
    lianxin_council::timers()
}

/// Every kind of long work.
pub fn jobs() -> Vec<JobKind> {
    use lianxin_office::import::{ENTER, TRY, enter_step, steps, try_step};
    vec![
        JobKind { kind: TRY, steps, step: |db, step| try_step(&wiring::imports(), db, step) },
        JobKind { kind: ENTER, steps, step: |db, step| enter_step(&wiring::imports(), db, step) },
    ]
}

/// Every kind of child: what reads what strangers send.
pub fn children() -> Vec<Child> {
    [lianxin_photo::KINDS.as_slice(), &[lianxin_office::import::SHEET]].concat()
}

/// Where rows name files: table, and the statement that gives each file with the act to be told when it is not whole.
pub const fn files() -> &'static lianxin_journal::NamedBy {
    &[("council_photo", lianxin_council::store::photos::FILES)]
}

/// Every statement, by room and name.
pub fn sql() -> Vec<(&'static str, &'static [(&'static str, &'static str)])> {
    vec![
        ("journal", lianxin_journal::SQL),
        ("register", lianxin_register::SQL),
        ("gate", lianxin_gate::SQL),
        ("work", lianxin_work::SQL),
        ("path", lianxin_path::SQL),
        ("outbox", lianxin_outbox::SQL),
        ("web", lianxin_web::SQL),
        ("council", lianxin_council::store::SQL),
        ("council", lianxin_council::store::photos::SQL),
        ("council", lianxin_council::lists::SQL),
        ("office", lianxin_office::SQL),
        ("office", lianxin_office::SETUP_SQL),
        ("office", lianxin_office::HANDOVER_SQL),
    ]
}
