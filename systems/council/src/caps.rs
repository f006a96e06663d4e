//! What a seat may do in this system, in the words an administrator ticks.

use lianxin_gate::{Capability, CapabilityWords, Role};

/// See the desk.
pub const DESK: Capability = Capability("council.desk");
/// Look, dispatch, decline, transfer, publish.
pub const LOOK: Capability = Capability("council.look");
/// Record a decision.
pub const DECIDE: Capability = Capability("council.decide");
/// Say done, send a wrong dispatch back.
pub const WORK: Capability = Capability("council.work");
/// Register for somebody, enter somebody's answer.
pub const BEHALF: Capability = Capability("council.behalf");
/// Call a council, run it, post its minutes.
pub const MEET: Capability = Capability("council.meet");
/// See the figures of other organisations than one's own.
pub const FIGURES: Capability = Capability("council.figures");

/// The names the flow's TOML may use: the above, and what residents and the clock do.
pub const IN_FLOW: &[&str] = &["council.look", "council.decide", "council.work", "council.feedback", "council.clock"];

/// All of them in words.
pub fn words() -> Vec<CapabilityWords> {
    [
        (DESK, "看事项台", "See the desk of matters"),
        (LOOK, "看事项、交办、公开", "Look at matters, hand them on, publish"),
        (DECIDE, "记议定的结果", "Record decisions"),
        (WORK, "说干完了、退回", "Say done, send back"),
        (BEHALF, "替人登记、替人回话", "Register and answer for somebody"),
        (MEET, "召集议事会、写纪要", "Call councils and write their minutes"),
        (FIGURES, "看各单位办得怎么样", "See how every organisation does"),
    ]
    .into_iter()
    .map(|(cap, zh, en)| CapabilityWords { cap, zh, en })
    .collect()
}

/// What each role may do unless an office decides otherwise.
pub fn roles() -> Vec<(Role, Vec<Capability>)> {
    // Whoever may be asked to do something can say that it is done; the rules see to it that only the holder does.
    let office = vec![DESK, LOOK, DECIDE, WORK, BEHALF, MEET, FIGURES];
    vec![
        (Role::Secretary, office.clone()),
        (Role::Worker, office.clone()),
        (Role::GridWorker, office),
        (Role::CommitteeMember, vec![DESK, DECIDE, WORK, MEET]),
        (Role::CompanyManager, vec![DESK, WORK, MEET]),
        (Role::CompanyDesk, vec![DESK, WORK]),
        (Role::CompanyStaff, vec![DESK, WORK]),
        (Role::Department, vec![DESK, WORK, MEET]),
        (Role::Coordinator, vec![DESK, WORK, FIGURES]),
    ]
}
