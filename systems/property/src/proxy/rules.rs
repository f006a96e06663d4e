//! Whom an owner may give written authority, and for how many one person may hold it; pure. 274号 art. 26 (1): in writing;
//! Shanghai art. 18: as instructed on each matter. How many is local; where nothing is adopted, three.

use super::store::Given;
use crate::assembly::State;
use crate::ballot::Mark;
use crate::ballot::rules::{open_for_papers, read};
use crate::delivery::rules::goes_out;
use crate::refusal::{Refusal, TooManyProxies};
use lianxin_ballot::RuleSet;
use lianxin_base::{Moment, PersonId, SeatId};
use lianxin_store::Stop;

/// So many owners one person holds authority of, where the rules say nothing.
pub(crate) const DEFAULT_MOST: u32 = 3;
/// Longest name.
pub(crate) const NAME_MAX: usize = 40;
const ARTICLE: &str = "274号 26";

/// How many one person may hold under a rule set, and by which article.
pub(crate) fn most(set: &RuleSet) -> (u32, String) {
    match set.proxies {
        Some(most) => (most, format!("{} {}", set.source, set.article)),
        None => (DEFAULT_MOST, ARTICLE.to_owned()),
    }
}

/// May somebody of this seat see it as the second?
pub(crate) fn second(given: &Given, seat: SeatId, same_person: bool) -> Result<(), Refusal> {
    if given.ended.is_some() {
        return Err(Refusal::ProxyEnded);
    }
    if !given.waits() {
        return Err(Refusal::ProxyConfirmed);
    }
    if same_person || given.seat == Some(seat) { Err(Refusal::ProxySecond) } else { Ok(()) }
}

/// The second reads the paper for themselves; what they mark is what the first marked.
pub(crate) fn same(given: &Given, marks: &[Mark]) -> Result<(), Refusal> {
    if read(&given.marks).is_some_and(|first| first == marks) { Ok(()) } else { Err(Refusal::ProxyDiffers) }
}

/// May it be taken back? Until the close the owner may at any time. After it only what waits for its second worker goes, and
/// only by that one: who entered it cannot make it vanish alone.
pub(crate) fn may_take_back(
    (state, now, closes): (State, Moment, Moment),
    given: &Given,
    (seat, same_person): (SeatId, bool),
) -> Result<(), Refusal> {
    if given.ended.is_some() {
        return Err(Refusal::ProxyEnded);
    }
    let Err(over) = goes_out(state, now, closes) else { return Ok(()) };
    if !given.waits() {
        return Err(over);
    }
    open_for_papers(state)?;
    second(given, seat, same_person)
}

/// Whether an authority of a number that came before the close was taken back after it, since a second worker read it
/// otherwise: the same paper is then entered again.
pub(crate) fn replaced(all: &[Given], no: i64, closes: Moment) -> bool {
    let misread = |g: &&Given| g.at < closes && g.confirmed.is_none() && g.ended.is_some_and(|at| at >= closes);
    all.iter().filter(|g| g.no == no).any(|g| misread(&g))
}

/// A written authority as the worker sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Giving<'a> {
    pub(crate) state: State,
    pub(crate) now: Moment,
    pub(crate) closes: Moment,
    /// The paper came before the close and was misread.
    pub(crate) again: bool,
    pub(crate) name: &'a str,
    /// The person works for a company of the compound.
    pub(crate) of_company: bool,
    /// The owner has given one already.
    pub(crate) given: bool,
    /// Of how many other owners the person holds one.
    pub(crate) held: usize,
    pub(crate) marks: &'a [Mark],
    pub(crate) matters: usize,
}

/// May it be taken?
pub(crate) fn may_give(g: Giving<'_>, (most, article): (u32, String)) -> Result<(), Stop> {
    if g.again {
        open_for_papers(g.state)?;
    } else {
        goes_out(g.state, g.now, g.closes)?;
    }
    if g.name.is_empty() {
        return Err(Refusal::NoProxyName.into());
    }
    if g.of_company {
        return Err(Refusal::ProxyOfCompany.into());
    }
    if g.given {
        return Err(Refusal::ProxyGiven.into());
    }
    if g.held >= most as usize {
        return Err(TooManyProxies { most, article }.into());
    }
    let clear = g.marks.iter().all(|mark| Mark::CLEAR.contains(mark));
    if g.marks.len() == g.matters && clear { Ok(()) } else { Err(Refusal::NoMark.into()) }
}

/// Somebody who holds an authority in a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    pub(crate) holder: i64,
    pub(crate) person: Option<PersonId>,
    pub(crate) name: String,
}

