//! What the page of a hand-over sends: a line added, one looked at, who takes over, the acceptance.

use super::acts::{
    HandoverCheck, HandoverSuccessor, NewItem, handover_acceptance, handover_check, handover_check_matters,
    handover_item, handover_successor,
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
use lianxin_base::{ActId, ChargeId, Day, HandoverId, SeatId};
use lianxin_journal::{Head, Receipt};
use lianxin_register::{self as register, Charge, find};
use lianxin_store::{Stop, Tx};
use lianxin_web::{Fields, Trouble, Visit};

/// What a command of the page stands on.
struct Ground {
    id: HandoverId,
    heads: Heads,
    eye: Eye,
}

/// Sends a form of the page and goes on to `to` on it; refused, the page comes back with the sentence and what was typed.
async fn sent<F>(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
    to: &str,
    run: F,
) -> Result<Response, Trouble>
where
    F: Fn(&mut Tx<'_>, &Ground) -> Result<Receipt, Stop> + Send + 'static,
{
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    let asked = Eye::of(&visit);
    let area =
        look(&visit, move |r| Ok(store::handover(r, id)?.filter(|h| asked.sees(h)).ok_or(Refusal::NoHandover)?.area))
            .await?;
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if fields.good() {
        let (heads, eye) = (Heads::of(&visit, area), Eye::of(&visit));
        let command =
            move |tx: &mut Tx<'_>, token| run(tx, &Ground { id, heads: heads.clone().with(token), eye: eye.clone() });
        match visit.act_once(area, fields.token(), command).await {
            Ok(_) => return Ok(visit.to(&format!("{}{to}", url(id)))),
            Err(Trouble::Refused(why)) if why.status() == 404 => return Err(Trouble::NotFound),
            Err(Trouble::Refused(why)) => {
                fields.refuse(why.as_ref());
                status = StatusCode::from_u16(why.status()).unwrap_or(status);
            }
            Err(other) => return Err(other),
        }
    }
    show(&office, &visit, id, Some((&fields, status))).await
}

/// `POST /handovers/{handover}/item`
pub(super) async fn item(
    office: Office,
    visit: Visit,
    id: Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (kind, words) = (fields.id::<ItemKind>("kind"), fields.opt_line("words", 200));
    let kind = kind.unwrap_or(ItemKind::Other);
    let new = NewItem { kind: if kind == ItemKind::Matter { ItemKind::Other } else { kind }, no: None, words };
    sent(office, visit, id, fields, "", move |tx, on| handover_item(tx, on.heads.first(), on.id, new.clone())).await
}

/// `POST /handovers/{handover}/matters`: all of them at once; they are the organisation's, and each has its page.
pub(super) async fn matters(
    office: Office,
    visit: Visit,
    id: Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    sent(office, visit, id, fields, "", move |tx, on| {
        handover_check_matters(tx, &on.heads.first(), on.id, &on.eye.seats)
    })
    .await
}

/// `POST /handovers/{handover}/check`
pub(super) async fn check(
    office: Office,
    visit: Visit,
    id: Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let n: i64 = fields.raw("n").parse().unwrap_or(0);
    let note = fields.opt_line("note", 200);
    let found = fields.choice("found", &["yes", "no"]) == Some("yes");
    sent(office, visit, id, fields, &format!("#i-{}", n + 1), move |tx, on| {
        let act = HandoverCheck { handover: on.id, n, found, note: note.clone() };
        handover_check(tx, on.heads.first(), &act, &on.eye.seats)
    })
    .await
}

/// `POST /handovers/{handover}/successor`
pub(super) async fn successor(
    office: Office,
    visit: Visit,
    id: Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let seat = fields.id::<SeatId>("successor");
    sent(office, visit, id, fields, "", move |tx, on| {
        let h = store::handover(tx, on.id)?.filter(|h| on.eye.arranges(h)).ok_or(Refusal::NotYours)?;
        let seat = seat.ok_or(Refusal::Successor)?;
        handover_successor(tx, on.heads.first(), HandoverSuccessor { handover: h.id, seat })
    })
    .await
}

/// `POST /handovers/{handover}/accept`: what the seat looked after goes along to the one that takes over.
pub(super) async fn accept(
    office: Office,
    visit: Visit,
    id: Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let day = visit.now().day();
    sent(office, visit, id, fields, "?said=accepted", move |tx, on| {
        let receipt = handover_acceptance(tx, on.heads.first(), on.id, &on.eye.seats)?;
        if let Some((h, to)) = store::handover(tx, on.id)?.and_then(|h| h.to_seat.map(|to| (h, to))) {
            charges(tx, &on.heads.nth(1), &h, to, day)?;
        }
        Ok(receipt)
    })
    .await
}

/// Every grid and building the seat looks after, however many.
fn charges(tx: &mut Tx<'_>, like: &Head, h: &Row, to: SeatId, day: Day) -> Result<(), Stop> {
    for c in find::charges_of(tx, h.seat, day)? {
        let (grid, building) = (c.grid, c.building);
        let until = Some(day.plus(-1).max(c.since));
        let old = Charge { charge: c.id, seat: h.seat, grid, building, since: c.since, until };
        let head = another(tx, like);
        register::charge(tx, head, old)?;
        let charge = ChargeId::new(tx.chance(), tx.now());
        let next = Charge { charge, seat: to, grid, building, since: day, until: None };
        let head = another(tx, like);
        // Where the other seat looks elsewhere, the grid stays without one until the office says who.
        match register::charge(tx, head, next) {
            Err(Stop::Refused(_)) | Ok(_) => {}
            Err(failed) => return Err(failed),
        }
    }
    Ok(())
}

fn another(tx: &Tx<'_>, like: &Head) -> Head {
    Head { id: ActId::new(tx.chance(), tx.now()), ..like.clone() }
}
