//! From the frozen roll and what was cast to the file that is counted; how many are missing; what is shown of a building; pure.

use crate::assembly::State;
use crate::assembly::rules::rule_of;
use crate::assembly::{Matter, Vote};
use crate::ballot::rules as marks;
use crate::ballot::store::BallotRow;
#[cfg(test)]
use crate::ballot::store::Superseded;
use crate::ballot::{Channel, Mark};
use crate::delivery::Way;
use crate::delivery::store::Delivered;
use crate::election::Shape;
use crate::election::rules::{CANDIDATE, counted};
use crate::refusal::Refusal;
use crate::roll::{Line, numbered};
use lianxin_ballot as law;
use lianxin_base::Moment;
use lianxin_store::Fault;
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer papers than this nothing is shown of a building: who it was could be guessed.
pub(crate) const FEW: u64 = 5;

/// May it be counted?
pub(crate) fn may_count(state: State, (now, closes): (Moment, Moment), half: usize) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Counted => Err(Refusal::Counted),
        State::Called => Err(Refusal::NotBegun),
        State::Missed => Err(Refusal::Over),
        State::Open if now < closes => Err(Refusal::NotOver),
        State::Open | State::Closed if half > 0 => Err(Refusal::PapersOpen),
        State::Open | State::Closed => Ok(()),
    }
}

/// Numbers of which a paper was entered once only, or in two ways: nobody can count them.
pub(crate) fn half_entered(entered: &BTreeMap<i64, Vec<marks::Entered>>, ballots: &[BallotRow]) -> Vec<i64> {
    let done: BTreeSet<i64> = ballots.iter().filter(|b| b.channel.signed()).map(|b| b.no).collect();
    entered.keys().copied().filter(|no| !done.contains(no)).collect()
}

const fn of(mark: Mark) -> law::Mark {
    match mark {
        Mark::Yes => law::Mark::Yes,
        Mark::No => law::Mark::No,
        Mark::Abstain => law::Mark::Abstain,
        Mark::Invalid => law::Mark::Invalid,
        Mark::Blank => law::Mark::Blank,
    }
}

/// A number is a name, a place on the paper too.
fn bad(e: law::BadKey) -> Fault {
    Fault::bug(e.to_string())
}

/// What was cast for a number, under the number `lot` of the file.
fn paper(
    (lot, b): (i64, &BallotRow),
    keys: &[law::MatterKey],
    election: Option<&law::Election>,
    holders: &BTreeMap<i64, i64>,
) -> Result<Vec<law::Paper>, Fault> {
    let owner = law::OwnerKey::new(&lot.to_string()).map_err(bad)?;
    let channel = match b.channel {
        Channel::Phone => law::Channel::Phone,
        Channel::Paper => law::Channel::Paper,
        Channel::Proxy => law::Channel::Proxy,
        Channel::Photo => law::Channel::Photo,
        Channel::Official => law::Channel::Official,
    };
    // Who holds an authority has a number of their own, in place of a name.
    let holder = holders.get(&b.no).map(|n| law::ProxyKey::new(&format!("p{n}"))).transpose().map_err(bad)?;
    let marks = law::Once::new(keys.iter().cloned().zip(b.marks.iter().map(|m| of(*m))).collect()).unwrap_or_default();
    // Names come after the matters; only a yes chooses one.
    let chosen = election.map(|e| {
        let marked = e.candidates.iter().zip(b.marks.iter().skip(keys.len()));
        let yes = marked.filter(|(_, mark)| **mark == Mark::Yes).map(|(c, _)| c.clone()).collect();
        BTreeMap::from([(e.election.clone(), yes)])
    });
    let blank = |owner, channel, void, marks| law::Paper {
        owner,
        channel,
        proxy: if channel == law::Channel::Proxy { holder.clone() } else { None },
        void,
        marks,
        elections: law::Once::default(),
    };
    let mut counts = blank(owner.clone(), channel, None, marks);
    counts.elections = law::Once::new(chosen.unwrap_or_default().into_iter().collect()).unwrap_or_default();
    let mut all = vec![counts];
    if b.superseded.proxy {
        let void = Some(law::Void::Superseded);
        all.push(blank(owner.clone(), law::Channel::Proxy, void, law::Once::default()));
    }
    if b.superseded.phone {
        all.push(blank(owner.clone(), law::Channel::Phone, Some(law::Void::Superseded), law::Once::default()));
    }
    if b.superseded.official {
        all.push(blank(owner, law::Channel::Official, Some(law::Void::Superseded), law::Once::default()));
    }
    Ok(all)
}

