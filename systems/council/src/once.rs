//! What the lines of one list share, said once: twenty lines have a few days, categories and stages between them.

use crate::course::Terms;
use crate::lists::Line;
use crate::rules::Category;
use crate::say::{date, ended_tag, mini, tag};
use crate::view::{category_name, plain_title};
use lianxin_base::{Day, Lang, Moment};
use lianxin_web::components::{MiniBridge, Tag};
use std::collections::BTreeMap;

/// The words of one list for one reader at one moment.
pub(crate) struct Once<'a> {
    lang: Lang,
    terms: &'a Terms,
    now: Moment,
    dates: BTreeMap<Day, String>,
    left: BTreeMap<(bool, Day), Option<Tag<'static>>>,
    ended: BTreeMap<Option<String>, Tag<'static>>,
    categories: BTreeMap<Category, (String, String)>,
    bridges: BTreeMap<(String, bool, bool), MiniBridge<'static>>,
}

impl<'a> Once<'a> {
    pub(crate) fn new(lang: Lang, terms: &'a Terms, now: Moment) -> Self {
        let (dates, left, ended) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { lang, terms, now, dates, left, ended, categories: BTreeMap::new(), bridges: BTreeMap::new() }
    }

    /// `6 月 18 日`.
    pub(crate) fn date(&mut self, at: Moment) -> String {
        let (lang, now) = (self.lang, self.now);
        self.dates.entry(at.day()).or_insert_with_key(|day| date(lang, *day, now)).clone()
    }

    /// A category's name, and the title of a matter nobody gave one.
    pub(crate) fn category(&mut self, category: Category) -> &(String, String) {
        let lang = self.lang;
        self.categories.entry(category).or_insert_with(|| (category_name(lang, category), plain_title(lang, category)))
    }

    /// How it ended, or how much time is left.
    pub(crate) fn tag(&mut self, l: &Line) -> Option<Tag<'static>> {
        let (lang, terms, now) = (self.lang, self.terms, self.now);
        if l.outcome.is_some() {
            let said = |how: &Option<String>| ended_tag(lang, how.as_deref());
            return Some(self.ended.entry(l.outcome.clone()).or_insert_with_key(said).clone());
        }
        let due = l.due_at?;
        self.left.entry((due < now, due.day())).or_insert_with(|| tag(lang, terms, Some(due), false, now)).clone()
    }

    /// The small bridge.
    pub(crate) fn bridge(&mut self, l: &Line) -> MiniBridge<'static> {
        let (lang, ended) = (self.lang, l.outcome.is_some());
        let late = !ended && l.due_at.is_some_and(|due| due < self.now);
        let drawn = |(stage, ended, late): &(String, bool, bool)| mini(lang, stage, *ended, *late);
        self.bridges.entry((l.stage.clone(), ended, late)).or_insert_with_key(drawn).clone()
    }
}
