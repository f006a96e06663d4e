//! For programs: places, reports. Shapes are a promise (ARCHITECTURE.md, Contract).

use super::report::{read_common, take_in};
use crate::rules::{Need, See, Source};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lianxin_register::find;
use lianxin_web::{Fields, Trouble, Visit};
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