/// The vote as `lianxin ballot count` reads it, with numbers in place of doors and owners.
pub(crate) fn input(
    v: &Vote,
    matters: &[Matter],
    lines: &[Line],
    roll_sha256: &str,
    (ballots, holders, delivered): (&[BallotRow], &BTreeMap<i64, i64>, &BTreeMap<i64, Delivered>),
    shape: Option<&Shape>,
) -> Result<law::Input, Fault> {
    let mut list = Vec::with_capacity(matters.len());
    for m in matters.iter().filter(|m| m.kind != CANDIDATE) {
        let (matter, kind) = (law::MatterKey::new(&m.n.to_string()), law::MatterKind::new(&m.kind));
        list.push(law::Matter { matter: matter.map_err(bad)?, kind: kind.map_err(bad)? });
    }
    let keys: Vec<law::MatterKey> = list.iter().map(|m| m.matter.clone()).collect();
    let named = matters.iter().filter(|m| m.kind == CANDIDATE);
    let candidates: Vec<_> =
        named.map(|m| law::CandidateKey::new(&m.n.to_string()).map_err(bad)).collect::<Result<_, _>>()?;
    // The lot is drawn with what everybody could read since the opening.
    let election = shape.map(|shape| counted(shape, candidates, Some(roll_sha256.to_owned()))).transpose()?;
    let lots: BTreeMap<i64, i64> = lines.iter().map(|l| (l.no, l.lot)).collect();
    // In the order of the file's own numbers: the order of the roll's would tell those.
    let mut cast: Vec<(i64, &BallotRow)> = ballots.iter().map(|b| (*lots.get(&b.no).unwrap_or(&b.no), b)).collect();
    cast.sort_unstable_by_key(|(lot, _)| *lot);
    let papers: Result<Vec<_>, _> = cast.into_iter().map(|one| paper(one, &keys, election.as_ref(), holders)).collect();
    // An adopted set goes with the file, under its own name.
    let adopted = v.rules_toml.as_ref().and_then(|_| v.set().ok()).map(|set| set.id.clone());
    let id = adopted.map_or_else(|| law::RuleId::new(&v.rules).map_err(bad), Ok)?;
    Ok(law::Input {
        form: law::FORM,
        body: law::Body::Owners,
        opened: v.opens.day(),
        rules: Some(law::RulesKept { id, sha256: Some(v.rules_sha256.clone()), toml: v.rules_toml.clone() }),
        roll: numbered(lines, v.voting)?,
        roll_sha256: Some(roll_sha256.to_owned()),
        scope: v.voting.scope.in_file()?,
        matters: list,
        elections: election.clone().into_iter().collect(),
        papers: papers?.concat(),
        delivered: if v.follow { reached(&lots, delivered)? } else { Vec::new() },
        follow: v.follow.then(|| follow(v)),
    })
}

