//! The map of many ways: how often each step and move, how long a stay takes, which walks are taken most, month by month.

use crate::bucket::{Buckets, median};
use crate::flow::{Back, Flow};
use crate::sums::{Arc, Count, Month, Sums};
use std::collections::BTreeMap;

/// Nothing of fewer is told.
pub const LEAST: i64 = 5;

/// A step of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepSum {
    /// Its name.
    pub step: String,
    /// How often a way left it.
    pub n: i64,
    /// The median working time of the measured stays, from five on.
    pub median: Option<i64>,
    /// So many stays were measured.
    pub measured: i64,
}

/// A move of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveSum {
    /// From where by what to where.
    pub arc: Arc,
    /// How often, and how often to another organisation.
    pub count: Count,
    /// Why it leads back, if it does.
    pub back: Option<Back>,
}

/// A month of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthSum {
    /// The month.
    pub month: Month,
    /// Ways that began.
    pub begun: i64,
    /// Ways that ended.
    pub ended: i64,
    /// Moves that led back because the work has to be done again or it went to the wrong party.
    pub back: i64,
    /// Moves to another organisation.
    pub handed: i64,
}

/// The map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// Open steps in the order of the flow.
    pub steps: Vec<StepSum>,
    /// Moves, the most frequent first.
    pub moves: Vec<MoveSum>,
    /// Walks of ways that ended, the most frequent first.
    pub walks: Vec<(String, i64)>,
    /// Months in order.
    pub months: Vec<MonthSum>,
    /// Ways that began.
    pub begun: i64,
    /// Ways that ended.
    pub ended: i64,
}

impl Flow {
    /// Why a move leads back. A flow that was changed since knows other moves; what it does not know leads nowhere back.
    pub fn leads_back(&self, arc: &Arc) -> Option<Back> {
        let named = |m: &&crate::Move| m.name == arc.mv.as_str() && m.leads_from(&arc.from);
        let mut all = self.moves.iter().filter(named);
        all.clone().find(|m| m.to == arc.to.as_str()).or_else(|| all.next()).and_then(|m| m.back)
    }

    fn is_end(&self, step: &str) -> bool {
        self.step(step).is_some_and(|s| s.closed)
    }
}

impl Map {
    /// Drawn from sums. Steps and moves the flow does not know any more stand at the end, under their names.
    pub fn of(sums: &Sums, flow: &Flow) -> Self {
        let mut moves: BTreeMap<&Arc, Count> = BTreeMap::new();
        let mut months: BTreeMap<Month, MonthSum> = BTreeMap::new();
        for ((month, arc), count) in &sums.moves {
            let sum = moves.entry(arc).or_default();
            sum.n += count.n;
            sum.handed += count.handed;
            let m = months.entry(*month).or_insert(MonthSum { month: *month, ..MonthSum::default() });
            m.handed += count.handed;
            if arc.mv.is_empty() {
                m.begun += count.n;
            } else if flow.is_end(&arc.to) {
                m.ended += count.n;
            } else if matches!(flow.leads_back(arc), Some(Back::Rework | Back::Wrong)) {
                m.back += count.n;
            }
        }
        let months: Vec<MonthSum> = months.into_values().collect();
        Self {
            steps: steps(sums, flow, &moves),
            walks: walks(sums),
            begun: months.iter().map(|m| m.begun).sum(),
            ended: months.iter().map(|m| m.ended).sum(),
            months,
            moves: sorted(flow, moves),
        }
    }
}

fn sorted(flow: &Flow, moves: BTreeMap<&Arc, Count>) -> Vec<MoveSum> {
    let named = moves.into_iter().filter(|(arc, _)| !arc.mv.is_empty());
    let mut all: Vec<MoveSum> =
        named.map(|(arc, count)| MoveSum { arc: arc.clone(), count, back: flow.leads_back(arc) }).collect();
    all.sort_by(|a, b| b.count.n.cmp(&a.count.n).then_with(|| a.arc.cmp(&b.arc)));
    all
}

fn steps(sums: &Sums, flow: &Flow, moves: &BTreeMap<&Arc, Count>) -> Vec<StepSum> {
    let mut left: BTreeMap<&str, i64> = BTreeMap::new();
    for (arc, count) in moves.iter().filter(|(arc, _)| !arc.from.is_empty() && arc.from != arc.to) {
        *left.entry(&arc.from).or_default() += count.n;
    }
    let mut took: BTreeMap<&str, Buckets> = BTreeMap::new();
    for ((_, step), buckets) in &sums.stays {
        let all = took.entry(step).or_default();
        buckets.iter().for_each(|(bucket, n)| *all.entry(*bucket).or_default() += n);
    }
    let known = flow.steps.iter().filter(|s| !s.closed).map(|s| s.name.text.as_str());
    let gone = left.keys().copied().filter(|step| flow.step(step).is_none());
    let one = |step: &str| {
        let buckets = took.get(step);
        StepSum {
            step: step.to_owned(),
            n: left.get(step).copied().unwrap_or(0),
            median: buckets.and_then(|b| median(b, LEAST)),
            measured: buckets.map_or(0, |b| b.values().sum()),
        }
    };
    known.chain(gone).map(one).collect()
}

fn walks(sums: &Sums) -> Vec<(String, i64)> {
    let mut all: BTreeMap<&str, i64> = BTreeMap::new();
    for ((_, walk), n) in &sums.walks {
        *all.entry(walk).or_default() += n;
    }
    let mut all: Vec<(String, i64)> = all.into_iter().map(|(walk, n)| (walk.to_owned(), n)).collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all
}
