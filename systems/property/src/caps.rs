//! What a seat may do in this system, in the words an administrator ticks.

use lianxin_gate::{Capability, CapabilityWords, Role};

/// See papers and person, make an account the voter of an owner-set.
pub const VERIFY: Capability = Capability("property.verify");
/// Call a vote, open it, call it off, have it counted.
pub const CONVENE: Capability = Capability("property.convene");
/// See the whole roll, print it, take the file of a count.
pub const ROLL: Capability = Capability("property.roll");
/// Enter papers.
pub const ENTER: Capability = Capability("property.enter");
/// Adopt a regional rule set for a street or district.
pub const ADOPT: Capability = Capability("property.adopt");

/// All of them in words.
pub fn words() -> Vec<CapabilityWords> {
    [
        (VERIFY, "核房本、认业主", "See deeds and verify owners"),
        (CONVENE, "召集业主表决、计票", "Call owners' votes and have them counted"),
        (ROLL, "看整本名册、领计票文件", "See the whole roll, take the file of a count"),
        (ENTER, "录纸票", "Enter papers"),
        (ADOPT, "采用当地的表决规则", "Adopt rules of the region"),
    ]
    .into_iter()
    .map(|(cap, zh, en)| CapabilityWords { cap, zh, en })
    .collect()
}

/// What each role may do unless an office decides otherwise. Nobody of a property company: the vote is about them.
pub fn roles() -> Vec<(Role, Vec<Capability>)> {
    let office = vec![VERIFY, CONVENE, ROLL, ENTER];
    vec![
        // The street guides and watches (物业管理条例 10): it sees the roll and may take the file of a count.
        (Role::Coordinator, vec![ADOPT, ROLL]),
        (Role::Secretary, office.clone()),
        (Role::Worker, office),
        (Role::CommitteeMember, vec![CONVENE, ROLL]),
    ]
}
