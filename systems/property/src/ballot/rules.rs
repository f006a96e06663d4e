//! Who may cast what until when; pure. What a deadline means never depends on a timer: a ballot of the closing second is late.
//!
//! Where somebody votes on the phone and hands in a paper too, the signed paper counts, whichever came first (274号 art. 22
//! wants the owner's signature); the phone vote is listed as superseded. One owner, one vote.

use crate::assembly::{Online, State};
use crate::refusal::Refusal;
use lianxin_base::vocabulary;
use lianxin_base::{Moment, PersonId, SeatId};

vocabulary! {
    /// What is marked on a matter.
    Mark {
        /// 同意
        Yes = "yes",
        /// 反对
        No = "no",
        /// 弃权
        Abstain = "abstain",
        /// A mark that says nothing clear; on paper only.
        Invalid = "invalid",
        /// No mark; on paper only.
        Blank = "blank",
    }
}

vocabulary! {
    /// How what counts was cast.
    Channel {
        /// On the phone.
        Phone = "phone",
        /// On paper.
        Paper = "paper",
        /// By written authority; until the owner votes themselves.
        Proxy = "proxy",
        /// A photo of the signed paper, from away.
        Photo = "photo",
        /// In the authority's own system, by its list.
        Official = "official",
    }
}

impl Channel {
    /// The owner's own signature stands on it: nothing cast without one stands in its place.
    pub const fn signed(self) -> bool {
        matches!(self, Self::Paper | Self::Photo)
    }
}

impl Mark {
    /// What one may choose on a phone: a phone asks until the answer is clear.
    pub const CLEAR: [Self; 3] = [Self::Yes, Self::No, Self::Abstain];
}

/// A vote as somebody casts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Urn {
    pub(crate) state: State,
    pub(crate) closes: Moment,
    pub(crate) online: Online,
}

/// Is the box open for phones at this moment?
pub(crate) fn open_for_phones(b: Urn, now: Moment) -> Result<(), Refusal> {
    match (b.state, b.online) {
        (State::Off, _) => Err(Refusal::IsOff),
        (State::Closed | State::Counted | State::Missed, _) => Err(Refusal::Over),
        _ if now >= b.closes => Err(Refusal::Over),
        (State::Called, _) => Err(Refusal::NotBegun),
        (State::Open, Online::PaperOnly) => Err(Refusal::PaperOnly),
        (State::Open, Online::OnlyOfficialSystem) => Err(Refusal::OfficialOnly),
        (State::Open, Online::Allowed) => Ok(()),
    }
}

/// May this number's vote be cast on the phone, with so many choices?
pub(crate) fn may_cast(
    b: Urn,
    now: Moment,
    on_roll: bool,
    there: Option<Channel>,
    marks: &[Mark],
    matters: usize,
) -> Result<(), Refusal> {
    if !on_roll && matches!(b.state, State::Open) {
        return Err(Refusal::NotVoter);
    }
    open_for_phones(b, now)?;
    if there.is_some_and(Channel::signed) {
        return Err(Refusal::PaperGiven);
    }
    let clear = marks.iter().all(|mark| Mark::CLEAR.contains(mark));
    if marks.len() == matters && clear { Ok(()) } else { Err(Refusal::NoMark) }
}

/// A paper as one worker entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entered {
    pub(crate) seat: SeatId,
    pub(crate) person: Option<PersonId>,
    pub(crate) marks: Vec<Mark>,
    /// They say that no such paper lies under this number.
    pub(crate) asked: bool,
}

impl Entered {
    /// Whether this is somebody's entry: their seat's, or their own in another seat.
    pub(crate) fn is_of(&self, (seat, person): (SeatId, Option<PersonId>)) -> bool {
        self.seat == seat || (self.person.is_some() && self.person == person)
    }
}

/// What an entry brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lands {
    /// The first of two.
    First,
    /// The second, and both are the same: it counts.
    Same,
    /// The second, and they differ: to be settled.
    Differs,
}

/// Papers are entered from the opening until the count; what lay in the box at the close may be entered after it.
pub(crate) const fn open_for_papers(state: State) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Called => Err(Refusal::NotBegun),
        State::Counted => Err(Refusal::Counted),
        State::Missed => Err(Refusal::Over),
        State::Open | State::Closed => Ok(()),
    }
}

/// May this worker enter this paper, and what comes of it? Two different people enter each paper; where they differ each of them may
/// look at it once more, and it counts when both read the same.
pub(crate) fn may_enter(before: &[Entered], new: &Entered, there: Option<Channel>) -> Result<Lands, Refusal> {
    if there.is_some_and(Channel::signed) {
        return Err(Refusal::PaperDone);
    }
    match before {
        [] => Ok(Lands::First),
        [one] if one.is_of((new.seat, new.person)) => Err(Refusal::SameWorker),
        [one] => Ok(lands(one, new)),
        [a, b] if a.is_of((new.seat, new.person)) => Ok(lands(b, new)),
        [a, b] if b.is_of((new.seat, new.person)) => Ok(lands(a, new)),
        _ => Err(Refusal::PaperDiffers),
    }
}

