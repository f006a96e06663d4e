//! 主管部门的电子投票系统: where the region wants what is cast on the web cast there, two people take in its tally after the close: its
//! list, an owner a row, joined with the papers so that everybody counts once; or, where it gives totals only, those, which are shown
//! beside and not counted.

pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod sheet;
pub mod store;

pub use rules::What;

use crate::assembly::{Vote, ours, store as votes};
use crate::ballot::Mark;
use crate::ballot::rules::open_for_papers;
use crate::ballot::turnout_element;
use crate::conflict;
use crate::refusal::Refusal as Basic;
use crate::refusal_votes::Refusal;
use crate::roll::{hex, store as rolls};
use crate::words::Author;
use lianxin_base::{ActId, Day, SeatId};
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, FileHash, Read, Stop, Tx};
use lianxin_web::photos::Photo;
use rules::{Bringing, Taken, Total, may_bring, may_take, may_void, open_for_tallies};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A tally as somebody takes it in.
#[derive(Clone, Debug)]
pub struct NewTally {
    /// What the system gave.
    pub what: What,
    /// Which system.
    pub source: String,
    /// Its reference number.
    pub reference: String,
    /// The day it bears.
    pub day: Day,
    /// By number on the roll.
    pub lines: BTreeMap<i64, Vec<Mark>>,
    /// Matter by matter, where totals are all there is.
    pub totals: Vec<Total>,
    /// Rows of who is not on the roll, which were left out.
    pub outside: Vec<String>,
    /// The sheet as it came.
    pub file: Option<FileHash>,
    /// Of what the authority signed.
    pub photo: Option<Photo>,
}

impl NewTally {
    /// Tells whether two people took in the same: what was read, its number and day. How they write the system's name does not.
    fn digest(&self) -> String {
        let plain: String = lianxin_paper::half(&self.reference).to_lowercase().split_whitespace().collect();
        let text = format!("{}|{plain}|{}|{}|{:?}", self.what, self.day, sheet::written(&self.lines), self.totals);
        hex(&Sha256::digest(text.as_bytes()))
    }
}

/// 录入主管部门系统的计票.
struct Tally {
    vote: ActId,
    new: NewTally,
    digest: String,
    seat: SeatId,
    counts: bool,
}

impl Act for Tally {
    const KIND: &'static str = "property.official";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        let new = &self.new;
        leaf.text("vote", self.vote);
        leaf.text("what", new.what);
        leaf.text("day", new.day);
        leaf.text("seat", self.seat);
        leaf.text("digest", &self.digest);
        leaf.int("counts", self.counts);
        leaf.int("owners", i64::try_from(new.lines.len()).unwrap_or(i64::MAX));
        leaf.int("outside_rows", i64::try_from(new.outside.len()).unwrap_or(i64::MAX));
        leaf.opt_text("file", new.file);
        if new.what == What::Totals {
            leaf.list("totals", new.totals.iter().flatten().flat_map(|(p, s)| [json!(p), json!(s)]).collect());
        }
        leaf.seal("source", None, &new.source);
        leaf.seal("reference", None, &new.reference);
        if new.what == What::Lines {
            leaf.seal("lines", None, &sheet::written(&new.lines));
        }
        leaf.opt_seal("outside", None, (!new.outside.is_empty()).then(|| new.outside.join("\n")).as_deref());
        leaf.int("photos", new.photo.is_some());
        leaf.opt_seal("photo_files", None, new.photo.map(|p| p.to_string()).as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::take(tx, rec)?;
        moved(rec, tx)
    }
}

/// 录的计票作废: by one of the two who took it in first asked for.
struct TallyVoid {
    vote: ActId,
    seat: SeatId,
    now: bool,
}

impl Act for TallyVoid {
    const KIND: &'static str = "property.official_void";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("seat", self.seat);
        leaf.int("asks", !self.now);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        match rec.int("asks")? {
            0 => store::void(tx, vote)?,
            _ => store::ask(tx, rec, vote)?,
        }
        moved(rec, tx)
    }
}

