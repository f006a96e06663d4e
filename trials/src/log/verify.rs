//! A log of a million acts is checked from its exported file, without the office.

use super::{begin_anew, planted, signed};
use crate::bench::Asked;
use crate::drive::median;
use crate::product::open;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no, told};
use lianxin_app::outside;
use lianxin_base::Clock;
use lianxin_journal::log::published;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Its memory is looked at so often.
const AGAIN: Duration = Duration::from_millis(5);
const WHAT: &str =
    "journal verify --export of 1,000,000 acts or --acts, the program's memory at its most; asked: under 64 MiB";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = planted(asked)?;
    let (path, key) = exported(&dir)?;
    let mut most = Vec::new();
    for _ in 0..asked.rounds {
        most.push(turn(&path, &key)?);
    }
    let (n, what) = (most.len() as u64, WHAT.to_owned());
    let (name, unit, ours) = ("verify.rss".into(), "KiB", median(most.into_iter()));
    sheet.add(&Line { name, unit, ours, limit: 65_536, what, n, ..Line::default() });
    Ok(())
}

fn exported(dir: &Path) -> Done<(std::path::PathBuf, String)> {
    let db = open(dir, None, Clock::system())?;
    let keys = begin_anew(&db, dir)?;
    signed(&db, &keys)?;
    let path = dir.join("log.export");
    let to = path.clone();
    let done = db.read_wait(move |r| {
        let Some(log) = published(r)? else { return Ok(Err(Trouble("nothing is published".into()))) };
        let Ok(file) = File::create(&to) else { return Ok(Err(Trouble("the file cannot be made".into()))) };
        let mut out = BufWriter::new(file);
        outside::write(r, &log, &mut out)?;
        Ok(out.flush().map_err(Trouble::from))
    });
    done.map_err(told)??;
    Ok((path, keys.verifier().to_string()))
}

/// One check; the most memory it had, in KiB.
fn turn(path: &Path, key: &str) -> Done<u64> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["lianxin", "journal", "verify", "--export"]).arg(path).args(["--key", key]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        let now = std::fs::read_to_string(&status).unwrap_or_default(); // gone by now
        let line = now.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        most = most.max(line.unwrap_or(0));
        std::thread::sleep(AGAIN);
    };
    if ended.success() && most > 0 { Ok(most) } else { no("the exported log does not verify") }
}
