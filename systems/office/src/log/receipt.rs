//! 收据 A receipt for programs: what was recorded, where in the public log it stands, and the proof of it.

use super::refusal::Refusal;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::ActId;
use lianxin_journal::log::{place, published};
use lianxin_journal::receipt;
use lianxin_store::{Fault, Read};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;
use serde_json::json;

/// Which tree a receipt is to be proved in: the newest, or the earlier one of so many acts.
#[derive(Deserialize)]
pub(crate) struct Tree {
    size: Option<u64>,
}

/// `GET /api/v1/receipts/{act}[?size=N]`: anyone; no words, no link; of a hidden kind only act, hash and time. `log` is null
/// until the act is in the public log, then `{index, size, proof, checkpoint, key}`: its number from 0, the size of the tree
/// it is proved in, the siblings on its way to the root (base64, from the leaf upwards), the signed checkpoint (null for an
/// earlier tree) and what that is verified with. A tree that is not signed yet, or ended before the act, is refused.
pub(crate) async fn receipt_of(
    visit: Visit,
    Path(act): Path<String>,
    Query(tree): Query<Tree>,
) -> Result<Response, Trouble> {
    let act: ActId = act.parse().map_err(|_| Trouble::refused(Refusal::NoReceipt))?;
    let found = visit.read(move |r| {
        let Some(found) = receipt(r, act)? else { return Ok(Err(Refusal::NoReceipt)) };
        let place = place(r, act, tree.size)?;
        if let (Some(size), None) = (tree.size, &place) {
            return Ok(Err(outside(r, size)?));
        }
        Ok(Ok((found, place)))
    });
    let (found, place) = found.await?.map_err(Trouble::refused)?;
    let number = found.no.clone().filter(|_| !found.hidden);
    let log = place.map(|p| {
        let proof = p.proof_text();
        json!({"index": p.index, "size": p.size, "proof": proof, "checkpoint": p.note, "key": p.key})
    });
    let (hash, at) = (found.hash_text(), found.at.rfc3339());
    Ok(Json(json!({"act": act.to_string(), "number": number, "leaf_hash": hash, "at": at, "log": log})).into_response())
}

/// Why an act is not proved in the tree of so many: that tree is yet to come, or it ended before the act.
fn outside(r: &mut Read<'_>, size: u64) -> Result<Refusal, Fault> {
    let signed = published(r)?.map_or(0, |p| p.size);
    Ok(if size > signed { Refusal::LaterTree } else { Refusal::EarlierTree })
}
