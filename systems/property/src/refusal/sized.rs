//! Refusals that name a day, a number or an article of the case at hand.

use crate::say::plain_day;
use crate::texts::t;
use lianxin_base::{Day, Lang, Refuse};

/// The notice would be shorter than the law wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooEarly {
    /// The first day on which it may open.
    pub earliest: Day,
    /// Days between.
    pub days: u32,
    /// The article.
    pub article: String,
}

impl Refuse for TooEarly {
    fn code(&self) -> &'static str {
        "property.too_early"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_too_early(self.days, self.article.clone(), plain_day(lang, self.earliest))
    }
    fn field(&self) -> Option<&'static str> {
        Some("opens")
    }
}

/// One person would vote for more owners than the rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooManyProxies {
    /// So many are allowed.
    pub most: u32,
    /// The article.
    pub article: String,
}

impl Refuse for TooManyProxies {
    fn code(&self) -> &'static str {
        "property.too_many_proxies"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_too_many_proxies(self.most, self.article.clone())
    }
    fn field(&self) -> Option<&'static str> {
        Some("name")
    }
}

/// A rule set that cannot be adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRules {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub why: lianxin_ballot::Refusal,
}

impl Refuse for BadRules {
    fn code(&self) -> &'static str {
        "property.bad_rules"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_bad_rules(self.line, self.why.say(lang))
    }
    fn field(&self) -> Option<&'static str> {
        Some("toml")
    }
}

/// A step of a first assembly before what it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstEarly {
    /// The first day on which it may be.
    pub earliest: Day,
}

impl Refuse for FirstEarly {
    fn code(&self) -> &'static str {
        "property.first_early"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_first_early(plain_day(lang, self.earliest))
    }
    fn field(&self) -> Option<&'static str> {
        Some("day")
    }
}

/// A step of a first assembly after its last day, and why is not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstLate {
    /// The last day, moved to a working day.
    pub last: Day,
    /// The article.
    pub article: String,
}

impl Refuse for FirstLate {
    fn code(&self) -> &'static str {
        "property.first_late"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_first_late(plain_day(lang, self.last), self.article.clone())
    }
    fn field(&self) -> Option<&'static str> {
        Some("late")
    }
}

/// A first meeting or a hand-over after its last day, and why is not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateWhy {
    /// The last day, moved to a working day.
    pub last: Day,
    /// The article.
    pub article: String,
}

impl Refuse for LateWhy {
    fn code(&self) -> &'static str {
        "property.late_why"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_first_late(plain_day(lang, self.last), self.article.clone())
    }
    fn field(&self) -> Option<&'static str> {
        Some("late")
    }
}
