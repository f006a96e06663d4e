//! Who asks about whose service, who answers, what is shown of it; pure.

use crate::poll::LEAST;
use crate::texts::t;
use lianxin_base::{Day, Moment, vocabulary};
use lianxin_register::OrgKind;

vocabulary! {
    /// What is asked, of every service alike.
    Question {
        /// 来得快不快
        Quick = "quick",
        /// 活儿干得怎么样
        Work = "work",
        /// 说话态度怎么样
        Manner = "manner",
        /// 该说的说没说清楚
        Clear = "clear",
    }
}

vocabulary! {
    /// What may be said to it.
    Mark {
        /// 满意
        Good = "good",
        /// 一般
        Fair = "fair",
        /// 不满意
        Poor = "poor",
    }
}

/// So many days later it closes, at the earliest and at the latest.
const DAYS: std::ops::RangeInclusive<i32> = 3..=30;
/// So many days of service are asked about at most.
const SPAN_MAX: i32 = 366;
/// So many are offered.
const OFFERED: i32 = 30;
/// The hour of its last day.
const HOUR: u8 = 20;

lianxin_base::refusals! {
    /// Why a survey, or an answer to one, was refused.
    t,
    /// None of the parties of the compound asks.
    NotParty "council.survey_not_party" 403 "" msg_poll_not_party,
    /// Nothing, or nobody who serves there, was chosen.
    NoOrg "council.survey_no_org" 422 "about" msg_survey_no_org,
    /// Nobody asks about themselves.
    Own "council.survey_own" 422 "about" msg_survey_own,
    /// The days are none, lie ahead or are too many.
    Span "council.survey_span" 422 "from" msg_survey_bad_span,
    /// It has been asked about these days.
    Twice "council.survey_twice" 409 "from" msg_survey_twice,
    /// It closes too soon or too late.
    Day "council.survey_day" 422 "day" msg_survey_bad_day(DAYS.start().to_string(), DAYS.end().to_string()),
    /// It is over.
    Over "council.survey_over" 409 "" msg_survey_over,
    /// They do not live there.
    NotHere "council.survey_not_here" 403 "" msg_survey_not_here,
    /// The household has answered.
    Already "council.survey_already" 409 "" msg_survey_already,
    /// Somebody of the organisation it is about writes down what is said of it.
    NotYou "council.survey_not_you" 403 "" msg_survey_not_you,
    /// The household has answered: to whoever writes it down.
    HomeAnswered "council.survey_home_answered" 409 "name" msg_survey_home_answered,
    /// A question has no answer.
    Incomplete "council.survey_incomplete" 422 "" msg_survey_incomplete,
}

/// Whether the four questions fit: somebody is called, comes and works. Owners' committee, party and street decide and pass on.
pub(super) const fn serves(kind: OrgKind) -> bool {
    matches!(kind, OrgKind::Company | OrgKind::Department | OrgKind::Community | OrgKind::ResidentsCommittee)
}

/// The days of service that are offered: the thirty before today, without those somebody was asked about; nothing where they were
/// asked about today.
pub(super) fn offered_days(today: Day, asked: Option<Day>) -> Option<(Day, Day)> {
    let from = asked.map_or(today.plus(-OFFERED), |last| last.plus(1).max(today.plus(-OFFERED)));
    (from <= today).then(|| (from, today.plus(-1).max(from)))
}

/// What the rules need to know of who asks about what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking {
    /// A party of the compound asks.
    pub(super) party: bool,
    /// Whose service it is works there.
    pub(super) here: bool,
    /// It is their own.
    pub(super) own: bool,
    /// The first and the last day.
    pub(super) days: (Day, Day),
    /// Today.
    pub(super) today: Day,
    /// Some of these days have been asked about.
    pub(super) twice: bool,
}

/// May it be asked?
pub(super) fn may_ask(a: &Asking) -> Result<(), Refusal> {
    let (from, to) = a.days;
    match () {
        () if !a.party => Err(Refusal::NotParty),
        () if a.own => Err(Refusal::Own),
        () if !a.here => Err(Refusal::NoOrg),
        () if to < from || a.today < to || from.plus(SPAN_MAX) <= to => Err(Refusal::Span),
        () if a.twice => Err(Refusal::Twice),
        () => Ok(()),
    }
}

