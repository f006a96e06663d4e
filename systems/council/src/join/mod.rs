//! 我家也这样: whoever has the same trouble joins an open public matter with one tap instead of reporting it again.
//! Counted by household; whoever joined is told as the reporter is, and asked whether it is solved.
//!
//! The reporter's answer decides. A joiner's 办好了 is a voice beside it; a joiner's 没办好, given before the matter is
//! closed, sends it back to who does it like the reporter's own. Whose join is erased stays in the count as a number.

mod behalf;
pub mod notices;
pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author, Terms, Wish, hop, note};
use crate::feedback::Feedback;
use crate::rules::{Move, Publicity, WORDS_MAX};
use crate::store::{Matter, public_by_no};
use lianxin_base::{ActId, AreaId, Day, HouseholdId, MatterId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_outbox::{HOW_FIELD, How};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Asking, counts, leaves, may};
use store::{Joiner, NewRow};

/// The first number of the messages to those who joined: the lower ones are for holder and reporter.
const FIRST: u32 = 10;

/// Who joins.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody of the register.
    Person(PersonId),
    /// Somebody a worker adds who is not in it: name, telephone, how they want to be told.
    Stranger {
        /// Their name.
        name: String,
        /// Their telephone number, digits only.
        phone: Option<String>,
        /// How they want to be told.
        tell: How,
    },
}

/// 我家也这样: a household more.
pub(crate) struct Join {
    matter: MatterId,
    who: Who,
    household: Option<HouseholdId>,
    counts: bool,
}

impl Act for Join {
    const KIND: &'static str = "council.join";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.int("counts", self.counts);
        match &self.who {
            Who::Person(person) => {
                leaf.seal("joiner", Some(*person), &person.to_string());
                leaf.opt_seal("household", Some(*person), self.household.map(|h| h.to_string()).as_deref());
            }
            Who::Stranger { name, phone, tell } => {
                leaf.int("told", 1);
                leaf.seal("name", None, name);
                leaf.opt_seal("phone", None, phone.as_deref());
                leaf.seal(HOW_FIELD, None, tell.name());
            }
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let row = NewRow {
            act: rec.id(),
            matter: m.id,
            area: m.area,
            person: rec.subject("joiner"),
            household: rec.sealed("household").and_then(|h| h.parse().ok()),
            told: rec.opt_int("told")?.is_some(),
            counts: rec.int("counts")? != 0,
            came: None,
            at: rec.at(),
        };
        store::add(tx, &row)?;
        tx.moved(m.element());
        Ok(())
    }
}

/// 不算我家了: somebody takes their joining back.
pub(crate) struct Leaving {
    matter: MatterId,
    join: ActId,
    counts: bool,
    heir: Option<ActId>,
}

impl Act for Leaving {
    const KIND: &'static str = "council.leaving";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("join", self.join);
        leaf.int("counts", self.counts);
        leaf.opt_text("heir", self.heir);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        store::leave(tx, rec.id_of("join")?, rec.at())?;
        if let Some(heir) = rec.opt_id_of("heir")? {
            store::heir(tx, heir)?;
        }
        store::count(tx, m.id, -rec.int("counts")?)?;
        tx.moved(m.element());
        Ok(())
    }
}

/// 办好了，我家也看到了: a voice beside the reporter's answer.
pub(crate) struct Seconding {
    matter: MatterId,
    join: ActId,
    hops: i64,
    said: Said,
    person: Option<PersonId>,
}

/// What somebody who joined says about the work.
#[derive(Clone, Debug)]
pub struct Said {
    /// 办好了, or 没办好，接着办.
    pub good: bool,
    /// In their words; needed when it is not solved.
    pub words: String,
    /// How they were asked, when somebody else enters it.
    pub how: Option<String>,
}

impl Act for Seconding {
    const KIND: &'static str = "council.seconding";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("join", self.join);
        leaf.int("hops", self.hops);
        leaf.opt_text("how", self.said.how.as_deref());
        if !self.said.words.is_empty() {
            leaf.seal("words", self.person, &self.said.words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        store::voiced(tx, rec.id_of("join")?, rec.int("hops")?)?;
        tx.moved(m.element());
        note(rec, tx, &m, "seconding", rec.opt_text("how")?)
    }
}

/// The household somebody counts with: one in the matter's own compound before any other.
pub(crate) fn household(
    r: &mut Read<'_>,
    person: PersonId,
    area: AreaId,
    on: Day,
) -> Result<Option<HouseholdId>, Fault> {
    let all = find::households(r, person, on)?;
    for id in &all {
        if find::household(r, *id)?.is_some_and(|h| h.area == area) {
            return Ok(Some(*id));
        }
    }
    Ok(all.first().copied())
}

/// Whether somebody lives where a matter is: in its compound, or in one of its area's.
pub(crate) fn lives_there(r: &mut Read<'_>, person: PersonId, area: AreaId) -> Result<bool, Fault> {
    let Some(home) = find::person_area(r, person)? else { return Ok(false) };
    Ok(home == area || find::ancestors(r, home)?.iter().any(|above| above.id == area))
}

fn asking(r: &mut Read<'_>, m: &Matter, who: &Who, all: &[Joiner]) -> Result<Asking, Fault> {
    let over = m.ended_at.is_some();
    let Who::Person(person) = who else { return Ok(Asking { over, here: true, ..Asking::default() }) };
    Ok(Asking {
        over,
        reporter: m.reporter == Some(*person),
        here: lives_there(r, *person, m.area)?,
        joined: all.iter().any(|x| x.person == Some(*person)),
    })
}

/// Adds a household to an open matter everybody may read, or that the author sees.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn join(tx: &mut Tx<'_>, author: &Author, no: &str, who: &Who) -> Result<Receipt, Stop> {
    let m = open_to(tx, author, no)?;
    let all = store::all(tx, m.id)?;
    may(asking(tx, &m, who, &all)?)?;
    let on = tx.now().day();
    let own = match who {
        Who::Person(person) => household(tx, *person, m.area, on)?,
        Who::Stranger { .. } => None,
    };
    let reporters = m.reporter.map(|p| find::households(tx, p, on)).transpose()?.unwrap_or_default();
    let counted: Vec<_> = all.iter().map(|x| x.counted).collect();
    let act = Join { matter: m.id, who: who.clone(), household: own, counts: counts(own, &reporters, &counted) };
    Ok(record(tx, m.head(author), &act)?)
}

