//! The statements of calendars.

use crate::words::Body;
use lianxin_base::{AreaId, Day, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const OF: &str = "SELECT org, body, busy, since FROM notice_board_calendar WHERE area = $1";
const KEEP: &str = "INSERT INTO notice_board_calendar(area, act, org, body, busy, since) VALUES($1, $2, $3, $4, $5, $6) \
                    ON CONFLICT(area) DO UPDATE SET act = $2, org = $3, body = $4, busy = $5";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[("calendar_of", OF), ("calendar_keep", KEEP)];

/// A calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    pub(crate) org: OrgId,
    pub(crate) body: Body,
    pub(crate) busy: bool,
    pub(crate) since: Day,
}

pub(crate) fn of(r: &mut Read<'_>, area: AreaId) -> Result<Option<Kept>, Fault> {
    r.row(OF, params![area], |row| {
        Ok(Kept { org: row.id(0)?, body: row.word(1)?, busy: row.int(2)? != 0, since: row.day(3)? })
    })
}

pub(super) fn keep(tx: &mut Tx<'_>, rec: &Recorded, org: OrgId) -> Result<(), Fault> {
    let row = params![rec.area(), rec.id(), org, rec.text("body")?, rec.int("busy")?, rec.at().day()];
    tx.exec(KEEP, row).map(|_| ())
}
