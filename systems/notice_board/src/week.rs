//! 一周一页: what a week had, made from acts, to be edited where somebody wants to and posted as a notice like any other.

use crate::needs::Needs;
use crate::notice::rules::{TITLE_MAX, WORDS_MAX};
use crate::notice::{Look, list};
use crate::say::date;
use crate::texts::t;
use crate::words::Sheet;
use lianxin_base::{Day, Lang, Moment};
use lianxin_register::find::AreaRow;
use lianxin_store::{Fault, Read};

/// So many matters are named.
const NAMED: usize = 8;
/// So many notices are looked through.
const NOTICES: i64 = 40;

/// The week's sheet, to begin with.
#[derive(Clone, Debug)]
pub(crate) struct Sheeted {
    pub(crate) title: String,
    pub(crate) words: String,
}

/// Monday to Sunday: this week from Friday on, else the one before.
pub(crate) fn days(today: Day) -> (Day, Day) {
    let monday = today.plus(1 - i32::from(today.weekday()));
    let first = if today.weekday() >= 5 { monday } else { monday.plus(-7) };
    (first, first.plus(6))
}

/// The sheet of an area.
pub(crate) fn of(r: &mut Read<'_>, needs: &dyn Needs, at: &AreaRow, lang: Lang, now: Moment) -> Result<Sheeted, Fault> {
    let t = t(lang);
    let (first, last) = days(now.day());
    let (from, to) = (date(lang, first, now), date(lang, last, now));
    let week = needs.week(r, at.id, (first, last), lang, now)?;
    let mut lines = vec![t.msg_week_matters(week.came, week.done, week.in_hand)];
    lines.push(if week.late == 0 { t.msg_week_none_late() } else { t.msg_week_late(week.late) });
    if !week.ended.is_empty() {
        lines.push(t.msg_week_ended());
        lines.extend(week.ended.into_iter().take(NAMED).map(|m| format!("· {}", m.line)));
    }
    let hung = needs.hung(r, at.id, lang, now)?;
    let look = Look { area: at.id, section: None, from: first, to: last.min(now.day()), after: None, n: NOTICES };
    let notices: Vec<_> = list(r, &look)?.into_iter().filter(|n| n.sheet != Sheet::Week).collect();
    if !hung.is_empty() || !notices.is_empty() {
        lines.push(t.msg_week_hung());
        let all = hung.into_iter().map(|h| h.title).chain(notices.into_iter().map(|n| n.title));
        lines.extend(all.filter(|title| !title.is_empty()).map(|title| format!("· {title}")));
    }
    lines.push(t.msg_week_more());
    let words: String = lines.join("\n").chars().take(WORDS_MAX).collect();
    let title: String = t.msg_week_title(at.name.clone(), from, to).chars().take(TITLE_MAX).collect();
    Ok(Sheeted { title, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_is_the_last_whole_one_until_friday() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        for (today, first, last) in [
            ("2026-06-18", "2026-06-08", "2026-06-14"), // a Thursday
            ("2026-06-19", "2026-06-15", "2026-06-21"),
            ("2026-06-21", "2026-06-15", "2026-06-21"),
            ("2026-06-22", "2026-06-15", "2026-06-21"),
        ] {
            assert_eq!(days(day(today)), (day(first), day(last)), "{today}");
        }
    }
}
