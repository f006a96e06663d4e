//! What the board takes from acts of other systems, so that nothing is typed twice.

use crate::words::Section;
use lianxin_base::{AreaId, Day, Lang, Moment};
use lianxin_store::{Fault, Read};

/// Something that hangs out by an act of another system.
#[derive(Clone, Debug)]
pub struct Hung {
    /// Its page.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// Who, until when.
    pub line: Vec<String>,
    /// Where on the board.
    pub section: Section,
    /// Since when.
    pub from: Day,
}

/// A matter in one line of the week.
#[derive(Clone, Debug)]
pub struct Matter {
    /// Its number and what everybody may read of it.
    pub line: String,
}

/// What a week had of matters.
#[derive(Clone, Debug, Default)]
pub struct Week {
    /// So many came in.
    pub came: usize,
    /// So many ended.
    pub done: usize,
    /// So many are in hand.
    pub in_hand: usize,
    /// So many of those are late.
    pub late: usize,
    /// Those that ended, the newest first.
    pub ended: Vec<Matter>,
}

/// What the board needs of the systems whose acts hang out. `app/src/wiring.rs` ties it.
pub trait Needs: Send + Sync {
    /// What hangs out in an area now by acts of its own: minutes one may object to, votes, their results.
    ///
    /// # Errors
    /// The database's trouble.
    fn hung(&self, r: &mut Read<'_>, area: AreaId, lang: Lang, now: Moment) -> Result<Vec<Hung>, Fault>;

    /// The matters of a week in an area, both days included, as they stand now.
    ///
    /// # Errors
    /// The database's trouble.
    fn week(&self, r: &mut Read<'_>, area: AreaId, days: (Day, Day), lang: Lang, now: Moment) -> Result<Week, Fault>;
}
