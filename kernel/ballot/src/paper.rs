//! Papers as they came back, and the urn: what of them counts. One paper carries all matters of a vote.

use crate::electorate::Electorate;
use crate::input::Input;
use crate::key::{CandidateKey, ElectionKey, MatterKey, OwnerKey, ProxyKey};
use crate::once::Once;
use crate::refusal::Refusal;
use crate::rules::{Online, RuleSet};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// A paper of one voter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Whose.
    pub owner: OwnerKey,
    /// How it was cast.
    pub channel: Channel,
    /// Who held the written authority, if it was cast by proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxyKey>,
    /// Why it does not count at all: such a paper is not returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void: Option<Void>,
    /// Per matter what was marked; a matter that is missing is blank.
    #[serde(default)]
    pub marks: Once<MatterKey, Mark>,
    /// Per election who was chosen; one that is missing is blank.
    #[serde(default, skip_serializing_if = "Once::is_empty")]
    pub elections: Once<ElectionKey, Vec<CandidateKey>>,
}

/// How a paper was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// On paper.
    Paper,
    /// On paper by somebody with written authority.
    Proxy,
    /// A photo of the signed paper, from away.
    Photo,
    /// On the phone.
    Phone,
    /// Through the authority's own system.
    Official,
}

/// Why a paper as a whole does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Void {
    /// Not filled in by the owner.
    NotTheOwner,
    /// Not signed (274号 art. 22).
    Unsigned,
    /// Never issued.
    NotIssued,
    /// Came after the close.
    Late,
    /// By proxy without a written authority that covers it.
    NoAuthority,
    /// Another paper of this voter stands in its place.
    Superseded,
}

/// Why a paper is listed as not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody of this name is on the roll.
    NotOnRoll,
    /// On the roll, but outside the scope of this vote.
    OutOfScope,
    /// On the roll with units that do not count only.
    NoVotingUnit,
    /// This way of casting is not allowed here.
    Channel,
    /// See [`Void::NotTheOwner`].
    NotTheOwner,
    /// See [`Void::Unsigned`].
    Unsigned,
    /// See [`Void::NotIssued`].
    NotIssued,
    /// See [`Void::Late`].
    Late,
    /// See [`Void::NoAuthority`].
    NoAuthority,
    /// See [`Void::Superseded`].
    Superseded,
}

impl From<Void> for Reason {
    fn from(void: Void) -> Self {
        match void {
            Void::NotTheOwner => Self::NotTheOwner,
            Void::Unsigned => Self::Unsigned,
            Void::NotIssued => Self::NotIssued,
            Void::Late => Self::Late,
            Void::NoAuthority => Self::NoAuthority,
            Void::Superseded => Self::Superseded,
        }
    }
}

/// What was marked on a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 同意
    Yes,
    /// 反对
    No,
    /// 弃权
    Abstain,
    /// A mark that says nothing clear.
    Invalid,
    /// No mark.
    Blank,
}

impl Mark {
    /// All marks, in the order of a tally.
    pub const ALL: [Self; 5] = [Self::Yes, Self::No, Self::Abstain, Self::Invalid, Self::Blank];
}

/// A paper that is not counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotCounted {
    /// Whose it says it is.
    pub owner: OwnerKey,
    /// How it was cast.
    pub channel: Channel,
    /// Why.
    pub reason: Reason,
}

/// What came back and counts, by the places of the electorate.
pub(crate) struct Urn {
    /// Whose paper came back.
    pub(crate) returned: Vec<bool>,
    /// Per matter, per voter.
    pub(crate) marks: Vec<Vec<Option<Mark>>>,
    /// Per election the returned choices: the voter and the candidates.
    pub(crate) choices: Vec<Vec<(usize, Vec<usize>)>>,
    pub(crate) not_counted: Vec<NotCounted>,
    pub(crate) channels: BTreeMap<Channel, u64>,
}

struct Names<'a> {
    matters: BTreeMap<&'a MatterKey, usize>,
    elections: BTreeMap<&'a ElectionKey, (usize, BTreeMap<&'a CandidateKey, usize>)>,
}

