use crate::{Chance, Moment};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id (UUID version 7) made at `at`.
            pub fn new(chance: &Chance, at: Moment) -> Self {
                Self(chance.uuid7(at))
            }
            /// The least id that one made at `at` can have: ids begin with their milliseconds.
            pub fn first_at(at: Moment) -> Self {
                let millis = u64::try_from(at.micros().div_euclid(1000)).unwrap_or(0);
                let mut bytes = [0; 16];
                bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
                Self::from_bytes(bytes)
            }
            /// The sixteen bytes.
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
            /// From sixteen bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.hyphenated())
            }
        }
        impl FromStr for $name {
            type Err = BadId;
            fn from_str(s: &str) -> Result<Self, BadId> {
                if s.len() != 36 { return Err(BadId) }
                Uuid::try_parse(s).map(Self).map_err(|_| BadId)
            }
        }
    )*};
}

/// What was given is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}
impl std::error::Error for BadId {}

ids! {
    /// An act of the journal 留底.
    ActId
    /// An area 区域: district, street, community, compound.
    AreaId
    /// A grid 网格.
    GridId
    /// A building 楼栋.
    BuildingId
    /// A unit 房号: dwelling, shop, storage, parking.
    UnitId
    /// A household 住户.
    HouseholdId
    /// A person 人.
    PersonId
    /// A relation 关系 of a person to a household or unit.
    RelationId
    /// An organisation 单位.
    OrgId
    /// A seat 岗位 in an organisation.
    SeatId
    /// A contract 合同 between a company and a compound.
    ContractId
    /// An entry slip 入户卡.
    SlipId
    /// A way 办理经过.
    WayId
    /// A job 长任务.
    JobId
    /// A matter 事项.
    MatterId
    /// An entrance 单元门 of a building.
    EntranceId
    /// An owner-set 产权户: who owns which units together.
    OwnerSetId
    /// A deputy's term 代班.
    DeputyId
    /// A charge 包片: which seat looks after which grid or building.
    ChargeId
    /// A hand-over 交接 of a seat.
    HandoverId
    /// Something that happened to personal data 个人信息事件.
    IncidentId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_their_birth_and_read_back() {
        let chance = Chance::seeded(1);
        let a = ActId::new(&chance, Moment::from_micros(1_000_000));
        let b = ActId::new(&chance, Moment::from_micros(2_000_000));
        assert!(a < b);
        assert_eq!(a.to_string().parse(), Ok(a));
        assert_eq!(ActId::from_bytes(*a.bytes()), a);
        for bad in ["", "x", "{018f0000-0000-7000-8000-000000000000}", "018f000000007000800000000000000000000"] {
            assert_eq!(bad.parse::<ActId>(), Err(BadId), "{bad}");
        }
        assert_eq!(Chance::seeded(1).bytes::<40>(), Chance::seeded(1).bytes::<40>());
        assert_ne!(Chance::system().bytes::<16>(), Chance::system().bytes::<16>());
    }
}
