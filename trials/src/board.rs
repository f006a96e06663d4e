//! The public board: 20 of many matters.

use crate::bench::Asked;
use crate::child::Server;
use crate::client::{Client, get};
use crate::drive::{Both, Get, Turn, abab, median, turn};
use crate::home;
use crate::plant::{Rows, planted};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no};
use std::path::Path;
use std::time::Instant;

const CLIENTS: usize = 16;
const WHAT: &str = "GET /board, 20 of 100,000: axum with the same bytes after the same queries on bare rusqlite, as \
                    many readers; asked: ≥ 0.60";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    std::fs::create_dir_all(&asked.data)?;
    let many = planted(asked, 100_000, Rows::All)?;
    throughput(asked, sheet, &many)?;
    cold(asked, sheet, &many)?;
    home::run(sheet, &many)?;
    growth(asked, sheet)
}

fn product(dir: &Path) -> Done<Server> {
    Server::start(&["serve-product", &dir.to_string_lossy()])
}

/// So many turns of clients that ask for the board, with these headers.
fn ask(server: &Server, clients: usize, headers: &str, asked: &Asked) -> Done<Turn> {
    turn(server, (0..clients).map(|_| Get(get("/board", headers))).collect(), asked.time)
}

fn throughput(asked: &Asked, sheet: &Sheet, dir: &Path) -> Done<()> {
    let product = product(dir)?;
    let plain = body(&product, "")?;
    if plain.windows(16).filter(|w| *w == b"class=\"row board").count() != 20 {
        return no("the board does not show 20 matters");
    }
    std::fs::write(dir.join("board.html"), plain)?;
    let bare = Server::start(&["serve-limit", "board", &dir.to_string_lossy()])?;
    let drive = |server: &Server| ask(server, CLIENTS, "", asked);
    let both = abab(asked.rounds, || drive(&product), || drive(&bare))?;
    sheet.add(&Line::rate("board", &both, WHAT));
    sheet.add(&Line::latency("board.p50", &both, 500, "the same"));
    sheet.add(&Line::latency("board.p99", &both, 990, "the same"));
    let (now, most) = product.memory()?;
    let what = format!("asked: resident under 64 MiB after 16 clients on 100,000 matters; at its most {most}");
    let (name, unit) = ("board.rss".into(), "KiB");
    sheet.add(&Line { name, unit, ours: now, limit: 65_536, what, n: 1, ..Line::default() });
    let both = abab(asked.rounds, || ask(&product, CLIENTS, "accept-encoding: br\r\n", asked), || drive(&bare))?;
    sheet.add(&Line::rate(
        "board.brotli",
        &both,
        "ours compressed for a browser; the limit's bytes plain, as in board",
    ));
    Ok(())
}

fn body(server: &Server, headers: &str) -> Done<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut client = Client::to(server.addr).await?;
        let answer = client.send(&get("/board", headers)).await?;
        if answer.status == 200 { Ok(answer.body.into_owned()) } else { no(format!("/board: {}", answer.status)) }
    })
}

/// From starting the program to its first page.
fn cold(asked: &Asked, sheet: &Sheet, dir: &Path) -> Done<()> {
    let mut times = Vec::new();
    for _ in 0..asked.rounds {
        let begun = Instant::now();
        let server = product(dir)?;
        body(&server, "")?;
        times.push(u64::try_from(begun.elapsed().as_millis())?);
    }
    let what = "asked: under 300 ms from starting the program to the board of 100,000 matters".into();
    let (name, unit, n) = ("board.cold".into(), "ms", times.len() as u64);
    sheet.add(&Line { name, unit, ours: median(times.into_iter()), limit: 300, what, n, ..Line::default() });
    Ok(())
}

/// One client after the other page, with few and with very many matters.
fn growth(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let few = product(&planted(asked, 1_000, Rows::Listed)?)?;
    let many = product(&planted(asked, 1_000_000, Rows::Listed)?)?;
    let both: Both = abab(asked.rounds, || ask(&many, 1, "", asked), || ask(&few, 1, "", asked))?;
    let what = "ours: 1,000,000 matters, limit: 1,000, both by the product, one client; asked: ours under 1.5 times (ratio over 0.667)";
    sheet.add(&Line::latency("board.growth", &both, 500, what));
    Ok(())
}
