//! A planted demo, served on a free port while a browser looks at it.

use crate::Stop;
use crate::run::{Folder, end, free_port};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

/// A running demo. Dropping it stops the server and removes its folder.
pub(crate) struct Demo {
    child: Child,
    port: u16,
    folder: Folder,
}

impl Demo {
    /// Plants into a temporary folder and serves; ready when `/healthz` answers.
    pub(crate) fn start(binary: &Path) -> Result<Self, Stop> {
        let folder = Folder::under(&std::env::temp_dir(), "demo")?;
        let port = free_port()?;
        let said = std::fs::File::create(folder.path().join("said.txt"))?;
        let mut command = Command::new(binary);
        command.args(["demo", "--addr", &format!("127.0.0.1:{port}"), "--data"]).arg(folder.path().join("data"));
        let child = command.stdout(said).spawn()?;
        let mut demo = Self { child, port, folder };
        demo.wait_until_ready()?;
        Ok(demo)
    }

    /// Its address, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it printed: the way of the main job and the sign-in codes.
    pub(crate) fn said(&self) -> PathBuf {
        self.folder.path().join("said.txt")
    }

    fn wait_until_ready(&mut self) -> Result<(), Stop> {
        for _ in 0..1200 {
            if let Some(status) = self.child.try_wait()? {
                let said = std::fs::read_to_string(self.said()).unwrap_or_default();
                return Err(Stop::Failed(format!("the demo ended at once with {status}:\n{said}")));
            }
            if answers(self.port) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(Stop::Failed("the demo did not answer within two minutes".into()))
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        end(&mut self.child, "-TERM", 50);
    }
}

fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut head = [0; 12];
        stream.read_exact(&mut head)?;
        Ok(&head[9..] == b"200")
    };
    ask().unwrap_or(false)
}
