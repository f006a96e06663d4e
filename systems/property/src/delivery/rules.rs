//! How a paper reaches its owner and what proves it; which copy of a paper counts; pure. 274号 art. 22: opinion forms are
//! delivered to every owner; (2022)沪02民初16号: who is to be counted as silent must have been reached, provably.

use crate::assembly::State;
use crate::refusal::Refusal;
use lianxin_base::vocabulary;
use lianxin_base::{Day, Moment, SeatId};

/// Longest note.
pub(crate) const NOTE_MAX: usize = 100;

vocabulary! {
    /// How a paper was delivered.
    Way {
        /// 当面交给本人
        Hand = "hand",
        /// 贴在门上，再发消息
        Door = "door",
        /// 邮寄
        Post = "post",
        /// 打电话
        Phone = "phone",
        /// 在本人手机上看的
        Page = "page",
    }
}

vocabulary! {
    /// Why a paper is issued again.
    Why {
        /// 丢了
        Lost = "lost",
        /// 退回来了
        Returned = "returned",
        /// 坏了、写错了
        Spoilt = "spoilt",
    }
}

/// Somebody writes a delivery down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Delivering<'a> {
    pub(crate) state: State,
    pub(crate) now: Moment,
    pub(crate) opens: Moment,
    pub(crate) closes: Moment,
    pub(crate) way: Way,
    pub(crate) day: Day,
    pub(crate) seats: [SeatId; 2],
    /// A signature, a postal receipt or a word read on the phone is kept.
    pub(crate) signed: bool,
    pub(crate) note: &'a str,
}

/// Papers go out from the opening to the close.
pub(crate) fn goes_out(state: State, now: Moment, closes: Moment) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Called => Err(Refusal::NotBegun),
        State::Closed | State::Counted | State::Missed => Err(Refusal::Over),
        State::Open if now >= closes => Err(Refusal::Over),
        State::Open => Ok(()),
    }
}

/// May it be written down so? Two people deliver; what nobody signed for says in a note how it went.
pub(crate) fn may_deliver(d: Delivering<'_>) -> Result<(), Refusal> {
    goes_out(d.state, d.now, d.closes)?;
    if d.seats[0] == d.seats[1] {
        return Err(Refusal::TwoDeliver);
    }
    if d.day > d.now.day() || d.day < d.opens.day() {
        return Err(Refusal::BadDay);
    }
    let provable = matches!(d.way, Way::Hand | Way::Post | Way::Page);
    match (d.signed, provable, d.note.is_empty()) {
        (true, false, _) => Err(Refusal::NothingSigned),
        (false, _, true) => Err(Refusal::NoNote),
        _ => Ok(()),
    }
}

/// The copy a paper must be: the last that was issued. A paper that was never issued again carries its number alone.
pub(crate) const fn right_copy(current: i64, given: Option<i64>) -> Result<i64, Refusal> {
    match given {
        None if current == 1 => Ok(1),
        Some(copy) if copy == current => Ok(copy),
        _ => Err(Refusal::OldPaper),
    }
}

/// `12` or `12-2` as it stands on a paper: number, and copy if it was issued again.
pub(crate) fn paper_number(typed: &str) -> Option<(i64, Option<i64>)> {
    let text: String = typed.trim().chars().map(lianxin_base::half_width).collect();
    let (no, copy) = match text.split_once(['-', '－', '—']) {
        Some((no, copy)) => (no.trim().parse().ok()?, Some(copy.trim().parse().ok()?)),
        None => (text.parse().ok()?, None),
    };
    let real = no > 0 && copy.is_none_or(|copy: i64| copy > 0);
    real.then_some((no, copy))
}

/// The number as a paper carries it.
pub(crate) fn written(no: i64, copy: i64) -> String {
    if copy > 1 { format!("{no}-{copy}") } else { no.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_deliver_and_what_nobody_signed_for_is_explained() {
        let day: Day = "2026-07-03".parse().expect("a day");
        let (one, two) = (SeatId::from_bytes([1; 16]), SeatId::from_bytes([2; 16]));
        let base = Delivering {
            state: State::Open,
            now: day.plus(2).at(10, 0),
            opens: day.at(9, 0),
            closes: day.plus(10).at(18, 0),
            way: Way::Hand,
            day: day.plus(1),
            seats: [one, two],
            signed: true,
            note: "",
        };
        let late = day.plus(10).at(18, 0);
        for (what, d, may) in [
            ("in person, signed", base, Ok(())),
            ("on the day it opens", Delivering { day, ..base }, Ok(())),
            ("before it opens", Delivering { day: day.plus(-1), ..base }, Err(Refusal::BadDay)),
            ("tomorrow", Delivering { day: day.plus(3), ..base }, Err(Refusal::BadDay)),
            ("the same twice", Delivering { seats: [one, one], ..base }, Err(Refusal::TwoDeliver)),
            ("in person, unsigned", Delivering { signed: false, ..base }, Err(Refusal::NoNote)),
            ("in person, with a note", Delivering { signed: false, note: "不肯签", ..base }, Ok(())),
            ("on the door", Delivering { way: Way::Door, signed: false, note: "18:20 发了短信", ..base }, Ok(())),
            ("on the door, silent", Delivering { way: Way::Door, signed: false, ..base }, Err(Refusal::NoNote)),
            ("a door that signs", Delivering { way: Way::Door, ..base }, Err(Refusal::NothingSigned)),
            ("a call that signs", Delivering { way: Way::Phone, ..base }, Err(Refusal::NothingSigned)),
            ("by post with the receipt", Delivering { way: Way::Post, ..base }, Ok(())),
            ("read on the phone", Delivering { way: Way::Page, ..base }, Ok(())),
            ("in the closing second", Delivering { now: late, ..base }, Err(Refusal::Over)),
            ("before there is a roll", Delivering { state: State::Called, ..base }, Err(Refusal::NotBegun)),
            ("called off", Delivering { state: State::Off, ..base }, Err(Refusal::IsOff)),
            ("counted", Delivering { state: State::Counted, ..base }, Err(Refusal::Over)),
        ] {
            assert_eq!(may_deliver(d), may, "{what}");
        }
    }

    #[test]
    fn only_the_last_copy_of_a_paper_counts() {
        for (current, given, may) in [
            (1, None, Ok(1)),
            (1, Some(1), Ok(1)),
            (2, Some(2), Ok(2)),
            (2, None, Err(Refusal::OldPaper)),
            (2, Some(1), Err(Refusal::OldPaper)),
            (1, Some(2), Err(Refusal::OldPaper)),
        ] {
            assert_eq!(right_copy(current, given), may, "{current} {given:?}");
        }
    }

    #[test]
    fn a_number_is_read_as_it_stands_on_the_paper() {
        for (typed, is) in [
            ("12", Some((12, None))),
            (" 12-2 ", Some((12, Some(2)))),
            ("１２－２", Some((12, Some(2)))),
            ("12-", None),
            ("0", None),
            ("12-0", None),
            ("-3", None),
            ("三", None),
            ("", None),
        ] {
            assert_eq!(paper_number(typed), is, "{typed}");
        }
        assert_eq!((written(12, 1), written(12, 3)), ("12".into(), "12-3".into()));
    }
}
