//! 分头办 Parts: one matter, several who do it. Whoever has it in hand, or the community, gives a part of the work to another
//! organisation, with a day and in words of its own; the matter is not said done while a part is open.
//!
//! Public is who has a part, by when and how it stands. The words of a part stay with those who have to do with it.

pub(crate) mod notices;
pub(crate) mod overdue;
pub(crate) mod pages;
mod rules;
pub mod store;

pub(crate) use rules::may_finish;
pub use rules::{REFUSALS, Refusal, State};

use crate::collect::executor_here;
use crate::course::{self, Author, Terms, actor, keeper, said};
use crate::rules::{Actor, Refusal as Course, WORDS_MAX, deadline_in_reach};
use crate::store::{Matter, NewEntry, by_id, entry};
use lianxin_base::{ActId, Day, MatterId, Moment, OrgId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use rules::{Giving, Side, may_give, may_step};

/// The first number of the messages to those whose parts end with the matter: beyond those to everybody who joined it.
const FIRST: u32 = 1_000_000;

/// 分一份: who does which part, by when.
pub(crate) struct Part {
    matter: MatterId,
    org: OrgId,
    by: OrgId,
    due: Moment,
    words: String,
}

impl Act for Part {
    const KIND: &'static str = "council.part";
    /// Of version 1 nobody was reminded when its day came.
    const V: u32 = 2;

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("org", self.org);
        leaf.text("by", self.by);
        leaf.int("due", self.due.micros());
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let (org, by) = (rec.id_of("org")?, rec.id_of("by")?);
        store::add(tx, rec.id(), &m, (org, by), rec.moment("due")?, rec.at())?;
        if let Some(morning) = overdue::morning(rec.moment("due")?, rec.at()).filter(|_| rec.v() > 1) {
            lianxin_work::set(tx, overdue::DUE, rec.id(), morning, rec)?;
        }
        lianxin_outbox::to_org(tx, rec, 1, org, notices::GIVEN, rec.id())?;
        line(rec, tx, &m, "part", org)
    }
}

/// A part that is given.
#[derive(Clone, Debug)]
pub struct NewPart {
    /// The matter's number.
    pub no: String,
    /// Who is to do it.
    pub org: OrgId,
    /// By the end of which day.
    pub by_day: Day,
    /// What it is.
    pub words: String,
}

/// Gives a part of the work to another organisation.
pub fn give(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewPart) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let Actor::Org(by) = actor(author) else { return Err(Course::NotHolder.into()) };
    let desk = keeper(tx, &m, now)?;
    let open = store::open_of(tx, m.id)?;
    let works = m.ended_at.is_none() && m.stage == "solve";
    may_give(&Giving { by, holder: m.holder, desk, org: new.org, open, works })?;
    said(&new.words, "note", WORDS_MAX, Course::NoReason)?;
    let due = terms.close_of(new.by_day);
    deadline_in_reach(now, due)?;
    let org = executor_here(tx, &m, new.org, now)?;
    let act = Part { matter: m.id, org, by, due, words: new.words.clone() };
    Ok(record(tx, m.head(author), &act)?)
}

/// 接了, 退回, 干完了, 撤了: what becomes of a part.
pub(crate) struct PartStep {
    matter: MatterId,
    part: ActId,
    state: State,
    words: String,
}

impl Act for PartStep {
    const KIND: &'static str = "council.part_step";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("part", self.part);
        leaf.text("state", self.state);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (m, id) = (course::of(rec, tx)?, rec.id_of("part")?);
        let state = rec.text("state")?.parse().map_err(|()| Fault::Damaged("no state of a part".into()))?;
        let part = store::one(tx, id)?.ok_or_else(|| Fault::Damaged("a step of a part that is not there".into()))?;
        store::step(tx, id, state, rec.at())?;
        if !state.is_open() {
            lianxin_work::clear(tx, overdue::DUE, id, rec)?;
        }
        match state {
            State::Off => lianxin_outbox::to_org(tx, rec, 1, part.org, notices::OFF, id)?,
            State::Returned => tell_givers(rec, tx, &m, &part, notices::RETURNED)?,
            State::Done => tell_givers(rec, tx, &m, &part, notices::DONE)?,
            State::Given | State::Accepted => {}
        }
        line(rec, tx, &m, state.entry(), part.org)
    }
}

/// Whoever has a part takes it, sends it back or is done; whoever has the matter calls it off.
pub fn step(tx: &mut Tx<'_>, author: &Author, part: ActId, to: State, words: &str) -> Result<Receipt, Stop> {
    let found = store::one(tx, part)?.ok_or(Refusal::NoPart)?;
    let m = by_id(tx, found.matter)?.ok_or(Refusal::NoPart)?;
    let Actor::Org(org) = actor(author) else { return Err(Refusal::NoPart.into()) };
    let now = tx.now();
    let desk = keeper(tx, &m, now)?;
    may_step(&side(&found, &m, org, desk), found.state, to)?;
    if to != State::Accepted {
        said(words, "note", WORDS_MAX, Course::NoReason)?;
    }
    let act = PartStep { matter: m.id, part, state: to, words: words.to_owned() };
    let head = m.head(author);
    Ok(record(tx, head, &act)?)
}

/// How an organisation stands to a part.
pub(crate) fn side(part: &store::Row, m: &Matter, org: OrgId, desk: OrgId) -> Side {
    Side { does: org == part.org, gave: org == m.holder || org == desk || org == part.by_org }
}

/// A matter came to an end another way than by being done: nobody goes on with a part of it.
pub(crate) fn end(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    let open = store::all(tx, m.id)?.into_iter().filter(|part| part.state.is_open());
    for (n, part) in (FIRST..).zip(open) {
        store::step(tx, part.act, State::Off, rec.at())?;
        lianxin_work::clear(tx, overdue::DUE, part.act, rec)?;
        lianxin_outbox::to_org(tx, rec, n, part.org, notices::OFF, part.act)?;
    }
    Ok(())
}

/// Whoever has the whole hears of a part, and whoever gave it, if that was another.
fn tell_givers(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    m: &Matter,
    part: &store::Row,
    kind: &'static str,
) -> Result<(), Fault> {
    lianxin_outbox::to_org(tx, rec, 1, m.holder, kind, part.act)?;
    let giver = Some(part.by_org).filter(|org| *org != m.holder && *org != part.org);
    giver.map_or(Ok(()), |org| lianxin_outbox::to_org(tx, rec, 2, org, kind, part.act))
}

/// A line of the matter's course, with the organisation whose part it is.
fn line(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter, kind: &str, org: OrgId) -> Result<(), Fault> {
    let detail = org.to_string();
    let new = NewEntry {
        act: rec.id(),
        matter: m.id,
        area: m.area,
        kind,
        org: rec.org(),
        person: None,
        detail: Some(&detail),
        at: rec.at(),
    };
    entry(tx, &new)?;
    tx.moved(m.element());
    tx.moved("desk");
    Ok(())
}
