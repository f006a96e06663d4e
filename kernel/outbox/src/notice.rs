//! The words of messages, given by systems and made when a message is shown.

use crate::{Message, Urgency};
use lianxin_base::{Lang, Moment};
use lianxin_store::{Fault, Read};
use std::collections::BTreeMap;

/// What a notice says: a line and a few sentences.
pub type Words = (String, String);

/// What a worker says on the telephone, at the door or on paper; `None` where nothing is left to say.
pub type Voice = fn(Lang, &NoticeFacts) -> Option<String>;

/// A kind of notice, as a system's manifest gives it.
#[derive(Clone, Copy)]
pub struct Notice {
    /// `system.what`, as messages carry it.
    pub kind: &'static str,
    /// What people call this kind; it is handed the kind, so that one function may answer for a whole system.
    pub name: fn(Lang, &str) -> String,
    /// Looks up what the words need about a message's subject; what has been erased is left out.
    pub facts: fn(&mut Read<'_>, &Message) -> Result<NoticeFacts, Fault>,
    /// Title and body in a language.
    pub words: fn(Lang, &NoticeFacts) -> Words,
    /// How much it presses: with the wishes of whom it is for it decides the ways it goes out.
    pub urgency: Urgency,
    /// How it is said to somebody who cannot read it. Needed where [`Urgency::is_spoken`].
    pub voice: Voice,
    /// An example, for the page that shows every notice and for its snapshot.
    pub preview: fn() -> NoticeFacts,
}

/// What the words of a notice are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeFacts {
    /// When the message was written.
    pub at: Moment,
    /// The page it leads to, a path; empty if there is none.
    pub link: String,
    /// From when on there is no use in telling anybody by voice: what it asks them to is over.
    pub over: Option<Moment>,
    values: BTreeMap<&'static str, String>,
}

impl NoticeFacts {
    /// Facts of a message from `at` that leads to `link`.
    pub fn new(at: Moment, link: impl Into<String>) -> Self {
        Self { at, link: link.into(), over: None, values: BTreeMap::new() }
    }
    /// Nobody is sent to say it from this moment on.
    #[must_use]
    pub const fn over(mut self, at: Moment) -> Self {
        self.over = Some(at);
        self
    }
    /// One more: a number, a name, a place, a date ready to be read.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.values.insert(key, value.into());
        self
    }
    /// A fact; the empty word if it is not known.
    pub fn get(&self, key: &str) -> &str {
        self.values.get(key).map_or("", String::as_str)
    }
}