/// The last moment of its last day.
pub(super) fn until(now: Moment, day: Day) -> Result<Moment, Refusal> {
    let (first, last) = (now.day().plus(*DAYS.start()), now.day().plus(*DAYS.end()));
    if (first..=last).contains(&day) { Ok(day.at(HOUR, 0)) } else { Err(Refusal::Day) }
}

/// What the rules need to know of who answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answering {
    /// It is being asked still.
    pub(super) open: bool,
    /// They live there.
    pub(super) here: bool,
    /// Their household has answered for itself.
    pub(super) themselves: bool,
    /// A worker has written its answer down.
    pub(super) written: bool,
    /// A worker writes this one down.
    pub(super) by_desk: bool,
    /// And is of the organisation it is about.
    pub(super) theirs: bool,
}

/// May they answer so? Every question has its mark. What a worker wrote down gives way to what the household says for itself.
pub(super) fn may_answer(a: &Answering, marks: &[Option<Mark>]) -> Result<Vec<Mark>, Refusal> {
    match () {
        () if a.by_desk && a.theirs => Err(Refusal::NotYou),
        () if !a.open => Err(Refusal::Over),
        () if !a.here => Err(Refusal::NotHere),
        () if a.by_desk && (a.themselves || a.written) => Err(Refusal::HomeAnswered),
        () if a.themselves => Err(Refusal::Already),
        () if marks.len() != Question::ALL.len() => Err(Refusal::Incomplete),
        () => marks.iter().copied().collect::<Option<Vec<_>>>().ok_or(Refusal::Incomplete),
    }
}

/// An answer as it is sealed.
pub(super) fn written(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.name()).collect::<Vec<_>>().join(" ")
}

/// And read again.
pub(super) fn read(stored: &str) -> Option<Vec<Mark>> {
    let all: Option<Vec<Mark>> = stored.split(' ').map(|mark| mark.parse().ok()).collect();
    all.filter(|all| all.len() == Question::ALL.len())
}

