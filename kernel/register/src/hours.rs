//! When the offices of an area work: opening hours, and days off or worked that no national notice tells of.

use crate::acts::{in_area, in_order};
use crate::{Refusal, find, store};
use lianxin_base::{AreaId, Day};
use lianxin_calendar::OfficeHours;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};

/// A longer stretch is a slip of the pen.
const LONGEST: i32 = 62;

/// The opening hours 上班时间 of an area and all that lies in it, until it has its own.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    /// The area.
    pub area: AreaId,
    /// From when to when, with the noon break.
    pub hours: OfficeHours,
}

impl Act for Hours {
    const KIND: &'static str = "register.hours";
    fn leaf(&self, leaf: &mut Leaf) {
        for (name, minute) in NAMES.iter().zip(self.hours.minutes()) {
            leaf.int(name, minute);
        }
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let [opens, noon_from, noon_to, closes] =
            [rec.int(NAMES[0])?, rec.int(NAMES[1])?, rec.int(NAMES[2])?, rec.int(NAMES[3])?];
        tx.exec(store::HOURS_SET, params![rec.area(), opens, noon_from, noon_to, closes])?;
        Ok(())
    }
}

const NAMES: [&str; 4] = ["opens", "noon_from", "noon_to", "closes"];

/// Sets an area's opening hours.
pub fn hours(tx: &mut Tx<'_>, head: Head, act: Hours) -> Result<Receipt, Stop> {
    find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    in_area(tx, head, act.area, &act)
}

/// What a stretch of days is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BreakKind {
    /// 放假.
    Off,
    /// 上班, although it is a weekend or a holiday.
    Working,
    /// As everywhere: what was said of the stretch is taken back.
    Usual,
}

/// Days off 放假 or worked 上班 in an area: a local holiday, a make-up day, next year's notice before this program
/// knows it. The same first day again replaces it.
#[derive(Clone, Copy, Debug)]
pub struct Break {
    /// The area.
    pub area: AreaId,
    /// The first day.
    pub since: Day,
    /// The last.
    pub until: Day,
    /// What they are.
    pub kind: BreakKind,
}

impl Act for Break {
    const KIND: &'static str = "register.break";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("since", self.since.number());
        leaf.int("until", self.until.number());
        leaf.text(
            "days",
            match self.kind {
                BreakKind::Off => "off",
                BreakKind::Working => "working",
                BreakKind::Usual => "usual",
            },
        );
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (since, until) = (rec.int("since")?, rec.int("until")?);
        match rec.text("days")? {
            "usual" => tx.exec(store::BREAK_END, params![rec.area(), since])?,
            days => tx.exec(store::BREAK_SET, params![rec.area(), since, until, days == "working"])?,
        };
        Ok(())
    }
}

/// Sets days off or worked.
pub fn day_break(tx: &mut Tx<'_>, head: Head, act: Break) -> Result<Receipt, Stop> {
    in_order(act.since, Some(act.until))?;
    if act.until.number() - act.since.number() >= LONGEST {
        return Err(Refusal::Dates.into());
    }
    find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    in_area(tx, head, act.area, &act)
}
