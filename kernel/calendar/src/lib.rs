//! Working days, office hours and legal deadlines of mainland China. Pure: asks no clock, reads no files.
//!
//! A working day is one that the State Council's yearly notice makes one (调休上班), or a Monday to Friday that the
//! notice does not take away. Years without a notice are *provisional*: only what can be derived is off, and pages say
//! so. All civil time is UTC+8. The calendar ends with the year 2200: what would lie beyond it is that year's last day.

mod days;
mod fault;
mod hours;
mod left;
mod term;

pub use days::Calendar;
pub use fault::CalendarFault;
pub use hours::OfficeHours;
pub use left::{Left, days_left};
pub use term::{LastDay, Term};

#[cfg(test)]
mod invariants;
