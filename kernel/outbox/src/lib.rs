//! What must reach people: the inbox. An act's apply writes a message to a person, an organisation or a role in it;
//! the message holds ids only, its words are made in the reader's language when it is shown.

mod forget;
mod inbox;
mod message;
mod notice;
mod sql;

pub use forget::{forget, forget_about};
pub use inbox::{Cursor, Desk, Inboxed, Reader, inbox, mark_seen, message, unread};
pub use message::{Message, to_org, to_person, to_role, told};
pub use notice::{Notice, NoticeFacts, Notices, Words};
pub use sql::SQL;

use lianxin_store::{Kept, Migrations};

/// This room's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "outbox",
        files: &[("0001", include_str!("../migrations/0001.sql")), ("0002", include_str!("../migrations/0002.sql"))],
    }
}

/// This room's tables that are no state.
pub fn kept() -> Vec<Kept> {
    vec![Kept { table: "outbox_seen", columns: &[], reason: "who has opened which message" }]
}
