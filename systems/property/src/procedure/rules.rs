//! The order of steps, and what is asked of every one of them; pure.

use super::{Procedure, Steps};
use crate::refusal::Refusal;
use lianxin_base::Day;

/// Longest text of a step.
pub(crate) const WORDS_MAX: usize = 300;

/// What comes next; nothing once all are done.
pub(crate) fn next<S: Steps>(done: &[(S, Day)]) -> Option<S> {
    S::ALL.get(done.len()).copied()
}

/// The day of a step that is done.
pub(crate) fn of<S: Steps>(done: &[(S, Day)], wanted: S) -> Option<Day> {
    done.iter().find(|(step, _)| *step == wanted).map(|(_, day)| *day)
}

/// May a step be noted, as far as that is the same for all? In order, with what shows it, not to come.
pub(crate) fn may_note<P: Procedure>(
    done: &[(P::Step, Day)],
    (step, day): (P::Step, Day),
    today: Day,
    words: &str,
) -> Result<(), Refusal> {
    match next(done) {
        None => return Err(P::NO.over),
        Some(next) if next != step => return Err(P::NO.order),
        Some(_) => {}
    }
    if words.is_empty() {
        return Err(P::NO.words);
    }
    if day > today { Err(P::NO.day) } else { Ok(()) }
}

/// May this step be taken back? Only the last one, with the reason.
pub(crate) fn may_undo<P: Procedure>(
    done: &[(P::Step, Day)],
    off: bool,
    step: P::Step,
    words: &str,
) -> Result<(), Refusal> {
    if off {
        return Err(P::NO.off);
    }
    if done.last().map(|(step, _)| *step) != Some(step) {
        return Err(P::NO.order);
    }
    if words.is_empty() { Err(P::NO.why) } else { Ok(()) }
}

/// May the whole be given up?
pub(crate) fn may_give_up<P: Procedure>(ended: bool, words: &str) -> Result<(), Refusal> {
    match (ended, words.is_empty()) {
        (true, _) => Err(P::NO.over),
        (false, true) => Err(P::NO.why),
        (false, false) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::first_assembly::{First, Step};

    #[test]
    fn only_the_last_step_is_taken_back() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let done = vec![(Step::Answered, day("2026-06-10")), (Step::Formed, day("2026-06-20"))];
        for (off, step, words, may) in [
            (false, Step::Formed, "记错了", Ok(())),
            (false, Step::Answered, "记错了", Err(Refusal::FirstOrder)),
            (false, Step::Formed, "", Err(Refusal::FirstWhy)),
            (true, Step::Formed, "记错了", Err(Refusal::FirstOff)),
        ] {
            assert_eq!(may_undo::<First>(&done, off, step, words), may);
        }
        let give_up = may_give_up::<First>;
        assert_eq!((give_up(false, "不办"), give_up(false, "")), (Ok(()), Err(Refusal::FirstWhy)));
        assert_eq!(give_up(true, "不办"), Err(Refusal::FirstOver));
    }
}
