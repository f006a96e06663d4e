use super::{acts::NOTICE, store, url};
use crate::texts::t;
use lianxin_base::{HandoverId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_register::find;
use lianxin_store::{Fault, Read};

/// The notices of this system: a seat is being handed over, or has been.
pub(crate) fn notices() -> Vec<Notice> {
    let name = |lang, _: &str| t(lang).msg_told_of_handover();
    vec![Notice { kind: NOTICE, name, facts, words, urgency: Urgency::Work, voice: |_, _| None, preview }]
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<HandoverId> = message.subject.parse().ok();
    let Some(h) = id.map(|id| store::handover(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let title = find::seat(r, h.seat)?.map_or_else(String::new, |s| s.title);
    let done = h.accepted_at.is_some_and(|at| at <= message.at);
    let facts = NoticeFacts::new(message.at, url(h.id)).with("title", title);
    Ok(if done { facts.with("done", "1") } else { facts })
}

fn words(lang: Lang, f: &NoticeFacts) -> Words {
    let (t, title) = (t(lang), f.get("title"));
    if f.get("done").is_empty() {
        (t.msg_notice_handover(title), t.msg_notice_handover_body())
    } else {
        (t.msg_notice_handed(title), t.msg_notice_handed_body())
    }
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/handovers/1").with("title", "社区工作者")
}
