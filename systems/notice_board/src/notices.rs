//! What whoever posts is told.

use crate::notice::pages::desk_url;
use crate::notice::store;
use crate::texts::t;
use lianxin_base::{ActId, AreaId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_register::find;
use lianxin_store::{Fault, Read};

/// Its first day has come.
pub const FIRST_DAY: &str = "notice_board.first_day";
/// Its last day has come.
pub const LAST_DAY: &str = "notice_board.last_day";
/// Something that must be posted was not.
pub const OVERDUE: &str = "notice_board.overdue";

/// Every message of this system.
pub fn notices() -> Vec<Notice> {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let of_notice: [(&'static str, Make); 2] = [
        (FIRST_DAY, |lang, f| (t(lang).msg_told_first(f.get("title")), t(lang).msg_told_first_body(f.get("place")))),
        (LAST_DAY, |lang, f| (t(lang).msg_told_last(f.get("title")), t(lang).msg_told_last_body(f.get("place")))),
    ];
    let preview =
        || NoticeFacts::new(Moment::default(), "/posting").with("place", "芙蓉里").with("title", "维修资金使用公示");
    let one = |(kind, words)| Notice {
        kind,
        name: called,
        facts,
        words,
        urgency: Urgency::Work,
        voice: |_, _| None,
        preview,
    };
    let overdue = Notice {
        kind: OVERDUE,
        name: called,
        facts: overdue_facts,
        words: |lang, f| (t(lang).msg_told_overdue(f.get("place")), t(lang).msg_told_overdue_body()),
        urgency: Urgency::Work,
        voice: |_, _| None,
        preview,
    };
    of_notice.into_iter().map(one).chain([overdue]).collect()
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(n) = id.map(|id| store::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    Ok(NoticeFacts::new(message.at, desk_url(n.id)).with("place", n.area_name).with("title", n.title))
}

fn overdue_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let area: Option<AreaId> = message.subject.parse().ok();
    let place = area.map(|area| find::area_name(r, area)).transpose()?.flatten();
    Ok(NoticeFacts::new(message.at, "/posting/due").with("place", place.unwrap_or_default()))
}

/// What people call a kind of message.
fn called(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        FIRST_DAY => t.msg_told_of_first(),
        LAST_DAY => t.msg_told_of_last(),
        OVERDUE => t.msg_told_of_overdue(),
        _ => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use lianxin_outbox::Notices;

    #[test]
    fn every_message_has_its_words_in_both_languages() {
        let all = Notices::new(super::notices()).expect("no kind stands twice");
        assert_eq!(all.faults(), Vec::<String>::new());
    }
}
