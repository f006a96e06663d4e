//! The child's side.

use crate::{Kind, Limits};
use std::io::{self, Read as _, Write as _};
use std::panic::{catch_unwind, set_hook};
use std::process::ExitCode;

/// The content was refused; the word stands on stdout.
pub(crate) const REFUSED: u8 = 3;
/// More came in than the kind takes.
pub(crate) const TOO_LARGE: u8 = 4;
/// The limits could not be set: then nothing is read at all.
const UNHELD: u8 = 5;
/// The code panicked.
const PANICKED: u8 = 6;
/// No such kind, as for any wrong word on the command line.
const USAGE: u8 = 2;

/// Takes the limits upon itself, reads stdin to its end, answers on stdout. What this process is started for.
pub fn run(kinds: &[Kind], name: &str) -> ExitCode {
    let Some(kind) = kinds.iter().find(|k| k.name == name) else { return USAGE.into() };
    if hold(&kind.limits).is_err() {
        return UNHELD.into();
    }
    set_hook(Box::new(|_| {})); // a panic's words might quote what was sent
    match answered(kind) {
        Ok((code, answer)) => match io::stdout().lock().write_all(&answer) {
            Ok(()) => code.into(),
            Err(_) => ExitCode::FAILURE, // nobody listens any more
        },
        Err(_) => ExitCode::FAILURE,
    }
}

fn answered(kind: &Kind) -> io::Result<(u8, Vec<u8>)> {
    let mut input = Vec::new();
    io::stdin().lock().take(kind.limits.input as u64 + 1).read_to_end(&mut input)?;
    if input.len() > kind.limits.input {
        return Ok((TOO_LARGE, Vec::new()));
    }
    Ok(match catch_unwind(|| (kind.run)(&input)) {
        Ok(Ok(answer)) => (0, answer),
        Ok(Err(word)) => (REFUSED, word.into_bytes()),
        Err(_) => (PANICKED, Vec::new()),
    })
}

/// Address space, processor time, no core file, no file larger than nothing, few open files.
#[cfg(unix)]
fn hold(limits: &Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (what, soft, hard) in [
        (Resource::Core, 0, 0),
        (Resource::Fsize, 0, 0),
        (Resource::Nofile, 16, 16),
        (Resource::Cpu, limits.cpu, limits.cpu + 1), // the soft limit ends it with SIGXCPU, which can be told apart
        (Resource::As, limits.memory, limits.memory),
    ] {
        setrlimit(what, Rlimit { current: Some(soft), maximum: Some(hard) })?;
    }
    Ok(())
}

/// Elsewhere only the time from start to answer and the sizes are held, by the parent.
#[cfg(not(unix))]
fn hold(_limits: &Limits) -> io::Result<()> {
    Ok(())
}
