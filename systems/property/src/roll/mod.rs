//! 名册: frozen from the register when a vote opens, one number an owner, its hashes in the record. What the register says
//! later does not change the vote.

pub(crate) mod doubles;
pub(crate) mod merged;
pub(crate) mod pages;
mod rules;
pub mod store;

pub(crate) use rules::{Door, Gap, Line, gaps, hex, list_sha256, numbered, owners_in};

use crate::assembly::rules::rule_of;
use crate::assembly::{Online, State, Vote, ours, store as votes};
use crate::clock::OPENS;
use crate::election::unposted;
use crate::notices;
use crate::refusal::Refusal;
use crate::refusal_votes;
use crate::ruleset::{Chosen, allows, in_force};
use crate::told;
use crate::words::Author;
use lianxin_base::{ActId, Day, Moment};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_work::Due;
use rules::{draw, numbers_of, numbers_text, with_numbers};

/// 名册定下来，开始表决: by the clock when the time has come, or by the convener once what was missing is settled.
struct Opening {
    vote: ActId,
    timer: Option<String>,
    /// Which number each owner-set votes under, and which it has in the file of the count; a line each.
    numbers: String,
    list_sha256: String,
    roll_sha256: String,
    units: i64,
    persons: i64,
    size: i64,
    /// The rules of this day, where they are not those it was called under, and how one may vote by them.
    rules: Option<(Chosen, Online)>,
}

impl Act for Opening {
    const KIND: &'static str = "property.opening";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.opt_text("timer", self.timer.as_deref());
        leaf.text("list_sha256", &self.list_sha256);
        leaf.text("roll_sha256", &self.roll_sha256);
        leaf.int("units", self.units);
        leaf.int("persons", self.persons);
        leaf.int("size", self.size);
        if let Some((rules, online)) = &self.rules {
            leaf.text("rules", rules.name());
            leaf.text("rules_sha256", &rules.set.sha256);
            leaf.opt_text("rules_act", rules.act);
            leaf.text("online", *online);
        }
        leaf.int("tells", true);
        // Who knew them could tell whose a number is. They are kept whole, for an owner who is erased later is not known to
        // a replay, and the roll stays as it was.
        leaf.seal("numbers", None, &self.numbers);
    }

    /// Takes the roll from the register as the acts before this one left it; replay finds the same.
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("vote")?;
        match rec.opt_text("timer")? {
            Some(timer) => lianxin_work::done(tx, timer, rec)?,
            None => lianxin_work::clear(tx, OPENS, id, rec)?,
        }
        let lost = || Fault::Damaged(format!("{} has lost its draw", rec.id()));
        let numbers = rec.sealed("numbers").and_then(numbers_of).ok_or_else(lost)?;
        let v = votes::one(tx, id)?.ok_or_else(|| Fault::Damaged(format!("{} opens no vote", rec.id())))?;
        let drawn = with_numbers(&store::asked(tx, v.area, v.voting, rec.at().day())?, numbers);
        store::freeze(tx, rec, &v, &drawn)?;
        votes::stands(tx, id, State::Open)?;
        if rec.has("rules") {
            votes::ruled(tx, id, rec)?;
        }
        if told::tells(rec)? {
            told::roll(tx, rec, id, notices::OPENED)?;
        }
        tx.moved(format!("v-{id}"));
        tx.moved("votes");
        Ok(())
    }
}

/// 到点没能开始: the time has come and the roll cannot be frozen yet.
struct OpeningStuck {
    vote: ActId,
    timer: String,
    gaps: i64,
}

impl Act for OpeningStuck {
    const KIND: &'static str = "property.opening_stuck";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
        leaf.int("gaps", self.gaps);
        leaf.int("tells", true);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        if told::tells(rec)?
            && let Some(v) = votes::one(tx, vote)?
        {
            lianxin_outbox::to_org(tx, rec, 1, v.org, notices::STUCK, vote)?;
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Opening>(), lianxin_journal::Kind::of::<OpeningStuck>()]
}

/// May the roll be frozen now?
fn may_open(state: State, now: Moment, (opens, closes): (Moment, Moment)) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Missed => Err(Refusal::Over),
        State::Open | State::Closed | State::Counted => Err(Refusal::Begun),
        State::Called if now < opens => Err(Refusal::NotBegun),
        State::Called if now >= closes => Err(Refusal::Over),
        State::Called => Ok(()),
    }
}

