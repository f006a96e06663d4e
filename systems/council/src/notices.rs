//! What the inbox says about matters. Words are made when a message is read; a message holds ids only.

use crate::store;
use crate::texts::t;
use lianxin_base::{Lang, MatterId, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Words};
use lianxin_store::{Fault, Read};

/// Every kind of notice this system sends.
pub fn notices() -> Vec<Notice> {
    let kind = |kind: &'static str, words: fn(Lang, &NoticeFacts) -> Words| Notice { kind, facts, words, preview };
    let brought = Notice {
        kind: crate::course::BROUGHT,
        facts: |_, message| Ok(NoticeFacts::new(message.at, "/desk")),
        words: |lang, _| (t(lang).msg_notice_brought(), t(lang).msg_notice_brought_body()),
        preview: || NoticeFacts::new(Moment::default(), "/desk"),
    };
    vec![
        kind("council.new", |lang, f| (t(lang).msg_notice_new(f.get("no")), t(lang).msg_notice_new_body())),
        kind("council.held", |lang, f| (t(lang).msg_notice_held(f.get("no")), t(lang).msg_notice_held_body())),
        kind("council.late", |lang, f| {
            (t(lang).msg_notice_late(f.get("no")), t(lang).msg_notice_late_body(f.get("holder")))
        }),
        kind("council.ask_them", |lang, f| {
            (t(lang).msg_notice_ask_them(f.get("no")), t(lang).msg_notice_ask_them_body())
        }),
        kind("council.moved", |lang, f| {
            (t(lang).msg_notice_moved(f.get("no")), t(lang).msg_notice_moved_body(f.get("holder")))
        }),
        kind("council.please_look", |lang, f| {
            (t(lang).msg_notice_please_look(f.get("no")), t(lang).msg_notice_please_look_body())
        }),
        kind("council.closed", |lang, f| (t(lang).msg_notice_closed(f.get("no")), t(lang).msg_notice_closed_body())),
        brought,
    ]
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<MatterId> = message.subject.parse().ok();
    let Some(m) = id.map(|id| store::by_id(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let holder = lianxin_register::find::org_name(r, m.holder)?.unwrap_or_default();
    let link = if message.person.is_some() { crate::pages::url(&m.no) } else { crate::pages::desk_url(&m.no) };
    Ok(NoticeFacts::new(message.at, link).with("no", m.no).with("holder", holder))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/m/1").with("no", "芙蓉里-2026-0042").with("holder", "红星物业")
}
