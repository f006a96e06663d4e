//! Why something is not counted, in order of precedence. The sentences are built where people read them.

use crate::key::{CandidateKey, ElectionKey, MatterKey, MatterKind, OwnerKey, ProxyKey, RuleId, UnitKey};
use crate::procedure::{CallBy, PeriodKind};
use crate::rules::Body;
use lianxin_base::Day;
use std::fmt;

/// No fraction like `>= 2/3` or `> 1/2` that lies between nothing and the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadShare;

impl fmt::Display for BadShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a fraction like `>= 2/3` or `> 1/2` between nothing and the whole")
    }
}
impl std::error::Error for BadShare {}

/// What is wrong with a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// More than 64 KiB.
    TooLong,
    /// No TOML, a field that is missing or unknown, a bad fraction or date; holds what the reader said, with the line.
    NotToml(String),
    /// There is no built-in set of this name to change.
    UnknownBase(RuleId),
    /// A set of owners or residents that does not say which law it changes.
    NoBase,
    /// It changes a set of another body.
    OtherBody,
    /// The set it changes is not in force when it begins.
    BaseNotInForce,
    /// A built-in set has this name.
    IdTaken(RuleId),
    /// It asks for less than the law does.
    BelowTheLaw(MatterKind),
    /// It ends before it begins.
    Dates,
    /// It names no matter.
    NoMatter,
    /// A kind of matter stands twice.
    MatterTwice(MatterKind),
    /// Owners decide by area and persons, everybody else by persons only.
    AreaOfBody(MatterKind),
    /// A quorum is a part of all.
    QuorumOfParticipants(MatterKind),
    /// In this kind of matter the unreturned never follow.
    NeverFollows(MatterKind),
    /// Sizes or terms of the committee that cannot be.
    Committee,
    /// An order of candidates with a step twice, a lot that is not last, or area where there is none.
    Rank,
    /// A period of nothing, in two units, or given twice.
    Period(PeriodKind),
    /// A demand given twice.
    CallTwice(CallBy),
    /// Use of the fund in an emergency for others than owners, without article, or not posted at all.
    Urgent,
}

impl RuleFault {
    /// A steady name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "ballot.rules.too_long",
            Self::NotToml(_) => "ballot.rules.not_toml",
            Self::UnknownBase(_) => "ballot.rules.unknown_base",
            Self::NoBase => "ballot.rules.no_base",
            Self::OtherBody => "ballot.rules.other_body",
            Self::BaseNotInForce => "ballot.rules.base_not_in_force",
            Self::IdTaken(_) => "ballot.rules.id_taken",
            Self::BelowTheLaw(_) => "ballot.rules.below_the_law",
            Self::Dates => "ballot.rules.dates",
            Self::NoMatter => "ballot.rules.no_matter",
            Self::MatterTwice(_) => "ballot.rules.matter_twice",
            Self::AreaOfBody(_) => "ballot.rules.area_of_body",
            Self::QuorumOfParticipants(_) => "ballot.rules.quorum_of_participants",
            Self::NeverFollows(_) => "ballot.rules.never_follows",
            Self::Committee => "ballot.rules.committee",
            Self::Rank => "ballot.rules.rank",
            Self::Period(_) => "ballot.rules.period",
            Self::CallTwice(_) => "ballot.rules.call_twice",
            Self::Urgent => "ballot.rules.urgent",
        }
    }
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMany {
    /// Units or voters of the roll.
    Units,
    /// Matters and elections.
    Matters,
    /// Papers.
    Papers,
    /// Deliveries.
    Deliveries,
    /// Candidates of an election.
    Candidates,
}