/// Whom a paper reached, as far as it matters: only where the unreturned follow.
fn reached(lots: &BTreeMap<i64, i64>, delivered: &BTreeMap<i64, Delivered>) -> Result<Vec<law::Delivery>, Fault> {
    let mut all: Vec<(i64, &Delivered)> = delivered.iter().filter_map(|(no, d)| Some((*lots.get(no)?, d))).collect();
    all.sort_unstable_by_key(|(lot, _)| *lot);
    let one = |(lot, d): (i64, &Delivered)| {
        let way = match d.way {
            Way::Hand => law::Way::Hand,
            Way::Door => law::Way::Door,
            Way::Post => law::Way::Post,
            Way::Phone | Way::Page => law::Way::Phone,
        };
        Ok(law::Delivery { owner: law::OwnerKey::new(&lot.to_string()).map_err(bad)?, way, proven: d.signed })
    };
    all.into_iter().map(one).collect()
}

/// The rule stands in the record of the vote, which the file names: its words may not change what the file hashes to. Every
/// paper of such a vote prints what silence means.
fn follow(v: &Vote) -> law::Follow {
    law::Follow { rules_of_procedure: format!("property.vote {}", v.id), paper_says_so: true }
}

/// Persons and 0.01 m².
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) persons: u64,
    pub(crate) size: u64,
}

impl Sum {
    pub(crate) fn add(&mut self, size: u64) {
        self.persons += 1;
        self.size = self.size.saturating_add(size);
    }
}

/// Everybody on a roll: per number its 0.01 m² and the building its first door lies in.
pub(crate) fn voters(lines: &[Line]) -> BTreeMap<i64, (u64, String)> {
    let mut all: BTreeMap<i64, (u64, String)> = BTreeMap::new();
    for l in lines {
        let one = all.entry(l.no).or_insert_with(|| (0, l.house.clone()));
        one.0 = one.0.saturating_add(u64::try_from(l.size).unwrap_or(0));
    }
    all
}

/// The buildings in the order of the roll.
fn houses(lines: &[Line]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    lines.iter().filter(|l| seen.insert(l.house.as_str())).map(|l| l.house.clone()).collect()
}

/// How far the participation has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Turnout {
    pub(crate) all: Sum,
    pub(crate) came: Sum,
    /// The most any matter still needs for its quorum.
    pub(crate) missing: Sum,
    /// Per building those who came, and all; buildings of few owners together, under no name.
    pub(crate) houses: Vec<(Option<String>, u64, u64)>,
}

/// How many owners and how much area are still missing, and which buildings lag; never what, never who.
pub(crate) fn turnout(set: &law::RuleSet, matters: &[Matter], lines: &[Line], came: &BTreeSet<i64>) -> Turnout {
    let mut t = Turnout::default();
    let mut by: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for (no, (size, house)) in voters(lines) {
        t.all.add(size);
        let here = by.entry(house).or_default();
        here.1 += 1;
        if came.contains(&no) {
            t.came.add(size);
            here.0 += 1;
        }
    }
    let bars = matters.iter().filter_map(|m| rule_of(set, &m.kind)).map(|m| m.quorum);
    for bar in bars {
        let persons = bar.persons.least(t.all.persons).saturating_sub(t.came.persons);
        let size = bar.area.map_or(0, |share| share.least(t.all.size)).saturating_sub(t.came.size);
        t.missing = Sum { persons: t.missing.persons.max(persons), size: t.missing.size.max(size) };
    }
    let mut few = (0, 0);
    for house in houses(lines) {
        let (came, all) = by.get(&house).copied().unwrap_or_default();
        if all >= FEW {
            t.houses.push((Some(house), came, all));
        } else {
            few = (few.0 + came, few.1 + all);
        }
    }
    if few.1 > 0 {
        t.houses.push((None, few.0, few.1));
    }
    t
}

/// What was cast in a building on one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HouseSum {
    pub(crate) house: String,
    /// Yes, no, abstained, unclear or blank; nothing if too few voted there.
    pub(crate) sums: Option<[Sum; 4]>,
}

