//! 通报 A bulletin before everybody: the community lays the figures of a week or a month before the organisations named in
//! them; each has three working days to answer in words; after that it may hang in public, the answers beside the lines.

pub mod notices;
pub(crate) mod overdue;
pub(crate) mod pages;
pub mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{Author, terms};
use crate::path::rules::{jobs, week};
use crate::path::store::walked;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Told, last_day, lines, read, said, written};
use serde_json::Value;
use store::{Bulletin, NewRow};

/// 先请各单位看. Until it hangs nobody else learns the figures, so they are sealed.
pub(crate) struct Laying {
    from: Day,
    to: Day,
    until: Moment,
    lines: Vec<Told>,
}

impl Act for Laying {
    const KIND: &'static str = "council.bulletin";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("from", self.from);
        leaf.text("to", self.to);
        leaf.int("until", self.until.micros());
        leaf.list("orgs", self.lines.iter().map(|line| Value::String(line.org.to_string())).collect());
        leaf.seal("lines", None, &written(&self.lines));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let wrong = |what: &str| Fault::Damaged(format!("{} has no proper {what}", rec.id()));
        let org = rec.org().ok_or_else(|| wrong("organisation"))?;
        let day = |key: &'static str| rec.text(key)?.parse::<Day>().map_err(|_| wrong(key));
        let until = rec.moment("until")?;
        let row =
            NewRow { id: rec.id(), area: rec.area(), org, from: day("from")?, to: day("to")?, until, at: rec.at() };
        // Erased, there are no lines.
        let lines = rec.sealed("lines").map_or(Some(Vec::new()), read).ok_or_else(|| wrong("lines"))?;
        store::add(tx, &row, &lines)?;
        lianxin_work::set(tx, overdue::DUE, rec.id(), overdue::morning(until), rec)?;
        tell(rec, tx, (org, notices::LAID, rec.id()))
    }
}

/// Tells everybody a bulletin names but whoever laid it.
fn tell(rec: &Recorded, tx: &mut Tx<'_>, (own, kind, id): (OrgId, &'static str, ActId)) -> Result<(), Fault> {
    let orgs = rec.list("orgs")?.iter().filter_map(|v| v.as_str()?.parse::<OrgId>().ok());
    for (n, org) in (1..).zip(orgs.filter(|org| *org != own)) {
        lianxin_outbox::to_org(tx, rec, n, org, kind, id)?;
    }
    Ok(())
}

/// 回一句: what an organisation says to its line.
pub(crate) struct Answering {
    bulletin: ActId,
    words: String,
}

impl Act for Answering {
    const KIND: &'static str = "council.bulletin_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("bulletin", self.bulletin);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} is of no organisation", rec.id())))?;
        store::say(tx, rec.id_of("bulletin")?, org, rec.id())
    }
}

/// 公布.
pub(crate) struct Hanging {
    bulletin: ActId,
    orgs: Vec<OrgId>,
}

impl Act for Hanging {
    const KIND: &'static str = "council.bulletin_hung";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("bulletin", self.bulletin);
        leaf.list("orgs", self.orgs.iter().map(|org| Value::String(org.to_string())).collect());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("bulletin")?;
        let own = rec.org().ok_or_else(|| Fault::Damaged(format!("{} is of no organisation", rec.id())))?;
        store::hang(tx, id, rec.at())?;
        lianxin_work::clear(tx, overdue::DUE, id, rec)?;
        tell(rec, tx, (own, notices::HUNG, id))
    }
}

/// Whose seat somebody acts in.
const fn of_seat(author: &Author) -> Option<OrgId> {
    match author.by {
        By::Seat { org, .. } => Some(org),
        _ => None,
    }
}

/// What an area and all below it did in some days, counted up to now where the last is today.
fn counted(r: &mut Read<'_>, area: AreaId, (from, to): (Moment, Moment)) -> Result<Vec<Told>, Fault> {
    let (mut all, mut answers) = (Vec::new(), Vec::new());
    for area in find::subtree(r, area)? {
        for (no, hops) in walked(r, area, from, to)? {
            let (some, said) = jobs(&no, &hops);
            all.extend(some);
            answers.extend(said);
        }
    }
    Ok(lines(&week(&all, &answers, from, to)))
}

/// Lays a bulletin before those it names.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn lay(tx: &mut Tx<'_>, author: &Author, area: AreaId, (from, to): (Day, Day)) -> Result<Receipt, Stop> {
    if of_seat(author).is_none() || !author.scope.covers(area) {
        return Err(Refusal::None.into());
    }
    if store::of(tx, area, (from, to))?.is_some() {
        return Err(Refusal::Already.into());
    }
    let now = tx.now();
    let lines = counted(tx, area, (from.start(), to.plus(1).start().min(now.plus(1))))?;
    if lines.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let until = last_day(&terms(tx, area)?.calendar, now.day()).plus(1).start();
    Ok(record(tx, author.head(area), &Laying { from, to, until, lines })?)
}

/// Answers to one's own line, again as often as one likes until the days are over.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(tx: &mut Tx<'_>, author: &Author, id: ActId, words: &str) -> Result<Receipt, Stop> {
    let b = store::one(tx, id)?.ok_or(Refusal::None)?;
    let named = store::lines(tx, id)?.iter().any(|line| Some(line.told.org) == of_seat(author));
    if !named {
        // Who is not named learns of a bulletin when it hangs.
        let seen = b.hung_at.is_some() || author.scope.covers(b.area) && Some(b.org) == of_seat(author);
        return Err(if seen { Refusal::NotNamed } else { Refusal::None }.into());
    }
    if b.hung_at.is_some() {
        return Err(Refusal::Hung.into());
    }
    if tx.now() >= b.until {
        return Err(Refusal::Late.into());
    }
    said(words)?;
    Ok(record(tx, author.head(b.area), &Answering { bulletin: id, words: words.trim().to_owned() })?)
}

/// Hangs it in public.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn hang(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Receipt, Stop> {
    let b: Bulletin = store::one(tx, id)?.filter(|b| author.scope.covers(b.area)).ok_or(Refusal::None)?;
    if of_seat(author) != Some(b.org) {
        return Err(Refusal::NotOurs.into());
    }
    if b.hung_at.is_some() {
        return Err(Refusal::Hung.into());
    }
    if tx.now() < b.until {
        return Err(Refusal::Early(b.until.day()).into());
    }
    let orgs = store::lines(tx, id)?.into_iter().map(|line| line.told.org).collect();
    Ok(record(tx, author.head(b.area), &Hanging { bulletin: id, orgs })?)
}

/// From an erasure's apply.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "lines" { store::forget(tx, act) } else { Ok(()) }
}
