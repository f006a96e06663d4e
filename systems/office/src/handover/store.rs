//! The statements of hand-overs.

use crate::rules::ItemKind;
use lianxin_base::{ActId, AreaId, HandoverId, Moment, OrgId, PersonId, SeatId};
use lianxin_store::{Fault, Read, Row as Found, Tx, params};

pub(crate) const ADD: &str = "INSERT INTO office_handover(id, area, org, seat, person, opened_at, act) \
                              VALUES($1, $2, $3, $4, $5, $6, $7)";
pub(crate) const ADD_ITEM: &str =
    "INSERT INTO office_handover_item(handover, n, area, kind, no, act) VALUES($1, $2, $3, $4, $5, $6)";
pub(crate) const TO: &str = "UPDATE office_handover SET to_seat = $2 WHERE id = $1";
pub(crate) const CHECK: &str = "UPDATE office_handover_item SET found = $3, checked_at = $4, checked_act = $5 \
                                WHERE handover = $1 AND n = $2";
pub(crate) const ACCEPT: &str = "UPDATE office_handover SET accepted_at = $2 WHERE id = $1";
const FORGET: &str = "UPDATE office_handover SET person = NULL WHERE person = $1";
const BY_ID: &str =
    "SELECT id, area, org, seat, person, to_seat, opened_at, accepted_at FROM office_handover WHERE id = $1";
const BY_SEAT: &str = "SELECT id FROM office_handover WHERE seat = $1";
const BY_AREA: &str = "SELECT id, area, org, seat, person, to_seat, opened_at, accepted_at FROM office_handover \
                       WHERE area = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
const BY_TO: &str = "SELECT id, area, org, seat, person, to_seat, opened_at, accepted_at FROM office_handover \
                     WHERE to_seat = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
const BY_PERSON: &str = "SELECT id, area, org, seat, person, to_seat, opened_at, accepted_at FROM office_handover \
                         WHERE person = $1 ORDER BY opened_at DESC, id DESC LIMIT $2";
const ITEMS: &str = "SELECT i.n, i.kind, i.no, i.act, i.found, i.checked_at, i.checked_act, t.value \
                     FROM office_handover_item i LEFT JOIN journal_text t ON t.act = i.checked_act AND t.field = 'note' \
                     WHERE i.handover = $1 ORDER BY i.n";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("handover_add", ADD),
    ("handover_add_item", ADD_ITEM),
    ("handover_to", TO),
    ("handover_check", CHECK),
    ("handover_accept", ACCEPT),
    ("handover_forget", FORGET),
    ("handover", BY_ID),
    ("handover_of_seat", BY_SEAT),
    ("handovers_of_area", BY_AREA),
    ("handovers_to", BY_TO),
    ("handovers_of_person", BY_PERSON),
    ("handover_items", ITEMS),
];

/// Who left is nobody any more.
pub(crate) fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.exec(FORGET, params![person]).map(|_| ())
}

/// A hand-over as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: HandoverId,
    pub(crate) area: AreaId,
    pub(crate) org: OrgId,
    pub(crate) seat: SeatId,
    pub(crate) person: Option<PersonId>,
    pub(crate) to_seat: Option<SeatId>,
    pub(crate) opened_at: Moment,
    pub(crate) accepted_at: Option<Moment>,
}

fn row(r: &Found<'_>) -> Result<Row, Fault> {
    Ok(Row {
        id: r.id(0)?,
        area: r.id(1)?,
        org: r.id(2)?,
        seat: r.id(3)?,
        person: r.opt_id(4)?,
        to_seat: r.opt_id(5)?,
        opened_at: r.moment(6)?,
        accepted_at: r.opt_moment(7)?,
    })
}

/// A line as it stands; its own words are looked up apart.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) n: i64,
    pub(crate) kind: ItemKind,
    pub(crate) no: Option<String>,
    act: ActId,
    pub(crate) found: Option<bool>,
    pub(crate) note: Option<String>,
}

pub(crate) fn handover(r: &mut Read<'_>, id: HandoverId) -> Result<Option<Row>, Fault> {
    r.row(BY_ID, params![id], row)
}

/// The hand-over of a seat, open or accepted.
pub(crate) fn of_seat(r: &mut Read<'_>, seat: SeatId) -> Result<Option<HandoverId>, Fault> {
    r.row(BY_SEAT, params![seat], |row| row.id(0))
}

pub(crate) fn of_area(r: &mut Read<'_>, area: AreaId, n: i64) -> Result<Vec<Row>, Fault> {
    r.rows(BY_AREA, params![area, n], row)
}

pub(crate) fn to_seat(r: &mut Read<'_>, seat: SeatId, n: i64) -> Result<Vec<Row>, Fault> {
    r.rows(BY_TO, params![seat, n], row)
}

pub(crate) fn of_person(r: &mut Read<'_>, person: PersonId, n: i64) -> Result<Vec<Row>, Fault> {
    r.rows(BY_PERSON, params![person, n], row)
}

/// Whether somebody hands a seat over or takes one over.
pub(crate) fn concerns(r: &mut Read<'_>, person: Option<PersonId>, seats: &[SeatId]) -> Result<bool, Fault> {
    for seat in seats {
        if !to_seat(r, *seat, 1)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(person.map(|p| of_person(r, p, 1)).transpose()?.is_some_and(|all| !all.is_empty()))
}

pub(crate) fn items(r: &mut Read<'_>, id: HandoverId) -> Result<Vec<Item>, Fault> {
    r.rows(ITEMS, params![id], |r| {
        Ok(Item {
            n: r.int(0)?,
            kind: r.text(1)?.parse().map_err(|_| Fault::Damaged("a line of an unknown kind".into()))?,
            no: r.opt_text(2)?,
            act: r.id(3)?,
            found: r.opt_int(4)?.map(|n| n != 0),
            note: r.opt_text(7)?,
        })
    })
}

/// What was written in a line; `None` for a matter, and for what has been erased.
pub(crate) fn words(r: &mut Read<'_>, item: &Item) -> Result<Option<String>, Fault> {
    lianxin_journal::text(r, item.act, &format!("words_{}", item.n))
}