/// The act that freezes the roll as the register is now; what is left to be settled if it cannot be.
fn opening(tx: &mut Tx<'_>, v: &Vote, timer: Option<String>) -> Result<Result<Opening, usize>, Stop> {
    if merged::asks_others(tx, v)? {
        return Err(refusal_votes::Refusal::MergedSince.into());
    }
    if unposted(tx, v.id)? {
        return Err(Refusal::NoCandidates.into());
    }
    let today = tx.now().day();
    let doors = store::asked(tx, v.area, v.voting, today)?;
    let left = gaps(&doors).len();
    if left > 0 {
        return Ok(Err(left));
    }
    let seed = hex(&tx.chance().bytes::<32>());
    let drawn = draw(&doors, &seed);
    if drawn.lines.is_empty() {
        return Err(Refusal::EmptyRoll.into());
    }
    let roll_sha256 = numbered(&drawn.lines, v.voting)?.sha256().map_err(|why| Fault::bug(why.code()))?;
    Ok(Ok(Opening {
        vote: v.id,
        timer,
        numbers: numbers_text(&drawn),
        list_sha256: list_sha256(&drawn.lines),
        roll_sha256,
        units: i64::try_from(drawn.lines.len()).unwrap_or(i64::MAX),
        persons: drawn.persons,
        size: drawn.size,
        rules: rules_of_today(tx, v)?,
    }))
}

/// The rules in force now, if others were when the vote was called. Where they allow less, less is allowed; the notice it had
/// was right when it was given.
fn rules_of_today(tx: &mut Tx<'_>, v: &Vote) -> Result<Option<(Chosen, Online)>, Stop> {
    let rules = in_force(tx, v.area, v.opens.day())?;
    if rules.set.sha256 == v.rules_sha256 {
        return Ok(None);
    }
    let known = votes::matters(tx, v.id)?.iter().all(|m| rule_of(&rules.set, &m.kind).is_some());
    if !known {
        return Ok(None);
    }
    let stricter = || {
        let left = [Online::OnlyOfficialSystem, Online::PaperOnly].into_iter().find(|way| allows(&rules.set, *way));
        left.unwrap_or(Online::PaperOnly)
    };
    let online = if allows(&rules.set, v.online) { v.online } else { stricter() };
    Ok(Some((rules, online)))
}

/// The convener opens a vote whose time has come.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn open(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    may_open(v.state, tx.now(), (v.opens, v.closes))?;
    match opening(tx, &v, None)? {
        Ok(act) => Ok(record(tx, author.head(v.area), &act)?),
        Err(_) => Err(Refusal::Unsettled.into()),
    }
}

/// The time has come. Whatever happens to the timer, nobody votes before there is a roll.
pub(crate) fn due(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let bad = || Fault::Damaged(format!("a timer of no vote: {}", due.id));
    let id: ActId = due.subject.parse().map_err(|_| bad())?;
    let v = votes::one(tx, id)?.ok_or_else(bad)?;
    let made = match may_open(v.state, tx.now(), (v.opens, v.closes)) {
        Ok(()) => opening(tx, &v, Some(due.id.clone())),
        Err(why) => Err(why.into()),
    };
    let left = match made {
        Ok(Ok(act)) => return Ok(record(tx, author.head(v.area), &act).map(|_| ())?),
        Ok(Err(left)) => left,
        // The machine was off all the while, the compound has no unit, or nobody's name was posted: the close says so.
        Err(Stop::Refused(_)) => 0,
        Err(failed) => return Err(failed),
    };
    let gaps = i64::try_from(left).unwrap_or(i64::MAX);
    Ok(record(tx, author.head(v.area), &OpeningStuck { vote: id, timer: due.id.clone(), gaps }).map(|_| ())?)
}

/// What keeps a vote from opening today, in the order of the doors.
pub(crate) fn unsettled(r: &mut Read<'_>, v: &Vote, on: Day) -> Result<Vec<(Door, Gap)>, Fault> {
    let doors = store::asked(r, v.area, v.voting, on)?;
    Ok(gaps(&doors).into_iter().map(|(door, gap)| (door.clone(), gap)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_a_roll_may_be_frozen() {
        let day: Day = "2026-06-16".parse().expect("a day");
        let window = (day.at(9, 0), day.plus(14).at(18, 0));
        for (state, now, may) in [
            (State::Called, day.at(8, 59), Err(Refusal::NotBegun)),
            (State::Called, day.at(9, 0), Ok(())),
            (State::Called, day.plus(14).at(17, 59), Ok(())),
            (State::Called, day.plus(14).at(18, 0), Err(Refusal::Over)),
            (State::Open, day.at(9, 0), Err(Refusal::Begun)),
            (State::Counted, day.at(9, 0), Err(Refusal::Begun)),
            (State::Missed, day.at(9, 0), Err(Refusal::Over)),
            (State::Off, day.at(9, 0), Err(Refusal::IsOff)),
        ] {
            assert_eq!(may_open(state, now, window), may, "{state} {}", now.rfc3339());
        }
    }
}
