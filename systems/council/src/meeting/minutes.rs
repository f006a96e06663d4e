//! 纪要: what was said and decided is posted; neighbours and parties may object, and whoever runs it answers.

use super::rules::{MINUTES_MAX, Outcome, Row, may_object, may_write, until, whole};
use super::{FINAL, Refusal, WRITE, Whoever, notices, ours, side, store};
use crate::course::{self, Author, Terms};
use crate::rules::{Refusal as Rules, WORDS_MAX};
use lianxin_base::{ActId, Day, Fen, Moment, OrgId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};

/// 纪要贴出来: written anew they hang out anew.
pub struct Minutes {
    meeting: ActId,
    until: Moment,
    words: String,
    items: Vec<Decided>,
}

/// What the minutes say of a matter.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Its place on the agenda.
    pub n: i64,
    /// What was said.
    pub outcome: Option<Outcome>,
    /// In which words.
    pub words: String,
    /// Who does it.
    pub executor: Option<OrgId>,
    /// By the end of which day.
    pub by: Option<Day>,
    /// What it may cost at most.
    pub limit: Option<Fen>,
}

impl Decided {
    pub(crate) fn row(&self) -> Row {
        Row {
            outcome: self.outcome,
            says: !self.words.is_empty(),
            executor: self.executor.is_some(),
            deadline: self.by,
            limit: self.limit,
        }
    }
}

/// The sealed field with the words about a matter of the agenda.
pub(crate) fn field(n: i64) -> String {
    format!("words_{n}")
}

impl Act for Minutes {
    const KIND: &'static str = "council.minutes";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.int("until", self.until.micros());
        for x in &self.items {
            // Only what is decided has a doer, a day and a sum.
            let done = x.outcome == Some(Outcome::Do);
            leaf.opt_text(&format!("kind_{}", x.n), x.outcome);
            leaf.opt_text(&format!("executor_{}", x.n), x.executor.filter(|_| done));
            leaf.opt_text(&format!("by_{}", x.n), x.by.filter(|_| done));
            leaf.opt_int(&format!("limit_{}", x.n), x.limit.filter(|_| done).map(|fen| fen.0));
            if !x.words.is_empty() {
                leaf.seal(&field(x.n), None, &x.words);
            }
        }
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, until): (ActId, Moment) = (rec.id_of("meeting")?, rec.moment("until")?);
        store::posted(tx, id, rec.id(), until)?;
        for item in store::items(tx, id)? {
            let key = |name: &str| format!("{name}_{}", item.n);
            let what = (rec.text(&key("kind"))?, rec.opt_id_of(&key("executor"))?);
            let terms = (rec.opt_id_of(&key("by"))?, rec.opt_int(&key("limit"))?);
            store::decided(tx, id, item.n, what, terms)?;
        }
        lianxin_work::set(tx, FINAL, id, until, rec)?;
        lianxin_work::clear(tx, WRITE, id, rec)?;
        notices::tell(rec, tx, id, (notices::POSTED, notices::TALK_POSTED))?;
        tx.moved(format!("g-{id}"));
        Ok(())
    }
}

/// Minutes as they are written.
#[derive(Clone, Debug)]
pub struct NewMinutes {
    /// How it went, for everybody.
    pub words: String,
    /// Each matter of the agenda.
    pub items: Vec<Decided>,
}

/// Posts minutes. Each matter of the agenda is said whole.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn minutes(tx: &mut Tx<'_>, terms: &Terms, author: &Author, id: ActId, new: &NewMinutes) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    let now = tx.now();
    may_write(m.state, now, m.starts)?;
    if new.words.is_empty() {
        return Err(Refusal::NoMinutes.into());
    }
    if new.words.chars().count() > MINUTES_MAX {
        return Err(Rules::TooLong { field: "words", max: MINUTES_MAX }.into());
    }
    let until = until(terms, now, m.days);
    let here = course::parties(tx, m.area, now.day())?;
    let mut items = Vec::new();
    for item in store::items(tx, id)? {
        let said = new.items.iter().find(|x| x.n == item.n).ok_or(Refusal::NoOutcome)?;
        whole(&said.row(), until)?;
        if said.words.chars().count() > WORDS_MAX {
            return Err(Rules::TooLong { field: "say", max: WORDS_MAX }.into());
        }
        let known = |org: OrgId| here.iter().any(|p| p.id == org);
        if said.outcome == Some(Outcome::Do) && !said.executor.is_some_and(known) {
            return Err(Refusal::NoExecutor.into());
        }
        items.push(said.clone());
    }
    let act = Minutes { meeting: id, until, words: new.words.clone(), items };
    Ok(record(tx, author.head(m.area), &act)?)
}

