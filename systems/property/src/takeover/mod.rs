//! 弃管小区接管: a compound nobody manages is taken over in steps, each with its day, who saw to it and what shows it, where
//! everybody can read them. The step of the vote stands on a vote that was counted here.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{Party, Step};

use crate::filing::day_of;
use crate::procedure::store::{OWN, STEP_OWN, Statements};
use crate::procedure::{self, Procedure, Refusals, StepAct, Steps, may_begin};
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::{OrgKind, find};
use lianxin_store::{Fault, Read, Row, Stop, Tx};
use rules::{Doing, may_do};

/// The procedure.
#[derive(Clone, Debug)]
pub(crate) struct Takeover;

impl Steps for Step {
    const ALL: &'static [Self] = Self::ALL;
    fn name(self) -> &'static str {
        self.name()
    }
}

impl Procedure for Takeover {
    type Step = Step;
    /// Since when nobody manages the compound.
    type Begun = Day;
    /// Who saw to it.
    type More = String;
    type Noted = String;

    const SQL: Statements = store::STATEMENTS;
    const ID: &'static str = "takeover";
    const KINDS: [&'static str; 3] = ["property.takeover_step", "property.takeover_undone", "property.takeover_off"];
    const NO: Refusals = Refusals {
        none: Refusal::NoTakeover,
        on: Refusal::TakeoverOn,
        off: Refusal::TakeoverOff,
        over: Refusal::TakenOver,
        order: Refusal::StepOrder,
        day: Refusal::StepDay,
        words: Refusal::NoEvidence,
        why: Refusal::NoEvidence,
    };

    fn hinders(r: &mut Read<'_>, area: AreaId, today: Day) -> Result<Option<Refusal>, Fault> {
        Ok(find::party(r, area, OrgKind::Company, today)?.map(|_| Refusal::HasCompany))
    }
    fn begun(row: &Row<'_>) -> Result<Day, Fault> {
        row.day(OWN)
    }
    fn more(row: &Row<'_>) -> Result<String, Fault> {
        Ok(row.opt_text(STEP_OWN)?.unwrap_or_default())
    }
    fn leaf(who: &String, leaf: &mut Leaf) {
        leaf.seal("who", None, who);
    }
    fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault> {
        store::add_step(tx, rec, id, day)
    }
}

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

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    let mut all = vec![lianxin_journal::Kind::of::<Begin>()];
    all.extend(procedure::kinds::<Takeover>());
    all
}

/// Begins the take-over of a compound that has no company.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn begin(tx: &mut Tx<'_>, author: &Author, area: AreaId, (since, words): (Day, &str)) -> Result<Receipt, Stop> {
    let today = may_begin::<Takeover>(tx, author, area)?;
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
    let (k, steps) = procedure::ours::<Takeover>(tx, author, id)?;
    let done = procedure::store::days(&steps);
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
    let (words, noted) = (new.words.clone(), new.who.clone());
    let act = StepAct::<Takeover> { id, step: new.step, day: new.day, vote, words, reminds: None, noted };
    Ok(record(tx, author.head(k.area), &act)?)
}
