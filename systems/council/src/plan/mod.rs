//! 提议花多少、谁来办: a proposal may say what it would cost and who would do it. Whoever decides the matter, at the desk or in
//! the minutes of a council, can take both over into the form.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::parties;
use crate::rules::EntryKind;
use crate::store::Matter;
use lianxin_base::{Fen, Moment, OrgId};
use lianxin_journal::{Leaf, Recorded};
use lianxin_store::{Fault, Stop, Tx};
use rules::may_say;

/// What a proposal would take; nothing of what is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What it would cost.
    pub cost: Option<Fen>,
    /// Who would do it.
    pub doer: Option<OrgId>,
}

/// Whether an entry may say this.
pub(crate) fn check(tx: &mut Tx<'_>, m: &Matter, kind: EntryKind, plan: Plan, now: Moment) -> Result<(), Stop> {
    let here = match plan.doer {
        Some(org) => parties(tx, m.area, now.day())?.iter().any(|party| party.id == org),
        None => true,
    };
    Ok(may_say(kind, plan, here)?)
}

/// What the entry's leaf says of it: of an entry without a plan the leaf is as it was before there were any.
pub(crate) fn leaf(leaf: &mut Leaf, plan: Plan) {
    leaf.opt_int("cost", plan.cost.map(|fen| fen.0));
    leaf.opt_text("doer", plan.doer);
}

/// From the entry's apply.
pub(crate) fn apply(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    let plan = Plan { cost: rec.opt_int("cost")?.map(Fen), doer: rec.opt_id_of("doer")? };
    if plan == Plan::default() { Ok(()) } else { store::add(tx, rec.id(), m, plan) }
}
