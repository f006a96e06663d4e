//! A program that is a child of every bad kind.

use lianxin_child::run;
use std::process::ExitCode;

mod kinds;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    match (words.next().as_deref(), words.next()) {
        (Some("child"), Some(name)) => run(kinds::KINDS, &name),
        _ => ExitCode::from(2),
    }
}
