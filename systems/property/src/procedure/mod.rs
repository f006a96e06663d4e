//! What every procedure of owners has alike: it begins in a compound, its steps are done in one order, the last one is taken back
//! where it was noted wrongly, the whole is given up with a reason. Each procedure brings its table of steps and their rules
//! ([`Procedure`]) and how it is said ([`Shown`]); acts, statements and pages are here.

pub(crate) mod mend;
pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod step_pages;
pub(crate) mod store;

pub(crate) use pages::{Asked, Shown, Words};
pub(crate) use store::{Case, StepDone};

use crate::filing::day_of;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day, Moment};
use lianxin_calendar::LastDay;
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, find};
use lianxin_store::{Fault, Read, Row, Stop, Tx};
use std::fmt::Debug;
use std::str::FromStr;

/// The steps of a procedure, in order.
pub(crate) trait Steps: Copy + Ord + Debug + Send + Sync + FromStr<Err = ()> + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// Its name in leaves, tables and forms.
    fn name(self) -> &'static str;
}

/// What a procedure says where it may not go on.
pub(crate) struct Refusals {
    /// There is none.
    pub(crate) none: Refusal,
    /// It goes on in this compound already.
    pub(crate) on: Refusal,
    /// It was given up.
    pub(crate) off: Refusal,
    /// All steps are done.
    pub(crate) over: Refusal,
    /// It is another step's turn.
    pub(crate) order: Refusal,
    /// The day is to come.
    pub(crate) day: Refusal,
    /// Nothing shows it.
    pub(crate) words: Refusal,
    /// Why it is taken back or given up is not said.
    pub(crate) why: Refusal,
}

/// A procedure: what is its own.
pub(crate) trait Procedure: Clone + Debug + Send + Sync + 'static {
    /// Its steps.
    type Step: Steps;
    /// What it began with.
    type Begun: Clone + Debug + Send + Sync;
    /// What a step has besides day, vote and what shows it, as it is read.
    type More: Clone + Debug + Send + Sync;
    /// The same as it is noted.
    type Noted: Send + Sync;

    /// Its statements.
    const SQL: store::Statements;
    /// Its name in leaves.
    const ID: &'static str;
    /// The kinds of its acts: a step, one taken back, given up.
    const KINDS: [&'static str; 3];
    /// What it refuses with.
    const NO: Refusals;

    /// What the place itself has that leaves no room for one.
    fn hinders(r: &mut Read<'_>, area: AreaId, today: Day) -> Result<Option<Refusal>, Fault>;

    /// The columns after the common ones.
    fn begun(row: &Row<'_>) -> Result<Self::Begun, Fault>;
    /// The columns of a step after the common ones.
    fn more(row: &Row<'_>) -> Result<Self::More, Fault>;
    /// What a step has of its own, in the leaf.
    fn leaf(noted: &Self::Noted, leaf: &mut Leaf);
    /// From the apply of a step.
    fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault>;

    /// Until when a step is done, with its article.
    fn limit(_: &mut Read<'_>, _: &Case<Self>, _: &[StepDone<Self>], _: Self::Step) -> Result<Option<Limit>, Fault> {
        Ok(None)
    }
    /// When somebody is reminded of what comes next.
    fn reminds(_: &Case<Self>, _: &[(Self::Step, Day)], _today: Day) -> Option<Moment> {
        None
    }
    /// From an apply: the reminder as the act has it, in place of the one before.
    fn remind(_: &mut Tx<'_>, _: &Recorded, _: ActId) -> Result<(), Fault> {
        Ok(())
    }
}

/// A last day and its article.
pub(crate) type Limit = (LastDay, &'static str);

/// 办完一步.
pub(crate) struct StepAct<P: Procedure> {
    pub(crate) id: ActId,
    pub(crate) step: P::Step,
    pub(crate) day: Day,
    pub(crate) vote: Option<ActId>,
    pub(crate) words: String,
    pub(crate) reminds: Option<Moment>,
    pub(crate) noted: P::Noted,
}

impl<P: Procedure> Act for StepAct<P> {
    const KIND: &'static str = P::KINDS[0];

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text(P::ID, self.id);
        leaf.text("step", self.step.name());
        leaf.text("day", self.day);
        leaf.opt_text("vote", self.vote);
        leaf.int("last", P::Step::ALL.last() == Some(&self.step));
        leaf.opt_int("reminds", self.reminds.map(Moment::micros));
        leaf.seal("words", None, &self.words);
        P::leaf(&self.noted, leaf);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of(P::ID)?;
        if rec.text("step")?.parse::<P::Step>().is_err() {
            return Err(Fault::Damaged(format!("{} is an unknown step", rec.id())));
        }
        P::add_step(tx, rec, id, day_of(rec, "day")?)?;
        if rec.int("last")? != 0 {
            store::end::<P>(tx, id, rec.at())?;
        }
        tx.moved(format!("k-{id}"));
        P::remind(tx, rec, id)
    }
}

/// The acts that all procedures have.
pub(crate) fn kinds<P: Procedure>() -> [Kind; 3] {
    [Kind::of::<StepAct<P>>(), Kind::of::<mend::StepUndone<P>>(), Kind::of::<mend::GivenUp<P>>()]
}

/// Why none can begin in a compound, if something is in the way.
pub(crate) fn hindered<P: Procedure>(r: &mut Read<'_>, area: AreaId, today: Day) -> Result<Option<Refusal>, Fault> {
    if let Some(no) = P::hinders(r, area, today)? {
        return Ok(Some(no));
    }
    Ok(store::open_in::<P>(r, area)?.then_some(P::NO.on))
}

/// May one begin in this compound, as far as that is the same for all?
pub(crate) fn may_begin<P: Procedure>(tx: &mut Tx<'_>, author: &Author, area: AreaId) -> Result<Day, Stop> {
    let today = tx.now().day();
    let compound = find::area(tx, area)?.is_some_and(|a| a.kind == AreaKind::Compound && a.holds(today));
    if !compound || !author.scope.covers(area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    match hindered::<P>(tx, area, today)? {
        Some(no) => Err(no.into()),
        None => Ok(today),
    }
}

/// One the author looks after, with the steps that are done.
pub(crate) fn ours<P: Procedure>(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
) -> Result<(Case<P>, Vec<StepDone<P>>), Stop> {
    let k = store::one::<P>(tx, id)?.filter(|k| author.scope.covers(k.area)).ok_or(P::NO.none)?;
    Ok((k, store::steps::<P>(tx, id)?))
}

/// Takes the last step back.
pub(crate) fn undo<P: Procedure>(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (step, words): (P::Step, &str),
) -> Result<Receipt, Stop> {
    let (k, steps) = ours::<P>(tx, author, id)?;
    let mut done = store::days(&steps);
    rules::may_undo::<P>(&done, k.off, step, words)?;
    done.pop();
    let reminds = P::reminds(&k, &done, tx.now().day());
    Ok(record(tx, author.head(k.area), &mend::StepUndone::<P> { id, step, words: words.to_owned(), reminds })?)
}

/// Gives the whole up.
pub(crate) fn give_up<P: Procedure>(tx: &mut Tx<'_>, author: &Author, id: ActId, words: &str) -> Result<Receipt, Stop> {
    let (k, _) = ours::<P>(tx, author, id)?;
    rules::may_give_up::<P>(k.ended.is_some(), words)?;
    Ok(record(tx, author.head(k.area), &mend::GivenUp::<P>::new(id, words))?)
}
