//! Prints the permission matrix as the running router answers it; `--write` writes it and the list of refusals into
//! `docs/`, and the snapshots of all messages and printed sheets beside the stories; `--papers` prints the sheets alone.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

use lianxin_stories::{matrix, notices, papers, refusals};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            print!("{}", matrix::table());
            ExitCode::SUCCESS
        }
        ["--papers"] => {
            print!("{}", papers::table());
            ExitCode::SUCCESS
        }
        ["--write"] => write(),
        _ => {
            eprintln!("matrix [--papers | --write]");
            ExitCode::from(2)
        }
    }
}

fn write() -> ExitCode {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lists = [
        ("../docs/matrix.md", matrix::table()),
        ("../docs/refusals.md", refusals::table()),
        ("snapshots/notices.md", notices::table()),
        ("snapshots/papers.md", papers::table()),
    ];
    for (name, text) in lists {
        if let Err(why) = std::fs::write(stories.join(name), text) {
            eprintln!("{name}: {why}");
            return ExitCode::from(1);
        }
    }
    ExitCode::SUCCESS
}
