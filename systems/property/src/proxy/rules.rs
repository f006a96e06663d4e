//! Whom an owner may give written authority, and for how many one person may hold it; pure. 274号 art. 26 (1): in writing;
//! Shanghai art. 18: as instructed on each matter. How many is local; where nothing is adopted, three.

use super::store::Given;
use crate::assembly::State;
use crate::ballot::Mark;
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
        Some(most) => (most, set.id.to_string()),
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

/// A written authority as the worker sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Giving<'a> {
    pub(crate) state: State,
    pub(crate) now: Moment,
    pub(crate) closes: Moment,
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
    goes_out(g.state, g.now, g.closes)?;
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
    use lianxin_base::Day;

    #[test]
    fn one_person_holds_the_authority_of_three_owners_and_no_more() {
        let day: Day = "2026-07-03".parse().expect("a day");
        let base = Giving {
            state: State::Open,
            now: day.at(10, 0),
            closes: day.plus(10).at(18, 0),
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
            ("before the opening", Giving { state: State::Called, ..base }, Some("property.not_begun")),
        ] {
            let came = may_give(g, rules()).err().map(|stop| stop.code());
            assert_eq!(came, code, "{what}");
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
