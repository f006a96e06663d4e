//! 定下来: the term for objections is over and none is open; what was decided reaches its matters.

use super::minutes::field;
use super::rules::{Landed, Outcome, carried_out};
use super::store::{Item, items, objections, one};
use super::{notices, store};
use crate::course::{self, Author, Terms, note_by, terms};
use crate::deliberate::{NewDecision, decision};
use crate::store::by_id;
use lianxin_base::{ActId, Day, MatterId, OrgId};
use lianxin_journal::{Act, Leaf, Recorded, record, text};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The day on which minutes are final.
pub(crate) const FINAL: &str = "council.minutes_final";

/// 纪要定下来了.
pub struct MinutesFinal {
    meeting: ActId,
    timer: String,
}

impl Act for MinutesFinal {
    const KIND: &'static str = "council.minutes_final";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        store::ended(tx, id, rec.at())?;
        notices::tell_orgs(rec, tx, id, notices::SETTLED)?;
        tx.moved(format!("g-{id}"));
        tx.moved("meetings");
        Ok(())
    }
}

/// 还有话没答复: the term is over and somebody waits for an answer.
pub struct Waiting {
    meeting: ActId,
    timer: String,
}

impl Act for Waiting {
    const KIND: &'static str = "council.minutes_waiting";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let Some(m) = one(tx, id)? else { return Ok(()) };
        let today = rec.at().day();
        let mut who = super::community(tx, m.area, today)?;
        who.retain(|org| *org != m.org);
        for (n, org) in (1..).zip(std::iter::once(m.org).chain(who)) {
            lianxin_outbox::to_org(tx, rec, n, org, notices::WAITING, id)?;
        }
        tx.moved(m.element());
        Ok(())
    }
}

/// 会上怎么说的: what came of a matter that was not handed on.
pub struct Upshot {
    meeting: ActId,
    matter: MatterId,
    org: OrgId,
    landed: Landed,
    words: String,
}

impl Act for Upshot {
    const KIND: &'static str = "council.upshot";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("meeting", self.meeting);
        leaf.text("council", self.org);
        leaf.text("landed", self.landed);
        if !self.words.is_empty() {
            leaf.seal("words", None, &self.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let landed = rec.text("landed")?.to_owned();
        store::landed(tx, rec.id_of("meeting")?, m.id, &landed)?;
        if m.ended_at.is_none() && landed != Landed::Moved.name() {
            lianxin_outbox::to_org(tx, rec, 1, m.holder, notices::UPSHOT, m.id)?;
        }
        tx.moved(m.element());
        note_by(rec, tx, &m, ("upshot", rec.opt_id_of("council")?), Some(&landed))
    }
}

/// The term is over: minutes nobody waits for an answer to are final, and their decisions reach the matters.
pub(crate) fn close(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no council", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let m = one(tx, id)?.ok_or_else(nothing)?;
    let head = author.head(m.area);
    if objections(tx, id)?.iter().any(|o| o.answer.is_none()) {
        record(tx, head, &Waiting { meeting: id, timer: due.id.clone() })?;
        return Ok(());
    }
    record(tx, head, &MinutesFinal { meeting: id, timer: due.id.clone() })?;
    let terms = terms(tx, m.area)?;
    for item in items(tx, id)? {
        let author = Author { act: ActId::new(tx.chance(), tx.now()), token: None, ..author.clone() };
        land(tx, &terms, &author, &m, &item)?;
    }
    Ok(())
}

/// What the minutes say of a matter reaches it: as the decision the desk would record, or as a line of its course.
fn land(tx: &mut Tx<'_>, terms: &Terms, author: &Author, m: &store::Meeting, item: &Item) -> Result<(), Stop> {
    let words = m.minutes.map(|act| text(tx, act, &field(item.n))).transpose()?.flatten().unwrap_or_default();
    let matter = by_id(tx, item.matter)?.ok_or_else(|| Fault::Damaged("an agenda names no matter".into()))?;
    let talked = matter.stage == "deliberate" && matter.ended_at.is_none();
    let outcome = item.outcome.unwrap_or(Outcome::Later);
    let planned = m.until.map_or(tx.now(), |until| until).day();
    let landed = match (talked, outcome) {
        (false, _) => Landed::Moved,
        (true, Outcome::Do) if handed_on(tx, terms, author, (m, planned), &matter.no, (item, &words))? => return Ok(()),
        (true, outcome) => Landed::of(outcome),
    };
    let act = Upshot { meeting: m.id, matter: matter.id, org: m.org, landed, words };
    record(tx, matter.head(author), &act)?;
    Ok(())
}

/// Hands it on as decided; a refusal (its doer has left meanwhile) leaves it where it is.
fn handed_on(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    (m, planned): (&store::Meeting, Day),
    no: &str,
    (item, words): (&Item, &str),
) -> Result<bool, Stop> {
    let (Some(executor), Some(by)) = (item.executor, item.by) else { return Ok(false) };
    let new = NewDecision {
        no: no.to_owned(),
        seen: None,
        words: words.to_owned(),
        executor,
        deadline: carried_out(terms, planned, by, tx.now().day()),
        limit: item.limit,
        council: Some((m.id, m.org)),
    };
    match decision(tx, terms, author, &new) {
        Ok(_) => Ok(true),
        Err(Stop::Refused(_)) => Ok(false),
        Err(broken) => Err(broken),
    }
}
