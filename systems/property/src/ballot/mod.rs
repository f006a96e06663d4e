//! 投票: on the phone by a verified owner, on paper entered by two people. Sealed until the count: that somebody voted is
//! nobody's business, so these acts are hidden, and no page shows a choice.

pub(crate) mod blank;
pub(crate) mod pages;
pub(crate) mod papers;
pub(crate) mod rules;
pub mod store;

pub use rules::{Channel, Mark};

use crate::assembly::{Vote, ours, store as votes};
use crate::away::store as away;
use crate::conflict;
use crate::delivery::rules::right_copy;
use crate::delivery::store as deliveries;
use crate::election::{self as elections, rules::not_too_many};
use crate::refusal::Refusal;
use crate::roll;
use crate::words::Author;
use lianxin_base::{ActId, PersonId, SeatId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Entered, Lands, Urn, Voids, may_cast, may_enter, may_void, open_for_papers};
use serde_json::{Value, json};

/// 投票, on the phone.
struct Ballot {
    vote: ActId,
    no: i64,
    marks: Vec<Mark>,
}

fn leaf_of(leaf: &mut Leaf, vote: ActId, no: i64, marks: &[Mark]) {
    leaf.text("vote", vote);
    leaf.int("no", no);
    leaf.list("marks", marks.iter().map(|mark| json!(mark.name())).collect());
}

/// The marks of a leaf, as a column holds them.
fn marks_of(rec: &Recorded) -> Result<String, Fault> {
    Ok(rec.list("marks")?.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","))
}

/// Whether the paper itself was read, or a photo of it.
fn channel_of(rec: &Recorded) -> Channel {
    if rec.has("photo") { Channel::Photo } else { Channel::Paper }
}

/// The element of the desk that changes with every vote; the public page stands still meanwhile.
pub(crate) fn turnout_element(id: ActId) -> String {
    format!("t-{id}")
}

/// Who runs a vote sees how many there are.
fn came(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.moved(turnout_element(rec.id_of("vote")?));
    Ok(())
}

impl Act for Ballot {
    const KIND: &'static str = "property.ballot";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf_of(leaf, self.vote, self.no, &self.marks);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::cast(tx, rec, Channel::Phone, &marks_of(rec)?)?;
        came(rec, tx)
    }
}

/// 录一张纸票: once by each of two workers.
struct Paper {
    vote: ActId,
    no: i64,
    marks: Vec<Mark>,
    seat: SeatId,
    lands: Lands,
    /// Which copy of the paper, if it was issued again.
    copy: i64,
    /// The photo it was read from, where a photo came in place of the paper.
    photo: Option<ActId>,
}

impl Act for Paper {
    const KIND: &'static str = "property.paper";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf_of(leaf, self.vote, self.no, &self.marks);
        leaf.text("seat", self.seat);
        leaf.int("counts", self.lands == Lands::Same);
        leaf.opt_int("copy", (self.copy > 1).then_some(self.copy));
        leaf.opt_text("photo", self.photo);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let marks = marks_of(rec)?;
        store::enter(tx, rec, &marks)?;
        if rec.int("counts")? != 0 {
            store::cast(tx, rec, channel_of(rec), &marks)?;
        }
        came(rec, tx)
    }
}

/// 两遍不一样，对着纸票定下来.
struct PaperSettled {
    vote: ActId,
    no: i64,
    marks: Vec<Mark>,
    photo: Option<ActId>,
}

impl Act for PaperSettled {
    const KIND: &'static str = "property.paper_settled";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf_of(leaf, self.vote, self.no, &self.marks);
        leaf.opt_text("photo", self.photo);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::cast(tx, rec, channel_of(rec), &marks_of(rec)?)?;
        came(rec, tx)
    }
}

/// 录错号，作废: what was entered of a number whose paper nobody finds; by one of the two who entered it first asked for.
struct PaperVoid {
    vote: ActId,
    no: i64,
    seat: SeatId,
    voids: Voids,
}

impl Act for PaperVoid {
    const KIND: &'static str = "property.paper_void";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.text("seat", self.seat);
        leaf.int("asks", self.voids == Voids::Asked);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (vote, no): (ActId, i64) = (rec.id_of("vote")?, rec.int("no")?);
        if rec.opt_int("asks")? == Some(1) {
            store::ask(tx, rec, vote, no)?;
        } else {
            store::void(tx, rec, vote, no)?;
        }
        came(rec, tx)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    vec![Kind::of::<Ballot>(), Kind::of::<Paper>(), Kind::of::<PaperSettled>(), Kind::of::<PaperVoid>()]
}

pub(crate) fn urn_of(v: &Vote) -> Urn {
    Urn { state: v.state, closes: v.closes, online: v.online }
}

