//! 认业主: an account becomes the voter of an owner-set, because a worker saw the papers and the person. Nothing is copied:
//! what is kept is what was shown, by whom, when. An entry slip never gives a vote.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{EndWhy, Shown};

use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, OwnerSetId, PersonId, UnitId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{Owner, find};
use lianxin_store::{Fault, Stop, Tx};
use rules::{Showing, may_vote_for};

/// 认了业主: from now on this person casts the vote of an owner-set; whoever did so before does not any more.
struct Voter {
    owner_set: OwnerSetId,
    person: PersonId,
    shown: Shown,
}

impl Act for Voter {
    const KIND: &'static str = "property.voter";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("owner_set", self.owner_set);
        leaf.text("shown", self.shown);
        leaf.seal("voter", Some(self.person), &self.person.to_string());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let set: OwnerSetId = rec.id_of("owner_set")?;
        store::replace(tx, set, rec.at())?;
        store::add(tx, rec, set, rec.subject("voter"), rec.text("shown")?)
    }
}

/// 不再是: a voter ends.
struct VoterEnd {
    voter: ActId,
    why: EndWhy,
}

impl Act for VoterEnd {
    const KIND: &'static str = "property.voter_end";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("voter", self.voter);
        leaf.text("why", self.why);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::end(tx, rec.id_of("voter")?, rec.at(), rec.text("why")?)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Voter>(), lianxin_journal::Kind::of::<VoterEnd>()]
}

/// What a worker saw.
#[derive(Clone, Copy, Debug)]
pub struct NewVoter {
    /// One of the units.
    pub unit: UnitId,
    /// Who was there.
    pub person: PersonId,
    /// What they showed.
    pub shown: Shown,
}

/// Makes somebody the voter of the owner-set that a unit belongs to. Of co-owners the last one named votes.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn verify(tx: &mut Tx<'_>, author: &Author, new: &NewVoter) -> Result<Receipt, Stop> {
    let unit = find::unit(tx, new.unit)?.ok_or(Refusal::NoUnit)?;
    if !author.scope.covers(unit.area) {
        return Err(Refusal::NotHere.into());
    }
    // Nobody is their own witness, in whichever seat.
    if matches!(author.by, By::Seat { person: Some(me), .. } if me == new.person) {
        return Err(Refusal::OwnDeed.into());
    }
    let today = tx.now().day();
    let set = find::owner_set_of(tx, unit.id, today)?.ok_or(Refusal::NoOwners)?;
    let owners = find::owners(tx, set.id)?;
    let showing = Showing {
        owner: owners.contains(&Owner::Person(new.person)),
        of_organisation: owners.iter().all(|o| matches!(o, Owner::Org(_))),
        shown: new.shown,
    };
    may_vote_for(showing)?;
    let act = Voter { owner_set: set.id, person: new.person, shown: new.shown };
    Ok(record(tx, author.head(unit.area), &act)?)
}

/// Ends a voter.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn end(tx: &mut Tx<'_>, author: &Author, voter: ActId, why: EndWhy) -> Result<Receipt, Stop> {
    let row = store::one(tx, voter)?.filter(|row| author.scope.covers(row.area)).ok_or(Refusal::NoVoter)?;
    if row.ended.is_some() {
        return Err(Refusal::VoterEnded.into());
    }
    Ok(record(tx, author.head(row.area), &VoterEnd { voter, why })?)
}
