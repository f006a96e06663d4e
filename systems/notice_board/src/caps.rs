//! What a seat may do in this system, in the words an administrator ticks.

use lianxin_gate::{Capability, CapabilityWords, Role};

/// Post on the board, correct, take down, show the proof.
pub const POST: Capability = Capability("notice_board.post");
/// Look after the board itself: its calendar, its title in a second script.
pub const KEEP: Capability = Capability("notice_board.keep");

/// All of them in words.
pub fn words() -> Vec<CapabilityWords> {
    vec![
        CapabilityWords { cap: POST, zh: "贴公示、拍照留证", en: "Post notices and show their proof" },
        CapabilityWords { cap: KEEP, zh: "管公示日历和抬头", en: "Keep the board’s calendar and its title" },
    ]
}

/// What each role may do unless an office decides otherwise. A company has to make its service and fees public (民法典 943):
/// it posts in the section of property, and touches its own sheets alone.
pub fn roles() -> Vec<(Role, Vec<Capability>)> {
    let keepers = [Role::Secretary, Role::Worker, Role::CommitteeMember].map(|role| (role, vec![POST, KEEP]));
    keepers.into_iter().chain([(Role::CompanyManager, vec![POST])]).collect()
}
