//! What the sequencer takes of an office's processor time while reports come in.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::drive::{abab, median, turn};
use crate::intake::reports;
use crate::product::found;
use crate::report::{Line, Sheet};
use crate::trouble::Done;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

const CLIENTS: usize = 16;
const WHAT: &str = "POST /report, processor time a report in ns: the product without its sequencer; asked: under 10 % \
                    more (ratio over 0.90)";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (with, without) = (fresh(asked, "log-with")?, fresh(asked, "log-without")?);
    found(&with, None)?;
    found(&without, None)?;
    let next = Arc::new(AtomicU64::new(1));
    let served = |how: &str, dir: &Path| Server::start(&[how, &dir.to_string_lossy()]);
    let (signing, plain) = (served("serve-product", &with)?, served("serve-unsigned", &without)?);
    let (ours, limit) = (reports(&signing, CLIENTS, &next)?, reports(&plain, CLIENTS, &next)?);
    let both =
        abab(asked.rounds, || turn(&signing, ours.clone(), asked.time), || turn(&plain, limit.clone(), asked.time))?;
    let each = |turns: &[crate::drive::Turn]| median(turns.iter().map(|t| t.cpu * 1_000 / t.count.max(1)));
    let n = both.ours.iter().map(|t| t.count).sum();
    let (ours, limit, what) = (each(&both.ours), each(&both.limit), WHAT.to_owned());
    sheet.add(&Line { name: "sequencer".into(), unit: "ns", ours, limit, what, n, ..Line::default() });
    Ok(())
}
