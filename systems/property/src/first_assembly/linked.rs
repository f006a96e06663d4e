//! What a step that stands on a vote takes from it: which vote, its day, and until when.

use super::rules::opens_from;
use super::{First, Step};
use crate::assembly::{State, Vote, rules::rules_on, store as votes};
use crate::count::store as counts;
use crate::election::{Kind, elected, store as elections};
use crate::filing::store as filings;
use crate::procedure::store::days;
use crate::procedure::{Case, StepDone};
use crate::refusal::Refusal;
use lianxin_base::{ActId, Day};
use lianxin_calendar::LastDay;
use lianxin_store::{Read, Stop};

/// More votes of a compound are not looked through.
const LOOKED: i64 = 60;

/// A vote a step stands on.
pub(super) struct Linked {
    pub(super) vote: ActId,
    pub(super) day: Day,
    pub(super) due: Option<(LastDay, &'static str)>,
}

/// The day the group was formed.
fn formed(steps: &[StepDone<First>]) -> Option<Day> {
    steps.iter().find(|s| s.step == Step::Formed).map(|s| s.day)
}

/// The newest election of a first committee in the compound that was called since there is a group.
fn first_election(r: &mut Read<'_>, k: &Case<First>, since: Day) -> Result<Option<Vote>, Stop> {
    for v in votes::all(r, Some(k.area), LOOKED)? {
        let lives = !matches!(v.state, State::Off | State::Missed) && v.called.day() >= since;
        if lives && elections::of(r, v.id)?.is_some_and(|e| e.kind == Kind::First) {
            return Ok(Some(v));
        }
    }
    Ok(None)
}

/// The vote the steps stand on, once it was called.
pub(super) fn vote_of(steps: &[StepDone<First>]) -> Option<ActId> {
    steps.iter().find(|s| s.step == Step::Called).and_then(|s| s.vote)
}

/// The vote of a step, and the day on which it did what the step says.
///
/// # Errors
/// That it did not, with what is missing.
pub(super) fn link(r: &mut Read<'_>, k: &Case<First>, steps: &[StepDone<First>], step: Step) -> Result<Linked, Stop> {
    let plain = |v: &Vote, day| Linked { vote: v.id, day, due: None };
    if step == Step::Called {
        let since = formed(steps).ok_or(Refusal::FirstOrder)?;
        let v = first_election(r, k, since)?.ok_or(Refusal::NoFirstVote)?;
        return match opens_from(&days(steps)) {
            Some(first) if v.opens.day() < first => Err(Refusal::FirstRollShort.into()),
            _ => Ok(plain(&v, v.called.day())),
        };
    }
    let id = vote_of(steps).ok_or(Refusal::NoFirstVote)?;
    let v = votes::one(r, id)?.ok_or(Refusal::NoFirstVote)?;
    if matches!(v.state, State::Off | State::Missed) {
        return Err(Refusal::FirstVoteOff.into());
    }
    match step {
        Step::Candidates => {
            let posted = elections::of(r, id)?.and_then(|e| e.posted).ok_or(Refusal::FirstUnposted)?;
            Ok(plain(&v, posted.day()))
        }
        Step::Vote => {
            let counted = counts::of(r, id)?.ok_or(Refusal::FirstUncounted)?;
            let least = rules_on(v.opens.day())?.committee.as_ref().map_or(1, |rule| rule.least as usize);
            if elected(r, id)?.len() < least {
                return Err(Refusal::FirstFewElected.into());
            }
            Ok(plain(&v, counted.at.day()))
        }
        _ => {
            let filing = filings::of(r, id)?.ok_or(Refusal::FirstUnfiled)?;
            let day = filing.filed.ok_or(Refusal::FirstUnfiled)?;
            let last = LastDay { counted: filing.due, moved: filing.due };
            Ok(Linked { vote: id, day, due: Some((last, step.article())) })
        }
    }
}
