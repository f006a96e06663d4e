//! 正在发生: the water is off, the lift stands still. Whoever looks after the place says so once, with when it is
//! expected to be over; neighbours tap 我家也停了 instead of reporting it, and are told when there is news and when it
//! is over. No matter is begun and no clock runs.

pub mod notices;
pub(crate) mod overdue;
pub mod pages;
pub(crate) mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal, What};

use crate::course::Author;
use crate::join::{household, lives_there};
use lianxin_base::{ActId, AreaId, BuildingId, EntranceId, HouseholdId, Moment, PersonId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::find::entrance;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{said, until};
use store::{Banner, NewRow};

/// 开一条: something happens at a place.
pub(crate) struct Opening {
    what: What,
    building: Option<BuildingId>,
    entrance: Option<EntranceId>,
    until: Option<Moment>,
    words: String,
}

impl Act for Opening {
    const KIND: &'static str = "council.banner";
    /// Of version 1 nobody was reminded when its hour was over.
    const V: u32 = 2;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("what", self.what);
        leaf.opt_text("building", self.building);
        leaf.opt_text("entrance", self.entrance);
        leaf.opt_int("until", self.until.map(|at| at.micros()));
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was opened by no organisation", rec.id())))?;
        let what = rec.text("what")?.parse();
        let row = NewRow {
            id: rec.id(),
            area: rec.area(),
            building: rec.opt_id_of("building")?,
            entrance: rec.opt_id_of("entrance")?,
            org,
            what: what.map_err(|()| Fault::Damaged(format!("{} tells of an unknown thing", rec.id())))?,
            until: rec.opt_moment("until")?,
            at: rec.at(),
        };
        store::add(tx, &row)?;
        if let Some(until) = row.until.filter(|_| rec.v() > 1) {
            lianxin_work::set(tx, overdue::DUE, row.id, until, rec)?;
        }
        tx.moved("happening");
        Ok(())
    }
}

/// 有消息了: another time is expected, or it is over.
pub(crate) struct News {
    banner: ActId,
    until: Option<Moment>,
    over: bool,
    words: String,
}

impl Act for News {
    const KIND: &'static str = "council.banner_news";
    /// Version 1 set no reminder.
    const V: u32 = 2;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("banner", self.banner);
        leaf.opt_int("until", self.until.map(|at| at.micros()));
        leaf.int("over", self.over);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (banner, over): (ActId, bool) = (rec.id_of("banner")?, rec.int("over")? != 0);
        store::news(tx, banner, rec.opt_moment("until")?, rec.id(), over.then_some(rec.at()))?;
        match rec.opt_moment("until")? {
            Some(until) if !over && rec.v() > 1 => lianxin_work::set(tx, overdue::DUE, banner, until, rec)?,
            _ => lianxin_work::clear(tx, overdue::DUE, banner, rec)?,
        }
        let kind = if over { notices::OVER } else { notices::NEWS };
        for (n, (person, _)) in (1..).zip(store::taps(tx, banner)?) {
            if let Some(person) = person {
                lianxin_outbox::to_person(tx, rec, n, person, kind, banner)?;
            }
        }
        tx.moved("happening");
        Ok(())
    }
}

/// 我家也停了: a household more.
pub(crate) struct Tapping {
    banner: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
    counts: bool,
}

impl Act for Tapping {
    const KIND: &'static str = "council.banner_tap";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("banner", self.banner);
        leaf.int("counts", self.counts);
        leaf.seal("tapper", Some(self.person), &self.person.to_string());
        leaf.opt_seal("tapper_home", Some(self.person), self.household.map(|h| h.to_string()).as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let home = rec.sealed("tapper_home").and_then(|h| h.parse().ok());
        let key = (rec.id(), rec.id_of("banner")?, rec.area());
        store::tap(tx, key, rec.subject("tapper"), home, (rec.int("counts")? != 0, rec.at()))?;
        tx.moved("happening");
        Ok(())
    }
}

/// What somebody says of a place.
#[derive(Clone, Debug)]
pub struct NewBanner {
    /// Where.
    pub area: AreaId,
    /// One building only.
    pub building: Option<BuildingId>,
    /// One entrance of it only.
    pub entrance: Option<EntranceId>,
    /// What happens.
    pub what: What,
    /// In how many hours it is expected to be over.
    pub hours: Option<i64>,
    /// More about it.
    pub words: String,
}

/// Opens a banner. The place must lie within what the author sees.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn open(tx: &mut Tx<'_>, author: &Author, new: &NewBanner) -> Result<Receipt, Stop> {
    if !matches!(author.by, By::Seat { .. }) || !author.scope.covers(new.area) {
        return Err(Refusal::NoPlace.into());
    }
    said(&new.words, new.what == What::Other)?;
    let entrance = new.entrance.map(|id| entrance(tx, id)).transpose()?.flatten();
    if new.entrance.is_some()
        && entrance.as_ref().is_none_or(|e| Some(e.building) != new.building || e.area != new.area)
    {
        return Err(Refusal::NoPlace.into());
    }
    let until = until(tx.now(), new.hours);
    let (what, building, entrance, words) = (new.what, new.building, new.entrance, new.words.clone());
    let act = Opening { what, building, entrance, until, words };
    Ok(record(tx, author.head(new.area), &act)?)
}

/// A banner that is on, if the author looks after its place.
fn ours(r: &mut Read<'_>, author: &Author, id: ActId) -> Result<Banner, Stop> {
    let b = store::one(r, id)?.filter(|b| author.scope.covers(b.area)).ok_or(Refusal::None)?;
    if b.ended_at.is_some() { Err(Refusal::Over.into()) } else { Ok(b) }
}

/// Tells another time, or that it is over and what was done.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn news(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (over, hours, words): (bool, Option<i64>, &str),
) -> Result<Receipt, Stop> {
    let b = ours(tx, author, id)?;
    said(words, over || b.what == What::Other)?;
    let until = if over { None } else { until(tx.now(), hours) };
    let act = News { banner: id, until, over, words: words.to_owned() };
    Ok(record(tx, author.head(b.area), &act)?)
}

/// Counts a household in. The tapper lives in the compound.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn tap(tx: &mut Tx<'_>, author: &Author, id: ActId, person: PersonId) -> Result<Receipt, Stop> {
    let b = store::one(tx, id)?.ok_or(Refusal::None)?;
    if b.ended_at.is_some() {
        return Err(Refusal::Over.into());
    }
    if !lives_there(tx, person, b.area)? {
        return Err(Refusal::NotHere.into());
    }
    let all = store::taps(tx, id)?;
    if all.iter().any(|(who, _)| *who == Some(person)) {
        return Err(Refusal::Already.into());
    }
    let on = tx.now().day();
    let own = household(tx, person, b.area, on)?;
    let counts = own.is_none() || all.iter().all(|(_, home)| *home != own);
    Ok(record(tx, author.head(b.area), &Tapping { banner: id, person, household: own, counts })?)
}

/// From an erasure's apply: the tap stays in the count, and nobody knows any more whose it was.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match field {
        "tapper" => {
            for (person, banner) in store::persons(tx, act)? {
                lianxin_outbox::forget_about(tx, person, banner)?;
            }
            store::forget_person(tx, act)
        }
        "tapper_home" => store::forget_household(tx, act),
        _ => Ok(()),
    }
}
