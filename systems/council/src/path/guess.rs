//! 估算: the cases of an area walked once more under another rule, and the file `lianxin path whatif` reads.

use super::store::{MOST, about};
use crate::course::{flow, terms};
use crate::rules::{Category, Pace};
use lianxin_base::{AreaId, Moment, OrgId};
use lianxin_path::whatif::{Case, Change, Outcome, What, what_if};
use lianxin_path::{Limit, Watch, ended_in};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// No rule is longer than this.
pub const DAYS_MAX: u32 = 60;
/// No limit of money is higher, in yuan.
pub const YUAN_MAX: i64 = 1_000_000;
/// So many changes at once.
const CHANGES_MAX: usize = 20;
/// So many months back.
const MONTHS_MAX: i64 = 24;

/// What a file says, as TOML or JSON.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// So many months back, this one included.
    #[serde(default = "half_a_year")]
    pub months: i64,
    /// The changes.
    #[serde(default)]
    pub change: Vec<Line>,
}

const fn half_a_year() -> i64 {
    6
}

/// One change of a file.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Line {
    what: String,
    step: String,
    about: Option<String>,
    kind: Option<String>,
    working_days: Option<u32>,
    working_minutes: Option<u32>,
    natural_minutes: Option<u32>,
    to: String,
    yuan: Option<i64>,
}

/// Why a change cannot be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No change at all, or too many.
    Changes,
    /// Months outside 1 to 24.
    Months,
    /// No such kind of change.
    What,
    /// A step that is not there, or that cannot be left out.
    Step,
    /// No such category.
    About,
    /// No such clock.
    Kind,
    /// No time, two times, or one too long.
    Time,
    /// No such organisation.
    To,
    /// No sum, or one outside 1 to a million yuan.
    Yuan,
}

impl Wrong {
    /// In words.
    pub fn say(self, lang: lianxin_base::Lang) -> String {
        let t = crate::texts::t(lang);
        match self {
            Self::Changes => t.msg_path_wrong_changes(CHANGES_MAX),
            Self::Months => t.msg_path_wrong_months(MONTHS_MAX),
            Self::What => t.msg_path_wrong_what(),
            Self::Step => t.msg_path_wrong_step(),
            Self::About => t.msg_path_wrong_about(),
            Self::Kind => t.msg_path_wrong_kind(),
            Self::Time => t.msg_path_wrong_time(DAYS_MAX),
            Self::To => t.msg_path_wrong_to(),
            Self::Yuan => t.msg_path_wrong_yuan(YUAN_MAX),
        }
    }
}

/// Whether a step may be left out: not the first, no end, and never the residents' own say whether it is solved.
pub fn may_skip(step: &str) -> bool {
    step == "deliberate"
}

/// Whether a step has a clock.
pub fn has_clock(step: &str) -> bool {
    flow().step(step).is_some_and(|s| s.clock.is_some())
}

impl Sheet {
    /// What is to be tried; `org` finds an organisation by its name. A wrong line is named by its place, from 1.
    ///
    /// # Errors
    /// What is wrong, and in which change.
    pub fn whats(&self, org: &mut dyn FnMut(&str) -> Option<OrgId>) -> Result<Vec<What>, (usize, Wrong)> {
        if !(1..=MONTHS_MAX).contains(&self.months) {
            return Err((0, Wrong::Months));
        }
        if self.change.is_empty() || self.change.len() > CHANGES_MAX {
            return Err((0, Wrong::Changes));
        }
        self.change.iter().enumerate().map(|(n, line)| line.what(org).map_err(|why| (n + 1, why))).collect()
    }
}

impl Line {
    fn what(&self, org: &mut dyn FnMut(&str) -> Option<OrgId>) -> Result<What, Wrong> {
        if self.about.as_ref().is_some_and(|about| about.parse::<Category>().is_err()) {
            return Err(Wrong::About);
        }
        if self.kind.as_ref().is_some_and(|kind| kind.parse::<Pace>().is_err()) {
            return Err(Wrong::Kind);
        }
        let change = match self.what.as_str() {
            "skip" if may_skip(&self.step) => Change::Skip { step: self.step.clone() },
            "under" if may_skip(&self.step) => {
                let yuan = self.yuan.filter(|yuan| (1..=YUAN_MAX).contains(yuan)).ok_or(Wrong::Yuan)?;
                Change::Under { step: self.step.clone(), fen: yuan * 100 }
            }
            "limit" if has_clock(&self.step) => Change::Limit { step: self.step.clone(), limit: self.limit()? },
            "straight" => Change::Straight { step: "work".into(), to: org(&self.to).ok_or(Wrong::To)? },
            "skip" | "under" | "limit" => return Err(Wrong::Step),
            _ => return Err(Wrong::What),
        };
        Ok(What { change, about: self.about.clone(), kind: self.kind.clone() })
    }

