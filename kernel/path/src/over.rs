use crate::check::{FlowFault, Wrong};
use crate::file::{Clocks, LimitFile, unreadable};
use crate::flow::{Flow, Limit, Word};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What an area changes in a flow: it may drop steps, set limits, seats and needs; it never invents a step or a move.
///
/// ```toml
/// version = 101
/// drop = ["deliberate"]
/// [seat]
/// look = "grid"
/// [needs]
/// complete = ["note", "photo"]
/// [clock.work]
/// general = { working_days = 3 }
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The version the changed flow gets; higher than the one it changes.
    pub version: u32,
    /// Steps that do not exist here; the moves into them and out of them go with them.
    #[serde(default)]
    pub drop: Vec<String>,
    /// Who holds a step here, by step.
    #[serde(default)]
    pub seat: BTreeMap<String, String>,
    /// What a move needs here, by move, in place of what the flow says.
    #[serde(default)]
    pub needs: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    clock: Clocks<String>,
}

impl Override {
    /// Reads a change.
    pub fn read(text: &str) -> Result<Self, FlowFault> {
        toml::from_str(text).map_err(|e| unreadable(text, &e))
    }
    /// Adds another limit of a clock for a kind.
    #[must_use]
    pub fn limit(mut self, clock: &str, kind: &str, limit: Limit) -> Self {
        let file = match limit {
            Limit::NaturalMinutes(n) => LimitFile::NaturalMinutes(n),
            Limit::WorkingMinutes(n) => LimitFile::WorkingMinutes(n),
            Limit::WorkingDays(n) => LimitFile::WorkingDays(n),
        };
        self.clock.entry(clock.to_owned()).or_default().insert(kind.to_owned(), file);
        self
    }
}

/// Words of a change stand in no file.
fn word(text: &str) -> Word {
    Word { text: text.to_owned(), line: 0 }
}

impl Flow {
    /// The flow as an area has it, checked again. `needs` are the needs the system knows.
    pub fn with_override(&self, change: &Override, needs: &[&str]) -> Result<Self, Vec<FlowFault>> {
        let mut wrong = self.change_faults(change, needs);
        let flow = self.changed(change);
        if wrong.is_empty() {
            wrong = flow.graph();
        }
        if wrong.is_empty() { Ok(flow) } else { Err(wrong) }
    }

    fn change_faults(&self, change: &Override, needs: &[&str]) -> Vec<FlowFault> {
        let mut all = Vec::new();
        if change.version <= self.version {
            all.push(Wrong::OldVersion(self.version));
        }
        let no_step = |name: &&String| self.step(name).is_none();
        all.extend(change.drop.iter().chain(change.seat.keys()).filter(no_step).cloned().map(Wrong::UnknownStep));
        let start = self.start().map(|s| &s.name);
        all.extend(change.drop.iter().filter(|d| start.is_some_and(|s| s.text == **d)).cloned().map(Wrong::DropsStart));
        let no_move = |name: &&String| !self.moves.iter().any(|m| m.name.text == **name);
        all.extend(change.needs.keys().filter(no_move).cloned().map(Wrong::UnknownMove));
        let no_need = |name: &&String| !needs.contains(&name.as_str());
        all.extend(change.needs.values().flatten().filter(no_need).cloned().map(Wrong::UnknownNeed));
        let no_clock = |name: &&String| !self.clocks.keys().any(|c| c.text == **name);
        all.extend(change.clock.keys().filter(no_clock).cloned().map(Wrong::UnknownClock));
        let no_kind = |name: &&String| !self.kinds.iter().any(|k| k.text == **name);
        all.extend(change.clock.values().flat_map(BTreeMap::keys).filter(no_kind).cloned().map(Wrong::UnknownKind));
        all.into_iter().map(|what| FlowFault { line: 0, what }).collect()
    }

    fn changed(&self, change: &Override) -> Self {
        let mut flow = self.clone();
        let gone = |name: &Word| change.drop.contains(&name.text);
        flow.version = change.version;
        flow.steps.retain(|s| !gone(&s.name));
        // A stage whose only steps were dropped does not exist here.
        flow.stages.retain(|stage| flow.steps.iter().any(|s| s.stage.text == stage.text));
        for m in &mut flow.moves {
            m.from.retain(|from| !gone(from));
            if let Some(needs) = change.needs.get(&m.name.text) {
                m.needs = needs.iter().map(|n| word(n)).collect();
            }
        }
        flow.moves.retain(|m| !m.from.is_empty() && !gone(&m.to));
        for s in &mut flow.steps {
            if let Some(party) = change.seat.get(&s.name.text) {
                s.party = word(party);
            }
        }
        for (clock, limits) in &mut flow.clocks {
            for (kind, limit) in change.clock.get(&clock.text).into_iter().flatten() {
                limits.retain(|k, _| k.text != *kind);
                limits.insert(word(kind), (*limit).into());
            }
        }
        flow
    }
}
