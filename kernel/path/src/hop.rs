use lianxin_base::{Moment, OrgId, WayId};
use lianxin_journal::{Leaf, Recorded};
use lianxin_store::Fault;

/// The beginning of a way, as it stands in the public fields of the act that causes it: `way`, `flow`, `flow_v`,
/// `way_kind`, `to`, `stage`, `holder`, and where known `due` and `began`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    /// The way.
    pub way: WayId,
    /// Its flow.
    pub flow: String,
    /// The version it keeps until it ends.
    pub version: u32,
    /// Which limits its clocks have.
    pub kind: String,
    /// The step it begins with.
    pub step: String,
    /// The stage of that step.
    pub stage: String,
    /// Who holds it first.
    pub holder: OrgId,
    /// Until when.
    pub due: Option<Moment>,
    /// When it truly began, if it is entered later.
    pub at: Option<Moment>,
}

/// One hop of a way, as it stands in the public fields of the act that causes it: `way`, `move`, `from`, `to`, `stage`,
/// `holder`, and where known `due`, `ends` (1), `way_kind`, `took` and `hop_at`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The way.
    pub way: WayId,
    /// The move.
    pub mv: String,
    /// The step it was in.
    pub from: String,
    /// The step it is in now.
    pub to: String,
    /// The stage of that step.
    pub stage: String,
    /// Who holds it now.
    pub holder: OrgId,
    /// The way ends here.
    pub ends: bool,
    /// Until when.
    pub due: Option<Moment>,
    /// Another kind from here on: somebody has looked at it.
    pub kind: Option<String>,
    /// The working time in µs of the stay it ends ([`crate::Watch::took`]), where it is measured.
    pub took: Option<i64>,
    /// When it truly happened, if it is entered later.
    pub at: Option<Moment>,
}

fn version(rec: &Recorded) -> Result<u32, Fault> {
    u32::try_from(rec.int("flow_v")?).map_err(|_| Fault::Damaged(format!("act {} has no proper flow_v", rec.id())))
}

impl Begin {
    /// Adds its fields to the leaf of the act.
    pub fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("way", self.way);
        leaf.text("flow", &self.flow);
        leaf.int("flow_v", self.version);
        leaf.text("way_kind", &self.kind);
        leaf.text("to", &self.step);
        leaf.text("stage", &self.stage);
        leaf.text("holder", self.holder);
        leaf.opt_int("due", self.due.map(Moment::micros));
        leaf.opt_int("began", self.at.map(Moment::micros));
    }
    /// Reads it back from the recorded act.
    pub fn read(rec: &Recorded) -> Result<Self, Fault> {
        Ok(Self {
            way: rec.id_of("way")?,
            flow: rec.text("flow")?.to_owned(),
            version: version(rec)?,
            kind: rec.text("way_kind")?.to_owned(),
            step: rec.text("to")?.to_owned(),
            stage: rec.text("stage")?.to_owned(),
            holder: rec.id_of("holder")?,
            due: rec.opt_moment("due")?,
            at: rec.opt_moment("began")?,
        })
    }
}

impl Hop {
    /// Adds its fields to the leaf of the act.
    pub fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("way", self.way);
        leaf.text("move", &self.mv);
        leaf.text("from", &self.from);
        leaf.text("to", &self.to);
        leaf.text("stage", &self.stage);
        leaf.text("holder", self.holder);
        leaf.opt_int("ends", self.ends.then_some(1));
        leaf.opt_int("due", self.due.map(Moment::micros));
        leaf.opt_text("way_kind", self.kind.as_ref());
        leaf.opt_int("took", self.took);
        leaf.opt_int("hop_at", self.at.map(Moment::micros));
    }
    /// Reads it back from the recorded act.
    pub fn read(rec: &Recorded) -> Result<Self, Fault> {
        Ok(Self {
            way: rec.id_of("way")?,
            mv: rec.text("move")?.to_owned(),
            from: rec.text("from")?.to_owned(),
            to: rec.text("to")?.to_owned(),
            stage: rec.text("stage")?.to_owned(),
            holder: rec.id_of("holder")?,
            ends: rec.opt_int("ends")? == Some(1),
            due: rec.opt_moment("due")?,
            kind: rec.opt_text("way_kind")?.map(str::to_owned),
            took: rec.opt_int("took")?,
            at: rec.opt_moment("hop_at")?,
        })
    }
}
