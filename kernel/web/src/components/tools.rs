//! What stands round a list: the way back, tabs, filters, pages.

use askama::Template;
use lianxin_base::Lang;

use super::{Choice, Text};
use crate::{icons::Icon, texts::t};

/// The way back at the head of a page.
#[derive(Clone, Debug, Template)]
#[template(path = "components/back.html")]
pub struct Back<'a> {
    /// Where it leads.
    pub url: Text<'a>,
    /// What is there.
    pub label: Text<'a>,
}

impl<'a> Back<'a> {
    /// The way back to a page by its name.
    pub fn new(url: impl Into<Text<'a>>, label: impl Into<Text<'a>>) -> Self {
        Self { url: url.into(), label: label.into() }
    }
}

/// One tab.
#[derive(Clone, Debug)]
pub struct TabItem<'a> {
    /// Where it leads.
    pub url: Text<'a>,
    /// Its name.
    pub label: Text<'a>,
    /// How many are there.
    pub count: Option<u64>,
    /// This is the one that is open.
    pub current: bool,
}

/// A row of tabs; each is a page of its own.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs<'a> {
    /// What they sort by, for screen readers.
    pub label: Text<'a>,
    /// The tabs in order.
    pub items: Vec<TabItem<'a>>,
}

/// The field one types into.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    /// Name in the address.
    pub name: Text<'a>,
    /// What one may type: 编号、事项、地点.
    pub example: Text<'a>,
    /// What was typed.
    pub value: Text<'a>,
}

/// One of many.
#[derive(Clone, Debug)]
pub struct Pick<'a> {
    /// Name in the address.
    pub name: Text<'a>,
    /// What it sorts by, for screen readers.
    pub label: Text<'a>,
    /// What there is to pick; the first is usually 全部 with an empty value.
    pub items: Vec<Choice<'a>>,
    /// What is picked.
    pub value: Text<'a>,
}

/// Yes or no.
#[derive(Clone, Debug)]
pub struct Tick<'a> {
    /// Name in the address; ticked it sends 1.
    pub name: Text<'a>,
    /// What it says.
    pub label: Text<'a>,
    /// It is ticked.
    pub on: bool,
}

/// The filters of a list, sent with GET so that a filtered list has an address.
#[derive(Clone, Debug, Template)]
#[template(path = "components/filters.html")]
pub struct Filters<'a> {
    /// Language of the small words.
    pub lang: Lang,
    /// The address of the list.
    pub action: Text<'a>,
    /// The field one types into.
    pub search: Option<Search<'a>>,
    /// Drop-downs.
    pub picks: Vec<Pick<'a>>,
    /// Ticks.
    pub ticks: Vec<Tick<'a>>,
    /// What else the address keeps (the open tab): name and value.
    pub kept: Vec<(Text<'a>, Text<'a>)>,
}

impl Filters<'_> {
    fn find(&self) -> String {
        t(self.lang).msg_filter_search()
    }

    fn go(&self) -> String {
        t(self.lang).msg_filter_go()
    }
}

/// Which part of a long list this is, and the ways to its neighbours.
#[derive(Clone, Debug, Template)]
#[template(path = "components/pager.html")]
pub struct Pager<'a> {
    /// Language of its words.
    pub lang: Lang,
    /// The first shown, counted from 1.
    pub from: u64,
    /// The last shown.
    pub to: u64,
    /// How many there are.
    pub total: u64,
    /// The page before.
    pub prev: Option<Text<'a>>,
    /// The page after.
    pub next: Option<Text<'a>>,
}

impl Pager<'_> {
    fn says(&self) -> String {
        let t = t(self.lang);
        if self.total == 0 { t.msg_pager_none() } else { t.msg_pager(self.from, self.to, self.total) }
    }

    fn words(&self) -> [String; 3] {
        let t = t(self.lang);
        [t.msg_pager_menu(), t.msg_pager_prev(), t.msg_pager_next()]
    }
}