/// The number of a person in a vote: the one they have, or the next. Who is in the register is known by that, else by name.
pub(crate) fn number_of(all: &[Holder], person: Option<PersonId>, name: &str) -> i64 {
    let same = |h: &&Holder| match (h.person, person) {
        (Some(a), Some(b)) => a == b,
        (None, None) => h.name == name,
        _ => false,
    };
    all.iter().find(same).map_or_else(|| all.iter().map(|h| h.holder).max().unwrap_or(0) + 1, |h| h.holder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assembly::rules::rules_on;
    use lianxin_base::{ActId, Day};

    #[test]
    fn one_person_holds_the_authority_of_three_owners_and_no_more() {
        let day: Day = "2026-07-03".parse().expect("a day");
        let base = Giving {
            state: State::Open,
            now: day.at(10, 0),
            closes: day.plus(10).at(18, 0),
            again: false,
            name: "康福",
            of_company: false,
            given: false,
            held: 0,
            marks: &[Mark::Yes, Mark::Abstain],
            matters: 2,
        };
        let rules = || most(rules_on(day).expect("rules"));
        assert_eq!(rules(), (3, "274号 26".to_owned()));
        let late = day.plus(10).at(18, 0);
        for (what, g, code) in [
            ("the first", base, None),
            ("the third", Giving { held: 2, ..base }, None),
            ("the fourth", Giving { held: 3, ..base }, Some("property.too_many_proxies")),
            ("nobody", Giving { name: "", ..base }, Some("property.no_proxy_name")),
            ("the company", Giving { of_company: true, ..base }, Some("property.proxy_of_company")),
            ("a second one of the same owner", Giving { given: true, ..base }, Some("property.proxy_given")),
            ("one matter left out", Giving { marks: &[Mark::Yes], ..base }, Some("property.no_mark")),
            ("as they think best", Giving { marks: &[Mark::Yes, Mark::Blank], ..base }, Some("property.no_mark")),
            ("in the closing second", Giving { now: late, ..base }, Some("property.over")),
            ("the same paper read again", Giving { now: late, again: true, ..base }, None),
            ("again, counted", Giving { state: State::Counted, again: true, ..base }, Some("property.counted")),
            ("before the opening", Giving { state: State::Called, ..base }, Some("property.not_begun")),
        ] {
            let came = may_give(g, rules()).err().map(|stop| stop.code());
            assert_eq!(came, code, "{what}");
        }
    }

    #[test]
    fn what_one_worker_misread_goes_by_the_second_and_does_not_block_the_count() {
        let closes = "2026-07-23".parse::<Day>().expect("a day").at(18, 0);
        let seats = [SeatId::from_bytes([1; 16]), SeatId::from_bytes([2; 16])];
        let holder = Holder { holder: 1, person: None, name: "康福".into() };
        let waits = Given {
            act: ActId::from_bytes([1; 16]),
            vote: ActId::from_bytes([2; 16]),
            no: 7,
            holder,
            at: closes.plus(-60),
            ended: None,
            marks: "yes,no".into(),
            seat: Some(seats[0]),
            confirmed: None,
        };
        let counts = Given { confirmed: Some(closes.plus(-30)), ..waits.clone() };
        let ended = Given { ended: Some(closes.plus(60)), ..waits.clone() };
        let before = Given { ended: Some(closes.plus(-9)), ..waits.clone() };
        let (early, late) = (closes.plus(-1), closes);
        for (what, g, state, now, seat, same_person, may) in [
            ("the owner's wish", &counts, State::Open, early, seats[0], true, Ok(())),
            ("after the close", &counts, State::Closed, late, seats[1], false, Err(Refusal::Over)),
            ("misread", &waits, State::Closed, late, seats[1], false, Ok(())),
            ("by who entered it", &waits, State::Closed, late, seats[0], false, Err(Refusal::ProxySecond)),
            ("in another seat", &waits, State::Closed, late, seats[1], true, Err(Refusal::ProxySecond)),
            ("counted", &waits, State::Counted, late, seats[1], false, Err(Refusal::Counted)),
            ("twice", &ended, State::Closed, late, seats[1], false, Err(Refusal::ProxyEnded)),
        ] {
            assert_eq!(may_take_back((state, now, closes), g, (seat, same_person)), may, "{what}");
        }
        assert_eq!(same(&waits, &[Mark::Yes, Mark::No]), Ok(()));
        assert_eq!(same(&waits, &[Mark::Yes, Mark::Yes]), Err(Refusal::ProxyDiffers));
        assert_eq!(same(&waits, &[Mark::Yes]), Err(Refusal::ProxyDiffers));
        for (g, no, again) in [(&ended, 7, true), (&ended, 8, false), (&waits, 7, false), (&before, 7, false)] {
            assert_eq!(replaced(std::slice::from_ref(g), no, closes), again);
        }
    }

    #[test]
    fn the_same_person_has_the_same_number() {
        let one = PersonId::from_bytes([1; 16]);
        let holder = |holder, person, name: &str| Holder { holder, person, name: name.into() };
        let all = [holder(1, Some(one), "康福"), holder(2, None, "外地的侄子")];
        for (person, name, is) in [
            (Some(one), "康福", 1),
            (None, "外地的侄子", 2),
            (None, "康福", 3),
            (Some(PersonId::from_bytes([9; 16])), "康福", 3),
        ] {
            assert_eq!(number_of(&all, person, name), is, "{name}");
        }
        assert_eq!(number_of(&[], None, "康福"), 1);
    }
}
