//! What is told to whoever brought in what is part of another matter now.

use crate::notices::{called, silent};
use crate::texts::t;
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency};
use lianxin_store::{Fault, Read};

/// It goes on together with another one.
pub const MERGED: &str = "council.merged";

type Facts = fn(&mut Read<'_>, &Message) -> Result<NoticeFacts, Fault>;

/// The notice; facts and preview are those of every matter.
pub(crate) fn notices(facts: Facts, preview: fn() -> NoticeFacts) -> [Notice; 1] {
    [Notice {
        kind: MERGED,
        name: called,
        facts,
        words: |lang, f| (t(lang).msg_notice_merged(f.get("no")), t(lang).msg_notice_merged_body()),
        urgency: Urgency::Course,
        voice: silent,
        preview,
    }]
}