/// How often each mark was given, question by question; nothing of fewer than five households.
pub(super) fn counted(all: &[Vec<Mark>]) -> Option<Vec<i64>> {
    let cells = (0..Question::ALL.len()).flat_map(|n| Mark::ALL.iter().map(move |mark| (n, *mark)));
    let of = |(n, mark): (usize, Mark)| all.iter().filter(|marks| marks.get(n) == Some(&mark)).count() as i64;
    (all.len() as i64 >= LEAST).then(|| cells.map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Mark::{Fair, Good, Poor};
    use lianxin_base::{Lang, Refuse};

    #[test]
    fn a_party_asks_once_about_days_that_are_over_and_never_about_itself() {
        let today = Day::from_number(20_000);
        let days = |from: i32, to: i32| (today.plus(from), today.plus(to));
        let fine = Asking { party: true, here: true, own: false, days: days(-30, -1), today, twice: false };
        for (what, a, want) in [
            ("last month", fine, Ok(())),
            ("one day, today", Asking { days: days(0, 0), ..fine }, Ok(())),
            ("a whole year", Asking { days: days(-365, 0), ..fine }, Ok(())),
            ("more than a year", Asking { days: days(-366, 0), ..fine }, Err(Refusal::Span)),
            ("days to come", Asking { days: days(-1, 1), ..fine }, Err(Refusal::Span)),
            ("the end before the beginning", Asking { days: days(-1, -2), ..fine }, Err(Refusal::Span)),
            ("asked before", Asking { twice: true, ..fine }, Err(Refusal::Twice)),
            ("their own", Asking { own: true, twice: true, ..fine }, Err(Refusal::Own)),
            ("who does not work there", Asking { here: false, twice: true, ..fine }, Err(Refusal::NoOrg)),
            ("themselves, and no service", Asking { here: false, own: true, ..fine }, Err(Refusal::Own)),
            ("by another house", Asking { party: false, here: false, ..fine }, Err(Refusal::NotParty)),
        ] {
            assert_eq!(may_ask(&a), want, "{what}");
        }
    }

    #[test]
    fn the_days_that_are_offered_are_taken() {
        let today = Day::from_number(20_000);
        for (asked, want) in [
            (None, Some((-30, -1))),
            (Some(-45), Some((-30, -1))),
            (Some(-11), Some((-10, -1))),
            (Some(-2), Some((-1, -1))),
            (Some(-1), Some((0, 0))),
            (Some(0), None),
        ] {
            let want = want.map(|(from, to)| (today.plus(from), today.plus(to)));
            let offered = offered_days(today, asked.map(|n| today.plus(n)));
            assert_eq!(offered, want, "asked until {asked:?}");
            if let Some(days) = offered {
                let twice = asked.is_some_and(|n| days.0 <= today.plus(n));
                let a = Asking { party: true, here: true, own: false, days, today, twice };
                assert_eq!(may_ask(&a), Ok(()), "{asked:?}");
            }
        }
    }

    #[test]
    fn it_closes_three_to_thirty_days_on() {
        let today = Day::from_number(20_000);
        for (days, good) in [(0, false), (2, false), (3, true), (30, true), (31, false)] {
            let want = if good { Ok(today.plus(days).at(20, 0)) } else { Err(Refusal::Day) };
            assert_eq!(until(today.at(9, 0), today.plus(days)), want, "{days}");
        }
    }

    #[test]
    fn a_household_answers_every_question_once() {
        let fine =
            Answering { open: true, here: true, themselves: false, written: false, by_desk: false, theirs: false };
        let desk = Answering { by_desk: true, ..fine };
        let whole = [Some(Good), Some(Fair), Some(Poor), Some(Good)];
        let lacks = [Some(Good), None, Some(Poor), Some(Good)];
        let good = || Ok(vec![Good, Fair, Poor, Good]);
        for (what, a, marks, want) in [
            ("all four", fine, &whole[..], good()),
            ("one is missing", fine, &lacks[..], Err(Refusal::Incomplete)),
            ("three of four", fine, &whole[..3], Err(Refusal::Incomplete)),
            ("a second time", Answering { themselves: true, ..fine }, &lacks[..], Err(Refusal::Already)),
            ("after somebody wrote it down", Answering { written: true, ..fine }, &whole[..], good()),
            ("from elsewhere", Answering { here: false, themselves: true, ..fine }, &whole[..], Err(Refusal::NotHere)),
            ("too late", Answering { open: false, here: false, ..fine }, &whole[..], Err(Refusal::Over)),
            ("written down", desk, &whole[..], good()),
            ("written down, one is missing", desk, &lacks[..], Err(Refusal::Incomplete)),
            ("written down twice", Answering { written: true, ..desk }, &whole[..], Err(Refusal::HomeAnswered)),
            ("over their own", Answering { themselves: true, ..desk }, &whole[..], Err(Refusal::HomeAnswered)),
            (
                "by whom it is about",
                Answering { theirs: true, written: true, ..desk },
                &whole[..],
                Err(Refusal::NotYou),
            ),
            ("of the same house, for oneself", Answering { theirs: true, ..fine }, &whole[..], good()),
        ] {
            assert_eq!(may_answer(&a, marks), want, "{what}");
        }
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let marks = vec![Good, Fair, Poor, Good];
        assert_eq!(read(&written(&marks)), Some(marks));
        for bad in
            ["", "good", "good fair poor", "good fair poor good good", "good fair poor x", "good  fair poor good"]
        {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn nothing_is_shown_of_fewer_than_five_households() {
        let one = || vec![Good, Fair, Poor, Good];
        assert_eq!(counted(&vec![one(); 4]), None);
        let mut five = vec![one(); 4];
        five.push(vec![Poor, Fair, Good, Good]);
        assert_eq!(counted(&five), Some(vec![4, 0, 1, 0, 5, 0, 1, 0, 4, 5, 0, 0]));
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
