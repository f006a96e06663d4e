//! Workbooks as offices have them, and hostile ones.

mod made;
mod reading;
mod writing;
