//! The register: areas, grids, buildings, units, households, people and their relations, organisations,
//! contracts, seats with terms.
//!
//! Everything enters by an act; each act has a function of its name here that checks the rules and records it.
//! [`find`] looks things up. Days are civil days and both ends of a term are included. What names a person
//! (name, phone, who holds a seat) is sealed; areas, organisations and their duty phones are public.

mod acts;
pub mod find;
mod forget;
mod kind;
mod orgs;
mod people;
mod places;
mod refusal;
mod store;
mod text;

pub use forget::forget;
pub use kind::{AreaKind, AreaSource, NoKind, OrgKind, RelationKind, UnitKind};
pub use orgs::{Contract, Organisation, Seat, SeatEnd, contract, organisation, seat, seat_end};
pub use people::{Household, Person, Relation, RelationEnd, household, person, relation, relation_end};
pub use places::{Area, Building, Grid, UNITS_PER_ACT, Unit, area, building, building_code, grid};
pub use refusal::Refusal;
pub use store::SQL;
pub use text::{duty_phone, looks_like_id_number, phone, phone_tail};

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
    ]
}

/// The room's schema.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "register",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0005", include_str!("../migrations/0005.sql")),
        ],
    }
}

/// Nothing here is kept: every row follows from the acts.
pub const fn kept() -> Vec<Kept> {
    Vec::new()
}
