//! 来路 Origin: what is known of how a matter came in besides its words. What is wanted (报修、意见、打听), when it was said
//! on paper, the number and the day somebody outside gave it (12345, a superior), and the agreement to keep what is
//! sensitive in it (PIPL Art. 29).

mod act;
pub(crate) mod form;
mod rules;
pub mod store;

pub(crate) use act::nearing;
pub use act::{NEARING, Nearing};
pub use rules::{Origin, REFUSALS, Refusal};

use lianxin_base::{MatterId, Moment, PersonId};
use lianxin_journal::{Leaf, Recorded};
use lianxin_store::{Fault, Tx};

/// The text of the act that holds the outside number.
pub const OUTER_NO: &str = "outer_no";
/// The tick, and the text of the act, that says: what is sensitive here may be kept.
pub const AGREED: &str = "agreed";
/// The day before somebody outside wants an answer.
pub(crate) const OUTER: &str = "council.outer";

/// What the act says of it. The number and the agreement lead to a person and are sealed.
pub(crate) fn leaf(leaf: &mut Leaf, origin: &Origin, reporter: Option<PersonId>) {
    leaf.opt_text("need", origin.need);
    leaf.opt_int("happened", origin.happened.map(Moment::micros));
    leaf.opt_int("outer_due", origin.outer_due.map(Moment::micros));
    leaf.opt_seal(OUTER_NO, reporter, origin.outer_no.as_deref());
    leaf.opt_seal(AGREED, reporter, origin.agreed.then_some("1"));
}

/// From the report's apply.
pub(crate) fn apply(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    let (happened, outer_due) = (rec.opt_moment("happened")?, rec.opt_moment("outer_due")?);
    let need = rec.opt_text("need")?;
    if need.is_some() || happened.is_some() || outer_due.is_some() {
        store::add(tx, matter, need, happened, outer_due)?;
    }
    remind(rec, tx, matter, outer_due)
}

/// It stands by itself again: whoever has it is reminded as before.
pub(crate) fn again(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    let due = store::came(tx, matter)?.outer_due;
    remind(rec, tx, matter, due)
}

fn remind(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId, due: Option<Moment>) -> Result<(), Fault> {
    match due.map(rules::eve) {
        Some(eve) if eve > rec.at() => lianxin_work::set(tx, OUTER, matter, eve, rec),
        _ => Ok(()),
    }
}