/// Casts the vote of a number on the phone; again until the close, and the last one counts.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn cast(
    tx: &mut Tx<'_>,
    author: &Author,
    (id, no): (ActId, i64),
    person: PersonId,
    marks: &[Mark],
) -> Result<Receipt, Stop> {
    let v = votes::one(tx, id)?.ok_or(Refusal::NoVote)?;
    let on_roll = roll::store::mine(tx, id, person)?.contains(&no);
    let there = store::of_no(tx, id, no)?.map(|b| b.channel);
    let matters = votes::matters(tx, id)?.len();
    may_cast(urn_of(&v), tx.now(), on_roll, there, marks, matters)?;
    if !on_roll {
        return Err(Refusal::NotVoter.into());
    }
    chosen_within(tx, id, marks)?;
    Ok(record(tx, author.head(v.area), &Ballot { vote: id, no, marks: marks.to_vec() })?)
}

/// No more names than there are seats: a paper with more would choose nobody.
pub(crate) fn chosen_within(r: &mut Read<'_>, vote: ActId, marks: &[Mark]) -> Result<(), Stop> {
    let Some((places, seats)) = elections::places(r, vote)? else { return Ok(()) };
    let chosen = |n: &&i64| {
        let mark = usize::try_from(**n - 1).ok().and_then(|i| marks.get(i));
        mark == Some(&Mark::Yes)
    };
    Ok(not_too_many(places.iter().filter(chosen).count(), seats)?)
}

/// A paper, as its number stands on it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The vote.
    pub vote: ActId,
    /// The number on the roll.
    pub no: i64,
    /// The copy, if one stands on the paper.
    pub copy: Option<i64>,
}

/// What is known of a paper that is being entered.
struct Known {
    v: Vote,
    copy: i64,
    before: Vec<Entered>,
    there: Option<Channel>,
    photo: Option<ActId>,
}

/// A vote whose papers the author may work on, and a number of it that is not their own.
pub(crate) fn number_of(tx: &mut Tx<'_>, author: &Author, (id, no): (ActId, i64)) -> Result<Vote, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    open_for_papers(v.state)?;
    if roll::store::of_no(tx, id, no)?.is_empty() {
        return Err(Refusal::NoNumber.into());
    }
    conflict::not_own(tx, (id, no), author)?;
    Ok(v)
}

/// A paper of a vote that the author looks after and is no party to.
fn paper_of(tx: &mut Tx<'_>, author: &Author, sheet: Sheet, marks: &[Mark]) -> Result<Known, Stop> {
    let (id, no) = (sheet.vote, sheet.no);
    let v = number_of(tx, author, (id, no))?;
    if marks.len() != votes::matters(tx, id)?.len() {
        return Err(Refusal::NoMark.into());
    }
    let copy = right_copy(deliveries::copy(tx, id, no)?, sheet.copy)?;
    let there = store::of_no(tx, id, no)?.map(|b| b.channel);
    let photo = away::live(tx, id, no)?.map(|p| p.act);
    Ok(Known { v, copy, before: store::entered(tx, id, no)?, there, photo })
}

/// Enters a paper, for the first or the second time.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn enter(tx: &mut Tx<'_>, author: &Author, sheet: Sheet, marks: &[Mark]) -> Result<Receipt, Stop> {
    let Known { v, copy, before, there, photo } = paper_of(tx, author, sheet, marks)?;
    let By::Seat { seat, person, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    let lands = may_enter(&before, &Entered { seat, person, marks: marks.to_vec(), asked: false }, there)?;
    let act = Paper { vote: v.id, no: sheet.no, marks: marks.to_vec(), seat, lands, copy, photo };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Says what stands on a paper that was entered in two ways; neither of those two does.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn settle(tx: &mut Tx<'_>, author: &Author, sheet: Sheet, marks: &[Mark]) -> Result<Receipt, Stop> {
    let Known { v, before, there, photo, .. } = paper_of(tx, author, sheet, marks)?;
    let By::Seat { seat, person, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    rules::may_settle(&before, (seat, person), there)?;
    let act = PaperSettled { vote: v.id, no: sheet.no, marks: marks.to_vec(), photo };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Sets aside what was entered of a number whose paper is not there, also where it counts already.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn void(tx: &mut Tx<'_>, author: &Author, (id, no): (ActId, i64)) -> Result<Receipt, Stop> {
    let v = number_of(tx, author, (id, no))?;
    let By::Seat { seat, person, .. } = author.by else { return Err(Refusal::NotHere.into()) };
    let voids = may_void(&store::entered(tx, id, no)?, (seat, person))?;
    Ok(record(tx, author.head(v.area), &PaperVoid { vote: id, no, seat, voids })?)
}
