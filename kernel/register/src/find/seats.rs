use super::{holds, subtree};
use crate::store;
use lianxin_base::{AreaId, BuildingId, ChargeId, Day, DeputyId, GridId, Moment, OrgId, PersonId, SeatId};
use lianxin_store::{Fault, Read, Row, params};

/// A seat as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeatRow {
    /// The seat.
    pub id: SeatId,
    /// Its organisation.
    pub org: OrgId,
    /// How far it looks.
    pub area: AreaId,
    /// Who holds it.
    pub person: Option<PersonId>,
    /// What it may do.
    pub role: String,
    /// What stands on the door.
    pub title: String,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
    /// When its rights were taken back, where that was before its last day was over.
    pub closed_at: Option<Moment>,
}

impl SeatRow {
    /// Whether it is held on a day; one that was stopped no longer on the day that happened.
    pub fn holds(&self, on: Day) -> bool {
        holds(self.since, self.until, on) && self.closed_at.is_none_or(|at| on < at.day())
    }
}

fn seat_row(row: &Row<'_>) -> Result<SeatRow, Fault> {
    Ok(SeatRow {
        id: row.id(0)?,
        org: row.id(1)?,
        area: row.id(2)?,
        person: row.opt_id(3)?,
        role: row.text(4)?,
        title: row.text(5)?,
        since: row.day(6)?,
        until: row.opt_day(7)?,
        closed_at: row.opt_moment(8)?,
    })
}

/// A seat, ended or not.
pub fn seat(r: &mut Read<'_>, id: SeatId) -> Result<Option<SeatRow>, Fault> {
    r.row(store::SEAT, params![id], seat_row)
}

/// The seats somebody holds on a day.
pub fn seats_of_person(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<SeatRow>, Fault> {
    r.rows(store::SEATS_OF_PERSON, params![person, on], seat_row)
}

/// The seats of an organisation on a day.
pub fn seats_of_org(r: &mut Read<'_>, org: OrgId, on: Day) -> Result<Vec<SeatRow>, Fault> {
    r.rows(store::SEATS_OF_ORG, params![org, on], seat_row)
}

/// Every seat an organisation has or had, the earliest first.
pub fn seats_ever(r: &mut Read<'_>, org: OrgId) -> Result<Vec<SeatRow>, Fault> {
    r.rows(store::SEATS_EVER, params![org], seat_row)
}

/// Every seat that looks at an area or at one within it, ended ones too.
pub fn seats_below(r: &mut Read<'_>, area: AreaId) -> Result<Vec<SeatRow>, Fault> {
    let mut all = Vec::new();
    for area in subtree(r, area)? {
        all.extend(r.rows(store::SEATS_IN_AREA, params![area], seat_row)?);
    }
    Ok(all)
}

/// A deputy's term as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeputyRow {
    /// The term.
    pub id: DeputyId,
    /// The seat.
    pub seat: SeatId,
    /// The seat's area.
    pub area: AreaId,
    /// Who.
    pub person: Option<PersonId>,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Day,
}

impl DeputyRow {
    /// Whether they sit in on a day.
    pub fn holds(&self, on: Day) -> bool {
        holds(self.since, Some(self.until), on)
    }
}

fn deputy_row(row: &Row<'_>) -> Result<DeputyRow, Fault> {
    Ok(DeputyRow {
        id: row.id(0)?,
        seat: row.id(1)?,
        area: row.id(2)?,
        person: row.opt_id(3)?,
        since: row.day(4)?,
        until: row.day(5)?,
    })
}

/// A deputy's term.
pub fn deputy(r: &mut Read<'_>, id: DeputyId) -> Result<Option<DeputyRow>, Fault> {
    r.row(store::DEPUTY, params![id], deputy_row)
}

/// Every deputy a seat has or had, the earliest first.
pub fn deputies(r: &mut Read<'_>, seat: SeatId) -> Result<Vec<DeputyRow>, Fault> {
    r.rows(store::DEPUTIES, params![seat], deputy_row)
}

/// A charge as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ChargeRow {
    /// The charge.
    pub id: ChargeId,
    /// The seat.
    pub seat: SeatId,
    /// The area of what it looks after.
    pub area: AreaId,
    /// The grid.
    pub grid: Option<GridId>,
    /// The building.
    pub building: Option<BuildingId>,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

fn charge_row(row: &Row<'_>) -> Result<ChargeRow, Fault> {
    Ok(ChargeRow {
        id: row.id(0)?,
        seat: row.id(1)?,
        area: row.id(2)?,
        grid: row.opt_id(3)?,
        building: row.opt_id(4)?,
        since: row.day(5)?,
        until: row.opt_day(6)?,
    })
}

/// A charge.
pub fn charge(r: &mut Read<'_>, id: ChargeId) -> Result<Option<ChargeRow>, Fault> {
    r.row(store::CHARGE, params![id], charge_row)
}

/// What a seat looks after on a day.
pub fn charges_of(r: &mut Read<'_>, seat: SeatId, on: Day) -> Result<Vec<ChargeRow>, Fault> {
    r.rows(store::CHARGES_OF_SEAT, params![seat, on], charge_row)
}

/// Which charges of a grid run on a day.
pub fn charges_of_grid(r: &mut Read<'_>, grid: GridId, on: Day) -> Result<Vec<ChargeRow>, Fault> {
    r.rows(store::CHARGES_OF_GRID, params![grid, on], charge_row)
}

/// Which charges of a building run on a day.
pub fn charges_of_building(r: &mut Read<'_>, building: BuildingId, on: Day) -> Result<Vec<ChargeRow>, Fault> {
    r.rows(store::CHARGES_OF_BUILDING, params![building, on], charge_row)
}

/// The seats that look after a grid on a day and are held then.
pub fn in_charge_of_grid(r: &mut Read<'_>, grid: GridId, on: Day) -> Result<Vec<SeatRow>, Fault> {
    let all = charges_of_grid(r, grid, on)?;
    held(r, all, on)
}

/// The seats that look after a building on a day and are held then.
pub fn in_charge_of_building(r: &mut Read<'_>, building: BuildingId, on: Day) -> Result<Vec<SeatRow>, Fault> {
    let all = charges_of_building(r, building, on)?;
    held(r, all, on)
}

fn held(r: &mut Read<'_>, charges: Vec<ChargeRow>, on: Day) -> Result<Vec<SeatRow>, Fault> {
    let mut all = Vec::new();
    for charge in charges {
        all.extend(seat(r, charge.seat)?.filter(|s| s.holds(on)));
    }
    Ok(all)
}
