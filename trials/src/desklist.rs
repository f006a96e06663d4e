//! The list of a desk: 50 of many matters, for somebody signed in.

use crate::bench::Asked;
use crate::child::Server;
use crate::client::{Client, get};
use crate::desk::Desk;
use crate::drive::{Get, Turn, abab, turn};
use crate::plant::{Rows, planted};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no};

const CLIENTS: usize = 16;
/// So many rows stand on a page of the list.
const ROWS: usize = 50;
const WHAT: &str = "GET /desk, the 50 due first among 100,000 and what is counted of all, signed in: axum with the same \
                    bytes after the list's own queries on bare rusqlite, as many readers; asked: ≥ 0.60, as of the board. \
                    Who is signed in is looked up by ours only";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    std::fs::create_dir_all(&asked.data)?;
    let dir = planted(asked, 100_000, Rows::All)?;
    let product = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let cookie = Desk::at(&product)?.cookie().to_owned();
    let page = body(&product, &cookie)?;
    let rows = page.windows(12).filter(|w| *w == b"href=\"/desk/").count();
    if rows < ROWS {
        return no(format!("the desk shows {rows} matters"));
    }
    std::fs::write(dir.join("desk.html"), page)?;
    let bare = Server::start(&["serve-limit", "desk", &dir.to_string_lossy()])?;
    let ask = |server: &Server| -> Done<Turn> {
        turn(server, (0..CLIENTS).map(|_| Get(get("/desk", &cookie))).collect(), asked.time)
    };
    let both = abab(asked.rounds, || ask(&product), || ask(&bare))?;
    sheet.add(&Line::rate("desk", &both, WHAT));
    sheet.add(&Line::latency("desk.p50", &both, 500, "the same"));
    sheet.add(&Line::latency("desk.p99", &both, 990, "the same"));
    Ok(())
}

fn body(server: &Server, headers: &str) -> Done<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut client = Client::to(server.addr).await?;
        let answer = client.send(&get("/desk", headers)).await?;
        if answer.status == 200 { Ok(answer.body.into_owned()) } else { no(format!("/desk: {}", answer.status)) }
    })
}
