//! Checks and tools of the house. Standard library only, so that it builds in seconds on a fresh machine.
#![expect(clippy::disallowed_methods, reason = "it times steps, starts programs and hands their environment on")]
#![expect(clippy::print_stdout, reason = "every part of it is a command")]

mod apt;
mod claims;
mod count;
mod demo;
mod manifest;
mod postgres;
mod run;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

/// Why a command ended without being done.
#[derive(Debug)]
pub(crate) enum Stop {
    /// It ran and found something wrong: exit 1.
    Failed(String),
    /// It was called wrongly: exit 2.
    Usage(String),
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

const HELP: &str = "\
cargo xtask COMMAND

  test [--fast] [--db sqlite|postgres]
        Installs what the tests need (apt, only what is missing), then runs every check.
        --fast leaves out PostgreSQL and the browser; --db runs the Rust tests on that database only.
  tidy              The house style as a test; every finding names what to write instead.
  bench [NAME…] [--json]
        Measures against the limit of the machine (release build). Never in CI.
  crash [--rounds N] [--seed N]
        Kills the program, fills its disk and sets its clock back while it is used; nothing it said yes to may be lost.
  shots [DIR]       Pictures of the pages of a freshly planted demo (default: target/shots).
  matrix            Every route for every role, asked of the running server.
  claims            Every claim of the newspaper page: observed, fails, not-yet or absent.
  help              This.

Exit: 0 done, 1 something failed, 2 called wrongly.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let wants_help = rest.iter().any(|word| word == "--help" || word == "-h");
    let outcome = match command {
        _ if wants_help => help(),
        "test" => test::command(rest),
        "tidy" => none(rest).and_then(|()| tidy::command()),
        "bench" => tools::bench(rest),
        "crash" => tools::crash(rest),
        "shots" => tools::shots(rest),
        "matrix" => tools::matrix(rest),
        "claims" => none(rest).and_then(|()| claims::command()),
        "help" | "--help" | "-h" => help(),
        other => Err(Stop::Usage(format!("there is no command `{other}`"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Failed(why)) => {
            eprintln!("{why}");
            ExitCode::from(1)
        }
        Err(Stop::Usage(why)) => {
            eprintln!("{why}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

fn help() -> Result<(), Stop> {
    println!("{HELP}");
    Ok(())
}

/// Refuses words after a command that takes none.
fn none(rest: &[String]) -> Result<(), Stop> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(Stop::Usage(format!("`{word}` is not understood here"))),
    }
}
