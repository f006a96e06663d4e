use crate::flow::{Facts, Fell, Flow, Landing, Move, Step};
use crate::store::Stay;
use crate::walk::{Stretch, Watch};
use lianxin_base::OrgId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// How long stays in a step took in this area and category, in working µs, by step.
pub type Samples = BTreeMap<String, Vec<i64>>;

/// Fewer stays than this say nothing.
pub(crate) const ENOUGH: usize = 5;

/// The time within which the fastest tenth of these stays ended (nearest rank); `None` if there are fewer than five.
pub fn fastest_tenth(stays: &[i64]) -> Option<i64> {
    let mut sorted = stays.to_vec();
    sorted.sort_unstable();
    if sorted.len() < ENOUGH { None } else { sorted.get(sorted.len().div_ceil(10) - 1).copied() }
}

/// The shortest way: fewest hand-overs between different organisations, then fewest steps, then least working time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortest {
    /// The steps and who holds them; the last is closed.
    pub steps: Vec<(String, OrgId)>,
    /// The moves between them.
    pub moves: Vec<String>,
    /// Changes of holder between different organisations. Coming to the end is none.
    pub handovers: i64,
    /// The least working time in µs.
    pub micros: i64,
    /// Parties that do not exist here.
    pub fell: Vec<Fell>,
}

/// What the way taken cost more than the shortest; negative where it cost less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Hand-overs between different organisations.
    pub handovers: i64,
    /// Working µs, pauses left out.
    pub working: i64,
    /// Working µs of pauses, shown apart.
    pub paused: i64,
}

/// Hand-overs, moves, working µs: compared from the left.
type Cost = (i64, i64, i64);

struct Graph<'f> {
    flow: &'f Flow,
    facts: &'f Facts,
    party: &'f dyn Fn(&str) -> Option<OrgId>,
    samples: &'f Samples,
}

/// How a step was best come to.
#[derive(Clone)]
struct Reached<'f> {
    cost: Cost,
    holder: OrgId,
    from: Option<(usize, &'f Move)>,
    fell: Vec<Fell>,
}

impl Shortest {
    /// Among all walks of `flow` from its first step to `goal` that satisfy `facts`, the shortest; `None` if there is
    /// none. `party` says which organisation a party is; a step nobody would hold cannot be gone through.
    pub fn find(
        flow: &Flow,
        goal: &str,
        facts: &Facts,
        party: &dyn Fn(&str) -> Option<OrgId>,
        samples: &Samples,
    ) -> Option<Self> {
        let graph = Graph { flow, facts, party, samples };
        let goal = flow.place(goal)?;
        let best = graph.dijkstra()?;
        graph.told(&best, goal)
    }
}

impl Watch<'_> {
    /// What stays took. One that ended by going back is left out: it is fast because nothing was done.
    pub fn samples(&self, stays: &[Stay]) -> Samples {
        let mut samples = Samples::new();
        let back = |stay: &&Stay| {
            self.flow.moves.iter().any(|m| m.name == stay.mv.as_str() && m.leads_from(&stay.step) && m.back.is_some())
        };
        for stay in stays.iter().filter(|stay| !back(stay)) {
            let micros = self.cal.working_time(self.hours, stay.from, stay.to);
            samples.entry(stay.step.clone()).or_default().push(micros);
        }
        samples
    }
}

impl Difference {
    /// Of the stays of a way to the shortest.
    pub fn between(stretches: &[Stretch], shortest: &Shortest) -> Self {
        let changed = stretches.windows(2).filter(|w| w[0].holder != w[1].holder).count();
        let time = |paused: bool| stretches.iter().filter(|s| s.paused == paused).map(|s| s.working).sum::<i64>();
        Self {
            handovers: i64::try_from(changed).unwrap_or(i64::MAX) - shortest.handovers,
            working: time(false) - shortest.micros,
            paused: time(true),
        }
    }
}

impl<'f> Graph<'f> {
    fn least(&self, step: &Step) -> i64 {
        if step.closed || step.paused {
            return 0;
        }
        self.samples.get(&step.name.text).and_then(|stays| fastest_tenth(stays)).unwrap_or(step.least)
    }

    fn land(&self, step: &str) -> Option<(usize, Landing<'f>)> {
        let landing = self.flow.landing(step, self.party).ok()?;
        Some((self.flow.place(&landing.step.name)?, landing))
    }

    fn dijkstra(&self) -> Option<Vec<Option<Reached<'f>>>> {
        let mut best: Vec<Option<Reached<'f>>> = vec![None; self.flow.steps.len()];
        let mut open = BinaryHeap::new();
        let (start, landing) = self.land(&self.flow.start()?.name)?;
        let cost = (0, 0, self.least(landing.step));
        best[start] = Some(Reached { cost, holder: landing.holder, from: None, fell: landing.fell });
        open.push(Reverse((cost, start)));
        while let Some(Reverse((cost, at))) = open.pop() {
            let Some(here) = best[at].as_ref().filter(|r| r.cost == cost) else { continue };
            let holder = here.holder;
            for m in self.flow.moves_from(&self.flow.steps[at].name, self.facts) {
                let Some((to, landing)) = self.land(&m.to) else { continue };
                let handed = i64::from(landing.holder != holder && !landing.step.closed);
                let next = (cost.0 + handed, cost.1 + 1, cost.2 + self.least(landing.step));
                if best[to].as_ref().is_none_or(|r| next < r.cost) {
                    let from = Some((at, m));
                    best[to] = Some(Reached { cost: next, holder: landing.holder, from, fell: landing.fell });
                    open.push(Reverse((next, to)));
                }
            }
        }
        Some(best)
    }

    fn told(&self, best: &[Option<Reached<'f>>], goal: usize) -> Option<Shortest> {
        let (handovers, _, micros) = best[goal].as_ref()?.cost;
        let mut told = Shortest { steps: Vec::new(), moves: Vec::new(), handovers, micros, fell: Vec::new() };
        let mut at = Some(goal);
        while let Some(step) = at {
            let reached = best[step].as_ref()?;
            told.steps.push((self.flow.steps[step].name.text.clone(), reached.holder));
            told.moves.extend(reached.from.map(|(_, m)| m.name.text.clone()));
            told.fell.extend(reached.fell.iter().rev().cloned());
            at = reached.from.map(|(from, _)| from);
        }
        told.steps.reverse();
        told.moves.reverse();
        told.fell.reverse();
        Some(told)
    }
}
