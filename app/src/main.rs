//! `lianxin`: the office program.

use clap::Parser;
use lianxin::commands::{Cli, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(Cli::parse())
}
