//! Two thousand open pages wait for what moves.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::client::Client;
use crate::drive::Ask as _;
use crate::intake::reports;
use crate::product::found;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::mpsc;

const LISTENERS: u8 = 25;
/// So many of one address: an address has 100 at most.
const EACH: u32 = 80;
/// Whoever has heard nothing by then hears nothing.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = fresh(asked, "listeners")?;
    found(&dir, None)?;
    let server = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let Some(mut report) = reports(&server, 1, &Arc::new(AtomicU64::new(1)))?.pop() else { return no("no form") };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (before, listeners) = (server.memory()?.0, u32::from(LISTENERS) * EACH);
    let (added, lags) = runtime.block_on(async {
        let (told, mut heard) = mpsc::unbounded_channel();
        for n in 1..=LISTENERS {
            for _ in 0..EACH {
                let stream = listening(server.addr, n).await?;
                tokio::spawn(listen(stream, told.clone()));
            }
        }
        let added = server.memory()?.0.saturating_sub(before);
        let mut lags = Vec::new();
        for _ in 0..asked.rounds {
            let mut client = Client::to(server.addr).await?;
            let answer = client.send(report.next()).await?.status;
            let begun = Instant::now();
            if answer != report.good() {
                return no(format!("a report was answered {answer}"));
            }
            for n in 0..listeners {
                let last = tokio::time::timeout(PATIENCE, heard.recv()).await;
                last.map_err(|_| Trouble(format!("{n} of {listeners} have heard")))?;
            }
            lags.push(u64::try_from(begun.elapsed().as_millis())?);
        }
        Ok((added, lags))
    })?;
    let what = "asked: memory added by 2,000 listeners under 64 MiB".into();
    let (name, unit, n) = ("listeners.rss".into(), "KiB", u64::from(listeners));
    sheet.add(&Line { name, unit, ours: added, limit: 65_536, what, n, ..Line::default() });
    let what =
        "from the answer to a report until the last of 2,000 has heard of it, the worst round; asked: 1 s".into();
    let (name, unit, n) = ("listeners.lag".into(), "ms", lags.len() as u64);
    let ours = lags.into_iter().max().unwrap_or(0);
    sheet.add(&Line { name, unit, ours, limit: 1_000, what, n, ..Line::default() });
    Ok(())
}

/// A stream from an address of its own, as far as it is answered.
async fn listening(server: SocketAddr, n: u8) -> Done<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((Ipv4Addr::new(127, 0, 1, n), 0).into())?;
    let mut stream = socket.connect(server).await?;
    stream.write_all(b"GET /live HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").await?;
    let mut answer = Vec::new();
    while !answer.windows(4).any(|w| w == b": ok") {
        if stream.read_buf(&mut answer).await? == 0 {
            return no(format!("no stream: {}", String::from_utf8_lossy(&answer)));
        }
    }
    Ok(stream)
}

/// Says each time that something moved.
async fn listen(mut stream: TcpStream, told: mpsc::UnboundedSender<()>) {
    let mut buffer = Vec::new();
    while stream.read_buf(&mut buffer).await.is_ok_and(|n| n > 0) {
        if buffer.windows(12).any(|w| w == b"event: moved") && told.send(()).is_err() {
            return; // nobody counts any more
        }
        buffer.clear();
    }
}
