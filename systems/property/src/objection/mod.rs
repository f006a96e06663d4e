//! 对名册有话说: between the posting and the opening an owner says what is wrong with a row, on the phone or at the counter;
//! the convener answers with what was corrected in the register, or why it stays. Everybody sees counts only.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{Outcome, What};

use crate::assembly::{Vote, ours, store as votes};
use crate::notices::ANSWERED;
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::words::Author;
use lianxin_base::{ActId, Moment, PersonId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{Owner, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Objecting, may_answer, may_object};

/// 对名册有话说.
struct RollObjection {
    vote: ActId,
    what: What,
    /// Who makes it themselves.
    person: Option<PersonId>,
    place: String,
    words: String,
}

impl Act for RollObjection {
    const KIND: &'static str = "property.roll_objection";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("what", self.what);
        leaf.opt_seal("objector", self.person, self.person.map(|p| p.to_string()).as_deref());
        leaf.seal("place", self.person, &self.place);
        leaf.seal("words", self.person, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::add(tx, rec, vote)?;
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 答复.
struct RollAnswer {
    vote: ActId,
    objection: ActId,
    outcome: Outcome,
    /// Whom it is told.
    person: Option<PersonId>,
    words: String,
}

impl Act for RollAnswer {
    const KIND: &'static str = "property.roll_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("objection", self.objection);
        leaf.text("outcome", self.outcome);
        leaf.seal("words", self.person, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (vote, objection): (ActId, ActId) = (rec.id_of("vote")?, rec.id_of("objection")?);
        store::answer(tx, rec, objection)?;
        if let Some(person) = store::one(tx, objection)?.and_then(|o| o.person) {
            lianxin_outbox::to_person(tx, rec, 1, person, ANSWERED, objection)?;
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<RollObjection>(), lianxin_journal::Kind::of::<RollAnswer>()]
}

/// What somebody says of a row.
#[derive(Clone, Debug)]
pub struct NewObjection {
    /// What is wrong.
    pub what: What,
    /// Which door, as they write it.
    pub place: String,
    /// What is right.
    pub words: String,
}

/// Whether somebody lives in a compound or owns something there: who is missing on the roll must be heard, too.
pub(crate) fn belongs(r: &mut Read<'_>, v: &Vote, person: PersonId) -> Result<bool, Fault> {
    if find::person_area(r, person)? == Some(v.area) {
        return Ok(true);
    }
    Ok(find::owner_sets_of(r, Owner::Person(person))?.iter().any(|set| set.area == v.area))
}

/// When the roll of a vote was frozen, if it was.
pub(crate) fn frozen(r: &mut Read<'_>, vote: ActId) -> Result<Option<Moment>, Fault> {
    Ok(rolls::roll(r, vote)?.map(|roll| roll.frozen))
}

/// Objects to the posted roll: by themselves, or a worker of the compound writes it down at the counter.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn object(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewObjection) -> Result<Receipt, Stop> {
    let v = votes::one(tx, id)?.ok_or(Refusal::NoVote)?;
    let (person, belongs) = match author.by {
        By::Person(person) => (Some(person), belongs(tx, &v, person)?),
        By::Seat { .. } => (None, author.scope.covers(v.area)),
        _ => (None, false),
    };
    let waiting = match person {
        Some(person) => store::of_person(tx, id, person)?.iter().filter(|o| o.answered.is_none()).count(),
        None => 0,
    };
    may_object(Objecting { state: v.state, belongs, waiting, place: &new.place, words: &new.words })?;
    let act = RollObjection { vote: id, what: new.what, person, place: new.place.clone(), words: new.words.clone() };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Answers an objection, also after the opening: whoever objected is owed a sentence.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (objection, outcome, words): (ActId, Outcome, &str),
) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let o = store::one(tx, objection)?.filter(|o| o.vote == v.id).ok_or(Refusal::NoObjection)?;
    may_answer(o.answered.is_some(), words)?;
    let act = RollAnswer { vote: id, objection, outcome, person: o.person, words: words.to_owned() };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// From an erasure's apply: it stays in the count, and nobody knows any more whose it was.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    if let Some(person) = store::one(tx, act)?.and_then(|o| o.person) {
        lianxin_outbox::forget_about(tx, person, act)?;
    }
    store::forget(tx, act)
}
