//! What a seat may do in this system, in the words an administrator ticks.

use lianxin_gate::{Capability, CapabilityWords, Role};

/// Post on the board, correct, take down, show the proof, keep the calendar.
pub const POST: Capability = Capability("notice_board.post");

/// All of them in words.
pub fn words() -> Vec<CapabilityWords> {
    vec![CapabilityWords {
        cap: POST,
        zh: "贴公示、拍照留证、管公示日历",
        en: "Post notices, show their proof, keep the calendar",
    }]
}

/// What each role may do unless an office decides otherwise.
pub fn roles() -> Vec<(Role, Vec<Capability>)> {
    [Role::Secretary, Role::Worker, Role::CommitteeMember].into_iter().map(|role| (role, vec![POST])).collect()
}
