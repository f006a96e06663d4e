//! What the lines of one list share, said once: twenty lines have a few days, categories and stages between them.

use crate::course::Terms;
use crate::lists::Line;
use crate::rules::Category;
use crate::say::{date, ended_tag, mini, tag};
use crate::view::{category_name, plain_title};
use lianxin_base::{Day, Lang, Moment};
use lianxin_web::components::{Html, Tag};

/// The words of one list for one reader at one moment.
pub(crate) struct Once<'a> {
    lang: Lang,
    terms: &'a Terms,
    now: Moment,
    dates: Few<Day, String>,
    left: Few<(bool, Day), Option<Tag<'static>>>,
    ended: Few<String, Tag<'static>>,
    categories: Few<Category, (String, String)>,
    bridges: Few<(String, bool, bool), Html>,
}

/// A handful of things, found by looking at each: faster than any map, and without copying what is looked for.
struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Few<K, V> {
    fn at(&mut self, is: impl Fn(&K) -> bool, make: impl FnOnce() -> (K, V)) -> usize {
        self.0.iter().position(|(key, _)| is(key)).unwrap_or_else(|| {
            self.0.push(make());
            self.0.len() - 1
        })
    }
    fn get(&mut self, is: impl Fn(&K) -> bool, make: impl FnOnce() -> (K, V)) -> &V {
        let at = self.at(is, make);
        &self.0[at].1
    }
}

impl<'a> Once<'a> {
    pub(crate) fn new(lang: Lang, terms: &'a Terms, now: Moment) -> Self {
        let (dates, left, ended) = (Few(Vec::new()), Few(Vec::new()), Few(Vec::new()));
        Self { lang, terms, now, dates, left, ended, categories: Few(Vec::new()), bridges: Few(Vec::new()) }
    }

    /// `6 月 18 日`.
    pub(crate) fn date(&mut self, at: Moment) -> String {
        let (lang, now, day) = (self.lang, self.now, at.day());
        self.dates.get(|d| *d == day, || (day, date(lang, day, now))).clone()
    }

    /// A category's name, and the title of a matter nobody gave one.
    pub(crate) fn category(&mut self, category: Category) -> &(String, String) {
        let lang = self.lang;
        let said = || (category, (category_name(lang, category), plain_title(lang, category)));
        self.categories.get(|c| *c == category, said)
    }

    /// How it ended, or how much time is left.
    pub(crate) fn tag(&mut self, l: &Line) -> Option<Tag<'static>> {
        let (lang, terms, now) = (self.lang, self.terms, self.now);
        if let Some(how) = &l.outcome {
            return Some(self.ended.get(|h| h == how, || (how.clone(), ended_tag(lang, Some(how)))).clone());
        }
        let due = l.due_at?;
        let key = (due < now, due.day());
        self.left.get(|k| *k == key, || (key, tag(lang, terms, Some(due), false, now))).clone()
    }

    /// Which of the list's small bridges is the line's.
    pub(crate) fn bridge(&mut self, l: &Line) -> usize {
        let (lang, ended) = (self.lang, l.outcome.is_some());
        let late = !ended && l.due_at.is_some_and(|due| due < self.now);
        let drawn = || ((l.stage.clone(), ended, late), Html::of(&mini(lang, &l.stage, ended, late)));
        self.bridges.at(|(stage, e, x)| *stage == l.stage && (*e, *x) == (ended, late), drawn)
    }

    /// The small bridges the list needs.
    pub(crate) fn bridges(self) -> Vec<Html> {
        self.bridges.0.into_iter().map(|(_, drawn)| drawn).collect()
    }
}
