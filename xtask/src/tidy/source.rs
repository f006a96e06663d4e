//! Rules about Rust sources, and those about every text: what is not written here, and what is written instead.

use super::code;
use super::{File, Finding};

struct Ban {
    /// Any of these in the code.
    words: &'static [&'static str],
    /// Where it counts.
    applies: fn(&str) -> bool,
    instead: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        words: &["todo!(", "unimplemented!("],
        applies: everywhere,
        instead: "write it, or leave the whole part out: what is here works",
    },
    Ban { words: &["dbg!("], applies: everywhere, instead: "a test that shows it, or a log line" },
    Ban {
        words: &["#[ignore"],
        applies: everywhere,
        instead: "repair the test or delete it: a test that does not run tells nothing",
    },
    Ban {
        words: &["#[allow(", "#![allow("],
        applies: |path| !path.contains("/tests/"), // a helper shared by test files is used by some, not by all
        instead: "#[expect(…, reason = \"…\")]: it is noticed when it is no longer needed",
    },
    Ban {
        words: &["f32", "f64"],
        applies: counts_exactly,
        instead: "integers: Fen, Area, microseconds, parts per million; half a fen does not exist",
    },
    Ban {
        words: &["thread::spawn", "tokio::spawn", "task::spawn", "spawn_blocking"],
        applies: |path| !runs_beside(path),
        instead: "a job of `work` (std::thread::scope in tests): what runs beside a request must be stoppable",
    },
    Ban {
        words: &["SystemTime::now", "Instant::now"],
        applies: |path| !may_see_the_clock(path),
        instead: "lianxin_base::Clock, or tx.now(): a test sets that clock",
    },
    Ban {
        words: &["env::var(", "env::var_os(", "env::vars("],
        applies: |path| !may_see_the_environment(path),
        instead: "a setting of app/src/config.rs, handed down",
    },
];

fn everywhere(_: &str) -> bool {
    true
}

fn starts(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

/// One door is open: a sheet's format knows no other numbers.
fn counts_exactly(path: &str) -> bool {
    starts(path, &["kernel/", "systems/", "seeds/", "app/"]) && path != "kernel/paper/src/number.rs"
}

fn runs_beside(path: &str) -> bool {
    starts(
        path,
        &["kernel/child/", "kernel/store/", "kernel/work/", "kernel/web/", "app/", "trials/", "stories/", "xtask/"],
    )
}

fn may_see_the_clock(path: &str) -> bool {
    // the writer bounds a group of commands in real time, not in the office's time
    ["kernel/base/src/clock.rs", "kernel/store/src/writer.rs"].contains(&path)
        || starts(path, &["trials/", "xtask/", "e2e/"])
}

/// `kernel/words` runs inside build scripts, which are told everything by the environment; so are tests.
fn may_see_the_environment(path: &str) -> bool {
    path == "app/src/config.rs"
        || starts(path, &["xtask/", "trials/", "kernel/words/"])
        || path.ends_with("/build.rs")
        || path.contains("/tests/")
        || path.ends_with("/testing.rs")
}

/// Our own pictures, and sheets as other programs save them, made by the script beside them.
fn may_be_no_text(file: &File) -> bool {
    let sheet = ["csv", "xls", "xlsx"].into_iter().any(|ending| file.has_ending(ending));
    let release = file.path.starts_with("app/tests/releases/") && file.path.ends_with(".tar.gz");
    file.path.starts_with("kernel/web/assets/") || sheet && file.path.contains("/tests/files/") || release
}

const LONGEST: usize = 500;
const LONG: usize = 400;

/// The rules themselves name what they ban.
fn is_rule(path: &str) -> bool {
    path.starts_with("xtask/src/tidy/")
}

/// Everything this file does that is not done here.
pub(crate) fn check(file: &File) -> Vec<Finding> {
    let Some(text) = &file.text else {
        let what = "not text; only kernel/web/assets, sheets in tests/files and app/tests/releases are such files (draw pictures as SVG)";
        return if may_be_no_text(file) { Vec::new() } else { vec![Finding::new(&file.path, 0, what)] };
    };
    let mut findings = Vec::new();
    if is_rule(&file.path) {
        return findings;
    }
    if file.has_ending("rs") {
        findings.extend(bans(&file.path, &code::only(text)));
        let lines = text.lines().count();
        if lines > LONGEST {
            let what = format!("{lines} lines, at most {LONGEST}: give its second subject a file of its own");
            findings.push(Finding::new(&file.path, 0, what));
        }
    }
    for (number, line) in text.lines().enumerate() {
        if ["TODO", "FIXME"].iter().any(|word| has_word(line, word)) {
            findings.push(Finding::new(&file.path, number + 1, "a note to do it later: do it, or open an issue"));
        }
        if let Some(place) = ["/work/", "/home/", "/root/"].into_iter().find(|place| begins_path(line, place)) {
            let what = format!("`{place}` is a place on one machine: say it relative to the checkout or --data");
            findings.push(Finding::new(&file.path, number + 1, what));
        }
    }
    findings
}

fn bans(path: &str, code: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ban in BANS.iter().filter(|ban| (ban.applies)(path)) {
        for (number, line) in code.lines().enumerate() {
            if let Some(word) = ban.words.iter().find(|word| has_word(line, word)) {
                findings.push(Finding::new(path, number + 1, format!("`{word}`: instead {}", ban.instead)));
            }
        }
    }
    findings
}

/// A file that will soon be too long.
pub(crate) fn long(file: &File) -> Option<String> {
    let lines = file.text.as_ref().filter(|_| file.has_ending("rs"))?.lines().count();
    (lines > LONG && lines <= LONGEST).then(|| format!("{} has {lines} lines", file.path))
}

/// `word` stands there and is not part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().filter(|_| word.starts_with(of_name));
        let after = line[at + word.len()..].chars().next().filter(|_| word.ends_with(of_name));
        !before.is_some_and(of_name) && !after.is_some_and(of_name)
    })
}

