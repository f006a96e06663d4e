//! Workbooks of real life, tried and entered.

mod files;
mod long;
mod out;
mod places;
mod saved;
mod terms;
mod town;
mod units;
