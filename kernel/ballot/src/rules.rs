//! Rule sets: law as data, with source, article and the days from and to which it holds.

use crate::key::{MatterKind, RuleId};
use crate::procedure::{Call, CallBy, Period, PeriodKind};
use crate::refusal::RuleFault;
use crate::share::Share;
use crate::text;
use lianxin_base::Day;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Whose vote it is. The rolls of two bodies are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Owners of a compound: by area and by persons (Civil Code 278).
    Owners,
    /// Residents' meeting: by persons (居委会组织法 9).
    Residents,
    /// Members under a charter of their own: by persons.
    Members,
    /// A committee voting in its meeting: by persons.
    Committee,
}

/// How far the text of a rule was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Seen {
    /// The text itself was read.
    V,
    /// Only a secondary text was read.
    S,
    /// From memory, to be checked.
    M,
    /// Adopted by the body or the region itself; the act that adopted it holds the text.
    A,
}

/// Of what a fraction is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Of everybody in the scope.
    All,
    /// Of those who took part.
    Participants,
}

/// A hurdle, to be taken by area (owners only) and by persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Of what.
    pub of: Of,
    /// The fraction of the area; only for owners, and never missing there.
    pub area: Option<Share>,
    /// The fraction of the persons.
    pub persons: Share,
}

/// What a kind of matter needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatterRule {
    /// Its name here.
    pub kind: MatterKind,
    /// Its number in the list of Civil Code 278.
    pub item: Option<u8>,
    /// The article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
    /// How much has to take part.
    pub quorum: Bar,
    /// How much has to say yes.
    pub majority: Bar,
    /// Whether a community may let the unreturned follow the majority; never for the items 6 to 8.
    #[serde(default)]
    pub follow: bool,
}

/// How many members a committee has.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitteeRule {
    /// The source, where it is not the set's.
    pub source: String,
    /// The article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
    /// The fewest seats.
    pub least: u32,
    /// The most seats, if there is a most.
    pub most: Option<u32>,
    /// Whether the number has to be odd.
    pub odd: bool,
    /// A smaller committee where there are fewer households.
    pub small: Option<Small>,
    /// The longest term in months.
    pub term_months: u32,
}

/// A smaller committee for a small compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Small {
    /// Fewer dwellings in the scope than this.
    pub below: u64,
    /// The seats it then may have.
    pub seats: u32,
}

/// How an election is held where the region or the rules of procedure say so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElectionRule {
    /// The article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
    /// A contested list: at least so many candidates more than seats, as a fraction of the seats.
    pub more: Option<Share>,
    /// At most so many alternates as a number; `None`: as many as there are seats.
    pub alternates: Option<u32>,
    /// The order of those who qualify, and what breaks ties; empty where none was adopted.
    #[serde(default)]
    pub rank: Vec<Rank>,
}

/// One step of the order of candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Share of the area plus share of the persons, both of the scope's totals.
    Shares,
    /// Area.
    Area,
    /// Persons.
    Persons,
    /// A public lot, drawn with a seed. Only as the last.
    Lot,
}

/// Use of the maintenance fund in an emergency without a vote (民法典 281): how, the region says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgentRule {
    /// The article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
    /// For so many days its account hangs out.
    pub posted_days: u32,
}

/// Whether votes may be cast on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Online {
    /// Yes.
    Allowed,
    /// Only through the authority's own system, whose tally is taken in.
    OnlyOfficialSystem,
    /// No.
    PaperOnly,
}

/// A rule set. A ballot keeps its id and hash.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Its id.
    pub id: RuleId,
    /// Whose.
    pub body: Body,
    /// The law or the act.
    pub source: String,
    /// The article.
    pub article: String,
    /// The first day it holds.
    #[serde(deserialize_with = "text::day")]
    pub from: Day,
    /// The first day it no longer holds.
    #[serde(default, deserialize_with = "text::some_day")]
    pub to: Option<Day>,
    /// How far the text was seen.
    pub seen: Seen,
    /// The set it changes; what it does not name is taken from there.
    pub extends: Option<RuleId>,
    /// Per kind of matter.
    #[serde(default, rename = "matter")]
    pub matters: Vec<MatterRule>,
    /// Size and term of the committee.
    pub committee: Option<CommitteeRule>,
    /// How it is elected.
    pub election: Option<ElectionRule>,
    /// Periods.
    #[serde(default, rename = "period")]
    pub periods: Vec<Period>,
    /// Who may demand a meeting.
    #[serde(default, rename = "call")]
    pub calls: Vec<Call>,
    /// At most so many proxies in one hand.
    pub proxies: Option<u32>,
    /// Whether votes may be cast on the phone; nothing said: allowed.
    pub online: Option<Online>,
    /// Whether the maintenance fund may be used in an emergency without a vote; nothing said: not.
    pub urgent: Option<UrgentRule>,
    /// SHA-256 of the text, in hexadecimal.
    #[serde(skip)]
    pub sha256: String,
}

const TEXTS: [&str; 5] = [
    include_str!("../rules/owners-before-2021.toml"),
    include_str!("../rules/owners-civil-code-278.toml"),
    include_str!("../rules/residents-2018.toml"),
    include_str!("../rules/residents-2026.toml"),
    include_str!("../rules/committee-meeting.toml"),
];

/// The rule sets of the country that are built in, in order of body and time.
pub fn built_in() -> &'static [RuleSet] {
    static SETS: OnceLock<Vec<RuleSet>> = OnceLock::new();
    SETS.get_or_init(|| {
        let read = |text: &&str| RuleSet::built_in(text).expect("every built-in rule set is read in a test");
        TEXTS.iter().map(read).collect()
    })
}

/// The built-in rule set of a body that is in force on the day its vote opened.
pub fn rule_set(on: Day, body: Body) -> Option<&'static RuleSet> {
    built_in().iter().find(|set| set.body == body && set.in_force(on))
}

impl RuleSet {
    /// Reads and checks a rule set that was adopted by an act: a regional variant, rules of procedure, a charter.
    /// Sets of owners and residents change a built-in one (`extends`) and never ask for less than it; members under a
    /// charter and committees may bring a whole one.
    pub fn read(text: &str) -> Result<Self, RuleFault> {
        crate::adopt::adopted(text)
    }
    fn built_in(text: &str) -> Result<Self, RuleFault> {
        crate::adopt::parsed(text)
    }
    /// Whether it holds on a day.
    pub fn in_force(&self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on < to)
    }
    /// What a kind of matter needs.
    pub fn matter(&self, kind: &MatterKind) -> Option<&MatterRule> {
        self.matters.iter().find(|m| m.kind == *kind)
    }
    /// A period.
    pub fn period(&self, kind: PeriodKind) -> Option<&Period> {
        self.periods.iter().find(|p| p.kind == kind)
    }
    /// Who may demand a meeting.
    pub fn call(&self, by: CallBy) -> Option<&Call> {
        self.calls.iter().find(|c| c.by == by)
    }
}
