//! A list that anybody may follow, as an Atom feed (RFC 4287).

use crate::Visit;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Lang, Moment};

const ATOM: &str = "application/atom+xml; charset=utf-8";

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its title.
    pub title: String,
    /// Its own address, from the host on.
    pub own: String,
    /// The page it follows.
    pub page: String,
    /// What is in it, newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Its title.
    pub title: String,
    /// Its page, from the host on; also what it is known by.
    pub url: String,
    /// When it first came, where that is another time than its last change.
    pub published: Option<Moment>,
    /// When it last changed.
    pub updated: Moment,
    /// What kind it is: for programs, and in words.
    pub category: (&'static str, String),
    /// What stands about it, in a line.
    pub summary: String,
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct View<'a> {
    t: &'static L10nLanguage,
    lang: Lang,
    feed: &'a Feed,
    updated: Moment,
}

impl Feed {
    /// The feed as an answer.
    pub fn answer(&self, visit: &Visit) -> Response {
        // What is empty has not moved yet.
        let updated = self.entries.iter().map(|e| e.updated).max().unwrap_or(Moment::from_micros(0));
        let text = View { t: t(visit.lang), lang: visit.lang, feed: self, updated }.render().unwrap_or_default();
        ([(CONTENT_TYPE, HeaderValue::from_static(ATOM))], text).into_response()
    }
}
