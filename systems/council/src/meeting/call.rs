//! 召集: a council is called for an evening, with what is talked over and who is asked to come; it may be called off.

use super::overdue::{WRITE, write_by};
use super::rules::{AGENDA_MAX, Calling, may_call, may_cancel};
use super::{Refusal, notices, ours, parties, speaks, store};
use crate::course::{Author, terms};
use crate::rules::{Publicity, Refusal as Rules, WORDS_MAX};
use crate::store::by_id;
use lianxin_base::{ActId, AreaId, HOUR, MatterId, Moment, OrgId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use std::str::FromStr;

/// 召集.
pub struct Meeting {
    starts: Moment,
    ends: Moment,
    days: i64,
    write_by: Moment,
    matters: Vec<MatterId>,
    invited: Vec<OrgId>,
    place: String,
    words: String,
}

impl Act for Meeting {
    const KIND: &'static str = "council.meeting";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("starts", self.starts.micros());
        leaf.int("ends", self.ends.micros());
        leaf.int("days", self.days);
        leaf.int("write_by", self.write_by.micros());
        leaf.list("matters", self.matters.iter().map(|id| id.to_string().into()).collect());
        leaf.list("invited", self.invited.iter().map(|id| id.to_string().into()).collect());
        leaf.seal("place", None, &self.place);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was called by no organisation", rec.id())))?;
        let row = store::NewRow {
            id: rec.id(),
            area: rec.area(),
            org,
            starts: rec.moment("starts")?,
            ends: rec.moment("ends")?,
            days: rec.int("days")?,
            write_by: rec.opt_moment("write_by")?,
        };
        let (matters, invited): (Vec<MatterId>, Vec<OrgId>) = (ids(rec, "matters")?, ids(rec, "invited")?);
        store::add(tx, &row, &matters, &invited)?;
        if let Some(write_by) = row.write_by {
            lianxin_work::set(tx, WRITE, rec.id(), write_by, rec)?;
        }
        notices::tell(rec, tx, rec.id(), (notices::CALLED, notices::TALK))?;
        tx.moved("meetings");
        Ok(())
    }
}

pub(super) fn ids<T: FromStr>(rec: &Recorded, key: &str) -> Result<Vec<T>, Fault> {
    let bad = || Fault::Damaged(format!("{} has no proper list {key}", rec.id()));
    rec.list(key)?.iter().map(|v| v.as_str().and_then(|text| text.parse().ok()).ok_or_else(bad)).collect()
}

/// What is called.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// The compound.
    pub area: AreaId,
    /// Where it is held.
    pub place: String,
    /// When it begins.
    pub starts: Moment,
    /// For how many hours it is planned.
    pub hours: i64,
    /// For how many working days its minutes will hang out.
    pub days: i64,
    /// The matters.
    pub matters: Vec<MatterId>,
    /// What else is talked over.
    pub words: String,
    /// Who is asked to come, besides whoever lives there.
    pub invited: Vec<OrgId>,
}

/// Calls a council.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn call(tx: &mut Tx<'_>, author: &Author, new: &NewMeeting) -> Result<Receipt, Stop> {
    let (now, today) = (tx.now(), tx.now().day());
    let parties = parties(tx, new.area, today)?;
    let By::Seat { org, .. } = author.by else { return Err(Refusal::NotParty.into()) };
    if !speaks(tx, new.area, org, &author.scope, today)? {
        return Err(Refusal::NotParty.into());
    }
    let here = crate::course::parties(tx, new.area, today)?;
    if !new.invited.iter().all(|org| here.iter().chain(&parties).any(|p| p.id == *org)) {
        return Err(Refusal::NotInvitable.into());
    }
    if new.place.is_empty() {
        return Err(Refusal::NoPlace.into());
    }
    if new.words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "words", max: WORDS_MAX }.into());
    }
    may_call(&Calling {
        now,
        starts: new.starts,
        hours: new.hours,
        days: new.days,
        matters: new.matters.len(),
        words: !new.words.is_empty(),
    })?;
    on_agenda(tx, new.area, &new.matters)?;
    let (ends, terms) = (new.starts.plus(new.hours * HOUR), terms(tx, new.area)?);
    let act = Meeting {
        starts: new.starts,
        ends,
        write_by: write_by(&terms, ends),
        days: new.days,
        matters: new.matters.clone(),
        invited: new.invited.iter().copied().filter(|id| *id != org).collect(),
        place: new.place.clone(),
        words: new.words.clone(),
    };
    Ok(record(tx, author.head(new.area), &act)?)
}

/// Every matter is being talked over there, for everybody to read, once, and no other council has it.
pub(super) fn on_agenda(tx: &mut Tx<'_>, area: AreaId, matters: &[MatterId]) -> Result<(), Stop> {
    let mut seen = std::collections::BTreeSet::new();
    for id in matters.iter().take(AGENDA_MAX) {
        let m = by_id(tx, *id)?.filter(|m| m.area == area && m.stage == "deliberate" && m.ended_at.is_none());
        // A complaint about the community is no matter that the community calls a council for.
        let m = m.filter(|m| seen.insert(*id) && m.kept_by.is_none()).ok_or(Refusal::NotTalked)?;
        // Nobody can object to what they may not read; what stays with the parties is no matter for the whole compound.
        if m.publication != Publicity::Shown {
            return Err(Refusal::NotShown.into());
        }
        let other = store::of_matter(tx, *id)?;
        if other.is_some_and(|other| matches!(other.state, super::State::Called | super::State::Posted)) {
            return Err(Refusal::OnAnother.into());
        }
    }
    Ok(())
}

/// 不开了.
pub struct MeetingCancelled {
    meeting: ActId,
    words: String,
}

impl Act for MeetingCancelled {
    const KIND: &'static str = "council.meeting_cancelled";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id = rec.id_of("meeting")?;
        store::off(tx, id, rec.at(), rec.id())?;
        lianxin_work::clear(tx, WRITE, id, rec)?;
        notices::tell(rec, tx, id, (notices::OFF, notices::TALK_OFF))?;
        tx.moved(format!("g-{id}"));
        tx.moved("meetings");
        Ok(())
    }
}

/// Calls it off, or says that it was not held, with the reason; whoever was asked to come hears of it.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn cancel(tx: &mut Tx<'_>, author: &Author, id: ActId, words: &str) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    may_cancel(m.state)?;
    if words.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "reason", max: WORDS_MAX }.into());
    }
    Ok(record(tx, author.head(m.area), &MeetingCancelled { meeting: id, words: words.to_owned() })?)
}
