//! What was asked for, and in which order it is done.

use crate::report::Sheet;
use crate::trouble::Done;
use crate::{
    ballot, board, cast, desklist, export, import, intake, listeners, log, notices, papers, pgbench, photo, search,
    search_postgres, ways,
};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A bench and what runs it.
type Bench = (&'static str, fn(&Asked, &Sheet) -> Done<()>);

const BENCHES: &[Bench] = &[
    ("intake", intake::run),
    ("board", board::run),
    ("notices", notices::run),
    ("desk", desklist::run),
    ("intake.postgres", pgbench::run),
    ("import", import::run),
    ("export", export::run),
    ("photo", photo::run),
    ("search", search::run),
    ("search.postgres", search_postgres::run),
    ("ballot", ballot::run),
    ("cast", cast::run),
    ("papers", papers::run),
    ("integrate", log::integrate),
    ("proof", log::proof),
    ("tiles", log::tiles),
    ("verify", log::verify),
    ("record", log::record),
    ("sequencer", log::sequencer),
    ("listeners", listeners::run),
    ("map", ways::map),
    ("whatif", ways::whatif),
];

const MILLION: i64 = 1_000_000;

pub(crate) struct Asked {
    names: Vec<String>,
    json: bool,
    pub(crate) data: PathBuf,
    pub(crate) rounds: u32,
    /// Acts in the record where the log is measured.
    pub(crate) acts: i64,
    pub(crate) time: Duration,
}

impl Asked {
    /// Reads names and flags in any order.
    pub(crate) fn read(words: &[&str]) -> Result<Self, String> {
        let mut asked = Self {
            names: Vec::new(),
            json: false,
            data: place(),
            rounds: 5,
            acts: MILLION,
            time: Duration::from_secs(3),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().copied().ok_or_else(|| format!("{word} takes a value"));
            match *word {
                "--json" => asked.json = true,
                "--data" => asked.data = value()?.into(),
                "--rounds" => asked.rounds = value()?.parse().ok().filter(|n| *n >= 5).ok_or("at least 5 rounds")?,
                "--acts" => {
                    let acts = value()?.parse().ok().filter(|n| (MILLION..=10 * MILLION).contains(n));
                    asked.acts = acts.ok_or("1,000,000 to 10,000,000 acts, without commas")?;
                }
                "--seconds" => {
                    let seconds = value()?.parse().ok().filter(|n| (1..=600).contains(n));
                    asked.time = Duration::from_secs(seconds.ok_or("1 to 600 seconds")?);
                }
                name if BENCHES.iter().any(|(known, _)| *known == name) => asked.names.push(name.to_owned()),
                other => return Err(format!("`{other}` is not understood here")),
            }
        }
        Ok(asked)
    }

    /// Whether it was asked for by its name.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name)
    }

    fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|n| n == name)
    }
}

/// A folder on a disk: what lies in memory would cost nothing to make durable.
fn place() -> PathBuf {
    let disk = Path::new("/var/tmp");
    let root = if disk.is_dir() { disk.to_owned() } else { std::env::temp_dir() };
    root.join("lianxin-bench")
}

pub(crate) fn run(asked: &Asked) -> Done<()> {
    let sheet = Sheet::new(asked.json);
    for (_, run) in BENCHES.iter().filter(|(name, _)| asked.wants(name)) {
        run(asked, &sheet)?;
    }
    Ok(())
}

/// A fresh empty folder under the data.
pub(crate) fn fresh(asked: &Asked, name: &str) -> Done<PathBuf> {
    let dir = asked.data.join(name);
    if dir.exists() {
        std::fs::remove_dir_all(&dir)?;
    }
    std::fs::create_dir_all(&dir)?;
    Ok(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_flags_stand_in_any_order() {
        for (words, names, json) in [
            (&["intake", "board", "--json"][..], &["intake", "board"][..], true),
            (&["--json", "intake"], &["intake"], true),
            (&[], &[], false),
        ] {
            let asked = Asked::read(words).unwrap();
            assert_eq!(
                (asked.names.as_slice(), asked.json),
                (&*names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>(), json)
            );
        }
        for bad in [
            &["nothing"][..],
            &["--rounds", "4"],
            &["--rounds"],
            &["--seconds", "0"],
            &["--acts", "999999"],
            &["--fast"],
        ] {
            assert!(Asked::read(bad).is_err(), "{bad:?}");
        }
    }
}
