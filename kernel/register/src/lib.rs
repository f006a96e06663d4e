//! The register: areas, grids, buildings, entrances, units, owner-sets, households, people and their relations,
//! organisations, contracts, seats with terms, deputies and charges.
//!
//! Everything enters by an act; each act has a function of its name here that checks the rules and records it.
//! [`find`] looks things up. Days are civil days and both ends of a term are included. What names a person
//! (name, phone, who holds a seat) is sealed; areas, organisations and their duty phones are public.

mod acts;
mod children;
mod emergency;
pub mod find;
mod forget;
mod hours;
mod kind;
mod merge;
mod on_call;
mod orgs;
mod owners;
mod people;
mod places;
mod refusal;
mod seats;
mod sentences;
mod store;
mod text;
mod units;

pub use children::{Child, ChildEnd, child, child_end};
pub use emergency::{Emergency, emergency};
pub use forget::forget;
pub use hours::{Break, BreakKind, Hours, day_break, hours};
pub use kind::{AreaKind, AreaSource, NoKind, OrgKind, RelationKind, UnitKind, UnitUse};
pub use merge::{AreaMerge, area_merge};
pub use on_call::{Answers, OnCall, on_call};
pub use orgs::{Contract, Organisation, Seat, SeatEnd, contract, organisation, seat, seat_end};
pub use owners::{Owner, OwnerSet, owner_set};
pub use people::{Household, Person, Relation, RelationEnd, household, person, relation, relation_end};
pub use places::{Area, Building, Grid, Unit, area, building, building_code, grid};
pub use refusal::Refusal;
pub use seats::{Charge, Deputy, SeatStop, charge, deputy, seat_stop};
pub use store::SQL;
pub use text::{duty_phone, looks_like_id_number, person_name, phone, phone_tail, said_phone};
pub use units::{Door, Entrance, UNITS_PER_ACT, UnitChange, Units, entrance, unit_change, units};

use lianxin_journal::Kind;
use lianxin_store::{Kept, Migrations};

/// The acts of this room.
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind::of::<Area>(),
        Kind::of::<Grid>(),
        Kind::of::<Building>(),
        Kind::of::<Household>(),
        Kind::of::<Person>(),
        Kind::of::<Relation>(),
        Kind::of::<RelationEnd>(),
        Kind::of::<Organisation>(),
        Kind::of::<Contract>(),
        Kind::of::<Seat>(),
        Kind::of::<SeatEnd>(),
        Kind::of::<Entrance>(),
        Kind::of::<Units>(),
        Kind::of::<UnitChange>(),
        Kind::of::<OwnerSet>(),
        Kind::of::<AreaMerge>(),
        Kind::of::<SeatStop>(),
        Kind::of::<Deputy>(),
        Kind::of::<Charge>(),
        Kind::of::<Hours>(),
        Kind::of::<Break>(),
        Kind::of::<Emergency>(),
        Kind::of::<OnCall>(),
        Kind::of::<Child>(),
        Kind::of::<ChildEnd>(),
    ]
}

/// The room's schema.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "register",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0002", include_str!("../migrations/0002.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0004", include_str!("../migrations/0004.sql")),
            ("0005", include_str!("../migrations/0005.sql")),
            ("0006", include_str!("../migrations/0006.sql")),
            ("0007", include_str!("../migrations/0007.sql")),
            ("0008", include_str!("../migrations/0008.sql")),
            ("0009", include_str!("../migrations/0009.sql")),
        ],
    }
}

/// Nothing here is kept: every row follows from the acts.
pub const fn kept() -> Vec<Kept> {
    Vec::new()
}
