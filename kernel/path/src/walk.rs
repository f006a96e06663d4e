use crate::flow::{Back, Flow};
use crate::hop::Hop;
use lianxin_base::{ActId, AreaId, Moment, OrgId, WayId};
use lianxin_calendar::{Calendar, OfficeHours};

/// A way: where it stands, and every hop it has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its id.
    pub id: WayId,
    /// Where it belongs; never finer than a compound.
    pub area: AreaId,
    /// Its flow.
    pub flow: String,
    /// The version it keeps.
    pub version: u32,
    /// Which limits its clocks have.
    pub kind: String,
    /// When it began.
    pub began: Moment,
    /// When it came to a closed step.
    pub ended: Option<Moment>,
    /// Where it stands.
    pub step: String,
    /// The stage of that step.
    pub stage: String,
    /// Who holds it.
    pub holder: OrgId,
    /// Until when.
    pub due: Option<Moment>,
    /// Where it began.
    pub first: First,
    /// What happened since, in order.
    pub hops: Vec<Taken>,
}

/// Where a way began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// The step.
    pub step: String,
    /// Its stage.
    pub stage: String,
    /// Who held it.
    pub holder: OrgId,
    /// Until when.
    pub due: Option<Moment>,
    /// The act that began it.
    pub act: ActId,
}

/// A hop that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The move.
    pub mv: String,
    /// The step it left.
    pub from: String,
    /// The step it came to.
    pub to: String,
    /// The stage of that step.
    pub stage: String,
    /// Who held it before.
    pub holder_before: OrgId,
    /// Who held it after.
    pub holder_after: OrgId,
    /// When.
    pub at: Moment,
    /// The act that caused it.
    pub act: ActId,
    /// Until when the new step was due.
    pub due: Option<Moment>,
}

/// What time is measured by.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// The flow in the version of the way.
    pub flow: &'a Flow,
    /// Working days.
    pub cal: &'a Calendar,
    /// Office hours of the area.
    pub hours: &'a OfficeHours,
    /// What time it is.
    pub now: Moment,
}

/// A stay: one organisation holds the way in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The step.
    pub step: String,
    /// Its stage.
    pub stage: String,
    /// Who holds it.
    pub holder: OrgId,
    /// From when.
    pub from: Moment,
    /// Until when it was held; for the stay the way is in, now.
    pub to: Moment,
    /// The way is still here.
    pub open: bool,
    /// Until when it was to be done.
    pub due: Option<Moment>,
    /// µs inside office hours of working days.
    pub working: i64,
    /// µs on the wall clock.
    pub natural: i64,
    /// What it waits for lies with nobody who holds it; shown apart.
    pub paused: bool,
    /// It was sent back because the work has to be done again.
    pub rework: bool,
    /// It came back, undone, to an organisation that had passed it on: a wrong dispatch or a transfer returned.
    pub bounced: bool,
}

/// How far a stage of the bridge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Been there and through.
    Done,
    /// Here it stands.
    Now,
    /// Still to come; also a stage it was sent back from.
    Todo,
    /// The way went past it.
    Skipped,
}

/// One stage of the bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name.
    pub stage: String,
    /// How far.
    pub state: State,
    /// µs inside office hours spent in it, pauses left out.
    pub working: i64,
    /// µs on the wall clock spent in it.
    pub natural: i64,
    /// When it was first entered.
    pub entered: Option<Moment>,
    /// When it was last left; `None` while it is not.
    pub left: Option<Moment>,
    /// Who held the way in it, in order, neighbours once.
    pub holders: Vec<OrgId>,
}

impl Way {
    /// How often it changed hands between different organisations. Coming to its end is no hand-over.
    pub fn handovers(&self) -> i64 {
        let ending = usize::from(self.ended.is_some());
        let on_the_way = &self.hops[..self.hops.len().saturating_sub(ending)];
        let changed = on_the_way.iter().filter(|h| h.holder_before != h.holder_after);
        i64::try_from(changed.count()).unwrap_or(i64::MAX)
    }
    /// Whether it is past its due time. What a deadline means never depends on a timer having run.
    pub fn overdue(&self, now: Moment) -> bool {
        self.ended.is_none() && self.due.is_some_and(|due| due < now)
    }
}

