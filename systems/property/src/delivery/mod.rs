//! 送达登记: every number's paper reaches its owner by two people, in a way, on a day, signed for or explained. A paper that
//! was lost is issued again under a new number and the old one counts no more. Who signed for their paper in person may
//! vote on the phone from then on.

pub(crate) mod pages;
pub(crate) mod print;
pub(crate) mod rules;
pub mod store;

pub use rules::{Way, Why};

use crate::assembly::{Vote, ours};
use crate::ballot::store as ballots;
use crate::conflict;
use crate::ownership::{NewVoter, Shown, verify};
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::words::Author;
use lianxin_base::{ActId, Day, SeatId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::find::SeatRow;
use lianxin_register::{AreaKind, OrgKind, Owner, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Delivering, goes_out, may_deliver};

/// 送到了.
struct Delivery {
    vote: ActId,
    no: i64,
    copy: i64,
    way: Way,
    day: Day,
    seats: [SeatId; 2],
    signed: bool,
    note: String,
}

impl Act for Delivery {
    const KIND: &'static str = "property.delivery";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.int("copy", self.copy);
        leaf.text("way", self.way);
        leaf.text("day", self.day);
        leaf.text("seat_one", self.seats[0]);
        leaf.text("seat_two", self.seats[1]);
        leaf.int("signed", self.signed);
        if !self.note.is_empty() {
            leaf.seal("note", None, &self.note);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::add(tx, rec)
    }
}

/// 重发一张.
struct Reissue {
    vote: ActId,
    no: i64,
    copy: i64,
    why: Why,
}

impl Act for Reissue {
    const KIND: &'static str = "property.reissue";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.int("copy", self.copy);
        leaf.text("why", self.why);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::add_copy(tx, rec)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Delivery>(), lianxin_journal::Kind::of::<Reissue>()]
}

/// A paper that was delivered.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// The number on the roll.
    pub no: i64,
    /// The copy, if one stands on the paper.
    pub copy: Option<i64>,
    /// How.
    pub way: Way,
    /// When.
    pub day: Day,
    /// By whom.
    pub seats: [SeatId; 2],
    /// A signature is kept.
    pub signed: bool,
    /// What else is to be said.
    pub note: String,
    /// The owner who signed in person and wants to vote on the phone; empty if nobody.
    pub voter: String,
}

/// A seat that may deliver, with its organisation's name.
pub(crate) struct Deliverer {
    pub(crate) seat: SeatRow,
    pub(crate) org_name: String,
    pub(crate) name: Option<String>,
}

/// Who may deliver in a compound: seats of the compound's and its community's organisations, none of a property company's.
pub(crate) fn deliverers(r: &mut Read<'_>, v: &Vote, on: Day) -> Result<Vec<Deliverer>, Stop> {
    let mut areas = vec![v.area];
    areas.extend(find::ancestors(r, v.area)?.into_iter().filter(|a| a.kind == AreaKind::Community).map(|a| a.id));
    let mut all: Vec<Deliverer> = Vec::new();
    for area in areas {
        for org in find::orgs(r, area)?.into_iter().filter(|o| o.kind != OrgKind::Company) {
            for seat in find::seats_of_org(r, org.id, on)? {
                let by = lianxin_journal::By::Seat { seat: seat.id, person: seat.person, org: org.id };
                if all.iter().any(|d| d.seat.id == seat.id) || conflict::clear(r, v, by, on).is_err() {
                    continue;
                }
                let name = seat.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
                let org_name = org.short.clone().unwrap_or_else(|| org.name.clone());
                all.push(Deliverer { seat, org_name, name });
            }
        }
    }
    Ok(all)
}

/// The owner of a number's flats who is meant by a name, with one of the flats.
fn signer(tx: &mut Tx<'_>, id: ActId, no: i64, name: &str) -> Result<NewVoter, Stop> {
    let on = tx.now().day();
    let full = lianxin_register::person_name(name);
    for line in rolls::of_no(tx, id, no)? {
        let Some(set) = find::owner_set_of(tx, line.unit, on)? else { continue };
        for owner in find::owners(tx, set.id)? {
            if let Owner::Person(person) = owner
                && find::person_name(tx, person)?.as_deref() == Some(full.as_str())
            {
                return Ok(NewVoter { unit: line.unit, person, shown: Shown::Slip });
            }
        }
    }
    Err(Refusal::NotOwner.into())
}

/// Writes a delivery down; who signed for it in person becomes the voter of their flat, by the act `more`.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn deliver(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewDelivery, more: ActId) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let (now, today) = (tx.now(), tx.now().day());
    conflict::author_clear(tx, &v, author, today)?;
    if rolls::of_no(tx, id, new.no)?.is_empty() && v.state != crate::assembly::State::Called {
        return Err(Refusal::NoNumber.into());
    }
    may_deliver(Delivering {
        state: v.state,
        now,
        opens: v.opens,
        closes: v.closes,
        way: new.way,
        day: new.day,
        seats: new.seats,
        signed: new.signed,
        note: &new.note,
    })?;
    let known = deliverers(tx, &v, today)?;
    if new.seats.iter().any(|seat| known.iter().all(|d| d.seat.id != *seat)) {
        return Err(Refusal::NoDeliverer.into());
    }
    let copy = rules::right_copy(store::copy(tx, id, new.no)?, new.copy)?;
    // Nobody makes themselves the voter.
    if !new.voter.is_empty() {
        conflict::not_own(tx, (id, new.no), author)?;
    }
    let voter = match new.voter.is_empty() {
        true => None,
        false if new.way == Way::Hand && new.signed => Some(signer(tx, id, new.no, &new.voter)?),
        false => return Err(Refusal::SignsInPerson.into()),
    };
    let act = Delivery {
        vote: id,
        no: new.no,
        copy,
        way: new.way,
        day: new.day,
        seats: new.seats,
        signed: new.signed,
        note: new.note.clone(),
    };
    let receipt = record(tx, author.head(v.area), &act)?;
    if let Some(voter) = voter {
        verify(tx, &Author { act: more, token: None, ..author.clone() }, &voter)?;
    }
    Ok(receipt)
}

/// Issues a number's paper again. One that is entered twice is done and needs no other.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn reissue(tx: &mut Tx<'_>, author: &Author, (id, no): (ActId, i64), why: Why) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    goes_out(v.state, now, v.closes)?;
    if rolls::of_no(tx, id, no)?.is_empty() {
        return Err(Refusal::NoNumber.into());
    }
    if ballots::of_no(tx, id, no)?.is_some_and(|b| b.channel.signed()) {
        return Err(Refusal::PaperDone.into());
    }
    let copy = store::copy(tx, id, no)? + 1;
    Ok(record(tx, author.head(v.area), &Reissue { vote: id, no, copy, why })?)
}
