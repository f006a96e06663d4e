//! Who may object to a posted roll, until when, and what an answer needs; pure. 274号 arts. 8 to 15: the list of owners with
//! their areas is posted before the vote, so that mistakes are found while they can be mended.

use crate::assembly::State;
use crate::refusal::Refusal;
use lianxin_base::vocabulary;

/// Longest words of an objection and of its answer.
pub(crate) const SAY_MAX: usize = 300;
/// Longest door, as somebody writes it.
pub(crate) const PLACE_MAX: usize = 40;
/// So many of one person wait for an answer at most.
pub(crate) const OPEN_MAX: usize = 5;

vocabulary! {
    /// What is wrong with a row of the roll.
    What {
        /// 面积不对
        Area = "area",
        /// 业主不对
        Owner = "owner",
        /// 名册上没有这套房
        Missing = "missing",
        /// 一套房写了两次
        Twice = "twice",
    }
}

vocabulary! {
    /// What came of it.
    Outcome {
        /// The register was corrected; the roll is frozen from there.
        Corrected = "corrected",
        /// It stays as it is, for a reason that is told.
        Kept = "kept",
    }
}

/// Somebody who objects.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Objecting<'a> {
    pub(crate) state: State,
    /// They live or own here, or a worker of the compound writes it down for them.
    pub(crate) belongs: bool,
    /// How many of theirs wait already.
    pub(crate) waiting: usize,
    pub(crate) place: &'a str,
    pub(crate) words: &'a str,
}

/// May they? Until the roll is frozen.
pub(crate) const fn may_object(o: Objecting<'_>) -> Result<(), Refusal> {
    match o.state {
        State::Off => Err(Refusal::IsOff),
        State::Missed => Err(Refusal::Over),
        State::Open | State::Closed | State::Counted => Err(Refusal::RollFrozen),
        State::Called if !o.belongs => Err(Refusal::NotOfCompound),
        State::Called if o.place.is_empty() => Err(Refusal::NoPlace),
        State::Called if o.words.is_empty() => Err(Refusal::NoWords),
        State::Called if o.waiting >= OPEN_MAX => Err(Refusal::ManyObjections),
        State::Called => Ok(()),
    }
}

/// May it be answered so? Always with a sentence: whoever asked hears what was found.
pub(crate) const fn may_answer(answered: bool, words: &str) -> Result<(), Refusal> {
    match (answered, words.is_empty()) {
        (true, _) => Err(Refusal::Answered),
        (false, true) => Err(Refusal::NoAnswer),
        (false, false) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_may_object_until_the_roll_is_frozen() {
        for (what, state, belongs, waiting, place, words, may) in [
            ("before the opening", State::Called, true, 0, "3 号", "少算了阳台", Ok(())),
            ("with four waiting", State::Called, true, 4, "3 号", "少算了阳台", Ok(())),
            ("with five waiting", State::Called, true, 5, "3 号", "少算了阳台", Err(Refusal::ManyObjections)),
            ("from elsewhere", State::Called, false, 0, "3 号", "少算了阳台", Err(Refusal::NotOfCompound)),
            ("without a door", State::Called, true, 0, "", "少算了阳台", Err(Refusal::NoPlace)),
            ("without words", State::Called, true, 0, "3 号", "", Err(Refusal::NoWords)),
            ("once it is frozen", State::Open, true, 0, "3 号", "少算了阳台", Err(Refusal::RollFrozen)),
            ("after the close", State::Closed, true, 0, "3 号", "少算了阳台", Err(Refusal::RollFrozen)),
            ("after the count", State::Counted, true, 0, "3 号", "少算了阳台", Err(Refusal::RollFrozen)),
            ("called off", State::Off, true, 0, "3 号", "少算了阳台", Err(Refusal::IsOff)),
            ("never held", State::Missed, true, 0, "3 号", "少算了阳台", Err(Refusal::Over)),
        ] {
            assert_eq!(may_object(Objecting { state, belongs, waiting, place, words }), may, "{what}");
        }
    }

    #[test]
    fn an_answer_says_something_and_is_given_once() {
        for (answered, words, may) in [
            (false, "按房本改好了", Ok(())),
            (false, "", Err(Refusal::NoAnswer)),
            (true, "按房本改好了", Err(Refusal::Answered)),
        ] {
            assert_eq!(may_answer(answered, words), may, "{answered} {words}");
        }
    }
}
