use super::{TIMER, store};
use crate::texts::t;
use lianxin_base::{IncidentId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// The notice of this room: somebody is still to be told.
pub(crate) fn notices() -> Vec<Notice> {
    let name = |lang, _: &str| t(lang).msg_told_of_incident();
    vec![Notice { kind: TIMER, name, facts, words, urgency: Urgency::Work, voice: |_, _| None, preview }]
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<IncidentId> = message.subject.parse().ok();
    let Some(row) = id.map(|id| store::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let facts = NoticeFacts::new(message.at, super::page::url(row.id));
    Ok(if row.standing.authority_at.is_none() { facts.with("authority", "1") } else { facts })
}

fn words(lang: Lang, f: &NoticeFacts) -> Words {
    let t = t(lang);
    let body =
        if f.get("authority").is_empty() { t.msg_notice_incident_people() } else { t.msg_notice_incident_office() };
    (t.msg_notice_incident(), body)
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/incidents/1").with("authority", "1")
}
