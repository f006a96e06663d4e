//! 委托: a worker sees the written authority of an owner and enters what it says on each matter, and a second one sees it, too.
//! From then on it counts until the owner
//! votes themselves, on the phone or on paper, or takes it back.

pub(crate) mod pages;
mod rules;
pub mod store;

use crate::assembly::{Vote, ours, store as votes};
use crate::ballot::rules::open_for_papers;
use crate::ballot::{Channel, Mark, chosen_within, store as ballots};
use crate::conflict;
use crate::delivery::rules::goes_out;
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::words::Author;
use lianxin_base::{ActId, Day, PersonId, SeatId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Giving, may_give, may_take_back, most, number_of, replaced, same, second};
use serde_json::{Value, json};

/// 委托.
struct Proxy {
    vote: ActId,
    no: i64,
    holder: i64,
    person: Option<PersonId>,
    name: String,
    marks: Vec<Mark>,
    /// Who saw it first.
    seat: SeatId,
}

impl Act for Proxy {
    const KIND: &'static str = "property.proxy";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.int("holder", self.holder);
        leaf.list("marks", self.marks.iter().map(|mark| json!(mark.name())).collect());
        leaf.text("seat", self.seat);
        leaf.seal("proxy", self.person, &self.name);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let marks = rec.list("marks")?.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",");
        store::add(tx, rec, &marks)?;
        // Those of before two workers were wanted counted at once.
        if !rec.has("seat") {
            ballots::cast(tx, rec, Channel::Proxy, &marks)?;
        }
        tx.moved(crate::ballot::turnout_element(rec.id_of("vote")?));
        Ok(())
    }
}

/// 另一个人也看过委托书.
struct ProxyConfirmed {
    vote: ActId,
    no: i64,
    proxy: ActId,
}

impl Act for ProxyConfirmed {
    const KIND: &'static str = "property.proxy_confirmed";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.text("proxy", self.proxy);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let proxy: ActId = rec.id_of("proxy")?;
        let lost = || Fault::Damaged(format!("{} confirms nothing", rec.id()));
        let marks = store::one(tx, proxy)?.ok_or_else(lost)?.marks;
        store::confirm(tx, proxy, rec.at())?;
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
    use lianxin_journal::Kind;
    vec![Kind::of::<Proxy>(), Kind::of::<ProxyConfirmed>(), Kind::of::<ProxyEnd>()]
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
    let all: Vec<_> = store::of_vote(tx, id)?;
    let again = replaced(&all, new.no, v.closes);
    if !again {
        goes_out(v.state, now, v.closes)?;
    }
    if rolls::of_no(tx, id, new.no)?.is_empty() {
        return Err(Refusal::NoNumber.into());
    }
    let name = lianxin_register::person_name(&new.name);
    not_holder(tx, author, &name)?;
    let person = match find::people_named(tx, v.area, &name, 2)?[..] {
        [one] => Some(one),
        _ => None,
    };
    let holders: Vec<_> = all.iter().map(|g| g.holder.clone()).collect();
    let holder = number_of(&holders, person, &name);
    let live = || all.iter().filter(|g| g.ended.is_none());
    let giving = Giving {
        state: v.state,
        now,
        closes: v.closes,
        again,
        name: &name,
        of_company: of_company(tx, &v, (person, &name), today)?,
        given: live().any(|g| g.no == new.no),
        held: live().filter(|g| g.holder.holder == holder).count(),
        marks: &new.marks,
        matters: votes::matters(tx, id)?.len(),
    };
    may_give(giving, most(v.set()?.as_ref()))?;
    chosen_within(tx, id, &new.marks)?;
    let By::Seat { seat, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    let act = Proxy { vote: id, no: new.no, holder, person, name: name.clone(), marks: new.marks.clone(), seat };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Nobody sees to the authority they hold themselves.
fn not_holder(r: &mut Read<'_>, author: &Author, name: &str) -> Result<(), Stop> {
    let By::Seat { person: Some(me), .. } = author.by else { return Ok(()) };
    match find::person_name(r, me)?.as_deref() == Some(name) {
        true => Err(Refusal::ProxyIsYou.into()),
        false => Ok(()),
    }
}

/// A second worker has seen the paper, too: another seat and another person, who reads its marks without seeing the first
/// reading. If both read the same it counts from now on. What came before the close may be seen until the count.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn confirm(tx: &mut Tx<'_>, author: &Author, (id, proxy): (ActId, ActId), marks: &[Mark]) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    open_for_papers(v.state)?;
    let given = store::one(tx, proxy)?.filter(|g| g.vote == id).ok_or(Refusal::NoProxy)?;
    conflict::not_own(tx, (id, given.no), author)?;
    not_holder(tx, author, &given.holder.name)?;
    let By::Seat { seat, person, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    let first = first_of(tx, &given)?;
    second(&given, seat, person.is_some() && person == first)?;
    same(&given, marks)?;
    Ok(record(tx, author.head(v.area), &ProxyConfirmed { vote: id, no: given.no, proxy })?)
}

/// Who saw it first.
fn first_of(r: &mut Read<'_>, given: &store::Given) -> Result<Option<PersonId>, Fault> {
    Ok(given.seat.map(|first| find::seat(r, first)).transpose()?.flatten().and_then(|s| s.person))
}

/// Whether any authority of a vote was seen by one worker only.
pub(crate) fn waiting(r: &mut Read<'_>, vote: ActId) -> Result<bool, Fault> {
    Ok(store::of_vote(r, vote)?.iter().any(store::Given::waits))
}

/// Takes it back, as the owner wishes; after the close only what a second worker does not find to be so, or it would keep the
/// count waiting for good.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn take_back(tx: &mut Tx<'_>, author: &Author, id: ActId, proxy: ActId) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    let given = store::one(tx, proxy)?.filter(|g| g.vote == id).ok_or(Refusal::NoProxy)?;
    let By::Seat { seat, person, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    let first = first_of(tx, &given)?;
    may_take_back((v.state, now, v.closes), &given, (seat, person.is_some() && person == first))?;
    Ok(record(tx, author.head(v.area), &ProxyEnd { vote: id, no: given.no, proxy })?)
}
