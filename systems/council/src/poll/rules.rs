//! Who asks, what may be asked, who answers, and what is shown of it; pure.

use crate::texts::t;
use lianxin_base::{Day, Moment};

/// Longest question.
pub(super) const QUESTION_MAX: usize = 80;
/// Longest choice.
pub(super) const CHOICE_MAX: usize = 30;
/// So many there are to choose from.
pub(super) const CHOICES_MIN: usize = 2;
pub(super) const CHOICES_MAX: usize = 6;
/// Of fewer households than this nothing is shown.
pub(crate) const LEAST: i64 = 5;
/// So many days later it closes at the latest.
const DAYS_MAX: i32 = 30;
/// The hour of its last day.
pub(super) const HOUR: u8 = 20;
/// So many are asked in one matter.
pub(super) const POLLS_MAX: usize = 6;

lianxin_base::refusals! {
    /// Why a poll, or an answer to one, was refused.
    t,
    /// None of the parties of the compound asks.
    NotParty "council.poll_not_party" 403 "" msg_poll_not_party,
    /// The matter is not being talked over.
    NotTalked "council.poll_not_talked" 409 "" msg_poll_not_talked,
    /// The neighbours do not read the matter.
    NotShown "council.poll_not_shown" 409 "" msg_poll_not_shown,
    /// One is being asked.
    OneOpen "council.poll_one_open" 409 "" msg_poll_one_open,
    /// Enough has been asked.
    Enough "council.poll_enough" 409 "" msg_poll_enough(POLLS_MAX.to_string()),
    /// Nothing is asked.
    NoQuestion "council.poll_no_question" 422 "ask" msg_poll_no_question,
    /// The question is too long.
    LongQuestion "council.poll_long_question" 422 "ask" msg_poll_long_question(QUESTION_MAX.to_string()),
    /// There are fewer than two to choose from, or more than six.
    Choices "council.poll_choices" 422 "choice1" msg_poll_choices_few,
    /// A choice is too long.
    LongChoice "council.poll_long_choice" 422 "choice1" msg_poll_long_choice(CHOICE_MAX.to_string()),
    /// Two are the same.
    Same "council.poll_same" 422 "choice1" msg_poll_same,
    /// It closes today or before, or more than thirty days from now.
    Day "council.poll_day" 422 "day" msg_poll_bad_day(DAYS_MAX.to_string()),
    /// It is over.
    Over "council.poll_over" 409 "" msg_poll_over,
    /// They do not live there.
    NotHere "council.poll_not_here" 403 "" msg_poll_not_here,
    /// None of what is offered was chosen.
    NoChoice "council.poll_no_choice" 422 "chosen" msg_poll_no_choice,
    /// They have said just that.
    Already "council.poll_already" 409 "chosen" msg_poll_already,
    /// The household has answered for itself.
    Themselves "council.poll_themselves" 409 "name" msg_poll_themselves,
    /// Nobody of that name is in the register.
    NoName "council.poll_no_name" 422 "name" msg_poll_no_name,
    /// Several are.
    WhichOne "council.poll_which_one" 422 "name" msg_poll_which_one,
    /// Only who asked takes it back, or the community.
    NotTheirs "council.poll_not_theirs" 403 "" msg_poll_not_theirs,
}

/// What the rules need to know of a matter about which something is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking {
    /// A party of the compound asks.
    pub(crate) party: bool,
    /// It is being talked over.
    pub(crate) talked: bool,
    /// The neighbours read it.
    pub(crate) shown: bool,
    /// One is being asked.
    pub(crate) open: bool,
    /// How many were asked.
    pub(crate) asked: usize,
}

/// May something be asked?
pub(crate) const fn may_ask(a: &Asking) -> Result<(), Refusal> {
    match a {
        Asking { party: false, .. } => Err(Refusal::NotParty),
        Asking { talked: false, .. } => Err(Refusal::NotTalked),
        Asking { shown: false, .. } => Err(Refusal::NotShown),
        Asking { open: true, .. } => Err(Refusal::OneOpen),
        Asking { asked, .. } if *asked >= POLLS_MAX => Err(Refusal::Enough),
        _ => Ok(()),
    }
}