/// 有话要说: somebody has something against the minutes.
pub struct Objection {
    meeting: ActId,
    minutes: ActId,
    org: Option<OrgId>,
    person: PersonId,
    words: String,
}

impl Act for Objection {
    const KIND: &'static str = "council.minutes_objection";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("minutes", self.minutes);
        leaf.opt_text("for", self.org);
        leaf.seal("words", Some(self.person), &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("meeting")?;
        let who = (rec.opt_id_of("for")?, rec.subject("words"));
        store::object(tx, (rec.id(), id, rec.area()), rec.id_of("minutes")?, who, rec.at())?;
        if let Some(m) = store::one(tx, id)? {
            lianxin_outbox::to_org(tx, rec, 1, m.org, notices::OBJECTED, id)?;
        }
        tx.moved(format!("g-{id}"));
        Ok(())
    }
}

/// Somebody who lives there or was invited objects to posted minutes.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn object(tx: &mut Tx<'_>, author: &Author, id: ActId, who: &Whoever, words: &str) -> Result<Receipt, Stop> {
    let m = store::one(tx, id)?.ok_or(Refusal::None)?;
    let side = side(tx, &m, who)?;
    let all = store::objections(tx, id)?;
    let before = all.iter().any(|o| o.person == Some(who.person) && Some(o.minutes) == m.minutes);
    may_object(m.state, (tx.now(), m.until), side.is_some(), before)?;
    let minutes = m.minutes.ok_or(Refusal::NotPosted)?;
    if words.is_empty() {
        return Err(Refusal::NoObjection.into());
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "words", max: WORDS_MAX }.into());
    }
    let act = Objection { meeting: id, minutes, org: side.flatten(), person: who.person, words: words.to_owned() };
    Ok(record(tx, author.head(m.area), &act)?)
}

/// 答复: what whoever runs it says to an objection.
pub struct Answer {
    meeting: ActId,
    objection: ActId,
    words: String,
}

impl Act for Answer {
    const KIND: &'static str = "council.minutes_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("objection", self.objection);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, objection): (ActId, ActId) = (rec.id_of("meeting")?, rec.id_of("objection")?);
        store::answer(tx, objection, rec.id())?;
        let all = store::objections(tx, id)?;
        if let Some(o) = all.iter().find(|o| o.act == objection) {
            match (o.org, o.person) {
                (Some(org), _) => lianxin_outbox::to_org(tx, rec, 1, org, notices::ANSWERED, objection)?,
                (None, Some(person)) => lianxin_outbox::to_person(tx, rec, 1, person, notices::ANSWERED, objection)?,
                (None, None) => {}
            }
        }
        // The last answer after the term makes them final; within it the term runs on.
        let until = store::one(tx, id)?.and_then(|m| m.until);
        if all.iter().all(|o| o.answer.is_some()) && until.is_some_and(|until| until <= rec.at()) {
            lianxin_work::set(tx, FINAL, id, rec.at(), rec)?;
        }
        tx.moved(format!("g-{id}"));
        Ok(())
    }
}

/// Answers an objection. Where it is right, the minutes are written anew besides.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(tx: &mut Tx<'_>, author: &Author, id: ActId, objection: ActId, words: &str) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    if m.state != super::State::Posted {
        return Err(Refusal::NotPosted.into());
    }
    if !store::objections(tx, id)?.iter().any(|o| o.act == objection && o.answer.is_none()) {
        return Err(Refusal::Answered.into());
    }
    if words.is_empty() {
        return Err(Refusal::NoAnswer.into());
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "answer", max: WORDS_MAX }.into());
    }
    Ok(record(tx, author.head(m.area), &Answer { meeting: id, objection, words: words.to_owned() })?)
}
