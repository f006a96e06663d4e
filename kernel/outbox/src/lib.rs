//! What must reach people: the inbox, and who goes and tells those who cannot read it. An act's apply writes a message
//! to a person, an organisation or a role in it; the message holds ids only, its words are made in the reader's
//! language when it is shown.

mod address;
mod call;
mod calm;
mod errand;
mod forget;
mod hook;
mod how;
mod inbox;
mod mail;
mod message;
mod notice;
mod post;
mod public;
mod reach;
mod refusal;
mod sql;
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
mod wish;

pub use address::{Address, Mailbox, address, mail_of};
pub use call::{Caller, Secrets};
pub use calm::{QuietHours, quiet, quiet_hours};
pub use errand::{Errand, HOW_FIELD, Outcome, Telling, errands, telling};
pub use forget::{forget, forget_about, forget_before, forget_text};
pub use hook::{HOOK_MAX, Hook, hook, hook_of};
pub use how::{How, NoHow};
pub use inbox::{Cursor, Desk, Inboxed, Reader, inbox, mark_seen, message, unread};
pub use mail::Mailer;
pub use message::{
    Message, to_each, to_org, to_person, to_person_in, to_role, to_source, to_source_in, told, told_about,
};
pub use notice::{Notice, NoticeFacts, Notices, Voice, Words};
pub use post::{Courier, Delivery, Letter, Posted, Unsent, Way, deliveries, is_due, send_due};
pub use reach::{Channel, Pace, Quiet, To, Urgency, reach};
pub use refusal::Refusal;
pub use sql::SQL;
pub use wish::{Wish, wish, wish_of};

use lianxin_journal::Kind;
use lianxin_store::{Kept, Migrations};

/// This room's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "outbox",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0002", include_str!("../migrations/0002.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0004", include_str!("../migrations/0004.sql")),
            ("0005", include_str!("../migrations/0005.sql")),
        ],
    }
}

/// The acts of this room.
pub fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Wish>(), Kind::of::<Telling>(), Kind::of::<QuietHours>(), Kind::of::<Address>(), Kind::of::<Hook>()]
}

/// This room's tables that are no state.
pub fn kept() -> Vec<Kept> {
    vec![
        Kept { table: "outbox_seen", columns: &[], reason: "who has opened which message" },
        Kept { table: "outbox_delivery", columns: &[], reason: "how far each letter is on its way" },
    ]
}
