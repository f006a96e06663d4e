//! The statements of thanks.

use crate::store::Matter;
use lianxin_base::{ActId, MatterId, Moment, OrgId, PersonId};
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str =
    "INSERT INTO council_thanks(act, matter, area, org, person, link, at) VALUES($1, $2, $3, $4, $5, $6, $7)";
const ALL: &str = "SELECT person, link FROM council_thanks WHERE matter = $1 ORDER BY at, act";
const FORGET: &str = "UPDATE council_thanks SET person = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("thanks_add", ADD), ("thanks_all", ALL), ("thanks_forget", FORGET)];

pub(super) fn add(
    tx: &mut Tx<'_>,
    act: ActId,
    m: &Matter,
    (org, person, link): (OrgId, Option<PersonId>, bool),
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(ADD, params![act, m.id, m.area, org, person, link, at]).map(|_| ())
}

/// Who thanked, if the register knows them still, and whether by a link.
pub(crate) fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<(Option<PersonId>, bool)>, Fault> {
    r.rows(ALL, params![matter], |row| Ok((row.opt_id(0)?, row.flag(1)?)))
}

pub(super) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}
