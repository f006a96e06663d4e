//! Children under 14: they have no way in of their own, somebody acts for them. Kept is that it is so and who that is,
//! never a birthday or a year; it ends by an act when the child turns 14.

use crate::acts::in_area;
use crate::{Refusal, find, store};
use lianxin_base::PersonId;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};

/// Somebody is not yet 14 and has a guardian, who agreed to their being registered. Registered again, the guardian changes.
#[derive(Clone, Copy, Debug)]
pub struct Child {
    /// The child.
    pub person: PersonId,
    /// Who acts for them.
    pub guardian: PersonId,
}

impl Act for Child {
    const KIND: &'static str = "register.child";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
        leaf.text("guardian", self.guardian);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (person, guardian) = (rec.id_of::<PersonId>("person")?, rec.id_of::<PersonId>("guardian")?);
        tx.exec(store::CHILD_SET, params![person, rec.area(), guardian])?;
        Ok(())
    }
}

/// Registers that somebody is under 14.
pub fn child(tx: &mut Tx<'_>, head: Head, act: Child) -> Result<Receipt, Stop> {
    let area = find::person_area(tx, act.person)?.ok_or(Refusal::PersonUnknown)?;
    find::person_area(tx, act.guardian)?.ok_or(Refusal::Guardian)?;
    let today = tx.now().day();
    if act.guardian == act.person || find::is_child(tx, act.guardian)? {
        return Err(Refusal::Guardian.into());
    }
    if !find::seats_of_person(tx, act.person, today)?.is_empty() || !find::wards(tx, act.person)?.is_empty() {
        return Err(Refusal::ChildActs.into());
    }
    in_area(tx, head, area, &act)
}

/// Somebody has turned 14: from now on they come in by themselves.
#[derive(Clone, Copy, Debug)]
pub struct ChildEnd {
    /// Who.
    pub person: PersonId,
}

impl Act for ChildEnd {
    const KIND: &'static str = "register.child_end";
    const HIDDEN: bool = true;
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(store::CHILD_DROP, params![rec.id_of::<PersonId>("person")?])?;
        Ok(())
    }
}

/// Registers that somebody is no longer under 14.
pub fn child_end(tx: &mut Tx<'_>, head: Head, act: ChildEnd) -> Result<Receipt, Stop> {
    let area = find::person_area(tx, act.person)?.ok_or(Refusal::PersonUnknown)?;
    if !find::is_child(tx, act.person)? {
        return Err(Refusal::NoChild.into());
    }
    in_area(tx, head, area, &act)
}