/// All kinds of notices of all systems.
#[derive(Clone, Default)]
pub struct Notices(BTreeMap<&'static str, Notice>);

impl Notices {
    /// Gathers them. Errors: two systems claim one kind.
    pub fn new(all: impl IntoIterator<Item = Notice>) -> Result<Self, Fault> {
        let mut map = BTreeMap::new();
        for notice in all {
            if map.insert(notice.kind, notice).is_some() {
                return Err(Fault::bug(format!("two notices are called {}", notice.kind)));
            }
        }
        Ok(Self(map))
    }

    /// The notice of a kind.
    pub fn find(&self, kind: &str) -> Option<&Notice> {
        self.0.get(kind)
    }

    /// All of them, by kind.
    pub fn all(&self) -> impl Iterator<Item = &Notice> {
        self.0.values()
    }

    /// What a worker says for a message, with its facts; `None` if nothing is left to say.
    pub fn say(&self, r: &mut Read<'_>, lang: Lang, message: &Message) -> Result<Option<(String, NoticeFacts)>, Fault> {
        let Some(notice) = self.find(&message.kind) else { return Ok(None) };
        let facts = (notice.facts)(r, message)?;
        Ok((notice.voice)(lang, &facts).map(|words| (words, facts)))
    }

    /// Title, body and link of a message; `None` if no system of this program knows its kind.
    pub fn tell(&self, r: &mut Read<'_>, lang: Lang, message: &Message) -> Result<Option<(Words, String)>, Fault> {
        let Some(notice) = self.find(&message.kind) else { return Ok(None) };
        let facts = (notice.facts)(r, message)?;
        Ok(Some(((notice.words)(lang, &facts), facts.link)))
    }

    /// Every notice with its example in every language: for the page of previews and for snapshots.
    pub fn previews(&self) -> Vec<(&'static str, Lang, Words)> {
        let example = |n: &Notice, lang| (n.kind, lang, (n.words)(lang, &(n.preview)()));
        self.0.values().flat_map(|n| Lang::ALL.map(|lang| example(n, lang))).collect()
    }

    /// What is wrong with the previews, one line a fault: an empty name, title or body, or one that is the same in both
    /// languages. For a test of each system and of the app.
    pub fn faults(&self) -> Vec<String> {
        let mut out = Vec::new();
        for notice in self.0.values() {
            let said = Lang::ALL.map(|lang| (notice.voice)(lang, &(notice.preview)()));
            if notice.urgency.is_spoken() && (said.iter().any(Option::is_none) || said[0] == said[1]) {
                out.push(format!("{}: a language has no words to be spoken", notice.kind));
            }
            let [zh, en] = Lang::ALL.map(|lang| (notice.words)(lang, &(notice.preview)()));
            let [called, named] = Lang::ALL.map(|lang| (notice.name)(lang, notice.kind));
            for (part, zh, en) in [("name", called, named), ("title", zh.0, en.0), ("body", zh.1, en.1)] {
                if zh.trim().is_empty() || en.trim().is_empty() {
                    out.push(format!("{}: a language has no {part}", notice.kind));
                } else if zh == en {
                    out.push(format!("{}: the {part} is the same in both languages", notice.kind));
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(kind: &'static str, words: fn(Lang, &NoticeFacts) -> Words) -> Notice {
        let preview = || NoticeFacts::new(Moment::default(), "/m/1").with("no", "芙蓉里-2026-0001");
        let (urgency, voice): (_, Voice) = (Urgency::Course, |_, _| None);
        Notice { kind, name, facts: |_, m| Ok(NoticeFacts::new(m.at, "")), words, urgency, voice, preview }
    }

    fn name(lang: Lang, _: &str) -> String {
        if lang == Lang::Zh { "有了回复".into() } else { "Answered".into() }
    }

    fn good(lang: Lang, f: &NoticeFacts) -> Words {
        match lang {
            Lang::Zh => ("有回复".into(), format!("{} 有回复", f.get("no"))),
            Lang::En => ("An answer".into(), format!("{} was answered", f.get("no"))),
        }
    }

    fn half(lang: Lang, f: &NoticeFacts) -> Words {
        match lang {
            Lang::Zh => ("有回复".into(), f.get("nothing").into()),
            Lang::En => ("有回复".into(), "It was answered".into()),
        }
    }

    #[test]
    fn every_notice_is_shown_in_both_languages_and_a_faulty_one_is_named() {
        let all = Notices::new([notice("a.good", good), notice("b.half", half)]).expect("two kinds");
        assert_eq!(all.previews().len(), 4);
        assert_eq!(all.previews()[0], ("a.good", Lang::Zh, ("有回复".into(), "芙蓉里-2026-0001 有回复".into())));
        assert_eq!(all.faults(), ["b.half: the title is the same in both languages", "b.half: a language has no body"]);
        assert!(Notices::new([notice("a.good", good), notice("a.good", good)]).is_err());
        assert!(all.find("c.none").is_none());
        let mute = Notice { urgency: Urgency::Answer, ..notice("a.good", good) };
        let all = Notices::new([mute]).expect("one kind");
        assert_eq!(all.faults(), ["a.good: a language has no words to be spoken"]);
        let nameless = Notice { name: |_, _| String::new(), ..notice("a.good", good) };
        assert_eq!(Notices::new([nameless]).expect("one kind").faults(), ["a.good: a language has no name"]);
    }
}
