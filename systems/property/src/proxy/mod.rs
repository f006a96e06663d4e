//! 委托: a worker sees the written authority of an owner and enters what it says on each matter. It counts until the owner
//! votes themselves, on the phone or on paper, or takes it back.

pub(crate) mod pages;
mod rules;
pub mod store;

use crate::assembly::rules::rules_on;
use crate::assembly::{Vote, ours, store as votes};
use crate::ballot::{Channel, Mark, store as ballots};
use crate::conflict;
use crate::delivery::rules::goes_out;
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::words::Author;
use lianxin_base::{ActId, Day, PersonId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Giving, may_give, most, number_of};
use serde_json::{Value, json};

/// 委托.
struct Proxy {
    vote: ActId,
    no: i64,
    holder: i64,
    person: Option<PersonId>,
    name: String,
    marks: Vec<Mark>,
}

impl Act for Proxy {
    const KIND: &'static str = "property.proxy";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.int("holder", self.holder);
        leaf.list("marks", self.marks.iter().map(|mark| json!(mark.name())).collect());
        leaf.seal("proxy", self.person, &self.name);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let marks = rec.list("marks")?.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",");
        store::add(tx, rec, &marks)?;
        ballots::cast(tx, rec, Channel::Proxy, &marks)?;
        tx.moved(crate::ballot::turnout_element(rec.id_of("vote")?));
        Ok(())
    }
}

/// 不委托了.
struct ProxyEnd {
    vote: ActId,
    no: i64,
    proxy: ActId,
}

impl Act for ProxyEnd {
    const KIND: &'static str = "property.proxy_end";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.text("proxy", self.proxy);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::end(tx, rec.id_of("proxy")?, rec.at())?;
        ballots::without_proxy(tx, vote, rec.int("no")?)?;
        tx.moved(crate::ballot::turnout_element(vote));
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Proxy>(), lianxin_journal::Kind::of::<ProxyEnd>()]
}

/// A written authority.
#[derive(Clone, Debug)]
pub struct NewProxy {
    /// The owner's number on the roll.
    pub no: i64,
    /// Who holds it.
    pub name: String,
    /// What it says on each matter.
    pub marks: Vec<Mark>,
}

/// Whether somebody works for a company that has the compound under contract. Whom the compound does not know is known by the
/// name their seat is held under: staff mostly live elsewhere.
fn of_company(r: &mut Read<'_>, v: &Vote, (person, name): (Option<PersonId>, &str), on: Day) -> Result<bool, Fault> {
    for org in conflict::under_contract(r, v, on)? {
        for staff in find::seats_of_org(r, org, on)?.into_iter().filter_map(|seat| seat.person) {
            let same = match person {
                Some(person) => person == staff,
                None => find::person_name(r, staff)?.as_deref() == Some(name),
            };
            if same {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Enters a written authority.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn give(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewProxy) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let (now, today) = (tx.now(), tx.now().day());
    conflict::author_clear(tx, &v, author, today)?;
    conflict::not_own(tx, (id, new.no), author)?;
    goes_out(v.state, now, v.closes)?;
    if rolls::of_no(tx, id, new.no)?.is_empty() {
        return Err(Refusal::NoNumber.into());
    }
    let name = lianxin_register::person_name(&new.name);
    if let By::Seat { person: Some(me), .. } = author.by
        && find::person_name(tx, me)?.as_deref() == Some(name.as_str())
    {
        return Err(Refusal::ProxyIsYou.into());
    }
    let person = match find::people_named(tx, v.area, &name, 2)?[..] {
        [one] => Some(one),
        _ => None,
    };
    let all: Vec<_> = store::of_vote(tx, id)?;
    let holders: Vec<_> = all.iter().map(|g| g.holder.clone()).collect();
    let holder = number_of(&holders, person, &name);
    let live = || all.iter().filter(|g| g.ended.is_none());
    let giving = Giving {
        state: v.state,
        now,
        closes: v.closes,
        name: &name,
        of_company: of_company(tx, &v, (person, &name), today)?,
        given: live().any(|g| g.no == new.no),
        held: live().filter(|g| g.holder.holder == holder).count(),
        marks: &new.marks,
        matters: votes::matters(tx, id)?.len(),
    };
    may_give(giving, most(rules_on(v.opens.day())?))?;
    let act = Proxy { vote: id, no: new.no, holder, person, name: name.clone(), marks: new.marks.clone() };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Takes it back, as the owner wishes.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn take_back(tx: &mut Tx<'_>, author: &Author, id: ActId, proxy: ActId) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    let given = store::one(tx, proxy)?.filter(|g| g.vote == id).ok_or(Refusal::NoProxy)?;
    goes_out(v.state, now, v.closes)?;
    if given.ended.is_some() {
        return Err(Refusal::ProxyEnded.into());
    }
    Ok(record(tx, author.head(v.area), &ProxyEnd { vote: id, no: given.no, proxy })?)
}