/// `place` begins a path there: `kernel/work/src` is none, `"/work/x"` is.
fn begins_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || "_-.}/*]".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&file(path, text)).len()
    }

    #[test]
    fn what_is_banned_where() {
        for (path, text, findings) in [
            ("kernel/base/src/lib.rs", "fn f() { todo!() }", 1),
            ("kernel/base/src/lib.rs", "// todo!() is not written here", 0),
            ("kernel/base/src/lib.rs", "let a: f64 = 1.0;", 1),
            ("trials/src/lib.rs", "let a: f64 = 1.0;", 0),
            ("kernel/base/src/lib.rs", "let half64 = 0; let f64x = 1;", 0),
            ("kernel/gate/src/lib.rs", "tokio::spawn(x); task::spawn(y)", 1),
            ("kernel/store/src/writer.rs", "std::thread::spawn(x)", 0),
            ("kernel/gate/src/lib.rs", "Instant::now()", 1),
            ("kernel/base/src/clock.rs", "SystemTime::now()", 0),
            ("app/src/main.rs", "std::env::var(\"A\")", 1),
            ("app/src/config.rs", "std::env::var(\"A\")", 0),
            ("kernel/store/src/testing.rs", "std::env::var(\"A\")", 0),
            ("kernel/gate/build.rs", "std::env::var_os(\"A\")", 0),
            ("stories/tests/a.rs", "#[ignore = \"slow\"]", 1),
            ("kernel/web/src/lib.rs", "#[allow(dead_code)]", 1),
            ("kernel/web/tests/help/mod.rs", "#![allow(dead_code)]", 0),
            ("kernel/web/src/lib.rs", "#[expect(dead_code, reason = \"x\")]", 0),
            ("docs/a.md", "TODO", 1),
            ("docs/a.md", "the word TODOS", 0),
            ("xtask/src/tidy/source.rs", "TODO todo!()", 0),
        ] {
            assert_eq!(found(path, text), findings, "{path}: {text}");
        }
    }

    #[test]
    fn machine_paths_are_told_from_folders_of_the_checkout() {
        for (text, findings) in [
            ("see \"/work/x\"", 1),
            ("DIR=/home/somebody", 1),
            ("kernel/work/src, ../work/, **/work/x, {root}/work/", 0),
            ("/home is a page", 0),
        ] {
            assert_eq!(found("docs/a.md", text), findings, "{text}");
        }
    }

    #[test]
    fn length_and_binary_files() {
        assert_eq!(found("app/src/a.rs", &"x\n".repeat(501)), 1);
        assert_eq!(found("app/src/a.md", &"x\n".repeat(501)), 0);
        assert!(long(&file("app/src/a.rs", &"x\n".repeat(401))).is_some());
        assert!(long(&file("app/src/a.rs", &"x\n".repeat(400))).is_none());
        for (path, findings) in [
            ("docs/a.png", 1),
            ("kernel/web/assets/a.woff2", 0),
            ("systems/office/tests/files/a.xlsx", 0),
            ("systems/office/tests/files/a.png", 1),
            ("app/tests/releases/1.2.0.tar.gz", 0),
            ("systems/office/src/a.xlsx", 1),
        ] {
            assert_eq!(check(&File { path: path.to_owned(), text: None }).len(), findings, "{path}");
        }
    }

    #[test]
    fn a_finding_names_its_line_and_the_replacement() {
        let findings = check(&file("app/src/main.rs", "fn main() {\n    dbg!(1);\n}"));
        assert_eq!(findings[0].to_string(), "app/src/main.rs:2: `dbg!(`: instead a test that shows it, or a log line");
    }
}
