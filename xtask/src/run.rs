//! Starting programs: output streams through while it is read, and temporary folders that go away again.

use crate::Stop;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Cargo, the one that started us, in the checkout. What it told us about our own package it is not told back: some
/// build scripts look at these, and everything above them would be built anew each time another package calls.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(words).current_dir(root()).env_remove("LIANXIN_TEST_PG");
    for (name, _) in std::env::vars_os().filter(|(name, _)| of_a_package(&name.to_string_lossy())) {
        command.env_remove(name);
    }
    command
}

fn of_a_package(name: &str) -> bool {
    ["CARGO_MANIFEST_", "CARGO_PKG_"].iter().any(|start| name.starts_with(start))
}

/// All crates but the press: what it is made of is some 300 crates of other people's, built by a step of its own.
pub(crate) const MOST: [&str; 3] = ["--workspace", "--exclude", "lianxin-press"];

/// Where the press lies after its step.
pub(crate) fn press() -> PathBuf {
    binary("press").with_file_name("lianxin-press")
}

/// Where the server's binary lies after `cargo build` in that profile's folder (`debug`, `release`).
pub(crate) fn binary(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    root().join(target).join(profile).join("lianxin") // joining an absolute path replaces the root
}

/// Runs to the end; every line of its output is shown and handed to `line`. `true` if it ended with 0.
pub(crate) fn stream(command: &mut Command, line: impl FnMut(&str)) -> Result<bool, Stop> {
    follow(command, |text| print!("{text}"), line) // not written to stdout directly: our own tests' children must stay captured
}

/// The same, shown on stderr: for a command that prints a table of its own.
pub(crate) fn stream_aside(command: &mut Command, line: impl FnMut(&str)) -> Result<bool, Stop> {
    follow(command, |text| eprint!("{text}"), line)
}

fn follow(command: &mut Command, show: impl Fn(&str), mut line: impl FnMut(&str)) -> Result<bool, Stop> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes)? > 0 {
            let text = String::from_utf8_lossy(&bytes);
            show(&text);
            line(text.trim_end());
            bytes.clear();
        }
    }
    Ok(child.wait()?.success())
}

/// Runs to the end with its output shown; anything but 0 is a failure called `what`.
pub(crate) fn must(command: &mut Command, what: &str) -> Result<(), Stop> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(Stop::Failed(format!("{what}: ended with {status}"))) }
}

/// Runs to the end silently and gives its output; anything but 0 is a failure with what it said.
pub(crate) fn output(command: &mut Command) -> Result<String, Stop> {
    let out = command.output().map_err(|error| cannot_start(command, &error))?;
    if out.status.success() {
        return Ok(String::from_utf8_lossy(&out.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&out.stderr);
    Err(Stop::Failed(format!("{}: {}", command.get_program().display(), said.trim())))
}

/// `true` if it can be started and ends with 0; says nothing.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Stop {
    Stop::Failed(format!("{} cannot be started: {error}", command.get_program().display()))
}

/// Asks a process to end, waits `tenths` of a second, then ends it.
pub(crate) fn end(child: &mut std::process::Child, signal: &str, tenths: u32) {
    succeeds(Command::new("kill").args([signal, &child.id().to_string()]));
    for _ in 0..tenths {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    child.kill().ok(); // already gone is as good
    child.wait().ok();
}

/// A free port of the loopback. Another program could take it before it is used; then that program's start fails.
pub(crate) fn free_port() -> Result<u16, Stop> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A fresh folder, removed when dropped, also while panicking.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Under `parent`, with a name of our own.
    pub(crate) fn under(parent: &Path, name: &str) -> Result<Self, Stop> {
        static N: AtomicU32 = AtomicU32::new(0);
        let number = N.fetch_add(1, Ordering::SeqCst);
        let path = parent.join(format!("lianxin-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} could not be removed: {error}", self.0.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_goes_away_even_while_panicking() {
        let path = std::sync::Mutex::new(PathBuf::new());
        let outcome = std::panic::catch_unwind(|| {
            let folder = Folder::under(&std::env::temp_dir(), "unit").unwrap();
            *path.lock().unwrap() = folder.path().to_owned();
            assert!(folder.path().is_dir());
            panic!("on purpose");
        });
        assert!(outcome.is_err());
        let path = path.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        assert!(!path.exists());
    }

    #[test]
    fn lines_are_handed_on_and_the_end_is_told() {
        let mut seen = Vec::new();
        let ok = stream(Command::new("sh").args(["-c", "echo one; printf two"]), |line| seen.push(line.to_owned()));
        assert!(ok.unwrap());
        assert_eq!(seen, ["one", "two"]);
        assert!(!stream(Command::new("sh").args(["-c", "exit 3"]), |_| ()).unwrap());
        assert!(stream(&mut Command::new("no-such-program-here"), |_| ()).is_err());
    }

    #[test]
    fn a_process_that_does_not_listen_is_ended() {
        let mut child = Command::new("sh").args(["-c", "trap '' TERM; sleep 60"]).spawn().unwrap();
        end(&mut child, "-TERM", 1);
        assert!(child.try_wait().unwrap().is_some());
    }
}