/// What was cast on matter `n` in all: yes, no, abstained, unclear or blank.
pub(crate) fn in_all(lines: &[Line], ballots: &[BallotRow], n: usize) -> [Sum; 4] {
    let voters = voters(lines);
    let mut all = [Sum::default(); 4];
    for b in ballots {
        if let (Some((size, _)), Some(mark)) = (voters.get(&b.no), n.checked_sub(1).and_then(|i| b.marks.get(i))) {
            all[column(*mark)].add(*size);
        }
    }
    all
}

const fn column(mark: Mark) -> usize {
    match mark {
        Mark::Yes => 0,
        Mark::No => 1,
        Mark::Abstain => 2,
        Mark::Invalid | Mark::Blank => 3,
    }
}

/// Per building what was cast on matter `n`. A building of fewer than five papers shows nothing; and what all those left out
/// have together is the difference to the whole, so while that is one building, or fewer than five papers, the smallest of the
/// others is left out too.
pub(crate) fn by_house(lines: &[Line], ballots: &[BallotRow], n: usize) -> Vec<HouseSum> {
    let voters = voters(lines);
    let mut by: BTreeMap<String, [Sum; 4]> = BTreeMap::new();
    for b in ballots {
        let (Some((size, house)), Some(mark)) = (voters.get(&b.no), n.checked_sub(1).and_then(|i| b.marks.get(i)))
        else {
            continue;
        };
        by.entry(house.clone()).or_default()[column(*mark)].add(*size);
    }
    let papers = |sums: &[Sum; 4]| sums.iter().map(|s| s.persons).sum::<u64>();
    let few: Vec<u64> = by.values().map(papers).filter(|n| *n < FEW).collect();
    let smallest = by.iter().filter(|(_, sums)| papers(sums) >= FEW).min_by_key(|(_, sums)| papers(sums));
    // One more of five or more is enough: then it is two buildings, and as many papers.
    let gives_away = few.len() == 1 || (1..FEW).contains(&few.iter().sum::<u64>());
    let also = if gives_away { smallest.map(|(house, _)| house.clone()) } else { None };
    let shown =
        |house: &String| by.get(house).copied().filter(|sums| papers(sums) >= FEW && also.as_ref() != Some(house));
    houses(lines).into_iter().map(|house| HouseSum { sums: shown(&house), house }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{ActId, Day, UnitId};
    use lianxin_register::{AreaSource, UnitKind};

    fn line(no: i64, house: &str, size: i64) -> Line {
        let id = [u8::try_from(no).expect("few"); 16];
        Line {
            no,
            nth: 1,
            lot: 100 - no,
            unit: UnitId::from_bytes(id),
            house: house.into(),
            door: format!("{no}01"),
            kind: UnitKind::Dwelling,
            size,
            source: AreaSource::Register,
        }
    }

    fn ballot(no: i64, channel: Channel, mark: Mark) -> BallotRow {
        let (act, at) = (ActId::from_bytes([1; 16]), Moment::from_micros(0));
        BallotRow { no, act, channel, marks: vec![mark], at, superseded: Superseded::default() }
    }

    fn matter(kind: &str) -> Matter {
        Matter { n: 1, kind: kind.into(), passed: None, outcome: None, words: String::new() }
    }

    fn rules() -> &'static law::RuleSet {
        law::rule_set("2026-06-16".parse::<Day>().expect("a day"), law::Body::Owners).expect("rules")
    }

    #[test]
    fn when_a_vote_may_be_counted() {
        let (before, closes) = (Moment::from_micros(1), Moment::from_micros(2));
        for (state, now, half, may) in [
            (State::Closed, closes, 0, Ok(())),
            (State::Open, closes, 0, Ok(())), // the timer may be late
            (State::Open, before, 0, Err(Refusal::NotOver)),
            (State::Closed, closes, 1, Err(Refusal::PapersOpen)),
            (State::Counted, closes, 0, Err(Refusal::Counted)),
            (State::Called, closes, 0, Err(Refusal::NotBegun)),
            (State::Missed, closes, 0, Err(Refusal::Over)),
            (State::Off, closes, 0, Err(Refusal::IsOff)),
        ] {
            assert_eq!(may_count(state, (now, closes), half), may, "{state}");
        }
    }

    #[test]
    fn how_many_are_still_missing() {
        let lines: Vec<Line> = (1..=9).map(|no| line(no, if no < 7 { "1 号楼" } else { "商铺" }, 10_000)).collect();
        for (came, persons, size) in [(0, 6, 60_000), (5, 1, 10_000), (6, 0, 0), (9, 0, 0)] {
            let t = turnout(rules(), &[matter("fund-use"), matter("manager")], &lines, &(1..=came).collect());
            assert_eq!(t.missing, Sum { persons, size }, "{came} came");
        }
        let t = turnout(rules(), &[matter("fund-use")], &lines, &BTreeSet::from([1, 9]));
        assert_eq!(t.houses, [(Some("1 号楼".into()), 1, 6), (None, 1, 3)], "three shops have no name");
    }

    #[test]
    fn nothing_is_shown_of_a_building_of_few_papers_nor_of_the_one_that_would_give_it_away() {
        let house = |no| ["1 号楼", "2 号楼", "商铺"][usize::from(no > 6) + usize::from(no > 13)];
        let lines: Vec<Line> = (1..=16).map(|no| line(no, house(no), 10_000)).collect();
        let cast = |upto| -> Vec<BallotRow> { (1..=upto).map(|no| ballot(no, Channel::Phone, Mark::Yes)).collect() };
        let shown = |upto| -> Vec<bool> { by_house(&lines, &cast(upto), 1).iter().map(|h| h.sums.is_some()).collect() };
        assert_eq!(shown(13), [true, true, false], "nobody of the shops voted, so nothing can be told apart");
        assert_eq!(shown(14), [false, true, false], "one shop voted: the smaller building is left out with it");
        assert_eq!(shown(4), [false, false, false]);
        // Two papers of two buildings are as good as told by what the third has of the whole.
        let two: Vec<BallotRow> = [1, 2, 3, 4, 5, 6, 7, 14].map(|no| ballot(no, Channel::Phone, Mark::Yes)).to_vec();
        assert!(by_house(&lines, &two, 1).iter().all(|h| h.sums.is_none()));
        let sums = by_house(&lines, &cast(13), 1)[0].sums.expect("six papers");
        assert_eq!(sums[0], Sum { persons: 6, size: 60_000 });
    }

    #[test]
    fn a_paper_stands_in_place_of_a_phone_vote_and_both_are_in_the_file() {
        let b = BallotRow {
            superseded: Superseded { phone: true, proxy: true, official: true },
            ..ballot(3, Channel::Paper, Mark::No)
        };
        let keys = [law::MatterKey::new("1").expect("a name")];
        let papers = paper((97, &b), &keys, None, &BTreeMap::from([(3, 1)])).expect("names");
        assert!(papers.iter().all(|p| p.owner.to_string() == "97"), "the number of the file, not of the roll");
        let voids: Vec<_> = papers.iter().map(|p| (p.channel, p.void)).collect();
        let superseded = Some(law::Void::Superseded);
        let all = [
            (law::Channel::Paper, None),
            (law::Channel::Proxy, superseded),
            (law::Channel::Phone, superseded),
            (law::Channel::Official, superseded),
        ];
        assert_eq!(voids, all);
        let proxies: Vec<_> = papers.iter().map(|p| p.proxy.as_ref().map(ToString::to_string)).collect();
        assert_eq!(proxies, [None, Some("p1".into()), None, None]);
    }

    #[test]
    fn papers_entered_once_or_in_two_ways_keep_the_count_waiting() {
        let entered = BTreeMap::from([(1, vec![]), (2, vec![]), (3, vec![])]);
        let ballots = [ballot(1, Channel::Paper, Mark::Yes), ballot(2, Channel::Phone, Mark::Yes)];
        assert_eq!(half_entered(&entered, &ballots), [2, 3]);
    }
}
