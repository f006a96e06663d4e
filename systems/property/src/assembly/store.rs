//! The statements of votes.

use super::rules::rules_on;
use super::{Demand, Online, Scope, State, Voting, words_field};
use crate::election::{rules::CANDIDATE, store::candidates};
use crate::filing::day_of;
use crate::refusal::Refusal;
use lianxin_ballot::RuleSet;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::{Recorded, text};
use lianxin_store::{Fault, Read, Row, Tx, params};
use std::borrow::Cow;

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT v.id, v.area, a.name, v.org, o.name, v.opens_at, v.closes_at, v.online, v.rules, v.rules_sha256, \
             v.state, v.called_at, y.value, w.value, v.building, v.entrance, sb.name, se.name, v.parking, v.storage, \
             v.follow, cb.value, fb.value, v.rules_act, rs.value, v.demand, v.demand_of, v.demand_day FROM property_vote v JOIN register_area a ON a.id = v.area \
             JOIN register_org o ON o.id = v.org LEFT JOIN journal_text y ON y.act = v.id AND y.field = 'title' \
             LEFT JOIN journal_text w ON w.act = v.why AND w.field = 'words' \
             LEFT JOIN register_building sb ON sb.id = v.building LEFT JOIN register_entrance se ON se.id = v.entrance \
             LEFT JOIN journal_text cb ON cb.act = v.id AND cb.field = 'counted_by' \
             LEFT JOIN journal_text fb ON fb.act = v.id AND fb.field = 'follow_by' \
             LEFT JOIN journal_text rs ON rs.act = v.rules_act AND rs.field = 'toml' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE v.id = $1");
const ALL: &str = columns!("ORDER BY v.opens_at DESC, v.id DESC LIMIT $1");
// A compound, and those that were merged into it: they lie in it and have a successor. A vote stays the old one's, whose owners
// it asks, and is found under the new.
const ALL_IN: &str = columns!(
    "WHERE v.area IN (SELECT m.id FROM register_area m WHERE m.id = $2 OR (m.parent = $2 AND m.successor IS NOT NULL)) \
     ORDER BY v.opens_at DESC, v.id DESC LIMIT $1"
);
const OPEN_IN: &str = columns!(
    "WHERE v.area IN (SELECT m.id FROM register_area m WHERE m.id = $1 OR (m.parent = $1 AND m.successor IS NOT NULL)) \
     AND v.state = 'open' AND v.closes_at > $2 ORDER BY v.closes_at, v.id LIMIT 1"
);
const OPEN: &str = columns!("WHERE v.state = 'open' AND v.closes_at > $1 ORDER BY v.closes_at, v.id LIMIT $2");
const COMING_IN: &str = columns!(
    "WHERE v.area IN (SELECT m.id FROM register_area m WHERE m.id = $1 OR (m.parent = $1 AND m.successor IS NOT NULL)) \
     AND v.state = 'called' ORDER BY v.opens_at, v.id LIMIT 1"
);
const ADD: &str = "INSERT INTO property_vote(id, area, org, called_at, opens_at, closes_at, online, rules, \
                   rules_sha256, state, building, entrance, parking, storage, follow, rules_act, demand, demand_of, demand_day) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, 'called', $10, $11, $12, $13, $14, $15, $16, $17, $18)";
const ADD_MATTER: &str = "INSERT INTO property_vote_matter(vote, n, area, kind) VALUES($1, $2, $3, $4)";
const OFF: &str = "UPDATE property_vote SET state = 'off', ended_at = $2, why = $3 WHERE id = $1";
const RULES: &str = "UPDATE property_vote SET rules = $2, rules_sha256 = $3, rules_act = $4, online = $5 WHERE id = $1";
const STATE: &str = "UPDATE property_vote SET state = $2 WHERE id = $1";
const ENDED: &str = "UPDATE property_vote SET state = $2, ended_at = $3 WHERE id = $1";
const RESULT: &str = "UPDATE property_vote_matter SET passed = $3, outcome = $4 WHERE vote = $1 AND n = $2";
const MATTERS: &str = "SELECT n, kind, passed, outcome FROM property_vote_matter WHERE vote = $1 ORDER BY n";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("vote_one", ONE),
    ("vote_all", ALL),
    ("vote_all_in", ALL_IN),
    ("vote_open_in", OPEN_IN),
    ("vote_open", OPEN),
    ("vote_coming_in", COMING_IN),
    ("vote_add", ADD),
    ("vote_add_matter", ADD_MATTER),
    ("vote_off", OFF),
    ("vote_rules", RULES),
    ("vote_state", STATE),
    ("vote_ended", ENDED),
    ("vote_result", RESULT),
    ("vote_matters", MATTERS),
];

