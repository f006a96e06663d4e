//! 首次业主大会: the way to a compound's first assembly and its first committee, from the application over the preparatory group
//! to the filing. Each step is an act with its day and its article; what is voted stands on a vote that is held here.

mod linked;
pub(crate) mod pages;
mod print;
mod rules;
pub mod store;

pub(crate) use pages::step_name;
pub use rules::{Applicant, Application, Body, Group, Party, Step};

use crate::clock::FIRST_LATE;
use crate::filing::{day_of, store as filings};
use crate::notices;
use crate::procedure::rules::next;
use crate::procedure::store::{OWN, STEP_OWN, Statements, days, one};
use crate::procedure::{self, Case, Limit, Procedure, Refusals, StepAct, StepDone, Steps, may_begin};
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_calendar::LastDay;
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::{OrgKind, find};
use lianxin_store::{Fault, Read, Row, Stop, Tx};
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
        First::remind(tx, rec, rec.id())
    }
}

/// What a step has of its own, as it is noted.
pub(crate) struct Noted {
    body: Option<Body>,
    counts: Option<(i64, i64)>,
    late: Option<String>,
    group: Option<Group>,
}

/// The same as it is read.
#[derive(Clone, Debug)]
pub(crate) struct More {
    pub(crate) body: Option<Body>,
    /// Owners of the group and all of it, or objections answered and all of them.
    pub(crate) counts: Option<(i64, i64)>,
    /// Why it was late.
    pub(crate) late: String,
    /// The group's members as they hang out: head, owners, others.
    pub(crate) members: [String; 3],
}

/// The procedure.
#[derive(Clone, Debug)]
pub(crate) struct First;

impl Steps for Step {
    const ALL: &'static [Self] = Self::ALL;
    fn name(self) -> &'static str {
        self.name()
    }
}

impl Procedure for First {
    type Step = Step;
    type Begun = Application;
    type More = More;
    type Noted = Noted;

    const SQL: Statements = store::STATEMENTS;
    const ID: &'static str = "first";
    const KINDS: [&'static str; 3] = ["property.first_step", "property.first_undone", "property.first_off"];
    const NO: Refusals = Refusals {
        none: Refusal::NoFirst,
        on: Refusal::FirstOn,
        off: Refusal::FirstOff,
        over: Refusal::FirstOver,
        order: Refusal::FirstOrder,
        day: Refusal::FirstStepDay,
        words: Refusal::FirstWords,
        why: Refusal::FirstWhy,
    };

    fn hinders(r: &mut Read<'_>, area: AreaId, today: Day) -> Result<Option<Refusal>, Fault> {
        Ok(seated(r, area, today)?.then_some(Refusal::FirstCommittee))
    }
    fn begun(row: &Row<'_>) -> Result<Application, Fault> {
        Ok(Application {
            day: row.day(OWN)?,
            applicant: row.word(OWN + 1)?,
            signers: row.int(OWN + 2)?,
            size: row.int(OWN + 3)?,
            delivered: row.int(OWN + 4)?,
        })
    }
    fn more(row: &Row<'_>) -> Result<More, Fault> {
        let text = |i: usize| Ok::<_, Fault>(row.opt_text(STEP_OWN + i)?.unwrap_or_default());
        Ok(More {
            body: row.opt_id(STEP_OWN)?,
            counts: row.opt_int(STEP_OWN + 1)?.zip(row.opt_int(STEP_OWN + 2)?),
            late: text(3)?,
            members: [text(4)?, text(5)?, text(6)?],
        })
    }
    fn leaf(noted: &Noted, leaf: &mut Leaf) {
        leaf.opt_text("body", noted.body);
        leaf.opt_int("n", noted.counts.map(|(n, _)| n));
        leaf.opt_int("whole", noted.counts.map(|(_, whole)| whole));
        leaf.opt_seal("late", None, noted.late.as_deref());
        if let Some(group) = &noted.group {
            leaf.seal("head", None, &group.head);
            leaf.seal("owners", None, &group.owners);
            leaf.seal("others", None, &group.others);
        }
    }
    fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault> {
        store::add_step(tx, rec, id, day)
    }
    fn limit(r: &mut Read<'_>, k: &Case<Self>, steps: &[StepDone<Self>], step: Step) -> Result<Option<Limit>, Fault> {
        // The last day of filing is the vote's, as its count has it.
        let filed = if step == Step::Filing { linked::vote_of(steps) } else { None };
        match filed.map(|vote| filings::of(r, vote)).transpose()?.flatten() {
            Some(f) => Ok(Some((LastDay { counted: f.due, moved: f.due }, step.article()))),
            None => Ok(rules::due(step, k.own.day, &days(steps))),
        }
    }
    fn reminds(k: &Case<Self>, done: &[(Step, Day)], today: Day) -> Option<Moment> {
        rules::reminds(k.own.day, done, today)
    }
    fn remind(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
        match rec.opt_int("reminds")? {
            Some(at) => lianxin_work::set(tx, FIRST_LATE, id, Moment::from_micros(at), rec),
            None => lianxin_work::clear(tx, FIRST_LATE, id, rec),
        }
    }
}

/// 首次业主大会过了一个期限.
struct DayOver {
    first: ActId,
    timer: String,
    /// The community's desk, as the register has it that day.
    desk: Option<OrgId>,
}

impl Act for DayOver {
    const KIND: &'static str = "property.first_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("first", self.first);
        leaf.text("timer", &self.timer);
        leaf.opt_text("desk", self.desk);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("first")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        // Acts of before told those who took the application in.
        let desk = match rec.opt_id_of("desk")? {
            Some(desk) => Some(desk),
            None => one::<First>(tx, id)?.map(|k| k.org),
        };
        desk.map_or(Ok(()), |desk| lianxin_outbox::to_org(tx, rec, 1, desk, notices::FIRST_LATE, id))
    }
}

/// The last day of a step is over.
pub(crate) fn day_over(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no assembly: {}", due.id)))?;
    let today = tx.now().day();
    let desk = find::party(tx, due.area, OrgKind::ResidentsCommittee, today)?;
    Ok(record(tx, author.head(due.area), &DayOver { first: id, timer: due.id.clone(), desk }).map(|_| ())?)
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    let mut all = vec![Kind::of::<Begin>(), Kind::of::<DayOver>()];
    all.extend(procedure::kinds::<First>());
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
    let today = may_begin::<First>(tx, author, area)?;
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
    let (k, steps) = procedure::ours::<First>(tx, author, id)?;
    let (done, applied, today) = (days(&steps), k.own.day, tx.now().day());
    if k.off {
        return Err(Refusal::FirstOff.into());
    }
    if next(&done).is_some_and(|next| next != new.step) {
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
    let late = (!new.late.is_empty()).then(|| new.late.clone());
    let act = StepAct::<First> {
        id,
        step: new.step,
        day,
        vote: link.map(|l| l.vote),
        words: new.words.clone(),
        reminds: rules::reminds(applied, &after, today),
        noted: Noted { body, counts, late, group },
    };
    Ok(record(tx, author.head(k.area), &act)?)
}
