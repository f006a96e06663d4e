//! The statements of filings.

use lianxin_base::{ActId, Day};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO property_filing(vote, area, due) VALUES($1, $2, $3)";
const FILED: &str = "UPDATE property_filing SET act = $2, day = $3 WHERE vote = $1";
const OF: &str = "SELECT f.due, f.day, r.value FROM property_filing f \
                  LEFT JOIN journal_text r ON r.act = f.act AND r.field = 'receipt' WHERE f.vote = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("filing_add", ADD), ("filing_filed", FILED), ("filing_of", OF)];

/// How the filing of a vote stands.
#[derive(Clone, Debug)]
pub(crate) struct Filing {
    /// The last day, moved to a working day.
    pub(crate) due: Day,
    /// When it was filed.
    pub(crate) filed: Option<Day>,
    /// The receipt's number.
    pub(crate) receipt: String,
}

/// The filing of a vote that was counted.
pub(crate) fn of(r: &mut Read<'_>, vote: ActId) -> Result<Option<Filing>, Fault> {
    r.row(OF, params![vote], |row| {
        let receipt = row.opt_text(2)?.unwrap_or_default();
        Ok(Filing { due: row.day(0)?, filed: row.opt_day(1)?, receipt })
    })
}

/// From the apply of a count.
pub(crate) fn add(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, due: Day) -> Result<(), Fault> {
    tx.exec(ADD, params![vote, rec.area(), due]).map(|_| ())
}

pub(super) fn filed(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, day: Day) -> Result<(), Fault> {
    // A vote that was counted before there were filings has no row yet.
    if tx.exec(FILED, params![vote, rec.id(), day])? == 0 {
        add(tx, rec, vote, day)?;
        tx.exec(FILED, params![vote, rec.id(), day])?;
    }
    Ok(())
}
