//! What is told to whoever joined.

use crate::texts::t;
use lianxin_base::Lang;
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// It is done: please look.
pub const LOOK: &str = "council.join_look";
/// It is closed.
pub const CLOSED: &str = "council.join_closed";

type Facts = fn(&mut Read<'_>, &Message) -> Result<NoticeFacts, Fault>;

/// The notices of joining; facts and preview are those of every matter.
pub(crate) fn notices(facts: Facts, preview: fn() -> NoticeFacts) -> [Notice; 2] {
    let look = Notice {
        kind: LOOK,
        name: crate::notices::called,
        facts,
        words: |lang, f| -> Words { (t(lang).msg_notice_join_look(f.get("no")), t(lang).msg_notice_join_look_body()) },
        urgency: Urgency::Answer,
        voice: voice_look,
        preview,
    };
    let closed = Notice {
        kind: CLOSED,
        name: crate::notices::called,
        facts,
        words: |lang, f| -> Words {
            (t(lang).msg_notice_join_closed(f.get("no")), t(lang).msg_notice_join_closed_body())
        },
        urgency: Urgency::Ending,
        voice: voice_closed,
        preview,
    };
    [look, closed]
}

/// Said as long as nobody has answered.
fn voice_look(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (f.get("asked") == "1").then(|| t(lang).msg_voice_join_look(f.get("no"), f.get("who")))
}

/// Said once it is over, however it ended.
fn voice_closed(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (!f.get("ended").is_empty()).then(|| t(lang).msg_voice_join_closed(f.get("no")))
}
