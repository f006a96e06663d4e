//! What is told to whoever tapped.

use super::pages::place;
use super::rules::ended;
use super::store;
use crate::notices::{called, silent};
use crate::texts::t;
use lianxin_base::{ActId, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency};
use lianxin_store::{Fault, Read};

/// Another time is expected.
pub const NEWS: &str = "council.banner_news";
/// It is over.
pub const OVER: &str = "council.banner_over";

/// The hour that was expected is over.
pub const DUE: &str = "council.banner_due";

/// The notices of banners.
pub(crate) fn notices() -> [Notice; 3] {
    let news = Notice {
        kind: NEWS,
        name: called,
        facts,
        words: |lang, f| (t(lang).msg_notice_banner_news(f.get("place")), t(lang).msg_notice_banner_news_body()),
        urgency: Urgency::Course,
        voice: silent,
        preview,
    };
    let over = Notice {
        kind: OVER,
        name: called,
        facts,
        words: |lang, f| {
            (t(lang).msg_notice_banner_over(f.get("place")), t(lang).msg_notice_banner_over_body(f.get("words")))
        },
        urgency: Urgency::Course,
        voice: silent,
        preview,
    };
    let due = Notice {
        kind: DUE,
        name: called,
        facts,
        words: |lang, f| (t(lang).msg_notice_banner_due(f.get("place")), t(lang).msg_notice_banner_due_body()),
        urgency: Urgency::Work,
        voice: silent,
        preview,
    };
    [news, over, due]
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(b) = id.map(|id| store::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    // Whoever hung it goes where it is changed.
    let link = if message.org.is_some() { "/happening".to_owned() } else { format!("/happening/{}", b.id) };
    Ok(NoticeFacts::new(message.at, link)
        .with("place", place(&b))
        .with("words", ended(b.words.as_deref().unwrap_or_default())))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/board").with("place", "芙蓉里 3 号楼").with("words", "换了阀门。")
}
