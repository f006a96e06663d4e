//! Elections: who may stand, who is elected, in which order, and what a lot decides. Each member needs the majority of
//! its kind of matter (Civil Code 278 (3)); lists, alternates and the order are what the region or the rules of
//! procedure say (274号 arts. 31-34).

use crate::adopt::ranks_in_order;
use crate::electorate::Electorate;
use crate::hash::sha256_of;
use crate::input::Election;
use crate::key::{CandidateKey, ElectionKey};
use crate::refusal::Refusal;
use crate::rules::{CommitteeRule, MatterRule, Rank, RuleSet};
use crate::tally::{Tested, Weight};
use serde::Serialize;

/// What came of an election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ElectionOutcome {
    /// Which.
    pub election: ElectionKey,
    /// The article of the majority.
    pub article: String,
    /// Everybody whose paper came back.
    pub participants: Weight,
    /// Whether enough took part.
    pub quorum: Tested,
    /// Papers that chose more than there are seats: took part, chose nobody.
    pub too_many_chosen: Weight,
    /// The order that was used; empty if none was adopted.
    pub rank: Vec<Rank>,
    /// Seats to fill.
    pub seats: u32,
    /// Seats filled.
    pub filled: u32,
    /// The candidates, in order.
    pub candidates: Vec<CandidateOutcome>,
}

/// What came of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CandidateOutcome {
    /// Who.
    pub candidate: CandidateKey,
    /// Who chose them.
    pub yes: Weight,
    /// Whether that is the majority asked for.
    pub majority: Tested,
    /// What they are now.
    pub place: Place,
    /// The lot decided.
    pub by_lot: bool,
}

/// What a candidate is after the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A member.
    Elected,
    /// An alternate.
    Alternate,
    /// Neither.
    NotElected,
    /// Equal with others for the last place, and nothing adopted that decides, or no seed for the lot.
    Undecided,
}

impl Election {
    /// Whether seats, list, alternates and order are as the rules want them, before anybody votes.
    ///
    /// # Errors
    /// What is not.
    pub fn check(&self, rules: &RuleSet, dwellings: u64) -> Result<(), Refusal> {
        check(self, rules, dwellings)
    }
}

/// Checks an election before anything is counted.
pub(crate) fn check(e: &Election, rules: &RuleSet, dwellings: u64) -> Result<(), Refusal> {
    let whole = e.committee_seats.unwrap_or(e.seats);
    match &rules.committee {
        Some(committee) => size(e, committee, whole, dwellings)?,
        None if rules.election.is_none() && e.rank.is_none() => {
            return Err(Refusal::NoCommitteeRule(e.election.clone()));
        }
        None => {}
    }
    if e.seats == 0 || e.seats > whole {
        return Err(Refusal::Seats { election: e.election.clone(), least: 1, most: Some(whole) });
    }
    let mut sorted: Vec<&CandidateKey> = e.candidates.iter().collect();
    sorted.sort();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Refusal::CandidateTwice { election: e.election.clone(), candidate: pair[0].clone() });
    }
    let more = rules.election.as_ref().and_then(|r| r.more).map_or(0, |more| more.least(u64::from(e.seats)));
    let least = u64::from(e.seats).saturating_add(more);
    if (e.candidates.len() as u64) < least {
        let least = u32::try_from(least).unwrap_or(u32::MAX);
        return Err(Refusal::TooFewCandidates { election: e.election.clone(), least });
    }
    if e.alternates > rules.election.as_ref().and_then(|r| r.alternates).unwrap_or(whole) {
        return Err(Refusal::TooManyAlternates(e.election.clone()));
    }
    let ordered = ranks_in_order(rules.body, e.rank.as_deref().unwrap_or_default());
    if ordered { Ok(()) } else { Err(Refusal::Rank(e.election.clone())) }
}

fn size(e: &Election, rule: &CommitteeRule, whole: u32, dwellings: u64) -> Result<(), Refusal> {
    if rule.small.is_some_and(|s| s.seats == whole && dwellings < s.below) {
        return Ok(());
    }
    if whole < rule.least || rule.most.is_some_and(|most| whole > most) {
        return Err(Refusal::Seats { election: e.election.clone(), least: rule.least, most: rule.most });
    }
    if rule.odd && whole.is_multiple_of(2) { Err(Refusal::EvenSeats(e.election.clone())) } else { Ok(()) }
}

