//! What is counted: the file that `lianxin ballot count` reads.

use crate::electorate::Scope;
use crate::key::{CandidateKey, ElectionKey, MatterKey, MatterKind, OwnerKey, RuleId};
use crate::paper::Paper;
use crate::refusal::{Refusal, TooMany};
use crate::roll::Roll;
use crate::rules::{Body, Rank, RuleSet, built_in, rule_set};
use crate::text;
use lianxin_base::Day;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The number of the form that is read and written.
pub const FORM: u32 = 1;
/// At most so many units or voters.
pub const UNITS_MAX: usize = 200_000;
/// At most so many matters and elections on one paper.
pub const MATTERS_MAX: usize = 200;
/// At most so many papers, void ones included.
pub const PAPERS_MAX: usize = 1_000_000;
/// At most so many candidates in an election.
pub const CANDIDATES_MAX: usize = 200;

/// A vote as it was opened and what came back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// [`FORM`].
    pub form: u32,
    /// Whose vote.
    pub body: Body,
    /// The day the vote opened; the rule set in force then is kept.
    #[serde(deserialize_with = "text::day", serialize_with = "text::write_day")]
    pub opened: Day,
    /// The rule set the ballot keeps; without it, the built-in one in force on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<RulesKept>,
    /// The frozen roll.
    pub roll: Roll,
    /// The hash of the roll that was kept when it was frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll_sha256: Option<String>,
    /// Who of the roll votes.
    #[serde(default)]
    pub scope: Scope,
    /// The matters on the paper, in its order.
    #[serde(default)]
    pub matters: Vec<Matter>,
    /// The elections on the paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elections: Vec<Election>,
    /// The papers, in any order.
    #[serde(default)]
    pub papers: Vec<Paper>,
    /// How papers were delivered; only what the follow rule asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivered: Vec<Delivery>,
    /// The community has switched on that the unreturned follow the majority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<Follow>,
}

/// The rule set a ballot keeps.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RulesKept {
    /// Its id.
    pub id: RuleId,
    /// The SHA-256 of its text in hexadecimal, as kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Its whole text, if it was adopted by an act; without it, a built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toml: Option<String>,
}

/// A matter on the paper.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Its name on the paper.
    pub matter: MatterKey,
    /// Its kind in the rule set.
    pub kind: MatterKind,
}

/// An election on the paper.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// Its name on the paper.
    pub election: ElectionKey,
    /// The kind of matter whose quorum and majority every member needs; for owners `committee` (Civil Code 278 (3)).
    pub kind: MatterKind,
    /// Seats to fill.
    pub seats: u32,
    /// Seats of the whole committee, where only some are to be filled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee_seats: Option<u32>,
    /// The candidates.
    pub candidates: Vec<CandidateKey>,
    /// How many alternates at most.
    #[serde(default)]
    pub alternates: u32,
    /// The order adopted in the rules of procedure; without it, the rule set's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Vec<Rank>>,
    /// The seed of the public lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot_seed: Option<String>,
}

/// That a paper was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// To whom.
    pub owner: OwnerKey,
    /// In which way.
    pub way: Way,
    /// Whether that is proven: a signature, a receipt, two witnesses.
    pub proven: bool,
}

/// How a paper was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Handed over against signature.
    Hand,
    /// Left at the door.
    Door,
    /// By post.
    Post,
    /// Electronically.
    Phone,
    /// Only posted publicly (274号 art. 22).
    Posted,
}

/// The unreturned follow the majority: what was adopted (274号 art. 26 (2)).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Follow {
    /// The version of the rules of procedure that says so.
    pub rules_of_procedure: String,
    /// The paper prints the consequence.
    pub paper_says_so: bool,
}

impl Input {
    /// Reads the documented form.
    pub fn read_json(text: &str) -> Result<Self, Refusal> {
        serde_json::from_str(text).map_err(|e| Refusal::NotJson(e.to_string()))
    }

    /// The rule set the ballot keeps, checked against its hash and the day it opened.
    pub fn rule_set(&self) -> Result<Cow<'static, RuleSet>, Refusal> {
        let Some(kept) = &self.rules else {
            return rule_set(self.opened, self.body).map(Cow::Borrowed).ok_or(Refusal::NotInForce(self.opened));
        };
        let set = kept.read()?;
        if kept.sha256.as_ref().is_some_and(|hash| !hash.eq_ignore_ascii_case(&set.sha256)) {
            return Err(Refusal::RulesChanged);
        }
        if set.id != kept.id {
            return Err(Refusal::RulesRenamed(set.id.clone()));
        }
        if set.body != self.body {
            return Err(Refusal::RulesOfOtherBody(set.body));
        }
        if set.in_force(self.opened) { Ok(set) } else { Err(Refusal::NotInForce(self.opened)) }
    }

    pub(crate) fn within_limits(&self) -> Result<(), Refusal> {
        if self.form != FORM {
            return Err(Refusal::Form(self.form));
        }
        let candidates = self.elections.iter().map(|e| e.candidates.len()).max().unwrap_or(0);
        let limits = [
            (self.roll.units.len().max(self.roll.voters.len()), UNITS_MAX, TooMany::Units),
            (self.matters.len().saturating_add(self.elections.len()), MATTERS_MAX, TooMany::Matters),
            (self.papers.len(), PAPERS_MAX, TooMany::Papers),
            (self.delivered.len(), PAPERS_MAX, TooMany::Deliveries),
            (candidates, CANDIDATES_MAX, TooMany::Candidates),
        ];
        let over = limits.into_iter().find(|(n, most, _)| n > most);
        over.map_or(Ok(()), |(_, _, what)| Err(Refusal::TooMany(what)))
    }

    /// Every matter and election once, all of kinds the rule set knows.
    pub(crate) fn agenda(&self, rules: &RuleSet) -> Result<(), Refusal> {
        if self.matters.is_empty() && self.elections.is_empty() {
            return Err(Refusal::NothingToDecide);
        }
        for (i, m) in self.matters.iter().enumerate() {
            if self.matters[..i].iter().any(|o| o.matter == m.matter) {
                return Err(Refusal::MatterTwice(m.matter.clone()));
            }
        }
        for (i, e) in self.elections.iter().enumerate() {
            if self.elections[..i].iter().any(|o| o.election == e.election) {
                return Err(Refusal::ElectionTwice(e.election.clone()));
            }
        }
        let mut kinds = self.matters.iter().map(|m| &m.kind).chain(self.elections.iter().map(|e| &e.kind));
        let unknown = kinds.find(|kind| rules.matter(kind).is_none());
        unknown.map_or(Ok(()), |kind| Err(Refusal::UnknownKind(kind.clone())))
    }
}

impl RulesKept {
    fn read(&self) -> Result<Cow<'static, RuleSet>, Refusal> {
        match &self.toml {
            Some(text) => {
                let same = crate::hash::sha256_hex(text.as_bytes());
                match built_in().iter().find(|set| set.sha256 == same) {
                    Some(set) => Ok(Cow::Borrowed(set)),
                    None => Ok(Cow::Owned(RuleSet::read(text)?)),
                }
            }
            None => {
                let known = built_in().iter().find(|set| set.id == self.id);
                known.map(Cow::Borrowed).ok_or_else(|| Refusal::UnknownRules(self.id.clone()))
            }
        }
    }
}
