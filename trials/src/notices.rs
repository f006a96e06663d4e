//! The notice board of a compound: 20 of many notices.

use crate::bench::Asked;
use crate::child::Server;
use crate::client::{Client, get};
use crate::drive::{Get, Turn, abab, turn};
use crate::product::{file, found_at, open};
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no, told};
use lianxin_base::{ActId, Clock, DAY, SECOND};
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_notice_board::notice::{NewNotice, post};
use lianxin_notice_board::words::{Author, Section};
use std::path::{Path, PathBuf};

/// The compound's code.
pub(crate) const CODE: &str = "芙蓉里";
const PAGE: &str = "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C";
const CLIENTS: usize = 16;
/// So many hang or hung there: a few a day for years.
const MANY: i64 = 5_000;
/// So many a day.
const A_DAY: i64 = 5;
const WHAT: &str = "GET /notice-board/AREA, 20 of 5,000: axum with the same bytes after the same queries on bare rusqlite, as \
                    many readers; asked: ≥ 0.60";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    std::fs::create_dir_all(&asked.data)?;
    let dir = planted(asked)?;
    let product = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let plain = body(&product)?;
    if plain.windows(9).filter(|w| *w == b"/notice/0").count() != 20 {
        return no("the board does not show 20 notices");
    }
    std::fs::write(dir.join("notices.html"), plain)?;
    let bare = Server::start(&["serve-limit", "notices", &dir.to_string_lossy()])?;
    let ask = |server: &Server| -> Done<Turn> {
        turn(server, (0..CLIENTS).map(|_| Get(get(PAGE, ""))).collect(), asked.time)
    };
    let both = abab(asked.rounds, || ask(&product), || ask(&bare))?;
    sheet.add(&Line::rate("notices", &both, WHAT));
    sheet.add(&Line::latency("notices.p50", &both, 500, "the same"));
    sheet.add(&Line::latency("notices.p99", &both, 990, "the same"));
    Ok(())
}

/// A folder with an office whose compound has many notices, each posted by an act on its own day.
fn planted(asked: &Asked) -> Done<PathBuf> {
    let dir = asked.data.join("notices");
    if dir.exists() {
        std::fs::remove_dir_all(&dir)?;
    }
    let clock = Clock::by_hand(Clock::system().now().plus(-(MANY / A_DAY) * DAY));
    let town = found_at(&dir, clock.clone())?;
    let db = open(&dir, None, clock)?;
    for n in 0..MANY {
        db.clock().set(db.clock().now().plus(if n % A_DAY == 0 { DAY - A_DAY * SECOND } else { SECOND }));
        let by = By::Seat { seat: town.worker, person: None, org: town.committee };
        let act = ActId::new(db.chance(), db.clock().now());
        let author = Author { act, by, token: None, scope: Scope::Everything };
        let (title, words) = (format!("清洗水箱停水通知 {n}"), "后天上午停水清洗水箱，请提前接好水。");
        let new = NewNotice::of(Section::Affairs, "general", db.clock().now().day(), &title, words);
        db.act_wait(town.compound, move |tx| post(tx, &author, town.compound, &new)).map_err(told)?;
    }
    if !file(Path::new(&dir)).exists() {
        return no("nothing was planted");
    }
    Ok(dir)
}

fn body(server: &Server) -> Done<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut client = Client::to(server.addr).await?;
        let answer = client.send(&get(PAGE, "")).await?;
        if answer.status == 200 { Ok(answer.body.into_owned()) } else { no(format!("{PAGE}: {}", answer.status)) }
    })
}
