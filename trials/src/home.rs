//! What a phone loads when somebody opens the home page for the first time.

use crate::child::Server;
use crate::client::{Client, get};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no};
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) fn run(sheet: &Sheet, dir: &Path) -> Done<()> {
    let server = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (parts, wire) = runtime.block_on(load(&server))?;
    let said: Vec<String> = parts.iter().map(|(name, size)| format!("{name} {size}")).collect();
    let what = format!("asked: bodies under 12 KB in brotli: {}; with heads {wire}", said.join(", "));
    let (name, unit, n) = ("board.home".into(), "bytes", parts.len() as u64);
    let ours = parts.iter().map(|(_, size)| *size).sum();
    sheet.add(&Line { name, unit, ours, limit: 12_288, what, n, ..Line::default() });
    Ok(())
}

/// The page and everything it names that the page's first showing fetches: sizes by name, and all bytes on the wire.
async fn load(server: &Server) -> Done<(Vec<(String, u64)>, usize)> {
    const HEADERS: &str = "accept-encoding: br\r\naccept: text/html\r\n";
    let mut client = Client::to(server.addr).await?;
    let page = client.send(&get("/", "accept: text/html\r\n")).await?;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for quoted in text.split('"').filter(|part| part.starts_with("/assets/")) {
        names.insert(quoted.split('#').next().unwrap_or(quoted));
    }
    let (mut parts, mut wire) = (Vec::new(), 0);
    for path in std::iter::once("/").chain(names) {
        let answer = client.send(&get(path, HEADERS)).await?;
        if answer.status != 200 {
            return no(format!("{path} was answered {}", answer.status));
        }
        parts.push((path.rsplit('/').next().unwrap_or(path).to_owned(), answer.body.len() as u64));
        wire += answer.wire;
    }
    Ok((parts, wire))
}
