//! What must happen later (timers) and what takes long (jobs).
//!
//! A timer is state: the apply of an act sets it, the apply of another ends it, replay gives the same rows.
//! A [`Runner`] calls the system's ordinary act function when it falls due. What a deadline means never depends on
//! the timer having run: the rules refuse what is late by themselves.
//! A job is housekeeping: its steps are idempotent by (job, step), so that one that was killed goes on where it was.

mod bell;
mod job;
mod jobs;
mod lease;
mod refusal;
mod runner;
mod sql;
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
mod timer;
mod trouble;

pub use bell::{Handle, again};
pub use job::{Job, JobKind, JobState, Step, job, recent};
pub use jobs::Jobs;
pub use refusal::Refusal;
pub use runner::Runner;
pub use sql::SQL;
pub use timer::{Due, TimerKind, clear, done, due_at, is_open, set};
pub use trouble::Trouble;

use lianxin_store::{Kept, Migrations};

/// This room's tables.
pub const fn migrations() -> Migrations {
    Migrations { prefix: "work", files: &[("0001", include_str!("../migrations/0001.sql"))] }
}

/// This room's tables that are no state.
pub fn kept() -> Vec<Kept> {
    vec![
        Kept { table: "work_leader", columns: &[], reason: "which process runs timers or a job just now" },
        Kept { table: "work_job", columns: &[], reason: "how far long work is; what it does stands in its acts" },
        Kept { table: "work_job_step", columns: &[], reason: "which steps of unfinished work need no second run" },
    ]
}