/// A question with two to six different things to choose.
pub(super) fn worded(question: &str, choices: &[String]) -> Result<(), Refusal> {
    match question.chars().count() {
        0 => return Err(Refusal::NoQuestion),
        n if n > QUESTION_MAX => return Err(Refusal::LongQuestion),
        _ => {}
    }
    let blank = choices.iter().any(|c| c.trim().is_empty());
    if blank || !(CHOICES_MIN..=CHOICES_MAX).contains(&choices.len()) {
        return Err(Refusal::Choices);
    }
    if choices.iter().any(|c| c.chars().count() > CHOICE_MAX) {
        return Err(Refusal::LongChoice);
    }
    let mut all: Vec<&str> = choices.iter().map(|c| c.trim()).collect();
    all.sort_unstable();
    all.dedup();
    if all.len() == choices.len() { Ok(()) } else { Err(Refusal::Same) }
}

/// The last moment of a poll's last day: from tomorrow on, so that everybody has an evening.
pub(super) fn until(now: Moment, day: Day) -> Result<Moment, Refusal> {
    let (first, last) = (now.day().plus(1), now.day().plus(DAYS_MAX));
    if (first..=last).contains(&day) { Ok(day.at(HOUR, 0)) } else { Err(Refusal::Day) }
}

/// What the rules need to know of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answering {
    /// It is being asked still.
    pub(super) open: bool,
    /// They live where it is.
    pub(super) here: bool,
    /// How many there are to choose from.
    pub(super) choices: i64,
    /// Which one.
    pub(super) chosen: i64,
    /// Just this is what the household said.
    pub(super) same: bool,
    /// The household has an answer that nobody wrote down for it.
    pub(super) themselves: bool,
    /// A worker writes it down.
    pub(super) by_desk: bool,
}

/// May they answer so?
pub(super) fn may_answer(a: &Answering) -> Result<(), Refusal> {
    match () {
        () if !a.open => Err(Refusal::Over),
        () if !a.here => Err(Refusal::NotHere),
        () if !(1..=a.choices).contains(&a.chosen) => Err(Refusal::NoChoice),
        () if a.by_desk && a.themselves => Err(Refusal::Themselves),
        () if a.same => Err(Refusal::Already),
        () => Ok(()),
    }
}

/// May they take it back?
pub(super) const fn may_take_back(theirs: bool, open: bool) -> Result<(), Refusal> {
    match (theirs, open) {
        (false, _) => Err(Refusal::NotTheirs),
        (_, false) => Err(Refusal::Over),
        _ => Ok(()),
    }
}

