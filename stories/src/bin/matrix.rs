//! Prints the permission matrix as the running router answers it; `--write` writes it and the list of refusals into
//! `docs/`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

use lianxin_stories::{matrix, notices, refusals};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            print!("{}", matrix::table());
            ExitCode::SUCCESS
        }
        ["--write"] => write(),
        _ => {
            eprintln!("matrix [--write]");
            ExitCode::from(2)
        }
    }
}

fn write() -> ExitCode {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).join("docs");
    let lists = [
        ("matrix.md", matrix::table()),
        ("refusals.md", refusals::table()),
        ("notices.md", notices::table()),
    ];
    for (name, text) in lists {
        if let Err(why) = std::fs::write(docs.join(name), text) {
            eprintln!("docs/{name}: {why}");
            return ExitCode::from(1);
        }
    }
    ExitCode::SUCCESS
}
