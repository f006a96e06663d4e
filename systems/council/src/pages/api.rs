//! For programs: places, reports, receipts. Shapes are a promise (ARCHITECTURE.md, Contract).

use super::report::{read_common, take_in};
use crate::rules::{Need, See, Source};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lianxin_base::ActId;
use lianxin_journal::log::place;
use lianxin_journal::receipt;
use lianxin_register::find;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;
use serde_json::json;

/// `GET /api/v1/places`: `[{code, name, kind, path}]`.
pub async fn places(visit: Visit) -> Result<Response, Trouble> {
    let on = visit.now().day();
    let all = visit.read(move |r| Ok(find::places(r, None, on)?)).await?;
    let list: Vec<_> =
        all.iter().map(|p| json!({"code": p.code, "name": p.name, "kind": p.kind, "path": p.path})).collect();
    Ok(Json(list).into_response())
}

/// `POST /api/v1/reports` `{words, place?, category?, phone?, about?}`: 201 `{number, act, leaf_hash, at, link}` once the
/// commit is on disk; the same `Idempotency-Key` with the same words answers with the first receipt. `about` (`company`,
/// `owners`, `community`, `nobody`): whom an opinion is about, who then never learns who wrote it.
pub async fn report(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let mut written = read_common(&mut fields, Source::Api, Vec::new());
    written.origin.about = crate::about::pages::named(&mut fields);
    written.origin.need = written.origin.about.map(|_| Need::Opinion);
    fields.check()?;
    visit.take(lianxin_gate::Limit::FILE)?;
    written.see = See::Parties;
    let receipt = take_in(&visit, written, fields.token()).await?;
    let link =
        format!("{}/r/{}/{}", visit.house.settings().origin, receipt.act, visit.house.keys().link_token(receipt.act));
    let body = json!({
        "number": receipt.no, "act": receipt.act.to_string(), "leaf_hash": receipt.hash_text(),
        "at": receipt.at.rfc3339(), "link": link,
    });
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// Which tree a receipt is to be proved in: the newest, or the earlier one of so many acts.
#[derive(Deserialize)]
pub struct Tree {
    size: Option<u64>,
}

/// `GET /api/v1/receipts/{act}[?size=N]`: anyone; no words, no link; of a hidden kind only act, hash and time. `log` is null
/// until the act is in the public log, then `{index, size, proof, checkpoint, key}`: its number from 0, the size of the tree
/// it is proved in, the siblings on its way to the root (base64, from the leaf upwards), the signed checkpoint (null for an
/// earlier tree) and what that is verified with.
pub async fn receipt_of(visit: Visit, Path(act): Path<String>, Query(tree): Query<Tree>) -> Result<Response, Trouble> {
    let act: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let found = visit.read(move |r| {
        let Some(found) = receipt(r, act)? else { return Ok(None) };
        let place = place(r, act, tree.size)?;
        Ok(Some((found, place)))
    });
    let (found, place) = found.await?.ok_or(Trouble::NotFound)?;
    let number = found.no.clone().filter(|_| !found.hidden);
    let log = place.map(|p| {
        let proof = p.proof_text();
        json!({"index": p.index, "size": p.size, "proof": proof, "checkpoint": p.note, "key": p.key})
    });
    let (hash, at) = (found.hash_text(), found.at.rfc3339());
    Ok(Json(json!({"act": act.to_string(), "number": number, "leaf_hash": hash, "at": at, "log": log})).into_response())
}