/// Why a ballot is not counted, in order of precedence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text is not the documented form; holds what the reader said, with line and column.
    NotJson(String),
    /// The form has another number than this program reads.
    Form(u32),
    /// More than is counted at once.
    TooMany(TooMany),
    /// The rule set itself is wrong.
    Rules(RuleFault),
    /// No such built-in rule set.
    UnknownRules(RuleId),
    /// The rule set's text has another hash than the ballot kept.
    RulesChanged,
    /// The rule set that comes with the ballot has another name.
    RulesRenamed(RuleId),
    /// The rule set was made for another body.
    RulesOfOtherBody(Body),
    /// No rule set, or not this one, was in force on the day the vote opened.
    NotInForce(Day),
    /// Neither a matter nor an election.
    NothingToDecide,
    /// A matter stands twice.
    MatterTwice(MatterKey),
    /// An election stands twice.
    ElectionTwice(ElectionKey),
    /// The rule set does not know this kind of matter.
    UnknownKind(MatterKind),
    /// Owners' units and a list of voters, or the wrong one of the two for this body.
    RollOfOtherBody,
    /// A unit stands twice.
    UnitTwice(UnitKey),
    /// A voter stands twice in a list of voters.
    VoterTwice(OwnerKey),
    /// A delivered unit without an owner, or an unsold one with one.
    UnitOwner(UnitKey),
    /// Unsold or undelivered units, and nobody is named as developer.
    NoDeveloper(UnitKey),
    /// A unit that counts has no area from any source.
    NoArea(UnitKey),
    /// An area that is no number of square metres with at most two decimals, is zero, negative or too large.
    BadArea(UnitKey),
    /// The scope names a building, entrance or unit that is not on the roll.
    UnknownPlace(String),
    /// A list of voters has no buildings to choose from.
    ScopeOfVoters,
    /// Nobody may vote: no unit that counts, no voter.
    EmptyRoll,
    /// The roll has another hash than the ballot kept.
    RollChanged,
    /// This body has no committee of its own to elect by the rule set.
    NoCommitteeRule(ElectionKey),
    /// The committee has an even number of seats and has to have an odd one.
    EvenSeats(ElectionKey),
    /// Fewer or more seats than the rule set allows, or more to fill than there are.
    Seats {
        /// The election.
        election: ElectionKey,
        /// The fewest.
        least: u32,
        /// The most.
        most: Option<u32>,
    },
    /// A candidate stands twice.
    CandidateTwice {
        /// The election.
        election: ElectionKey,
        /// The candidate.
        candidate: CandidateKey,
    },
    /// Fewer candidates than seats, or than a contested list needs.
    TooFewCandidates {
        /// The election.
        election: ElectionKey,
        /// How many there have to be.
        least: u32,
    },
    /// More alternates than the rule set allows.
    TooManyAlternates(ElectionKey),
    /// An order of candidates with a step twice, a lot that is not last, or area where there is none.
    Rank(ElectionKey),
    /// Two valid papers of one voter.
    PaperTwice(OwnerKey),
    /// A mark on a matter that is not on the paper.
    UnknownMatter {
        /// Whose paper.
        owner: OwnerKey,
        /// The matter.
        matter: MatterKey,
    },
    /// A choice in an election that is not on the paper.
    UnknownElection {
        /// Whose paper.
        owner: OwnerKey,
        /// The election.
        election: ElectionKey,
    },
    /// A choice of somebody who is no candidate.
    UnknownCandidate {
        /// Whose paper.
        owner: OwnerKey,
        /// The candidate.
        candidate: CandidateKey,
    },
    /// A paper cast by proxy that does not say by whom.
    ProxyUnnamed(OwnerKey),
    /// One proxy votes for more than the rule set allows.
    TooManyForProxy {
        /// The proxy.
        proxy: ProxyKey,
        /// For how many at most.
        most: u32,
    },
}

impl Refusal {
    /// A steady name for programs: `ballot.reason`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson(_) => "ballot.not_json",
            Self::Form(_) => "ballot.form",
            Self::TooMany(_) => "ballot.too_many",
            Self::Rules(fault) => fault.code(),
            Self::UnknownRules(_) => "ballot.unknown_rules",
            Self::RulesChanged => "ballot.rules_changed",
            Self::RulesRenamed(_) => "ballot.rules_renamed",
            Self::RulesOfOtherBody(_) => "ballot.rules_of_other_body",
            Self::NotInForce(_) => "ballot.not_in_force",
            Self::NothingToDecide => "ballot.nothing_to_decide",
            Self::MatterTwice(_) => "ballot.matter_twice",
            Self::ElectionTwice(_) => "ballot.election_twice",
            Self::UnknownKind(_) => "ballot.unknown_kind",
            Self::RollOfOtherBody => "ballot.roll_of_other_body",
            Self::UnitTwice(_) => "ballot.unit_twice",
            Self::VoterTwice(_) => "ballot.voter_twice",
            Self::UnitOwner(_) => "ballot.unit_owner",
            Self::NoDeveloper(_) => "ballot.no_developer",
            Self::NoArea(_) => "ballot.no_area",
            Self::BadArea(_) => "ballot.bad_area",
            Self::UnknownPlace(_) => "ballot.unknown_place",
            Self::ScopeOfVoters => "ballot.scope_of_voters",
            Self::EmptyRoll => "ballot.empty_roll",
            Self::RollChanged => "ballot.roll_changed",
            Self::NoCommitteeRule(_) => "ballot.no_committee_rule",
            Self::EvenSeats(_) => "ballot.even_seats",
            Self::Seats { .. } => "ballot.seats",
            Self::CandidateTwice { .. } => "ballot.candidate_twice",
            Self::TooFewCandidates { .. } => "ballot.too_few_candidates",
            Self::TooManyAlternates(_) => "ballot.too_many_alternates",
            Self::Rank(_) => "ballot.rank",
            Self::PaperTwice(_) => "ballot.paper_twice",
            Self::UnknownMatter { .. } => "ballot.unknown_matter",
            Self::UnknownElection { .. } => "ballot.unknown_election",
            Self::UnknownCandidate { .. } => "ballot.unknown_candidate",
            Self::ProxyUnnamed(_) => "ballot.proxy_unnamed",
            Self::TooManyForProxy { .. } => "ballot.too_many_for_proxy",
        }
    }
}

impl From<RuleFault> for Refusal {
    fn from(fault: RuleFault) -> Self {
        Self::Rules(fault)
    }
}
