//! The parent's side.

use crate::Kind;
use crate::run::{REFUSED, TOO_LARGE};
use std::fmt;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// So many work at once.
const AT_ONCE: usize = 2;
/// So long somebody waits for a place.
const WAIT: Duration = Duration::from_secs(60);
/// So many wait where one works at a time: each holds what it sends in, and the last waits some seconds.
const LINE: usize = 8;
/// A word longer than this is none of ours.
const WORD_MAX: usize = 200;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The content is not taken; the kind's own word for why.
    Refused(String),
    /// More than it takes, or it needed more memory than it may have, or answered more than it may.
    TooLarge,
    /// It needed more time than it may have.
    TooLong,
    /// It ended without an answer.
    Crashed,
    /// Too many wait for a place.
    Busy,
    /// It could not be started; the set-up is wrong or the machine is out of processes.
    NotStarted(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(word) => write!(f, "a child refused: {word}"),
            Self::TooLarge => f.write_str("a child was given, or needed, too much"),
            Self::TooLong => f.write_str("a child took too long"),
            Self::Crashed => f.write_str("a child ended without an answer"),
            Self::Busy => f.write_str("too many wait for a child"),
            Self::NotStarted(why) => write!(f, "a child could not be started: {why}"),
        }
    }
}

impl std::error::Error for Failure {}

/// Starts children, a few at a time. Cheap to clone.
#[derive(Clone)]
pub struct Children(Arc<Inner>);

struct Inner {
    how: How,
    kinds: Vec<Kind>,
    places: Semaphore,
    /// Those at work and those who wait.
    line: Semaphore,
}

enum How {
    /// By starting this program with `child KIND`.
    Program(PathBuf),
    /// In this process.
    Inside,
}

impl fmt::Debug for Children {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.kinds.iter().map(|k| k.name)).finish()
    }
}

impl Children {
    /// Children of these kinds, started as `program child KIND`.
    pub fn of(program: PathBuf, kinds: Vec<Kind>) -> Self {
        Self::new(How::Program(program), kinds, AT_ONCE, Semaphore::MAX_PERMITS)
    }

    /// For the tests of rooms and for planting what we drew ourselves: calls the functions in this process, on a thread
    /// of its own, with none of the limits but the sizes. Never for what strangers send.
    pub fn inside(kinds: Vec<Kind>) -> Self {
        Self::new(How::Inside, kinds, AT_ONCE, Semaphore::MAX_PERMITS)
    }

    /// The same, one at a time: for work that takes a processor whole and that anybody may ask for.
    pub(crate) fn one_by_one(program: PathBuf, kinds: Vec<Kind>) -> Self {
        Self::new(How::Program(program), kinds, 1, 1 + LINE)
    }

    fn new(how: How, kinds: Vec<Kind>, places: usize, line: usize) -> Self {
        Self(Arc::new(Inner { how, kinds, places: Semaphore::new(places), line: Semaphore::new(line) }))
    }

    /// Gives a child of this kind its input and waits for its answer. Dropped while it waits, the child is killed.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn ask(&self, name: &str, input: Vec<u8>) -> Result<Vec<u8>, Failure> {
        let kind = self.0.kinds.iter().find(|k| k.name == name);
        let kind = *kind.ok_or_else(|| Failure::NotStarted(format!("no kind is called {name}")))?;
        if input.len() > kind.limits.input {
            return Err(Failure::TooLarge);
        }
        // Whoever comes when the line is full hears at once that it is, and holds neither memory nor a connection.
        let Ok(_stands) = self.0.line.try_acquire() else { return Err(Failure::Busy) };
        let Ok(Ok(_place)) = timeout(WAIT, self.0.places.acquire()).await else { return Err(Failure::Busy) };
        let answer = match &self.0.how {
            How::Program(program) => outside(program, &kind, &input).await?,
            How::Inside => inside(kind, input).await?,
        };
        if answer.len() > kind.limits.output { Err(Failure::TooLarge) } else { Ok(answer) }
    }
}

