//! A server as a process of its own, so that its processor time and memory are its alone.

use crate::trouble::{Done, Trouble, no};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

/// Linux tells processes' times in hundredths of a second, whatever the kernel counts in.
const TICK_US: u64 = 10_000;

pub(crate) struct Server {
    child: Child,
    pub(crate) addr: SocketAddr,
}

impl Server {
    /// Starts this program again as a server and waits until it listens.
    pub(crate) fn start(words: &[&str]) -> Done<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        match line.trim().parse() {
            Ok(addr) => Ok(Self { child, addr }),
            Err(_) => {
                child.kill().ok(); // it has said on stderr why it cannot
                child.wait()?;
                no(format!("{} did not start", words.join(" ")))
            }
        }
    }

    /// Its processor time so far, user and system, in µs.
    pub(crate) fn cpu(&self) -> Done<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
        let ticks = |n: usize| fields.get(n).and_then(|f| f.parse::<u64>().ok());
        match (ticks(11), ticks(12)) {
            (Some(user), Some(system)) => Ok((user + system) * TICK_US),
            _ => no("/proc tells no times"),
        }
    }

    /// Begins to measure its most anew.
    pub(crate) fn forget_most(&self) -> Done<()> {
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?)
    }

    /// Its resident memory now and at its most, in KiB.
    pub(crate) fn memory(&self) -> Done<(u64, u64)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = |name: &str| {
            let value = status.lines().find_map(|l| l.strip_prefix(name))?;
            value.split_whitespace().next()?.parse().ok()
        };
        match (line("VmRSS:"), line("VmHWM:")) {
            (Some(now), Some(most)) => Ok((now, most)),
            _ => Err(Trouble("/proc tells no memory".into())),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok(); // already gone is as good
        self.child.wait().ok();
    }
}

/// In the child: says where it listens, and ends with its parent.
pub(crate) fn announce(addr: SocketAddr) -> Done<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{addr}")?;
    out.flush()?;
    std::thread::spawn(|| {
        std::io::stdin().read_to_end(&mut Vec::new()).ok(); // comes back when the parent is gone
        std::process::exit(0);
    });
    Ok(())
}