fn lands(other: &Entered, new: &Entered) -> Lands {
    if other.marks == new.marks { Lands::Same } else { Lands::Differs }
}

/// May this worker say what stands on a paper that was read in two ways? Only a third: one of the two would decide alone.
pub(crate) fn may_settle(
    before: &[Entered],
    who: (SeatId, Option<PersonId>),
    there: Option<Channel>,
) -> Result<(), Refusal> {
    if differing(before, there).is_empty() {
        return Err(Refusal::NothingToSettle);
    }
    if before.iter().any(|e| e.is_of(who)) { Err(Refusal::SettleSelf) } else { Ok(()) }
}

/// What setting an entry aside brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voids {
    /// It is set aside.
    Now,
    /// The other of the two is asked.
    Asked,
}

/// May what was entered of a number be set aside, since no such paper lies there? Nobody makes a paper vanish alone: of what was
/// entered once, somebody else than who entered it; of what was entered twice, also if it counts already, a third, or both of
/// the two one after the other.
pub(crate) fn may_void(before: &[Entered], who: (SeatId, Option<PersonId>)) -> Result<Voids, Refusal> {
    let (own, others): (Vec<&Entered>, Vec<&Entered>) = before.iter().partition(|e| e.is_of(who));
    match (&own[..], &others[..]) {
        ([], []) => Err(Refusal::NothingToVoid),
        ([], _) => Ok(Voids::Now),
        (_, []) => Err(Refusal::VoidSelf),
        (_, others) if others.iter().all(|e| e.asked) => Ok(Voids::Now),
        (own, _) if own.iter().all(|e| e.asked) => Err(Refusal::VoidAsked),
        _ => Ok(Voids::Asked),
    }
}

/// The matters on which two entries differ, from 1; none if they are not two, or are settled.
pub(crate) fn differing(entered: &[Entered], there: Option<Channel>) -> Vec<usize> {
    match entered {
        [a, b] if !there.is_some_and(Channel::signed) => {
            (1..).zip(a.marks.iter().zip(&b.marks)).filter(|(_, (a, b))| a != b).map(|(n, _)| n).collect()
        }
        _ => Vec::new(),
    }
}

/// Marks as a column holds them.
#[cfg(test)]
fn written(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.name()).collect::<Vec<_>>().join(",")
}