async fn outside(program: &PathBuf, kind: &Kind, input: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new(program);
    command.args(["child", kind.name]).env_clear().kill_on_drop(true);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|e| Failure::NotStarted(e.to_string()))?;
    let done = timeout(kind.limits.wall, talk(&mut child, kind, input)).await;
    match done {
        Ok(Ok((status, answer))) => told(status, answer, kind.limits.output),
        Ok(Err(_)) => Err(Failure::Crashed),
        Err(_) => {
            child.kill().await.ok(); // gone already is as good
            Err(Failure::TooLong)
        }
    }
}

/// Writes and listens at once, so that neither side waits for the other with a full pipe.
async fn talk(child: &mut Child, kind: &Kind, input: &[u8]) -> std::io::Result<(ExitStatus, Vec<u8>)> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let feed = async {
        if let Some(mut stdin) = stdin {
            stdin.write_all(input).await.ok(); // one that has seen enough closes its end: its answer tells
        }
    };
    let hear = async {
        let mut answer = Vec::new();
        if let Some(stdout) = stdout {
            stdout.take(kind.limits.output as u64 + 1).read_to_end(&mut answer).await?;
        }
        Ok::<_, std::io::Error>(answer)
    };
    let ((), answer) = tokio::join!(feed, hear);
    Ok((child.wait().await?, answer?))
}

/// What an end means.
fn told(status: ExitStatus, answer: Vec<u8>, most: usize) -> Result<Vec<u8>, Failure> {
    if answer.len() > most {
        return Err(Failure::TooLarge); // it was cut off while it still spoke
    }
    match status.code() {
        Some(0) => Ok(answer),
        Some(code) if code == i32::from(REFUSED) && answer.len() <= WORD_MAX => {
            Err(String::from_utf8(answer).map_or(Failure::Crashed, Failure::Refused))
        }
        Some(code) if code == i32::from(TOO_LARGE) => Err(Failure::TooLarge),
        _ => Err(by_signal(status)),
    }
}

#[cfg(unix)]
fn by_signal(status: ExitStatus) -> Failure {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;
    match status.signal() {
        Some(signal) if signal == Signal::XCPU.as_raw() => Failure::TooLong,
        // Memory that was asked for and not given ends a Rust program with SIGABRT; the kernel, out of memory, kills.
        Some(signal) if signal == Signal::ABORT.as_raw() || signal == Signal::KILL.as_raw() => Failure::TooLarge,
        _ => Failure::Crashed,
    }
}

#[cfg(not(unix))]
fn by_signal(_: ExitStatus) -> Failure {
    Failure::Crashed
}

async fn inside(kind: Kind, input: Vec<u8>) -> Result<Vec<u8>, Failure> {
    #[expect(clippy::disallowed_methods, reason = "decoding takes long and must not hold up the thread of others")]
    let done = tokio::task::spawn_blocking(move || (kind.run)(&input)).await;
    match done {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(word)) => Err(Failure::Refused(word)),
        Err(_) => Err(Failure::Crashed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn slow(_: &[u8]) -> Result<Vec<u8>, String> {
        std::thread::sleep(Duration::from_millis(200));
        Ok(Vec::new())
    }

    #[tokio::test]
    async fn who_comes_to_a_full_line_is_told_at_once() {
        let limits = Limits { memory: 1 << 20, cpu: 1, wall: Duration::from_secs(5), input: 10, output: 10 };
        let kind = Kind { name: "slow", run: slow, limits };
        let children = Children::new(How::Inside, vec![kind], 1, 2);
        let ask = || children.ask("slow", Vec::new());
        let (first, second, third) = tokio::join!(ask(), ask(), ask());
        assert_eq!((first, second, third), (Ok(Vec::new()), Ok(Vec::new()), Err(Failure::Busy)));
        assert_eq!(ask().await, Ok(Vec::new()), "the line is open again");
    }
}
