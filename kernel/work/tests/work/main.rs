//! Timers and jobs as a system uses them, on each database.

mod common;
mod jobs;
mod timers;
