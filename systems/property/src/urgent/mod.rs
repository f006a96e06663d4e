//! 应急维修: where the rules of the region say so, the maintenance fund is used in an emergency without a vote. What is in danger,
//! who found it, by which article and how much at most is noted by an act before everybody; owners, street and authority are told;
//! once it is repaired the account hangs out for the days the region asks for.

pub mod mend;
mod mend_pages;
pub(crate) mod pages;
pub(crate) mod print;
mod rules;
pub mod store;

pub use pages::hung;
pub use rules::{Danger, Part};

use crate::clock::{URGENT_LATE, urgent_late};
use crate::notices::{self, URGENT, URGENT_DONE};
use crate::refusal::Refusal;
use crate::ruleset::in_force;
use crate::told;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day, Fen, OrgId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, OrgKind, find};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;
use rules::{Noting, Settling, may_note, may_settle};

/// 应急维修，动用维修资金.
struct Noted {
    new: NewUrgent,
    /// The act by which the region's rules were adopted; what they say of it.
    rules: ActId,
    article: String,
    posted: u32,
    street: Option<OrgId>,
    authority: Option<OrgId>,
}

impl Act for Noted {
    const KIND: &'static str = "property.urgent";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("danger", self.new.danger);
        leaf.text("day", self.new.day);
        leaf.int("most", self.new.most.0);
        leaf.int("posted", self.posted);
        leaf.text("rules", self.rules);
        leaf.opt_text("street", self.street);
        leaf.opt_text("authority", self.authority);
        leaf.int("reminds", true);
        leaf.seal("place", None, &self.new.place);
        leaf.seal("found", None, &self.new.found);
        leaf.seal("words", None, &self.new.words);
        leaf.seal("article", None, &self.article);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was noted by no organisation", rec.id())))?;
        store::add(tx, rec, org)?;
        // Those noted before there was a reminder have none, and a replay keeps to that.
        if rec.has("reminds") {
            lianxin_work::set(tx, URGENT_LATE, rec.id(), urgent_late(rec.at()), rec)?;
        }
        tell(tx, rec, rec.id(), URGENT)
    }
}

/// 修完了，账贴出来.
struct Settled {
    urgent: ActId,
    day: Day,
    cost: Fen,
    until: Day,
    words: String,
}

impl Act for Settled {
    const KIND: &'static str = "property.urgent_done";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("urgent", self.urgent);
        leaf.text("day", self.day);
        leaf.int("cost", self.cost.0);
        leaf.text("until", self.until);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("urgent")?;
        store::done(tx, rec, id)?;
        lianxin_work::clear(tx, URGENT_LATE, id, rec)?;
        tell(tx, rec, id, URGENT_DONE)
    }
}

/// 账还没贴.
struct Late {
    urgent: ActId,
    timer: String,
}

impl Act for Late {
    const KIND: &'static str = "property.urgent_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("urgent", self.urgent);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("urgent")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match store::one(tx, id)?.filter(|u| u.settled.is_none() && u.off.is_none()) {
            Some(u) => {
                lianxin_work::set(tx, URGENT_LATE, id, urgent_late(rec.at()), rec)?;
                lianxin_outbox::to_org(tx, rec, 1, u.org, notices::URGENT_LATE, id)
            }
            None => Ok(()),
        }
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    let own = [Kind::of::<Noted>(), Kind::of::<Settled>(), Kind::of::<Late>()];
    own.into_iter().chain(mend::kinds()).collect()
}

/// A month has passed, and its account does not hang out.
pub(crate) fn late(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no emergency: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &Late { urgent: id, timer: due.id.clone() }).map(|_| ())?)
}

/// From an apply: the compound's owners hear of it, and street and authority as the act names them.
fn tell(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, kind: &'static str) -> Result<(), Fault> {
    let told = store::one(tx, id)?.map(|u| u.told).unwrap_or_default();
    for (n, (org, _)) in (1..).zip(told.into_iter().flatten()) {
        lianxin_outbox::to_org(tx, rec, n, org, kind, id)?;
    }
    told::compound(tx, rec, id, kind)
}

/// An emergency.
#[derive(Clone, Debug)]
pub struct NewUrgent {
    /// The compound.
    pub area: AreaId,
    /// What is in danger.
    pub danger: Danger,
    /// Where.
    pub place: String,
    /// When it was found.
    pub day: Day,
    /// Who found it: an organisation, or from where somebody rang.
    pub found: String,
    /// At most so much is used.
    pub most: Fen,
    /// What happened, and what shows it.
    pub words: String,
}

/// Notes an emergency for which the fund is used.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn note(tx: &mut Tx<'_>, author: &Author, new: &NewUrgent) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    let compound = find::area(tx, new.area)?.is_some_and(|a| a.kind == AreaKind::Compound && a.holds(today));
    if !compound || !author.scope.covers(new.area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    let chosen = in_force(tx, new.area, today)?;
    let rule = chosen.act.zip(chosen.set.urgent.clone());
    may_note(&Noting { today, day: new.day, most: new.most, words: &new.words, allowed: rule.is_some() })?;
    let (rules, rule) = rule.ok_or(Refusal::NoUrgentRule)?;
    let act = Noted {
        new: new.clone(),
        rules,
        article: rule.article,
        posted: rule.posted_days,
        street: find::party(tx, new.area, OrgKind::Street, today)?,
        authority: find::party(tx, new.area, OrgKind::PmOffice, today)?,
    };
    Ok(record(tx, author.head(new.area), &act)?)
}

/// Settles its account, which then hangs out.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn settle(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (day, cost, words): (Day, Fen, &str),
) -> Result<Receipt, Stop> {
    let u = store::one(tx, id)?.filter(|u| author.scope.covers(u.area)).ok_or(Refusal::NoUrgent)?;
    if u.off.is_some() {
        return Err(crate::refusal_votes::Refusal::UrgentIsOff.into());
    }
    let today = tx.now().day();
    let settling = Settling { done: u.settled.is_some(), found: u.day, day, today, most: u.most, cost, words };
    may_settle(&settling)?;
    let until = today.plus(i32::try_from(u.posted).unwrap_or(0));
    Ok(record(tx, author.head(u.area), &Settled { urgent: id, day, cost, until, words: words.to_owned() })?)
}
