//! `lianxin-press child pdf|png`: papers as JSON on stdin, a PDF or a picture on stdout. What they are and how it refuses
//! stands in README.md.

mod fonts;
mod paper;
mod set;
mod sheet;
mod world;

use lianxin_child::{Kind, press, run};
use std::process::ExitCode;

const KINDS: [Kind; 2] = [Kind { run: set::pdf, ..press::PDF }, Kind { run: set::png, ..press::PNG }];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    match (words.next().as_deref(), words.next()) {
        (Some("child"), Some(name)) => run(&KINDS, &name),
        _ => ExitCode::from(2),
    }
}
