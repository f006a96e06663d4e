//! What organisations are told of bulletins.

use super::store;
use crate::notices::{called, silent};
use crate::say::date;
use crate::texts::t;
use lianxin_base::{ActId, Day, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency};
use lianxin_store::{Fault, Read};

/// It names them, and they may answer.
pub const LAID: &str = "council.bulletin_laid";
/// It may hang.
pub const DUE: &str = "council.bulletin_due";
/// It hangs.
pub const HUNG: &str = "council.bulletin_hung";

/// The notices of bulletins.
pub(crate) fn notices() -> [Notice; 3] {
    let one = |kind, words| Notice { kind, name: called, facts, words, urgency: Urgency::Work, voice: silent, preview };
    [
        one(LAID, |lang, f| {
            (t(lang).msg_notice_bulletin_laid(f.get("place")), t(lang).msg_notice_bulletin_laid_body(last(lang, f)))
        }),
        one(DUE, |lang, f| (t(lang).msg_notice_bulletin_due(f.get("place")), t(lang).msg_notice_bulletin_due_body())),
        one(HUNG, |lang, f| {
            (t(lang).msg_notice_bulletin_hung(f.get("place")), t(lang).msg_notice_bulletin_hung_body())
        }),
    ]
}

/// The last day to answer, in words.
fn last(lang: Lang, f: &NoticeFacts) -> String {
    f.get("last").parse().map_or_else(|_| String::new(), |day: Day| date(lang, day, day.start()))
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(b) = id.map(|id| store::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    Ok(NoticeFacts::new(message.at, format!("/path/bulletins/{}", b.id))
        .with("place", b.area_name)
        .with("last", b.until.day().plus(-1).to_string()))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/path/bulletins").with("place", "芙蓉社区").with("last", "2026-06-24")
}
