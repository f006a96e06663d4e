//! What the page of a hand-over sends: a line added, one looked at, who takes over, the acceptance.

use super::acts::{
    HandoverCheck, HandoverSuccessor, NewItem, handover_acceptance, handover_check, handover_item, handover_successor,
};
use super::page::{Eye, show};
use super::store::{self, Row};
use super::url;
use crate::Office;
use crate::register::{Heads, look};
use crate::rules::{ItemKind, Refusal};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{ChargeId, Day, HandoverId, SeatId};
use lianxin_journal::Receipt;
use lianxin_register::{self as register, Charge, find};
use lianxin_store::{Stop, Tx};
use lianxin_web::{Fields, Trouble, Visit};

/// Sends a form of the page; refused, the page comes back with the sentence and what was typed.
async fn sent<F>(
    office: &Office,
    visit: &Visit,
    id: HandoverId,
    mut fields: Fields,
    to: String,
    run: F,
) -> Result<Response, Trouble>
where
    F: Fn(&mut Tx<'_>, &Heads, &Eye) -> Result<Receipt, Stop> + Send + 'static,
{
    let (eye, asked) = (Eye::of(visit), Eye::of(visit));
    let area =
        look(visit, move |r| Ok(store::handover(r, id)?.filter(|h| asked.sees(h)).ok_or(Refusal::NoHandover)?.area))
            .await?;
    if fields.good() {
        let heads = Heads::of(visit, area);
        let done =
            visit.act_once(area, fields.token(), move |tx, token| run(tx, &heads.clone().with(token), &eye)).await;
        match done {
            Ok(_) => return Ok(visit.to(&to)),
            Err(Trouble::Refused(why)) if why.status() == 404 => return Err(Trouble::NotFound),
            Err(Trouble::Refused(why)) => {
                fields.refuse(why.as_ref());
                let status = StatusCode::from_u16(why.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                return show(office, visit, id, Some((&fields, status))).await;
            }
            Err(other) => return Err(other),
        }
    }
    show(office, visit, id, Some((&fields, StatusCode::UNPROCESSABLE_ENTITY))).await
}

/// `POST /handovers/{handover}/item`
pub(super) async fn item(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (kind, words) = (fields.id::<ItemKind>("kind"), fields.opt_line("words", 200));
    let kind = kind.unwrap_or(ItemKind::Other);
    let new = NewItem { kind: if kind == ItemKind::Matter { ItemKind::Other } else { kind }, no: None, words };
    let run = move |tx: &mut Tx<'_>, heads: &Heads, _: &Eye| handover_item(tx, heads.first(), id, new.clone());
    sent(&office, &visit, id, fields, url(id), run).await
}

/// `POST /handovers/{handover}/check`
pub(super) async fn check(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (n, note) = (fields.raw("n").parse().unwrap_or(0), fields.opt_line("note", 200));
    let found = fields.choice("found", &["yes", "no"]) == Some("yes");
    let act = HandoverCheck { handover: id, n, found, note };
    let run = move |tx: &mut Tx<'_>, heads: &Heads, eye: &Eye| handover_check(tx, heads.first(), &act, &eye.seats);
    sent(&office, &visit, id, fields, format!("{}#i-{}", url(id), n + 1), run).await
}

/// `POST /handovers/{handover}/successor`
pub(super) async fn successor(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    let seat = fields.id::<SeatId>("successor");
    let run = move |tx: &mut Tx<'_>, heads: &Heads, eye: &Eye| {
        let h = store::handover(tx, id)?.filter(|h| eye.arranges(h)).ok_or(Refusal::NotYours)?;
        let seat = seat.ok_or(Refusal::Successor)?;
        handover_successor(tx, heads.first(), HandoverSuccessor { handover: h.id, seat })
    };
    sent(&office, &visit, id, fields, url(id), run).await
}

/// `POST /handovers/{handover}/accept`: what the seat looked after goes along to the one that takes over.
pub(super) async fn accept(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    let day = visit.now().day();
    let new: [ChargeId; 7] = std::array::from_fn(|_| ChargeId::new(visit.chance(), visit.now()));
    let run = move |tx: &mut Tx<'_>, heads: &Heads, eye: &Eye| {
        let receipt = handover_acceptance(tx, heads.first(), id, &eye.seats)?;
        if let Some((h, to)) = store::handover(tx, id)?.and_then(|h| h.to_seat.map(|to| (h, to))) {
            charges(tx, heads, &h, to, &new, day)?;
        }
        Ok(receipt)
    };
    sent(&office, &visit, id, fields, format!("{}?said=accepted", url(id)), run).await
}

fn charges(tx: &mut Tx<'_>, heads: &Heads, h: &Row, to: SeatId, new: &[ChargeId; 7], day: Day) -> Result<(), Stop> {
    for ((n, c), charge) in (0..).zip(find::charges_of(tx, h.seat, day)?).zip(new) {
        let (grid, building) = (c.grid, c.building);
        let until = Some(day.plus(-1).max(c.since));
        let old = Charge { charge: c.id, seat: h.seat, grid, building, since: c.since, until };
        register::charge(tx, heads.nth(1 + 2 * n), old)?;
        let next = Charge { charge: *charge, seat: to, grid, building, since: day, until: None };
        // Where the other seat looks elsewhere, the grid stays without one until the office says who.
        match register::charge(tx, heads.nth(2 + 2 * n), next) {
            Err(Stop::Refused(_)) | Ok(_) => {}
            Err(failed) => return Err(failed),
        }
    }
    Ok(())
}
