//! 当地的表决规则: a street or district adopts a regional rule set for its area, a dated text that says at which article it changes
//! the country's. A vote is counted by the set in force on the day it opens; what is adopted later changes nothing of it.

pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::TEXT_MAX;
pub(crate) use rules::allows;

use crate::assembly::rules::rules_on;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_ballot::RuleSet;
use lianxin_base::{ActId, AreaId, Day};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use std::borrow::Cow;

/// The sealed field of its text.
pub(crate) const TOML: &str = "toml";

/// 采用一套当地的规则.
struct Adopted {
    sha256: String,
    first: Day,
    last: Option<Day>,
    toml: String,
}

impl Act for Adopted {
    const KIND: &'static str = "property.rule_set";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("sha256", &self.sha256);
        leaf.text("first", self.first);
        leaf.opt_text("last", self.last);
        leaf.seal(TOML, None, &self.toml);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::add(tx, rec)?;
        tx.moved("rules");
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Adopted>()]
}

/// Whether an area may have rules of its own: law is made for districts and streets, not for one compound.
pub(crate) const fn may_have_rules(kind: AreaKind) -> bool {
    matches!(kind, AreaKind::District | AreaKind::Street)
}

/// Adopts a rule set for a street or district the author looks after.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn adopt(tx: &mut Tx<'_>, author: &Author, area: AreaId, toml: &str) -> Result<Receipt, Stop> {
    let here = find::area(tx, area)?.is_some_and(|a| may_have_rules(a.kind) && author.scope.covers(area));
    if !here || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::RulesNotHere.into());
    }
    let set = rules::read(toml)?;
    if store::known(tx, area, &set.sha256)? {
        return Err(Refusal::RulesKnown.into());
    }
    let act = Adopted { sha256: set.sha256, first: set.from, last: set.to, toml: toml.to_owned() };
    Ok(record(tx, author.head(area), &act)?)
}

/// A rule set, and the act that adopted it if it is not the country's.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) set: Cow<'static, RuleSet>,
    pub(crate) act: Option<ActId>,
}

impl Chosen {
    /// As a record names it: the country's by its id, an adopted one by its act, since its id was typed by somebody.
    pub(crate) fn name(&self) -> String {
        self.act.map_or_else(|| self.set.id.to_string(), |act| act.to_string())
    }
}

/// The rules for the owners of a compound in force on a day: what the nearest of its street and district adopted last, else the
/// country's.
pub(crate) fn in_force(r: &mut Read<'_>, compound: AreaId, on: Day) -> Result<Chosen, Stop> {
    for area in find::ancestors(r, compound)? {
        if let Some((act, toml)) = store::in_force(r, area.id, on)? {
            let set =
                RuleSet::read(&toml).map_err(|why| Fault::Damaged(format!("the rules of {act}: {}", why.code())))?;
            return Ok(Chosen { set: Cow::Owned(set), act: Some(act) });
        }
    }
    Ok(Chosen { set: Cow::Borrowed(rules_on(on)?), act: None })
}