    fn limit(&self) -> Result<Limit, Wrong> {
        let fits = |n: u32, most: u32| (1..=most).contains(&n);
        match (self.working_days, self.working_minutes, self.natural_minutes) {
            (Some(n), None, None) if fits(n, DAYS_MAX) => Ok(Limit::WorkingDays(n)),
            (None, Some(n), None) if fits(n, DAYS_MAX * 480) => Ok(Limit::WorkingMinutes(n)),
            (None, None, Some(n)) if fits(n, DAYS_MAX * 1440) => Ok(Limit::NaturalMinutes(n)),
            _ => Err(Wrong::Time),
        }
    }
}

/// What would have been, of the matters that ended in these areas from `from` on and before `to`. At most [`MOST`] an area.
///
/// # Errors
/// The database's trouble.
pub fn guess(
    r: &mut Read<'_>,
    areas: &[AreaId],
    whats: &[What],
    (from, to): (Moment, Moment),
) -> Result<(Outcome, bool), Fault> {
    let (mut all, mut cut) = (Outcome::default(), false);
    for area in areas {
        let terms = terms(r, *area)?;
        let watch = Watch { flow: flow(), cal: &terms.calendar, hours: &terms.hours, now: to };
        let cases = cases(r, *area, &watch, (from, to))?;
        cut |= cases.len() as i64 >= MOST;
        all.add(what_if(&cases, whats, &watch));
    }
    Ok((all, cut))
}

/// The matters that came to their goal in an area in a time, as cases, at most [`MOST`].
///
/// # Errors
/// The database's trouble.
pub(super) fn cases(
    r: &mut Read<'_>,
    area: AreaId,
    watch: &Watch<'_>,
    (from, to): (Moment, Moment),
) -> Result<Vec<Case>, Fault> {
    let ways = ended_in(r, area, &flow().name, (from, to), MOST)?;
    let mut known = if ways.is_empty() { BTreeMap::new() } else { about(r, area, (from, to))? };
    // What was made part of another, or declined, came to no solution: it tells nothing of how long one takes.
    let solved = ways.iter().filter(|way| way.step == "closed");
    Ok(solved
        .filter_map(|way| {
            let about = known.remove(&way.id)?;
            let stays = watch.stretches(way);
            Some(Case { no: about.no, about: about.category, kind: way.kind.clone(), sum: about.sum, stays })
        })
        .collect())
}

/// An organisation by its whole name, among those of these areas and above.
///
/// # Errors
/// The database's trouble.
pub fn named(r: &mut Read<'_>, areas: &[AreaId], on: lianxin_base::Day) -> Result<Vec<(String, OrgId)>, Fault> {
    let mut all: Vec<(String, OrgId)> = Vec::new();
    for area in areas {
        for org in crate::course::parties(r, *area, on)? {
            if !all.iter().any(|(_, id)| *id == org.id) {
                all.push((org.name, org.id));
            }
        }
    }
    all.sort();
    Ok(all)
}

/// The areas of this office, or the named one and what lies below it.
///
/// # Errors
/// The database's trouble.
pub fn areas(r: &mut Read<'_>, below: Option<AreaId>) -> Result<Vec<AreaId>, Fault> {
    let mut all = Vec::new();
    let tops = match below {
        Some(area) => vec![area],
        None => find::roots(r)?.into_iter().map(|root| root.id).collect(),
    };
    for top in tops {
        all.extend(find::areas_below(r, top)?.into_iter().map(|area| area.id));
    }
    Ok(all)
}