/// How often each was chosen, in their order; nothing of fewer than five households.
pub(super) fn counted(choices: i64, chosen: &[i64]) -> Option<Vec<i64>> {
    let of = |n: i64| chosen.iter().filter(|c| **c == n).count() as i64;
    let all: Vec<i64> = (1..=choices).map(of).collect();
    (all.iter().sum::<i64>() >= LEAST).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{Lang, Refuse};

    #[test]
    fn a_party_asks_one_thing_at_a_time_where_the_neighbours_read_along() {
        let fine = Asking { party: true, talked: true, shown: true, open: false, asked: 0 };
        for (what, asking, want) in [
            ("the first", fine, Ok(())),
            ("the sixth", Asking { asked: 5, ..fine }, Ok(())),
            ("a seventh", Asking { asked: 6, ..fine }, Err(Refusal::Enough)),
            ("beside another", Asking { open: true, asked: 6, ..fine }, Err(Refusal::OneOpen)),
            ("nobody reads it", Asking { shown: false, open: true, ..fine }, Err(Refusal::NotShown)),
            ("by another house", Asking { party: false, shown: false, ..fine }, Err(Refusal::NotParty)),
            ("it was decided", Asking { talked: false, shown: false, ..fine }, Err(Refusal::NotTalked)),
        ] {
            assert_eq!(may_ask(&asking), want, "{what}");
        }
    }

    #[test]
    fn a_question_has_two_to_six_different_things_to_choose() {
        let (long, longer) = ("长".repeat(QUESTION_MAX), "长".repeat(QUESTION_MAX + 1));
        let (wide, wider) = ("宽".repeat(CHOICE_MAX), "宽".repeat(CHOICE_MAX + 1));
        for (what, question, choices, want) in [
            ("two", "放哪儿", vec!["南门", "西墙"], Ok(())),
            ("six", long.as_str(), vec!["一", "二", "三", "四", "五", wide.as_str()], Ok(())),
            ("nothing asked", "", vec!["南门", "西墙"], Err(Refusal::NoQuestion)),
            ("too long a question", longer.as_str(), vec!["南门"], Err(Refusal::LongQuestion)),
            ("one", "放哪儿", vec!["南门"], Err(Refusal::Choices)),
            ("none", "放哪儿", vec![], Err(Refusal::Choices)),
            ("seven", "放哪儿", vec!["一", "二", "三", "四", "五", "六", "七"], Err(Refusal::Choices)),
            ("a blank one", "放哪儿", vec!["南门", " "], Err(Refusal::Choices)),
            ("too long a choice", "放哪儿", vec!["南门", wider.as_str()], Err(Refusal::LongChoice)),
            ("the same twice", "放哪儿", vec!["南门", "西墙", "南门 "], Err(Refusal::Same)),
        ] {
            let choices: Vec<String> = choices.into_iter().map(ToOwned::to_owned).collect();
            assert_eq!(worded(question, &choices), want, "{what}");
        }
    }

    #[test]
    fn it_closes_on_an_evening_from_tomorrow_to_thirty_days_on() {
        let today = Day::from_number(20_000);
        for (days, good) in [(-1, false), (0, false), (1, true), (30, true), (31, false)] {
            let want = if good { Ok(today.plus(days).at(20, 0)) } else { Err(Refusal::Day) };
            assert_eq!(until(today.at(23, 59), today.plus(days)), want, "{days}");
        }
    }

    #[test]
    fn a_household_answers_once_and_changes_its_answer_until_the_close() {
        let fine =
            Answering { open: true, here: true, choices: 3, chosen: 2, same: false, themselves: false, by_desk: false };
        for (what, a, want) in [
            ("a first answer", fine, Ok(())),
            ("another answer", Answering { themselves: true, ..fine }, Ok(())),
            ("the same once more", Answering { same: true, themselves: true, ..fine }, Err(Refusal::Already)),
            ("written down", Answering { by_desk: true, ..fine }, Ok(())),
            (
                "written down over their own",
                Answering { by_desk: true, themselves: true, ..fine },
                Err(Refusal::Themselves),
            ),
            ("the first of three", Answering { chosen: 1, ..fine }, Ok(())),
            ("nothing chosen", Answering { chosen: 0, ..fine }, Err(Refusal::NoChoice)),
            ("a fourth of three", Answering { chosen: 4, ..fine }, Err(Refusal::NoChoice)),
            ("from elsewhere", Answering { here: false, chosen: 0, ..fine }, Err(Refusal::NotHere)),
            ("too late", Answering { open: false, here: false, ..fine }, Err(Refusal::Over)),
        ] {
            assert_eq!(may_answer(&a), want, "{what}");
        }
    }

    #[test]
    fn nothing_is_shown_of_fewer_than_five_households() {
        for (what, choices, chosen, want) in [
            ("nobody", 2, vec![], None),
            ("four", 2, vec![1, 1, 2, 1], None),
            ("five", 2, vec![1, 1, 2, 1, 1], Some(vec![4, 1])),
            ("one that nobody chose", 3, vec![3, 1, 3, 3, 3], Some(vec![1, 0, 4])),
            ("what is none of them is no answer", 2, vec![1, 1, 2, 1, 9], None),
        ] {
            assert_eq!(counted(choices, &chosen), want, "{what}");
        }
    }

    #[test]
    fn who_asked_takes_it_back_before_it_closes() {
        assert_eq!(may_take_back(true, true), Ok(()));
        assert_eq!(may_take_back(true, false), Err(Refusal::Over));
        assert_eq!(may_take_back(false, false), Err(Refusal::NotTheirs));
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
