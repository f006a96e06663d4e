//! Workbooks of real life, tried and entered.

mod files;
mod long;
mod out;
mod town;
mod units;
