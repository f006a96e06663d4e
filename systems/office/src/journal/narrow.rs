//! 筛 What the list of the record is narrowed to, as it stands in the address.

use crate::asked::{Query, asked};
use crate::say;
use crate::texts::t;
use lianxin_base::{AreaId, Day, Lang, Moment};
use lianxin_journal::{Entry, last_before, narrowed};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Filters, Pick};

/// What acts are about, as people ask: the word in the address, and how their kinds begin.
const ABOUT: [(&str, &str); 6] = [
    ("matters", "council."),
    ("votes", "property."),
    ("places", "register."),
    ("doors", "gate."),
    ("messages", "outbox."),
    ("office", "office."),
];
/// So many months back can be picked.
const MONTHS: usize = 24;
/// So many areas can be picked.
const AREAS: usize = 300;

/// What is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Narrow {
    area: Option<AreaId>,
    about: Option<(&'static str, &'static str)>,
    /// The first day of the newest month that is wanted.
    month: Option<Day>,
}

/// What was looked through, and where one goes on.
pub(super) struct More {
    pub(super) says: String,
    pub(super) next: Option<String>,
}

impl Narrow {
    /// What an address asks for; what it has wrong counts as not asked.
    pub(super) fn asked(query: &Query) -> Self {
        let about = asked(query, "about");
        Self {
            area: asked(query, "area").parse().ok(),
            about: ABOUT.into_iter().find(|(word, _)| *word == about),
            month: format!("{}-01", asked(query, "month")).parse().ok(),
        }
    }

    pub(super) fn is_all(self) -> bool {
        self == Self::default()
    }

    /// The newest place to look at: that of the address, and not after the month.
    pub(super) fn first(self, r: &mut Read<'_>, upto: i64) -> Result<i64, Fault> {
        let Some(month) = self.month else { return Ok(upto) };
        let Some(next) = first_of(month.parts(), -1) else { return Ok(upto) };
        Ok(upto.min(last_before(r, next.at(0, 0))?))
    }

    /// The newest entries of it; those of an area are those of all that lies in it.
    pub(super) fn entries(self, r: &mut Read<'_>, upto: i64, n: usize) -> Result<Vec<Entry>, Fault> {
        let areas = self.area.map(|area| find::subtree(r, area)).transpose()?;
        narrowed(r, upto, n, areas.as_deref(), self.about.map_or("", |(_, kinds)| kinds))
    }

    /// What was looked through, and the way to what lies before it.
    pub(super) fn more(self, lang: Lang, from: i64, to: i64) -> More {
        let t = t(lang);
        let says = if to == 0 { t.msg_journal_looked_none() } else { t.msg_journal_looked(from, to) };
        let next = (from > 1).then(|| {
            let area = self.area.map(|a| a.to_string()).unwrap_or_default();
            let month = self.month.map(word_of).unwrap_or_default();
            let about = self.about.map_or("", |(word, _)| word);
            format!("/journal?area={area}&about={about}&month={month}&upto={}", from - 1)
        });
        More { says, next }
    }

    pub(super) fn filters(self, lang: Lang, now: Moment, areas: Vec<(AreaId, String)>) -> Filters<'static> {
        let t = t(lang);
        let mut places = vec![Choice::new("", t.msg_journal_all_areas())];
        places.extend(areas.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)));
        let mut kinds = vec![Choice::new("", t.msg_journal_all_kinds())];
        let says = [
            t.msg_journal_matters(),
            t.msg_journal_votes(),
            t.msg_journal_places(),
            t.msg_journal_doors(),
            t.msg_journal_messages(),
            t.msg_journal_office(),
        ];
        kinds.extend(ABOUT.iter().zip(says).map(|((word, _), says)| Choice::new(*word, says)));
        let mut months = vec![Choice::new("", t.msg_journal_newest())];
        months.extend(back(now.day()).map(|day| Choice::new(word_of(day), say::month(lang, day))));
        let value = |text: Option<String>| text.unwrap_or_default().into();
        let pick = |name: &'static str, label: String, items, chosen| Pick {
            name: name.into(),
            label: label.into(),
            items,
            value: value(chosen),
        };
        let picks = vec![
            pick("area", t.msg_fact_area(), places, self.area.map(|a| a.to_string())),
            pick("about", t.msg_journal_about(), kinds, self.about.map(|(word, _)| word.to_owned())),
            pick("month", t.msg_journal_month(), months, self.month.map(word_of)),
        ];
        Filters { lang, action: "/journal".into(), search: None, picks, ticks: Vec::new(), kept: Vec::new() }
    }
}

/// The areas of this machine one may look at, the smaller after the larger.
pub(super) fn areas(r: &mut Read<'_>) -> Result<Vec<(AreaId, String)>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?.into_iter().map(|a| (a.id, a.name)));
    }
    all.truncate(AREAS);
    Ok(all)
}

/// The first days of the months before this one, the newest first.
fn back(today: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(first_of(today.parts(), 1), |day| first_of(day.parts(), 1)).take(MONTHS)
}

/// The first day of the month so many before (negative: after) this one.
fn first_of((year, month, _): (i32, u8, u8), before: i32) -> Option<Day> {
    let months = year.checked_mul(12)?.checked_add(i32::from(month) - 1 - before)?;
    Day::ymd(months.div_euclid(12), u8::try_from(months.rem_euclid(12)).ok()? + 1, 1)
}

/// `2026-06`.
fn word_of(month: Day) -> String {
    let (year, month, _) = month.parts();
    format!("{year:04}-{month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Narrow {
        let pairs = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Narrow::asked(&axum::extract::Query(pairs))
    }

    #[test]
    fn what_an_address_has_wrong_is_not_asked() {
        for wrong in
            [("area", "x"), ("about", "money"), ("month", "2026-13"), ("month", "x"), ("month", "99999-01"), ("", "")]
        {
            assert!(read(&[wrong]).is_all(), "{wrong:?}");
        }
        let june = read(&[("month", "2026-06"), ("about", "doors")]);
        assert_eq!((june.month.map(word_of).as_deref(), june.about), (Some("2026-06"), Some(("doors", "gate."))));
    }

    #[test]
    fn months_go_back_over_the_new_year() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let back: Vec<String> = back(day("2026-02-28")).take(3).map(word_of).collect();
        assert_eq!(back, ["2026-01", "2025-12", "2025-11"]);
        assert_eq!(first_of(day("2025-12-01").parts(), -1), Some(day("2026-01-01")));
    }

    #[test]
    fn the_way_on_keeps_what_was_asked() {
        let more = read(&[("month", "2026-06"), ("about", "doors")]).more(Lang::Zh, 51, 100);
        assert_eq!(more.next.as_deref(), Some("/journal?area=&about=doors&month=2026-06&upto=50"));
        assert_eq!(read(&[("about", "doors")]).more(Lang::Zh, 1, 100).next, None);
    }
}
