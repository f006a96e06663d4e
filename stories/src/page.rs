use crate::form::{Form, forms, next, unescape};
use axum::http::HeaderMap;

/// A page as it came.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where it was found, after all forwarding.
    pub url: String,
    /// The headers.
    pub headers: HeaderMap,
    /// As it was sent.
    pub html: String,
}

impl Page {
    /// A header; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }

    /// What can be read on it: no tags, one blank between words.
    pub fn text(&self) -> String {
        let html = self.html.split_once("<body").map_or(self.html.as_str(), |(_, body)| body);
        let mut out = String::new();
        let mut at = html.find('>').filter(|_| self.html.contains("<body")).map_or(0, |n| n + 1);
        while let Some(tag) = next(html, at) {
            out.push_str(&html[at..tag.start]);
            out.push(' ');
            at = tag.end;
        }
        out.push_str(&html[at..]);
        unescape(&out).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether these words can be read on it.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Whether all these words can be read on it, one after the other.
    pub fn says_in_order(&self, words: &[&str]) -> bool {
        let text = self.text();
        let mut rest = text.as_str();
        words.iter().all(|word| {
            let found = rest.split_once(word);
            rest = found.map_or("", |(_, after)| after);
            found.is_some()
        })
    }

    /// The form that goes to this address.
    pub fn form(&self, action: &str) -> Option<Form> {
        forms(&self.html).into_iter().find(|f| f.action == action)
    }

    /// Every form.
    pub fn forms(&self) -> Vec<Form> {
        forms(&self.html)
    }

    /// The token of any form on it.
    pub fn token(&self) -> Option<String> {
        self.forms().iter().find_map(|f| f.answer("token").map(Into::into))
    }

    /// What stands between two pieces of the page as it was sent.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let (_, rest) = self.html.split_once(before)?;
        rest.split_once(after).map(|(found, _)| unescape(found))
    }

    /// The links on it: address and words.
    pub fn links(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(tag) = next(&self.html, at) {
            at = tag.end;
            if tag.name == "a" {
                let end = self.html[at..].find("</a>").map_or(self.html.len(), |n| at + n);
                let words = Page { html: self.html[at..end].to_owned(), ..Page::default() }.text();
                all.extend(tag.value("href").map(|href| (href, words)));
            }
        }
        all
    }

    /// The JSON a program got.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.html).unwrap_or_default()
    }
}
