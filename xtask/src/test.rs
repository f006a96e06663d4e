//! `test`: every check, one after the other, counted.

use crate::apt::{Need, install};
use crate::claims;
use crate::count::Tally;
use crate::manifest::{Manifest, reaching};
use crate::postgres::{Durability, Postgres};
use crate::run::{Folder, MOST, binary, cargo, must, press, root, stream};
use crate::tools::npm_ci;
use crate::{Stop, tidy};
use std::process::Command;
use std::time::Instant;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    sqlite: bool,
    postgres: bool,
    browser: bool,
}

impl Wanted {
    fn parse(words: &[String]) -> Result<Self, Stop> {
        let mut fast = false;
        let mut database = None;
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--fast" => fast = true,
                "--db" => match words.next().map(String::as_str) {
                    Some(name @ ("sqlite" | "postgres")) => database = Some(name),
                    _ => return Err(Stop::Usage("--db is followed by sqlite or postgres".into())),
                },
                other => return Err(Stop::Usage(format!("`{other}` is not understood here"))),
            }
        }
        Ok(Self {
            sqlite: database != Some("postgres"),
            postgres: database.map_or(!fast, |name| name == "postgres"),
            browser: !fast,
        })
    }

    fn needs(self) -> Vec<Need> {
        let mut needs = vec![Need::Build];
        needs.extend(self.postgres.then_some(Need::Postgres));
        needs.extend(self.browser.then_some(Need::Browser));
        needs.extend(self.browser.then_some(Need::Press));
        needs.extend(self.browser.then_some(Need::Faketime)); // a vote takes weeks
        needs
    }
}

/// Runs all steps; stops at the first that fails and names it.
pub(crate) fn command(words: &[String]) -> Result<(), Stop> {
    let wanted = Wanted::parse(words)?;
    let mut run = Run { total: Tally::default(), began: Instant::now() };
    let outcome = all(wanted, &mut run);
    if let Err(stop) = outcome {
        if let Stop::Failed(why) = &stop {
            eprintln!("{why}");
        }
        println!("{} passed, {} failed", run.total.passed, run.total.failed.max(1));
        return Err(Stop::Failed("not everything passed".into()));
    }
    println!("all checks in {} s", run.began.elapsed().as_secs());
    println!("{} passed, 0 failed", run.total.passed);
    Ok(())
}

fn all(wanted: Wanted, run: &mut Run) -> Result<(), Stop> {
    run.check("what the tests need", || install(&wanted.needs()))?;
    run.check("tidy", tidy::command)?;
    run.check("format", || must(&mut cargo(&["fmt", "--all", "--check"]), "cargo fmt --all repairs it"))?;
    run.check("clippy", || {
        let mut command = cargo(&["clippy", "--quiet"]);
        must(command.args(MOST).args(["--all-targets", "--", "-D", "warnings"]), "clippy")
    })?;
    if wanted.sqlite {
        // The stories run once: with the rest, or later where what they see is held against the claims.
        let apart: &[&str] = if wanted.browser { &["--exclude", "lianxin-stories"] } else { &[] };
        let mut command = cargo(&["test", "--no-fail-fast"]);
        command.args(MOST).args(apart);
        run.counted("tests on SQLite", command)?;
    }
    if wanted.postgres {
        on_postgres(run)?;
    }
    run.check("building the server", || must(cargo(&["build", "--bin", "lianxin"]).args(MOST), "cargo build"))?;
    seeds(run)?;
    if wanted.browser {
        let mut stories = Tally::default();
        let claims = run.check("stories and their claims", || claims::counted(&mut stories));
        run.total.add(stories);
        claims?;
        run.counted("press", cargo(&["test", "--profile", "press", "--package", "lianxin-press"]))?;
        browser(run)?;
    }
    Ok(())
}

fn on_postgres(run: &mut Run) -> Result<(), Stop> {
    let server = Postgres::start(Durability::Off)?;
    let mut command = cargo(&["test", "--no-fail-fast"]);
    for name in reaching(&Manifest::all(), "lianxin-store") {
        command.args(["--package", &name]);
    }
    // Without it the texts' library has fewer features than in the other steps, and all above it would be built anew.
    command.args(["--package", "lianxin-words"]);
    command.env("LIANXIN_TEST_PG", server.url());
    run.counted("tests on PostgreSQL", command)
}

