//! What hangs on what ground, from dated data: the least period, how often, the article. A change of law is a new entry.

use crate::words::{Body, Section};
use lianxin_base::Day;
use lianxin_calendar::{Calendar, Term};
use serde::Deserialize;
use std::sync::OnceLock;

const DATA: &str = include_str!("../data/grounds.toml");
/// Nothing hangs longer.
pub(crate) const DAYS_MAX: i32 = 400;

#[derive(Deserialize)]
struct File {
    ground: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    #[serde(default)]
    section: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    at: String,
    zh: String,
    en: String,
    days: u32,
    #[serde(default)]
    every: u32,
    #[serde(default)]
    busy: u32,
    article: String,
    mark: String,
    #[serde(default)]
    custom: Vec<String>,
    from: String,
    #[serde(default)]
    to: String,
}

/// A ground to post something on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its name in leaves, tables and forms.
    pub id: String,
    /// Where it hangs; anywhere, if it does not say.
    pub section: Option<Section>,
    /// Whose it is; everybody's, if it does not say.
    pub body: Option<Body>,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// Least days; 0 if there is no fixed period.
    pub days: u32,
    /// Months between two of them; 0: when it happens.
    pub every: u32,
    /// The same where there are many payments; 0: no difference.
    pub busy: u32,
    /// The article.
    pub article: String,
    mark: String,
    custom: Vec<String>,
    at: String,
    from: Day,
    to: Option<Day>,
}

impl Ground {
    /// Whether the clause itself was read.
    pub fn checked(&self) -> bool {
        self.mark == "V"
    }

    /// Whether the days are what communities usually do, and no article's.
    pub fn customary_days(&self) -> bool {
        self.custom.iter().any(|what| what == "days")
    }

    /// The same of how often.
    pub fn customary_months(&self) -> bool {
        self.custom.iter().any(|what| what == "every")
    }

    /// The article that sets the days; empty where it is custom.
    pub fn days_by(&self) -> &str {
        if self.customary_days() { "" } else { &self.article }
    }

    fn holds(&self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// The last day of the period of what hangs from a day on. The others' period is never shortened by a holiday at its end.
    pub fn until(&self, from: Day) -> Option<Day> {
        let last = Term::Days { n: self.days }.last_day(&Calendar::official(), from);
        last.filter(|_| self.days > 0).map(|last| last.moved)
    }

    /// Whether it is posted at a place of this kind at all.
    pub fn fits(&self, compound: bool) -> bool {
        match self.at.as_str() {
            "compound" => compound,
            "community" => !compound,
            _ => true,
        }
    }

    /// Months between two of them, in an area with few or many payments.
    pub const fn months(&self, busy: bool) -> u32 {
        if busy && self.busy > 0 { self.busy } else { self.every }
    }
}

fn read(text: &str) -> Result<Vec<Ground>, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    file.ground.into_iter().map(one).collect()
}

fn one(raw: Raw) -> Result<Ground, String> {
    let bad = |what: &str| format!("{}: {what}", raw.id);
    let section = (!raw.section.is_empty()).then(|| raw.section.parse()).transpose();
    let body = (!raw.body.is_empty()).then(|| raw.body.parse()).transpose();
    let to = (!raw.to.is_empty()).then(|| raw.to.parse()).transpose();
    if !["V", "S", "M"].contains(&raw.mark.as_str()) {
        return Err(bad("mark"));
    }
    if !["", "compound", "community"].contains(&raw.at.as_str()) {
        return Err(bad("at"));
    }
    if raw.custom.iter().any(|what| !["days", "every"].contains(&what.as_str())) {
        return Err(bad("custom"));
    }
    Ok(Ground {
        section: section.map_err(|()| bad("section"))?,
        body: body.map_err(|()| bad("body"))?,
        from: raw.from.parse().map_err(|_| bad("from"))?,
        to: to.map_err(|_| bad("to"))?,
        id: raw.id,
        zh: raw.zh,
        en: raw.en,
        days: raw.days,
        every: raw.every,
        busy: raw.busy,
        article: raw.article,
        mark: raw.mark,
        custom: raw.custom,
        at: raw.at,
    })
}

/// All of them, as they stand in the data: a test reads them, so that none is missing here.
fn all() -> &'static [Ground] {
    static ALL: OnceLock<Vec<Ground>> = OnceLock::new();
    ALL.get_or_init(|| read(DATA).unwrap_or_default())
}

/// Those in force on a day.
pub fn grounds(on: Day) -> impl Iterator<Item = &'static Ground> {
    all().iter().filter(move |g| g.holds(on))
}

/// One of them.
pub fn ground(id: &str, on: Day) -> Option<&'static Ground> {
    grounds(on).find(|g| g.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn every_ground_is_read_and_stands_once_on_a_day() {
        let all = read(DATA).expect("the data");
        assert!(all.len() > 8);
        for g in &all {
            let same = all.iter().filter(|other| other.id == g.id && other.holds(g.from)).count();
            assert_eq!(same, 1, "{}", g.id);
            assert!(!g.zh.is_empty() && !g.en.is_empty() && g.zh != g.en, "{}", g.id);
            assert!(g.days == 0 || !g.article.is_empty(), "{} has a period and no article", g.id);
        }
        assert!(ground("assembly", day("2026-06-01")).is_some_and(|g| g.days == 15 && g.checked()));
        assert!(ground("assembly", day("1999-06-01")).is_none(), "not in force yet");
        // These two texts were read: nothing else has days or months of an article.
        let by_law: Vec<_> = all.iter().filter(|g| !g.days_by().is_empty()).map(|g| g.id.as_str()).collect();
        assert_eq!(by_law, ["assembly", "roll"]);
        let often: Vec<_> =
            all.iter().filter(|g| g.every > 0 && !g.customary_months()).map(|g| g.id.as_str()).collect();
        assert_eq!(often, ["affairs", "village_affairs", "finance", "village_finance"]);
        for bad in [
            "",
            "[[ground]]\nid=\"x\"",
            &DATA.replace("\"V\"", "\"Z\""),
            &DATA.replace("\"days\"", "\"x\""),
            &DATA.replace("\"party\"", "\"x\""),
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_period_is_counted_by_the_calendar() {
        let g = |id| ground(id, day("2026-06-01")).expect("a ground");
        for (id, from, until) in [
            ("assembly", "2026-06-01", Some("2026-06-16")),
            ("assembly", "2026-02-01", Some("2026-02-24")), // its fifteenth day lies in the Spring Festival
            ("affairs", "2026-08-07", Some("2026-08-14")),
            ("affairs", "2026-08-08", Some("2026-08-17")), // a Saturday
            ("general", "2026-06-01", None),
        ] {
            assert_eq!(g(id).until(day(from)), until.map(day), "{id} from {from}");
        }
        assert_eq!((g("finance").months(false), g("finance").months(true), g("service").months(true)), (3, 1, 3));
    }
}
