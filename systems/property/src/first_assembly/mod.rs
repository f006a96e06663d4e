//! 首次业主大会: the way to a compound's first assembly and its first committee, from the application over the preparatory group
//! to the filing. Each step is an act with its day and its article; what is voted stands on a vote that is held here.

mod linked;
mod mend;
pub(crate) mod pages;
mod print;
mod rules;
mod step_pages;
pub mod store;

pub use mend::{give_up, undo};
pub(crate) use pages::step_name;
pub(crate) use rules::next;
pub use rules::{Applicant, Application, Body, Group, Party, Step};

use crate::clock::FIRST_LATE;
use crate::filing::day_of;
use crate::notices;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day, Moment};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, OrgKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_work::Due;
use rules::{Doing, may_answer, may_apply, may_do, may_form};

/// 申请成立业主大会.
struct Begin {
    application: Application,
    words: String,
    reminds: Option<Moment>,
}

impl Act for Begin {
    const KIND: &'static str = "property.first";

    fn leaf(&self, leaf: &mut Leaf) {
        let a = &self.application;
        leaf.text("applied", a.day);
        leaf.text("applicant", a.applicant);
        leaf.int("signers", a.signers);
        leaf.int("size", a.size);
        leaf.int("delivered", a.delivered);
        leaf.opt_int("reminds", self.reminds.map(Moment::micros));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was begun by no organisation", rec.id())))?;
        store::add(tx, rec, (org, day_of(rec, "applied")?))?;
        remind(tx, rec, rec.id())
    }
}

/// 办完一步.
struct StepAct {
    first: ActId,
    step: Step,
    day: Day,
    vote: Option<ActId>,
    body: Option<Body>,
    counts: Option<(i64, i64)>,
    words: String,
    late: Option<String>,
    group: Option<Group>,
    reminds: Option<Moment>,
}

impl Act for StepAct {
    const KIND: &'static str = "property.first_step";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("first", self.first);
        leaf.text("step", self.step);
        leaf.text("day", self.day);
        leaf.opt_text("vote", self.vote);
        leaf.opt_text("body", self.body);
        leaf.opt_int("n", self.counts.map(|(n, _)| n));
        leaf.opt_int("whole", self.counts.map(|(_, whole)| whole));
        leaf.int("last", Step::ALL.last() == Some(&self.step));
        leaf.opt_int("reminds", self.reminds.map(Moment::micros));
        leaf.seal("words", None, &self.words);
        leaf.opt_seal("late", None, self.late.as_deref());
        if let Some(group) = &self.group {
            leaf.seal("head", None, &group.head);
            leaf.seal("owners", None, &group.owners);
            leaf.seal("others", None, &group.others);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("first")?;
        store::add_step(tx, rec, id, day_of(rec, "day")?)?;
        if rec.int("last")? != 0 {
            store::end(tx, id, rec.at())?;
        }
        tx.moved(format!("k-{id}"));
        remind(tx, rec, id)
    }
}

/// 首次业主大会过了一个期限.
struct DayOver {
    first: ActId,
    timer: String,
}

impl Act for DayOver {
    const KIND: &'static str = "property.first_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("first", self.first);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("first")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match store::one(tx, id)? {
            Some(k) => lianxin_outbox::to_org(tx, rec, 1, k.org, notices::FIRST_LATE, id),
            None => Ok(()),
        }
    }
}

/// From an apply: the reminder of the step that comes next, as the act has it, in place of the one before.
pub(super) fn remind(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    match rec.opt_int("reminds")? {
        Some(at) => lianxin_work::set(tx, FIRST_LATE, id, Moment::from_micros(at), rec),
        None => lianxin_work::clear(tx, FIRST_LATE, id, rec),
    }
}

/// The last day of a step is over.
pub(crate) fn day_over(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no assembly: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &DayOver { first: id, timer: due.id.clone() }).map(|_| ())?)
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    let mut all = vec![Kind::of::<Begin>(), Kind::of::<StepAct>(), Kind::of::<DayOver>()];
    all.extend(mend::kinds());
    all
}

/// Whether a committee sits in a compound.
fn seated(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<bool, Fault> {
    let Some(org) = find::org_by_kind(r, area, OrgKind::OwnersCommittee)? else { return Ok(false) };
    Ok(find::seats_of_org(r, org, on)?.iter().any(|s| s.person.is_some()))
}

/// Takes in the application for the first assembly of a compound.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn begin(
    tx: &mut Tx<'_>,
    author: &Author,
    area: AreaId,
    (application, words): (Application, &str),
) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    let compound = find::area(tx, area)?.is_some_and(|a| a.kind == AreaKind::Compound && a.holds(today));
    if !compound || !author.scope.covers(area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    if seated(tx, area, today)? {
        return Err(Refusal::FirstCommittee.into());
    }
    if store::open_in(tx, area)? {
        return Err(Refusal::FirstOn.into());
    }
    may_apply(&application, today, words)?;
    let reminds = rules::reminds(application.day, &[], today);
    Ok(record(tx, author.head(area), &Begin { application, words: words.to_owned(), reminds })?)
}

/// A step that was done.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// Which.
    pub step: Step,
    /// When; nothing where it stands on a vote, whose day it is.
    pub day: Option<Day>,
    /// What shows it.
    pub words: String,
    /// Why it was late, where it was.
    pub late: String,
    /// What was formed, and of whom.
    pub group: Option<(Body, Group)>,
    /// Objections that came and that were answered.
    pub objections: Option<(i64, i64)>,
}

/// Notes the next step.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn step(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewStep) -> Result<Receipt, Stop> {
    let k = store::one(tx, id)?.filter(|k| author.scope.covers(k.area)).ok_or(Refusal::NoFirst)?;
    let steps = store::steps(tx, id)?;
    let (done, applied, today) = (store::days(&steps), k.application.day, tx.now().day());
    if k.off {
        return Err(Refusal::FirstOff.into());
    }
    if rules::next(&done).is_some_and(|next| next != new.step) {
        return Err(Refusal::FirstOrder.into());
    }
    let link = if new.step.of_vote() { Some(linked::link(tx, &k, &steps, new.step)?) } else { None };
    let day = link.as_ref().map(|l| l.day).or(new.day).ok_or(Refusal::FirstStepDay)?;
    let due = link.as_ref().and_then(|l| l.due);
    may_do(applied, &done, Doing { step: new.step, day, today, words: &new.words, why: &new.late, due })?;
    let (mut body, mut counts, mut group) = (None, None, None);
    match new.step {
        Step::Formed => {
            let (kind, who) = new.group.clone().ok_or(Refusal::GroupHead)?;
            may_form(&who)?;
            let (owners, all) = who.sizes();
            counts = i64::try_from(owners).ok().zip(i64::try_from(all).ok());
            (body, group) = (Some(kind), Some(who));
        }
        Step::Objections => {
            let (came, answered) = new.objections.ok_or(Refusal::ObjectionsCount)?;
            may_answer(came, answered)?;
            counts = Some((answered, came));
        }
        _ => {}
    }
    let mut after = done;
    after.push((new.step, day));
    let act = StepAct {
        reminds: rules::reminds(applied, &after, today),
        first: id,
        step: new.step,
        day,
        vote: link.map(|l| l.vote),
        body,
        counts,
        words: new.words.clone(),
        late: (!new.late.is_empty()).then(|| new.late.clone()),
        group,
    };
    Ok(record(tx, author.head(k.area), &act)?)
}
