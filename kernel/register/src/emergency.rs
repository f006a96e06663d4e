//! Whom to call in an area when something dangerous breaks, besides 119, 110 and 120.

use crate::acts::in_area;
use crate::places::duty;
use crate::{Refusal, find, store};
use lianxin_base::AreaId;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};

/// The local emergency numbers 应急电话 of an area and all that lies in it. They are public.
#[derive(Clone, Debug)]
pub struct Emergency {
    /// The area.
    pub area: AreaId,
    /// Smell of gas.
    pub gas: Option<String>,
    /// Somebody is stuck in a lift.
    pub lift: Option<String>,
    /// No power.
    pub power: Option<String>,
    /// A burst pipe.
    pub water: Option<String>,
}

impl Act for Emergency {
    const KIND: &'static str = "register.emergency";
    fn leaf(&self, leaf: &mut Leaf) {
        for (name, phone) in NAMES.iter().zip([&self.gas, &self.lift, &self.power, &self.water]) {
            leaf.opt_text(name, phone.as_deref());
        }
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let [gas, lift, power, water] =
            [rec.opt_text(NAMES[0])?, rec.opt_text(NAMES[1])?, rec.opt_text(NAMES[2])?, rec.opt_text(NAMES[3])?];
        tx.exec(store::EMERGENCY_SET, params![rec.area(), gas, lift, power, water])?;
        Ok(())
    }
}

const NAMES: [&str; 4] = ["gas", "lift", "power", "water"];

/// Sets an area's emergency numbers; the first that cannot be dialled is named by its field.
pub fn emergency(tx: &mut Tx<'_>, head: Head, mut act: Emergency) -> Result<Receipt, Stop> {
    for (name, phone) in NAMES.iter().zip([&mut act.gas, &mut act.lift, &mut act.power, &mut act.water]) {
        *phone = duty(phone.as_deref()).map_err(|_| Refusal::EmergencyPhone(name))?;
    }
    find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    in_area(tx, head, act.area, &act)
}
