use crate::sql;
use lianxin_base::{HouseholdId, Moment, PersonId, SlipId};
use lianxin_journal::{Act, Kind, Leaf, Recorded};
use lianxin_store::{Fault, Tx, params};

/// An entry slip 入户卡 was made for a person. Hidden: who gets a slip tells about a household.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The slip.
    pub slip: SlipId,
    /// For whom.
    pub person: PersonId,
    /// Of which household.
    pub household: HouseholdId,
    /// What [`crate::Keys::slip_hash`] makes of its code.
    pub code_hash: String,
    /// Until when it is good.
    pub expires_at: Moment,
}

impl Act for Slip {
    const KIND: &'static str = "gate.slip";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("slip", self.slip);
        leaf.text("person", self.person);
        leaf.text("household", self.household);
        leaf.text("code_hash", &self.code_hash);
        leaf.int("expires_at", self.expires_at.micros());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (slip, person) = (rec.id_of::<SlipId>("slip")?, rec.id_of::<PersonId>("person")?);
        let household = rec.id_of::<HouseholdId>("household")?;
        let (code, expires) = (rec.text("code_hash")?, rec.moment("expires_at")?);
        tx.exec(sql::SLIP_NEW, params![slip, rec.area(), person, household, code, expires])?;
        Ok(())
    }
}

/// Somebody came in with an entry slip; it is used up.
#[derive(Clone, Copy, Debug)]
pub struct Admission {
    /// The slip.
    pub slip: SlipId,
}

impl Act for Admission {
    const KIND: &'static str = "gate.admission";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("slip", self.slip);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(sql::SLIP_USED, params![rec.id_of::<SlipId>("slip")?, rec.at(), rec.id()])?;
        Ok(())
    }
}

/// The acts of this room.
pub fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Slip>(), Kind::of::<Admission>()]
}
