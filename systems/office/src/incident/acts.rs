//! What is recorded of an incident. Hidden: before the people concerned are told, a public line would tell who looks
//! where to look.

use super::rules::{AGAIN, Data, Refusal, Step, may};
use super::store;
use lianxin_base::{IncidentId, Moment, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Db, Fault, Stop, Tx};
use lianxin_work::{Due, is_open};

/// The timer, and the message it sends.
pub const TIMER: &str = "office.incident";

/// 个人信息事件 Something happened to personal data (PIPL Art. 57).
#[derive(Clone, Debug)]
pub(crate) struct Incident {
    pub(crate) incident: IncidentId,
    /// Whose inbox the reminders reach.
    pub(crate) org: OrgId,
    pub(crate) noticed_at: Moment,
    pub(crate) kinds: Vec<Data>,
    /// About how many people.
    pub(crate) people: i64,
    /// What happened.
    pub(crate) what: String,
    /// What harm may come of it.
    pub(crate) harm: String,
    /// What was done at once.
    pub(crate) done: String,
}

impl Act for Incident {
    const KIND: &'static str = "office.incident";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("incident", self.incident);
        leaf.text("by_org", self.org);
        leaf.int("noticed_at", self.noticed_at.micros());
        leaf.text("kinds", self.kinds.iter().map(|k| k.name()).collect::<Vec<_>>().join(","));
        leaf.int("people", self.people);
        leaf.seal("what", None, &self.what);
        leaf.seal("harm", None, &self.harm);
        leaf.seal("done", None, &self.done);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: IncidentId = rec.id_of("incident")?;
        let (kinds, people, noticed) = (rec.text("kinds")?, rec.int("people")?, rec.moment("noticed_at")?);
        store::add(tx, id, rec.area(), rec.id_of("by_org")?, rec.id(), noticed, kinds, people)?;
        set_timer(rec, tx, id)
    }
}

/// Something was done about it.
#[derive(Clone, Debug)]
pub(crate) struct IncidentStep {
    pub(crate) incident: IncidentId,
    pub(crate) step: Step,
    pub(crate) words: String,
}

impl Act for IncidentStep {
    const KIND: &'static str = "office.incident_step";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("incident", self.incident);
        leaf.text("step", self.step.name());
        leaf.seal("words", None, &self.words);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, step): (IncidentId, _) = (rec.id_of("incident")?, rec.text("step")?);
        store::step(tx, rec.id(), id, rec.area(), step, rec.at())?;
        set_timer(rec, tx, id)
    }
}

/// Who was to be told has not been told: the clock says so, and looks again.
#[derive(Clone, Debug)]
pub(crate) struct IncidentReminder {
    incident: IncidentId,
    timer: String,
    next: Moment,
}

impl Act for IncidentReminder {
    const KIND: &'static str = "office.incident_reminder";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("incident", self.incident);
        leaf.text("timer", &self.timer);
        leaf.int("next", self.next.micros());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: IncidentId = rec.id_of("incident")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let Some(row) = store::one(tx, id)? else { return Err(Fault::Damaged(format!("no incident {id}"))) };
        lianxin_outbox::to_org(tx, rec, 1, row.org, TIMER, id)?;
        lianxin_work::set(tx, TIMER, id, rec.moment("next")?, rec)
    }
}

fn set_timer(rec: &Recorded, tx: &mut Tx<'_>, id: IncidentId) -> Result<(), Fault> {
    match store::one(tx, id)?.and_then(|row| row.standing.due()) {
        Some(due) => lianxin_work::set(tx, TIMER, id, due, rec),
        None => lianxin_work::clear(tx, TIMER, id, rec),
    }
}

/// Opens an incident.
pub(crate) fn incident(tx: &mut Tx<'_>, head: Head, act: &Incident) -> Result<Receipt, Stop> {
    if act.noticed_at > tx.now() {
        return Err(Refusal::Future.into());
    }
    if act.kinds.is_empty() {
        return Err(Refusal::NoKind.into());
    }
    Ok(record(tx, head, act)?)
}

/// Records a step about an incident.
pub(crate) fn incident_step(tx: &mut Tx<'_>, head: Head, act: &IncidentStep) -> Result<Receipt, Stop> {
    let row = store::one(tx, act.incident)?.ok_or_else(|| Fault::bug("a form of no incident"))?;
    may(&row.standing, act.step)?;
    Ok(record(tx, Head { area: row.area, ..head }, act)?)
}

/// The timer fell due.
///
/// # Errors
/// The database's trouble.
pub fn remind(db: &Db, due: Due) -> Result<(), Stop> {
    let head = due.head(db);
    db.act_wait(due.area, move |tx| {
        if !is_open(tx, &due.id)? {
            return Ok(());
        }
        let incident =
            due.subject.parse().map_err(|_| Fault::Damaged(format!("the timer {} is about nothing", due.id)))?;
        let next = tx.now().plus(AGAIN);
        record(tx, head.clone(), &IncidentReminder { incident, timer: due.id.clone(), next })?;
        Ok(())
    })
}
