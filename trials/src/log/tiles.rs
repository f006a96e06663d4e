//! Whoever checks the log fetches its tiles.

use super::{begin_anew, planted, signed};
use crate::bench::Asked;
use crate::child::Server;
use crate::client::{Client, get};
use crate::drive::{Get, abab, turn};
use crate::product::open;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no};
use lianxin_base::Clock;

const CLIENTS: usize = 16;
/// A full tile of hashes, and a bundle of 256 entries.
const KINDS: [(&str, &str); 2] =
    [("tiles", "/journal/tile/0/x001/234"), ("tiles.entries", "/journal/tile/entries/x001/234")];
const WHAT: &str = "GET of a full tile from the database of 1,000,000 or --acts: axum reading the same bytes from a file at each \
                    request; asked: as static files";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = planted(asked)?;
    let db = open(&dir, None, Clock::system())?;
    let keys = begin_anew(&db, &dir)?;
    signed(&db, &keys)?;
    drop(db);
    let product = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let bytes = dir.join("tile.bytes");
    let bare = Server::start(&["serve-limit", "file", &bytes.to_string_lossy()])?;
    for (name, path) in KINDS {
        let ours = body(&product, path)?;
        std::fs::write(&bytes, &ours)?;
        if body(&bare, "/file")? != ours {
            return no("the two sides serve other bytes");
        }
        let drive =
            |server: &Server, path: &str| turn(server, (0..CLIENTS).map(|_| Get(get(path, ""))).collect(), asked.time);
        let both = abab(asked.rounds, || drive(&product, path), || drive(&bare, "/file"))?;
        sheet.add(&Line::rate(name, &both, WHAT));
    }
    Ok(())
}

fn body(server: &Server, path: &str) -> Done<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut client = Client::to(server.addr).await?;
        let answer = client.send(&get(path, "")).await?;
        if answer.status == 200 { Ok(answer.body.into_owned()) } else { no(format!("{path}: {}", answer.status)) }
    })
}
