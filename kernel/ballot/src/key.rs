//! Names that a file gives to things: any short text without control characters, so that a ballot file may carry the
//! register's ids or numbers drawn for one vote. The register's own ids fit.

use lianxin_base::{BuildingId, EntranceId, MatterId, OwnerSetId, PersonId, UnitId};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// The longest name in bytes.
pub const KEY_MAX: usize = 64;

/// What was given is no name: empty, longer than [`KEY_MAX`] bytes, with blanks at an end or control characters inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadKey;

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a name has 1 to {KEY_MAX} bytes, no blanks around it and no control characters")
    }
}
impl std::error::Error for BadKey {}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>); // shared: a name stands in many lists, and none of them copies it

        impl $name {
            /// Reads a name.
            pub fn new(text: &str) -> Result<Self, BadKey> {
                Self::try_from(text.to_owned())
            }
            /// As it was written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = BadKey;
            fn try_from(text: String) -> Result<Self, BadKey> {
                if well_formed(&text) { Ok(Self(text.into())) } else { Err(BadKey) }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

/// The first eight bytes of a name as a number. Where two differ they order as the names do; a name has no zero bytes.
pub(crate) fn head(name: &str) -> u64 {
    let mut bytes = [0; 8];
    let most = name.len().min(8);
    bytes[..most].copy_from_slice(&name.as_bytes()[..most]);
    u64::from_be_bytes(bytes)
}

fn well_formed(text: &str) -> bool {
    !text.is_empty() && text.len() <= KEY_MAX && text.trim() == text && !text.chars().any(char::is_control)
}

keys! {
    /// A unit of the roll.
    UnitKey
    /// A building of the roll.
    BuildingKey
    /// An entrance of a building.
    EntranceKey
    /// Who votes: an owner-set, the developer, a resident, a household, a member.
    OwnerKey
    /// A matter on the paper.
    MatterKey
    /// An election on the paper.
    ElectionKey
    /// A candidate.
    CandidateKey
    /// Who holds a written authority to vote for others.
    ProxyKey
    /// A rule set.
    RuleId
    /// A kind of matter as a rule set names it: `covenant`, `fund-use`, `resolution`.
    MatterKind
}

macro_rules! from_ids {
    ($($id:ident => $key:ident)*) => {$(
        impl From<$id> for $key {
            /// The register's own id: 36 bytes.
            fn from(id: $id) -> Self {
                Self(id.to_string().into())
            }
        }
    )*};
}

from_ids! {
    UnitId => UnitKey
    BuildingId => BuildingKey
    EntranceId => EntranceKey
    OwnerSetId => OwnerKey
    PersonId => OwnerKey
    MatterId => MatterKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_s_ids_are_names() {
        let id = UnitId::from_bytes([7; 16]);
        assert_eq!(UnitKey::new(&id.to_string()), Ok(UnitKey::from(id)));
    }

    #[test]
    fn names_are_ordered_by_their_heads_as_far_as_those_go() {
        let names = ["1", "10", "2", "9", "a", "unit-0001", "unit-0002", "unit-00021", "三号楼", "楼"];
        for a in names {
            for b in names {
                let (a, b) = (UnitKey::new(a).expect("a name"), UnitKey::new(b).expect("a name"));
                assert_eq!(head(a.as_str()).cmp(&head(b.as_str())).then_with(|| a.cmp(&b)), a.cmp(&b), "{a} {b}");
            }
        }
    }

    #[test]
    fn names_are_short_and_plain() {
        for (text, good) in [
            ("1-101", true),
            ("018f0000-0000-7000-8000-000000000000", true),
            ("", false),
            (" a", false),
            ("a\u{3000}", false),
            ("a\nb", false),
        ] {
            assert_eq!(UnitKey::new(text).is_ok(), good, "{text:?}");
        }
        assert!(UnitKey::new(&"x".repeat(KEY_MAX)).is_ok() && UnitKey::new(&"x".repeat(KEY_MAX + 1)).is_err());
    }
}
