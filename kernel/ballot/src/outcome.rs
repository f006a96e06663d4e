//! What came of a vote, ready to be printed: every hurdle with both sides of its inequality and its article.

use crate::election::ElectionOutcome;
use crate::electorate::{Electorate, Portion};
use crate::hash::sha256_hex;
use crate::key::{MatterKey, MatterKind, RuleId};
use crate::paper::{Channel, NotCounted};
use crate::rules::{Body, RuleSet, Seen};
use crate::tally::{Tally, Tested, Weight};
use crate::text;
use lianxin_base::Day;
use serde::Serialize;
use std::collections::BTreeMap;

/// The whole outcome. The same vote gives the same bytes, in whatever order the papers came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// [`crate::FORM`].
    pub form: u32,
    /// Whose vote.
    pub body: Body,
    /// The day it opened.
    #[serde(serialize_with = "text::write_day")]
    pub opened: Day,
    /// The rule set that was kept.
    pub rules: RulesUsed,
    /// Who could vote.
    pub electorate: Totals,
    /// What came back.
    pub papers: Papers,
    /// Per matter, in the order of the paper.
    pub matters: Vec<MatterOutcome>,
    /// Per election, in the order of the paper.
    pub elections: Vec<ElectionOutcome>,
}

/// The rule set that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RulesUsed {
    /// Its id.
    pub id: RuleId,
    /// SHA-256 of its text.
    pub sha256: String,
    /// The set it changes.
    pub extends: Option<RuleId>,
    /// The law or the act.
    pub source: String,
    /// The article.
    pub article: String,
    /// The first day it holds.
    #[serde(serialize_with = "text::write_day")]
    pub from: Day,
    /// The first day it no longer holds.
    #[serde(serialize_with = "text::write_some_day")]
    pub to: Option<Day>,
    /// How far the text was seen.
    pub seen: Seen,
}

/// Who could vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// SHA-256 of the whole roll.
    pub roll_sha256: String,
    /// A and N of the scope.
    pub all: Weight,
    /// Units that count.
    pub units: u64,
    /// Dwellings among them.
    pub dwellings: u64,
    /// What the developer votes for, as one person.
    pub developer: Portion,
    /// By the source of the area.
    pub sources: Sources,
}

/// Units and areas by source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// From the register.
    pub register: Portion,
    /// From the survey.
    pub survey: Portion,
    /// From the contract.
    pub contract: Portion,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Papers {
    /// Papers that count.
    pub returned: Weight,
    /// How they were cast.
    pub by_channel: BTreeMap<Channel, u64>,
    /// Voters whose paper did not come back.
    pub silent: Weight,
    /// Papers that do not count, by owner, with the reason.
    pub not_counted: Vec<NotCounted>,
}

/// What came of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatterOutcome {
    /// Its name on the paper.
    pub matter: MatterKey,
    /// Its kind.
    pub kind: MatterKind,
    /// Its number in Civil Code 278.
    pub item: Option<u8>,
    /// The article.
    pub article: String,
    /// How far the article's text was seen.
    pub seen: Seen,
    /// Whether it passed.
    pub passed: bool,
    /// Which tally decides.
    pub decided_by: Decider,
    /// The two tallies lead to different results; to be published.
    pub differ: bool,
    /// Why the follow rule is on or off.
    pub follow_state: FollowState,
    /// Only what came back.
    pub returned: Side,
    /// With those who follow; `None` where the unreturned never follow.
    pub follow: Option<FollowSide>,
}

/// Which tally decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// Only what came back.
    Returned,
    /// With those who follow.
    Follow,
}

/// Why the unreturned follow the majority, or do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowState {
    /// Never in this kind of matter: items 6 to 8, and bodies other than owners.
    Never,
    /// No rules of procedure were adopted that say so.
    NotAdopted,
    /// The paper does not print the consequence.
    PaperDoesNotSay,
    /// Nobody who is silent has a proven delivery.
    NoProvenDelivery,
    /// All three conditions hold.
    On,
}

/// One tally and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// What was marked.
    pub tally: Tally,
    /// Who took part.
    pub participants: Weight,
    /// Whether enough took part.
    pub quorum: Tested,
    /// Whether enough said yes.
    pub majority: Tested,
    /// Both.
    pub passed: bool,
}

/// The tally with those who follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowSide {
    /// Silent voters with a proven delivery: they take part.
    pub followers: Weight,
    /// They count as yes, since yes leads no by area and by persons.
    pub as_yes: bool,
    /// Who takes part, followers included.
    pub participants: Weight,
    /// Yes, followers included if they count as yes.
    pub yes: Weight,
    /// Whether enough took part.
    pub quorum: Tested,
    /// Whether enough said yes.
    pub majority: Tested,
    /// Both.
    pub passed: bool,
}

impl RulesUsed {
    pub(crate) fn of(set: &RuleSet) -> Self {
        Self {
            id: set.id.clone(),
            sha256: set.sha256.clone(),
            extends: set.extends.clone(),
            source: set.source.clone(),
            article: set.article.clone(),
            from: set.from,
            to: set.to,
            seen: set.seen,
        }
    }
}

impl Totals {
    pub(crate) fn of(e: &Electorate, roll_sha256: String) -> Self {
        let [register, survey, contract] = e.sources;
        let sources = Sources { register, survey, contract };
        let Electorate { all, units, dwellings, developer, .. } = *e;
        Self { roll_sha256, all, units, dwellings, developer, sources }
    }
}

impl Outcome {
    /// The outcome as JSON in one line, its fields in the documented order: what is kept and hashed.
    pub fn canonical(&self) -> Vec<u8> {
        // texts, integers and truth values written into memory: nothing of it can fail
        serde_json::to_vec(self).unwrap_or_default()
    }
    /// SHA-256 of [`Outcome::canonical`] in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256_hex(&self.canonical())
    }
}