impl Urn {
    pub(crate) fn fill<'a>(input: &'a Input, rules: &RuleSet, e: &'a Electorate) -> Result<Self, Refusal> {
        let names = Names::of(input);
        let mut urn = Self {
            returned: vec![false; e.voters.len()],
            marks: vec![vec![None; e.voters.len()]; input.matters.len()],
            choices: vec![Vec::new(); input.elections.len()],
            not_counted: Vec::new(),
            channels: BTreeMap::new(),
        };
        let mut places = Places::of(e);
        // Most papers that do not count are of voters: their places are sorted in place of their names.
        let (mut aside, mut strangers) = (Vec::new(), Vec::new());
        let mut hands = BTreeMap::new();
        let mut wrong: Option<(&OwnerKey, Refusal)> = None;
        for paper in &input.papers {
            let taken = match (places.find(&paper.owner), refused(paper, rules)) {
                (Some(voter), None) => urn.take(paper, voter, &names).and_then(|()| in_hand(paper, &mut hands)),
                (Some(voter), Some(reason)) => {
                    aside.push((voter, paper.channel, reason));
                    Ok(())
                }
                (None, _) => {
                    let reason = e.outside.get(&paper.owner).copied().unwrap_or(Reason::NotOnRoll);
                    strangers.push(NotCounted { owner: paper.owner.clone(), channel: paper.channel, reason });
                    Ok(())
                }
            };
            if let Err(refusal) = taken
                && wrong.as_ref().is_none_or(|(owner, _)| paper.owner < **owner)
            {
                wrong = Some((&paper.owner, refusal)); // of the least name, so that the papers' order decides nothing
            }
        }
        if let Some((_, refusal)) = wrong {
            return Err(refusal);
        }
        within_hands(rules, &hands)?;
        aside.sort_unstable();
        let named = |(voter, channel, reason): (usize, Channel, Reason)| NotCounted {
            owner: e.voters[voter].clone(),
            channel,
            reason,
        };
        urn.not_counted = aside.into_iter().map(named).collect();
        if !strangers.is_empty() {
            urn.not_counted.append(&mut strangers);
            urn.not_counted.sort();
        }
        Ok(urn)
    }

    fn take(&mut self, paper: &Paper, voter: usize, names: &Names<'_>) -> Result<(), Refusal> {
        let owner = || paper.owner.clone();
        if std::mem::replace(&mut self.returned[voter], true) {
            return Err(Refusal::PaperTwice(owner()));
        }
        *self.channels.entry(paper.channel).or_default() += 1;
        for marks in &mut self.marks {
            marks[voter] = Some(Mark::Blank);
        }
        for (matter, mark) in paper.marks.iter() {
            let unknown = || Refusal::UnknownMatter { owner: owner(), matter: matter.clone() };
            self.marks[*names.matters.get(matter).ok_or_else(unknown)?][voter] = Some(*mark);
        }
        for (election, chosen) in paper.elections.iter() {
            let unknown = || Refusal::UnknownElection { owner: owner(), election: election.clone() };
            let (at, candidates) = names.elections.get(election).ok_or_else(unknown)?;
            let place = |c: &CandidateKey| {
                let unknown = || Refusal::UnknownCandidate { owner: owner(), candidate: c.clone() };
                candidates.get(c).copied().ok_or_else(unknown)
            };
            let mut places = chosen.iter().map(place).collect::<Result<Vec<_>, _>>()?;
            places.sort_unstable();
            places.dedup(); // a name marked twice is marked once
            self.choices[*at].push((voter, places));
        }
        Ok(())
    }
}

impl<'a> Names<'a> {
    fn of(input: &'a Input) -> Self {
        let candidates = |all: &'a [CandidateKey]| all.iter().enumerate().map(|(i, c)| (c, i)).collect();
        let elections = input.elections.iter().enumerate();
        Self {
            matters: input.matters.iter().enumerate().map(|(i, m)| (&m.matter, i)).collect(),
            elections: elections.map(|(i, e)| (&e.election, (i, candidates(&e.candidates)))).collect(),
        }
    }
}

/// Where each voter stands. Papers of one voter often lie together, so the last one found is asked first.
struct Places<'a> {
    all: HashMap<&'a OwnerKey, usize>,
    last: Option<(&'a OwnerKey, usize)>,
}

impl<'a> Places<'a> {
    fn of(e: &'a Electorate) -> Self {
        Self { all: e.voters.iter().enumerate().map(|(i, voter)| (voter, i)).collect(), last: None }
    }
    fn find(&mut self, owner: &'a OwnerKey) -> Option<usize> {
        match self.last {
            Some((last, place)) if last == owner => Some(place),
            _ => {
                let place = *self.all.get(owner)?;
                self.last = Some((owner, place));
                Some(place)
            }
        }
    }
}

/// Why a voter's paper does not count.
fn refused(paper: &Paper, rules: &RuleSet) -> Option<Reason> {
    let allowed = match (paper.channel, rules.online.unwrap_or(Online::Allowed)) {
        (Channel::Paper | Channel::Proxy | Channel::Photo, _) | (_, Online::Allowed) => true,
        (channel, Online::OnlyOfficialSystem) => channel == Channel::Official,
        (_, Online::PaperOnly) => false,
    };
    if allowed { paper.void.map(Reason::from) } else { Some(Reason::Channel) }
}

/// Notes for how many a proxy votes.
fn in_hand<'a>(paper: &'a Paper, hands: &mut BTreeMap<&'a ProxyKey, u32>) -> Result<(), Refusal> {
    match &paper.proxy {
        Some(proxy) => *hands.entry(proxy).or_default() += 1,
        None if paper.channel == Channel::Proxy => return Err(Refusal::ProxyUnnamed(paper.owner.clone())),
        None => {}
    }
    Ok(())
}

/// No proxy votes for more than the rule set allows.
fn within_hands(rules: &RuleSet, hands: &BTreeMap<&ProxyKey, u32>) -> Result<(), Refusal> {
    let Some(most) = rules.proxies else { return Ok(()) };
    let over = hands.iter().find(|(_, held)| **held > most);
    over.map_or(Ok(()), |(proxy, _)| Err(Refusal::TooManyForProxy { proxy: (*proxy).clone(), most }))
}
