//! Somebody at a desk: signed in, sending workbooks, opening pages, taking lists out.

use crate::child::Server;
use crate::client::{Client, get, header};
use crate::intake::encoded;
use crate::town::{LOGIN, PASSWORD};
use crate::trouble::{Done, Trouble, no};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Somebody who clicks, clicks again after so long.
const PAUSE: Duration = Duration::from_millis(25);
/// So many of them at once.
const CLICKING: usize = 2;

/// A desk with its session.
pub(crate) struct Desk {
    addr: SocketAddr,
    cookie: String,
    runtime: Runtime,
}

/// An answer of which the body is kept.
pub(crate) struct Reply {
    pub(crate) to: String,
    pub(crate) body: Vec<u8>,
}

impl Desk {
    pub(crate) fn at(server: &Server) -> Done<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut desk = Self { addr: server.addr, cookie: String::new(), runtime };
        let form = [("login", LOGIN), ("password", PASSWORD)];
        let request = desk.form("/login", "/login", &form)?;
        let cookie = desk.runtime.block_on(async {
            let mut client = Client::to(desk.addr).await?;
            let answer = client.send(&request).await?;
            let cookie = header(answer.head, "set-cookie").and_then(|c| c.split(';').next()).map(str::to_owned);
            cookie.ok_or_else(|| Trouble(format!("nobody was signed in: {}", answer.status)))
        })?;
        desk.cookie = format!("cookie: {cookie}\r\n");
        Ok(desk)
    }

    /// A desk that goes on with a session of before.
    pub(crate) fn going_on(server: &Server, cookie: String) -> Done<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Self { addr: server.addr, cookie, runtime })
    }

    /// Its session, to go on with.
    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    fn ask(&self, request: &[u8], good: u16) -> Done<Reply> {
        self.runtime.block_on(async {
            let mut client = Client::to(self.addr).await?;
            let answer = client.send(request).await?;
            if answer.status != good {
                let said: String = String::from_utf8_lossy(&answer.body).chars().take(2000).collect();
                return no(format!("answered {} instead of {good}: {said}", answer.status));
            }
            let to = header(answer.head, "location").unwrap_or_default().to_owned();
            Ok(Reply { to, body: answer.body.into_owned() })
        })
    }

    fn token(&self, page: &str) -> Done<String> {
        let reply = self.ask(&get(page, &self.cookie), 200)?;
        let text = String::from_utf8_lossy(&reply.body).into_owned();
        let token = text.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        token.map(str::to_owned).ok_or_else(|| Trouble(format!("{page} has no form")))
    }

    fn form(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Done<Vec<u8>> {
        let mut body = format!("token={}", self.token(page)?);
        for (name, value) in fields {
            body.push_str(&format!("&{name}={}", encoded(value)));
        }
        Ok(self.posted(action, "application/x-www-form-urlencoded", body.as_bytes()))
    }

    fn posted(&self, action: &str, kind: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "POST {action} HTTP/1.1\r\nhost: 127.0.0.1\r\n{}content-type: {kind}\r\ncontent-length: {}\r\n\r\n",
            self.cookie,
            body.len()
        );
        [head.as_bytes(), body].concat()
    }

    /// Sends a form from a page; `good` is the status of a good answer.
    pub(crate) fn post(&self, page: &str, action: &str, fields: &[(&str, &str)], good: u16) -> Done<Reply> {
        self.ask(&self.form(page, action, fields)?, good)
    }

    /// The request that sends a workbook.
    pub(crate) fn upload(&self, kind: &str, bytes: &[u8]) -> Done<Vec<u8>> {
        let mut body = Vec::new();
        for (name, value) in [("token", self.token("/sheets")?.as_str()), ("kind", kind), ("area", "")] {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        Ok(self.posted("/sheets", "multipart/form-data; boundary=edge", &body))
    }

    /// Sends it; the address of the work it began.
    pub(crate) fn send(&self, upload: &[u8]) -> Done<String> {
        Ok(self.ask(upload, 303)?.to)
    }

    /// Others click on a page of this desk until they are told to stop.
    pub(crate) fn clicking(&self, page: &str) -> Clicking {
        let (request, addr, over) = (get(page, &self.cookie), self.addr, Arc::new(AtomicBool::new(false)));
        let all = (0..CLICKING).map(|_| {
            let (request, over) = (request.clone(), Arc::clone(&over));
            std::thread::spawn(move || click(addr, &request, &over))
        });
        Clicking { threads: all.collect(), over }
    }
}

/// Those who click.
pub(crate) struct Clicking {
    threads: Vec<JoinHandle<Done<Vec<u64>>>>,
    over: Arc<AtomicBool>,
}

impl Clicking {
    /// How long each of their pages took, in µs.
    pub(crate) fn stop(self) -> Done<Vec<u64>> {
        self.over.store(true, Ordering::Relaxed);
        let mut all = Vec::new();
        for thread in self.threads {
            all.extend(thread.join().map_err(|_| Trouble("who clicked broke down".into()))??);
        }
        Ok(all)
    }
}

fn click(addr: SocketAddr, request: &[u8], over: &AtomicBool) -> Done<Vec<u64>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut client = Client::to(addr).await?;
        let mut all = Vec::new();
        while !over.load(Ordering::Relaxed) {
            let begun = Instant::now();
            let answer = client.send(request).await?;
            if answer.status != 200 {
                return no(format!("a page of the desk was answered {}", answer.status));
            }
            all.push(u64::try_from(begun.elapsed().as_micros())?);
            tokio::time::sleep(PAUSE).await;
        }
        Ok(all)
    })
}
