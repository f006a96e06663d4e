//! 公示日历: what must hang when, when it last did, and what is overdue. About organisations only.

pub(crate) mod pages;
pub(crate) mod rules;
pub(crate) mod store;

use crate::clock::{DUE, next_month};
use crate::notice::store as posted;
use crate::notices;
use crate::refusal::Refusal;
use crate::words::{Author, Body};
use lianxin_base::AreaId;
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, find};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;
use rules::duties;

/// 这里按哪一本日历公示.
struct Calendar {
    body: Body,
    busy: bool,
}

impl Act for Calendar {
    const KIND: &'static str = "notice_board.calendar";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("body", self.body);
        leaf.int("busy", self.busy);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was kept by no organisation", rec.id())))?;
        store::keep(tx, rec, org)?;
        lianxin_work::set(tx, DUE, rec.area(), next_month(rec.at().day()), rec)
    }
}

/// 有该公示还没公示的.
struct Overdue {
    n: i64,
    timer: String,
}

impl Act for Overdue {
    const KIND: &'static str = "notice_board.overdue";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("n", self.n);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        lianxin_work::set(tx, DUE, rec.area(), next_month(rec.at().day()), rec)?;
        match store::of(tx, rec.area())? {
            Some(kept) if rec.int("n")? > 0 => {
                lianxin_outbox::to_org(tx, rec, 1, kept.org, notices::OVERDUE, rec.area())
            }
            _ => Ok(()),
        }
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Calendar>(), Kind::of::<Overdue>()]
}

/// Keeps a calendar for an area, or another one from now on.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn keep(tx: &mut Tx<'_>, author: &Author, area: AreaId, (body, busy): (Body, bool)) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    let place = find::area(tx, area)?.is_some_and(|a| a.kind.is_place() && a.holds(today));
    if !place || !author.scope.covers(area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    Ok(record(tx, author.head(area), &Calendar { body, busy })?)
}

/// The first of a month: whoever keeps the calendar hears of what is overdue.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let today = tx.now().day();
    let n = match store::of(tx, due.area)? {
        Some(kept) => {
            let compound = find::area(tx, due.area)?.is_some_and(|a| a.kind == AreaKind::Compound);
            let all =
                duties((kept.body, kept.busy, kept.since), compound, &posted::posted(tx, due.area, today)?, today);
            all.iter().filter(|d| d.late(today)).count()
        }
        None => 0,
    };
    let act = Overdue { n: i64::try_from(n).unwrap_or(i64::MAX), timer: due.id.clone() };
    Ok(record(tx, author.head(due.area), &act).map(|_| ())?)
}
