//! `lianxin path …`: the way of a matter, the map of many, and what would be.

use super::{Sentence, import, say};
use crate::config::Config;
use lianxin_base::Lang;
use lianxin_council::path::explain;
use lianxin_council::rules::Refusal;
use lianxin_council::store::public_by_no;
use lianxin_council::view::{Eye, see};

/// The way of one matter.
pub(super) fn explain(config: &Config, no: &str, json: bool) -> Result<(), Sentence> {
    let db = import::open(config)?;
    let (now, no) = (db.clock().now(), no.trim().to_owned());
    let lines = db.read_wait(move |r| {
        let m = public_by_no(r, &no)?.ok_or(Refusal::NoMatter)?;
        let seen = see(r, m, Eye::Public, Lang::Zh, now)?;
        Ok(if json { vec![explain::json(&seen).to_string()] } else { explain::lines(Lang::Zh, &seen) })
    })?;
    lines.iter().for_each(|line| say(line));
    Ok(())
}
