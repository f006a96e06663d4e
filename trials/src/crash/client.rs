//! Clients that report until the office is gone, and remember what it said yes to.

use crate::trouble::Done;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::time::Duration;

/// An office that says nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(super) struct Driver {
    next: AtomicU64,
    /// By its key: the act and the leaf hash that were acknowledged.
    yes: Mutex<BTreeMap<u64, (String, String)>>,
    /// Keys of what was sent and never answered with yes.
    open: Mutex<Vec<u64>>,
    lost: u64,
    unanswered: u64,
    /// So far everything acknowledged has been looked for.
    seen: u64,
}

impl Driver {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn acknowledged(&self) -> usize {
        self.yes.lock().expect("not poisoned").len()
    }

    pub(super) const fn unanswered(&self) -> u64 {
        self.unanswered
    }

    pub(super) const fn lost(&self) -> u64 {
        self.lost
    }

    /// Every key that was sent.
    pub(super) fn sent(&self) -> u64 {
        self.next.load(SeqCst)
    }

    /// So many clients write until the office is killed, after this time.
    pub(super) fn drive(&mut self, addr: SocketAddr, clients: usize, lives: Duration, kill: impl FnOnce()) {
        let over = AtomicBool::new(false);
        std::thread::scope(|s| {
            for _ in 0..clients {
                s.spawn(|| {
                    while !over.load(SeqCst) {
                        self.one(addr);
                    }
                });
            }
            std::thread::sleep(lives);
            kill();
            over.store(true, SeqCst);
        });
        self.unanswered = self.open.lock().expect("not poisoned").len() as u64;
    }

    fn one(&self, addr: SocketAddr) {
        let key = self.next.fetch_add(1, SeqCst);
        match sent(addr, key) {
            Some(receipt) => drop(self.yes.lock().expect("not poisoned").insert(key, receipt)),
            None => {
                self.open.lock().expect("not poisoned").push(key);
                std::thread::sleep(Duration::from_millis(5)); // it is gone, or full
            }
        }
    }

    /// Looks for everything that was acknowledged since the last look.
    pub(super) fn look(&mut self, addr: SocketAddr) -> Done<()> {
        let yes = self.yes.lock().expect("not poisoned");
        for (act, hash) in yes.range(self.seen..).map(|(_, receipt)| receipt) {
            let there = asked(
                addr,
                &format!("GET /api/v1/receipts/{act} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n"),
            );
            let same = there.is_some_and(|(status, body)| status == 200 && body["leaf_hash"] == hash.as_str());
            self.lost += u64::from(!same);
        }
        self.seen = self.next.load(SeqCst);
        Ok(())
    }

    /// What was never answered is sent again with the same key, as a careful program does.
    pub(super) fn send_again(&mut self, addr: SocketAddr) -> Done<()> {
        let open = std::mem::take(&mut *self.open.lock().expect("not poisoned"));
        let mut yes = self.yes.lock().expect("not poisoned");
        for key in open {
            match sent(addr, key) {
                Some(receipt) => drop(yes.insert(key, receipt)),
                None => self.lost += 1,
            }
        }
        self.seen = 0;
        Ok(())
    }
}

/// Sends one report; the receipt, if there was a yes.
fn sent(addr: SocketAddr, key: u64) -> Option<(String, String)> {
    let body = format!("{{\"words\":\"楼道里第 {key} 盏灯不亮\",\"place\":\"芙蓉里\"}}");
    let head = format!(
        "POST /api/v1/reports HTTP/1.1\r\nHost: {addr}\r\nContent-Type: application/json\r\nIdempotency-Key: crash-{key}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let (status, answer) = asked(addr, &format!("{head}{body}"))?;
    let text = |name: &str| answer[name].as_str().map(str::to_owned);
    if status == 201 { Some((text("act")?, text("leaf_hash")?)) } else { None }
}

/// Status and body of one exchange; `None` where the office is gone.
fn asked(addr: SocketAddr, request: &str) -> Option<(u16, Value)> {
    let mut stream = TcpStream::connect_timeout(&addr, PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, serde_json::from_str(body).unwrap_or_default()))
}
