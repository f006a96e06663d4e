//! What deadlines are counted with in an area.

use crate::store;
use lianxin_base::{AreaId, Day, Moment};
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_store::{Fault, Read, params};

/// The calendar and the opening hours of an area: its own, else those of the nearest area above, else the usual ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Working days.
    pub calendar: Calendar,
    /// Office hours.
    pub hours: OfficeHours,
}

impl Default for Terms {
    fn default() -> Self {
        Self { calendar: Calendar::official(), hours: OfficeHours::default() }
    }
}

impl Terms {
    /// Whether the office is open at a moment: from the opening minute, no longer at the closing one.
    pub fn is_open(&self, at: Moment) -> bool {
        self.calendar.is_open(&self.hours, at)
    }
    /// Close of business of a day (Civil Code 203).
    pub fn close_of(&self, day: Day) -> Moment {
        self.hours.close_of(day)
    }
}

/// A stretch of local days, both ends included, and whether they are worked.
pub type LocalDays = (Day, Day, bool);

/// What deadlines are counted with in an area. One statement, sorted here: every report asks for it.
pub fn terms(r: &mut Read<'_>, area: AreaId) -> Result<Terms, Fault> {
    let (mut hours, mut days) = (Vec::new(), Vec::new());
    r.each(store::TERMS_UP, params![area], |row| {
        let depth = row.int(0)?;
        if row.opt_int(1)?.is_some() {
            hours.push((depth, [row.int(1)?, row.int(2)?, row.int(3)?, row.int(4)?]));
        }
        if row.opt_int(5)?.is_some() {
            days.push((std::cmp::Reverse(depth), (row.day(5)?, row.day(6)?, row.flag(7)?)));
        }
        Ok(())
    })?;
    // The nearest area's days come last, so that what it says stands.
    days.sort_unstable();
    let days: Vec<LocalDays> = days.into_iter().map(|(_, days)| days).collect();
    let hours = match hours.into_iter().min() {
        Some((_, hours)) => open(hours)?,
        None => OfficeHours::default(),
    };
    Ok(Terms { calendar: Calendar::official().with_local(&days), hours })
}

fn open(hours: [i64; 4]) -> Result<OfficeHours, Fault> {
    let [opens, noon_from, noon_to, closes] = hours.map(|n| u16::try_from(n).unwrap_or(u16::MAX));
    OfficeHours::new(opens, noon_from, noon_to, closes).map_err(|_| Fault::Damaged("office hours that are none".into()))
}

/// What deadlines are counted with on lists that show many areas: the terms of this machine's own area.
pub fn house_terms(r: &mut Read<'_>) -> Result<Terms, Fault> {
    match super::roots(r)?.first() {
        Some(root) => terms(r, root.id),
        None => Ok(Terms::default()),
    }
}

/// The days off and worked that were set for an area itself, in order.
pub fn local_days(r: &mut Read<'_>, area: AreaId) -> Result<Vec<LocalDays>, Fault> {
    r.rows(store::BREAKS, params![area], |row| Ok((row.day(0)?, row.day(1)?, row.flag(2)?)))
}

/// Whether opening hours were set for an area itself.
pub fn has_hours(r: &mut Read<'_>, area: AreaId) -> Result<bool, Fault> {
    Ok(r.row(store::HOURS_OWN, params![area], |row| row.int(0))?.is_some())
}

/// Whom to call in an area when something dangerous breaks: each number from the nearest area that has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmergencyRow {
    /// Smell of gas.
    pub gas: Option<String>,
    /// Somebody is stuck in a lift.
    pub lift: Option<String>,
    /// No power.
    pub power: Option<String>,
    /// A burst pipe.
    pub water: Option<String>,
}

/// The emergency numbers of an area.
pub fn emergency(r: &mut Read<'_>, area: AreaId) -> Result<EmergencyRow, Fault> {
    let mut found = EmergencyRow::default();
    r.each(store::EMERGENCY_UP, params![area], |row| {
        found.gas = found.gas.take().or(row.opt_text(0)?);
        found.lift = found.lift.take().or(row.opt_text(1)?);
        found.power = found.power.take().or(row.opt_text(2)?);
        found.water = found.water.take().or(row.opt_text(3)?);
        Ok(())
    })?;
    Ok(found)
}
