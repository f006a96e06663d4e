//! What breaks: the real program is driven over HTTP and killed, given a full disk, or has its clock set back, again and again.
//! Whatever it said yes to must be there afterwards, once and whole.

mod client;
mod office;
mod verdict;

use crate::trouble::{Done, no};
use client::Driver;
use office::{Harm, Office};
use std::path::PathBuf;
use std::time::Duration;

/// Clients that write at the same time.
const CLIENTS: usize = 4;
/// A round is killed within so many milliseconds after it is ready.
const LONGEST_MS: u64 = 900;

/// What was asked for.
pub(crate) struct Asked {
    rounds: u32,
    seed: u64,
    data: Option<PathBuf>,
}

impl Asked {
    /// `[--rounds N] [--seed N] [--data DIR]`
    pub(crate) fn read(words: &[&str]) -> Result<Self, String> {
        let mut asked = Self { rounds: 30, seed: 1, data: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
            let bad = || format!("{word} {value} is not understood");
            match *word {
                "--rounds" => asked.rounds = value.parse().map_err(|_| bad())?,
                "--seed" => asked.seed = value.parse().map_err(|_| bad())?,
                "--data" => asked.data = Some(value.into()),
                _ => return Err(bad()),
            }
        }
        Ok(asked)
    }
}

/// Runs the rounds and says what came of them. Errors where anything was lost, half, twice or wrong.
pub(crate) fn run(asked: &Asked) -> Done<()> {
    let folder = asked
        .data
        .clone()
        .unwrap_or_else(|| std::env::temp_dir().join(format!("lianxin-crash-{}", std::process::id())));
    std::fs::remove_dir_all(&folder).ok(); // of a run before
    let done = rounds(asked, &folder);
    if asked.data.is_none() {
        std::fs::remove_dir_all(&folder).ok();
    }
    done
}

fn rounds(asked: &Asked, folder: &std::path::Path) -> Done<()> {
    std::fs::create_dir_all(folder)?;
    let mut chance = Chance(asked.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let office = Office::plant(&folder.join("office"))?;
    let mut driver = Driver::new();
    let mut harmed = [0u32; 3];
    for round in 0..asked.rounds {
        let harm = Harm::of_round(round, office.has_faketime());
        harmed[harm as usize] += 1;
        let lives = Duration::from_millis(chance.below(LONGEST_MS));
        match office.serve(harm) {
            Ok(server) => driver.drive(server.addr(), CLIENTS, lives, || server.kill()),
            // On a full disk it may say so and not open at all.
            Err(_) if harm == Harm::Full => {}
            Err(why) => return Err(why),
        }
        // It comes back by itself, with everything it said yes to.
        let server = office.serve(Harm::Kill)?;
        driver.look(server.addr())?;
        server.kill();
    }
    let server = office.serve(Harm::Kill)?;
    driver.send_again(server.addr())?;
    driver.look(server.addr())?;
    office.settle()?;
    server.end()?;
    let found = verdict::look(&office, &driver)?;
    println!(
        "{} rounds ({} killed, {} on a full disk, {} with the clock set back): {} acknowledged, {} refused or cut off; \
         {} lost, {} half acts, {} recorded twice; {} acts of timers, {} twice, {} timers not run",
        asked.rounds,
        harmed[0],
        harmed[1],
        harmed[2],
        driver.acknowledged(),
        driver.unanswered(),
        driver.lost(),
        found.half,
        found.reports_twice,
        found.timers_ran,
        found.timers_twice,
        found.timers_late
    );
    for line in &found.said {
        println!("{line}");
    }
    if driver.acknowledged() == 0 || found.timers_ran == 0 {
        return no("nothing was acknowledged, or no timer ran: the run shows nothing");
    }
    if driver.lost() > 0 || !found.is_good() { no("the record does not hold") } else { Ok(()) }
}

/// Numbers that are the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        let asked = Asked::read(&["--rounds", "3", "--seed", "7"]).expect("understood");
        assert_eq!((asked.rounds, asked.seed), (3, 7));
        for bad in [&["--rounds"][..], &["--rounds", "x"], &["--what", "1"]] {
            assert!(Asked::read(bad).is_err(), "{bad:?}");
        }
    }
}