/// Marks as a column holds them, read.
pub(crate) fn read(text: &str) -> Option<Vec<Mark>> {
    text.split(',').map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    fn closes() -> Moment {
        "2026-06-30".parse::<Day>().expect("a day").at(18, 0)
    }

    #[test]
    fn who_may_cast_on_the_phone_and_until_when() {
        use Mark::{Abstain, Blank, Invalid, No, Yes};
        use State::{Called, Closed, Counted, Off, Open};
        let last = closes().plus(-1);
        let phone = Some(Channel::Phone);
        let paper = Some(Channel::Paper);
        for (what, state, online, now, on_roll, there, marks, may) in [
            ("an owner", Open, Online::Allowed, last, true, None, &[Yes, No][..], Ok(())),
            ("abstains", Open, Online::Allowed, last, true, None, &[Abstain, No], Ok(())),
            ("changes their mind", Open, Online::Allowed, last, true, phone, &[No, No], Ok(())),
            ("in the closing second", Open, Online::Allowed, closes(), true, None, &[Yes, No], Err(Refusal::Over)),
            ("long after", Closed, Online::Allowed, closes().plus(9), true, None, &[Yes, No], Err(Refusal::Over)),
            ("when it is counted", Counted, Online::Allowed, last, true, None, &[Yes, No], Err(Refusal::Over)),
            ("before", Called, Online::Allowed, last, true, None, &[Yes, No], Err(Refusal::NotBegun)),
            ("called off", Off, Online::Allowed, last, true, None, &[Yes, No], Err(Refusal::IsOff)),
            ("a tenant", Open, Online::Allowed, last, false, None, &[Yes, No], Err(Refusal::NotVoter)),
            ("paper only", Open, Online::PaperOnly, last, true, None, &[Yes, No], Err(Refusal::PaperOnly)),
            ("official", Open, Online::OnlyOfficialSystem, last, true, None, &[Yes, No], Err(Refusal::OfficialOnly)),
            ("after the paper", Open, Online::Allowed, last, true, paper, &[Yes, No], Err(Refusal::PaperGiven)),
            ("one left out", Open, Online::Allowed, last, true, None, &[Yes], Err(Refusal::NoMark)),
            ("one too many", Open, Online::Allowed, last, true, None, &[Yes, No, No], Err(Refusal::NoMark)),
            ("unclear", Open, Online::Allowed, last, true, None, &[Yes, Invalid], Err(Refusal::NoMark)),
            ("blank", Open, Online::Allowed, last, true, None, &[Yes, Blank], Err(Refusal::NoMark)),
        ] {
            let b = Urn { state, closes: closes(), online };
            assert_eq!(may_cast(b, now, on_roll, there, marks, 2), may, "{what}");
        }
    }

    fn entered(seat: u8, person: u8, mark: Mark) -> Entered {
        let person = Some(PersonId::from_bytes([person; 16]));
        Entered { seat: SeatId::from_bytes([seat; 16]), person, marks: vec![mark, Mark::No], asked: false }
    }

    #[test]
    fn two_different_people_enter_a_paper() {
        let one = entered(1, 1, Mark::Yes);
        let (same, other) = (entered(2, 2, Mark::Yes), entered(2, 2, Mark::Abstain));
        for (what, before, new, there, may) in [
            ("the first", vec![], &one, None, Ok(Lands::First)),
            ("the first, over a phone vote", vec![], &one, Some(Channel::Phone), Ok(Lands::First)),
            ("the same once more", vec![one.clone()], &one, None, Err(Refusal::SameWorker)),
            ("in another seat", vec![one.clone()], &entered(3, 1, Mark::Yes), None, Err(Refusal::SameWorker)),
            ("a deputy in the seat", vec![one.clone()], &entered(1, 3, Mark::Yes), None, Err(Refusal::SameWorker)),
            ("the second", vec![one.clone()], &same, None, Ok(Lands::Same)),
            ("the second reads it otherwise", vec![one.clone()], &other, None, Ok(Lands::Differs)),
            ("a third", vec![one.clone(), other.clone()], &entered(3, 3, Mark::Yes), None, Err(Refusal::PaperDiffers)),
            ("one of the two once more", vec![one.clone(), other.clone()], &same, None, Ok(Lands::Same)),
            (
                "the first once more",
                vec![one.clone(), other.clone()],
                &entered(1, 1, Mark::No),
                None,
                Ok(Lands::Differs),
            ),
            ("when it is done", vec![one.clone(), same.clone()], &other, Some(Channel::Paper), Err(Refusal::PaperDone)),
        ] {
            assert_eq!(may_enter(&before, new, there), may, "{what}");
        }
        assert_eq!(differing(&[one.clone(), other.clone()], None), [1]);
        assert_eq!(differing(&[one.clone(), other], Some(Channel::Phone)), [1], "a phone vote settles nothing");
        assert!(differing(std::slice::from_ref(&one), None).is_empty() && differing(&[one, same], None).is_empty());
    }

    #[test]
    fn marks_are_written_and_read() {
        let marks = Mark::ALL.to_vec();
        assert_eq!(read(&written(&marks)), Some(marks));
        assert_eq!((read(""), read("yes,maybe")), (None, None));
    }

    #[test]
    fn an_entry_under_a_wrong_number_is_set_aside_by_somebody_else() {
        let (one, other) = (entered(1, 1, Mark::Yes), entered(2, 2, Mark::Yes));
        let of = |e: &Entered| (e.seat, e.person);
        let (me, you, third) = (of(&one), of(&other), of(&entered(3, 3, Mark::Yes)));
        let asked = |e: &Entered| Entered { asked: true, ..e.clone() };
        let both = || vec![one.clone(), other.clone()];
        for (what, before, who, may) in [
            ("once, by another", vec![one.clone()], you, Ok(Voids::Now)),
            ("once, by who entered it", vec![one.clone()], me, Err(Refusal::VoidSelf)),
            ("once, in another seat", vec![one.clone()], (third.0, me.1), Err(Refusal::VoidSelf)),
            ("nothing", Vec::new(), you, Err(Refusal::NothingToVoid)),
            ("twice, by a third", both(), third, Ok(Voids::Now)),
            ("twice, by one of the two", both(), me, Ok(Voids::Asked)),
            ("twice, by the same again", vec![asked(&one), other.clone()], me, Err(Refusal::VoidAsked)),
            ("twice, by the other too", vec![asked(&one), other.clone()], you, Ok(Voids::Now)),
        ] {
            assert_eq!(may_void(&before, who), may, "{what}");
        }
    }

    #[test]
    fn what_two_read_differently_a_third_settles() {
        let (one, other) = (entered(1, 1, Mark::Yes), entered(2, 2, Mark::Abstain));
        let same = entered(2, 2, Mark::Yes);
        let third = (SeatId::from_bytes([3; 16]), Some(PersonId::from_bytes([3; 16])));
        for (what, before, who, may) in [
            ("a third", vec![one.clone(), other.clone()], third, Ok(())),
            ("the first", vec![one.clone(), other.clone()], (one.seat, one.person), Err(Refusal::SettleSelf)),
            ("the second", vec![one.clone(), other.clone()], (third.0, other.person), Err(Refusal::SettleSelf)),
            ("what is the same", vec![one.clone(), same], third, Err(Refusal::NothingToSettle)),
            ("what was entered once", vec![one], third, Err(Refusal::NothingToSettle)),
        ] {
            assert_eq!(may_settle(&before, who, None), may, "{what}");
        }
    }

    #[test]
    fn papers_of_the_box_are_entered_until_the_count() {
        for (state, may) in [
            (State::Open, Ok(())),
            (State::Closed, Ok(())),
            (State::Called, Err(Refusal::NotBegun)),
            (State::Counted, Err(Refusal::Counted)),
            (State::Missed, Err(Refusal::Over)),
            (State::Off, Err(Refusal::IsOff)),
        ] {
            assert_eq!(open_for_papers(state), may, "{state}");
        }
    }
}
