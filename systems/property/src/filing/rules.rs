//! Until when a result is filed and until when it can be attacked in court; pure. 物业管理条例 16: thirty days;
//! 法释〔2009〕7号 12: a year from when an owner knew or ought to have known.

use crate::assembly::State;
use crate::refusal::Refusal;
use lianxin_ballot::{PeriodKind, RuleSet};
use lianxin_base::{Day, Moment};
use lianxin_calendar::{Calendar, LastDay};

/// Longest number of a receipt.
pub(crate) const RECEIPT_MAX: usize = 40;

/// The last day of a period from the count on, with its article; nothing where the rules name none.
fn period(set: &RuleSet, kind: PeriodKind, counted: Day) -> Option<(LastDay, String)> {
    let period = set.period(kind)?;
    Some((period.last_day(&Calendar::official(), counted), period.article.clone()))
}

/// Until when it is filed.
pub(crate) fn filing(set: &RuleSet, counted: Day) -> Option<(LastDay, String)> {
    period(set, PeriodKind::Filing, counted)
}

/// Until when it can be attacked.
pub(crate) fn rescission(set: &RuleSet, counted: Day) -> Option<(LastDay, String)> {
    period(set, PeriodKind::Rescission, counted)
}

/// A company that is dismissed is told in writing so many days ahead, unless the contract says otherwise.
const NOTICE_DAYS: i32 = 60;
pub(crate) const NOTICE_ARTICLE: &str = "民法典 946";

/// The first day on which the contract of a company can end, where it is told on the day of the count.
pub(crate) fn dismissal(counted: Day) -> Day {
    counted.plus(NOTICE_DAYS)
}

/// May it be noted as filed on a day, with a receipt?
pub(crate) fn may_file(
    state: State,
    filed: bool,
    (day, counted, now): (Day, Day, Moment),
    receipt: &str,
) -> Result<(), Refusal> {
    if state != State::Counted {
        return Err(Refusal::NotCounted);
    }
    if filed {
        return Err(Refusal::Filed);
    }
    if day < counted || day > now.day() {
        return Err(Refusal::BadFilingDay);
    }
    if receipt.is_empty() { Err(Refusal::NoReceipt) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assembly::rules::rules_on;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn it_is_filed_within_thirty_days_and_a_holiday_moves_the_last() {
        for (counted, last, moved) in
            [("2026-03-10", "2026-04-09", "2026-04-09"), ("2026-09-02", "2026-10-02", "2026-10-08")]
        {
            let set = rules_on(day(counted)).expect("rules");
            let (found, article) = filing(set, day(counted)).expect("a period");
            assert_eq!((found.counted, found.moved), (day(last), day(moved)), "{counted}");
            assert_eq!(article, "物业管理条例 16");
        }
    }

    #[test]
    fn it_can_be_attacked_for_a_year_and_the_last_day_is_told_unmoved() {
        let set = rules_on(day("2026-07-14")).expect("rules");
        let (last, article) = rescission(set, day("2026-07-14")).expect("a period");
        assert_eq!((last.counted, article.as_str()), (day("2027-07-14"), "法释〔2009〕7号 12"));
    }

    #[test]
    fn it_is_filed_once_on_a_day_after_the_count_with_a_receipt() {
        let (counted, today) = (day("2026-07-14"), day("2026-07-20").at(10, 0));
        for (what, state, filed, on, receipt, may) in [
            ("in time", State::Counted, false, "2026-07-18", "松房备 12 号", Ok(())),
            ("today", State::Counted, false, "2026-07-20", "松房备 12 号", Ok(())),
            ("tomorrow", State::Counted, false, "2026-07-21", "松房备 12 号", Err(Refusal::BadFilingDay)),
            ("before the count", State::Counted, false, "2026-07-13", "松房备 12 号", Err(Refusal::BadFilingDay)),
            ("without a receipt", State::Counted, false, "2026-07-18", "", Err(Refusal::NoReceipt)),
            ("twice", State::Counted, true, "2026-07-18", "松房备 12 号", Err(Refusal::Filed)),
            ("not counted", State::Closed, false, "2026-07-18", "松房备 12 号", Err(Refusal::NotCounted)),
        ] {
            assert_eq!(may_file(state, filed, (day(on), counted, today), receipt), may, "{what}");
        }
    }

    #[test]
    fn a_company_is_told_sixty_days_ahead() {
        for (counted, first) in [("2026-03-10", "2026-05-09"), ("2026-12-31", "2027-03-01")] {
            let day = |text: &str| text.parse::<Day>().expect("a day");
            assert_eq!(dismissal(day(counted)), day(first));
        }
    }
}
