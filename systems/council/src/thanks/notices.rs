//! Who did it hears that somebody said thank you.

use crate::texts::t;
use lianxin_outbox::{Notice, Urgency};

/// A resident thanks them.
pub(crate) const THANKED: &str = "council.thanked";

/// The one notice of thanks.
pub(crate) fn notices() -> [Notice; 1] {
    [Notice {
        kind: THANKED,
        name: crate::notices::called,
        facts: crate::notices::facts,
        words: |lang, f| (t(lang).msg_thanks_told(f.get("no")), t(lang).msg_thanks_told_body()),
        urgency: Urgency::Course,
        voice: crate::notices::silent,
        preview: crate::notices::preview,
    }]
}
