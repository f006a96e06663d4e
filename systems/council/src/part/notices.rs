//! What is told of parts: who is given one, and whoever has the whole.

use super::store::one;
use crate::texts::t;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// A part of the work is theirs.
pub(crate) const GIVEN: &str = "council.part_given";
/// A part came back.
pub(crate) const RETURNED: &str = "council.part_returned";
/// A part is done.
pub(crate) const DONE: &str = "council.part_done";
/// A part was called off.
pub(crate) const OFF: &str = "council.part_off";

/// Its day has come.
pub(crate) const DUE: &str = "council.part_due";

/// The notices of parts.
pub(crate) fn notices() -> [Notice; 5] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Make); 5] = [
        (GIVEN, |lang, f| {
            (t(lang).msg_part_told(f.get("no")), t(lang).msg_part_told_body(f.get("from"), f.get("day")))
        }),
        (RETURNED, |lang, f| {
            (t(lang).msg_part_told_back(f.get("no"), f.get("who")), t(lang).msg_part_told_back_body())
        }),
        (DONE, |lang, f| (t(lang).msg_part_told_done(f.get("no"), f.get("who")), t(lang).msg_part_told_done_body())),
        (DUE, |lang, f| (t(lang).msg_part_told_due(f.get("no")), t(lang).msg_part_told_due_body(f.get("from")))),
        (OFF, |lang, f| (t(lang).msg_part_told_off(f.get("no")), t(lang).msg_part_told_off_body())),
    ];
    all.map(|(kind, words)| Notice {
        kind,
        name: crate::notices::called,
        facts,
        words,
        urgency: Urgency::Work,
        voice: crate::notices::silent,
        preview,
    })
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(part) = id.map(|id| one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let no = crate::store::by_id(r, part.matter)?.map(|m| m.no).unwrap_or_default();
    let from = lianxin_register::find::org_name(r, part.by_org)?.unwrap_or_default();
    let facts = NoticeFacts::new(message.at, super::pages::url(part.act));
    Ok(facts.with("no", no).with("from", from).with("who", part.org_name).with("day", part.due_at.day().to_string()))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/parts/1")
        .with("no", "芙蓉里-2026-0042")
        .with("from", "红星物业")
        .with("who", "演示区城管大队")
        .with("day", "2026-06-26")
}
