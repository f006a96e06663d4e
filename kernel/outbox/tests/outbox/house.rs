//! A house with this room and those below it.

use lianxin_base::{ActId, AreaId, SECOND};
use lianxin_journal::{By, Head};
use lianxin_store::testing::open;
use lianxin_store::{Db, Kept, Migrations, Place};

pub(crate) const AREA: AreaId = AreaId::from_bytes([7; 16]);

pub(crate) fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_outbox::migrations(),
    ]
}

pub(crate) fn kept_tables() -> Vec<Kept> {
    [lianxin_journal::kept(), lianxin_register::kept(), lianxin_gate::kept(), lianxin_outbox::kept()].concat()
}

pub(crate) fn db(place: Place) -> Db {
    open(place, migrations(), kept_tables(), lianxin_journal::log()).expect("opens")
}

/// The head of an act a second after the last.
pub(crate) fn head(db: &Db) -> Head {
    db.clock().set(db.clock().now().plus(SECOND));
    Head { id: ActId::new(db.chance(), db.clock().now()), area: AREA, by: By::Office, no: None, token: None }
}