/// Counts an election. `choices` are the returned ones, `participants` everybody whose paper came back.
pub(crate) fn count(
    e: &Election,
    rules: &RuleSet,
    rule: &MatterRule,
    voters: &Electorate,
    choices: &[(usize, Vec<usize>)],
    participants: Weight,
) -> ElectionOutcome {
    let (sums, too_many_chosen) = add_up(e, voters, choices);
    let quorum = rule.quorum.test(participants, participants, voters.all);
    let rank = e.rank.clone().or_else(|| rules.election.as_ref().map(|r| r.rank.clone())).unwrap_or_default();
    let named = e.candidates.iter().zip(sums).map(|(candidate, yes)| CandidateOutcome {
        candidate: candidate.clone(),
        yes,
        majority: rule.majority.test(yes, participants, voters.all),
        place: Place::NotElected,
        by_lot: false,
    });
    let mut candidates: Vec<CandidateOutcome> = named.collect();
    let order = Order { rank: &rank, all: voters.all, seed: e.lot_seed.as_deref(), election: &e.election };
    let qualifies = |c: &CandidateOutcome| quorum.holds && c.majority.holds;
    candidates.sort_by(|a, b| {
        qualifies(b)
            .cmp(&qualifies(a))
            .then_with(|| order.key(b).cmp(&order.key(a)))
            .then(a.candidate.cmp(&b.candidate))
    });
    let qualified = candidates.iter().filter(|c| qualifies(c)).count();
    order.seat(&mut candidates[..qualified], e);
    let filled = candidates.iter().filter(|c| c.place == Place::Elected).count();
    ElectionOutcome {
        election: e.election.clone(),
        article: rule.article.clone(),
        participants,
        quorum,
        too_many_chosen,
        rank,
        seats: e.seats,
        filled: u32::try_from(filled).unwrap_or(u32::MAX),
        candidates,
    }
}

/// Per candidate who chose them, and the papers that chose more than there are seats.
fn add_up(e: &Election, voters: &Electorate, choices: &[(usize, Vec<usize>)]) -> (Vec<Weight>, Weight) {
    let mut sums = vec![Weight::default(); e.candidates.len()];
    let mut too_many = Weight::default();
    for (voter, chosen) in choices {
        let one = Weight { area: voters.areas[*voter], persons: 1 };
        if chosen.len() as u64 > u64::from(e.seats) {
            too_many = too_many.plus(one);
            continue;
        }
        for candidate in chosen {
            sums[*candidate] = sums[*candidate].plus(one);
        }
    }
    (sums, too_many)
}

struct Order<'a> {
    rank: &'a [Rank],
    all: Weight,
    seed: Option<&'a str>,
    election: &'a ElectionKey,
}

impl Order<'_> {
    /// What is compared, the greater first; the lot comes apart.
    fn key(&self, c: &CandidateOutcome) -> Vec<u128> {
        let (area, persons) = (u128::from(c.yes.area), u128::from(c.yes.persons));
        let one = |rank: &Rank| match rank {
            // area / all area + persons / all persons, on one denominator
            Rank::Shares => Some(area * u128::from(self.all.persons) + persons * u128::from(self.all.area)),
            Rank::Area => Some(area),
            Rank::Persons => Some(persons),
            Rank::Lot => None,
        };
        self.rank.iter().filter_map(one).collect()
    }

    /// Gives seats and alternates' places to those who qualify, in order. Equals that do not all fit draw the lot, if
    /// it was adopted and has a seed, else they stay undecided.
    fn seat(&self, qualified: &mut [CandidateOutcome], e: &Election) {
        let seats = e.seats as usize;
        let end = seats.saturating_add(e.alternates as usize);
        let mut from = 0;
        while from < qualified.len() {
            let key = self.key(&qualified[from]);
            let equal = qualified[from..].iter().take_while(|c| self.key(c) == key).count();
            let to = from + equal;
            let group = &mut qualified[from..to];
            let split = |edge: usize| from < edge && edge < to;
            let torn = split(seats) || split(end);
            let drawn = torn && self.draw(group);
            for (i, c) in group.iter_mut().enumerate() {
                c.by_lot = drawn;
                c.place = match from + i {
                    _ if torn && !drawn => Place::Undecided,
                    at if at < seats => Place::Elected,
                    at if at < end => Place::Alternate,
                    _ => Place::NotElected,
                };
            }
            from = to;
        }
    }

    /// The lot: by SHA-256 of `lianxin.lot.v1`, the seed, the election and the candidate, each ended by a zero byte; the
    /// least first. Anybody can draw it again.
    fn draw(&self, group: &mut [CandidateOutcome]) -> bool {
        let (Some(seed), true) = (self.seed, self.rank.contains(&Rank::Lot)) else { return false };
        group.sort_by_key(|c| sha256_of(&["lianxin.lot.v1", seed, self.election.as_str(), c.candidate.as_str()]));
        true
    }
}
