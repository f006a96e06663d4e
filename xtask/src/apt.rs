//! What the tests need from the machine: asked of dpkg, installed by apt, said aloud.

use crate::Stop;
use crate::run::{must, output, succeeds};
use std::path::Path;
use std::process::Command;

/// What a step needs installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A C compiler, for the bundled SQLite.
    Build,
    /// PostgreSQL's programs; no cluster of its own.
    Postgres,
    /// A browser without windows (each page opens in a third of the time), a Chinese font and Node.
    Browser,
    /// The fonts papers are set in, and what reads them back out of a PDF.
    Press,
    /// What gives a program another clock.
    Faketime,
}

const NODE_WANTED: u32 = 20;
const NODE_LEAST: u32 = 18; // what Debian 12 ships; `node --test` and playwright-core still run on it

/// Installs what is missing of `needs`.
pub(crate) fn install(needs: &[Need]) -> Result<(), Stop> {
    let mut names = Vec::new();
    for need in needs {
        match need {
            Need::Build => names.extend(["build-essential", "pkg-config"]),
            Need::Postgres => names.push("postgresql"),
            Need::Faketime => names.push("faketime"),
            Need::Press => names.extend(["fonts-noto-cjk", "poppler-utils"]),
            Need::Browser => names.extend(["chromium-headless-shell", "fonts-noto-cjk"]),
        }
    }
    names.sort_unstable();
    names.dedup();
    let missing: Vec<&str> = names.into_iter().filter(|name| !installed(name)).chain(node(needs)).collect();
    if missing.is_empty() {
        return check_node(needs);
    }
    if !succeeds(Command::new("apt-get").arg("--version")) {
        return Err(Stop::Failed(format!("this machine has no apt-get; please install: {}", missing.join(" "))));
    }
    eprintln!("installing what is missing: {}", missing.join(" "));
    if missing.contains(&"postgresql") {
        forbid_cluster()?;
    }
    apt(&["update", "-qq"], "apt-get update")?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(&missing);
    apt(&words, &format!("apt-get install {}", missing.join(" ")))?;
    check_node(needs)
}

fn apt(words: &[&str], what: &str) -> Result<(), Stop> {
    let mut command = as_root("apt-get");
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    must(command.stdout(std::io::stderr()), what) // what a bench prints is for programs
}

/// A program run as root: directly, or through sudo where that asks for nothing.
fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

/// Whether we are root.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// On a machine without dpkg everything counts as missing; the message then says what to install.
fn installed(name: &str) -> bool {
    output(Command::new("dpkg").args(["-s", name])).is_ok_and(|said| said.contains("Status: install ok installed"))
}

/// Node and npm, unless the machine has its own: another source's Node clashes with Debian's npm.
fn node(needs: &[Need]) -> Vec<&'static str> {
    if !needs.contains(&Need::Browser) {
        return Vec::new();
    }
    let new_enough = node_version().is_some_and(|version| version >= NODE_WANTED);
    let old_but_apt = node_version().is_some() && installed("nodejs");
    let mut missing = Vec::new();
    if !new_enough && !old_but_apt {
        missing.push("nodejs");
    }
    if !succeeds(Command::new("npm").arg("--version")) {
        missing.push("npm");
    }
    missing
}

fn check_node(needs: &[Need]) -> Result<(), Stop> {
    if !needs.contains(&Need::Browser) {
        return Ok(());
    }
    match node_version() {
        Some(version) if version >= NODE_LEAST => Ok(()),
        found => Err(Stop::Failed(format!(
            "the browser tests need Node {NODE_LEAST} or newer ({NODE_WANTED} is better); found: {}",
            found.map_or("none".to_owned(), |version| version.to_string())
        ))),
    }
}

fn node_version() -> Option<u32> {
    output(Command::new("node").arg("--version")).ok().as_deref().and_then(major)
}

/// `v20.20.2` gives 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Debian would create and start a cluster at once; the tests bring their own and the machine's port stays free.
fn forbid_cluster() -> Result<(), Stop> {
    let file = Path::new("/etc/postgresql-common/createcluster.conf");
    if file.exists() {
        return Ok(());
    }
    eprintln!("writing {}: create_main_cluster = false", file.display());
    let script = "mkdir -p \"$(dirname \"$1\")\" && echo 'create_main_cluster = false' > \"$1\"";
    must(as_root("sh").args(["-c", script, "sh"]).arg(file), "forbidding a cluster of its own")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions() {
        for (said, version) in
            [("v20.20.2\n", Some(20)), ("v18.0.0", Some(18)), ("20", None), ("", None), ("vx.1", None)]
        {
            assert_eq!(major(said), version, "{said}");
        }
    }
}
