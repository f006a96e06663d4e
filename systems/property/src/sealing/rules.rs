//! When a box may be sealed and opened; pure. No law says how; the order is what a court asks for (274号 25 leaves it to the rules of
//! procedure): sealed before it is used, opened after the close, each time before two people.

use crate::assembly::State;
use crate::refusal::Refusal;
use lianxin_base::{Moment, vocabulary};

/// More boxes no vote has.
pub(crate) const BOXES: i64 = 50;
/// Longest place, and longest list of people.
pub(crate) const PLACE_MAX: usize = 60;
pub(crate) const PEOPLE_MAX: usize = 300;

vocabulary! {
    /// What was done with a box.
    What {
        /// 封上了
        Sealed = "sealed",
        /// 当众开了
        Opened = "opened",
    }
}

/// Something was done with a box.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noting<'a> {
    pub(crate) state: State,
    pub(crate) called: Moment,
    pub(crate) closes: Moment,
    pub(crate) now: Moment,
    pub(crate) number: i64,
    pub(crate) what: What,
    pub(crate) at: Moment,
    /// Who was there, one a line.
    pub(crate) people: &'a str,
    /// What was done with this box last, and when.
    pub(crate) last: Option<(What, Moment)>,
}

/// May it be noted?
pub(crate) fn may_note(n: Noting<'_>) -> Result<(), Refusal> {
    match n.state {
        State::Off => return Err(Refusal::IsOff),
        State::Missed => return Err(Refusal::Over),
        State::Counted => return Err(Refusal::Counted),
        State::Called | State::Open | State::Closed => {}
    }
    if !(1..=BOXES).contains(&n.number) {
        return Err(Refusal::BoxNumber);
    }
    if n.at > n.now || n.at < n.called || n.last.is_some_and(|(_, at)| n.at < at) {
        return Err(Refusal::BoxTime);
    }
    match (n.what, n.last.map(|(what, _)| what)) {
        (What::Sealed, Some(What::Sealed)) => return Err(Refusal::BoxIsSealed),
        (What::Opened, None | Some(What::Opened)) => return Err(Refusal::BoxIsOpen),
        (What::Opened, _) if n.at < n.closes => return Err(Refusal::BoxEarly),
        _ => {}
    }
    if n.people.lines().filter(|line| !line.trim().is_empty()).count() < 2 {
        return Err(Refusal::BoxPeople);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn a_box_is_sealed_first_and_opened_after_the_close_before_two() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let (called, closes) = (day("2026-06-18").at(10, 0), day("2026-07-13").at(18, 0));
        let sealing = Noting {
            state: State::Open,
            called,
            closes,
            now: closes.plus(100),
            number: 1,
            what: What::Sealed,
            at: day("2026-07-03").at(8, 50),
            people: "白音，社区\n袁秀兰，业主",
            last: None,
        };
        let opening = Noting { what: What::Opened, at: closes, last: Some((What::Sealed, sealing.at)), ..sealing };
        for (what, n, may) in [
            ("sealed", sealing, Ok(())),
            ("before the opening", Noting { state: State::Called, ..sealing }, Ok(())),
            ("opened in the closing second", opening, Ok(())),
            ("a second before", Noting { at: closes.plus(-1), ..opening }, Err(Refusal::BoxEarly)),
            ("opened twice", Noting { last: Some((What::Opened, closes)), ..opening }, Err(Refusal::BoxIsOpen)),
            ("never sealed", Noting { last: None, ..opening }, Err(Refusal::BoxIsOpen)),
            ("sealed twice", Noting { last: opening.last, ..sealing }, Err(Refusal::BoxIsSealed)),
            ("sealed again after", Noting { last: Some((What::Opened, closes)), at: closes, ..sealing }, Ok(())),
            (
                "before what came before",
                Noting { last: Some((What::Opened, closes)), ..sealing },
                Err(Refusal::BoxTime),
            ),
            ("to come", Noting { at: sealing.now.plus(1), ..sealing }, Err(Refusal::BoxTime)),
            ("before it was called", Noting { at: called.plus(-1), ..sealing }, Err(Refusal::BoxTime)),
            ("by one alone", Noting { people: "白音\n \n", ..sealing }, Err(Refusal::BoxPeople)),
            ("no number", Noting { number: 0, ..sealing }, Err(Refusal::BoxNumber)),
            ("too many", Noting { number: 51, ..sealing }, Err(Refusal::BoxNumber)),
            ("counted", Noting { state: State::Counted, ..sealing }, Err(Refusal::Counted)),
            ("called off", Noting { state: State::Off, ..sealing }, Err(Refusal::IsOff)),
            ("not held", Noting { state: State::Missed, ..sealing }, Err(Refusal::Over)),
        ] {
            assert_eq!(may_note(n), may, "{what}");
        }
    }
}
