//! What a household answers: by whoever of it is signed in, or written down by a worker who asked them.

use super::rules::{Answering, may_answer};
use super::{of, store};
use crate::course::{self, Author};
use crate::join::{household, lives_there};
use crate::rules::{Publicity, Refusal as Course};
use crate::store::{Matter, public_by_no};
use lianxin_base::{ActId, Day, HouseholdId, MatterId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use serde_json::Value;

/// Its sealed fields: who answered, for which household, what.
pub(crate) const FIELDS: [&str; 3] = ["voter", "household", "chosen"];

/// A household's answer.
pub struct PollAnswer {
    matter: MatterId,
    poll: ActId,
    person: PersonId,
    household: Option<HouseholdId>,
    chosen: i64,
    how: Option<String>,
    /// Earlier answers of the household, which this one replaces.
    before: Vec<ActId>,
}

impl Act for PollAnswer {
    const KIND: &'static str = "council.poll_answer";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("poll", self.poll);
        leaf.opt_text("how", self.how.as_deref());
        leaf.int("home", self.household.is_some());
        if !self.before.is_empty() {
            leaf.list("before", self.before.iter().map(|act| Value::String(act.to_string())).collect());
        }
        let whose = Some(self.person);
        leaf.seal("voter", whose, &self.person.to_string());
        leaf.opt_seal("household", whose, self.household.map(|h| h.to_string()).as_deref());
        leaf.seal("chosen", whose, &self.chosen.to_string());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (m, poll) = (course::of(rec, tx)?, of(rec, tx)?);
        for act in rec.list("before")? {
            let act = act.as_str().and_then(|act| act.parse().ok());
            let act = act.ok_or_else(|| Fault::Damaged(format!("{} replaces what is no act", rec.id())))?;
            store::replaced(tx, act)?;
        }
        tx.moved(m.element());
        // Any of it erased, it is no answer; an erasure drops its row likewise.
        let home: Option<HouseholdId> = rec.sealed("household").and_then(|h| h.parse().ok());
        let chosen = rec.sealed("chosen").and_then(|n| n.parse::<i64>().ok());
        let whole = home.is_some() == (rec.int("home")? != 0);
        match (rec.subject("voter"), chosen) {
            (Some(person), Some(chosen)) if whole => {
                let row = store::NewRow { act: rec.id(), poll, area: m.area, person, household: home, chosen };
                store::answer(tx, &row, rec.opt_text("how")?, rec.at())
            }
            _ => Ok(()),
        }
    }
}

/// What somebody answers.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// The matter's number.
    pub no: String,
    /// Which poll.
    pub poll: ActId,
    /// Whose answer it is.
    pub person: PersonId,
    /// Which choice, counted from 1; 0: none was chosen.
    pub chosen: i64,
    /// How they were asked, when a worker writes it down.
    pub how: Option<String>,
}

/// The answers of a household, or of somebody who has none.
pub(super) fn own(
    r: &mut Read<'_>,
    m: &Matter,
    (poll, person): (ActId, PersonId),
    on: Day,
) -> Result<(Option<HouseholdId>, Vec<store::Row>), Fault> {
    let home = household(r, person, m.area, on)?;
    Ok((home, store::own(r, poll, person, home)?))
}

/// Answers, or answers anew.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn answer(tx: &mut Tx<'_>, author: &Author, new: &NewAnswer) -> Result<Receipt, Stop> {
    let m = public_by_no(tx, &new.no)?.ok_or(Course::NoMatter)?;
    if m.publication != Publicity::Shown && !m.in_scope(&author.scope) {
        return Err(Course::NoMatter.into());
    }
    let poll = store::one(tx, new.poll)?.filter(|p| p.matter == m.id).ok_or(Course::NoMatter)?;
    let here = lives_there(tx, new.person, m.area)?;
    let now = tx.now();
    let (home, before) = own(tx, &m, (poll.id, new.person), now.day())?;
    may_answer(&Answering {
        open: poll.state == store::State::Open && now < poll.until && m.ended_at.is_none(),
        here,
        choices: poll.choices,
        chosen: new.chosen,
        same: before.iter().any(|row| row.chosen == new.chosen) && before.len() == 1,
        themselves: before.iter().any(|row| !row.by_desk),
        by_desk: new.how.is_some(),
    })?;
    let act = PollAnswer {
        matter: m.id,
        poll: poll.id,
        person: new.person,
        household: home,
        chosen: new.chosen,
        how: new.how.clone(),
        before: before.iter().map(|row| row.act).collect(),
    };
    Ok(record(tx, m.head(author), &act)?)
}