/// A vote as it stands.
#[derive(Clone, Debug)]
pub struct Vote {
    /// The act that called it.
    pub id: ActId,
    /// The compound.
    pub area: AreaId,
    /// Its name.
    pub area_name: String,
    /// Who called it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// From when one may vote.
    pub opens: Moment,
    /// From this second on one may not.
    pub closes: Moment,
    /// Whether one may vote on the phone.
    pub online: Online,
    /// The rule set.
    pub rules: String,
    /// Its hash.
    pub rules_sha256: String,
    /// Where it stands.
    pub state: State,
    /// When it was called.
    pub called: Moment,
    /// What it is called.
    pub title: String,
    /// Why it was called off.
    pub why: Option<String>,
    /// Whom it asks.
    pub voting: Voting,
    /// The building or entrance that is asked, as people say it.
    pub scope_name: Option<String>,
    /// The rule by which parking spaces or storage rooms count.
    pub counted_by: Option<String>,
    /// Whether the unreturned follow the majority.
    pub follow: bool,
    /// The rule that says so.
    pub follow_by: Option<String>,
    /// The act that adopted the rule set, where it is a regional one.
    pub rules_act: Option<ActId>,
    /// Its text.
    pub rules_toml: Option<String>,
    /// What owners demanded, and of how many owners.
    pub demand: Option<(Demand, i64)>,
}

impl Vote {
    /// The rules it is counted by: those in force on the day it opens, whatever came later.
    pub(crate) fn set(&self) -> Result<Cow<'static, RuleSet>, Refusal> {
        match (&self.rules_toml, self.rules_act) {
            (Some(toml), _) => RuleSet::read(toml).map(Cow::Owned).map_err(|_| Refusal::RulesChanged),
            (None, Some(_)) => Err(Refusal::RulesChanged),
            (None, None) => rules_on(self.opens.day()).map(Cow::Borrowed),
        }
    }

    /// The name of its rule set.
    pub(crate) fn rules_name(&self) -> String {
        self.set().map_or_else(|_| self.rules.clone(), |set| format!("{} {}（{}）", set.source, set.article, set.id))
    }

    /// Compound, and building or entrance where only those are asked.
    pub(crate) fn place(&self) -> String {
        match &self.scope_name {
            Some(name) => format!("{} {name}", self.area_name),
            None => self.area_name.clone(),
        }
    }
    /// The page element that changes when it moves.
    pub(crate) fn element(&self) -> String {
        format!("v-{}", self.id)
    }
}

fn day_numbered(n: i64) -> Result<Day, Fault> {
    i32::try_from(n).map(Day::from_number).map_err(|_| Fault::Damaged("a demand of no day".into()))
}

fn vote(row: &Row<'_>) -> Result<Vote, Fault> {
    let scope = Scope::of(row.opt_id(14)?, row.opt_id(15)?);
    let scope_name = match (row.opt_text(16)?, row.opt_text(17)?) {
        (Some(building), Some(entrance)) => Some(format!("{building} {entrance}")),
        (building, _) => building,
    };
    Ok(Vote {
        voting: Voting { scope, parking: row.flag(18)?, storage: row.flag(19)? },
        scope_name,
        follow: row.flag(20)?,
        counted_by: row.opt_text(21)?,
        follow_by: row.opt_text(22)?,
        rules_act: row.opt_id(23)?,
        rules_toml: row.opt_text(24)?,
        demand: match (row.opt_int(25)?, row.opt_int(26)?, row.opt_int(27)?) {
            (Some(owners), Some(of), Some(day)) => Some((Demand { owners, day: day_numbered(day)? }, of)),
            _ => None,
        },
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org: row.id(3)?,
        org_name: row.text(4)?,
        opens: row.moment(5)?,
        closes: row.moment(6)?,
        online: row.word(7)?,
        rules: row.text(8)?,
        rules_sha256: row.text(9)?,
        state: row.word(10)?,
        called: row.moment(11)?,
        title: row.opt_text(12)?.unwrap_or_default(),
        why: row.opt_text(13)?,
    })
}

/// A vote.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Vote>, Fault> {
    r.row(ONE, params![id], vote)
}