impl Stretch {
    /// Whether it was left in time, or may still be; `None` where no clock ran.
    pub fn on_time(&self) -> Option<bool> {
        self.due.map(|due| self.to <= due)
    }
}

impl Watch<'_> {
    /// The stays of a way. They follow each other without gap or overlap, so their natural times add up to the time the
    /// way has been open, to the microsecond. A hop that changes neither step nor holder (a longer term) opens no stay.
    pub fn stretches(&self, way: &Way) -> Vec<Stretch> {
        let first = &way.first;
        let mut all = vec![self.stay(&first.step, &first.stage, first.holder, way.began, first.due)];
        for (i, hop) in way.hops.iter().enumerate() {
            let Some(last) = all.last_mut() else { break };
            let at = hop.at.max(last.from);
            if last.step == hop.to && last.holder == hop.holder_after {
                last.due = hop.due;
                continue;
            }
            last.to = at;
            if way.ended.is_some() && i + 1 == way.hops.len() {
                break;
            }
            let mut next = self.stay(&hop.to, &hop.stage, hop.holder_after, at, hop.due);
            let back = self.back(hop);
            next.rework = back == Some(Back::Rework);
            let passed_on = hop.from == hop.to || back == Some(Back::Wrong);
            let changed = hop.holder_before != hop.holder_after;
            next.bounced = passed_on && changed && all.iter().any(|s| s.holder == hop.holder_after);
            all.push(next);
        }
        if let Some(last) = all.last_mut() {
            last.open = way.ended.is_none();
            last.to = way.ended.unwrap_or(self.now).max(last.from);
        }
        for s in &mut all {
            s.natural = s.to.since(s.from);
            s.working = self.cal.working_time(self.hours, s.from, s.to);
        }
        all
    }

    /// The working time of the stay that a hop of this open way ends at `at`; `None` where it ends none (a longer term).
    pub fn took(&self, way: &Way, hop: &Hop, at: Moment) -> Option<i64> {
        let stands = Watch { now: at, ..*self }.stretches(way).pop()?;
        let ends = hop.ends || stands.step != hop.to || stands.holder != hop.holder;
        ends.then_some(stands.working)
    }

    fn stay(&self, step: &str, stage: &str, holder: OrgId, from: Moment, due: Option<Moment>) -> Stretch {
        Stretch {
            step: step.to_owned(),
            stage: stage.to_owned(),
            holder,
            from,
            to: from,
            open: false,
            due,
            working: 0,
            natural: 0,
            paused: self.flow.step(step).is_some_and(|s| s.paused),
            rework: false,
            bounced: false,
        }
    }

    fn back(&self, hop: &Taken) -> Option<Back> {
        let named = || self.flow.moves.iter().filter(|m| m.name == hop.mv.as_str() && m.leads_from(&hop.from));
        named().find(|m| m.to == hop.to.as_str()).or_else(|| named().next()).and_then(|m| m.back)
    }

    /// The stages of the bridge in order.
    pub fn stages(&self, way: &Way, stretches: &[Stretch]) -> Vec<Stage> {
        let names = &self.flow.stages;
        let here = names.iter().position(|s| *s == way.stage.as_str());
        let one = |(i, name): (usize, &crate::Word)| {
            let inside = || stretches.iter().filter(|s| *name == s.stage.as_str());
            let entered = inside().next().map(|s| s.from);
            let state = match (way.ended, here) {
                (None, Some(here)) if i == here => State::Now,
                (None, Some(here)) if i > here => State::Todo,
                (None, None) if entered.is_none() => State::Todo,
                _ if entered.is_some() => State::Done,
                _ => State::Skipped,
            };
            let mut holders: Vec<OrgId> = inside().map(|s| s.holder).collect();
            holders.dedup();
            Stage {
                stage: name.text.clone(),
                state,
                working: inside().filter(|s| !s.paused).map(|s| s.working).sum(),
                natural: inside().map(|s| s.natural).sum(),
                entered,
                left: inside().next_back().filter(|s| !s.open).map(|s| s.to),
                holders,
            }
        };
        names.iter().enumerate().map(one).collect()
    }
}
