//! 是同一件事: many reports of one trouble become one matter. One leads and keeps its clock; the others are part of it,
//! their clocks end, and whoever brought them in counts with those who joined, is told so, and told how it ends. A
//! mistake is taken apart again: the matter begins anew with a clock of its own.

pub mod notices;
pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, Terms, Wish, actor, hop, keeper, note, take};
use crate::join::rules::counts;
use crate::join::store as joined;
use crate::rules::Move;
use crate::store as matters;
use crate::store::Matter;
use lianxin_base::{ActId, HouseholdId, MatterId, WayId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::{Begin, Facts, Hop};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{MOST, One, may};

/// The step of what is part of another.
pub(crate) const STEP: &str = "merged";

/// 并到一件: this matter is part of another from here on.
pub(crate) struct Merge {
    matter: MatterId,
    hop: Hop,
    into: MatterId,
    into_no: String,
    joins: bool,
    counts: bool,
    household: Option<HouseholdId>,
    person: Option<lianxin_base::PersonId>,
}

impl Act for Merge {
    const KIND: &'static str = "council.merge";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("into", self.into);
        leaf.text("into_no", &self.into_no);
        leaf.int("joins", self.joins);
        leaf.int("counts", self.counts);
        leaf.opt_seal("household", self.person, self.household.map(|h| h.to_string()).as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let into: MatterId = rec.id_of("into")?;
        let (joins, counts) = (rec.int("joins")? != 0, rec.int("counts")? != 0);
        let m = course::of(rec, tx)?;
        matters::outcome(tx, m.id, STEP)?;
        store::add(tx, (m.id, into), rec.id(), (joins, counts), rec.at())?;
        let m = take(rec, tx)?;
        if joins {
            let row = joined::NewRow {
                act: rec.id(),
                matter: into,
                area: m.area,
                person: m.reporter,
                household: rec.sealed("household").and_then(|h| h.parse().ok()),
                told: m.told,
                counts,
                came: Some(m.act),
                at: rec.at(),
            };
            joined::add(tx, &row)?;
        }
        tx.moved(format!("m-{into}"));
        note(rec, tx, &m, Move::Merge.name(), Some(rec.text("into_no")?))
    }
}

/// 分开办: it was another thing after all, and begins anew.
pub(crate) struct Apart {
    matter: MatterId,
    from: MatterId,
    join: Option<ActId>,
    counts: bool,
    begin: Begin,
}

impl Act for Apart {
    const KIND: &'static str = "council.apart";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        self.begin.leaf(leaf);
        leaf.text("from", self.from);
        leaf.opt_text("join", self.join);
        leaf.int("counts", self.counts);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (begin, from) = (Begin::read(rec)?, rec.id_of::<MatterId>("from")?);
        let before = course::of(rec, tx)?;
        lianxin_path::begin(rec, tx)?;
        matters::tally(tx, before.area, "closed", -1)?;
        matters::tally(tx, before.area, &begin.stage, 1)?;
        store::anew(tx, before.id, begin.way, rec.at())?;
        store::remove(tx, before.id)?;
        if let Some(join) = rec.opt_id_of("join")? {
            joined::leave(tx, join, rec.at())?;
        }
        joined::count(tx, from, -rec.int("counts")?)?;
        let m = course::of(rec, tx)?;
        course::timers(rec, tx, &m)?;
        crate::origin::again(rec, tx, m.id)?;
        course::tell_holder(rec, tx, &m, "council.new")?;
        course::to_reporter(rec, tx, &m, "council.moved")?;
        for element in [m.element(), format!("m-{from}"), "desk".to_owned()] {
            tx.moved(element);
        }
        note(rec, tx, &m, "apart", None)
    }
}

fn one(r: &mut Read<'_>, m: &Matter) -> Result<One, Fault> {
    let parts = store::parts(r, m.id)?.len() as i64;
    let leads = course::flow().find_move(&m.step, Move::Merge.name(), &Facts::new()).is_ok();
    let others = joined::counted(r, m.id)? + parts;
    Ok(One { id: m.id, area: m.area, ended: m.ended_at.is_some(), leads, others })
}

/// Makes matters part of the one that leads: an act each, all or none.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn merge(tx: &mut Tx<'_>, terms: &Terms, author: &Author, lead: &str, parts: &[String]) -> Result<Receipt, Stop> {
    if parts.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    if parts.len() > MOST {
        return Err(Refusal::TooMany.into());
    }
    let lead = course::load(tx, author, lead)?;
    let leading = one(tx, &lead)?;
    let mut first = None;
    for no in parts {
        let m = course::load(tx, author, no)?;
        let part = one(tx, &m)?;
        may(&leading, &part)?;
        let own = match first {
            None => author.clone(),
            Some(_) => Author { act: ActId::new(tx.chance(), tx.now()), token: None, ..author.clone() },
        };
        let receipt = made_part(tx, terms, &own, &lead, &m)?;
        first.get_or_insert(receipt);
    }
    Ok(first.ok_or(Refusal::Nothing)?)
}

fn made_part(tx: &mut Tx<'_>, terms: &Terms, author: &Author, lead: &Matter, m: &Matter) -> Result<Receipt, Stop> {
    use lianxin_register::find::households;
    let now = tx.now();
    crate::about::may_join(lead, m)?;
    let hop = hop(tx, terms, m, author, &Wish::of(Move::Merge, None), now)?;
    let all = joined::all(tx, lead.id)?;
    // Whoever brought in the one that leads, or is in already, is told there anyway.
    let known = |p| lead.reporter == Some(p) || all.iter().any(|x| x.person == Some(p));
    let joins = !m.reporter.is_some_and(known);
    let own = m.reporter.map(|p| households(tx, p, now.day())).transpose()?.unwrap_or_default().first().copied();
    let reporters = lead.reporter.map(|p| households(tx, p, now.day())).transpose()?.unwrap_or_default();
    let counted: Vec<_> = all.iter().map(|x| x.counted).collect();
    let act = Merge {
        matter: m.id,
        hop,
        into: lead.id,
        into_no: lead.no.clone(),
        joins,
        counts: joins && counts(own, &reporters, &counted),
        household: own.filter(|_| joins),
        person: m.reporter,
    };
    Ok(record(tx, m.head(author), &act)?)
}

/// Takes a matter out of the one it was made part of; it begins anew.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn apart(tx: &mut Tx<'_>, terms: &Terms, author: &Author, no: &str, way: WayId) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    crate::about::not_theirs(&m, actor(author))?;
    let merged = store::of(tx, m.id)?.ok_or(Refusal::NotMerged)?;
    let now = tx.now();
    let holder = keeper(tx, &m, now)?;
    let (mut begin, _) = course::flow()
        .begin(way, m.pace.name(), &|_| Some(holder))
        .map_err(|no| Fault::bug(format!("the flow has no beginning: {no:?}")))?;
    begin.due = course::due(terms, &begin.step, m.pace, now);
    // Who has left of their own accord since is not subtracted again.
    let still = joined::all(tx, merged.into)?.into_iter().find(|x| x.counted.act == merged.act);
    let act = Apart {
        matter: m.id,
        from: merged.into,
        join: still.map(|x| x.counted.act).filter(|_| merged.joins),
        counts: still.is_some_and(|x| x.counted.counts) && merged.joins,
        begin,
    };
    Ok(record(tx, m.head(author), &act)?)
}