/// An outcome for programs; no matter is named where fewer than five would have gone otherwise.
pub fn json(outcome: &Outcome, assumptions: &[String]) -> Value {
    let (handovers, working) = outcome.total();
    let told = outcome.saved.len() >= crate::figures::rules::LEAST;
    let rows = outcome.saved.iter().filter(|_| told);
    json!({
        "estimate": true, "assumptions": assumptions, "cases": outcome.cases,
        "changed": if told || outcome.saved.is_empty() { Some(outcome.saved.len()) } else { None },
        "handovers_saved": told.then_some(handovers), "working_us_saved": told.then_some(working),
        "handovers_before": outcome.before.0, "working_us_before": outcome.before.1,
        "matters": rows.map(|s| json!({ "no": s.no, "handovers": s.handovers, "working_us": s.working }))
            .collect::<Vec<_>>(),
    })
}

/// What an estimate takes for granted.
pub fn assumptions(lang: lianxin_base::Lang) -> Vec<String> {
    let t = crate::texts::t(lang);
    vec![
        t.msg_path_if_assume_rest(),
        t.msg_path_if_assume_kept(),
        t.msg_path_if_assume_past(),
        t.msg_path_if_assume_ended(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(change: &str) -> Result<Vec<What>, (usize, Wrong)> {
        let sheet: Sheet = serde_json::from_str(&format!(r#"{{"months":3,"change":[{change}]}}"#)).expect("reads");
        sheet.whats(&mut |name| (name == "红星物业").then(|| OrgId::from_bytes([4; 16])))
    }

    #[test]
    fn a_file_says_one_change_or_what_is_wrong_with_it() {
        use Wrong::{About, Kind, Step, Time, To, Yuan};
        for (change, is) in [
            (r#"{"what":"skip","step":"deliberate","about":"light"}"#, None),
            (r#"{"what":"limit","step":"work","kind":"general","working_days":3}"#, None),
            (r#"{"what":"limit","step":"look","natural_minutes":30}"#, None),
            (r#"{"what":"straight","to":"红星物业"}"#, None),
            (r#"{"what":"under","step":"deliberate","yuan":2000}"#, None),
            (r#"{"what":"skip","step":"feedback"}"#, Some(Step)),
            (r#"{"what":"skip","step":"nowhere"}"#, Some(Step)),
            (r#"{"what":"limit","step":"waiting","working_days":3}"#, Some(Step)),
            (r#"{"what":"limit","step":"work"}"#, Some(Time)),
            (r#"{"what":"limit","step":"work","working_days":3,"working_minutes":3}"#, Some(Time)),
            (r#"{"what":"limit","step":"work","working_days":0}"#, Some(Time)),
            (r#"{"what":"limit","step":"work","working_days":61}"#, Some(Time)),
            (r#"{"what":"straight","to":"没有这家"}"#, Some(To)),
            (r#"{"what":"under","step":"deliberate"}"#, Some(Yuan)),
            (r#"{"what":"under","step":"deliberate","yuan":1000001}"#, Some(Yuan)),
            (r#"{"what":"skip","step":"deliberate","about":"nothing"}"#, Some(About)),
            (r#"{"what":"skip","step":"deliberate","kind":"nothing"}"#, Some(Kind)),
            (r#"{"what":"wish"}"#, Some(Wrong::What)),
        ] {
            assert_eq!(sheet(change).err(), is.map(|why| (1, why)), "{change}");
        }
        assert_eq!(sheet("").err(), Some((0, Wrong::Changes)));
        let long: Sheet = serde_json::from_str(r#"{"months":25}"#).expect("reads");
        assert_eq!(long.whats(&mut |_| None).err(), Some((0, Wrong::Months)));
        assert!(serde_json::from_str::<Sheet>(r#"{"mouths":3}"#).is_err());
    }

    #[test]
    fn nothing_of_fewer_than_five_is_told() {
        let saved = |n: usize| lianxin_path::whatif::Saved { no: n.to_string(), handovers: 1, working: 60 };
        for (n, told) in [(0, false), (4, false), (5, true)] {
            let outcome = Outcome { cases: 9, saved: (0..n).map(saved).collect(), before: (20, 900) };
            let out = json(&outcome, &[]);
            assert_eq!(out["handovers_saved"].is_i64(), told, "{n}");
            assert_eq!(out["matters"].as_array().map(Vec::len), Some(if told { n } else { 0 }));
        }
    }
}
