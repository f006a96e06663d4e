//! 改时间、地点、议题: what was called may be changed until it begins; whoever was asked to come is told what changed.

use super::call::{ids, on_agenda};
use super::overdue::{WRITE, write_by};
use super::rules::{Calling, may_call, may_change};
use super::{Refusal, notices, ours, store};
use crate::course::{Author, terms};
use crate::rules::{Refusal as Rules, WORDS_MAX};
use lianxin_base::vocabulary;
use lianxin_base::{ActId, HOUR, MatterId, Moment};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};

vocabulary! {
    /// What of a council was changed.
    Changed {
        /// 时间
        Time = "time",
        /// 地点
        Place = "place",
        /// 商量什么
        Agenda = "agenda",
    }
}

/// What changed, as it is written down: `time place`.
pub(crate) fn read_changed(text: &str) -> Vec<Changed> {
    text.split(' ').filter_map(|word| word.parse().ok()).collect()
}

/// 改了.
pub struct MeetingChanged {
    meeting: ActId,
    starts: Moment,
    ends: Moment,
    write_by: Moment,
    matters: Vec<MatterId>,
    what: Vec<Changed>,
    place: String,
    words: String,
}

impl Act for MeetingChanged {
    const KIND: &'static str = "council.meeting_changed";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.int("starts", self.starts.micros());
        leaf.int("ends", self.ends.micros());
        leaf.int("write_by", self.write_by.micros());
        leaf.list("matters", self.matters.iter().map(|id| id.to_string().into()).collect());
        leaf.text("what", self.what.iter().map(|x| x.name()).collect::<Vec<_>>().join(" "));
        leaf.seal("place", None, &self.place);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        let old = store::one(tx, id)?.ok_or_else(|| Fault::Damaged(format!("{} changes no council", rec.id())))?;
        let before: Vec<MatterId> = store::items(tx, id)?.into_iter().map(|x| x.matter).collect();
        let after: Vec<MatterId> = ids(rec, "matters")?;
        let (what, write_by) = (rec.text("what")?.to_owned(), rec.moment("write_by")?);
        store::changed(tx, (id, rec.id()), (rec.moment("starts")?, rec.moment("ends")?), write_by)?;
        store::agenda(tx, id, rec.area(), &after)?;
        store::add_change(tx, (rec.id(), id, rec.area()), &what, (old.starts, rec.at()))?;
        lianxin_work::set(tx, WRITE, id, write_by, rec)?;
        notices::tell_change(rec, tx, id, (&before, &after), &read_changed(&what))?;
        tx.moved(format!("g-{id}"));
        tx.moved("meetings");
        Ok(())
    }
}

/// A council as it is to be from now on.
#[derive(Clone, Debug)]
pub struct NewChange {
    /// Where it is held.
    pub place: String,
    /// When it begins.
    pub starts: Moment,
    /// For how many hours it is planned.
    pub hours: i64,
    /// The matters.
    pub matters: Vec<MatterId>,
    /// What else is talked over.
    pub words: String,
}

/// Changes a council before it begins.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn change(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewChange) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    let now = tx.now();
    may_change(m.state, now, m.starts)?;
    if new.place.is_empty() {
        return Err(Refusal::NoPlace.into());
    }
    if new.words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "words", max: WORDS_MAX }.into());
    }
    let (matters, words) = (new.matters.len(), !new.words.is_empty());
    may_call(&Calling { now, starts: new.starts, hours: new.hours, days: m.days, matters, words })?;
    let before: Vec<MatterId> = store::items(tx, id)?.into_iter().map(|x| x.matter).collect();
    let mut seen = std::collections::BTreeSet::new();
    if !new.matters.iter().all(|id| seen.insert(*id)) {
        return Err(Refusal::NotTalked.into());
    }
    // What is on the agenda may have moved on meanwhile; it stays there until somebody takes it out.
    let added: Vec<MatterId> = new.matters.iter().copied().filter(|id| !before.contains(id)).collect();
    on_agenda(tx, m.area, &added)?;
    let ends = new.starts.plus(new.hours * HOUR);
    let mut what = Vec::new();
    what.extend(((m.starts, m.ends) != (new.starts, ends)).then_some(Changed::Time));
    what.extend((m.place.as_deref() != Some(new.place.as_str())).then_some(Changed::Place));
    let other = before != new.matters || m.words.clone().unwrap_or_default() != new.words;
    what.extend(other.then_some(Changed::Agenda));
    if what.is_empty() {
        return Err(Refusal::NothingChanged.into());
    }
    let moved = what.iter().any(|what| matches!(what, Changed::Time | Changed::Place));
    if moved && store::present(tx, id)?.iter().any(|line| line.struck.is_none()) {
        return Err(Refusal::SomebodyCame.into());
    }
    let terms = terms(tx, m.area)?;
    let act = MeetingChanged {
        meeting: id,
        starts: new.starts,
        ends,
        write_by: write_by(&terms, ends),
        matters: new.matters.clone(),
        what,
        place: new.place.clone(),
        words: new.words.clone(),
    };
    Ok(record(tx, author.head(m.area), &act)?)
}
