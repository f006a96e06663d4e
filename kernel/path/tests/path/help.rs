//! What the tests share: the sample flow and a few organisations.

use lianxin_base::{OrgId, WayId};
use lianxin_path::Flow;

pub(crate) const MATTER: &str = include_str!("../flows/matter.toml");
pub(crate) const MOVES: &[&str] = &[
    "dispatch",
    "direct_dispatch",
    "decision",
    "resolution",
    "completion",
    "return",
    "transfer",
    "extension",
    "pause",
    "resume",
    "confirmation",
    "lapse",
    "objection",
    "decline",
];
pub(crate) const CAPABILITIES: &[&str] = &["dispatch", "decide", "work", "report", "clock"];
pub(crate) const NEEDS: &[&str] = &["note", "executor", "deadline", "photo"];

pub(crate) fn matter() -> Flow {
    Flow::read(MATTER).expect("the sample reads")
}
pub(crate) const fn org(n: u8) -> OrgId {
    OrgId::from_bytes([n; 16])
}
pub(crate) const fn way_id(n: u8) -> WayId {
    WayId::from_bytes([n; 16])
}
/// Community, council, owners' committee and the company that does the work; residents answer to the community.
pub(crate) fn everyone(party: &str) -> Option<OrgId> {
    match party {
        "community" | "resident" => Some(org(1)),
        "council" => Some(org(2)),
        "committee" => Some(org(3)),
        "executor" => Some(org(4)),
        _ => None,
    }
}
pub(crate) fn facts(names: &[&str]) -> lianxin_path::Facts {
    names.iter().map(|n| (*n).to_owned()).collect()
}
