//! Two areas become one: the merged one ends and points at the one that goes on, and what lay in it lies there now.

use crate::acts::{in_area, in_order};
use crate::{Refusal, find, store};
use lianxin_base::{AreaId, Day};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};

/// An area 区域 is merged into another. Its code and its former names go on finding it and lead to the other; old
/// numbers stay as they are. Grids, buildings and areas within move; organisations, seats and contracts do not.
#[derive(Clone, Copy, Debug)]
pub struct AreaMerge {
    /// The one that ends.
    pub area: AreaId,
    /// The one that goes on.
    pub successor: AreaId,
    /// The last day of the one that ends.
    pub until: Day,
}

impl Act for AreaMerge {
    const KIND: &'static str = "register.area_merge";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("successor", self.successor);
        leaf.int("until", self.until.number());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (old, new) = (rec.area(), rec.id_of::<AreaId>("successor")?);
        for sql in MOVES {
            tx.exec(sql, params![old, new])?;
        }
        // It lies in its successor from now on, so that whoever looks after the successor sees its old matters.
        tx.exec(store::MERGE_AREA, params![old, new, rec.int("until")?])?;
        Ok(())
    }
}

/// What moves along with an area.
const MOVES: &[&str] = &[
    store::MERGE_CHILDREN,
    store::MERGE_GRIDS,
    store::MERGE_BUILDINGS,
    store::MERGE_ENTRANCES,
    store::MERGE_UNITS,
    store::MERGE_ORIGINS,
    store::MERGE_HOUSEHOLDS,
    store::MERGE_RELATIONS,
    store::MERGE_OWNER_SETS,
    store::MERGE_OWNERS,
    store::MERGE_OWNED,
    store::MERGE_CHARGES,
];

/// Merges an area into another of the same step.
pub fn area_merge(tx: &mut Tx<'_>, head: Head, act: AreaMerge) -> Result<Receipt, Stop> {
    let old = find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    let new = find::area(tx, act.successor)?.ok_or(Refusal::AreaUnknown)?;
    if old.successor.is_some() {
        return Err(Refusal::Ended.into());
    }
    in_order(old.since, Some(act.until))?;
    let above = find::ancestors(tx, new.id)?;
    let ended = new.until.is_some_and(|u| u <= act.until);
    if old.id == new.id || old.kind.step() != new.kind.step() || ended || above.iter().any(|a| a.id == old.id) {
        return Err(Refusal::MergeWith.into());
    }
    for building in find::buildings(tx, old.id)? {
        if find::building_by_code(tx, new.id, &building.code)?.is_some() {
            return Err(Refusal::MergeBuildings.into());
        }
    }
    in_area(tx, head, act.area, &act)
}
