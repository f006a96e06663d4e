//! A matter as a card: what it is, how far it has come, who has it.

use askama::Template;
use lianxin_base::Lang;

use super::{Bridge, Meta, Text};
use crate::{icons::Icon, texts::t};

/// What a tag is about; the words say it too, colour is never the only sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Due soon.
    Due,
    /// Overdue.
    Late,
    /// Closed, and the residents say so.
    Ok,
}

/// A few words in a rounded field.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tag.html")]
pub struct Tag<'a> {
    /// What it is about.
    pub tone: Tone,
    /// The words: 8 月 12 日（周三）前.
    pub text: Text<'a>,
}

impl<'a> Tag<'a> {
    /// A tag in one line.
    pub fn new(tone: Tone, text: impl Into<Text<'a>>) -> Self {
        Self { tone, text: text.into() }
    }

    fn class(&self) -> &'static str {
        match self.tone {
            Tone::Plain => "tag",
            Tone::Due => "tag tag-due num",
            Tone::Late => "tag tag-late num",
            Tone::Ok => "tag tag-ok num",
        }
    }
}

/// A number to call.
#[derive(Clone, Debug)]
pub struct Phone<'a> {
    /// The number, as it is dialled.
    pub number: Text<'a>,
    /// Who answers, for the words 打电话给….
    pub who: Text<'a>,
}

/// Who has it now, what for, and the telephone.
#[derive(Clone, Debug, Template)]
#[template(path = "components/holder.html")]
pub struct Holder<'a> {
    /// Language of the hidden words.
    pub lang: Lang,
    /// The character in the square, usually the first of the name.
    pub initial: char,
    /// First line: 红星物业 维修班正在办.
    pub title: Text<'a>,
    /// Second line: what it waits for, until when.
    pub line: Meta<'a>,
    /// The duty telephone.
    pub phone: Option<Phone<'a>>,
    /// The one that answers at other hours, with the words for it.
    pub beside: Option<Phone<'a>>,
}

impl<'a> Holder<'a> {
    /// Who has it; the square shows the first character.
    pub fn new(lang: Lang, title: impl Into<Text<'a>>, line: Meta<'a>) -> Self {
        let title = title.into();
        Self { lang, initial: title.chars().next().unwrap_or(' '), title, line, phone: None, beside: None }
    }

    /// With a telephone.
    #[must_use]
    pub fn phone(mut self, number: impl Into<Text<'a>>, who: impl Into<Text<'a>>) -> Self {
        self.phone = Some(Phone { number: number.into(), who: who.into() });
        self
    }

    /// With another that answers at other hours: 下班和节假日打 0475-8100001.
    #[must_use]
    pub fn beside(mut self, number: impl Into<Text<'a>>, says: impl Into<Text<'a>>) -> Self {
        self.beside = Some(Phone { number: number.into(), who: says.into() });
        self
    }

    fn call(&self, phone: &Phone<'_>) -> String {
        t(self.lang).msg_call(&phone.who)
    }
}

/// One matter on a page of cards.
#[derive(Clone, Debug, Template)]
#[template(path = "components/matter_card.html")]
pub struct MatterCard<'a> {
    /// The element's id, by which the stream names it.
    pub id: Text<'a>,
    /// The page of the matter; without one the title is no link.
    pub url: Option<Text<'a>>,
    /// What it is about.
    pub title: Text<'a>,
    /// Level of the heading: 3 below a section's heading, 2 right below the page's.
    pub level: u8,
    /// Date, category, number.
    pub meta: Meta<'a>,
    /// When it is due, or that it is late or closed.
    pub tag: Option<Tag<'a>>,
    /// How far it has come.
    pub bridge: Option<Bridge<'a>>,
    /// Who has it.
    pub holder: Option<Holder<'a>>,
    /// Where this card alone is fetched when it moved (asked with `X-Fragment: <id>`).
    pub src: Option<Text<'a>>,
}

impl<'a> MatterCard<'a> {
    /// A card with a title; the rest is added.
    pub fn new(id: impl Into<Text<'a>>, title: impl Into<Text<'a>>) -> Self {
        Self {
            id: id.into(),
            url: None,
            title: title.into(),
            level: 3,
            meta: Meta::default(),
            tag: None,
            bridge: None,
            holder: None,
            src: None,
        }
    }
}