/// The newest votes, of a compound or of all.
pub fn all(r: &mut Read<'_>, area: Option<AreaId>, n: i64) -> Result<Vec<Vote>, Fault> {
    match area {
        Some(area) => r.rows(ALL_IN, params![n, area], vote),
        None => r.rows(ALL, params![n], vote),
    }
}

/// The votes that are open anywhere, those that close first.
pub fn open(r: &mut Read<'_>, now: Moment, n: i64) -> Result<Vec<Vote>, Fault> {
    r.rows(OPEN, params![now, n], vote)
}

/// The vote that is open in a compound, the one that closes first; else the next one to open.
pub fn present(r: &mut Read<'_>, area: AreaId, now: Moment) -> Result<Option<Vote>, Fault> {
    match r.row(OPEN_IN, params![area, now], vote)? {
        Some(open) => Ok(Some(open)),
        None => r.row(COMING_IN, params![area], vote),
    }
}

/// A matter that is voted on.
#[derive(Clone, Debug)]
pub struct Matter {
    /// Its place on the paper.
    pub n: i64,
    /// Its category.
    pub kind: String,
    /// Whether it passed.
    pub passed: Option<bool>,
    /// What came of it, as the count wrote it.
    pub outcome: Option<String>,
    /// Its words.
    pub words: String,
}

/// The matters of a vote, in the order of the paper; whoever stands is one, under their name.
pub fn matters(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Matter>, Fault> {
    let mut all = r.rows(MATTERS, params![vote], |row| {
        Ok(Matter {
            n: row.int(0)?,
            kind: row.text(1)?,
            passed: row.opt_int(2)?.map(|passed| passed != 0),
            outcome: row.opt_text(3)?,
            words: String::new(),
        })
    })?;
    let names = match all.iter().any(|m| m.kind == CANDIDATE) {
        true => candidates(r, vote)?,
        false => Vec::new(),
    };
    for matter in &mut all {
        matter.words = match names.iter().find(|c| c.n == Some(matter.n)) {
            Some(candidate) => candidate.name.clone(),
            None => text(r, vote, &words_field(matter.n))?.unwrap_or_default(),
        };
    }
    Ok(all)
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId) -> Result<(), Fault> {
    let demand_day = if rec.has("demand_day") { Some(day_of(rec, "demand_day")?) } else { None };
    let values = params![
        rec.id(),
        rec.area(),
        org,
        rec.at(),
        rec.moment("opens")?,
        rec.moment("closes")?,
        rec.text("online")?,
        rec.text("rules")?,
        rec.text("rules_sha256")?,
        rec.opt_text("building")?,
        rec.opt_text("entrance")?,
        rec.opt_int("parking")?.unwrap_or(0),
        rec.opt_int("storage")?.unwrap_or(0),
        rec.opt_int("follow")?.unwrap_or(0),
        rec.opt_text("rules_act")?,
        rec.opt_int("demand")?,
        rec.opt_int("demand_of")?,
        demand_day
    ];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn add_matter(tx: &mut Tx<'_>, rec: &Recorded, n: i64, kind: &str) -> Result<(), Fault> {
    tx.exec(ADD_MATTER, params![rec.id(), n, rec.area(), kind]).map(|_| ())
}

pub(super) fn off(tx: &mut Tx<'_>, id: ActId, rec: &Recorded) -> Result<(), Fault> {
    tx.exec(OFF, params![id, rec.at(), rec.id()]).map(|_| ())
}

/// From an opening's apply: the rules in force on this day are others than when it was called.
pub(crate) fn ruled(tx: &mut Tx<'_>, id: ActId, rec: &Recorded) -> Result<(), Fault> {
    let (rules, sha256, online) = (rec.text("rules")?, rec.text("rules_sha256")?, rec.text("online")?);
    tx.exec(RULES, params![id, rules, sha256, rec.opt_text("rules_act")?, online]).map(|_| ())
}

pub(crate) fn stands(tx: &mut Tx<'_>, id: ActId, state: State) -> Result<(), Fault> {
    tx.exec(STATE, params![id, state.name()]).map(|_| ())
}

pub(crate) fn ended(tx: &mut Tx<'_>, id: ActId, state: State, at: Moment) -> Result<(), Fault> {
    tx.exec(ENDED, params![id, state.name(), at]).map(|_| ())
}

pub(crate) fn result(tx: &mut Tx<'_>, id: ActId, n: i64, passed: bool, outcome: &str) -> Result<(), Fault> {
    tx.exec(RESULT, params![id, n, i64::from(passed), outcome]).map(|_| ())
}
