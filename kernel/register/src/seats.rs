//! What happens to a seat between its beginning and its end: stopped at once, a deputy sits in, it is put in charge of
//! a grid or a building.

use crate::acts::{in_area, in_order};
use crate::{Refusal, find, store};
use lianxin_base::{AreaId, BuildingId, ChargeId, Day, DeputyId, GridId, PersonId, SeatId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Read, Stop, Tx, params};

/// A seat is stopped: its rights end with this act, not with the day.
#[derive(Clone, Copy, Debug)]
pub struct SeatStop {
    /// The seat.
    pub seat: SeatId,
}

impl Act for SeatStop {
    const KIND: &'static str = "register.seat_stop";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("seat", self.seat);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(store::SEAT_STOPS, params![rec.id_of::<SeatId>("seat")?, rec.at().day(), rec.at()])?;
        Ok(())
    }
}

/// Stops a seat that somebody sits in.
pub fn seat_stop(tx: &mut Tx<'_>, head: Head, act: SeatStop) -> Result<Receipt, Stop> {
    let before = find::seat(tx, act.seat)?.ok_or(Refusal::SeatUnknown)?;
    if !before.holds(tx.now().day()) {
        return Err(Refusal::Ended.into());
    }
    in_area(tx, head, before.area, &act)
}

/// Somebody sits in for the holder of a seat 代班, from one day to another: they have the seat's rights on these days,
/// and what they do bears the seat and their own name. Registered again, its days change. Who it is is sealed.
#[derive(Clone, Copy, Debug)]
pub struct Deputy {
    /// The deputy's term.
    pub deputy: DeputyId,
    /// The seat.
    pub seat: SeatId,
    /// Who.
    pub person: PersonId,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Day,
}

impl Act for Deputy {
    const KIND: &'static str = "register.deputy";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("deputy", self.deputy);
        leaf.text("seat", self.seat);
        leaf.seal("person", Some(self.person), &self.person.to_string());
        leaf.int("since", self.since.number());
        leaf.int("until", self.until.number());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, seat) = (rec.id_of::<DeputyId>("deputy")?, rec.id_of::<SeatId>("seat")?);
        let (since, until) = (rec.int("since")?, rec.int("until")?);
        tx.exec(store::DEPUTY_SET, params![id, seat, rec.area(), rec.sealed("person"), since, until])?;
        Ok(())
    }
}

/// Registers a deputy or changes their days.
pub fn deputy(tx: &mut Tx<'_>, head: Head, act: Deputy) -> Result<Receipt, Stop> {
    in_order(act.since, Some(act.until))?;
    let seat = find::seat(tx, act.seat)?.ok_or(Refusal::SeatUnknown)?;
    find::person_area(tx, act.person)?.ok_or(Refusal::PersonUnknown)?;
    if seat.person == Some(act.person) {
        return Err(Refusal::DeputyHolder.into());
    }
    let within = seat.since <= act.since && seat.until.is_none_or(|u| act.until <= u) && seat.closed_at.is_none();
    if !within {
        return Err(Refusal::DeputyTerm.into());
    }
    let others = find::deputies(tx, act.seat)?;
    if others.iter().any(|d| d.id != act.deputy && d.since <= act.until && act.since <= d.until) {
        return Err(Refusal::DeputyOverlap.into());
    }
    if find::deputy(tx, act.deputy)?.is_some_and(|before| before.seat != act.seat) {
        return Err(Refusal::SeatUnknown.into());
    }
    in_area(tx, head, seat.area, &act)
}

/// A seat looks after a grid or a building 包片: grid worker, building head, liaison. Registered again, its days change.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    /// The charge.
    pub charge: ChargeId,
    /// The seat.
    pub seat: SeatId,
    /// The grid, or
    pub grid: Option<GridId>,
    /// the building.
    pub building: Option<BuildingId>,
    /// The first day.
    pub since: Day,
    /// The last day, if known.
    pub until: Option<Day>,
}

impl Act for Charge {
    const KIND: &'static str = "register.charge";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("charge", self.charge);
        leaf.text("seat", self.seat);
        leaf.opt_text("grid", self.grid);
        leaf.opt_text("building", self.building);
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, seat) = (rec.id_of::<ChargeId>("charge")?, rec.id_of::<SeatId>("seat")?);
        let (grid, building) = (rec.opt_id_of::<GridId>("grid")?, rec.opt_id_of::<BuildingId>("building")?);
        let (since, until) = (rec.int("since")?, rec.opt_int("until")?);
        tx.exec(store::CHARGE_SET, params![id, seat, rec.area(), grid, building, since, until])?;
        Ok(())
    }
}

/// Puts a seat in charge, or changes the days.
pub fn charge(tx: &mut Tx<'_>, head: Head, act: Charge) -> Result<Receipt, Stop> {
    in_order(act.since, act.until)?;
    let seat = find::seat(tx, act.seat)?.ok_or(Refusal::SeatUnknown)?;
    let area = match (act.grid, act.building) {
        (Some(grid), None) => find::grid(tx, grid)?.ok_or(Refusal::GridUnknown)?.area,
        (None, Some(building)) => find::building(tx, building)?.ok_or(Refusal::BuildingUnknown)?.area,
        _ => return Err(Refusal::ChargeWhat.into()),
    };
    if !sees(tx, seat.area, area)? {
        return Err(Refusal::ChargeOutside.into());
    }
    let same =
        |before: &find::ChargeRow| (before.seat, before.grid, before.building) == (act.seat, act.grid, act.building);
    if find::charge(tx, act.charge)?.is_some_and(|before| !same(&before)) {
        return Err(Refusal::ChargeWhat.into());
    }
    in_area(tx, head, area, &act)
}

/// Whether a seat that looks at `whole` looks at `part`.
fn sees(r: &mut Read<'_>, whole: AreaId, part: AreaId) -> Result<bool, Fault> {
    Ok(whole == part || find::ancestors(r, part)?.iter().any(|a| a.id == whole))
}
