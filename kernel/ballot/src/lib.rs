//! Rolls, ballots and elections, counted under a dated rule set. Pure: asks no clock, reads no files.
//!
//! An [`Input`] is a vote as it was opened, its frozen [`Roll`] and what came back; [`count`] makes an [`Outcome`] of it
//! in which every hurdle stands with both sides of its inequality and its article, or says why not ([`Refusal`]).
//! Areas are integers in 0.01 m², persons are counted, products have 128 bits: nothing is rounded. Law is data: a
//! [`RuleSet`] has source, article and the days from and to which it holds, and a ballot keeps its id and hash.

mod adopt;
mod count;
mod election;
mod electorate;
mod examples;
mod frozen;
mod hash;
mod input;
mod key;
mod once;
mod outcome;
mod paper;
mod procedure;
mod refusal;
mod roll;
mod rules;
mod say;
mod share;
mod tally;
mod text;

#[cfg(test)]
mod tests;

pub use count::count;
pub use election::{CandidateOutcome, ElectionOutcome, Place};
pub use electorate::{Electorate, Entrance, Portion, Scope};
pub use input::{
    CANDIDATES_MAX, Delivery, Election, FORM, Follow, Input, MATTERS_MAX, Matter, PAPERS_MAX, RulesKept, UNITS_MAX, Way,
};
pub use key::{
    BadKey, BuildingKey, CandidateKey, ElectionKey, EntranceKey, KEY_MAX, MatterKey, MatterKind, OwnerKey, ProxyKey,
    RuleId, UnitKey,
};
pub use once::Once;
pub use outcome::{Decider, FollowSide, FollowState, MatterOutcome, Outcome, Papers, RulesUsed, Side, Sources, Totals};
pub use paper::{Channel, Mark, NotCounted, Paper, Reason, Void};
pub use procedure::{Call, CallBy, Period, PeriodKind};
pub use refusal::{BadShare, Refusal, RuleFault, TooMany};
pub use roll::{Roll, Source, State, Unit, Use};
pub use rules::{
    Bar, Body, CommitteeRule, ElectionRule, MatterRule, Of, Online, Rank, RuleSet, Seen, Small, UrgentRule, built_in,
    rule_set,
};
pub use share::{DENOMINATOR_MAX, Inequality, Measure, Share};
pub use tally::{Tally, Tested, Weight};
