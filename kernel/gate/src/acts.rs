use crate::consent::{Consent, Withdrawal};
use crate::door::Door;
use crate::reset::SeatReset;
use crate::{device, sql};
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

/// The slips of a person that nobody has used are good no longer: a new one takes their place.
#[derive(Clone, Copy, Debug)]
pub struct SlipVoid {
    /// Whose.
    pub person: PersonId,
}

impl Act for SlipVoid {
    const KIND: &'static str = "gate.slip_void";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(sql::SLIP_VOID, params![rec.id_of::<PersonId>("person")?, rec.at()])?;
        Ok(())
    }
}

/// Somebody's phone is lost: it is signed out wherever it is, with all their others, and open slips are void.
#[derive(Clone, Copy, Debug)]
pub struct LostPhone {
    /// Whose.
    pub person: PersonId,
}

impl Act for LostPhone {
    const KIND: &'static str = "gate.lost_phone";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let person = rec.id_of::<PersonId>("person")?;
        tx.exec(sql::SLIP_VOID, params![person, rec.at()])?;
        // Sessions are kept, not history: here they end in the same commit, and a replay finds none.
        tx.exec(sql::SESSION_END_PERSON, params![person])?;
        device::forget_devices(tx, person)
    }
}

/// The acts of this room.
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind::of::<Slip>(),
        Kind::of::<Admission>(),
        Kind::of::<SlipVoid>(),
        Kind::of::<LostPhone>(),
        Kind::of::<Door>(),
        Kind::of::<SeatReset>(),
        Kind::of::<Consent>(),
        Kind::of::<Withdrawal>(),
    ]
}
