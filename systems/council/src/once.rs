//! What the lines of one list share, said once: twenty lines have a few days, categories and stages between them.

use crate::course::Terms;
use crate::left::{Measure, tag};
use crate::lists::Line;
use crate::rules::Category;
use crate::say::{date, ended_tag, mini};
use crate::view::{category_name, plain_title};
use lianxin_base::{Day, Lang, Moment};
use lianxin_web::components::{Html, Tag};

/// The words of one list for one reader at one moment: first each line is marked, then the marks are read.
pub(crate) struct Once<'a> {
    lang: Lang,
    terms: &'a Terms,
    now: Moment,
    dates: Few<Day, String>,
    left: Few<(Measure, Option<Moment>), Option<Tag<'static>>>,
    ended: Few<String, Tag<'static>>,
    categories: Few<Category, (String, String)>,
    bridges: Few<(String, bool, bool), Html>,
}

/// Which of the list's words are a line's.
pub(crate) struct Mark {
    date: usize,
    category: usize,
    bridge: usize,
    tag: Stamp,
}

/// What a line's tag says: nothing, how it ended, or how much time is left.
enum Stamp {
    None,
    Ended(usize),
    Left(usize),
}

/// A handful of things, found by looking at each: faster than any map, and without copying what is looked for.
struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Few<K, V> {
    const fn new() -> Self {
        Self(Vec::new())
    }
    fn at(&mut self, is: impl Fn(&K) -> bool, make: impl FnOnce() -> (K, V)) -> usize {
        self.0.iter().position(|(key, _)| is(key)).unwrap_or_else(|| {
            self.0.push(make());
            self.0.len() - 1
        })
    }
    fn get(&self, at: usize) -> &V {
        &self.0[at].1
    }
}

impl<'a> Once<'a> {
    pub(crate) fn new(lang: Lang, terms: &'a Terms, now: Moment) -> Self {
        let (dates, left, ended) = (Few::new(), Few::new(), Few::new());
        Self { lang, terms, now, dates, left, ended, categories: Few::new(), bridges: Few::new() }
    }

    /// Says what a line needs, if no line before it did; everybody may know it is about `category`.
    pub(crate) fn mark(&mut self, l: &Line, category: Category) -> Mark {
        let (lang, now, day) = (self.lang, self.now, l.reported_at.day());
        let said = || (category, (category_name(lang, category), plain_title(lang, category)));
        Mark {
            date: self.dates.at(|d| *d == day, || (day, date(lang, day, now))),
            category: self.categories.at(|c| *c == category, said),
            bridge: self.drawn(l),
            tag: self.stamp(l),
        }
    }

    fn stamp(&mut self, l: &Line) -> Stamp {
        let (lang, terms, now) = (self.lang, self.terms, self.now);
        if let Some(how) = &l.outcome {
            return Stamp::Ended(self.ended.at(|h| h == how, || (how.clone(), ended_tag(lang, Some(how)))));
        }
        let key = l.due();
        if key.1.is_none() {
            return Stamp::None;
        }
        Stamp::Left(self.left.at(|k| *k == key, || (key, tag(lang, terms, key, false, now))))
    }

    fn drawn(&mut self, l: &Line) -> usize {
        let (lang, ended) = (self.lang, l.outcome.is_some());
        let late = !ended && l.due_at.is_some_and(|due| due < self.now);
        let drawn = || ((l.stage.clone(), ended, late), Html::of(&mini(lang, &l.stage, ended, late)));
        self.bridges.at(|(stage, e, x)| *stage == l.stage && (*e, *x) == (ended, late), drawn)
    }

    /// `6 月 18 日`.
    pub(crate) fn date(&self, mark: &Mark) -> &str {
        self.dates.get(mark.date)
    }
    /// The category's name, and the title of a matter nobody gave one.
    pub(crate) fn category(&self, mark: &Mark) -> (&str, &str) {
        let (name, plain) = self.categories.get(mark.category);
        (name, plain)
    }
    /// How it ended, or how much time is left.
    pub(crate) fn tag(&self, mark: &Mark) -> Option<&Tag<'static>> {
        match mark.tag {
            Stamp::None => None,
            Stamp::Ended(at) => Some(self.ended.get(at)),
            Stamp::Left(at) => self.left.get(at).as_ref(),
        }
    }
    /// The small bridge.
    pub(crate) fn bridge(&self, mark: &Mark) -> &Html {
        self.bridges.get(mark.bridge)
    }
}
