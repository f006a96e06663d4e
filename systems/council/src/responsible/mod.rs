//! 责任清单 Responsibility list: who does what in a compound. It hangs out for everybody; a matter whose category stands on it
//! is handed straight to whoever it names.

mod list;
pub mod page;
pub mod store;

pub use list::LIST;
pub use store::responsible;

use crate::course::parties;
use crate::rules::{Category, Refusal};
use lianxin_base::{AreaId, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};

/// In an area somebody does, or no longer does, what is of a category.
#[derive(Clone, Copy, Debug)]
pub struct Responsibility {
    /// Where.
    pub area: AreaId,
    /// What.
    pub category: Category,
    /// Who; nobody: it is looked at each time.
    pub org: Option<OrgId>,
}

impl Act for Responsibility {
    const KIND: &'static str = "council.responsibility";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("of", self.area);
        leaf.text("category", self.category);
        leaf.opt_text("org", self.org);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (area, category) = (rec.id_of("of")?, rec.text("category")?.to_owned());
        store::set(tx, area, &category, rec.opt_id_of("org")?)
    }
}

/// Says who does what; only somebody who may be asked there. The caller has checked whose area it is.
pub fn responsibility(tx: &mut Tx<'_>, head: Head, act: Responsibility) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    if let Some(org) = act.org
        && !parties(tx, act.area, today)?.iter().any(|party| party.id == org)
    {
        return Err(Refusal::UnknownExecutor.into());
    }
    Ok(record(tx, Head { area: act.area, ..head }, &act)?)
}
