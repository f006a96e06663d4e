//! The program itself as a process of its own, and the least of a client to talk to it.

use lianxin_store::testing::Folder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// The program, built if it is older than its sources.
pub(crate) fn binary() -> &'static PathBuf {
    lianxin_stories::built()
}

/// What it complains of stands in this file of its folder.
pub(crate) const LOG: &str = "stderr.log";

/// A command to its end.
pub(crate) fn lianxin(data: &Folder, words: &[&str]) -> Output {
    Command::new(binary()).args(words).arg("--data").arg(data.path()).output().expect("the program starts")
}

/// A demonstration that is being served; ended when dropped.
pub(crate) struct Served {
    pub(crate) child: Child,
    pub(crate) port: u16,
}

/// Serves the demonstration in a folder; `wrap` are the words a shell runs before it.
pub(crate) fn serve(data: &Folder, wrap: &str) -> Served {
    let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a free port").port();
    let line = format!("{wrap} exec \"$0\" demo --data \"$1\" --addr 127.0.0.1:{port}");
    let mut child = Command::new("sh")
        .args(["-c", &line])
        .arg(binary())
        .arg(data.path())
        .stdout(Stdio::piped())
        .stderr(File::create(data.path().join(LOG)).expect("a file for what it complains of"))
        .spawn()
        .expect("the program starts");
    let mut said = BufReader::new(child.stdout.take().expect("its words"));
    let mut text = String::new();
    while !text.contains("打开 http") {
        text.clear();
        assert!(said.read_line(&mut text).is_ok_and(|n| n > 0), "it ended before it served");
    }
    // It says nothing more while it serves; a closed pipe ends nothing.
    Served { child, port }
}

impl Served {
    /// Kills it at once, as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().ok(); // gone already is as good
        self.child.wait().ok();
    }

    /// A report sent by a program; status and body, or nothing if the line broke.
    pub(crate) fn report(&self, words: &str) -> Option<(u16, serde_json::Value)> {
        ask(self.port, "POST", "/api/v1/reports", &serde_json::json!({"words": words, "place": "芙蓉里"}).to_string())
    }

    /// Looks something up.
    pub(crate) fn get(&self, path: &str) -> Option<(u16, serde_json::Value)> {
        ask(self.port, "GET", path, "")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.kill();
    }
}

/// One request on a line of its own.
pub(crate) fn ask(port: u16, method: &str, path: &str, body: &str) -> Option<(u16, serde_json::Value)> {
    let mut line = TcpStream::connect(("127.0.0.1", port)).ok()?;
    line.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).ok()?;
    line.write_all(body.as_bytes()).ok()?;
    let mut answer = String::new();
    line.read_to_string(&mut answer).ok()?;
    let status = answer.split(' ').nth(1)?.parse().ok()?;
    let (_, body) = answer.split_once("\r\n\r\n")?;
    let json =
        body.split_once('{').map(|(_, rest)| format!("{{{}", rest.rsplit_once('}').map_or(rest, |(inside, _)| inside)));
    Some((status, serde_json::from_str(&format!("{}}}", json.unwrap_or_else(|| "{".into()))).unwrap_or_default()))
}
