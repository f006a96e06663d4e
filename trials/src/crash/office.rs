//! The office that is harmed: this program as `lianxin`, a process of its own.

use crate::trouble::{Done, Trouble, no};
use std::cell::RefCell;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How a round goes wrong before it is killed; killed it is in every one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Harm {
    /// Only killed.
    Kill = 0,
    /// The write-ahead log may grow by [`LEFT_KIB`] and no file beyond that: what a full disk is to a program.
    Full = 1,
    /// The clock stands two hours before the last act.
    Back = 2,
}

/// So much is left of the disk: enough for some acts.
const LEFT_KIB: u64 = 192;
/// The office was planted so many days ago: timers have fallen due meanwhile.
const DAYS_AGO: i32 = 6;

impl Harm {
    pub(super) fn of_round(round: u32, faketime: bool) -> Self {
        match round % 5 {
            2 => Self::Full,
            4 if faketime => Self::Back,
            _ => Self::Kill,
        }
    }
}

pub(super) struct Office {
    data: PathBuf,
    faketime: bool,
}

/// A served office.
pub(super) struct Server {
    child: RefCell<Child>,
    addr: SocketAddr,
}

impl Office {
    /// Plants a demonstration of some days ago.
    pub(super) fn plant(data: &Path) -> Done<Self> {
        let ago = lianxin_base::Clock::system().now().day().plus(-DAYS_AGO);
        let mut command = lianxin(None)?;
        command.args(["demo", "--once", "--today", &ago.to_string(), "--data"]).arg(data);
        let done = command.stdout(Stdio::null()).status()?;
        if !done.success() {
            return no("the office could not be planted");
        }
        let faketime = Command::new("faketime").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        Ok(Self { data: data.to_owned(), faketime: faketime.is_ok_and(|s| s.success()) })
    }

    pub(super) const fn has_faketime(&self) -> bool {
        self.faketime
    }

    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    /// Serves it and waits until it listens.
    pub(super) fn serve(&self, harm: Harm) -> Done<Server> {
        let addr = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let log = std::fs::metadata(self.data.join("lianxin.db-wal")).map_or(0, |m| m.len());
        let mut command = lianxin(Some((harm, log / 1024 + LEFT_KIB)))?;
        command.args(["demo", "--addr", &addr.to_string(), "--data"]).arg(&self.data);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let out = child.stdout.take().ok_or_else(|| Trouble("no pipe".into()))?;
        let mut lines = BufReader::new(out).lines();
        while let Some(Ok(line)) = lines.next() {
            if line.contains("打开") {
                return Ok(Server { child: RefCell::new(child), addr });
            }
        }
        child.wait()?;
        no("the office does not come back")
    }

    /// Waits until no timer is overdue: as long as fewer and fewer are, on a slow machine too, and ten seconds more.
    pub(super) fn settle(&self) -> Done<()> {
        let (mut least, mut waited) = (usize::MAX, 0);
        while waited < 100 {
            match super::verdict::late(&self.data)? {
                0 => break,
                late if late < least => (least, waited) = (late, 0),
                _ => waited += 1,
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// What `journal verify` says; `Ok` where all is well.
    pub(super) fn verify(&self) -> Done<Result<(), String>> {
        let mut command = lianxin(None)?;
        let done = command.args(["journal", "verify", "--data"]).arg(&self.data).output()?;
        let said = [done.stdout, done.stderr].concat();
        Ok(if done.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&said).into_owned()) })
    }
}

impl Server {
    pub(super) const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// SIGKILL.
    pub(super) fn kill(&self) {
        let mut child = self.child.borrow_mut();
        child.kill().ok(); // gone already is as good
        child.wait().ok();
    }

    /// Asks it to end, and waits.
    pub(super) fn end(&self) -> Done<()> {
        let mut child = self.child.borrow_mut();
        Command::new("kill").args(["-TERM", &child.id().to_string()]).status()?;
        child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// This program as the office's, in a shell where it is harmed: the limit and its silenced signal pass to it.
fn lianxin(harm: Option<(Harm, u64)>) -> Done<Command> {
    let own = std::env::current_exe()?;
    let mut command = match harm {
        Some((Harm::Full, kib)) => {
            let mut shell = Command::new("sh");
            let blocks = kib * 2; // of 512 bytes
            shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]).arg(own);
            shell
        }
        Some((Harm::Back, _)) => {
            let mut fake = Command::new("faketime");
            fake.args(["-f", "-2h"]).arg(own);
            fake
        }
        _ => Command::new(own),
    };
    command.arg("lianxin").env_remove("LIANXIN_DB");
    Ok(command)
}
