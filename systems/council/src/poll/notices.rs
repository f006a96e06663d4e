//! What is told of polls: who brought the matter in and who joined it hear that something is asked and that it is counted; who
//! asked hears that it is counted.

use crate::texts::t;
use lianxin_base::{Lang, MatterId};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// Something is asked.
pub(crate) const ASKED: &str = "council.poll_asked";
/// It is counted: to who asked.
pub(crate) const DONE: &str = "council.poll_done";
/// It is counted: to whom it was asked.
pub(crate) const TOLD: &str = "council.poll_told";

/// The notices of polls. It binds nobody, so nobody is rung up for one.
pub(crate) fn notices() -> [Notice; 3] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Urgency, Make); 3] = [
        (ASKED, Urgency::Course, |lang, f| {
            (t(lang).msg_poll_told_asked(f.get("no")), t(lang).msg_poll_told_asked_body())
        }),
        (DONE, Urgency::Work, |lang, f| (t(lang).msg_poll_told_done(f.get("no")), t(lang).msg_poll_told_done_body())),
        (TOLD, Urgency::Course, |lang, f| {
            (t(lang).msg_poll_told_counted(f.get("no")), t(lang).msg_poll_told_counted_body())
        }),
    ];
    all.map(|(kind, urgency, words)| Notice {
        kind,
        name: crate::notices::called,
        facts,
        words,
        urgency,
        voice: crate::notices::silent,
        preview: crate::notices::preview,
    })
}

/// As of every matter; a seat is led to where what was chosen stands.
fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<MatterId> = message.subject.parse().ok();
    let found = id.filter(|_| message.org.is_some()).map(|id| crate::store::by_id(r, id)).transpose()?.flatten();
    match found {
        Some(m) => Ok(NoticeFacts::new(message.at, super::desk::here(&m.no)).with("no", m.no)),
        None => crate::notices::facts(r, message),
    }
}
