//! 弃管小区接管: a compound nobody manages is taken over in steps, each with its day, who saw to it and what shows it, where
//! everybody can read them. The step of the vote stands on a vote that was counted here.

mod mend;
pub(crate) mod pages;
mod rules;
pub mod store;

pub use mend::{give_up, undo};
pub use rules::{Party, Step};

use crate::filing::day_of;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, OrgKind, find};
use lianxin_store::{Fault, Stop, Tx};
use rules::{Doing, may_do};

/// 开始接管.
struct Begin {
    since: Day,
    words: String,
}

impl Act for Begin {
    const KIND: &'static str = "property.takeover";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("since", self.since);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was begun by no organisation", rec.id())))?;
        store::add(tx, rec, org, day_of(rec, "since")?)
    }
}

/// 办完一步.
struct StepAct {
    takeover: ActId,
    step: Step,
    day: Day,
    vote: Option<ActId>,
    who: String,
    words: String,
}

impl Act for StepAct {
    const KIND: &'static str = "property.takeover_step";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("takeover", self.takeover);
        leaf.text("step", self.step);
        leaf.text("day", self.day);
        leaf.opt_text("vote", self.vote);
        leaf.int("last", Step::ALL.last() == Some(&self.step));
        leaf.seal("who", None, &self.who);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("takeover")?;
        let bad = || Fault::Damaged(format!("{} is an unknown step", rec.id()));
        let step: Step = rec.text("step")?.parse().map_err(|()| bad())?;
        store::add_step(tx, rec, id, (step, day_of(rec, "day")?))?;
        if rec.int("last")? != 0 {
            store::end(tx, id, rec.at())?;
        }
        tx.moved(format!("k-{id}"));
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    let mut all = vec![lianxin_journal::Kind::of::<Begin>(), lianxin_journal::Kind::of::<StepAct>()];
    all.extend(mend::kinds());
    all
}

/// Begins the take-over of a compound that has no company.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn begin(tx: &mut Tx<'_>, author: &Author, area: AreaId, (since, words): (Day, &str)) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    let compound = find::area(tx, area)?.is_some_and(|a| a.kind == AreaKind::Compound && a.holds(today));
    if !compound || !author.scope.covers(area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    if find::party(tx, area, OrgKind::Company, today)?.is_some() {
        return Err(Refusal::HasCompany.into());
    }
    if store::open_in(tx, area)? {
        return Err(Refusal::TakeoverOn.into());
    }
    if since > today {
        return Err(Refusal::SinceDay.into());
    }
    if words.is_empty() {
        return Err(Refusal::NoEvidence.into());
    }
    Ok(record(tx, author.head(area), &Begin { since, words: words.to_owned() })?)
}

/// A step that was done.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// Which.
    pub step: Step,
    /// When.
    pub day: Day,
    /// Who saw to it, by the name of an organisation or group.
    pub who: String,
    /// What shows it.
    pub words: String,
}

/// Notes the next step.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn step(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewStep) -> Result<Receipt, Stop> {
    let k = store::one(tx, id)?.filter(|k| author.scope.covers(k.area)).ok_or(Refusal::NoTakeover)?;
    let done: rules::Done = store::steps(tx, id)?.into_iter().map(|s| (s.step, s.day)).collect();
    if k.off {
        return Err(Refusal::TakeoverOff.into());
    }
    let vote = match rules::earliest(new.step, &done) {
        Some(first) if new.step == Step::Vote => store::passed(tx, k.area, first.at(0, 0))?,
        _ => None,
    };
    let today = tx.now().day();
    may_do(&done, Doing { step: new.step, day: new.day, today, words: &new.words, passed: vote.is_some() })?;
    if new.who.is_empty() {
        return Err(Refusal::NoParty.into());
    }
    let act =
        StepAct { takeover: id, step: new.step, day: new.day, vote, who: new.who.clone(), words: new.words.clone() };
    Ok(record(tx, author.head(k.area), &act)?)
}