/// The demo's folder as a stranger would check it.
fn seeds(run: &mut Run) -> Result<(), Stop> {
    let folder = Folder::under(&std::env::temp_dir(), "seeds")?;
    let data = folder.path().join("data");
    let lianxin = |words: &[&str]| {
        let mut command = Command::new(binary("debug"));
        command.args(words).arg("--data").arg(&data).current_dir(root());
        command
    };
    run.check("seeds planted", || must(&mut lianxin(&["demo", "--once"]), "lianxin demo --once"))?;
    run.check("seeds found again", || must(&mut lianxin(&["demo", "--once"]), "lianxin demo --once, again"))?;
    run.check("journal verify", || must(&mut lianxin(&["journal", "verify"]), "lianxin journal verify"))
}

fn browser(run: &mut Run) -> Result<(), Stop> {
    run.check("npm ci", npm_ci)?;
    // Planted once; each file of tests begins with a copy of its own.
    let folder = Folder::under(&std::env::temp_dir(), "planted")?;
    let planted = folder.path().join("demo");
    let mut plant = Command::new(binary("debug"));
    plant.args(["demo", "--once", "--data"]).arg(&planted);
    run.check("demo planted", || must(&mut plant, "lianxin demo --once"))?;
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=tap"]).current_dir(root().join("e2e"));
    command.env("DEMO_PLANTED", planted).env("LIANXIN_BIN", binary("debug")).env("LIANXIN_PRESS", press());
    run.counted("browser", command)
}

struct Run {
    total: Tally,
    began: Instant,
}

impl Run {
    /// A step that is one check.
    fn check(&mut self, name: &str, step: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
        println!("== {name}");
        let began = Instant::now();
        match step() {
            Ok(()) => {
                self.total.passed += 1;
                println!("== {name}: good ({} s)", began.elapsed().as_secs());
                Ok(())
            }
            Err(stop) => {
                self.total.failed += 1;
                let why = match stop {
                    Stop::Failed(why) | Stop::Usage(why) => why,
                };
                Err(Stop::Failed(format!("== {name}: FAILED: {why}")))
            }
        }
    }

    /// A step that runs many tests and prints how many. None at all is a failure: a runner that finds nothing lies.
    fn counted(&mut self, name: &str, mut command: Command) -> Result<(), Stop> {
        println!("== {name}");
        let began = Instant::now();
        let mut tally = Tally::default();
        let ended_well = stream(&mut command, |line| tally.add(Tally::of_line(line)))?;
        self.total.add(tally);
        if ended_well && tally.failed == 0 && tally.passed > 0 {
            println!("== {name}: {} passed ({} s)", tally.passed, began.elapsed().as_secs());
            return Ok(());
        }
        Err(Stop::Failed(format!("== {name}: FAILED: {} passed, {} failed", tally.passed, tally.failed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(words: &str) -> Result<(bool, bool, bool), Stop> {
        let words: Vec<String> = words.split_whitespace().map(String::from).collect();
        Wanted::parse(&words).map(|wanted| (wanted.sqlite, wanted.postgres, wanted.browser))
    }

    #[test]
    fn what_the_flags_leave_out() {
        for (words, sqlite, postgres, browser) in [
            ("", true, true, true),
            ("--fast", true, false, false),
            ("--db postgres", false, true, true),
            ("--db sqlite", true, false, true),
            ("--db postgres --fast", false, true, false),
            ("--fast --db sqlite", true, false, false),
        ] {
            assert_eq!(wanted(words).unwrap(), (sqlite, postgres, browser), "{words}");
        }
        for words in ["--db", "--db mysql", "--slow", "fast"] {
            assert!(matches!(wanted(words), Err(Stop::Usage(_))), "{words}");
        }
    }

    #[test]
    fn steps_are_counted_and_a_runner_without_tests_fails() {
        let mut run = Run { total: Tally::default(), began: Instant::now() };
        run.check("good", || Ok(())).unwrap();
        assert!(run.check("bad", || Err(Stop::Failed("no".into()))).is_err());
        let shell = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command
        };
        run.counted("two", shell("echo 'test result: ok. 2 passed; 0 failed;'")).unwrap();
        assert!(run.counted("none", shell("true")).is_err());
        assert!(run.counted("failing", shell("echo '# pass 1'; echo '# fail 1'; exit 1")).is_err());
        assert_eq!(run.total, Tally { passed: 4, failed: 2 });
    }
}
