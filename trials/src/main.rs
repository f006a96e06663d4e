//! What measures and what breaks. `bench` puts the limit of the machine beside the product, in the same run.
#![expect(clippy::disallowed_methods, reason = "it times, starts programs, and runs things beside each other")]
#![expect(clippy::print_stdout, reason = "every part of it is a command")]

mod ballot;
mod bench;
mod board;
mod cast;
mod child;
mod client;
mod crash;
mod desk;
mod desklist;
mod drive;
mod export;
mod home;
mod import;
mod intake;
mod limit;
mod listeners;
mod log;
mod notices;
mod papers;
mod pgbench;
mod photo;
mod plant;
mod product;
mod ready;
mod report;
mod search;
mod search_postgres;
mod template;
mod town;
mod trouble;
mod ways;

use clap::Parser as _;
use lianxin_app::commands::Cli;
use std::path::Path;
use std::process::ExitCode;
use trouble::{Done, Trouble};

const HELP: &str = "\
lianxin-trials bench [NAME…] [--json] [--data DIR] [--rounds N] [--seconds N] [--acts N]
  NAME       intake, board, notices, desk, intake.postgres, import, export, photo, search, search.postgres, ballot,
             cast, papers, integrate, proof, tiles, verify, record, sequencer, listeners, map, whatif; all without one
  --json     one object a line
  --data     where databases are made; the planted boards stay there for the next time
  --rounds   rounds of ABAB, at least 5 (default 5)
  --acts     acts in the record where the log is measured, up to 10,000,000 (default 1,000,000)
  --seconds  length of a turn (default 3)
lianxin-trials crash [--rounds N] [--seed N] [--data DIR]
  --rounds   how often it is harmed and comes back (default 30)
  --seed     the same seed harms at the same moments (default 1)
  --data     the office stays there

  intake.postgres and search.postgres need LIANXIN_BENCH_PG (postgres://…), the first LIANXIN_BENCH_PG_BIN, too (the folder
  with pgbench).

Exit: 0 measured, 1 could not, 2 called wrongly.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bench", rest @ ..] => match bench::Asked::read(rest) {
            Ok(asked) => bench::run(&asked),
            Err(why) => {
                eprintln!("{why}\n\n{HELP}");
                return ExitCode::from(2);
            }
        },
        ["crash", rest @ ..] => match crash::Asked::read(rest) {
            Ok(asked) => crash::run(&asked),
            Err(why) => {
                eprintln!("{why}\n\n{HELP}");
                return ExitCode::from(2);
            }
        },
        ["lianxin", ..] => return lianxin_app::commands::run(Cli::parse_from(std::env::args().skip(1))),
        ["child", kind] => return lianxin_child::run(&lianxin_app::rooms::children(), kind),
        ["measured-child", kind] => return photo::measured(kind),
        ["serve-product", dir] => product::serve(Path::new(dir), None, true),
        ["serve-product", dir, url] => product::serve(Path::new(dir), Some(url), true),
        ["serve-unsigned", dir] => product::serve(Path::new(dir), None, false),
        ["serve-limit", "intake", dir] => limit::intake(Path::new(dir)),
        ["serve-limit", "board", dir] => limit::board(Path::new(dir)),
        ["serve-limit", "notices", dir] => limit::notices(Path::new(dir)),
        ["serve-limit", "desk", dir] => limit::desk(Path::new(dir)),
        ["serve-limit", "file", path] => limit::file_served(Path::new(path)),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Trouble(why)) => {
            eprintln!("{why}");
            ExitCode::from(1)
        }
    }
}

/// Runs something on a runtime like the product's: two threads.
fn on_two_threads<T>(work: impl Future<Output = Done<T>>) -> Done<T> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(work)
}