fn moved(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
    let vote: ActId = rec.id_of("vote")?;
    tx.moved(turnout_element(vote));
    tx.moved(format!("v-{vote}"));
    Ok(())
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Tally>(), Kind::of::<TallyVoid>()]
}

/// A vote whose tally the author may work on, and the seat they do it in.
fn worked(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<(Vote, SeatId), Stop> {
    let v = ours(tx, author, id)?;
    let now = tx.now();
    conflict::author_clear(tx, &v, author, now.day())?;
    open_for_papers(v.state)?;
    open_for_tallies(v.online, now, v.closes)?;
    let By::Seat { seat, .. } = author.by else { return Err(Basic::NotHere.into()) };
    Ok((v, seat))
}

/// Takes in a tally, for the first or the second time.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn take(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewTally) -> Result<Receipt, Stop> {
    let (v, seat) = worked(tx, author, id)?;
    let person = match author.by {
        By::Seat { person, .. } => person,
        _ => None,
    };
    let own = person.map(|p| conflict::own_numbers(tx, id, p)).transpose()?.unwrap_or_default();
    may_bring(&Bringing {
        online: v.online,
        opens: v.opens,
        closes: v.closes,
        now: tx.now(),
        day: new.day,
        what: new.what,
        source: &new.source,
        reference: &new.reference,
        photo: new.photo.is_some(),
        own: own.iter().any(|no| new.lines.contains_key(no)),
    })?;
    content(tx, &v, new)?;
    let taken = Taken { what: new.what, seat, person, digest: new.digest(), asked: false };
    let before: Vec<Taken> = store::live(tx, id)?.into_iter().map(|t| t.taken).collect();
    let counts = may_take(&before, &taken)?;
    let act = Tally { vote: id, new: new.clone(), digest: taken.digest, seat, counts };
    Ok(record(tx, author.head(v.area), &act)?)
}

/// Whatever came was read against this vote's roll and matters; whoever calls it otherwise is held to the same.
fn content(tx: &mut Tx<'_>, v: &Vote, new: &NewTally) -> Result<(), Stop> {
    let matters = votes::matters(tx, v.id)?.len();
    let on_roll: std::collections::BTreeSet<i64> = rolls::lines(tx, v.id)?.into_iter().map(|l| l.no).collect();
    let fits = |(no, marks): (&i64, &Vec<Mark>)| on_roll.contains(no) && marks.len() == matters;
    match new.what {
        What::Lines if new.lines.is_empty() => Err(Refusal::OfficialEmpty.into()),
        What::Lines if !new.lines.iter().all(fits) => Err(Refusal::OfficialRows.into()),
        What::Totals if new.totals.len() != matters => Err(Refusal::OfficialTotals.into()),
        _ => Ok(()),
    }
}

/// Sets aside what was taken in; one of the two who did asks the other.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn void(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Receipt, Stop> {
    let (v, seat) = worked(tx, author, id)?;
    let person = match author.by {
        By::Seat { person, .. } => person,
        _ => None,
    };
    let before: Vec<Taken> = store::live(tx, id)?.into_iter().map(|t| t.taken).collect();
    let now = may_void(&before, (seat, person))?;
    Ok(record(tx, author.head(v.area), &TallyVoid { vote: id, seat, now })?)
}

/// Why the count waits as far as an official system is concerned.
pub(crate) fn waits(r: &mut Read<'_>, v: &Vote) -> Result<Option<Refusal>, Fault> {
    let taken: Vec<Taken> = store::live(r, v.id)?.into_iter().map(|t| t.taken).collect();
    Ok(rules::may_count(v.online, &taken).err())
}

/// Whether the count may go on as far as an official system is concerned.
pub(crate) fn may_count(r: &mut Read<'_>, v: &Vote) -> Result<(), Stop> {
    waits(r, v)?.map_or(Ok(()), |why| Err(why.into()))
}