fn open_to(r: &mut Read<'_>, author: &Author, no: &str) -> Result<Matter, Stop> {
    let m = public_by_no(r, no)?.filter(|m| m.publication == Publicity::Shown || m.in_scope(&author.scope));
    Ok(m.ok_or(crate::rules::Refusal::NoMatter)?)
}

/// The matter and this person's joining of it.
fn own(r: &mut Read<'_>, author: &Author, no: &str, person: PersonId) -> Result<(Matter, Joiner, Vec<Joiner>), Stop> {
    let m = public_by_no(r, no)?.ok_or(crate::rules::Refusal::NoMatter)?;
    let all = store::all(r, m.id)?;
    let own = all.iter().find(|x| x.person == Some(person)).copied();
    match own {
        Some(own) => Ok((m, own, all)),
        None => Err(open_to(r, author, no).map_or_else(|no| no, |_| Refusal::NotJoined.into())),
    }
}

/// Takes one's own joining back, as long as the matter is open.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn leave(tx: &mut Tx<'_>, author: &Author, no: &str, person: PersonId) -> Result<Receipt, Stop> {
    let (m, own, all) = own(tx, author, no, person)?;
    if m.ended_at.is_some() {
        return Err(Refusal::Over.into());
    }
    let counted: Vec<_> = all.iter().map(|x| x.counted).collect();
    let (counts, heir) = leaves(own.counted, &counted);
    let act = Leaving { matter: m.id, join: own.counted.act, counts, heir };
    Ok(record(tx, m.head(author), &act)?)
}

/// What somebody who joined says about the work: 办好了 beside the reporter's answer; 没办好 sends it back like theirs.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn voice(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    (no, person): (&str, PersonId),
    (good, words): (bool, &str),
) -> Result<Receipt, Stop> {
    let (m, own, _) = own(tx, author, no, person)?;
    let said = Said { good, words: words.to_owned(), how: None };
    heard(tx, terms, author, &m, own, &said)
}

/// The same, written down by somebody who asked them: never by who did the work.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn voice_for(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    (no, join): (&str, ActId),
    said: &Said,
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    let own = store::all(tx, m.id)?.into_iter().find(|x| x.counted.act == join).ok_or(Refusal::NotJoined)?;
    if author.by.org().is_some_and(|org| Some(org) == m.executor) {
        return Err(crate::rules::Refusal::ExecutorCannotConfirm.into());
    }
    heard(tx, terms, author, &m, own, said)
}

fn heard(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    m: &Matter,
    own: Joiner,
    said: &Said,
) -> Result<Receipt, Stop> {
    use crate::rules::Refusal as Rules;
    if m.ended_at.is_some() {
        return Err(Refusal::Over.into());
    }
    if m.step != "feedback" {
        return Err(Refusal::NotDone.into());
    }
    if said.words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "note", max: WORDS_MAX }.into());
    }
    let person = own.person;
    if said.good {
        if own.voiced == Some(m.hops) {
            return Err(Refusal::Already.into());
        }
        let act = Seconding { matter: m.id, join: own.counted.act, hops: m.hops, said: said.clone(), person };
        return Ok(record(tx, m.head(author), &act)?);
    }
    if said.words.is_empty() {
        return Err(Rules::NoReason.into());
    }
    let now = tx.now();
    let hop = hop(tx, terms, m, author, &Wish::of(Move::Objection, None), now)?;
    let Said { words, how, good } = said.clone();
    Ok(record(tx, m.head(author), &Feedback { matter: m.id, hop, good, how, words, person })?)
}

/// From a hop's apply: whoever joined hears of it as the reporter does.
pub(crate) fn tell(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter, kind: &'static str) -> Result<(), Fault> {
    let kind = match kind {
        "council.please_look" => notices::LOOK,
        "council.closed" => notices::CLOSED,
        other => other,
    };
    for (n, x) in (FIRST..).zip(store::all(tx, m.id)?) {
        match (x.person, x.came) {
            (Some(person), _) => crate::course::to_person(rec, tx, m, n, person, kind)?,
            (None, came) if x.told => {
                crate::course::to_source(rec, tx, m, (n, came.unwrap_or(x.counted.act)), kind)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// From an erasure's apply: the joining stays in the count, and nobody knows any more whose it was.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match field {
        "joiner" => {
            for (person, matter) in store::persons(tx, act)? {
                lianxin_outbox::forget_about(tx, person, matter)?;
            }
            store::forget_person(tx, act)
        }
        "household" => store::forget_household(tx, act),
        "words" => {
            for (person, matter) in store::persons(tx, act)? {
                lianxin_outbox::forget_about(tx, person, matter)?;
            }
            store::forget_came(tx, act)
        }
        _ => Ok(()),
    }
}
