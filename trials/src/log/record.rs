//! Somebody leafs through the public record, at its newest end and in the middle of a million acts or more.

use super::planted;
use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::client::get;
use crate::drive::{Get, abab, turn};
use crate::product::{found, open};
use crate::report::{Line, Sheet};
use crate::trouble::Done;
use lianxin_base::Clock;

/// Acts of the small record: two pages.
const FEW: usize = 30;

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (many, few) = (planted(asked)?, fresh(asked, "log-few")?);
    let town = found(&few, None)?;
    for _ in 0..FEW {
        crate::plant::matter(&open(&few, None, Clock::system())?, town, "三号楼二单元四楼的灯坏了三天了")?;
    }
    let served = |dir: &std::path::Path| Server::start(&["serve-product", &dir.to_string_lossy()]);
    let (ours, limit) = (served(&many)?, served(&few)?);
    let ask = |server: &Server, path: &str| turn(server, vec![Get(get(path, ""))], asked.time);
    for (name, path) in
        [("record", "/journal".to_owned()), ("record.middle", format!("/journal?upto={}", asked.acts / 2))]
    {
        let both = abab(asked.rounds, || ask(&ours, &path), || ask(&limit, "/journal"))?;
        let what = "a page of the public record; ours: 1,000,000 acts or --acts, limit: some 100, both by the product, one client; \
                    asked: ours under 1.5 times (ratio over 0.667)";
        sheet.add(&Line::latency(name, &both, 500, what));
    }
    Ok(())
}
